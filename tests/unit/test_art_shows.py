"""What is laid over a thing while it burns, runs, lies open or is broken."""

from __future__ import annotations

import pytest

from frontend.art.furniture import DRAWERS, Stand, drawer_of
from frontend.art.furniture.shows import OF_ANYTHING, SHOWS, layers, shows_of

EACH = sorted((kind, name) for kind, known in SHOWS.items() for name in known)
STANDS = (Stand(1, 1), Stand(2, 1, "down", 4), Stand(1, 2, "right", 5), Stand(3, 2, "up", 6))


def test_only_things_that_have_a_drawing_show_something() -> None:
    assert set(SHOWS) <= set(DRAWERS)


@pytest.mark.parametrize(("kind", "name"), EACH)
def test_what_a_thing_shows_is_seen_near_it_and_moves_if_it_has_frames(kind: str, name: str) -> None:
    show, drawer = SHOWS[kind][name], drawer_of(kind)
    assert drawer is not None
    for stand in STANDS:
        drawn = layers(kind, show, stand)
        assert len(drawn) == show.frames
        assert len({d.canvas.pixels.tobytes() for d in drawn}) == show.frames
        for d in drawn:
            assert (d.canvas.pixels[..., 3] > 0).sum() > 3
            assert d.canvas.width <= drawer(stand).width + 16


@pytest.mark.parametrize("kind", sorted(DRAWERS))
def test_every_thing_can_be_decorated_broken_and_locked(kind: str) -> None:
    assert {"decorated", "broken", "locked"} <= set(shows_of(kind))
    for show in OF_ANYTHING.values():
        assert layers(kind, show, Stand(seed=3))


def test_nothing_is_laid_over_a_thing_that_nobody_has_drawn() -> None:
    assert layers("brass oracle", OF_ANYTHING["broken"], Stand()) == []
