"""What somebody fills in to make a resident of their own; all else of a resident follows from it."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

_Words = Annotated[str, Field(max_length=600)]
_Short = Annotated[str, Field(max_length=200)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class LooksForm(_Part):
    """Names for the art, see GET /api/figures."""

    skin: _Short = "light"
    hair: _Short = "brown"
    hair_style: _Short = "short"
    top: _Short = "teal"
    bottom: _Short = "denim"
    extras: Annotated[list[_Short], Field(max_length=6)] = []


class JobForm(_Part):
    title: _Short
    workplace: _Short
    """An arena without the town's name: "The Blue Kettle:main room"."""


class ResidentForm(_Part):
    """A resident in the words of whoever makes it. What is not well is told as faults, all at once."""

    name: _Short
    age: int = 30
    pronouns: _Short = "they/them/their"
    looks: LooksForm = LooksForm()
    traits: Annotated[list[_Short], Field(max_length=8)] = []
    home: _Short
    """A home's sector without the town's name: "Mill House"."""
    job: JobForm | None = None
    knows: Annotated[dict[_Short, float], Field(max_length=200)] = {}
    """By resident id, how close they are: -1 (enemies) to 1 (inseparable). Who shares its home knows it anyway."""
    wants: _Words
    """One sentence: what is on its mind."""
    about: _Words = ""
    """Two or three sentences in the third person; made up from the rest if left out."""
    likes: Annotated[list[_Short], Field(max_length=3)] = []
    """Sectors that are nobody's home, without the town's name: where it spends its free time before all others."""
    wake: _Short = "07:00"
    """When it usually gets up, as HH:MM."""
