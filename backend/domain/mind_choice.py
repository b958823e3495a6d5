"""Which mind may answer for a resident."""

from __future__ import annotations

from typing import Literal

MindChoice = Literal["rules", "model", "auto"]
"""Who answers for a resident: the built-in mind, the model, or the model only while people are near or follow it."""
