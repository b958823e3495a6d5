"""From a form to a resident: its file in the scenario's format, checked as all residents are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import yaml

from backend.domain.newcomer import Newcomer, with_newcomers
from backend.domain.persona import Acquaintance, Persona
from backend.domain.scenario import Scenario
from backend.domain.world import TownObject
from backend.scenarios.acquaintances import check_acquaintances
from backend.scenarios.everyday import AWAKE, clock, job_of, known_places, leisure_of, meals, short
from backend.scenarios.faults import Findings, ScenarioInvalid, did_you_mean
from backend.scenarios.files import RESIDENTS, Files
from backend.scenarios.gazetteer import Gazetteer
from backend.scenarios.people import check_person
from backend.scenarios.personas import make_persona
from backend.scenarios.resident_form import ResidentForm
from backend.scenarios.schema import BLANK_RESIDENT, ResidentFile
from backend.scenarios.shape_faults import Shaped, parse
from backend.scenarios.spare_bed import brought_bed, spare_bed
from backend.scenarios.times import parse_time
from backend.scenarios.yaml_text import YamlText, parse_yaml

SHARING_A_HOME = 0.4
"""How close those are who share a home, where nothing else is said."""
LONGEST_ID = 40
HEAD = "# yaml-language-server: $schema=../../schema/resident.json\n"


@dataclass(frozen=True)
class Settled:
    """A resident made from a form."""

    newcomer: Newcomer
    text: str
    """Its file."""
    data: Mapping[str, Any]
    """The same, as plain data."""


def settle(scenario: Scenario, form: ResidentForm) -> Settled:
    """The resident that the form tells of, as it would live in `scenario`.

    Raises:
        ScenarioInvalid: with every fault, by the place in the resident's file.
    """
    findings, resident = Findings(), id_of(form.name, scenario)
    home = f"{scenario.world.name}:{form.home.strip()}"
    bed, brought = free_bed(scenario, home, form.name)
    data = _data(scenario, form, resident, bed)
    text = HEAD + written(data)
    file = f"{RESIDENTS}/{resident}.yaml"
    yaml_text = parse_yaml(text, file, findings)
    person = parse(ResidentFile, yaml_text, BLANK_RESIDENT, findings)
    if person is None:
        raise ScenarioInvalid(scenario.id, findings.faults())
    _likes_are_places(scenario, form, file, findings)
    newcomer = moved_in(scenario, resident, person, bed, brought, findings)
    return Settled(newcomer, text, data)


def moved_in(
    scenario: Scenario,
    resident: str,
    person: Shaped[ResidentFile],
    bed: TownObject | None,
    brought: TownObject | None,
    findings: Findings,
) -> Newcomer:
    """Whoever the file tells of, in its home, checked against the town.

    Args:
        bed: where it sleeps; None where its home has no room.
        brought: the same, if it brings it along.

    Raises:
        ScenarioInvalid: with every fault, those that were found before among them.
    """
    home = f"{scenario.world.name}:{person.value.home.strip()}"
    sector = scenario.world.sectors.get(home)
    if sector is not None and bed is None:
        message = "Nobody new can sleep there." if sector.residents else "It is nobody's home."
        remedy = "Name a home in which there is room for a bed."
        findings.add(person.yaml.file, person.place("home"), message, remedy)
    for other in sorted(scenario.gone.intersection(person.value.knows)):
        message = f"{scenario.personas[other].name} has left the town."
        findings.add(person.yaml.file, person.place("knows", other), message, "Remove the entry.")
    files, gazetteer = _around(scenario, resident, person, home, brought)
    check_acquaintances(files, findings)
    check_person(resident, person, files, gazetteer, findings)
    if findings:
        raise ScenarioInvalid(scenario.id, findings.faults())
    persona = make_persona(resident, person.value, files, gazetteer)
    return Newcomer(persona, _known_by(scenario, persona), brought)


def free_bed(scenario: Scenario, home: str, name: str) -> tuple[TownObject | None, TownObject | None]:
    """A bed for somebody called `name` in the home `home` (an address), and the same where it brings that along.

    None and None: nobody lives there, or there is no room.
    """
    sector = scenario.world.sectors.get(home)
    if sector is None or not sector.private or not sector.residents:
        return None, None
    if (bed := spare_bed(scenario, home)) is not None:
        return bed, None
    brought = brought_bed(scenario, home, _first(name))
    return brought, brought


def peopled(scenario: Scenario, settled: Settled) -> Scenario:
    return with_newcomers(scenario, (settled.newcomer,))


def id_of(name: str, scenario: Scenario) -> str:
    """The first name in plain letters; with a number where somebody is called so."""
    plain = unicodedata.normalize("NFKD", _first(name)).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[: LONGEST_ID - 4] or "resident"
    plain = plain if plain[0].isalpha() else f"r_{plain}"
    number, found = 1, plain
    while found in scenario.personas:
        number += 1
        found = f"{plain}_{number}"
    return found


def written(data: Mapping[str, Any]) -> str:
    """Plain data as YAML that reads as the same again."""
    text: str = yaml.safe_dump(
        dict(data), allow_unicode=True, sort_keys=False, width=110, default_flow_style=None
    )
    return text


def _first(name: str) -> str:
    return (name.split() or ["Somebody"])[0]


def _data(scenario: Scenario, form: ResidentForm, resident: str, bed: TownObject | None) -> dict[str, Any]:
    world, home = scenario.world, form.home.strip()
    try:
        wake = parse_time(form.wake)
    except ValueError:
        wake = 7 * 60
    data: dict[str, Any] = {
        "name": form.name,
        "age": form.age,
        "pronouns": form.pronouns,
        "traits": form.traits,
        "about": form.about or _about(scenario, form),
        "currently": form.wants,
        "home": home,
        "bed": short(world, bed.id) if bed is not None else home,
        "wake": form.wake,
        "sleep": clock(wake + AWAKE),
        "meals": meals(wake),
    }
    if form.job is not None:
        data["job"] = job_of(world, form.job.title, form.job.workplace, wake)
    likes = [f"{world.name}:{name.strip()}" for name in form.likes]
    data["leisure"] = leisure_of(world, resident, f"{world.name}:{home}", likes)
    data["knows"] = _knows(scenario, form, f"{world.name}:{home}")
    data["places"] = known_places(world, home)
    data["looks"] = form.looks.model_dump()
    return data


def _about(scenario: Scenario, form: ResidentForm) -> str:
    first = _first(form.name)
    work = f" and is {form.job.title} at {form.job.workplace.split(':')[0]}" if form.job else ""
    return f"{first} is new in {scenario.title}, lives in {form.home}{work}."


def _knows(scenario: Scenario, form: ResidentForm, home: str) -> dict[str, Any]:
    """Whom it says that it knows, then who shares its home."""
    sector, first = scenario.world.sectors.get(home), _first(form.name)
    closeness = dict(form.knows)
    for other in sector.residents if sector is not None else ():
        closeness.setdefault(other, SHARING_A_HOME)
    known = {}
    for other, close in closeness.items():
        persona = scenario.living.get(other)
        name = persona.first_name if persona is not None else "They"
        shared = persona is not None and persona.home == home
        note = housemates(name, form.home, first) if shared else _bond(name, first, close)
        known[other] = {"closeness": round(close, 2), "note": note}
    return known


def housemates(one: str, home: str, other: str) -> str:
    """What one remembers of another of its home, all by their first names."""
    return f"{one} shares {home} with {other}."


def _likes_are_places(scenario: Scenario, form: ResidentForm, file: str, findings: Findings) -> None:
    open_to_all = {sector.name for sector in scenario.world.sectors.values() if not sector.private}
    for name in form.likes:
        if name.strip() not in open_to_all:
            remedy = did_you_mean(name, open_to_all, f"Name one of: {', '.join(sorted(open_to_all))}.")
            findings.add(file, "line 1, likes", f"{name!r} is no place where everybody may go.", remedy)


def _bond(one: str, other: str, closeness: float) -> str:
    if closeness >= 0.6:
        return f"{one} and {other} are close friends."
    if closeness >= 0.25:
        return f"{one} and {other} are friends."
    if closeness >= -0.05:
        return f"{one} and {other} know each other a little."
    return f"{one} and {other} do not get on."


def _known_by(scenario: Scenario, persona: Persona) -> tuple[Acquaintance, ...]:
    """Whom it knows knows it, with its name."""
    found = []
    for known in persona.knows:
        other = scenario.personas[known.other]
        shared = other.home == persona.home
        home = scenario.world.sectors[persona.home].name
        note = (
            f"{persona.first_name} has moved into {home}, where {other.first_name} lives."
            if shared
            else _bond(persona.first_name, other.first_name, known.closeness)
        )
        found.append(Acquaintance(known.other, known.knows_name, known.closeness, note))
    return tuple(found)


def _around(
    scenario: Scenario, resident: str, person: Shaped[ResidentFile], home: str, brought: TownObject | None
) -> tuple[Files, Gazetteer]:
    """The town as the checks want to see it, with the newcomer in its home."""
    world, people = scenario.world, {}
    for id_, persona in scenario.personas.items():
        named = ResidentFile.model_validate({**BLANK_RESIDENT, "name": persona.name})
        unread = frozenset(ResidentFile.model_fields) - {"name"}
        people[id_] = Shaped(named, YamlText(f"{RESIDENTS}/{id_}.yaml", {}, {}), unread)
    people[resident] = person
    sectors = dict(world.sectors)
    if home in sectors:
        sectors[home] = replace(sectors[home], residents=(*sectors[home].residents, resident))
    if (job := person.value.job) is not None:
        office = f"{world.name}:{job.workplace.split(':')[0].strip()}"
        if office in sectors:
            sectors[office] = replace(sectors[office], staff=(*sectors[office].staff, resident))
    objects = world.objects if brought is None else {**world.objects, brought.id: brought}
    files = Files(None, None, None, people, frozenset(people), {}, uses_known=True)
    return files, Gazetteer(world.name, sectors, dict(world.arenas), dict(objects))
