"""The backend: `uvicorn backend.main:app`, with DATABASE_URL and REDIS_URL set."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from prometheus_client import CollectorRegistry, ProcessCollector
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount, Route

from backend.api import page
from backend.api.catalogue import Catalogue
from backend.api.edge.access import Access
from backend.api.edge.body_limit import BodyLimit
from backend.api.edge.footsteps import Footsteps
from backend.api.edge.latency import Latency, Timed
from backend.api.edge.limits import Limits
from backend.api.edge.log_context import LogContext
from backend.api.edge.origins import Origins
from backend.api.edge.problem_handlers import add_problem_handlers
from backend.api.edge.rate_limit import RateLimit
from backend.api.edge.site_headers import SiteHeaders
from backend.api.edge.verified import Verified
from backend.api.forms.openapi import add_openapi
from backend.api.kept import Kept
from backend.api.parts import MOST_PAPERS, MOST_RECAPS, Parts
from backend.api.routes import (
    aftermath,
    bookmarks,
    branches,
    calls,
    clock,
    compare,
    digest,
    done,
    events,
    figures,
    gazette,
    health,
    inputs,
    interventions,
    memories,
    metrics,
    models,
    newcomers,
    pages,
    recap,
    recollection,
    replay,
    residents,
    routes_page,
    scenarios,
    session,
    sketches,
    spread,
    state,
    ties,
    timeline,
    tokens,
    towns,
    visitors,
    why,
)
from backend.api.views.town_metrics import TownMetrics
from backend.live import channel
from backend.live.doors import Doors
from backend.live.hubs import Hubs
from backend.live.town_scenarios import TownScenarios
from backend.store.environment.settings import OWN_SCENARIOS, PROJECT, Settings, settings
from backend.store.model_server.meter import ModelMeter
from backend.store.model_server.sealing import Seal
from backend.store.postgres.database import Database
from backend.store.redis.hints import Hints
from backend.store.redis.presence import Presence

ROUTERS = (
    health.router,
    metrics.router,
    scenarios.router,
    figures.router,
    interventions.router,
    newcomers.router,
    sketches.router,
    towns.router,
    branches.router,
    compare.router,
    done.router,
    aftermath.router,
    clock.router,
    state.router,
    timeline.router,
    bookmarks.router,
    events.router,
    digest.router,
    replay.router,
    recap.router,
    gazette.router,
    residents.router,
    ties.router,
    memories.router,
    why.router,
    recollection.router,
    spread.router,
    inputs.router,
    session.router,
    tokens.router,
    visitors.router,
    models.router,
    calls.router,
    channel.router,
    pages.router,
    routes_page.router,
)
POOL = 20
"""Connections that are kept; as many again may come and go."""

_DESCRIPTION = """
The API of Townlet, a small town of residents with minds.

Everything that can change a town is an *input*, everything that happened is an *event*. Time is counted in
*ticks* of 10 simulated seconds. Whoever watches a town follows `WS /api/towns/{id}/live`, which docs/api.md
describes. Errors are RFC 9457 problem documents, whose `detail` says what to do.
"""


def create_app(
    given: Settings | None = None, *, scenarios: Path = PROJECT / "scenarios", dist: Path = page.DIST
) -> FastAPI:
    """The application; it connects to nothing before it is started.

    Args:
        given: the settings; None reads the environment when it starts.
        scenarios: the folder of scenarios.
        dist: the folder of the built page.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        told = given or settings()
        database = Database(told.database_url, pool_size=POOL, overflow=POOL)
        kept = TownScenarios(database)
        app.state.parts = parts = Parts(
            database=database,
            hints=Hints(told.redis_url),
            presence=Presence(told.redis_url),
            hubs=Hubs(database, told.redis_url, kept),
            doors=Doors(database),
            origins=told.origins,
            verified=Verified(database),
            catalogue=Catalogue(scenarios, told.home / OWN_SCENARIOS),
            scenarios=kept,
            meter=ModelMeter(database, told.redis_url),
            footsteps=Footsteps(),
            seal=Seal(told.home),
            papers=Kept(MOST_PAPERS),
            recaps=Kept(MOST_RECAPS),
            model_environment=told.models,
        )
        collector = TownMetrics(database, parts.presence, parts.hubs)
        registry.register(collector)
        async with parts.doors.watched():
            yield
        registry.unregister(collector)
        await parts.hubs.close()
        parts.hints.close()
        parts.presence.close()
        parts.meter.close()
        database.dispose()

    app = FastAPI(
        title="Townlet",
        version=health.VERSION,
        description=_DESCRIPTION,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    app.state.dist = dist
    app.state.registry = registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    for router in ROUTERS:
        app.include_router(router)
    for path, files in page.page_files(dist).items():
        app.mount(path, files)
    app.add_middleware(GZipMiddleware, minimum_size=2048, compresslevel=5)
    limits = Limits()
    app.add_middleware(BodyLimit)
    app.add_middleware(RateLimit, limits=limits)
    own = [route for route in app.routes if isinstance(route, Mount | Route)]
    routes = [*own, *(route for router in ROUTERS for route in router.routes)]
    app.add_middleware(Access, routes=routes, limits=limits)
    app.add_middleware(Origins)
    app.add_middleware(SiteHeaders)
    app.add_middleware(LogContext)
    app.add_middleware(Timed, latency=Latency(registry))
    add_problem_handlers(app)
    add_openapi(app)
    return app


app = create_app()
