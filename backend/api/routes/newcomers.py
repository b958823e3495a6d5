"""Residents of one's own: a form or a file becomes somebody who lives in a scenario's copy, or in a living town."""

from __future__ import annotations

from typing import Annotated, Self

from fastapi import APIRouter, BackgroundTasks, Body, Response
from pydantic import Field, model_validator

from backend.api.edge.access import PrincipalOf
from backend.api.forms.openapi import problems_of
from backend.api.forms.wish import Wish
from backend.api.parts import LivingTownOf, Parts, PartsOf, TownOf
from backend.api.problems import (
    InvalidRequest,
    KeyReused,
    ScenarioFaulty,
    TownEnded,
    TownGone,
    UnknownScenario,
    UnknownTown,
)
from backend.api.routes.figures import portrait_of
from backend.api.routes.inputs import InputView, Key, view_of
from backend.api.routes.scenarios import FaultView, ScenarioSummary, summary_of
from backend.domain.inputs import AddResident
from backend.domain.scenario import Scenario
from backend.live.frames import View
from backend.scenarios import Fault, ResidentForm, ScenarioInvalid, Settled, settle
from backend.scenarios.keeping import keep_resident
from backend.scenarios.resident_file import name_in, settle_file
from backend.scenarios.resident_form import LooksForm
from backend.scenarios.settling import id_of, peopled
from backend.store.queues.inputs import put_input, sent_before
from backend.store.redis.first_day import NobodyPreviews, ask_for_first_day

router = APIRouter(prefix="/api", tags=["residents of one's own"])

SEED = 7
"""Of the first day that is shown."""


LONGEST_FILE = 40_000
"""Characters; those of the towns that come with Townlet have 3,000."""


class NewResident(Wish):
    """Somebody new: the form or the file, one of the two."""

    form: ResidentForm | None = None
    file: Annotated[str, Field(min_length=1, max_length=LONGEST_FILE)] | None = None
    """A resident's file as scenarios have it, as text."""
    key: Key | None = None
    """A fresh one for each new resident: sent again with the same key, nobody comes twice."""

    @model_validator(mode="after")
    def _is_one_of_two(self) -> Self:
        if (self.form is None) == (self.file is None):
            raise ValueError("give either a form or a file")
        return self

    @property
    def name(self) -> str | None:
        """What it is called; None where its file can't be read."""
        return self.form.name if self.form is not None else name_in(self.file or "")

    def settle(self, scenario: Scenario) -> Settled:
        """Raises ScenarioInvalid."""
        return (
            settle(scenario, self.form) if self.form is not None else settle_file(scenario, self.file or "")
        )


class HourView(View):
    begins: str
    """Town-local, "08:30"."""
    activity: str
    emoji: str
    place: str
    """Where, in words: "The Blue Kettle, main room"."""


class ResidentPreview(View):
    """What would come of a form; nothing is changed by looking."""

    faults: list[FaultView]
    """What is to be mended; empty: it can come."""
    id: str | None
    name: str
    traits: list[str]
    portrait: str
    """Address of its picture."""
    file: str
    """Its file as a scenario has it; empty where there are faults."""
    day: list[HourView]
    """The plan of its first day with the built-in mind, had it lived there from the town's first day."""
    no_day: str
    """Why there is none, in words."""


_FORM = {
    "key": "nora-1",
    "form": {
        "name": "Nora Lind",
        "age": 34,
        "pronouns": "she/her/her",
        "looks": {"skin": "fair", "hair": "auburn", "hair_style": "bun", "top": "mustard", "bottom": "denim"},
        "traits": ["curious", "warm"],
        "home": "Signal Cottage",
        "job": {"title": "a waitress", "workplace": "The Blue Kettle:main room"},
        "knows": {"ivo": 0.5},
        "wants": "She wants to open a small print shop.",
    },
}
_Wish = Annotated[NewResident, Body(examples=[_FORM])]


@router.post(
    "/scenarios/{scenario}/residents/preview",
    responses=problems_of(UnknownScenario, ScenarioFaulty, InvalidRequest),
    name="preview a resident of a scenario",
)
def preview_in_scenario(scenario: str, wish: _Wish, parts: PartsOf) -> ResidentPreview:
    """Portrait, file and first day of whoever the form or the file tells of, or all that is wrong with it."""
    return _preview(parts, parts.catalogue.scenario(scenario), wish)


@router.post(
    "/towns/{town}/residents/preview",
    responses=problems_of(UnknownTown, TownGone, InvalidRequest),
    name="preview a resident of a town",
)
def preview_in_town(row: TownOf, wish: _Wish, parts: PartsOf) -> ResidentPreview:
    """The same for a town that is alive."""
    return _preview(parts, parts.scenarios.of(row), wish)


@router.post(
    "/scenarios/{scenario}/residents",
    status_code=201,
    responses=problems_of(UnknownScenario, ScenarioFaulty, InvalidRequest),
    name="save a resident in a scenario",
)
def save(scenario: str, wish: _Wish, parts: PartsOf, response: Response) -> ScenarioSummary:
    """Writes its file, into a copy of the scenario where that came with Townlet. Towns are founded on the answer."""
    catalogue = parts.catalogue
    settled = _settled(catalogue.scenario(scenario), wish)
    try:
        folder = keep_resident(catalogue.folder(scenario), settled, catalogue.own, tuple(catalogue.names()))
    except ScenarioInvalid as invalid:
        raise _unfit(wish, invalid.faults) from None
    except OSError as error:
        raise InvalidRequest(
            f"Its file can't be written into {catalogue.own}: {error.strerror}. Make room there, or the right to write."
        ) from None
    response.headers["Location"] = f"/api/scenarios/{folder.name}"
    return summary_of(catalogue.entry(folder.name))


@router.post(
    "/towns/{town}/residents",
    status_code=202,
    responses=problems_of(UnknownTown, TownGone, TownEnded, KeyReused, InvalidRequest),
    name="have somebody come to live in a town",
)
def add(
    row: LivingTownOf, wish: _Wish, parts: PartsOf, principal: PrincipalOf, afterwards: BackgroundTasks
) -> InputView:
    """Sends the input `add_resident`: it comes in at the gate at once, also while the town is paused."""
    if wish.key is None:
        raise InvalidRequest("The idempotency key is missing. Send a fresh `key` with each new resident.")
    known = sent_before(parts.database, row.id, wish.key)
    if known is not None:
        # By now somebody of that name may live there: the one who came of it.
        if not isinstance(known.input, AddResident) or known.input.newcomer.persona.name != wish.name:
            raise KeyReused(wish.key)
        return view_of(known)
    settled = _settled(parts.scenarios.of(row), wish)
    stored, created = put_input(
        parts.database, row.id, wish.key, AddResident(newcomer=settled.newcomer), author=principal.link
    )
    parts.hints.wake(row.id)
    if created:
        afterwards.add_task(parts.hints.live, row.id)
    return view_of(stored)


def _settled(scenario: Scenario, wish: NewResident) -> Settled:
    try:
        return wish.settle(scenario)
    except ScenarioInvalid as invalid:
        raise _unfit(wish, invalid.faults) from None


def _unfit(wish: NewResident, faults: tuple[Fault, ...]) -> InvalidRequest:
    if wish.file is not None:
        told = [{"where": "body.file", "detail": f"{f.place}: {f.message} {f.remedy}"} for f in faults]
    else:
        told = [{"where": f"body.form.{_key(f)}", "detail": f"{f.message} {f.remedy}"} for f in faults]
    return InvalidRequest(f"The resident has {len(faults)} faults. Mend them, then try again.", faults=told)


def _key(fault: Fault) -> str:
    """Which part of the form a fault of the file is about: the file calls what it wants `currently`."""
    key = fault.place.rpartition(", ")[2]
    return key.replace("currently", "wants", 1).replace("bed", "home", 1)


def _preview(parts: Parts, scenario: Scenario, wish: NewResident) -> ResidentPreview:
    try:
        settled = wish.settle(scenario)
    except ScenarioInvalid as invalid:
        return _faulty(wish, scenario, invalid.faults)
    persona, no_day = settled.newcomer.persona, ""
    resident, portrait = persona.id, portrait_of(persona.looks, persona.id)
    day: list[HourView] = []
    world = scenario.world
    try:
        hours = ask_for_first_day(parts.hints, parts.presence, peopled(scenario, settled), resident, SEED)
    except NobodyPreviews as fault:
        no_day = str(fault)
    else:
        day = [
            HourView(
                begins=hour.begins,
                activity=hour.activity,
                emoji=hour.emoji,
                place=f"{world.sector_of(hour.place).name}, {world.arenas[hour.place].name}",
            )
            for hour in hours
        ]
    return ResidentPreview(
        faults=[],
        id=resident,
        name=persona.name,
        traits=list(persona.traits),
        portrait=portrait,
        file=settled.text,
        day=day,
        no_day=no_day,
    )


def _faulty(wish: NewResident, scenario: Scenario, faults: tuple[Fault, ...]) -> ResidentPreview:
    """What is to be mended: by the part of the form, or by line and part of the file."""
    form, name = wish.form, wish.name or ""
    looks = form.looks if form is not None else LooksForm()
    told = [
        FaultView(file=f.file, place=f.place if form is None else _key(f), message=f.message, remedy=f.remedy)
        for f in faults
    ]
    return ResidentPreview(
        faults=told,
        id=None,
        name=name,
        traits=form.traits if form is not None else [],
        portrait=portrait_of(looks, id_of(name, scenario)),
        file="",
        day=[],
        no_day="",
    )
