"""Somebody whom a mind is asked as, and who does not live in the town."""

from __future__ import annotations

from backend.domain.persona import Looks, Persona


def outsider(id_: str, name: str, about: str) -> Persona:
    """Has no home, no hours and no acquaintances. No resident can have an id with a colon, as theirs have."""
    return Persona(
        id=id_,
        name=name,
        age=0,
        pronouns=("it", "it", "its"),
        traits=(),
        about=about,
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
