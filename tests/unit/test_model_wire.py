"""Every answer of a day survives the wire to a model and back, and nothing that was not given does."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.questions import (
    AnyAnswer,
    AnyQuestion,
    BeliefChange,
    BeliefView,
    DetailPlan,
    Digest,
    DigestAnswer,
    GoalChange,
    Insight,
    InvalidAnswer,
    PlanDay,
    PlanDayAnswer,
    Rate,
    React,
    Reflect,
    ReflectAnswer,
    Say,
)
from tests.a_life import brook_lane, live
from tests.model_api.strict_schemas import check_strict
from worker.minds.model.fields import clean
from worker.minds.model.handles import Handles, names
from worker.minds.model.wire import FORMS, read, schema, write
from worker.minds.rules import RulesMind

TEN_HOURS = 3600
RULES = RulesMind()


@cache
def day_of_brook_lane() -> dict[str, list[AnyQuestion]]:
    """The questions of a day, by kind."""
    life = live(brook_lane(), seed=3, ticks=TEN_HOURS)
    by_kind: dict[str, list[AnyQuestion]] = defaultdict(list)
    for question in life.questions.values():
        by_kind[question.kind].append(question)
    return by_kind


def a(kind: str) -> Any:
    return day_of_brook_lane()[kind][0]


def through_json(document: object) -> Any:
    return json.loads(json.dumps(document))


def normal(answer: AnyAnswer) -> AnyAnswer:
    """As the wire leaves it: each belief's grounds are named once."""
    if not isinstance(answer, ReflectAnswer | DigestAnswer):
        return answer
    once = (b.model_copy(update={"because": tuple(dict.fromkeys(b.because))}) for b in answer.beliefs)
    return answer.model_copy(update={"beliefs": tuple(once)})


def test_every_answer_of_a_day_comes_back_from_the_wire_as_it_was() -> None:
    tried = set()
    for kind, questions in day_of_brook_lane().items():
        for question in questions:
            answer = RULES.answer(question)
            assert read(question, through_json(write(question, answer))) == normal(answer)
            tried.add(kind)
    assert tried >= {"plan_day", "detail_plan", "react", "say", "digest", "rate"}


@given(st.data())
def test_any_answer_that_cites_and_believes_comes_back_as_it_was(data: st.DataObject) -> None:
    reflect = reflecting()
    ids = st.lists(st.sampled_from([m.id for m in reflect.memories]), min_size=1, unique=True).map(tuple)
    words = st.text(min_size=1, max_size=150).map(clean).filter(bool)
    beliefs = st.builds(
        BeliefChange,
        belief=st.sampled_from([None, "believed"]),
        statement=words,
        confidence=st.floats(0, 1),
        because=ids,
    )
    insight = st.builds(Insight, text=words, importance=st.integers(1, 10), because=ids)
    goal = st.builds(
        GoalChange,
        goal=st.sampled_from([None, "to open a café"]),
        text=words,
        status=st.sampled_from(["open", "reached", "dropped"]),
        because=ids,
    )
    answer = data.draw(
        st.builds(
            ReflectAnswer,
            kind=st.just("reflect"),
            cites=ids,
            insights=st.lists(insight, max_size=5).map(tuple),
            beliefs=st.lists(beliefs, max_size=3).map(tuple),
            goals=st.lists(goal, max_size=2).map(tuple),
        )
    )
    assert read(reflect, through_json(write(reflect, answer))) == answer


def reflecting() -> Reflect:
    """A question about memories of a day, with a belief and a goal."""
    asked = max(day_of_brook_lane()["rate"], key=lambda question: len(question.memories))
    assert isinstance(asked, Rate)
    document = asked.model_dump() | {
        "kind": "reflect",
        "goals": ("to open a café",),
        "beliefs": (BeliefView(id="believed", statement="The café is closed on Mondays", confidence=0.5),),
    }
    return Reflect.model_validate(document)


@pytest.mark.parametrize("kind", sorted(FORMS))
def test_each_schema_is_one_that_strict_servers_take(kind: str) -> None:
    check_strict(FORMS[kind].schema, f"response_format {kind!r}")


def test_two_questions_of_a_kind_have_one_schema() -> None:
    """Servers put it before the prompt: one that changed would make all of the prompt new to them."""
    asked = day_of_brook_lane()["say"]
    assert schema(asked[0]) == schema(asked[-1])


@pytest.mark.parametrize("time", ["25:99", "24:30", "12:60", "-1:00", "noon", "1e3:00", "", "１２:7"])
def test_a_time_that_no_clock_shows_is_refused(time: str) -> None:
    plan = a("plan_day")
    document = through_json(write(plan, RULES.answer(plan)))
    document["blocks"][0]["until"] = time
    with pytest.raises(InvalidAnswer, match=r"blocks\[0\].until"):
        read(plan, document)


def test_a_plan_whose_time_goes_backwards_is_refused() -> None:
    plan = a("plan_day")
    document = through_json(write(plan, RULES.answer(plan)))
    document["blocks"][2]["until"] = document["blocks"][0]["until"]
    with pytest.raises(InvalidAnswer, match="keep the order"):
        read(plan, document)


def test_a_plan_may_name_a_place_by_its_name_and_a_slip_of_the_pen_is_mended() -> None:
    plan = a("plan_day")
    assert isinstance(plan, PlanDay)
    answer = RULES.answer(plan)
    assert isinstance(answer, PlanDayAnswer)
    document = through_json(write(plan, answer))
    arena = answer.blocks[0].arena
    for word in (arena, arena.upper(), f"[{names(plan).places.of(arena)}]", arena[:-1] + "x"):
        document["blocks"][0]["place"] = word
        assert read(plan, document) == answer


def test_a_name_that_may_be_two_things_is_none() -> None:
    rooms = Handles("place", "p", [("west: room 1", ["the room"]), ("west: room 2", ["the room"])])
    with pytest.raises(InvalidAnswer, match="may be several of them; choose one of: p1, p2"):
        rooms.id("the room")
    with pytest.raises(InvalidAnswer, match="is unknown"):
        rooms.id("west: room 9")
    with pytest.raises(InvalidAnswer, match="is unknown"):
        rooms.id("p9")


@pytest.mark.parametrize(
    ("kind", "change", "fault"),
    [
        ("plan_day", {"blocks": [{"until": "23:00", "place": "the moon"}]}, "blocks[0].need: is missing"),
        ("plan_day", {"blocks": []}, "has no blocks"),
        ("plan_day", {"blocks": 7}, "blocks: is no list"),
        ("plan_day", {"blocks": [None] * 61}, "has 61 entries"),
        ("detail_plan", {"actions": []}, "has no actions"),
        ("detail_plan", {"actions": [{"place": "the moon", "minutes": 5}]}, "'the moon', which is unknown"),
        ("react", {"option": "fly"}, "option: 'fly' is none"),
        ("say", {"text": "x" * 501}, "text: has 501 characters; give at most 500"),
        ("say", {"text": "\u202e\x00 \n"}, "text: is empty"),
        ("say", {"text": ["hello"]}, "text: is no text"),
        ("say", {"tells": ["m9999"]}, "tells: names the memory 'm9999', which is unknown"),
        ("say", {"invites": "a dance"}, "invites: names the invitation"),
        ("say", {"accepts": ["f1", "f77"]}, "accepts: names the offer"),
        ("say", {"ends": "yes"}, "ends: must be true or false"),
        ("digest", {"importance": 11}, "importance: is 11; give a number from 1 to 10"),
        ("digest", {"importance": True}, "importance: is no number"),
        ("digest", {"closeness_change": float("nan")}, "closeness_change: is no number"),
        ("digest", {"memo": ""}, "memo: is empty"),
        ("rate", {"ratings": []}, "are not rated"),
        ("rate", {"ratings": ["m1 11"]}, "'m1 11' is out of bounds"),
        ("rate", {"ratings": ["all: 5"]}, "'all: 5' is no handle and importance"),
        ("rate", {"ratings": [{"memory": "m1"}]}, "ratings: is no list of texts"),
        ("rate", {"ratings": ["m999 5"]}, "'m999', which is unknown"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_fault(kind: str, change: dict[str, Any], fault: str) -> None:
    question = a(kind)
    document = through_json(write(question, RULES.answer(question)))
    with pytest.raises(InvalidAnswer) as refusal:
        read(question, document | change)
    assert fault in str(refusal.value)


@pytest.mark.parametrize("document", [None, [], "words", 7, {}, {"thoughts": ["Error"], "answer": "{}"}])
def test_something_else_than_an_answer_is_refused(document: object) -> None:
    for kind in ("plan_day", "detail_plan", "react", "say", "digest", "rate"):
        with pytest.raises(InvalidAnswer):
            read(a(kind), document)


def test_a_ground_that_was_never_given_is_no_ground_but_the_words_count() -> None:
    say = a("say")
    assert isinstance(say, Say)
    document = through_json(write(say, RULES.answer(say))) | {
        "because": ["m99", "the moon"],
        "text": "Good day",
    }
    answer = read(say, document)
    assert answer.cites == ()
    assert getattr(answer, "text", "") == "Good day"


def test_a_digest_cites_the_memories_it_was_given_not_what_was_heard_in_the_talk() -> None:
    digest = a("digest")
    assert isinstance(digest, Digest)
    document = through_json(write(digest, RULES.answer(digest)))
    everything = [names(digest).memories.of(m.id) for m in (*digest.memories, *digest.heard)]
    answer = read(digest, document | {"because": everything})
    assert isinstance(answer, DigestAnswer)
    assert set(answer.cites) == {m.id for m in digest.memories}


def test_a_thing_of_another_place_is_not_used() -> None:
    for question in day_of_brook_lane()["detail_plan"]:
        assert isinstance(question, DetailPlan)
        if question.elsewhere and question.objects and question.elsewhere[0][0] != question.arena:
            document = through_json(write(question, RULES.answer(question)))
            document["actions"][0] |= {
                "place": names(question).places.of(question.elsewhere[0][0]),
                "object": names(question).objects.of(question.objects[0].id),
            }
            with pytest.raises(InvalidAnswer, match="is not at"):
                read(question, document)
            return
    pytest.fail("no question of the day has a second place")


def test_an_option_may_be_named_by_its_words_nearly() -> None:
    react = a("react")
    assert isinstance(react, React)
    document = through_json(write(react, RULES.answer(react)))
    assert read(react, document | {"option": "Go_on."}).choice == "go_on"


_WORDS = (
    "m1", "m2", "m99", "p1", "p9", "w1", "t1", "c1", "f1", "i1", "b1", "g1", "", "null", "sleep", "eat", "go_on",
    "talk", "23:00", "07:00", "25:99", "open", "allowed", "job", "m1 5", "m1 99", "\ud800", "\u202e\x00", "x" * 700,
    "Error: no",
)  # fmt: skip
_JUNK = st.none() | st.booleans() | st.integers(-3, 3000) | st.floats() | st.sampled_from(_WORDS)


def answers_like(form: dict[str, Any]) -> st.SearchStrategy[Any]:
    """What a model might send that keeps to a schema mostly."""
    kinds = form.get("type")
    if kinds == "object":
        fields = {name: answers_like(part) for name, part in form["properties"].items()}
        return st.fixed_dictionaries({}, optional=fields) | st.fixed_dictionaries(fields) | _JUNK
    if kinds == "array":
        return st.lists(answers_like(form["items"]), max_size=4) | _JUNK
    return _JUNK


@pytest.mark.parametrize("kind", ["plan_day", "detail_plan", "react", "say", "digest", "rate", "reflect"])
def test_whatever_a_model_sends_is_an_answer_that_fits_or_is_refused(kind: str) -> None:
    question = reflecting() if kind == "reflect" else a(kind)

    @given(answers_like(FORMS[question.kind].schema))
    def tried(document: Any) -> None:
        try:
            answer = read(question, document)
        except InvalidAnswer:
            return
        answer.check(question)
        answer.model_dump_json().encode()

    tried()
