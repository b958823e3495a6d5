"""What can go wrong with a call, and when it does: decided by the request alone, so that a day can be lived again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Literal, get_args

from tests.model_api.metering import draw

Fault = Literal[
    "rate_limited", "server_error", "hang", "cut", "malformed", "wrong_schema",
    "refusal", "empty", "too_long", "unknown_parameter",
]  # fmt: skip
FAULTS: tuple[Fault, ...] = get_args(Fault)
TOO_LONG = 100_000
"""Characters of an answer that is far too long."""
_OF_EMBEDDINGS: tuple[Fault, ...] = (
    "rate_limited",
    "server_error",
    "hang",
    "cut",
    "empty",
    "unknown_parameter",
)
_OF_WORDS: tuple[Fault, ...] = tuple(fault for fault in FAULTS if fault not in ("malformed", "wrong_schema"))


def every_fault(rate: float) -> dict[Fault, float]:
    return dict.fromkeys(FAULTS, rate)


class FaultPlan:
    """Each fault at its own rate: at most one a call. A request that is sent again draws anew."""

    def __init__(self, rates: Mapping[Fault, float]) -> None:
        if sum(rates.values()) > 1:
            raise ValueError(f"the rates {dict(rates)} add up to more than 1")
        self.rates = dict(rates)
        self.counts: Counter[str] = Counter()
        self._seen: Counter[str] = Counter()

    def of(self, request: str, what: Literal["embeddings", "words", "structure"]) -> Fault | None:
        """The fault of this call, counted. `request` is its hash; words are an answer without a given form."""
        ordinal = self._seen[request]
        self._seen[request] += 1
        at = draw(request, "fault", str(ordinal))
        for fault, rate in self.rates.items():
            at -= rate
            if at < 0:
                possible = {"embeddings": _OF_EMBEDDINGS, "words": _OF_WORDS, "structure": FAULTS}[what]
                if fault not in possible:
                    return None
                self.counts[fault] += 1
                return fault
        return None
