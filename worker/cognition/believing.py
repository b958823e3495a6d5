"""Beliefs: statements that a resident holds more or less firmly, with their grounds and who made it believe them."""

from __future__ import annotations

from collections.abc import Collection

from backend.domain.questions import BeliefView
from backend.domain.view import View

MOST_HELD = 6
"""Beliefs put before a mind with a question."""


def held(view: View, resident: str, about: Collection[str] = ()) -> tuple[BeliefView, ...]:
    """Those that have to do with `about` first, then the firmest, then the newest."""
    beliefs = view.state.residents[resident].beliefs
    ranked = sorted(
        beliefs.items(),
        key=lambda item: (set(about).isdisjoint(item[1].about), -item[1].confidence, -item[1].since, item[0]),
    )
    return tuple(
        BeliefView(id=key, statement=belief.statement, confidence=belief.confidence)
        for key, belief in ranked[:MOST_HELD]
    )
