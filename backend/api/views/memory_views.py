"""A memory, as the page sees it."""

from __future__ import annotations

from backend.domain.calendar import Calendar
from backend.domain.events import MemoryKind, Source
from backend.live.frames import View
from backend.store.history.memories import MemoryRow


class MemoryView(View):
    id: str
    resident: str
    """Whose it is."""
    tick: int
    local: str
    """Local date and time at which it was formed, ISO 8601."""
    seq: int
    kind: MemoryKind
    text: str
    importance: int
    news: str | None
    source: Source
    about: list[str]


def memory_view(memory: MemoryRow, calendar: Calendar) -> MemoryView:
    return MemoryView(
        id=memory.id,
        resident=memory.resident,
        tick=memory.tick,
        local=calendar.at(memory.tick).isoformat(),
        seq=memory.seq,
        kind=memory.kind,
        text=memory.text,
        importance=memory.importance,
        news=memory.news,
        source=memory.source,
        about=list(memory.about),
    )
