"""Numbers, times and lists as a newspaper writes them."""

from __future__ import annotations

from collections.abc import Sequence

_SMALL = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def number(count: int) -> str:
    """Up to twelve in letters: "no", "one", …, "13"."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else f"{count:,}"


def counted(count: int, one: str, many: str) -> str:
    """ "one line", "two lines"."""
    return f"{number(count)} {one if count == 1 else many}"


def listed(items: Sequence[str]) -> str:
    """ "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def part_of_day(minute: int) -> str:
    """ "in the morning" and so on, for a minute of the day."""
    hour = minute // 60
    if hour < 3 or hour >= 23:
        return "at night"
    if hour < 12:
        return "in the morning"
    return "in the afternoon" if hour < 17 else "in the evening"


def clock(minute: int) -> str:
    """A minute of the day to the nearest five: "at eight", "towards twenty past nine", "at midnight"."""
    rounded = (minute + 2) // 5 * 5
    how = {-2: "towards", 2: "just after"}.get(minute - rounded, "at")
    hour, past = rounded // 60 % 24, rounded % 60
    if past > 30:
        hour, past = (hour + 1) % 24, past - 60
    return f"{how} {_past(past)}{_hour(hour, whole=past == 0)}"


def clock_of_day(minute: int) -> str:
    """The same, with the part of the day where the hour alone leaves it open."""
    said = clock(minute)
    return said if said.endswith(("noon", "midnight")) else f"{said} {part_of_day(minute)}"


def _past(minutes: int) -> str:
    """What is said before the hour, of -25 to 30 minutes past it."""
    if not minutes:
        return ""
    if minutes == 30:
        return "half past "
    named = {5: "five", 10: "ten", 15: "a quarter", 20: "twenty", 25: "twenty-five"}[abs(minutes)]
    return f"{named} {'past' if minutes > 0 else 'to'} "


def _hour(hour: int, *, whole: bool) -> str:
    if whole and hour in (0, 12):
        return "noon" if hour else "midnight"
    return _SMALL[(hour - 1) % 12 + 1]


def span(minutes: float) -> str:
    """A duration to the nearest five minutes: "twenty minutes", "an hour and a half"."""
    rounded = max(5, round(minutes / 5) * 5)
    hours, rest = divmod(rounded, 60)
    if not hours:
        return {30: "half an hour", 15: "a quarter of an hour"}.get(rest, f"{_minutes(rest)} minutes")
    whole = "an hour" if hours == 1 else f"{number(hours)} hours"
    if not rest:
        return whole
    if rest == 30:
        return "an hour and a half" if hours == 1 else f"{number(hours)} and a half hours"
    if rest in (15, 45):
        return f"{whole} and {'a quarter' if rest == 15 else 'three quarters'}"
    return f"{whole} and {_minutes(rest)} minutes"


def _minutes(count: int) -> str:
    return {20: "twenty", 40: "forty", 50: "fifty"}.get(count, number(count))
