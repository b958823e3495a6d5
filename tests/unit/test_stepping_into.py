"""A director in a resident's place: its own mind decides nothing, it does as told, and remembers it as its own."""

from __future__ import annotations

import json

import pytest

from backend.domain import events as e
from backend.domain.inputs import ActAs, Fate, Speak, StepInto, StepOut
from backend.domain.snapshot import restore, snapshot
from backend.domain.view import EARSHOT
from tests.a_life import brook_lane, live
from tests.unit.a_visit import Visit
from worker.engine.duties import PATIENCE

ME, OTHER = "visitor:maya", "visitor:nils"
KETTLE, GREEN = "Brook Lane:The Blue Kettle", "Brook Lane:Alder Green"
BENCH = f"{GREEN}:bandstand green:green bench"
DECIDES = {"plan_day", "detail_plan", "react", "say", "answer"}


class Stage(Visit):
    """A town in which Maya acts for Walter."""

    def __init__(self, tick: int = 1800) -> None:
        super().__init__(tick)
        assert self.step_in().status == "applied"
        self.mark = len(self.log())

    def step_in(self, resident: str = "walter", visitor: str = ME, name: str = "Maya") -> Fate:
        return self.send(StepInto(resident=resident, visitor=visitor, name=name))

    def step_out(self, resident: str = "walter", visitor: str = ME) -> Fate:
        return self.send(StepOut(resident=resident, visitor=visitor))

    def act(self, resident: str = "walter", visitor: str = ME, **what: object) -> Fate:
        document = {"kind": "act_as", "resident": resident, "visitor": visitor, **what}
        return self.send(ActAs.model_validate(document))

    def asked_of(self, resident: str) -> set[str]:
        asked = [event for event in self.log()[self.mark :] if isinstance(event, e.Asked)]
        return {event.question for event in asked if event.resident == resident}

    def arena(self, resident: str = "walter") -> str:
        return self.town.view().arena_of(resident) or ""

    def together(self) -> str:
        """Walks Walter up to somebody awake who is in the café, and says who it is."""
        for place in (KETTLE, GREEN, f"{KETTLE}:main room", "Brook Lane:Second Wheel"):
            if self.act(act="go", place=place).status != "applied":
                continue
            for _ in range(40):
                self.live_for(6)
                view = self.town.view()
                for one in sorted(self.town.state.residents):
                    them = self.town.state.residents[one]
                    free = one != "walter" and not them.asleep and them.talk is None
                    if free and view.in_sight("walter", one, EARSHOT):
                        return one
        pytest.fail("nobody was met")


def test_its_own_mind_decides_nothing_until_they_step_out() -> None:
    stage = Stage()
    stage.live_for(1500)
    assert not stage.asked_of("walter") & DECIDES
    begun = [x for x in stage.log()[stage.mark :] if isinstance(x, e.ActionChosen) and x.resident == "walter"]
    assert begun == []
    assert stage.step_out().status == "applied"
    stage.live_for(400)
    assert stage.asked_of("walter") & {"plan_day", "detail_plan"}
    assert stage.town.state.residents["walter"].action is not None


def test_what_its_mind_was_thinking_about_lapses() -> None:
    town = Visit(1795)
    busy = next(
        (q for q in town.town.state.questions.values() if q.question in DECIDES), None
    )  # fmt: skip
    while busy is None:
        town.live_for(1)
        busy = next((q for q in town.town.state.questions.values() if q.question in DECIDES), None)
    town.send(StepInto(resident=busy.resident, visitor=ME, name="Maya"))
    town.live_for(120)
    fates = [x for x in town.log() if isinstance(x, e.Answered | e.AnswerLapsed) and x.key == busy.key]
    assert [type(fate) for fate in fates] == [e.AnswerLapsed]


def test_it_goes_where_it_is_told_and_remembers_having_gone() -> None:
    stage = Stage()
    assert stage.act(act="go", place=GREEN).status == "applied"
    stage.live_for(60)
    assert stage.arena().startswith(GREEN)
    texts = [m.text for m in stage.events(e.Remembered) if m.resident == "walter"]
    assert any("set out for Alder Green" in text for text in texts)


def test_it_uses_what_it_is_told_to_use_and_stops() -> None:
    stage = Stage()
    assert stage.act(act="use", object=BENCH).status == "applied"
    stage.live_for(80)
    action = stage.town.state.residents["walter"].action
    assert action is not None
    assert action.object == BENCH
    assert action.begun is not None
    assert stage.act(act="stop").status == "applied"
    assert stage.town.state.residents["walter"].action is None


def test_it_is_led_tile_by_tile_and_the_newest_way_counts() -> None:
    stage = Stage()
    world, start = stage.town.scenario.world, stage.town.view().position("walter")
    assert stage.act(act="go", place=GREEN).status == "applied"
    stage.live_for(60)
    start = stage.town.view().position("walter")
    inside = world.arena_at(start)
    east = next(
        (x, start[1]) for x in range(start[0] + 4, start[0] - 20, -1)
        if world.is_free((x, start[1])) and world.arena_at((x, start[1])) == inside and x != start[0]
    )  # fmt: skip
    assert stage.act(act="go", tile=east).status == "applied"
    assert stage.town.state.residents["walter"].action is None
    assert stage.act(act="go", tile=start).status == "applied"
    stage.live_for(20)
    assert stage.town.view().position("walter") == start
    assert stage.act(act="go", tile=east).status == "applied"
    stage.live_for(abs(east[0] - start[0]) + 20)
    at = stage.town.view().position("walter")
    assert max(abs(at[0] - east[0]), abs(at[1] - east[1])) <= 1
    assert not stage.asked_of("walter") & DECIDES


def test_it_is_led_nowhere_where_it_may_not_be() -> None:
    stage = Stage()
    world, state = stage.town.scenario.world, stage.town.state
    wall = next((x, y) for y in range(world.height) for x in range(world.width) if not world.is_free((x, y)))
    home = next(
        tile for tile in sorted(world.arenas["Brook Lane:Mill House:bedroom"].tiles) if world.is_free(tile)
    )
    before = stage.log()
    for tile, error in ((wall, "StepBlocked"), ((-3, 9000), "StepBlocked"), (home, "PlaceClosed")):
        fate = stage.act(act="go", tile=tile)
        assert (fate.status, fate.error) == ("refused", error)
    assert stage.log() == before
    assert stage.town.state == state


def test_led_away_it_takes_leave_of_whom_it_talks_with() -> None:
    stage = Stage()
    other = stage.together()
    assert stage.act(act="say", to=other, text="Hello there!").status == "applied"
    x, y = stage.town.view().position("walter")
    world = stage.town.scenario.world
    away = next(
        tile for tile in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1))
        if world.is_free(tile) and world.arena_at(tile) == world.arena_at((x, y))
    )  # fmt: skip
    assert stage.act(act="go", tile=away).status == "applied"
    assert stage.town.state.residents["walter"].talk is None
    assert stage.last(e.TalkEnded).reason == "took leave"


def test_others_hear_its_words_as_its_own_answer_and_pass_them_on() -> None:
    stage = Stage()
    other = stage.together()
    fate = stage.act(act="say", to=other, text="There is a concert at the bandstand tonight.")
    assert fate.status == "applied", fate
    stage.live_for(12)
    said = [x for x in stage.log()[stage.mark :] if isinstance(x, e.Said)]
    assert said[0].speaker == "walter"
    assert any(line.speaker == other and "walter" in line.to for line in said), "the other one answers"
    heard = [m for m in stage.events(e.Remembered) if m.resident == other and "concert" in m.text]
    assert heard[0].source.who == "walter"
    own = [m for m in stage.events(e.Remembered) if m.resident == "walter" and "concert" in m.text]
    assert own, "it knows what it said"
    assert not stage.asked_of("walter") & DECIDES


def test_a_talk_ends_when_nothing_more_is_said() -> None:
    stage = Stage()
    other = stage.together()
    stage.act(act="say", to=other, text="Hello there!")
    stage.live_for(PATIENCE + 60)
    assert stage.town.state.residents["walter"].talk is None


def test_a_second_director_is_refused_by_name() -> None:
    stage = Stage()
    second = stage.step_in(visitor=OTHER, name="Nils")
    assert (second.status, second.error) == ("refused", "AlreadyActedFor")
    assert "Maya" in second.reason
    for fate in (stage.act(visitor=OTHER, act="stop"), stage.step_out(visitor=OTHER)):
        assert (fate.status, fate.error) == ("refused", "NotActingFor")
        assert "Maya" in fate.reason
    assert stage.step_in(resident="nadia", visitor=OTHER, name="Nils").status == "applied"


@pytest.mark.parametrize(
    ("what", "error"),
    [
        ({"act": "go"}, "CannotBeDone"),
        ({"act": "go", "place": "Brook Lane:The Moon"}, "UnknownPlace"),
        ({"act": "go", "place": "Brook Lane:Mill House:bedroom"}, "CannotBeDone"),
        ({"act": "use", "object": "Brook Lane:a dragon"}, "UnknownObject"),
        ({"act": "use", "object": BENCH, "use": "fly"}, "UnknownUse"),
        ({"act": "say", "to": "ruth"}, "CannotBeDone"),
        ({"act": "say", "to": "walter", "text": "Hm."}, "SameResident"),
        ({"act": "say", "to": "rut", "text": "Hm."}, "UnknownResident"),
    ],
)
def test_what_can_t_be_done_is_refused_and_changes_nothing(what: dict[str, str], error: str) -> None:
    stage = Stage()
    before = stage.log()
    fate = stage.act(**what)
    assert (fate.status, fate.error) == ("refused", error)
    assert stage.log() == before


def test_nobody_acts_for_whom_they_have_not_stepped_into() -> None:
    visit = Visit(1800)
    fate = visit.send(ActAs(resident="walter", visitor=ME, act="stop"))
    assert (fate.status, fate.error) == ("refused", "NotActingFor")


def test_a_visitor_gets_no_answer_from_a_resident_who_is_acted_for() -> None:
    stage = Stage()
    fate = stage.send(Speak(visitor="visitor:eve", name="Eve", to="walter", text="Good morning!"))
    assert (fate.status, fate.error) == ("refused", "WontTalk")
    assert "Maya" not in fate.reason, "who acts for it is no visitor's business"


def test_stepping_into_somebody_who_talks_ends_the_talk_properly() -> None:
    visit = Visit(1200)
    while not visit.town.state.talks:
        visit.live_for(6)
    talk = next(iter(visit.town.state.talks.values()))
    visit.send(StepInto(resident=talk.participants[0], visitor=ME))
    assert all(visit.town.state.residents[one].talk is None for one in talk.participants[:2])


def test_it_survives_a_snapshot_and_is_the_same_life_again() -> None:
    stage = Stage()
    public, private = (json.loads(json.dumps(document)) for document in snapshot(stage.town.state))
    assert restore(public, private).residents == stage.town.state.residents
    inputs = [
        (600, StepInto(resident="walter", visitor=ME, name="Maya")),
        (610, ActAs(resident="walter", visitor=ME, act="go", place=GREEN)),
        (900, StepOut(resident="walter", visitor=ME)),
    ]
    one, other = (live(brook_lane(), seed=7, ticks=1500, inputs=inputs) for _ in range(2))
    assert one.digest == other.digest
    assert [fate.status for fate in one.fates.values()] == ["applied"] * 3
