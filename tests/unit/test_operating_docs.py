"""docs/operating.md tells of every setting and of every line that our own code logs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from townlet.doctor.settings import NAMES
from townlet.services.townlet_processes import QUEUES

PROJECT = Path(__file__).resolve().parents[2]
DOCS = (PROJECT / "docs" / "operating.md").read_text(encoding="utf-8")
LEVELS = {"debug", "info", "warning", "error", "exception", "critical"}


def logged() -> Iterator[str]:
    """The words of each line that backend and workers log, with their places for values."""
    for folder in ("backend", "worker"):
        for file in sorted((PROJECT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                match node:
                    case ast.Call(
                        func=ast.Attribute(value=ast.Name(id="log"), attr=level),
                        args=[ast.Constant(value=str(words)), *_],
                    ) if level in LEVELS:
                        yield words


@pytest.mark.parametrize("words", sorted(set(logged())))
def test_every_line_of_the_logs_is_told(words: str) -> None:
    assert f"| `{words}` |" in DOCS


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_is_told(name: str) -> None:
    settings = DOCS.partition("## Settings")[2].partition("\n## ")[0]
    assert f"`{name}`" in settings


@pytest.mark.parametrize("queue", QUEUES)
def test_every_queue_is_told_with_its_slots(queue: str) -> None:
    row = next(line for line in DOCS.splitlines() if line.startswith(f"| `{queue}` |"))
    assert row.endswith(f"| {QUEUES[queue].slots} |")
