"""How a memory is passed on: its substance in spoken words, and where it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from backend.domain.persona import Persona
from backend.domain.questions import MemoryView, PersonView
from worker.minds.rules.inclined import is_confidence, is_invitation, is_story
from worker.minds.rules.speech import (
    address,
    bare,
    capital,
    in_first_person,
    small,
    story_in_first_person,
    substance,
)
from worker.minds.rules.words import COMMON

_LONGEST = 300
_ANNOUNCED = re.compile(
    r"(?i)^(?:it was announced|(?:there was )?(?:an? |the )?announcement|somebody announced|"
    r"announced)\b[^:]*?"
    r"(?::\s*|\bthat\s+)(?P<what>.+)$",
    re.DOTALL,
)
_TO_SOMEBODY = re.compile(r"(?i)\b(?:I|I'm|I've|I'll|me|my|mine|we|us|our|you|your|you're|yours)\b|[?!].")
_TO_COME = re.compile(
    r"(?i)\b(will|won't|may|might|shall|going to|tomorrow|tonight|soon|next|every|always|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b"
)
_PAST = (("is", "was"), ("are", "were"), ("has", "had"), ("isn't", "wasn't"), ("aren't", "weren't"))
_HELD = {
    "give": "giving", "hold": "holding", "host": "hosting", "throw": "throwing",
    "gives": "giving", "holds": "holding", "hosts": "hosting", "throws": "throwing",
}  # fmt: skip
_TO_BE_HELD = re.compile(
    r"^(?P<who>I|[A-Z][\w'-]+(?: [A-Z][\w'-]+)?) (?P<verb>" + "|".join(_HELD) + r")\b(?= an? )"
)
_TALKED = re.compile(r"(?i)\b(?:talked|spoke|chatted)\b.*?\babout (?P<topics>[^.;]+)")
_WORDS = re.compile(r"[a-z]{4,}")
_VAGUE = frozenset({"this", "that", "nothing", "some news", "the news", "how they are", "the day", "dinner"})
"""Topics of a memo that are nothing to come back to."""
_OURS = {"their plans": "our plans", "what they are working on": "what we are working on"}
"""What a memo tells of the two from outside, as one of them says it to the other."""

_TOLD = re.compile(
    r"(?i)(?:told me that|told me\? |i (?:have )?heard (?:from [^,.]{1,40}? )?that|says that|"
    r"have you heard\? |did you know\? |"
    r"they say that|word has it that|it seems that|i (?:saw|noticed) that|announced that|"
    r"announcement\? |i saw\? |"
    r"nobody told you, |you won't have heard it yet: |something you'll want to know: |"
    r"according to [^,.]{1,40}?, |if one believes [^,.]{1,40}?, |i spoke with [^:.]{1,40}?: |"
    r"wanted to tell you something: |by the way: |have i told you\? |you should know: |before i forget to tell you: |"
    r"glad i can tell you: |(?:first )to know: |since you stand here: |may as well know: |between you and me: |"
    r"want to hear this: |have to tell you: )"
    r"(?P<what>[^.?!]+)"
)


@dataclass(frozen=True)
class Telling:
    """An act of the phrases, and its fields."""

    act: str
    fields: dict[str, str]


def telling(memory: MemoryView, persona: Persona) -> Telling:
    """How `persona` passes on `memory`."""
    text = memory.text.strip()
    announced = _ANNOUNCED.match(text)
    what = substance(announced.group("what") if announced is not None else text)
    spoken = bare(in_first_person(what, persona.name, persona.pronouns)).replace("\n", " ").strip('"“” ')
    if len(spoken) > _LONGEST:
        spoken = spoken[:_LONGEST].rsplit(" ", 1)[0] + " and so on"
    spoken = as_one_says_it(spoken)
    fact = small(spoken)
    fields = {"fact": fact, "Fact": capital(spoken), "source": memory.told_by or ""}
    fields["Source"] = capital(fields["source"])
    fields["past"] = _in_past(fact)
    fields["Past"] = capital(fields["past"])
    if is_story(memory):
        return Telling("tell_story", _story(text, persona, fields))
    if memory.told_by and _TO_SOMEBODY.search(text):
        fields["quote"] = text[:_LONGEST].replace("\n", " ").replace("“", "'").replace("”", "'")
        return Telling("tell_quote", fields)
    if memory.told_by:
        if memory.memory == "observation" and memory.news is None and not _TO_COME.search(fact):
            # How things stood when somebody saw them; by now a fire may be out.
            fields |= {"fact": fields["past"], "Fact": fields["Past"]}
        first = address(memory.told_by)
        is_a_name = memory.told_by[0].isupper()
        if is_a_name and re.search(rf"\b{re.escape(first)}\b", text):
            return Telling("tell_firsthand", fields | {"first": first, "First": capital(first)})
        return Telling("tell_told", fields)
    if announced is not None:
        return Telling("tell_announced", fields)
    if is_invitation(memory) and re.match(r"(?:I|My|I'm)\b", spoken):
        return Telling("tell_invite", fields)
    if is_confidence(persona, memory):
        return Telling("tell_confide", fields)
    if re.match(r"(?:I|My|I'm)\b", spoken):
        return Telling("tell_own", fields)
    if memory.memory == "reflection":
        return Telling("tell_thought", fields)
    if memory.memory == "observation" and memory.news is None:
        return Telling("tell_saw", fields)
    return Telling("tell_heard", fields)


def in_brief(told: Telling) -> Telling:
    """The same without what follows a first full clause: "on Tuesday" without the date and the hours."""
    fact = told.fields["fact"]
    head, _, rest = fact.partition(", ")
    if told.act in ("tell_story", "reminisce", "tell_quote") or not rest or len(head.split()) < 6:
        return told
    return Telling(
        told.act, told.fields | {"fact": head, "Fact": capital(head), "past": head, "Past": capital(head)}
    )


def as_one_says_it(spoken: str) -> str:
    """What is to come, as one says it: "I give a party" becomes "I am giving a party"."""
    return _TO_BE_HELD.sub(
        lambda m: f"{m['who']} {'am' if m['who'] == 'I' else 'is'} {_HELD[m['verb']]}", spoken, count=1
    )


def _story(text: str, persona: Persona, fields: dict[str, str]) -> dict[str, str]:
    spoken = bare(story_in_first_person(text, persona.name, persona.pronouns))
    return fields | {"fact": small(spoken), "Fact": capital(spoken)}


def reminiscence(memory: MemoryView, persona: Persona, other: str) -> Telling | None:
    """How one speaks to `other` of what both were in; None where the memory does not begin with the two."""
    one, two = re.escape(persona.first_name), re.escape(other)
    both = re.compile(
        rf"^(?P<when>(?:On|Last|One|In) [^,]{{3,30}}? )?(?:{one} and {two}|{two} and {one})\b(?! [a-z]+s )"
    )
    if not is_story(memory) or both.search(memory.text) is None:
        return None
    spoken = bare(both.sub(lambda m: f"{m['when'] or ''}{'we' if m['when'] else 'We'}", memory.text))
    if re.search(rf"\b(?:{one}|{two})\b", spoken):
        return None
    return Telling("reminisce", {"fact": small(spoken), "Fact": capital(spoken)})


def told_clauses(line: str) -> list[str]:
    """What a line of talk passes on, as clauses without who told it."""
    return [bare(substance(match.group("what"))) for match in _TOLD.finditer(line)]


@lru_cache(maxsize=2048)
def _in_past(clause: str) -> str:
    """The clause as one tells it afterwards: its first "is" becomes "was"."""
    for now, then in _PAST:
        turned, count = re.subn(rf"\b{now}\b", then, clause, count=1)
        if count:
            return turned
    return clause


def _content(text: str) -> set[str]:
    return {word for word in _WORDS.findall(text.lower()) if word not in COMMON}


def heard_already(line: str, memories: Iterable[MemoryView]) -> MemoryView | None:
    """The memory that holds what a line tells, if most of its words are in it."""
    for memory in memories:
        words = _content(substance(memory.text))
        if len(words) >= 3 and len(words & _content(line)) >= 0.7 * len(words):
            return memory
    return None


def talked_topic(memory: MemoryView, other: PersonView) -> str:
    """The first topic of an earlier talk with `other` that a memory of it names; empty if it is none."""
    if memory.memory != "conversation" or memory.news is not None:
        return ""
    named = other.name is not None and other.name in memory.text
    if not named and other.id not in memory.about:
        return ""
    match = _TALKED.search(memory.text)
    if match is None:
        return ""
    topics = (topic.strip() for topic in re.split(r",| and ", match.group("topics").strip()))
    return next((_OURS.get(topic, topic) for topic in topics if topic and topic not in _VAGUE), "")
