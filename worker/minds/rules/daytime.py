"""What one calls the hour."""

from __future__ import annotations

from backend.domain.calendar import MINUTES_PER_DAY


def daytime(minute: int) -> str:
    """ "morning", "afternoon", "evening" or "night"; `minute` of the day."""
    hour = minute % MINUTES_PER_DAY // 60
    if 4 <= hour < 12:
        return "morning"
    if 12 <= hour < 18:
        return "afternoon"
    if 18 <= hour < 23:
        return "evening"
    return "night"


def clock(minute: int) -> str:
    """ "07:30", of the minutes after midnight."""
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"
