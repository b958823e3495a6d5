"""The servers that this process has talked to: their connections, and what was learned of each of their models."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import dataclass, field

from openai import OpenAI

from backend.domain.model_settings import ModelSettings
from worker.minds.model.abilities import Abilities
from worker.minds.model.breaker import Breaker
from worker.minds.model.transport import Guarded

NO_KEY = "none"
"""Sent to servers that want no key; the client refuses an empty one."""
_KEPT = 8


@dataclass
class KnownModel:
    """What was learned of one model of one server."""

    abilities: Abilities = field(default_factory=Abilities)
    breaker: Breaker = field(default_factory=lambda: Breaker(time.monotonic))


@dataclass
class Server:
    """A server with its connections."""

    client: OpenAI
    models: dict[str, KnownModel] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def model(self, name: str) -> KnownModel:
        with self.lock:
            return self.models.setdefault(name, KnownModel())


class Servers:
    """Those of this process; the ones used last are kept."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, float], Server] = {}
        self._lock = threading.Lock()

    def of(self, settings: ModelSettings) -> Server:
        """The server of these settings; with another key it is another one, so that a new key is tried at once."""
        key = settings.api_key.get_secret_value()
        place = (settings.base_url, key, settings.timeout_s)
        with self._lock:
            known = self._known.pop(place, None)
            if known is None:
                connections = Guarded(settings.timeout_s)
                client = OpenAI(
                    base_url=settings.base_url,
                    api_key=key or NO_KEY,
                    max_retries=0,
                    # Said here too: where it is httpx' own default of 5 s, openai takes it for unsaid and waits 600.
                    timeout=connections.timeout,
                    http_client=connections,
                )
                known = Server(client)
            self._known[place] = known
            while len(self._known) > _KEPT:
                del self._known[next(iter(self._known))]
            return known

    def close(self) -> None:
        """Ends all connections and forgets what was learned."""
        with self._lock:
            for known in self._known.values():
                known.client.close()
            self._known.clear()

    def forget(self) -> None:
        """A forked child must not share its parent's connections, nor a lock that another thread held."""
        self._lock = threading.Lock()
        self._known.clear()


SERVERS = Servers()
os.register_at_fork(after_in_child=SERVERS.forget)
