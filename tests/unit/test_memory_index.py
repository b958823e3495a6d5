"""The index of a town's memories: what it keeps, and that the log makes it again."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.domain.events import AnyEvent, Asked, Rated, Recorded, Remembered, Source, TalkEnded
from backend.domain.memory.embedding import NgramEmbedder
from backend.domain.memory.index import MemoryIndex, MemoryTwice, UnfitVector, UnknownMemory
from backend.domain.memory.space import BLOCK
from backend.domain.memory.vectors import encode

EMBEDDER = NgramEmbedder()


def an_index() -> MemoryIndex:
    return MemoryIndex(EMBEDDER.name, EMBEDDER.size)


def a_memory(
    memory: str, resident: str = "ana", text: str = "Ben bakes bread", importance: int = 2
) -> Remembered:
    return Remembered(
        id=memory,
        resident=resident,
        memory="observation",
        text=text,
        importance=importance,
        source=Source(by="perception"),
        vector=encode(EMBEDDER.embed(text)),
        embedder=EMBEDDER.name,
    )


def asked(resident: str, *memories: str) -> Asked:
    return Asked(key="q", question="react", resident=resident, memories=memories)


def a_log(*events: tuple[int, AnyEvent]) -> list[Recorded]:
    return [Recorded(seq, tick, 0, event) for seq, (tick, event) in enumerate(events, start=1)]


def learned(log: list[Recorded]) -> MemoryIndex:
    index = an_index()
    for recorded in log:
        index.learn(recorded)
    return index


def test_a_new_memory_counts_as_accessed_when_it_was_formed() -> None:
    index = learned(a_log((70, a_memory("m1", importance=3))))
    memory = index.get("m1")
    assert (memory.tick, memory.accessed, memory.importance) == (70, 70, 3)
    assert memory.text == "Ben bakes bread"


def test_what_a_question_puts_before_a_mind_is_accessed_anew() -> None:
    index = learned(a_log((70, a_memory("m1")), (71, a_memory("m2")), (500, asked("ana", "m1"))))
    assert [memory.accessed for memory in index.of("ana")] == [500, 71]


def test_a_minds_rating_takes_the_place_of_the_built_in_one() -> None:
    rated = Rated(resident="ana", ratings={"m2": 9}, upto=80)
    index = learned(a_log((70, a_memory("m1")), (71, a_memory("m2")), (80, rated)))
    assert [memory.importance for memory in index.of("ana")] == [2, 9]


def test_events_that_are_not_about_memory_change_nothing() -> None:
    log = a_log((70, a_memory("m1")))
    assert learned([*log, Recorded(2, 71, 0, TalkEnded(talk="t", reason="done"))]) == learned(log)


def test_residents_have_streams_of_their_own() -> None:
    index = learned(a_log((1, a_memory("m1", "ana")), (1, a_memory("m2", "ben")), (2, a_memory("m3", "ana"))))
    assert [memory.id for memory in index.of("ana")] == ["m1", "m3"]
    assert [memory.id for memory in index.of("ben")] == ["m2"]
    assert len(index.of("nobody")) == 0
    assert len(index) == 3


def test_the_last_memories_can_be_read_as_of_any_sequence() -> None:
    stream = learned(a_log(*((tick, a_memory(f"m{tick}")) for tick in range(5)))).of("ana")
    assert [memory.id for memory in stream[-2:]] == ["m3", "m4"]
    assert stream[-1].id == "m4"
    with pytest.raises(IndexError):
        stream[5]


def test_a_long_life_fills_many_blocks_and_loses_nothing() -> None:
    texts = [f"sight number {number}" for number in range(BLOCK + 5)]
    index = an_index()
    for tick, text in enumerate(texts):
        index.add(a_memory(f"m{tick}", text=text), tick)
    stream = index.of("ana")
    assert [memory.text for memory in stream] == texts
    query = EMBEDDER.embed("which sight was number 2049?")
    exact = [int(query.astype(np.int64) @ EMBEDDER.embed(text).astype(np.int64)) for text in texts]
    assert stream.dots(query).tolist() == exact


def test_the_same_memory_is_never_added_twice() -> None:
    index = learned(a_log((1, a_memory("m1"))))
    with pytest.raises(MemoryTwice, match="start from an empty index"):
        index.add(a_memory("m1"), 2)
    assert len(index) == 1


def test_nobody_can_access_or_rate_the_memory_of_another() -> None:
    log = a_log((1, a_memory("m1", "ana")), (1, a_memory("m2", "ben")))
    index = learned(log)
    with pytest.raises(UnknownMemory, match="ana has no memory 'm2'"):
        index.access("ana", ["m1", "m2"], 9)
    with pytest.raises(UnknownMemory):
        index.rate("ana", {"m1": 9, "m2": 9})
    with pytest.raises(UnknownMemory, match="nobody has"):
        index.get("m3")
    assert index == learned(log)


def test_a_vector_of_another_embedder_is_not_compared() -> None:
    index = an_index()
    index.add(a_memory("m1").model_copy(update={"embedder": "other/1"}), 1)
    assert not index.of("ana").space.complete
    assert index.of("ana").vector(0) is None


@pytest.mark.parametrize("size", [255, 257])
def test_a_vector_of_another_size_is_refused_and_its_memory_not_added(size: int) -> None:
    index = an_index()
    wrong = a_memory("m1").model_copy(update={"vector": encode(np.ones(size, dtype=np.int8))})
    with pytest.raises(UnfitVector, match="embed its text again"):
        index.add(wrong, 1)
    assert "m1" not in index
    assert len(index.of("ana")) == 0


def test_a_vector_too_long_for_exact_products_is_refused() -> None:
    index = MemoryIndex("big/1", 2000)
    long = np.full(2000, 127, dtype=np.int8)
    with pytest.raises(UnfitVector, match="not be exact"):
        index.add(a_memory("m1").model_copy(update={"vector": encode(long), "embedder": "big/1"}), 1)


RESIDENTS = ("ana", "ben", "cem")
TEXTS = ("Ben bakes bread", "a party at the cafe", "the stove is burning", "Cem reads a book", "")


@settings(max_examples=60)
@given(st.data())
def test_the_log_makes_the_same_index_again(data: st.DataObject) -> None:
    living = an_index()
    events: list[tuple[int, AnyEvent]] = []
    owned: dict[str, list[str]] = {resident: [] for resident in RESIDENTS}
    tick = 0
    for number in range(data.draw(st.integers(0, 40))):
        tick += data.draw(st.integers(0, 500))
        resident = data.draw(st.sampled_from(RESIDENTS))
        what = data.draw(st.sampled_from(("remember", "remember", "ask", "rate")))
        if what == "remember" or not owned[resident]:
            text, rating = data.draw(st.sampled_from(TEXTS)), data.draw(st.integers(1, 10))
            formed = a_memory(f"m{number}", resident, text, rating)
            living.add(formed, tick)
            owned[resident].append(formed.id)
            events.append((tick, formed))
            continue
        some = data.draw(st.lists(st.sampled_from(owned[resident]), unique=True))
        if what == "ask":
            living.access(resident, some, tick)
            events.append((tick, asked(resident, *some)))
        else:
            ratings = {memory: data.draw(st.integers(1, 10)) for memory in some}
            living.rate(resident, ratings)
            events.append((tick, Rated(resident=resident, ratings=ratings, upto=tick)))
    rebuilt = learned(a_log(*events))
    assert rebuilt == living
    assert [list(rebuilt.of(resident)) for resident in RESIDENTS] == [
        list(living.of(resident)) for resident in RESIDENTS
    ]


def test_an_index_with_another_past_is_not_equal() -> None:
    log = a_log((1, a_memory("m1")), (2, a_memory("m2")))
    same = learned(log)
    assert learned([*log, *a_log((3, asked("ana", "m1")))]) != same
    assert learned([*log, *a_log((3, Rated(resident="ana", ratings={"m1": 7}, upto=3)))]) != same
    assert learned(log[:1]) != same
