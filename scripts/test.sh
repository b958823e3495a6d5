#!/bin/sh
# Runs the page's unit tests, then every Python test. pytest comes last, so that its closing line is what is seen.
set -eu
cd "$(dirname "$0")/.."
if [ -d frontend/node_modules/vitest ]; then
    .venv/bin/python -m townlet.setup.npm run test
fi
.venv/bin/python -m pytest ${1:+"$@"} || { code=$?; [ "$code" -eq 5 ] || exit "$code"; }
