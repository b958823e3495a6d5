"""The model server for tests, spoken to by the real client: it streams, counts, dawdles and fails as told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import openai
import pytest
from openai import OpenAI

from backend.domain.questions import AnyQuestion
from tests.integration.served import ask_patiently
from tests.model_api.chat_requests import Peculiarities
from tests.model_api.faults import Fault, FaultPlan
from tests.model_server import KEY, ModelServer, model_server
from tests.unit.a_question import plan_question

QUESTION = plan_question()
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"line": {"type": "string"}},
    "required": ["line"],
    "additionalProperties": False,
}
FORMAT: Any = {"type": "json_schema", "json_schema": {"name": "say", "schema": SCHEMA, "strict": True}}
TOOL: Any = {"type": "function", "function": {"name": "say", "parameters": SCHEMA, "strict": True}}
TO_SAY: Any = {"type": "function", "function": {"name": "say"}}
MESSAGES: Any = [{"role": "system", "content": "You are Ana. " * 200}, {"role": "user", "content": "Hello."}]
OF_THE_QUESTION = {"X-Client-Request-Id": f"lane/{QUESTION.key}"}


def find(town: str, key: str) -> AnyQuestion | None:
    return QUESTION if (town, key) == ("lane", QUESTION.key) else None


@pytest.fixture(scope="module")
def running() -> Iterator[ModelServer]:
    with model_server(find=find, keep=True) as server:
        yield server


@pytest.fixture
def server(running: ModelServer) -> ModelServer:
    running.like, running.faults = Peculiarities(), FaultPlan({})
    running.exchanges.clear()
    return running


def a_client(server: ModelServer, key: str = KEY, timeout: float = 120.0) -> OpenAI:
    return OpenAI(base_url=server.url, api_key=key, max_retries=0, timeout=timeout)


def failing(server: ModelServer, fault: Fault) -> OpenAI:
    server.faults = FaultPlan({fault: 1.0})
    return a_client(server, timeout=0.5 if fault == "hang" else 120.0)


def ask(client: OpenAI, **changes: Any) -> Any:
    """A whole answer."""
    return client.chat.completions.create(model="test-large", messages=MESSAGES, **changes)


def test_the_answer_of_rules_comes_back_to_the_question_that_the_header_names(server: ModelServer) -> None:
    with a_client(server) as client:
        said = ask(client, response_format=FORMAT, extra_headers=OF_THE_QUESTION)
        other = ask(client, response_format=FORMAT)
    assert '"blocks"' in said.choices[0].message.content
    assert other.choices[0].message.content == '{"line":"ok"}'
    assert [exchange.request_id for exchange in server.exchanges] == [f"lane/{QUESTION.key}", ""]


def test_a_tool_is_called_with_the_answer(server: ModelServer) -> None:
    server.like = Peculiarities(kind="tools")
    with a_client(server) as client:
        said = ask(client, tools=[TOOL], tool_choice="required")
        forced = ask(client, tools=[TOOL], tool_choice=TO_SAY)
    call = said.choices[0].message.tool_calls[0]
    assert (call.function.name, call.function.arguments) == ("say", '{"line":"ok"}')
    assert (said.choices[0].finish_reason, forced.choices[0].finish_reason) == ("tool_calls", "stop")


@pytest.mark.parametrize("tools", [False, True])
def test_what_is_streamed_adds_up_to_the_whole_answer(server: ModelServer, tools: bool) -> None:
    form: Any = {"tools": [TOOL], "tool_choice": TO_SAY} if tools else {"response_format": FORMAT}
    with a_client(server) as client:
        whole = ask(client, extra_headers=OF_THE_QUESTION, **form)
        stream = ask(
            client,
            extra_headers=OF_THE_QUESTION,
            stream=True,
            stream_options={"include_usage": True},
            **form,
        )
        text, usage, finish = "", None, None
        for chunk in stream:
            usage = chunk.usage or usage
            for choice in chunk.choices:
                finish = choice.finish_reason or finish
                for call in choice.delta.tool_calls or []:
                    text += call.function.arguments
                text += choice.delta.content or ""
    message = whole.choices[0].message
    assert text == (message.tool_calls[0].function.arguments if tools else message.content)
    assert finish == "stop"
    assert usage is not None
    assert usage.completion_tokens == whole.usage.completion_tokens
    assert usage.prompt_tokens_details.cached_tokens > 500


def test_an_answer_ends_where_its_most_tokens_are_used_up(server: ModelServer) -> None:
    with a_client(server) as client:
        said = ask(client, response_format=FORMAT, extra_headers=OF_THE_QUESTION, max_completion_tokens=20)
        server.like = Peculiarities(reasoning_tokens=64)
        thought = ask(client, response_format=FORMAT, extra_headers=OF_THE_QUESTION, max_completion_tokens=50)
    assert said.choices[0].finish_reason == "length"
    assert len(said.choices[0].message.content) == 80
    assert thought.choices[0].message.content == ""
    assert thought.usage.completion_tokens_details.reasoning_tokens == 50


def test_keys_and_models_are_checked(server: ModelServer) -> None:
    with a_client(server, key="sk-wrong-0123456789") as client:
        with pytest.raises(openai.AuthenticationError) as wrong:
            ask(client)
        with pytest.raises(openai.AuthenticationError):
            client.models.list()
    assert "sk-wrong-0123456789" not in str(wrong.value)
    with a_client(server) as client:
        with pytest.raises(openai.NotFoundError):
            client.chat.completions.create(model="gpt-12", messages=MESSAGES)
        with pytest.raises(openai.NotFoundError):
            client.models.retrieve("gpt-12")
        assert [model.id for model in client.models.list()] == ["test-large", "test-small", "test-embedding"]
    with pytest.raises(openai.APIConnectionError), a_client(server, key="sk-with\nnewline") as client:
        ask(client)


def test_a_body_that_is_no_json_is_refused(server: ModelServer) -> None:
    headers = {"authorization": f"Bearer {KEY}", "content-type": "application/json"}
    refused = ask_patiently("POST", f"{server.url}/chat/completions", content=b"{", headers=headers)
    assert refused.status_code == 400
    assert "could not parse the JSON body" in refused.json()["error"]["message"]
    none = ask_patiently("POST", f"{server.url}/chat/completions", json={})
    assert (none.status_code, none.json()["error"]["code"]) == (401, None)


def test_a_request_id_that_the_api_would_refuse_is_refused(server: ModelServer) -> None:
    with a_client(server) as client, pytest.raises(openai.BadRequestError, match="X-Client-Request-Id"):
        ask(client, extra_headers={"X-Client-Request-Id": "x" * 513})


def test_embeddings_come_in_both_encodings(server: ModelServer) -> None:
    texts = ["Ana repairs a bicycle.", "Ana mends a bike.", "The pond is frozen."]
    with a_client(server) as client:
        packed = client.embeddings.create(model="test-embedding", input=texts)
        plain = client.embeddings.create(model="test-embedding", input=texts, encoding_format="float")
    assert [one.embedding for one in packed.data] == [
        pytest.approx(one.embedding, abs=1e-6) for one in plain.data
    ]
    assert [one.index for one in plain.data] == [0, 1, 2]
    assert sum(value * value for value in plain.data[0].embedding) == pytest.approx(1.0, abs=1e-3)


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("rate_limited", openai.RateLimitError),
        ("server_error", openai.InternalServerError),
        ("hang", openai.APITimeoutError),
        ("unknown_parameter", openai.BadRequestError),
        ("cut", openai.APIConnectionError),
    ],
)
def test_a_call_fails_as_it_was_told_to(
    server: ModelServer, fault: Fault, error: type[openai.OpenAIError]
) -> None:
    with failing(server, fault) as client, pytest.raises(error) as caught:
        ask(client, response_format=FORMAT, temperature=0.5)
    assert server.faults.counts == {fault: 1}
    if isinstance(caught.value, openai.RateLimitError):
        assert caught.value.response.headers["retry-after"] == server.retry_after
    if isinstance(caught.value, openai.BadRequestError):
        assert "'temperature'" in str(caught.value)


def test_a_stream_breaks_off_in_the_middle(server: ModelServer) -> None:
    with failing(server, "cut") as client:
        stream = ask(client, response_format=FORMAT, stream=True, extra_headers=OF_THE_QUESTION)
        pieces: list[Any] = []
        with pytest.raises(openai.APIConnectionError):
            pieces.extend(stream)
    assert pieces
    assert all(choice.finish_reason is None for chunk in pieces for choice in chunk.choices)


def test_an_answer_is_spoilt_as_it_was_told_to_be(server: ModelServer) -> None:
    def text(fault: Fault) -> Any:
        with failing(server, fault) as client:
            said = ask(client, response_format=FORMAT, extra_headers=OF_THE_QUESTION)
        return said.choices[0].message if said.choices else None

    assert text("empty") is None
    assert not text("malformed").content.endswith("}")
    assert text("wrong_schema").content.startswith('{"thoughts"')
    assert len(text("too_long").content) > 100_000
    refused = text("refusal")
    assert (refused.content, bool(refused.refusal)) == (None, True)
