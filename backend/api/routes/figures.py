"""Pictures of people who are in no scenario's pictures: drawn when they are asked for, by how they look."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Path
from starlette.responses import Response

from backend.api.forms.openapi import problems_of
from backend.domain.persona import Looks
from backend.live.frames import View
from backend.scenarios.resident_form import LooksForm
from frontend.art.newcomers import choices, draw_newcomer

router = APIRouter(prefix="/api/figures", tags=["scenarios"])

MAX_AGE = 30 * 24 * 3600
KEPT = 64
"""People whose pictures are kept in memory."""

LooksPath = Annotated[
    str,
    Path(
        pattern=r"^[A-Za-z0-9 _~\-]{1,300}$",
        examples=["fair~auburn~bun~mustard~denim~glasses"],
        description="skin, hair, hair_style, top, bottom and any extras, joined by ~.",
    ),
]
Key = Annotated[str, Path(pattern=r"^[a-z0-9_\-]{1,60}$", examples=["nora"])]
"""Whose pictures: its id, by which the frames are called."""


class LooksChoices(View):
    """What the drawing knows; other names are drawn as something near."""

    skin: list[str]
    hair: list[str]
    hair_style: list[str]
    cloth: list[str]
    extras: list[str]


@router.get("", responses=problems_of(), name="list looks")
def looks() -> LooksChoices:
    """The names that looks are made of."""
    return LooksChoices(**choices())


@router.get(
    "/{key}/{looks}/{picture}",
    response_class=Response,
    responses={200: {"content": {"image/png": {}, "application/json": {}}}, **problems_of()},
    name="look at a figure",
)
def figure(
    key: Key, looks: LooksPath, picture: Literal["portrait.png", "atlas.png", "atlas.json"]
) -> Response:
    """A portrait; or all frames of it and of its bed, as a sheet of sprites."""
    kind = "application/json" if picture.endswith(".json") else "image/png"
    content = _drawn(key, looks)[picture]
    return Response(content, media_type=kind, headers={"Cache-Control": f"private, max-age={MAX_AGE}"})


def portrait_of(looks: LooksForm | Looks, resident: str) -> str:
    """Address of the portrait of somebody who looks so."""
    parts = [looks.skin, looks.hair, looks.hair_style, looks.top, looks.bottom, *looks.extras]
    words = (re.sub(r"[^A-Za-z0-9 _-]", "", part)[:40] for part in parts)
    return f"/api/figures/{resident}/{quote('~'.join(words))}/portrait.png"


@lru_cache(maxsize=KEPT)
def _drawn(key: str, looks: str) -> dict[str, bytes]:
    skin, hair, style, top, bottom, *extras = [*looks.split("~"), "", "", "", ""]
    extras = [extra for extra in extras if extra]
    named = {"skin": skin, "hair": hair, "hair_style": style, "top": top, "bottom": bottom, "extras": extras}
    return draw_newcomer(key, named)
