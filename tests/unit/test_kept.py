"""What is dear to make is made once and kept."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from backend.api.kept import Kept


def counting(made: list[str], what: str) -> Callable[[], str]:
    def make() -> str:
        made.append(what)
        return what

    return make


def test_what_was_made_is_handed_out_again() -> None:
    kept, made = Kept[str](2), list[str]()
    assert [kept.get("a", counting(made, "A")) for _ in range(3)] == ["A"] * 3
    assert made == ["A"]


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    kept, made = Kept[str](2), list[str]()
    for key in ("a", "b", "a", "c", "a", "b"):
        kept.get(key, counting(made, key))
    assert made == ["a", "b", "c", "b"]


def test_who_asks_meanwhile_waits_for_what_is_being_made() -> None:
    kept, made, begun, go_on = Kept[str](2), list[str](), Event(), Event()

    def slowly() -> str:
        begun.set()
        go_on.wait(120)
        return counting(made, "A")()

    with ThreadPoolExecutor(4) as people:
        first = people.submit(kept.get, "a", slowly)
        assert begun.wait(120)
        others = [people.submit(kept.get, "a", counting(made, "again")) for _ in range(3)]
        assert kept.get("b", counting(made, "B")) == "B", "another is not kept waiting"
        go_on.set()
        assert {one.result(120) for one in (first, *others)} == {"A"}
    assert made == ["B", "A"]


def test_a_failure_is_not_kept() -> None:
    kept, made = Kept[str](2), list[str]()

    def fail() -> str:
        raise LookupError("not now")

    with pytest.raises(LookupError, match="not now"):
        kept.get("a", fail)
    assert kept.get("a", counting(made, "A")) == "A"
