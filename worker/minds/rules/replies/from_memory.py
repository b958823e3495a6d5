"""What a resident tells a person from outside of others, of places and of what has happened: what it remembers."""

from __future__ import annotations

import re

from backend.domain.concern import ALARMING, concern
from backend.domain.questions import MemoryView, PersonView
from worker.minds.rules.acquaintances import ago, bond, departure, place_meant, sighting
from worker.minds.rules.daytime import clock
from worker.minds.rules.inquiry import cleaned, content_words
from worker.minds.rules.recollection import recollect
from worker.minds.rules.replies.replying import Replying
from worker.minds.rules.speech import bare, capital, in_first_person
from worker.minds.rules.telling import telling


def taste(reply: Replying) -> str:
    """What one thinks of something: what one remembers of it, else nothing in particular."""
    found = what_fits(reply)
    return found if reply.cites else reply.phrase("taste")


def what_fits(reply: Replying) -> str:
    """What fits what was asked; more of it from a warm heart."""
    found = recollect(reply.asked.words, reply.memories)
    if not found:
        return reply.phrase("unknown")
    return " ".join(reply.told(memory) for memory in found[: 2 if reply.tone == "warm" else 1])


def news(reply: Replying) -> str:
    """What one has heard or found striking."""
    known = [m for m in reply.memories if m.news is not None or m.told_by is not None]
    known = known or [
        m for m in reply.memories if m.memory in ("observation", "planted") and m.importance >= 4
    ]
    if not known:
        return reply.phrase("no_news")
    return reply.told(max(known, key=lambda m: (m.importance, m.tick, m.id)))


def somebody(reply: Replying) -> str:
    """What one knows of whom was asked about."""
    if reply.asked.known is not None:
        return _acquaintance(reply, reply.asked.known)
    about = reply.asked.person
    found = [
        m
        for m in reply.memories
        if re.search(rf"\b{re.escape(about)}\b", m.text) and not m.text.endswith("?")
    ]
    found = recollect(reply.asked.words, found) or sorted(found, key=lambda m: (-m.importance, -m.tick, m.id))
    if not found:
        return reply.phrase("unknown_person", person=about)
    return reply.told(found[0])


def _acquaintance(reply: Replying, person: PersonView) -> str:
    """What the resident knows of somebody: its note on them, what they are to it, what it last remembers."""
    name, persona = person.name or person.appearance, reply.question.persona
    of_them = _of(reply, person)
    asked = reply.asked.words - content_words(name)
    if asked and (told := recollect(asked, of_them)):
        return reply.told(told[0])
    parts = []
    if person.note:
        noted = bare(in_first_person(person.note, persona.name, persona.pronouns))
        noted = re.sub(r"\b(acquaintance|friend|neighbour) of me\b", r"\1 of mine", noted)
        parts.append(f"{capital(noted)}.")
        reply.cites += [memory.id for memory in of_them if memory.text == person.note]
    parts.append(reply.phrase(bond(person.closeness), person=name.split()[0]))
    rest = [memory for memory in of_them if memory.text != person.note]
    if rest and reply.tone not in ("gruff", "abrasive"):
        parts.append(reply.told(max(rest, key=lambda m: (m.tick, m.importance, m.id))))
    return " ".join(parts)


def _of(reply: Replying, person: PersonView) -> list[MemoryView]:
    """The memories of somebody, without what others asked about them."""
    name = re.compile(rf"\b{re.escape((person.name or person.appearance).split()[0])}\b")
    return [
        memory
        for memory in reply.memories
        if (person.id in memory.about or name.search(memory.text))
        and not memory.text.rstrip('"”').endswith("?")
    ]


def whereabouts(reply: Replying) -> str:
    person = reply.asked.known
    if person is None:
        return somebody(reply)
    name = (person.name or person.appearance).split()[0]
    if person.id in reply.question.in_sight:
        return reply.phrase("in_sight", person=name, activity=person.activity)
    of_them = _of(reply, person)
    gone = departure(person, of_them)
    if gone is not None:
        reply.cites.append(gone.id)
        return reply.phrase("left_town", person=name)
    seen = sighting(person, of_them)
    if seen is not None:
        reply.cites.append(seen.id)
        fields = telling(seen, reply.question.persona).fields
        return reply.phrase(
            "last_seen", person=name, past=fields["past"], ago=ago(reply.question.tick - seen.tick)
        )
    told = [memory for memory in of_them if memory.told_by is not None and memory.memory == "observation"]
    unknown = reply.phrase("whereabouts_unknown", person=name)
    return f"{unknown} {reply.told(max(told, key=lambda m: (m.tick, m.id)))}" if told else unknown


def somewhere(reply: Replying) -> str:
    """Where something is: the room or building that is known by that name, else what is remembered of it."""
    found = place_meant(reply.question.text, reply.question.places)
    if found is None:
        return what_fits(reply)
    name, place = found
    where = reply.phrase("place_known", place=name)
    if place.always:
        return where
    if place.opens is None or place.closes is None:
        return f"{where} {reply.phrase('place_shut')}"
    return f"{where} {reply.phrase('place_hours', opens=clock(place.opens), closes=clock(place.closes))}"


def your_name(reply: Replying) -> str:
    name = reply.question.visitor_name
    return reply.phrase("your_name", visitor=name) if name else reply.phrase("unknown")


def remark(reply: Replying) -> str:
    if concern(cleaned(reply.question.text)) >= ALARMING:
        return reply.phrase("alarmed")
    found = recollect(reply.asked.words, reply.memories)
    if found:
        begun = reply.phrase("remark_known")
        return f"{begun} {reply.told(found[0])}"
    return reply.phrase("remark")
