"""What a paper consists of, before it is set in type."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sentence:
    text: str
    events: tuple[int, ...]
    """The `seq` of the events that it was written from."""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Paragraph:
    sentences: tuple[Sentence, ...]
    quoted: bool = False
    """Lines of talk, each to be set on its own."""

    def __str__(self) -> str:
        return " ".join(map(str, self.sentences))


@dataclass(frozen=True)
class Section:
    title: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Figure:
    """A line of the box of numbers."""

    what: str
    count: str


@dataclass(frozen=True)
class Paper:
    name: str
    """ "The Ville Gazette"."""
    date: str
    issue: int
    """1 on the day the town started."""
    headline: Sentence
    lead: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    """Those that have something to say, in their order."""
    figures: tuple[Figure, ...]
    imprint: str

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All of them, from the lead on."""
        return (*self.lead, *(paragraph for section in self.sections for paragraph in section.paragraphs))

    def sentences(self) -> tuple[Sentence, ...]:
        return (self.headline, *(one for paragraph in self.paragraphs() for one in paragraph.sentences))
