"""A place in a request that is to be closed, or opened again."""

from __future__ import annotations

import re

from backend.domain.events import PlaceReopens, PlaceShuts
from backend.domain.questions import SiteView
from worker.minds.rules.rulings.finding import Finding
from worker.minds.rules.rulings.reading import Clause, place_of

_SHUTS = re.compile(
    r"\b(?:close[sd]?|closing|shut(?:s|ting)?|lock(?:s|ed)?(?: up| down)?|seal(?:s|ed)?(?: off)?|off limits|"
    r"barricade[sd]?|cordon(?:s|ed)? off|evacuate[sd]?)\b"
)
_OPENS = re.compile(
    r"\b(?:re-?open(?:s|ed)?|open(?:s|ed)?|unlock(?:s|ed)?|unseal(?:s|ed)?|no longer closed)\b"
)
_WHY = re.compile(r"\b(?:because of|due to|on account of|because|for)\s+(?P<why>.+?)[.!?]*$")
_UNTIL = re.compile(r"\b(?:until|till|from .+ to|between)\b")
_LONGEST = 120


def places(clause: Clause) -> Finding | None:
    """What becomes of the place; None where none is to be closed or opened."""
    words = clause.plain
    opens, shuts = _OPENS.search(words), _SHUTS.search(words)
    site = place_of(clause)
    if site is None or not (opens or shuts):
        return None
    return _opened(site) if opens and not (shuts and shuts.start() < opens.start()) else _shut(site, clause)


def _opened(site: SiteView) -> Finding:
    if not site.shut:
        return Finding(refusal=f"Nobody has closed {site.name}; its own hours hold.")
    return Finding((PlaceReopens(place=site.id),))


def _shut(site: SiteView, clause: Clause) -> Finding:
    if site.private:
        return Finding(refusal=f"People live in {site.name}; nobody can close it to them.")
    if site.shut:
        return Finding(refusal=f"{site.name} is closed already.")
    why = _WHY.search(clause.plain)
    reason = "" if why is None else clause.text[why.start("why") : why.end("why")].strip()
    notes = ("It stays closed until you have it opened again.",) if _UNTIL.search(clause.plain) else ()
    return Finding((PlaceShuts(place=site.id, why=reason[:_LONGEST].strip()),), notes)
