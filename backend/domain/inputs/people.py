"""Who lives in the town."""

from __future__ import annotations

from typing import Literal

from backend.domain.inputs.input import Input
from backend.domain.newcomer import Newcomer


class AddResident(Input):
    """A director has somebody come to live in the town, checked as a scenario's residents are."""

    kind: Literal["add_resident"] = "add_resident"
    newcomer: Newcomer
