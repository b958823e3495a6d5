"""The temper by which the built-in mind behaves; it is the domain's, for the body feels by it, too."""

from __future__ import annotations

from backend.domain.temper import Temper, temper

__all__ = ["Temper", "temper"]
