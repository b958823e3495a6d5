"""The nine questions that cognition asks a mind, one for vectors, two that are asked outside the log, their answers.

The nine are those of the design, section 6.

A question is closed: it holds all that the mind may know, so a mind needs no database and no index. An answer
validates itself against its question; what it names beyond it is refused, never believed.
"""

from __future__ import annotations

from typing import Annotated, Any, Union

from pydantic import Field, TypeAdapter, ValidationError

from backend.domain.questions.adjudicate import Adjudicate, AdjudicateAnswer, SiteView, ThingView
from backend.domain.questions.answer import Reply, ReplyAnswer
from backend.domain.questions.detail_plan import ActionView, DetailPlan, DetailPlanAnswer
from backend.domain.questions.digest import BeliefChange, Digest, DigestAnswer
from backend.domain.questions.embed import Embed, EmbedAnswer
from backend.domain.questions.plan_day import PlanBlock, PlanDay, PlanDayAnswer
from backend.domain.questions.question import DELAY, FOR_PEOPLE, Answer, InvalidAnswer, Question
from backend.domain.questions.rate import Rate, RateAnswer
from backend.domain.questions.react import Option, React, ReactAnswer
from backend.domain.questions.reflect import GoalChange, Insight, Reflect, ReflectAnswer
from backend.domain.questions.say import Say, SayAnswer
from backend.domain.questions.sketch import (
    Bond,
    HomeChoice,
    LooksChoice,
    LooksDrawn,
    Neighbour,
    SiteChoice,
    Sketch,
    SketchAnswer,
)
from backend.domain.questions.tell import Line, NoteView, Tell, TellAnswer
from backend.domain.questions.views import (
    BeliefView,
    BodyView,
    CommitmentView,
    LineView,
    MemoryView,
    ObjectView,
    OfferView,
    PersonView,
    PlaceView,
    Refusal,
    Scores,
)

__all__ = [
    "ANSWER_ADAPTER",
    "DELAY",
    "FOR_PEOPLE",
    "QUESTION_ADAPTER",
    "ActionView",
    "Adjudicate",
    "AdjudicateAnswer",
    "Answer",
    "AnyAnswer",
    "AnyQuestion",
    "BeliefChange",
    "BeliefView",
    "BodyView",
    "Bond",
    "CommitmentView",
    "DetailPlan",
    "DetailPlanAnswer",
    "Digest",
    "DigestAnswer",
    "Embed",
    "EmbedAnswer",
    "GoalChange",
    "HomeChoice",
    "Insight",
    "InvalidAnswer",
    "Line",
    "LineView",
    "LooksChoice",
    "LooksDrawn",
    "MemoryView",
    "Neighbour",
    "NoteView",
    "ObjectView",
    "OfferView",
    "Option",
    "PersonView",
    "PlaceView",
    "PlanBlock",
    "PlanDay",
    "PlanDayAnswer",
    "Question",
    "Rate",
    "RateAnswer",
    "React",
    "ReactAnswer",
    "Reflect",
    "ReflectAnswer",
    "Refusal",
    "Reply",
    "ReplyAnswer",
    "Say",
    "SayAnswer",
    "Scores",
    "SiteChoice",
    "SiteView",
    "Sketch",
    "SketchAnswer",
    "Tell",
    "TellAnswer",
    "ThingView",
    "Unanswerable",
    "no_answer",
    "read_answer",
]

AnyQuestion = Annotated[
    Union[PlanDay, DetailPlan, React, Say, Digest, Rate, Reflect, Reply, Adjudicate, Embed, Tell, Sketch],  # noqa: UP007
    Field(discriminator="kind"),
]
AnyAnswer = Annotated[
    Union[  # noqa: UP007
        PlanDayAnswer, DetailPlanAnswer, ReactAnswer, SayAnswer, DigestAnswer,
        RateAnswer, ReflectAnswer, ReplyAnswer, AdjudicateAnswer, EmbedAnswer,
        TellAnswer, SketchAnswer,
    ],
    Field(discriminator="kind"),
]  # fmt: skip
QUESTION_ADAPTER: TypeAdapter[AnyQuestion] = TypeAdapter(AnyQuestion)
ANSWER_ADAPTER: TypeAdapter[AnyAnswer] = TypeAdapter(AnyAnswer)


class Unanswerable(Exception):
    """A mind could not answer; the question stays open and the town waits visibly."""

    retry_after: float = 1.0
    """Real seconds after which it is worth asking again."""


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
