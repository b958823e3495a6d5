"""Postgres, Redis, the backend and the workers stay up, stay alone and leave nothing behind."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
import redis

from tests.integration.stand_ins import WORKER, stand_in_town
from tests.waiting import wait_until
from townlet.services import (
    EmbeddedServices,
    HomeInUse,
    PortTaken,
    ServerUnreachable,
    ServiceFailed,
    services_of,
)
from townlet.services.leftovers import marked

Launch = Callable[[Path], "subprocess.Popen[str]"]


@pytest.fixture
def launch(project: Path) -> Iterator[Launch]:
    """Starts ``townlet up`` with stand-ins as a program; returns once it tells where the town is."""
    launched: list[subprocess.Popen[str]] = []

    def start(home: Path) -> subprocess.Popen[str]:
        program = subprocess.Popen(
            [sys.executable, "-m", "tests.integration.stand_ins", str(home)],
            cwd=project,
            stdout=subprocess.PIPE,
            text=True,
        )
        launched.append(program)
        assert program.stdout is not None
        said = []
        for line in program.stdout:
            said.append(line)
            if "The town is at" in line:
                return program
        raise AssertionError("".join(said))

    yield start
    for program in launched:
        if program.poll() is None:
            program.kill()
        program.communicate()


def processes_of(home: Path) -> list[str]:
    """The living processes of ``home``. Postgres overwrites its environment but works in its data."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            inside = (process / "cwd").readlink().is_relative_to(home)
            told = f"TOWNLET_HOME={home}".encode() in (process / "environ").read_bytes().split(b"\0")
            command = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except (FileNotFoundError, PermissionError, ProcessLookupError):
            continue
        if command and (inside or told) and int(process.name) != os.getpid():
            found.append(command)
    return found


def plain(url: str) -> str:
    return url.replace("postgresql+psycopg://", "postgresql://")


def test_a_killed_postgres_is_back_with_all_that_was_committed(tmp_path: Path) -> None:
    with EmbeddedServices(tmp_path, environment={}) as services:
        with psycopg.connect(plain(services.database_url), autocommit=True) as connection:
            connection.execute("CREATE TABLE walks (path text)")
            connection.execute("INSERT INTO walks VALUES ('home to cafe')")
        postgres = services.processes["postgres"]

        postgres.wait_started_again(postgres.kill())
        postgres.wait_ready()

        with psycopg.connect(plain(services.database_url)) as connection:
            assert connection.execute("SELECT path FROM walks").fetchall() == [("home to cafe",)]
        assert postgres.restarts == 1


def test_a_session_deep_in_a_query_does_not_keep_a_killed_postgres_down(tmp_path: Path) -> None:
    with EmbeddedServices(tmp_path, environment={}) as services:
        busy = psycopg.connect(plain(services.database_url))
        busy.pgconn.send_query(b"SELECT count(*) FROM generate_series(1, 100000000000)")
        with psycopg.connect(plain(services.database_url)) as connection:
            running = "SELECT state FROM pg_stat_activity WHERE query LIKE 'SELECT count(*) FROM generate%'"
            wait_until(lambda: connection.execute(running).fetchone() == ("active",))
        postgres = services.processes["postgres"]

        postgres.wait_started_again(postgres.kill())
        postgres.wait_ready()

        busy.close()


def test_a_killed_redis_is_back_at_the_same_address(tmp_path: Path) -> None:
    with EmbeddedServices(tmp_path, environment={}) as services:
        process = services.processes["redis"]

        process.wait_started_again(process.kill())
        process.wait_ready()

        with redis.Redis.from_url(services.redis_url) as client:
            assert client.ping()


def test_redis_and_postgres_answer_nobody_from_outside(tmp_path: Path) -> None:
    with EmbeddedServices(tmp_path, environment={}) as services:
        address = redis.connection.parse_url(services.redis_url)
        with socket.create_connection(("127.0.0.1", address["port"])) as stranger:
            stranger.sendall(b"PING\r\n")
            assert stranger.recv(100).startswith(b"-NOAUTH")
        with psycopg.connect(plain(services.database_url)) as connection:
            assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


def test_a_home_in_a_very_deep_folder_works(tmp_path: Path) -> None:
    with (
        EmbeddedServices(tmp_path / ("deep" * 30) / ("er" * 50), environment={}) as services,
        psycopg.connect(plain(services.database_url)) as connection,
    ):
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_a_second_townlet_in_the_same_home_is_refused_and_told_where_the_first_is(tmp_path: Path) -> None:
    with (
        stand_in_town(tmp_path) as first,
        pytest.raises(HomeInUse, match=first.url),
    ):
        stand_in_town(tmp_path).start()


def test_a_port_in_use_is_named_and_nothing_stays_behind(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortTaken, match=f"PORT={port + 1}"):
            stand_in_town(tmp_path, port=port).start()
    assert processes_of(tmp_path) == []


def test_a_worker_that_cannot_start_is_reported_with_its_last_words(tmp_path: Path) -> None:
    broken = (sys.executable, "-c", "raise SystemExit('no such town')")
    with pytest.raises(ServiceFailed, match="no such town"):
        stand_in_town(tmp_path, commands={"backend": broken}).start()
    assert processes_of(tmp_path) == []


def test_every_killed_process_of_a_town_is_started_again_and_said(tmp_path: Path) -> None:
    said: list[str] = []
    with stand_in_town(tmp_path, workers={"minds": 2}, say=said.append) as town:
        assert set(town.processes) == {
            "postgres", "redis", "backend", "towns-1", "minds-1", "minds-2", "talk-1", "batch-1",
        }  # fmt: skip
        for process in town.processes.values():
            process.wait_started_again(process.kill())
        town.processes["backend"].wait_ready()

        with urllib.request.urlopen(f"{town.url}/api/health") as answer:
            assert answer.read().decode() == town.database_url
        for name in town.processes:
            assert f"{name} was killed by SIGKILL; starting it again" in said
    assert processes_of(tmp_path) == []


def test_a_worker_that_ignores_the_request_to_stop_is_stopped_all_the_same(tmp_path: Path) -> None:
    deaf = (
        sys.executable,
        "-c",
        "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); signal.pause()",
    )
    town = stand_in_town(tmp_path, workers={"minds": 0, "talk": 0, "batch": 0}, commands={"towns": deaf})
    town.start()
    town.stop()
    assert processes_of(tmp_path) == []


def test_ctrl_c_stops_everything_and_the_next_start_goes_on(tmp_path: Path, launch: Launch) -> None:
    for _ in range(2):
        program = launch(tmp_path)
        program.send_signal(signal.SIGINT)
        assert program.wait(120) == 0
        assert processes_of(tmp_path) == []


def test_a_killed_supervisor_takes_everything_with_it_and_the_next_start_goes_on(
    tmp_path: Path, launch: Launch
) -> None:
    program = launch(tmp_path)
    assert len(processes_of(tmp_path)) > 6
    program.kill()
    # The kernel ends what the supervisor started, the next start what a worker had forked.
    wait_until(lambda: all("fork" in command for command in processes_of(tmp_path)))
    forked = set(marked(tmp_path))

    program = launch(tmp_path)

    assert forked.isdisjoint(marked(tmp_path))
    program.send_signal(signal.SIGTERM)
    assert program.wait(120) == 0
    assert processes_of(tmp_path) == []


def test_a_process_number_that_somebody_else_got_since_a_power_cut_keeps_nothing_down(tmp_path: Path) -> None:
    with EmbeddedServices(tmp_path, environment={}):
        pass
    with subprocess.Popen(WORKER) as innocent:
        (tmp_path / "postgres" / "postmaster.pid").write_text(f"{innocent.pid}\n{tmp_path / 'postgres'}\n")
        with EmbeddedServices(tmp_path, environment={}) as services:
            assert services.processes["postgres"].restarts == 0
        assert innocent.poll() is None
        innocent.kill()


def test_real_servers_take_the_place_of_the_embedded_ones(tmp_path: Path, services: EmbeddedServices) -> None:
    real = {"DATABASE_URL": plain(services.database_url), "REDIS_URL": services.redis_url}
    with EmbeddedServices(tmp_path, environment=real) as replaced:
        assert replaced.processes == {}
        assert replaced.database_url == services.database_url
        assert replaced.redis_url == services.redis_url


@pytest.mark.parametrize(
    ("variable", "url"),
    [("DATABASE_URL", "postgres://town:secret@127.0.0.1:9/town"), ("REDIS_URL", "redis://127.0.0.1:9/0")],
)
def test_a_real_server_that_is_not_there_is_named_at_once(tmp_path: Path, variable: str, url: str) -> None:
    with pytest.raises(ServerUnreachable, match=variable) as told:
        EmbeddedServices(tmp_path, environment={variable: url}).start()
    assert "secret" not in str(told.value)


def test_a_command_beside_a_running_town_shares_its_services_and_alone_brings_its_own(tmp_path: Path) -> None:
    with EmbeddedServices(tmp_path, environment={}) as running, services_of(tmp_path, {}) as shared:
        assert (shared.database_url, shared.redis_url) == (running.database_url, running.redis_url)
    with services_of(tmp_path, {}) as own, psycopg.connect(plain(own.database_url)) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    assert processes_of(tmp_path) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to become somebody else")
def test_postgres_of_root_runs_as_somebody_else_even_in_a_folder_closed_to_others(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    with EmbeddedServices(closed / "home", environment={}) as services:
        pid = services.processes["postgres"].pid
        assert Path(f"/proc/{pid}").stat().st_uid != 0
