"""How residents with the rules mind talk to each other, and what stays of it."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.domain.persona import Persona
from backend.domain.questions import DigestAnswer, LineView, MemoryView, PersonView, ReactAnswer, SayAnswer
from tests.unit.a_dialogue import Dialogue, Speaker, dialogue
from tests.unit.a_question import (
    a_job,
    a_memory,
    a_person,
    a_persona,
    digest_question,
    person_noticed,
    say_question,
)
from tests.unit.some_lives import personas
from worker.minds import minds
from worker.minds.rules.phrases import PHRASES
from worker.minds.rules.phrases.goodbyes import is_goodbye
from worker.minds.rules.telling import telling

MIND = minds("rules")

NEWS = a_memory(
    "The old bandstand will be torn down on Friday.",
    "m:news",
    memory="planted",
    news="bandstand",
    importance=7,
)
HEARSAY = a_memory("The café will close early on Thursday.", "m:said", told_by="Cleo Marsh", importance=6)
SEEN = a_memory("The stove in the workshop is leaking gas.", "m:seen", importance=8)
OWN = a_memory(
    "Ana Ruiz found a silver coin in the pond and wants to keep it.", "m:own", memory="planted", importance=6
)
VISITOR = a_memory("I will sing for you on Sunday, come all!", "m:visitor", told_by="Sam", importance=5)
ALL = (NEWS, HEARSAY, SEEN, OWN, VISITOR)

BEN = a_persona("Ben Carter", pronouns=("he", "him", "his"), job=a_job("baker"), traits=("quiet", "kind"))


def first_line(
    persona: Persona, *memories: MemoryView, other: PersonView | None = None, **changes: object
) -> SayAnswer:
    known = {"memories": memories, "untold": tuple(memory.id for memory in memories), "talk": "talk:x"}
    answer = MIND.answer(say_question(persona, other or a_person(), **(known | changes)))  # type: ignore[arg-type]
    assert isinstance(answer, SayAnswer)
    return answer


def telling_of(memory: MemoryView, persona: Persona | None = None) -> str:
    """How the persona passes the memory on, in the first of many talks in which it does so at once."""
    for seed in range(60):
        answer = first_line(persona or a_persona(), memory, seed=seed)
        if answer.tells:
            return answer.text
    raise AssertionError("the memory was never told")


@given(
    ana=personas("Ana Ruiz"), ben=personas("Ben Carter"), ana_knows=st.booleans(), ben_knows=st.booleans(),
    closeness=st.floats(-1, 1), untold=st.sets(st.sampled_from(ALL)), seed=st.integers(0, 500),
    minute=st.integers(0, 1439),
    most=st.integers(2, 14),
)  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_every_talk_ends_without_a_line_said_twice(  # type: ignore[no-untyped-def]
    ana, ben, ana_knows, ben_knows, closeness, untold, seed, minute, most
) -> None:
    memories = tuple(sorted(untold, key=lambda memory: memory.id))
    talk = dialogue(
        MIND,
        Speaker(ana, ana_knows, closeness, memories, tuple(memory.id for memory in memories)),
        Speaker(ben, ben_knows, closeness / 2),
        seed=seed, minute=minute, most_lines=most,
    )  # fmt: skip
    texts = [line.text for line in talk.lines]
    assert len(set(texts)) == len(texts)
    assert talk.ended or most <= 3
    assert 2 <= len(texts) < 12 or most == 2
    assert all(len(text) <= 500 and "{" not in text and "  " not in text for text in texts)


@given(ana=personas("Ana Ruiz"), seed=st.integers(0, 300), minute=st.integers(0, 1439))
@settings(max_examples=60, deadline=None)
def test_a_name_that_was_not_learned_is_not_said(ana: Persona, seed: int, minute: int) -> None:
    talk = dialogue(MIND, Speaker(ana, False, 0.0), Speaker(BEN, False, 0.0), seed=seed, minute=minute)
    learned = False
    for line, answer in zip(talk.lines, talk.answers, strict=True):
        if line.speaker == "ana":
            assert learned or "Ben" not in line.text
        learned = learned or (line.speaker == "ben" and answer.introduces)


def test_who_introduces_itself_says_its_name_and_hears_the_others() -> None:
    talks = [
        dialogue(MIND, Speaker(a_persona(), False), Speaker(BEN, False), seed=seed) for seed in range(30)
    ]
    for talk in talks:
        for line, answer in zip(talk.lines, talk.answers, strict=True):
            name = "Ana Ruiz" if line.speaker == "ana" else "Ben Carter"
            assert answer.introduces == (name in line.text)
    both = [talk for talk in talks if sum(answer.introduces for answer in talk.answers) == 2]
    assert len(both) >= 20


def test_talks_are_of_many_lengths() -> None:
    lively = a_persona(traits=("talkative", "cheerful"))
    talks = [
        dialogue(MIND, Speaker(first, True, closeness), Speaker(second, True, closeness), seed=seed)
        for seed in range(15)
        for first, second in ((a_persona(), BEN), (BEN, lively))
        for closeness in (-0.4, 0.1, 0.8)
    ]
    assert len({len(talk.lines) for talk in talks}) >= 6
    assert sum(len(talk.lines) >= 4 for talk in talks) >= len(talks) // 3


def test_friends_talk_longer_than_those_who_dislike_each_other() -> None:
    def lines(closeness: float) -> int:
        return sum(
            len(
                dialogue(
                    MIND, Speaker(a_persona(), True, closeness), Speaker(BEN, True, closeness), seed=seed
                ).lines
            )
            for seed in range(20)
        )

    assert lines(0.9) > lines(0.0) > lines(-0.9)


def test_the_same_talk_goes_the_same_way() -> None:
    def talk() -> Dialogue:
        return dialogue(MIND, Speaker(a_persona(), True, 0.5, ALL, ("m:news",)), Speaker(BEN))

    assert talk() == talk()


def test_news_are_told_once_and_only_as_a_given_memory() -> None:
    for seed in range(30):
        talk = dialogue(MIND, Speaker(a_persona(), True, 0.5, (NEWS,), ("m:news",)), Speaker(BEN), seed=seed)
        for line, answer in zip(talk.lines, talk.answers, strict=True):
            assert ("bandstand will be torn down" in line.text) == (answer.tells == ("m:news",))
        assert sum(bool(answer.tells) for answer in talk.answers) <= 1


def test_what_is_no_news_to_tell_is_not_told() -> None:
    for seed in range(30):
        talk = dialogue(MIND, Speaker(a_persona(), True, 0.5, (NEWS, HEARSAY), ()), Speaker(BEN), seed=seed)
        assert not any(answer.tells or "bandstand" in answer.text for answer in talk.answers)


def test_hearsay_names_its_source() -> None:
    text = telling_of(HEARSAY)
    assert "Cleo Marsh" in text
    assert "café will close early on Thursday" in text


def test_what_was_seen_is_told_as_seen() -> None:
    assert re.search(r"(saw|noticed).*stove in the workshop was leaking gas", telling_of(SEEN))


def test_a_memory_about_oneself_is_told_in_the_first_person() -> None:
    text = telling_of(OWN)
    assert re.search(r"\bI found a silver coin in the pond and want to keep it", text)
    assert "Ana" not in text


def test_a_visitors_words_are_quoted() -> None:
    assert "“I will sing for you on Sunday, come all!”" in telling_of(VISITOR)


def test_nobody_is_told_what_it_said_itself() -> None:
    for seed in range(20):
        answer = first_line(a_persona(), HEARSAY, seed=seed, other=a_person("Cleo Marsh", id="cleo"))
        assert answer.tells == ()


def test_who_knows_already_says_so() -> None:
    lines = (LineView(speaker="ben", text="Have you heard? The old bandstand will be torn down on Friday."),)
    known = first_line(a_persona(traits=()), NEWS, lines=lines, untold=())
    unknown = first_line(a_persona(traits=()), lines=lines)
    assert known.cites == ("m:news",)
    assert known.text != unknown.text


def test_who_hears_news_for_the_first_time_does_not_claim_to_know() -> None:
    lines = (LineView(speaker="ben", text="Have you heard? The old bandstand will be torn down on Friday."),)
    just_told = NEWS.model_copy(
        update={"id": "m:told", "told_by": "Ben Carter", "tick": 3599, "memory": "observation"}
    )
    answer = first_line(a_persona(traits=()), just_told, lines=lines, untold=())
    assert "m:told" not in answer.cites


def test_a_question_is_returned_once_and_not_for_ever() -> None:
    lively = a_persona("Cleo Marsh", traits=("kind", "cheerful", "talkative"))
    for seed in range(40):
        talk = dialogue(MIND, Speaker(a_persona(), True, 0.8), Speaker(lively, True, 0.8), seed=seed)
        returned = [
            re.search(r"(And you|yourself|about you)\?$", line.text) is not None for line in talk.lines
        ]
        assert not any(one and other for one, other in pairwise(returned))


def test_family_is_not_asked_what_one_knows() -> None:
    sister = a_person(note="Ben is Ana's brother.", closeness=0.8)
    for seed in range(60):
        lines = (
            LineView(speaker="ana", text="Good morning, Ben."),
            LineView(speaker="ben", text="Good morning, Ana."),
        )
        text = first_line(a_persona(), other=sister, lines=lines, seed=seed).text
        assert "at home?" not in text
        assert "free time?" not in text


def test_only_those_with_a_job_are_asked_about_it() -> None:
    def asked_about_work(**other: object) -> bool:
        lines = (
            LineView(speaker="ana", text="Good morning, Ben."),
            LineView(speaker="ben", text="Good morning, Ana. How is work?"),
        )
        said = [
            question
            for seed in range(60)
            for shown in (lines, (lines[0], LineView(speaker="ben", text="Good morning, Ana.")))
            for question in re.findall(
                r"[^.!?]*\?",
                first_line(a_persona(), other=a_person(**other), lines=shown, seed=seed).text,  # type: ignore[arg-type]
            )
        ]
        return any(re.search(r"\bwork\b|[Aa]nd you|about you|yourself", question) for question in said)

    assert asked_about_work(job="baker")
    assert not asked_about_work(job=None)
    assert not asked_about_work(job=None, knows_me=False)


def test_an_abrasive_person_sounds_unlike_a_kind_one() -> None:
    def lines(*traits: str) -> set[str]:
        persona = a_persona(traits=traits)
        return {first_line(persona, seed=seed).text for seed in range(20)}

    assert not lines("abrasive", "grumpy") & lines("kind", "cheerful")


def test_a_goodbye_is_returned() -> None:
    lines = (LineView(speaker="ben", text="Good morning, Ana. I must be going. Bye!"),)
    answer = first_line(a_persona(), lines=lines)
    assert answer.ends
    assert is_goodbye(answer.text)


def test_a_question_of_any_mind_gets_an_answer() -> None:
    lines = (
        LineView(speaker="ana", text="Good morning, Ben."),
        LineView(speaker="ben", text="Good morning! Tell me, what work do you do?"),
    )
    answers = [first_line(a_persona(), lines=lines, seed=seed).text for seed in range(10)]
    assert any("mechanic" in text or "repairing" in text for text in answers)


@pytest.mark.parametrize("act", sorted(PHRASES))
def test_goodbyes_and_nothing_else_are_taken_for_goodbyes(act: str) -> None:
    ends = act.startswith(("bye", "passing"))
    assert [phrase for phrase in PHRASES[act] if is_goodbye(phrase) != ends] == []


def test_there_is_much_to_say() -> None:
    assert sum(map(len, PHRASES.values())) >= 200


# -- beginning to talk ------------------------------------------------------------------------------------------------


def talks_begun(person: object, persona: Persona | None = None, **changes: object) -> int:
    """In how many of 200 encounters the resident starts a talk."""
    begun = 0
    for seed in range(200):
        answer = MIND.answer(person_noticed(person, persona, seed=seed, **changes))  # type: ignore[arg-type]
        assert isinstance(answer, ReactAnswer)
        begun += answer.option == "talk"
    return begun


def test_the_talkative_talk_more_than_the_shy() -> None:
    assert talks_begun(a_person(), a_persona(traits=("talkative",))) > talks_begun(
        a_person(), a_persona(traits=("shy",))
    )


def test_who_has_something_to_tell_talks_more() -> None:
    assert talks_begun(a_person(), untold=("m:person",)) > talks_begun(a_person())


def test_who_talked_a_moment_ago_goes_on() -> None:
    assert talks_begun(a_person(minutes_since_talk=5)) <= 10


def test_nobody_talks_asleep_or_to_sleepers() -> None:
    assert talks_begun(a_person(activity="sleeping")) == 0
    assert talks_begun(a_person(), activity="sleeping in the bedroom of Plum Cottage") == 0


# -- what stays -------------------------------------------------------------------------------------------------------


def digested(*texts: str, **person: object) -> DigestAnswer:
    lines = tuple(LineView(speaker=("ana", "ben")[turn % 2], text=text) for turn, text in enumerate(texts))
    answer = MIND.answer(digest_question(a_persona(), a_person(**person), lines))  # type: ignore[arg-type]
    assert isinstance(answer, DigestAnswer)
    return answer


def test_a_memo_says_with_whom_and_about_what() -> None:
    memo = digested(
        "Hello, Ben. I have heard that the old bandstand will be torn down on Friday.",
        "Really? How is your work?",
    ).memo
    assert memo.startswith("Ana Ruiz and Ben Carter talked about the old bandstand and work.")


def test_a_memo_of_a_stranger_has_its_looks_for_a_name() -> None:
    assert "the man with the red beard" in digested("Hello there.", "Good morning.", name=None).memo


def test_kind_words_bring_people_closer_than_unkind_ones() -> None:
    kind = digested("Hello, Ben.", "How lovely to see you! I'm so glad. Take care!")
    unkind = digested("Hello, Ben.", "You again. Nonsense, I don't believe a word of it.")
    assert kind.closeness_change > 0 > unkind.closeness_change


def test_alarming_news_make_a_talk_more_important() -> None:
    plain = digested("Hello, Ben.", "Good morning, Ana.")
    alarming = digested("Hello, Ben.", "I saw that the stove was leaking gas.")
    assert 2 <= plain.importance < alarming.importance <= 7


@given(ana=personas("Ana Ruiz"), seed=st.integers(0, 200), closeness=st.floats(-1, 1))
@settings(max_examples=60, deadline=None)
def test_every_talk_can_be_digested(ana: Persona, seed: int, closeness: float) -> None:
    talk = dialogue(MIND, Speaker(ana, True, closeness, ALL, ("m:news", "m:seen")), Speaker(BEN), seed=seed)
    answer = MIND.answer(
        digest_question(BEN, a_person("Ana Ruiz", id="ana", closeness=closeness), tuple(talk.lines))
    )
    assert isinstance(answer, DigestAnswer)
    assert 2 <= answer.importance <= 7
    assert "Ana Ruiz" in answer.memo


def test_a_sight_passed_on_from_mouth_to_mouth_is_told_as_past() -> None:
    fire = a_memory("The stove in the workshop is on fire.", "m:fire", told_by="Cleo Marsh", importance=9)
    plan = a_memory("The café is closing on Friday.", "m:plan", told_by="Cleo Marsh", importance=9)
    assert telling(fire, a_persona()).fields["fact"] == "the stove in the workshop was on fire"
    assert telling(plan, a_persona()).fields["fact"] == "the café is closing on Friday"
