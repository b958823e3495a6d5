"""What a director rewrites of who somebody is: all but the name, which others know it by."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from backend.domain.persona import Persona


@dataclass(frozen=True)
class PersonaEdit:
    """The fields of a persona that are otherwise than its scenario tells; None where they are not."""

    age: int | None = None
    traits: tuple[str, ...] | None = None
    about: str | None = None
    currently: str | None = None
    greeting: str | None = None

    def then(self, later: PersonaEdit) -> PersonaEdit:
        """Both, one after the other: what the later one leaves alone stays."""
        return replace(self, **later.changes())

    def of(self, persona: Persona) -> Persona:
        return replace(persona, **self.changes())

    def changes(self) -> dict[str, Any]:
        """By field, what it is from now on."""
        return {one.name: value for one in fields(self) if (value := getattr(self, one.name)) is not None}
