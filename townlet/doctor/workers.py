"""Whether every queue has a worker that was heard of lately."""

from __future__ import annotations

from backend.store.redis.presence import SEEN_SECONDS, Presence, RedisAway
from townlet.doctor.finding import Finding
from townlet.doctor.surroundings import Surroundings
from townlet.services.townlet_processes import QUEUES


def workers(around: Surroundings) -> Finding:
    seen: dict[str, int] = {}
    if around.redis_url is not None:
        try:
            presence = Presence(around.redis_url)
            seen = presence.workers()
            presence.close()
        except (RedisAway, ValueError):
            return Finding("Workers", False, "not known while Redis is away. Start Redis first")
    told = ", ".join(f"{seen[queue]} for {queue}" for queue in QUEUES if queue in seen)
    missing = [queue for queue in QUEUES if queue not in seen]
    if around.url is None and not seen:
        return Finding("Workers", True, "none run; `make up` starts them")
    if missing:
        logs = ", ".join(str(around.log(f"{queue}-1")) for queue in missing)
        words = f"{told or 'none at all'}; none of {', '.join(missing)} was heard of in {SEEN_SECONDS} s. See {logs}"
        return Finding("Workers", False, words)
    return Finding("Workers", True, told)
