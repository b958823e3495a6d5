"""While the database is away those who were known just before still see what is wrong, and nobody else does."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import cast

import pytest

from backend.api.edge import verified
from backend.api.edge.verified import GRACE_SECONDS, LATELY_SECONDS, Verified
from backend.domain.roles import Role
from backend.store.people.tokens import TokenRow
from backend.store.postgres.database import Database, StoreUnavailable

NOW = datetime.now(UTC)


def a_token(expires_at: datetime | None = None) -> TokenRow:
    return TokenRow("k-a", Role.VIEWER, "", None, "visitor:a", NOW, expires_at, None)


@dataclass
class Store:
    """A database with tokens that can go away, and a clock."""

    tokens: dict[str, TokenRow] = field(default_factory=dict)
    is_away: bool = False
    seconds: float = 1000.0

    def token_of(self, _: object, secret: str) -> TokenRow | None:
        if self.is_away:
            raise StoreUnavailable("Postgres is away")
        return self.tokens.get(secret)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    there = Store({"ana's": a_token(), "ben's": a_token()})
    monkeypatch.setattr(verified, "token_of", there.token_of)
    return there


@pytest.fixture
def checks(store: Store) -> Verified:
    return Verified(cast(Database, None), lambda: store.seconds)


def test_who_was_known_just_before_still_counts_for_ten_minutes(store: Store, checks: Verified) -> None:
    checks.token_of("ana's")
    store.is_away = True
    store.seconds += GRACE_SECONDS
    assert checks.token_of("ana's") == store.tokens["ana's"]
    store.seconds += 1
    with pytest.raises(StoreUnavailable):
        checks.token_of("ana's")


@pytest.mark.parametrize("secret", ["ben's", "nobody's"])
def test_who_was_not_known_does_not(store: Store, checks: Verified, secret: str) -> None:
    checks.token_of("ana's")
    checks.token_of("nobody's")
    store.is_away = True
    with pytest.raises(StoreUnavailable):
        checks.token_of(secret)


def test_who_was_last_seen_long_before_the_outage_may_have_been_sent_away_since(
    store: Store, checks: Verified
) -> None:
    checks.token_of("ana's")
    store.seconds += LATELY_SECONDS + 1
    checks.token_of("ben's")
    store.is_away = True
    assert checks.token_of("ben's") is not None
    with pytest.raises(StoreUnavailable):
        checks.token_of("ana's")


def test_a_token_that_was_taken_back_and_asked_about_is_forgotten(store: Store, checks: Verified) -> None:
    checks.token_of("ana's")
    del store.tokens["ana's"]
    assert checks.token_of("ana's") is None
    store.is_away = True
    with pytest.raises(StoreUnavailable):
        checks.token_of("ana's")


def test_a_token_whose_time_is_over_counts_no_more_during_an_outage(store: Store, checks: Verified) -> None:
    store.tokens["ana's"] = a_token(expires_at=NOW - timedelta(seconds=1))
    store.tokens["ben's"] = a_token(expires_at=NOW + timedelta(hours=1))
    checks.token_of("ana's")
    checks.token_of("ben's")
    store.is_away = True
    assert checks.token_of("ben's") is not None
    with pytest.raises(StoreUnavailable):
        checks.token_of("ana's")
