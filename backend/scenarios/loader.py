"""From a folder to a scenario, or to all of its faults at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from backend.domain.scenario import Scenario
from backend.scenarios.faults import Enough, Fault, Findings, ScenarioInvalid
from backend.scenarios.files import TOWN, hash_files, read_files
from backend.scenarios.news import read_news
from backend.scenarios.people import read_people
from backend.scenarios.places import read_places
from backend.scenarios.schema import BLANK_TOWN, TownFile
from backend.scenarios.shape_faults import parse
from backend.scenarios.standing import read_standing
from backend.scenarios.town import make_gazetteer, make_world
from backend.scenarios.yaml_text import read_yaml


class UnknownScenario(Exception):
    """There is no scenario of that name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        self.name, self.known = name, known
        super().__init__(
            f"There is no scenario {name!r}. Choose one of: {', '.join(known) or 'none is installed'}."
        )


@dataclass(frozen=True)
class ScenarioSummary:
    """What a list of scenarios shows of one."""

    id: str
    title: str
    summary: str
    residents: int


def load_scenario(folder: Path) -> Scenario:
    """The scenario in `folder`.

    Raises:
        ScenarioInvalid: it has faults; the exception carries all of them.
    """
    scenario, faults = _read(folder)
    if scenario is None or faults:
        raise ScenarioInvalid(folder.name, faults)
    return scenario


def check_scenario(folder: Path) -> tuple[Fault, ...]:
    """All faults of the scenario in `folder`, sorted by file and place; empty if a town can start on it."""
    return _read(folder)[1]


def list_scenarios(root: Path) -> tuple[ScenarioSummary, ...]:
    """The scenarios in `root`, by id. A look at their town.yaml only: a listed one may still have faults."""
    found = []
    for path in _towns(root):
        try:
            town = parse(TownFile, read_yaml(path, TOWN, Findings()), BLANK_TOWN, Findings())
        except Enough:
            continue
        if town is not None:
            residents = len(list((path.parent / "residents").glob("*.yaml")))
            found.append(
                ScenarioSummary(path.parent.name, town.value.title, town.value.summary.strip(), residents)
            )
    return tuple(found)


def find_scenario(root: Path, name: str) -> Path:
    """The folder of the scenario `name` in `root`.

    Raises:
        UnknownScenario: there is none; a name with a path in it never is one.
    """
    known = tuple(path.parent.name for path in _towns(root))
    if name not in known:
        raise UnknownScenario(name, known)
    return root / name


def _towns(root: Path) -> list[Path]:
    """Every town.yaml in `root`. A folder that begins with a dot is nobody's town."""
    return sorted(path for path in root.glob(f"*/{TOWN}") if not path.parent.name.startswith("."))


def _read(folder: Path) -> tuple[Scenario | None, tuple[Fault, ...]]:
    findings = Findings()
    try:
        return _make(folder, findings), findings.faults()
    except Enough:
        return None, findings.faults()


def _make(folder: Path, findings: Findings) -> Scenario | None:
    """None where there are faults."""
    files = read_files(folder, findings)
    world = gazetteer = None
    if files.map is not None and files.town is not None:
        places = read_places(files.map, files.kinds, findings)
        standing = read_standing(files.map, places, findings)
        gazetteer = make_gazetteer(files, files.town, places, standing, findings)
        world = make_world(gazetteer, files.map, standing, findings)
    news = read_news(files.town, files, gazetteer, findings) if files.town is not None else ()
    personas = read_people(files, gazetteer, findings)
    if findings or world is None or files.town is None or files.map is None:
        return None
    return Scenario(
        id=folder.name,
        title=files.town.value.title,
        summary=files.town.value.summary.strip(),
        start=files.town.value.start,
        world=world,
        personas=personas,
        news=news,
        synonyms=tuple(tuple(group) for group in files.town.value.synonyms),
        language=files.town.value.language,
        hash=hash_files(folder),
        layers=files.map.layers,
    )
