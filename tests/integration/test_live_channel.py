"""A page that watches a town gets every event once, in order and at once, however often it connects anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import orjson
import pytest
import redis
from websockets.exceptions import ConnectionClosed

from backend.domain.events import Announced, Recorded, Remembered, Source
from backend.domain.reduce import reduce_all
from backend.domain.state import initial_state
from backend.live import hub
from backend.live.channel import MOST_MISSED, MOST_SAID
from backend.live.hub import KEPT_EVENTS
from backend.store.journal import Batch, Head
from backend.store.journal.postgres_journal import PostgresJournal
from backend.store.postgres.database import Database
from backend.store.redis.hints import Hints, town_channel
from backend.store.town.towns import delete_town, get_town
from tests.integration.conftest import FoundTown, Lead
from tests.integration.served import Channel, Served
from tests.small_town import a_life, a_scenario
from tests.waiting import wait_until

SCENARIO = a_scenario("ana", "ben")
LOG = a_life(SCENARIO, ticks=50)


class Life:
    """A town whose engine is the test."""

    def __init__(self, town: str, journal: PostgresJournal, hints: Hints) -> None:
        self.town, self.journal, self.hints = town, journal, hints
        self.log: list[Recorded] = []

    def live(self, events: list[Recorded], *, tell: bool = True) -> None:
        """Commits events, and hints at them as an engine does."""
        self.journal.commit(Batch(head=_head(events), events=events))
        self.log += events
        if tell:
            assert self.hints.publish(self.town, {"type": "events", "seq": events[-1].seq})

    def announce(self, text: str, **how: bool) -> int:
        """One more event; returns its seq."""
        last = self.log[-1]
        self.live(
            [Recorded(last.seq + 1, last.tick, last.order + 1, Announced(text=text, by="director"))], **how
        )
        return last.seq + 1


def _head(events: list[Recorded]) -> Head:
    return Head(events[-1].tick, events[-1].order, events[-1].seq)


@pytest.fixture
def life(found_town: FoundTown, lead: Lead, hints: Hints) -> Life:
    town = found_town(SCENARIO)
    living = Life(town, lead(town), hints)
    living.live(list(LOG))
    return living


def wait_until_listening(life: Life) -> None:
    """What is said before is in the log, and found without a hint."""
    with redis.Redis.from_url(life.hints.redis_url) as client:
        wait_until(lambda: client.pubsub_numsub(town_channel(life.town))[0][1] == 1)


def closed_with(channel: Channel) -> tuple[int, str]:
    with pytest.raises(ConnectionClosed) as closed:
        channel.next("never")
    assert closed.value.rcvd is not None
    return closed.value.rcvd.code, closed.value.rcvd.reason


def test_a_page_gets_the_whole_town_first(backend: Served, life: Life) -> None:
    with backend.live(life.town) as channel:
        frame = channel.next()
    expected = reduce_all(initial_state(SCENARIO), life.log).document()
    assert frame["type"] == "snapshot"
    assert frame["state"] == orjson.loads(orjson.dumps(expected))
    assert (frame["tick"], frame["order"], frame["seq"]) == (50, 3, len(LOG))
    assert (frame["scenario"], frame["town"]["id"]) == ("lane", life.town)
    assert frame["town"]["horizon"] == {"tick": 50, "order": 3, "seq": len(LOG)}


def test_a_town_that_was_never_lived_can_be_watched(backend: Served, found_town: FoundTown) -> None:
    with backend.live(found_town(SCENARIO)) as channel:
        assert channel.next()["seq"] == 0
        assert channel.next("clock")["clock"]["status"] == "starting"


@pytest.fixture
def by_hints_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No look into the log but those that somebody hints at; benchmarks measure how soon that is."""
    monkeypatch.setattr(hub, "POLL_SECONDS", 1_000_000.0)


@pytest.mark.usefixtures("by_hints_alone")
def test_what_happens_is_on_the_wire_at_once(backend: Served, life: Life) -> None:
    with backend.live(life.town) as channel:
        channel.next("snapshot")
        wait_until_listening(life)
        for number in range(20):
            seq = life.announce(f"Number {number}")
            frame = channel.next("events")
            assert [event["seq"] for event in frame["events"]] == [seq]
            assert frame["horizon"]["seq"] == seq
            assert frame["events"][0]["event"]["text"] == f"Number {number}"


def test_a_page_that_connects_anew_misses_nothing_and_gets_nothing_twice(backend: Served, life: Life) -> None:
    with backend.live(life.town) as channel:
        seen = [channel.next("snapshot")["seq"]]
        seen += channel.events_upto(life.announce("One"))
    for text in ("Two", "Three"):
        life.announce(text)
    with backend.live(life.town, after=seen[-1]) as channel:
        seen += channel.events_upto(life.announce("Four"))
    assert seen == list(range(len(LOG), len(LOG) + 5))


def test_a_page_that_missed_nothing_is_told_so(backend: Served, life: Life) -> None:
    with backend.live(life.town, after=len(LOG)) as channel:
        frame = channel.next()
    assert frame == {
        "type": "events",
        "events": [],
        "horizon": {"tick": 50, "order": 3, "seq": len(LOG)},
    }


def test_a_page_that_missed_a_lot_gets_it_in_pieces_from_the_log(backend: Served, life: Life) -> None:
    more = a_life(SCENARIO, ticks=1500)[len(LOG) :]
    life.live(more)
    assert len(more) > KEPT_EVENTS
    with backend.live(life.town, after=3) as channel:
        horizons = []
        seqs: list[int] = []
        while not seqs or seqs[-1] < life.log[-1].seq:
            frame = channel.next("events")
            seqs += [event["seq"] for event in frame["events"]]
            horizons.append((frame["horizon"]["seq"], seqs[-1]))
    assert seqs == list(range(4, life.log[-1].seq + 1))
    assert all(horizon == told for horizon, told in horizons), "a horizon lies beyond what was told"


@pytest.mark.parametrize("after", [len(LOG) + 1, 10**15])
def test_a_position_beyond_the_log_leads_to_a_snapshot(backend: Served, life: Life, after: int) -> None:
    with backend.live(life.town, after=after) as channel:
        assert channel.next()["type"] == "snapshot"


def test_a_position_too_long_ago_leads_to_a_snapshot(backend: Served, life: Life) -> None:
    life.live(a_life(SCENARIO, ticks=MOST_MISSED // 4 + 51)[len(LOG) :])
    with backend.live(life.town, after=0) as channel:
        assert channel.next()["type"] == "snapshot"


@pytest.mark.parametrize("after", ["-1", "soon", "1.5", "9" * 30, "%D9%A3"])
def test_a_position_that_is_none_closes_the_channel(backend: Served, life: Life, after: str) -> None:
    with backend.live(life.town, after=after) as channel:
        code, reason = closed_with(channel)
    assert code == 4400
    assert "whole number" in reason


def test_two_pages_see_the_same(backend: Served, life: Life) -> None:
    with backend.live(life.town) as one, backend.live(life.town) as other:
        for channel in (one, other):
            channel.next("snapshot")
        seq = life.announce("Both of you")
        assert one.next("events") == other.next("events")
        assert one.events_upto(life.announce("Again")) == other.events_upto(seq + 1) == [seq + 1]


def test_no_embedding_goes_over_the_wire(backend: Served, life: Life) -> None:
    with backend.live(life.town, after=0) as channel:
        frame = channel.next("events")
    remembered = [event["event"] for event in frame["events"] if event["event"]["kind"] == "remembered"]
    assert remembered
    assert all("vector" not in event for event in remembered)


def test_the_clock_tells_what_the_engine_says_and_how_far_all_is_final(
    backend: Served, life: Life, hints: Hints, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub, "FRESH_SECONDS", 1_000_000.0)
    waiting = {"resident": "ana", "question": "plan_day", "since_tick": 48, "seconds": 2.5}
    with backend.live(life.town) as channel:
        channel.next("clock")
        life.journal.advance(Head(57, -1, len(LOG)), reached=12.0, waiting=[waiting])
        hints.publish(
            life.town, {"type": "clock", "tick": 57.25, "speed": 30.0, "reached": 11.5, "waiting": [waiting]}
        )
        frame = _clock(channel, lambda clock: clock["tick"] == 57.25)
    assert frame["horizon"] == {"tick": 57, "order": -1, "seq": len(LOG)}
    assert frame["clock"]["reached"] == 11.5
    assert frame["clock"]["waiting"] == [waiting]
    assert frame["clock"]["status"] == "waiting"
    assert frame["clock"]["local"] == "2023-02-13T07:09:32"


def test_the_clock_goes_on_when_the_engine_says_nothing(backend: Served, life: Life) -> None:
    with backend.live(life.town) as channel:
        life.journal.advance(Head(60, -1, len(LOG)), reached=30.0, waiting=[])
        frame = _clock(channel, lambda clock: clock["tick"] == 60)
    assert frame["clock"]["status"] == "running"


@pytest.mark.usefixtures("by_hints_alone")
def test_a_pause_is_told_at_once_and_to_all(backend: Served, life: Life) -> None:
    with backend.live(life.town) as channel, backend.live(life.town) as other:
        channel.next("clock")
        other.next("clock")
        wait_until_listening(life)
        backend.http.post(f"/api/towns/{life.town}/clock", json={"pause": True})
        _clock(channel, lambda clock: clock["status"] == "paused")
        _clock(other, lambda clock: clock["status"] == "paused")


def _clock(channel: Channel, is_it: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    while True:
        frame = channel.next("clock")
        if is_it(frame["clock"]):
            return frame


def test_an_answer_is_streamed_to_the_page(backend: Served, life: Life, hints: Hints) -> None:
    with backend.live(life.town) as channel:
        channel.next("snapshot")
        pieces = []
        for number, text in enumerate(["Good", " morning", "!"]):
            token = {
                "question": "q",
                "resident": "ana",
                "visitor": "visitor:eve",
                "text": text,
                "index": number,
            }
            hints.publish(life.town, {"type": "tokens", **token})
            pieces.append(channel.next("tokens"))
    assert "".join(piece["text"] for piece in pieces) == "Good morning!"
    assert [piece["index"] for piece in pieces] == [0, 1, 2]


@pytest.mark.parametrize(
    "hint", [{"type": "clock", "tick": "soon"}, {"type": "tokens"}, {"type": 7}, {}, {"type": "x"}]
)
def test_a_hint_that_makes_no_sense_disturbs_nobody(
    backend: Served, life: Life, hints: Hints, hint: dict[str, Any]
) -> None:
    with backend.live(life.town) as channel:
        channel.next("snapshot")
        hints.publish(life.town, hint)
        seq = life.announce("All is well")
        assert channel.events_upto(seq) == [seq]


def test_a_lost_hint_costs_a_second(backend: Served, life: Life) -> None:
    with backend.live(life.town) as channel:
        channel.next("snapshot")
        seq = life.announce("Psst", tell=False)
        assert channel.events_upto(seq) == [seq]


def test_a_ping_is_answered_and_anything_else_explained(backend: Served, life: Life) -> None:
    with backend.live(life.town) as channel:
        channel.say('{"type": "ping"}')
        assert channel.next("pong") == {"type": "pong"}
        for nonsense in ('{"type": "speak"}', "{", "", '{"type": "ping", "more": 1}', b"\xff\x00", "[]"):
            channel.say(nonsense)
            error = channel.next("error")
            assert error["problem"] == "unknown-message"
            assert "inputs" in error["detail"]
        channel.say('{"type": "ping"}')
        assert channel.next("pong")


def test_a_message_that_is_too_large_closes_the_channel(backend: Served, life: Life) -> None:
    for message in ('"' + "x" * 4096 + '"', b"x" * 1_000_000, "🏠" * 1025):
        with backend.live(life.town) as channel:
            channel.say(message)
            code, _ = closed_with(channel)
        assert code == 1009


def test_a_page_that_talks_without_end_is_turned_back_and_nobody_else(backend: Served, life: Life) -> None:
    with backend.live(life.town) as channel, backend.live(life.town) as other:
        for _ in range(MOST_SAID + 1):
            channel.say('{"type": "ping"}')
        code, reason = closed_with(channel)
        other.say('{"type": "ping"}')
        assert other.next("pong")
    assert code == 4429
    assert "60 messages" in reason


@pytest.mark.parametrize("town", ["t-nowhere", "%00", "T", "x" * 200])
def test_an_unknown_town_closes_the_channel_and_says_why(backend: Served, town: str) -> None:
    with backend.live(town) as channel:
        code, reason = closed_with(channel)
    assert code == 4404
    assert "GET /api/towns" in reason


def test_a_town_that_is_deleted_says_goodbye(backend: Served, life: Life) -> None:
    with backend.live(life.town) as channel:
        channel.next("snapshot")
        backend.http.delete(f"/api/towns/{life.town}")
        assert channel.next("gone")["detail"]
        assert closed_with(channel)[0] == 4410


def test_a_town_that_was_deleted_says_goodbye_to_who_comes_late(
    backend: Served, life: Life, database: Database
) -> None:
    delete_town(database, life.town)
    with backend.live(life.town, after=4) as channel:
        assert channel.next()["type"] == "gone"
        assert closed_with(channel)[0] == 4410


def test_messages_are_compressed(backend: Served, life: Life) -> None:
    with backend.live(life.town) as channel:
        extensions = [type(extension).__name__ for extension in channel.connection.protocol.extensions]
    assert extensions == ["PerMessageDeflate"]


def test_a_page_that_reads_slowly_gets_every_event_and_harms_nobody(backend: Served, life: Life) -> None:
    with backend.live(life.town) as slow, backend.live(life.town) as quick:
        slow.next("snapshot")
        quick.next("snapshot")
        first, last = life.log[-1], life.log[-1].seq + 6000
        for start in range(first.seq, last, 500):
            life.live([_memory(start + n + 1, first.tick + 1, start + n) for n in range(500)])
            quick.events_upto(start + 500)
        wait_until(lambda: get_town(life.journal.database, life.town).head_seq == last)
        assert slow.events_upto(last) == list(range(first.seq + 1, last + 1))


def _memory(seq: int, tick: int, order: int) -> Recorded:
    event = Remembered(
        id=f"m{seq}",
        resident="ana",
        memory="observation",
        text=f"{seq:x} " * 60,
        importance=1,
        source=Source(by="perception"),
    )
    return Recorded(seq, tick, order, event)
