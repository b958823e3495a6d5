"""Somebody is spoken to in the very tick in which it arrives, or is done."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain.state import initial_state
from backend.domain.wishes import Converse
from tests.small_town import ROOM, a_scenario
from worker.cognition.cognition import Cognition
from worker.engine import talks
from worker.engine.duties import DUTIES
from worker.engine.town import Town

PATH = tuple((x, 1) for x in range(8))


def ana_on_her_way() -> Town:
    """Ana walks along the room to sit down at its end; Ben stays where she came from. It is her tick of arrival."""
    scenario = a_scenario("ana", "ben")
    town = Town(scenario, 7, initial_state(scenario), Cognition(scenario))
    town.emit(
        e.ActionChosen(
            resident="ana",
            activity="sitting down",
            emoji="🪑",
            need="rest",
            arena=ROOM,
            spot=PATH[-1],
            duration=5,
            why="To rest.",
        )
    )
    town.emit(e.Walked(resident="ana", path=PATH))
    town.open_tick(len(PATH) - 1)
    return town


def at_the_end_of_the_talk(town: Town) -> list[e.AnyEvent]:
    talks.end_talk(town, town.state.residents["ana"].talk or "", "over")
    return town.happened


def test_who_walks_up_to_somebody_does_not_begin_to_act_where_it_is_no_more() -> None:
    town = ana_on_her_way()
    talks.start_talk(town, Converse("ana", "ben", cause="react"))
    approach = town.state.residents["ana"].walk
    DUTIES["arrive"](town, "ana", "")
    assert not any(isinstance(event, e.ActionBegun) for event in town.happened)
    assert approach is not None
    assert town.state.residents["ana"].walk == approach


def test_when_the_talk_is_over_it_goes_back_to_what_it_was_about_to_do() -> None:
    town = ana_on_her_way()
    talks.start_talk(town, Converse("ana", "ben", cause="react"))
    DUTIES["arrive"](town, "ana", "")
    town.open_tick(town.tick + 20)
    here = town.state.residents["ana"].position(town.tick)
    at_the_end_of_the_talk(town)
    DUTIES["resume"](town, "ana", "")
    walk = town.state.residents["ana"].walk
    assert walk is not None
    assert (walk.path[0], walk.path[-1]) == (here, PATH[-1])


def test_what_is_done_at_the_first_word_of_a_talk_ends_after_the_last() -> None:
    town = ana_on_her_way()
    DUTIES["arrive"](town, "ana", "")
    town.open_tick(town.tick + 5)
    talks.start_talk(town, Converse("ana", "ben", cause="react"))
    DUTIES["end"](town, "ana", "")
    assert not any(isinstance(event, e.ActionEnded) for event in town.happened)
    assert town.state.residents["ana"].talk is not None
    happened = at_the_end_of_the_talk(town)
    DUTIES["end"](town, "ana", "")
    assert any(isinstance(event, e.ActionEnded) and event.how == "done" for event in happened)
