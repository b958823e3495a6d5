"""A process dies where a test told it to, and nowhere else."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from backend.store.environment.failpoints import FAILPOINTS, fail_point

PASSES_THREE_TIMES = """
from backend.store.environment.failpoints import fail_point
for number in range(3):
    print(number, flush=True)
    fail_point("commit-before")
    fail_point("commit-after")
"""


def passing(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PASSES_THREE_TIMES],
        env={FAILPOINTS: str(folder)},
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_process_is_killed_at_its_second_passing_and_the_next_one_lives(tmp_path: Path) -> None:
    (tmp_path / "commit-before").write_text("2")
    killed = passing(tmp_path)
    assert killed.returncode == -signal.SIGKILL
    assert killed.stdout.split() == ["0", "1"]
    assert not (tmp_path / "commit-before").exists()
    assert passing(tmp_path).returncode == 0


def test_passings_are_counted_over_all_processes(tmp_path: Path) -> None:
    (tmp_path / "commit-after").write_text("5")
    assert passing(tmp_path).returncode == 0
    second = passing(tmp_path)
    assert second.returncode == -signal.SIGKILL
    assert second.stdout.split() == ["0", "1"]


def test_without_the_setting_nothing_dies() -> None:
    fail_point("commit-before")
