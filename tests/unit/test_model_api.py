"""The model server for tests refuses what the real API refuses, in its words."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model_api.chat_requests import Kind, Peculiarities, read_request
from tests.model_api.embedding_requests import read_embedding_request
from tests.model_api.faults import FAULTS, FaultPlan, every_fault
from tests.model_api.metering import PrefixCache, latency, slowness, time_of, tokens_of
from tests.model_api.refusals import Refusal
from tests.model_api.replies import smallest
from tests.model_api.strict_schemas import check_strict

Json = dict[str, Any]
CLOSED: Json = {
    "type": "object",
    "properties": {"line": {"type": "string"}},
    "required": ["line"],
    "additionalProperties": False,
}
CALL = {"id": "call_1", "type": "function", "function": {"name": "say", "arguments": "{}"}}


def a_body(**changes: Any) -> Json:
    return {"model": "test-large", "messages": [{"role": "user", "content": "Good morning."}], **changes}


def a_format(schema: Json, **changes: Any) -> Json:
    return {
        "type": "json_schema",
        "json_schema": {"name": "say", "schema": schema, "strict": True, **changes},
    }


def a_tool(schema: Json, name: str = "say") -> Json:
    return {"type": "function", "function": {"name": name, "parameters": schema, "strict": True}}


def refusal_of(body: Any, kind: Kind = "schema", **like: Any) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read_request(body, Peculiarities(kind=kind, **like))
    return caught.value


def test_what_a_careful_client_sends_is_taken() -> None:
    body = a_body(
        temperature=0.7,
        max_completion_tokens=300,
        seed=7,
        stream=True,
        stream_options={"include_usage": True},
        response_format=a_format(CLOSED),
    )
    assert read_request(body, Peculiarities()).response_format is not None
    asked = a_body(tools=[a_tool(CLOSED)], tool_choice={"type": "function", "function": {"name": "say"}})
    assert read_request(asked, Peculiarities(kind="tools")).tools is not None
    words = [{"role": "user", "content": "Answer in JSON."}]
    in_json = a_body(messages=words, response_format={"type": "json_object"})
    assert read_request(in_json, Peculiarities(kind="json")).response_format is not None


@pytest.mark.parametrize(
    ("body", "words", "code"),
    [
        ({"model": "test-large"}, "Missing required parameter: 'messages'", "missing_required_parameter"),
        (a_body(messages=[]), "Invalid value for 'messages'", "invalid_value"),
        (a_body(mood="good"), "Unknown parameter: 'mood'", "unknown_parameter"),
        (
            a_body(messages=[{"role": "user", "content": "Hi", "mood": 1}]),
            "Unknown parameter: 'messages[0].mood'",
            "unknown_parameter",
        ),
        (a_body(messages=[{"role": "narrator", "content": "Hi"}]), "messages[0].role", "invalid_value"),
        (a_body(messages=[{"role": "user", "content": None}]), "expected a string, got null", None),
        (a_body(messages=[{"role": "user", "content": "Hi", "name": "Ana Ruiz"}]), "name", "invalid_value"),
        (a_body(temperature=2.5), "temperature", "invalid_value"),
        (a_body(temperature="warm"), "temperature", "invalid_type"),
        (a_body(max_completion_tokens=0), "max_completion_tokens", "invalid_value"),
        (a_body(max_tokens=5, max_completion_tokens=5), "at the same time", "invalid_parameter_combination"),
        (a_body(stream_options={"include_usage": True}), "only allowed when 'stream'", None),
        (a_body(tool_choice="auto"), "only allowed when 'tools' are specified", None),
        (a_body(parallel_tool_calls=False), "only allowed when 'tools' are specified", None),
        (
            a_body(
                tools=[a_tool(CLOSED)], tool_choice={"type": "function", "function": {"name": "shout"}}
            ),
            "'shout' not found",
            None,
        ),
        (a_body(response_format={"type": "json_object"}), "must contain the word 'json'", None),
        (a_body(response_format={"type": "json_schema"}), "response_format.json_schema", "missing_required_parameter"),
        (a_body(response_format=a_format(CLOSED, name="a name")), "response_format", "invalid_value"),
        (
            a_body(messages=[{"role": "tool", "content": "{}", "tool_call_id": "call_1"}]),
            "must be a response to a preceeding message",
            None,
        ),
        (
            a_body(
                messages=[
                    {"role": "assistant", "tool_calls": [CALL]},
                    {"role": "user", "content": "Once more, please."},
                ]
            ),
            "did not have response messages: call_1",
            None,
        ),
    ],
)  # fmt: skip
def test_a_faulty_body_is_refused_as_the_real_api_does(body: Json, words: str, code: str | None) -> None:
    refusal = refusal_of(body)
    assert refusal.status == 400
    error = refusal.body["error"]
    assert set(error) == {"message", "type", "param", "code"}
    assert words in error["message"]
    assert error["type"] == "invalid_request_error"
    assert error["code"] == code


def test_a_reask_that_answers_the_call_of_a_tool_is_taken() -> None:
    talk = [
        {"role": "user", "content": "Say something."},
        {"role": "assistant", "tool_calls": [CALL]},
        {"role": "tool", "content": "the line is empty", "tool_call_id": "call_1"},
    ]
    assert read_request(a_body(messages=talk, tools=[a_tool(CLOSED)]), Peculiarities(kind="tools"))


def test_an_unknown_model_is_not_found() -> None:
    refusal = refusal_of(a_body(model="gpt-12"))
    assert (refusal.status, refusal.code) == (404, "model_not_found")


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("tools", a_body(response_format=a_format(CLOSED))),
        ("tools", a_body(messages=[{"role": "user", "content": "JSON"}], response_format={"type": "json_object"})),
        ("json", a_body(response_format=a_format(CLOSED))),
        ("json", a_body(tools=[a_tool(CLOSED)])),
    ],
)  # fmt: skip
def test_a_server_refuses_the_forms_of_answer_that_it_does_not_know(kind: Kind, body: Json) -> None:
    assert "not supported with this model" in str(refusal_of(body, kind))


def test_a_reasoning_model_refuses_temperature_and_max_tokens() -> None:
    refuses = frozenset({"temperature", "max_tokens"})
    refusal = refusal_of(a_body(temperature=0.7), refuses=refuses)
    assert (refusal.code, refusal.body["error"]["param"]) == ("unsupported_value", "temperature")
    refusal = refusal_of(a_body(max_tokens=100), refuses=refuses)
    assert "Use 'max_completion_tokens' instead" in str(refusal)
    assert read_request(a_body(temperature=1), Peculiarities(refuses=refuses))


def _closed(properties: Json, **changes: Any) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        **changes,
    }


def _nested(levels: int) -> Json:
    schema: Json = {"type": "string"}
    for _ in range(levels):
        schema = _closed({"in": schema})
    return schema


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({"type": "array", "items": {"type": "string"}}, "schema must be a JSON Schema of 'type: \"object\"'"),
        (_closed({"line": {"type": "string"}}, additionalProperties=True), "'additionalProperties' is required"),
        ({"type": "object", "properties": {}, "required": []}, "'additionalProperties' is required"),
        (_closed({"line": {"type": "string"}, "end": {"type": "boolean"}}, required=["line"]), "Missing 'end'"),
        (_closed({"line": {"type": "string"}}, required=["line", "end"]), "Extra required key 'end'"),
        (_closed({"line": {"type": "string", "maxLength": 9}}), "'maxLength' is not permitted"),
        (_closed({"line": {"type": "string", "default": ""}}), "'default' is not permitted"),
        (_closed({"lines": {"type": "array"}}), "array schema missing items"),
        (_closed({"line": {"oneOf": [{"type": "string"}]}}), "schema must have a 'type' key"),
        (_closed({"line": {"type": "string", "enum": []}}), "too short"),
        (_closed({"line": {"type": "string", "enum": ["a", "a"]}}), "non-unique"),
        (_closed({"line": {"$ref": "#/$defs/line"}}), "can't be resolved"),
        (_nested(6), "6 levels of nesting exceeds limit of 5"),
        (_closed({f"p{n}": {"type": "string"} for n in range(5001)}), "5001 object properties"),
        (_closed({"p": {"type": "string", "enum": [f"v{n}" for n in range(1001)]}}), "1001 enum values"),
    ],
)  # fmt: skip
def test_a_schema_that_strict_mode_does_not_take_is_refused(schema: Json, words: str) -> None:
    refusal = refusal_of(a_body(response_format=a_format(schema)))
    assert "Invalid schema for response_format 'say': In context=" in str(refusal)
    assert words in str(refusal)
    assert read_request(a_body(response_format=a_format(schema, strict=False)), Peculiarities())


def test_a_strict_schema_is_taken_with_all_that_it_may_hold() -> None:
    schema = _closed(
        {
            "line": {"type": ["string", "null"], "description": "what to say"},
            "minutes": {"type": "integer", "minimum": 1, "maximum": 600},
            "cites": {"type": "array", "items": {"type": "string", "enum": ["m1", "m2"]}, "maxItems": 5},
            "offer": {"anyOf": [{"$ref": "#/$defs/offer"}, {"type": "null"}]},
        },
        **{"$defs": {"offer": _closed({"place": {"type": "string"}})}},
    )
    check_strict(schema, "function 'say'")
    check_strict(_nested(5), "function 'say'")
    assert smallest(schema, schema) == {"line": None, "minutes": 1, "cites": [], "offer": None}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"model": "test-embedding"}, "'input'"),
        ({"model": "test-embedding", "input": ""}, "'$.input' is invalid"),
        ({"model": "test-embedding", "input": []}, "'input'"),
        ({"model": "test-embedding", "input": ["a"] * 2049}, "'input'"),
        ({"model": "test-embedding", "input": "a" * 40_000}, "8192 tokens"),
        ({"model": "test-embedding", "input": "a", "format": "float"}, "Unknown parameter: 'format'"),
        ({"model": "ada", "input": "a"}, "does not exist"),
    ],
)
def test_faulty_requests_for_embeddings_are_refused(body: Json, words: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_embedding_request(body, "test-embedding")
    assert words in str(caught.value)


def test_only_the_beginning_that_an_earlier_prompt_had_is_reused() -> None:
    cache = PrefixCache(block_tokens=16)
    persona, first, second = "p" * 640, "a" * 640, "b" * 640
    assert cache.take("large", persona + first) == 0
    assert cache.take("large", persona + second) == 160
    assert cache.take("large", persona + second) == 320
    assert cache.take("large", "x" + persona + second) == 0
    assert cache.take("small", persona + second) == 0


def test_a_server_may_reuse_long_beginnings_only() -> None:
    cache = PrefixCache(128, 1024)
    for _ in range(2):
        assert cache.take("large", "p" * 4000) == 0
    cache.take("large", "p" * 4608)
    assert cache.take("large", "p" * 4608) == 1152


@given(st.text(max_size=200))
def test_a_token_is_four_characters(text: str) -> None:
    assert tokens_of(text) * 4 - len(text) in range(4)


def test_the_latency_law_has_its_median_and_spread() -> None:
    times = sorted(latency(f"request {n}", 100) for n in range(2001))
    assert times[1000] == pytest.approx(0.34 + 1.2, rel=0.03)
    assert times[1682] / times[1000] == pytest.approx(2.718**0.25, rel=0.05)
    assert slowness("request 1") == slowness("request 1")


def test_a_town_waits_for_an_answer_at_its_effect_and_not_before() -> None:
    assert time_of([(0, 6, 1.0)], slots=1) == 1.0
    # Both are asked at once: side by side with two slots, one after the other with one.
    both = [(0, 6, 1.0), (0, 6, 2.0)]
    assert (time_of(both, slots=2), time_of(both, slots=1)) == (2.0, 3.0)
    # The second is asked before the first takes effect, the third only after it.
    assert time_of([(0, 60, 5.0), (30, 90, 5.0)], slots=2) == 5.0
    assert time_of([(0, 60, 5.0), (61, 90, 5.0)], slots=2) == 10.0


def test_each_fault_comes_at_its_rate_and_again_in_the_same_calls() -> None:
    first, second = FaultPlan(every_fault(0.05)), FaultPlan(every_fault(0.05))
    drawn = [first.of(f"request {n}", "structure") for n in range(4000)]
    assert drawn == [second.of(f"request {n}", "structure") for n in range(4000)]
    counts = Counter(fault for fault in drawn if fault is not None)
    assert first.counts == counts
    assert set(counts) == set(FAULTS)
    assert all(130 < count < 270 for count in counts.values())


def test_a_request_that_is_sent_again_may_well_succeed() -> None:
    plan = FaultPlan({"server_error": 0.5})
    drawn = [plan.of("the same request", "structure") for _ in range(40)]
    assert None in drawn
    assert "server_error" in drawn


def test_words_and_embeddings_have_no_form_to_be_wrong_in() -> None:
    plan = FaultPlan({"wrong_schema": 1.0})
    assert (plan.of("a", "words"), plan.of("a", "embeddings")) == (None, None)
    assert not plan.counts
