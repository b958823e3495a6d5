"""Checks who knows whom: names are unique, and nobody's texts name a person whose name it does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backend.scenarios.faults import Findings, did_you_mean
from backend.scenarios.files import HISTORY, Files
from backend.scenarios.names import likeness
from backend.scenarios.schema import ResidentFile
from backend.scenarios.shape_faults import Shaped
from backend.scenarios.yaml_text import Loc, YamlText

FILE_NAME = "Use the name of a file in residents, without .yaml."


def check_acquaintances(files: Files, findings: Findings) -> None:
    _names_are_unique(files, findings)
    _history_names_residents(files, findings)
    for resident, person in files.residents.items():
        _knows_residents(resident, person, files, findings)
        _names_nobody_unknown(resident, person, files, findings)


def _knows_residents(resident: str, person: Shaped[ResidentFile], files: Files, findings: Findings) -> None:
    for other in person.value.knows:
        place = person.place("knows", other)
        if other == resident:
            findings.add(person.yaml.file, place, "A resident knows itself.", "Remove the entry.")
        elif other not in files.ids:
            remedy = did_you_mean(other, files.ids, FILE_NAME)
            findings.add(person.yaml.file, place, f"There is no resident {other!r}.", remedy)


def _names_nobody_unknown(
    resident: str, person: Shaped[ResidentFile], files: Files, findings: Findings
) -> None:
    """Memories are all that a mind is told, so a name in them would be known by the first tick."""
    known = {other for other, entry in person.value.knows.items() if entry.name} | {resident}
    names = {
        each.value.name.split()[0]: other
        for other, each in files.residents.items()
        if "name" not in each.unread
    }
    strangers = names.keys() - {
        files.residents[id_].value.name.split()[0] for id_ in known & files.residents.keys()
    }
    for yaml, loc, text in _told(resident, person, files):
        for name in sorted(strangers & set(re.findall(r"\w+", text))):
            message = f"It names {name}, whose name {person.value.name} does not know."
            remedy = f"Describe the person instead, or add {names[name]} by name to what {resident} knows."
            findings.add(yaml.file, yaml.place(loc), message, remedy)


def _told(resident: str, person: Shaped[ResidentFile], files: Files) -> Iterator[tuple[YamlText, Loc, str]]:
    """Every text that becomes a memory of the resident or stands in what it is told of itself."""
    value = person.value
    yield person.yaml, ("about",), value.about
    yield person.yaml, ("currently",), value.currently
    for other, entry in value.knows.items():
        yield person.yaml, ("knows", other, "note"), entry.note
    for number, text in enumerate(value.memories):
        yield person.yaml, ("memories", number), text
    if files.history is None:
        return
    for number, text in enumerate(files.history.value.memories.get(resident, ())):
        yield files.history.yaml, ("memories", resident, number), text
    for number, shared in enumerate(files.history.value.shared):
        if resident in shared.among:
            yield files.history.yaml, ("shared", number, "text"), shared.text


def _names_are_unique(files: Files, findings: Findings) -> None:
    full: dict[str, str] = {}
    first: dict[str, str] = {}
    for resident, person in files.residents.items():
        if "name" in person.unread:
            continue
        name = person.value.name
        other = full.setdefault(likeness(name), resident)
        if other != resident:
            message = f"The name {name!r} is used twice, also by {other}."
            findings.add(person.yaml.file, person.place("name"), message, "Rename one of the two.")
            continue
        other = first.setdefault(likeness(name.split()[0]), resident)
        if other != resident:
            message = f"The first name {name.split()[0]!r} is used twice, also by {other}."
            findings.add(
                person.yaml.file, person.place("name"), message, "Rename one: people are called by it."
            )


def _history_names_residents(files: Files, findings: Findings) -> None:
    if files.history is None:
        return
    history = files.history
    named: list[tuple[tuple[str | int, ...], str]] = [
        (("memories", name), name) for name in history.value.memories
    ]
    for number, entry in enumerate(history.value.shared):
        named += [(("shared", number, "among", at), name) for at, name in enumerate(entry.among)]
    for loc, name in named:
        if name not in files.ids:
            remedy = did_you_mean(name, files.ids, FILE_NAME)
            findings.add(HISTORY, history.place(*loc), f"There is no resident {name!r}.", remedy)
