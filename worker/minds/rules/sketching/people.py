"""Whom the text says that it knows, and how close they are."""

from __future__ import annotations

import re

from backend.domain.questions.sketch import MOST_KNOWN, Bond, Neighbour, Sketch
from worker.minds.rules.sketching.text import Description, found

LITTLE, FRIEND, CLOSE, FOE = 0.1, 0.4, 0.7, -0.4
_TIES: dict[float, tuple[str, ...]] = {
    FOE: (
        "hates", "hate", "dislikes", "does not like", "doesn't like", "enemy", "enemy of", "rival", "rival of",
        "can't stand", "cannot stand", "fell out with", "quarrelled with", "avoids", "jealous of",
        "not get on with", "hasst", "feind von", "feindin von", "verfeindet mit", "streit mit", "rivale von",
        "rivalin von",
    ),
    CLOSE: (
        "best friend", "close friend", "old friend", "in love", "loves", "adores", "married", "husband", "wife",
        "fiancé", "fiancée", "engaged", "sister", "brother", "mother", "father", "daughter", "son", "twin",
        "cousin", "niece", "nephew", "grandmother", "grandfather", "granddaughter", "grandson", "aunt", "uncle",
        "girlfriend", "boyfriend", "beste freundin", "bester freund", "verliebt", "liebt", "verheiratet",
        "schwester", "bruder", "mutter", "vater", "tochter", "sohn", "nichte", "neffe", "enkel", "enkelin", "tante",
        "onkel", "cousine",
    ),
    FRIEND: (
        "friend", "friends", "likes", "fond of", "plays with", "colleague", "befriended", "trusts", "admires",
        "freund", "freundin", "befreundet", "mag", "kollege", "kollegin",
    ),
    LITTLE: ("knows", "know", "met", "not", "neighbour", "neighbor", "kennt", "nicht", "lives", "wohnt", "moves"),
}  # fmt: skip
"""What is said of two people, by how close they are who are said so."""

_ENDS = re.compile(r"[.,;!?]|\b(?:and|but|und|aber)\b")


def read_bonds(told: Description, question: Sketch, own_name: str | None) -> tuple[Bond, ...]:
    """Whoever lives in town and is named by first or whole name, but as an inhabitant of a home."""
    text = _without_homes(told.text, question)
    if own_name:
        text = text.replace(own_name, " ")
    bonds = tuple(
        Bond(resident=other.id, closeness=_closeness(text, match))
        for other in question.people
        if (match := _mention(other, text)) is not None
    )
    return bonds[:MOST_KNOWN]


def _without_homes(text: str, question: Sketch) -> str:
    """ "Isabella Rodriguez's apartment" is no mention of Isabella."""
    for home in question.homes:
        text = re.sub(re.escape(home.name), " ", text, flags=re.IGNORECASE)
    return text


def _mention(other: Neighbour, text: str) -> re.Match[str] | None:
    """Where it is named; "will" is no mention of Will."""
    match = found(other.name, text) or found(other.name.split()[0], text)
    return match if match is not None and (match[0][0].isupper() or text.islower()) else None


def _closeness(text: str, name: re.Match[str]) -> float:
    """By a word for a tie that follows the name at once, else by the last before it in its sentence, or one after."""
    begins = max(text.rfind(mark, 0, name.start()) for mark in ".;!?") + 1
    before, after = text[begins : name.start()], _ENDS.split(text[name.end() :])[0]
    # "Maria's sister"; "die Isabella kennt".
    at_once = [
        closeness for end, length, closeness in _told(after) if not after[: end - length].strip(" 's’")
    ]
    if at_once:
        return at_once[0]
    return max(_told(before) or _told(after), default=(0, 0, LITTLE))[2]


def _told(part: str) -> list[tuple[int, int, float]]:
    """Of each tie in it where it ends, how long its words are, and how close it makes them."""
    return [
        (match.end(), len(words), closeness)
        for closeness, ties in _TIES.items()
        for words in ties
        for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", part, re.IGNORECASE)
    ]
