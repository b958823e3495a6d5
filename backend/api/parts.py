"""What the routes work with, made once when the server starts, and how they get at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Path
from starlette.requests import HTTPConnection

from backend.api.catalogue import Catalogue
from backend.api.edge.footsteps import Footsteps
from backend.api.edge.verified import Verified
from backend.api.kept import Kept
from backend.api.problems import TownEnded, TownGone, UnknownTown
from backend.live.doors import Doors
from backend.live.hubs import Hubs
from backend.live.town_id import is_town_id
from backend.live.town_scenarios import TownScenarios
from backend.store.model_server.meter import ModelMeter
from backend.store.model_server.sealing import Seal
from backend.store.postgres.database import Database
from backend.store.redis.hints import Hints
from backend.store.redis.presence import Presence
from backend.store.town.towns import TownRow, get_town

if TYPE_CHECKING:
    from backend.api.routes.recap import RecapView
    from backend.api.views.paper import PaperView

MOST_PAPERS, MOST_RECAPS = 200, 200
"""Kept ready; a paper has some 20 kB."""


@dataclass(frozen=True)
class Parts:
    """All that the backend is made of."""

    database: Database
    hints: Hints
    presence: Presence
    hubs: Hubs
    doors: Doors
    verified: Verified
    origins: frozenset[str]
    """Of other sites whose pages may ask."""
    catalogue: Catalogue
    scenarios: TownScenarios
    meter: ModelMeter
    footsteps: Footsteps
    seal: Seal
    papers: Kept[PaperView]
    recaps: Kept[RecapView]
    model_environment: Mapping[str, str] = field(repr=False)
    """What the environment sets of the model server."""


def _parts(connection: HTTPConnection) -> Parts:
    parts: Parts = connection.app.state.parts
    return parts


PartsOf = Annotated[Parts, Depends(_parts)]
TownId = Annotated[str, Path(description="The town's id.", examples=["t-k3v9x2m4pa"])]
ResidentId = Annotated[str, Path(description="The resident's id.", examples=["marta"])]


def town_named(parts: Parts, town: str) -> TownRow:
    """Raises UnknownTown, TownGone."""
    if not is_town_id(town):
        raise UnknownTown(town)
    row = get_town(parts.database, town)
    if row.status == "deleted":
        raise TownGone(town)
    return row


def _town(town: TownId, parts: PartsOf) -> TownRow:
    return town_named(parts, town)


def _living_town(row: TownOf) -> TownRow:
    if row.status != "alive":
        raise TownEnded(row.id)
    return row


TownOf = Annotated[TownRow, Depends(_town)]
"""The town of the path. Raises UnknownTown, TownGone."""
LivingTownOf = Annotated[TownRow, Depends(_living_town)]
"""The same, where it must go on living. Raises TownEnded, too."""


def wake(parts: Parts, town: str) -> None:
    """Tells the town's engine that there is something for it, or has one started."""
    parts.hints.wake(town)
    parts.hints.live(town)
