"""The words of an answer, on their way to the person who waits for it."""

from __future__ import annotations

from backend.domain.questions import Reply
from backend.store.redis.hints import Hints


class AnswerStream:
    """Lets a person read the words as they come. They are no part of the log: the answer is.

    Pieces are numbered from 0; another 0 means that what came before does not count.
    """

    def __init__(self, hints: Hints, town: str, question: Reply) -> None:
        self._hints, self._town, self._question = hints, town, question
        self._index = 0
        self._sent = ""
        self._heard = True

    def so_far(self, text: str) -> None:
        """Sends what is new in `text`, all that was said until now; from the beginning where it begins otherwise."""
        if not text.startswith(self._sent):
            self._index, self._sent = 0, ""
        self._send(text[len(self._sent) :])

    def end(self, text: str) -> None:
        """The whole answer is known: sends what is missing of it, a word at a time where nothing was sent yet."""
        if self._sent:
            self.so_far(text)
            return
        for piece in _pieces(text):
            self._send(piece)

    def _send(self, piece: str) -> None:
        """While Redis is away pieces are lost, and so are the ones after them."""
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


def stream_answer(hints: Hints, town: str, question: Reply, text: str) -> None:
    """Sends an answer that is known as a whole."""
    AnswerStream(hints, town, question).end(text)


def _pieces(text: str) -> list[str]:
    """Words with the blank before each but the first."""
    first, *rest = text.split(" ")
    return [first, *(f" {word}" for word in rest)]
