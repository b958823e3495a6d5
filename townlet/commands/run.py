"""``townlet run``: lives a town headless, into a folder, and prints its digest; or lives a recorded one again."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperArgument, TyperOption

from backend.domain.calendar import TICKS_PER_DAY
from backend.domain.inputs import AnswerGiven, Arrived
from backend.scenarios import load_scenario
from backend.store.recording.file_journal import FileJournal
from backend.store.recording.open_run_record import open_run_record
from backend.store.recording.run_record import RunRecord
from townlet.recorded_inputs import read_inputs
from townlet.replaying import live_again
from townlet.run_manifest import write_manifest
from townlet.run_minds import run_minds, settings_for
from townlet.scenario_folder import scenario_folder
from worker.cognition.cognition import Cognition
from worker.engine.headless import live_headless

MOST_DAYS = 3650


class RunMisused(Exception):
    """Options that don't go together; the message says which to leave out."""


def run(
    context: typer.Context,
    scenario: Annotated[str, typer.Argument(help="A folder below scenarios/, or a path to one.")] = "",
    days: Annotated[
        float, typer.Option(min=1 / TICKS_PER_DAY, max=MOST_DAYS, help="May be a fraction.")
    ] = 1.0,
    seed: Annotated[int, typer.Option(help="The same seed, the same town.")] = 7,
    mind: Annotated[
        str, typer.Option(help="Who answers the residents' questions: rules, model or auto (docs/models.md).")
    ] = "rules",
    out: Annotated[Path, typer.Option(help="Folder for the log, its record and manifest.json.")] = Path(
        "run"
    ),
    inputs: Annotated[
        Path | None, typer.Option(help="Stamped inputs, one JSON object a line (see docs/api.md).")
    ] = None,
    replay: Annotated[
        Path | None,
        typer.Option(help="Live the town of such a folder again from its record, without any mind."),
    ] = None,
) -> None:
    """Live a town without page or database, as fast as it goes."""
    if replay is not None:
        _refuse_beside_replay(context)
        _replay(replay, out if _is_given(context, "out") else None)
        return
    if not scenario:
        raise RunMisused("name a SCENARIO, a folder below scenarios/, or a record with --replay DIR")
    given: tuple[list[Arrived], list[AnswerGiven]] = ([], []) if inputs is None else read_inputs(inputs)
    loaded = load_scenario(scenario_folder(scenario))
    ticks = max(1, round(days * TICKS_PER_DAY))
    settings = settings_for(mind, os.environ)
    record = RunRecord(out, loaded)
    with (
        FileJournal(out, *given, record=record) as journal,
        run_minds(mind, settings, record, town=loaded.id) as answering,
    ):
        live_headless(
            loaded,
            seed,
            ticks,
            cognition=Cognition(loaded, embedder=answering.embedder),
            mind=answering.mind,
            journal=journal,
            progress=lambda tick: _progress(tick, ticks),
            founded_as=answering.founded_as,
            elsewhere=answering.elsewhere,
        )
    inputs_hash = None if inputs is None else hashlib.sha256(inputs.read_bytes()).hexdigest()
    write_manifest(out, loaded, seed, ticks, mind, inputs_hash, journal, record, answering.embedder)
    _tell_of_calls(record)
    print(journal.digest.hexdigest())


def _replay(folder: Path, out: Path | None) -> None:
    record = open_run_record(folder)
    if out is not None and out.resolve() == folder.resolve():
        raise RunMisused(f"--out {out} is the record itself, which would be overwritten; name another folder")
    with tempfile.TemporaryDirectory(prefix="townlet-replay-") as nowhere:
        into = Path(nowhere) if out is None else out
        anew = RunRecord(into, record.scenario)
        with FileJournal(into, record.inputs, record.stamped, record=anew) as journal:
            digest = live_again(record, journal, progress=lambda tick: _progress(tick, record.ticks))
            for call in record.calls():
                anew.record(call)
        inputs_hash = record.manifest.get("inputs_hash")
        write_manifest(
            into,
            record.scenario,
            record.seed,
            record.ticks,
            record.mind,
            inputs_hash,
            journal,
            anew,
            record.embedder,
        )
    print(
        f"✓ {record.scenario.title} lived again from its record: {journal.digest.events} events, "
        f"{len(record.answers)} answers, the same digest.",
        file=sys.stderr,
    )
    print(digest)


def _tell_of_calls(record: RunRecord) -> None:
    if record.calls:
        told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(record.calls.items()))
        print(f"{record.calls.total()} calls of the model server: {told}", file=sys.stderr)
    stood_in = {mind: count for mind, count in record.minds.items() if mind.startswith("rules:")}
    if stood_in:
        told = ", ".join(f"{count} × {mind.partition(':')[2]}" for mind, count in sorted(stood_in.items()))
        print(f"The built-in mind stood in {sum(stood_in.values())} times: {told}", file=sys.stderr)


def _refuse_beside_replay(context: typer.Context) -> None:
    """Raises RunMisused for what the record says itself."""
    for parameter in context.command.params:
        if parameter.name not in ("replay", "out") and _is_given(context, parameter.name or ""):
            assert isinstance(parameter, TyperArgument | TyperOption), "typer makes no others"
            name = parameter.opts[0] if parameter.param_type_name == "option" else "SCENARIO"
            raise RunMisused(f"{name} says nothing beside --replay: the record has it; leave it out")


def _is_given(context: typer.Context, name: str) -> bool:
    source = context.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def _progress(tick: int, ticks: int) -> None:
    if sys.stderr.isatty():
        done = min(tick + 1, ticks) / ticks
        end = "\n" if done >= 1 else ""
        print(f"\r{'█' * int(done * 30):░<30} {done:4.0%}", end=end, file=sys.stderr, flush=True)
