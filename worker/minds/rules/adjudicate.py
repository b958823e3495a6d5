"""Judges what a director asks for in free text: a referee of few words that knows things, sky and announcements."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from textwrap import shorten

from backend.domain.events import (
    MOST_EFFECTS,
    Effect,
    PlaceReopens,
    PlaceShuts,
    ThingBecomes,
    Verdict,
    WeatherTurns,
    WordsGoRound,
)
from backend.domain.questions import Adjudicate, AdjudicateAnswer
from worker.minds.rules.rulings.finding import Finding
from worker.minds.rules.rulings.forbidden import beyond, burns_somebody, refusal
from worker.minds.rules.rulings.places import places
from worker.minds.rules.rulings.reading import Clause, plain
from worker.minds.rules.rulings.skies import weather
from worker.minds.rules.rulings.things import later, things
from worker.minds.rules.rulings.words_for_all import announcement

_READERS: tuple[Callable[[Clause], Finding | None], ...] = (things, places, weather)
_LONGEST_REASON = 300
_DOES = (
    r"(?:set|make|turn|put|leave|paint|let|have|clean|open|close|break|cover|decorate|fill|empty|flood|switch|light|stop|"
    r"start|bring|announce|tell|proclaim|lock|polish|repair|fix|the|all|every|it)"
)
_BETWEEN = re.compile(rf"(?<=[.;!?])\s+|\s*;\s*|,?\s+(?:and then|then|and also)\s+|,?\s+and\s+(?={_DOES}\b)")
_PLEASE = re.compile(
    r"(?i)^(?:(?:please|kindly|now|and|then|also|so|ok(?:ay)?|well|hey|dear game master)\b[\s,]*|"
    r"(?:can|could|would|will) you\s+(?:please\s+)?|i (?:want|would like|wish|need|'d like)(?: you)?(?: to| that)?\s+|"
    r"let'?s\s+)+"
)


def adjudicate(question: Adjudicate) -> AdjudicateAnswer:
    """Harm, wonders and what is nobody's business are refused; what the words say of things, sky and news may be."""
    if (why := refusal(question)) is not None:
        return _refused(why)
    whole = Clause(_PLEASE.sub("", " ".join(question.text.split())), question)
    if (words := announcement(whole)) is not None:
        return _judged([words])
    findings = []
    for part in _BETWEEN.split(whole.text):
        clause = Clause(_PLEASE.sub("", part).strip(" ,"), question)
        if not plain(clause.text).strip(" .,!?"):
            continue
        if (why := burns_somebody(clause)) is not None:
            return _refused(why)
        findings.append(_finding(clause))
    return _judged(findings) if findings else _refused("Nothing was said; say what is to be so.")


def _finding(clause: Clause) -> Finding:
    if (words := announcement(clause)) is not None:
        return words
    for read in _READERS:
        found = read(clause)
        if found is not None:
            notes = (*found.notes, *later(clause)) if found.effects else ()
            return replace(found, notes=notes)
    return Finding(refusal=beyond(clause))


def _judged(findings: list[Finding]) -> AdjudicateAnswer:
    effects: list[Effect] = []
    notes: list[str] = []
    changed: set[str] = set()
    for finding in findings:
        for effect in finding.effects:
            what = _changed(effect)
            if what in changed:
                continue
            changed |= {what} if what else set()
            effects.append(effect)
        notes += [note for note in (*finding.notes, finding.refusal) if note and note not in notes]
    if not effects:
        return _refused(" ".join(notes))
    if len(effects) > MOST_EFFECTS:
        effects = effects[:MOST_EFFECTS]
        notes.append(f"No more than {MOST_EFFECTS} changes go with one request.")
    verdict: Verdict = "altered" if notes else "allowed"
    remarks = [remark for finding in findings for remark in finding.remarks]
    reason = " ".join([*(notes or ["Nothing speaks against it."]), *remarks])
    return AdjudicateAnswer(verdict=verdict, reason=_short(reason), effects=tuple(effects))


def _changed(effect: Effect) -> str:
    """What is changed once only; empty for words."""
    match effect:
        case ThingBecomes():
            return effect.object
        case PlaceShuts() | PlaceReopens():
            return effect.place
        case WeatherTurns():
            return "weather"
        case WordsGoRound():
            return ""


def _refused(reason: str) -> AdjudicateAnswer:
    return AdjudicateAnswer(verdict="refused", reason=_short(reason))


def _short(reason: str) -> str:
    return shorten(reason, _LONGEST_REASON, placeholder=" …")
