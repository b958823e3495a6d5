"""Turns whatever a route raises into a problem document, in this one place."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from backend.api import page, problems
from backend.api.problems import FieldFault, Problem
from backend.store.family import bookmarks, branches, comparison
from backend.store.model_server import calls
from backend.store.people import tokens
from backend.store.postgres.database import StoreUnavailable
from backend.store.queues import inputs
from backend.store.town import towns

MOST_FAULTS = 20


def problem_response(problem: Problem, path: str) -> Response:
    # ASCII alone: half a surrogate pair, which JSON can send, has no form in UTF-8 to echo it in.
    body = json.dumps(problem.document(path), ensure_ascii=True).encode("ascii")
    return Response(body, problem.status, dict(problem.headers), problems.MEDIA_TYPE)


def _gone(error: towns.TownGone) -> Problem:
    return problems.TownGone(error.town) if error.status == "deleted" else problems.TownEnded(error.town)


OF_THE_STORE: dict[type[Exception], Callable[[Any], Problem]] = {
    StoreUnavailable: lambda _: problems.StoreAway(),
    towns.UnknownTown: lambda error: problems.UnknownTown(error.town),
    towns.TownGone: _gone,
    towns.TownHasBranches: lambda error: problems.TownHasBranches(error.branches),
    comparison.NotOneFamily: lambda error: problems.NotOneFamily(error.one, error.other),
    branches.NotLivedYet: lambda error: problems.TickNotYet(error.tick, error.head),
    branches.NoSuchEvent: lambda error: problems.UnknownEvent(error.seq, error.head),
    branches.NothingToUndo: lambda error: problems.NothingToUndo(error.number, error.status),
    tokens.UnknownToken: lambda error: problems.UnknownToken(error.token),
    inputs.KeyReused: lambda error: problems.KeyReused(error.key),
    calls.UnknownCall: lambda error: problems.UnknownCall(error.number),
    bookmarks.UnknownBookmark: lambda error: problems.UnknownBookmark(error.number),
    inputs.UnknownInput: lambda error: problems.UnknownInput(error.id),
}
"""What the store raises, and the problem that it is at the edge."""


def add_problem_handlers(app: FastAPI) -> None:
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unforeseen)
    for error in OF_THE_STORE:
        app.add_exception_handler(error, _of_the_store)


async def _problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return problem_response(error, request.url.path)


async def _of_the_store(request: Request, error: Exception) -> Response:
    return problem_response(OF_THE_STORE[type(error)](error), request.url.path)


async def _unforeseen(request: Request, _: Exception) -> Response:
    """Starlette raises the exception again after this, so that the server's log has its trace."""
    return problem_response(problems.InternalError(), request.url.path)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return problem_response(invalid(error), request.url.path)


def invalid(error: RequestValidationError) -> Problem:
    """Malformed JSON is 400; JSON that does not fit is 422, with all its faults."""
    faults = error.errors()
    for fault in faults:
        if fault["type"] == "json_invalid":
            why, where = fault.get("ctx", {}).get("error", "it can't be parsed"), fault["loc"][-1]
            return problems.Malformed(f"{why} at character {where}. Send one JSON object, encoded as UTF-8.")
    listed = [_field_fault(fault).model_dump() for fault in faults[:MOST_FAULTS]]
    first = f"{listed[0]['where']}: {listed[0]['detail']}" if listed else "Read docs/api.md."
    more = f" (and {len(faults) - 1} more, see faults)" if len(faults) > 1 else ""
    return problems.InvalidRequest(first + more, faults=listed)


def _field_fault(fault: dict[str, Any]) -> FieldFault:
    place = ".".join(str(step)[:80] for step in fault["loc"])
    if fault["type"] == "model_attributes_type":
        return FieldFault(where=place, detail="send a JSON object, with Content-Type: application/json")
    return FieldFault(where=place, detail=str(fault["msg"]).removeprefix("Value error, "))


async def _http(request: Request, error: Exception) -> Response:
    """What Starlette itself answers: unknown paths, wrong methods, bodies that can't be read."""
    assert isinstance(error, HTTPException)
    if error.status_code == 404 and _asks_for_a_page(request):
        return page.shell(request.app.state.dist, 404)
    response = problem_response(_of_http(error, request), request.url.path)
    response.headers.update(dict(error.headers or {}))
    return response


def _asks_for_a_page(request: Request) -> bool:
    """Whether somebody mistyped an address of the page, which says so itself; programs get a problem document."""
    is_page = not request.url.path.startswith(("/api/", "/assets/", "/art/"))
    return is_page and request.method == "GET" and "text/html" in request.headers.get("accept", "")


def _of_http(error: HTTPException, request: Request) -> Problem:
    if error.status_code == 404:
        return problems.NotFound("Nothing is served here. /api/docs lists all routes.")
    if error.status_code == 405:
        return problems.MethodNotAllowed(f"{request.method} is not taken here. /api/docs lists what is.")
    if error.status_code == 400 and "parsing the body" in str(error.detail):
        return problems.Malformed("The body can't be read. Send one JSON object, encoded as UTF-8.")
    return problems.Refused(str(error.detail), error.status_code)
