"""How residents feel: what moves it, how often it is told, and that nothing but it changes what they do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import lru_cache

import pytest

from backend.domain import events as e
from backend.domain.calendar import TICKS_PER_DAY, TICKS_PER_HOUR
from backend.domain.questions import ActionView, BodyView, LineView, PlanBlock
from tests.a_life import Life, brook_lane, live
from tests.small_town import ROOM
from tests.unit.a_question import (
    SHOP,
    a_person,
    a_persona,
    a_thing,
    detail_question,
    person_noticed,
    plan_question,
    say_question,
)
from tests.unit.a_town import a_town
from worker.cognition.body import felt
from worker.engine.town import Town
from worker.minds import minds
from worker.minds.rules.react import inclination
from worker.minds.rules.temper import Temper

FRESH = BodyView()
mind = minds("rules")


@lru_cache(maxsize=1)
def two_days() -> Life:
    return live(brook_lane(), seed=7, ticks=2 * TICKS_PER_DAY)


def feeling(town: Town, resident: str = "ana", **points: int) -> Town:
    """The town with the resident feeling so from now on; even in all that is not said."""
    even = {"energy": 60, "hunger": 40, "company": 50, "mood": 53}
    town.emit(e.BodyChanged(resident=resident, **{**even, **points}))
    return town


def doing(town: Town, need: str, ticks: int, activity: str = "resting") -> None:
    """The resident has begun something and does it for so long."""
    begun = e.ActionChosen(
        resident="ana", activity=activity, emoji="🪑", need=need, arena=ROOM, spot=(1, 1), duration=ticks,
        asleep=need == "sleep", why="To try.",
    )  # fmt: skip
    town.emit(begun)
    town.emit(e.ActionBegun(resident="ana", until=town.tick + ticks))
    town.open_tick(town.tick + ticks)


def body(town: Town, resident: str = "ana") -> BodyView:
    now = felt(town.view(), resident)
    return BodyView(energy=now.energy, hunger=now.hunger, company=now.company, mood=now.mood)


def test_energy_falls_awake_and_hunger_and_solitude_grow() -> None:
    town = feeling(a_town())
    town.open_tick(4 * TICKS_PER_HOUR)
    later = body(town)
    assert later.energy <= 45
    assert later.hunger >= 60
    assert later.company <= 35


def test_sleep_gives_energy_back() -> None:
    town = feeling(a_town(), energy=15)
    doing(town, "sleep", 7 * TICKS_PER_HOUR)
    assert body(town).energy >= 85
    town.emit(e.ActionEnded(resident="ana", how="done"))
    told = town.state.residents["ana"].body
    assert (told.energy, told.because) == (body(town).energy, "slept")


def test_rest_takes_less_than_toil() -> None:
    lazy, busy = feeling(a_town()), feeling(a_town())
    doing(lazy, "rest", 2 * TICKS_PER_HOUR)
    doing(busy, "exercise", 2 * TICKS_PER_HOUR)
    assert body(lazy).energy - body(busy).energy >= 5


def test_who_has_eaten_is_not_hungry() -> None:
    town = feeling(a_town(), hunger=70)
    doing(town, "eat", 180)
    town.emit(e.ActionEnded(resident="ana", how="done"))
    assert body(town).hunger <= 15


def test_a_talk_ends_loneliness() -> None:
    town = feeling(a_town(), company=10)
    town.emit(e.TalkStarted(talk="t", resident="ana", participants=("ana", "ben"), arena=ROOM))
    for number in range(4):
        speaker = ("ana", "ben")[number % 2]
        town.emit(e.Said(speaker=speaker, to=("ben",), text=f"Line {number}.", talk="t"))
    town.emit(e.TalkEnded(talk="t", reason="both took leave"))
    assert body(town).company >= 18
    assert town.state.residents["ana"].body.because == "talked with Ben Lane"


@pytest.mark.parametrize(
    ("event", "way"),
    [
        (e.RelationshipChanged(resident="ana", other="ben", closeness=0.35, note=""), 1),
        (e.RelationshipChanged(resident="ana", other="ben", closeness=0.1, note=""), -1),
        (
            e.Remembered(
                id="ana@0.9", resident="ana", memory="observation", text="The stove is on fire.", importance=9,
                source=e.Source(by="perception"), percept="stove|on fire",
            ),
            -1,
        ),
    ],
    ids=["a friend grew closer", "a friend turned away", "a fire"],
)  # fmt: skip
def test_what_happens_moves_the_mood(event: e.AnyEvent, way: int) -> None:
    town = feeling(a_town())
    before = body(town).mood
    town.emit(event)
    assert (body(town).mood - before) * way > 0


@pytest.mark.parametrize(("how", "way"), [("kept", 1), ("broken", -1)])
def test_words_kept_please_and_broken_ones_hurt_who_waited(how: str, way: int) -> None:
    town = feeling(feeling(a_town()), "ben")
    town.emit(
        e.Offered(commitment="c", resident="ana", to=("ben",), what="a walk", arena=ROOM, start=1, end=9)
    )
    feeling(feeling(town), "ben")
    waited = "ben" if how == "kept" else "ana"
    before = body(town, waited).mood
    town.emit(e.CommitmentSettled(commitment="c", resident="ben", how="kept" if how == "kept" else "broken"))
    assert (body(town, waited).mood - before) * way > 0


def test_rain_lowers_the_mood_and_the_sun_brings_it_back() -> None:
    town = feeling(a_town())
    town.emit(e.WeatherChanged(weather="storm"))
    town.open_tick(3 * TICKS_PER_HOUR)
    wet = body(town).mood
    town.emit(e.BodyChanged(resident="ana", energy=60, hunger=40, company=50, mood=wet))
    town.emit(e.WeatherChanged(weather="clear"))
    town.open_tick(6 * TICKS_PER_HOUR)
    assert wet < 53
    assert body(town).mood > wet


def test_a_day_has_few_dozen_of_feelings_each_and_all_are_points() -> None:
    life = two_days()
    told = Counter((event.resident, tick // TICKS_PER_DAY) for tick, event in life.all(e.BodyChanged))
    assert {who for who, _ in told} == set(life.scenario.personas)
    assert max(told.values()) <= 60
    assert min(told.values()) >= 8
    for _, event in life.all(e.BodyChanged):
        assert all(0 <= points <= 100 for points in (event.energy, event.hunger, event.company, event.mood))


def test_nobody_starves_or_drops_in_an_ordinary_life() -> None:
    days = [event for tick, event in two_days().all(e.BodyChanged) if tick >= TICKS_PER_HOUR]
    assert sum(event.hunger >= 90 for event in days) <= len(days) // 50
    assert sum(event.energy <= 5 for event in days) <= len(days) // 50


def test_every_question_says_how_its_resident_feels() -> None:
    asked = [question.body for question in two_days().questions.values()]
    assert len(set(asked)) > len(asked) // 4


# -- what it weighs: two questions that differ in the body alone --------------------------------------------


def bedtime(feels: BodyView) -> int:
    answer = mind.answer(plan_question(body=feels))
    assert answer.kind == "plan_day"
    return answer.blocks[-1].start


def first_meal(feels: BodyView) -> PlanBlock:
    answer = mind.answer(plan_question(from_minute=300, body=feels))
    assert answer.kind == "plan_day"
    return next(block for block in answer.blocks if block.need == "eat")


def test_who_is_tired_goes_to_bed_earlier() -> None:
    assert bedtime(BodyView(energy=10)) <= bedtime(FRESH) - 30


def test_who_is_hungry_eats_earlier_and_longer() -> None:
    usual, hungry = first_meal(FRESH), first_meal(BodyView(hunger=95))
    assert hungry.start < usual.start
    assert hungry.end - hungry.start > usual.end - usual.start


def test_who_is_tired_gives_a_pastime_less_time_and_rests() -> None:
    things = (a_thing("workbench", ("make", "carving a spoon", "shavings on it")),
              a_thing("armchair", ("rest", "sitting down", "taken")))  # fmt: skip

    def spent(feels: BodyView) -> Counter[str]:
        answer = mind.answer(detail_question(need="make", arena=SHOP, objects=things, body=feels))
        assert answer.kind == "detail_plan"
        return _minutes(answer.actions)

    assert spent(BodyView(energy=10))["rest"] > spent(FRESH)["rest"]
    assert spent(BodyView(energy=10))["make"] < spent(FRESH)["make"]


def _minutes(actions: tuple[ActionView, ...]) -> Counter[str]:
    spent: Counter[str] = Counter()
    for action in actions:
        spent[action.need] += action.minutes
    return spent


@pytest.mark.parametrize(
    ("feels", "more"),
    [
        (BodyView(company=5), True),
        (BodyView(company=95), False),
        (BodyView(energy=10), False),
        (BodyView(mood=10), False),
    ],
)
def test_the_lonely_look_for_talk_and_the_weary_do_not(feels: BodyView, more: bool) -> None:
    def likely(body: BodyView) -> float:
        return inclination(person_noticed(a_person(), body=body), a_person(), Temper())

    assert (likely(feels) > likely(FRESH)) is more
    assert likely(feels) != likely(FRESH)


def lines_of(feels: BodyView, length: Callable[[str], int]) -> int:
    """The total of what a resident says in forty talks, each from its third line on."""
    total = 0
    for number in range(40):
        said = (LineView(speaker="ben", text="Hello, Ana."), LineView(speaker="ana", text="Hello, Ben."),
                LineView(speaker="ben", text="How are you?"))  # fmt: skip
        question = say_question(a_persona(), a_person(), said, talk=f"talk:{number}", body=feels)
        answer = mind.answer(question)
        assert answer.kind == "say"
        total += length(answer.text) + (0 if answer.ends else 20)
    return total


def test_who_is_low_says_less_and_calls_nothing_out() -> None:
    assert lines_of(BodyView(mood=10), len) < lines_of(FRESH, len)
    assert lines_of(FRESH, lambda text: 20 * text.count("!")) > 0
    low = [
        mind.answer(say_question(a_persona(), a_person(), talk=f"talk:{number}", body=BodyView(mood=10)))
        for number in range(20)
    ]
    assert not any("!" in answer.text for answer in low if answer.kind == "say")
