"""What residents do comes from their files: no code of the town or of the built-in mind knows any one of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.whole_days import BROOK_LANE, THE_VILLE, as_filed

ROOT = Path(__file__).parents[2]
FOLDERS = ("backend/domain", "backend/store", "worker")


def names() -> set[str]:
    """What people and houses of the shipped towns are called."""
    found = set[str]()
    for town in (BROOK_LANE, THE_VILLE):
        scenario = as_filed(town)
        for persona in scenario.personas.values():
            found |= {persona.name, persona.first_name}
        found |= {sector.name for sector in scenario.world.sectors.values()}
    return found


def ids() -> set[str]:
    return {resident for town in (BROOK_LANE, THE_VILLE) for resident in as_filed(town).personas}


def strings_and_names(path: Path) -> Iterator[str]:
    """Of the code of a file; what it says in docstrings, comments and examples is for readers alone."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == "example":
            told |= {id(part) for part in ast.walk(node.value)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if id(node) not in told:
                yield text
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
                yield name


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_line_of_code_knows_anybody_or_any_house_by_name(folder: str) -> None:
    whole = re.compile(r"\b(" + "|".join(re.escape(name) for name in sorted(names(), key=len)) + r")\b")
    paths = sorted((ROOT / folder).rglob("*.py"))
    assert paths
    known = [
        (str(path.relative_to(ROOT)), text)
        for path in paths
        for text in strings_and_names(path)
        if text in ids() or whole.search(text)
    ]
    assert known == []
