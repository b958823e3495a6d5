"""How a resident sees memories, places, things and people; the parts of questions."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from backend.domain.events import MemoryKind

Deed = Annotated[str, Field(min_length=1, max_length=120)]
"""What somebody does, as after "is": "repairing a bicycle"."""
Need = Annotated[str, Field(min_length=1, max_length=40)]
Emoji = Annotated[str, Field(max_length=16)]


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Scores(Frozen):
    """How well a memory fitted, each scaled to 0 to 1 over all of the resident's memories (paper, section 4.1)."""

    recency: float
    importance: float
    relevance: float
    total: float
    """Their sum, weighted and rounded to 1e-6."""


class MemoryView(Frozen):
    """A retrieved memory as a mind sees it."""

    id: str
    memory: MemoryKind
    text: str
    importance: int
    tick: int
    told_by: str | None = None
    """Name of who told it, as the resident knows them."""
    news: str | None = None
    about: tuple[str, ...] = ()
    told: int = 0
    """To how many the resident has passed it on; counted for what it might tell now."""
    scores: Scores | None = None
    """None for one that did not come by its score. Not for the mind: for people who ask why."""


class PersonView(Frozen):
    """Somebody as this resident sees them; `name` only if it knows it."""

    id: str
    name: str | None
    appearance: str
    """What one calls them without a name: "the woman with the grey hair"."""
    activity: str
    """What they are seen doing; empty for somebody out of sight."""
    closeness: float
    note: str
    minutes_since_talk: int | None
    knows_me: bool = False
    """Whether they have been introduced."""
    seems: Literal["", "downcast", "worn out", "cheerful"] = ""
    """How they look, where one sees it; empty for somebody who looks as people do, or is out of sight."""
    job: str | None = None
    """The title of their job, "baker"; None for those without one and for those whose name it does not know."""
    is_visitor: bool = False
    """Somebody from outside the town."""


class PlaceView(Frozen):
    """An arena that the resident knows."""

    arena: str
    name: str
    """As one says it: "the café", "her kitchen"."""
    sector_kind: str
    own: bool
    """In the resident's home."""
    needs: tuple[str, ...]
    """What can be done there."""
    opens: int | None = None
    """Minute of the day of opening to the public today; None: not today, or no hours at all where `always`."""
    closes: int | None = None
    always: bool = True
    """It has no hours: it is open day and night."""
    exempt: bool = False
    """Its hours do not bind the resident, who works or lives there."""
    hosts: tuple[PersonView, ...] = ()
    """Who lives there, where one is let in only as a guest."""
    walk: int = 0
    """Minutes on foot from the resident's home, as the crow flies along streets."""


class ObjectView(Frozen):
    id: str
    name: str
    kind: str
    state: str
    free: bool
    uses: tuple[tuple[str, str, str, str, int, int], ...]
    """(need, activity, emoji, state, least minutes, most minutes) of each use."""


class LineView(Frozen):
    speaker: str
    """Resident id."""
    text: str


class BodyView(Frozen):
    """How the resident feels, each 0 to 100; see `BodyChanged`."""

    energy: int = 80
    hunger: int = 40
    company: int = 50
    mood: int = 50


class BeliefView(Frozen):
    id: str
    statement: str
    confidence: float


class CommitmentView(Frozen):
    """An entry of the resident's calendar as it knows it."""

    id: str
    what: str
    arena: str
    place: str
    """The arena as one says it: "at Hobbs Cafe"."""
    day: int
    """Day of the town, as in `PlanDay.day`; `start` and `end` are minutes after its midnight."""
    start: int
    end: int
    when: str
    """As one says it now: "today from 17:00 to 19:00"."""
    status: Literal["asked", "accepted"]
    host: str
    with_: tuple[str, ...] = ()
    """Names of the others who have accepted, as far as the resident knows them."""
    walk: int = 0
    """Minutes on foot from where it is now."""


class Refusal(Frozen):
    """No to something that one was asked to, or had agreed to."""

    offer: str
    """The commitment's id."""
    reason: Annotated[str, Field(min_length=1, max_length=200)]
    ground: str | None = None
    """One of the offer's `conflicts`, or the id of the person because of whom; None: it just does not want to."""


class OfferView(Frozen):
    """Something that the resident may invite the other to, or was just asked to."""

    id: str
    """The commitment's id."""
    what: str
    arena: str
    place: str
    day: int
    start: int
    end: int
    when: str
    memory: str | None = None
    """The resident's memory that tells of it, if it is an item of news."""
    conflicts: tuple[str, ...] = ()
    """What truly speaks against it: the id of another entry of the calendar, "job" for its working hours, "asleep",
    "closed" where it may not be in that place then."""
