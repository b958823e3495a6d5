"""What comes to mind changes what is said and done; how much may come to mind is a matter of tokens."""

from __future__ import annotations

import pytest

from backend.domain import events as e
from backend.domain.memory.index import CHARACTERS_PER_TOKEN
from backend.domain.questions import QUESTION_ADAPTER, LineView, MemoryView, OfferView, Reply, ReplyAnswer
from backend.domain.spoken import Spoken
from backend.domain.wishes import Ask
from tests.unit.a_question import a_memory, a_person, a_persona, say_question
from tests.unit.a_town import a_town
from worker.cognition.recall import BUDGET
from worker.engine.town import Town
from worker.minds import minds
from worker.minds.rules import convictions as c

FAIR = "The fair has been moved to the meadow behind the mill."
ASKED = "Do you know where the fair is?"


def full_of_memories(town: Town, *texts: str) -> Town:
    """Ana remembers many an everyday sight, and `texts`."""
    notebook = town.cognition.recall.notebook(town.view(), "ana")  # type: ignore[attr-defined]
    seen = [f"The window at number {number} of the lane is open." for number in range(400)]
    for text in (*seen[:200], *texts, *seen[200:]):
        town.emit(notebook.note(text, "observation", e.Source(by="perception"), weight=2))
    return town


def asked(town: Town, words: str) -> Reply:
    spoken = Spoken(visitor="visitor:0123456789abcdef", name="Sam", to="ana", text=words)
    wishes = town.cognition.reply(town.view(), spoken, "answer:1", None)
    question = next(wish.question for wish in wishes if isinstance(wish, Ask))
    assert isinstance(question, Reply)
    return question


def answered(question: Reply) -> ReplyAnswer:
    answer = minds("rules").answer(question)
    assert isinstance(answer, ReplyAnswer)
    return answer


def test_one_memory_that_comes_to_mind_changes_the_answer() -> None:
    without, with_it = full_of_memories(a_town()), full_of_memories(a_town(), FAIR)
    assert FAIR in {memory.text for memory in asked(with_it, ASKED).memories}
    assert "meadow" in answered(asked(with_it, ASKED)).text
    assert "meadow" not in answered(asked(without, ASKED)).text


def test_an_answer_says_on_which_memory_it_rests() -> None:
    question = asked(full_of_memories(a_town(), FAIR), ASKED)
    cited = {memory.text for memory in question.memories if memory.id in answered(question).cites}
    assert FAIR in cited


@pytest.mark.parametrize("kind", BUDGET)
def test_what_comes_to_mind_fits_into_the_budget_of_the_question(kind: e.QuestionKind) -> None:
    town = full_of_memories(a_town(), FAIR)
    found = town.cognition.recall.recall(town.view(), "ana", ["the fair"], kind)  # type: ignore[attr-defined]
    spent = sum(-(-len(memory.text) // CHARACTERS_PER_TOKEN) for memory in found)
    assert 0.7 * BUDGET[kind] <= spent <= BUDGET[kind]


def test_what_a_question_offers_to_tell_comes_on_top() -> None:
    town = full_of_memories(a_town(), FAIR)
    view, recall = town.view(), town.cognition.recall  # type: ignore[attr-defined]
    last = recall.index.of("ana")[-1].id
    found = recall.recall(view, "ana", ["the fair"], "react")
    more = recall.recall(view, "ana", ["the fair"], "react", also=(last,))
    assert [memory.id for memory in more] == [*(memory.id for memory in found), last]


# -- what one has thought about it -------------------------------------------------------------------------


PARTY = "Ben Carter gives a dance at the pond on Saturday, and everybody is welcome."
OFFER = OfferView(
    id="occasion:dance", what="the dance", arena="town:park:meadow", place="at the pond", day=0, start=1020,
    end=1140, when="today from 17:00 to 19:00", memory="m:party",
)  # fmt: skip


def share_who_say_yes(*goals: str, beliefs: tuple[c.BeliefView, ...] = ()) -> float:
    """Of sixty residents alike."""
    heard: MemoryView = a_memory(PARTY, "m:party", news="dance", told_by="Ben Carter", importance=7)
    said_yes = 0
    for seed in range(60):
        question = say_question(
            a_persona(), a_person(), memories=(heard,), offers=(OFFER,), goals=goals, beliefs=beliefs, seed=seed,
            lines=(LineView(speaker="ben", text="Will you come to the dance?"),),
        )  # fmt: skip
        answer = minds("rules").answer(QUESTION_ADAPTER.validate_python(question.model_dump()))
        assert answer.kind == "say"
        said_yes += "occasion:dance" in answer.accepts
    return said_yes / 60


def test_who_has_made_up_its_mind_to_go_says_yes_more_often() -> None:
    assert share_who_say_yes(c.to_be_there(PARTY)) > share_who_say_yes() + 0.1


def test_who_expects_nothing_good_of_it_says_yes_less_often() -> None:
    doubt = c.BeliefView(id="b", statement=c.doubtful(PARTY), confidence=0.9)
    assert share_who_say_yes(beliefs=(doubt,)) < share_who_say_yes() - 0.1
