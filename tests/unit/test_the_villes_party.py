"""Who is asked to the Ville's party, who says yes, who comes, and whether the reasons are true: two days by the log."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pytest

from backend.domain import events as e
from backend.domain.persona import Persona
from tests.whereabouts import Whereabouts
from tests.whole_days import THE_VILLE, Days, Lived, days_of

PARTY = "occasion:party"
INVITED = (7, 20)
CAME_OF_THOSE_WHO_ACCEPTED = 0.8
"""The paper: 5 of 12 invited came, though more had said yes (section 7.1.3)."""
EARLY = 90
"""Ticks before its beginning from which being there counts."""

pytestmark = pytest.mark.timeout(900)


@dataclass(frozen=True)
class Agreed:
    """What was agreed on in a life, each event with its tick."""

    days: Days

    @cached_property
    def offers(self) -> dict[str, e.Offered]:
        """The first of each commitment."""
        found: dict[str, e.Offered] = {}
        for _, offer in self.days.life.all(e.Offered):
            found.setdefault(offer.commitment, offer)
        return found

    @cached_property
    def asked(self) -> dict[tuple[str, str], tuple[int, str]]:
        """(commitment, who) to when it was asked, and by whom."""
        return {
            (offer.commitment, who): (tick, offer.resident)
            for tick, offer in self.days.life.all(e.Offered)
            for who in offer.to
        }

    @cached_property
    def answers(self) -> list[tuple[int, e.OfferAnswered]]:
        return list(self.days.life.all(e.OfferAnswered))

    @cached_property
    def settled(self) -> dict[tuple[str, str], str]:
        return {(s.commitment, s.resident): s.how for _, s in self.days.life.all(e.CommitmentSettled)}

    def has_promised(self, resident: str, commitment: str, tick: int) -> bool:
        """Whether it had said yes to it, or made it, and not taken it back."""
        offer = self.offers[commitment]
        promised = offer.resident == resident
        for when, answer in self.answers:
            if when <= tick and (answer.commitment, answer.resident) == (commitment, resident):
                promised = answer.accepted
        return promised

    def closeness(self, one: str, other: str, tick: int) -> float:
        known = {each.other: each.closeness for each in self.days.scenario.personas[one].knows}
        value = known.get(other, 0.0)
        for when, changed in self.days.life.all(e.RelationshipChanged):
            if when <= tick and (changed.resident, changed.other) == (one, other):
                value = changed.closeness
        return value


@pytest.fixture(scope="module", params=[Lived(THE_VILLE, 1), Lived(THE_VILLE, 2, exchanged=True)], ids=str)
def agreed(request: pytest.FixtureRequest) -> Agreed:
    return Agreed(days_of(request.param))


def host_of(agreed: Agreed) -> str:
    return agreed.offers[PARTY].resident


def test_a_good_part_of_the_town_is_asked_and_nobody_twice(agreed: Agreed) -> None:
    asked = [
        who for _, offer in agreed.days.life.all(e.Offered) if offer.commitment == PARTY for who in offer.to
    ]
    assert INVITED[0] <= len(asked) <= INVITED[1]
    assert len(set(asked)) == len(asked)


def test_guests_ask_others_along(agreed: Agreed) -> None:
    by = {by for (commitment, _), (_, by) in agreed.asked.items() if commitment == PARTY}
    assert by - {host_of(agreed)}


def test_whoever_asks_goes_there_itself_and_whoever_is_asked_knows_of_it(agreed: Agreed) -> None:
    life = agreed.days.life
    heard = {}
    for tick, memory in life.all(e.Remembered):
        if memory.news == "party":
            heard.setdefault(memory.resident, tick)
    for (commitment, who), (tick, by) in agreed.asked.items():
        if commitment == PARTY:
            assert agreed.has_promised(by, PARTY, tick), by
            assert heard[who] <= tick, who


def test_all_but_a_few_who_said_yes_come(agreed: Agreed) -> None:
    yes = {a.resident for _, a in agreed.answers if a.commitment == PARTY and a.accepted}
    came = {who for who in yes if agreed.settled[PARTY, who] == "kept"}
    assert len(yes) >= 4
    assert len(came) >= CAME_OF_THOSE_WHO_ACCEPTED * len(yes)


def test_the_host_is_there(agreed: Agreed) -> None:
    assert agreed.settled[PARTY, host_of(agreed)] == "kept"


def test_whoever_kept_its_word_was_there_and_whoever_broke_it_was_not(agreed: Agreed) -> None:
    whereabouts: Whereabouts = agreed.days.whereabouts
    for (commitment, who), how in agreed.settled.items():
        offer = agreed.offers[commitment]
        there = any(
            stay.resident == who
            and stay.arena == offer.arena
            and stay.start <= offer.end
            and stay.end > offer.start - EARLY
            for stay in whereabouts.stays
        )
        if how == "kept":
            assert there, f"{who} {commitment}"
        else:
            assert not there or len(offer.to) != 1, f"{who} {commitment}"


def test_somebody_declines_and_every_ground_is_true(agreed: Agreed) -> None:
    declined = [
        (tick, answer) for tick, answer in agreed.answers if not answer.accepted and answer.talk is not None
    ]
    assert any(answer.ground is not None for _, answer in declined if answer.commitment == PARTY)
    for tick, answer in declined:
        assert answer.reason
        assert "None" not in answer.reason
        assert _is_true(agreed, tick, answer), f"{agreed.days.life.clock(tick)} {answer}"


def _is_true(agreed: Agreed, tick: int, answer: e.OfferAnswered) -> bool:
    offer, persona = agreed.offers[answer.commitment], agreed.days.scenario.personas[answer.resident]
    match answer.ground:
        case None:
            return True
        case "job":
            return _has_to_work(agreed.days, persona, offer.start, offer.end)
        case "asleep":
            return _sleeps(agreed.days, persona, offer.start, offer.end)
        case "closed":
            return True
        case ground if ground in agreed.offers:
            other = agreed.offers[ground]
            near = other.start < offer.end + 360 and offer.start < other.end + 360
            return near and agreed.has_promised(answer.resident, ground, tick)
        case who:
            assert who == agreed.asked[answer.commitment, answer.resident][1]
            return agreed.closeness(answer.resident, who, tick) < 0.15


def _has_to_work(days: Days, persona: Persona, start: int, end: int) -> bool:
    calendar = days.scenario.calendar
    assert persona.job is not None
    spans = persona.job.hours[calendar.at(start).weekday()]
    day = calendar.day(start)
    return any(
        calendar.tick_of(day, span.opens) < end and start < calendar.tick_of(day, span.closes)
        for span in spans
    )


def _sleeps(days: Days, persona: Persona, start: int, end: int) -> bool:
    calendar = days.scenario.calendar
    bed = calendar.tick_of(calendar.day(start), persona.sleep)
    return end > bed or calendar.minute_of_day(start) < persona.wake


def test_everybody_who_is_asked_in_a_talk_that_goes_on_answers(agreed: Agreed) -> None:
    answered = {(answer.commitment, answer.resident) for _, answer in agreed.answers}
    assert len(answered & set(agreed.asked)) >= 0.9 * len(agreed.asked)


def test_people_meet_for_things_of_their_own(agreed: Agreed) -> None:
    meetings = [offer for offer in agreed.offers.values() if offer.news is None]
    assert meetings
    kept = [how for (commitment, _), how in agreed.settled.items() if commitment != PARTY]
    assert kept.count("kept") >= 0.8 * len(kept)


def test_whoever_says_yes_today_for_today_plans_the_rest_of_the_day_anew(agreed: Agreed) -> None:
    life = agreed.days.life
    anew = {(planned.resident, tick) for tick, planned in life.all(e.DayPlanned) if planned.because}
    for _, planned in life.all(e.DayPlanned):
        if planned.because:
            starts = [block.start for block in planned.blocks]
            assert starts == sorted(starts)
            assert all(
                one.end == other.start for one, other in zip(planned.blocks, planned.blocks[1:], strict=False)
            )
    assert anew
