"""Somebody new as a form, as the wire has it: a flat object, for small models keep to one better."""

from __future__ import annotations

from typing import Any, Literal, get_args

from backend.domain.questions import Bond, LooksDrawn, Sketch, SketchAnswer
from backend.domain.questions.sketch import (
    LONGEST_NAME,
    LONGEST_WORDS,
    MOST_EXTRAS,
    MOST_KNOWN,
    MOST_LIKES,
    MOST_TRAITS,
    PRONOUNS,
    Part,
)
from worker.minds.model import fields
from worker.minds.model.fields import nearest_word
from worker.minds.model.forms import HANDLE, HANDLES, MAYBE, TEXT, Form, closed, listed, one_of
from worker.minds.model.handles import Names

Tie = Literal["foe", "little", "friend", "close"]
CLOSENESS: dict[str, float] = {"foe": -0.4, "little": 0.1, "friend": 0.4, "close": 0.7}
AGE = {"type": "integer", "minimum": 1, "maximum": 120}
_LOOKS = ("skin", "hair", "hair_style", "top", "bottom")


def _read_sketch(question: Sketch, part: fields.Part, names: Names) -> SketchAnswer:
    job, workplace = part.text("job", LONGEST_NAME, 0), part.named_or_none("workplace", names.places)
    said = part.texts("said", len(get_args(Part)))
    return SketchAnswer(
        name=part.text("name", LONGEST_NAME),
        age=part.whole("age", 1, 120),
        pronouns=part.text("pronouns", 40),
        traits=tuple(dict.fromkeys(part.texts("traits", MOST_TRAITS))),
        home=part.named("home", names.places),
        # One without the other is none.
        job=job if workplace else "",
        workplace=workplace or "" if job else "",
        likes=part.all_named("likes", names.places, MOST_LIKES),
        knows=tuple(_read_tie(tie, names) for tie in part.parts("knows", MOST_KNOWN, needed=False)),
        wants=part.text("wants", LONGEST_WORDS),
        about=part.text("about", LONGEST_WORDS, 0),
        wake=part.text("wake", 5),
        looks=_read_looks(question, part),
        said=tuple(name for name in get_args(Part) if name in said),
    )


def _read_tie(part: fields.Part, names: Names) -> Bond:
    return Bond(resident=part.named("who", names.people), closeness=CLOSENESS[part.choice("tie", Tie)])


def _read_looks(question: Sketch, part: fields.Part) -> LooksDrawn:
    known = question.looks.model_dump() | {"top": question.looks.cloth, "bottom": question.looks.cloth}
    named = {}
    for name in _LOOKS:
        word = nearest_word(part.text(name, 40).casefold(), known[name])
        if word is None:
            raise part.fault(name, f"is unknown; choose one of {list(known[name])}")
        named[name] = word
    # What the drawing does not know is not worn.
    worn = (nearest_word(word.casefold(), question.looks.extras) for word in part.texts("extras", 12))
    extras = tuple(dict.fromkeys(word for word in worn if word is not None))[:MOST_EXTRAS]
    return LooksDrawn(**named, extras=extras)


def _write_sketch(question: Sketch, answer: SketchAnswer, names: Names) -> dict[str, Any]:
    looks = answer.looks
    return {
        "name": answer.name,
        "age": answer.age,
        "pronouns": answer.pronouns,
        "traits": list(answer.traits),
        "home": names.places.of(answer.home),
        "job": answer.job,
        "workplace": names.places.of(answer.workplace) if answer.workplace else None,
        "likes": [names.places.of(site) for site in answer.likes],
        "knows": [
            {"who": names.people.of(bond.resident), "tie": _tie(bond.closeness)} for bond in answer.knows
        ],
        "wants": answer.wants,
        "about": answer.about,
        "wake": answer.wake,
        **{name: getattr(looks, name) for name in _LOOKS},
        "extras": list(looks.extras),
        "said": list(answer.said),
    }


def _tie(closeness: float) -> str:
    return min(CLOSENESS, key=lambda tie: abs(CLOSENESS[tie] - closeness))


SKETCH = Form(
    schema=closed(
        name=TEXT,
        age=AGE,
        pronouns=one_of(*PRONOUNS),
        traits=listed(TEXT),
        home=HANDLE,
        job=TEXT,
        workplace=MAYBE,
        likes=HANDLES,
        knows=listed(closed(who=HANDLE, tie=one_of(*get_args(Tie)))),
        wants=TEXT,
        about=TEXT,
        wake=TEXT,
        **dict.fromkeys(_LOOKS, TEXT),
        extras=listed(TEXT),
        said=listed(one_of(*get_args(Part))),
    ),
    read=_read_sketch,
    write=_write_sketch,
)
