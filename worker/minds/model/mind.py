"""The mind behind a model server: asks, has an unfit answer mended once, and else lets the built-in mind stand in.

Whatever a server does, the answer is one that fits its question; no words of an error are ever in it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from backend.domain.calls import Message
from backend.domain.model_settings import ModelSettings
from backend.domain.questions import (
    AnyAnswer,
    AnyQuestion,
    Embed,
    EmbedAnswer,
    InvalidAnswer,
    Reply,
    ReplyAnswer,
)
from worker.minds.model.asking import Asking, Streamed
from worker.minds.model.fields import clean
from worker.minds.model.hearing import Heard, NotJson, document, spoken
from worker.minds.model.insisting import Insisting, NoAnswer, Request, Unfit
from worker.minds.model.ports import CallLog, Given, Meter, StandIn
from worker.minds.model.prompting import mend, render
from worker.minds.model.servers import SERVERS, KnownModel
from worker.minds.model.vectors import embedding_body, read_vectors, texts_of
from worker.minds.model.wire import read, schema

LONGEST_REPLY = 1000
_ENDS = (". ", "! ", "? ", "… ")


class ModelMind:
    """Answers questions; cheap to make, for what is learned of a server is kept by the process.

    Args:
        settings: which server, models and limits.
        meter: has a slot and the budget for each attempt.
        log: where each attempt is recorded, once.
        stand_in: the built-in mind.
        streamed: is told what a resident says to a visitor as it comes, each time all of it so far; an attempt that
            failed begins anew.
        town: for the header by which a server's own log can be searched.
        sleep: waits so many real seconds between attempts.
    """

    name = "model"

    def __init__(
        self,
        settings: ModelSettings,
        meter: Meter,
        log: CallLog,
        stand_in: StandIn,
        streamed: Streamed | None = None,
        *,
        town: str = "",
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._settings, self._meter, self._log = settings, meter, log
        self._stand_in, self._streamed = stand_in, streamed
        self._town, self._sleep = town, sleep

    def answer(self, question: AnyQuestion) -> Given:
        """The model's answer, or the built-in mind's.

        Raises:
            Unanswerable: not now; the question stays open.
        """
        try:
            if isinstance(question, Embed):
                return Given(self._vectors(question), self.name)
            return Given(self._thought(question), self.name)
        except NoAnswer as none:
            who = f"{self._stand_in.name}:{none.why}"
        if isinstance(question, Embed):
            # Nobody stands in for an embedding model: a memory without a vector counts as of mean relevance.
            return Given(EmbedAnswer(embedder=question.embedder, vectors={}), who)
        return Given(self._stand_in.answer(question), who)

    def _thought(self, question: AnyQuestion) -> AnyAnswer:
        known, asking = self._server(question)
        insisting = self._insisting(question, known)
        wanted = None if isinstance(question, Reply) else schema(question)
        abilities = known.abilities
        last: dict[str, Any] = {}

        def prompt() -> tuple[Message, ...]:
            return render(question, with_schema=abilities.schema_in_prompt)

        def again() -> tuple[Message, ...]:
            return mend(prompt(), first.text, first.fault, as_json=wanted is not None)

        def request(messages: tuple[Message, ...]) -> Request:
            last.clear()
            last.update(
                abilities.body(
                    question.kind,
                    self._settings.model_for(question.kind),
                    messages,
                    wanted,
                    self._settings.reasoning_effort,
                    stream=wanted is None,
                )
            )

            def call() -> Heard:
                heard = asking.chat(last, abilities, self._streaming(question))
                if heard.cut_by_limit:
                    abilities.more_room()
                return heard

            return Request(messages, abilities.room_for(question.kind), call)

        def understand(text: str) -> AnyAnswer:
            if isinstance(question, Reply):
                return ReplyAnswer(text=_said(question, text))
            try:
                found = document(text)
            except NotJson:
                abilities.gave(last, json=False)
                raise
            abilities.gave(last, json=True)
            return read(question, found)

        try:
            return insisting.hear(lambda: request(prompt()), understand)
        except Unfit as unfit:
            first = unfit
        try:
            return insisting.hear(lambda: request(again()), understand)
        except Unfit:
            raise NoAnswer("invalid") from None

    def _streaming(self, question: AnyQuestion) -> Streamed | None:
        """Passes on what is heard of a reply as it would be kept."""
        streamed = self._streamed
        if streamed is None or not isinstance(question, Reply):
            return None
        passed_on: list[str] = [""]

        def write(text: str) -> None:
            words = _words(question, text)
            if words and words != passed_on[-1] and len(words) <= LONGEST_REPLY:
                passed_on[-1] = words
                streamed(words)

        return write

    def _vectors(self, question: Embed) -> EmbedAnswer:
        model = self._settings.embedding_model
        if model is None or question.embedder != model:
            raise NoAnswer("off")
        texts = texts_of(question)
        if not texts:
            return EmbedAnswer(embedder=question.embedder, vectors={})
        known, asking = self._server(question)
        body = embedding_body(model, texts)
        request = Request((Message("user", "\n".join(texts.values())),), 0, lambda: asking.embeddings(body))
        try:
            answer = self._insisting(question, known).hear(
                lambda: request, lambda text: read_vectors(question, texts, text)
            )
        except Unfit:
            raise NoAnswer("invalid") from None
        assert isinstance(answer, EmbedAnswer), "it was read as one"
        return answer

    def _server(self, question: AnyQuestion) -> tuple[KnownModel, Asking]:
        settings = self._settings
        found = SERVERS.of(settings)
        key = settings.api_key.get_secret_value()
        asking = Asking(found.client, key, f"{self._town}/{question.key}")
        return found.model(settings.model_for(question.kind)), asking

    def _insisting(self, question: AnyQuestion, known: KnownModel) -> Insisting:
        return Insisting(question, self._settings, known, self._meter, self._log, self._sleep)


def _words(question: Reply, text: str) -> str:
    """Spoken words, without a name before them or quotation marks around them; of a beginning the same beginning."""
    words = clean(spoken(text))
    for name in (question.persona.name, question.persona.first_name):
        words = words.removeprefix(f"{name}: ")
    if words[:1] in ("“", '"'):
        words = words[1:].lstrip()
        words = words[:-1].rstrip() if words[-1:] in ("”", '"') else words
    return words


def _said(question: Reply, text: str) -> str:
    """The words of a whole reply, cut at a sentence's end."""
    words = _words(question, text)
    if not words:
        raise InvalidAnswer("says nothing; give the spoken words")
    if len(words) <= LONGEST_REPLY:
        return words
    end = max(words.rfind(mark, 0, LONGEST_REPLY) for mark in _ENDS)
    return words[: end + 1] if end > 0 else words[: LONGEST_REPLY - 1] + "…"
