"""How a reducer changes a part of one resident."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from backend.domain.state import (
    Relationship,
    TownState,
)


def change(state: TownState, resident: str, **changes: Any) -> None:
    state.residents[resident] = replace(state.residents[resident], **changes)


def attend(state: TownState, resident: str, **changes: Any) -> None:
    state.attention[resident] = replace(state.attention[resident], **changes)


def relate(state: TownState, resident: str, other: str, **changes: Any) -> None:
    relationships = state.residents[resident].relationships
    changed = replace(relationships.get(other, Relationship()), **changes)
    change(state, resident, relationships={**relationships, other: changed})


def set_back(state: TownState, resident: str, tick: int) -> None:
    attend(state, resident, setbacks=state.attention[resident].setbacks + 1, setback_at=tick)
