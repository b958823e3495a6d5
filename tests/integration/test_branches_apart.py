"""What happens in a branch stays in it, and what happens later to its parent does not reach it."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.domain.events import Rated, Recorded
from backend.domain.inputs import Announce, Speak
from backend.domain.scenario import Scenario
from backend.store.family.branches import NotLivedYet, Wish, make_branch
from backend.store.family.families import family_of, main_of, make_main
from backend.store.history.events import digest, read_events, state_at
from backend.store.history.memories import memories_of
from backend.store.history.news import read_news
from backend.store.history.provenance import asking, event_at
from backend.store.journal.batch import Batch, Head
from backend.store.journal.postgres_journal import PostgresJournal
from backend.store.moving.export_town import export_town
from backend.store.moving.import_town import import_town
from backend.store.moving.open_town_file import open_town_file
from backend.store.people.moderations import moderate, moderation_of
from backend.store.postgres.database import Database
from backend.store.queues.inputs import KeyReused, list_inputs
from backend.store.town.towns import (
    TownGone,
    TownHasBranches,
    acquire_lease,
    delete_town,
    get_town,
    release_lease,
)
from tests.a_life import brook_lane
from tests.integration.a_branch import branch_of, found, live_to, log_of, send

NOON = 900


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return brook_lane()


@pytest.fixture
def town(database: Database, scenario: Scenario) -> str:
    town = found(database, scenario)
    live_to(database, town, NOON)
    return town


def test_an_announcement_in_a_branch_is_heard_there_alone(database: Database, town: str) -> None:
    treated, untreated = branch_of(database, town), branch_of(database, town)
    send(database, treated, "news", Announce(text="Free cake for everybody!"))
    for one in (town, treated, untreated):
        live_to(database, one, NOON + 600)
    assert log_of(database, untreated) == log_of(database, town)
    own = log_of(database, treated)
    shared = next(
        n for n, (one, other) in enumerate(zip(own, log_of(database, town), strict=False)) if one != other
    )
    assert '"kind":"announced"' in own[shared][3]
    assert shared == get_town(database, treated).fork_seq
    assert "Free cake" in " ".join(memory.text for memory in memories_of(database, treated, "marta", 500))
    for one in (town, untreated):
        assert "Free cake" not in " ".join(memory.text for memory in memories_of(database, one, "marta", 500))


def test_a_branch_in_the_middle_of_an_open_tick_is_the_town_as_it_is(database: Database, town: str) -> None:
    """Also what a visitor has just said, which nobody has perceived yet."""
    send(database, town, "hello", Speak(visitor="visitor:v", name="Vera", to="marta", text="Good day!"))
    send(database, town, "news", Announce(text="The mill is for sale."))
    live_to(database, town, NOON)
    branch = branch_of(database, town)
    assert get_town(database, branch).fork_order == get_town(database, town).head_order >= 1
    for one in (town, branch):
        live_to(database, one, NOON + 400)
    assert log_of(database, branch) == log_of(database, town)
    assert [one.key for one in list_inputs(database, branch)] == ["hello", "news"]


def test_what_is_scheduled_comes_up_in_the_branch_as_well(database: Database, town: str) -> None:
    send(database, town, "tonight", Announce(text="The band plays."), NOON + 60)
    branch = branch_of(database, town, tick=NOON - 300)
    for one in (town, branch):
        live_to(database, one, NOON + 200)
    assert log_of(database, branch) == log_of(database, town)


def test_a_rating_in_one_town_is_not_seen_in_the_other(database: Database, town: str) -> None:
    before, after = branch_of(database, town), branch_of(database, town)
    memory = memories_of(database, town, "marta", 1)[0]
    rating = 10 if memory.importance != 10 else 1
    fence = acquire_lease(database, town, "a test", 600)
    assert fence is not None
    row = get_town(database, town)
    rated = Recorded(
        row.head_seq + 1,
        row.head_tick,
        row.head_order + 1,
        Rated(resident="marta", ratings={memory.id: rating}, upto=row.head_tick),
    )
    head = Head(row.head_tick, row.head_order + 1, row.head_seq + 1)
    PostgresJournal(database, town, fence).commit(Batch(head=head, events=[rated]))
    release_lease(database, town, fence)
    after = branch_of(database, town)
    seen = {one: memories_of(database, one, "marta", 1)[0].importance for one in (town, before, after)}
    assert seen == {town: rating, before: memory.importance, after: rating}


def test_pages_of_the_log_go_on_from_the_parent_into_the_branch(database: Database, town: str) -> None:
    branch = branch_of(database, town, tick=500)
    live_to(database, branch, NOON)
    fork = get_town(database, branch).fork_seq
    assert fork is not None
    around = read_events(database, branch, fork - 5, 10)
    assert [recorded.seq for recorded in around] == list(range(fork - 4, fork + 6))
    news = read_news(database, branch, fork - 5, 10)
    assert [told.seq for told in news.events] == list(range(fork - 4, fork + 6))
    assert event_at(database, branch, fork - 1) is not None
    assert state_at(database, branch, 400) == state_at(database, town, 400)
    asked = next(r.event for r in read_events(database, branch, 0, 500, kind="asked"))
    assert asked.kind == "asked"
    assert asking(database, branch, asked.key) == asking(database, town, asked.key)


def test_a_branch_moves_to_another_machine_with_all_its_past(
    database: Database, town: str, tmp_path: Path
) -> None:
    send(database, town, "later", Announce(text="It rains."))
    live_to(database, town, NOON)
    branch = branch_of(database, branch_of(database, town, tick=700), tick=600)
    send(database, branch, "own", Announce(text="It snows."))
    live_to(database, branch, NOON)
    manifest = export_town(database, branch, tmp_path / "branch.town")
    assert (manifest.digest, manifest.head_seq) == (
        _whole(database, branch),
        get_town(database, branch).head_seq,
    )
    with open_town_file(tmp_path / "branch.town") as file:
        import_town(database, file, "t-imported" + branch)
    imported = "t-imported" + branch
    assert get_town(database, imported).parent is None
    for one in (branch, imported):
        live_to(database, one, NOON + 300)
    assert log_of(database, imported) == log_of(database, branch)
    assert [one.key for one in list_inputs(database, imported)] == ["own"]


def test_a_town_with_branches_is_deleted_with_them_or_not_at_all(database: Database, town: str) -> None:
    branch = branch_of(database, town, tick=500)
    leaf = branch_of(database, branch, tick=400)
    make_main(database, leaf)
    assert main_of(family_of(database, town)) == leaf
    with pytest.raises(TownHasBranches) as refused:
        delete_town(database, branch)
    assert set(refused.value.branches) == {leaf}
    assert delete_town(database, leaf) == [leaf]
    assert main_of(family_of(database, town)) == town
    again = branch_of(database, branch, tick=400)
    assert delete_town(database, town, with_branches=True) == [town, branch, again]
    for gone in (town, branch, again):
        assert get_town(database, gone).status == "deleted"
    with pytest.raises(TownGone):
        branch_of(database, town, tick=1)


def test_the_same_key_makes_one_branch(database: Database, town: str) -> None:
    wish = Wish("once", tick=300)
    one, is_new = make_branch(database, town, "t-once1" + town, "k", wish)
    other, is_new_again = make_branch(database, town, "t-once2" + town, "k", wish)
    assert (is_new, is_new_again, other.id) == (True, False, one.id)
    with pytest.raises(KeyReused):
        make_branch(database, town, "t-once3" + town, "k", Wish("once", tick=301))


def test_nobody_branches_off_the_future(database: Database, town: str) -> None:
    with pytest.raises(NotLivedYet):
        make_branch(database, town, "t-future" + town, "future", Wish("x", tick=NOON + 1))


def test_who_was_shown_out_is_shown_out_in_the_whole_family(database: Database, town: str) -> None:
    branch = branch_of(database, town, tick=300)
    moderate(database, branch, "visitor:v", removed=True)
    assert moderation_of(database, town, "visitor:v").removed


def _whole(database: Database, town: str) -> str:
    return digest(database, town)[0]
