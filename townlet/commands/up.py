"""``townlet up``: serves the town until it is told to stop."""

from __future__ import annotations

import os
import signal
import threading
from typing import Annotated

import typer

from backend.store.settings import home_folder
from townlet.services import TownletProcesses


def up(
    host: Annotated[str, typer.Option(envvar="HOST", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="PORT", help="Where to listen.")] = 8000,
) -> None:
    """Serve the town, with everything it needs, until Ctrl-C."""
    told_to_stop = threading.Event()
    townlet = TownletProcesses(home_folder(os.environ), host=host, port=port, say=_say)

    def stop(_number: int, _frame: object) -> None:
        if told_to_stop.is_set():
            raise KeyboardInterrupt
        told_to_stop.set()

    try:
        townlet.start()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, stop)
        _say(f"The town is at {townlet.url}   (Ctrl-C stops it, `make up` goes on where it was)")
        told_to_stop.wait()
        _say("Stopping")
        townlet.stop()
    except KeyboardInterrupt:
        townlet.stop(at_once=True)
        raise typer.Exit(130) from None
    _say("Stopped. Nothing is lost.")


def _say(text: str) -> None:
    print(text, flush=True)
