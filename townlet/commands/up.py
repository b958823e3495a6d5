"""``townlet up``: serves the town until it is told to stop."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from typing import Annotated

import typer

from backend.store.environment.settings import home_folder
from townlet.directors_link import directors_link
from townlet.drawing_along import DrawingAlong, draw_command
from townlet.first_town import found_first_town
from townlet.scenario_folder import SCENARIOS, own_scenarios
from townlet.services import TownletProcesses

_STOP = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_INTERRUPTED = 130


def up(
    host: Annotated[str, typer.Option(envvar="HOST", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="PORT", help="Where to listen.")] = 8000,
) -> None:
    """Serve the town, with everything it needs, until Ctrl-C."""
    townlet = TownletProcesses(home_folder(os.environ), host=host, port=port, say=_say)
    raise typer.Exit(serve(townlet))


def serve(townlet: TownletProcesses) -> int:
    """Starts ``townlet``, waits for Ctrl-C or SIGTERM and stops it; a second Ctrl-C kills. The exit code."""
    told_to_stop = threading.Event()

    def stop(_number: int, _frame: object) -> None:
        if told_to_stop.is_set():
            raise KeyboardInterrupt
        told_to_stop.set()

    def give_up(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    drawing = DrawingAlong((SCENARIOS, own_scenarios()), draw_command(), _say)
    try:
        for number in _STOP:
            signal.signal(number, give_up)
        _say("Starting the database, Redis, the backend and the workers")
        townlet.start()
        for number in _STOP:
            signal.signal(number, stop)
        if (first := found_first_town(townlet.database_url)) is not None:
            _say(f"Founded a first town, {first.name}, and lived its morning: it is {first.clock} there")
        _say(f"The town is at {townlet.url}   (Ctrl-C stops it; the next `make up` goes on where it was)")
        drawing.start()
        link = directors_link(townlet.database_url, townlet.services.home.root, townlet.url)
        _say("The director's link; whoever has it may do everything:")
        _say(f"  {link}")
        _say("Others get links of their own: `townlet token new visitor`, or Invite on the page")
        told_to_stop.wait()
        _say("Stopping")
        drawing.stop()
        townlet.stop()
    except KeyboardInterrupt:
        drawing.stop()
        townlet.stop(at_once=True)
        _say("Stopped at once. Nothing is lost.")
        return _INTERRUPTED
    _say("Stopped. Nothing is lost.")
    return 0


def _say(text: str) -> None:
    # The terminal may be gone; the town is stopped in order all the same.
    with contextlib.suppress(OSError):
        print(text, flush=True)
