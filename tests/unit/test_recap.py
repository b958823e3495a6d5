"""What did I miss: a span of a town in a few sentences, each resting on what happened in it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.domain import events as e
from backend.domain.calendar import TICKS_PER_DAY
from backend.domain.inputs import Announce, Enter, SetObject, SetWeather, Speak
from backend.recap import RECAP_KINDS, Knowing, SpanLog, Told, recap
from tests.a_life import Life, brook_lane, live

OVEN = "Brook Lane:The Blue Kettle:kitchen:bread oven"
FIRE, CIRCUS, SNOW, ZOE = 1200, 1500, 1800, 2000
LONG = "Have you seen the <b>coots</b>? " + "and so on " * 60
QUOTE = re.compile(r"“([^”]*)”")


@cache
def a_day() -> Life:
    """Brook Lane with a fire, an announcement, snow and a visitor."""
    inputs = (
        (FIRE, SetObject(object=OVEN, state="burning")),
        (CIRCUS, Announce(text="The circus comes to Alder Green on Tuesday!")),
        (SNOW, SetWeather(weather="snow")),
        (ZOE, Enter(visitor="visitor:zoe", name="Zoe")),
        (ZOE + 5, Speak(visitor="visitor:zoe", name="Zoe", to=None, text=LONG)),
    )
    return live(brook_lane(), seed=7, ticks=TICKS_PER_DAY // 2, inputs=inputs)


def a_span(start: int, end: int) -> SpanLog:
    life = a_day()
    log = [one for one in life.log if start < one.tick <= end and one.event.kind in RECAP_KINDS]
    made = {
        one.commitment: one.what for tick, one in life.all(e.Offered) if tick <= start
    }  # As the state at the start has them.
    names = {who: persona.name for who, persona in life.scenario.personas.items()}
    return SpanLog(log, start, end, names, occasions=made)


def told(start: int = 0, end: int = TICKS_PER_DAY // 2) -> list[Told]:
    return recap(a_span(start, end))


def text_of(sentences: list[Told]) -> str:
    return " ".join(one.text for one in sentences)


def test_what_was_done_to_the_town_is_told() -> None:
    found = told()
    text = text_of(found)
    assert "The bread oven at The Blue Kettle was suddenly burning" in text
    assert "“The circus comes to Alder Green on Tuesday!”" in text
    assert "It began to snow." in text
    assert "Zoe came to visit the town." in text
    assert next(one for one in found if "burning" in one.text).tick == FIRE
    assert [one.tick for one in found] == sorted(one.tick for one in found)


def test_who_heard_an_announcement_is_named() -> None:
    said = next(one for one in told() if "circus" in one.text)
    heard = {
        one.resident for _, one in a_day().all(e.Remembered) if (one.percept or "").startswith("announced|")
    }
    assert set(said.who) == heard
    assert len(said.seqs) == 1 + len(heard)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, TICKS_PER_DAY // 2), st.integers(0, TICKS_PER_DAY // 2))
def test_every_sentence_rests_on_events_of_the_span_and_quotes_what_they_say(one: int, other: int) -> None:
    start, end = sorted((one, other))
    span = a_span(start, end)
    events = {recorded.seq: recorded for recorded in span.log}
    found = recap(span)
    assert len(found) <= 12
    for sentence in found:
        assert sentence.seqs
        assert len(set(sentence.seqs)) == len(sentence.seqs)
        assert events[sentence.seqs[0]].tick == sentence.tick
        spoken = "".join(str(events[seq].event.model_dump()) for seq in sentence.seqs)
        for quote in QUOTE.findall(sentence.text):
            start_of_it = quote.rstrip("…").split("“")[0][:60]
            assert start_of_it in spoken or start_of_it in " ".join(spoken.split())


def test_only_the_kinds_it_says_matter() -> None:
    span = a_span(0, TICKS_PER_DAY // 2)
    assert recap(replace(span, log=a_day().log)) == recap(span)


def test_a_span_in_which_nothing_happened_has_nothing_to_tell() -> None:
    assert told(FIRE, FIRE) == []


def test_news_is_told_with_how_far_it_came() -> None:
    names = {"ana": "Ana Lind", "ben": "Ben Ode", "cleo": "Cleo Ray"}
    news = Knowing("There is a party on Friday.", (("ana", 0, 1), ("ben", 50, 9), ("cleo", 90, 12)))
    (found,) = recap(SpanLog([], 40, 60, names, news=(news,)))
    assert found.text == "Ben heard that “There is a party on Friday”; two of 3 know it now."
    assert (found.tick, found.seqs, found.who) == (50, (9,), ("ben",))


def test_who_left_for_good_is_told_and_counted_no_more() -> None:
    names = {"ana": "Ana Lind", "ben": "Ben Ode"}
    gone = e.Recorded(4, 50, 0, e.ResidentRemoved(resident="ben", at=(1, 1)))
    news = Knowing("There is a party.", (("ana", 60, 5),))
    left, heard = recap(SpanLog([gone], 40, 70, names, news=(news,), living=1))
    assert (left.text, left.who) == ("Ben left town for good.", ("ben",))
    assert heard.text == "Ana heard that “There is a party”; one of 1 know it now."


def test_words_for_a_whole_building_are_told_once_with_all_who_heard_them() -> None:
    text = "The cake is ready."
    rooms = [
        e.Announced(arena=f"Lane:The Kettle:{room}", text=text, by="director") for room in ("kitchen", "bar")
    ]
    later = e.Announced(arena="Lane:The Kettle:bar", text=text, by="director")
    log = [e.Recorded(n + 1, 5, n, event) for n, event in enumerate(rooms)]
    log += [e.Recorded(3, 5, 2, heard_by("ana", 5, text)), e.Recorded(4, 5, 3, heard_by("ben", 5, text))]
    log += [e.Recorded(5, 9, 0, later), e.Recorded(6, 9, 1, heard_by("ana", 9, text))]
    names = {"ana": "Ana Lind", "ben": "Ben Ode"}
    first, again = recap(SpanLog(log, 0, 9, names))
    assert first.text == "It was announced at The Kettle: “The cake is ready.” Ana and Ben heard it."
    assert (first.tick, first.seqs) == (5, (1, 2, 3, 4))
    assert again.text == "It was announced at The Kettle: “The cake is ready.” Ana heard it."
    assert (again.tick, again.seqs) == (9, (5, 6))


def heard_by(resident: str, tick: int, text: str) -> e.Remembered:
    return e.Remembered(
        id=f"{resident}:{tick}", resident=resident, memory="observation", text=f"Words: {text}", importance=5,
        source=e.Source(by="intervention"), percept=f"announced|{tick}|{text}",
    )  # fmt: skip


def test_what_was_called_off_from_outside_is_no_refusal() -> None:
    names = {"ana": "Ana Lind", "ben": "Ben Ode"}
    off = [
        e.OfferAnswered(commitment="c1", resident=who, accepted=False, reason="it was called off")
        for who in names
    ]
    log = [e.Recorded(n + 1, 70, n, event) for n, event in enumerate(off)]
    (found,) = recap(SpanLog(log, 0, 80, names, occasions={"c1": "tea in the park"}))
    assert found.text == "Tea in the park was called off for Ana and Ben."
    no = e.OfferAnswered(commitment="c1", resident="ben", accepted=False, cause="say:ben@60.0")
    (found,) = recap(SpanLog([e.Recorded(1, 70, 0, no)], 0, 80, names, occasions={"c1": "tea"}))
    assert found.text == "Ben said no to tea."


def test_words_kept_and_broken_are_told_together() -> None:
    names = {"ana": "Ana Lind", "ben": "Ben Ode", "cleo": "Cleo Ray"}
    settled = [
        e.CommitmentSettled(commitment="c1", resident="ana", how="kept"),
        e.CommitmentSettled(commitment="c1", resident="ben", how="kept"),
        e.CommitmentSettled(commitment="c1", resident="cleo", how="broken"),
    ]
    log = [e.Recorded(n + 1, 70, n, event) for n, event in enumerate(settled)]
    (found,) = recap(SpanLog(log, 0, 80, names, occasions={"c1": "the party"}))
    assert found.text == "Ana and Ben came to the party; Cleo did not."


@pytest.mark.parametrize("letter", ["\u202e", "\x07", "\n"])
def test_nothing_that_directs_text_comes_through(letter: str) -> None:
    event = e.Announced(text=f"Hello{letter}there", by="director")
    (found,) = recap(SpanLog([e.Recorded(1, 5, 0, event)], 0, 9, {"ana": "Ana"}))
    assert letter not in found.text
    assert "Hello there" in found.text
