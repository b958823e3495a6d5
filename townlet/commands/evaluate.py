"""``townlet evaluate``: the paper's end-to-end run, with and without parts of the minds."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Annotated

import orjson
import typer

from backend.scenarios import load_scenario
from townlet.evaluate import EvaluationFault, Experiment, report, run_all, table
from townlet.scenario_folder import scenario_folder

REPORT, TABLE = "report.json", "report.txt"


def evaluate(
    scenario: Annotated[
        str, typer.Argument(help="A folder below scenarios/, or a path to one.")
    ] = "the_ville",
    seeds: Annotated[int, typer.Option(min=1, max=1000, help="How many lives a condition.")] = 5,
    first_seed: Annotated[int, typer.Option(min=0, help="The seeds count up from here.")] = 1,
    days: Annotated[float, typer.Option(min=0.01, max=365, help="May be a fraction.")] = 2.0,
    mind: Annotated[
        str, typer.Option(help="Who answers the residents' questions: rules, model or auto (docs/models.md).")
    ] = "rules",
    conditions: Annotated[
        str, typer.Option(help="Of full, no-reflection, no-planning and none, with commas between.")
    ] = "full",
    out: Annotated[Path, typer.Option(help=f"Folder for {REPORT} and {TABLE}.")] = Path("evaluation"),
) -> None:
    """Measure who knows what and from whom, who was invited, said yes and came, and who knows whom."""
    folder = scenario_folder(scenario)
    experiment = Experiment(
        folder, days, mind, tuple(range(first_seed, first_seed + seeds)), _listed(conditions)
    )
    name = load_scenario(folder).id
    _make(out)
    total = len(experiment.lives)
    document = report(experiment, name, run_all(experiment, lambda number: _progress(number, total)))
    text = table(document)
    (out / REPORT).write_bytes(orjson.dumps(document, option=orjson.OPT_INDENT_2) + b"\n")
    (out / TABLE).write_text(text, encoding="utf-8")
    sys.stdout.write(text)


def _listed(conditions: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in conditions.split(","))


def _make(out: Path) -> None:
    """Finds out before all the lives are lived."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=out):
            pass
    except OSError as error:
        raise EvaluationFault(
            f"{out} can't be written to ({error.strerror}). Name another folder with --out."
        ) from error
    for name in (REPORT, TABLE):
        if (out / name).is_dir():
            raise EvaluationFault(
                f"{out / name} is a folder. Move it away, or name another folder with --out."
            )


def _progress(number: int, total: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if number == total else ""
        print(f"\rLife {number} of {total}", end=end, file=sys.stderr, flush=True)
