"""``townlet run``: lives a town headless, into a folder, and prints its digest."""

from __future__ import annotations

import hashlib
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import orjson
import typer

from backend.domain.calendar import TICKS_PER_DAY
from backend.domain.events import SCHEMA_VERSION
from backend.domain.inputs import AnswerGiven, Arrived
from backend.scenarios import load_scenario
from backend.store.file_journal import FileJournal
from townlet.recorded_inputs import read_inputs
from townlet.scenario_folder import scenario_folder
from worker.cognition.cognition import Cognition
from worker.engine.headless import live_headless
from worker.minds import minds

MOST_DAYS = 3650


def run(
    scenario: Annotated[str, typer.Argument(help="A folder below scenarios/, or a path to one.")],
    days: Annotated[
        float, typer.Option(min=1 / TICKS_PER_DAY, max=MOST_DAYS, help="May be a fraction.")
    ] = 1.0,
    seed: Annotated[int, typer.Option(help="The same seed, the same town.")] = 7,
    mind: Annotated[str, typer.Option(help="Who answers the residents' questions.")] = "rules",
    out: Annotated[Path, typer.Option(help="Folder for events.jsonl and manifest.json.")] = Path("run"),
    inputs: Annotated[
        Path | None, typer.Option(help="Stamped inputs, one JSON object a line (see docs/api.md).")
    ] = None,
) -> None:
    """Live a town without page or database, as fast as it goes."""
    given: tuple[list[Arrived], list[AnswerGiven]] = ([], []) if inputs is None else read_inputs(inputs)
    loaded = load_scenario(scenario_folder(scenario))
    ticks = max(1, round(days * TICKS_PER_DAY))
    answering = minds(mind)
    with FileJournal(out, *given) as journal:
        live_headless(
            loaded,
            seed,
            ticks,
            cognition=Cognition(loaded),
            mind=answering,
            journal=journal,
            progress=lambda tick: _progress(tick, ticks),
        )
    fates = [fate.status for fate in journal.fates.values()]
    manifest = {
        "scenario": loaded.id,
        "scenario_hash": loaded.hash,
        "seed": seed,
        "mind": mind,
        "days": ticks / TICKS_PER_DAY,
        "ticks": ticks,
        "inputs_hash": None if inputs is None else hashlib.sha256(inputs.read_bytes()).hexdigest(),
        "versions": {
            "townlet": version("townlet"),
            "schema": SCHEMA_VERSION,
            "python": ".".join(map(str, sys.version_info[:3])),
        },
        "counts": {
            "residents": len(loaded.personas),
            "events": journal.digest.events,
            "kinds": dict(sorted(journal.kinds.items())),
            "inputs": {status: fates.count(status) for status in ("applied", "refused", "waiting")},
        },
        "digest": journal.digest.hexdigest(),
    }
    (out / "manifest.json").write_bytes(orjson.dumps(manifest, option=orjson.OPT_INDENT_2) + b"\n")
    print(journal.digest.hexdigest())


def _progress(tick: int, ticks: int) -> None:
    if sys.stderr.isatty():
        done = min(tick + 1, ticks) / ticks
        end = "\n" if done >= 1 else ""
        print(f"\r{'█' * int(done * 30):░<30} {done:4.0%}", end=end, file=sys.stderr, flush=True)
