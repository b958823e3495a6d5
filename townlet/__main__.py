"""``python -m townlet`` is the ``townlet`` command."""

from __future__ import annotations

from townlet.cli import main

if __name__ == "__main__":
    main()
