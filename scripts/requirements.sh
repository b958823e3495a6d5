#!/bin/sh
# Compiles requirements*.txt from pyproject.toml, with the hashes of every platform's files and no registry's name.
# What is pinned stays as it is unless pyproject.toml excludes it; UPGRADE=--upgrade takes the newest of all.
set -eu
cd "$(dirname "$0")/.."
.venv/bin/python -m pip install --quiet --disable-pip-version-check "uv==$1"
compile() {
    .venv/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --quiet \
        --custom-compile-command 'make requirements' ${UPGRADE:-} "$@"
}
compile --extra build --output-file requirements.txt
compile --extra build --extra dev --constraints requirements.txt --output-file requirements-dev.txt
