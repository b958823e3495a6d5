"""One line of talk, by one speaker."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from backend.domain.questions.question import Answer, InvalidAnswer, Question
from backend.domain.questions.views import LineView, OfferView, PersonView, Refusal

MOST_LINES = 12
"""A talk of two is broken off after so many."""
LINES_MORE = 4
"""Lines that a talk may have more for each who takes part besides two."""


def most_lines(talkers: int) -> int:
    """So many lines a talk has at most."""
    return MOST_LINES + LINES_MORE * (talkers - 2)


class Say(Question):
    kind: Literal["say"] = "say"
    talk: str
    other: PersonView
    """Who is spoken to; in a talk of more than two, who spoke last."""
    others: tuple[PersonView, ...] = ()
    """The rest of those who take part."""
    lines: tuple[LineView, ...]
    occasion: str
    """What made the talk begin."""
    untold: tuple[str, ...] = ()
    """Ids of the memories worth telling that the other was not told by the resident."""
    most_lines: int
    """The talk is broken off after so many."""
    offers: tuple[OfferView, ...] = ()
    """What the resident was asked to by those present and has not answered yet."""
    may_offer: tuple[OfferView, ...] = ()
    """What it might invite the other to: what it hosts or goes to, and meetings that would suit both."""


class SayAnswer(Answer):
    kind: Literal["say"] = "say"
    text: Annotated[str, Field(min_length=1, max_length=500)]
    tells: tuple[str, ...] = ()
    """Ids of own memories that the line passes on."""
    introduces: bool = False
    """The line says the speaker's own name."""
    ends: bool = False
    """The speaker is done; the talk ends when the other is too, or says nothing new."""
    invites: str | None = None
    """Id of one of `may_offer`: the line invites the other to it."""
    accepts: tuple[str, ...] = ()
    """Ids of `offers` that the line says yes to."""
    declines: tuple[Refusal, ...] = ()

    def check(self, question: Question) -> None:
        super().check(question)
        assert isinstance(question, Say)
        known = {memory.id for memory in question.memories}
        for memory in self.tells:
            if memory not in known:
                raise InvalidAnswer(
                    f"tells {memory!r}, which was not put before you; tell only given memories"
                )
        if self.invites is not None and self.invites not in {offer.id for offer in question.may_offer}:
            raise InvalidAnswer(f"invites to {self.invites!r}; choose one of `may_offer`, or none")
        open_to_it = {offer.id: offer for offer in question.offers}
        for offer in (*self.accepts, *(refusal.offer for refusal in self.declines)):
            if offer not in open_to_it:
                raise InvalidAnswer(f"answers the offer {offer!r}, which nobody made; answer `offers` alone")
        people = {question.other.id, *(person.id for person in question.others)}
        for refusal in self.declines:
            grounds = {*open_to_it[refusal.offer].conflicts, *people}
            if refusal.ground is not None and refusal.ground not in grounds:
                raise InvalidAnswer(f"declines because of {refusal.ground!r}; give one of {sorted(grounds)}")
        if any(line.text == self.text for line in question.lines):
            raise InvalidAnswer("repeats a line of this talk; say something new or end it")
