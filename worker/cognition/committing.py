"""What a resident has agreed to, what it may ask others to, and what truly speaks against it (design, section 4)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from backend.domain.calendar import MINUTES_PER_DAY, TICKS_PER_DAY, TICKS_PER_MINUTE, WEEKDAYS, minutes
from backend.domain.chance import Chance
from backend.domain.events import OfferAnswered, Offered
from backend.domain.norms import may_enter
from backend.domain.persona import Leisure, Persona
from backend.domain.questions import CommitmentView, OfferView, Say, SayAnswer
from backend.domain.state import Commitment, Party
from backend.domain.view import View
from backend.domain.world import WeekHours
from worker.cognition.recall import Recall
from worker.cognition.telling import place

TOO_LATE = minutes(40)
"""Ticks before its end at which nobody is asked to something any more."""
CLASH = minutes(20)
"""Ticks that two things, or a thing and working hours, may overlap without one standing against the other."""
NEAR = 0.3
"""Closeness from which one thinks of doing something together."""
IN_ADVANCE = minutes(90)
"""Ticks that a meeting lies ahead at the least, so that both can plan for it."""
MEETING = minutes(45)
SOCIABLE = {
    "drink": "a drink",
    "eat": "a bite to eat",
    "talk": "a chat",
    "play": "a game",
    "music": "some music",
    "exercise": "some exercise",
    "rest": "a quiet hour",
    "watch": "a look around",
}
"""Needs that two can see to together, and what one calls it, as after "having"."""
_WALK = re.compile(r"(?i)\b(walk\w*|stroll\w*)\b")
_COFFEE = re.compile(r"(?i)\b(coffee|tea|chocolate|beer|wine)\b")
MEETING_HOURS = range(10 * 60, 21 * 60, 30)
"""Minutes of the day at which a meeting may begin."""
MOST_MEETINGS = 2
"""Of one's own proposals within a day."""


def calendar(view: View, resident: str) -> tuple[CommitmentView, ...]:
    """What it has accepted or was asked to, and is not over yet; soonest first."""
    ahead = [
        (commitment, party)
        for commitment in view.state.commitments_of(resident)
        if (party := commitment.parties[resident]).status in ("asked", "accepted")
        and commitment.end > view.tick
        and not commitment.is_off
    ]
    return tuple(
        _entry(view, resident, commitment, party)
        for commitment, party in sorted(ahead, key=lambda pair: (pair[0].start, pair[0].id))
    )


def offers(recall: Recall, view: View, resident: str, people: Iterable[str]) -> tuple[OfferView, ...]:
    """What the resident was asked to by `people` and has not answered."""
    asking = set(people)
    return tuple(
        _offer(view, resident, commitment).model_copy(
            update={"memory": _told_by(recall, resident, commitment)}
        )
        for commitment in view.state.commitments_of(resident)
        if commitment.parties[resident].status == "asked"
        and commitment.parties[resident].by in asking
        and commitment.end - TOO_LATE > view.tick
    )


def _told_by(recall: Recall, resident: str, commitment: Commitment) -> str | None:
    """The resident's memory that tells of it."""
    return None if commitment.news is None else recall.of_news(resident, commitment.news)


def may_offer(recall: Recall, view: View, resident: str, other: str) -> tuple[OfferView, ...]:
    """What it might ask `other` to: what it gives or goes to itself, and a meeting that would suit it."""
    if other not in view.state.residents:
        return ()
    found: list[OfferView] = []
    for commitment in view.state.commitments_of(resident):
        if commitment.parties[resident].status != "accepted" or other in commitment.parties:
            continue
        if commitment.is_off:
            continue
        if commitment.end - TOO_LATE <= view.tick or (
            commitment.news is None and commitment.host != resident
        ):
            continue
        memory = _told_by(recall, resident, commitment)
        if commitment.news is None or memory is not None:
            found.append(_offer(view, resident, commitment).model_copy(update={"memory": memory}))
    meeting = _meeting(view, resident, other)
    return (*found, meeting) if meeting is not None else tuple(found)


def take(view: View, question: Say, answer: SayAnswer) -> list[Offered | OfferAnswered]:
    """What a line leads to beyond its words: an offer, and answers to those that were made."""
    resident, made = question.resident, list[Offered | OfferAnswered]()
    for offer in answer.accepts:
        if _is_open(view, resident, offer):
            made.append(_answered(question, offer, accepted=True))
    for refusal in answer.declines:
        if _is_open(view, resident, refusal.offer):
            made.append(
                _answered(
                    question, refusal.offer, accepted=False, reason=refusal.reason, ground=refusal.ground
                )
            )
    for invitation in question.may_offer:
        known = view.state.commitments.get(invitation.id)
        if invitation.id == answer.invites and (known is None or question.other.id not in known.parties):
            made.append(_offered(view, question, invitation, known))
    return made


def conflicts(view: View, resident: str, arena: str, start: int, end: int, but: str = "") -> tuple[str, ...]:
    """What truly speaks against being there from tick `start` to `end`; `but` is the commitment that is asked about."""
    persona, world = view.persona(resident), view.scenario.world
    against = [
        other.id
        for other in view.state.commitments_of(resident)
        for way in (_between(view, arena, other.arena),)
        if other.id != but
        and other.parties[resident].status == "accepted"
        and not other.is_off
        and _overlap(start - way, end + way, other.start, other.end) > 0
    ]
    works_there = persona.job is not None and world.sector_of(persona.job.workplace) == world.sector_of(arena)
    if persona.job is not None and not works_there:
        way = _between(view, arena, persona.job.workplace)
        if _working(view, persona, start - way, end + way) > CLASH:
            against.append("job")
    if _asleep(view, persona, start, end) > (end - start) // 2:
        against.append("asleep")
    if may_enter(world, view.scenario.calendar, arena, resident, start) is not None:
        against.append("closed")
    return tuple(against)


def when(view: View, start: int, end: int) -> str:
    """As one says it now: "today from 17:00 to 19:00"."""
    now = view.scenario.calendar
    days = now.day(start) - now.day(view.tick)
    weekday = WEEKDAYS[now.at(start).weekday()].capitalize()
    date = {0: "today", 1: "tomorrow"}.get(days, f"on {weekday}")
    if days >= 7:
        date = f"on {now.at(start):%d %B}"
    return f"{date} from {now.clock(start)} to {now.clock(end)}"


def _entry(view: View, resident: str, commitment: Commitment, party: Party) -> CommitmentView:
    now = view.scenario.calendar
    day = now.day(commitment.start)
    return CommitmentView(
        id=commitment.id,
        what=commitment.what,
        arena=commitment.arena,
        place=place(view, commitment.arena),
        day=day,
        start=now.minute_of_day(commitment.start),
        end=_minute(view, day, commitment.end),
        when=when(view, commitment.start, commitment.end),
        status="asked" if party.status == "asked" else "accepted",
        host=_name(view, resident, commitment.host),
        with_=tuple(
            _name(view, resident, other)
            for other, them in commitment.parties.items()
            if other != resident and other != commitment.host and resident in (them.by, commitment.host)
            if them.status == "accepted"
        ),
        walk=_walk(view, resident, commitment.arena),
    )


def _offer(view: View, resident: str, commitment: Commitment) -> OfferView:
    now = view.scenario.calendar
    day = now.day(commitment.start)
    return OfferView(
        id=commitment.id,
        what=commitment.what,
        arena=commitment.arena,
        place=place(view, commitment.arena),
        day=day,
        start=now.minute_of_day(commitment.start),
        end=_minute(view, day, commitment.end),
        when=when(view, commitment.start, commitment.end),
        conflicts=conflicts(
            view, resident, commitment.arena, commitment.start, commitment.end, commitment.id
        ),
    )


def _meeting(view: View, resident: str, other: str) -> OfferView | None:
    """Something that it likes to do at a public place, at an hour of today or tomorrow that is free; None for most."""
    known = view.state.residents[resident].relationships.get(other)
    if (
        known is None
        or not known.knows_name
        or known.closeness < NEAR
        or _proposes_enough(view, resident, other)
    ):
        return None
    now, day = view.scenario.calendar, view.scenario.calendar.day(view.tick)
    chance = Chance(view.seed, resident, f"meeting|{other}", day)
    liked = [(each, arena) for each in view.persona(resident).leisure for arena in _public(view, each)]
    hours = [
        (day + ahead, minute)
        for ahead in (0, 1)
        for minute in MEETING_HOURS
        if now.tick_of(day + ahead, minute) >= view.tick + IN_ADVANCE
    ]
    if not liked or not hours:
        return None
    what, arena = chance.choice(liked)
    for number in range(4):
        on, minute = chance.choice(hours, 1 + number)
        start = now.tick_of(on, minute)
        if not conflicts(view, resident, arena, start, start + MEETING):
            return OfferView(
                id=f"commitment:{resident}@{view.tick}",
                what=_called(what),
                arena=arena,
                place=place(view, arena),
                day=on,
                start=minute,
                end=minute + MEETING // TICKS_PER_MINUTE,
                when=when(view, start, start + MEETING),
            )
    return None


def _called(leisure: Leisure) -> str:
    """What one calls it as something to do together: "a coffee", "a walk"."""
    if _WALK.search(leisure.activity):
        return "a walk"
    drink = _COFFEE.search(leisure.activity) if leisure.need == "drink" else None
    return SOCIABLE[leisure.need] if drink is None else f"a {drink[0].lower()}"


def _public(view: View, leisure: Leisure) -> list[str]:
    world = view.scenario.world
    if leisure.need not in SOCIABLE:
        return []
    return [arena for arena in leisure.places if not world.sector_of(arena).private]


def _proposes_enough(view: View, resident: str, other: str) -> bool:
    """Whether one of its own proposals lies ahead, or it has asked the other, or several, within a day."""
    own = [each for each in view.state.commitments.values() if each.host == resident and each.news is None]
    lately = [each for each in own if each.parties[resident].since > view.tick - TICKS_PER_DAY]
    ahead = [each for each in own if each.end > view.tick and not each.is_off]
    return bool(ahead) or len(lately) >= MOST_MEETINGS or any(other in each.parties for each in lately)


def _offered(view: View, question: Say, offer: OfferView, known: Commitment | None) -> Offered:
    now = view.scenario.calendar
    return Offered(
        commitment=offer.id,
        resident=question.resident,
        to=(question.other.id,),
        what=offer.what,
        arena=offer.arena,
        start=now.tick_of(offer.day, offer.start) if known is None else known.start,
        end=now.tick_of(offer.day, offer.end) if known is None else known.end,
        news=None if known is None else known.news,
        talk=question.talk,
        cause=question.key,
    )


def _answered(
    question: Say, offer: str, *, accepted: bool, reason: str = "", ground: str | None = None
) -> OfferAnswered:
    return OfferAnswered(
        commitment=offer,
        resident=question.resident,
        accepted=accepted,
        reason=reason,
        ground=ground,
        talk=question.talk,
        cause=question.key,
    )


def _is_open(view: View, resident: str, commitment: str) -> bool:
    known = view.state.commitments.get(commitment)
    return known is not None and resident in known.parties and known.parties[resident].status == "asked"


def _name(view: View, resident: str, other: str) -> str:
    if other == resident:
        return "you"
    known = view.state.residents[resident].relationships.get(other)
    return view.name_of(other) if known is not None and known.knows_name else "somebody"


def _minute(view: View, day: int, tick: int) -> int:
    """Minutes after midnight of `day`; may pass 1440."""
    now = view.scenario.calendar
    return (now.day(tick) - day) * MINUTES_PER_DAY + now.minute_of_day(tick)


def _walk(view: View, resident: str, arena: str) -> int:
    """Minutes from where it is to the middle of the arena, along streets that run straight."""
    (x, y), (there_x, there_y) = view.position(resident), view.scenario.world.middle_of(arena)
    return round((abs(x - there_x) + abs(y - there_y)) / TICKS_PER_MINUTE)


def _between(view: View, one: str, other: str) -> int:
    """Ticks from the middle of one arena to that of the other, along streets that run straight."""
    (x, y), (there_x, there_y) = map(view.scenario.world.middle_of, (one, other))
    return abs(x - there_x) + abs(y - there_y)


def _overlap(start: int, end: int, other_start: int, other_end: int) -> int:
    return max(0, min(end, other_end) - max(start, other_start))


def _working(view: View, persona: Persona, start: int, end: int) -> int:
    """Ticks of its working hours between `start` and `end`."""
    if persona.job is None:
        return 0
    return sum(_overlap(start, end, *span) for span in _spans(view, persona.job.hours, start))


def _spans(view: View, hours: WeekHours, tick: int) -> list[tuple[int, int]]:
    now = view.scenario.calendar
    today = now.day(tick)
    return [
        (now.tick_of(day, span.opens), now.tick_of(day, span.closes))
        for day in (today - 1, today, today + 1)
        for span in hours[now.date_of(day).weekday()]
    ]


def _asleep(view: View, persona: Persona, start: int, end: int) -> int:
    """Ticks of its usual nights between `start` and `end`."""
    now = view.scenario.calendar
    today = now.day(start)
    total = 0
    for day in (today - 1, today, today + 1):
        bed = persona.sleep if persona.sleep > persona.wake else persona.sleep + MINUTES_PER_DAY
        total += _overlap(start, end, now.tick_of(day, bed), now.tick_of(day, persona.wake) + TICKS_PER_DAY)
    return total
