"""Who lives in the town."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from backend.domain.inputs.input import Input
from backend.domain.inputs.words import StateWords, Text
from backend.domain.newcomer import Newcomer
from backend.domain.persona_edit import PersonaEdit


class AddResident(Input):
    """A director has somebody come to live in the town, checked as a scenario's residents are."""

    kind: Literal["add_resident"] = "add_resident"
    newcomer: Newcomer


class RemoveResident(Input):
    """A director has somebody leave the town for good, from one moment to the next."""

    kind: Literal["remove_resident"] = "remove_resident"
    resident: str


Words = Annotated[Text, Field(max_length=600)]


class EditPersona(Input):
    """A director rewrites who somebody is; what is left out stays as it is."""

    kind: Literal["edit_persona"] = "edit_persona"
    resident: str
    traits: Annotated[tuple[StateWords, ...], Field(min_length=1, max_length=8)] | None = None
    age: Annotated[int, Field(ge=1, le=120)] | None = None
    about: Words | None = None
    """Two or three sentences in the third person."""
    currently: Words | None = None
    """One sentence: what is on its mind."""
    greeting: Annotated[Text, Field(max_length=200)] | None = None
    """How it greets."""

    @property
    def edit(self) -> PersonaEdit:
        return PersonaEdit(self.age, self.traits, self.about, self.currently, self.greeting)

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.edit.changes():
            raise ValueError("changes nothing; give age, traits, about, currently or greeting")
        return self
