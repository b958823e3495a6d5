"""Two people talk: who may, where they stand, and how it ends."""

from __future__ import annotations

import pytest

from backend.domain import events as e
from backend.domain.questions.say import MOST_LINES
from backend.domain.view import EARSHOT, distance
from backend.domain.wishes import Converse, Utter
from tests.unit.a_town import a_town, lines_up, on_the_way
from worker.engine import talks
from worker.engine.town import Town

WISH = Converse("ana", "ben", cause="react")


def talking() -> tuple[Town, str]:
    town = a_town("ana", "ben", "cleo")
    talks.start_talk(town, WISH)
    talk = town.state.residents["ana"].talk
    assert talk is not None
    return town, talk


def said(town: Town, talk: str, *lines: tuple[str, bool]) -> None:
    for number, (speaker, ends) in enumerate(lines):
        if town.state.residents[speaker].talk == talk:
            talks.utter(town, Utter(speaker, talk, f"Line {number}.", ends=ends))


def test_nobody_is_drawn_out_of_one_talk_into_another() -> None:
    town, _ = talking()
    assert talks.obstacle(town, Converse("cleo", "ben", cause="react")) == "one of them is in a talk already"


def test_nobody_talks_with_somebody_who_is_not_in_town() -> None:
    assert talks.obstacle(a_town("ana"), WISH) == "ben is not in town"


def test_whoever_is_spoken_to_on_its_way_stands_still_and_the_other_walks_up() -> None:
    town = on_the_way(a_town("ana", "ben"), "ben", lines_up(1, 11))
    town.open_tick(7)
    assert talks.obstacle(town, WISH) is None
    talks.start_talk(town, WISH)
    assert town.state.residents["ben"].walk is None
    approach = town.state.residents["ana"].walk
    assert approach is not None
    assert distance(approach.path[-1], town.state.residents["ben"].at) <= EARSHOT


def test_a_talk_ends_when_both_have_taken_leave() -> None:
    town, talk = talking()
    said(town, talk, ("ana", False), ("ben", True))
    assert talk in town.state.talks
    said(town, talk, ("ana", True))
    assert talk not in town.state.talks


def test_a_talk_ends_at_its_longest() -> None:
    town, talk = talking()
    said(town, talk, *[("ana" if n % 2 == 0 else "ben", False) for n in range(2 * MOST_LINES)])
    ended = [event for event in town.happened if isinstance(event, e.TalkEnded)]
    assert [event.reason for event in ended] == ["it was long enough"]
    assert sum(isinstance(event, e.Said) for event in town.happened) == MOST_LINES


@pytest.mark.parametrize("lines", [0, 1])
def test_whoever_has_talked_thinks_back_on_it_but_not_on_silence(lines: int) -> None:
    town, talk = talking()
    said(town, talk, *[("ana", False)] * lines)
    talks.end_talk(town, talk, "over")
    asked = [event.resident for event in town.happened if isinstance(event, e.Asked)]
    assert asked == ["ana", "ben"] * lines
