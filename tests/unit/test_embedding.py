"""What the built-in embedder makes of a town's sentences."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from backend.domain.memory.embedding import NgramEmbedder, stem
from backend.domain.memory.vectors import MAX_LENGTH, BrokenVector, Vector, decode, encode, quantise

EMBEDDER = NgramEmbedder()


def cosine(one: Vector, other: Vector) -> float:
    a, b = one.astype(np.float64), other.astype(np.float64)
    return float(a @ b / np.sqrt((a @ a) * (b @ b)))


def closeness(one: str, other: str, embedder: NgramEmbedder = EMBEDDER) -> float:
    return cosine(embedder.embed(one), embedder.embed(other))


@pytest.mark.parametrize(
    ("asked", "meant", "other"),
    [
        (
            "Who is coming to the party?",
            "Isabella is planning a Valentine's Day party at Hobbs Cafe",
            "Klaus is reading a book about gentrification in the library",
        ),
        (
            "Is Sam running for mayor?",
            "Tom said that Sam Moore runs for mayor in the election",
            "The stove is burning in the kitchen of the college",
        ),
        ("the lost cat", "Tom is looking for cats near the park", "Tom is painting a fence"),
    ],
)
def test_a_question_is_closer_to_what_it_is_about_than_to_anything_else(
    asked: str, meant: str, other: str
) -> None:
    assert closeness(asked, meant) > closeness(asked, other) + 0.1


def test_two_ways_of_saying_a_word_are_close() -> None:
    assert closeness("planning parties", "she planned a party") > 0.8
    assert closeness("the café", "the cafe") == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("one", "other"),
    [("parties", "party"), ("planning", "plans"), ("invited", "inviting"), ("libraries", "library")],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["sing", "ring", "bus", "his", "need", "tie"])
def test_short_words_are_left_alone(word: str) -> None:
    assert stem(word) == word


def test_words_that_say_little_hardly_move_a_sentence() -> None:
    assert closeness("the party is at the cafe", "party cafe") > 0.9


def test_synonyms_of_a_town_mean_the_same() -> None:
    town = NgramEmbedder((("café", "coffee shop", "Hobbs"),))
    assert closeness("she is at the coffee shop", "she is at Hobbs", town) > 0.99
    assert closeness("she is at the coffee shop", "she is at Hobbs") < 0.5


def test_other_synonyms_make_another_embedder() -> None:
    names = {
        NgramEmbedder(groups).name
        for groups in ((), (("party", "celebration"),), (("party", "celebration", "feast"),))
    }
    assert len(names) == 3
    assert NgramEmbedder((("party", "celebration"),)).name == NgramEmbedder((("party", "celebration"),)).name


def test_a_sentence_has_the_same_vector_on_every_machine() -> None:
    vector = NgramEmbedder((("party", "celebration"),)).embed("Isabella invites Klaus to the celebration.")
    assert hashlib.sha256(vector.tobytes()).hexdigest() == (
        "78d8dc9297ab8f2866f0f9e9b879d5d4cafbdcb565beff0c135617bf6df65926"
    )


@given(st.text(max_size=300))
def test_any_text_has_a_vector_of_small_integers(text: str) -> None:
    vector = EMBEDDER.embed(text)
    assert vector.shape == (EMBEDDER.size,)
    assert vector.dtype == np.int8
    assert vector.min() >= -127
    assert np.square(vector, dtype=np.float64).sum() <= MAX_LENGTH**2
    assert np.array_equal(decode(encode(vector)), vector)


def test_a_text_without_words_has_no_direction() -> None:
    assert not EMBEDDER.embed(" ... !").any()
    assert not EMBEDDER.embed("").any()


def test_what_a_visitor_pastes_is_read_only_to_its_bound() -> None:
    assert np.array_equal(EMBEDDER.embed("party " * 20_000), EMBEDDER.embed("party " * 20_001))


def test_nobody_can_change_a_vector_that_is_kept_at_hand() -> None:
    with pytest.raises(ValueError, match="read-only"):
        EMBEDDER.embed("a party")[0] = 1


@given(
    npst.arrays(
        np.float64,
        st.integers(1, 2000),
        elements=st.floats(-1e6, 1e6, allow_nan=False, allow_subnormal=False),
    )
)
def test_any_models_embedding_becomes_one_whose_dot_products_are_exact(values: np.ndarray) -> None:
    vector = quantise(values)
    assert vector.min() >= -127
    assert np.square(vector, dtype=np.float64).sum() <= MAX_LENGTH**2
    if values.any():
        assert vector.any()


def test_a_models_embedding_keeps_its_direction() -> None:
    values = np.sin(np.arange(1536, dtype=np.float64) ** 1.5)
    assert cosine(quantise(values), values) > 0.999


def test_an_embedding_that_is_not_a_number_is_refused() -> None:
    with pytest.raises(ValueError, match="finite"):
        quantise([1.0, float("nan")])


def test_a_broken_vector_is_named_as_such() -> None:
    with pytest.raises(BrokenVector, match="embed the memory's text again"):
        decode("not base64!")
