"""Following an intervention through the log, event by event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from backend.domain import events as e
from backend.domain.aftermath.percepts import noticed_as, overwrites
from backend.domain.aftermath.step import Step, StepKind
from backend.domain.departure import GONE
from backend.domain.events import Recorded
from backend.domain.inputs import VISITOR_PREFIX, Stamp

_BESIDES = (
    e.Asked, e.AnswerLapsed, e.Remembered, e.Walked, e.Halted, e.Met, e.BodyChanged, e.NameLearned,
    e.ActionBegun, e.ActionEnded,
)  # fmt: skip
"""What comes along with the effects of an input and is not told as one."""
_WORLDLY = (e.Announced, e.ObjectChanged, e.WeatherChanged, e.PlaceClosed, e.PlaceOpened)
"""What a game master's verdict can change."""
_THOUGHT_OF = ("react", "plan_day")
"""Questions whose answer is due to a memory where it names it as a ground."""


@dataclass
class Aftermath:
    """Fed with a log in order, from the intervention's stamp on; events that have nothing to do with it may be missing.

    `until` is the order of the next input that took effect in the same tick; None if there is none.
    """

    stamp: Stamp
    until: int | None = None
    _steps: dict[int, Step] = field(default_factory=dict)
    """By the step's `seq`."""
    _percepts: dict[str, Recorded] = field(default_factory=dict)
    """By which percepts it is noticed, and the event that made it so."""
    _memories: dict[str, int] = field(default_factory=dict)
    """Memories that carry it, with their step's `seq`."""
    _questions: dict[str, int] = field(default_factory=dict)
    """Keys of questions whose answers are due to it, with the `seq` of the step that they follow from."""
    _reactions: dict[str, int] = field(default_factory=dict)
    """Keys of questions that were answered, with the `seq` of the reaction."""
    _planning: set[tuple[str, int]] = field(default_factory=set)
    """(resident, tick) of whoever decided to plan anew."""
    _lines: list[Recorded] = field(default_factory=list)
    """The lines of the current tick."""
    _commitments: dict[str, int] = field(default_factory=dict)
    _requests: dict[str, int] = field(default_factory=dict)
    _beliefs: set[str] = field(default_factory=set)
    _acts: bool = True
    """Whether what comes next is still what the input itself did."""
    _is_carried_out: bool = False

    @property
    def steps(self) -> list[Step]:
        """In the order of the log."""
        return sorted(self._steps.values(), key=lambda step: step.seq)

    @property
    def first_memory(self) -> str | None:
        """The first memory that carries it; None: nobody has any."""
        return next(iter(self._memories), None)

    @property
    def memories(self) -> frozenset[str]:
        """All memories that carry it."""
        return frozenset(self._memories)

    def feed(self, recorded: Recorded) -> None:
        if (recorded.tick, recorded.order) < (self.stamp.tick, self.stamp.order):
            return
        if self._is_of_the_input(recorded):
            self._did(recorded)
        else:
            self._follow(recorded)

    # -- what the input itself did ------------------------------------------------------------------------------------

    def _is_of_the_input(self, recorded: Recorded) -> bool:
        """Its events follow each other; then others act, or residents look around."""
        event = recorded.event
        if self._is_carried_out:
            self._is_carried_out = isinstance(event, _WORLDLY)
            return self._is_carried_out
        ends = recorded.tick > self.stamp.tick or isinstance(event, e.Answered) or _lapsed_by_itself(event)
        ends |= self.until is not None and recorded.order >= self.until
        ends |= isinstance(event, e.Remembered) and event.percept is not None
        ends |= isinstance(event, e.Asked) and self._steps == {} and self._memories == {}
        self._acts = self._acts and not ends
        return self._acts

    def _did(self, recorded: Recorded) -> None:
        event = recorded.event
        if isinstance(event, e.Remembered):
            self._perceived(recorded, event, self._first())
            return
        if isinstance(event, e.Asked):
            self._questions[event.key] = self._parent(event.memories) or self._first() or recorded.seq
            return
        if isinstance(event, e.Said):
            self._lines = [line for line in self._lines if line.tick == recorded.tick] + [recorded]
        if isinstance(event, _BESIDES):
            return
        for percept in noticed_as(event, recorded.tick):
            self._percepts[percept] = recorded
        if isinstance(event, e.Offered):
            self._commitments[event.commitment] = recorded.seq
        if isinstance(event, e.Requested):
            self._requests[event.request] = recorded.seq
        self._add(recorded, "did", event.subject, words=_words(event), what=event.kind)

    def _first(self) -> int | None:
        return next(iter(self._steps), None)

    # -- what came of it ----------------------------------------------------------------------------------------------

    def _follow(self, recorded: Recorded) -> None:
        match event := recorded.event:
            case e.Remembered():
                self._remembered(recorded, event)
            case e.Asked():
                self._asked(recorded, event)
            case e.Answered():
                self._answered(recorded, event)
            case e.Said():
                self._said(recorded, event)
            case e.ActionChosen() | e.TalkStarted() | e.LetIn():
                self._acted(event)
            case e.DayPlanned() if event.cause in self._questions:
                of = self._questions[event.cause or ""]
                self._add(recorded, "replanned", event.resident, of, words=event.because)
            case e.GoalSet() | e.Believed():
                self._convinced(recorded, event)
            case e.OfferAnswered() | e.CommitmentSettled() if event.commitment in self._commitments:
                self._agreed(recorded, event)
            case e.RequestJudged() | e.RequestCarriedOut() if event.request in self._requests:
                self._add(
                    recorded, "did", None, self._requests[event.request], words=_words(event), what=event.kind
                )
                self._is_carried_out = isinstance(event, e.RequestCarriedOut)
            case e.ObjectChanged() | e.WeatherChanged():
                self._percepts = {
                    key: made for key, made in self._percepts.items() if not overwrites(event, made.event)
                }
            case _:
                pass

    def _remembered(self, recorded: Recorded, event: e.Remembered) -> None:
        made = self._percepts.get(event.percept or "")
        if made is not None:
            self._perceived(recorded, event, made.seq)
            return
        of = self._parent(event.source.memories)
        if event.source.by == "speaker" and of is not None:
            self._told(recorded, event, of)
        elif event.source.by == "speaker" and not event.source.memories:
            said = self._line_of(event, recorded.tick, None)
            if said is not None and said.seq in self._steps:
                self._perceived(recorded, event, said.seq)
        elif event.memory == "reflection" and of is not None:
            self._add(recorded, "reflected", event.resident, of, words=event.text)

    def _perceived(self, recorded: Recorded, event: e.Remembered, of: int | None) -> None:
        self._memories[event.id] = recorded.seq
        self._add(recorded, "perceived", event.resident, of, words=event.text)

    def _told(self, recorded: Recorded, event: e.Remembered, of: int) -> None:
        line = self._line_of(event, recorded.tick, event.source.memories[0])
        if line is None:
            return
        assert isinstance(line.event, e.Said)
        self._memories[event.id] = recorded.seq
        self._add(
            recorded, "told", line.event.speaker, of, other=event.resident, words=line.event.text,
            line=line.seq, overheard=event.resident not in line.event.to,
        )  # fmt: skip

    def _line_of(self, heard: e.Remembered, tick: int, told: str | None) -> Recorded | None:
        """The line from which somebody has it: where it was told, one that passes on the teller's memory of it."""
        for line in reversed(self._lines):
            said = line.event
            if not isinstance(said, e.Said) or (line.tick, said.speaker) != (tick, heard.source.who):
                continue
            if told is None or told in said.tells:
                return line
        return None

    def _asked(self, recorded: Recorded, event: e.Asked) -> None:
        if event.question == "react" and event.memories[:1] and event.memories[0] in self._memories:
            self._questions[event.key] = self._memories[event.memories[0]]
        elif event.question == "plan_day" and (event.resident, recorded.tick) in self._planning:
            self._questions[event.key] = self._last_of(event.resident)

    def _last_of(self, resident: str) -> int:
        return max(step.seq for step in self._steps.values() if step.resident == resident)

    def _answered(self, recorded: Recorded, event: e.Answered) -> None:
        if event.key not in self._questions:
            ground = self._parent(event.cites) if event.question in _THOUGHT_OF else None
            if ground is None:
                return
            self._questions[event.key] = ground
        if event.question != "react":
            return
        choice, _, other = event.choice.partition(":")
        if choice == "replan":
            self._planning.add((event.resident, recorded.tick))
        of = self._questions[event.key]
        self._reactions[event.key] = recorded.seq
        self._add(recorded, "reacted", event.resident, of, other=other or None, choice=choice)

    def _said(self, recorded: Recorded, event: e.Said) -> None:
        self._lines = [line for line in self._lines if line.tick == recorded.tick] + [recorded]
        of = self._parent(event.tells)
        guests = [other for other in event.to if other.startswith(VISITOR_PREFIX)]
        if of is not None and guests:
            self._add(
                recorded, "told", event.speaker, of, other=guests[0], words=event.text, line=recorded.seq
            )
        elif event.cause in self._questions and event.cause not in self._reactions and guests:
            of = self._questions[event.cause or ""]
            self._add(recorded, "replied", event.speaker, of, other=guests[0], words=event.text)

    def _acted(self, event: e.ActionChosen | e.TalkStarted | e.LetIn) -> None:
        """What a reaction came to is told with it."""
        seq = self._reactions.get(event.cause or "")
        if seq is None:
            return
        step = self._steps[seq]
        if isinstance(event, e.ActionChosen):
            self._steps[seq] = replace(step, words=step.words or event.activity)
        elif isinstance(event, e.TalkStarted):
            other = next((one for one in event.participants if one != event.resident), None)
            self._steps[seq] = replace(step, other=step.other or other)

    def _convinced(self, recorded: Recorded, event: e.GoalSet | e.Believed) -> None:
        of = self._parent(event.memories)
        if of is None and event.cause in self._questions:
            of = self._questions[event.cause or ""]
        if of is None:
            return
        if isinstance(event, e.GoalSet):
            self._add(recorded, "aimed", event.resident, of, words=event.text)
        elif event.belief not in self._beliefs:
            self._beliefs.add(event.belief)
            self._add(recorded, "believed", event.resident, of, words=event.statement)

    def _agreed(self, recorded: Recorded, event: e.OfferAnswered | e.CommitmentSettled) -> None:
        of = self._commitments[event.commitment]
        kind: StepKind
        if isinstance(event, e.CommitmentSettled):
            kind = event.how
        else:
            kind = "agreed" if event.accepted else "declined"
        self._add(recorded, kind, event.resident, of, words=event.reason)

    # -- both ---------------------------------------------------------------------------------------------------------

    def _parent(self, memories: Iterable[str]) -> int | None:
        """The step that made the first of the memories that carries it."""
        return next((self._memories[one] for one in memories if one in self._memories), None)

    def _add(
        self,
        recorded: Recorded,
        kind: StepKind,
        resident: str | None,
        of: int | None = None,
        *,
        other: str | None = None,
        words: str = "",
        choice: str = "",
        line: int | None = None,
        overheard: bool = False,
        what: str = "",
    ) -> None:
        self._steps[recorded.seq] = Step(
            kind, recorded.seq, recorded.tick, resident, of, other, words, choice, line, overheard, what
        )


def _words(event: e.AnyEvent) -> str:
    """What an effect of an input is about, in the words of whoever sent it."""
    for name in ("text", "state", "weather", "reason", "what", "note", "activity"):
        value = getattr(event, name, None)
        if isinstance(value, str) and value:
            return value
    return ""


def _lapsed_by_itself(event: e.AnyEvent) -> bool:
    """Not as a part of somebody's leaving the town."""
    return isinstance(event, e.AnswerLapsed) and GONE not in event.reason
