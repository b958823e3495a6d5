"""Somebody who comes with a file of their own: one that was saved from a form, or written by hand for another town."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from backend.domain.scenario import Scenario
from backend.domain.world import TownObject
from backend.scenarios.everyday import short
from backend.scenarios.faults import Findings, ScenarioInvalid
from backend.scenarios.files import MAX_OF_RESIDENT
from backend.scenarios.schema import BLANK_RESIDENT, AcquaintanceEntry, ResidentFile
from backend.scenarios.settling import (
    HEAD,
    SHARING_A_HOME,
    Settled,
    free_bed,
    housemates,
    id_of,
    moved_in,
    written,
)
from backend.scenarios.shape_faults import parse
from backend.scenarios.yaml_text import parse_yaml

FILE = "resident.yaml"
"""What it is called in faults, whatever it was called before."""


def settle_file(scenario: Scenario, text: str) -> Settled:
    """The resident that the file tells of, as it would live in `scenario`: all is as the file says, but

    - where its bed is somebody else's or not there, it gets a free one of its home, or brings one along;
    - whoever shares its home is known to it.

    Raises:
        ScenarioInvalid: with every fault, by its line and place in the file.
    """
    findings = Findings()
    yaml_text = parse_yaml(text, FILE, findings, MAX_OF_RESIDENT)
    person = parse(ResidentFile, yaml_text, BLANK_RESIDENT, findings)
    if person is None:
        raise ScenarioInvalid(scenario.id, findings.faults())
    value, world = person.value, scenario.world
    resident, home = id_of(value.name, scenario), f"{world.name}:{value.home.strip()}"
    bed, brought = _own_bed(scenario, home, value), None
    if bed is None:
        bed, brought = free_bed(scenario, home, value.name)
    sleeps_in = value.bed if bed is None else short(world, bed.id)
    new = _housemates(scenario, home, value)
    changed = value.model_copy(update={"bed": sleeps_in, "knows": {**value.knows, **new}})
    newcomer = moved_in(scenario, resident, replace(person, value=changed), bed, brought, findings)
    if sleeps_in == value.bed and not new:
        return Settled(newcomer, text, person.yaml.data)
    notes = {who: {"closeness": one.closeness, "note": one.note} for who, one in new.items()}
    data = person.yaml.data | {"bed": sleeps_in, "knows": (person.yaml.data.get("knows") or {}) | notes}
    return Settled(newcomer, HEAD + written(data), data)


def name_in(text: str) -> str | None:
    """The name that the file gives; None where it can't be read."""
    found = parse_yaml(text, FILE, Findings(), MAX_OF_RESIDENT)
    name = found.data.get("name") if found is not None else None
    return name if isinstance(name, str) else None


def _own_bed(scenario: Scenario, home: str, value: ResidentFile) -> TownObject | None:
    """The bed that the file names, if it is one of the home, in no room of others, and has a place left."""
    world = scenario.world
    bed = world.objects.get(f"{world.name}:{value.bed.strip()}")
    sector = world.sectors.get(home)
    if bed is None or sector is None or not sector.residents or bed.use_for("sleep") is None:
        return None
    room = world.arenas[bed.arena]
    sleepers = Counter(persona.bed for persona in scenario.living.values())
    return bed if room.sector == home and not room.residents and sleepers[bed.id] < bed.capacity else None


def _housemates(scenario: Scenario, home: str, value: ResidentFile) -> dict[str, AcquaintanceEntry]:
    """Those whom the file does not mention."""
    sector, first = scenario.world.sectors.get(home), value.name.split()[0]
    others = sector.residents if sector is not None else ()
    return {
        other: AcquaintanceEntry(
            closeness=SHARING_A_HOME,
            note=housemates(scenario.living[other].first_name, value.home, first),
        )
        for other in others
        if other in scenario.living and other not in value.knows
    }
