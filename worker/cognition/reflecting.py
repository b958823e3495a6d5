"""Rating batches of memories, and reflecting on what has piled up (paper, sections 4.1 and 4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from backend.domain.events import GoalSet, Rated, Reflected, Source
from backend.domain.questions import MemoryView, Rate, RateAnswer, Reflect, ReflectAnswer
from backend.domain.view import View
from backend.domain.wishes import Ask, Wish
from worker.cognition.believing import believed, held, resting_on
from worker.cognition.focal_points import RECENT, focal_points
from worker.cognition.questions import common
from worker.cognition.recall import Recall


def rate(recall: Recall, view: View, resident: str) -> Ask:
    """Asks for the importance of the observations since the last rating."""
    unrated = view.state.attention[resident].unrated
    stream = recall.index.of(resident)
    observations = [m for m in stream[-4 * unrated :] if m.event.memory == "observation"][-unrated:]
    shown = tuple(recall.show(view, resident, memory) for memory in observations)
    return Ask(Rate(**common(view, "rate", resident), memories=shown))


def take_ratings(recall: Recall, question: Rate, answer: RateAnswer) -> list[Wish]:
    changed = {
        memory: rating
        for memory, rating in sorted(answer.ratings.items())
        if recall.index.get(memory).importance != rating
    }
    return [Rated(resident=question.resident, ratings=changed, upto=question.tick, cause=question.key)]


def reflect(recall: Recall, view: View, resident: str) -> Ask:
    """Asks what the resident makes of the memories that three questions bring to mind, each for itself."""
    points = focal_points(view, resident, recall.index.of(resident)[-RECENT:])
    grounds: dict[str, MemoryView] = {}
    for point in points:
        for memory in recall.recall(view, resident, [point], "reflect"):
            grounds.setdefault(memory.id, memory)
    people = {who for memory in grounds.values() for who in memory.about}
    beliefs = held(view, resident, people, resting_on(recall, view, resident, grounds))
    return Ask(
        Reflect(
            **common(view, "reflect", resident) | {"beliefs": beliefs},
            memories=tuple(grounds.values()),
            focal_points=points,
        )
    )


def take_insights(recall: Recall, view: View, question: Reflect, answer: ReflectAnswer) -> list[Wish]:
    notebook = recall.notebook(view, question.resident)
    wishes: list[Wish] = [Reflected(resident=question.resident, cause=question.key)]
    for insight in answer.insights:
        about = sorted({name for memory in insight.because for name in recall.index.get(memory).event.about})
        wishes.append(
            notebook.note(
                insight.text,
                "reflection",
                Source(by="thought", memories=insight.because, question=question.key),
                about=tuple(about),
                weight=insight.importance,
            )
        )
    wishes += believed(recall, view, question, answer.beliefs, heard=False)
    wishes += _goals(view, question, answer)
    return wishes


def _goals(view: View, question: Reflect, answer: ReflectAnswer) -> Iterator[GoalSet]:
    """What comes of a mind's goals. A new one has the id "goal:RESIDENT@TICK.N"."""
    goals = view.state.residents[question.resident].goals
    known = {goal.text: key for key, goal in goals.items() if goal.status == "open"}
    ever = {goal.text for goal in goals.values()}
    for number, change in enumerate(answer.goals):
        key = known.get(change.goal or "")
        if change.goal is not None and key is None:
            continue
        if key is None and (change.text in ever or change.status != "open"):
            continue
        yield GoalSet(
            resident=question.resident,
            goal=key or f"goal:{question.resident}@{view.tick}.{number}",
            text=change.text,
            status=change.status,
            memories=change.because or (goals[key].memories if key is not None else ()),
            cause=question.key,
        )
