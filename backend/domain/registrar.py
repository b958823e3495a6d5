"""Who makes a form of what people say of somebody new: nobody who lives there."""

from __future__ import annotations

from dataclasses import replace

from backend.domain.teller import PERSONA as TELLER_PERSONA

REGISTRAR = "town:registrar"
"""Stands where questions have the resident who is asked; no resident can be called so."""

PERSONA = replace(
    TELLER_PERSONA,
    id=REGISTRAR,
    name="The registrar",
    about="Fills in forms for people who come to live in town. It lives nowhere and knows nobody.",
)
