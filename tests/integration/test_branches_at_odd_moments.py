"""Branches made while the town goes on, in its open tick, while the game master thinks, and of branches yet to live."""

from __future__ import annotations

import pytest

from backend.domain.inputs import Announce, EditGoal, Request, SetMind
from backend.store.family import branches
from backend.store.family.bookmarks import Bookmark, add_bookmark, list_bookmarks
from backend.store.family.branches import NoSuchEvent, Wish, make_branch
from backend.store.history.events import state_at
from backend.store.postgres.database import Database
from backend.store.queues.inputs import list_inputs
from backend.store.town.towns import get_town
from tests.a_life import brook_lane
from tests.integration.a_branch import branch_of, found, live_to, send

NOW = 300


@pytest.fixture
def town(database: Database) -> str:
    town = found(database, brook_lane())
    live_to(database, town, NOW)
    return town


def test_a_town_that_goes_on_meanwhile_is_branched_where_it_was_asked(
    database: Database, town: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = branches._lock

    def late(connection: object, parent: str, *, against_commits: bool) -> None:
        live_to(database, town, NOW + 40)
        lock(connection, parent, against_commits=against_commits)  # type: ignore[arg-type]

    monkeypatch.setattr(branches, "_lock", late)
    branch, _ = make_branch(database, town, "t-while-it-goes-on", "k", Wish(tick=NOW))
    assert branch.fork_tick == NOW
    assert get_town(database, town).head_tick > NOW


def test_what_is_scheduled_for_the_open_tick_comes_up_in_the_branch_as_well(
    database: Database, town: str
) -> None:
    send(database, town, "now", Announce(text="The ice cream van is here."), NOW)
    branch = branch_of(database, town)
    for one in (town, branch):
        live_to(database, one, NOW + 20)
        assert [row.fate.status for row in list_inputs(database, one)] == ["applied"], one


def test_a_request_that_was_open_while_a_model_was_game_master_is_put_before_it_again(
    database: Database, town: str
) -> None:
    send(database, town, "model", SetMind(resident=None, mind="model"))
    live_to(database, town, NOW)
    send(database, town, "snow", Request(text="It begins to snow."))
    live_to(database, town, NOW + 2)
    given_up = send(database, town, "rules", SetMind(resident=None, mind="rules"))
    live_to(database, town, NOW + 2)
    live_to(database, town, NOW + 60)

    for branch in (branch_of(database, town, tick=NOW + 1), branch_of(database, town, undo=given_up)):
        [asked] = [q for q in state_at(database, branch, NOW + 1).questions if q.startswith("adjudicate:")]
        row = get_town(database, branch)
        assert (row.fork_tick, asked.startswith("adjudicate:game:master")) == (NOW + 1, True)


def test_an_aim_made_by_hand_keeps_its_name_where_something_else_of_its_tick_is_undone(
    database: Database, town: str
) -> None:
    news = send(database, town, "news", Announce(text="The circus comes tonight."))
    send(database, town, "aim", EditGoal(resident="marta", text="win the baking prize"))
    live_to(database, town, NOW + 60)
    [aim] = [k for k in state_at(database, town, NOW + 60).residents["marta"].goals if f"@{NOW}" in k]
    send(
        database,
        town,
        "won",
        EditGoal(resident="marta", goal=aim, text="win the baking prize", status="reached"),
    )
    live_to(database, town, NOW + 80)

    branch = branch_of(database, town, undo=news)
    live_to(database, branch, NOW + 80)
    assert {row.fate.status for row in list_inputs(database, branch)} == {"applied"}
    assert state_at(database, branch, NOW + 80).residents["marta"].goals[aim].status == "reached"


def test_a_bookmark_in_a_branch_that_has_not_lived_yet_is_seen_by_a_branch_of_it(
    database: Database, town: str
) -> None:
    branch = branch_of(database, town)
    add_bookmark(database, branch, "k", Bookmark(50, "Here it began", None, None), "somebody")
    assert [one.bookmark.note for one in list_bookmarks(database, branch_of(database, branch))] == [
        "Here it began"
    ]


def test_an_event_that_is_not_there_is_named_as_such(database: Database, town: str) -> None:
    with pytest.raises(NoSuchEvent, match="there is no event 999999"):
        make_branch(database, town, "t-never", "k", Wish(seq=999_999))
