"""The things in a request, and what becomes of them."""

from __future__ import annotations

import re

from backend.domain.events import ThingBecomes
from backend.domain.questions import ThingView
from worker.minds.rules.rulings.finding import Finding
from worker.minds.rules.rulings.reading import (
    Clause,
    Found,
    all_meant,
    meant,
    people_in,
    plain,
    sites_in,
    things_in,
)
from worker.minds.rules.rulings.states import state_for

_LATER = re.compile(
    r"\b(?:tomorrow|tonight|later|at (?:\d|noon|midnight|dawn|dusk|sunset|sunrise)|in (?:an?|\d+|two|three|five|ten) "
    r"(?:minutes?|hours?|days?)|next (?:week|day|morning|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|"
    r"on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b"
)
_WHOLE: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    (r"(?:on fire|burning|ablaze|in flames|catch(?:es)? fire)", "burning",
     ("stove", "oven", "fireplace", "toaster", "coffee machine", "computer"), "A whole place can't burn here"),
    (r"(?:smok(?:e|ing|y)|fill\w* with smoke)", "smoking",
     ("stove", "oven", "fireplace", "toaster", "coffee machine"), "Smoke comes from something"),
    (r"(?:flood\w*|under water|leak\w*)", "overflowing",
     ("sink", "washbasin", "bathtub", "shower", "fountain", "toilet", "dishwasher"), "Water comes from something"),
    (r"(?:decorat\w*|adorn\w*|festive)", "decorated",
     ("table", "counter", "bandstand", "notice board", "bench", "bookshelf", "sofa"), "I decorate things one by one"),
    (r"(?:dirty|filthy|a mess|messy)", "covered in dirt",
     ("table", "counter", "shelf", "sink", "bench", "desk"), "I dirty things one by one"),
    (r"(?:clean\w*|tidy|scrub\w*)", "clean",
     ("table", "counter", "shelf", "sink", "bench", "desk"), "I clean things one by one"),
)  # fmt: skip


def things(clause: Clause) -> Finding | None:
    """What becomes of the things that a clause names; None where it names none."""
    effects: list[ThingBecomes] = []
    remarks: list[str] = []
    refused = ""
    for found in things_in(clause):
        state = state_for(found.things[0], found, clause)
        if not state:
            continue
        candidates = meant(clause, found)
        if not candidates:
            refused = _not_there(found)
            continue
        changing = [(thing, state_for(thing, found, clause)) for thing in candidates]
        changing = [(thing, becomes) for thing, becomes in changing if becomes.lower() != thing.state.lower()]
        if not changing:
            thing = candidates[0]
            refused = f"The {thing.name} is {thing.state} already ({thing.place})."
        elif not all_meant(clause, found):
            if len(candidates) > 1:
                remarks.append(f"Of {len(candidates)} such things it is the one at {changing[0][0].place}.")
            changing = changing[:1]
        done = {effect.object for effect in effects}
        effects += [
            ThingBecomes(object=thing.id, state=becomes)
            for thing, becomes in changing
            if thing.id not in done
        ]
    if not effects and not refused:
        return _whole_place(clause)
    if not effects:
        return Finding(refusal=refused)
    return Finding(tuple(effects), _notes(clause), remarks=tuple(remarks))


def later(clause: Clause) -> tuple[str, ...]:
    if _LATER.search(clause.plain):
        return ("It begins when you carry it out; send it for a later moment to have it then.",)
    return ()


def _notes(clause: Clause) -> tuple[str, ...]:
    """Of a clause whose doer is a resident only what it does to the thing can be."""
    first = [name for name in people_in(clause) if _does(clause, name)]
    return (f"What {first[0]} does is {first[0].split()[0]}'s own.",) if first else ()


def _does(clause: Clause, name: str) -> bool:
    """Whether the resident is more than the owner of something."""
    words = re.escape(plain(name.split()[0]))
    return (
        re.search(rf"\b{words}(?:\s+\w+)??(?!\w)(?!['’]s?\b)\s+\w+(?:s|ed|ing|to)\b", clause.plain)
        is not None
    )


def _not_there(found: Found) -> str:
    name = found.things[0].name
    places = sorted({thing.place for thing in found.things})[:3]
    return f"There is no {name} there. There is one at: {'; '.join(places)}."


def _whole_place(clause: Clause) -> Finding | None:
    """What happens to a place happens to one of its things."""
    sites = sites_in(clause)
    if not sites:
        return None
    for pattern, state, kinds, because in _WHOLE:
        if re.search(rf"\b{pattern}", clause.plain) is None:
            continue
        there = _things_of(clause, sites[0].id)
        thing = next(
            (thing for kind in kinds for thing in there if kind in f"{thing.kind} {thing.name}"), None
        )
        if thing is None:
            return Finding(
                refusal=f"Nothing at {sites[0].name} could be so. Name a thing that is to be {state}."
            )
        if thing.state == state:
            return Finding(refusal=f"The {thing.name} is {state} already ({thing.place}).")
        effect = ThingBecomes(object=thing.id, state=state)
        return Finding((effect,), (f"{because}: it is the {thing.name} at {thing.place}.",))
    return None


def _things_of(clause: Clause, site: str) -> list[ThingView]:
    return [
        thing for thing in clause.question.things if thing.arena == site or thing.arena.startswith(f"{site}:")
    ]
