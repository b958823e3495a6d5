"""What a resident holds important before any mind has rated it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.events import MemoryKind
from worker.cognition.importance import PLAIN, importance


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("the coffee machine is on", ("cafe/machine",)),
        ("Maria Lopez is reading a book", ("maria",)),
        ("Ayesha Khan is brushing her teeth", ("ayesha",)),
        ("Eddy Lin is composing music", ("eddy",)),
        ("John Lin is filling a prescription", ()),
    ],
)
def test_a_routine_sight_is_next_to_nothing(text: str, about: tuple[str, ...]) -> None:
    assert importance(text, "observation", about=about) in (1, 2)


@pytest.mark.parametrize(
    "text", ["the stove is burning", "Klaus and Maria are getting married", "Tom's mother died"]
)
def test_what_nobody_forgets_counts_most(text: str) -> None:
    assert importance(text, "observation", about=("tom",)) >= 8


def test_a_talk_counts_more_than_the_same_in_passing() -> None:
    text = "Sam Moore is growing tomatoes"
    seen = importance(text, "observation", about=("sam",))
    heard = importance(text, "observation", about=("sam",), heard=True)
    talked = importance(text, "conversation", about=("sam",))
    assert seen < heard < talked


def test_a_talk_about_the_party_counts_more_than_one_about_tomatoes() -> None:
    party = importance("Isabella invited me to a party", "conversation")
    assert party > importance("Sam told me about his tomatoes", "conversation")


def test_a_tidy_room_is_less_of_an_event_than_a_broken_pipe() -> None:
    assert importance("the kitchen is clean and tidy", "observation") < importance(
        "the pipe is broken", "observation"
    )


@pytest.mark.parametrize(("news", "counted"), [(1, 1), (8, 8), (10, 10), (0, 1), (40, 10)])
def test_an_item_of_news_is_as_important_as_its_scenario_says(news: int, counted: int) -> None:
    assert importance("the stove is burning", "conversation", news=news) == counted


@given(st.text(max_size=200), st.sampled_from(sorted(PLAIN)), st.booleans())
def test_every_memory_counts_1_to_10(text: str, kind: MemoryKind, heard: bool) -> None:
    assert 1 <= importance(text, kind, heard=heard, about=("ana",)) <= 10
