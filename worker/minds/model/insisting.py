"""Has a question answered in spite of a server's faults: tries again, waits, gives up; each attempt is recorded."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from backend.domain.calls import Call, Message, Outcome
from backend.domain.model_settings import ModelSettings
from backend.domain.questions import AnyAnswer, AnyQuestion, InvalidAnswer, Unanswerable
from worker.minds.model.hearing import Heard
from worker.minds.model.ports import BudgetReached, Busy, CallLog, Meter, Why
from worker.minds.model.retrying import PATIENCE, wait
from worker.minds.model.servers import KnownModel

log = logging.getLogger(__name__)

TRIES = 4
"""While the server fails, or cuts its answer."""
TIMEOUTS = 2
"""Of them may take the whole time of an attempt."""
REFUSED_CALLS = 2
"""Of them may be refused for what can't be mended."""
WAYS = 8
"""Further ones, while the server teaches how it wants to be asked."""

WHY: dict[Outcome, Why] = {
    "timeout": "timeout", "refused": "refused", "bad_request": "refused",
    "rate_limited": "away", "server_error": "away", "cut": "invalid", "empty": "invalid",
}  # fmt: skip
"""The reason that is recorded, by what became of the last attempt."""


class ModelBusy(Unanswerable):
    """All slots are taken, or the minute's calls are used up; the question stays open."""

    def __init__(self, busy: Busy) -> None:
        super().__init__(str(busy))
        self.retry_after = busy.retry_after


class NoAnswer(Exception):
    """The model has none; the built-in mind is to stand in."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why: Why = why


class Unfit(Exception):
    """An answer came that does not fit its question."""

    def __init__(self, text: str, fault: str) -> None:
        super().__init__(fault)
        self.text = text
        self.fault = fault


@dataclass(frozen=True)
class Request:
    """One call, ready to be made."""

    prompt: tuple[Message, ...]
    most_output: int
    """Tokens of its answer at most."""
    call: Callable[[], Heard]


class Insisting:
    """The attempts at one question, counted on from prompt to prompt."""

    def __init__(
        self,
        question: AnyQuestion,
        settings: ModelSettings,
        known: KnownModel,
        meter: Meter,
        calls: CallLog,
        sleep: Callable[[float], None],
    ) -> None:
        self._question, self._settings, self._known = question, settings, known
        self._meter, self._calls, self._sleep = meter, calls, sleep
        self._model = settings.model_for(question.kind)
        self._attempts = 0

    def hear(self, make: Callable[[], Request], understand: Callable[[str], AnyAnswer]) -> AnyAnswer:
        """The first answer that can be understood.

        Args:
            make: the next call; made anew each time, for a refusal may have taught how to ask.
            understand: the answer in what came. Raises InvalidAnswer.

        Raises:
            Unfit: something came that can't be understood.
            NoAnswer: nothing came.
            ModelBusy: not now.
        """
        breaker = self._known.breaker
        tries: dict[Outcome, int] = {}
        ways = 0
        while True:
            if breaker.rest() is not None:
                raise NoAnswer("away")
            heard, answer = self._attempt(make(), understand)
            if answer is not None:
                breaker.heard()
                return answer
            if heard.outcome in ("invalid", "too_long"):
                breaker.heard()
                raise Unfit(heard.text, heard.fault)
            if heard.mended and ways < WAYS:
                ways += 1
                continue
            self._take_note(heard)
            tries[heard.outcome] = tries.get(heard.outcome, 0) + 1
            if heard.hopeless or (heard.retry_after or 0.0) > PATIENCE:
                raise NoAnswer("away")
            if heard.outcome == "refused" or _enough(tries):
                raise NoAnswer(WHY[heard.outcome])
            self._sleep(wait(self._question.key, self._attempts, heard.retry_after))

    def _take_note(self, heard: Heard) -> None:
        """Lets the breaker know how the server fares."""
        breaker, after = self._known.breaker, heard.retry_after or 0.0
        if heard.hopeless or heard.outcome in ("server_error", "timeout") or after > PATIENCE:
            at_least = after if after > PATIENCE else 0.0
            if breaker.failed(heard.fault, at_once=heard.hopeless, at_least=at_least):
                log.warning(
                    "The model %s is left alone for a while, the built-in mind stands in: %s",
                    self._model,
                    heard.fault,
                )
        elif heard.outcome != "rate_limited":
            breaker.heard()

    def _attempt(
        self, request: Request, understand: Callable[[str], AnyAnswer]
    ) -> tuple[Heard, AnyAnswer | None]:
        """One call, metered and recorded, whatever became of it."""
        self._attempts += 1
        sent = sum(len(message.text) for message in request.prompt) // 4
        try:
            with self._meter.enter(self._question.kind, sent + request.most_output):
                begun = time.monotonic()
                heard = request.call()
                latency_ms = int((time.monotonic() - begun) * 1000)
        except BudgetReached:
            raise NoAnswer("budget") from None
        except Busy as busy:
            raise ModelBusy(busy) from None
        answer: AnyAnswer | None = None
        if heard.outcome == "ok":
            try:
                answer = understand(heard.text)
            except InvalidAnswer as fault:
                heard = replace(heard, outcome="invalid", fault=str(fault))
        if heard.text and not heard.input_tokens:
            # A server that counts nothing must not be free of the budget.
            heard = replace(heard, input_tokens=sent, output_tokens=len(heard.text) // 4)
        call = self._recorded(request, heard, latency_ms)
        self._meter.spent(call)
        self._calls.record(call)
        return heard, answer

    def _recorded(self, request: Request, heard: Heard, latency_ms: int) -> Call:
        question = self._question
        return Call(
            question=question.key,
            resident=question.resident,
            kind=question.kind,
            tick=question.tick,
            attempt=self._attempts,
            model=self._model,
            prompt=request.prompt,
            answer=heard.text,
            outcome=heard.outcome,
            fault=heard.fault,
            input_tokens=heard.input_tokens,
            cached_tokens=heard.cached_tokens,
            output_tokens=heard.output_tokens,
            cost=self._settings.cost(
                self._model, heard.input_tokens, heard.cached_tokens, heard.output_tokens
            ),
            latency_ms=latency_ms,
            first_token_ms=heard.first_token_ms,
        )


def _enough(tries: dict[Outcome, int]) -> bool:
    """Whether a question has been tried often enough."""
    if tries.get("timeout", 0) >= TIMEOUTS or tries.get("bad_request", 0) >= REFUSED_CALLS:
        return True
    return sum(tries.values()) >= TRIES
