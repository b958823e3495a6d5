"""What befell the town: announcements, weather, things changed from outside, who came and went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.domain import events as e
from backend.domain.concern import concern
from backend.domain.inputs import VISITOR_PREFIX
from backend.gazette.in_words import counted
from backend.recap.people import People, clean, named, thing
from backend.recap.told import Told

WEATHER: dict[e.Weather, str] = {
    "clear": "The sky cleared.",
    "rain": "It began to rain.",
    "storm": "A storm came up.",
    "snow": "It began to snow.",
    "fog": "Fog came down.",
    "heat": "It became very hot.",
}
SKY: dict[e.Weather, str] = {"clear": "☀️", "rain": "🌧️", "storm": "⛈️", "snow": "❄️", "fog": "🌫️", "heat": "🥵"}


def outside(log: Sequence[e.Recorded], people: People) -> Iterator[Told]:
    yield from _announcements(log, people)
    yield from _things(log, people)
    yield from _arrivals(log, people)
    for recorded in log:
        seqs = (recorded.seq,)
        match recorded.event:
            case e.WeatherChanged(weather=weather):
                yield Told(5, recorded.tick, seqs, WEATHER[weather], SKY[weather])
            case e.PlaceClosed(place=place, reason=reason):
                why = f": {clean(reason, 80)}" if reason else ""
                yield Told(8, recorded.tick, seqs, f"{_capital(named(place))} was closed{why}.", "⛔")
            case e.PlaceOpened(place=place):
                yield Told(5, recorded.tick, seqs, f"{_capital(named(place))} was opened again.", "🔓")
            case e.ResidentMoved(resident=who):
                text = f"{people.name(who)} was suddenly somewhere else."
                yield Told(6, recorded.tick, seqs, text, "🪄", (who,))
            case e.ResidentRemoved(resident=who):
                yield Told(10, recorded.tick, seqs, f"{people.name(who)} left town for good.", "🧳", (who,))


def _announcements(log: Sequence[e.Recorded], people: People) -> Iterator[Told]:
    """Words for a whole building are an event in each of its rooms; they are told once."""
    spoken: dict[tuple[int, str, str | None], list[e.Recorded]] = {}
    heard: dict[str, dict[str, int]] = {}
    for recorded in log:
        match recorded.event:
            case e.Announced() as said:
                place = None if said.arena is None else named(said.arena)
                spoken.setdefault((recorded.tick, said.text, place), []).append(recorded)
            case e.Remembered(percept=str(percept)) as memory if percept.startswith("announced|"):
                heard.setdefault(percept, {}).setdefault(memory.resident, recorded.seq)
    for (tick, text, place), events in spoken.items():
        hearers = heard.get(f"announced|{tick}|{text}", {})
        where = "all over town" if place is None else f"at {place}"
        who = f"{people.all(hearers)} heard it." if hearers else "Nobody was there to hear it."
        yield Told(
            9,
            tick,
            (*(one.seq for one in events), *hearers.values()),
            f"It was announced {where}: “{clean(text)}” {_capital(who)}",
            "📣",
            tuple(hearers),
        )


def _things(log: Sequence[e.Recorded], people: People) -> Iterator[Told]:
    """Things that no resident's doings changed, and what became of them."""
    changes = [(one, one.event) for one in log if isinstance(one.event, e.ObjectChanged)]
    later: dict[str, e.Recorded] = {}
    next_of: dict[int, e.Recorded | None] = {}
    for recorded, change in reversed(changes):
        next_of[recorded.seq] = later.get(change.object)
        later[change.object] = recorded
    for recorded, change in changes:
        if change.by is not None and not change.by.startswith(VISITOR_PREFIX):
            continue
        mended = next_of[recorded.seq]
        seqs, text = (
            [recorded.seq],
            f"{_capital(thing(change.object))} was suddenly {clean(change.state, 80)}",
        )
        if change.by is not None:
            text = f"{_capital(people.name(change.by))} left {thing(change.object)} {clean(change.state, 80)}"
        who: tuple[str, ...] = ()
        if mended is not None and isinstance(mended.event, e.ObjectChanged):
            seqs.append(mended.seq)
            if mended.event.by is not None:
                text += f"; {people.name(mended.event.by)} saw to it"
                who = (mended.event.by,)
        weight = 3 if change.by is not None else 6 + 6 * concern(change.state)
        yield Told(weight, recorded.tick, tuple(seqs), f"{text}.", "✨", who)


def _arrivals(log: Sequence[e.Recorded], people: People) -> Iterator[Told]:
    guests: list[e.Recorded] = []
    for recorded in log:
        match recorded.event:
            case e.ResidentAdded() as came:
                name = clean(came.newcomer.persona.name, 40)
                home = came.newcomer.persona.home.split(":")[-1]
                yield Told(
                    10, recorded.tick, (recorded.seq,), f"{name} moved into {home}.", "🧳", (came.resident,)
                )
            case e.VisitorEntered():
                guests.append(recorded)
    if guests:
        ids = [one.event.visitor for one in guests if isinstance(one.event, e.VisitorEntered)]
        names = people.all(ids)
        count = len(set(ids))
        text = (
            f"{_capital(names)} came to visit the town."
            if count < 3
            else (f"The town had {counted(count, 'visitor', 'visitors')}: {names}.")
        )
        yield Told(4, guests[0].tick, tuple(one.seq for one in guests), text, "🚪", tuple(dict.fromkeys(ids)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
