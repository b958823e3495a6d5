"""A file that is no town, or not all of it, or not as it was exported, is refused by name and leaves nothing behind."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from typer.testing import CliRunner

from backend.domain.inputs import Announce, Stamp
from backend.store.journal.postgres_journal import PostgresJournal
from backend.store.moving.export_town import export_town
from backend.store.moving.import_town import import_town
from backend.store.moving.open_town_file import open_town_file
from backend.store.moving.town_file_faults import (
    DamagedExport,
    FileUnusable,
    NewerVersion,
    NotATown,
    TooLarge,
    TownFileFault,
    TruncatedExport,
)
from backend.store.postgres.database import Database
from backend.store.postgres.tables import OF_A_TOWN, towns
from backend.store.queues.inputs import put_input
from backend.store.town.towns import acquire_lease, create_town
from tests.a_life import brook_lane
from tests.integration.town_files import TamperedFile
from townlet.cli import app
from worker.cognition.cognition import Cognition
from worker.engine.headless import live_headless
from worker.minds import minds

TOWN = "t-lane"
AN_HOUR = 360


@pytest.fixture(scope="module")
def whole(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a town that lived an hour and was then deleted here, as if it had come from elsewhere."""
    scenario = brook_lane()
    create_town(database, TOWN, scenario, name="The lane", seed=3, mind="rules", paused=True)
    put_input(database, TOWN, "later", Announce(text="Later."), Stamp(AN_HOUR + 100, 0))
    fence = acquire_lease(database, TOWN, "engine", 600)
    assert fence is not None
    journal = PostgresJournal(database, TOWN, fence)
    live_headless(scenario, 3, AN_HOUR, cognition=Cognition(scenario), mind=minds("rules"), journal=journal)
    path = tmp_path_factory.mktemp("export") / "lane.townlet"
    export_town(database, TOWN, path)
    with database.begin() as connection:
        for table in OF_A_TOWN:
            connection.execute(table.delete())
        connection.execute(towns.delete())
    return path


@pytest.fixture
def nothing_stays(database: Database, whole: Path) -> Iterator[None]:
    yield
    with database.begin() as connection:
        left = {
            table.name: connection.scalar(select(func.count()).select_from(table))
            for table in (*OF_A_TOWN, towns)
        }
    assert not any(left.values()), left


def take_in(database: Database, path: Path) -> None:
    with open_town_file(path) as file:
        import_town(database, file, TOWN)


def a_png() -> bytes:
    return b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8


def test_the_whole_file_is_taken_in(database: Database, whole: Path) -> None:
    take_in(database, whole)
    with database.begin() as connection:
        for table in (*OF_A_TOWN, towns):
            connection.execute(table.delete())


@pytest.mark.usefixtures("nothing_stays")
@pytest.mark.parametrize("text", [b"", b"{}", b"hello\n" * 1000, b"PK", b"PK\x03\x04" + b"x" * 500, a_png()])
def test_something_else_is_no_town(database: Database, text: bytes, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(text)
    with pytest.raises((NotATown, TruncatedExport) if text == b"PK" else NotATown):
        take_in(database, tmp_path / "file")


@pytest.mark.usefixtures("nothing_stays")
@pytest.mark.parametrize("members", [{}, {"word/document.xml": "<w/>"}, {"mimetype": "application/epub+zip"}])
def test_another_zip_is_no_town(database: Database, members: dict[str, str], tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "file", "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    with pytest.raises(NotATown, match="townlet export"):
        take_in(database, tmp_path / "file")


def test_a_file_that_is_not_there_is_named(database: Database, tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere", tmp_path):
        with pytest.raises(FileUnusable, match=path.name):
            take_in(database, path)


@pytest.mark.usefixtures("nothing_stays")
def test_a_part_of_a_file_is_known_for_that(database: Database, whole: Path, tmp_path: Path) -> None:
    text = whole.read_bytes()
    for size in (5, 40, 100, len(text) // 3, len(text) // 2, len(text) - 200, len(text) - 1):
        (tmp_path / "part").write_bytes(text[:size])
        with pytest.raises(TruncatedExport, match="Copy the file again"):
            take_in(database, tmp_path / "part")


@pytest.mark.usefixtures("nothing_stays")
def test_no_changed_byte_is_overlooked(whole: Path, tmp_path: Path) -> None:
    """Where one does no harm, such as in a date within the zip, the file still says the same."""
    text = whole.read_bytes()
    with open_town_file(whole) as file:
        says = file.manifest
    refused = 0
    places = [*range(80), *range(80, len(text), len(text) // 150), *range(len(text) - 700, len(text), 3)]
    for place in places:
        (tmp_path / "changed").write_bytes(text[:place] + bytes([text[place] ^ 0x55]) + text[place + 1 :])
        try:
            with open_town_file(tmp_path / "changed") as file:
                assert file.manifest == says
        except TownFileFault:
            refused += 1
    assert refused > len(places) / 2


Tamper = Callable[[TamperedFile], Any]
AT_ODDS: dict[str, tuple[Tamper, type[TownFileFault], str]] = {
    "a newer format": (lambda f: f.say(format=99, more="?"), NewerVersion, "Update Townlet"),
    "a newer schema of events": (lambda f: f.say(event_schema=99), NewerVersion, "99"),
    "no manifest": (lambda f: f.members.pop("manifest.json"), DamagedExport, "manifest"),
    "a manifest that is none": (lambda f: f.members.update({"manifest.json": b"[1"}), DamagedExport, "manifest"),
    "a manifest without a digest": (lambda f: f.say(digest="?"), DamagedExport, "digest"),
    "a large manifest": (lambda f: f.say(name="a" * 2_000_000), TooLarge, "manifest"),
    "another digest": (lambda f: f.say(digest="0" * 64), DamagedExport, "digest"),
    "another count": (lambda f: f.say_of("answers", rows=3), DamagedExport, "answers.jsonl"),
    "another size": (lambda f: f.say_of("events", bytes=3), DamagedExport, "size"),
    "another checksum": (lambda f: f.say_of("inputs", sha256="0" * 64), DamagedExport, "inputs.jsonl"),
    "a missing member": (lambda f: f.members.pop("answers.jsonl"), DamagedExport, "answers.jsonl is missing"),
    "a path out of the folder": (
        lambda f: f.members.update({"../../evil": b"x"}), DamagedExport, "evil",
    ),
    "an absolute path": (lambda f: f.members.update({"/tmp/evil": b"x"}), DamagedExport, "evil"),
    "two towns": (lambda f: f.edit("town", lambda lines: lines * 2), DamagedExport, "2 towns"),
    "no town": (lambda f: f.replace("town", b""), DamagedExport, "0 towns"),
    "a line without an end": (lambda f: f.replace("inputs", b"{}"), DamagedExport, "no end"),
    "a bomb": (lambda f: f.replace("snapshots", b"\0" * 30_000_000), TooLarge, "unpack"),
}  # fmt: skip


def changed(key: str, value: Any, number: int = -1) -> Callable[[list[Any]], list[Any]]:
    """Changes one line: the last, unless another is named."""

    def change(lines: list[Any]) -> list[Any]:
        lines[number] = lines[number] | {key: value}
        return lines

    return change


def event(number: int, part: int, value: Any) -> Callable[[list[Any]], list[Any]]:
    def change(lines: list[Any]) -> list[Any]:
        lines[number][part] = value
        return lines

    return change


FORGED: dict[str, Tamper] = {
    "an unknown event": lambda f: f.edit("events", event(5, 3, "abducted")),
    "an event with another shape": lambda f: f.edit("events", event(5, 4, {"what": 1})),
    "an event at a text": lambda f: f.edit("events", event(5, 1, "noon")),
    "an event beyond all ticks": lambda f: f.edit("events", event(-1, 1, 2**40)),
    "a line that is no event": lambda f: f.edit("events", lambda lines: [*lines[:-1], {"a": 1}]),
    "events out of order": lambda f: f.edit("events", lambda lines: [lines[1], lines[0], *lines[2:]]),
    "a gap in the log": lambda f: f.edit("events", lambda lines: lines[:9] + lines[10:]),
    "an event of nobody": lambda f: f.edit(
        "events",
        lambda lines: [*lines[:-1], [*lines[-1][:3], "halted", {"resident": "nobody", "at": [1, 1]}]],
    ),
    "a log in other words": lambda f: f.replace(
        "events", f.members["events.jsonl"].replace(b"[1,", b"[ 1,", 1)
    ),
    "no questions": lambda f: f.replace("questions", b""),
    "a question twice": lambda f: f.edit("questions", lambda lines: lines * 2),
    "an answer to a number": lambda f: f.edit("answers", changed("key", 7)),
    "an input of another kind": lambda f: f.edit("inputs", changed("payload", {"kind": "burn"})),
    "an input with an unknown key": lambda f: f.edit("inputs", changed("more", 1)),
    "an input at no time": lambda f: f.edit("inputs", changed("received_at", "yesterday")),
    "an input that the database can't hold": lambda f: f.edit("inputs", changed("key", "a\0b")),
    "a deleted town": lambda f: f.edit("town", changed("status", "deleted")),
    "a town at another place": lambda f: f.edit("town", changed("head_seq", 1)),
    "a town before its log": lambda f: f.edit("town", changed("head_tick", 2)),
    "a town without a world": lambda f: f.edit("town", changed("scenario_document", {})),
    "an endless speed": lambda f: f.edit("town", changed("speed", -1)),
    "a snapshot of nothing": lambda f: f.replace(
        "snapshots", b'{"seq":3,"tick":0,"state":{},"private":{}}\n'
    ),
    "deep nesting": lambda f: f.replace("snapshots", b"[" * 100_000 + b"\n"),
    "no JSON": lambda f: f.replace("answers", b"\xff\xfe\n"),
}


@pytest.mark.usefixtures("nothing_stays")
@pytest.mark.parametrize("case", AT_ODDS)
def test_a_file_at_odds_with_itself_is_refused(
    case: str, database: Database, whole: Path, tmp_path: Path
) -> None:
    tamper, fault, words = AT_ODDS[case]
    file = TamperedFile(whole)
    tamper(file)
    with pytest.raises(fault, match=words):
        take_in(database, file.save(tmp_path / "file"))
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.usefixtures("nothing_stays")
@pytest.mark.parametrize("case", FORGED)
def test_a_town_that_could_not_live_on_is_refused_though_all_adds_up(
    case: str, database: Database, whole: Path, tmp_path: Path
) -> None:
    file = TamperedFile(whole)
    FORGED[case](file)
    with pytest.raises(DamagedExport):
        take_in(database, file.save(tmp_path / "file"))


def test_what_is_written_anew_but_unchanged_is_taken_in(
    database: Database, whole: Path, tmp_path: Path
) -> None:
    """So the cases above are refused for what they say, not for how they are written."""
    file = TamperedFile(whole)
    for table in json.loads(file.members["manifest.json"])["members"]:
        file.edit(table, lambda lines: lines)
    test_the_whole_file_is_taken_in(database, file.save(tmp_path / "file"))


@pytest.mark.usefixtures("nothing_stays")
def test_a_file_packed_in_another_way_or_with_a_member_twice_is_refused(
    database: Database, whole: Path, tmp_path: Path
) -> None:
    file = TamperedFile(whole)
    file.compression = zipfile.ZIP_BZIP2
    with pytest.raises(DamagedExport, match="packed"):
        take_in(database, file.save(tmp_path / "bzip2"))
    twice = TamperedFile(whole).save(tmp_path / "twice")
    with zipfile.ZipFile(twice, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("town.jsonl", b"{}\n")
    with pytest.raises(DamagedExport, match="twice"):
        take_in(database, twice)


def test_the_command_says_it_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(a_png())
    told = CliRunner().invoke(app, ["import", str(tmp_path / "photo.png")])
    assert isinstance(told.exception, NotATown)
    assert len(str(told.exception).splitlines()) == 1
