"""A director's hand in what residents have agreed on."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain import inputs as i
from backend.domain.calendar import minutes
from backend.domain.named_by_words import id_by_words
from backend.domain.norms import may_enter
from backend.domain.state import Commitment
from backend.domain.world import Arena
from worker.engine.carry_out import carry_out
from worker.engine.nearest import nearest
from worker.engine.people.handler import Handlers
from worker.engine.people.known import known_place, known_resident, two_residents
from worker.engine.refusals import PlaceClosed, StampPassed, UnknownCommitment
from worker.engine.town import Town

CALLED_OFF = "it was called off"


def _make_commitment(town: Town, given: i.MakeCommitment) -> None:
    """Its id is "commitment:HOST+OTHER@TICK.HASH"."""
    host, other = two_residents(town, given.resident, given.other)
    arenas = known_place(town, given.place)
    if given.start <= town.tick:
        raise StampPassed(
            f"the town is at tick {town.tick} already; choose a later moment than {given.start}"
        )
    arena = _room(town, arenas, (host, other), given.start)
    made = f"commitment:{host}+{other}@{town.tick}"
    commitment = id_by_words(made, f"{given.what}|{arena.id}|{given.start}", town.state.commitments)
    end = given.start + minutes(given.minutes)
    town.emit(
        e.Offered(
            commitment=commitment,
            resident=host,
            to=(other,),
            what=given.what,
            arena=arena.id,
            start=given.start,
            end=end,
        )
    )
    town.emit(e.OfferAnswered(commitment=commitment, resident=other, accepted=True))
    town.touched.update((host, other))
    carry_out(town, town.cognition.agreed(town.view(), commitment))


def _room(town: Town, arenas: list[Arena], who: tuple[str, str], tick: int) -> Arena:
    """The largest of `arenas` that both may be in at `tick`; raises PlaceClosed."""
    scenario = town.scenario
    ranked = sorted(arenas, key=lambda arena: (-len(arena.tiles), arena.id))
    refusals = [
        (arena, [may_enter(scenario.world, scenario.calendar, arena.id, one, tick) for one in who])
        for arena in ranked
    ]
    for arena, reasons in refusals:
        if reasons == [None, None]:
            return arena
    reason = next(one for one in refusals[0][1] if one is not None)
    raise PlaceClosed(f"{reason} at that time, to one of them at least; choose another place or time")


def _cancel_commitment(town: Town, given: i.CancelCommitment) -> None:
    resident = known_resident(town, given.resident)
    known = {one.id: one for one in town.state.commitments_of(resident) if _is_ahead(town, one, resident)}
    commitment = known.get(given.commitment)
    if commitment is None:
        name = town.scenario.personas[resident].first_name
        raise UnknownCommitment(
            f"{name} has agreed to no {given.commitment!r} that is still to come; {nearest(given.commitment, known)}"
        )
    for one in commitment.going if commitment.host == resident else (resident,):
        town.emit(e.OfferAnswered(commitment=commitment.id, resident=one, accepted=False, reason=CALLED_OFF))
        carry_out(town, town.cognition.called_off(town.view(), commitment.id, one))


def _is_ahead(town: Town, commitment: Commitment, resident: str) -> bool:
    is_agreed = commitment.parties[resident].status == "accepted"
    return is_agreed and commitment.end > town.tick and not commitment.is_off


HANDLERS: Handlers = {
    "make_commitment": _make_commitment,
    "cancel_commitment": _cancel_commitment,
}
