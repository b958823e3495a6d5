"""What Tiled saves loads again: `saved_by_tiled.tmj` is the map of a new town as Tiled 1.8.2 wrote it.

After a change of that map, record it anew: `townlet new recorded`, then with absolute paths
`QT_QPA_PLATFORM=offscreen tiled --minimize --export-map json …/recorded/map.tmj …/recorded/saved.tmj`.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from backend.scenarios import check_scenario, load_scenario
from frontend.art.build import draw_scenario
from townlet.new_town import make_new_town

SAVED = Path(__file__).with_name("saved_by_tiled.tmj")


def test_it_is_the_same_town_and_looks_the_same(tmp_path: Path) -> None:
    town = make_new_town("a_town", tmp_path)
    before, pictures = load_scenario(town), draw_scenario(town)
    assert (town / "map.tmj").read_bytes() != SAVED.read_bytes()
    (town / "map.tmj").write_bytes(SAVED.read_bytes())
    assert check_scenario(town) == ()
    after = load_scenario(town)
    assert after.hash != before.hash
    assert replace(after, hash="") == replace(before, hash="")
    assert draw_scenario(town) == pictures
