"""The only way in: everything that people do to a town is an input, sent once and never lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

import orjson
from fastapi import APIRouter, BackgroundTasks, Body, Header, Path, Response
from pydantic import Field

from backend.api import problems
from backend.api.edge.access import PrincipalOf, check_input
from backend.api.forms.moment import LAST_TICK
from backend.api.forms.openapi import problems_of
from backend.api.forms.wish import Wish
from backend.api.parts import PartsOf, TownOf
from backend.api.problems import InvalidRequest, UnknownInBody
from backend.api.routes.visitors import check_welcome, see_out
from backend.domain.events import ArrivesAt, Condition, ThingIs
from backend.domain.inputs import (
    AddResident,
    Announce,
    AnyInput,
    Arm,
    ClosePlace,
    Enter,
    MakeCommitment,
    MoveResident,
    OpenPlace,
    SetObject,
    Speak,
    SpeakAs,
    Stamp,
    UseObject,
    Walk,
)
from backend.domain.naming import called_like
from backend.domain.questions import FOR_PEOPLE
from backend.domain.scenario import Scenario
from backend.live.frames import View
from backend.store.queues.inputs import InputRow, get_input, list_inputs, put_input, sent_before
from backend.store.queues.questions import recorded_answers

router = APIRouter(prefix="/api/towns/{town}/inputs", tags=["inputs"])

Key = Annotated[str, Field(pattern=r"^[\x21-\x7e]{1,128}$")]
"""1 to 128 visible ASCII characters, a fresh one for each new input: a UUID is good."""


class Moment(Wish):
    """A position in the town's time that is yet to come."""

    tick: Annotated[int, Field(ge=0, le=LAST_TICK)]
    order: Annotated[int, Field(ge=0, le=LAST_TICK)] = 0
    """Its rank among the inputs of that tick."""


class InputWish(Wish):
    input: AnyInput
    key: Key | None = None
    """May be sent as the header Idempotency-Key instead."""
    at: Moment | None = None
    """When it is to take effect; left out, as soon as it arrives."""


class StampView(View):
    tick: int
    order: int


class InputView(View):
    """An input and its fate."""

    id: int
    key: str
    input: AnyInput
    at: StampView | None
    """When its sender wanted it to take effect."""
    status: Literal["waiting", "applied", "refused"]
    stamp: StampView | None
    """When it took effect."""
    error: str
    """Refused: the error's name."""
    reason: str
    """Refused: what was wrong and what to do."""
    received_at: str
    """ISO 8601, UTC."""
    applied_at: str | None


_EXAMPLES = {
    "speak": {
        "summary": "Say something to a resident",
        "value": {
            "key": "6f1d0f6c-1",
            "input": {
                "kind": "speak",
                "visitor": "visitor:me",
                "name": "Maya",
                "to": "marta",
                "text": "Good morning! What are you up to today?",
            },
        },
    },
    "announce": {
        "summary": "Make something known, at a stamped moment",
        "value": {
            "key": "6f1d0f6c-2",
            "input": {"kind": "announce", "text": "The bandstand opens at six."},
            "at": {"tick": 720, "order": 0},
        },
    },
    "set_object": {
        "summary": "Change an object's state",
        "value": {
            "key": "6f1d0f6c-3",
            "input": {
                "kind": "set_object",
                "object": "Brook Lane:Alder Green:bandstand green:bandstand",
                "state": "on fire",
            },
        },
    },
}


@router.post(
    "",
    status_code=202,
    responses={
        200: {
            "model": InputView,
            "description": "The same input with the same key was sent before; its fate",
        },
        **problems_of(
            problems.UnknownTown,
            problems.TownGone,
            problems.TownEnded,
            problems.KeyReused,
            problems.Malformed,
            problems.TooLarge,
            problems.InvalidRequest,
            problems.NotYourself,
            problems.Muted,
            problems.Removed,
            problems.NameTaken,
            problems.WalkingTooFast,
            in_body=(problems.UnknownResident, problems.UnknownPlace, problems.UnknownObject),
        ),
    },
    name="send an input",
)
def send(
    wish: Annotated[InputWish, Body(openapi_examples=_EXAMPLES)],
    row: TownOf,
    parts: PartsOf,
    principal: PrincipalOf,
    response: Response,
    afterwards: BackgroundTasks,
    idempotency_key: Annotated[Key | None, Header()] = None,
) -> InputView:
    """Stores the input at once, also while the town is paused; the engine applies it as soon as it can.

    Its direct effects come over the live channel as events. No answer? Send it again with the same key.
    """
    check_input(principal, wish.input, scheduled=wish.at is not None)
    check_welcome(parts, row.id, principal, wish.input)
    if isinstance(wish.input, AddResident):
        raise InvalidRequest(
            "A resident is checked first. Send its form to POST /api/towns/{town}/residents."
        )
    key = key_of(wish.key, idempotency_key)
    _check_names(wish.input, parts.scenarios.of(row))
    if isinstance(wish.input, Walk) and wish.at is None:
        try:
            parts.footsteps.take(row.id, wish.input.visitor, len(wish.input.path))
        except problems.WalkingTooFast:
            # Whoever sends it again, as no answer came, walks no second time.
            if sent_before(parts.database, row.id, key) is None:
                raise
    at = None if wish.at is None else Stamp(wish.at.tick, wish.at.order)
    stored, created = put_input(parts.database, row.id, key, wish.input, at, author=principal.link)
    see_out(parts, row.id, principal, stored)
    parts.hints.wake(row.id)
    if created:
        afterwards.add_task(parts.hints.live, row.id)
    response.status_code = 202 if created else 200
    response.headers["Location"] = f"/api/towns/{row.id}/inputs/{stored.id}"
    return view_of(stored)


@router.get(
    "",
    response_class=Response,
    responses={
        200: {
            "description": "One JSON object a line, as `townlet run --inputs FILE` reads them",
            "content": {
                "application/x-ndjson": {
                    "schema": {"type": "string"},
                    "example": '{"tick":12,"order":0,"key":"a","input":{"kind":"announce","text":"Hi"}}\n',
                }
            },
        },
        **problems_of(problems.UnknownTown, problems.TownGone),
    },
    name="export the inputs",
)
def export(row: TownOf, parts: PartsOf) -> Response:
    """All inputs applied or scheduled and all answers stamped on arrival, in the order of their stamps."""
    lines = sorted(
        [*_input_lines(list_inputs(parts.database, row.id)), *_answer_lines(parts, row.id)],
        key=lambda line: (line["tick"], line["order"]),
    )
    return Response(b"".join(orjson.dumps(line) + b"\n" for line in lines), media_type="application/x-ndjson")


@router.get(
    "/{number}",
    responses=problems_of(problems.UnknownTown, problems.TownGone, problems.UnknownInput),
    name="look at an input's fate",
)
def fate(
    row: TownOf,
    parts: PartsOf,
    number: Annotated[int, Path(ge=1, le=2**63 - 1, description="The input's id.")],
) -> InputView:
    """Whether it waits, was applied, or was refused and why; and the moment at which it took effect."""
    return view_of(get_input(parts.database, row.id, number))


def key_of(in_body: str | None, in_header: str | None) -> str:
    """The idempotency key of a wish. Raises InvalidRequest where there is none, or there are two."""
    key = in_body or in_header
    if key is None:
        raise InvalidRequest(
            "The idempotency key is missing. Send a fresh one with each new input, as the field `key` or "
            "the header Idempotency-Key; a UUID is good."
        )
    if in_header not in (None, key):
        raise InvalidRequest("The field `key` and the header Idempotency-Key differ. Send one of them.")
    return key


def _check_names(sent: AnyInput | Condition, scenario: Scenario, at: str = "body.input") -> None:
    """Whether all that it names is in the town's scenario; what changes with time is for the engine to check.

    Args:
        at: where in the body it stands.

    Raises:
        UnknownInBody: it names a resident, a place or an object that never was there.
        NameTaken: a visitor goes by the name of a resident.
    """
    if isinstance(sent, Arm):
        _check_names(sent.when, scenario, f"{at}.when")
        _check_names(sent.do, scenario, f"{at}.do")
    if isinstance(sent, Enter | Speak | SpeakAs):
        taken = called_like(scenario, sent.role if isinstance(sent, SpeakAs) else sent.name)
        if taken is not None:
            raise problems.NameTaken(taken.name)
    world = scenario.world
    for field in ("to", "resident", "other", "source", "who", "one"):
        named = getattr(sent, field, None)
        if named is not None and named not in scenario.personas:
            raise UnknownInBody(problems.UnknownResident(named, scenario.personas), f"{at}.{field}")
    if (
        isinstance(sent, Announce | ClosePlace | OpenPlace | MoveResident | MakeCommitment | ArrivesAt)
        and sent.place is not None
    ):
        places = world.sectors.keys() | world.arenas.keys()
        if sent.place not in places:
            raise UnknownInBody(problems.UnknownPlace(sent.place, places), f"{at}.place")
    if isinstance(sent, SetObject | UseObject | ThingIs) and sent.object not in world.objects:
        raise UnknownInBody(problems.UnknownObject(sent.object, world.objects), f"{at}.object")


def view_of(row: InputRow) -> InputView:
    return InputView(
        id=row.id,
        key=row.key,
        input=row.input,
        at=_stamp(row.scheduled),
        status=row.fate.status,
        stamp=_stamp(row.fate.stamp),
        error=row.fate.error,
        reason=row.fate.reason,
        received_at=row.received_at.isoformat(),
        applied_at=None if row.applied_at is None else row.applied_at.isoformat(),
    )


def _stamp(stamp: Stamp | None) -> StampView | None:
    return None if stamp is None else StampView(tick=stamp.tick, order=stamp.order)


def _input_lines(rows: list[InputRow]) -> Iterator[dict[str, Any]]:
    for row in rows:
        stamp = row.fate.stamp or row.scheduled
        # What was refused changed nothing; scheduled again it might, as when it only came too late.
        if stamp is not None and row.fate.status != "refused":
            sent = row.input.model_dump(mode="json")
            yield {"tick": stamp.tick, "order": stamp.order, "key": row.key, "input": sent}


def _answer_lines(parts: PartsOf, town: str) -> Iterator[dict[str, Any]]:
    for answer in recorded_answers(parts.database, town, kinds=tuple(sorted(FOR_PEOPLE))):
        if answer.stamp is not None:
            yield {
                "question": answer.question,
                "tick": answer.stamp.tick,
                "order": answer.stamp.order,
                "mind": answer.mind,
                "answer": answer.payload,
            }
