"""The model server as the environment, or the file .env, sets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.domain.model_settings import BadModelSettings
from backend.store.environment.dot_env import read_dot_env
from backend.store.environment.model_environment import settings_in
from backend.store.environment.settings import Settings, with_models_of
from backend.store.model_server.settings import setup_of

KEY = "sk-somebodys-key-9876"


def test_a_key_alone_turns_no_model_on() -> None:
    assert settings_in({"OPENAI_API_KEY": KEY}) is None
    assert setup_of({"OPENAI_API_KEY": KEY}).source == "off"


def test_everything_can_be_set_by_the_environment() -> None:
    found = settings_in(
        {
            "OPENAI_BASE_URL": "http://127.0.0.1:11434/v1/",
            "OPENAI_API_KEY": f"{KEY}\n",
            "TOWNLET_MODEL": "big",
            "TOWNLET_MODEL_CHEAP": "small",
            "TOWNLET_MODEL_SAY": "chatty",
            "TOWNLET_EMBEDDING_MODEL": "vectors",
            "TOWNLET_MODEL_SLOTS": "4",
            "TOWNLET_MODEL_TIMEOUT": "12.5",
            "TOWNLET_MODEL_CALLS_PER_MINUTE": "60",
            "TOWNLET_MODEL_TOKENS_PER_DAY": "1000000",
            "TOWNLET_MODEL_MONEY_PER_DAY": "2.50",
            "TOWNLET_MODEL_PRICES": '{"big": {"input": 2, "output": 8}}',
        }
    )
    assert found is not None
    assert found.base_url == "http://127.0.0.1:11434/v1"
    assert found.api_key.get_secret_value() == KEY, "without the line end it was copied with"
    kinds = ("plan_day", "rate", "say", "embed")
    assert [found.model_for(kind) for kind in kinds] == ["big", "small", "chatty", "vectors"]
    assert (found.slots, found.timeout_s, found.calls_per_minute) == (4, 12.5, 60)
    assert (found.tokens_per_day, found.money_per_day) == (1_000_000, 2.5)
    assert found.cost("big", 1_000_000, 0, 500_000) == 6.0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TOWNLET_MODEL_SLOTS", "many"),
        ("TOWNLET_MODEL_MONEY_PER_DAY", "-1"),
        ("TOWNLET_MODEL_PRICES", "{"),
        ("TOWNLET_MODEL_SLOT", "3"),
        ("OPENAI_BASE_URL", "ftp://somewhere"),
        ("OPENAI_API_KEY", "sk-a\nsk-b"),
    ],
)
def test_what_means_nothing_is_refused_by_its_name_and_the_key_is_not_told(name: str, value: str) -> None:
    environment = {"TOWNLET_MODEL": "big", "OPENAI_API_KEY": KEY, name: value}
    with pytest.raises(BadModelSettings, match=name) as refused:
        settings_in(environment)
    assert "sk-" not in str(refused.value)
    told = setup_of(environment)
    assert told.settings is None
    assert told.fault == str(refused.value)


def test_the_file_is_read_as_shells_and_containers_write_it(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text(
        "# the model\n\nexport TOWNLET_MODEL='big one'\nOPENAI_API_KEY = \"sk-#1\" # mine\n"
        "OPENAI_BASE_URL=http://localhost:1/v1 # local\nnonsense\nEMPTY=\n",
        encoding="utf-8-sig",
    )
    assert read_dot_env(file) == {
        "TOWNLET_MODEL": "big one",
        "OPENAI_API_KEY": "sk-#1",
        "OPENAI_BASE_URL": "http://localhost:1/v1",
        "EMPTY": "",
    }
    assert with_models_of(file, {"TOWNLET_MODEL": "small", "HOST": "here"}) == {
        "TOWNLET_MODEL": "small",
        "HOST": "here",
        "OPENAI_API_KEY": "sk-#1",
        "OPENAI_BASE_URL": "http://localhost:1/v1",
    }
    assert read_dot_env(tmp_path / "none") == {}
    file.write_bytes(b"\xff\xfe\x00")
    assert read_dot_env(file) == {}


def test_the_settings_of_a_process_print_no_key(tmp_path: Path) -> None:
    told = Settings(
        database_url="", redis_url="", minds="inline", home=tmp_path, models={"OPENAI_API_KEY": KEY}
    )
    assert KEY not in repr(told)
