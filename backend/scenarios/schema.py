"""The shapes of a scenario's YAML files. Names of places and people are checked later."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from backend.domain.world import IDLE, NEEDS
from backend.scenarios.times import Start, Time
from backend.scenarios.times import Week as Week


def _need(value: Any) -> Any:
    if value not in NEEDS:
        raise PydanticCustomError("unknown_need", "{need} is no need.", {"need": repr(value)})
    return value


def _pronouns(value: Any) -> Any:
    parts = value.split("/") if isinstance(value, str) else value
    if (
        not isinstance(parts, list)
        or len(parts) != 3
        or not all(isinstance(part, str) and part for part in parts)
    ):
        raise PydanticCustomError("bad_pronouns", "{value} are not pronouns.", {"value": repr(value)})
    return tuple(parts)


Text = Annotated[str, Field(min_length=1, max_length=600)]
Name = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[^:<>\p{C}\s][^:<>\p{C}]*$")]
Ref = Annotated[str, Field(min_length=1, max_length=200)]
"""The name of a place or the id of a resident, to be looked up."""
Need = Annotated[str, BeforeValidator(_need)]
Emoji = Annotated[str, Field(min_length=1, max_length=12)]
Weight = Annotated[int, Field(ge=1, le=100)]


class Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class UseEntry(Entry):
    need: Need
    activity: Text
    emoji: Emoji
    state: Text
    minutes: Annotated[list[Annotated[int, Field(ge=1, le=1440)]], Field(min_length=2, max_length=2)] = [
        10,
        40,
    ]


class KindEntry(Entry):
    stands: Literal["blocks", "seat", "floor"] = "blocks"
    capacity: Annotated[int, Field(ge=1, le=200)] = 1
    staff_only: bool = False
    initial: Text = IDLE
    ordinary: list[Text] = []
    uses: list[UseEntry] = []


class NewsEntry(Entry):
    id: Name
    text: Text
    importance: Annotated[int, Field(ge=1, le=10)]
    known_by: Annotated[list[Ref], Field(min_length=1)]


class NormsEntry(Entry):
    hours: dict[str, Week] = {}
    staff: dict[str, list[Ref]] = {}
    capacity: dict[str, Annotated[int, Field(ge=1, le=1000)]] = {}


class HomeEntry(Entry):
    residents: list[Ref] = []
    rooms: dict[str, list[Ref]] = {}


class TownFile(Entry):
    title: Name
    world: Name | None = None
    summary: Text
    start: Start
    norms: NormsEntry = NormsEntry()
    homes: dict[str, HomeEntry] = {}
    news: list[NewsEntry] = []
    synonyms: list[Annotated[list[Text], Field(min_length=2)]] = []
    object_kinds: dict[str, KindEntry] = {}


class KindsFile(Entry):
    object_kinds: dict[str, KindEntry]


class TaskEntry(Entry):
    activity: Text
    need: Need
    emoji: Emoji
    share: Weight = 1


class JobEntry(Entry):
    title: Text
    workplace: Ref
    hours: Week
    tasks: Annotated[list[TaskEntry], Field(min_length=1)]
    lunch: Time | None = None


class LeisureEntry(Entry):
    activity: Text
    need: Need
    emoji: Emoji
    places: Annotated[list[Ref], Field(min_length=1)]
    weight: Weight = 1


class AcquaintanceEntry(Entry):
    name: bool = True
    closeness: Annotated[float, Field(ge=-1, le=1, strict=False)]
    note: Text


class LooksEntry(Entry):
    skin: Name
    hair: Name
    hair_style: Name
    top: Name
    bottom: Name
    extras: list[Name] = []


class ResidentFile(Entry):
    name: Name
    age: Annotated[int, Field(ge=1, le=120)]
    pronouns: Annotated[tuple[str, str, str], BeforeValidator(_pronouns)]
    traits: Annotated[list[Name], Field(min_length=1)]
    about: Text
    currently: Text
    home: Ref
    bed: Ref
    wake: Time
    sleep: Time
    meals: Annotated[list[Time], Field(min_length=2, max_length=6)]
    job: JobEntry | None = None
    leisure: Annotated[list[LeisureEntry], Field(min_length=1)]
    knows: dict[str, AcquaintanceEntry] = {}
    places: Annotated[list[Ref], Field(min_length=1)]
    looks: LooksEntry
    memories: list[Text] = []
    greeting: Annotated[str, Field(max_length=200)] = ""


class SharedEntry(Entry):
    among: Annotated[list[Ref], Field(min_length=2)]
    text: Text


class HistoryFile(Entry):
    shared: list[SharedEntry] = []
    memories: dict[str, list[Text]] = {}


BLANK_TOWN: dict[str, Any] = {"title": "?", "summary": "?", "start": "2000-01-03 00:00"}
"""Stands in for what a faulty town.yaml does not say, while the rest of it is checked."""

BLANK_RESIDENT: dict[str, Any] = {
    "name": "?",
    "age": 1,
    "pronouns": "they/them/their",
    "traits": ["?"],
    "about": "?",
    "currently": "?",
    "home": "?",
    "bed": "?",
    "wake": "07:00",
    "sleep": "22:00",
    "meals": ["08:00", "18:00"],
    "leisure": [{"activity": "?", "need": "rest", "emoji": "?", "places": ["?"]}],
    "places": ["?"],
    "looks": {"skin": "?", "hair": "?", "hair_style": "?", "top": "?", "bottom": "?"},
}
"""The same for a resident's file."""
