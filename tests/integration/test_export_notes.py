"""What directors noted and decided moves with a town: bookmarks, and who may not speak there or come in."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.store.family.bookmarks import Bookmark, add_bookmark, list_bookmarks
from backend.store.moving.export_town import export_town
from backend.store.moving.import_town import import_town
from backend.store.moving.open_town_file import open_town_file
from backend.store.moving.town_file_faults import DamagedExport
from backend.store.people.moderations import Moderation, moderate, moderation_of
from backend.store.postgres.database import Database
from tests.integration import a_branch
from tests.integration.town_files import TamperedFile
from tests.small_town import a_scenario

AUTHOR = "link-of-nobody"
HERE = Bookmark(20, "Here it starts.", "ana", (310, 44))
THERE = Bookmark(40, "And here\x85it ends — “so”.", None, None)
IN_THE_BRANCH = Bookmark(50, "Only here.", None, None)


@pytest.fixture
def lived(database: Database) -> str:
    """A town with two bookmarks and two visitors who were dealt with."""
    town = a_branch.found(database, a_scenario("ana", "ben"))
    a_branch.live_to(database, town, 60)
    for bookmark in (THERE, HERE):
        add_bookmark(database, town, f"of {bookmark.tick}", bookmark, AUTHOR)
    moderate(database, town, "visitor:loud", muted=True)
    moderate(database, town, "visitor:gone", muted=False, removed=True)
    return town


def exported(database: Database, town: str, folder: Path) -> Path:
    path = folder / f"{town}.townlet"
    export_town(database, town, path)
    return path


def taken_in(database: Database, path: Path, town: str) -> str:
    with open_town_file(path) as file:
        import_town(database, file, town)
    return town


def test_bookmarks_move_with_the_town(database: Database, lived: str, tmp_path: Path) -> None:
    moved = taken_in(database, exported(database, lived, tmp_path), f"{lived}-moved")
    assert [row.bookmark for row in list_bookmarks(database, moved)] == [HERE, THERE]
    assert {row.author for row in list_bookmarks(database, moved)} == {None}


def test_whom_a_director_muted_or_showed_out_is_so_in_the_town_that_was_taken_in(
    database: Database, lived: str, tmp_path: Path
) -> None:
    moved = taken_in(database, exported(database, lived, tmp_path), f"{lived}-moved")
    assert moderation_of(database, moved, "visitor:loud") == Moderation(muted=True, changes=1)
    assert moderation_of(database, moved, "visitor:gone") == Moderation(removed=True, changes=1)
    assert moderation_of(database, moved, "visitor:other") == Moderation()


def test_a_branch_takes_what_it_can_see_though_keys_come_twice(
    database: Database, lived: str, tmp_path: Path
) -> None:
    branch = a_branch.branch_of(database, lived, tick=55)
    add_bookmark(database, branch, "of 20", IN_THE_BRANCH, AUTHOR)
    add_bookmark(database, lived, "too late", Bookmark(58, "Not in the branch.", None, None), AUTHOR)
    moved = taken_in(database, exported(database, branch, tmp_path), f"{branch}-moved")
    assert [row.bookmark for row in list_bookmarks(database, moved)] == [HERE, THERE, IN_THE_BRANCH]
    assert moderation_of(database, moved, "visitor:loud").muted


def test_a_file_of_before_they_moved_is_taken_in(database: Database, lived: str, tmp_path: Path) -> None:
    file = TamperedFile(exported(database, lived, tmp_path))
    members = file.manifest["members"]
    for table in ("bookmarks", "moderations"):
        del file.members[f"{table}.jsonl"], members[table]
    file.say(format=2, members=members)
    moved = taken_in(database, file.save(tmp_path / "old"), f"{lived}-old")
    assert list_bookmarks(database, moved) == []
    assert moderation_of(database, moved, "visitor:loud") == Moderation()


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        ("bookmarks", {"tick": 100_000}),
        ("bookmarks", {"tick": "noon"}),
        ("bookmarks", {"x": 1, "y": None}),
        ("bookmarks", {"x": 2**40}),
        ("bookmarks", {"author": "somebody"}),
        ("bookmarks", {"note": "a\0b"}),
        ("bookmarks", {"key": "the same for all"}),
        ("moderations", {"muted": "yes"}),
        ("moderations", {"visitor": ""}),
        ("moderations", {"visitor": "the same for all"}),
    ],
    ids=str,
)
def test_notes_that_nobody_could_have_made_are_refused_with_the_whole_town(
    database: Database, lived: str, tmp_path: Path, table: str, wrong: dict[str, object]
) -> None:
    file = TamperedFile(exported(database, lived, tmp_path))
    file.edit(table, lambda lines: [{**line, **wrong} for line in lines])
    with pytest.raises(DamagedExport):
        taken_in(database, file.save(tmp_path / "wrong"), f"{lived}-wrong")
