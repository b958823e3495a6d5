"""What comes of a commitment when its time is near, and when it is over: reminders, and what the others think of it."""

from __future__ import annotations

from typing import Literal

from backend.domain.events import RelationshipChanged, Source
from backend.domain.state import REMINDER, Commitment
from backend.domain.view import View
from backend.domain.wishes import Wish
from worker.cognition.committing import when
from worker.cognition.recall import Recall
from worker.cognition.telling import called, place

CAME, STAYED_AWAY = 0.03, -0.1
"""What it does to closeness."""
_PROMISE, _DISAPPOINTMENT, _GUEST = 5, 6, 4
"""Importance of the memories of it."""


def remind(recall: Recall, view: View, resident: str, commitment: str) -> list[Wish]:
    """It comes to mind in time to walk there."""
    known = view.state.commitments[commitment]
    what = f"{known.what} {place(view, known.arena)}, {when(view, known.start, known.end)}"
    name = view.persona(resident).first_name
    note = recall.notebook(view, resident).note(
        f"{name} remembers having said yes to {what}."
        if known.host != resident
        else f"{name} has to be there for {what}.",
        "observation",
        Source(by="thought"),
        about=() if known.host == resident else (known.host,),
        percept=f"{REMINDER}{commitment}",
        weight=_PROMISE,
    )
    return [note]


def notice(
    recall: Recall, view: View, commitment: str, resident: str, how: Literal["kept", "broken"]
) -> list[Wish]:
    """What the others make of it who know that it had said yes: whoever gave it, or asked it, or was asked by it."""
    known = view.state.commitments[commitment]
    wishes: list[Wish] = []
    for other in _who_know(known, resident):
        if how == "kept" and (other != known.host or not view.in_sight(other, resident)):
            continue
        wishes += _noticed(recall, view, other, resident, known, how)
    return wishes


def _who_know(known: Commitment, resident: str) -> list[str]:
    """Of those who came."""
    asked_by = known.parties[resident].by
    return [
        other
        for other, party in known.parties.items()
        if other != resident
        and party.status == "kept"
        and (other in (known.host, asked_by) or party.by == resident)
    ]


def _noticed(
    recall: Recall,
    view: View,
    other: str,
    resident: str,
    known: Commitment,
    how: Literal["kept", "broken"],
) -> list[Wish]:
    name = called(view, other, resident)
    name = f"{name[0].upper()}{name[1:]}"
    if how == "kept":
        text, weight, change = f"{name} has come to {known.what}, as promised.", _GUEST, CAME
        reason = f"{name} came to {known.what}."
    else:
        text = f"{name} had said yes to {known.what} and did not come."
        weight, change, reason = _DISAPPOINTMENT, STAYED_AWAY, f"{name} did not come to {known.what}."
    memory = recall.notebook(view, other).note(
        text,
        "observation",
        Source(by="perception"),
        about=(resident,),
        percept=f"{how}|{resident}|{known.id}",
        weight=weight,
    )
    before = view.state.residents[other].relationships.get(resident)
    if before is None:
        return [memory]
    closeness = round(min(1.0, max(-1.0, before.closeness + change)), 2)
    changed = RelationshipChanged(
        resident=other, other=resident, closeness=closeness, note=before.note, reason=reason
    )
    return [memory, changed]
