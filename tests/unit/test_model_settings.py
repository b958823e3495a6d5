"""Settings of a model server say what is wrong with them, and never show the key."""

from __future__ import annotations

import pytest

from backend.domain.calls import Call, Message
from backend.domain.model_settings import BadModelSettings, ModelSettings, model_settings

KEY = "sk-town-0123456789"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"api_key": KEY + "\nX-Evil: yes"}, "api_key holds a line break"),
        ({"api_key": KEY + "\n"}, "paste it again as one line"),
        ({"api_key": KEY + "é"}, "api_key holds a space or an unusual letter"),
        ({"base_url": "localhost:11434"}, "base_url is no address; give one such as"),
        ({"base_url": "http://town:" + KEY + "@models.test/v1"}, "base_url holds a name or password"),
        ({"base_url": "http://models.test/v1/chat/completions"}, "goes too far"),
        ({"base_url": "http://models.test/v1?key=" + KEY}, "has a query"),
        ({"base_url": "http://models.test:99999/v1"}, "base_url is no address"),
        ({"model": ""}, "model String should have at least 1 character"),
        ({"model": "a\r\nb"}, "model String should match pattern"),
        ({"slots": 0}, "slots Input should be greater than"),
        ({"money_per_day": -1}, "money_per_day Input should be greater than"),
        ({"prices": {"small": {"input": -1}}}, "prices.small.input Input should be greater"),
        ({"models": {"dream": "small"}}, "models.dream"),
        ({"colour": "red"}, "colour Extra inputs are not permitted"),
    ],
)
def test_settings_that_cannot_work_are_refused_by_name_without_showing_the_key(
    change: dict[str, object], words: str
) -> None:
    with pytest.raises(BadModelSettings) as refusal:
        model_settings({"base_url": "http://models.test/v1", "model": "small", "api_key": KEY} | change)
    assert words in str(refusal.value)
    assert KEY not in str(refusal.value) + repr(refusal.value)


def test_a_key_is_in_no_way_of_printing_the_settings() -> None:
    settings = model_settings({"model": "small", "api_key": KEY})
    shown = f"{settings} {settings!r} {settings.model_dump()} {settings.model_dump_json()}"
    assert KEY not in shown
    assert settings.api_key.get_secret_value() == KEY


def test_a_question_goes_to_the_model_named_for_it_then_to_the_cheap_one_then_to_the_strong_one() -> None:
    settings = ModelSettings(
        model="strong", cheap_model="cheap", models={"rate": "tiny"}, embedding_model="vectors"
    )
    asked = [settings.model_for(kind) for kind in ("rate", "digest", "plan_day", "embed")]
    assert asked == ["tiny", "cheap", "strong", "vectors"]


def test_cached_input_costs_its_own_price_and_a_model_without_a_price_costs_nothing_known() -> None:
    settings = model_settings({"model": "m", "prices": {"m": {"input": 2.0, "cached": 0.5, "output": 8.0}}})
    assert settings.cost("m", 1_000_000, 400_000, 250_000) == pytest.approx(0.6 * 2 + 0.4 * 0.5 + 0.25 * 8)
    assert settings.cost("another", 1_000_000) is None


def test_a_message_has_one_hash_whatever_it_says_and_a_call_the_hash_of_its_prompt_and_model() -> None:
    assert Message("user", "hi").hash == Message("user", "hi").hash != Message("system", "hi").hash
    assert Message("user", "\ud800").hash
    call = Call(
        question="q", resident="ana", kind="say", tick=1, attempt=1, model="m", prompt=(Message("user", "hi"),),
        answer="", outcome="empty",
    )  # fmt: skip
    assert call.hash != Call(**{**call.__dict__, "model": "n"}).hash
