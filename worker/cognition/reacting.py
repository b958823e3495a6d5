"""Reacting: whether something noticed is worth a thought, and what comes of the thought (paper, section 4.3.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.domain.calendar import TICKS_PER_MINUTE, minutes
from backend.domain.events import PlannedAction, Remembered
from backend.domain.questions import MemoryView, PersonView, React, ReactAnswer
from backend.domain.view import View
from backend.domain.wishes import MOST_TALKERS, TEND, Act, Approach, Ask, Converse, Join, Utter, Wish
from worker.cognition import inner_voice, planning, visiting
from worker.cognition.options import options
from worker.cognition.percept import Percept
from worker.cognition.questions import common
from worker.cognition.recall import Recall
from worker.cognition.refuge import refuge, shelter
from worker.cognition.telling import person

THINK_AGAIN = minutes(30)
"""Ticks after which the same person is worth a thought again."""
TALK_AGAIN = minutes(45)
"""Ticks after a talk in which the same person is not."""
AGAIN = minutes(20)
"""The same for weather, and for words of the same danger."""
TEND_FOR = minutes(5)
FOLLOW_FOR = minutes(15)
"""Ticks that one stays where a thought has led."""
FRIENDS = 0.3
"""Closeness from which one steps up to somebody who talks with others."""
STAY_AWAY_FOR = minutes(15)

WAIT_FOR = minutes(10)
_ORDER = {"knock": 0, "object": 1, "speech": 2, "announcement": 3, "weather": 4, "person": 5}
_HEARD_ONCE = frozenset(("announcement", "knock", "speech", "weather"))


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


def take(recall: Recall, view: View, question: React, answer: ReactAnswer) -> list[Wish]:
    option = next(o for o in question.options if o.id == answer.option)
    match option.id.split(":")[0]:
        case "join":
            return [Join(question.resident, option.id.partition(":")[2], question.key)]
        case "warn" if view.state.residents[question.resident].talk is not None:
            return [*a_word(view, question, leaving=False)]
        case "talk" if option.target in view.state.visitors:
            return [Approach(question.resident, option.target, question.key)]
        case "talk" | "warn" if option.target is not None:
            return [Converse(question.resident, option.target, question.key)]
        case "aim" | "replan" if question.subject == "thought":
            return [*inner_voice.take_to_heart(recall, view, question, answer)]
        case "look_into" if option.target is not None:
            return [*a_word(view, question), _look_into(view, question, answer, option.target)]
        case "open" if option.target is not None:
            return visiting.open_door(view, question, option.target)
        case "leave":
            return [*a_word(view, question), _go_away(view, question, answer)]
        case "wait":
            return [*_wait(view, question, answer)]
        case "replan":
            return [*_replan(recall, view, question, answer)]
        case _:
            return []


def _calls_for_a_thought(view: View, resident: str, percept: Percept, *, is_new: bool) -> bool:
    if percept.subject == "person":
        return _is_worth_a_word(view, resident, percept.about)
    thought = view.state.attention[resident].considered.get(percept.about)
    if percept.subject in ("weather", "speech") and thought is not None:
        # The same rain, or a second shout of the same fire, is no news.
        return is_new and view.tick - thought >= AGAIN
    if is_new or percept.subject in _HEARD_ONCE:
        return is_new
    return thought is None or thought < view.state.objects[percept.about].since


def _is_worth_a_word(view: View, resident: str, other: str) -> bool:
    me, them = view.state.residents[resident], view.state.residents.get(other)
    if other in view.state.visitors:
        return _is_worth_coming_up_to(view, resident, other)
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


def _is_worth_coming_up_to(view: View, resident: str, visitor: str) -> bool:
    """Somebody from outside whom one has not thought of lately, or who waves, and to whom nobody else is speaking."""
    me, guest = view.state.residents[resident], view.state.visitors[visitor]
    if me.talk is not None or (me.action is not None and me.action.need == TEND):
        return False
    if any(q.question == "answer" and q.about == visitor for q in view.state.questions.values()):
        return False
    thought = view.state.attention[resident].considered.get(visitor)
    waves = guest.emote is not None and guest.emote.emote == "wave" and guest.emote.until >= view.tick
    if waves and guest.emote is not None and (thought is None or thought < guest.emote.since):
        return True
    lines = view.state.attention[resident].dialogues.get(visitor, ())
    if lines and view.tick - lines[-1].tick < TALK_AGAIN and lines[-1].tick >= guest.since:
        return False
    return thought is None or thought < guest.since or view.tick - thought >= THINK_AGAIN


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
    if percept.subject == "speech":
        other = _speaker(recall, view, resident, shown.id)
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
        options=tuple(options(recall, view, resident, percept)),
    )


def _since_any_talk(view: View, resident: str) -> int | None:
    talked = [r.talked for r in view.state.residents[resident].relationships.values() if r.talked is not None]
    return (view.tick - max(talked)) // TICKS_PER_MINUTE if talked else None


def a_word(view: View, question: React, *, leaving: bool = True) -> Iterator[Utter]:
    """What somebody says to those it talks with when something comes up: what it is, so that they know, too."""
    talk = view.state.residents[question.resident].talk
    if talk is None:
        return
    text = f"Excuse me! {question.noticed}" if leaving else f"Listen! {question.noticed}"
    if question.subject == "thought":
        text = "Excuse me, I have to go."
    if any(line.text == text for line in view.state.talks[talk].lines):
        return
    tells = (question.noticed_memory,) if question.subject in ("object", "announcement", "speech") else ()
    yield Utter(question.resident, talk, text, tells=tells, ends=leaving, cause=question.key)


def _look_into(view: View, question: React, answer: ReactAnswer, target: str) -> Act:
    """At the object; in a place of which one has only heard, having a look at it."""
    thing = view.scenario.world.objects.get(target)
    named = f"the {thing.name}" if thing is not None else view.scenario.world.sector_of(target).name
    action = PlannedAction(
        activity=answer.activity or f"looking into {named}",
        need=TEND if thing is not None else "watch",
        emoji=answer.emoji or "❗",
        arena=thing.arena if thing is not None else target,
        object=target if thing is not None else None,
        duration=FOLLOW_FOR if question.subject == "thought" else TEND_FOR,
    )
    return Act(question.resident, action, _why(question, answer), cause=question.key, cites=answer.cites)


def _go_away(view: View, question: React, answer: ReactAnswer) -> Act:
    inside = shelter(view, question.resident) if question.subject == "weather" else None
    action = PlannedAction(
        activity=answer.activity or ("waiting inside" if inside is not None else "keeping away"),
        need="rest",
        emoji=answer.emoji or ("🌂" if inside is not None else "🏃"),
        arena=inside or refuge(view, question.resident),
        duration=STAY_AWAY_FOR,
    )
    return Act(question.resident, action, _why(question, answer), cause=question.key, cites=answer.cites)


def _wait(view: View, question: React, answer: ReactAnswer) -> Iterator[Act]:
    """Right there; in the street one only stops, which is going on."""
    here = view.arena_of(question.resident)
    if here is None or view.state.residents[question.resident].talk is not None:
        return
    action = PlannedAction(
        activity=answer.activity or "waiting to see what comes of it",
        need="rest",
        emoji=answer.emoji or "⏳",
        arena=here,
        duration=WAIT_FOR,
    )
    yield Act(question.resident, action, _why(question, answer), cause=question.key, cites=answer.cites)


def _replan(recall: Recall, view: View, question: React, answer: ReactAnswer) -> Iterator[Wish]:
    """Asks for the rest of the day anew; who stands in the rain goes inside first."""
    if question.subject == "weather" and shelter(view, question.resident) is not None:
        yield from a_word(view, question)
        yield _go_away(view, question, answer)
    asked = planning.anew(recall, view, question.resident, question.noticed)
    if asked is not None:
        yield recall.ablations.routine(asked)


def _speaker(recall: Recall, view: View, resident: str, heard: str) -> PersonView | None:
    """Who said what is remembered as `heard`."""
    who = recall.index.get(heard).event.source.who
    return person(view, resident, who) if who is not None else None


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
