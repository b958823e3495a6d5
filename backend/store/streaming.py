"""The words of an answer, on their way to the person who waits for it."""

from __future__ import annotations

from backend.domain.questions import Reply
from backend.store.hints import Hints


def stream_answer(hints: Hints, town: str, question: Reply, text: str) -> None:
    """Lets the person read the words as they come. They are no part of the log: the answer is."""
    for index, piece in enumerate(_pieces(text)):
        told = hints.publish(
            town,
            {
                "type": "tokens",
                "question": question.key,
                "resident": question.resident,
                "visitor": question.visitor,
                "text": piece,
                "index": index,
            },
        )
        if not told:
            return


def _pieces(text: str) -> list[str]:
    """Words with the blank before each but the first."""
    first, *rest = text.split(" ")
    return [first, *(f" {word}" for word in rest)]
