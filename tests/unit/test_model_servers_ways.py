"""What a server's refusals teach, when it is left alone, how long is waited, and what is read in its answers."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.calls import Message
from backend.domain.questions import Embed, InvalidAnswer
from tests.unit.a_question import a_memory, a_persona
from worker.minds.model.abilities import MOST_TOKENS, NO_JSON_AT_FIRST, Abilities
from worker.minds.model.breaker import FAILURES, FIRST_PAUSE, LONGEST_PAUSE, Breaker
from worker.minds.model.hearing import LONGEST, NotJson, completion, document, spoken
from worker.minds.model.retrying import PATIENCE, retry_after, wait
from worker.minds.model.vectors import read_vectors, texts_of

PROMPT = (Message("user", "JSON please"),)
SCHEMA = {"type": "object"}


def body(abilities: Abilities, **changes: Any) -> dict[str, Any]:
    return abilities.body("say", "m", PROMPT, SCHEMA, "low", stream=False)


def test_a_server_without_schemas_is_asked_by_tools_then_in_json_mode_then_in_words() -> None:
    abilities = Abilities()
    asked = body(abilities)
    assert asked["response_format"]["json_schema"]["strict"] is True
    assert abilities.mend(asked, "response_format", "not supported")
    asked = body(abilities)
    assert asked["tool_choice"] == {"type": "function", "function": {"name": "say"}}
    assert not abilities.schema_in_prompt
    assert abilities.mend(asked, None, "'tool_choice' must be a word")
    asked = body(abilities)
    assert asked["tool_choice"] == "required"
    assert abilities.mend(asked, None, "this model does not support tools")
    asked = body(abilities)
    assert asked["response_format"] == {"type": "json_object"}
    assert abilities.schema_in_prompt
    assert abilities.mend(asked, "response_format", "no")
    asked = body(abilities)
    assert not {"response_format", "tools", "tool_choice"} & set(asked)
    assert not abilities.mend(asked, "response_format", "no")


def test_what_two_threads_were_refused_is_learned_once() -> None:
    abilities = Abilities()
    asked = body(abilities)
    assert abilities.mend(asked, "response_format", "no")
    assert abilities.mend(asked, "response_format", "no")
    assert abilities.mode == "tools"


def test_a_limit_of_tokens_is_named_as_the_server_wants_it_or_not_at_all() -> None:
    abilities = Abilities()
    assert "max_tokens" in body(abilities)
    assert abilities.mend(body(abilities), "max_tokens", "Use 'max_completion_tokens' instead")
    assert "max_tokens" not in body(abilities)
    assert "max_completion_tokens" in body(abilities)
    assert abilities.mend(body(abilities), None, "Extra inputs are not permitted: max_completion_tokens")
    assert not {"max_tokens", "max_completion_tokens"} & set(body(abilities))


@pytest.mark.parametrize("name", ["temperature", "reasoning_effort"])
def test_a_parameter_that_is_refused_is_not_sent_again(name: str) -> None:
    abilities = Abilities()
    assert name in body(abilities)
    assert abilities.mend(body(abilities), None, f"Unsupported value: '{name}' does not support this")
    assert name not in body(abilities)
    assert not abilities.mend(body(abilities), name, "no")


def test_a_refusal_of_something_that_was_not_sent_teaches_nothing() -> None:
    assert not Abilities().mend(body(Abilities()), "metadata", "Unknown parameter: 'metadata'")


def test_a_server_that_ignores_how_it_is_asked_for_json_is_asked_in_another_way() -> None:
    abilities = Abilities()
    for _ in range(NO_JSON_AT_FIRST):
        abilities.gave(body(abilities), json=False)
    assert abilities.mode == "tools"


def test_a_server_that_has_given_json_once_is_not_given_up_for_some_broken_ones() -> None:
    abilities = Abilities()
    abilities.gave(body(abilities), json=True)
    for _ in range(10 * NO_JSON_AT_FIRST):
        abilities.gave(body(abilities), json=False)
    assert abilities.mode == "schema"


def test_an_answer_that_was_cut_short_has_more_room_next_time_but_not_for_ever_more() -> None:
    abilities = Abilities()
    rooms = [abilities.room_for("say")]
    for _ in range(5):
        abilities.more_room()
        rooms.append(abilities.room_for("say"))
    assert rooms[0] < rooms[1] < rooms[2] == rooms[-1]
    assert abilities.room_for("plan_day") <= MOST_TOKENS


class Hands:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_server_that_fails_again_and_again_is_left_alone_and_tried_by_one_after_a_pause() -> None:
    clock = Hands()
    breaker = Breaker(clock)
    assert [breaker.failed("down") for _ in range(FAILURES)] == [False] * (FAILURES - 1) + [True]
    assert breaker.rest() == "down"
    clock.now += FIRST_PAUSE + 0.1
    assert breaker.rest() is None
    assert breaker.rest() == "down"
    breaker.heard()
    assert breaker.rest() is None


def test_pauses_grow_to_a_limit() -> None:
    clock = Hands()
    breaker = Breaker(clock)
    breaker.failed("wrong key", at_once=True)
    pauses = []
    for _ in range(8):
        began = clock.now
        while breaker.rest() is not None:
            clock.now += 0.5
        pauses.append(clock.now - began)
        breaker.failed("wrong key", at_once=True)
    assert pauses[0] < pauses[1] < pauses[2]
    assert max(pauses) <= LONGEST_PAUSE + 1


def test_a_server_is_left_alone_for_as_long_as_it_asks() -> None:
    clock = Hands()
    breaker = Breaker(clock)
    breaker.failed("too many calls", at_least=300)
    clock.now += 299
    assert breaker.rest() == "too many calls"


def test_one_success_between_failures_keeps_a_server_in_use() -> None:
    breaker = Breaker(Hands())
    for _ in range(5):
        for _ in range(FAILURES - 1):
            breaker.failed("500")
        breaker.heard()
    assert breaker.rest() is None


def test_waits_grow_differ_between_questions_and_are_the_same_for_the_same() -> None:
    waits = [wait("say:ana@60", attempt, None) for attempt in (1, 2, 3)]
    assert waits == [wait("say:ana@60", attempt, None) for attempt in (1, 2, 3)]
    assert waits != [wait("say:bo@60", attempt, None) for attempt in (1, 2, 3)]
    assert 0.25 <= waits[0] <= 0.75
    assert 1.0 <= waits[2] <= 3.0
    assert wait("q", 1, 7.0) >= 7.0


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("3", 3.0), ("0.5", 0.5), ("Sat, 21 Nov 2026 10:00:30 GMT", 30.0), ("Sat, 21 Nov 2026 09:00:00 GMT", 0.0),
     ("soon", None), (None, None), ("-4", None), ("9" * 400, None)],
)  # fmt: skip
def test_retry_after_is_a_number_or_a_date(header: str | None, seconds: float | None) -> None:
    assert retry_after(header, datetime(2026, 11, 21, 10, 0, tzinfo=UTC)) == seconds
    assert PATIENCE > 1


def said(content: object, finish: str = "stop", **message: object) -> dict[str, Any]:
    return {
        "choices": [{"message": {"content": content, **message}, "finish_reason": finish}],
        "usage": {
            "prompt_tokens": 90,
            "completion_tokens": 7,
            "prompt_tokens_details": {"cached_tokens": 64},
        },
    }


def test_a_completion_is_read_with_what_it_cost() -> None:
    heard = completion(said("hello"))
    assert (heard.outcome, heard.text) == ("ok", "hello")
    assert (heard.input_tokens, heard.cached_tokens, heard.output_tokens) == (90, 64, 7)


@pytest.mark.parametrize(
    ("found", "outcome"),
    [
        ({"choices": []}, "empty"),
        ({}, "empty"),
        ([], "empty"),
        (said(""), "empty"),
        (said(None), "empty"),
        (said("<think>hm"), "empty"),
        (said("half", "length"), "cut"),
        (said("", "length"), "cut"),
        (said("no", "content_filter"), "refused"),
        (said(None, refusal="I can't"), "refused"),
        (said("x" * (LONGEST + 1)), "too_long"),
        (said(None, tool_calls=[{"function": {"name": "say", "arguments": '{"a": 1}'}}]), "ok"),
        (said([{"type": "text", "text": "in parts"}]), "ok"),
    ],
)
def test_what_became_of_an_answer_has_a_name(found: object, outcome: str) -> None:
    assert completion(found).outcome == outcome


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from(["choices", "message", "content", "tool_calls", "function", "arguments", "usage",
                         "prompt_tokens", "finish_reason", "refusal", "x"]), inner, max_size=4),
    max_leaves=20,
)  # fmt: skip


@given(_JSON)
def test_whatever_a_server_sends_is_read_without_failing(found: object) -> None:
    heard = completion(found)
    assert len(heard.text) <= LONGEST
    assert heard.input_tokens >= heard.cached_tokens >= 0


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1}',
        '```json\n{"a": 1}\n```',
        '<think>{"b": 2}</think>{"a": 1}',
        'Here you are: {"a": 1}. Enjoy!',
    ],
)
def test_json_is_found_in_what_is_around_it(text: str) -> None:
    assert document(text) == {"a": 1}


@pytest.mark.parametrize(
    "text", ["", "no", "{", "}{", '{"a": }', "{" * 5000 + "}" * 5000, '{"a": ' + "1" * 5000 + "}", "[1, 2]"]
)
def test_what_is_no_json_object_is_said_to_be_none(text: str) -> None:
    with pytest.raises(NotJson):
        document(text)


def test_thoughts_are_not_spoken() -> None:
    assert spoken("<think>He is odd</think>\nGood day!") == "Good day!"
    assert spoken("<think>He is") == ""


def embedding(*memories: str) -> Embed:
    return Embed(
        key="k", resident="ana", tick=1, effect=7, seed=1, now="", minute=1, persona=a_persona(), activity="",
        memories=tuple(a_memory(id=f"m:{number}", text=text) for number, text in enumerate(memories)),
        embedder="vectors", texts=("what matters",),
    )  # fmt: skip


def test_vectors_come_by_memory_and_by_text_whatever_their_order() -> None:
    question = embedding("one", "two")
    rows = [
        {"index": 2, "embedding": [0, 1]},
        {"index": 0, "embedding": [1, 0]},
        {"index": 1, "embedding": [1, 1]},
    ]
    answer = read_vectors(question, texts_of(question), json.dumps({"data": rows}))
    assert list(answer.vectors) == ["m:0", "m:1", "what matters"]
    assert len(set(answer.vectors.values())) == 3
    answer.check(question)


@pytest.mark.parametrize(
    "rows",
    [[], [{"index": 0, "embedding": [1]}], [{"index": n, "embedding": [1] * (n + 1)} for n in range(3)],
     [{"index": n, "embedding": []} for n in range(3)], [{"index": n, "embedding": "AAAA"} for n in range(3)],
     [{"index": n, "embedding": [[1], [2]]} for n in range(3)], [{"embedding": [1]}] * 3, [1, 2, 3], None,
     [{"index": n, "embedding": [float("inf")]} for n in range(3)]],
)  # fmt: skip
def test_what_is_no_list_of_like_vectors_is_none_at_all(rows: object) -> None:
    question = embedding("one", "two")
    with pytest.raises(InvalidAnswer):
        read_vectors(question, texts_of(question), json.dumps({"data": rows}))
