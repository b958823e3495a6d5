"""What an evaluation found: a document for programs, and a table beside the paper's numbers for people."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Any

from townlet.evaluate.experiment import Experiment
from townlet.evaluate.intervals import Difference, paired
from townlet.evaluate.measures import Measures

FULL = "full"
PAPER: dict[str, float] = {
    "party.knows": 13,
    "party.invited": 12,
    "party.came": 5,
    "candidacy.knows": 8,
    "density.start": 0.167,
    "density.end": 0.74,
}
"""One run of two days (paper, section 7.1); only for a scenario whose items have these ids."""


def report(experiment: Experiment, scenario: str, lives: Sequence[Measures]) -> dict[str, Any]:
    """All that was measured, each life's, the medians, and each condition against the full one."""
    by_condition = {
        condition: [life for life in lives if life["condition"] == condition]
        for condition in experiment.conditions
    }
    keys = numbers_of(lives)
    return {
        "scenario": scenario,
        "days": experiment.days,
        "mind": experiment.mind,
        "seeds": list(experiment.seeds),
        "conditions": list(experiment.conditions),
        "runs": list(lives),
        "medians": {
            condition: {key: median(life[key] for life in of_it) for key in keys}
            for condition, of_it in by_condition.items()
        },
        "differences": {
            condition: {
                key: difference.document()
                for key in keys
                if (difference := _against_full(by_condition, condition, key)) is not None
            }
            for condition in experiment.conditions
            if condition != FULL and FULL in by_condition
        },
        "paper": {key: value for key, value in PAPER.items() if key in keys},
    }


def numbers_of(lives: Sequence[Measures]) -> list[str]:
    """The measures that are numbers, in the order in which they were taken."""
    return [
        key
        for key, value in lives[0].items()
        if key != "seed" and isinstance(value, int | float) and not isinstance(value, bool)
    ]


def table(document: dict[str, Any]) -> str:
    """Medians over the seeds by condition; behind those of a part taken away, what that part was worth."""
    conditions, paper = document["conditions"], document["paper"]
    head = ["", *conditions, *(["paper"] if paper else [])]
    rows = [head]
    for key in document["medians"][conditions[0]]:
        row = [key]
        for condition in conditions:
            row.append(_cell(document, condition, key))
        if paper:
            row.append(f"{paper[key]:g}" if key in paper else "")
        rows.append(row)
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = [
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    seeds = len(document["seeds"])
    caption = (
        f"{document['scenario']}, {document['days']:g} days, {document['mind']}: medians of {seeds} "
        f"{'seed' if seeds == 1 else 'seeds'}"
    )
    notes = [
        "[low, high]: full minus this condition, 95 % interval over pairs of the same seed; * without 0."
    ]
    return "\n".join([caption, "", *lines, "", *(notes if document["differences"] else [])]).rstrip() + "\n"


def _against_full(by_condition: dict[str, list[Measures]], condition: str, key: str) -> Difference | None:
    full, without = by_condition[FULL], by_condition[condition]
    return paired([life[key] for life in full], [life[key] for life in without])


def _cell(document: dict[str, Any], condition: str, key: str) -> str:
    value = f"{document['medians'][condition][key]:g}"
    difference = document["differences"].get(condition, {}).get(key)
    if difference is None:
        return value
    mark = "*" if difference["lower"] else " "
    return f"{value} [{difference['low']:.2f}, {difference['high']:.2f}]{mark}"
