#!/bin/sh
# Write requirements/*.txt from pyproject.toml: every version, with hashes, for all platforms, and no host.
set -eu
cd "$(dirname "$0")/.."
lock() {
    out=$1; shift
    .venv/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links --python-version 3.11 \
        pyproject.toml --extra postgres "$@" --custom-compile-command "make lock" -o "requirements/$out.txt"
}
lock base
lock dev --group dev
lock spark --extra spark
