"""What somebody from outside says is remembered with the name that they gave."""

from __future__ import annotations

from functools import cache

from backend.domain import events as e
from backend.domain.inputs import Speak
from tests.a_life import Life, brook_lane, live

VERA = "visitor:vera"
MORNING = 1300
WORDS = "There is a concert at the bandstand tonight."


@cache
def day() -> Life:
    spoken = Speak(visitor=VERA, name="Vera", to="marta", text=WORDS)
    again = Speak(visitor=VERA, name="Vera Lind", to="marta", text="I am called Vera Lind, by the way.")
    return live(brook_lane(), seed=7, ticks=6000, inputs=[(MORNING, spoken), (MORNING + 60, again)])


def test_a_resident_learns_the_name_that_a_visitor_gives_and_learns_it_anew() -> None:
    learned = [event.name for _, event in day().all(e.NameLearned) if event.other == VERA]
    assert learned == ["Vera", "Vera Lind"]


def test_whoever_passes_a_visitors_words_on_knows_whose_they_were() -> None:
    told_by = {
        memory.told_by
        for question in day().questions.values()
        if question.resident == "marta" and question.tick > MORNING + 60
        for memory in question.memories
        if memory.text == WORDS
    }
    assert told_by == {"Vera Lind"}


def test_whoever_heard_it_from_a_neighbour_knows_the_neighbour_alone() -> None:
    heard = [
        event for _, event in day().all(e.Remembered) if event.text == WORDS and event.resident != "marta"
    ]
    assert heard
    assert all(event.source.who in brook_lane().personas for event in heard)
