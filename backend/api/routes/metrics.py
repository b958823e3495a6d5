"""`GET /metrics`: numbers for Prometheus."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from starlette.responses import Response

from backend.api.forms.openapi import problems_of

router = APIRouter(tags=["health"])


@router.get("/metrics", responses=problems_of(), response_class=PlainTextResponse, name="measure Townlet")
def metrics(request: Request) -> Response:
    """Towns, inputs, pages that watch, workers and latencies, as Prometheus reads them; what is away is missing."""
    registry: CollectorRegistry = request.app.state.registry
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)
