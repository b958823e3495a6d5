"""A Celery worker as `townlet up` runs it, as a program of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.waiting import wait_until

PROJECT = Path(__file__).resolve().parents[2]


class WorkerProcess:
    """A context manager; kills the worker at the end."""

    def __init__(self, queue: str, log: Path, environment: dict[str, str], *, slots: int = 4) -> None:
        self._log = log
        command = [
            sys.executable,
            "-m",
            "celery",
            "-A",
            "worker.app",
            "worker",
            "-Q",
            queue,
            "-n",
            f"{log.stem}@%h",
        ]
        command += ["-P", "threads", "-c", str(slots), "-l", "INFO"]
        command += ["--without-gossip", "--without-mingle", "--without-heartbeat"]
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                command,
                cwd=PROJECT,
                env={**os.environ, **environment},
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    @property
    def said(self) -> str:
        return self._log.read_text()

    @property
    def ended(self) -> bool:
        return self._process.poll() is not None

    def wait_ready(self) -> None:
        wait_until(lambda: " ready." in self.said or self.ended)
        assert not self.ended, self.said

    def was_killed(self) -> bool:
        """Waits for its end."""
        return self._process.wait(120) == -signal.SIGKILL

    def end(self) -> None:
        self._process.kill()
        self._process.wait()

    def __enter__(self) -> WorkerProcess:
        self.wait_ready()
        return self

    def __exit__(self, *_: object) -> None:
        self.end()
