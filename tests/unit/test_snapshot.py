"""A town put into a snapshot and taken out again is the same town."""

from __future__ import annotations

from typing import Any

import orjson
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.domain.events import Block, PlannedAction
from backend.domain.reduce import reduce_all
from backend.domain.snapshot import restore, snapshot
from backend.domain.state import (
    Action,
    Attention,
    Line,
    ObjectState,
    OpenQuestion,
    Plan,
    Relationship,
    Resident,
    Talk,
    TownState,
    Visitor,
    Walk,
    initial_state,
)
from tests.small_town import a_life, a_scenario

WORDS = st.text(st.characters(codec="utf-8"), max_size=8)
TICKS = st.integers(0, 10**6)
TILES = st.tuples(st.integers(0, 300), st.integers(0, 300))
CLOSENESS = st.integers(-100, 100).map(lambda hundredths: hundredths / 100)


def tuples(of: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.lists(of, max_size=3).map(tuple)


def by_name(of: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.dictionaries(WORDS, of, max_size=3)


def maybe(of: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | of


NAMED = {"activity": WORDS, "need": WORDS, "emoji": WORDS, "arena": WORDS}
WALKS = st.builds(Walk, path=st.lists(TILES, min_size=1, max_size=4).map(tuple), start=TICKS)
ACTIONS = st.builds(
    Action,
    **NAMED,
    object=maybe(WORDS),
    object_state=maybe(WORDS),
    spot=TILES,
    duration=TICKS,
    asleep=st.booleans(),
    block=maybe(TICKS),
    why=WORDS,
    cause=maybe(WORDS),
    cites=tuples(WORDS),
    chosen=TICKS,
    begun=maybe(TICKS),
    until=maybe(TICKS),
)
PLANS = st.builds(
    Plan, day=TICKS, made=TICKS, blocks=tuples(st.builds(Block, start=TICKS, end=TICKS, **NAMED))
)
DETAILS = tuples(
    st.builds(PlannedAction, **NAMED, object=maybe(WORDS), object_state=maybe(WORDS), duration=TICKS)
)
RELATIONSHIPS = st.builds(
    Relationship, knows_name=st.booleans(), closeness=CLOSENESS, note=WORDS, talked=maybe(TICKS)
)
RESIDENTS = st.builds(
    Resident,
    id=WORDS,
    at=TILES,
    walk=maybe(WALKS),
    action=maybe(ACTIONS),
    plan=maybe(PLANS),
    block=st.integers(-1, 40),
    details=st.dictionaries(st.integers(0, 40), DETAILS, max_size=3),
    step=TICKS,
    talk=maybe(WORDS),
    relationships=by_name(RELATIONSHIPS),
)
LINES = tuples(st.builds(Line, speaker=WORDS, text=WORDS, tick=TICKS, ends=st.booleans()))
ATTENTIONS = st.builds(
    Attention,
    percepts=tuples(WORDS),
    considered=by_name(TICKS),
    unrated=TICKS,
    unreflected=TICKS,
    dialogues=by_name(LINES),
    told=st.frozensets(WORDS, max_size=3),
    trouble=WORDS,
    heard_of=st.frozensets(WORDS, max_size=3),
)
TALKS = st.builds(
    Talk,
    id=WORDS,
    participants=tuples(WORDS),
    arena=maybe(WORDS),
    started=TICKS,
    cause=maybe(WORDS),
    lines=LINES,
)
QUESTIONS = st.builds(
    OpenQuestion,
    key=WORDS,
    question=st.sampled_from(["say", "react", "answer"]),
    resident=WORDS,
    tick=TICKS,
    effect=maybe(TICKS),
    about=maybe(WORDS),
)
STATES = st.builds(
    TownState,
    tick=TICKS,
    order=st.integers(-1, 1000),
    seq=TICKS,
    residents=by_name(RESIDENTS),
    visitors=by_name(st.builds(Visitor, id=WORDS, name=WORDS, looks=st.integers(0, 5), at=TILES)),
    objects=by_name(st.builds(ObjectState, state=WORDS, by=maybe(WORDS), since=TICKS)),
    talks=by_name(TALKS),
    questions=by_name(QUESTIONS),
    attention=by_name(ATTENTIONS),
    accesses=by_name(TICKS),
    importances=by_name(st.integers(1, 10)),
)


def through_json(document: Any) -> Any:
    return orjson.loads(orjson.dumps(document))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(STATES)
def test_any_town_survives_its_snapshot(state: TownState) -> None:
    public, private = map(through_json, snapshot(state))
    restored = restore(public, private)
    assert restored == state
    assert snapshot(restored) == snapshot(state)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(STATES)
def test_a_restored_town_goes_through_its_people_and_things_in_the_same_order(state: TownState) -> None:
    public, private = map(through_json, snapshot(state))
    restored = restore(public, private)
    for part in ("residents", "visitors", "objects", "talks", "questions", "attention", "accesses"):
        assert list(getattr(restored, part)) == list(getattr(state, part))


def test_equal_towns_have_equal_snapshots_whatever_the_order_of_their_sets() -> None:
    news = [f"news {number}" for number in range(50)]
    one = TownState(attention={"ana": Attention(told=frozenset(news), heard_of=frozenset(news))})
    other = TownState(
        attention={"ana": Attention(told=frozenset(news[::-1]), heard_of=frozenset(news[::-1]))}
    )
    assert orjson.dumps(snapshot(one)) == orjson.dumps(snapshot(other))


def test_a_town_taken_up_from_a_snapshot_lives_on_like_one_that_was_never_stopped() -> None:
    scenario = a_scenario("ana", "ben", "cleo")
    log = a_life(scenario, ticks=50)
    whole = reduce_all(initial_state(scenario), log)
    for cut in (1, 60, 137, len(log)):
        half = reduce_all(initial_state(scenario), log[:cut])
        public, private = map(through_json, snapshot(half))
        assert reduce_all(restore(public, private), log[cut:]) == whole
