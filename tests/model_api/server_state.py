"""What the model server for tests is like, and what was asked of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from backend.domain.memory.embedding import NgramEmbedder
from tests.model_api.chat_requests import Peculiarities
from tests.model_api.faults import FaultPlan
from tests.model_api.metering import PrefixCache
from tests.model_api.replies import Encode, FindQuestion
from worker.minds.model import wire

KEY = "sk-test-0123456789abcdef"
EMBEDDING_MODEL = "test-embedding"


@dataclass
class Spent:
    """What was asked of the server so far, without what it refused."""

    calls: int = 0
    input_tokens: int = 0
    cached_tokens: int = 0
    cached_tokens_openai: int = 0
    """The same by OpenAI's own rule: whole blocks of 128 tokens, from 1,024 on."""
    output_tokens: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    """X-Client-Request-Id to the seconds that its calls take by the latency law."""
    refused: Counter[str] = field(default_factory=Counter)
    """HTTP status and error code to how often a request was refused, without injected faults."""
    most_at_once: int = 0


@dataclass(frozen=True)
class Exchange:
    """One call: what went in and what came out."""

    request_id: str
    prompt: str
    answer: str


@dataclass
class ModelServer:
    """What the server is like, and what has happened to it; may be changed while it runs."""

    find: FindQuestion = lambda _town, _key: None
    encode: Encode = wire.write
    like: Peculiarities = field(default_factory=Peculiarities)
    faults: FaultPlan = field(default_factory=lambda: FaultPlan({}))
    pace: float = 0.0
    """1: as slow as the law says; 0: at once."""
    retry_after: str = "1"
    """Seconds, in the header of 429."""
    key: str = KEY
    keep: bool = False
    """Whether exchanges are kept."""
    url: str = ""
    spent: Spent = field(default_factory=Spent)
    exchanges: list[Exchange] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.cache, self.cache_openai = PrefixCache(), PrefixCache(128, 1024)
        self.embedder = NgramEmbedder()
        self.at_once = 0
