"""Small programs that stand in for the backend and the workers.

Run as a program it is ``townlet up`` with these: ``python -m tests.integration.stand_ins HOME``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from townlet.commands.up import serve
from townlet.services import TownletProcesses

_BACKEND = """
import os
from http.server import BaseHTTPRequestHandler, HTTPServer

class Healthy(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(os.environ["DATABASE_URL"].encode())
    def log_message(self, *_):
        pass

HTTPServer((os.environ["HOST"], int(os.environ["PORT"])), Healthy).serve_forever()
"""
_WORKER = "import signal; signal.pause()"
_FORKING_WORKER = "import os, signal; os.fork(); os.fork(); signal.pause()"

EMBEDDED = {"DATABASE_URL": "", "REDIS_URL": ""}
"""Whatever the tests' own environment says."""

BACKEND = (sys.executable, "-c", _BACKEND)
WORKER = (sys.executable, "-c", _WORKER)
FORKING_WORKER = (sys.executable, "-c", _FORKING_WORKER)


def stand_in_town(
    home: Path,
    *,
    port: int = 0,
    workers: Mapping[str, int] | None = None,
    commands: Mapping[str, tuple[str, ...]] | None = None,
    say: Callable[[str], None] = print,
) -> TownletProcesses:
    """A Townlet whose own processes are stand-ins, on a free port."""
    stand_ins = {
        "backend": BACKEND,
        "towns": WORKER,
        "minds": WORKER,
        "talk": WORKER,
        "batch": FORKING_WORKER,
    }
    return TownletProcesses(
        home,
        port=port,
        workers=workers,
        commands={**stand_ins, **(commands or {})},
        say=say,
        environment=EMBEDDED,
    )


if __name__ == "__main__":
    sys.exit(serve(stand_in_town(Path(sys.argv[1]))))
