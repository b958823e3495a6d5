"""What docs/scenarios.md shows to authors works as it says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from backend.scenarios import check_scenario, load_scenario
from tests.a_scenario_copy import layer, mark, put_property
from townlet.new_town import make_new_town

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "scenarios.md"


@pytest.fixture
def with_dora(tmp_path: Path) -> Path:
    """A new town with the resident that the guide writes, who has no bed yet."""
    folder = make_new_town("salt_harbour", tmp_path)
    dora = re.search(r"```yaml\n(# yaml-language-server.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert dora
    (folder / "residents" / "dora.yaml").write_text(dora[1], encoding="utf-8")
    town = folder / "town.yaml"
    town.write_text(town.read_text("utf-8").replace("[ada, ben, cleo]", "[ada, ben, cleo, dora]", 1), "utf-8")
    return folder


def test_the_faults_that_the_guide_quotes_are_those_that_are_told(with_dora: Path) -> None:
    told = "\n".join(map(str, check_scenario(with_dora)))
    assert f"```\n{told}\n```" in GUIDE.read_text(encoding="utf-8"), told


def test_the_resident_of_the_guide_moves_in_with_a_bed(with_dora: Path) -> None:
    path = with_dora / "map.tmj"
    document = json.loads(path.read_text(encoding="utf-8"))
    bed = json.loads(json.dumps(mark(document, "objects", "bed")))
    bed |= {"id": 900, "name": "Dora's bed", "x": 6 * 16, "y": 9 * 16, "width": 16, "height": 32}
    put_property(bed, "kind", "bed")
    layer(document, "objects")["objects"].append(bed)
    path.write_text(json.dumps(document), encoding="utf-8")
    assert check_scenario(with_dora) == ()
    assert "dora" in load_scenario(with_dora).personas
