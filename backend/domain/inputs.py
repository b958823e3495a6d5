"""Everything that can change a town: the typed inputs of people, one registry.

An answer of a mind is an input too; it reaches the engine by its question's key (see `questions.py`) and is not part
of what people may send.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Union

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter

from backend.domain.events import EmoteKind, MindChoice, Weather
from backend.domain.newcomer import Newcomer
from backend.domain.world import Tile

MAX_TEXT = 1000
MAX_NAME = 40
VISITOR_PREFIX = "visitor:"


_MOST_MARKS = 2
"""Accents on top of each other that a name or a text may have: more hide what is around them."""


def _clean(text: str) -> str:
    """Text from people: one line, no control, invisible or direction-changing characters, no outer blanks."""
    cleaned = "".join(" " if c in "\r\n\t" else c for c in unicodedata.normalize("NFC", text))
    if any(unicodedata.category(c) in ("Cc", "Cs", "Co") for c in cleaned):
        raise ValueError("contains control characters; send plain text")
    if any(unicodedata.category(c) == "Cf" and not _joins_emoji(c) for c in cleaned):
        raise ValueError("contains marks that change the direction of text or can't be seen; send plain text")
    marks = "".join("m" if unicodedata.combining(c) else " " for c in unicodedata.normalize("NFD", cleaned))
    if max(map(len, marks.split()), default=0) > _MOST_MARKS:
        raise ValueError("has accents on top of accents; send plain text")
    cleaned = " ".join(cleaned.split())
    if not cleaned:
        raise ValueError("is empty; send at least one visible character")
    return cleaned


def _joins_emoji(char: str) -> bool:
    """Joiners stand within emoji and within words of some scripts; tags spell flags."""
    return char in "\u200c\u200d" or "\U000e0020" <= char <= "\U000e007f"


def _name(text: str) -> str:
    cleaned = _clean(text)
    if any(c in '<>{}[]|\\`"' for c in cleaned):
        raise ValueError("contains markup; use letters, digits, blanks and - ' .")
    letters = [c for c in unicodedata.normalize("NFKC", cleaned) if c.isalpha()]
    if not letters:
        raise ValueError("has no letter; emoji, digits and signs alone are no name")
    if any(unicodedata.category(c) == "Cf" for c in cleaned):
        raise ValueError("contains marks that can't be seen; use letters, digits, blanks and - ' .")
    scripts = {unicodedata.name(c, "").split(" ")[0] for c in letters}
    if "LATIN" in scripts and scripts & {"CYRILLIC", "GREEK", "CHEROKEE", "COPTIC", "ARMENIAN"}:
        raise ValueError("mixes letters of several scripts that look alike; write it in one")
    return cleaned


def _visitor(text: str) -> str:
    rest = text.removeprefix(VISITOR_PREFIX)
    if (
        rest == text
        or not rest
        or len(rest) > 32
        or not all(c.isascii() and (c.isalnum() or c in "-_") for c in rest)
    ):
        raise ValueError("is no visitor id; use visitor: and 1 to 32 of a-z, 0-9, - and _")
    return text


Text = Annotated[str, Field(min_length=1, max_length=MAX_TEXT), AfterValidator(_clean)]
Name = Annotated[str, Field(min_length=1, max_length=MAX_NAME), AfterValidator(_name)]
VisitorId = Annotated[str, AfterValidator(_visitor)]


class Input(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Speak(Input):
    """A person says something to a resident, who answers, or to all in earshot, of whom one answers."""

    kind: Literal["speak"] = "speak"
    visitor: VisitorId
    name: Name
    to: str | None = None
    """Resident id; None is all who are in earshot of the visitor, which has to be in town for that."""
    text: Text


class Announce(Input):
    """A director makes something known to all who are at a place."""

    kind: Literal["announce"] = "announce"
    place: str | None = None
    """Address of an arena or a sector; None is the whole town."""
    text: Text


class SetObject(Input):
    """A director changes an object's state, in words."""

    kind: Literal["set_object"] = "set_object"
    object: str
    state: Annotated[str, Field(min_length=1, max_length=80), AfterValidator(_clean)]


class Enter(Input):
    """A person walks into the town at its gate."""

    kind: Literal["enter"] = "enter"
    visitor: VisitorId
    name: Name
    looks: Annotated[int, Field(ge=0, le=5)] = 0


class Walk(Input):
    """A visitor walks: the tiles after its own, each next to the one before."""

    kind: Literal["walk"] = "walk"
    visitor: VisitorId
    path: Annotated[tuple[Tile, ...], Field(min_length=1, max_length=8)]


class Leave(Input):
    kind: Literal["leave"] = "leave"
    visitor: VisitorId


class UseObject(Input):
    """A visitor does something with an object within its reach."""

    kind: Literal["use_object"] = "use_object"
    visitor: VisitorId
    object: Annotated[str, Field(max_length=200)]
    use: Annotated[str, Field(max_length=40)]
    """One of the object's handlings (`uses` of the scenario's objects), or `stop`."""


class Emote(Input):
    """A visitor shows what it feels."""

    kind: Literal["emote"] = "emote"
    visitor: VisitorId
    emote: EmoteKind


class SetWeather(Input):
    """A director makes the weather."""

    kind: Literal["set_weather"] = "set_weather"
    weather: Weather


class SetMind(Input):
    """A director chooses who answers for a resident."""

    kind: Literal["set_mind"] = "set_mind"
    resident: str | None = None
    """None is everybody."""
    mind: MindChoice


class Follow(Input):
    """A person keeps its eye on a resident, from its page; it counts for an hour of the town."""

    kind: Literal["follow"] = "follow"
    visitor: VisitorId
    resident: str


class AddResident(Input):
    """A director has somebody come to live in the town, checked as a scenario's residents are."""

    kind: Literal["add_resident"] = "add_resident"
    newcomer: Newcomer


AnyInput = Annotated[
    Union[  # noqa: UP007 - a long union reads better so
        Speak,
        Announce,
        SetObject,
        SetWeather,
        SetMind,
        Enter,
        Walk,
        Leave,
        UseObject,
        Emote,
        Follow,
        AddResident,
    ],
    Field(discriminator="kind"),
]
INPUT_ADAPTER: TypeAdapter[AnyInput] = TypeAdapter(AnyInput)


@dataclass(frozen=True)
class Stamp:
    """When an input took or is to take effect: the tick, and its rank among the human inputs of that tick."""

    tick: int
    order: int


@dataclass(frozen=True)
class Arrived:
    """An input that waits for the engine. `stamp` is set where its sender scheduled it."""

    id: int
    key: str
    """Idempotency key, unique in the town."""
    input: AnyInput
    stamp: Stamp | None = None


@dataclass(frozen=True)
class AnswerGiven:
    """A mind's answer that waits for the engine. `stamp` is set where a record says when it arrived."""

    question: str
    """The question's key."""
    mind: str
    payload: dict[str, Any]
    stamp: Stamp | None = None


@dataclass(frozen=True)
class Fate:
    """What became of an input."""

    status: Literal["waiting", "applied", "refused"]
    stamp: Stamp | None = None
    reason: str = ""
    """Refused: what was wrong and what to do."""
    error: str = ""
    """Refused: the error's name."""
