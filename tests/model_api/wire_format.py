"""Completions, their chunks and embeddings as they go over the wire."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import orjson

from tests.model_api.metering import CHARACTERS_PER_TOKEN

CREATED = 1_700_000_000
Json = dict[str, Any]


@dataclass(frozen=True)
class Said:
    """One answer: words, or a call of `tool` with `text` as its arguments, or a refusal, or no choice at all."""

    id: str
    model: str
    text: str
    finish: Literal["stop", "tool_calls", "length"]
    usage: Json
    tool: str | None = None
    refused: bool = False
    empty: bool = False


def usage(input_tokens: int, cached_tokens: int, output_tokens: int, reasoning_tokens: int) -> Json:
    return {
        "prompt_tokens": input_tokens,
        "completion_tokens": output_tokens,
        "total_tokens": input_tokens + output_tokens,
        "prompt_tokens_details": {"cached_tokens": cached_tokens, "audio_tokens": 0},
        "completion_tokens_details": {
            "reasoning_tokens": reasoning_tokens,
            "audio_tokens": 0,
            "accepted_prediction_tokens": 0,
            "rejected_prediction_tokens": 0,
        },
    }


def completion(said: Said) -> Json:
    message: Json = {"role": "assistant", "content": said.text, "refusal": None, "annotations": []}
    if said.refused:
        message |= {"content": None, "refusal": said.text}
    elif said.tool is not None:
        message |= {"content": None, "tool_calls": [_tool_call(said, said.text)]}
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": said.finish}
    return {
        "id": said.id,
        "object": "chat.completion",
        "created": CREATED,
        "model": said.model,
        "choices": [] if said.empty else [choice],
        "usage": said.usage,
        "service_tier": "default",
        "system_fingerprint": "fp_townlet",
    }


def chunks(said: Said, with_usage: bool) -> Iterator[bytes]:
    """The server-sent events of an answer, a token each, but for the last, `data: [DONE]`."""
    if not said.empty:
        yield _chunk(said, {"role": "assistant", "content": "" if said.tool is None else None}, with_usage)
        if said.tool is not None:
            yield _chunk(said, {"tool_calls": [{"index": 0, **_tool_call(said, "")}]}, with_usage)
        for start in range(0, len(said.text), CHARACTERS_PER_TOKEN):
            piece = said.text[start : start + CHARACTERS_PER_TOKEN]
            if said.refused:
                delta: Json = {"refusal": piece}
            elif said.tool is not None:
                delta = {"tool_calls": [{"index": 0, "function": {"arguments": piece}}]}
            else:
                delta = {"content": piece}
            yield _chunk(said, delta, with_usage)
        yield _chunk(said, {}, with_usage, finish=said.finish)
    if with_usage:
        yield _event({**_chunk_frame(said), "choices": [], "usage": said.usage})


DONE = b"data: [DONE]\n\n"


def embeddings(
    model: str, vectors: list[np.ndarray[Any, Any]], tokens: int, encoding: Literal["float", "base64"]
) -> Json:
    def form(vector: np.ndarray[Any, Any]) -> Any:
        if encoding == "float":
            return vector.tolist()
        return base64.b64encode(vector.astype("<f4").tobytes()).decode()

    data = [
        {"object": "embedding", "index": index, "embedding": form(vector)}
        for index, vector in enumerate(vectors)
    ]
    spent = {"prompt_tokens": tokens, "total_tokens": tokens}
    return {"object": "list", "data": data, "model": model, "usage": spent}


def _tool_call(said: Said, arguments: str) -> Json:
    return {
        "id": f"call_{said.id.removeprefix('chatcmpl-')}",
        "type": "function",
        "function": {"name": said.tool, "arguments": arguments},
    }


def _chunk(said: Said, delta: Json, with_usage: bool, finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
    frame = {**_chunk_frame(said), "choices": [choice]}
    if with_usage:
        frame["usage"] = None
    return _event(frame)


def _chunk_frame(said: Said) -> Json:
    return {
        "id": said.id,
        "object": "chat.completion.chunk",
        "created": CREATED,
        "model": said.model,
        "service_tier": "default",
        "system_fingerprint": "fp_townlet",
    }


def _event(document: Json) -> bytes:
    return b"data: " + orjson.dumps(document) + b"\n\n"
