"""Whom and what an input names: found, or refused with what was probably meant."""

from __future__ import annotations

from worker.engine.nearest import nearest
from worker.engine.refusals import UnknownResident
from worker.engine.town import Town


def known_resident(town: Town, resident: str) -> str:
    """The id itself; raises UnknownResident."""
    if resident not in town.state.residents:
        raise UnknownResident(
            f"nobody is called {resident!r} here; {nearest(resident, town.state.residents)}"
        )
    return resident
