"""What a browser opens: the page at its addresses, and what a problem's `type` leads to."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from backend.api.page import notice, shell
from backend.api.problems import NotFound, all_problems

router = APIRouter(include_in_schema=False)


@router.get("/")
@router.get("/towns/{town}")
@router.get("/compare/{town}/{other}")
def page(request: Request) -> Response:
    """The same shell for every address; the page's own script looks at it."""
    return shell(request.app.state.dist)


@router.get("/problems/{name}")
def problem(name: str) -> Response:
    """Where the `type` of a problem document leads."""
    found = all_problems().get(name)
    if found is None:
        raise NotFound("There is no problem of this name. docs/api.md lists all problems.")
    return notice(
        found.title, f"Status {found.status}. The problem's <code>detail</code> says what to do.", 200
    )
