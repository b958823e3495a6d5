"""Somebody leaves the town for good: all that it had with others ends first, each thing as it ever ends."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain.departure import GONE
from backend.domain.inputs import RemoveResident
from backend.domain.state import Commitment
from worker.engine import actions, talks
from worker.engine.carry_out import carry_out
from worker.engine.people.known import known_resident
from worker.engine.refusals import LastResident
from worker.engine.town import Town


def remove_resident(town: Town, given: RemoveResident) -> None:
    """It is gone at the open tick. Who had it in sight sees it; who lived, worked or was to meet with it is told.

    Raises:
        UnknownResident, ResidentGone, LastResident: nothing was changed.
    """
    resident = known_resident(town, given.resident)
    name = town.scenario.personas[resident].name
    if len(town.state.residents) == 1:
        raise LastResident(f"{name} is the last who lives here; add somebody first")
    witnesses = _witnesses(town, resident)
    partners = _partners(town, resident)
    reason = f"{name} {GONE}"
    if town.is_acted_for(resident):
        town.emit(e.SteppedOut(resident=resident, reason="gone"))
    talks.take_out(town, resident, reason)
    if town.state.residents[resident].action is not None:
        actions.end_action(town, resident, "interrupted", reason)
    for commitment in _ahead(town, resident):
        _call_off(town, resident, commitment, reason)
    for question in town.state.open_questions_of(resident):
        town.emit(
            e.AnswerLapsed(key=question.key, question=question.question, resident=resident, reason=reason)
        )
    at = town.state.residents[resident].position(town.tick)
    told = sorted(
        ({*_close_to(town, resident), *partners} - {*witnesses, resident}) & town.state.residents.keys()
    )
    town.emit(e.ResidentRemoved(resident=resident, at=at))
    for other in witnesses:
        carry_out(town, town.cognition.saw_go(town.view(), other, resident))
    for other in told:
        carry_out(town, town.cognition.told_gone(town.view(), other, resident))


def _witnesses(town: Town, resident: str) -> list[str]:
    view = town.view()
    return [
        other
        for other, body in sorted(town.state.residents.items())
        if other != resident and not body.asleep and view.in_sight(other, resident)
    ]


def _close_to(town: Town, resident: str) -> set[str]:
    """Who lives or works with it."""
    persona, world = town.scenario.personas[resident], town.scenario.world
    close = set(world.sectors[persona.home].residents)
    if persona.job is not None:
        close |= set(world.sector_of(persona.job.workplace).staff)
    return close


def _ahead(town: Town, resident: str) -> list[Commitment]:
    """What it was asked to or has agreed to, and is not over or off."""
    return [
        one
        for one in town.state.commitments_of(resident)
        if one.parties[resident].status in ("asked", "accepted") and one.end > town.tick and not one.is_off
    ]


def _partners(town: Town, resident: str) -> set[str]:
    """Who is to meet it: all who go to what it gives; else whoever gives it, and who asked it."""
    found: set[str] = set()
    for one in _ahead(town, resident):
        if one.parties[resident].status == "accepted":
            found |= set(one.going) if one.host == resident else {one.host, one.parties[resident].by}
    return found


def _call_off(town: Town, resident: str, commitment: Commitment, reason: str) -> None:
    """It comes to nothing of what the resident agreed to; what it was to give is off for all, and they are told."""
    is_host = commitment.host == resident
    going = [one for one in commitment.going if one != resident]
    asked = [one for one, party in commitment.parties.items() if party.status == "asked" and one != resident]
    for one in (resident, *((*going, *asked) if is_host else ())):
        town.emit(e.OfferAnswered(commitment=commitment.id, resident=one, accepted=False, reason=reason))
    if is_host or town.state.commitments[commitment.id].is_off:
        for one in going:
            carry_out(town, town.cognition.called_off(town.view(), commitment.id, one))
