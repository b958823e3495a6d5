"""What a resident makes of its memories: insights, beliefs and goals, each with its grounds (paper, section 4.2)."""

from __future__ import annotations

from collections.abc import Sequence

from backend.domain.questions import Insight, Reflect, ReflectAnswer
from worker.minds.rules.insights import Looking, insights_of, on_the_day
from worker.minds.rules.resolving import beliefs_of, goals_of

MOST_INSIGHTS = 5


def reflect(question: Reflect) -> ReflectAnswer:
    """One to five insights; none without memories."""
    looking = Looking(question)
    chosen = tuple(_chosen(looking))
    beliefs = beliefs_of(looking)
    goals = goals_of(looking)
    cites = tuple(dict.fromkeys(memory for insight in chosen for memory in insight.because))
    return ReflectAnswer(insights=chosen, beliefs=beliefs, goals=goals, cites=cites)


def _chosen(looking: Looking) -> list[Insight]:
    """The weightiest of each subject in turn, without what one has seen before."""
    known = {memory.text for memory in looking.question.memories if memory.memory == "reflection"}
    subjects = [
        sorted((i for i in found if i.text not in known), key=lambda i: (-i.importance, i.text))
        for found in insights_of(looking)
    ]
    chosen = _in_turn(subjects)[:MOST_INSIGHTS]
    if not chosen and looking.question.memories:
        chosen = [on_the_day(looking)]
    return sorted(chosen, key=lambda insight: (-insight.importance, insight.text))


def _in_turn(subjects: Sequence[list[Insight]]) -> list[Insight]:
    most = max((len(found) for found in subjects), default=0)
    return [found[turn] for turn in range(most) for found in subjects if turn < len(found)]
