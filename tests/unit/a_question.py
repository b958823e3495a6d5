"""Builders of questions: a resident, the places of a small town, and each kind of question in a line."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from backend.domain.persona import Job, Leisure, Looks, Persona, Task
from backend.domain.questions import (
    DetailPlan,
    Digest,
    LineView,
    MemoryView,
    ObjectView,
    Option,
    PersonView,
    PlaceView,
    PlanDay,
    React,
    Reflect,
    Reply,
    Say,
)
from backend.domain.world import Hours, WeekHours

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CAFE, SHOP, PARK = "town:cafe:room", "town:workshop:hall", "town:park:meadow"


def week(*spans: tuple[int, int], days: int = 5) -> WeekHours:
    """The same hours on the first `days` days of the week."""
    return tuple(tuple(Hours(*span) for span in spans) if day < days else () for day in range(7))


def a_job(
    title: str = "mechanic", workplace: str = SHOP, hours: WeekHours | None = None, lunch: int | None = 750
) -> Job:
    return Job(
        title=title,
        workplace=workplace,
        hours=week((540, 1020)) if hours is None else hours,
        tasks=(
            Task("repairing a bicycle", "repair", "🔧", 3),
            Task("sorting the screws", "make", "🔩", 1),
            Task("serving a customer", "sell", "🧾", 1),
        ),
        lunch=lunch,
    )


def a_persona(name: str = "Ana Ruiz", **changes: Any) -> Persona:
    """A mechanic of even temper who lives alone."""
    key = name.split()[0].lower()
    base = Persona(
        id=key, name=name, age=34, pronouns=("she", "her", "her"), traits=("practical", "friendly"),
        about=f"{name} repairs what others throw away.",
        currently=f"{name} is building a cart for the summer fair.",
        home=f"town:home_{key}", bed=f"town:home_{key}:bedroom:bed", wake=400, sleep=1350, meals=(430, 750,
        1110),
        job=a_job(),
        leisure=(
            Leisure("feeding the ducks", "watch", "🦆", (PARK,), 2),
            Leisure("reading a novel", "read", "📖", (f"town:home_{key}:bedroom", CAFE)),
        ),
        knows=(), places=("town:cafe", "town:park", "town:workshop"), looks=Looks("light", "brown",
        "short", "blue", "grey"),
    )  # fmt: skip
    return replace(base, **changes)


def places_of(persona: Persona, cafe: tuple[int, int] | None = (420, 1080)) -> tuple[PlaceView, ...]:
    """The places that everybody knows, and the own home."""
    opens, closes = cafe if cafe is not None else (None, None)
    return (
        PlaceView(arena=CAFE, name="the café", sector_kind="cafe", own=False, needs=("eat", "drink", "talk", "read"),
                  opens=opens, closes=closes, always=False),
        PlaceView(arena="town:cafe:kitchen", name="the café's kitchen", sector_kind="cafe", own=False,
                  needs=("cook",), opens=opens, closes=closes, always=False),
        PlaceView(arena=SHOP, name="the workshop", sector_kind="workshop", own=False,
                  needs=("repair", "make", "sell", "shop"), opens=540, closes=1020, always=False),
        PlaceView(arena=PARK, name="the park", sector_kind="park", own=False, needs=("rest", "watch", "exercise")),
        PlaceView(arena="town:home_zoe:bedroom", name="a bedroom", sector_kind="home", own=False,
                  needs=("sleep", "eat")),
        PlaceView(arena=f"{persona.home}:bedroom", name="her bedroom", sector_kind="home", own=True,
                  needs=("sleep", "dress", "read")),
        PlaceView(arena=f"{persona.home}:kitchen", name="her kitchen", sector_kind="home", own=True,
                  needs=("eat", "cook", "wash", "rest")),
    )  # fmt: skip


def _common(persona: Persona, minute: int, **changes: Any) -> dict[str, Any]:
    shared: dict[str, Any] = {
        "key": "q:1", "resident": persona.id, "tick": 6 * minute, "effect": None, "seed": 7,
        "now": f"Monday 3 March, {minute // 60 % 24:02d}:{minute % 60:02d}", "minute": minute % 1440,
        "persona": persona,
        "activity": "sitting on the bench at the park",
    }  # fmt: skip
    return shared | changes


def plan_question(
    persona: Persona | None = None, from_minute: int = 420, weekday: str = "monday", **changes: Any
) -> PlanDay:
    persona = persona or a_persona()
    known = {"day": 0, "weekday": weekday, "from_minute": from_minute, "places": places_of(persona)}
    return PlanDay(**_common(persona, from_minute, **(known | changes)))


def a_thing(
    name: str, *uses: tuple[str, str, str], arena: str = SHOP, free: bool = True, state: str = "idle"
) -> ObjectView:
    """An object with uses of (need, activity, state)."""
    return ObjectView(
        id=f"{arena}:{name}", name=name, kind=name.split()[-1], state=state, free=free,
        uses=tuple((need, activity, "🔹", used, 10, 40) for need, activity, used in uses),
    )  # fmt: skip


def detail_question(
    persona: Persona | None = None, need: str = "read", arena: str = SHOP, minutes: int = 60, **changes: Any
) -> DetailPlan:
    known = {
        "block": 0, "block_activity": f"{need}ing", "block_need": need, "block_emoji": "📖", "arena": arena,
        "minutes": minutes, "objects": (),
    }  # fmt: skip
    return DetailPlan(**_common(persona or a_persona(), 600, **(known | changes)))


def a_memory(text: str, key: str = "m:1", **changes: Any) -> MemoryView:
    known: dict[str, Any] = {"id": key, "memory": "observation", "text": text, "importance": 5, "tick": 100}
    return MemoryView(**(known | changes))


def a_person(name: str | None = "Ben Carter", **changes: Any) -> PersonView:
    known: dict[str, Any] = {
        "id": "ben", "name": name, "appearance": "the man with the red beard",
        "activity": "kneading dough at the café",
        "closeness": 0.2, "note": "", "minutes_since_talk": None, "knows_me": name is not None,
        "job": None if name is None else "baker",
    }  # fmt: skip
    return PersonView(**(known | changes))


EVERY_OPTION = (
    Option(id="go_on", target=None, text="go on"),
    Option(id="look_into", target="town:workshop:hall:stove", text="look into the stove"),
    Option(id="leave", target=None, text="leave the workshop"),
)


def thing_noticed(
    state: str, persona: Persona | None = None, options: tuple[Option, ...] = EVERY_OPTION, **changes: Any
) -> React:
    noticed = a_memory(f"The stove is {state}.", key="m:stove")
    known = {
        "noticed": f"the stove is {state}", "noticed_memory": "m:stove", "subject": "object", "state": state,
        "options": options, "memories": (noticed,),
    }  # fmt: skip
    return React(**_common(persona or a_persona(), 600, **(known | changes)))


def person_noticed(person: PersonView, persona: Persona | None = None, **changes: Any) -> React:
    noticed = a_memory(f"{person.name or person.appearance} is {person.activity}.", key="m:person")
    options = (
        Option(id="go_on", target=None, text="go on"),
        Option(id="talk", target=person.id, text="talk"),
    )
    known = {
        "noticed": noticed.text, "noticed_memory": "m:person", "subject": "person", "person": person,
        "options": options, "memories": (noticed,),
    }  # fmt: skip
    return React(**_common(persona or a_persona(), 600, **(known | changes)))


def say_question(
    persona: Persona, other: PersonView, lines: tuple[LineView, ...] = (), minute: int = 600, **changes: Any
) -> Say:
    known = {
        "talk": "talk:1",
        "other": other,
        "lines": lines,
        "occasion": "they met at the park",
        "most_lines": 12,
    }
    return Say(**_common(persona, minute, **(known | changes)))


def digest_question(
    persona: Persona, other: PersonView, lines: tuple[LineView, ...], **changes: Any
) -> Digest:
    return Digest(**_common(persona, 620, talk="talk:1", other=other, lines=lines, **changes))


def reflect_question(*memories: MemoryView, persona: Persona | None = None) -> Reflect:
    return Reflect(**_common(persona or a_persona(), 900, memories=memories))


def reply_question(text: str, *memories: MemoryView, persona: Persona | None = None, **changes: Any) -> Reply:
    known = {"visitor": "v:1", "visitor_name": "Sam", "text": text, "memories": memories}
    return Reply(**_common(persona or a_persona(), 600, **(known | changes)))
