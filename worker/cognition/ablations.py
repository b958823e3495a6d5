"""Parts of the architecture that an experiment takes away (paper, section 6.2).

The paper only hid memories from interviews; here a town is lived without the part from its first tick.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from backend.domain.events import Believed, GoalSet, MemoryKind, Remembered
from backend.domain.questions import PlanDay, Reflect
from backend.domain.wishes import Ask, Wish


@dataclass(frozen=True)
class Ablations:
    """What a resident has of the architecture; True is as designed.

    Args:
        reflection: Without it nobody reflects: there are no insights, goals or own beliefs.
        planning: Without it the day is routine: neither the calendar nor what is remembered is put before the plan,
            nothing reminds, nothing is planned anew, no aim is pursued, and a plan is no memory.
        memory: Without it nothing that is observed, told or talked of stays. What residents bring with them does.
    """

    reflection: bool = True
    planning: bool = True
    memory: bool = True

    def stores(self, memory: MemoryKind) -> bool:
        """Whether a memory of this kind is kept."""
        match memory:
            case "planted":
                return True
            case "reflection":
                return self.reflection
            case "plan":
                return self.planning and self.memory
            case _:
                return self.memory

    def kept(self, wishes: Sequence[Wish], known: Container[str]) -> Sequence[Wish]:
        """Those of `wishes` that are left, questions without the memories that were not stored.

        Args:
            wishes: Of the whole architecture.
            known: The memories that are stored.
        """
        return wishes if self == COMPLETE else list(self._left(wishes, known))

    def routine(self, ask: Ask) -> Ask:
        """The question without what only planning puts before a mind.

        Nobody pursues an aim without planning for it, so aims stay where they were resolved on: before reflection. A
        question for a plan is closed to everything but the persona and its places.
        """
        if self.planning or isinstance(ask.question, Reflect):
            return ask
        nothing: dict[str, object] = {"goals": ()}
        if isinstance(ask.question, PlanDay):
            nothing |= {"memories": (), "calendar": (), "beliefs": (), "yesterday": ""}
        return Ask(ask.question.model_copy(update=nothing), ask.about)

    def _left(self, wishes: Sequence[Wish], known: Container[str]) -> Iterator[Wish]:
        stored = {wish.id for wish in wishes if isinstance(wish, Remembered) and self.stores(wish.memory)}
        for wish in wishes:
            if isinstance(wish, Remembered):
                if wish.id in stored:
                    yield wish
            elif isinstance(wish, Believed | GoalSet):
                if self.memory and self.reflection:
                    yield wish
            elif isinstance(wish, Ask):
                yield self.routine(self._with_what_is_stored(wish, known, stored))
            else:
                yield wish

    def _with_what_is_stored(self, ask: Ask, known: Container[str], stored: Container[str]) -> Ask:
        shown = ask.question.memories
        left = tuple(memory for memory in shown if memory.id in known or memory.id in stored)
        if len(left) == len(shown):
            return ask
        return Ask(ask.question.model_copy(update={"memories": left}), ask.about)


COMPLETE = Ablations()

CONDITIONS: Mapping[str, Ablations] = {
    "full": COMPLETE,
    "no-reflection": Ablations(reflection=False),
    "no-planning": Ablations(planning=False),
    "none": Ablations(reflection=False, planning=False, memory=False),
}
"""The conditions of an evaluation, by name."""
