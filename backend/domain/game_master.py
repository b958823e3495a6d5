"""Who judges what directors ask for in free text: nobody who lives in the town."""

from __future__ import annotations

from collections.abc import Collection
from hashlib import blake2b
from itertools import count

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


def request_id(tick: int, text: str, taken: Collection[str]) -> str:
    """The id of what is asked for at `tick`: by its words, so that it is the same whatever else was done before it."""
    words = blake2b(text.encode(), digest_size=4).hexdigest()
    names = (f"request:{tick}.{words}" + (f".{n}" if n else "") for n in count())
    return next(name for name in names if name not in taken)


def judging_key(stamp: Stamp) -> str:
    """Key of the question that it leads to."""
    return f"adjudicate:{GAME_MASTER}@{stamp.tick}.{stamp.order}"
