#!/bin/sh
# Runs every linter, also after one has failed, and fails if any did.
cd "$(dirname "$0")/.." || exit 1
failed=""

check() {
    name=$1
    shift
    if output=$("$@" 2>&1); then
        echo "✓ $name"
    else
        echo "✗ $name"
        echo "$output"
        failed="$failed $name"
    fi
}

check "ruff" .venv/bin/ruff check .
check "ruff-format" .venv/bin/ruff format --check .
check "mypy" .venv/bin/mypy
check "import-linter" .venv/bin/lint-imports
if [ -d frontend/node_modules/eslint ]; then
    check "eslint" .venv/bin/python -m townlet.setup.npm run lint
fi
if [ -d frontend/node_modules/typescript ]; then
    check "tsc" .venv/bin/python -m townlet.setup.npm run typecheck
fi
if [ -n "$failed" ]; then
    echo "Failed:$failed"
    exit 1
fi
