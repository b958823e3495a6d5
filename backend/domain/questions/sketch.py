"""Somebody new, told in a few words, to be made into a form. Asked outside the log: the form is looked at by whoever
asked, and comes into a town only when they send it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from backend.domain.questions.question import Answer, InvalidAnswer, Question
from backend.domain.questions.views import Frozen

Part = Literal[
    "name", "age", "pronouns", "traits", "home", "job", "likes", "knows", "wants", "about", "wake", "looks"
]
"""What a form consists of."""
PRONOUNS = ("she/her/her", "he/him/his", "they/them/their")
MOST_TRAITS, MOST_LIKES, MOST_EXTRAS, MOST_KNOWN = 4, 3, 3, 20
LONGEST_NAME, LONGEST_WORDS = 60, 600
_WORD = re.compile(r"\w+")


class HomeChoice(Frozen):
    """A home in which there is room for one more."""

    name: str
    people: tuple[str, ...]
    """Full names of those who live there."""


class SiteChoice(Frozen):
    """A building or a piece of ground that is nobody's home."""

    name: str
    kind: str
    rooms: tuple[str, ...]
    """Where one can work, as forms name it: "The Blue Kettle:main room"."""


class Neighbour(Frozen):
    """Somebody who lives in town."""

    id: str
    name: str
    home: str
    """Name of its home."""


class LooksChoice(Frozen):
    """The names that the drawing knows."""

    skin: tuple[str, ...]
    hair: tuple[str, ...]
    hair_style: tuple[str, ...]
    cloth: tuple[str, ...]
    extras: tuple[str, ...]


class Sketch(Question):
    """Put before nobody in town: it holds what everybody can see of it."""

    kind: Literal["sketch"] = "sketch"
    text: str
    """What somebody says of the newcomer: data, never an instruction."""
    draw: int = 0
    """Which draw of what the text leaves open; another one, another person."""
    town: str
    homes: Annotated[tuple[HomeChoice, ...], Field(min_length=1)]
    sites: tuple[SiteChoice, ...]
    people: tuple[Neighbour, ...]
    looks: LooksChoice


class Bond(Frozen):
    """Somebody whom the newcomer knows, and who knows it."""

    resident: str
    closeness: Annotated[float, Field(ge=-1, le=1)]
    """-1 (enemies) to 1 (inseparable)."""


class LooksDrawn(Frozen):
    skin: str
    hair: str
    hair_style: str
    top: str
    bottom: str
    extras: Annotated[tuple[str, ...], Field(max_length=MOST_EXTRAS)] = ()


class SketchAnswer(Answer):
    kind: Literal["sketch"] = "sketch"
    name: Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]
    age: Annotated[int, Field(ge=1, le=120)]
    pronouns: str
    traits: Annotated[tuple[str, ...], Field(min_length=1, max_length=MOST_TRAITS)]
    home: str
    """Name of one of the question's homes."""
    job: Annotated[str, Field(max_length=LONGEST_NAME)] = ""
    """As after "is": "a waitress"; none without a workplace."""
    workplace: str = ""
    """One of the question's rooms; "" is none."""
    likes: Annotated[tuple[str, ...], Field(max_length=MOST_LIKES)] = ()
    """Names of sites where it likes to be."""
    knows: Annotated[tuple[Bond, ...], Field(max_length=MOST_KNOWN)] = ()
    wants: Annotated[str, Field(min_length=1, max_length=LONGEST_WORDS)]
    """One sentence in the third person."""
    about: Annotated[str, Field(max_length=LONGEST_WORDS)] = ""
    """A few sentences in the third person; "" where they follow from the rest."""
    wake: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] = "07:00"
    looks: LooksDrawn
    said: tuple[Part, ...] = ()
    """What the text told; the others were made up."""

    def check(self, question: Question) -> None:
        super().check(question)
        assert isinstance(question, Sketch)
        looks, drawn = question.looks, self.looks
        _is_one("pronouns", [self.pronouns], PRONOUNS)
        _is_one("home", [self.home], [home.name for home in question.homes])
        _is_one("workplace", [self.workplace] if self.workplace else [], rooms_of(question))
        if bool(self.job) != bool(self.workplace):
            raise InvalidAnswer("has a job without a workplace, or one without a job; give both or neither")
        _is_one("likes", self.likes, [site.name for site in question.sites])
        _is_one("knows", [bond.resident for bond in self.knows], [one.id for one in question.people])
        _is_one("skin", [drawn.skin], looks.skin)
        _is_one("hair", [drawn.hair], looks.hair)
        _is_one("hair_style", [drawn.hair_style], looks.hair_style)
        _is_one("clothes", [drawn.top, drawn.bottom], looks.cloth)
        _is_one("extras", drawn.extras, looks.extras)
        for name, each in (("likes", self.likes), ("knows", [bond.resident for bond in self.knows])):
            if len(set(each)) < len(each):
                raise InvalidAnswer(f"{name}: names one twice; name each once")
        for words in (self.name, self.job, self.wants, self.about, *self.traits):
            if not words.isprintable() or (words and not words.strip()):
                raise InvalidAnswer(
                    f"{words[:40]!r} holds what nobody can read; write plain text on one line"
                )
        if set(":<>") & set(self.name + "".join(self.traits)):
            raise InvalidAnswer("name, traits: hold a colon or an angle bracket; leave it out")
        self._names_nobody_unknown(question)

    def _names_nobody_unknown(self, question: Sketch) -> None:
        known = {bond.resident for bond in self.knows}
        known |= {one.id for one in question.people if one.home == self.home}
        strangers = {one.name.split()[0]: one for one in question.people if one.id not in known}
        # Who is called as somebody else is names itself; whoever looks at the form is told that the name is taken.
        strangers.pop(self.name.split()[0], None)
        for field, words in (("wants", self.wants), ("about", self.about)):
            for name in _WORD.findall(words):
                if name in strangers:
                    raise InvalidAnswer(
                        f"{field}: names {strangers[name].name}, whom it does not know; add them to knows, or don't"
                    )


def rooms_of(question: Sketch) -> list[str]:
    return [room for site in question.sites for room in site.rooms]


def _is_one(field: str, named: Iterable[str], known: Iterable[str]) -> None:
    """Raises InvalidAnswer where one of `named` is not in `known`."""
    given = list(known)
    for name in named:
        if name not in given:
            raise InvalidAnswer(f"{field}: {name[:60]!r} is not there; choose one of {given[:40]}")
