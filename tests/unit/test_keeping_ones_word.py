"""What was agreed on is in the calendar, is planned for, comes to mind in time, and is missed where it was not kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.domain import events as e
from backend.domain.calendar import minutes
from backend.domain.questions import CommitmentView, InvalidAnswer, PlanDay, PlanDayAnswer
from backend.domain.state import Relationship
from backend.domain.world import Arena, Sector, World
from tests.small_town import ROOM, a_scenario
from tests.unit.a_question import CAFE, PARK, SHOP, a_persona, plan_question
from tests.unit.a_town import a_town, planned
from worker.cognition import committing
from worker.engine import commitments
from worker.engine.town import Town
from worker.engine.wakes import wakes_of
from worker.minds import minds

MIND = minds("rules")
YARD = "lane:yard:lawn"
START, END = 600, 960
"""Ticks of the picnic: 08:40 to 09:40."""
SETTING_OUT = 40
"""Minutes before its beginning within which one sets out for anything in a small town."""
FROM_WORK = 15
"""Minutes by which one may be late who comes from work."""
LINGERING = 15
"""Minutes that one stays where nothing else is worth beginning."""

Coming = Literal["in the room", "in the yard"]


# -- the day's plan ----------------------------------------------------------------------------------------------------


def an_entry(
    key: str = "commitment:zoe@1", start: int = 1140, end: int = 1200, **changes: Any
) -> CommitmentView:
    known: dict[str, Any] = {
        "id": key, "what": "a walk", "arena": PARK, "place": "at the park", "day": 0, "start": start, "end": end,
        "when": "today", "status": "accepted", "host": "Zoe Park",
    }  # fmt: skip
    return CommitmentView(**(known | changes))


def plan(question: PlanDay) -> PlanDayAnswer:
    answer = MIND.answer(question)
    assert isinstance(answer, PlanDayAnswer)
    answer.check(question)
    return answer


@given(start=st.integers(540, 1230), minutes_of_it=st.integers(30, 120), seed=st.integers(0, 10**6))
@settings(max_examples=150, deadline=None)
def test_what_was_agreed_on_is_in_the_plan_at_its_place_and_hour(
    start: int, minutes_of_it: int, seed: int
) -> None:
    entry = an_entry(start=start, end=start + minutes_of_it)
    question = plan_question(a_persona(), calendar=(entry,), seed=seed)
    [kept] = [block for block in plan(question).blocks if block.commitment == entry.id]
    assert kept.arena == entry.arena
    assert start - SETTING_OUT <= kept.start <= start + FROM_WORK
    assert entry.end <= kept.end < entry.end + LINGERING


@given(start=st.integers(540, 1230), seed=st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_of_two_things_at_one_hour_one_is_kept_and_the_other_taken_back_for_its_sake(
    start: int, seed: int
) -> None:
    one, other = an_entry(start=start, end=start + 60), an_entry("commitment:leo@2", start, start + 45)
    answer = plan(plan_question(a_persona(), calendar=(one, other), seed=seed))
    assert [block.commitment for block in answer.blocks if block.commitment] == [one.id]
    assert [(refusal.offer, refusal.ground) for refusal in answer.gives_up] == [(other.id, one.id)]


def test_what_one_was_only_asked_to_is_not_planned() -> None:
    answer = plan(plan_question(a_persona(), calendar=(an_entry(status="asked"),)))
    assert not any(block.commitment for block in answer.blocks)


def test_who_gives_something_at_work_works_and_looks_after_the_guests() -> None:
    entry = an_entry("occasion:sale", 900, 1000, what="the bicycle party", arena=SHOP, host="you")
    [block] = [
        block for block in plan(plan_question(a_persona(), calendar=(entry,))).blocks if block.commitment
    ]
    assert (block.need, block.activity) == ("work", "looking after the guests")


def test_what_one_is_seen_doing_there_does_not_give_the_news_away() -> None:
    for what in ("the Valentine's Day party", "the lanterns on the pond"):
        entry = an_entry("occasion:x", what=what, arena=CAFE)
        question = plan_question(a_persona(), calendar=(replace_end(entry, 1200),))
        [block] = [block for block in plan(question).blocks if block.commitment]
        assert not {"Valentine's", "lanterns"} & set(block.activity.split())


def replace_end(entry: CommitmentView, end: int) -> CommitmentView:
    return entry.model_copy(update={"end": end})


def test_nobody_waits_at_a_door_for_it_to_open() -> None:
    """The café opens at seven."""
    entry = an_entry(start=420, end=480, arena=CAFE, what="a coffee")
    answer = plan(plan_question(a_persona(job=None, wake=300), from_minute=330, calendar=(entry,)))
    assert [block.start for block in answer.blocks if block.commitment] == [420]


def test_a_plan_that_gives_up_what_is_not_in_the_calendar_is_refused() -> None:
    question = plan_question(a_persona(), calendar=(an_entry(),))
    broken = plan(plan_question(a_persona(), calendar=(an_entry(), an_entry("commitment:leo@2"))))
    with pytest.raises(InvalidAnswer, match="gives up"):
        broken.check(question)


# -- in the town -------------------------------------------------------------------------------------------------------


def a_lane() -> World:
    """The house, and a yard below it."""
    world = a_scenario("ana", "ben", "cleo").world
    lawn = Arena(YARD, "lawn", "lane:yard", frozenset((x, y) for x in range(12) for y in range(4, 6)))
    return replace(
        world,
        sectors={**world.sectors, "lane:yard": Sector("lane:yard", "yard", "garden")},
        arenas={**world.arenas, YARD: lawn},
    )


def a_picnic(tick: int = 0, *yes: str) -> Town:
    """Ana gives a picnic in the yard; Ben and Cleo are asked, and `yes` accept."""
    town = a_town(scenario=replace(a_scenario("ana", "ben", "cleo"), world=a_lane()), tick=tick)
    town.emit(
        e.Offered(
            commitment="commitment:ana@0", resident="ana", to=("ben", "cleo"), what="a picnic", arena=YARD,
            start=START, end=END,
        )
    )  # fmt: skip
    for resident in yes:
        town.emit(e.OfferAnswered(commitment="commitment:ana@0", resident=resident, accepted=True))
    return town


def goes(town: Town, resident: str, where: Coming) -> None:
    """It walks there at once."""
    here = town.view().position(resident)
    y = 5 if where == "in the yard" else 1
    town.emit(e.Walked(resident=resident, path=tuple((here[0], row) for row in _rows(here[1], y))))


def _rows(one: int, other: int) -> range:
    return range(one, other + 1) if other >= one else range(one, other - 1, -1)


def status(town: Town, resident: str) -> str:
    return town.state.commitments["commitment:ana@0"].parties[resident].status


def remembered(town: Town, resident: str) -> list[str]:
    return [
        recorded.event.text
        for recorded in town.pending
        if isinstance(recorded.event, e.Remembered) and recorded.event.resident == resident
    ]


PLACES = st.sampled_from(["in the room", "in the yard"])


@given(
    where=st.fixed_dictionaries({"ana": PLACES, "ben": PLACES, "cleo": PLACES}),
    yes=st.sets(st.sampled_from(["ben", "cleo"])),
)
@settings(max_examples=40, deadline=None)
def test_a_word_is_kept_by_being_there_and_broken_by_being_elsewhere(
    where: dict[str, Coming], yes: set[str]
) -> None:
    town = a_picnic(0, *sorted(yes))
    for resident, place in where.items():
        goes(town, resident, place)
    town.open_tick(END)
    commitments.settle(town, "ana", "commitment:ana@0")
    for resident in sorted({"ana", *yes}):
        assert status(town, resident) == ("kept" if where[resident] == "in the yard" else "broken")
    for resident in {"ben", "cleo"} - yes:
        assert status(town, resident) == "asked", "who never said yes breaks nothing"


def test_whoever_looks_in_and_goes_again_has_kept_its_word() -> None:
    town = a_picnic(0, "ben")
    goes(town, "ben", "in the yard")
    town.open_tick(START)
    commitments.attend(town, "ben", "commitment:ana@0")
    goes(town, "ben", "in the room")
    town.open_tick(END)
    commitments.settle(town, "ana", "commitment:ana@0")
    assert (status(town, "ben"), status(town, "ana")) == ("kept", "broken")


def test_the_host_misses_who_had_said_yes_and_does_not_come() -> None:
    town = a_picnic(0, "ben", "cleo")
    goes(town, "ana", "in the yard")
    goes(town, "ben", "in the yard")
    before = _closeness(town, "cleo")
    town.open_tick(END)
    commitments.settle(town, "ana", "commitment:ana@0")
    assert any(
        "Cleo Lane had said yes" in text and "did not come" in text for text in remembered(town, "ana")
    )
    assert not any("Ben Lane had said yes" in text for text in remembered(town, "ana"))
    assert _closeness(town, "cleo") < before


def _closeness(town: Town, other: str) -> float:
    return town.state.residents["ana"].relationships.get(other, Relationship()).closeness


def test_nobody_misses_somebody_whose_word_it_has_not_heard() -> None:
    town = a_picnic(0, "ben", "cleo")
    for resident in ("ana", "ben"):
        goes(town, resident, "in the yard")
    town.open_tick(END)
    commitments.settle(town, "ana", "commitment:ana@0")
    assert remembered(town, "ben") == []


def test_a_reason_is_left_behind_where_a_word_is_broken() -> None:
    town = a_picnic(0, "ben")
    goes(town, "ana", "in the yard")
    town.open_tick(END)
    commitments.settle(town, "ana", "commitment:ana@0")
    assert town.state.commitments["commitment:ana@0"].parties["ben"].reason


def test_one_is_reminded_once_in_time_to_walk_there() -> None:
    town = planned(a_picnic(0, "ben"), "ben", (0, 3000))
    [wake] = [wake for wake in wakes_of(town, "ben") if wake.what == "remind"]
    assert wake.tick <= START - minutes(15)
    town.open_tick(wake.tick)
    commitments.remind(town, "ben", "commitment:ana@0")
    assert any("a picnic" in text for text in remembered(town, "ben"))
    assert not any(wake.what == "remind" for wake in wakes_of(town, "ben"))


def test_whoever_says_yes_plans_the_rest_of_the_day_anew() -> None:
    town = planned(a_picnic(0), "ben", (0, 2000), (2000, 3000))
    assert not any(wake.what == "replan" for wake in wakes_of(town, "ben"))
    town.open_tick(60)
    town.emit(e.OfferAnswered(commitment="commitment:ana@0", resident="ben", accepted=True))
    assert any(wake.what == "replan" for wake in wakes_of(town, "ben"))
    commitments.replan(town, "ben", "commitment:ana@0")
    [question] = [each for each in town.asked if isinstance(each, PlanDay)]
    assert "a picnic" in question.because
    assert [entry.id for entry in question.calendar] == ["commitment:ana@0"]
    assert not any(wake.what == "replan" for wake in wakes_of(town, "ben")), "it is asked already"


def test_what_all_others_have_declined_binds_nobody_any_more() -> None:
    town = a_picnic()
    for guest in ("ben", "cleo"):
        town.emit(e.OfferAnswered(commitment="commitment:ana@0", resident=guest, accepted=False))
    assert commitments.accepted(town, "ana") == []
    assert committing.calendar(town.view(), "ana") == ()
    assert committing.conflicts(town.view(), "ana", ROOM, START, END) == ()


def test_one_can_not_be_at_two_places_at_one_hour_nor_walk_in_no_time() -> None:
    town = a_picnic(0, "ben")
    view = town.view()
    assert committing.conflicts(view, "ben", ROOM, START + 60, END) == ("commitment:ana@0",)
    assert committing.conflicts(view, "ben", ROOM, END, END + 300) == ("commitment:ana@0",), "the walk counts"
    assert committing.conflicts(view, "ben", ROOM, END + 60, END + 300) == ()


def test_the_calendar_shows_what_was_asked_and_accepted_and_is_not_over() -> None:
    town = a_picnic(0, "ben")
    [asked], [accepted] = committing.calendar(town.view(), "cleo"), committing.calendar(town.view(), "ben")
    assert (asked.status, accepted.status) == ("asked", "accepted")
    assert (accepted.start, accepted.end) == (8 * 60 + 40, 9 * 60 + 40)
    assert committing.calendar(town.view(), "ana")[0].host == "you"
    town.open_tick(END)
    assert committing.calendar(town.view(), "ben") == ()
