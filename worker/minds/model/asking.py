"""One attempt: a call of the server, and what became of it. Nothing but what it says is believed of it."""

from __future__ import annotations

import json
import string
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast
from urllib.parse import quote

import httpx2
import openai
from openai import OpenAI

from worker.minds.model.abilities import Abilities
from worker.minds.model.hearing import LONGEST, Heard, completion, judged, usage_of
from worker.minds.model.retrying import retry_after
from worker.minds.model.transport import AnswerTooLong

Streamed = Callable[[str], None]
LONGEST_FAULT = 500
_PRINTABLE = string.digits + string.ascii_letters + string.punctuation
_WAIT = frozenset({408, 409, 425})
_NO_MONEY = ("insufficient_quota", "billing")


class Asking:
    """Puts calls to one server.

    Args:
        request_id: "TOWN/QUESTION", sent as `X-Client-Request-Id`, by which a server's log can be searched.
    """

    def __init__(self, client: OpenAI, key: str, request_id: str) -> None:
        self._client = client
        self._key = key
        self._headers = {"X-Client-Request-Id": quote(request_id, safe=_PRINTABLE)[:512]}

    def chat(self, body: dict[str, Any], abilities: Abilities, streamed: Streamed | None = None) -> Heard:
        """One chat completion; what it can't take is learned. Raises nothing that a server can cause."""
        return self._guarded(
            lambda: self._chat(body, streamed), lambda error: _mended(error, body, abilities)
        )

    def embeddings(self, body: dict[str, Any]) -> Heard:
        """The text of an answer with vectors."""
        return self._guarded(lambda: self._embeddings(body), lambda _: False)

    def _guarded(self, call: Callable[[], Heard], mended: Callable[[openai.APIStatusError], bool]) -> Heard:
        try:
            heard = call()
        except openai.APIStatusError as error:
            heard = _refused(error, mended)
        except (openai.APITimeoutError, httpx2.TimeoutException):
            heard = Heard("timeout", fault="the server took too long")
        except openai.APIConnectionError as error:
            heard = _broken(error.__cause__, self._client)
        except httpx2.HTTPError as error:
            heard = _broken(error, self._client)
        except openai.OpenAIError as error:
            heard = Heard("server_error", fault=f"the server reported an error: {error}")
        except (ValueError, TypeError, RecursionError):
            heard = Heard("server_error", fault="the server's answer is not of OpenAI's format")
        return self._without_key(heard)

    def _without_key(self, heard: Heard) -> Heard:
        """A server may say the key back, and what it says is kept."""
        text, fault = heard.text, " ".join(heard.fault.split())
        if self._key and (self._key in text or self._key in fault):
            text, fault = text.replace(self._key, "(the key)"), fault.replace(self._key, "(the key)")
        return replace(heard, text=text, fault=fault[:LONGEST_FAULT])

    def _chat(self, body: dict[str, Any], streamed: Streamed | None) -> Heard:
        raw = cast(Any, self._client.chat.completions.with_raw_response)
        begun = time.monotonic()
        response = raw.create(**body, extra_headers=self._headers)
        if not body.get("stream"):
            return completion(json.loads(response.http_response.content))
        if "json" in response.headers.get("content-type", ""):
            return completion(json.loads(response.http_response.read()))
        return _follow(response.parse(), begun, streamed)

    def _embeddings(self, body: dict[str, Any]) -> Heard:
        raw = cast(Any, self._client.embeddings.with_raw_response)
        response = raw.create(**body, extra_headers=self._headers)
        text = response.http_response.content.decode()
        usage = usage_of(json.loads(text).get("usage"))
        return Heard("ok", text, "", usage.input_tokens, usage.cached_tokens, usage.output_tokens)


def _follow(stream: Any, begun: float, streamed: Streamed | None) -> Heard:
    """Passes on what has come so far, as it comes; the longer it is, the more must be new."""
    text, refusal, finish, usage = "", "", "", usage_of(None)
    passed_on = 0
    first: int | None = None
    with stream:
        for chunk in stream:
            document = chunk.model_dump(warnings=False)
            usage = usage_of(document.get("usage")) if document.get("usage") else usage
            choice = next(iter(document.get("choices") or ()), None)
            if choice is None:
                continue
            delta = choice.get("delta") or {}
            finish = choice.get("finish_reason") or finish
            refusal += str(delta.get("refusal") or "")
            words = delta.get("content")
            if isinstance(words, str) and words:
                first = int((time.monotonic() - begun) * 1000) if first is None else first
                text += words
                if len(text) > LONGEST:
                    break
                if streamed is not None and len(text) - passed_on > len(text) // 64:
                    passed_on = len(text)
                    streamed(text)
    if streamed is not None and text and passed_on < len(text) <= LONGEST:
        streamed(text)
    if not finish and len(text) <= LONGEST:
        return Heard("cut", text, "the stream ended before the answer did", first_token_ms=first)
    return replace(judged(text, finish, refusal, usage), first_token_ms=first)


def _mended(error: openai.APIStatusError, body: dict[str, Any], abilities: Abilities) -> bool:
    return abilities.mend(body, error.param if isinstance(error.param, str) else None, _words(error))


def _refused(error: openai.APIStatusError, mended: Callable[[openai.APIStatusError], bool]) -> Heard:
    """What a status means."""
    status, words = error.status_code, _words(error)
    if status in (401, 403):
        fault = f"the server does not take the key ({status}): set OPENAI_API_KEY, or the key on the page"
        return Heard("bad_request", fault=fault, hopeless=True)
    if status == 429:
        fault = f"too many calls ({status}): {words}"
        hopeless = any(word in f"{error.code} {error.type} {words}".casefold() for word in _NO_MONEY)
        after = retry_after(error.response.headers.get("retry-after"))
        return Heard("rate_limited", fault=fault, retry_after=after, hopeless=hopeless)
    if status == 404 and "model" in words.casefold():
        fault = f"the server has no such model (404): set TOWNLET_MODEL to one that it has: {words}"
        return Heard("bad_request", fault=fault, hopeless=True)
    if (status >= 500 and status != 501) or status in _WAIT:
        after = retry_after(error.response.headers.get("retry-after"))
        return Heard("server_error", fault=f"the server failed ({status}): {words}", retry_after=after)
    if status in (400, 422, 501) and mended(error):
        fault = f"asked in another way from now on ({status}): {words}"
        return Heard("bad_request", fault=fault, mended=True)
    if 300 <= status < 400 or status in (404, 405):
        fault = f"no model server is at this address ({status}): set OPENAI_BASE_URL, mostly ending with /v1"
        return Heard("bad_request", fault=fault, hopeless=True)
    return Heard("bad_request", fault=f"the server refused the call ({status}): {words}")


def _broken(cause: BaseException | None, client: OpenAI) -> Heard:
    """What it means that a connection did not come about, or did not hold."""
    if isinstance(cause, AnswerTooLong):
        return Heard("too_long", fault=str(cause))
    if isinstance(cause, httpx2.ReadError | httpx2.RemoteProtocolError | httpx2.DecodingError):
        return Heard("cut", fault="the connection broke before the answer was there")
    reason = type(cause).__name__ if cause is not None else "no connection"
    fault = (
        f"the server at {client.base_url.host} can't be reached ({reason}): start it, or set OPENAI_BASE_URL"
    )
    return Heard("server_error", fault=fault)


def _words(error: openai.APIStatusError) -> str:
    """The server's own words."""
    body = error.body if isinstance(error.body, dict) else {}
    message = body.get("message") or body.get("detail") or error.message
    return str(message)[:LONGEST_FAULT]
