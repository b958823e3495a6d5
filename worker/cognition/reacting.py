"""Reacting: whether something noticed is worth a thought, and what comes of the thought (paper, section 4.3.1)."""

from __future__ import annotations

from collections.abc import Sequence

from backend.domain.calendar import TICKS_PER_MINUTE, minutes
from backend.domain.events import PlannedAction, Remembered
from backend.domain.norms import may_enter
from backend.domain.questions import MemoryView, Option, React, ReactAnswer
from backend.domain.view import View
from backend.domain.wishes import MOST_TALKERS, TEND, Act, Ask, Converse, Join, Wish
from worker.cognition import visiting
from worker.cognition.percept import Percept
from worker.cognition.questions import common
from worker.cognition.recall import Recall
from worker.cognition.telling import activity, called, person, place

THINK_AGAIN = minutes(30)
"""Ticks after which the same person is worth a thought again."""
TALK_AGAIN = minutes(45)
"""Ticks after a talk in which the same person is not."""
TEND_FOR = minutes(5)
FRIENDS = 0.3
"""Closeness from which one steps up to somebody who talks with others."""
STAY_AWAY_FOR = minutes(15)

_ORDER = {"knock": 0, "object": 1, "announcement": 2, "person": 3}
_HEARD_ONCE = frozenset(("announcement", "knock"))


def consider(
    recall: Recall, view: View, resident: str, noticed: Sequence[tuple[Percept, Remembered | None]]
) -> Ask | None:
    """The question whether to react to the weightiest of what is noticed; None if nothing calls for a thought.

    One thing at a time: when the thought about it is over, the resident looks again and comes to the next. Only
    an announcement is heard once and for all.

    Args:
        noticed: With the memory just formed of it; None for what was noticed before and is still in view.
    """
    thinking = any(q.question == "react" for q in view.state.open_questions_of(resident))
    ranked = sorted(noticed, key=lambda pair: (_ORDER[pair[0].subject], pair[0].distance, pair[0].key))
    for percept, formed in ranked:
        if thinking and percept.subject not in _HEARD_ONCE:
            continue
        # Who keeps no memory sees everything for the first time, and would never be done with it.
        is_new = formed is not None and (recall.ablations.memory or percept.subject in _HEARD_ONCE)
        if not _calls_for_a_thought(view, resident, percept, is_new=is_new):
            continue
        memory = _fresh(view, formed) if formed is not None else _of_before(recall, view, resident, percept)
        return Ask(_question(recall, view, resident, percept, memory), about=percept.about or None)
    return None


def take(view: View, question: React, answer: ReactAnswer) -> list[Wish]:
    option = next(o for o in question.options if o.id == answer.option)
    match option.id.split(":")[0]:
        case "join":
            return [Join(question.resident, option.id.partition(":")[2], question.key)]
        case "talk" | "warn" if option.target is not None:
            return [Converse(question.resident, option.target, question.key)]
        case "look_into" if option.target is not None:
            return [_look_into(view, question, answer, option.target)]
        case "open" if option.target is not None:
            return visiting.open_door(view, question, option.target)
        case "leave":
            return [_go_away(view, question, answer)]
        case _:
            return []


def refuge(view: View, resident: str) -> str:
    """The arena to go to when one has to be elsewhere: home, or from home an open public place, else another room."""
    world, home = view.scenario.world, view.persona(resident).home
    here = view.arena_of(resident)
    open_to_it = [
        arena
        for arena in sorted(world.arenas.values(), key=lambda a: (-len(a.tiles), a.id))
        if arena.id != here
        and arena.capacity is None
        and may_enter(world, view.scenario.calendar, arena.id, resident, view.tick) is None
    ]
    rooms = [arena.id for arena in open_to_it if arena.sector == home]
    outside = [arena.id for arena in open_to_it if not world.sectors[arena.sector].private]
    is_home = here is not None and world.arenas[here].sector == home
    choices = [*outside, *rooms] if is_home else [*rooms, *outside]
    return choices[0] if choices else world.objects[view.persona(resident).bed].arena


def _calls_for_a_thought(view: View, resident: str, percept: Percept, *, is_new: bool) -> bool:
    if percept.subject == "person":
        return _is_worth_a_word(view, resident, percept.about)
    if is_new or percept.subject in _HEARD_ONCE:
        return is_new
    thought = view.state.attention[resident].considered.get(percept.about)
    return thought is None or thought < view.state.objects[percept.about].since


def _is_worth_a_word(view: View, resident: str, other: str) -> bool:
    me, them = view.state.residents[resident], view.state.residents.get(other)
    if them is None or them.asleep or me.talk is not None:
        return False
    if them.talk is not None and not _might_join(view, resident, other):
        return False
    if me.action is not None and me.action.need == TEND:
        return False
    thought = view.state.attention[resident].considered.get(other)
    if thought is not None and view.tick - thought < THINK_AGAIN:
        return False
    relationship = me.relationships.get(other)
    talked = relationship.talked if relationship is not None else None
    return talked is None or view.tick - talked >= TALK_AGAIN


def _might_join(view: View, resident: str, other: str) -> bool:
    """Whether one may step up to those who talk: to a friend, and while they are few."""
    me, talk = view.state.residents[resident], view.state.residents[other].talk
    known = me.relationships.get(other)
    if talk is None or known is None or not known.knows_name or known.closeness < FRIENDS:
        return False
    return len(view.state.talks[talk].participants) < MOST_TALKERS


def _question(recall: Recall, view: View, resident: str, percept: Percept, shown: MemoryView) -> React:
    untold: tuple[str, ...] = ()
    other = None
    if percept.subject == "knock":
        other = person(view, resident, percept.about)
    if percept.subject == "person":
        other = person(view, resident, percept.about)
        untold = recall.untold(view, resident, percept.about)
    memories = recall.recall(view, resident, [percept.text], "react", also=untold)
    return React(
        **common(view, "react", resident, about=(percept.about,)),
        memories=(shown, *(m for m in memories if m.id != shown.id)),
        noticed=percept.text,
        noticed_memory=shown.id,
        subject=percept.subject,
        state=view.state.objects[percept.about].state if percept.subject == "object" else "",
        person=other,
        untold=untold,
        minutes_since_any_talk=_since_any_talk(view, resident),
        options=tuple(_options(view, resident, percept)),
    )


def _since_any_talk(view: View, resident: str) -> int | None:
    talked = [r.talked for r in view.state.residents[resident].relationships.values() if r.talked is not None]
    return (view.tick - max(talked)) // TICKS_PER_MINUTE if talked else None


def _options(view: View, resident: str, percept: Percept) -> list[Option]:
    """The closed set of what may be done about it."""
    options = [Option(id="go_on", target=None, text=f"go on {activity(view, resident)}")]
    if percept.subject == "person":
        name = called(view, resident, percept.about)
        them = view.state.residents.get(percept.about)
        if them is not None and them.talk is not None:
            text = f"join {name} and whom {name} talks with"
            return [*options, Option(id=f"join:{them.talk}", target=percept.about, text=text)]
        return [*options, Option(id="talk", target=percept.about, text=f"talk with {name}")]
    if percept.subject == "knock":
        name = called(view, resident, percept.about)
        return [*options, Option(id="open", target=percept.about, text=f"open the door to {name}")]
    if percept.subject == "object":
        thing = view.scenario.world.objects[percept.about]
        options.append(Option(id="look_into", target=thing.id, text=f"see to the {thing.name}"))
    options.append(Option(id="leave", target=None, text=f"leave, {place(view, refuge(view, resident))}"))
    if view.state.residents[resident].talk is not None:
        return options
    for other in view.bodies():
        them = view.state.residents.get(other)
        if them is None or other == resident or them.asleep or them.talk is not None:
            continue
        if view.in_sight(resident, other):
            name = called(view, resident, other)
            options.append(Option(id=f"warn:{other}", target=other, text=f"tell {name} about it"))
    return options


def _look_into(view: View, question: React, answer: ReactAnswer, target: str) -> Act:
    thing = view.scenario.world.objects[target]
    action = PlannedAction(
        activity=answer.activity or f"looking into the {thing.name}",
        need=TEND,
        emoji=answer.emoji or "❗",
        arena=thing.arena,
        object=target,
        duration=TEND_FOR,
    )
    return Act(question.resident, action, _why(question, answer), cause=question.key, cites=answer.cites)


def _go_away(view: View, question: React, answer: ReactAnswer) -> Act:
    action = PlannedAction(
        activity=answer.activity or "keeping away",
        need="rest",
        emoji=answer.emoji or "🏃",
        arena=refuge(view, question.resident),
        duration=STAY_AWAY_FOR,
    )
    return Act(question.resident, action, _why(question, answer), cause=question.key, cites=answer.cites)


def _why(question: React, answer: ReactAnswer) -> str:
    return answer.reason or f"Noticed: {question.noticed}"


def _of_before(recall: Recall, view: View, resident: str, percept: Percept) -> MemoryView:
    """The memory of something that was noticed lately and is still so."""
    stream = recall.index.of(resident)
    row = next(n for n in range(len(stream) - 1, -1, -1) if stream[n].event.percept == percept.key)
    return recall.show(view, resident, stream[row])


def _fresh(view: View, memory: Remembered) -> MemoryView:
    """A memory made this moment, as a mind sees it."""
    return MemoryView(
        id=memory.id, memory=memory.memory, text=memory.text, importance=memory.importance,
        tick=view.tick, news=memory.news, about=memory.about,
    )  # fmt: skip
