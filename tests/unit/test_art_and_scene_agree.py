"""What the page asks of the art by name is drawn, and nothing is drawn that the page never asks for."""

from __future__ import annotations

import re
from pathlib import Path

from frontend.art.furniture.shows import OF_ANYTHING, SHOWS
from frontend.art.people.figure import ARMS, FOOT, HEIGHT, lying, standing
from frontend.art.people.items import ITEMS, frames
from frontend.art.people.looks import visitor

SCENE = Path(__file__).parents[2] / "frontend" / "src" / "scene"


def test_all_that_people_hold_or_carry_is_drawn_seen_from_the_front_and_the_side() -> None:
    deeds = (SCENE / "deeds.ts").read_text()
    held = set(re.findall(r"deed\('\w*', '\w*', '(\w+)'", deeds)) | set(
        re.findall(r": '(carried_\w+|can)'", deeds)
    )
    drawn = frames()
    assert held == set(ITEMS)
    for item in held:
        assert {f"it_{item}_{direction}_0" for direction in ("down", "left", "right")} <= set(drawn)


def test_what_is_held_lies_within_reach_of_the_hands() -> None:
    for name, drawing in frames().items():
        top = FOOT * HEIGHT - drawing.anchor_y * drawing.canvas.height
        assert -0.01 <= top <= HEIGHT - drawing.canvas.height + 0.01, name


def test_every_show_has_a_rule_and_every_rule_a_drawing() -> None:
    rules = set(re.findall(r"show: '(\w+)'", (SCENE / "shows.ts").read_text()))
    assert rules == {name for known in SHOWS.values() for name in known} | set(OF_ANYTHING)


def test_arms_that_reach_or_rise_are_seen_and_who_is_awake_in_bed_has_open_eyes() -> None:
    person = visitor(1)
    for direction in ("down", "up", "left"):
        poses = {standing(person, direction, arms).pixels.tobytes() for arms in ARMS}
        assert len(poses) == len(ARMS)
    assert lying(person).pixels.tobytes() != lying(person, asleep=False).pixels.tobytes()
