"""The shapes of a scenario's YAML files. Names of places and people are checked later."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from backend.domain.events import MindChoice
from backend.domain.world import IDLE, NEEDS
from backend.scenarios.names import LONGEST, flaw_of_emoji, flaw_of_name, flaw_of_text
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


def _without_flaw(what: str, flaw_of: Callable[[str], str | None]) -> AfterValidator:
    def check(text: str) -> str:
        if (flaw := flaw_of(text)) is not None:
            words = {"text": repr(text[:60]), "flaw": flaw}
            raise PydanticCustomError(f"bad_{what}", f"{{text}} can't be a {what}. {{flaw}}", words)
        return text

    return AfterValidator(check)


def _each_once(names: list[str]) -> list[str]:
    for at, name in enumerate(names):
        if name in names[:at]:
            raise PydanticCustomError("named_twice", "{name} is named twice.", {"name": repr(name)})
    return names


Text = Annotated[str, Field(min_length=1, max_length=600), _without_flaw("text", flaw_of_text)]
Name = Annotated[
    str,
    _without_flaw("name", flaw_of_name),
    WithJsonSchema(
        {"type": "string", "minLength": 1, "maxLength": LONGEST, "pattern": r"^[^:<>\p{C}\s][^:<>\p{C}]*$"}
    ),
]
KindName = Annotated[str, _without_flaw("name", flaw_of_name)]
"""A key, whose pattern in a JSON Schema would say to editors that others are fine."""
Ref = Annotated[str, Field(min_length=1, max_length=200)]
"""The name of a place or the id of a resident, to be looked up."""
Refs = Annotated[
    list[Ref], Field(max_length=1000, json_schema_extra={"uniqueItems": True}), AfterValidator(_each_once)
]
Need = Annotated[str, BeforeValidator(_need), WithJsonSchema({"type": "string", "enum": list(NEEDS)})]
Emoji = Annotated[str, Field(min_length=1, max_length=12), _without_flaw("emoji", flaw_of_emoji)]
Weight = Annotated[int, Field(ge=1, le=100)]
Pronouns = Annotated[
    tuple[str, str, str],
    BeforeValidator(_pronouns),
    WithJsonSchema({"type": "string", "pattern": "^[^/]+/[^/]+/[^/]+$", "examples": ["she/her/her"]}),
]


class Entry(BaseModel):
    # Editors show the docstrings of the attributes: they go into the JSON Schemas.
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, use_attribute_docstrings=True)


class UseEntry(Entry):
    need: Need
    """What it is good for."""
    activity: Text
    """What somebody does there: "eating at the table"."""
    emoji: Emoji
    state: Text
    """What the thing is like meanwhile."""
    minutes: Annotated[list[Annotated[int, Field(ge=1, le=1440)]], Field(min_length=2, max_length=2)] = [
        10,
        40,
    ]
    """The least and the most that it takes."""


class KindEntry(Entry):
    stands: Literal["blocks", "seat", "floor"] = "blocks"
    """blocks: nobody is on its tiles; seat: used from its own tiles, never crossed; floor: walked across."""
    capacity: Annotated[int, Field(ge=1, le=200)] = 1
    """How many may use it at once."""
    staff_only: bool = False
    """Used by those alone who work there."""
    initial: Text = IDLE
    """Its state at the start."""
    ordinary: list[Text] = []
    """States that surprise nobody."""
    uses: list[UseEntry] = []
    """What one can do with it."""


class OccasionEntry(Entry):
    what: Text
    """As one says it: "the Valentine's Day party"."""
    host: Ref
    """Id of the resident who gives it and asks people to it."""
    place: Ref
    """An arena: "Hobbs Cafe:cafe"."""
    start: Start
    """Town-local date and time, after the town's start."""
    end: Start
    """At most a day later."""


class NewsEntry(Entry):
    id: Name
    text: Text
    """A whole sentence that anybody can repeat."""
    importance: Annotated[int, Field(ge=1, le=10)]
    known_by: Annotated[Refs, Field(min_length=1)]
    """Ids of those who know it at the start."""
    occasion: OccasionEntry | None = None
    """What it tells of, if one can be invited to it."""


class NormsEntry(Entry):
    hours: dict[str, Week] = {}
    """By sector: when it is open. Without hours it is always open."""
    staff: dict[str, Refs] = {}
    """By sector: ids of those who work there besides those whose job is there."""
    capacity: dict[str, Annotated[int, Field(ge=1, le=1000)]] = {}
    """By arena: how many may be in it."""


class HomeEntry(Entry):
    residents: Refs = []
    """Ids of those who live there."""
    rooms: dict[str, Refs] = {}
    """By room: ids of the only ones who may enter."""


Language = Annotated[str, Field(pattern=r"^[A-Z][A-Za-z]+( [A-Z][A-Za-z]+)?$", max_length=30)]


class TownFile(Entry):
    title: Name
    """What people call the town."""
    world: Name | None = None
    """The first part of every address; the title if left out."""
    summary: Text
    """What the list of towns says of it."""
    language: Language = "English"
    """What people speak here, by its English name; a model speaks it, the built-in mind knows English alone."""
    start: Start
    """Town-local date and time of the first tick."""
    norms: NormsEntry = NormsEntry()
    homes: dict[str, HomeEntry] = {}
    """By sector."""
    news: list[NewsEntry] = []
    """What somebody knows and the others may hear."""
    synonyms: list[Annotated[list[Text], Field(min_length=2)]] = []
    """Words that mean the same in this town."""
    object_kinds: dict[KindName, KindEntry] = {}
    """Kinds of things besides those that all towns share; one of the same name replaces theirs."""


class KindsFile(Entry):
    object_kinds: dict[KindName, KindEntry]


class TaskEntry(Entry):
    activity: Text
    need: Need
    """An object at the workplace, or in another room of its building, must be good for it."""
    emoji: Emoji
    share: Weight = 1
    """How much of the day it takes, against the other tasks."""


class JobEntry(Entry):
    title: Text
    workplace: Ref
    """An arena: "The Blue Kettle:main room"."""
    hours: Week
    """While awake."""
    tasks: Annotated[list[TaskEntry], Field(min_length=1)]
    lunch: Time | None = None
    """When the break begins."""
    staff: bool = True
    """false: works there as a guest, as with a laptop in a café; its hours bind it, and so does what is for staff."""


class LeisureEntry(Entry):
    activity: Text
    need: Need
    emoji: Emoji
    places: Annotated[Refs, Field(min_length=1)]
    """Arenas with an object for the need, favourite first."""
    weight: Weight = 1
    """How often, against the other pastimes."""
    at: Annotated[list[Time], Field(max_length=4)] = []
    """Usual times of day, where it is a habit: a walk at ten, whatever else the day holds."""


class AcquaintanceEntry(Entry):
    name: bool = True
    """false: a face without a name."""
    closeness: Annotated[float, Field(ge=-1, le=1, strict=False)]
    """-1 (enemies) to 1 (inseparable)."""
    note: Text
    """One sentence, which becomes a memory."""


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
    pronouns: Pronouns
    traits: Annotated[list[Name], Field(min_length=1)]
    about: Text
    """Two or three sentences in the third person."""
    currently: Text
    """One sentence: what is on its mind."""
    home: Ref
    """A sector; its home in town.yaml lists the resident."""
    bed: Ref
    """An object of the home with a use for sleep."""
    wake: Time
    """Usual time of getting up."""
    sleep: Time
    """Usual bedtime, 4 to 12 hours before waking."""
    meals: Annotated[list[Time], Field(min_length=2, max_length=6)]
    """Usual times, at least two."""
    job: JobEntry | None = None
    leisure: Annotated[list[LeisureEntry], Field(min_length=1)]
    knows: dict[str, AcquaintanceEntry] = {}
    """By id: whom it knows, and how."""
    places: Annotated[Refs, Field(min_length=1)]
    """Sectors, or single arenas, known at the start; home, workplace and places of leisure are added."""
    looks: LooksEntry
    """Names for the art; unknown ones are drawn as something else."""
    memories: list[Text] = []
    """What it remembers from before."""
    greeting: Annotated[
        str, Field(max_length=200), _without_flaw("text", lambda text: flaw_of_text(text or "-"))
    ] = ""
    """How it usually greets."""
    mind: MindChoice = "auto"
    """Who answers for it in a town whose mind is auto: always the model, always the built-in rules, or auto, the
    model while people are near."""


class SharedEntry(Entry):
    among: Annotated[Refs, Field(min_length=2)]
    """Ids of those who remember it."""
    text: Text


class HistoryFile(Entry):
    shared: list[SharedEntry] = []
    """Memories that several have in common."""
    memories: dict[str, list[Text]] = {}
    """By id: what only this one remembers."""


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
