"""Holds every answer of a model server to a length and a time, however it dribbles in."""

from __future__ import annotations

import time
from collections.abc import Iterator

import httpx2

MOST_BYTES = 4_000_000
"""Of one answer, with all that is around it; vectors for a batch of memories are the longest."""
CONNECT_SECONDS = 5.0


class AnswerTooLong(httpx2.ReadError):
    """The server sends more than any answer needs."""


class AnswerTooSlow(httpx2.ReadTimeout):
    """The server still sends when the time for the whole answer is over."""


class Guarded(httpx2.Client):
    """Reads no answer beyond `MOST_BYTES` or past `seconds` after its request; follows no redirects with a key."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            timeout=httpx2.Timeout(seconds, connect=min(CONNECT_SECONDS, seconds)), follow_redirects=False
        )
        self._seconds = seconds

    def send(self, request: httpx2.Request, *, stream: bool = False, **how: object) -> httpx2.Response:
        until = time.monotonic() + self._seconds
        response = super().send(request, stream=True, **how)  # type: ignore[arg-type]
        assert isinstance(response.stream, httpx2.SyncByteStream), "a sync client's answer is one"
        response.stream = _Watched(response.stream, request, until)
        if not stream:
            try:
                response.read()
            finally:
                response.close()
        return response


class _Watched(httpx2.SyncByteStream):
    def __init__(self, stream: httpx2.SyncByteStream, request: httpx2.Request, until: float) -> None:
        self._stream, self._request, self._until = stream, request, until

    def __iter__(self) -> Iterator[bytes]:
        size = 0
        for chunk in self._stream:
            size += len(chunk)
            if size > MOST_BYTES:
                raise AnswerTooLong(f"the answer is longer than {MOST_BYTES} bytes", request=self._request)
            if time.monotonic() > self._until:
                raise AnswerTooSlow("the answer took too long", request=self._request)
            yield chunk

    def close(self) -> None:
        self._stream.close()
