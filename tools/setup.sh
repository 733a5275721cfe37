#!/bin/sh
# Make .venv with what the lock says. `setup.sh base` leaves out what only development needs. Quick when nothing has changed.
set -eu
cd "$(dirname "$0")/.."
kind=${1:-dev}
fail() { echo "treadle: $1" >&2; exit 1; }

python=
for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
    if command -v "$name" >/dev/null 2>&1 && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$name; break
    fi
done
[ -n "$python" ] || fail "Python 3.11 or newer is needed; found: $(python3 --version 2>&1 || echo none)."
[ -w . ] || fail "cannot write to $(pwd): copy the project to a folder you may write to."

stamp=.venv/.ready-$kind
sum=$(cat requirements/*.txt pyproject.toml tools/setup.sh | cksum)
if [ -f .venv/.ready-dev ] && [ "$(cat .venv/.ready-dev)" = "$sum" ]; then exit 0; fi
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$sum" ]; then exit 0; fi

[ -x .venv/bin/python ] || { echo "Making .venv …"; "$python" -m venv .venv || fail "venv is missing: install your system's python3-venv."; }
# uv does not read pip's configuration: hand on the index that pip was told to use.
uv=.venv/bin/uv
[ -x "$uv" ] || { echo "Installing …"; .venv/bin/python -m pip install --quiet --disable-pip-version-check uv || fail "the package index cannot be reached."; }
index=$(.venv/bin/python -m pip config get global.index-url 2>/dev/null || true)
[ -z "$index" ] || [ -n "${UV_DEFAULT_INDEX:-}${UV_INDEX_URL:-}" ] || export UV_DEFAULT_INDEX="$index"
export VIRTUAL_ENV="$PWD/.venv"
echo "Installing what the lock says …"
"$uv" pip install --quiet --require-hashes -r "requirements/$kind.txt" || fail "the locked packages could not be installed."
"$uv" pip install --quiet --no-deps -e . || fail "the project itself could not be installed."
.venv/bin/python tools/catalogues.py compile
echo "$sum" >"$stamp"
