"""Who asks whom to what, and who says yes: with the built-in mind, from the question alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.domain.persona import Persona
from backend.domain.questions import (
    BodyView,
    CommitmentView,
    LineView,
    OfferView,
    PersonView,
    SayAnswer,
)
from tests.unit.a_question import CAFE, PARK, a_memory, a_person, a_persona, say_question
from tests.unit.some_lives import personas
from worker.minds import minds
from worker.minds.rules.convictions import to_tell_others
from worker.minds.rules.phrases.invitations import INVITATIONS
from worker.minds.rules.promises import asks

MIND = minds("rules")

NEWS = a_memory(
    "Ana Ruiz gives a garden party at the park on Tuesday, and everybody is welcome.",
    "m:party",
    memory="planted",
    news="party",
    importance=8,
)
RESOLVED = (to_tell_others(NEWS.text),)
"""The goals of a host that has made up its mind to let people know."""
HELLO = (LineView(speaker="ben", text="Hello, Ana."),)
ASKED = (
    LineView(
        speaker="ben", text="Will you come to the garden party, today from 17:00 to 19:00, at the park?"
    ),
)


def an_offer(key: str = "occasion:party", conflicts: tuple[str, ...] = (), **changes: Any) -> OfferView:
    known: dict[str, Any] = {
        "id": key, "what": "the garden party", "arena": PARK, "place": "at the park", "day": 0, "start": 1020,
        "end": 1140, "when": "today from 17:00 to 19:00", "conflicts": conflicts,
    }  # fmt: skip
    return OfferView(**(known | changes))


def an_entry(key: str = "occasion:party", host: str = "you", **changes: Any) -> CommitmentView:
    known: dict[str, Any] = {
        "id": key, "what": "the garden party", "arena": PARK, "place": "at the park", "day": 0, "start": 1020,
        "end": 1140, "when": "today from 17:00 to 19:00", "status": "accepted", "host": host,
    }  # fmt: skip
    return CommitmentView(**(known | changes))


def said(
    persona: Persona, other: PersonView, lines: tuple[LineView, ...] = ASKED, **changes: Any
) -> SayAnswer:
    question = say_question(persona, other, lines, **changes)
    answer = MIND.answer(question)
    assert isinstance(answer, SayAnswer)
    answer.check(question)
    return answer


def share(of: Callable[[int], bool], seeds: int = 200) -> float:
    return sum(of(seed) for seed in range(seeds)) / seeds


# -- answering ---------------------------------------------------------------------------------------------------------


@given(
    persona=personas(),
    closeness=st.floats(-1, 1),
    conflicts=st.lists(st.sampled_from(["job", "asleep", "closed", "commitment:zoe@1.0"]), unique=True),
    seed=st.integers(0, 10**6),
    mood=st.integers(0, 100),
    name=st.sampled_from(["Ben Carter", None]),
)
@settings(max_examples=300, deadline=None)
def test_every_invitation_is_answered_once_with_yes_or_a_ground_that_was_given(
    persona: Persona, closeness: float, conflicts: list[str], seed: int, mood: int, name: str | None
) -> None:
    other = a_person(name, closeness=round(closeness, 2))
    calendar = (an_entry("commitment:zoe@1.0", "Zoe Park", what="a walk"),)
    answer = said(
        persona, other, offers=(an_offer(conflicts=tuple(conflicts)),), calendar=calendar, seed=seed,
        body=BodyView(mood=mood),
    )  # fmt: skip
    assert len(answer.accepts) + len(answer.declines) == 1
    assert "None" not in answer.text
    assert "{" not in answer.text
    if conflicts:
        assert answer.declines[0].ground in conflicts, "what truly stands against it comes first"
    for refusal in answer.declines:
        assert refusal.reason
        assert "None" not in refusal.reason


@pytest.mark.parametrize(
    ("conflict", "reason", "words"),
    [
        ("job", "has to work at that hour", "work"),
        ("asleep", "is in bed at that hour", "bed|sleep"),
        ("commitment:zoe@1.0", "has said yes to a walk then", "a walk"),
    ],
)
def test_whoever_can_not_come_says_why(conflict: str, reason: str, words: str) -> None:
    calendar = (an_entry("commitment:zoe@1.0", "Zoe Park", what="a walk"),)
    answer = said(a_persona(), a_person(), offers=(an_offer(conflicts=(conflict,)),), calendar=calendar)
    assert (answer.declines[0].reason, answer.declines[0].ground) == (reason, conflict)
    assert any(word in answer.text for word in words.split("|")), answer.text


def test_about_six_in_ten_who_are_free_say_yes_to_an_acquaintance() -> None:
    ana = a_persona(traits=("practical",))
    yes = share(lambda seed: bool(said(ana, a_person(), offers=(an_offer(),), seed=seed).accepts))
    assert 0.5 <= yes <= 0.75


def test_friends_and_the_outgoing_say_yes_more_often_than_strangers_and_the_shy() -> None:
    def willing(closeness: float, *traits: str) -> float:
        ana, ben = a_persona(traits=traits), a_person(closeness=closeness)
        return share(lambda seed: bool(said(ana, ben, offers=(an_offer(),), seed=seed).accepts))

    assert willing(0.8, "practical") > willing(0.0, "practical")
    assert willing(0.2, "outgoing") > willing(0.2, "shy")


def test_nobody_goes_with_somebody_whom_it_can_not_stand_and_says_it_is_because_of_them() -> None:
    ben = a_person(closeness=-0.6)
    answers = [said(a_persona(), ben, offers=(an_offer(),), seed=seed) for seed in range(30)]
    assert {refusal.ground for answer in answers for refusal in answer.declines} == {"ben"}
    assert not any(answer.accepts for answer in answers)


def test_what_was_promised_elsewhere_is_not_given_away_where_it_may_be_unheard_of() -> None:
    """An occasion is news; whoever declines for its sake does not name it."""
    calendar = (an_entry("occasion:lights", "Zoe Park", what="the lights on the pond"),)
    offer = an_offer("commitment:ben@5.0", conflicts=("occasion:lights",), what="a walk")
    for seed in range(20):
        answer = said(a_persona(), a_person(), offers=(offer,), calendar=calendar, seed=seed)
        assert "lights" not in answer.text
        assert answer.declines[0].ground == "occasion:lights"


def test_an_answer_that_was_owed_names_what_it_is_about() -> None:
    answer = said(a_persona(), a_person(), HELLO, offers=(an_offer(),))
    assert "the garden party" in answer.text


def test_whoever_is_asked_in_leaving_still_answers() -> None:
    leaving = (
        LineView(speaker="ben", text="Will you come to the garden party? I must be going. Goodbye, Ana."),
    )
    answer = said(a_persona(), a_person(), leaving, offers=(an_offer(),))
    assert answer.ends
    assert answer.accepts or answer.declines


# -- asking ------------------------------------------------------------------------------------------------------------


def asking(
    closeness: float, seed: int, host: str = "you", *, untold: bool = True, **changes: Any
) -> SayAnswer:
    known: dict[str, Any] = {
        "may_offer": (an_offer(memory="m:party"),), "calendar": (an_entry(host=host),), "memories": (NEWS,),
        "untold": ("m:party",) if untold else (),
    }  # fmt: skip
    return said(a_persona(), a_person(closeness=closeness), HELLO, seed=seed, **(known | changes))


def test_a_host_that_means_to_let_people_know_asks_most_of_those_it_talks_with_and_tells_them_of_it() -> None:
    answers = [asking(0.2, seed, goals=RESOLVED) for seed in range(100)]
    inviting = [answer for answer in answers if answer.invites == "occasion:party"]
    assert len(inviting) >= 50
    assert sum(asking(0.2, seed).invites is not None for seed in range(100)) < len(inviting) / 2
    assert all(answer.tells == ("m:party",) and asks(answer.text) for answer in inviting)


def test_nobody_is_told_again_what_it_knows_when_it_is_asked() -> None:
    for seed in range(40):
        answer = asking(0.2, seed, untold=False)
        if answer.invites:
            assert answer.tells == ()
            assert "the garden party" in answer.text


def test_guests_take_along_only_whom_they_like() -> None:
    assert not any(asking(0.1, seed, "Zoe Park").invites for seed in range(60))
    assert any(asking(0.9, seed, "Zoe Park").invites for seed in range(60))


def test_a_host_is_slow_to_ask_somebody_it_does_not_like() -> None:
    def often(closeness: float) -> float:
        return share(lambda seed: bool(asking(closeness, seed, goals=RESOLVED).invites), 100)

    assert often(-0.8) < often(0.2)


def test_a_meeting_is_proposed_with_the_hour_at_which_it_begins() -> None:
    meeting = an_offer("commitment:ana@5", what="a coffee", arena=CAFE, place="at the café")
    lines = [
        said(a_persona(), a_person(closeness=0.9), HELLO, may_offer=(meeting,), seed=seed).text
        for seed in range(80)
    ]
    proposals = [line for line in lines if "a coffee" in line.lower()]
    assert proposals
    assert all("today at 17:00" in line and "19:00" not in line for line in proposals)


def test_a_yes_is_taken_otherwise_than_a_no() -> None:
    lines = (HELLO[0], LineView(speaker="ana", text="Will you come?"), LineView(speaker="ben", text="Hm."))
    calendar = (an_entry(with_=("Ben Carter",)),)
    glad = said(a_persona(), a_person(), lines, calendar=calendar).text
    sorry = said(a_persona(), a_person(), lines, calendar=(an_entry(),)).text
    assert any(phrase in glad for phrase in INVITATIONS["glad_to_come"])
    assert any(phrase in sorry for phrase in INVITATIONS["a_pity"])


@pytest.mark.parametrize("act", sorted(act for act in INVITATIONS if act.startswith(("invite", "propose"))))
def test_whoever_is_asked_hears_that_it_is_asked(act: str) -> None:
    assert [phrase for phrase in INVITATIONS[act] if not asks(phrase)] == []


@pytest.mark.parametrize("act", sorted(act for act in INVITATIONS if act.startswith(("accept", "decline"))))
def test_an_answer_is_no_question_in_return(act: str) -> None:
    assert [phrase for phrase in INVITATIONS[act] if "?" in phrase or asks(phrase)] == []
