"""How a model server is set up: keys that nobody sees, models by question, prices."""

from __future__ import annotations

import pytest

from backend.domain.calls import Message
from backend.domain.model_settings import KeyUnusable, ModelSettings, Price, Secret, read_key

KEY = "sk-a-key-of-somebody-1234"


def settings(**more: object) -> ModelSettings:
    return ModelSettings(base_url="http://127.0.0.1:1/v1", api_key=Secret(KEY), model="big", **more)  # type: ignore[arg-type]


def test_a_key_is_shown_by_nothing_that_is_printed() -> None:
    for shown in (repr(Secret(KEY)), str(Secret(KEY)), f"{settings()}", repr({"key": Secret(KEY)})):
        assert KEY not in shown
        assert "sk-a-key" not in shown
    assert Secret(KEY).reveal() == KEY


def test_a_short_key_is_not_given_away_by_its_ending() -> None:
    assert Secret(KEY).ending == "1234"
    assert Secret("sk-1234").ending == ""
    assert "1234" not in repr(Secret("sk-1234"))


def test_a_key_is_taken_without_the_line_end_it_was_copied_with() -> None:
    assert read_key(f" {KEY}\n") == Secret(KEY)


@pytest.mark.parametrize("text", ["sk-a\nb", "sk a", "sk-\u200bzero-width", "clé-sécrète", "a" * 5000])
def test_a_key_that_no_header_takes_is_refused_without_being_named(text: str) -> None:
    with pytest.raises(KeyUnusable) as refused:
        read_key(text)
    assert text.split()[0] not in str(refused.value)


def test_a_question_goes_to_the_model_that_is_named_for_it() -> None:
    named = settings(cheap_model="small", models={"say": "chatty"}, embedding_model="vectors")
    assert named.model_for("plan_day") == "big"
    assert named.model_for("rate") == "small"
    assert named.model_for("say") == "chatty"
    assert named.model_for("embed") == "vectors"
    assert settings().model_for("rate") == "big"


def test_a_call_costs_what_its_tokens_cost_and_cached_ones_cost_less() -> None:
    priced = settings(prices={"big": Price(input=2.0, cached=0.5, output=8.0)})
    assert priced.cost_of("big", 1_000_000, 400_000, 100_000) == pytest.approx(0.6 * 2 + 0.4 * 0.5 + 0.8)
    assert priced.cost_of("another", 10, 0, 10) is None


def test_messages_are_told_apart_by_role_and_text() -> None:
    one = Message("system", "You are Ana.")
    assert one.hash == Message("system", "You are Ana.").hash
    assert len({one.hash, Message("user", "You are Ana.").hash, Message("system", "You are Ben.").hash}) == 3
