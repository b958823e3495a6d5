"""What plays an event of one kind onto the state: it gets the event and its tick."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from backend.domain.state import TownState

Reducer = Callable[[TownState, Any, int], None]
Reducers = dict[str, Reducer]
"""By the kind of event."""
