"""Where the text says that it lives, works and likes to be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.domain.chance import Chance
from backend.domain.naming import name_words
from backend.domain.questions.sketch import MOST_LIKES, Bond, HomeChoice, SiteChoice, Sketch
from worker.minds.rules.sketching.people import CLOSE
from worker.minds.rules.sketching.text import WISH, Description, found

KINDS: dict[str, tuple[str, ...]] = {
    "cafe": ("café", "cafe", "coffee house", "coffee shop", "bistro", "kaffeehaus", "cafés"),
    "pub": ("pub", "bar", "tavern", "inn", "kneipe", "wirtshaus"),
    "park": ("park", "garden", "gardens", "pond", "garten", "teich"),
    "shop": ("shop", "store", "market", "grocery", "laden", "geschäft", "markt"),
    "school": (
        "school",
        "college",
        "university",
        "campus",
        "library",
        "schule",
        "universität",
        "bibliothek",
        "bücherei",
    ),
    "workshop": ("workshop", "repair shop", "werkstatt"),
    "bakery": ("bakery", "bäckerei"),
    "library": ("library", "bibliothek", "bücherei"),
}
"""What people call a place of a kind."""
_LIVES = re.compile(
    r"(?i)\b(?:lives?|living|moves?|moved|moving|room|flat|lodges?|wohnt|zieht|lebt)\b[^.;!?,]*"
)
_NEXT = re.compile(r"\b(?:and|und|who|der|die) (?=[a-zäöü])")
"""Where something else begins: "lives with Ana and knits"."""
_THE = "the|this|at|in|to|das|den|dem|der|die|im|am|ins|zum|zur|beim"
_NO_NAME_WORDS = """
house home apartment space family flat room living place co dorm s
"""
_NO_NAME = frozenset(_NO_NAME_WORDS.split())


def read_home(told: Description, question: Sketch) -> str | None:
    """The home that is named, or that of whom it lives with."""
    named = [home for home in question.homes if found(home.name, told.text)]
    if named:
        return max(named, key=lambda home: len(home.name)).name
    for match in _LIVES.finditer(told.text):
        said = name_words(_NEXT.split(match[0])[0])
        likely = [(len(said & _telling(home)), home) for home in question.homes]
        best = max((count for count, _ in likely), default=0)
        homes = [home for count, home in likely if count == best]
        if best and len(homes) == 1:
            return homes[0].name
    return None


def drawn_home(question: Sketch, bonds: Sequence[Bond], chance: Chance) -> str:
    """With a close friend, if it has one; else where the fewest live."""
    homes = {one.id: one.name for one in question.people}
    close = {homes[bond.resident] for bond in bonds if bond.closeness >= CLOSE}
    with_friends = [home for home in question.homes if home.name in close]
    fewest = min(len(home.people) for home in question.homes)
    roomy = [home for home in question.homes if len(home.people) == fewest]
    return chance.choice(with_friends or roomy, 6).name


def _telling(home: HomeChoice) -> frozenset[str]:
    """Words by which a home is meant: those of its name and of who lives there."""
    return name_words(f"{home.name} {' '.join(home.people)}") - _NO_NAME


def sites_in(text: str, question: Sketch) -> list[SiteChoice]:
    """The places that `text` names, or calls by what they are, in its order."""
    at = {site.name: place for site in question.sites if (place := _where(site, text)) is not None}
    return sorted((site for site in question.sites if site.name in at), key=lambda site: at[site.name])


def read_likes(told: Description, question: Sketch, workplace: str) -> tuple[str, ...]:
    """Every place that is named, but where it works and what it only wishes for."""
    work, text = workplace.partition(":")[0], WISH.sub(" ", told.text)
    return tuple(site.name for site in sites_in(text, question) if site.name != work)[:MOST_LIKES]


def _where(site: SiteChoice, text: str) -> int | None:
    by_name = (found(name, text) for name in (site.name, site.name.removeprefix("The ")))
    kinds = "|".join(map(re.escape, KINDS.get(site.kind, (site.kind,))))
    # "The shop" is one of the town, "a print shop" is none.
    by_kind = re.search(rf"(?i)\b(?:{_THE}) (?:{kinds})(?!\w)", text)
    return min((match.start() for match in (*by_name, by_kind) if match is not None), default=None)
