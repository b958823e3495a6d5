"""A town with an embedding model: its vectors come in batches, and those of two embedders are never mixed."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from backend.domain import events as e
from backend.domain.events import Recorded
from backend.domain.memory.vectors import encode, quantise
from backend.domain.questions import Embed, EmbedAnswer
from backend.domain.state import initial_state
from tests.small_town import a_scenario
from worker.cognition.cognition import Cognition
from worker.cognition.embedding_model import EMBED_AFTER
from worker.engine.town import Town
from worker.engine.wakes import wakes_of
from worker.minds import minds

MODEL = "small/1"
THEMES = ("bread", "rain", "music")


def a_town(model: str | None = MODEL) -> Town:
    scenario = a_scenario("ana", "ben")
    return Town(scenario, 7, initial_state(scenario), Cognition(scenario, embedder=model))


def vector_of(text: str) -> str:
    """What the model makes of a text: which theme it is of."""
    return encode(quantise([1.0 if theme in text else 0.1 for theme in THEMES]))


def embedded(question: Embed, texts: Iterable[str] | None = None) -> EmbedAnswer:
    """The model's answer; with `texts`, only of these."""
    wanted = {memory.id: memory.text for memory in question.memories} | {
        text: text for text in question.texts
    }
    vectors = {key: vector_of(text) for key, text in wanted.items() if texts is None or text in set(texts)}
    return EmbedAnswer(embedder=question.embedder, vectors=vectors)


def remember(town: Town, *texts: str, resident: str = "ana") -> None:
    for text in texts:
        number = len(town.cognition.recall.index.of(resident))  # type: ignore[attr-defined]
        town.emit(
            e.Remembered(
                id=f"{resident}@{town.tick}.{number}", resident=resident, memory="observation", text=text,
                importance=3, source=e.Source(by="perception"),
            )
        )  # fmt: skip


def asked(town: Town, resident: str = "ana") -> Embed:
    question = town.cognition.embed(town.view(), resident).question
    assert isinstance(question, Embed)
    return question


def take(town: Town, question: Embed, answer: EmbedAnswer) -> None:
    for event in town.cognition.take(town.view(), question, answer):
        town.emit(event)  # type: ignore[arg-type]


def recalled(town: Town, about: str) -> list[str]:
    found = town.cognition.recall.recall(town.view(), "ana", [about], "react")  # type: ignore[attr-defined]
    return [memory.text for memory in found]


SIGHTS = tuple(f"{theme} number {number}" for number in range(3) for theme in THEMES)


def wants(town: Town) -> bool:
    return any(wake.what == "embed" for wake in wakes_of(town, "ana"))


def test_a_town_without_a_model_never_asks_for_vectors() -> None:
    town = a_town(None)
    remember(town, *SIGHTS)
    assert not wants(town)


def test_vectors_are_asked_for_in_batches() -> None:
    town = a_town()
    remember(town, *SIGHTS[: EMBED_AFTER - 1])
    assert not wants(town)
    remember(town, *SIGHTS[EMBED_AFTER - 1 :])
    assert wants(town)
    question = asked(town)
    assert [memory.text for memory in question.memories] == list(SIGHTS)
    assert (question.mind, question.embedder) == ("model", MODEL)
    assert town.state.residents["ana"].relationships.keys() == {"ben"}
    assert "Ben Lane" in question.texts
    town.ask(town.cognition.embed(town.view(), "ana"))
    assert not wants(town)


def test_what_is_embedded_is_not_thereby_recalled() -> None:
    town = a_town()
    remember(town, *SIGHTS)
    town.ask(town.cognition.embed(town.view(), "ana"))
    assert town.state.accesses == {}


def test_each_text_is_asked_for_once() -> None:
    town = a_town()
    remember(town, *SIGHTS)
    question = asked(town)
    take(town, question, embedded(question))
    remember(town, *SIGHTS)
    assert not wants(town)
    remember(town, *(f"{text} again" for text in SIGHTS))
    assert not set(asked(town).texts) & set(question.texts)
    assert [memory.text for memory in asked(town).memories] == [f"{text} again" for text in SIGHTS]


def test_a_text_whose_vector_has_come_is_looked_for_in_the_models_space() -> None:
    town = a_town()
    remember(town, *SIGHTS)
    question = asked(town)
    take(town, question, embedded(question))
    # To the built-in embedder these are next to the same; to the model only the theme counts.
    assert set(recalled(town, "rain number 1")[:3]) == {f"rain number {number}" for number in range(3)}


def test_a_text_without_a_vector_is_looked_for_in_the_built_in_space() -> None:
    with_model, without = a_town(), a_town(None)
    for town in (with_model, without):
        _note(town, *SIGHTS)
    question = asked(with_model)
    take(with_model, question, embedded(question))
    assert recalled(with_model, "number 1 of them all") == recalled(without, "number 1 of them all")


def _note(town: Town, *texts: str) -> None:
    """Remembers with the built-in vectors, as residents do."""
    notebook = town.cognition.recall.notebook(town.view(), "ana")  # type: ignore[attr-defined]
    for text in texts:
        town.emit(notebook.note(text, "observation", e.Source(by="perception")))


def test_a_vector_that_did_not_come_counts_as_the_mean_and_is_not_asked_for_again() -> None:
    town = a_town()
    remember(town, *SIGHTS)
    question = asked(town)
    take(town, question, embedded(question, SIGHTS[:-1]))
    assert town.cognition.recall.index.waiting("ana") == []  # type: ignore[attr-defined]
    assert SIGHTS[-1] in recalled(town, "rain number 1")
    assert not wants(town)


def test_the_built_in_mind_stands_in_with_nothing_and_the_town_goes_on() -> None:
    town = a_town()
    remember(town, *SIGHTS)
    question = asked(town)
    answer = minds("rules").answer(question)
    assert isinstance(answer, EmbedAnswer)
    take(town, question, answer)
    assert not wants(town)
    assert recalled(town, "rain number 1")


def test_vectors_that_fit_no_other_are_as_none() -> None:
    town = a_town()
    remember(town, *SIGHTS)
    question = asked(town)
    odd = embedded(question).vectors | {
        question.memories[1].id: encode(quantise([1.0, 2.0])),
        question.memories[2].id: "no base64 at all",
        question.memories[3].id: encode(np.full(3, 127, dtype=np.int8).repeat(2000)),
    }
    take(town, question, EmbedAnswer(embedder=MODEL, vectors=odd))
    (written,) = [r.event for r in town.pending if isinstance(r.event, e.Embedded)]
    empty = [key for key, vector in written.vectors.items() if not vector]
    assert empty == [memory.id for memory in question.memories[1:4]]


def lived(town: Town) -> list[Recorded]:
    return [r for r in town.pending if isinstance(r.event, e.Remembered | e.Embedded)]


def test_with_another_model_everything_is_asked_for_anew_and_nothing_is_mixed() -> None:
    town = a_town()
    remember(town, *SIGHTS)
    question = asked(town)
    take(town, question, embedded(question))
    other = a_town("large/2")
    other.cognition.restore(lived(town), {}, {})
    anew = asked(other)
    assert anew.embedder == "large/2"
    assert [memory.text for memory in anew.memories] == list(SIGHTS)
    assert other.cognition.recall.index.of("ana").model is None  # type: ignore[attr-defined]


def test_a_restarted_engine_has_the_same_vectors_and_waits_for_the_same() -> None:
    town = a_town()
    remember(town, *SIGHTS)
    question = asked(town)
    take(town, question, embedded(question, SIGHTS[1:]))
    remember(town, "more bread", "rain number 1")
    again = a_town()
    again.cognition.restore(lived(town), {}, {})
    mine, theirs = (t.cognition.recall.index for t in (town, again))  # type: ignore[attr-defined]
    assert mine == theirs
    assert mine.waiting("ana") == theirs.waiting("ana")
