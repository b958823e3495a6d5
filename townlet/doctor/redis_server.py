"""Whether Redis answers."""

from __future__ import annotations

import redis

from townlet.doctor.finding import Finding
from townlet.doctor.surroundings import Surroundings

CONNECT_SECONDS = 5


def redis_server(around: Surroundings) -> Finding:
    if around.redis_url is None and around.new:
        return Finding("Redis", True, "none yet; `make up` starts it")
    if around.redis_url is None:
        return Finding("Redis", False, f"could not be looked at. {around.fault}")
    try:
        with redis.Redis.from_url(around.redis_url, socket_connect_timeout=CONNECT_SECONDS) as client:
            version = client.info("server")["redis_version"]
    except (redis.RedisError, OSError, ValueError) as error:
        todo = (
            "Start the server or correct REDIS_URL"
            if around.environment.get("REDIS_URL")
            else f"Its log is {around.log('redis')}"
        )
        return Finding(
            "Redis", False, f"does not answer: {str(error).rstrip('.')}. Towns go on, a second slower. {todo}"
        )
    return Finding("Redis", True, str(version))
