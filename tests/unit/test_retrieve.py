"""What comes to a resident's mind."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.domain.calendar import TICKS_PER_HOUR
from backend.domain.events import Asked, MemoryKind, Recorded, Remembered, Source
from backend.domain.memory.embedding import NgramEmbedder
from backend.domain.memory.index import MemoryIndex
from backend.domain.memory.retrieve import NoBound, Scored, Weights, recencies, relevances, retrieve
from backend.domain.memory.vectors import Vector, encode

EMBEDDER = NgramEmbedder()


class Town:
    """Builds an index a line at a time; all memories are Ana's unless said."""

    def __init__(self, embedder: str = EMBEDDER.name, size: int = EMBEDDER.size) -> None:
        self.index = MemoryIndex(embedder, size)

    def remembers(
        self,
        memory: str,
        text: str = "nothing much",
        *,
        at: int = 0,
        importance: int = 1,
        kind: MemoryKind = "observation",
        resident: str = "ana",
        vector: Vector | None = None,
    ) -> Town:
        made = EMBEDDER.embed(text) if vector is None else vector
        event = Remembered(
            id=memory,
            resident=resident,
            memory=kind,
            text=text,
            importance=importance,
            source=Source(by="perception"),
            vector=encode(made),
            embedder=self.index.embedder,
        )
        self.index.add(event, at)
        return self

    def thinks_of(
        self,
        about: str,
        *,
        at: int,
        limit: int | None = 10,
        tokens: int | None = None,
        weights: Weights | None = None,
    ) -> list[Scored]:
        query = EMBEDDER.embed(about)
        return retrieve(
            self.index, "ana", query, at, limit=limit, tokens=tokens, weights=weights or Weights()
        )


def ids(found: Sequence[Scored]) -> list[str]:
    return [scored.memory for scored in found]


def test_recency_is_the_right_way_up() -> None:
    town = Town().remembers("old", at=0).remembers("new", at=TICKS_PER_HOUR)
    newest, oldest = town.thinks_of("anything", at=2 * TICKS_PER_HOUR)
    assert (newest.memory, newest.recency) == ("new", 1.0)
    assert (oldest.memory, oldest.recency) == ("old", 0.0)


def test_recency_loses_half_a_percent_an_hour_from_one() -> None:
    ages = np.array([0, TICKS_PER_HOUR // 2, TICKS_PER_HOUR, 24 * TICKS_PER_HOUR, 5_000 * TICKS_PER_HOUR])
    values = recencies(10**7 - ages, 10**7)
    assert values == pytest.approx([0.995 ** (age / TICKS_PER_HOUR) for age in ages], rel=1e-12)
    assert values[0] == 1.0


def test_a_memory_put_before_the_mind_is_recent_again() -> None:
    town = Town().remembers("first", at=0).remembers("second", at=TICKS_PER_HOUR)
    later = 5 * TICKS_PER_HOUR
    assert ids(town.thinks_of("anything", at=later)) == ["second", "first"]
    asked = Asked(key="q", question="say", resident="ana", memories=("first",))
    town.index.learn(Recorded(1, 4 * TICKS_PER_HOUR, 0, asked))
    assert ids(town.thinks_of("anything", at=later)) == ["first", "second"]


def test_thinking_of_a_memory_does_not_itself_renew_it() -> None:
    town = Town().remembers("m1", at=0).remembers("m2", at=1)
    assert town.thinks_of("anything", at=900) == town.thinks_of("anything", at=900)
    assert town.index.get("m1").accessed == 0


def test_conversations_are_retrieved() -> None:
    town = Town().remembers("talk", "Isabella told me of her party at the cafe", kind="conversation")
    for number in range(20):
        town.remembers(f"sight-{number:02}", "Klaus is reading a book")
    assert town.thinks_of("What party is there?", at=10, limit=1)[0].memory == "talk"


@pytest.mark.parametrize("kind", ["observation", "conversation", "plan", "reflection", "planted"])
def test_every_kind_of_memory_is_a_candidate(kind: MemoryKind) -> None:
    town = Town().remembers("wanted", "the lost cat", kind=kind, importance=5).remembers("other", "bread")
    assert ids(town.thinks_of("where is the cat?", at=0, limit=1)) == ["wanted"]


def test_equal_memories_score_nothing_and_come_newest_first_then_by_id() -> None:
    town = Town().remembers("b").remembers("c").remembers("a")
    found = town.thinks_of("anything", at=50)
    assert found == [Scored(memory, 0.0, 0.0, 0.0, 0.0) for memory in ("a", "b", "c")]
    town.index.access("ana", ["a", "b", "c"], 40)
    town.remembers("later", at=40)
    assert ids(town.thinks_of("anything", at=50)) == ["later", "a", "b", "c"]


def test_one_memory_alone_is_found() -> None:
    assert Town().remembers("only").thinks_of("x", at=9) == [Scored("only", 0.0, 0.0, 0.0, 0.0)]


def test_somebody_without_memories_thinks_of_nothing() -> None:
    assert Town().thinks_of("anything", at=0) == []


def test_nobody_thinks_of_what_another_remembers() -> None:
    town = (
        Town().remembers("hers", "bread").remembers("his", "the secret party", resident="ben", importance=10)
    )
    assert ids(town.thinks_of("the secret party", at=0)) == ["hers"]


def test_the_more_important_and_the_more_relevant_come_first() -> None:
    town = Town().remembers("dull", "bread").remembers("weighty", "bread", importance=9)
    assert ids(town.thinks_of("bread", at=0)) == ["weighty", "dull"]
    town = Town().remembers("bread", "Ben bakes bread").remembers("cat", "Tom looks for the cat")
    assert ids(town.thinks_of("the cat", at=0)) == ["cat", "bread"]


def test_a_town_may_weigh_the_three_parts_otherwise() -> None:
    town = Town().remembers("weighty", "bread", importance=9).remembers("near", "the cat", importance=1)
    assert ids(town.thinks_of("the cat", at=0, weights=Weights(importance=2.0))) == ["weighty", "near"]
    assert ids(town.thinks_of("the cat", at=0, weights=Weights(relevance=2.0))) == ["near", "weighty"]


def test_with_several_things_in_mind_each_finds_its_memory() -> None:
    town = (
        Town()
        .remembers("cat", "the lost cat")
        .remembers("fire", "the stove burns")
        .remembers("rain", "it rains")
    )
    queries = [EMBEDDER.embed("has anybody seen the cat?"), EMBEDDER.embed("is the stove on?")]
    assert set(ids(retrieve(town.index, "ana", queries, 0, limit=2))) == {"cat", "fire"}


def test_with_nothing_in_mind_the_other_two_parts_decide() -> None:
    town = Town().remembers("dull").remembers("weighty", importance=9)
    assert ids(town.thinks_of("", at=0)) == ["weighty", "dull"]
    assert ids(retrieve(town.index, "ana", [], 0, limit=1)) == ["weighty"]


def test_a_memory_whose_vector_has_not_come_counts_as_of_mean_relevance() -> None:
    town = Town().remembers("cat", "the lost cat").remembers("bread", "Ben bakes bread")
    late = Remembered(
        id="late",
        resident="ana",
        memory="observation",
        text="?",
        importance=1,
        source=Source(by="perception"),
    )
    town.index.add(late, 0)
    relevance = {scored.memory: scored.relevance for scored in town.thinks_of("the cat", at=0)}
    assert relevance == {"cat": 1.0, "bread": 0.0, "late": pytest.approx(0.5)}


def test_a_budget_is_filled_with_the_best_that_fit() -> None:
    town = Town()
    for number, importance in enumerate((9, 7, 5, 3)):
        town.remembers(f"m{number}", "x" * 40, importance=importance)
    assert ids(town.thinks_of("", at=0, limit=None, tokens=30)) == ["m0", "m1", "m2"]
    assert ids(town.thinks_of("", at=0, limit=None, tokens=29)) == ["m0", "m1"]
    assert ids(town.thinks_of("", at=0, limit=1, tokens=30)) == ["m0"]
    assert town.thinks_of("", at=0, limit=None, tokens=9) == []


def test_a_memory_longer_than_the_whole_budget_does_not_shut_out_the_rest() -> None:
    town = Town().remembers("flood", "x" * 5000, importance=10).remembers("cat", "the lost cat")
    assert ids(town.thinks_of("", at=0, limit=None, tokens=100)) == ["cat"]


def test_retrieval_without_any_bound_is_refused() -> None:
    with pytest.raises(NoBound, match="a limit in memories, a budget in tokens"):
        Town().thinks_of("anything", at=0, limit=None)


# -- against a plain, slow version ---------------------------------------------------------------------------

SIZE = 4


def plainly(town: Town, query: Sequence[int], tick: int, weights: Weights) -> list[tuple[str, float]]:
    """The formula of the design, a memory at a time."""
    memories = list(town.index.of("ana"))
    recency, importance, relevance = [], [], []
    for row, memory in enumerate(memories):
        vector = town.index.of("ana").vector(row)
        assert vector is not None
        values = [int(value) for value in vector]
        lengths = sum(v * v for v in values) ** 0.5 * sum(q * q for q in query) ** 0.5
        dot = sum(v * q for v, q in zip(values, query, strict=True))
        recency.append(0.995 ** ((tick - memory.accessed) / TICKS_PER_HOUR))
        importance.append(float(memory.importance))
        relevance.append(dot / lengths if lengths else 0.0)

    def between_0_and_1(values: list[float]) -> list[float]:
        least, most = min(values), max(values)
        return [(value - least) / (most - least) if most > least else 0.0 for value in values]

    parts = zip(*(between_0_and_1(part) for part in (recency, importance, relevance)), strict=True)
    scores = [
        round(weights.recency * a + weights.importance * b + weights.relevance * c, 6) for a, b, c in parts
    ]
    order = sorted((-score, -memory.tick, memory.id) for score, memory in zip(scores, memories, strict=True))
    return [(memory, -score) for score, _, memory in order]


small = st.integers(-2, 2)
vectors = st.lists(small, min_size=SIZE, max_size=SIZE)
lives = st.lists(
    st.tuples(st.integers(0, 3), st.integers(1, 10), vectors, st.integers(0, 2000), st.integers(1, 60)),
    min_size=1,
    max_size=80,
)
weight = st.sampled_from((0.0, 0.5, 1.0, 2.0))


@settings(max_examples=200)
@given(
    life=lives,
    query=vectors,
    limit=st.integers(1, 90),
    tokens=st.none() | st.integers(1, 200),
    weights=st.builds(Weights, weight, weight, weight),
)
def test_retrieval_is_the_plain_formula(
    life: list[tuple[int, int, list[int], int, int]],
    query: list[int],
    limit: int,
    tokens: int | None,
    weights: Weights,
) -> None:
    town = Town("small/1", SIZE)
    for number, (at, importance, vector, accessed, long) in enumerate(life):
        # Ids run against time, so that neither order can stand in for the other.
        memory = f"m{999 - number}"
        made = np.array(vector, dtype=np.int8)
        town.remembers(memory, "x" * long, at=at * TICKS_PER_HOUR, importance=importance, vector=made)
        if accessed % 2:
            town.index.access("ana", [memory], accessed)
    tick = 2500
    expected = plainly(town, query, tick, weights)
    if tokens is not None:
        fitting: list[tuple[str, float]] = []
        left = tokens
        for memory, score in expected:
            cost = -(-len(town.index.get(memory).text) // 4)
            if cost > tokens:
                continue
            if cost > left:
                break
            left -= cost
            fitting.append((memory, score))
        expected = fitting
    found = retrieve(
        town.index, "ana", np.array(query, dtype=np.int8), tick, limit=limit, tokens=tokens, weights=weights
    )
    assert [(scored.memory, scored.score) for scored in found] == expected[:limit]


def test_a_thousand_equal_memories_are_cut_off_in_the_right_place() -> None:
    town = Town()
    for number in range(1000):
        town.remembers(f"m{number:04}", at=0)
    town.remembers("best", importance=10, at=0)
    expected = ["best", *(f"m{number:04}" for number in range(99))]
    assert ids(town.thinks_of("", at=5, limit=100)) == expected
    assert ids(town.thinks_of("", at=5, limit=None, tokens=300)) == expected


# -- two spaces ----------------------------------------------------------------------------------------------


def plain_cosines(rows: Sequence[Sequence[int] | None], query: Sequence[int]) -> list[float]:
    """Of each row to the query; the mean of all where a row's vector has not come."""
    found: list[float | None] = []
    for row in rows:
        if row is None:
            found.append(None)
            continue
        lengths = sum(v * v for v in row) ** 0.5 * sum(q * q for q in query) ** 0.5
        found.append(sum(v * q for v, q in zip(row, query, strict=True)) / lengths if lengths else 0.0)
    known = [value for value in found if value is not None]
    mean = sum(known) / len(known) if known else 0.0
    return [mean if value is None else value for value in found]


def plainly_scaled(values: Sequence[float]) -> list[float]:
    least, most = min(values), max(values)
    return [(value - least) / (most - least) if most > least else 0.0 for value in values]


@settings(max_examples=150)
@given(
    life=st.lists(st.tuples(vectors, st.none() | vectors), min_size=1, max_size=40),
    query=vectors,
    of_model=vectors,
    both=st.booleans(),
)
def test_each_query_is_compared_in_its_own_space_alone(
    life: list[tuple[list[int], list[int] | None]], query: list[int], of_model: list[int], both: bool
) -> None:
    town = Town("small/1", SIZE)
    for number, (vector, _) in enumerate(life):
        town.remembers(f"m{number}", vector=np.array(vector, dtype=np.int8))
    stream = town.index.of("ana")
    for number, (_, vector) in enumerate(life):
        if vector is not None:
            stream.place_of_model(number, np.array(vector, dtype=np.int8))
    expected = plain_cosines([row for _, row in life], of_model)
    if stream.model is None:
        expected = plain_cosines([row for row, _ in life], query) if both else [0.0] * len(life)
    elif both:
        built_in = plainly_scaled(plain_cosines([row for row, _ in life], query))
        expected = [max(pair) for pair in zip(built_in, plainly_scaled(expected), strict=True)]
    found = relevances(
        stream, [np.array(query, dtype=np.int8)] if both else [], [np.array(of_model, dtype=np.int8)]
    )
    assert found.tolist() == pytest.approx(expected, abs=1e-9)
