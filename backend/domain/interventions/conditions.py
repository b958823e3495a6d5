"""On what an intervention can wait, told so that the manual and a form can use it; one entry a condition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Awaited:
    id: str
    """The condition's own field `condition`."""
    holds: str
    """When it does."""
    fields: str
    """What it is told by, in words."""
    counts_already: bool
    """Whether it holds at once where it is so when it is armed; else only what comes after that counts."""
    example: Mapping[str, Any]
    """All of it but the field `condition`, as for Brook Lane."""


AWAITED: dict[str, Awaited] = {
    one.id: one
    for one in (
        Awaited(
            id="arrives",
            holds="Somebody who was elsewhere comes into a place.",
            fields="`place`; `who`, a resident: left out, anybody, visitors too",
            counts_already=False,
            example={"who": "nadia", "place": "Brook Lane:The Blue Kettle"},
        ),
        Awaited(
            id="thing",
            holds="A thing has a state, in these words.",
            fields="`object`, `state`",
            counts_already=True,
            example={"object": "Brook Lane:The Blue Kettle:kitchen:stove", "state": "on fire"},
        ),
        Awaited(
            id="talk",
            holds="Two residents begin to talk, or come together in one talk.",
            fields="`one`, `other`",
            counts_already=False,
            example={"one": "marta", "other": "ivo"},
        ),
        Awaited(
            id="knows",
            holds="A resident, or so many, know an item of news (see `GET …/news`).",
            fields="`news`; `who`, a resident, or `least`, how many: left out, one of them",
            counts_already=True,
            example={"news": "lanterns", "least": 3},
        ),
        Awaited(
            id="heard_of",
            holds="A resident, or so many, know of an announcement, of what a memory says, of what a belief rests on, "
            "or of a commitment; as `GET …/spread` counts them.",
            fields="`of`: `announcement`, `memory`, `belief` or `commitment`; `which`, of an announcement its words "
            "(the last with these counts), else the id; `who`, a resident, or `least`, how many: left out, one of them",
            counts_already=True,
            example={"of": "commitment", "which": "occasion:lanterns", "least": 3},
        ),
        Awaited(
            id="weather",
            holds="The weather is such.",
            fields="`weather`",
            counts_already=True,
            example={"weather": "rain"},
        ),
        Awaited(
            id="clock",
            holds="The town's clocks show a time, today or tomorrow.",
            fields="`minute` since midnight, 0 to 1439",
            counts_already=False,
            example={"minute": 960},
        ),
        Awaited(
            id="commitment",
            holds="Something agreed on is accepted, kept or broken by one of its parties.",
            fields="`how`: `made`, `kept` or `broken`; `who`, a resident: left out, anybody; `commitment`, its id: "
            "left out, any",
            counts_already=False,
            example={"how": "kept", "who": "marta"},
        ),
    )
}
