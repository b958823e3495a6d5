"""How a paper tells times, spans, lists and counts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.gazette.in_words import clock, counted, listed, span
from backend.gazette.pen import phrases


@given(st.integers(0, 24 * 60 - 1))
def test_a_time_is_told_to_within_two_minutes(minute: int) -> None:
    near = {clock(other % 1440).split(" ", 1)[1] for other in range(minute - 2, minute + 3)}
    assert clock(minute).removeprefix("just after ").removeprefix("towards ").removeprefix("at ") in {
        said.removeprefix("after ") for said in near
    }
    assert not re.search(r"\d", clock(minute))


@pytest.mark.parametrize(
    ("minute", "said"),
    [
        (0, "at midnight"),
        (12 * 60, "at noon"),
        (12 * 60 + 30, "at half past twelve"),
        (8 * 60 + 41, "at twenty to nine"),
        (17 * 60 + 17, "just after a quarter past five"),
        (23 * 60 + 45, "at a quarter to twelve"),
        (23 * 60 + 58, "towards midnight"),
    ],
)
def test_times_are_told_as_people_tell_them(minute: int, said: str) -> None:
    assert clock(minute) == said


@given(st.floats(1, 1440))
def test_a_while_is_told_in_hours_and_minutes(minutes: float) -> None:
    assert re.search(r"minutes$|hours?$|hours? and |hour$", span(minutes))


def test_lists_and_counts_are_told_as_people_tell_them() -> None:
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a"]) == "a"
    assert (counted(1, "line", "lines"), counted(13, "line", "lines")) == ("one line", "13 lines")


def test_each_phrase_has_words_and_no_two_forms_are_alike() -> None:
    for key, forms in phrases().items():
        assert forms, key
        assert len(set(forms)) == len(forms), key
