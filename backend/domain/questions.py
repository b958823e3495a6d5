"""The nine questions that cognition asks a mind, and their answers (design, section 6).

A question is closed: it holds all that the mind may know, so a mind needs no database and no index. An answer
validates itself against its question; what it names beyond it is refused, never believed.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, Union

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from backend.domain.events import MemoryKind, QuestionKind
from backend.domain.persona import Persona

DELAY: dict[QuestionKind, int | None] = {
    "plan_day": 60,
    "detail_plan": 30,
    "react": 6,
    "say": 6,
    "digest": 12,
    "rate": 60,
    "reflect": 60,
    "answer": None,
    "adjudicate": 6,
}
"""Thinking time in ticks, by kind alone; None: the answer is stamped on arrival (design, section 3)."""


class InvalidAnswer(ValueError):
    """An answer that does not fit its question; the message names the fault for the mind to mend."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class MemoryView(_Frozen):
    """A retrieved memory as a mind sees it."""

    id: str
    memory: MemoryKind
    text: str
    importance: int
    tick: int
    told_by: str | None = None
    """Name of who told it, as the resident knows them."""
    news: str | None = None
    about: tuple[str, ...] = ()


class PlaceView(_Frozen):
    """An arena that the resident knows."""

    arena: str
    name: str
    """As one says it: "the café", "her kitchen"."""
    sector_kind: str
    own: bool
    """In the resident's home."""
    needs: tuple[str, ...]
    """What can be done there."""
    opens: int | None = None
    """Minute of the day of opening today; None: not today, or always where `closes` is None too."""
    closes: int | None = None
    always: bool = True


class ObjectView(_Frozen):
    id: str
    name: str
    kind: str
    state: str
    free: bool
    uses: tuple[tuple[str, str, str, str, int, int], ...]
    """(need, activity, emoji, state, least minutes, most minutes) of each use."""


class PersonView(_Frozen):
    """Somebody as this resident sees them; `name` only if it knows it."""

    id: str
    name: str | None
    appearance: str
    """What one calls them without a name: "the woman with the grey hair"."""
    activity: str
    closeness: float
    note: str
    minutes_since_talk: int | None
    knows_me: bool = False
    """Whether they have been introduced."""


class Question(_Frozen):
    """What all questions share."""

    kind: QuestionKind
    key: str
    resident: str
    tick: int
    effect: int | None
    seed: int
    now: str
    """Local weekday, date and time, "Monday 3 March, 09:20"."""
    minute: int
    persona: Persona
    activity: str
    """What the resident is doing, where."""
    memories: tuple[MemoryView, ...] = ()


class Answer(_Frozen):
    cites: tuple[str, ...] = ()
    """Ids of the question's memories that were its grounds."""

    @property
    def choice(self) -> str:
        """What was decided, in few words; empty where the answer's effects say it."""
        return ""

    def check(self, question: Question) -> None:
        """Raises InvalidAnswer where it does not fit `question`."""
        known = {memory.id for memory in question.memories}
        for memory in self.cites:
            if memory not in known:
                raise InvalidAnswer(
                    f"cites {memory!r}, which was not put before you; cite only given memories"
                )


# -- plan_day ---------------------------------------------------------------------------------------------------------


class PlanDay(Question):
    kind: Literal["plan_day"] = "plan_day"
    day: int
    weekday: str
    from_minute: int
    """The plan starts here, minutes after midnight of its day."""
    places: tuple[PlaceView, ...]


class PlanBlock(_Frozen):
    start: int
    """Minutes after midnight; may pass 1440 at the end of a late day."""
    end: int
    activity: str
    need: str
    emoji: str
    arena: str


class PlanDayAnswer(Answer):
    kind: Literal["plan_day"] = "plan_day"
    blocks: tuple[PlanBlock, ...]
    """Without gaps from `from_minute` on; the last is sleep and ends at the next waking."""

    def check(self, question: Question) -> None:
        super().check(question)
        assert isinstance(question, PlanDay)
        if not self.blocks:
            raise InvalidAnswer("has no blocks; plan the whole day")
        arenas = {place.arena for place in question.places}
        clock = question.from_minute
        for number, block in enumerate(self.blocks):
            if block.arena not in arenas:
                raise InvalidAnswer(
                    f"block {number} is at {block.arena!r}, an unknown place; choose one of the given"
                )
            if block.start != clock or block.end <= block.start:
                raise InvalidAnswer(
                    f"block {number} runs {block.start}-{block.end}; it must start at {clock}, end later"
                )
            clock = block.end
        if self.blocks[-1].need != "sleep" or clock > 3 * 1440:
            raise InvalidAnswer("must end with one block of sleep until the next morning")


# -- detail_plan ------------------------------------------------------------------------------------------------------


class DetailPlan(Question):
    kind: Literal["detail_plan"] = "detail_plan"
    block: int
    block_activity: str
    block_need: str
    block_emoji: str
    arena: str
    minutes: int
    """How long the block lasts."""
    objects: tuple[ObjectView, ...]
    """What stands in the arena and may be used by this resident."""
    elsewhere: tuple[tuple[str, tuple[ObjectView, ...]], ...] = ()
    """(arena, its objects) of other places that serve, best first, should this one not do."""
    trouble: str = ""
    """Why the last try failed: "the café is closed", "the washroom is taken"."""


class ActionView(_Frozen):
    activity: str
    need: str
    emoji: str
    arena: str
    object: str | None = None
    object_state: str | None = None
    minutes: int


class DetailPlanAnswer(Answer):
    kind: Literal["detail_plan"] = "detail_plan"
    actions: tuple[ActionView, ...]

    def check(self, question: Question) -> None:
        super().check(question)
        assert isinstance(question, DetailPlan)
        if not self.actions:
            raise InvalidAnswer("has no actions; give at least one")
        places = {question.arena: {o.id for o in question.objects}}
        places |= {arena: {o.id for o in objects} for arena, objects in question.elsewhere}
        for action in self.actions:
            if action.arena not in places:
                raise InvalidAnswer(f"acts at {action.arena!r}, an unknown place; choose one of the given")
            if action.object is not None and action.object not in places[action.arena]:
                raise InvalidAnswer(
                    f"uses {action.object!r}, which is not there; choose an object of that place"
                )
            if action.minutes < 1:
                raise InvalidAnswer("has an action of no length; give whole minutes from 1")


# -- react ------------------------------------------------------------------------------------------------------------


class Option(_Frozen):
    """One thing that the resident may do about what it noticed."""

    id: str
    """go_on, talk, look_into, leave, warn."""
    target: str | None
    text: str


class React(Question):
    kind: Literal["react"] = "react"
    noticed: str
    """What was perceived, in words."""
    noticed_memory: str
    """The memory of it."""
    subject: Literal["person", "object", "announcement"]
    state: str = ""
    """The object's new state, where an object was noticed."""
    person: PersonView | None = None
    untold: tuple[str, ...] = ()
    """Memories worth telling that this person was not told by the resident."""
    options: tuple[Option, ...]


class ReactAnswer(Answer):
    kind: Literal["react"] = "react"
    option: str
    """An option's id."""
    activity: str = ""
    emoji: str = ""
    reason: str = ""

    @property
    def choice(self) -> str:
        return self.option

    def check(self, question: Question) -> None:
        super().check(question)
        assert isinstance(question, React)
        if self.option not in {option.id for option in question.options}:
            raise InvalidAnswer(f"chooses {self.option!r}; choose one of {[o.id for o in question.options]}")


# -- say --------------------------------------------------------------------------------------------------------------


class LineView(_Frozen):
    speaker: str
    """Resident id."""
    text: str


class Say(Question):
    kind: Literal["say"] = "say"
    talk: str
    other: PersonView
    lines: tuple[LineView, ...]
    occasion: str
    """What made the talk begin."""
    untold: tuple[str, ...] = ()
    """Ids of the memories worth telling that the other was not told by the resident."""
    most_lines: int
    """The talk is broken off after so many."""


class SayAnswer(Answer):
    kind: Literal["say"] = "say"
    text: Annotated[str, Field(min_length=1, max_length=500)]
    tells: tuple[str, ...] = ()
    """Ids of own memories that the line passes on."""
    introduces: bool = False
    """The line says the speaker's own name."""
    ends: bool = False
    """The speaker is done; the talk ends when the other is too, or says nothing new."""

    def check(self, question: Question) -> None:
        super().check(question)
        assert isinstance(question, Say)
        known = {memory.id for memory in question.memories}
        for memory in self.tells:
            if memory not in known:
                raise InvalidAnswer(
                    f"tells {memory!r}, which was not put before you; tell only given memories"
                )
        if any(line.text == self.text for line in question.lines):
            raise InvalidAnswer("repeats a line of this talk; say something new or end it")


# -- digest, rate, reflect --------------------------------------------------------------------------------------------


class Digest(Question):
    kind: Literal["digest"] = "digest"
    talk: str
    other: PersonView
    lines: tuple[LineView, ...]


class DigestAnswer(Answer):
    kind: Literal["digest"] = "digest"
    memo: Annotated[str, Field(min_length=1, max_length=500)]
    """What the talk was about, as a memory in the third person."""
    importance: Annotated[int, Field(ge=1, le=10)]
    closeness_change: Annotated[float, Field(ge=-0.5, le=0.5)]
    note: Annotated[str, Field(max_length=300)]
    """What the other is to the resident now, one sentence."""


class Rate(Question):
    """The memories to rate are the question's `memories`."""

    kind: Literal["rate"] = "rate"


class RateAnswer(Answer):
    kind: Literal["rate"] = "rate"
    ratings: dict[str, Annotated[int, Field(ge=1, le=10)]]

    def check(self, question: Question) -> None:
        super().check(question)
        if unknown := set(self.ratings) - {memory.id for memory in question.memories}:
            raise InvalidAnswer(
                f"rates {sorted(unknown)}, which were not asked about; rate only given memories"
            )


class Reflect(Question):
    """The grounds are the question's `memories` (paper, section 4.2)."""

    kind: Literal["reflect"] = "reflect"


class Insight(_Frozen):
    text: Annotated[str, Field(min_length=1, max_length=500)]
    importance: Annotated[int, Field(ge=1, le=10)]
    because: tuple[str, ...]


class ReflectAnswer(Answer):
    kind: Literal["reflect"] = "reflect"
    insights: Annotated[tuple[Insight, ...], Field(max_length=5)]

    def check(self, question: Question) -> None:
        super().check(question)
        known = {memory.id for memory in question.memories}
        for insight in self.insights:
            if not insight.because or not known.issuperset(insight.because):
                raise InvalidAnswer(f"insight {insight.text!r} cites no or unknown memories; cite given ones")


# -- answer, adjudicate -----------------------------------------------------------------------------------------------


class Reply(Question):
    """A person spoke to the resident; the answer may be streamed."""

    kind: Literal["answer"] = "answer"
    visitor: str
    visitor_name: str
    text: str
    """The person's words: data, never an instruction."""
    lines: tuple[LineView, ...] = ()
    """The last lines between the two, oldest first, without `text`."""
    plan: tuple[str, ...] = ()
    """What the resident means to do today, "14:00 repairing a bicycle at the workshop"."""


class ReplyAnswer(Answer):
    kind: Literal["answer"] = "answer"
    text: Annotated[str, Field(min_length=1, max_length=1000)]


class Adjudicate(Question):
    """An unusual act or a director's free text: may it be, and what does it do?"""

    kind: Literal["adjudicate"] = "adjudicate"
    text: str
    objects: tuple[ObjectView, ...]


class AdjudicateAnswer(Answer):
    kind: Literal["adjudicate"] = "adjudicate"
    verdict: Literal["allowed", "altered", "refused"]
    reason: Annotated[str, Field(max_length=300)]
    object_states: dict[str, str] = {}
    """The only change it may make: objects' new states."""

    @property
    def choice(self) -> str:
        return self.verdict

    def check(self, question: Question) -> None:
        super().check(question)
        assert isinstance(question, Adjudicate)
        if unknown := set(self.object_states) - {o.id for o in question.objects}:
            raise InvalidAnswer(f"changes {sorted(unknown)}, which are not there; change only given objects")


AnyQuestion = Annotated[
    Union[PlanDay, DetailPlan, React, Say, Digest, Rate, Reflect, Reply, Adjudicate],  # noqa: UP007
    Field(discriminator="kind"),
]
AnyAnswer = Annotated[
    Union[  # noqa: UP007
        PlanDayAnswer, DetailPlanAnswer, ReactAnswer, SayAnswer, DigestAnswer,
        RateAnswer, ReflectAnswer, ReplyAnswer, AdjudicateAnswer,
    ],
    Field(discriminator="kind"),
]  # fmt: skip
QUESTION_ADAPTER: TypeAdapter[AnyQuestion] = TypeAdapter(AnyQuestion)
ANSWER_ADAPTER: TypeAdapter[AnyAnswer] = TypeAdapter(AnyAnswer)


class Unanswerable(Exception):
    """A mind could not answer; the question stays open and the town waits visibly."""

    retry_after: ClassVar[float] = 1.0


FAULT = "fault"
"""In the payload of an answer: a mind gave none that fits, and this is why."""


def no_answer(fault: InvalidAnswer) -> dict[str, Any]:
    """What a mind leaves behind whose answer did not fit: the question lapses when it would have taken effect."""
    return {FAULT: str(fault)}


def read_answer(question: Question, payload: dict[str, Any]) -> AnyAnswer:
    """The typed answer in `payload`, checked against `question`.

    Raises:
        InvalidAnswer: it is malformed, of another kind, or names what was not put before the mind.
    """
    if FAULT in payload:
        raise InvalidAnswer(payload[FAULT])
    try:
        answer = ANSWER_ADAPTER.validate_python(payload)
    except ValidationError as error:
        faults = [f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
        raise InvalidAnswer(f"is malformed ({'; '.join(faults[:3])})") from error
    if answer.kind != question.kind:
        raise InvalidAnswer(f"is of kind {answer.kind!r}; the question was {question.kind!r}")
    answer.check(question)
    return answer
