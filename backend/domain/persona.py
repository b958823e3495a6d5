"""Who a resident is at the start, as its scenario tells it. Never changed by the engine."""

from __future__ import annotations

from dataclasses import dataclass

from backend.domain.mind_choice import MindChoice
from backend.domain.world import WeekHours


@dataclass(frozen=True)
class Task:
    """One thing that a job consists of. `need` picks the object's use at the workplace."""

    activity: str
    need: str
    emoji: str
    share: int = 1
    """Weight among the job's tasks."""


@dataclass(frozen=True)
class Job:
    title: str
    workplace: str
    """Address of the arena where it is done."""
    hours: WeekHours
    tasks: tuple[Task, ...]
    lunch: int | None = None
    """Minute of the day of the meal break; None if the job gives none."""


@dataclass(frozen=True)
class Leisure:
    """Something the resident likes to do in its free time."""

    activity: str
    need: str
    emoji: str
    places: tuple[str, ...]
    """Addresses of arenas where it does so, favourite first."""
    weight: int = 1
    at: tuple[int, ...] = ()
    """Minutes of the day at which it is a habit."""


@dataclass(frozen=True)
class Acquaintance:
    """Somebody the resident knows at the start."""

    other: str
    knows_name: bool
    """False: a face without a name."""
    closeness: float
    """-1 to 1."""
    note: str
    """One sentence in the third person, which becomes a memory."""


@dataclass(frozen=True)
class Looks:
    """Parameters of the drawing; names, not colours, so that art may change."""

    skin: str
    hair: str
    hair_style: str
    top: str
    bottom: str
    extras: tuple[str, ...] = ()
    """hat, glasses, beard, apron, …"""


@dataclass(frozen=True)
class Persona:
    id: str
    """Lower-case slug, unique in the town; the engine's order of residents."""
    name: str
    age: int
    pronouns: tuple[str, str, str]
    """Subject, object, possessive: ("she", "her", "her")."""
    traits: tuple[str, ...]
    about: str
    """Who it is, in two or three sentences, third person."""
    currently: str
    """What occupies it these days, one sentence."""
    home: str
    """Address of the home's sector."""
    bed: str
    """Address of its own bed."""
    wake: int
    """Usual minute of the day of waking."""
    sleep: int
    """Usual minute of going to bed; may pass 1440 (25:30 is 1530)."""
    meals: tuple[int, ...]
    """Minutes of the day of its usual meals, at least two."""
    job: Job | None
    leisure: tuple[Leisure, ...]
    knows: tuple[Acquaintance, ...]
    places: tuple[str, ...]
    """Addresses of the sectors, and single arenas of others, that it knows at the start."""
    looks: Looks
    memories: tuple[str, ...] = ()
    """Sentences planted as memories before the first tick."""
    greeting: str = ""
    """How it usually greets, if it has a way of its own."""
    mind: MindChoice = "auto"
    """Who answers for it where the town's mind is `auto`."""

    @property
    def first_name(self) -> str:
        return self.name.split()[0]

    def trait_score(self, *words: str) -> int:
        """How many of `words` are among the traits."""
        return sum(1 for word in words if word in self.traits)
