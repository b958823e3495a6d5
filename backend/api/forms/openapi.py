"""The problems in the OpenAPI document: every route names those that it may answer with."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from backend.api.edge.access import COOKIE, RULES
from backend.api.problems import (
    MEDIA_TYPE,
    PREFIX,
    InternalError,
    NotAllowed,
    NotSignedIn,
    Problem,
    ProblemDocument,
    StoreAway,
    TokenRefused,
    TooManyRequests,
    UnknownInBody,
)
from backend.domain.roles import Role

_REF = "#/components/schemas/{model}"
_GENERAL: tuple[type[Problem], ...] = (TooManyRequests, InternalError, StoreAway)
_OF_A_ROLE: tuple[type[Problem], ...] = (NotSignedIn, TokenRefused, NotAllowed)
_SECURITY = {
    "token": {"type": "http", "scheme": "bearer", "description": "A token that a director made."},
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": COOKIE,
        "description": "As POST /api/session sets it.",
    },
}

Responses = dict[int | str, dict[str, Any]]


def problems_of(*problems: type[Problem], in_body: tuple[type[Problem], ...] = ()) -> Responses:
    """What a route documents: these problems, and those that any route may have.

    Args:
        in_body: unknown names that a body or a query may hold, answered with 422.
    """
    found: Responses = {}
    for problem in (*problems, *in_body, *_GENERAL):
        _add(found, UnknownInBody.status if problem in in_body else problem.status, problem)
    return found


def _add(responses: dict[Any, dict[str, Any]], status: int | str, problem: type[Problem]) -> None:
    response = responses.setdefault(status, {"description": "", "content": {MEDIA_TYPE: {"schema": _ref()}}})
    response["description"] = f"{response['description']}; {problem.title}".removeprefix("; ")
    examples = response["content"][MEDIA_TYPE].setdefault("examples", {})
    examples[problem.name] = {"value": _example(problem, int(status))}


def add_openapi(app: FastAPI) -> None:
    """Puts ProblemDocument in the place of FastAPI's own form of validation errors."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _document(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _document(app: FastAPI) -> dict[str, Any]:
    document = get_openapi(
        title=app.title,
        version=app.version,
        description=app.description,
        routes=app.routes,
        tags=app.openapi_tags,
    )
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    problem = TypeAdapter(ProblemDocument).json_schema(ref_template=_REF)
    schemas.update(problem.pop("$defs", {}))
    schemas["ProblemDocument"] = problem
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    document["components"]["securitySchemes"] = _SECURITY
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            _add_rule(operation, RULES[method.upper(), path])
            unfit = operation["responses"].get("422")
            if unfit and "application/json" in unfit.get("content", {}):
                content = unfit["content"]
                del content["application/json"]
                content.setdefault(MEDIA_TYPE, {"schema": _ref()})
                unfit["description"] = "The request does not fit"
    return document


def _add_rule(operation: dict[str, Any], needed: Role | None) -> None:
    """Says who may use a route, and what others are told."""
    if needed is None:
        return
    operation["security"] = [{scheme: []} for scheme in _SECURITY]
    operation["description"] = f"{operation['description']}\n\nFor: {_those_who_may(needed)}."
    for problem in _OF_A_ROLE:
        _add(operation["responses"], str(problem.status), problem)


def _those_who_may(needed: Role) -> str:
    return ", ".join(f"{role.value}s" for role in Role if role.may(needed))


def _ref() -> dict[str, str]:
    return {"$ref": _REF.format(model="ProblemDocument")}


def _example(problem: type[Problem], status: int) -> dict[str, Any]:
    return {
        "type": PREFIX + problem.name,
        "title": problem.title,
        "status": status,
        "detail": "What is wrong in this case, and what to do.",
    }
