"""An announcement in a request."""

from __future__ import annotations

import re

from backend.domain.events import WordsGoRound
from worker.minds.rules.rulings.finding import Finding
from worker.minds.rules.rulings.reading import DET, IN, Clause, plain, sites_in

_ALL_OF_THEM = (
    r"(?:everyone|everybody|all|all (?:the )?(?:residents|people|guests|neighbou?rs)|the (?:whole |entire )?(?:town|"
    r"village|lane|neighbou?rhood)|people|(?:the )?residents|(?:the )?guests|the neighbou?rs)"
)
_OPENS = re.compile(
    rf"^(?:please\s+)?(?:can you\s+|could you\s+)?(?:"
    rf"announce|proclaim|declare|broadcast|make (?:it )?known|let it be known|spread the (?:word|news)|"
    rf"make an announcement|put out the word|(?:tell|inform|let|remind|warn|call)\s+{_ALL_OF_THEM}(?:\s+know)?|"
    rf"say over the loudspeakers?|have (?:the )?(?:bells?|loudspeakers?) (?:say|tell)|"
    rf"have it announced)"
)
_WHERE = rf"^\s*(?:(?:to|for)\s+{_ALL_OF_THEM}\s*)?"
_JOINS = re.compile(
    r"^\s*(?:[:,;-]+|that\b|of\b|about\b|the news\b|to (?=everyone|everybody|all))?\s*(?:that\b|:)?\s*"
)
_QUOTES = "\"'“”‘’«»„"


def announcement(clause: Clause) -> Finding | None:
    """The words that go round, and where; None where nothing is to be announced. It takes the whole of a request."""
    words = clause.plain
    opened = _OPENS.match(words)
    if opened is None:
        return None
    text = clause.text[opened.end() :]
    text = text[_end(re.match(_WHERE, plain(text))) :]
    place, text = _place(clause, text)
    text = text[_end(_JOINS.match(plain(text))) :].strip().strip(_QUOTES).strip()
    if len(text.split()) < 2 and len(text) < 8:
        return Finding(refusal="It says nothing to announce. Give the words: announce that …")
    text = text[0].upper() + text[1:]
    if text[-1].isalnum():
        text += "."
    return Finding((WordsGoRound(place=place, text=text),))


def _place(clause: Clause, text: str) -> tuple[str | None, str]:
    """The place's id where the announcement says before its words at which place; and the text after that."""
    for site in sites_in(clause):
        for name in sorted(map(plain, site.called), key=len, reverse=True):
            match = re.match(rf"\s*{IN}\s+{DET}{re.escape(name)}(?!\w)", plain(text))
            if match is not None:
                return site.id, text[match.end() :]
    return None, text


def _end(match: re.Match[str] | None) -> int:
    return match.end() if match is not None else 0
