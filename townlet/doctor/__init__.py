"""The checks of `townlet doctor`, one file each."""

from __future__ import annotations

from collections.abc import Callable

from townlet.doctor.backend import backend
from townlet.doctor.database import database
from townlet.doctor.disk_space import disk_space
from townlet.doctor.finding import Finding
from townlet.doctor.models import models
from townlet.doctor.page_built import page_built
from townlet.doctor.python_version import python_version
from townlet.doctor.redis_server import redis_server
from townlet.doctor.scenarios import scenarios
from townlet.doctor.settings import settings
from townlet.doctor.surroundings import Surroundings, surroundings
from townlet.doctor.workers import workers

__all__ = ["CHECKS", "Finding", "Surroundings", "surroundings"]

CHECKS: tuple[Callable[[Surroundings], Finding], ...] = (
    python_version,
    settings,
    disk_space,
    page_built,
    scenarios,
    database,
    redis_server,
    backend,
    workers,
    models,
)
"""In the order in which one needs the other."""
