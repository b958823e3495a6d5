"""A town moves to another machine with all its past, and lives on there as it would have at home."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from backend.domain.inputs import AddResident, Announce, AnyInput, Arrived, SetObject, Speak, Stamp
from backend.scenarios import ResidentForm, settle
from backend.store.history.events import digest, state_at
from backend.store.moving.export_town import export_town
from backend.store.moving.import_town import import_town
from backend.store.moving.open_town_file import open_town_file
from backend.store.moving.town_file_faults import FileUnusable, OutputTaken
from backend.store.postgres.database import Database
from backend.store.postgres.tables import OF_A_TOWN, inputs
from backend.store.queues.inputs import list_inputs, put_input
from backend.store.recording.file_journal import FileJournal
from backend.store.redis.hints import Hints
from backend.store.town.towns import (
    TownExists,
    TownGone,
    create_town,
    delete_town,
    end_town,
    get_town,
    list_towns,
    set_clock,
)
from tests.a_life import brook_lane
from tests.integration.conftest import FoundTown
from townlet.cli import app
from townlet.commands.import_ import take_in
from worker.cognition.cognition import Cognition
from worker.engine.headless import live_headless
from worker.engine.live import Workshop, live_slice
from worker.engine.standing_back import StandingBack
from worker.engine.warm import WarmEngines
from worker.minds import minds

SEED = 11
HALF_A_DAY, A_DAY = 4320, 8640
"""Ticks. The town is moved when it has lived half a day."""
TOWN = "t-lane"

NORA = settle(
    brook_lane(),
    ResidentForm(name="Nora Lind", traits=["warm"], home="Signal Cottage", wants="Nora wants to read."),
).newcomer

SENT: list[tuple[Stamp, AnyInput]] = [
    (
        Stamp(400, 0),
        Speak(visitor="visitor:vera", name="Vera", to="walter", text="Good morning! What will you do today?"),
    ),
    (Stamp(900, 0), SetObject(object="Brook Lane:The Blue Kettle:kitchen:stove", state="leaking gas")),
    (Stamp(1000, 0), SetObject(object="Brook Lane:nowhere:at:all", state="gone")),
    (Stamp(1100, 0), AddResident(newcomer=NORA)),
    (Stamp(5000, 0), Announce(text="The bridge is closed.")),
    (Stamp(5000, 1), Speak(visitor="visitor:vera", name="Vera", to="marta", text="Have you heard?")),
]
"""Some take effect before the town is moved, some wait in it meanwhile."""


def workshop(database: Database, hints: Hints) -> Workshop:
    return Workshop(database, hints, Cognition, minds, True, WarmEngines(), StandingBack(), threading.Event())


def live_until(shop: Workshop, town: str, tick: int) -> None:
    set_clock(shop.database, town, paused=False, speed=0, pause_at=tick)
    while not get_town(shop.database, town).paused:
        live_slice(shop, town, "me", 0.5)
    assert get_town(shop.database, town).head_tick == tick


@contextmanager
def opened(url: str) -> Iterator[Database]:
    database = Database(url)
    yield database
    database.dispose()


@pytest.fixture(scope="module")
def hints(redis_url: str) -> Iterator[Hints]:
    opened = Hints(redis_url)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def home(database: Database, hints: Hints) -> Database:
    """The machine on which the town has lived half a day."""
    create_town(database, TOWN, brook_lane(), name="The lane", seed=SEED, mind="rules", paused=True)
    for number, (stamp, given) in enumerate(SENT):
        put_input(database, TOWN, f"input {number}", given, stamp)
    live_until(workshop(database, hints), TOWN, HALF_A_DAY)
    return database


@pytest.fixture(scope="module")
def file(home: Database, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "lane.townlet"
    export_town(home, TOWN, path)
    return path


@pytest.fixture
def away(other_database_url: str) -> Iterator[Database]:
    """Another machine, without a town."""
    with opened(other_database_url) as database:
        yield database


def taken_in(database: Database, file: Path, town: str = TOWN) -> None:
    with open_town_file(file) as whole:
        import_town(database, whole, town)


def rows_of(database: Database, town: str) -> dict[str, list[Any]]:
    """All that is stored of a town, but for what belongs to the database alone."""
    with database.begin() as connection:
        return {
            table.name: connection.execute(
                select(*(c for c in table.c if c.name not in ("town", "id") or table.name == "memories"))
                .where(table.c.town == town)
                .order_by(*table.primary_key)
            ).all()
            for table in OF_A_TOWN
        }


def test_a_town_that_was_moved_lives_the_life_that_it_would_have_lived_at_home(
    file: Path, away: Database, hints: Hints, tmp_path: Path
) -> None:
    taken_in(away, file)
    live_until(workshop(away, hints), TOWN, A_DAY)
    arrived = [Arrived(n, f"input {n}", given, stamp) for n, (stamp, given) in enumerate(SENT)]
    scenario = brook_lane()
    with FileJournal(tmp_path, arrived) as journal:
        live_headless(
            scenario, SEED, A_DAY, cognition=Cognition(scenario), mind=minds("rules"), journal=journal
        )
    assert digest(away, TOWN, A_DAY) == (journal.digest.hexdigest(), journal.digest.events)
    fates = [row.fate.status for row in list_inputs(away, TOWN)]
    assert fates.count("applied") == 5
    assert fates.count("refused") == 1


def test_it_comes_with_all_its_past_and_is_paused(file: Path, home: Database, away: Database) -> None:
    taken_in(away, file)
    there, here = get_town(home, TOWN), get_town(away, TOWN)
    assert here.paused
    for same in ("name", "scenario", "scenario_hash", "seed", "mind", "created_at", "status", "speed"):
        assert getattr(here, same) == getattr(there, same), same
    assert (here.head_tick, here.head_order, here.head_seq) == (
        there.head_tick,
        there.head_order,
        there.head_seq,
    )
    past, moved = rows_of(home, TOWN), rows_of(away, TOWN)
    assert moved == past
    assert all(past[table] for table in ("events", "inputs", "questions", "answers", "snapshots", "memories"))
    assert state_at(away, TOWN, HALF_A_DAY // 2) == state_at(home, TOWN, HALF_A_DAY // 2)
    assert digest(away, TOWN) == digest(home, TOWN)


def test_exported_again_it_is_the_same_file(file: Path, away: Database, tmp_path: Path) -> None:
    taken_in(away, file)
    export_town(away, TOWN, tmp_path / "again.townlet")
    assert (tmp_path / "again.townlet").read_bytes() == file.read_bytes()


def test_beside_the_town_that_it_was_it_gets_another_id(file: Path, away: Database) -> None:
    taken_in(away, file)
    with open_town_file(file) as whole:
        with pytest.raises(TownExists):
            import_town(away, whole, TOWN)
        copy = take_in(away, whole)
        delete_town(away, TOWN)
        another = take_in(away, whole)
    assert len({copy.id, another.id, TOWN}) == 3
    assert digest(away, copy.id) == digest(away, another.id)
    assert {town.id for town in list_towns(away)} == {copy.id, another.id}


def test_inputs_that_wait_keep_the_order_in_which_they_came(
    home: Database, away: Database, found_town: FoundTown, tmp_path: Path
) -> None:
    town = found_town(paused=True)
    keys = [f"{number}" for number in (3, 1, 2)]
    for key in keys:
        put_input(home, town, key, Announce(text=f"Number {key} calls."))
    export_town(home, town, tmp_path / "new.townlet")
    taken_in(away, tmp_path / "new.townlet", town)
    with away.begin() as connection:
        assert list(connection.scalars(select(inputs.c.key).order_by(inputs.c.id))) == keys


def test_a_town_is_exported_while_it_runs(
    home: Database, away: Database, hints: Hints, found_town: FoundTown, tmp_path: Path
) -> None:
    town = found_town(brook_lane())
    set_clock(home, town, speed=0)
    shop, heads = workshop(home, hints), []

    def live() -> None:
        while not shop.stopping.is_set():
            live_slice(shop, town, "me", 60.0)

    engine = threading.Thread(target=live)
    engine.start()
    try:
        while len(set(heads)) < 4:
            path = tmp_path / f"{len(heads)}.townlet"
            heads.append(export_town(home, town, path).head_seq)
    finally:
        shop.stopping.set()
        engine.join()
    for number in (0, len(heads) // 2, len(heads) - 1):
        taken_in(away, tmp_path / f"{number}.townlet", f"t-{number}")
        assert get_town(away, f"t-{number}").head_seq == heads[number]


def test_a_town_that_has_ended_stays_so(
    home: Database, away: Database, found_town: FoundTown, tmp_path: Path
) -> None:
    town = found_town()
    end_town(home, town)
    export_town(home, town, tmp_path / "ended.townlet")
    taken_in(away, tmp_path / "ended.townlet")
    assert get_town(away, TOWN).status == "ended"


def test_a_deleted_town_is_not_exported(home: Database, found_town: FoundTown, tmp_path: Path) -> None:
    town = found_town()
    delete_town(home, town)
    with pytest.raises(TownGone):
        export_town(home, town, tmp_path / "gone.townlet")
    assert [*tmp_path.iterdir()] == []


def test_nothing_is_written_over(file: Path, home: Database, tmp_path: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(OutputTaken, match="--out"):
        export_town(home, TOWN, file)
    assert file.read_bytes() == before
    with pytest.raises(FileUnusable, match="nowhere"):
        export_town(home, TOWN, tmp_path / "nowhere" / "lane.townlet")


def test_the_commands_move_a_town_by_its_name(
    home: Database,
    other_database_url: str,
    database_url: str,
    redis_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TOWNLET_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("REDIS_URL", redis_url)
    monkeypatch.setenv("DATABASE_URL", database_url)
    path = tmp_path / "lane.townlet"
    told = CliRunner().invoke(app, ["export", "The lane", "--out", str(path)])
    assert told.exit_code == 0, told.output
    assert digest(home, TOWN)[0] in told.stdout
    monkeypatch.setenv("DATABASE_URL", other_database_url)
    told = CliRunner().invoke(app, ["import", str(path)])
    assert told.exit_code == 0, told.output
    assert TOWN in told.stdout
    with opened(other_database_url) as away:
        assert digest(away, TOWN) == digest(home, TOWN)
