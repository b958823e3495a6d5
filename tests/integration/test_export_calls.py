"""What a town's models were asked moves with the town; what it cost stays where it was spent."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.store.model_server.calls import get_call, list_calls, record_call
from backend.store.model_server.spending import spent_today
from backend.store.moving.export_town import export_town
from backend.store.moving.import_town import import_town
from backend.store.moving.open_town_file import open_town_file
from backend.store.moving.town_file_faults import DamagedExport
from backend.store.postgres.database import Database
from backend.store.queues.recorded import RecordedAnswer, record_answers, recorded_answer
from tests.integration.conftest import FoundTown
from tests.integration.test_calls import a_call
from tests.integration.town_files import TamperedFile
from tests.small_town import a_question, a_scenario

QUESTION = a_question(a_scenario(), "ana", 5)


@pytest.fixture
def exported(database: Database, found_town: FoundTown, tmp_path: Path) -> tuple[str, Path]:
    town = found_town(a_scenario())
    for number in range(3):
        record_call(database, town, a_call(f"react:ana@{number}", tick=number))
    with database.begin() as connection:
        record_answers(connection, town, [(QUESTION, RecordedAnswer("model", {"kind": "react"}))])
    path = tmp_path / "town.zip"
    export_town(database, town, path)
    return town, path


def taken_in(database: Database, path: Path, town: str) -> None:
    with open_town_file(path) as file:
        import_town(database, file, town)


def test_calls_prompts_and_recorded_answers_move_with_the_town(
    database: Database, exported: tuple[str, Path]
) -> None:
    town, path = exported
    spent = spent_today(database)
    moved = f"{town}-moved"
    taken_in(database, path, moved)
    before, after = list_calls(database, town, 10), list_calls(database, moved, 10)
    assert [(c.key, c.answer, c.cost, c.made_at) for c in after] == [
        (c.key, c.answer, c.cost, c.made_at) for c in before
    ]
    assert get_call(database, moved, after[0].id)[1] == get_call(database, town, before[0].id)[1]
    assert recorded_answer(database, moved, QUESTION) == RecordedAnswer("model", {"kind": "react"})
    assert spent_today(database) == spent


def test_a_file_of_before_there_were_models_is_taken_in(
    database: Database, exported: tuple[str, Path], tmp_path: Path
) -> None:
    town, path = exported
    file = TamperedFile(path)
    members = file.manifest["members"]
    for table in ("prompts", "calls", "recorded", "bookmarks", "moderations"):
        del file.members[f"{table}.jsonl"], members[table]
    file.say(format=1, members=members)
    taken_in(database, file.save(tmp_path / "old.zip"), f"{town}-old")
    assert list_calls(database, f"{town}-old", 10) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"outcome": "splendid"},
        {"kind": "sing"},
        {"cost": -1},
        {"attempt": "1"},
        {"prompt": [1]},
        {"made_at": "yesterday"},
        {"town": "another"},
    ],
    ids=str,
)
def test_calls_that_nobody_made_are_refused_with_the_whole_town(
    database: Database, exported: tuple[str, Path], tmp_path: Path, wrong: dict[str, object]
) -> None:
    town, path = exported
    file = TamperedFile(path)
    file.edit("calls", lambda lines: [{**line, **wrong} for line in lines])
    with pytest.raises(DamagedExport):
        taken_in(database, file.save(tmp_path / "wrong.zip"), f"{town}-wrong")
