"""An OpenAI-compatible model server for tests: strict about what it is sent, answering as `rules` would.

    with model_server(find=lambda town, key: questions.get(key)) as server:
        ModelSettings(base_url=server.url, api_key=server.key, model="test-large", …)

It finds the closed question behind a call by the header `X-Client-Request-Id`, "<town>/<question key>". What it takes,
refuses and sends is in `tests.model_api`.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response

from tests.model_api import wire_format
from tests.model_api.one_call import OneCall, check_key
from tests.model_api.refusals import Refusal
from tests.model_api.server_state import EMBEDDING_MODEL, KEY, Exchange, ModelServer

__all__ = ["EMBEDDING_MODEL", "KEY", "Exchange", "ModelServer", "model_server"]


@contextmanager
def model_server(**how: Any) -> Iterator[ModelServer]:
    """Serves `ModelServer(**how)` on a free port of this machine; `.url` is the base URL for clients."""
    server = ModelServer(**how)
    stopping = asyncio.Event()
    config = uvicorn.Config(
        application(server, stopping),
        host="127.0.0.1",
        port=0,
        log_config=None,
        log_level="critical",
        lifespan="off",
        timeout_graceful_shutdown=1,
    )
    running = _Uvicorn(config, stopping)
    thread = threading.Thread(target=running.run, name="model-server", daemon=True)
    thread.start()
    try:
        running.is_up.wait(timeout=120)
        port = running.servers[0].sockets[0].getsockname()[1]
        server.url = f"http://127.0.0.1:{port}/v1"
        yield server
    finally:
        running.should_exit = True
        thread.join(timeout=120)


class _Uvicorn(uvicorn.Server):
    """Says when it listens, and lets go of hanging calls when it stops."""

    def __init__(self, config: uvicorn.Config, stopping: asyncio.Event) -> None:
        super().__init__(config)
        self.is_up = threading.Event()
        self._stopping = stopping

    async def startup(self, sockets: Any = None) -> None:
        await super().startup(sockets)
        self.is_up.set()

    async def shutdown(self, sockets: Any = None) -> None:
        self._stopping.set()
        await super().shutdown(sockets)


def application(server: ModelServer, stopping: asyncio.Event) -> FastAPI:
    app = FastAPI(openapi_url=None)

    @app.exception_handler(Refusal)
    async def refuse(_: Request, refusal: Refusal) -> Response:
        return JSONResponse(refusal.body, refusal.status, refusal.headers)

    @app.get("/v1/models")
    async def models(request: Request) -> dict[str, Any]:
        check_key(server, request)
        names = [*server.like.models, EMBEDDING_MODEL]
        return {"object": "list", "data": [_model(name) for name in names]}

    @app.get("/v1/models/{name}")
    async def model(name: str, request: Request) -> dict[str, Any]:
        check_key(server, request)
        if name not in (*server.like.models, EMBEDDING_MODEL):
            raise Refusal(f"The model '{name}' does not exist", status=404, code="model_not_found")
        return _model(name)

    @app.post("/v1/chat/completions")
    async def chat(request: Request) -> Response:
        return await OneCall(server, request, stopping).complete()

    @app.post("/v1/embeddings")
    async def embeddings(request: Request) -> Response:
        return await OneCall(server, request, stopping).embed()

    return app


def _model(name: str) -> dict[str, Any]:
    return {"id": name, "object": "model", "created": wire_format.CREATED, "owned_by": "townlet"}
