"""What words alarm people, and what words do not."""

from __future__ import annotations

import pytest

from backend.domain.concern import ALARMING, UNKNOWN, concern

DANGEROUS = (
    "on fire", "leaking gas", "flooded", "smeared with blood", "about to explode", "giving off sparks",
    "full of smoke",
)  # fmt: skip
WORRYING = (
    "covered in ants", "smashed to pieces", "making a strange grinding noise", "crawling with rats",
    "glowing green", "frozen solid", "melting", "upside down", "missing", "out of order", "not working",
    "won't close", "blocked", "stinking of fish", "dripping", "covered in mud", "full of wasps",
    "shaking violently", "cracked down the middle", "whispering", "hovering above the ground",
    "turned into a pumpkin", "stolen", "overgrown with mould", "rusted through", "torn apart",
    "screaming", "stuck", "infested", "covered in a thick layer of dust", "spinning wildly",
    "lying on its side", "haunted",
)  # fmt: skip
CALMING = (
    "polished", "clean", "tidy", "repaired", "brand new", "freshly painted", "decorated with flowers",
    "warm", "shining", "no longer leaking", "covered in flowers", "smelling of fresh bread",
    "well stocked", "beautifully arranged", "working again", "not broken", "blooming", "sparkling clean",
    "set for a festive dinner", "the fire has been put out",
)  # fmt: skip
ORDINARY = (
    "idle", "on", "off", "open", "closed", "half full", "brewing coffee", "full of books", "occupied",
    "empty", "a book and a cup on it", "switched off", "full of water", "bread rising", "spinning",
    "playing music", "in use",
)  # fmt: skip
UNKNOWN_WORDS = ("frobnicated", "inscribed with runes", "wearing a hat")


@pytest.mark.parametrize("state", DANGEROUS)
def test_danger_alarms(state: str) -> None:
    assert concern(state) >= ALARMING


@pytest.mark.parametrize("state", WORRYING)
def test_trouble_concerns_people(state: str) -> None:
    assert concern(state) >= 0.5


@pytest.mark.parametrize("state", CALMING)
def test_pleasant_states_alarm_nobody(state: str) -> None:
    assert concern(state) <= 0


@pytest.mark.parametrize("state", ORDINARY)
def test_ordinary_states_alarm_nobody(state: str) -> None:
    assert concern(state) <= 0


@pytest.mark.parametrize("state", UNKNOWN_WORDS)
def test_words_that_nobody_knows_make_curious(state: str) -> None:
    assert concern(state) == UNKNOWN


@pytest.mark.parametrize(
    ("good", "bad"), [("working", "not working"), ("clean", "not clean"), ("safe", "no longer safe to use")]
)
def test_a_negation_turns_good_into_bad(good: str, bad: str) -> None:
    assert concern(good) <= 0 < UNKNOWN <= concern(bad)


def test_one_danger_outweighs_any_comfort() -> None:
    assert concern("clean, tidy, freshly painted and on fire") >= ALARMING


def test_no_words_concern_nobody() -> None:
    assert concern("") == concern("…") == 0.0


def test_capitals_and_typographic_apostrophes_make_no_difference() -> None:
    assert concern("WON’T CLOSE") == concern("won't close")
