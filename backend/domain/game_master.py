"""Who judges what directors ask for in free text: nobody who lives in the town."""

from __future__ import annotations

from backend.domain.inputs.fates import Stamp
from backend.domain.outsider import outsider

GAME_MASTER = "game:master"
"""Stands where questions have the resident who is asked; no resident can be called so."""

PERSONA = outsider(
    GAME_MASTER,
    "The game master",
    "Judges what directors ask for. It lives nowhere and knows nobody's thoughts.",
)


def judging_key(stamp: Stamp) -> str:
    """Key of the question that it leads to."""
    return f"adjudicate:{GAME_MASTER}@{stamp.tick}.{stamp.order}"
