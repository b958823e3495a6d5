"""How long one thing is done before one turns to another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from backend.domain.questions import ActionView, DetailPlan
from worker.minds.rules.fitting import Use

MOST_ACTIONS = 16
"""Actions in the detail of one block."""
_OVER = 1.25
"""How much longer than usual a thing may take."""
ON_FEET = 40
"""Minutes that one is about something in one spot without an object, at the most."""
_SNATCH = 4
"""Minutes that are not worth turning to something else for."""


def longest(most: int) -> int:
    """Minutes after which one is done with something that usually takes `most` at the most."""
    return max(round(most * _OVER), most + 1)


def of_usual_length(
    question: DetailPlan, actions: Sequence[ActionView], fillers: Iterable[Use]
) -> list[ActionView]:
    """The same minutes in all, none spent much longer at one thing than is usual.

    What is too much goes to the actions that are short, then to `fillers`, in their order; should these not
    suffice, one looks around.
    """
    room = _rooms(question)
    kept: list[ActionView] = []
    excess = 0
    for action in actions:
        most = room.get((action.object, action.need), ON_FEET if action.object is None else action.minutes)
        kept.append(action.model_copy(update={"minutes": min(action.minutes, most)}))
        excess += action.minutes - kept[-1].minutes
    for number, action in enumerate(kept):
        spare = max(0, room.get((action.object, action.need), ON_FEET) - action.minutes)
        more = min(spare, excess)
        kept[number] = action.model_copy(update={"minutes": action.minutes + more})
        excess -= more
    used = {action.object for action in kept}
    for use in fillers:
        if excess <= _SNATCH or len(kept) >= MOST_ACTIONS:
            break
        if use.thing.id in used:
            continue
        used.add(use.thing.id)
        minutes = min(excess, longest(use.most))
        kept.append(
            ActionView(
                activity=use.activity,
                need=use.need,
                emoji=use.emoji,
                arena=use.arena,
                object=use.thing.id,
                object_state=use.state,
                minutes=minutes,
            )
        )
        excess -= minutes
    if excess > _SNATCH and len(kept) < MOST_ACTIONS:
        kept.append(
            ActionView(
                activity="looking around", need="rest", emoji="👀", arena=kept[-1].arena, minutes=excess
            )
        )
    else:
        most = max(range(len(kept)), key=lambda number: kept[number].minutes)
        kept[most] = kept[most].model_copy(update={"minutes": kept[most].minutes + excess})
    return kept


def _rooms(question: DetailPlan) -> dict[tuple[str | None, str], int]:
    """(object, need) to the minutes that one may spend so."""
    everywhere = [question.objects, *(objects for _, objects in question.elsewhere)]
    return {
        (thing.id, use[0]): longest(use[5])
        for objects in everywhere
        for thing in objects
        for use in thing.uses
    }
