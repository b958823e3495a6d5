"""``townlet replay``: writes a span of a town into one file that plays in a browser, from disk, with no network."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated

import typer

from backend.api.page import DIST
from backend.domain.calendar import TICKS_PER_HOUR, Calendar
from backend.domain.log import read_line
from backend.domain.present import scenario_after
from backend.domain.reduce import reduce_all
from backend.domain.state import TownState, initial_state
from backend.replay import Recording, kinds_of, replay_page
from backend.store.environment.settings import home_folder
from backend.store.history.events import changes_of_people, state_at
from backend.store.history.span import events_of_span
from backend.store.postgres.database import Database
from backend.store.recording.open_run_record import open_run_record
from backend.store.town.town_scenario import scenario_of
from backend.store.town.towns import get_town
from townlet.commands.export import size_of, town_named
from townlet.services import services_of
from townlet.services.migrations import migrate

_CLOCK = re.compile(r"(?:(\d{1,4}) )?(\d{1,2}):(\d\d)")


class NoSuchMoment(Exception):
    """A moment that is none, or that the town has not lived."""

    def __init__(self, given: str, why: str) -> None:
        super().__init__(
            f"{given!r} {why}. Name a moment as its day and time, '2 08:30', a time of the first day, '08:30', "
            "or a tick, '540'."
        )


def replay(
    source: Annotated[
        str,
        typer.Argument(
            metavar="TOWN_OR_DIR", help="A town's id or name, or a folder of `townlet run … --out DIR`."
        ),
    ],
    from_: Annotated[
        str | None,
        typer.Option(
            "--from", help="As '2 08:30' (day and time), '08:30' or a tick; an hour before its end."
        ),
    ] = None,
    upto: Annotated[str | None, typer.Option(help="Likewise; the last moment that was lived.")] = None,
    out: Annotated[Path, typer.Option(help="The file to write.")] = Path("replay.html"),
    memories: Annotated[
        bool, typer.Option("--memories", help="With the texts of the memories formed in it.")
    ] = False,
) -> None:
    """Write a span of a town as one file that plays in a browser, from disk, with no network."""
    make = _of_a_run if Path(source).is_dir() else _of_a_town
    recording = make(source, from_, upto, memories)
    out.write_bytes(replay_page(recording, DIST))
    calendar = Calendar(recording.scenario.start)
    begin, end = (
        f"day {calendar.day(tick) + 1}, {calendar.clock(tick)}"
        for tick in (recording.from_tick, recording.upto_tick)
    )
    print(f"✓ {recording.name} from {begin} to {end} is in {out}, {size_of(out)}.")
    print("  Open it in a browser, or send it: it needs nothing else.")


def _of_a_run(folder: str, from_: str | None, upto: str | None, memories: bool) -> Recording:
    record = open_run_record(Path(folder))
    start, end = _span(Calendar(record.scenario.start), record.ticks, from_, upto)
    log = [read_line(line, seq) for seq, line in enumerate(record.log(), start=1)]
    before = [recorded for recorded in log if recorded.tick <= start]
    span = [recorded for recorded in log if start < recorded.tick <= end]
    state = reduce_all(initial_state(record.scenario), before)
    scenario = scenario_after(record.scenario, before + span)
    return Recording(scenario.title, scenario, state, span, start, end, memories)


def _of_a_town(named: str, from_: str | None, upto: str | None, memories: bool) -> Recording:
    with services_of(home_folder(os.environ)) as services:
        migrate(services.database_url)
        database = Database(services.database_url)
        try:
            row = get_town(database, town_named(database, named))
            founded = scenario_of(database, row.id)
            start, end = _span(Calendar(founded.start), row.head_tick, from_, upto)
            scenario = scenario_after(founded, changes_of_people(database, row.id, 0, row.head_seq))
            state: TownState = state_at(database, row.id, start)
            log = events_of_span(database, row.id, start, end, kinds_of(memories))
        finally:
            database.dispose()
    return Recording(row.name, scenario, state, log, start, end, memories)


def _span(calendar: Calendar, head: int, from_: str | None, upto: str | None) -> tuple[int, int]:
    end = head if upto is None else _tick(calendar, upto)
    if end > head:
        raise NoSuchMoment(str(upto), f"was not lived yet; the town has lived to tick {head}")
    start = max(0, end - TICKS_PER_HOUR) if from_ is None else _tick(calendar, from_)
    if start > end:
        raise NoSuchMoment(str(from_), f"comes after the end at tick {end}")
    return start, end


def _tick(calendar: Calendar, given: str) -> int:
    if given.isdecimal():
        return int(given)
    found = _CLOCK.fullmatch(given.strip())
    if found is None or int(found[2]) > 24 or int(found[3]) > 59:
        raise NoSuchMoment(given, "is no moment")
    day = int(found[1] or 1)
    return max(0, calendar.tick_of(day - 1, int(found[2]) * 60 + int(found[3])))
