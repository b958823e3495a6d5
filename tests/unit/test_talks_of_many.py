"""More than two talk: who may join, whose turn it is, and how somebody goes without ending it for the others."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from backend.domain import events as e
from backend.domain.questions import Digest, Say
from backend.domain.wishes import MOST_TALKERS, Converse, Join, Utter
from tests.unit.a_town import a_town
from worker.engine import talks
from worker.engine.town import Town

PEOPLE = ("ana", "ben", "cleo", "dora", "eve")


def talking(*joined: str) -> tuple[Town, str]:
    """Ana and Ben talk; the others have joined them."""
    town = a_town(*PEOPLE)
    talks.start_talk(town, Converse("ana", "ben", cause="react"))
    talk = town.state.residents["ana"].talk
    assert talk is not None
    for one in joined:
        assert talks.obstacle_to_joining(town, Join(one, talk, "react")) is None
        talks.join(town, Join(one, talk, "react"))
    return town, talk


def say(town: Town, talk: str, speaker: str, *, ends: bool = False) -> None:
    number = len(town.state.talks[talk].lines)
    talks.utter(town, Utter(speaker, talk, f"Line {number}.", ends=ends))


def test_they_speak_in_turn_and_each_line_is_for_all_others() -> None:
    town, talk = talking("cleo")
    for speaker in ("ana", "ben", "cleo", "ana"):
        assert town.state.talks[talk].turn == speaker
        say(town, talk, speaker)
    lines = [event for event in town.happened if isinstance(event, e.Said)]
    assert [set(line.to) for line in lines[:3]] == [{"ben", "cleo"}, {"ana", "cleo"}, {"ana", "ben"}]


def test_each_is_asked_alone_and_knows_who_else_takes_part() -> None:
    town, talk = talking("cleo")
    say(town, talk, "ana")
    say(town, talk, "ben")
    question = town.cognition.speak(town.view(), "cleo", talk).question
    assert isinstance(question, Say)
    assert question.other.id == "ben"
    assert [person.id for person in question.others] == ["ana"]
    assert question.most_lines > 12


def test_no_more_than_a_few_take_part() -> None:
    town, talk = talking("cleo", "dora")
    assert len(town.state.talks[talk].participants) == MOST_TALKERS
    refusal = talks.obstacle_to_joining(town, Join("eve", talk, "react"))
    assert refusal == "enough take part in the talk"


def test_who_takes_leave_of_three_goes_and_two_talk_on() -> None:
    town, talk = talking("cleo")
    say(town, talk, "ana")
    say(town, talk, "ben", ends=True)
    assert town.state.residents["ben"].talk is None
    assert town.state.talks[talk].participants == ("ana", "cleo")
    digests = [q for q in town.asked if isinstance(q, Digest)]
    assert [(q.resident, q.other.id, [p.id for p in q.others]) for q in digests] == [("ben", "ana", ["cleo"])]
    say(town, talk, "cleo")
    assert talk in town.state.talks, "the goodbye of one who went ends it for nobody else"
    say(town, talk, "ana", ends=True)
    say(town, talk, "cleo", ends=True)
    assert talk not in town.state.talks


def test_who_is_called_away_leaves_the_talk_of_three_and_ends_that_of_two() -> None:
    town, talk = talking("cleo")
    say(town, talk, "ana")
    talks.leave(town, "ana", "something came up")
    assert town.state.talks[talk].participants == ("ben", "cleo")
    talks.leave(town, "ben", "something came up")
    assert talk not in town.state.talks
    assert all(resident.talk is None for resident in town.state.residents.values())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(("join", "say", "bye", "leave")), st.sampled_from(PEOPLE))))
def test_whatever_they_do_talks_and_residents_agree_on_who_talks_with_whom(
    deeds: Sequence[tuple[str, str]],
) -> None:
    town, talk = talking()
    for deed, who in deeds:
        running = town.state.talks.get(talk)
        if deed == "join" and talks.obstacle_to_joining(town, Join(who, talk, "react")) is None:
            talks.join(town, Join(who, talk, "react"))
        elif deed in ("say", "bye") and running is not None:
            say(town, talk, running.turn, ends=deed == "bye")
        elif deed == "leave":
            talks.leave(town, who, "something came up")
        running = town.state.talks.get(talk)
        present = () if running is None else running.participants
        assert {one for one, them in town.state.residents.items() if them.talk == talk} == set(present)
        assert len(present) in (0, 2, 3, 4)
        assert len(set(present)) == len(present)
        if running is not None:
            assert running.turn in present
