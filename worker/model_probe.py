"""One small question to a model, to see whether it answers as residents' questions want it to."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from backend.domain.calls import Call
from backend.domain.events import QuestionKind
from backend.domain.model_settings import ModelSettings
from backend.domain.persona import Looks, Persona
from backend.domain.questions import AnyQuestion, Embed, Rate
from backend.domain.questions.views import MemoryView
from backend.store.model_server.check import Finding
from worker.minds import minds
from worker.minds.model.abilities import Mode
from worker.minds.model.mind import ModelMind
from worker.minds.model.servers import SERVERS

SECONDS = 19.5
"""For an attempt. A time of its own makes it a server of its own: what is known of the one that residents' questions go
to, that it is left alone for a while after failures for example, is no answer here."""
LONGEST_PAUSE = 1.0
TRIED = "probe"
"""Stands for a town in the server's log."""

_FORMS: dict[Mode, str] = {
    "schema": "by a JSON schema",
    "tools": "by a tool, for it takes no JSON schema",
    "json": "in JSON mode with the schema in the prompt, for it takes neither schema nor tools",
    "plain": "by the prompt alone, for it has no JSON mode",
}
_MEMORIES = (
    MemoryView(id="m1", memory="observation", text="The stove is on fire.", importance=5, tick=0),
    MemoryView(id="m2", memory="observation", text="A cup stands on the table.", importance=5, tick=0),
)
_SOMEBODY = Persona(
    id="ana", name="Ana Lane", age=40, pronouns=("she", "her", "her"), traits=("calm",), about="Ana lives in a lane.",
    currently="She waits for the fair.", home="lane:house", bed="lane:house:room:bed", wake=420, sleep=1320,
    meals=(480, 1140), job=None, leisure=(), knows=(), places=("lane:house",),
    looks=Looks("light", "brown", "short", "blue", "grey"),
)  # fmt: skip


@dataclass
class _Notebook:
    """What a mind is handed as its meter and its log: it has a slot at once."""

    spent_on: Callable[[Call], None]
    calls: list[Call] = field(default_factory=list)

    @contextmanager
    def enter(self, kind: QuestionKind, expected_tokens: int) -> Iterator[None]:
        del kind, expected_tokens
        yield

    def spent(self, call: Call) -> None:
        """Counted when it is recorded."""

    def record(self, call: Call) -> None:
        self.calls.append(call)
        self.spent_on(call)


def probe_model(settings: ModelSettings, model: str, spent_on: Callable[[Call], None]) -> Finding:
    """Whether `model` rates two memories in the form that it is asked for. `spent_on` is told of each call."""
    of_one = settings.model_copy(
        update={"model": model, "cheap_model": None, "models": {}, "timeout_s": SECONDS}
    )
    mind, calls = _ask(of_one, sample("rate"), spent_on)
    if mind != "model":
        return _failed("Model", model, calls)
    form = _FORMS[SERVERS.of(of_one).model(model).abilities.mode]
    return Finding("Model", True, f"{model} answers {form}, {_cost_of(calls)}")


def probe_embeddings(settings: ModelSettings, model: str, spent_on: Callable[[Call], None]) -> Finding:
    """Whether `model` embeds two memories."""
    mind, calls = _ask(settings.model_copy(update={"timeout_s": SECONDS}), sample("embed", model), spent_on)
    if mind != "model":
        return _failed("Embeddings", model, calls)
    return Finding("Embeddings", True, f"{model} embeds, {_cost_of(calls)}")


def _ask(
    settings: ModelSettings, question: AnyQuestion, spent_on: Callable[[Call], None]
) -> tuple[str, list[Call]]:
    notebook = _Notebook(spent_on)
    mind = ModelMind(
        settings,
        notebook,
        notebook,
        minds("rules"),
        town=TRIED,
        sleep=lambda seconds: time.sleep(min(seconds, LONGEST_PAUSE)),
    )
    return mind.answer(question).mind, notebook.calls


def sample(kind: QuestionKind, embedder: str = "") -> AnyQuestion:
    """The question that a model is tried with: about two memories, of which one matters more."""
    common = {
        "key": f"{kind}:ana@0", "resident": "ana", "tick": 0, "effect": 60, "seed": 0, "now": "Monday 3 March, 09:20",
        "minute": 560, "persona": _SOMEBODY, "activity": "sitting in the kitchen", "memories": _MEMORIES,
        "mind": "model",
    }  # fmt: skip
    if kind == "embed":
        return Embed.model_validate({**common, "embedder": embedder})
    return Rate.model_validate(common)


def _failed(part: str, model: str, calls: list[Call]) -> Finding:
    if not calls:
        return Finding(part, False, f"{model} failed a moment ago and is left alone; try again in a minute")
    last = calls[-1]
    return Finding(part, False, f"{model} gives no answer that can be used ({last.outcome}): {last.fault}")


def _cost_of(calls: list[Call]) -> str:
    last = calls[-1]
    return f"{last.input_tokens} tokens in, {last.output_tokens} out, {last.latency_ms} ms"
