"""Runs the tools that setup uses, keeps their output in a log and draws their progress."""

from __future__ import annotations

import os
import selectors
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from townlet.setup.faults import CommandFailed, DiskFull, NoNetwork, NotThePinnedFile, SetupFault

Watch = Callable[[str], None]
"""Called with each line that the tool prints, and with '' about four times a second in between."""

_NO_NETWORK = (
    "name resolution",
    "newconnectionerror",
    "connecttimeout",
    "could not resolve",
    "max retries exceeded",
    "connection refused",
    "network is unreachable",
    "enotfound",
    "eai_again",
    "econnrefused",
    "etimedout",
    "temporary failure resolving",
)


def run(
    step: str,
    command: Sequence[str],
    *,
    log: Path,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    watch: Watch = lambda _: None,
    at_most_s: float = 3600.0,
) -> list[str]:
    """Runs ``command`` without a standard input and returns the lines that it printed.

    Raises:
        SetupFault: the tool failed or took longer than ``at_most_s`` real seconds; the most telling
            subclass that its output allows.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    printed: list[str] = []
    with (
        log.open("w", errors="replace") as kept,
        subprocess.Popen(
            list(command),
            cwd=cwd,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            for line in _lines(process, deadline=time.monotonic() + at_most_s):
                if line.strip():
                    printed.append(line)
                    kept.write(line + "\n")
                watch(line)
        except BaseException:
            process.kill()
            raise
    if process.returncode != 0:
        raise _fault(step, printed, log)
    return printed


def _lines(process: subprocess.Popen[bytes], *, deadline: float) -> Iterator[str]:
    """The lines of ``process`` as they come, and '' each quarter of a second without one."""
    assert process.stdout is not None
    rest = b""
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while True:
            if time.monotonic() > deadline:
                process.kill()
            if not selector.select(0.25):
                yield ""
                continue
            chunk = os.read(process.stdout.fileno(), 65536)
            *whole, rest = (rest + chunk).replace(b"\r", b"\n").split(b"\n")
            for line in whole:
                yield line.decode(errors="replace")
            if not chunk:
                break
    yield rest.decode(errors="replace")
    process.wait()


def _fault(step: str, printed: list[str], log: Path) -> SetupFault:
    text = "\n".join(printed).lower()
    if "do not match the hashes" in text or "eintegrity" in text:
        return NotThePinnedFile(step)
    if "no space left" in text or "enospc" in text:
        return DiskFull(step)
    if any(sign in text for sign in _NO_NETWORK):
        return NoNetwork(step)
    return CommandFailed(step, "\n".join(f"    {line}" for line in printed[-8:]), str(log))
