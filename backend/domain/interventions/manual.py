"""The manual of all interventions, as text in Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator

from backend.domain.interventions import AWAITED, INTERVENTIONS, Family, Intervention

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
_WHEN = """\
## When something comes about

`arm`. Any of these, but adding a resident and stepping into one, can wait until something comes about in the town: the
input `arm` has the condition in `when`, the intervention in `do`, for how long it waits in `minutes` (left out, a day;
a week at most), and who wants it in `by`. It is done once, in the tick after the condition was met, as if its author
sent it then; what has not come about in time is given up and told. `disarm` with the id (`armed`) takes it back.

**What residents notice:** Nothing, until it is done.
"""


def manual() -> str:
    """The whole text of `docs/interventions.md`."""
    return "\n".join([_HEAD, *_sections(), *_conditions()])


def _sections() -> Iterator[str]:
    for family, title in _FAMILIES.items():
        yield f"## {title}\n"
        for one in INTERVENTIONS.values():
            if one.family == family:
                yield from _section(one)


def _conditions() -> Iterator[str]:
    yield _WHEN
    yield "| `condition` | holds when | fields | if it is so already |\n|---|---|---|---|"
    for one in AWAITED.values():
        already = "it counts at once" if one.counts_already else "it has to come about anew"
        yield f"| `{one.id}` | {one.holds} | {one.fields} | {already} |"
    when = {"condition": "arrives", **AWAITED["arrives"].example}
    example = {"kind": "arm", "when": when, "do": {"kind": "announce", **INTERVENTIONS["announce"].example}}
    yield f"\n```json\n{json.dumps(example, ensure_ascii=False)}\n```\n"


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
