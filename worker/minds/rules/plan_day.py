"""A day that fits persona and job: duties first, then meals, then what is left (paper, section 4.3)."""

from __future__ import annotations

from backend.domain.calendar import MINUTES_PER_DAY, WEEKDAYS
from backend.domain.chance import Chance
from backend.domain.questions import PlanBlock, PlanDay, PlanDayAnswer, Refusal
from worker.minds.rules.appointments import put_appointments
from worker.minds.rules.condition import hungry_minutes, to_bed_earlier
from worker.minds.rules.making_room import is_to_make_room, make_room
from worker.minds.rules.meals import EAT, Eater, lifted, plan_meals
from worker.minds.rules.nights import NO_HOURS, night_after, work_spans
from worker.minds.rules.pastimes import LEAST, FreeTime
from worker.minds.rules.places import Places
from worker.minds.rules.temper import temper
from worker.minds.rules.timeline import WORK, Timeline

_STILL_NIGHT = 30
"""A plan that starts so many minutes before the usual waking starts the day; earlier, it goes on sleeping."""
_HABITS_MOVE = 90
"""Minutes by which a habit is earlier or later where its own time is not free."""
_LONG_NIGHT = 300
"""With so much of the night left a plan is for the night alone."""


def plan_day(question: PlanDay) -> PlanDayAnswer:
    """Blocks from `from_minute` to the next waking."""
    start = question.from_minute
    day_chance = Chance(question.seed, question.resident, "plan_day", question.tick)
    places = Places(question.persona, question.places, question.weather, question.because)
    if is_to_make_room(question):
        rest, answer, free = make_room(question, places)
        _fill(rest, free)
        return answer.model_copy(update={"blocks": (*rest.blocks, *answer.blocks)})
    nights = _nights(question)
    sleeping: list[PlanBlock] = []
    night = next(n for n in nights if n[1] - start > _STILL_NIGHT)
    if night[0] <= start + 5:
        waking = _jitter_waking(night[1], day_chance)
        sleeping = [_sleep(start, waking, places)]
        if waking - start >= _LONG_NIGHT:
            return PlanDayAnswer(blocks=tuple(sleeping))
        start = waking
        night = next(n for n in nights if n[0] > start)
    bed = max(start + 5, night[0] + day_chance.between(-4, 14, 1) - to_bed_earlier(question.body))
    waking = max(bed + _LONG_NIGHT, _jitter_waking(night[1], day_chance))
    rising = bool(sleeping) or any(-_STILL_NIGHT <= start - n[1] <= 45 for n in nights)
    timeline = Timeline(start, bed)
    given_up = _plan_awake(question, places, day_chance, timeline, rising)
    blocks = (*sleeping, *timeline.blocks, _sleep(bed, waking, places))
    return PlanDayAnswer(blocks=blocks, gives_up=tuple(given_up))


def _nights(question: PlanDay) -> list[tuple[int, int]]:
    """The nights around the planned day, in minutes after its midnight, in order."""
    persona = question.persona
    hours = persona.job.hours if persona.job is not None else NO_HOURS
    weekday = WEEKDAYS.index(question.weekday.lower())
    found = []
    for offset in range(-2, 3):
        bed, waking = night_after(persona.wake, persona.sleep, hours, (weekday + offset) % 7)
        shift = offset * MINUTES_PER_DAY
        found.append((bed + shift, waking + shift))
    return sorted(found)


def _jitter_waking(waking: int, chance: Chance) -> int:
    return waking + chance.between(-7, 7, 2)


def _sleep(start: int, end: int, places: Places) -> PlanBlock:
    return PlanBlock(
        start=start, end=end, activity="sleeping", need="sleep", emoji="😴", arena=places.bedroom
    )


def _plan_awake(
    question: PlanDay, places: Places, chance: Chance, timeline: Timeline, rising: bool
) -> list[Refusal]:
    """Fills the waking hours, without gaps. Returns what was agreed on and can't be kept."""
    work = _put_work(question, places, chance, timeline)
    given_up = put_appointments(question, places, timeline)
    if rising:
        _put_rising(places, chance, timeline)
    _put_undressing(places, chance, timeline)
    # Who lives together decides together when to eat, and whether at home.
    table = Chance(question.seed, question.persona.home, "table", question.day)
    eater = Eater(question.persona, question.housemates, rising, table, hungry_minutes(question.body))
    plan_meals(eater, places, chance, timeline, work)
    free = FreeTime(places, temper(question.persona), chance, timeline.end, question.body, question.goals)
    _put_habits(free, timeline)
    _fill(timeline, free)
    return given_up


def _put_work(question: PlanDay, places: Places, chance: Chance, timeline: Timeline) -> list[tuple[int, int]]:
    """Puts the job's spans; one sets out from home early enough to be there on time. Returns them."""
    job = question.persona.job
    if job is None or places.workplace is None:
        return []
    spans = []
    clock = timeline.start
    for number, (opens, closes) in enumerate(work_spans(job.hours, WEEKDAYS.index(question.weekday.lower()))):
        ahead = places.by_arena[places.workplace].walk + chance.between(6, 11, 10 + number)
        begin = max(clock, opens - ahead)
        end = min(timeline.end, closes)
        if end - begin < 10:
            continue
        timeline.put(
            PlanBlock(
                start=begin, end=end, activity=f"working as {article(job.title)}", need=WORK,
                emoji=job.tasks[0].emoji if job.tasks else "💼", arena=places.workplace,
            )
        )  # fmt: skip
        spans.append((begin, end))
        clock = end
    return spans


def article(noun: str) -> str:
    """The noun with "a" or "an"; a title that has its own article keeps it."""
    first = noun.split()[0].lower() if noun.split() else ""
    if first in ("a", "an", "the"):
        return noun
    return f"an {noun}" if noun[:1].lower() in "aeio" else f"a {noun}"


def _put_rising(places: Places, chance: Chance, timeline: Timeline) -> None:
    gap = next(timeline.gaps(10), None)
    if gap is None or gap[0] != timeline.start:
        return
    minutes = min(chance.between(15, 24, 3), (gap[1] - gap[0]) // 2 if gap[1] - gap[0] < 45 else 24)
    timeline.put(
        PlanBlock(
            start=gap[0], end=gap[0] + minutes, activity="getting up, washing and dressing", need="wash",
            emoji="🪥",
            arena=places.at_home("toilet", "wash", "dress"),
        )
    )  # fmt: skip


def _put_undressing(places: Places, chance: Chance, timeline: Timeline) -> None:
    gaps = list(timeline.gaps(12))
    if not gaps or gaps[-1][1] != timeline.end:
        return
    begin, end = gaps[-1]
    minutes = chance.between(12, 20, 4)
    if end - begin < minutes + 15:
        minutes = end - begin if end - begin < 20 else 12
    timeline.put(
        PlanBlock(
            start=end - minutes, end=end, activity="getting ready for bed", need="wash", emoji="🌙",
            arena=places.at_home("toilet", "wash", "dress"),
        )
    )  # fmt: skip


def _put_habits(free: FreeTime, timeline: Timeline) -> None:
    """What it likes to do at its own hours, where they are free, or nearly so."""
    places, chance = free.places, free.chance
    usual = [
        (minute, number, leisure)
        for number, leisure in enumerate(places.persona.leisure)
        for minute in lifted(leisure.at, timeline)
    ]
    for minute, number, leisure in sorted(usual, key=lambda entry: entry[:2]):
        for begin, end in timeline.gaps(LEAST):
            start = min(max(minute + chance.between(-9, 9, 20 + number), begin), max(begin, end - LEAST))
            arena = next((a for a in leisure.places if places.is_lively(a, start, start + LEAST)), None)
            if abs(start - minute) > _HABITS_MOVE or arena is None:
                continue
            until = min(start + chance.between(35, 60, 40 + number), end, places.closing(arena) or end)
            timeline.put(
                PlanBlock(
                    start=start, end=until, activity=leisure.activity, need=leisure.need, emoji=leisure.emoji,
                    arena=arena,
                )
            )  # fmt: skip
            free.used.append(leisure.activity)
            break


def _duty(timeline: Timeline, minute: int) -> PlanBlock | None:
    """What one does not go far before: the first meal of the day, or work."""
    meal = timeline.next_of(EAT, minute)
    if meal is not None and meal.start == minute and not any(b.need == EAT for b in timeline.until(minute)):
        return meal
    return timeline.next_of(WORK, minute)


def _fill(timeline: Timeline, free: FreeTime) -> None:
    """Leaves no gap: short ones lengthen what came before, where it may be; others are free time."""
    for begin, end in list(timeline.gaps()):
        before = timeline.before(begin)
        if (
            before is not None
            and end - begin < 15
            and before.need != WORK
            and free.places.may_enter(before.arena, before.start, end)
        ):
            timeline.replace(before, before.model_copy(update={"end": end}))
            continue
        for block in free.fill(begin, end, _duty(timeline, end)):
            timeline.put(block)
