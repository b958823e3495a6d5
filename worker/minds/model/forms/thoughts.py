"""Reactions, ratings and reflections, as the wire has them."""

from __future__ import annotations

import re
from typing import Any, Literal, cast

from backend.domain.questions import (
    GoalChange,
    Insight,
    Rate,
    RateAnswer,
    React,
    ReactAnswer,
    Reflect,
    ReflectAnswer,
)
from worker.minds.model.fields import Part, nearest_word
from worker.minds.model.forms import HANDLES, IMPORTANCE, MAYBE, TEXT, Form, closed, listed, one_of
from worker.minds.model.forms.beliefs import BELIEFS, read_beliefs, write_beliefs
from worker.minds.model.handles import Names

_RATING = re.compile(r"\W*(m\d{1,4})\W+(\d{1,2})\W*")
"""A memory and its importance: so short, for there are many of them."""
Status = Literal["open", "reached", "dropped"]


def _read_react(question: React, part: Part, names: Names) -> ReactAnswer:
    word = part.text("option", 80)
    options = [option.id for option in question.options]
    option = nearest_word(word, options)
    if option is None:
        raise part.fault("option", f"{word!r} is none; choose one of {options}")
    return ReactAnswer(
        cites=part.known("because", names.memories),
        option=option,
        activity=part.text("activity", 120, 0),
        emoji=part.text("emoji", 16, 0),
        reason=part.text("reason", 300, 0),
    )


def _write_react(question: React, answer: ReactAnswer, names: Names) -> dict[str, Any]:
    return {
        "because": [names.memories.of(memory) for memory in answer.cites],
        "reason": answer.reason,
        "option": answer.option,
        "activity": answer.activity,
        "emoji": answer.emoji,
    }


def _read_rate(question: Rate, part: Part, names: Names) -> RateAnswer:
    ratings: dict[str, int] = {}
    for entry in part.texts("ratings", 200):
        if (rating := _RATING.fullmatch(entry)) is None:
            raise part.fault("ratings", f'{entry[:40]!r} is no handle and importance; write them as "m1 5"')
        importance = int(rating[2])
        if not 1 <= importance <= 10:
            raise part.fault("ratings", f"{entry[:40]!r} is out of bounds; give an importance from 1 to 10")
        ratings[names.memories.id(rating[1])] = importance
    if missing := [names.memories.of(m.id) for m in question.memories if m.id not in ratings]:
        raise part.fault("ratings", f"{', '.join(missing[:12])} are not rated; rate each memory")
    return RateAnswer(ratings=ratings)


def _write_rate(question: Rate, answer: RateAnswer, names: Names) -> dict[str, Any]:
    return {
        "ratings": [
            f"{names.memories.of(memory)} {importance}" for memory, importance in answer.ratings.items()
        ]
    }


def _read_reflect(question: Reflect, part: Part, names: Names) -> ReflectAnswer:
    insights = []
    for each in part.parts("insights", 5):
        because = each.known("because", names.memories)
        if not because:
            raise each.fault("because", "names no given memory; cite those that it rests on")
        insights.append(
            Insight(text=each.text("text", 500), importance=each.whole("importance", 1, 10), because=because)
        )
    goals = tuple(
        GoalChange(
            goal=each.named_or_none("goal", names.goals),
            text=each.text("text", 200),
            status=cast(Status, each.choice("status", Status)),
            because=each.known("because", names.memories),
        )
        for each in part.parts("goals", 2, needed=False)
    )
    return ReflectAnswer(
        cites=part.known("because", names.memories),
        insights=tuple(insights),
        beliefs=read_beliefs(part, names),
        goals=goals,
    )


def _write_reflect(question: Reflect, answer: ReflectAnswer, names: Names) -> dict[str, Any]:
    memories = names.memories
    return {
        "because": [memories.of(memory) for memory in answer.cites],
        "insights": [
            {
                "because": [memories.of(memory) for memory in insight.because],
                "text": insight.text,
                "importance": insight.importance,
            }
            for insight in answer.insights
        ],
        "beliefs": write_beliefs(answer.beliefs, names),
        "goals": [
            {
                "goal": None if change.goal is None else names.goals.of(change.goal),
                "text": change.text,
                "status": change.status,
                "because": [memories.of(memory) for memory in change.because],
            }
            for change in answer.goals
        ],
    }


REACT = Form(
    schema=closed(because=HANDLES, reason=TEXT, option=TEXT, activity=TEXT, emoji=TEXT),
    read=_read_react,
    write=_write_react,
)
RATE = Form(
    schema=closed(ratings=listed(TEXT)),
    read=_read_rate,
    write=_write_rate,
)
REFLECT = Form(
    schema=closed(
        because=HANDLES,
        insights=listed(closed(because=HANDLES, text=TEXT, importance=IMPORTANCE)),
        beliefs=BELIEFS,
        goals=listed(
            closed(goal=MAYBE, text=TEXT, status=one_of("open", "reached", "dropped"), because=HANDLES)
        ),
    ),
    read=_read_reflect,
    write=_write_reflect,
)
