"""The manual of all interventions, as text in Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator

from backend.domain.interventions import INTERVENTIONS, Family, Intervention

_FAMILIES: dict[Family, str] = {
    "world": "What is around residents",
    "minds": "What is in a resident",
    "people": "Who is there and who speaks",
}
_HEAD = """\
# Interventions

What a director can do to a living town. Each is an input (see [api.md](api.md#inputs)): sent to
`POST /api/towns/{town}/inputs` for at once or, with `at`, for a moment to come; in the page it is in the palette.
The examples are of Brook Lane. `GET /api/interventions` tells the same to programs.

Made by `python -m backend.api.interventions_manual --out docs/interventions.md` from `backend/domain/interventions/`;
changes here are lost.
"""


def manual() -> str:
    """The whole text of `docs/interventions.md`."""
    return "\n".join([_HEAD, *_sections()])


def _sections() -> Iterator[str]:
    for family, title in _FAMILIES.items():
        yield f"## {title}\n"
        for one in INTERVENTIONS.values():
            if one.family == family:
                yield from _section(one)


def _section(one: Intervention) -> Iterator[str]:
    yield f"### {one.emoji} {one.title}\n"
    yield f"`{one.id}`. {one.does}\n"
    yield f"**What residents notice:** {one.noticed}\n"
    yield "| field | what it is | left out |\n|---|---|---|"
    for field in one.fields:
        yield f"| `{field.name}` | {field.says} | {field.left_out or 'it is needed'} |"
    if one.example:
        example = json.dumps({"kind": one.id, **one.example}, ensure_ascii=False)
        yield f"\n```json\n{example}\n```\n"
    else:
        yield "\nSent by its own form, see *Residents of one's own* in [api.md](api.md#residents-of-ones-own).\n"
