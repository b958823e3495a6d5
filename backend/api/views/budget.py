"""What the model server has cost today, what is left, and how much it is asked just now."""

from __future__ import annotations

from backend.api.parts import Parts
from backend.domain.model_settings import ModelSettings
from backend.live.frames import View
from backend.store.model_server.settings import read_model_setup
from backend.store.model_server.spending import spent_today


class Budget(View):
    """Of all towns together. A day is one of UTC; null is without a limit."""

    on: bool
    """Whether there is a model at all."""
    calls: int
    """Today."""
    tokens: int
    """In and out, today."""
    cost: float
    """Today, in the currency of the prices."""
    tokens_per_day: int | None
    tokens_left: int | None
    money_per_day: float | None
    money_left: float | None
    calls_per_minute: int | None
    slots: int
    """Calls in flight at most."""
    last_minute: int | None
    """Calls begun in the last minute; null while Redis is away."""
    in_flight: int | None


def budget_of(parts: Parts) -> Budget:
    """Raises StoreUnavailable."""
    setup = read_model_setup(parts.database, parts.seal, parts.model_environment)
    return budget_under(parts, setup.settings)


def budget_under(parts: Parts, settings: ModelSettings | None) -> Budget:
    """The same for settings that are known. Raises StoreUnavailable."""
    spent, load = spent_today(parts.database), parts.meter.load()
    tokens = None if settings is None else settings.tokens_per_day
    money = None if settings is None else settings.money_per_day
    return Budget(
        on=settings is not None,
        calls=spent.calls,
        tokens=spent.tokens,
        cost=spent.cost,
        tokens_per_day=tokens,
        tokens_left=None if tokens is None else max(tokens - spent.tokens, 0),
        money_per_day=money,
        money_left=None if money is None else max(money - spent.cost, 0.0),
        calls_per_minute=None if settings is None else settings.calls_per_minute,
        slots=0 if settings is None else settings.slots,
        last_minute=None if load is None else load.last_minute,
        in_flight=None if load is None else load.in_flight,
    )
