"""Who answers for residents, and whom people keep an eye on."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain import inputs as i
from worker.engine.people.handler import Handlers
from worker.engine.people.known import known_resident
from worker.engine.town import Town


def _set_mind(town: Town, given: i.SetMind) -> None:
    if given.resident is not None:
        known_resident(town, given.resident)
    town.emit(e.MindSet(resident=given.resident, mind=given.mind))


def _follow(town: Town, given: i.Follow) -> None:
    resident = known_resident(town, given.resident)
    town.emit(e.Followed(resident=resident, visitor=given.visitor))


HANDLERS: Handlers = {"set_mind": _set_mind, "follow": _follow}
