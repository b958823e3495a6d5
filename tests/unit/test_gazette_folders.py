"""`townlet gazette` of a folder that `townlet run` left, and of all that only looks like one."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from backend.gazette import GazetteFault
from tests.a_life import BROOK_LANE
from townlet.cli import app
from townlet.run_folder import NoRun, NotOurLog, RunCutOff, RunFault, RunTooNew, read_run


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An hour of Brook Lane, as `townlet run` leaves it."""
    folder = tmp_path_factory.mktemp("lived") / "run"
    told = CliRunner().invoke(app, ["run", str(BROOK_LANE), "--days", "0.05", "--out", str(folder)])
    assert told.exit_code == 0, told.output
    return folder


@pytest.fixture
def folder(lived: Path, tmp_path: Path) -> Path:
    """A copy that a test may spoil."""
    for file in lived.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


def test_a_fraction_of_a_day_has_a_paper_that_says_where_it_ends(lived: Path) -> None:
    told = CliRunner().invoke(app, ["gazette", str(lived)])
    assert told.exit_code == 0
    assert "BROOK LANE GAZETTE" in told.stdout
    page = CliRunner().invoke(app, ["gazette", str(lived), "--format", "html"])
    assert page.stdout.startswith("<!doctype html>")


@pytest.mark.parametrize("day", ["2", "99"])
def test_a_day_that_was_not_lived_is_refused_with_those_that_were(lived: Path, day: str) -> None:
    told = CliRunner().invoke(app, ["gazette", str(lived), "--day", day])
    assert isinstance(told.exception, GazetteFault)
    assert "its only day is 1" in str(told.exception)


def test_day_0_is_refused(lived: Path) -> None:
    assert CliRunner().invoke(app, ["gazette", str(lived), "--day", "0"]).exit_code == 2


def test_a_folder_that_is_missing_empty_or_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("")
    for name, why in (("none", "does not exist"), ("empty", "is empty"), ("file", "is not a folder")):
        with pytest.raises(NoRun, match=f"{why}.*townlet run"):
            read_run(tmp_path / name)


def test_a_folder_of_other_things_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x")
    with pytest.raises(NoRun, match=r"holds no events\.jsonl"):
        read_run(tmp_path)


@pytest.mark.parametrize(
    "first", [b"hello\n", b"{}\n", b"[1]\n", b'[0,0,"walked",{}]\n', b"\xff\xfe\n", b"\n"]
)
def test_a_log_that_is_not_ours_is_refused(folder: Path, first: bytes) -> None:
    (folder / "events.jsonl").write_bytes(first)
    with pytest.raises(NotOurLog, match="line 1"):
        read_run(folder)


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_a_log_cut_off_anywhere_is_refused_and_says_what_to_do(
    lived: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = (lived / "events.jsonl").read_bytes()
    cut = tmp_path_factory.mktemp("cut")
    (cut / "manifest.json").write_bytes((lived / "manifest.json").read_bytes())
    (cut / "events.jsonl").write_bytes(whole[: data.draw(st.integers(0, len(whole) - 1))])
    with pytest.raises(RunFault, match="townlet run"):
        read_run(cut)


def test_a_log_that_was_changed_since_is_refused(folder: Path) -> None:
    path = folder / "events.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"by":"perception"', b'"by":"scenario"', 1))
    with pytest.raises(RunCutOff, match="digest"):
        read_run(folder)


@pytest.mark.parametrize("manifest", [None, b"", b"[]", b"{}", b'{"ticks": "x"}'])
def test_a_run_without_its_manifest_is_refused(folder: Path, manifest: bytes | None) -> None:
    (folder / "manifest.json").unlink()
    if manifest is not None:
        (folder / "manifest.json").write_bytes(manifest)
    with pytest.raises(RunCutOff, match="Live it again"):
        read_run(folder)


def test_a_log_of_a_newer_townlet_is_refused(folder: Path) -> None:
    path = folder / "events.jsonl"
    first, rest = path.read_bytes().split(b"\n", 1)
    tick, order, kind, payload = orjson.loads(first)
    newer = orjson.dumps([tick, order, kind, payload | {"schema_version": 99}])
    path.write_bytes(newer + b"\n" + rest)
    with pytest.raises(RunTooNew, match="Upgrade Townlet"):
        read_run(folder)
