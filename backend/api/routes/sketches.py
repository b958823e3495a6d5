"""Somebody new in a few words: a mind makes a form of what is said, for whoever asks to look at, change and send."""

from __future__ import annotations

from hashlib import blake2b
from typing import Annotated, Literal

from fastapi import APIRouter, Body
from pydantic import AfterValidator, Field

from backend.api.forms.openapi import problems_of
from backend.api.forms.wish import Wish
from backend.api.parts import Parts, PartsOf, TownOf
from backend.api.problems import (
    InvalidRequest,
    ScenarioFaulty,
    TownGone,
    UnknownScenario,
    UnknownTown,
)
from backend.domain.questions import LooksChoice, Sketch, SketchAnswer
from backend.domain.questions.sketch import Part
from backend.domain.registrar import PERSONA, REGISTRAR
from backend.domain.scenario import Scenario
from backend.live.frames import View
from backend.scenarios import ResidentForm
from backend.scenarios.openings import homes_with_room, neighbours, sites
from backend.scenarios.resident_form import JobForm, LooksForm
from backend.store.history.events import state_at
from backend.store.redis.sketches import Sketched, WantedSketch, ask_for_sketch
from backend.store.redis.worker_word import NobodyAnswers
from frontend.art.newcomers import choices

router = APIRouter(prefix="/api", tags=["residents of one's own"])

SEED = 7
"""Of what is drawn for a scenario, which has none."""
LONGEST_TEXT = 1000


def _says_something(text: str) -> str:
    if not text.strip():
        raise ValueError("says nothing; tell who it is in a few words")
    return text


class DescribedResident(Wish):
    text: Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT), AfterValidator(_says_something)]
    """Who it is, in the words of whoever makes it, English or German."""
    draw: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    """Another one draws anew what the text leaves open."""


class SketchView(View):
    """A form that is filled in; nothing is changed by it."""

    form: ResidentForm | None
    said: list[Part]
    """What the text tells; the other parts were made up."""
    by: Literal["built_in", "model", "stand_in"] | None
    """The built-in mind; the town's model; or the built-in mind in its place."""
    why: str | None = None
    """Why it stood in: off, away, budget, timeout, refused, invalid or busy."""
    no_form: str = ""
    """Why there is none, in words."""


_Wish = Annotated[
    DescribedResident,
    Body(examples=[{"text": "a retired sailor who loves the café and knows Marta", "draw": 0}]),
]


@router.post(
    "/scenarios/{scenario}/residents/sketch",
    responses=problems_of(UnknownScenario, ScenarioFaulty, InvalidRequest),
    name="describe a resident of a scenario",
)
def sketch_in_scenario(scenario: str, wish: _Wish, parts: PartsOf) -> SketchView:
    """The form of whoever the text tells of, as the built-in mind reads it."""
    found = parts.catalogue.scenario(scenario)
    return _sketch(parts, None, question_about(found, wish, seed=SEED, tick=0, model=False))


@router.post(
    "/towns/{town}/residents/sketch",
    responses=problems_of(UnknownTown, TownGone, InvalidRequest),
    name="describe a resident of a town",
)
def sketch_in_town(row: TownOf, wish: _Wish, parts: PartsOf) -> SketchView:
    """The same for a town that is alive, as its mind reads it: a model, unless that of the town is the built-in one."""
    model = state_at(parts.database, row.id, row.head_tick).mind != "rules"
    question = question_about(parts.scenarios.of(row), wish, seed=row.seed, tick=row.head_tick, model=model)
    return _sketch(parts, row.id, question)


def _sketch(parts: Parts, town: str | None, question: Sketch) -> SketchView:
    try:
        sketched = ask_for_sketch(parts.hints, parts.presence, WantedSketch(town, question))
    except NobodyAnswers as fault:
        words = f"{fault} The form can be filled in by hand meanwhile."
        return SketchView(form=None, said=[], by=None, no_form=words)
    return _view(sketched)


def question_about(
    scenario: Scenario, wish: DescribedResident, *, seed: int, tick: int, model: bool
) -> Sketch:
    homes = homes_with_room(scenario)
    if not homes:
        raise InvalidRequest(
            "No home has room for one more. Have somebody leave first, or draw a larger one."
        )
    said = blake2b(f"{wish.draw}|{wish.text}".encode(), digest_size=12).hexdigest()
    calendar = scenario.calendar
    return Sketch(
        key=f"sketch:{REGISTRAR}@{tick}.{said}",
        resident=REGISTRAR,
        tick=tick,
        effect=None,
        seed=seed,
        now=f"{calendar.at(tick):%A %H:%M}",
        minute=calendar.minute_of_day(tick),
        persona=PERSONA,
        activity="",
        mind="model" if model else "rules",
        language=scenario.language,
        text=wish.text,
        draw=wish.draw,
        town=scenario.title,
        homes=homes,
        sites=sites(scenario),
        people=neighbours(scenario),
        looks=LooksChoice.model_validate(choices()),
    )


def _view(sketched: Sketched) -> SketchView:
    mind, _, why = sketched.mind.partition(":")
    by: Literal["built_in", "model", "stand_in"] = (
        "model" if mind == "model" else "stand_in" if why else "built_in"
    )
    return SketchView(form=form_of(sketched.answer), said=list(sketched.answer.said), by=by, why=why or None)


def form_of(answer: SketchAnswer) -> ResidentForm:
    looks = answer.looks
    return ResidentForm(
        name=answer.name,
        age=answer.age,
        pronouns=answer.pronouns,
        looks=LooksForm(**looks.model_dump(exclude={"extras"}), extras=list(looks.extras)),
        traits=list(answer.traits),
        home=answer.home,
        job=JobForm(title=answer.job, workplace=answer.workplace) if answer.job else None,
        likes=list(answer.likes),
        knows={bond.resident: bond.closeness for bond in answer.knows},
        wants=answer.wants,
        about=answer.about,
        wake=answer.wake,
    )
