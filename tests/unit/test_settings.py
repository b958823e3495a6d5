"""A process is told where its services are, or says what it lacks."""

from __future__ import annotations

import pytest

from backend.store.environment.settings import SettingMissing, SettingWrong, read_settings, with_psycopg

_GOOD = {"DATABASE_URL": "postgres://town@db/town", "REDIS_URL": "redis://cache:6379/0"}


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg2", "postgresql+psycopg"])
def test_every_way_to_name_a_postgres_leads_to_the_one_driver(scheme: str) -> None:
    assert with_psycopg(f"{scheme}://town@db/town") == "postgresql+psycopg://town@db/town"


def test_minds_answer_inline_unless_told_otherwise() -> None:
    assert read_settings(_GOOD).minds == "inline"
    assert read_settings({**_GOOD, "TOWNLET_MINDS": "queue"}).minds == "queue"


@pytest.mark.parametrize("missing", ["DATABASE_URL", "REDIS_URL"])
def test_a_missing_address_says_how_to_get_one(missing: str) -> None:
    with pytest.raises(SettingMissing, match=f"{missing} is not set.*make up"):
        read_settings({**_GOOD, missing: ""})


def test_a_wrong_value_is_named() -> None:
    with pytest.raises(SettingWrong, match="TOWNLET_MINDS='both'"):
        read_settings({**_GOOD, "TOWNLET_MINDS": "both"})
    with pytest.raises(SettingWrong, match="DATABASE_URL"):
        read_settings({**_GOOD, "DATABASE_URL": "mysql://db"})
