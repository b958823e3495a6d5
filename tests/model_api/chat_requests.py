"""The body of a chat completion, as strictly as the real API reads it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, Union

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from tests.model_api.refusals import (
    Refusal,
    from_validation,
    unknown_model,
    unsupported_parameter,
    unsupported_value,
)
from tests.model_api.strict_schemas import check_strict

Kind = Literal["schema", "tools", "json"]
"""What of structured output a server knows: JSON schemas and all else, tools only, JSON mode only."""
Name = Annotated[str, StringConstraints(pattern=r"^[a-zA-Z0-9_-]{1,64}$")]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class TextPart(Strict):
    type: Literal["text"]
    text: str


Content = Union[str, Annotated[list[TextPart], Field(min_length=1)]]  # noqa: UP007


class Called(Strict):
    name: str
    arguments: str


class ToolCall(Strict):
    id: str
    type: Literal["function"]
    function: Called


class Message(Strict):
    role: Literal["system", "developer", "user", "assistant", "tool"]
    content: Content | None = None
    name: Annotated[str, StringConstraints(pattern=r"^[^\s<|\\/>]+$")] | None = None
    refusal: str | None = None
    tool_calls: list[ToolCall] | None = None
    tool_call_id: str | None = None

    @property
    def text(self) -> str:
        if self.content is None or isinstance(self.content, str):
            words = self.content or ""
        else:
            words = "".join(part.text for part in self.content)
        return words + "".join(call.function.arguments for call in self.tool_calls or [])


class Function(Strict):
    name: Name
    description: str | None = None
    parameters: dict[str, Any] = {}
    strict: bool | None = None


class Tool(Strict):
    type: Literal["function"]
    function: Function


class NamedFunction(Strict):
    name: str


class NamedTool(Strict):
    type: Literal["function"]
    function: NamedFunction


class JsonSchema(Strict):
    name: Name
    description: str | None = None
    schema_: Annotated[dict[str, Any], Field(alias="schema")]
    strict: bool | None = None


class ResponseFormat(Strict):
    type: Literal["text", "json_object", "json_schema"]
    json_schema: JsonSchema | None = None


class StreamOptions(Strict):
    include_usage: bool = False
    include_obfuscation: bool = True


class ChatRequest(Strict):
    model: str
    messages: Annotated[list[Message], Field(min_length=1)]
    frequency_penalty: Annotated[float, Field(ge=-2, le=2)] | None = None
    logit_bias: dict[str, int] | None = None
    logprobs: bool | None = None
    max_completion_tokens: Annotated[int, Field(ge=1)] | None = None
    max_tokens: Annotated[int, Field(ge=1)] | None = None
    metadata: dict[str, str] | None = None
    n: Annotated[int, Field(ge=1, le=1)] | None = None
    parallel_tool_calls: bool | None = None
    presence_penalty: Annotated[float, Field(ge=-2, le=2)] | None = None
    prompt_cache_key: Annotated[str, Field(max_length=64)] | None = None
    prompt_cache_retention: Literal["in_memory", "in-memory", "24h"] | None = None
    reasoning_effort: Literal["none", "minimal", "low", "medium", "high", "xhigh"] | None = None
    response_format: ResponseFormat | None = None
    safety_identifier: str | None = None
    seed: int | None = None
    service_tier: Literal["auto", "default", "flex", "priority"] | None = None
    stop: str | list[str] | None = None
    store: bool | None = None
    stream: bool | None = None
    stream_options: StreamOptions | None = None
    temperature: Annotated[float, Field(ge=0, le=2)] | None = None
    tool_choice: Literal["none", "auto", "required"] | NamedTool | None = None
    tools: Annotated[list[Tool], Field(min_length=1, max_length=128)] | None = None
    top_logprobs: Annotated[int, Field(ge=0, le=20)] | None = None
    top_p: Annotated[float, Field(ge=0, le=1)] | None = None
    user: str | None = None
    verbosity: Literal["low", "medium", "high"] | None = None


@dataclass(frozen=True)
class Peculiarities:
    """How this server differs from the widest one."""

    kind: Kind = "schema"
    models: tuple[str, ...] = ("test-large", "test-small")
    refuses: frozenset[str] = frozenset()
    """Parameters that it answers with 400: temperature and max_tokens for a reasoning model, or any other."""
    context_tokens: int = 128_000
    reasoning_tokens: int = 0
    """A reasoning model thinks so long before each answer; it counts as output."""
    instead: dict[str, str] = field(default_factory=lambda: {"max_tokens": "max_completion_tokens"})


def read_request(body: Any, server: Peculiarities) -> ChatRequest:
    """Raises Refusal where the real API would refuse."""
    if not isinstance(body, dict):
        raise Refusal("We could not parse the JSON body of your request.")
    try:
        request = ChatRequest.model_validate(body)
    except ValidationError as error:
        raise from_validation(error) from error
    if request.model not in server.models:
        raise unknown_model(request.model)
    for name in sorted(server.refuses & {key for key, value in body.items() if value is not None}):
        if name in ("temperature", "top_p"):
            if body[name] != 1:
                raise unsupported_value(name, body[name])
        else:
            raise unsupported_parameter(name, server.instead.get(name))
    _check_limits(request)
    _check_messages(request.messages)
    _check_tools(request, server)
    _check_format(request, server)
    return request


def _check_limits(request: ChatRequest) -> None:
    if request.max_tokens is not None and request.max_completion_tokens is not None:
        raise Refusal(
            "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.",
            code="invalid_parameter_combination",
        )
    if request.stream_options is not None and not request.stream:
        raise Refusal(
            "The 'stream_options' parameter is only allowed when 'stream' is enabled.", param="stream_options"
        )
    if request.top_logprobs is not None and not request.logprobs:
        raise Refusal(
            "The 'top_logprobs' parameter is only allowed when 'logprobs' is enabled.", param="top_logprobs"
        )


def _check_messages(messages: list[Message]) -> None:
    """Every call of a tool is answered by the messages right after it, and by nothing else."""
    awaited: set[str] = set()
    for number, message in enumerate(messages):
        if message.role == "tool":
            if message.tool_call_id not in awaited:
                raise Refusal(
                    "Invalid parameter: messages with role 'tool' must be a response to a preceeding message "
                    "with 'tool_calls'.",
                    param=f"messages.[{number}].role",
                )
            awaited.discard(message.tool_call_id)
        elif awaited:
            break
        elif message.tool_call_id is not None:
            raise Refusal(f"Unknown parameter: 'messages[{number}].tool_call_id'.", code="unknown_parameter")
        if message.role == "assistant":
            awaited = {call.id for call in message.tool_calls or []}
            if message.content is None and not message.tool_calls and message.refusal is None:
                raise _no_content(number)
        elif message.content is None:
            raise _no_content(number)
        elif message.tool_calls is not None:
            raise Refusal(f"Unknown parameter: 'messages[{number}].tool_calls'.", code="unknown_parameter")
    if awaited:
        raise Refusal(
            "An assistant message with 'tool_calls' must be followed by tool messages responding to each "
            f"'tool_call_id'. The following tool_call_ids did not have response messages: {sorted(awaited)[0]}",
            param="messages",
        )


def _no_content(number: int) -> Refusal:
    return Refusal(
        f"Invalid value for 'content': expected a string, got null. messages[{number}]",
        param=f"messages.[{number}].content",
    )


def _check_tools(request: ChatRequest, server: Peculiarities) -> None:
    if request.tools is None:
        for name in ("tool_choice", "parallel_tool_calls"):
            if getattr(request, name) is not None:
                raise Refusal(f"'{name}' is only allowed when 'tools' are specified.", param=name)
        return
    if server.kind == "json":
        raise unsupported_parameter("tools")
    for tool in request.tools:
        if tool.function.strict:
            check_strict(tool.function.parameters, f"function '{tool.function.name}'")
    if isinstance(request.tool_choice, NamedTool):
        name = request.tool_choice.function.name
        if name not in {tool.function.name for tool in request.tools}:
            raise Refusal(f"Tool choice '{name}' not found in 'tools' parameter.", param="tool_choice")


def _check_format(request: ChatRequest, server: Peculiarities) -> None:
    wanted = request.response_format
    if wanted is None or wanted.type == "text":
        return
    known = {"schema": ("json_object", "json_schema"), "tools": (), "json": ("json_object",)}[server.kind]
    if wanted.type not in known:
        raise Refusal(
            f"Invalid parameter: 'response_format' of type '{wanted.type}' is not supported with this model.",
            param="response_format",
        )
    if wanted.type == "json_schema":
        if wanted.json_schema is None:
            raise Refusal(
                "Missing required parameter: 'response_format.json_schema'.",
                param="response_format.json_schema",
                code="missing_required_parameter",
            )
        if wanted.json_schema.strict:
            check_strict(wanted.json_schema.schema_, f"response_format '{wanted.json_schema.name}'")
    elif not re.search("json", " ".join(message.text for message in request.messages), re.IGNORECASE):
        raise Refusal(
            "'messages' must contain the word 'json' in some form, to use 'response_format' of type "
            "'json_object'.",
            param="messages",
        )
