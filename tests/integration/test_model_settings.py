"""What a director sets for the model server is kept, its key sealed."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from backend.domain.model_settings import BadModelSettings
from backend.store.model_server.sealing import Seal
from backend.store.model_server.settings import (
    KeyOfAnother,
    ModelSetup,
    forget_model_settings,
    read_model_setup,
    save_model_settings,
)
from backend.store.postgres.database import Database

KEY = "sk-of-the-page-4321"
SERVER = {"base_url": "https://models.example/v1", "model": "big", "slots": 3}
ENVIRONMENT = {
    "TOWNLET_MODEL": "env",
    "OPENAI_BASE_URL": "https://env.example/v1",
    "OPENAI_API_KEY": "sk-env",
}


@pytest.fixture
def seal(database: Database, tmp_path: Path) -> Iterator[Seal]:
    yield Seal(tmp_path)
    forget_model_settings(database)


def key_of(setup: ModelSetup) -> str:
    assert setup.settings is not None, setup.fault
    return setup.settings.api_key.get_secret_value()


def test_what_the_page_saves_counts_before_the_environment(database: Database, seal: Seal) -> None:
    assert read_model_setup(database, seal, {}).source == "off"
    assert key_of(read_model_setup(database, seal, ENVIRONMENT)) == "sk-env"
    saved = save_model_settings(database, seal, ENVIRONMENT, SERVER, f"{KEY}\n")
    assert saved == read_model_setup(database, seal, ENVIRONMENT)
    assert (saved.source, key_of(saved)) == ("page", KEY)
    assert saved.settings is not None
    assert (saved.settings.model, saved.settings.slots) == ("big", 3)
    forget_model_settings(database)
    assert read_model_setup(database, seal, ENVIRONMENT).source == "environment"


def test_the_key_is_nowhere_in_the_database_and_its_file_is_its_owners_alone(
    database: Database, seal: Seal
) -> None:
    save_model_settings(database, seal, {}, SERVER, KEY)
    with database.begin() as connection:
        rows = connection.execute(text("SELECT t::text FROM model_settings t")).scalars().all()
    assert rows
    assert KEY not in str(rows)
    assert KEY.encode().hex() not in str(rows)
    assert stat.S_IMODE(seal.path.stat().st_mode) == 0o600
    assert KEY.encode() not in seal.path.read_bytes()


def test_the_key_is_kept_while_other_things_change_but_is_not_sent_to_another_server(
    database: Database, seal: Seal
) -> None:
    save_model_settings(database, seal, {}, SERVER, KEY)
    changed = save_model_settings(database, seal, {}, {**SERVER, "model": "bigger"}, None)
    assert key_of(changed) == KEY
    with pytest.raises(KeyOfAnother):
        save_model_settings(database, seal, {}, {**SERVER, "base_url": "https://thief.example/v1"}, None)
    assert read_model_setup(database, seal, {}) == changed
    assert key_of(save_model_settings(database, seal, {}, SERVER, "")) == ""


def test_the_environments_key_goes_to_the_environments_server_alone(database: Database, seal: Seal) -> None:
    same = {**SERVER, "base_url": ENVIRONMENT["OPENAI_BASE_URL"]}
    assert key_of(save_model_settings(database, seal, ENVIRONMENT, same, None)) == "sk-env"
    assert key_of(save_model_settings(database, seal, ENVIRONMENT, SERVER, None)) == ""


def test_what_can_not_be_used_is_not_saved(database: Database, seal: Seal) -> None:
    for wrong, key in (({**SERVER, "slots": 0}, KEY), (SERVER, "sk-two\nlines"), ({"model": ""}, KEY)):
        with pytest.raises(BadModelSettings) as refused:
            save_model_settings(database, seal, {}, wrong, key)
        assert "sk-" not in str(refused.value)
    assert read_model_setup(database, seal, {}).source == "off"


@pytest.mark.parametrize("broken", ["gone", "another", "rubbish"])
def test_without_its_key_file_the_model_is_off_and_says_what_to_do(
    database: Database, seal: Seal, tmp_path: Path, broken: str
) -> None:
    save_model_settings(database, seal, {}, SERVER, KEY)
    if broken == "gone":
        seal.path.unlink()
    elif broken == "another":
        seal.path.unlink()
        seal.close("something else")
    else:
        seal.path.write_text("rubbish")
    found = read_model_setup(database, seal, ENVIRONMENT)
    assert (found.settings, found.source) == (None, "page")
    assert "Give the server's key again" in (found.fault or "")
    assert "rubbish" not in (found.fault or "")


def test_of_many_processes_that_seal_first_all_use_one_key_file(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        sealed = list(threads.map(lambda n: Seal(tmp_path).close(f"key {n}"), range(16)))
    assert [Seal(tmp_path).open(one) for one in sealed] == [f"key {n}" for n in range(16)]
    assert [file.name for file in tmp_path.iterdir()] == ["models.key"]
