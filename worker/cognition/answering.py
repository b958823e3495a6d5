"""Who answers what a person from outside says to all in earshot: whom it fits best, and who may add something."""

from __future__ import annotations

from backend.domain.calendar import minutes
from backend.domain.chance import Chance
from backend.domain.naming import name_words
from backend.domain.view import EARSHOT, View, distance

IN_TOUCH = minutes(10)
"""Ticks after the last words with somebody in which what they say next is probably meant for one."""
_NAMED, _IN_TOUCH, _FITS, _ENGAGED = 10.0, 3.0, 1.0, 2.0
_MOST_FITTING = 3
JOINS = 0.4
"""How likely somebody to whom it is said as much as to others adds something."""
WELL = 2.0
"""The score from which one has something of one's own to say."""


def answering(view: View, visitor: str, text: str, heard: tuple[str, ...]) -> tuple[str, ...]:
    """The one who answers, then at most one who may add something; none if nobody heard it.

    Whoever is named answers; then who was just talking with the visitor; then whose work and life the words are
    about; then who is free and near.
    """
    scored = sorted((-_score(view, visitor, text, one), n, one) for n, one in enumerate(heard))
    if not scored:
        return ()
    (_, _, first), *rest = scored
    joining = (one for score, _, one in rest if _joins(view, visitor, one, -score))
    other = next(joining, None)
    return (first,) if other is None else (first, other)


def _score(view: View, visitor: str, text: str, resident: str) -> float:
    persona, state = view.persona(resident), view.state.residents[resident]
    words = name_words(text)
    score = _NAMED if words & name_words(persona.name) else 0.0
    lines = view.state.attention[resident].dialogues.get(visitor, ())
    if len(lines) > 1 and view.tick - lines[-2].tick <= IN_TOUCH:
        score += _IN_TOUCH
    life = f"{persona.job.title if persona.job is not None else ''} {persona.about} {persona.currently}"
    score += _FITS * min(_MOST_FITTING, len(words & name_words(life)))
    if state.talk is not None:
        score -= _ENGAGED
    known = state.relationships.get(visitor)
    if known is not None and known.knows_name:
        score += 0.5 + known.closeness
    return score - distance(view.position(resident), view.position(visitor)) / EARSHOT


def _joins(view: View, visitor: str, resident: str, score: float) -> bool:
    if view.state.residents[resident].talk is not None and score < _NAMED / 2:
        return False
    chance = Chance(view.seed, resident, f"join|{visitor}", view.tick)
    return score >= WELL or chance.unit() < JOINS
