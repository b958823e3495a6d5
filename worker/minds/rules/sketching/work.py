"""What the text says that it does for a living, and where in town that can be done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from backend.domain.questions.sketch import LONGEST_NAME, SiteChoice, Sketch
from worker.minds.rules.sketching.places import sites_in
from worker.minds.rules.sketching.text import Description, found

_TRADES: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("a baker", ("baker", "pastry cook", "Bäcker", "Bäckerin", "Konditor", "Konditorin"), ("bakery", "cafe")),
    ("a cook", ("cook", "chef", "Koch", "Köchin"), ("cafe", "pub")),
    ("a waitress", ("waitress", "Kellnerin", "Bedienung"), ("cafe", "pub")),
    ("a waiter", ("waiter", "Kellner"), ("cafe", "pub")),
    ("a barista", ("barista",), ("cafe",)),
    ("a bartender", ("bartender", "barkeeper", "barman", "barmaid", "innkeeper", "Wirt", "Wirtin"), ("pub", "cafe")),
    ("a shop assistant", ("shop assistant", "shopkeeper", "cashier", "grocer", "salesman", "saleswoman", "seller",
                          "Verkäufer", "Verkäuferin", "Händler", "Händlerin"), ("shop", "workshop")),
    ("a pharmacist", ("pharmacist", "Apotheker", "Apothekerin"), ("shop",)),
    ("a nurse", ("nurse", "Krankenschwester", "Pfleger", "Pflegerin"), ("shop",)),
    ("a teacher", ("teacher", "professor", "lecturer", "tutor", "Lehrer", "Lehrerin", "Professorin"), ("school",)),
    ("a librarian", ("librarian", "Bibliothekar", "Bibliothekarin"), ("library", "school")),
    ("a student", ("student", "studies", "Studentin", "studiert"), ("school",)),
    ("a gardener", ("gardener", "Gärtner", "Gärtnerin"), ("park",)),
    ("a park keeper", ("park keeper", "groundskeeper", "Parkwächter", "Parkwächterin"), ("park",)),
    ("a carpenter", ("carpenter", "joiner", "Tischler", "Tischlerin", "Schreiner", "Schreinerin"), ("workshop",)),
    ("a mechanic", ("mechanic", "Mechaniker", "Mechanikerin"), ("workshop",)),
    ("a repairer", ("repairer", "tinkerer", "handyman"), ("workshop",)),
)  # fmt: skip
"""What one is called, the words for it, and the kinds of places where it is done, the likeliest first."""
_OVER = (
    "retired", "pensioner", "former", "ex", "used to be", "unemployed", "without work", "out of work", "jobless",
    "Rentner", "Rentnerin", "pensioniert", "pensionierter", "pensionierte", "im Ruhestand", "ehemaliger", "ehemalige",
    "arbeitslos",
)  # fmt: skip
_WORKS = re.compile(
    r"(?i)\b(?:works?|working|job|employed|serves|helps|teaches|studies|arbeitet|jobbt|hilft|studiert)\b[^.;!?,]*"
)
_AS = re.compile(
    r"(?i)\b(?:works?|working|arbeitet|jobbt) (?:\S+ ){0,6}?(?:as|als) ((?:an? |the |ein |eine )?[\w'’ -]{3,50})"
)
_ENDS = re.compile(r"(?i)\s+(?:at|in|for|and|who|with|bei|im|am|und)\b.*")
_USUAL = {
    "cafe": "a café help", "pub": "a pub help", "shop": "a shop assistant", "school": "a teacher", "park": "a gardener",
    "workshop": "a repairer",
}  # fmt: skip
"""What one is who works at a place of a kind, where no more is said."""
STUDY_ROOMS = ("library", "classroom")


@dataclass(frozen=True)
class Work:
    title: str
    workplace: str


def read_work(told: Description, question: Sketch) -> tuple[Work | None, bool]:
    """What it does and where, if the text tells; and whether it says anything of it at all."""
    title, kinds = _trade(told)
    if (said := _AS.search(told.text)) is not None and not told.german:
        title = _title(_ENDS.sub("", said[1]))
    if told.has(_OVER):
        return None, True
    match = _WORKS.search(told.text)
    sites = sites_in(match[0], question) if match is not None else []
    if not sites and kinds:
        sites = [site for kind in kinds for site in question.sites if site.kind == kind]
    if not sites or (match is None and not title):
        return None, bool(title)
    title = title or _usual(sites[0])
    return Work(title[:LONGEST_NAME], _room(sites[0], title, told)), True


def _trade(told: Description) -> tuple[str, tuple[str, ...]]:
    """The first trade that the text names; "" where it names none."""
    places = [
        (match.start(), title, kinds)
        for title, words, kinds in _TRADES
        for word in words
        if (match := found(word, told.text)) is not None
    ]
    _, title, kinds = min(places, default=(0, "", ()))
    return title, kinds


def _title(words: str) -> str:
    words = " ".join(words.split()).strip(" '’-")
    if words.split()[0].casefold() in ("a", "an", "the"):
        return words
    return f"{'an' if words[0].casefold() in 'aeiou' else 'a'} {words}"


def _usual(site: SiteChoice) -> str:
    return _USUAL.get(site.kind, "a helper")


def _room(site: SiteChoice, title: str, told: Description) -> str:
    """The room that the text names, one that suits students, else the first."""
    named: Sequence[str] = [room for room in site.rooms if found(room.partition(":")[2], told.text)]
    if not named and site.kind == "school":
        wanted = STUDY_ROOMS if title in ("a student", "a librarian") else STUDY_ROOMS[::-1]
        named = [room for end in wanted for room in site.rooms if room.endswith(f":{end}")]
    return (named or site.rooms)[0]
