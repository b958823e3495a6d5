"""Problems name what was probably meant, and each has a name of its own."""

from __future__ import annotations

import pytest

from backend.api.problems import Problem, UnknownTown, all_problems, nearest

PLACES = ("Lane:Mill House", "Lane:Mill House:kitchen", "Lane:Mill House:kitchen:stove", "Lane:Café:counter")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Lane:Mill Hose", "Lane:Mill House"),
        ("lane:mill house:KITCHEN", "Lane:Mill House:kitchen"),
        ("stove", "Lane:Mill House:kitchen:stove"),
        ("countr", "Lane:Café:counter"),
        ("x" * 60_000, None),
        ("", None),
        ("\x00", None),
    ],
)
def test_the_nearest_name_is_found_by_whole_or_last_part(word: str, expected: str | None) -> None:
    assert nearest(word, PLACES) == expected


def test_every_problem_has_a_name_of_its_own_and_a_title() -> None:
    problems = all_problems()
    assert len(problems) >= 20
    assert len({problem.title for problem in problems.values()}) == len(problems)
    assert all(400 <= problem.status < 600 for problem in problems.values())


def test_a_problem_never_repeats_a_long_name() -> None:
    problem: Problem = UnknownTown("x" * 60_000)
    assert len(problem.detail) < 200
