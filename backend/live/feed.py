"""The hints that Redis carries for one town. While Redis is away, the hub looks into Postgres more often."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any

import orjson
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

AGAIN_SECONDS = 0.5
CONNECT_SECONDS = 1.0

log = logging.getLogger(__name__)


class Feed:
    """Follows a channel for as long as `follow` runs, and calls `heard` with each message.

    Args:
        heard: gets the message; None when listening begins, for what was said before is in the log.
    """

    def __init__(self, redis_url: str, channel: str, heard: Callable[[dict[str, Any] | None], None]) -> None:
        self._url = redis_url
        self._channel = channel
        self._heard = heard
        self.connected = False

    async def follow(self) -> None:
        while True:
            try:
                await self._listen()
            except (RedisError, OSError) as error:
                if self.connected:
                    log.warning("Redis is away, %s is followed by Postgres alone: %s", self._channel, error)
            self.connected = False
            await asyncio.sleep(AGAIN_SECONDS)

    async def _listen(self) -> None:
        client: Redis = Redis.from_url(
            self._url,
            socket_connect_timeout=CONNECT_SECONDS,
            socket_timeout=None,
            retry=Retry(NoBackoff(), 0),
        )
        async with client, client.pubsub(ignore_subscribe_messages=True) as channel:
            await channel.subscribe(self._channel)
            self.connected = True
            self._heard(None)
            async for message in channel.listen():
                self._tell(message["data"])

    def _tell(self, data: bytes) -> None:
        try:
            message = orjson.loads(data)
        except orjson.JSONDecodeError:
            log.warning("A message on %s is not JSON", self._channel)
            return
        if isinstance(message, dict):
            self._heard(message)
