"""The paper's architecture, put together for the engine: one method for each moment at which a resident thinks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from backend.domain import questions as q
from backend.domain.events import AnyEvent, HeardOf, Recorded, Said, Trail
from backend.domain.scenario import Scenario
from backend.domain.spoken import Spoken
from backend.domain.view import View
from backend.domain.wishes import Ask, Wish
from worker.cognition import (
    adjudicating,
    agreeing,
    answering,
    conversing,
    departing,
    digesting,
    embedding_model,
    feeling,
    founding,
    greeting,
    inner_voice,
    keeping_word,
    noticing,
    overhearing,
    planning,
    reacting,
    reflecting,
    replying,
    resting,
    trailing,
)
from worker.cognition.ablations import COMPLETE, Ablations
from worker.cognition.recall import Recall


class Cognition:
    """Implements the engine's port of the same name. All its state is read from the log by `learn`."""

    def __init__(
        self, scenario: Scenario, ablations: Ablations = COMPLETE, embedder: str | None = None
    ) -> None:
        """`ablations` say which parts of the architecture the residents have; see there for the conditions.

        `embedder` is the name of the town's embedding model; None where the built-in embedder serves alone.
        """
        self.recall = Recall(scenario.synonyms, ablations, embedder)

    @property
    def reflects(self) -> bool:
        return self.recall.ablations.reflection

    @property
    def remembers(self) -> bool:
        return self.recall.ablations.memory

    def learn(self, recorded: Recorded) -> None:
        self.recall.learn(recorded)

    def restore(
        self, memories: Sequence[Recorded], accesses: Mapping[str, int], importances: Mapping[str, int]
    ) -> None:
        self.recall.restore(memories, accesses, importances)

    def found(self, view: View) -> Sequence[Wish]:
        return founding.found(self.recall, view)

    def settle(self, view: View, resident: str) -> Sequence[Wish]:
        return founding.settle(self.recall, view, resident)

    def plant(
        self,
        view: View,
        resident: str,
        text: str,
        *,
        source: str | None = None,
        weight: int | None = None,
        about: tuple[str, ...] = (),
    ) -> Sequence[Wish]:
        planted = inner_voice.plant(
            self.recall, view, resident, text, source=source, weight=weight, about=about
        )
        return self._kept([planted])

    def agreed(self, view: View, commitment: str) -> Sequence[Wish]:
        return self._kept(agreeing.agreed(self.recall, view, commitment))

    def called_off(self, view: View, commitment: str, resident: str) -> Sequence[Wish]:
        return self._kept(agreeing.called_off(self.recall, view, commitment, resident))

    def moved(self, view: View, resident: str) -> Sequence[Wish]:
        return self._kept(inner_voice.moved(self.recall, view, resident))

    def saw_go(self, view: View, resident: str, gone: str) -> Sequence[Wish]:
        return self._kept([departing.saw_go(self.recall, view, resident, gone)])

    def told_gone(self, view: View, resident: str, gone: str) -> Sequence[Wish]:
        return self._kept([departing.told_gone(self.recall, view, resident, gone)])

    def rewritten(self, view: View, resident: str) -> Sequence[Wish]:
        asked = planning.anew(self.recall, view, resident, view.persona(resident).currently)
        return [] if asked is None else self._kept([asked])

    def whisper(self, view: View, resident: str, text: str) -> Sequence[Wish]:
        return self._kept(inner_voice.whisper(self.recall, view, resident, text))

    def look(self, view: View, resident: str, stimuli: Sequence[AnyEvent]) -> Sequence[Wish]:
        return self._kept(noticing.look(self.recall, view, resident, stimuli))

    @property
    def keeps_calendar(self) -> bool:
        return self.recall.ablations.planning

    def plan(self, view: View, resident: str, because: str = "") -> Ask:
        return self.recall.ablations.routine(planning.plan(self.recall, view, resident, because))

    def remind(self, view: View, resident: str, commitment: str) -> Sequence[Wish]:
        return self._kept(keeping_word.remind(self.recall, view, resident, commitment))

    def notice(
        self, view: View, commitment: str, resident: str, how: Literal["kept", "broken"]
    ) -> Sequence[Wish]:
        return self._kept(keeping_word.notice(self.recall, view, commitment, resident, how))

    def feel(self, view: View, event: AnyEvent) -> Sequence[AnyEvent]:
        return feeling.feel(view, event)

    def detail(self, view: View, resident: str, block: int) -> Ask:
        return self.recall.ablations.routine(planning.detail(self.recall, view, resident, block))

    def speak(self, view: View, resident: str, talk: str) -> Ask:
        return self.recall.ablations.routine(conversing.speak(self.recall, view, resident, talk))

    def hear(
        self, view: View, listener: str, speaker: str, tells: tuple[str, ...], talk: str | None
    ) -> Sequence[Wish]:
        return self._kept(conversing.hear(self.recall, view, listener, speaker, tells, talk))

    def overhear(self, view: View, listener: str, line: Said) -> Sequence[Wish]:
        return self._kept(overhearing.overhear(self.recall, view, listener, line))

    def digest(self, view: View, resident: str, talk: str) -> Ask:
        return digesting.digest(self.recall, view, resident, talk)

    def rate(self, view: View, resident: str) -> Ask:
        return reflecting.rate(self.recall, view, resident)

    def reflect(self, view: View, resident: str) -> Ask:
        return reflecting.reflect(self.recall, view, resident)

    def wants_vectors(self, resident: str) -> bool:
        return embedding_model.is_due(self.recall, resident)

    def embed(self, view: View, resident: str) -> Ask:
        return embedding_model.embed(self.recall, view, resident)

    def reply(self, view: View, spoken: Spoken, key: str, effect: int | None) -> Sequence[Wish]:
        return self._kept(replying.reply(self.recall, view, spoken, key, effect))

    def greet(self, view: View, resident: str, visitor: str, arrival: int) -> Ask:
        return self.recall.ablations.routine(greeting.greet(self.recall, view, resident, visitor, arrival))

    def answering(self, view: View, visitor: str, text: str, heard: tuple[str, ...]) -> tuple[str, ...]:
        return answering.answering(view, visitor, text, heard)

    def judge(self, view: View, request: str, text: str, key: str, effect: int | None) -> Ask:
        return adjudicating.judge(view, request, text, key, effect)

    def trail(self, view: View, what: HeardOf) -> Trail | None:
        return trailing.trail(self.recall, view, what)

    def take(self, view: View, question: q.AnyQuestion, answer: q.AnyAnswer) -> Sequence[Wish]:
        return self._kept(self._taken(view, question, answer))

    def _kept(self, wishes: Sequence[Wish]) -> Sequence[Wish]:
        return self.recall.ablations.kept(wishes, self.recall.index)

    def _taken(self, view: View, question: q.AnyQuestion, answer: q.AnyAnswer) -> Sequence[Wish]:
        match question, answer:
            case q.PlanDay(), q.PlanDayAnswer():
                return planning.take_plan(self.recall, view, question, answer)
            case q.DetailPlan(), q.DetailPlanAnswer():
                return planning.take_detail(question, answer)
            case q.React(), q.ReactAnswer():
                return reacting.take(self.recall, view, question, answer)
            case q.Say(), q.SayAnswer():
                return conversing.take_line(self.recall, view, question, answer)
            case q.Digest(), q.DigestAnswer():
                return digesting.take_digest(self.recall, view, question, answer)
            case q.Rate(), q.RateAnswer():
                return reflecting.take_ratings(self.recall, question, answer)
            case q.Reflect(), q.ReflectAnswer():
                return reflecting.take_insights(self.recall, view, question, answer)
            case q.Reply(), q.ReplyAnswer():
                return replying.take(self.recall, view, question, answer)
            case q.Adjudicate(), q.AdjudicateAnswer():
                return adjudicating.take(question, answer)
            case q.Embed(), q.EmbedAnswer():
                return embedding_model.take_vectors(self.recall, question, answer)
            case _:
                raise TypeError(f"{answer.kind} is no answer to {question.kind}")

    def retreat(self, view: View, resident: str) -> Wish:
        return resting.retreat(view, resident)

    def wait(self, view: View, resident: str) -> Wish | None:
        return resting.wait(view, resident)
