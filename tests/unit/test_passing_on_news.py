"""To whom a resident with the rules mind passes on what it knows, and when it keeps it."""

from __future__ import annotations

from typing import Any

from backend.domain.calendar import TICKS_PER_DAY
from backend.domain.persona import Persona
from backend.domain.questions import LineView, MemoryView, PersonView, SayAnswer
from tests.unit.a_question import a_memory, a_person, a_persona, say_question
from worker.minds import minds
from worker.minds.rules.inclined import is_private, readiness
from worker.minds.rules.phrases.goodbyes import is_goodbye

HOSTESS = a_persona(
    currently="She is planning a dance at the mill on Saturday and invites everybody she meets."
)
CANDIDATE = a_persona(currently="She is standing for the council and tells people about it.")
DANCE = "Ana Ruiz gives a dance at the mill on Saturday, and everybody is welcome."
COUNCIL = "Ana Ruiz is standing for the council in May."


def news(text: str, **changes: Any) -> MemoryView:
    return a_memory(text, **({"news": "news", "memory": "planted", "importance": 8} | changes))


def ready(persona: Persona, memory: MemoryView, other: PersonView | None = None, tick: int = 200) -> float:
    return readiness(persona, other or a_person(), memory, tick)


def heard(text: str, by: str, **changes: Any) -> MemoryView:
    return news(text, memory="observation", told_by=by, **changes)


def test_who_invites_everybody_tells_more_than_who_tells_people_and_both_more_than_hearsay() -> None:
    ben = a_persona("Ben Carter")
    hearsay = ready(ben, heard(COUNCIL, "Ana Ruiz"), a_person("Cleo Marsh"))
    assert ready(HOSTESS, news(DANCE)) > ready(CANDIDATE, news(COUNCIL)) > hearsay > 0


def test_hearsay_at_second_hand_is_told_less() -> None:
    ben = a_persona("Ben Carter")
    assert ready(ben, heard(DANCE, "Ana Ruiz")) > ready(ben, heard(DANCE, "Cleo Marsh"))


def test_friends_hear_more_than_acquaintances_and_those_more_than_strangers() -> None:
    friend, known, stranger = (
        ready(CANDIDATE, news(COUNCIL), a_person(name, closeness=closeness))
        for name, closeness in (("Ben Carter", 0.8), ("Ben Carter", 0.1), (None, 0.0))
    )
    assert friend > known > stranger


def test_whom_it_touches_tells_it_on() -> None:
    keen = a_persona("Ben Carter", currently="He follows all that goes on in the council.")
    assert ready(keen, heard(COUNCIL, "Ana Ruiz")) > ready(
        a_persona("Ben Carter"), heard(COUNCIL, "Ana Ruiz")
    )


def test_news_wears_off_with_each_telling_and_with_age() -> None:
    ben = a_persona("Ben Carter")
    fresh = heard(COUNCIL, "Ana Ruiz")
    assert ready(ben, fresh) > ready(ben, fresh.model_copy(update={"told": 4}))
    assert ready(ben, fresh) > ready(ben, fresh, tick=100 + 2 * TICKS_PER_DAY)


def test_a_danger_seen_with_ones_own_eyes_is_told_to_everybody() -> None:
    fire = a_memory("The stove in the workshop is on fire.", importance=9)
    assert ready(a_persona("Ben Carter"), fire, a_person(None, closeness=-0.3)) >= 0.9


def test_secrets_and_matters_of_the_heart_are_no_stories() -> None:
    for text in (
        "Ana Ruiz has a crush on a colleague and has not told him.",
        "Ana has rehearsed one sentence forty times and said it to nobody.",
        "Ana's thumb has hurt since February, and she has told nobody.",
    ):
        secret = a_memory(text, memory="planted")
        assert is_private(secret)
        assert ready(a_persona(), secret, a_person(closeness=0.9)) == 0


def test_whoever_asks_is_told_what_it_would_not_have_heard_unasked() -> None:
    lines = (
        LineView(speaker="ben", text="Good morning, Ana. Have you heard who will stand for the council?"),
    )
    known = heard("Cleo Marsh is standing for the council in May.", "Dora Hill", told=9)

    def told(*said: LineView) -> int:
        answers = [
            minds("rules").answer(
                say_question(a_persona(), a_person(), said, memories=(known,), untold=(known.id,), seed=seed)
            )
            for seed in range(60)
        ]
        return sum(isinstance(answer, SayAnswer) and bool(answer.tells) for answer in answers)

    assert told(*lines) > 20 > 5 > told(LineView(speaker="ben", text="Good morning, Ana."))


def test_who_does_not_know_says_so_when_asked() -> None:
    lines = (
        LineView(speaker="ben", text="Good morning, Ana. Have you heard who will stand for the council?"),
    )
    for seed in range(20):
        answer = minds("rules").answer(say_question(a_persona(), a_person(), lines, seed=seed))
        assert isinstance(answer, SayAnswer)
        assert "council" not in answer.text
        assert not answer.tells


def test_what_was_lived_through_together_is_remembered_together() -> None:
    shared = a_memory(
        "Ana and Ben once served soup in the square when the power failed.", memory="planted", importance=6
    )
    told = [
        answer.text
        for seed in range(60)
        if isinstance(
            answer := minds("rules").answer(
                say_question(
                    a_persona(), a_person(closeness=0.8), memories=(shared,), untold=(shared.id,), seed=seed
                )
            ),
            SayAnswer,
        )
        and answer.tells
    ]
    assert told
    assert all("we once served soup in the square" in text.lower() for text in told)
    assert not any("Ana and Ben" in text or is_goodbye(text) for text in told)
