"""What residents believe: of what they are told by whom, and how firmly."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain.questions import (
    BeliefChange,
    BeliefView,
    DigestAnswer,
    LineView,
    MemoryView,
    PersonView,
)
from tests.small_town import ROOM
from tests.unit.a_question import a_memory, a_person, a_persona, digest_question
from tests.unit.a_town import a_town
from worker.engine import talks
from worker.engine.town import Town
from worker.minds import minds
from worker.minds.rules.convictions import best_left_alone, unreliable

BANDSTAND = "The old bandstand will be torn down on Friday."
LINES = tuple(
    LineView(speaker=speaker, text=text)
    for speaker, text in (
        ("ben", "Good morning, Ana. Have you heard? The old bandstand will be torn down on Friday."),
        ("ana", "No! What a pity."),
        ("ben", "Well, I have to go. Take care!"),
        ("ana", "Bye, Ben."),
    )
)


def told(*, key: str = "m:told", text: str = BANDSTAND) -> MemoryView:
    return a_memory(text, key, told_by="Ben Carter", news="bandstand", importance=7)


def digested(
    person: PersonView | None = None,
    heard: tuple[MemoryView, ...] = (),
    beliefs: tuple[BeliefView, ...] = (),
    lines: tuple[LineView, ...] = LINES,
) -> DigestAnswer:
    question = digest_question(a_persona(), person or a_person(), lines, heard=heard, beliefs=beliefs)
    answer = minds("rules").answer(question)
    assert isinstance(answer, DigestAnswer)
    answer.check(question)
    return answer


def confidence(answer: DigestAnswer, statement: str = BANDSTAND) -> float:
    return next(belief.confidence for belief in answer.beliefs if belief.statement == statement)


def test_what_one_is_told_one_believes_on_the_word_of_who_told_it() -> None:
    (belief,) = digested(heard=(told(),)).beliefs
    assert (belief.statement, belief.because, belief.belief) == (BANDSTAND, ("m:told",), None)
    assert 0.4 < belief.confidence < 0.9


def test_a_friend_is_believed_more_than_somebody_disliked() -> None:
    by_friend = confidence(digested(a_person(closeness=0.8), heard=(told(),)))
    by_stranger = confidence(digested(a_person(closeness=0.0), heard=(told(),)))
    by_foe = confidence(digested(a_person(closeness=-0.7), heard=(told(),)))
    assert by_friend > by_stranger > by_foe


def test_who_is_known_to_break_a_word_is_believed_less() -> None:
    for statement in (unreliable("Ben Carter"), best_left_alone("Ben Carter")):
        doubt = (BeliefView(id="belief:1", statement=statement, confidence=0.9),)
        assert confidence(digested(heard=(told(),), beliefs=doubt)) < 0.7 * confidence(
            digested(heard=(told(),))
        )


def test_what_is_told_again_is_believed_more_firmly() -> None:
    once = confidence(digested(heard=(told(),)))
    held = (BeliefView(id="belief:1", statement=BANDSTAND, confidence=once),)
    again = digested(heard=(told(key="m:again"),), beliefs=held)
    assert again.beliefs[0].belief == "belief:1"
    assert once < confidence(again) < 1.0


def test_of_many_things_told_the_three_weightiest_are_taken_to_heart() -> None:
    heard = tuple(
        a_memory(f"The pond has {n} ducks.", f"m:{n}", told_by="Ben Carter", importance=n)
        for n in range(3, 9)
    )
    assert [belief.because for belief in digested(heard=heard).beliefs] == [("m:8",), ("m:7",), ("m:6",)]


def test_what_others_say_about_oneself_is_nothing_to_believe() -> None:
    assert digested(heard=(told(text="Ana Ruiz is building a cart for the summer fair."),)).beliefs == ()


def test_a_change_of_closeness_has_its_reason() -> None:
    kind = digested().reason
    rude = digested(lines=(LineView(speaker="ben", text="That is nonsense, leave me alone."),) * 4)
    assert "Ben Carter" in kind
    assert rude.closeness_change < 0
    assert "unfriendly" in rude.reason


# -- what the engine makes of it -----------------------------------------------------------------------------


def after_a_talk(answer: DigestAnswer, town: Town) -> Town:
    """Ben has told Ana of the fair; she digests it so."""
    fair = e.Remembered(
        id="ben@0.0", resident="ben", memory="planted", text="The fair comes on Sunday.", importance=6,
        source=e.Source(by="scenario"), news="fair",
    )  # fmt: skip
    town.emit(fair)
    town.emit(e.TalkStarted(talk="t", resident="ben", participants=("ben", "ana"), arena=ROOM))
    town.emit(e.Said(speaker="ben", to=("ana",), text="The fair comes.", talk="t", tells=("ben@0.0",)))
    for event in town.cognition.hear(town.view(), "ana", "ben", ("ben@0.0",), "t"):
        town.emit(event)  # type: ignore[arg-type]
    town.open_tick(40)
    talks.end_talk(town, "t", "both took leave")
    question = next(q for q in town.asked if q.kind == "digest" and q.resident == "ana")
    assert [memory.text for memory in question.heard] == ["The fair comes on Sunday."]
    for wish in town.cognition.take(town.view(), question, answer):
        town.emit(wish)  # type: ignore[arg-type]
    return town


def test_a_belief_is_in_the_log_with_its_source_its_grounds_and_whom_it_is_about() -> None:
    change = BeliefChange(statement="The fair comes on Sunday.", confidence=0.62, because=("ana@0.0",))
    answer = DigestAnswer(
        memo="Ana and Ben talked about the fair.", importance=3, closeness_change=0.1, note="A friend.",
        reason="Ben had something to tell.", beliefs=(change,),
    )  # fmt: skip
    town = after_a_talk(answer, a_town())
    ana = town.state.residents["ana"]
    ((key, belief),) = ana.beliefs.items()
    assert key == "belief:ana@40.0"
    assert (belief.who, belief.memories, belief.about) == ("ben", ("ana@0.0",), ("ben",))
    changed = [r.event for r in town.pending if isinstance(r.event, e.RelationshipChanged)]
    assert [(c.other, c.closeness, c.reason) for c in changed] == [
        ("ben", 0.35, "Ben had something to tell.")
    ]
