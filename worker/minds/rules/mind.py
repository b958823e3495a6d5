"""One registry of the kinds of question; adding one is one entry and one file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from backend.domain.events import QuestionKind
from backend.domain.questions import AnyAnswer, AnyQuestion
from worker.minds.rules.adjudicate import adjudicate
from worker.minds.rules.answer import answer
from worker.minds.rules.detail_plan import detail_plan
from worker.minds.rules.digest import digest
from worker.minds.rules.embed import embed
from worker.minds.rules.plan_day import plan_day
from worker.minds.rules.rate import rate
from worker.minds.rules.react import react
from worker.minds.rules.reflect import reflect
from worker.minds.rules.say import say
from worker.minds.rules.sketch import sketch
from worker.minds.rules.tell import tell

ANSWERS: dict[QuestionKind, Callable[[Any], AnyAnswer]] = {
    "plan_day": plan_day,
    "detail_plan": detail_plan,
    "react": react,
    "say": say,
    "digest": digest,
    "rate": rate,
    "reflect": reflect,
    "answer": answer,
    "adjudicate": adjudicate,
    "embed": embed,
    "tell": tell,
    "sketch": sketch,
}


class RulesMind:
    """Answers by rules from the persona and the question alone; the same question has the same answer."""

    name = "rules"

    def answer(self, question: AnyQuestion) -> AnyAnswer:
        return ANSWERS[question.kind](question)
