"""Filling in templates: only those are offered whose fields are all known."""

from __future__ import annotations

from string import Formatter

Table = dict[str, tuple[str, ...]]
Fields = dict[str, frozenset[str]]


def fields_of(table: Table) -> Fields:
    """The names of the fields of each template."""
    return {
        template: frozenset(field for _, field, _, _ in Formatter().parse(template) if field)
        for templates in table.values()
        for template in templates
    }


def templates(table: Table, act: str, tone: str) -> tuple[str, ...]:
    """The templates of an act in a tone.

    The gruff, the abrasive and the shy have their own words only; the others also use what everybody says. The
    abrasive are gruff where they have no words of their own.
    """
    own = table.get(f"{act}.{tone}", ())
    if not own and tone == "abrasive":
        return templates(table, act, "gruff")
    if own and tone in ("gruff", "abrasive", "shy"):
        return own
    return own + table.get(act, ())


def fill(table: Table, fields: Fields, act: str, tone: str, known: dict[str, str]) -> list[str]:
    """The act's templates with their fields filled in; those with a field that is not known are left out.

    Where a tone's own templates all miss a field, those of no tone serve.
    """
    given = {field for field, value in known.items() if value}
    for choice in (templates(table, act, tone), table.get(act, ())):
        found = [t.format_map(known) for t in choice if fields[t] <= given]
        if found:
            return found
    return []
