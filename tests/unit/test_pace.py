"""A town keeps to the pace that people set, and gives up what it can't catch up with."""

from __future__ import annotations

import pytest

from worker.engine.pace import LATEST, Pace


def at_60(tick: float = 100.0, now: float = 50.0) -> Pace:
    pace = Pace()
    pace.set(tick, now, 60.0)
    return pace


def test_at_60_times_a_second_is_six_ticks() -> None:
    assert at_60().due(51.0) == 106.0
    assert at_60().real_time_of(112) == 52.0


def test_another_pace_goes_on_from_where_the_town_is() -> None:
    pace = at_60()
    pace.set(pace.due(51.0), 51.0, 10.0)
    assert pace.due(52.0) == 107.0


def test_time_stands_while_the_town_is_paused() -> None:
    pace = at_60()
    pace.set(106.0, 51.0, 0.0)
    assert pace.due(1000.0) == 106.0


def test_a_town_that_is_a_little_late_catches_up() -> None:
    pace = at_60()
    pace.fall_behind(101, 51.0)
    assert pace.due(51.0) == 106.0


def test_a_town_that_is_far_too_late_goes_on_from_where_it_is() -> None:
    pace, now = at_60(), 51.0 + LATEST
    pace.fall_behind(101, now)
    assert pace.due(now) == 101.0


def test_the_speed_reached_is_that_of_the_last_seconds() -> None:
    pace = Pace()
    pace.mark(0, 0.0)
    for second in range(1, 11):
        reached = pace.mark(6 * second if second < 5 else 24 + 3 * (second - 4), float(second))
    assert reached == pytest.approx(30.0)
    pace.forget_marks()
    assert pace.mark(100, 11.0) == 0.0
