"""Residents of one's own: a form becomes somebody who lives in a scenario's copy, or in a town that is alive."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, Body, Response

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
from backend.scenarios.settling import id_of, peopled
from backend.store.queues.inputs import put_input, sent_before
from backend.store.redis.first_day import NobodyPreviews, ask_for_first_day

router = APIRouter(prefix="/api", tags=["residents of one's own"])

SEED = 7
"""Of the first day that is shown."""


class NewResident(Wish):
    form: ResidentForm
    key: Key | None = None
    """A fresh one for each new resident: sent again with the same key, nobody comes twice."""


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
    """Portrait, file and first day of whoever the form tells of, or all that is wrong with it."""
    return _preview(parts, parts.catalogue.scenario(scenario), wish.form)


@router.post(
    "/towns/{town}/residents/preview",
    responses=problems_of(UnknownTown, TownGone, InvalidRequest),
    name="preview a resident of a town",
)
def preview_in_town(row: TownOf, wish: _Wish, parts: PartsOf) -> ResidentPreview:
    """The same for a town that is alive."""
    return _preview(parts, parts.scenarios.of(row), wish.form)


@router.post(
    "/scenarios/{scenario}/residents",
    status_code=201,
    responses=problems_of(UnknownScenario, ScenarioFaulty, InvalidRequest),
    name="save a resident in a scenario",
)
def save(scenario: str, wish: _Wish, parts: PartsOf, response: Response) -> ScenarioSummary:
    """Writes its file, into a copy of the scenario where that came with Townlet. Towns are founded on the answer."""
    catalogue = parts.catalogue
    settled = _settled(catalogue.scenario(scenario), wish.form)
    try:
        folder = keep_resident(catalogue.folder(scenario), settled, catalogue.own, tuple(catalogue.names()))
    except ScenarioInvalid as invalid:
        raise _unfit(invalid.faults) from None
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
        if not isinstance(known.input, AddResident) or known.input.newcomer.persona.name != wish.form.name:
            raise KeyReused(wish.key)
        return view_of(known)
    settled = _settled(parts.scenarios.of(row), wish.form)
    stored, created = put_input(
        parts.database, row.id, wish.key, AddResident(newcomer=settled.newcomer), author=principal.link
    )
    parts.hints.wake(row.id)
    if created:
        afterwards.add_task(parts.hints.live, row.id)
    return view_of(stored)


def _settled(scenario: Scenario, form: ResidentForm) -> Settled:
    try:
        return settle(scenario, form)
    except ScenarioInvalid as invalid:
        raise _unfit(invalid.faults) from None


def _unfit(faults: tuple[Fault, ...]) -> InvalidRequest:
    told = [
        {"where": f"body.form.{_key(fault)}", "detail": f"{fault.message} {fault.remedy}"} for fault in faults
    ]
    return InvalidRequest(f"The resident has {len(faults)} faults. Mend them, then try again.", faults=told)


def _key(fault: Fault) -> str:
    """Which part of the form a fault of the file is about: the file calls what it wants `currently`."""
    key = fault.place.rpartition(", ")[2]
    return key.replace("currently", "wants", 1).replace("bed", "home", 1)


def _preview(parts: Parts, scenario: Scenario, form: ResidentForm) -> ResidentPreview:
    portrait = portrait_of(form.looks, id_of(form.name, scenario))
    try:
        settled = settle(scenario, form)
    except ScenarioInvalid as invalid:
        faults = [
            FaultView(file=f.file, place=_key(f), message=f.message, remedy=f.remedy) for f in invalid.faults
        ]
        return ResidentPreview(faults=faults, id=None, portrait=portrait, file="", day=[], no_day="")
    resident, no_day = settled.newcomer.persona.id, ""
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
        faults=[], id=resident, portrait=portrait, file=settled.text, day=day, no_day=no_day
    )
