"""`/api/docs`: all routes on one page, made from the OpenAPI document; it loads nothing from elsewhere."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from backend.api.page import TEMPLATES

router = APIRouter(include_in_schema=False)


@router.get("/api/docs")
def routes(request: Request) -> Response:
    document: dict[str, Any] = request.app.openapi()
    tags: dict[str, list[dict[str, Any]]] = {}
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            route = {**operation, "method": method.upper(), "path": path, "examples": _examples(operation)}
            tags.setdefault(operation["tags"][0], []).append(route)
    return HTMLResponse(TEMPLATES.get_template("routes.html.j2").render(document=document, tags=tags))


def _examples(operation: dict[str, Any]) -> list[dict[str, Any]]:
    """The bodies that a route shows, each with `summary` and `value`."""
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    named: list[dict[str, Any]] = list(body.get("examples", {}).values())
    return named or [{"summary": "", "value": value} for value in body.get("schema", {}).get("examples", [])]
