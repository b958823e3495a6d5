"""What residents remember of a commitment that a director made for them, or called off."""

from __future__ import annotations

from backend.domain.state import Commitment
from backend.domain.view import View
from backend.domain.wishes import Wish
from worker.cognition.committing import when
from worker.cognition.inner_voice import plant
from worker.cognition.planning import anew
from worker.cognition.recall import Recall
from worker.cognition.telling import called, place


def agreed(recall: Recall, view: View, commitment: str) -> list[Wish]:
    """Each of those who go remembers it, by the names that it knows; the calendar does the rest."""
    known = view.state.commitments[commitment]
    return [
        plant(
            recall,
            view,
            resident,
            f"{_both(view, resident, known)} have agreed on {_what(view, known)}.",
            about=tuple(other for other in known.going if other != resident),
        )
        for resident in known.going
    ]


def called_off(recall: Recall, view: View, commitment: str, resident: str) -> list[Wish]:
    """It remembers, and plans the rest of the day anew where it had planned for it."""
    known = view.state.commitments[commitment]
    news = f"{known.what[:1].upper()}{known.what[1:]} {place(view, known.arena)} is called off."
    wishes: list[Wish] = [plant(recall, view, resident, news)]
    plan = view.state.residents[resident].plan
    if plan is not None and any(block.commitment == commitment for block in plan.blocks):
        asked = anew(recall, view, resident, news)
        if asked is not None:
            wishes.append(recall.ablations.routine(asked))
    return wishes


def _what(view: View, known: Commitment) -> str:
    return f"{known.what} {place(view, known.arena)}, {when(view, known.start, known.end)}"


def _both(view: View, resident: str, known: Commitment) -> str:
    others = [called(view, resident, other) for other in known.going if other != resident]
    return " and ".join([view.persona(resident).first_name, *others])
