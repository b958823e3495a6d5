"""The one shape of what carries an input out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from worker.engine.town import Town

Handler = Callable[[Town, Any], None]
"""Carries an input out at the open tick, or raises InputRefused and changes nothing."""
Handlers = dict[str, Handler]
