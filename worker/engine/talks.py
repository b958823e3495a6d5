"""Talk between residents: beginning, joining, lines, leaving, end."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain.questions.say import most_lines
from backend.domain.view import EARSHOT, distance
from backend.domain.wishes import MOST_TALKERS, Converse, Join, Utter
from backend.domain.world import Tile
from worker.engine.arranging import LEAVE_BEFORE, must_leave, path_near
from worker.engine.town import Town


def obstacle(town: Town, wish: Converse) -> str | None:
    """Why the two can't begin to talk; None if they can."""
    one, other = town.state.residents[wish.resident], town.state.residents.get(wish.other)
    if other is None:
        return f"{wish.other} is not in town"
    if _talk_with_each_other(town, wish):
        return None  # both wanted to: it has begun
    if one.talk is not None or other.talk is not None:
        return "one of them is in a talk already"
    if one.asleep or other.asleep:
        return "one of them is asleep"
    if not town.view().in_sight(one.id, other.id):
        return "they have lost sight of each other"
    if must_leave(town, one.id, 2 * LEAVE_BEFORE) or must_leave(town, other.id, 2 * LEAVE_BEFORE):
        return "the place is about to close"
    if _is_out_of_earshot(town, wish) and _approach(town, wish) is None:
        return "there is no way to walk up"
    return None


def start_talk(town: Town, wish: Converse) -> None:
    """Begins a talk, both standing still, the one who starts it walking up if need be."""
    if _talk_with_each_other(town, wish):
        return
    view = town.view()
    approach = _approach(town, wish) if _is_out_of_earshot(town, wish) else None
    for resident in (town.state.residents[wish.resident], town.state.residents[wish.other]):
        if resident.walk is not None and resident.walk.arrival > town.tick:
            town.emit(e.Halted(resident=resident.id, at=resident.position(town.tick)))
    town.emit(
        e.TalkStarted(
            talk=f"talk:{wish.resident}+{wish.other}@{town.tick}",
            resident=wish.resident,
            participants=(wish.resident, wish.other),
            arena=view.arena_of(wish.other),
            cause=wish.cause,
        )
    )
    if approach is not None and len(approach) > 1:
        town.emit(e.Walked(resident=wish.resident, path=approach))


def _talk_with_each_other(town: Town, wish: Converse) -> bool:
    one, other = town.state.residents[wish.resident], town.state.residents[wish.other]
    return one.talk is not None and one.talk == other.talk


def _is_out_of_earshot(town: Town, wish: Converse) -> bool:
    view = town.view()
    return distance(view.position(wish.resident), view.position(wish.other)) > EARSHOT


def _approach(town: Town, wish: Converse) -> tuple[Tile, ...] | None:
    return path_near(town, wish.resident, town.view().position(wish.other), reach=2)


def takes_part(town: Town, resident: str, talk_id: str) -> bool:
    talk = town.state.talks.get(talk_id)
    return talk is not None and resident in talk.participants


def obstacle_to_joining(town: Town, wish: Join) -> str | None:
    """Why somebody can't join a talk; None if it can."""
    talk, one = town.state.talks.get(wish.talk), town.state.residents[wish.resident]
    if talk is None:
        return "the talk was over"
    if one.talk is not None:
        return "it is in a talk already"
    if one.asleep:
        return "it is asleep"
    if len(talk.participants) >= MOST_TALKERS:
        return "enough take part in the talk"
    if not any(town.view().in_sight(one.id, other) for other in talk.participants):
        return "it has lost sight of them"
    if must_leave(town, one.id, 2 * LEAVE_BEFORE):
        return "the place is about to close"
    if _way_to(town, one.id, talk.participants[0]) is None:
        return "there is no way to walk up"
    return None


def join(town: Town, wish: Join) -> None:
    """Steps up to those who talk, and is one of them from now on."""
    resident, talk = town.state.residents[wish.resident], town.state.talks[wish.talk]
    approach = _way_to(town, wish.resident, talk.participants[0])
    if resident.walk is not None and resident.walk.arrival > town.tick:
        town.emit(e.Halted(resident=resident.id, at=resident.position(town.tick)))
    town.emit(e.TalkJoined(talk=wish.talk, resident=wish.resident, cause=wish.cause))
    if approach is not None and len(approach) > 1:
        town.emit(e.Walked(resident=wish.resident, path=approach))


def _way_to(town: Town, resident: str, other: str) -> tuple[Tile, ...] | None:
    """The walk into earshot of `other`; only where it stands if it is there already."""
    view = town.view()
    here, there = view.position(resident), view.position(other)
    return (here,) if distance(here, there) <= EARSHOT else path_near(town, resident, there, reach=2)


def utter(town: Town, wish: Utter) -> None:
    """Says one line. Who takes leave goes; the talk ends when two have, at its longest, or when the place closes."""
    talk = town.state.talks[wish.talk]
    others = tuple(p for p in talk.participants if p != wish.resident)
    line = e.Said(
        speaker=wish.resident,
        to=others,
        text=wish.text,
        talk=wish.talk,
        tells=wish.tells,
        ends=wish.ends,
        cause=wish.cause,
    )
    town.emit(line)
    for other in others:
        for event in town.cognition.hear(town.view(), other, wish.resident, wish.tells, wish.talk):
            town.emit(event)  # type: ignore[arg-type]
    overhear(town, line)
    if wish.introduces and town.cognition.remembers:
        for other in others:
            if not town.state.residents[other].knows_name_of(wish.resident):
                name = town.scenario.personas[wish.resident].name
                town.emit(e.NameLearned(resident=other, other=wish.resident, name=name))
    if len(talk.participants) > 2 and wish.ends:
        leave(town, wish.resident, "took leave")
    elif talk.lines and talk.lines[-1].ends and talk.lines[-1].speaker in talk.participants:
        end_talk(town, wish.talk, "both took leave")
    elif len(talk.lines) + 1 >= most_lines(len(talk.participants)):
        end_talk(town, wish.talk, "it was long enough")
    elif any(must_leave(town, p) for p in talk.participants):
        end_talk(town, wish.talk, "the place closes")


def overhear(town: Town, line: e.Said) -> None:
    """Third parties who are awake and in earshot hear what is said, unless they talk themselves."""
    for listener in sorted(town.state.residents):
        if listener == line.speaker or listener in line.to:
            continue
        resident = town.state.residents[listener]
        if resident.asleep or resident.talk is not None:
            continue
        if town.view().in_sight(listener, _where(town, line), EARSHOT):
            for event in town.cognition.overhear(town.view(), listener, line):
                town.emit(event)  # type: ignore[arg-type]


def _where(town: Town, line: e.Said) -> str:
    """Whose place the words come from: one who speaks from outside the town is heard where the other stands."""
    speaks_from_outside = line.speaker not in (*town.state.residents, *town.state.visitors)
    return line.to[0] if speaks_from_outside else line.speaker


def leave(town: Town, resident: str, reason: str) -> None:
    """Takes somebody out of its talk; the others go on if two are left."""
    talk_id = town.state.residents[resident].talk
    if talk_id is None:
        return
    talk = town.state.talks[talk_id]
    if len(talk.participants) <= 2:
        end_talk(town, talk_id, reason)
        return
    thinking_back = town.cognition.digest(town.view(), resident, talk_id) if talk.lines else None
    town.emit(e.TalkLeft(talk=talk_id, resident=resident, reason=reason))
    if thinking_back is not None:
        town.ask(thinking_back)


def take_out(town: Town, resident: str, reason: str) -> None:
    """The same for one who is gone: it thinks back on nothing any more."""
    talk_id = town.state.residents[resident].talk
    if talk_id is None:
        return
    if len(town.state.talks[talk_id].participants) <= 2:
        end_talk(town, talk_id, reason, gone=resident)
    else:
        town.emit(e.TalkLeft(talk=talk_id, resident=resident, reason=reason))


def end_talk(town: Town, talk_id: str, reason: str, gone: str | None = None) -> None:
    """Ends a talk; each who took part, but one who is gone, thinks back on it."""
    talk = town.state.talks[talk_id]
    asks = []
    if talk.lines:
        thinking = (one for one in talk.participants if one != gone)
        asks = [town.cognition.digest(town.view(), participant, talk_id) for participant in thinking]
    town.emit(e.TalkEnded(talk=talk_id, reason=reason))
    for ask in asks:
        town.ask(ask)
