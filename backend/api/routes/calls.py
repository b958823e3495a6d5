"""The calls of a town's models: which question of whom, what was put before the model, what it cost."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from backend.api.forms.openapi import problems_of
from backend.api.parts import PartsOf, TownOf
from backend.api.problems import InvalidRequest, TownGone, UnknownCall, UnknownTown
from backend.api.views.budget import Budget, budget_of
from backend.domain.calls import Outcome, Role
from backend.domain.events import QuestionKind
from backend.live.frames import View
from backend.store.model_server.calls import CallRow, Tally, get_call, list_calls, tally_calls

router = APIRouter(prefix="/api/towns/{town}/calls", tags=["models"])

LAST = 2**63 - 1
Name = Annotated[str, Query(max_length=200, pattern=r"^[^\x00]*$")]


class CallRecord(View):
    """One attempt to have a question answered; what was said is told by the call itself."""

    id: int
    question: str
    """The question's key."""
    attempt: int
    resident: str
    kind: QuestionKind
    tick: int
    """When it was asked, in the town's time."""
    model: str
    outcome: Outcome
    input_tokens: int
    cached_tokens: int
    """Of the input tokens."""
    output_tokens: int
    cost: float | None
    """In the currency of the prices; null where none is known."""
    latency_ms: int
    first_token_ms: int | None
    made_at: str
    """ISO 8601, UTC."""


class CallPage(View):
    calls: list[CallRecord]
    """Newest first."""
    next: int | None
    """Send it as `before` for the next page; null on the last one."""


class MessageView(View):
    role: Role
    text: str


class CallDetail(CallRecord):
    fault: str
    """What was wrong with the answer, in words; empty where nothing was."""
    answer: str
    prompt: list[MessageView]


class TallyView(View):
    """What calls add up to."""

    name: str
    """A kind of question, or a resident."""
    calls: int
    faults: int
    """Attempts that led to no answer."""
    stand_ins: int
    """Questions that the built-in mind answered in the model's place."""
    input_tokens: int
    cached_tokens: int
    output_tokens: int
    cost: float
    latency_median_ms: int
    latency_p95_ms: int


class CallSummary(View):
    by_question: list[TallyView]
    """Those with the most calls first."""
    by_resident: list[TallyView]
    budget: Budget
    """Of all towns together."""


@router.get(
    "", responses=problems_of(UnknownTown, TownGone, InvalidRequest), name="list the calls of a town's models"
)
def page(
    row: TownOf,
    parts: PartsOf,
    resident: Name | None = None,
    kind: QuestionKind | None = None,
    outcome: Outcome | None = None,
    question: Annotated[Name | None, Query(description="The key of one question.")] = None,
    before: Annotated[int | None, Query(ge=1, le=LAST, description="`next` of the page before.")] = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
) -> CallPage:
    """Newest first, without what was said."""
    found = list_calls(
        parts.database,
        row.id,
        limit + 1,
        before=before,
        resident=resident,
        kind=kind,
        outcome=outcome,
        question=question,
    )
    shown = found[:limit]
    return CallPage(
        calls=[CallRecord(**_fields(call)) for call in shown],
        next=shown[-1].id if len(found) > limit else None,
    )


@router.get("/summary", responses=problems_of(UnknownTown, TownGone), name="sum up the calls")
def summary(row: TownOf, parts: PartsOf) -> CallSummary:
    """By question and by resident: calls, tokens, cost, latency, stand-ins, faults; and what is left to spend."""
    by_question, by_resident = tally_calls(parts.database, row.id)
    return CallSummary(
        by_question=[_tally(tally) for tally in by_question],
        by_resident=[_tally(tally) for tally in by_resident],
        budget=budget_of(parts),
    )


@router.get("/{number}", responses=problems_of(UnknownTown, TownGone, UnknownCall), name="look at a call")
def call(
    row: TownOf, parts: PartsOf, number: Annotated[int, Path(ge=1, le=LAST, description="The call's id.")]
) -> CallDetail:
    """The whole call: the messages that were put before the model, and what it answered."""
    found, prompt = get_call(parts.database, row.id, number)
    return CallDetail(
        **_fields(found),
        fault=found.fault,
        answer=found.answer,
        prompt=[MessageView(role=message.role, text=message.text) for message in prompt],
    )


def _fields(call: CallRow) -> dict[str, object]:
    return {
        "question": call.key,
        "made_at": call.made_at.isoformat(),
        **{
            name: getattr(call, name)
            for name in CallRecord.model_fields
            if name not in ("question", "made_at")
        },
    }


def _tally(tally: Tally) -> TallyView:
    return TallyView(**vars(tally))
