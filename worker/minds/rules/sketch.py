"""Makes a form of what is said of somebody new: what the text tells is read, the rest is drawn by its key."""

from __future__ import annotations

import re
from hashlib import blake2b

from backend.domain.chance import Chance
from backend.domain.questions.sketch import MOST_KNOWN, PRONOUNS, Bond, Part, Sketch, SketchAnswer
from worker.minds.rules.sketching.identity import drawn_age, drawn_name, read_age, read_name, read_pronouns
from worker.minds.rules.sketching.looks import read_looks
from worker.minds.rules.sketching.people import LITTLE, read_bonds
from worker.minds.rules.sketching.places import drawn_home, read_home, read_likes
from worker.minds.rules.sketching.temper import drawn_traits, read_traits
from worker.minds.rules.sketching.text import described
from worker.minds.rules.sketching.words import drawn_wants, read_about, read_wake, read_wants
from worker.minds.rules.sketching.work import read_work

USUAL_WAKE = "07:00"
_WORD = re.compile(r"\w+")


def sketch(question: Sketch) -> SketchAnswer:
    """The same text is the same person in the same town, until another draw is asked for."""
    told = described(question.text)
    key = blake2b(told.text.encode(), digest_size=8).hexdigest()
    chance = Chance(question.seed, key, "sketch", question.draw)
    name = read_name(told, question)
    pronouns = read_pronouns(told, name)
    as_one = pronouns or chance.choice(PRONOUNS[:2], 0)
    called = name or drawn_name(question, as_one, chance)
    first = called.split()[0]
    age = read_age(told, chance)
    years = age if age is not None else drawn_age(chance)
    traits = read_traits(told)
    bonds = read_bonds(told, question, name)
    home = read_home(told, question)
    work, of_work = read_work(told, question)
    workplace = work.workplace if work is not None else ""
    likes = read_likes(told, question, workplace)
    looks, of_looks = read_looks(told, question.looks, years, as_one, chance)
    lives = home or drawn_home(question, bonds, chance)
    wants, about, wake = read_wants(told, first), read_about(told, first), read_wake(told)
    said: dict[Part, object] = {
        "name": name, "age": age, "pronouns": pronouns, "traits": traits, "home": home, "job": of_work, "likes": likes,
        "knows": bonds, "wants": wants, "about": about, "wake": wake, "looks": of_looks,
    }  # fmt: skip
    known = _known(question, bonds, lives, f"{wants} {about}")
    if len(known) > MOST_KNOWN:
        known, wants, about = known[:MOST_KNOWN], None, None
    return SketchAnswer(
        name=called,
        age=years,
        pronouns=as_one,
        traits=traits or drawn_traits(chance),
        home=lives,
        job=work.title if work is not None else "",
        workplace=workplace,
        likes=likes,
        knows=known,
        wants=wants or drawn_wants(first, chance),
        about=about or "",
        wake=wake or USUAL_WAKE,
        looks=looks,
        said=tuple(part for part, is_said in said.items() if is_said),
    )


def _known(question: Sketch, bonds: tuple[Bond, ...], home: str, words: str) -> tuple[Bond, ...]:
    """Whoever is tied to it, and all others whom sentences about it name: it can't speak of people it does not know."""
    tied = {bond.resident for bond in bonds}
    named = set(_WORD.findall(words))
    others = (one for one in question.people if one.id not in tied and one.home != home)
    return *bonds, *(
        Bond(resident=one.id, closeness=LITTLE) for one in others if one.name.split()[0] in named
    )
