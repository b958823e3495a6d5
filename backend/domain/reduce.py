"""Plays events onto a town's state. One function an event kind, all in the registry `REDUCERS`.

The page has the same reducer in TypeScript (`frontend/src/town/reduce.ts`); a test holds both to equal states.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, Literal, cast, get_args

from backend.domain import events as e
from backend.domain.events import MindChoice
from backend.domain.persona import Acquaintance
from backend.domain.state import (
    DIALOGUE_LINES,
    REMINDER,
    RETENTION,
    Action,
    Attention,
    Belief,
    Body,
    Commitment,
    Doing,
    Emote,
    Goal,
    Line,
    ObjectState,
    OpenQuestion,
    Party,
    Plan,
    Relationship,
    Resident,
    Talk,
    TownState,
    Visitor,
    Walk,
    Welcome,
)


def reduce(state: TownState, recorded: e.Recorded) -> None:
    """Plays one event; it must be the next of the log."""
    state.tick, state.order, state.seq = recorded.tick, recorded.order, recorded.seq
    REDUCERS[recorded.event.kind](state, recorded.event, recorded.tick)


def reduce_all(state: TownState, log: Iterable[e.Recorded]) -> TownState:
    for recorded in log:
        reduce(state, recorded)
    return state


def _change(state: TownState, resident: str, **changes: Any) -> None:
    state.residents[resident] = replace(state.residents[resident], **changes)


def _attend(state: TownState, resident: str, **changes: Any) -> None:
    state.attention[resident] = replace(state.attention[resident], **changes)


def _relate(state: TownState, resident: str, other: str, **changes: Any) -> None:
    relationships = state.residents[resident].relationships
    changed = replace(relationships.get(other, Relationship()), **changes)
    _change(state, resident, relationships={**relationships, other: changed})


def _founded(state: TownState, event: e.TownFounded, tick: int) -> None:
    """Little: the state before the first event is made from the scenario."""
    state.mind = cast(MindChoice, event.mind if event.mind in get_args(MindChoice) else "rules")


def _resident_added(state: TownState, event: e.ResidentAdded, tick: int) -> None:
    newcomer, resident = event.newcomer, event.resident
    state.newcomers[resident] = newcomer
    known = {one.other: _acquainted(one) for one in newcomer.persona.knows}
    state.residents[resident] = Resident(id=resident, at=event.at, relationships=known)
    state.residents = dict(sorted(state.residents.items()))
    state.attention[resident] = Attention()
    for one in newcomer.known_by:
        before = state.residents[one.other].relationships
        _change(state, one.other, relationships={**before, resident: _acquainted(one)})
    if newcomer.bed is not None:
        state.objects[newcomer.bed.id] = ObjectState(newcomer.bed.initial, None, tick)


def _acquainted(known: Acquaintance) -> Relationship:
    return Relationship(knows_name=known.knows_name, closeness=known.closeness, note=known.note)


# -- bodies


def _walked(state: TownState, event: e.Walked, tick: int) -> None:
    _change(state, event.resident, at=event.path[0], walk=Walk(event.path, tick))


def _halted(state: TownState, event: e.Halted, tick: int) -> None:
    _change(state, event.resident, at=event.at, walk=None)


def _met(state: TownState, event: e.Met, tick: int) -> None:
    """Nothing: it only makes both look at the close of the tick."""


def _knocked(state: TownState, event: e.Knocked, tick: int) -> None:
    """Nothing: it only makes those look who are in."""


def _let_in(state: TownState, event: e.LetIn, tick: int) -> None:
    state.welcomes[event.guest] = Welcome(event.home, event.resident, event.until)


def _visitor_entered(state: TownState, event: e.VisitorEntered, tick: int) -> None:
    state.visitors[event.visitor] = Visitor(event.visitor, event.name, event.looks, event.at, since=tick)


def _visitor_moved(state: TownState, event: e.VisitorMoved, tick: int) -> None:
    _visit(state, event.visitor, at=event.path[-1], doing=None)


def _visitor_used(state: TownState, event: e.VisitorUsed, tick: int) -> None:
    doing = Doing(event.object, event.use, event.activity, event.emoji, event.pose, tick)
    _visit(state, event.visitor, at=event.at, doing=doing)


def _visitor_stopped(state: TownState, event: e.VisitorStopped, tick: int) -> None:
    _visit(state, event.visitor, doing=None)


def _emoted(state: TownState, event: e.Emoted, tick: int) -> None:
    _visit(state, event.visitor, emote=Emote(event.emote, tick, event.until))


def _visit(state: TownState, visitor: str, **changes: Any) -> None:
    state.visitors[visitor] = replace(state.visitors[visitor], **changes)


def _visitor_left(state: TownState, event: e.VisitorLeft, tick: int) -> None:
    del state.visitors[event.visitor]


# -- actions and objects


def _action_chosen(state: TownState, event: e.ActionChosen, tick: int) -> None:
    resident = state.residents[event.resident]
    action = Action(
        activity=event.activity,
        emoji=event.emoji,
        need=event.need,
        arena=event.arena,
        object=event.object,
        object_state=event.object_state,
        spot=event.spot,
        duration=event.duration,
        asleep=event.asleep,
        block=event.block,
        why=event.why,
        cause=event.cause,
        cites=event.cites,
        chosen=tick,
    )
    if event.block is None:
        _change(state, event.resident, action=action)
    else:
        step = resident.step + 1 if event.block == resident.block else 1
        _change(state, event.resident, action=action, block=event.block, step=step)


def _action_begun(state: TownState, event: e.ActionBegun, tick: int) -> None:
    resident = state.residents[event.resident]
    assert resident.action is not None, "an action is begun only after it was chosen"
    at = resident.position(tick)
    _change(
        state,
        event.resident,
        at=at,
        walk=None,
        action=replace(resident.action, begun=tick, until=event.until),
    )
    if state.attention[event.resident].setbacks:
        _attend(state, event.resident, setbacks=0)


def _action_ended(state: TownState, event: e.ActionEnded, tick: int) -> None:
    resident = state.residents[event.resident]
    _change(state, event.resident, at=resident.position(tick), walk=None, action=None)
    if event.how == "refused":
        _attend(state, event.resident, trouble=event.reason)
        _set_back(state, event.resident, tick)


def _object_changed(state: TownState, event: e.ObjectChanged, tick: int) -> None:
    state.objects[event.object] = ObjectState(event.state, event.by, tick)


def _announced(state: TownState, event: e.Announced, tick: int) -> None:
    """Heard at the close of the tick, as observations; it leaves nothing else behind."""


# -- minds


def _asked(state: TownState, event: e.Asked, tick: int) -> None:
    if event.question == "detail_plan" and state.attention[event.resident].trouble:
        _attend(state, event.resident, trouble="")
    state.questions[event.key] = OpenQuestion(
        event.key, event.question, event.resident, tick, event.effect, event.about
    )
    for memory in event.memories:
        state.accesses[memory] = tick
    if event.question == "react" and event.about is not None:
        considered = state.attention[event.resident].considered
        _attend(state, event.resident, considered={**considered, event.about: tick})


def _answered(state: TownState, event: e.Answered, tick: int) -> None:
    state.questions.pop(event.key, None)


def _answer_lapsed(state: TownState, event: e.AnswerLapsed, tick: int) -> None:
    state.questions.pop(event.key, None)
    match event.question:
        case "plan_day" | "detail_plan":
            _set_back(state, event.resident, tick)
        case "rate":
            # The built-in ratings stand; the next batch is another one.
            _attend(state, event.resident, unrated=0)
        case "reflect":
            _attend(state, event.resident, unreflected=0)


def _set_back(state: TownState, resident: str, tick: int) -> None:
    _attend(state, resident, setbacks=state.attention[resident].setbacks + 1, setback_at=tick)


def _day_planned(state: TownState, event: e.DayPlanned, tick: int) -> None:
    plan = Plan(event.day, tick, event.blocks, state.seq)
    before = state.residents[event.resident]
    if not event.because or before.plan is None:
        _change(state, event.resident, plan=plan, block=-1, details={}, step=0)
        return
    # The rest of the day was planned anew: what was thought through stays where the block is still the same.
    kept = {
        number: actions
        for number, actions in before.details.items()
        if number < len(plan.blocks) and _is_same(before.plan.blocks[number], plan.blocks[number])
    }
    _change(state, event.resident, plan=plan, details=kept)


def _is_same(one: e.Block, other: e.Block) -> bool:
    """Whether it is the same block, be it that it ends earlier now."""
    return (one.start, one.activity, one.arena) == (other.start, other.activity, other.arena)


def _block_detailed(state: TownState, event: e.BlockDetailed, tick: int) -> None:
    resident = state.residents[event.resident]
    details = {**resident.details, event.block: event.actions}
    step = 0 if event.block == resident.block else resident.step
    _change(state, event.resident, details=details, step=step)


# -- memory


def _remembered(state: TownState, event: e.Remembered, tick: int) -> None:
    attention = state.attention[event.resident]
    changes: dict[str, Any] = {"unreflected": attention.unreflected + event.importance}
    if event.memory == "observation":
        changes["unrated"] = attention.unrated + 1
    if event.memory == "reflection":
        changes["unreflected"] = attention.unreflected
    if event.percept is not None and event.percept.startswith(REMINDER):
        changes["reminded"] = attention.reminded | {event.percept.removeprefix(REMINDER)}
    elif event.percept is not None:
        changes["percepts"] = (*attention.percepts, event.percept)[-RETENTION:]
    if event.news is not None:
        changes["heard_of"] = attention.heard_of | {event.news}
    if event.source.by == "speaker" and event.source.who is not None:
        changes["told"] = attention.told | {f"{event.source.who}|{event.id}"}
    _attend(state, event.resident, **changes)


def _rated(state: TownState, event: e.Rated, tick: int) -> None:
    state.importances.update(event.ratings)
    _attend(state, event.resident, unrated=0)


def _reflected(state: TownState, event: e.Reflected, tick: int) -> None:
    _attend(state, event.resident, unreflected=0)


# -- talk


def _talk_started(state: TownState, event: e.TalkStarted, tick: int) -> None:
    state.talks[event.talk] = Talk(event.talk, event.participants, event.arena, tick, event.cause)
    for participant in event.participants:
        _change(state, participant, talk=event.talk)


def _said(state: TownState, event: e.Said, tick: int) -> None:
    line = Line(event.speaker, event.text, tick, event.ends, state.seq)
    if event.talk is not None:
        talk = state.talks[event.talk]
        state.talks[event.talk] = replace(talk, lines=(*talk.lines, line))
    if event.tells and event.speaker in state.attention:
        told = state.attention[event.speaker].told
        _attend(state, event.speaker, told=told | {f"{other}|{m}" for other in event.to for m in event.tells})
    if event.talk is None:
        for one, other in ((event.speaker, event.to), *((to, (event.speaker,)) for to in event.to)):
            if one in state.attention:
                dialogues = state.attention[one].dialogues
                _attend(
                    state,
                    one,
                    dialogues={**dialogues, **{o: _with_line(dialogues.get(o, ()), line) for o in other}},
                )


def _with_line(lines: tuple[Line, ...], line: Line) -> tuple[Line, ...]:
    return (*lines, line)[-DIALOGUE_LINES:]


def _talk_ended(state: TownState, event: e.TalkEnded, tick: int) -> None:
    talk = state.talks.pop(event.talk)
    for one in talk.participants:
        _change(state, one, talk=None)
        for other in talk.participants:
            if other != one:
                _relate(state, one, other, talked=tick)


def _name_learned(state: TownState, event: e.NameLearned, tick: int) -> None:
    _relate(state, event.resident, event.other, knows_name=True, name=event.name)


def _relationship_changed(state: TownState, event: e.RelationshipChanged, tick: int) -> None:
    _relate(state, event.resident, event.other, closeness=event.closeness, note=event.note)


def _talk_joined(state: TownState, event: e.TalkJoined, tick: int) -> None:
    talk = state.talks[event.talk]
    state.talks[event.talk] = replace(talk, participants=(*talk.participants, event.resident))
    _change(state, event.resident, talk=event.talk)


def _talk_left(state: TownState, event: e.TalkLeft, tick: int) -> None:
    talk = state.talks[event.talk]
    rest = tuple(one for one in talk.participants if one != event.resident)
    state.talks[event.talk] = replace(talk, participants=rest)
    _change(state, event.resident, talk=None)
    for other in rest:
        _relate(state, event.resident, other, talked=tick)
        _relate(state, other, event.resident, talked=tick)


# -- commitments


def _offered(state: TownState, event: e.Offered, tick: int) -> None:
    known = state.commitments.get(event.commitment)
    if known is None:
        known = Commitment(
            id=event.commitment,
            host=event.resident,
            what=event.what,
            arena=event.arena,
            start=event.start,
            end=event.end,
            news=event.news,
            parties={event.resident: Party("accepted", event.resident, tick)},
        )
    asked = {other: Party("asked", event.resident, tick) for other in event.to if other not in known.parties}
    state.commitments[event.commitment] = replace(known, parties={**known.parties, **asked})


def _offer_answered(state: TownState, event: e.OfferAnswered, tick: int) -> None:
    status: Literal["accepted", "declined"] = "accepted" if event.accepted else "declined"
    _settle(state, event.commitment, event.resident, tick, status, event.reason, event.ground)


def _commitment_settled(state: TownState, event: e.CommitmentSettled, tick: int) -> None:
    ground = state.commitments[event.commitment].parties[event.resident].ground
    _settle(state, event.commitment, event.resident, tick, event.how, event.reason, ground)


def _settle(
    state: TownState,
    commitment: str,
    resident: str,
    tick: int,
    status: Literal["accepted", "declined", "kept", "broken"],
    reason: str,
    ground: str | None,
) -> None:
    known = state.commitments[commitment]
    before = known.parties.get(resident)
    party = Party(status, resident if before is None else before.by, tick, reason, ground)
    state.commitments[commitment] = replace(known, parties={**known.parties, resident: party})


# -- the inner life


def _body_changed(state: TownState, event: e.BodyChanged, tick: int) -> None:
    body = Body(event.energy, event.hunger, event.company, event.mood, event.because, tick)
    _change(state, event.resident, body=body)


def _believed(state: TownState, event: e.Believed, tick: int) -> None:
    beliefs = dict(state.residents[event.resident].beliefs)
    if event.confidence > 0:
        beliefs[event.belief] = Belief(
            event.statement, event.confidence, event.about, event.who, event.memories, tick
        )
    else:
        beliefs.pop(event.belief, None)
    _change(state, event.resident, beliefs=beliefs)


def _goal_set(state: TownState, event: e.GoalSet, tick: int) -> None:
    goal = Goal(event.text, event.status, event.memories, tick)
    _change(state, event.resident, goals={**state.residents[event.resident].goals, event.goal: goal})


def _mind_set(state: TownState, event: e.MindSet, tick: int) -> None:
    if event.resident is not None:
        _change(state, event.resident, mind=event.mind)
        return
    state.mind = event.mind
    for resident in state.residents:
        _change(state, resident, mind=None)


def _followed(state: TownState, event: e.Followed, tick: int) -> None:
    _attend(state, event.resident, followed=tick)


def _weather_changed(state: TownState, event: e.WeatherChanged, tick: int) -> None:
    state.weather = event.weather


def _embedded(state: TownState, event: e.Embedded, tick: int) -> None:
    """Vectors are the index's alone."""


REDUCERS: dict[str, Callable[[TownState, Any, int], None]] = {
    "town_founded": _founded,
    "resident_added": _resident_added,
    "walked": _walked,
    "halted": _halted,
    "met": _met,
    "knocked": _knocked,
    "let_in": _let_in,
    "visitor_entered": _visitor_entered,
    "visitor_moved": _visitor_moved,
    "visitor_left": _visitor_left,
    "visitor_used": _visitor_used,
    "visitor_stopped": _visitor_stopped,
    "emoted": _emoted,
    "action_chosen": _action_chosen,
    "action_begun": _action_begun,
    "action_ended": _action_ended,
    "object_changed": _object_changed,
    "announced": _announced,
    "asked": _asked,
    "answered": _answered,
    "answer_lapsed": _answer_lapsed,
    "day_planned": _day_planned,
    "block_detailed": _block_detailed,
    "remembered": _remembered,
    "rated": _rated,
    "reflected": _reflected,
    "talk_started": _talk_started,
    "said": _said,
    "talk_ended": _talk_ended,
    "name_learned": _name_learned,
    "relationship_changed": _relationship_changed,
    "talk_joined": _talk_joined,
    "talk_left": _talk_left,
    "offered": _offered,
    "offer_answered": _offer_answered,
    "commitment_settled": _commitment_settled,
    "body_changed": _body_changed,
    "believed": _believed,
    "goal_set": _goal_set,
    "mind_set": _mind_set,
    "followed": _followed,
    "weather_changed": _weather_changed,
    "embedded": _embedded,
}

__all__ = ["REDUCERS", "Attention", "reduce", "reduce_all"]
