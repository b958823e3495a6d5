"""Whoever's token has ended is shown out, whatever happened to the look before."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from typing import cast

import pytest

from backend.live import doors
from backend.live.doors import Doors
from backend.store.postgres.database import Database, StoreUnavailable

Look = Callable[[object, Collection[str]], set[str]]


def shut_out(monkeypatch: pytest.MonkeyPatch, look: Look) -> tuple[bool, bool]:
    """Whether Ana, whose token the looks find ended, and Ben are shown out once she is."""
    monkeypatch.setattr(doors, "SECONDS", 0.001)
    monkeypatch.setattr(doors, "ended_tokens", look)

    async def watch() -> tuple[bool, bool]:
        there = Doors(cast(Database, None))
        with there.passed("ana") as ana, there.passed("ben") as ben:
            async with there.watched(), asyncio.timeout(60):
                await ana.wait()
            return ana.is_set(), ben.is_set()

    return asyncio.run(watch())


def test_only_those_whose_token_has_ended_are_shown_out(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shut_out(monkeypatch, lambda _, ids: {"ana"} & set(ids)) == (True, False)


@pytest.mark.parametrize("fault", [StoreUnavailable("Postgres is away"), RuntimeError("no such table")])
def test_a_look_that_fails_is_followed_by_another(monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
    looks: list[set[str]] = []

    def look(_: object, ids: Collection[str]) -> set[str]:
        looks.append(set(ids))
        if len(looks) == 1:
            raise fault
        return {"ana"}

    assert shut_out(monkeypatch, look) == (True, False)
    assert looks[0] == {"ana", "ben"}


def test_one_look_is_for_all_channels_of_all_tokens(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(doors, "SECONDS", 0.001)

    def look(_: object, ids: Collection[str]) -> set[str]:
        asked.append(sorted(ids))
        return {"ana"}

    monkeypatch.setattr(doors, "ended_tokens", look)

    async def watch() -> None:
        there = Doors(cast(Database, None))
        with there.passed("ana") as first, there.passed("ana") as second, there.passed("ben"):
            assert there.channels("ana") == 2
            async with there.watched(), asyncio.timeout(60):
                await first.wait()
                await second.wait()
        assert there.channels("ana") == 0

    asyncio.run(watch())
    assert asked[0] == ["ana", "ben"]
