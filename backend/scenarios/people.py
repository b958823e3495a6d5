"""Checks residents against the map, the town and each other, and makes personas of them."""

from __future__ import annotations

from collections import Counter

from backend.domain.calendar import MINUTES_PER_DAY
from backend.domain.persona import Persona
from backend.domain.world import Arena, WeekHours
from backend.scenarios.acquaintances import check_acquaintances
from backend.scenarios.faults import Findings
from backend.scenarios.files import Files
from backend.scenarios.gazetteer import Gazetteer
from backend.scenarios.personas import bedtime, make_persona
from backend.scenarios.schema import ResidentFile
from backend.scenarios.shape_faults import Shaped

SLEEP_HOURS = (4, 12)
"""Fewer or more than these is taken for a mistake in a resident's times."""


def read_people(files: Files, gazetteer: Gazetteer | None, findings: Findings) -> dict[str, Persona]:
    """Personas in the order of their ids; none without a map, though all that needs no map is checked."""
    check_acquaintances(files, findings)
    people = {}
    for resident, person in files.residents.items():
        _Person(resident, person, files, findings).check(gazetteer)
        if gazetteer is not None:
            people[resident] = make_persona(resident, person.value, files, gazetteer)
    if gazetteer is not None:
        _beds_suffice(files, gazetteer, findings)
    return people


def check_person(
    resident: str, person: Shaped[ResidentFile], files: Files, gazetteer: Gazetteer, findings: Findings
) -> None:
    """Checks one resident alone against the town."""
    _Person(resident, person, files, findings).check(gazetteer)


class _Person:
    """The checks of one resident."""

    def __init__(self, resident: str, person: Shaped[ResidentFile], files: Files, findings: Findings) -> None:
        self.id, self.person, self.files, self.findings = resident, person, files, findings
        self.value = person.value

    def fault(self, loc: tuple[str | int, ...], message: str, remedy: str) -> None:
        self.findings.add(self.person.yaml.file, self.person.place(*loc), message, remedy)

    def read(self, *keys: str) -> bool:
        """Whether the file says all of `keys`, and in their shape."""
        return not self.person.unread.intersection(keys)

    def check(self, gazetteer: Gazetteer | None) -> None:
        self._times()
        if gazetteer is not None:
            self._home(gazetteer)
            self._leisure(gazetteer)
            self._places(gazetteer)
            if self.value.job is not None:
                self._job(gazetteer)

    def _times(self) -> None:
        wake, sleep = self.value.wake, bedtime(self.value)
        if self.read("wake", "sleep"):
            hours = (wake + MINUTES_PER_DAY - sleep) / 60
            if wake >= MINUTES_PER_DAY:
                self.fault(
                    ("wake",), "It wakes after midnight of the next day.", "Write a time before 24:00."
                )
            elif not SLEEP_HOURS[0] <= hours <= SLEEP_HOURS[1]:
                message = f"It sleeps {hours:.1f} hours."
                self.fault(
                    ("sleep",),
                    message,
                    f"Leave {SLEEP_HOURS[0]} to {SLEEP_HOURS[1]} hours between sleep and wake.",
                )
        if self.read("meals", "wake", "sleep"):
            for number, meal in enumerate(self.value.meals):
                if not awake(meal, wake, sleep):
                    self.fault(
                        ("meals", number), "A meal falls into its sleep.", "Move the meal, wake or sleep."
                    )
                if meal in self.value.meals[:number]:
                    self.fault(("meals", number), "Two meals are at the same time.", "Move or remove one.")
        job = self.value.job
        if job is None:
            return
        week = job.hours.hours()
        if not any(week):
            self.fault(
                ("job", "hours"),
                "The job has no hours.",
                "Write at least one day with hours, or remove the job.",
            )
        if self.read("wake", "sleep"):
            for spans in week:
                for span in spans:
                    if not wake <= span.opens < span.closes <= sleep:
                        message = (
                            f"It works from {clock(span.opens)} to {clock(span.closes)}, yet sleeps then."
                        )
                        self.fault(("job", "hours"), message, "Change the hours, wake or sleep.")
        if job.lunch is not None and not any(
            s.opens <= job.lunch < s.closes for spans in week for s in spans
        ):
            self.fault(("job", "lunch"), "The break lies outside the working hours.", "Move or remove it.")

    def _home(self, gazetteer: Gazetteer) -> None:
        yaml = self.person.yaml
        home = (
            gazetteer.sector(self.value.home, yaml, ("home",), self.findings) if self.read("home") else None
        )
        town = self.files.town
        if (
            home is not None
            and self.id not in home.residents
            and town is not None
            and "homes" not in town.unread
        ):
            remedy = f"Add {self.id} to its residents in town.yaml: homes."
            self.fault(("home",), f"It does not live in {home.name!r}.", remedy)
        bed = gazetteer.object(self.value.bed, yaml, ("bed",), self.findings) if self.read("bed") else None
        if bed is None:
            return
        room = gazetteer.arenas[bed.arena]
        if self.files.uses_known and bed.use_for("sleep") is None:
            self.fault(("bed",), f"Nobody can sleep in a {bed.kind}.", "Name an object with a use for sleep.")
        if home is not None and room.sector != home.id:
            self.fault(("bed",), f"The bed is not in {home.name!r}.", "Name a bed in its home.")
        if room.residents and self.id not in room.residents:
            self.fault(
                ("bed",),
                f"The bed is in the private room of {', '.join(room.residents)}.",
                "Name another bed.",
            )

    def _leisure(self, gazetteer: Gazetteer) -> None:
        for number, entry in enumerate(self.value.leisure if self.read("leisure") else ()):
            for at, name in enumerate(entry.places):
                loc = ("leisure", number, "places", at)
                arena = gazetteer.arena(name, self.person.yaml, loc, self.findings)
                if arena is None:
                    continue
                if not self._welcome(arena, gazetteer):
                    self.fault(loc, f"{name!r} is private or for staff.", "Name a place that is open to it.")
                things = gazetteer.objects_of([arena.id])
                if self.files.uses_known and not any(
                    thing.use_for(entry.need) for thing in things if not thing.staff_only
                ):
                    message = f"{name!r} has no object with a use for {entry.need}."
                    self.fault(loc, message, "Name another place or need, or put such an object there.")

    def _welcome(self, arena: Arena, gazetteer: Gazetteer) -> bool:
        sector = gazetteer.sectors[arena.sector]
        if sector.id == gazetteer.address(self.value.home) and not arena.residents:
            return True
        if arena.residents and self.id not in arena.residents:
            return False
        someones = bool(sector.private and sector.residents)
        return self.id in (*sector.residents, *sector.staff) or not (someones or arena.staff_only)

    def _places(self, gazetteer: Gazetteer) -> None:
        for number, name in enumerate(self.value.places if self.read("places") else ()):
            find = gazetteer.arena if ":" in name else gazetteer.sector
            find(name, self.person.yaml, ("places", number), self.findings)

    def _job(self, gazetteer: Gazetteer) -> None:
        job = self.value.job
        assert job is not None
        arena = gazetteer.arena(job.workplace, self.person.yaml, ("job", "workplace"), self.findings)
        if arena is None:
            return
        if arena.residents and self.id not in arena.residents:
            message = f"The workplace is the private room of {', '.join(arena.residents)}."
            self.fault(("job", "workplace"), message, "Name another arena.")
        things = gazetteer.objects_of(each.id for each in gazetteer.arenas_of(arena.sector))
        for number, task in enumerate(job.tasks):
            if self.files.uses_known and not any(thing.use_for(task.need) for thing in things):
                message = f"Nothing at {job.workplace!r} has a use for {task.need}."
                self.fault(
                    ("job", "tasks", number), message, "Put such an object there, or take another need."
                )
        opening = gazetteer.sectors[arena.sector].hours
        week = job.hours.hours()
        if opening is not None and any(week) and not _overlap(week, opening):
            name = gazetteer.sectors[arena.sector].name
            message = f"{name!r} is never open while it works there."
            self.fault(("job", "hours"), message, "Change these hours or those in town.yaml: norms.hours.")
        elif opening is not None and not job.staff and not _within(week, opening):
            name = gazetteer.sectors[arena.sector].name
            message = f"It works in {name!r} as a guest, at hours when that is closed."
            self.fault(("job", "hours"), message, "Keep to its hours, or leave out staff: false.")


def _within(week: WeekHours, opening: WeekHours) -> bool:
    return all(
        any(open_.opens <= span.opens and span.closes <= open_.closes for open_ in day)
        for spans, day in zip(week, opening, strict=True)
        for span in spans
    )


def awake(minute: int, wake: int, sleep: int) -> bool:
    return wake <= minute < sleep or wake <= minute + MINUTES_PER_DAY < sleep


def clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _overlap(one: WeekHours, other: WeekHours) -> bool:
    return any(
        a.opens < b.closes and b.opens < a.closes
        for mine, theirs in zip(one, other, strict=True)
        for a in mine
        for b in theirs
    )


def _beds_suffice(files: Files, gazetteer: Gazetteer, findings: Findings) -> None:
    sleepers = Counter(gazetteer.address(person.value.bed) for person in files.residents.values())
    for person in files.residents.values():
        bed = gazetteer.objects.get(gazetteer.address(person.value.bed))
        if bed is not None and sleepers[bed.id] > bed.capacity:
            message = f"{sleepers[bed.id]} people sleep in a bed for {bed.capacity}."
            findings.add(
                person.yaml.file, person.place("bed"), message, "Name another bed, or put a larger one there."
            )
