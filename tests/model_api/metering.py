"""What a call costs: tokens, how many of them the server had read before, and how long it takes."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from statistics import NormalDist

CHARACTERS_PER_TOKEN = 4
BLOCK_TOKENS = 16
"""A prompt is reused in blocks of so many tokens, as vLLM does by default; OpenAI's own: 128, from 1,024 on."""
FIRST_TOKEN_SECONDS = 0.34
SECONDS_PER_TOKEN = 0.012
SIGMA = 0.25


def tokens_of(text: str) -> int:
    return math.ceil(len(text) / CHARACTERS_PER_TOKEN)


class PrefixCache:
    """How much of a prompt is the beginning of an earlier one, of any model's; nothing is ever forgotten."""

    def __init__(self, block_tokens: int = BLOCK_TOKENS, at_least: int = 0) -> None:
        """
        Args:
            block_tokens: reuse is counted in whole blocks of so many.
            at_least: shorter prefixes are not reused.
        """
        self._block = block_tokens * CHARACTERS_PER_TOKEN
        self._block_tokens = block_tokens
        self._at_least = at_least
        self._known: set[bytes] = set()

    def take(self, model: str, prompt: str) -> int:
        """The tokens of `prompt` that were read before; from now on all of it has been."""
        state = hashlib.blake2b(model.encode(), digest_size=16)
        reused, unbroken = 0, True
        for start in range(0, len(prompt) - self._block + 1, self._block):
            state.update(prompt[start : start + self._block].encode())
            prefix = state.digest()
            unbroken = unbroken and prefix in self._known
            if unbroken:
                reused += self._block_tokens
            else:
                self._known.add(prefix)
        return reused if reused >= self._at_least else 0


def draw(*parts: str) -> float:
    """In [0, 1), the same for the same parts."""
    return int.from_bytes(hashlib.blake2b("\x00".join(parts).encode(), digest_size=7).digest()) / 2**56


def slowness(request: str) -> float:
    """Lognormal with σ 0.25 and median 1, by the request's hash."""
    return math.exp(SIGMA * NormalDist().inv_cdf(min(max(draw(request, "slow"), 1e-12), 1 - 1e-12)))


def latency(request: str, output_tokens: int) -> float:
    """Seconds until the last token: (0.34 s + 12 ms × output tokens) × lognormal σ 0.25 (design, section 9)."""
    return (FIRST_TOKEN_SECONDS + SECONDS_PER_TOKEN * output_tokens) * slowness(request)


def time_of(latencies: Sequence[tuple[int, int, float]], slots: int) -> float:
    """Real seconds that a town needs for its answers alone, which come with `latencies` through `slots` slots.

    A town at tick t has asked all that is asked up to t; it goes on from the tick before an answer's effect once the
    answer is there. So its time is that of a queue, whatever the machine: worked out, not waited for.

    Args:
        latencies: (tick asked, tick of the effect, seconds) of each question.
        slots: calls at once.
    """
    free = [0.0] * slots
    waiting = sorted(latencies)
    effects: list[tuple[int, float]] = []
    now = 0.0
    for asked, effect, seconds in waiting:
        due = [done for tick, done in effects if tick <= asked]
        now = max(now, *due) if due else now
        effects = [(tick, done) for tick, done in effects if tick > asked]
        slot = min(range(slots), key=free.__getitem__)
        free[slot] = max(free[slot], now) + seconds
        effects.append((effect, free[slot]))
    return max([now, *(done for _, done in effects)])
