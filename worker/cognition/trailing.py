"""Who knows by now of something that goes from mouth to mouth, for an intervention that waits for it."""

from __future__ import annotations

from backend.domain.events import HeardOf, Trail
from backend.domain.trails import announced_as, announced_at, first_of, percepts_of, trail_of
from backend.domain.view import View
from worker.cognition.recall import Recall


def trail(recall: Recall, view: View, what: HeardOf) -> Trail | None:
    """Who has it; None: nobody ever heard, remembered or believed any such thing. `what` is no commitment."""
    known = {memory.id: memory for memory in recall.index.events()}
    if what.of == "announcement":
        when = [announced_at(memory.percept, what.which) for memory in known.values()]
        ticks = [tick for tick in when if tick is not None]
        return trail_of(known.values(), [announced_as(max(ticks), what.which)], ()) if ticks else None
    grounds = [what.which] if what.of == "memory" else _grounds(view, what.which)
    roots = [first_of(known[ground], known) for ground in grounds if ground in known]
    if not roots:
        return None
    percepts = [percept for root in roots for percept in percepts_of(root)]
    return trail_of(known.values(), percepts, [root.id for root in roots])


def _grounds(view: View, belief: str) -> tuple[str, ...]:
    held = (one.beliefs.get(belief) for one in view.state.residents.values())
    return next((found.memories for found in held if found is not None), ())
