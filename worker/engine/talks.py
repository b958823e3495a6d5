"""Talk between residents: beginning, lines, end."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain.questions.say import MOST_LINES
from backend.domain.view import EARSHOT, distance
from backend.domain.wishes import Converse, Utter
from backend.domain.world import Tile
from worker.engine.actions import LEAVE_BEFORE, must_leave, path_near
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


def utter(town: Town, wish: Utter) -> None:
    """Says one line; the talk ends when both have taken leave, at its longest, or when the place closes."""
    talk = town.state.talks[wish.talk]
    others = tuple(p for p in talk.participants if p != wish.resident)
    town.emit(
        e.Said(
            speaker=wish.resident,
            to=others,
            text=wish.text,
            talk=wish.talk,
            tells=wish.tells,
            ends=wish.ends,
            cause=wish.cause,
        )
    )
    for other in others:
        for event in town.cognition.hear(town.view(), other, wish.resident, wish.tells, wish.talk):
            town.emit(event)  # type: ignore[arg-type]
    if wish.introduces and town.cognition.remembers:
        for other in others:
            if not town.state.residents[other].knows_name_of(wish.resident):
                name = town.scenario.personas[wish.resident].name
                town.emit(e.NameLearned(resident=other, other=wish.resident, name=name))
    if talk.lines and talk.lines[-1].ends:
        end_talk(town, wish.talk, "both took leave")
    elif len(talk.lines) + 1 >= MOST_LINES:
        end_talk(town, wish.talk, "it was long enough")
    elif any(must_leave(town, p) for p in talk.participants):
        end_talk(town, wish.talk, "the place closes")


def end_talk(town: Town, talk_id: str, reason: str) -> None:
    """Ends a talk; each who took part thinks back on it."""
    talk = town.state.talks[talk_id]
    asks = []
    if talk.lines:
        asks = [town.cognition.digest(town.view(), participant, talk_id) for participant in talk.participants]
    town.emit(e.TalkEnded(talk=talk_id, reason=reason))
    for ask in asks:
        town.ask(ask)
