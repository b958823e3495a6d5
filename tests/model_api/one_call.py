"""One call of the model server for tests, from its bytes to its answer or its fault."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import numpy as np
import orjson
from fastapi import Request
from fastapi.responses import Response, StreamingResponse

from tests.model_api import replies, wire_format
from tests.model_api.chat_requests import ChatRequest, NamedTool, read_request
from tests.model_api.embedding_requests import EmbeddingRequest, read_embedding_request
from tests.model_api.faults import Fault
from tests.model_api.metering import FIRST_TOKEN_SECONDS, SECONDS_PER_TOKEN, latency, slowness, tokens_of
from tests.model_api.refusals import Refusal, unknown_parameter, wrong_key
from tests.model_api.server_state import EMBEDDING_MODEL, Exchange, ModelServer

DIMENSIONS = 256
LONGEST_REQUEST_ID = 512
_OPTIONAL = ("temperature", "seed", "reasoning_effort", "prompt_cache_key", "parallel_tool_calls", "metadata")
"""What an unknown-parameter fault names, where the request has it."""


def check_key(server: ModelServer, request: Request) -> None:
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not key:
        raise wrong_key(None)
    if key != server.key:
        raise wrong_key(key)


class OneCall:
    """One call, from its bytes to its answer or its fault."""

    def __init__(self, server: ModelServer, request: Request, stopping: asyncio.Event) -> None:
        self.server, self.request, self.stopping = server, request, stopping
        self.request_id = request.headers.get("x-client-request-id", "")
        self.hash = ""

    async def complete(self) -> Response:
        with self._at_once():
            return await self._complete()

    async def _complete(self) -> Response:
        with self._counted():
            body = await self._body()
            asked = read_request(body, self.server.like)
            prompt = prompt_of(asked)
            if tokens_of(prompt) > self.server.like.context_tokens:
                raise Refusal(
                    f"This model's maximum context length is {self.server.like.context_tokens} tokens. However, "
                    f"your messages resulted in {tokens_of(prompt)} tokens. Please reduce the length of the messages.",
                    param="messages",
                    code="context_length_exceeded",
                )
        fault = self.server.faults.of(self.hash, "structure" if replies.is_structured(asked) else "words")
        await self._fail(fault, body)
        said = self._said(asked, prompt, fault)
        if self.server.keep:
            self.server.exchanges.append(Exchange(self.request_id, prompt, said.text))
        cut = fault == "cut"
        if asked.stream:
            options = asked.stream_options
            events = wire_format.chunks(said, bool(options and options.include_usage))
            return self._streamed(list(events), cut)
        await self._take_time(latency(self.hash, said.usage["completion_tokens"]))
        return self._whole(wire_format.completion(said), cut)

    async def embed(self) -> Response:
        with self._counted():
            body = await self._body()
            asked = read_embedding_request(body, EMBEDDING_MODEL)
        fault = self.server.faults.of(self.hash, "embeddings")
        await self._fail(fault, body)
        tokens = sum(map(tokens_of, asked.texts))
        await self._take_time(self._spend(tokens, 0, 0, 0))
        vectors = [] if fault == "empty" else [self._vector(asked, text) for text in asked.texts]
        document = wire_format.embeddings(asked.model, vectors, tokens, asked.encoding_format or "float")
        return self._whole(document, fault == "cut")

    async def _body(self) -> Any:
        check_key(self.server, self.request)
        if len(self.request_id) > LONGEST_REQUEST_ID or not self.request_id.isascii():
            raise Refusal("The X-Client-Request-Id header must be ASCII of at most 512 characters.")
        if not self.request.headers.get("content-type", "").startswith("application/json"):
            raise Refusal(
                "Unsupported content type; this API method only accepts 'application/json' requests."
            )
        raw = await self.request.body()
        self.hash = hashlib.blake2b(raw + self.request_id.encode(), digest_size=16).hexdigest()
        try:
            return orjson.loads(raw)
        except orjson.JSONDecodeError as error:
            raise Refusal(
                "We could not parse the JSON body of your request. (HINT: This likely means you aren't using "
                "your HTTP library correctly. The API expects a JSON payload.)"
            ) from error

    def _said(self, asked: ChatRequest, prompt: str, fault: Fault | None) -> wire_format.Said:
        server = self.server
        town, _, key = self.request_id.partition("/")
        text = replies.answer_text(asked, server.find(town, key), server.encode)
        if fault == "refusal":
            text = replies.REFUSAL
        text = replies.spoilt(text, fault)
        thinking = server.like.reasoning_tokens
        most = asked.max_completion_tokens or asked.max_tokens
        is_cut_short = most is not None and thinking + tokens_of(text) > most and fault != "too_long"
        if is_cut_short:
            assert most is not None, "nothing is cut short without a limit"
            thinking = min(thinking, most)
            text = text[: (most - thinking) * 4]
        output = thinking + tokens_of(text)
        cached = server.cache.take(asked.model, prompt)
        openai = server.cache_openai.take(asked.model, prompt)
        self._spend(tokens_of(prompt), cached, openai, output)
        tool = replies.tool_name(asked) if replies.uses_tool(asked) and fault != "refusal" else None
        is_call = tool is not None and not isinstance(asked.tool_choice, NamedTool)
        return wire_format.Said(
            id=f"chatcmpl-{self.hash[:24]}",
            model=asked.model,
            text=text,
            finish="length" if is_cut_short else "tool_calls" if is_call else "stop",
            usage=wire_format.usage(tokens_of(prompt), cached, output, thinking),
            tool=tool,
            refused=fault == "refusal" and server.like.kind == "schema",
            empty=fault == "empty",
        )

    def _spend(self, input_tokens: int, cached: int, cached_openai: int, output: int) -> float:
        spent, seconds = self.server.spent, latency(self.hash, output)
        spent.calls += 1
        spent.input_tokens += input_tokens
        spent.cached_tokens += cached
        spent.cached_tokens_openai += cached_openai
        spent.output_tokens += output
        spent.seconds[self.request_id] = spent.seconds.get(self.request_id, 0.0) + seconds
        return seconds

    async def _fail(self, fault: Fault | None, body: Any) -> None:
        """Raises Refusal for the faults that come instead of an answer."""
        if fault == "rate_limited":
            raise Refusal(
                "Rate limit reached for requests per min. Please try again later.",
                status=429,
                type_="requests",
                code="rate_limit_exceeded",
                headers={"Retry-After": self.server.retry_after},
            )
        if fault == "server_error":
            raise Refusal(
                "The server had an error while processing your request. Sorry about that!",
                status=500,
                type_="server_error",
            )
        if fault == "unknown_parameter":
            raise unknown_parameter(next((name for name in _OPTIONAL if name in body), "metadata"))
        if fault == "hang":
            await self._until_left()
            raise Refusal("The engine is currently overloaded, please try again later", status=503)

    async def _until_left(self) -> None:
        gone = asyncio.ensure_future(self._left())
        stopped = asyncio.ensure_future(self.stopping.wait())
        _, waiting = await asyncio.wait({gone, stopped}, return_when=asyncio.FIRST_COMPLETED)
        for task in waiting:
            task.cancel()

    async def _left(self) -> None:
        while (await self.request.receive())["type"] != "http.disconnect":
            pass

    async def _take_time(self, seconds: float) -> None:
        if self.server.pace:
            await asyncio.sleep(seconds * self.server.pace)

    def _streamed(self, events: list[bytes], cut: bool) -> Response:
        pause = slowness(self.hash)

        async def stream() -> AsyncIterator[bytes]:
            await self._take_time(FIRST_TOKEN_SECONDS * pause)
            for event in events[: len(events) // 2] if cut else events:
                yield event
                await self._take_time(SECONDS_PER_TOKEN * pause)
            if cut:
                raise ConnectionAbortedError("cut, as planned")
            yield wire_format.DONE

        return StreamingResponse(stream(), media_type="text/event-stream", headers=self._headers())

    def _whole(self, document: Mapping[str, Any], cut: bool) -> Response:
        raw = orjson.dumps(document)
        if not cut:
            return Response(raw, media_type="application/json", headers=self._headers())

        async def half() -> AsyncIterator[bytes]:
            yield raw[: len(raw) // 2]
            raise ConnectionAbortedError("cut, as planned")

        headers = {**self._headers(), "content-length": str(len(raw))}
        return StreamingResponse(half(), media_type="application/json", headers=headers)

    def _headers(self) -> dict[str, str]:
        return {"x-request-id": f"req_{self.hash}", "openai-processing-ms": "1"}

    def _vector(self, asked: EmbeddingRequest, text: str) -> np.ndarray[Any, Any]:
        values = self.server.embedder.embed(text).astype(np.float32)[: asked.dimensions or DIMENSIONS]
        return values / max(float(np.linalg.norm(values)), 1e-9)

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        server = self.server
        server.at_once += 1
        server.spent.most_at_once = max(server.spent.most_at_once, server.at_once)
        try:
            yield
        finally:
            server.at_once -= 1

    @contextmanager
    def _counted(self) -> Iterator[None]:
        """Counts what is refused, and how many calls are read at once."""
        try:
            yield
        except Refusal as refusal:
            self.server.spent.refused[f"{refusal.status} {refusal.code}"] += 1
            raise


def prompt_of(asked: ChatRequest) -> str:
    """All that the model reads, in the order in which it is cached: tools or schema, then the messages.

    A structured output's schema is put before the system message (OpenAI, "Prompt caching"): it is of the prefix.
    """
    parts = []
    if asked.tools is not None:
        parts += [
            orjson.dumps(tool.model_dump(exclude_none=True), option=orjson.OPT_SORT_KEYS).decode()
            for tool in asked.tools
        ]
    if asked.response_format is not None and asked.response_format.json_schema is not None:
        parts.append(
            orjson.dumps(asked.response_format.json_schema.schema_, option=orjson.OPT_SORT_KEYS).decode()
        )
    parts += [f"{message.role}: {message.text}" for message in asked.messages]
    return "\n".join(parts)
