"""Times of day and weeks as scenario files write them: 07:30, 09:00-12:30, weekdays, closed."""

from __future__ import annotations

import re
from datetime import datetime
from itertools import pairwise
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, WithJsonSchema
from pydantic_core import PydanticCustomError

from backend.domain.calendar import MINUTES_PER_DAY, WEEKDAYS
from backend.domain.world import Hours, WeekHours

_TIME = re.compile(r"(\d{1,2}):(\d{2})")
LATEST = 30 * 60
"""A span may run into the next morning, up to 30:00, which is 06:00."""


YEARS = range(1000, 3000)
"""In which a town may start: the calendar must not end while it lives."""


def parse_time(text: Any) -> int:
    """Minutes after midnight of "07:30"; up to 30:00."""
    match = _TIME.fullmatch(text.strip()) if isinstance(text, str) else None
    if match:
        minute = int(match[1]) * 60 + int(match[2])
        if int(match[2]) < 60 and minute <= LATEST:
            return minute
    raise PydanticCustomError("bad_time", "{text} is not a time of day.", {"text": repr(text)})


def parse_span(text: Any) -> Hours:
    """The hours of "09:00-12:30"; "22:00-02:00" ends on the next morning."""
    parts = text.split("-") if isinstance(text, str) else []
    if len(parts) != 2:
        raise PydanticCustomError("bad_span", "{text} is not a span of time.", {"text": repr(text)})
    opens, closes = parse_time(parts[0]), parse_time(parts[1])
    if opens >= MINUTES_PER_DAY or opens == closes:
        raise PydanticCustomError("bad_span", "{text} is not a span of time.", {"text": repr(text)})
    closes = closes + MINUTES_PER_DAY if closes < opens else closes
    if closes - opens > MINUTES_PER_DAY or closes > LATEST:
        raise PydanticCustomError("bad_span", "{text} is longer than a day allows.", {"text": repr(text)})
    return Hours(opens, closes)


def parse_start(text: Any) -> datetime:
    """The date and time of "2025-05-12 07:00"."""
    try:
        moment = datetime.strptime(text, "%Y-%m-%d %H:%M") if isinstance(text, str) else None
    except ValueError:
        moment = None
    if moment is None or moment.year not in YEARS:
        raise PydanticCustomError("bad_start", "{text} is not a date and time.", {"text": repr(text)})
    return moment


def _as_spans(value: Any) -> Any:
    if value in ("closed", "off"):
        return []
    return [value] if isinstance(value, str) else value


def _apart(spans: list[Hours]) -> list[Hours]:
    ordered = sorted(spans, key=lambda span: span.opens)
    for one, other in pairwise(ordered):
        if other.opens < one.closes:
            raise PydanticCustomError("bad_day", "Two spans of the day overlap.")
    return spans


_CLOCK = r"([01]?\d|2\d):[0-5]\d|30:00"
_SPAN = {"type": "string", "pattern": f"^({_CLOCK})-({_CLOCK})$", "examples": ["09:00-12:30", "22:00-02:00"]}
_DAY = {"anyOf": [{"enum": ["closed", "off"]}, _SPAN, {"type": "array", "items": _SPAN}]}

Time = Annotated[
    int,
    BeforeValidator(parse_time),
    WithJsonSchema({"type": "string", "pattern": f"^({_CLOCK})$", "examples": ["07:30"]}),
]
Start = Annotated[
    datetime,
    BeforeValidator(parse_start),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{1,2}$",
            "examples": ["2025-05-12 07:00"],
        }
    ),
]
Day = Annotated[
    list[Annotated[Hours, BeforeValidator(parse_span)]],
    BeforeValidator(_as_spans),
    AfterValidator(_apart),
    WithJsonSchema(_DAY),
]


class Week(BaseModel):
    """Hours by weekday. A single day goes before `weekdays` and `weekend`, these before `daily`."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    daily: Day | None = None
    weekdays: Day | None = None
    weekend: Day | None = None
    monday: Day | None = None
    tuesday: Day | None = None
    wednesday: Day | None = None
    thursday: Day | None = None
    friday: Day | None = None
    saturday: Day | None = None
    sunday: Day | None = None

    def hours(self) -> WeekHours:
        """Seven entries, Monday first, each sorted."""
        week = []
        for number, name in enumerate(WEEKDAYS):
            group = self.weekdays if number < 5 else self.weekend
            own: list[Hours] | None = getattr(self, name)
            spans = next((day for day in (own, group, self.daily) if day is not None), [])
            week.append(tuple(sorted(spans, key=lambda span: span.opens)))
        return tuple(week)
