#!/bin/sh
# Everything that can be checked without running the product.
set -eu
cd "$(dirname "$0")/.."
export TREADLE_DEBUG=1 TREADLE_DATA="${TREADLE_DATA:-$(mktemp -d)}"
mkdir -p "$TREADLE_DATA"
step() { echo "— $1"; shift; "$@"; }
step "formatting" .venv/bin/ruff format --check --quiet src tests e2e tools benchmarks training
step "lint" .venv/bin/ruff check --quiet src tests e2e tools benchmarks training
step "types" .venv/bin/mypy
step "import contracts" .venv/bin/lint-imports
step "templates" .venv/bin/python tools/templates.py
step "translations" .venv/bin/python tools/catalogues.py check
step "missing migrations" .venv/bin/treadle manage makemigrations --check --dry-run
step "sizes" .venv/bin/python tools/sizes.py
echo "All checks passed."
