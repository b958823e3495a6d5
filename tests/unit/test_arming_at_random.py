"""Whatever is armed in a town, and whenever: each is done at most once, and the same life comes of it again."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from backend.domain import events as e
from backend.domain.inputs import (
    Announce,
    AnyInput,
    Arm,
    Deed,
    MoveResident,
    OpenPlace,
    SetObject,
    SetWeather,
    SpeakAs,
    Whisper,
)
from tests.a_life import Life, live
from tests.unit.a_visit import BENCH, brook

TICKS = 2400
CAKE = "There is free cake."
PEOPLE = sorted(brook().personas)
PLACES = sorted(brook().world.sectors)

person, place = st.sampled_from(PEOPLE), st.sampled_from(PLACES)
weather = st.sampled_from(["clear", "rain", "storm"])
state = st.sampled_from(["wet", "on fire"])
conditions: st.SearchStrategy[e.Condition] = st.one_of(
    st.builds(e.ArrivesAt, who=st.none() | person, place=place),
    st.builds(e.ThingIs, object=st.just(BENCH), state=state),
    st.permutations(PEOPLE).map(lambda people: e.TalkBegins(one=people[0], other=people[1])),
    st.builds(e.NewsKnown, news=st.just("lanterns"), least=st.integers(1, 3)),
    st.builds(e.HeardOf, of=st.just("announcement"), which=st.just(CAKE), least=st.integers(1, 6)),
    st.builds(e.HeardOf, of=st.just("commitment"), which=st.just("occasion:lanterns"), least=st.integers(1, 6)),
    st.builds(e.WeatherIs, weather=weather),
    st.builds(e.ClockShows, minute=st.integers(7 * 60, 14 * 60)),
    st.builds(e.WordGiven, how=st.sampled_from(["made", "kept", "broken"])),
)  # fmt: skip
deeds: st.SearchStrategy[Deed] = st.one_of(
    st.builds(Announce, text=st.just(CAKE)),
    st.builds(SetWeather, weather=weather),
    st.builds(SetObject, object=st.just(BENCH), state=state),
    st.builds(MoveResident, resident=person, place=place),
    st.builds(OpenPlace, place=place),
    st.builds(Whisper, resident=person, text=st.just("Is it going to rain?")),
    st.builds(SpeakAs, role=st.just("a reporter"), to=person, text=st.just("What is new?")),
)
arms = st.builds(Arm, when=conditions, do=deeds, minutes=st.integers(1, 400))
Sent = list[tuple[int, AnyInput]]


@settings(max_examples=15, deadline=None)
@given(sent=st.lists(st.tuples(st.integers(1, TICKS), arms), min_size=1, max_size=12))
def test_each_is_done_at_most_once_and_told_to_its_end(sent: Sent) -> None:
    life = lived(sent)
    for armed, story in _stories(life):
        (since, arming), *rest = story
        kinds = [event.kind for _, event in rest]
        ticks = [tick for tick, _ in rest]
        assert isinstance(arming, e.Armed)
        assert kinds in ([], ["expired"], ["condition_met"], MET, [*MET, "misfired"]), (armed, kinds)
        if kinds == ["expired"]:
            assert ticks == [arming.until]
        elif kinds:
            assert since <= ticks[0] <= arming.until
            assert ticks[1:] == [ticks[0] + 1] * len(ticks[1:])
        if not kinds:
            assert arming.until >= TICKS
    assert lived(sent).digest == life.digest


MET = ["condition_met", "fired"]


def lived(sent: Sent) -> Life:
    return live(brook(), seed=7, ticks=TICKS + 1, inputs=sorted(sent, key=lambda one: one[0]))


def _stories(life: Life) -> Iterator[tuple[str, list[tuple[int, e.AnyEvent]]]]:
    """By id: all that is told of what was armed, with its ticks."""
    found: dict[str, list[tuple[int, e.AnyEvent]]] = {}
    for recorded in life.log:
        if (armed := getattr(recorded.event, "armed", None)) is not None:
            found.setdefault(armed, []).append((recorded.tick, recorded.event))
    yield from found.items()
