"""Answers that are large: written as JSON at once, without a second check of what the server itself made."""

from __future__ import annotations

from typing import Any

import orjson
from starlette.responses import Response


def json_answer(content: Any) -> Response:
    return Response(orjson.dumps(content), media_type="application/json")
