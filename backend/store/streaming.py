"""The words of an answer, on their way to the person who waits for it."""

from __future__ import annotations

from backend.domain.questions import Reply
from backend.store.hints import Hints


class AnswerStream:
    """Lets a person read the words as they come. They are no part of the log: the answer is.

    Pieces are numbered from 0; another 0 means that what came before does not count.
    """

    def __init__(self, hints: Hints, town: str, question: Reply) -> None:
        self._hints, self._town, self._question = hints, town, question
        self._index = 0
        self._sent = ""
        self._heard = True

    def write(self, piece: str) -> None:
        """Sends the next words. While Redis is away they are lost, and so are the ones after them."""
        if not self._heard or not piece:
            return
        self._heard = self._hints.publish(
            self._town,
            {
                "type": "tokens",
                "question": self._question.key,
                "resident": self._question.resident,
                "visitor": self._question.visitor,
                "text": piece,
                "index": self._index,
            },
        )
        self._sent += piece
        self._index += 1

    def end(self, text: str) -> None:
        """The whole answer is known: sends it unless just this was sent."""
        if self._sent == text:
            return
        self._index, self._sent = 0, ""
        for piece in _pieces(text):
            self.write(piece)


def stream_answer(hints: Hints, town: str, question: Reply, text: str) -> None:
    """Sends an answer that is known as a whole."""
    AnswerStream(hints, town, question).end(text)


def _pieces(text: str) -> list[str]:
    """Words with the blank before each but the first."""
    first, *rest = text.split(" ")
    return [first, *(f" {word}" for word in rest)]
