"""No to an offer or to an entry of the calendar, with its ground; part of `say` and of `plan_day`."""

from __future__ import annotations

from typing import Any

from backend.domain.questions import Refusal
from worker.minds.model.fields import Part, nearest_word
from worker.minds.model.forms import HANDLE, MAYBE, TEXT, closed, listed
from worker.minds.model.handles import Handles, Names

GROUNDS = ("job", "asleep", "closed")
"""What may speak against something besides an entry of the calendar and a person."""
REFUSALS = listed(closed(offer=HANDLE, reason=TEXT, ground=MAYBE))


def read_refusals(
    part: Part, name: str, offers: Handles, names: Names, *, needed: bool = False
) -> tuple[Refusal, ...]:
    return tuple(
        Refusal(
            offer=each.named("offer", offers),
            reason=each.text("reason", 200),
            ground=_read_ground(each, names),
        )
        for each in part.parts(name, 5, needed=needed)
    )


def write_refusals(refusals: tuple[Refusal, ...], offers: Handles, names: Names) -> list[dict[str, Any]]:
    return [
        {"offer": offers.of(no.offer), "reason": no.reason, "ground": _write_ground(no.ground, names)}
        for no in refusals
    ]


def _read_ground(part: Part, names: Names) -> str | None:
    word = part.text_or_none("ground", 200)
    if word is None or word.lower() in ("null", "none"):
        return None
    if (plain := nearest_word(word.lower(), GROUNDS)) is not None:
        return plain
    return part.named("ground", names.people if word.lower().startswith("w") else names.calendar)


def _write_ground(ground: str | None, names: Names) -> str | None:
    if ground in names.people:
        return names.people.of(str(ground))
    if ground in names.calendar:
        return names.calendar.of(str(ground))
    return ground
