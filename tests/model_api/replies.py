"""What the server says: the answer of `rules` to the question behind a request, in the form that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import orjson

from backend.domain.questions import AnyAnswer, AnyQuestion, ReplyAnswer
from tests.model_api.chat_requests import ChatRequest, NamedTool
from tests.model_api.faults import TOO_LONG, Fault
from worker.minds.rules import RulesMind

FindQuestion = Callable[[str, str], AnyQuestion | None]
"""The open question of (town, key), if there is one."""
Encode = Callable[[AnyQuestion, AnyAnswer], dict[str, Any]]
"""An answer as the wire has it."""
REFUSAL = "I'm sorry, I can't help with that."
PLAIN_WORDS = "I am well, thank you."
_RULES = RulesMind()


def answer_text(request: ChatRequest, question: AnyQuestion | None, encode: Encode) -> str:
    """The whole answer: words where no form was asked for, else JSON.

    A request without a question of a town gets the smallest thing that fits.
    """
    answer = None if question is None or question.kind == "embed" else _RULES.answer(question)
    schema = wanted_schema(request)
    if not is_structured(request):
        return answer.text if isinstance(answer, ReplyAnswer) else PLAIN_WORDS
    if question is None or answer is None:
        return orjson.dumps({"ok": True} if schema is None else smallest(schema, schema)).decode()
    return orjson.dumps(encode(question, answer)).decode()


def is_structured(request: ChatRequest) -> bool:
    return uses_tool(request) or (
        request.response_format is not None and request.response_format.type != "text"
    )


def uses_tool(request: ChatRequest) -> bool:
    return request.tools is not None and request.tool_choice != "none"


def tool_name(request: ChatRequest) -> str:
    assert request.tools is not None, "only asked where a tool is used"
    if isinstance(request.tool_choice, NamedTool):
        return request.tool_choice.function.name
    return request.tools[0].function.name


def wanted_schema(request: ChatRequest) -> dict[str, Any] | None:
    """None where any JSON object will do."""
    if uses_tool(request):
        assert request.tools is not None, "it uses one"
        return next(t.function.parameters for t in request.tools if t.function.name == tool_name(request))
    if request.response_format is not None and request.response_format.json_schema is not None:
        return request.response_format.json_schema.schema_
    return None


def smallest(schema: dict[str, Any], root: dict[str, Any]) -> Any:
    """The shortest thing that a schema allows."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/$defs/")
        return smallest(root["$defs"][name], root)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    if "anyOf" in schema:
        return smallest(schema["anyOf"][-1], root)
    type_ = schema.get("type", "object")
    type_ = type_ if isinstance(type_, str) else type_[-1]
    if type_ == "object":
        return {name: smallest(child, root) for name, child in schema.get("properties", {}).items()}
    if type_ == "array":
        return [smallest(schema["items"], root) for _ in range(schema.get("minItems", 0))]
    least = schema.get("minimum", 0)
    return {"string": "ok", "integer": least, "number": least, "boolean": True, "null": None}[type_]


def spoilt(text: str, fault: Fault | None) -> str:
    """The answer after a fault that concerns nothing but it."""
    if fault == "malformed":
        return text[: max(len(text) // 2, 1)] + "… and so on"
    if fault == "wrong_schema":
        return orjson.dumps({"thoughts": ["Error: no such thing"], "answer": text}).decode()
    if fault == "too_long":
        return text[:-1] + "Error: and so on and on. " * (TOO_LONG // 25) + text[-1:]
    return text
