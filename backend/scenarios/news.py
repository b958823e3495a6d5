"""The news of town.yaml, and the occasions to which it invites."""

from __future__ import annotations

from datetime import datetime, timedelta

from backend.domain.calendar import MINUTES_PER_DAY
from backend.domain.scenario import News, Occasion
from backend.domain.world import Sector
from backend.scenarios.faults import Findings
from backend.scenarios.files import TOWN, Files
from backend.scenarios.gazetteer import Gazetteer
from backend.scenarios.homes import known_resident
from backend.scenarios.schema import OccasionEntry, TownFile
from backend.scenarios.shape_faults import Shaped

LONGEST = timedelta(days=1)


def read_news(
    town: Shaped[TownFile], files: Files, gazetteer: Gazetteer | None, findings: Findings
) -> tuple[News, ...]:
    """All items, in the order of their ids. Without a gazetteer the places of occasions go unchecked."""
    seen: set[str] = set()
    news: list[News] = []
    for number, item in enumerate(town.value.news):
        if item.id in seen:
            findings.add(
                TOWN, town.place("news", number, "id"), f"The id {item.id!r} is used twice.", "Rename one."
            )
        seen.add(item.id)
        for at, name in enumerate(item.known_by):
            known_resident(name, town, ("news", number, "known_by", at), files, findings)
        occasion = None
        if item.occasion is not None and gazetteer is not None:
            occasion = _occasion(number, item.occasion, item.known_by, town, files, gazetteer, findings)
        news.append(News(item.id, item.text, item.importance, tuple(sorted(item.known_by)), occasion))
    return tuple(sorted(news, key=lambda item: item.id))


def _occasion(
    number: int,
    entry: OccasionEntry,
    known_by: list[str],
    town: Shaped[TownFile],
    files: Files,
    gazetteer: Gazetteer,
    findings: Findings,
) -> Occasion:
    loc = ("news", number, "occasion")

    def fault(part: str, message: str, remedy: str) -> None:
        findings.add(TOWN, town.place(*loc, part), message, remedy)

    known_resident(entry.host, town, (*loc, "host"), files, findings)
    if entry.host not in known_by:
        fault("host", f"{entry.host!r} gives it but does not know of it.", "Name the host in known_by.")
    if entry.start < town.value.start:
        fault("start", "It begins before the town does.", "Let it begin after the town's start.")
    if not timedelta(0) < entry.end - entry.start <= LONGEST:
        fault("end", "It does not end within a day of its beginning.", "Let it end later on the same day.")
    arena = gazetteer.arena(entry.place, town.yaml, (*loc, "place"), findings)
    sector = None if arena is None else gazetteer.sectors.get(arena.sector)
    if sector is not None and not _is_open(sector, entry.start, entry.end):
        remedy = "Move it into the hours of the place, or open the place for it."
        fault("start", f"{sector.name!r} is not open to guests all the time from start to end.", remedy)
    return Occasion(entry.what, entry.host, gazetteer.address(entry.place), entry.start, entry.end)


def _is_open(sector: Sector, start: datetime, end: datetime) -> bool:
    """Whether one span of its hours holds all of it."""
    if sector.hours is None:
        return True
    midnight = start.replace(hour=0, minute=0)
    from_minute, to_minute = ((moment - midnight) // timedelta(minutes=1) for moment in (start, end))
    today, yesterday = sector.hours[start.weekday()], sector.hours[(start.weekday() - 1) % 7]
    spans = [(span.opens, span.closes) for span in today]
    spans += [(span.opens - MINUTES_PER_DAY, span.closes - MINUTES_PER_DAY) for span in yesterday]
    return any(opens <= from_minute and to_minute <= closes for opens, closes in spans)
