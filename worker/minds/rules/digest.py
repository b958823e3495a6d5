"""What stays of a talk: a memo, and what it changed between the two (paper, section 4.3.2)."""

from __future__ import annotations

import re

from backend.domain.chance import Chance
from backend.domain.concern import concern
from backend.domain.questions import BeliefChange, Digest, DigestAnswer
from worker.minds.rules.conversation import is_of_the_past, questions_in
from worker.minds.rules.convictions import heard_statement, strengthened, trust
from worker.minds.rules.phrases.goodbyes import is_goodbye
from worker.minds.rules.speech import topic_of
from worker.minds.rules.telling import told_clauses
from worker.minds.rules.temper import temper

_TOPIC_NAMES = {
    "work": "work", "plans": "their plans", "leisure": "free time", "home": "life at home",
    "mood": "how they are",
    "news": "the news",
    "current": "what they are working on", "day": "the day", "dinner": "dinner",
}  # fmt: skip
MOST_BELIEFS = 3
_UNKIND = re.compile(
    r"(?i)\b(nonsense|don't believe|you again|enough chatter|what is that to me|none that concern|"
    r"don't ask|my business|hate|stupid|leave me alone|shut up)\b"
)
_KIND = re.compile(
    r"(?i)\b(lovely|so glad|wonderful|how nice|good to see|nice to (?:meet|see)|pleased to meet|"
    r"thank you|dear|take care|happy)\b"
)


def digest(question: Digest) -> DigestAnswer:
    """The memo and the change of closeness; both follow from the lines alone."""
    called = question.other.name or question.other.appearance
    own = question.persona.name
    theirs = [line.text for line in question.lines if line.speaker != question.resident]
    told = _told(question)
    topics = _topics(question, [sentence for sentence, _ in told])
    verb = "argued" if len(_UNKIND.findall(" ".join(line.text for line in question.lines))) >= 2 else "talked"
    memo = f"{own} and {called} {_talked(topics, len(question.lines), verb)}."
    for sentence, mine in told[:1]:
        teller, listener = (own, called) if mine else (called, own)
        topic = topic_of(sentence)
        if topic and topic == next(iter(topics), ""):
            memo += f" {_capital(teller)} brought it up."
        else:
            memo += f" {_capital(teller)} told {listener} about {topic or 'something new'}."
    change = _change(question, theirs)
    return DigestAnswer(
        memo=memo[:500],
        importance=_importance(question, told),
        closeness_change=change,
        note=_note(question, called)[:300],
        reason=_reason(question, called, theirs, change)[:200],
        beliefs=_beliefs(question),
        cites=tuple(m.id for m in question.memories if m.memory == "conversation")[:2],
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _told(question: Digest) -> list[tuple[str, bool]]:
    """The clauses that were passed on, and whether the resident passed them on."""
    return [
        (clause, line.speaker == question.resident)
        for line in question.lines
        for clause in told_clauses(line.text)
    ]


def _topics(question: Digest, told: list[str]) -> list[str]:
    """What the talk was about, at most three things, what was told first."""
    found = [topic for topic in (topic_of(sentence) for sentence in told) if topic]
    if told and not found:
        found.append("some news")
    if any(is_of_the_past(line.text) for line in question.lines):
        found.append("old times")
    for line in question.lines:
        for topic in questions_in(line.text):
            if topic in _TOPIC_NAMES:
                found.append(_TOPIC_NAMES[topic])
    topics = list(dict.fromkeys(found))
    if len(topics) > 1 and _TOPIC_NAMES["mood"] in topics:
        topics.remove(_TOPIC_NAMES["mood"])
    return topics[:3]


def _talked(topics: list[str], lines: int, verb: str) -> str:
    if not topics:
        return "greeted each other" if lines <= 3 and verb == "talked" else f"{verb} about this and that"
    if len(topics) == 1:
        return f"{verb} about {topics[0]}"
    return f"{verb} about {', '.join(topics[:-1])} and {topics[-1]}"


def _importance(question: Digest, told: list[tuple[str, bool]]) -> int:
    """2 for a greeting in passing, up to 7 for alarming news."""
    importance = 2 + (len(question.lines) >= 4) + (len(question.lines) >= 8)
    heard = [sentence for sentence, mine in told if not mine]
    if heard:
        importance += 1 + (max(concern(sentence) for sentence in heard) >= 0.5)
    if not question.other.note:
        importance += 1
    return min(7, importance)


def _change(question: Digest, theirs: list[str]) -> float:
    """Kind words bring people closer, unkind ones apart; a long talk counts for more than a short one."""
    mood = temper(question.persona)
    said = " ".join(theirs)
    change = 0.01 + 0.004 * min(10, len(question.lines))
    change += 0.015 * min(3, len(_KIND.findall(said)))
    change -= 0.05 * min(3, len(_UNKIND.findall(said)))
    change += 0.01 * mood.warm
    if theirs and not is_goodbye(theirs[-1]) and len(question.lines) > 3:
        change -= 0.01
    chance = Chance(question.seed, question.resident, f"digest|{question.talk}", question.tick)
    change += 0.01 * (chance.unit() - 0.5)
    room = 1.0 - abs(question.other.closeness) if change * question.other.closeness > 0 else 1.0
    return round(max(-0.5, min(0.5, change * (0.3 + 0.7 * room))), 3)


def _reason(question: Digest, called: str, theirs: list[str], change: float) -> str:
    """What moved the closeness most, one sentence."""
    who, said = _capital(called), " ".join(theirs)
    if change < 0:
        return f"{who} was unfriendly." if _UNKIND.search(said) else f"The talk with {called} went nowhere."
    if question.heard:
        return f"{who} had something to tell."
    if _KIND.search(said):
        return f"{who} was kind."
    if len(question.lines) >= 6:
        return f"It was a good long talk with {called}."
    return f"{question.persona.first_name} and {called} had a word with each other."


def _beliefs(question: Digest) -> tuple[BeliefChange, ...]:
    """What was heard is believed as far as its speaker is trusted, and more when it is told again."""
    speaker = question.other.name or question.other.appearance
    own = question.persona.name
    found: dict[str, BeliefChange] = {}
    for memory in sorted(question.heard, key=lambda m: (-m.importance, m.id)):
        statement = heard_statement(memory)
        if own in statement or memory.text.endswith("?"):
            continue
        trusted = trust(question.beliefs, memory.told_by or speaker, question.other.closeness)
        found.setdefault(statement, strengthened(question.beliefs, statement, trusted, (memory.id,)))
    return tuple(found.values())[:MOST_BELIEFS]


def _note(question: Digest, called: str) -> str:
    """What the other is to the resident; a note from before stays true."""
    if question.other.note.strip():
        return question.other.note.strip()
    own = question.persona.name
    who = _capital(called)
    if question.other.name is None:
        return f"{who} is somebody {own} has talked with and does not know by name."
    if question.other.closeness >= 0.4:
        return f"{who} is a friend of {own}."
    if question.other.closeness <= -0.2:
        return f"{who} is somebody {own} does not get on with."
    return f"{who} is an acquaintance of {own}."
