"""Visitors walk at a walking pace, whatever their page sends."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from backend.api.edge.footsteps import AT_ONCE, Footsteps
from backend.api.problems import WalkingTooFast

TOWN, EVE, VERA = "t-1", "visitor:eve", "visitor:vera"


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_somebody_who_walks_four_tiles_a_second_is_never_held_up() -> None:
    clock = Clock()
    steps = Footsteps(clock)
    for _ in range(400):
        steps.take(TOWN, EVE, 1)
        clock.now += 0.25


def test_a_hundred_steps_in_a_second_are_cut_down_to_a_walk_and_nobody_else_is_held_up() -> None:
    clock = Clock()
    steps = Footsteps(clock)
    walked = 0
    for _ in range(100):
        clock.now += 0.01
        try:
            steps.take(TOWN, EVE, 1)
        except WalkingTooFast:
            continue
        walked += 1
    assert walked <= AT_ONCE + 5
    steps.take(TOWN, VERA, 8)
    steps.take("t-2", EVE, 8)


def test_who_waits_as_told_walks_on() -> None:
    clock = Clock()
    steps = Footsteps(clock)
    steps.take(TOWN, EVE, 8)
    with pytest.raises(WalkingTooFast) as refused:
        steps.take(TOWN, EVE, 8)
    assert refused.value.headers["Retry-After"] == "1"
    clock.now += refused.value.extensions["wait"] + 0.01
    steps.take(TOWN, EVE, 8)


def test_many_requests_at_once_walk_no_farther_than_one_after_the_other(
    request: pytest.FixtureRequest,
) -> None:
    interval = sys.getswitchinterval()
    request.addfinalizer(lambda: sys.setswitchinterval(interval))
    sys.setswitchinterval(1e-6)
    for _ in range(40):
        steps = Footsteps(Clock())

        def walked(_page: int, steps: Footsteps = steps) -> int:
            tiles = 0
            for _ in range(30):
                try:
                    steps.take(TOWN, EVE, 1)
                except WalkingTooFast:
                    continue
                tiles += 1
            return tiles

        with ThreadPoolExecutor(8) as pages:
            assert sum(pages.map(walked, range(8))) == AT_ONCE
