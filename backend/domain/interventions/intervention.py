"""What an intervention is: a director's input, told so that a form, the manual and a script can use it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Family = Literal["world", "minds", "people"]
"""What it reaches for: what is around residents, what is in one of them, who is there."""

Choice = Literal[
    "text",  # some sentences
    "line",  # a few words
    "resident",
    "place",  # a building or a room
    "object",
    "weather",
    "mind",
    "aim",  # one of the chosen resident's aims
    "status",  # of an aim
    "closeness",  # -1 to 1
    "importance",  # 1 to 10
    "moment",  # a tick yet to come
    "minutes",
    "years",  # an age
    "traits",  # one to eight of them
    "commitment",  # one that the chosen resident has agreed to
    "flag",  # yes or no
    "self",  # the visitor id of whoever sends it; a page knows it
    "newcomer",  # a whole resident, by its own form
]
"""What a field is filled from."""


@dataclass(frozen=True)
class Field:
    """One field of the input, in the order in which a form asks for it."""

    name: str
    """As in the input."""
    choice: Choice
    says: str
    """What it is, in few words."""
    left_out: str = ""
    """What it means to leave it out; empty where it can't be."""


@dataclass(frozen=True)
class Intervention:
    id: str
    """The kind of the input."""
    family: Family
    emoji: str
    title: str
    """What a director does, in two to five words."""
    does: str
    """What changes at once, in one or two sentences."""
    noticed: str
    """What residents notice of it, and what they may do."""
    fields: tuple[Field, ...]
    example: Mapping[str, Any]
    """The input without its kind, as for Brook Lane."""
    words: tuple[str, ...] = ()
    """What else one might look for to find it."""
