"""The problems in the OpenAPI document: every route names those that it may answer with."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from backend.api.problems import (
    MEDIA_TYPE,
    PREFIX,
    InternalError,
    Problem,
    ProblemDocument,
    StoreAway,
    UnknownInBody,
)

_REF = "#/components/schemas/{model}"
_GENERAL: tuple[type[Problem], ...] = (InternalError, StoreAway)

Responses = dict[int | str, dict[str, Any]]


def problems_of(*problems: type[Problem], in_body: tuple[type[Problem], ...] = ()) -> Responses:
    """What a route documents: these problems, and those that any route may have.

    Args:
        in_body: unknown names that a body or a query may hold, answered with 422.
    """
    found: Responses = {}
    for problem in (*problems, *in_body, *_GENERAL):
        status = UnknownInBody.status if problem in in_body else problem.status
        response = found.setdefault(
            status, {"description": "", "content": {MEDIA_TYPE: {"schema": _ref(), "examples": {}}}}
        )
        response["description"] = f"{response['description']}; {problem.title}".removeprefix("; ")
        response["content"][MEDIA_TYPE]["examples"][problem.name] = {"value": _example(problem, status)}
    return found


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
    for path in document["paths"].values():
        for operation in path.values():
            unfit = operation["responses"].get("422")
            if unfit and "application/json" in unfit.get("content", {}):
                content = unfit["content"]
                del content["application/json"]
                content.setdefault(MEDIA_TYPE, {"schema": _ref()})
                unfit["description"] = "The request does not fit"
    return document


def _ref() -> dict[str, str]:
    return {"$ref": _REF.format(model="ProblemDocument")}


def _example(problem: type[Problem], status: int) -> dict[str, Any]:
    return {
        "type": PREFIX + problem.name,
        "title": problem.title,
        "status": status,
        "detail": "What is wrong in this case, and what to do.",
    }
