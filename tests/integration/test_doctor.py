"""`townlet doctor` tells what is wrong with a Townlet, beside a running one and without one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from typer.testing import CliRunner

from backend.store.redis.presence import Presence
from tests.integration.a_townlet import Townlet, a_townlet
from tests.integration.stand_ins import EMBEDDED
from tests.waiting import wait_until
from townlet.cli import app
from townlet.doctor import CHECKS, Finding, Surroundings, surroundings
from townlet.doctor.disk_space import disk_space
from townlet.doctor.page_built import page_built
from townlet.doctor.python_version import python_version
from townlet.doctor.scenarios import scenarios
from townlet.doctor.settings import settings
from townlet.services import EmbeddedServices
from townlet.services.leftovers import marked

OF_SERVICES = ("Database", "Redis", "Backend", "Workers")


@pytest.fixture(scope="module")
def townlet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Townlet]:
    """A running Townlet that has no worker for batch."""
    home = tmp_path_factory.mktemp("home")
    with a_townlet(home, environment=EMBEDDED, towns=1, minds=1, talk=1, batch=0) as running:
        yield running


def looked_after(home: Path, environment: dict[str, str] | None = None) -> dict[str, Finding]:
    with surroundings(home, environment or {}) as around:
        return {finding.part: finding for finding in (check(around) for check in CHECKS)}


def addresses(services: EmbeddedServices, **others: str) -> dict[str, str]:
    return {"DATABASE_URL": services.database_url, "REDIS_URL": services.redis_url, **others}


def test_a_queue_without_a_worker_is_told_beside_a_running_townlet(townlet: Townlet) -> None:
    home, found = townlet.processes.services.home.root, dict[str, Finding]()

    def only_batch_is_missing() -> bool:
        found.update(looked_after(home))
        wrong = {part for part in OF_SERVICES if not found[part].fine}
        return wrong == {"Workers"} and "none of batch was heard of" in found["Workers"].words

    wait_until(only_batch_is_missing)
    assert "batch-1.log" in found["Workers"].words


def test_a_running_townlet_with_all_its_workers_is_fine(townlet: Townlet) -> None:
    home, found = townlet.processes.services.home.root, dict[str, Finding]()
    presence = Presence(townlet.processes.redis_url)

    def all_is_fine() -> bool:
        presence.announce("batch", "batch-1@here")
        found.update(looked_after(home))
        return all(found[part].fine for part in OF_SERVICES)

    wait_until(all_is_fine)
    presence.close()
    assert townlet.processes.url in found["Backend"].words


def test_the_command_tells_a_line_for_each_check_and_fails_if_one_is_wrong(townlet: Townlet) -> None:
    home = townlet.processes.services.home.root
    told = CliRunner().invoke(
        app, ["doctor"], env={**EMBEDDED, "TOWNLET_HOME": str(home), "TOWNLET_MINDS": "many"}
    )
    lines = told.stdout.splitlines()
    assert len(lines) == len(CHECKS)
    assert all(line[:2] in ("✓ ", "✗ ") for line in lines)
    assert "✗ Settings: TOWNLET_MINDS='many' can't be used: write inline or queue" in lines
    assert told.exit_code == 1


def test_a_home_that_was_never_used_is_fine_and_stays_so(tmp_path: Path) -> None:
    found = looked_after(tmp_path / "home")
    assert all(found[part].fine for part in OF_SERVICES)
    assert not (tmp_path / "home").exists()


def test_a_home_where_nothing_runs_is_looked_at_and_left_as_it_was(tmp_path: Path) -> None:
    with EmbeddedServices(tmp_path, environment={}):
        pass
    found = looked_after(tmp_path)
    assert not found["Database"].fine
    assert "holds no tables yet" in found["Database"].words
    assert found["Redis"].fine
    assert list(marked(tmp_path)) == []
    with EmbeddedServices(tmp_path, environment={}):
        assert looked_after(tmp_path)["Redis"].fine


def test_a_database_of_a_newer_townlet_is_refused(
    tmp_path: Path, services: EmbeddedServices, database_url: str
) -> None:
    environment = addresses(services, DATABASE_URL=database_url)
    assert looked_after(tmp_path, environment)["Database"].fine
    with psycopg.connect(database_url.replace("+psycopg", "", 1)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    found = looked_after(tmp_path, environment)["Database"]
    assert not found.fine
    assert "schema 9999 of a newer Townlet" in found.words


def test_servers_that_are_away_are_each_named_without_their_passwords(tmp_path: Path) -> None:
    away = {
        "DATABASE_URL": "postgresql://me:hush@127.0.0.1:1/town",
        "REDIS_URL": "redis://:hush@127.0.0.1:1/0",
        "TOWNLET_HOME": str(tmp_path),
    }
    told = CliRunner().invoke(app, ["doctor"], env=away)
    assert told.exit_code == 1
    assert "✗ Database: does not answer" in told.stdout
    assert "correct DATABASE_URL" in told.stdout
    assert "✗ Redis: does not answer" in told.stdout
    assert "correct REDIS_URL" in told.stdout
    assert "hush" not in told.stdout


def test_an_address_that_is_none_is_told_without_its_password(tmp_path: Path) -> None:
    told = CliRunner().invoke(
        app, ["doctor"], env={"DATABASE_URL": "mysql://me:hush@here/town", "TOWNLET_HOME": str(tmp_path)}
    )
    assert told.exit_code == 1
    assert "✗ Database: DATABASE_URL='mysql://…@here/town' can't be used" in told.stdout


@pytest.mark.parametrize("port", ["http", "-1", "65536", "8 0"])
def test_a_port_that_is_none_is_told(tmp_path: Path, port: str) -> None:
    assert not settings(Surroundings(tmp_path, {"PORT": port})).fine


def test_too_old_a_python_is_told(tmp_path: Path) -> None:
    assert python_version(Surroundings(tmp_path, {})).fine
    found = python_version(Surroundings(tmp_path, {}), (3, 10, 12))
    assert not found.fine
    assert "3.10.12 is too old" in found.words


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    assert disk_space(Surroundings(tmp_path / "not" / "yet", {}), least=1).fine
    assert not disk_space(Surroundings(tmp_path, {}), least=2**62).fine


def test_a_page_that_is_missing_or_broken_is_told(tmp_path: Path) -> None:
    around = Surroundings(tmp_path, {}, project=tmp_path)
    assert "make setup" in page_built(around).words
    dist = tmp_path / "frontend" / "dist"
    (dist / ".vite").mkdir(parents=True)
    (dist / ".vite" / "manifest.json").write_text('{"main": {"isEntry": true, "file": "assets/main.js"}}')
    assert "assets/main.js is missing" in page_built(around).words
    (dist / "assets").mkdir()
    (dist / "assets" / "main.js").write_text("")
    assert page_built(around).fine


def test_a_faulty_scenario_is_told_by_its_name(tmp_path: Path) -> None:
    around = Surroundings(tmp_path, {}, project=tmp_path)
    assert not scenarios(around).fine, "without any scenario nobody can found a town"
    folder = tmp_path / "scenarios" / "half"
    folder.mkdir(parents=True)
    (folder / "town.yaml").write_text("title: Half a town\n")
    found = scenarios(around)
    assert not found.fine
    assert "half has" in found.words
    assert "townlet check half" in found.words


def test_the_model_server_is_looked_at_as_it_is_set_up(
    services: EmbeddedServices, database_url: str, tmp_path: Path
) -> None:
    here = addresses(services, DATABASE_URL=database_url)
    told = looked_after(tmp_path, here)["Model"]
    assert told.fine
    assert "docs/models.md" in told.words
    away = {
        "TOWNLET_MODEL": "big",
        "OPENAI_BASE_URL": "http://127.0.0.1:1/v1",
        "OPENAI_API_KEY": "sk-secret-123",
    }
    told = looked_after(tmp_path, here | away)["Model"]
    assert not told.fine
    assert "big, as the environment sets it: http://127.0.0.1:1/v1 does not answer" in told.words
    assert "sk-secret" not in told.words
    wrong = {"TOWNLET_MODEL": "big", "TOWNLET_MODEL_SLOTS": "some"}
    told = looked_after(tmp_path, here | wrong)["Model"]
    assert not told.fine
    assert "TOWNLET_MODEL_SLOTS" in told.words
