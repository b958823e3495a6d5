"""What a headless run was, and what came of it: the manifest of its folder."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import orjson

from backend.domain.calendar import TICKS_PER_DAY
from backend.domain.events import SCHEMA_VERSION
from backend.domain.scenario import Scenario
from backend.store.recording.file_journal import FileJournal
from backend.store.recording.open_run_record import MANIFEST
from backend.store.recording.run_record import RunRecord


def write_manifest(
    out: Path,
    scenario: Scenario,
    seed: int,
    ticks: int,
    mind: str,
    inputs_hash: str | None,
    journal: FileJournal,
    record: RunRecord,
    embedder: str | None = None,
) -> None:
    """After `journal` was closed: the run can be lived again from now on."""
    fates = [fate.status for fate in journal.fates.values()]
    manifest: dict[str, Any] = {
        "scenario": scenario.id,
        "scenario_hash": scenario.hash,
        "seed": seed,
        "mind": mind,
        "embedder": embedder,
        "days": ticks / TICKS_PER_DAY,
        "ticks": ticks,
        "inputs_hash": inputs_hash,
        "versions": {
            "townlet": version("townlet"),
            "schema": SCHEMA_VERSION,
            "python": ".".join(map(str, sys.version_info[:3])),
        },
        "counts": {
            "residents": len(scenario.personas),
            "events": journal.digest.events,
            "kinds": dict(sorted(journal.kinds.items())),
            "inputs": {status: fates.count(status) for status in ("applied", "refused", "waiting")},
        },
        "record": record.summary(),
        "digest": journal.digest.hexdigest(),
    }
    (out / MANIFEST).write_bytes(orjson.dumps(manifest, option=orjson.OPT_INDENT_2) + b"\n")
