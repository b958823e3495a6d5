"""Who judges what directors ask for in free text: nobody who lives in the town."""

from __future__ import annotations

from backend.domain.inputs.fates import Stamp
from backend.domain.persona import Looks, Persona

GAME_MASTER = "game:master"
"""Stands where questions have the resident who is asked; no resident can be called so."""

PERSONA = Persona(
    id=GAME_MASTER,
    name="The game master",
    age=0,
    pronouns=("it", "it", "its"),
    traits=(),
    about="Judges what directors ask for. It lives nowhere and knows nobody's thoughts.",
    currently="",
    home="",
    bed="",
    wake=0,
    sleep=0,
    meals=(),
    job=None,
    leisure=(),
    knows=(),
    places=(),
    looks=Looks("", "", "", "", ""),
)


def judging_key(stamp: Stamp) -> str:
    """Key of the question that it leads to."""
    return f"adjudicate:{GAME_MASTER}@{stamp.tick}.{stamp.order}"
