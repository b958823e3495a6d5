"""Rating batches of memories, and reflecting on what has piled up (paper, sections 4.1 and 4.2)."""

from __future__ import annotations

from backend.domain.events import Rated, Reflected, Source
from backend.domain.questions import Rate, RateAnswer, Reflect, ReflectAnswer
from backend.domain.view import View
from backend.domain.wishes import Ask, Wish
from worker.cognition.questions import common
from worker.cognition.recall import Recall

FOCAL_POINTS = 3
"""Questions of a reflection: here the weightiest recent memories, retrieved around."""
GROUNDS = 24
RECENT = 100


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
    recent = recall.index.of(resident)[-RECENT:]
    focal = sorted(recent, key=lambda m: (-m.importance, -m.tick, m.id))[:FOCAL_POINTS]
    grounds = recall.recall(view, resident, [memory.text for memory in focal], limit=GROUNDS)
    return Ask(Reflect(**common(view, "reflect", resident), memories=grounds))


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
    return wishes
