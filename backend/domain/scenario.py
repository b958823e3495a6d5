"""A checked scenario: everything that a town starts from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from backend.domain.calendar import Calendar
from backend.domain.persona import Persona
from backend.domain.world import World


@dataclass(frozen=True)
class Occasion:
    """Something that one can be invited to."""

    what: str
    """As one says it: "the Valentine's Day party"."""
    host: str
    """Resident id."""
    arena: str
    start: datetime
    """Town-local."""
    end: datetime


@dataclass(frozen=True)
class News:
    """An item of news that starts with a few and may spread by being told."""

    id: str
    text: str
    """A whole sentence that anybody can repeat: "The old bandstand will be torn down on Friday." """
    importance: int
    """1 to 10."""
    known_by: tuple[str, ...]
    """Resident ids."""
    occasion: Occasion | None = None


@dataclass(frozen=True)
class TileLayer:
    """What a layer of the map shows, for drawing alone: whoever decides where one can walk asks the `World`."""

    name: str
    """ground, walls or furniture."""
    rows: tuple[tuple[str, ...], ...]
    """Names of terrains, rows[y][x]; "" where the layer is empty."""


@dataclass(frozen=True)
class Scenario:
    """Built by `backend.scenarios.load_scenario`; a faulty one never becomes an instance of this."""

    id: str
    """The folder's name."""
    title: str
    summary: str
    start: datetime
    """Town-local date and time of tick 0."""
    world: World
    personas: dict[str, Persona]
    """In the order of their ids."""
    news: tuple[News, ...]
    synonyms: tuple[tuple[str, ...], ...]
    """Groups of words that mean the same in this town, for the built-in embedder."""
    hash: str
    """SHA-256 over the scenario's files."""
    language: str = "English"
    """What people speak, by its English name."""
    layers: tuple[TileLayer, ...] = ()
    """From the lowest to the topmost."""
    gone: frozenset[str] = frozenset()
    """Ids of those among `personas` who have left the town for good."""

    @property
    def living(self) -> dict[str, Persona]:
        """Those who live there, in the order of their ids."""
        if not self.gone:
            return self.personas
        return {who: persona for who, persona in self.personas.items() if who not in self.gone}

    @cached_property
    def calendar(self) -> Calendar:
        return Calendar(self.start)
