"""What residents bring with them: their past as memories, and what they are at when the town begins."""

from __future__ import annotations

from collections.abc import Sequence, Set

from backend.domain.calendar import MINUTES_PER_DAY, minutes
from backend.domain.chance import Chance
from backend.domain.events import Offered, PlannedAction, Source
from backend.domain.persona import Persona
from backend.domain.view import View
from backend.domain.wishes import Act, Wish
from worker.cognition.body import at_first
from worker.cognition.recall import Recall
from worker.cognition.telling import usable

MORNING_NEEDS = ("wash", "dress", "drink", "rest", "read", "eat", "eat", "eat")
LATER_NEEDS = ("read", "write", "music", "watch", "play", "rest", "drink", "talk")
"""What somebody is at who has been up for long when the town begins."""
MORNING = 120
"""Minutes after its usual waking for which somebody is at its morning business."""
BEFORE_WORK = 55
"""Minutes that one is up before work begins."""
MORNING_FOR = minutes(16)
"""How long they are at their first action: until the first plan is made."""


def found(recall: Recall, view: View) -> list[Wish]:
    wishes: list[Wish] = []
    for persona in view.scenario.living.values():
        wishes.extend(_past(recall, view, persona))
    wishes.extend(_occasions(view))
    taken: set[str] = set()
    for persona in view.scenario.living.values():
        act = _first_action(view, persona, taken)
        wishes.append(at_first(view, persona, asleep=act.action.need == "sleep"))
        taken.update(_claims(view, act.action))
        wishes.append(act)
    return wishes


def settle(recall: Recall, view: View, resident: str) -> list[Wish]:
    """The past and the first action of one who comes later, and what the others remember of it."""
    persona = view.persona(resident)
    wishes = _past(recall, view, persona)
    for known in view.state.newcomers[resident].known_by:
        if known.note:
            notebook = recall.notebook(view, known.other)
            wishes.append(notebook.note(known.note, "planted", Source(by="scenario"), about=(resident,)))
    taken = {action.object for one in view.state.residents.values() if (action := one.action) is not None}
    act = _first_action(view, persona, {thing for thing in taken if thing is not None})
    return [*wishes, at_first(view, persona, asleep=act.action.need == "sleep"), act]


def _claims(view: View, action: PlannedAction) -> set[str]:
    """The object and the small room that are taken by who does it."""
    full = view.scenario.world.arenas[action.arena].capacity == 1
    return {place for place in (action.object, action.arena if full else None) if place is not None}


def _past(recall: Recall, view: View, persona: Persona) -> list[Wish]:
    notebook = recall.notebook(view, persona.id)
    source = Source(by="scenario")
    wishes: list[Wish] = [notebook.note(text, "planted", source) for text in persona.memories]
    for known in persona.knows:
        if known.note:
            wishes.append(notebook.note(known.note, "planted", source, about=(known.other,)))
    for item in view.scenario.news:
        if persona.id in item.known_by:
            wishes.append(notebook.note(item.text, "planted", source, news=item.id))
    return wishes


def _occasions(view: View) -> list[Wish]:
    """Whoever gives one is committed to it from the first."""
    calendar = view.scenario.calendar
    return [
        Offered(
            commitment=f"occasion:{item.id}",
            resident=occasion.host,
            what=occasion.what,
            arena=occasion.arena,
            start=calendar.tick_at(occasion.start),
            end=calendar.tick_at(occasion.end),
            news=item.id,
        )
        for item in view.scenario.news
        if (occasion := item.occasion) is not None
    ]


def _first_action(view: View, persona: Persona, taken: Set[str]) -> Act:
    """Asleep until its usual hour, or until work calls; or up at home, at what that hour is for."""
    minute = view.scenario.calendar.minute_of_day(view.tick)
    bed = view.scenario.world.objects[persona.bed]
    asleep_for = (_waking(view, persona) - minute) % MINUTES_PER_DAY
    since_bedtime = (minute - persona.sleep) % MINUTES_PER_DAY
    if since_bedtime + asleep_for < MINUTES_PER_DAY and asleep_for > 0:
        use = bed.use_for("sleep")
        action = PlannedAction(
            activity="sleeping",
            need="sleep",
            emoji="😴",
            arena=bed.arena,
            object=bed.id,
            object_state=use.state if use is not None else None,
            duration=minutes(asleep_for),
        )
        return Act(persona.id, action, why="It is not time to get up yet.")
    if (minute - _waking(view, persona)) % MINUTES_PER_DAY <= MORNING:
        return Act(persona.id, _at_home(view, persona, MORNING_NEEDS, taken), why="The day begins.")
    return Act(persona.id, _at_home(view, persona, LATER_NEEDS, taken), why="It is not bedtime yet.")


def _waking(view: View, persona: Persona) -> int:
    """Minute of the day at which it gets up on the first day."""
    spans = (
        persona.job.hours[view.scenario.calendar.at(view.tick).weekday()] if persona.job is not None else ()
    )
    return min([persona.wake, *(span.opens - BEFORE_WORK for span in spans if span.opens > BEFORE_WORK)])


def _at_home(view: View, persona: Persona, needs: Sequence[str], taken: Set[str]) -> PlannedAction:
    chance = Chance(view.seed, persona.id, "morning", view.tick)
    needs = sorted(needs, key=lambda need: chance.unit(10 + needs.index(need)))
    world = view.scenario.world
    rooms = [
        arena.id
        for arena in sorted(world.arenas.values(), key=lambda a: a.id)
        if arena.id not in taken
        and arena.sector == persona.home
        and (not arena.residents or persona.id in arena.residents)
    ]
    options = [
        (arena, thing, use)
        for arena in rooms
        for thing in usable(view, persona.id, arena)
        for use in thing.uses
        if use.need in needs
        and thing.id != persona.bed
        and thing.id not in taken
        and minutes(use.minutes[1]) * 2 >= MORNING_FOR
    ]
    if not options:
        bed = world.objects[persona.bed]
        return PlannedAction(
            activity="getting up", need="dress", emoji="🌅", arena=bed.arena, duration=MORNING_FOR
        )
    need = min((use.need for _, _, use in options), key=needs.index)
    arena, thing, use = chance.choice([each for each in options if each[2].need == need], ordinal=1)
    return PlannedAction(
        activity=use.activity,
        need=use.need,
        emoji=use.emoji,
        arena=arena,
        object=thing.id,
        object_state=use.state,
        duration=MORNING_FOR,
    )
