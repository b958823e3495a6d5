"""How much anybody may ask for in a minute: enough for people and honest scripts, too little to wear a town down.

Counted in this process, by the sliding windows of the `limits` library; each backend process counts for itself.
"""

from __future__ import annotations

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter

from backend.api.problems import TooManyRequests
from backend.domain.roles import Role

BY_ROLE = {
    Role.DIRECTOR: RateLimitItemPerMinute(12_000),
    Role.VISITOR: RateLimitItemPerMinute(1_200),
    Role.VIEWER: RateLimitItemPerMinute(1_200),
}
"""Requests and channels opened, per token."""
INPUTS = RateLimitItemPerMinute(300)
"""Inputs of whoever is no director, per token: five a second, as somebody sends who walks."""
SIGNING_IN = RateLimitItemPerMinute(300)
"""Per address: a whole audience may open one link at once."""
WHO_AM_I = RateLimitItemPerMinute(1_800)
"""Per address: a page asks once when it opens."""
REFUSED = RateLimitItemPerMinute(600)
"""Requests with no token or a wrong one, per address. Others from there, with tokens that count, are not held up."""


class Limits:
    """Counts. Lives as long as the application."""

    def __init__(self) -> None:
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    def take(self, item: RateLimitItem, *of: str) -> None:
        """Counts one more. Raises TooManyRequests."""
        if not self._limiter.hit(item, *of):
            raise TooManyRequests(item.amount, self._limiter.get_window_stats(item, *of).reset_time)
