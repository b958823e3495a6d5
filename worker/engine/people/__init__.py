"""Inputs of people: each kind's direct effect on the open tick. One function a kind, all in `HANDLERS`."""

from __future__ import annotations

from backend.domain import inputs as i
from worker.engine import leaving, settling, speaking, visitors
from worker.engine.people import (
    arming,
    commitments,
    embodiment,
    inner_life,
    minds,
    places,
    requests,
    rewriting,
    surroundings,
)
from worker.engine.people.handler import Handlers
from worker.engine.town import Town


def apply_input(town: Town, given: i.AnyInput, *, waits: bool) -> None:
    """Carries out an input of a person at the open tick.

    Args:
        town: The town, its tick open.
        given: The input.
        waits: Whether the tick stays open until who is asked has answered (scheduled inputs).

    Raises:
        InputRefused: nothing was changed.
    """
    if isinstance(given, i.SpeakAs):
        given = speaking.in_role(given)
    if isinstance(given, i.Speak):
        speaking.speak(town, given, waits)
    elif isinstance(given, i.Request):
        requests.request(town, given, waits)
    else:
        HANDLERS[given.kind](town, given)


HANDLERS: Handlers = {
    **surroundings.HANDLERS,
    **minds.HANDLERS,
    **inner_life.HANDLERS,
    **embodiment.HANDLERS,
    **requests.HANDLERS,
    **places.HANDLERS,
    **commitments.HANDLERS,
    **arming.HANDLERS,
    "add_resident": settling.add_resident,
    "remove_resident": leaving.remove_resident,
    "edit_persona": rewriting.edit_persona,
    "enter": visitors.enter,
    "walk": visitors.walk,
    "leave": visitors.leave,
    "use_object": visitors.use_object,
    "emote": visitors.emote,
}
"""All kinds but `speak`, `speak_as` and `request`, which may have to wait for an answer."""
