"""How armed interventions are called."""

from __future__ import annotations

from collections.abc import Collection
from hashlib import blake2b
from itertools import count

from backend.domain.inputs import Arm


def armed_id(tick: int, given: Arm, taken: Collection[str]) -> str:
    """The id of what is armed at `tick`: by what it says, so that it is the same whatever else was done before it."""
    said = blake2b(given.model_dump_json().encode(), digest_size=4).hexdigest()
    names = (f"armed:{tick}.{said}" + (f".{n}" if n else "") for n in count())
    return next(name for name in names if name not in taken)
