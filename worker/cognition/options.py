"""The closed set of what a resident may do about something that it noticed."""

from __future__ import annotations

from collections.abc import Iterator

from backend.domain.questions import Option
from backend.domain.view import View
from worker.cognition.alarms import place_of
from worker.cognition.percept import Percept
from worker.cognition.planning import may_change
from worker.cognition.recall import Recall
from worker.cognition.refuge import refuge, shelter
from worker.cognition.telling import activity, called, place


def options(recall: Recall, view: View, resident: str, percept: Percept) -> Iterator[Option]:
    """Going on first; then what suits what it is."""
    yield Option(id="go_on", target=None, text=f"go on {activity(view, resident)}")
    name = called(view, resident, percept.about)
    match percept.subject:
        case "person" if (
            them := view.state.residents.get(percept.about)
        ) is not None and them.talk is not None:
            text = f"join {name} and whom {name} talks with"
            yield Option(id=f"join:{them.talk}", target=percept.about, text=text)
        case "person":
            yield Option(id="talk", target=percept.about, text=f"talk with {name}")
        case "knock":
            yield Option(id="open", target=percept.about, text=f"open the door to {name}")
        case "weather":
            yield from _in_the_open(recall, view, resident)
        case _:
            yield from _about_it(view, resident, percept)
            yield from _later(recall, view, resident, "plan the rest of the day anew")
            yield from _others(view, resident)


def _in_the_open(recall: Recall, view: View, resident: str) -> Iterator[Option]:
    inside = shelter(view, resident)
    if inside is not None:
        yield Option(id="leave", target=None, text=f"go inside, {place(view, inside)}")
    anew = (
        "go inside and plan the rest of the day anew"
        if inside is not None
        else "plan the rest of the day anew"
    )
    yield from _later(recall, view, resident, anew)


def _about_it(view: View, resident: str, percept: Percept) -> Iterator[Option]:
    thing = view.scenario.world.objects.get(percept.about)
    where = place_of(view, resident, percept) if percept.subject == "speech" else None
    if thing is not None:
        yield Option(id="look_into", target=thing.id, text=f"see to the {thing.name}")
    elif where is not None:
        yield Option(id="look_into", target=where, text=f"go and see {place(view, where)}")
    if where is None or _is_here(view, resident, where):
        yield Option(id="leave", target=None, text=f"leave, {place(view, refuge(view, resident))}")


def _is_here(view: View, resident: str, arena: str) -> bool:
    here, arenas = view.arena_of(resident), view.scenario.world.arenas
    return here is not None and arenas[here].sector == arenas[arena].sector


def _later(recall: Recall, view: View, resident: str, anew: str) -> Iterator[Option]:
    if view.arena_of(resident) is not None and view.state.residents[resident].talk is None:
        yield Option(id="wait", target=None, text="wait and see what comes of it")
    if may_change(recall, view, resident):
        yield Option(id="replan", target=None, text=anew)


def _others(view: View, resident: str) -> Iterator[Option]:
    """Whom it could tell: those it talks with, else those in view who are free."""
    talk = view.state.residents[resident].talk
    for other in view.bodies():
        them = view.state.residents.get(other)
        if them is None or other == resident or them.asleep or them.talk != talk:
            continue
        if talk is not None or view.in_sight(resident, other):
            name = called(view, resident, other)
            yield Option(id=f"warn:{other}", target=other, text=f"tell {name} about it")
