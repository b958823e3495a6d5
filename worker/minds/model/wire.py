"""What goes over the wire as an answer, both ways: JSON of a strict schema with handles instead of ids.

`read(question, write(question, answer))` is `answer` for every answer that fits its question, up to this normal form:
texts are on one line without control characters, grounds are named once, and no block of a day is longer than a day.
"""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from backend.domain.events import QuestionKind
from backend.domain.questions import AnyAnswer, AnyQuestion, InvalidAnswer
from worker.minds.model.fields import Part
from worker.minds.model.forms import Form
from worker.minds.model.forms.plans import DETAIL_PLAN, PLAN_DAY
from worker.minds.model.forms.sketches import SKETCH
from worker.minds.model.forms.talk import ANSWER, DIGEST, SAY
from worker.minds.model.forms.tellings import TELL
from worker.minds.model.forms.thoughts import RATE, REACT, REFLECT
from worker.minds.model.forms.verdicts import ADJUDICATE
from worker.minds.model.handles import names

FORMS: dict[QuestionKind, Form] = {
    "plan_day": PLAN_DAY,
    "detail_plan": DETAIL_PLAN,
    "react": REACT,
    "say": SAY,
    "digest": DIGEST,
    "rate": RATE,
    "reflect": REFLECT,
    "answer": ANSWER,
    "adjudicate": ADJUDICATE,
    "tell": TELL,
    "sketch": SKETCH,
}
"""One registry of those asked in words; vectors (`embed`) come another way."""


def schema(question: AnyQuestion) -> dict[str, Any]:
    """The strict JSON schema of its answers; one for all questions of a kind."""
    return FORMS[question.kind].schema


def read(question: AnyQuestion, document: object) -> AnyAnswer:
    """The answer in `document`, handles turned to ids, checked against the question.

    Raises:
        InvalidAnswer: naming the fault, in words for the model to mend it by.
    """
    try:
        answer = FORMS[question.kind].read(question, Part(document), names(question))
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise InvalidAnswer(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    answer.check(question)
    return answer


def write(question: AnyQuestion, answer: AnyAnswer) -> dict[str, Any]:
    """The document of an answer that fits its question; what `read` reads."""
    return FORMS[question.kind].write(question, answer, names(question))
