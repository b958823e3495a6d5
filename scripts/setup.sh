#!/bin/sh
# Finds a Python that can run the setup and hands over to it. PYTHON=... names one.
set -u
cd "$(dirname "$0")/.." || exit 1

fits() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

for python in ${PYTHON:-python3 python3.13 python3.12 python3.11 python3.14}; do
    if fits "$python"; then
        exec "$python" -m townlet.setup "$@"
    fi
done
echo "✗ Townlet needs Python 3.11 or newer (found: $(python3 --version 2>&1 || echo none))." \
    "Run: sudo apt-get install python3 python3-venv   or name one: PYTHON=/path/to/python3.11 make" >&2
exit 1
