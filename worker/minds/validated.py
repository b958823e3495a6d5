"""Holds a mind to its questions: what an answer names beyond them is refused, never believed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.domain.questions import AnyAnswer, AnyQuestion, InvalidAnswer

if TYPE_CHECKING:
    from worker.minds import Mind


class Validated:
    """A mind whose answers are checked. A refusal is a bug of `rules`, and for a model a reason to re-ask."""

    def __init__(self, mind: Mind) -> None:
        self._mind = mind

    @property
    def name(self) -> str:
        return self._mind.name

    def answer(self, question: AnyQuestion) -> AnyAnswer:
        """The mind's answer.

        Raises:
            InvalidAnswer: it does not fit the question; the message names mind, question and fault.
        """
        answer = self._mind.answer(question)
        if answer.kind != question.kind:
            raise InvalidAnswer(
                f"{self.name} answered {question.key} with {answer.kind!r}, not {question.kind!r}"
            )
        try:
            answer.check(question)
        except InvalidAnswer as fault:
            raise InvalidAnswer(f"{self.name} answering {question.key} ({question.kind}): {fault}") from fault
        return answer
