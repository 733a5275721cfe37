#!/bin/sh
# All tests on SQLite; those that touch the database again on PostgreSQL where TREADLE_TEST_POSTGRES names one.
set -eu
cd "$(dirname "$0")/.."
.venv/bin/python tools/catalogues.py compile
if .venv/bin/python tools/browser.py >/dev/null; then :; else
    [ "${CI:-}" = true ] && { echo "no Chromium could be had; in CI that is a failure" >&2; exit 1; }
    echo "No Chromium could be had: the browser tests are skipped by name."
fi
.venv/bin/pytest -n "${TREADLE_TEST_PROCESSES:-auto}" --dist loadscope "$@"
if [ -n "${TREADLE_TEST_POSTGRES:-}" ]; then
    echo "Again on PostgreSQL"
    TREADLE_DATABASE_URL="$TREADLE_TEST_POSTGRES" .venv/bin/pytest -n "${TREADLE_TEST_PROCESSES:-auto}" --dist loadscope --ignore=e2e --ignore=src/treadle/matching "$@"
fi
