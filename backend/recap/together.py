"""What people had to do with each other: talks, new acquaintances, words given and kept, closeness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from backend.domain import events as e
from backend.gazette.in_words import counted, number
from backend.recap.people import People, at, clean
from backend.recap.told import Told

MOST_QUOTED = 2
"""Talks that are told of by a line; the rest are counted."""
CLOSER = 0.12
"""A change of closeness worth telling."""
MANY_MET = 3


def together(log: Sequence[e.Recorded], people: People, occasions: Mapping[str, str]) -> Iterator[Told]:
    """`occasions`: what commitments of before the span are called, by id."""
    yield from _talks(log, people)
    yield from _met(log, people)
    yield from _words_given(log, people, dict(occasions))
    yield from _closeness(log, people)


def _talks(log: Sequence[e.Recorded], people: People) -> Iterator[Told]:
    talks: dict[str, list[e.Recorded]] = defaultdict(list)
    arenas: dict[str, str | None] = {}
    for recorded in log:
        if isinstance(recorded.event, e.TalkStarted):
            arenas[recorded.event.talk] = recorded.event.arena
        elif isinstance(recorded.event, e.Said) and recorded.event.talk is not None:
            talks[recorded.event.talk].append(recorded)
    ranked = sorted(talks.items(), key=lambda item: (-_weight(item[1]), item[1][0].seq))
    for talk, lines in ranked[:MOST_QUOTED]:
        best = max(lines, key=lambda one: (_worth(one.event), -one.seq))
        assert isinstance(best.event, e.Said)
        speakers = tuple(dict.fromkeys(one.event.speaker for one in lines if isinstance(one.event, e.Said)))
        everybody = tuple(dict.fromkeys([*speakers, *best.event.to]))
        where = f" {at(arenas[talk])}" if arenas.get(talk) else ""
        told = bool(best.event.tells)
        yield Told(
            4 + min(3.0, len(lines) / 6) + (2 if told else 0),
            best.tick,
            (best.seq, *(one.seq for one in lines if one is not best)),
            f"{people.all(everybody)} talked{where}. {people.name(best.event.speaker)}: “{clean(best.event.text)}”",
            "💬",
            (best.event.speaker, *(one for one in everybody if one != best.event.speaker)),
        )
    rest = ranked[MOST_QUOTED:]
    if rest:
        lines = [line for _, talk in rest for line in talk]
        first = min(lines, key=lambda one: one.seq)
        speakers = tuple(dict.fromkeys(one.event.speaker for one in lines if isinstance(one.event, e.Said)))
        more = counted(len(rest), "more talk", "more talks")
        yield Told(
            5,
            first.tick,
            tuple(one.seq for one in sorted(lines, key=lambda one: one.seq)),
            f"There {'was' if len(rest) == 1 else 'were'} {more}, {number(len(lines))} lines in all, "
            f"with {people.all(speakers)}.",
            "💬",
            speakers,
        )


def _worth(event: object) -> int:
    """Lines that pass something on say most; greetings say little."""
    return 400 * len(event.tells) + min(len(event.text), 200) if isinstance(event, e.Said) else 0


def _weight(lines: Sequence[e.Recorded]) -> int:
    return sum(_worth(one.event) for one in lines)


def _met(log: Sequence[e.Recorded], people: People) -> Iterator[Told]:
    learned: dict[tuple[str, str], e.Recorded] = {}
    for recorded in log:
        if isinstance(recorded.event, e.NameLearned):
            one, other = sorted((recorded.event.resident, recorded.event.other))
            learned.setdefault((one, other), recorded)
    met = list(learned.items())
    for pair, recorded in met if len(met) <= MANY_MET else []:
        yield Told(
            3, recorded.tick, (recorded.seq,), f"{people.all(pair)} learned each other's names.", "🤝", pair
        )
    if len(met) > MANY_MET:
        first = met[0][1]
        yield Told(
            4,
            first.tick,
            tuple(recorded.seq for _, recorded in met),
            f"{_capital(number(len(met)))} pairs learned each other's names, {people.all(met[0][0])} first.",
            "🤝",
            met[0][0],
        )


def _words_given(log: Sequence[e.Recorded], people: People, occasions: dict[str, str]) -> Iterator[Told]:
    asked: dict[str, list[e.Recorded]] = defaultdict(list)
    yes: dict[str, list[e.Recorded]] = defaultdict(list)
    no: dict[str, list[e.Recorded]] = defaultdict(list)
    off: dict[str, list[e.Recorded]] = defaultdict(list)
    came: dict[str, list[e.Recorded]] = defaultdict(list)
    stayed: dict[str, list[e.Recorded]] = defaultdict(list)
    for recorded in log:
        match recorded.event:
            case e.Offered() as offered:
                occasions.setdefault(offered.commitment, offered.what)
                if offered.to:
                    asked[offered.commitment].append(recorded)
            case e.OfferAnswered() as answer:
                of_nobody = answer.talk is None and answer.cause is None
                answers = yes if answer.accepted else off if of_nobody else no
                answers[answer.commitment].append(recorded)
            case e.CommitmentSettled() as settled:
                (came if settled.how == "kept" else stayed)[settled.commitment].append(recorded)
    for commitment in dict.fromkeys([*asked, *yes, *no]):
        yield _invitation(
            people, occasions.get(commitment, "it"), asked[commitment], yes[commitment], no[commitment]
        )
    for commitment, ended in off.items():
        yield _called_off(people, occasions.get(commitment, "it"), ended)
    for commitment in dict.fromkeys([*came, *stayed]):
        yield _settled(people, occasions.get(commitment, "it"), came[commitment], stayed[commitment])


def _invitation(
    people: People,
    what: str,
    asked: Sequence[e.Recorded],
    yes: Sequence[e.Recorded],
    no: Sequence[e.Recorded],
) -> Told:
    parts = []
    if asked:
        hosts = [one.event.resident for one in asked if isinstance(one.event, e.Offered)]
        guests = [who for one in asked if isinstance(one.event, e.Offered) for who in one.event.to]
        parts.append(f"{people.all(hosts)} asked {people.all(guests)} to {clean(what, 80)}")
    if yes:
        agreed = people.all(_residents(yes))
        parts.append(f"{agreed} said yes" if asked else f"{agreed} said yes to {clean(what, 80)}")
    if no:
        declined = people.all(_residents(no))
        parts.append(f"{declined} said no" if asked or yes else f"{declined} said no to {clean(what, 80)}")
    events = sorted([*asked, *yes, *no], key=lambda one: one.seq)
    who = tuple(dict.fromkeys([*_residents(asked), *_residents(yes), *_residents(no)]))
    return Told(
        3 + min(6, len(events) / 2),
        events[0].tick,
        tuple(one.seq for one in events),
        f"{_capital('; '.join(parts))}.",
        "💌",
        who,
    )


def _called_off(people: People, what: str, answers: Sequence[e.Recorded]) -> Told:
    """Of those who agreed nobody has changed its mind: it was called off from outside, or somebody has left."""
    whom = _residents(answers)
    return Told(
        5,
        answers[0].tick,
        tuple(one.seq for one in answers),
        f"{_capital(clean(what, 80))} was called off for {people.all(whom)}.",
        "📅",
        tuple(dict.fromkeys(whom)),
    )


def _settled(people: People, what: str, came: Sequence[e.Recorded], stayed: Sequence[e.Recorded]) -> Told:
    events = sorted([*came, *stayed], key=lambda one: one.seq)
    parts = []
    if came:
        parts.append(f"{people.all(_residents(came), 6)} came to {clean(what, 80)}")
    if stayed:
        absent = people.all(_residents(stayed))
        parts.append(f"{absent} did not" if came else f"{absent} did not come to {clean(what, 80)}")
    return Told(
        4 + min(8, len(came)),
        events[0].tick,
        tuple(one.seq for one in events),
        f"{_capital('; '.join(parts))}.",
        "📅",
        tuple(dict.fromkeys([*_residents(came), *_residents(stayed)])),
    )


def _residents(events: Sequence[e.Recorded]) -> list[str]:
    return [who for one in events if (who := one.event.subject) is not None]


def _closeness(log: Sequence[e.Recorded], people: People) -> Iterator[Told]:
    """Pairs who ended nearer to each other, or farther apart, than their first change in the span left them."""
    changes: dict[tuple[str, str], list[e.Recorded]] = defaultdict(list)
    for recorded in log:
        if isinstance(recorded.event, e.RelationshipChanged):
            changes[recorded.event.resident, recorded.event.other].append(recorded)
    moved: list[tuple[float, tuple[str, str], list[e.Recorded]]] = []
    for pair, found in changes.items():
        ends = [one.event.closeness for one in found if isinstance(one.event, e.RelationshipChanged)]
        if abs(ends[-1] - ends[0]) >= CLOSER:
            moved.append((ends[-1] - ends[0], pair, found))
    moved.sort(key=lambda one: (-abs(one[0]), one[1]))
    for by, (one, other), found in moved[:2]:
        how = "took more to" if by > 0 else "cooled towards"
        last = found[-1]
        text = f"{people.name(one)} {how} {people.name(other)}."
        yield Told(
            3.5, last.tick, (last.seq, *(it.seq for it in found[:-1])), _capital(text), "💞", (one, other)
        )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
