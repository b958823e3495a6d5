"""Which use of which object fits what somebody means to do: by need, by words, by how long it usually takes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from backend.domain.chance import Chance
from backend.domain.questions import ObjectView
from worker.minds.rules.inquiry import content_words

_OWN_MEAL = re.compile(r"(?i)\b(table|restaurant|picnic|counter|bench)\b")
_NAMED = re.compile(
    r"(?i)\b(?:at|on|in|into|by|from|playing) the ((?:[\w'-]+ ){0,2}?[\w'-]+)(?= (?:on|in|at|of|for|with)\b|$)"
)
_FURNITURE = frozenset(
    {"desk", "table", "sofa", "bed", "bench", "blackboard", "computer", "console", "counter", "chair", "easel",
     "guitar", "harp", "piano", "podium", "shelf", "shelves", "stove", "microphone"}
)  # fmt: skip
"""What an activity may name that is done at a thing."""


@dataclass(frozen=True)
class Use:
    """One use of one object, with its arena."""

    arena: str
    thing: ObjectView
    need: str
    activity: str
    emoji: str
    state: str
    least: int
    most: int


def uses(
    arena: str, objects: Sequence[ObjectView], *needs: str, bed: str = "", taken_too: bool = False
) -> list[Use]:
    """The uses of free objects that serve one of `needs`, in the order of the needs; of beds only of `bed`."""
    things = [thing for thing in objects if (thing.free or taken_too) and not _is_bed_of_another(thing, bed)]
    return [
        Use(arena, thing, *use) for need in needs for thing in things for use in thing.uses if use[0] == need
    ]


def _is_bed_of_another(thing: ObjectView, bed: str) -> bool:
    return thing.id != bed and any(use[0] == "sleep" for use in thing.uses)


def likeness(use: Use, activity: str) -> int:
    """How many words of meaning the activity shares with the use and its object."""
    return len(content_words(activity) & content_words(f"{use.activity} {use.thing.name} {use.thing.kind}"))


def called(use: Use, activity: str, near: Sequence[Use] = ()) -> bool:
    """Whether what is done there can be called `activity`: not if that names another thing, "on the blackboard".

    `near` are uses of things that are known, by whose names things are told from all else that one is at.
    """
    named = _NAMED.search(activity)
    if named is None:
        return True
    noun = named.group(1).split()[-1].lower()
    things = {word for other in near for word in _names(other)} | _FURNITURE
    return noun not in things or noun in _names(use) or noun in use.activity.lower().split()


def _names(use: Use) -> set[str]:
    return {*use.thing.name.lower().split(), *use.thing.kind.lower().split()}


def _strain(use: Use, minutes: int) -> int:
    """0 if the use usually takes about as long, more the farther it is from that."""
    if minutes > use.most * 2:
        return 2
    return 1 if minutes > use.most * 1.3 or minutes < use.least * 0.5 else 0


def best(found: Sequence[Use], activity: str, minutes: int, chance: Chance, ordinal: int) -> Use:
    """The use that fits best, by chance among equals. `found` is not empty."""

    def rank(use: Use) -> tuple[int, int, int]:
        seated = 1 if use.need == "eat" and _OWN_MEAL.search(f"{use.thing.name} {use.thing.kind}") else 0
        return (-likeness(use, activity), _strain(use, minutes), -seated)

    least = min(rank(use) for use in found)
    return chance.choice([use for use in found if rank(use) == least], ordinal)
