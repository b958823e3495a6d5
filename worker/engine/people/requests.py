"""Requests to the game master: put before it, judged, carried out."""

from __future__ import annotations

from collections.abc import Iterable

from backend.domain import events as e
from backend.domain import inputs as i
from backend.domain.effects import Deed, deed_of
from backend.domain.game_master import judging_key
from backend.domain.named_by_words import id_by_words
from backend.domain.questions import Adjudicate
from backend.domain.state import AskedFor
from backend.domain.wishes import Wish
from worker.engine.people import places, surroundings
from worker.engine.people.handler import Handlers
from worker.engine.refusals import AlreadyCarriedOut, NotJudged, UnknownRequest
from worker.engine.town import Town

UNJUDGED = "The game master could not judge it. Ask again in other words."


def request(town: Town, given: i.Request, waits: bool) -> None:
    """Puts a request before the game master; `waits`: the tick stays open until it has judged."""
    stamp = i.Stamp(town.tick, town.next_order())
    id_ = id_by_words(f"request:{town.tick}", given.text, town.state.requests)
    town.emit(e.Requested(request=id_, text=given.text, by=given.by, at_once=given.at_once))
    effect = town.tick if waits else None
    town.ask(town.cognition.judge(town.view(), id_, given.text, judging_key(stamp), effect))


def judged(town: Town, wishes: Iterable[Wish]) -> None:
    """Writes a verdict, and does at once what was to be done at once."""
    for event in wishes:
        assert isinstance(event, e.RequestJudged), "a verdict is all that the game master gives"
        town.emit(event)
        asked = town.state.requests.get(event.request)
        if asked is not None and asked.at_once and event.verdict != "refused":
            _carry_out(town, asked, asked.by)


def unjudged(town: Town, question: Adjudicate) -> None:
    """A mind gave no verdict that fits: that is a refusal."""
    verdict = e.RequestJudged(
        request=question.request, verdict="refused", reason=UNJUDGED, cause=question.key
    )
    judged(town, [verdict])


def _confirmed(town: Town, given: i.CarryOut) -> None:
    asked = town.state.requests.get(given.request)
    if asked is None:
        raise UnknownRequest(f"there is no request {given.request!r}, or it is long past; ask again")
    if asked.verdict is None:
        raise NotJudged("the game master has not judged it yet; wait for its verdict")
    if asked.verdict == "refused":
        raise NotJudged(f"the game master has refused it: {asked.reason}")
    if asked.carried_out is not None:
        raise AlreadyCarriedOut(f"{asked.carried_out_by} has had it carried out already; nothing to do")
    _carry_out(town, asked, given.by)


def _carry_out(town: Town, asked: AskedFor, by: str) -> None:
    """All of its effects; what is so already changes nothing."""
    deeds = [deed_of(effect) for effect in asked.effects]
    town.emit(e.RequestCarriedOut(request=asked.id, by=by))
    for deed in deeds:
        if not _is_so(town, deed):
            _DO[deed.kind](town, deed)


def _is_so(town: Town, deed: Deed) -> bool:
    match deed:
        case i.SetObject():
            return town.state.objects[deed.object].state == deed.state
        case i.ClosePlace():
            return deed.place in town.state.closures
        case i.OpenPlace():
            return deed.place not in town.state.closures
        case _:
            return False


_DO: Handlers = surroundings.HANDLERS | places.HANDLERS
HANDLERS: Handlers = {"carry_out": _confirmed}
"""`request` may have to wait for the verdict: see `apply_input`."""
