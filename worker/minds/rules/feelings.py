"""What one says out of sympathy or dislike, and to such words."""

from __future__ import annotations

from worker.minds.rules.condition import LOW, TIRED
from worker.minds.rules.draft import Draft
from worker.minds.rules.phrases.feelings import is_comfort, is_jab

_COMFORTS, _QUARRELS, _PROVOKES = 0.75, 0.5, 0.3
_KIND = -0.1
"""Closeness from which one cares how the other is."""
_LIKED = 0.3
"""Closeness from which even the abrasive leave somebody in peace."""
DOWN = 42
"""Mood below which one is glad of a kind word."""
HIGH = 75
"""Mood from which on one says that all is well."""


def say_what_one_feels(draft: Draft) -> bool:
    """Comforts somebody who looks low, or is unkind to somebody whom one dislikes; each once in a talk."""
    return _comfort(draft) or _quarrel(draft)


def take_feelings(draft: Draft) -> bool:
    """Answers a comfort or an unkind word of the other."""
    talk, body = draft.talk, draft.question.body
    if talk.they_were_unkind:
        return draft.add("jab_back" if talk.at_odds or talk.is_harsh else "parry")
    if talk.they_comforted:
        return draft.add("comforted" if body.mood < DOWN or body.energy < TIRED else "uncomforted")
    return False


def mood_act(draft: Draft) -> str:
    """The act that answers how one is, by how one is."""
    body = draft.question.body
    if body.mood < LOW:
        return "answer_mood_low"
    if body.energy < TIRED:
        return "answer_mood_tired"
    return "answer_mood_high" if body.mood > HIGH and not draft.talk.is_harsh else "answer_mood"


def _comfort(draft: Draft) -> bool:
    talk, other = draft.talk, draft.question.other
    acts = {"downcast": "comfort", "worn out": "comfort_tired"}
    if other.seems not in acts or other.closeness < _KIND or talk.tone == "abrasive":
        return False
    if any(is_comfort(line) for line in talk.mine) or draft.draw() >= _COMFORTS:
        return False
    return draft.add(acts[other.seems])


def _quarrel(draft: Draft) -> bool:
    talk, other = draft.talk, draft.question.other
    if any(is_jab(line) for line in talk.mine):
        return False
    provokes = talk.tone == "abrasive" and other.closeness < _LIKED
    chance = _QUARRELS if talk.at_odds else _PROVOKES if provokes else 0.0
    return chance > 0 and draft.draw() < chance and draft.add("jab")
