"""The page's reducer and the server's are one for events that a short life may never bring, too."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from backend.domain import events as e
from backend.domain.events import AnyEvent, Recorded
from backend.domain.newcomer import Newcomer
from backend.domain.persona import Acquaintance
from backend.domain.persona_edit import PersonaEdit
from backend.domain.reduce import reduce
from backend.domain.state import TownState, initial_state
from backend.scenarios.spare_bed import brought_bed
from tests.a_life import brook_lane
from townlet.setup.page import node_environment
from townlet.setup.place import Place

EVENTS = 1500
BEYOND = 7
"""Kinds beyond one a maker: two makers of visitors' events make six, one of what waits no more makes three."""
LANE = brook_lane()
A_TICK = 7
"""Events a tick."""


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_page_and_server_agree_on_talks_commitments_beliefs_and_bodies(seed: int, project: Path) -> None:
    state = initial_state(brook_lane())
    start = json.loads(json.dumps(state.document()))
    by_server: dict[int, Any] = {}
    lines: list[dict[str, Any]] = [{"state": start}]
    for recorded in _log(state, seed):
        reduce(state, recorded)
        by_server[recorded.tick] = json.loads(json.dumps(state.document()))
        lines.append({"event": _sent(recorded)})
    told = subprocess.run(
        ["node", "src/town/replay.ts", *map(str, by_server)],
        cwd=project / "frontend",
        env={**os.environ, **node_environment(Place(project))},
        input="".join(json.dumps(line) + "\n" for line in lines),
        capture_output=True,
        text=True,
        check=True,
    )
    by_page = {line["tick"]: line["state"] for line in map(json.loads, told.stdout.splitlines())}
    kinds = {line["event"]["event"]["kind"] for line in lines[1:]}
    assert len(kinds) == len(MAKERS) + BEYOND
    assert by_page == by_server


def _sent(recorded: Recorded) -> dict[str, Any]:
    payload = recorded.event.model_dump(mode="json", exclude=set(e.SERVER_ONLY))
    return {"seq": recorded.seq, "tick": recorded.tick, "order": recorded.order, "event": payload}


def _log(state: TownState, seed: int) -> Iterator[Recorded]:
    """Each event fits the state that all before it have made."""
    draw, seq = Random(seed), 0
    for _ in range(EVENTS):
        event = draw.choice([*MAKERS, *RARE])(state, draw)
        if event is not None:
            yield Recorded(seq + 1, seq // A_TICK, seq % A_TICK, event)
            seq += 1


def _one(draw: Random, state: TownState) -> str:
    return draw.choice(sorted(state.residents))


def _starts_talk(state: TownState, draw: Random) -> AnyEvent | None:
    one, other = _one(draw, state), _one(draw, state)
    if one == other or state.residents[one].talk or state.residents[other].talk:
        return None
    return e.TalkStarted(talk=f"talk:{state.seq}", resident=one, participants=(one, other), arena=None)


def _joins(state: TownState, draw: Random) -> AnyEvent | None:
    one = _one(draw, state)
    if state.residents[one].talk or not state.talks:
        return None
    return e.TalkJoined(talk=draw.choice(sorted(state.talks)), resident=one)


def _leaves(state: TownState, draw: Random) -> AnyEvent | None:
    one = state.residents[_one(draw, state)]
    if one.talk is None or len(state.talks[one.talk].participants) < 3:
        return None
    return e.TalkLeft(talk=one.talk, resident=one.id, reason="has to go")


def _says(state: TownState, draw: Random) -> AnyEvent | None:
    one = state.residents[_one(draw, state)]
    if one.talk is None:
        return None
    others = tuple(p for p in state.talks[one.talk].participants if p != one.id)
    return e.Said(speaker=one.id, to=others, text=f"line {state.seq}", talk=one.talk)


def _ends_talk(state: TownState, draw: Random) -> AnyEvent | None:
    return e.TalkEnded(talk=draw.choice(sorted(state.talks)), reason="over") if state.talks else None


def _offers(state: TownState, draw: Random) -> AnyEvent | None:
    again = bool(state.commitments) and draw.randrange(2) == 0
    commitment = draw.choice(sorted(state.commitments)) if again else f"commitment:{state.seq}"
    to = tuple(sorted({_one(draw, state) for _ in range(2)}))
    start = draw.randrange(8000)
    return e.Offered(
        commitment=commitment, resident=_one(draw, state), to=to, what="a walk", arena="somewhere",
        start=start, end=start + 60, news=draw.choice([None, "lanterns"]),
    )  # fmt: skip


def _answers_offer(state: TownState, draw: Random) -> AnyEvent | None:
    if not state.commitments:
        return None
    return e.OfferAnswered(
        commitment=draw.choice(sorted(state.commitments)), resident=_one(draw, state),
        accepted=draw.randrange(2) == 0, reason="so", ground=draw.choice([None, "job"]),
    )  # fmt: skip


def _settles(state: TownState, draw: Random) -> AnyEvent | None:
    if not state.commitments:
        return None
    commitment = state.commitments[draw.choice(sorted(state.commitments))]
    return e.CommitmentSettled(
        commitment=commitment.id,
        resident=draw.choice(sorted(commitment.parties)),
        how=draw.choice(["kept", "broken"]),
    )


def _believes(state: TownState, draw: Random) -> AnyEvent:
    return e.Believed(
        resident=_one(draw, state), belief=f"belief:{draw.randrange(4)}", statement="It will rain.",
        confidence=draw.choice([0.0, 0.25, 1.0]), about=("ana",), who=draw.choice([None, "ben"]), memories=("m",),
    )  # fmt: skip


def _aims(state: TownState, draw: Random) -> AnyEvent:
    status = draw.choice(["open", "reached", "dropped"])
    return e.GoalSet(
        resident=_one(draw, state), goal=f"goal:{draw.randrange(4)}", text="Learn", status=status
    )


def _feels(state: TownState, draw: Random) -> AnyEvent:
    feelings = {name: draw.randrange(101) for name in ("energy", "hunger", "company", "mood")}
    return e.BodyChanged(resident=_one(draw, state), **feelings, because="lunch")


def _gets_a_mind(state: TownState, draw: Random) -> AnyEvent:
    resident = None if draw.randrange(3) == 0 else _one(draw, state)
    return e.MindSet(resident=resident, mind=draw.choice(["rules", "model", "auto"]))


def _weather_turns(state: TownState, draw: Random) -> AnyEvent:
    return e.WeatherChanged(weather=draw.choice(["clear", "rain", "storm", "snow", "fog", "heat"]))


def _plans(state: TownState, draw: Random) -> AnyEvent:
    starts = [n * 60 for n in range(4)]
    activity = [draw.choice(["reading", "walking"]) for _ in starts]
    blocks = tuple(
        e.Block(start=start, end=start + 60, activity=what, need="rest", emoji="x", arena="somewhere")
        for start, what in zip(starts, activity, strict=True)
    )
    because = draw.choice(["", "she promised to come"])
    return e.DayPlanned(resident=_one(draw, state), day=0, blocks=blocks, because=because)


def _details(state: TownState, draw: Random) -> AnyEvent | None:
    one = state.residents[_one(draw, state)]
    if one.plan is None:
        return None
    action = e.PlannedAction(activity="reading", need="rest", emoji="x", arena="somewhere", duration=30)
    return e.BlockDetailed(resident=one.id, block=draw.randrange(len(one.plan.blocks)), actions=(action,))


VISITORS = ("visitor:eve", "visitor:vera")


def _visitor_comes_or_goes(state: TownState, draw: Random) -> AnyEvent:
    visitor = draw.choice(VISITORS)
    if visitor in state.visitors and draw.randrange(8) == 0:
        return e.VisitorLeft(visitor=visitor)
    if visitor in state.visitors:
        return e.VisitorMoved(visitor=visitor, path=(state.visitors[visitor].at, (draw.randrange(9), 2)))
    return e.VisitorEntered(visitor=visitor, name="Eve", looks=draw.randrange(6), at=(1, 1))


def _visitor_acts(state: TownState, draw: Random) -> AnyEvent | None:
    if not state.visitors:
        return None
    visitor = draw.choice(sorted(state.visitors))
    return draw.choice(
        [
            e.VisitorUsed(
                visitor=visitor, object="a bench", use="rest", activity="sitting on the bench", emoji="x",
                pose="sitting", at=(draw.randrange(9), 3),
            ),
            e.VisitorStopped(visitor=visitor),
            e.Emoted(visitor=visitor, emote=draw.choice(e.EMOTES), until=state.tick + draw.randrange(20)),
        ]
    )  # fmt: skip


def _moves_in(state: TownState, draw: Random) -> AnyEvent | None:
    model = LANE.personas[draw.choice(("ivo", "jonah", "ruth"))]
    knows = tuple(Acquaintance(one, True, draw.random(), "They met.") for one in sorted(state.residents)[:2])
    persona = replace(model, id=f"new_{state.seq}", name=f"New{state.seq} Comer", knows=knows)
    bed = brought_bed(LANE, persona.home, persona.first_name) if draw.random() < 0.5 else None
    newcomer = Newcomer(persona, knows, bed)
    return e.ResidentAdded(resident=persona.id, newcomer=newcomer, at=(0, 16))


def _goes(state: TownState, draw: Random) -> AnyEvent | None:
    """Who is in no talk; a few stay."""
    one = state.residents[_one(draw, state)]
    if one.talk is not None or len(state.residents) < 5:
        return None
    return e.ResidentRemoved(resident=one.id, at=one.at)


def _is_rewritten(state: TownState, draw: Random) -> AnyEvent:
    edit = draw.choice(
        [
            PersonaEdit(age=40),
            PersonaEdit(traits=("shy", "kind"), about="Somebody."),
            PersonaEdit(greeting="Ahoy!"),
        ]
    )
    return e.PersonaEdited(resident=_one(draw, state), edit=edit)


def _asks_the_game_master(state: TownState, draw: Random) -> AnyEvent:
    return e.Requested(
        request=f"request:{state.seq}", text="Make it rain", by="Maya", at_once=draw.random() < 0.5
    )


def _is_judged(state: TownState, draw: Random) -> AnyEvent | None:
    effects: tuple[e.Effect, ...] = (
        e.ThingBecomes(object="a bench", state="wet"),
        e.WeatherTurns(weather="rain"),
        e.WordsGoRound(place=draw.choice([None, "the park"]), text="It will rain."),
    )
    if not state.requests:
        return None
    # One that is long past, too.
    request = draw.choice([*sorted(state.requests), "request:0"])
    verdict = draw.choice(["allowed", "altered", "refused"])
    return e.RequestJudged(
        request=request, verdict=verdict, reason="So.", effects=() if verdict == "refused" else effects
    )


def _is_carried_out(state: TownState, draw: Random) -> AnyEvent | None:
    if not state.requests:
        return None
    return e.RequestCarriedOut(request=draw.choice([*sorted(state.requests), "request:0"]), by="Nils")


def _closes(state: TownState, draw: Random) -> AnyEvent:
    return e.PlaceClosed(place=f"place {draw.randrange(3)}", reason=draw.choice(["", "a burst pipe"]))


def _opens(state: TownState, draw: Random) -> AnyEvent | None:
    return e.PlaceOpened(place=draw.choice(sorted(state.closures))) if state.closures else None


def _is_put(state: TownState, draw: Random) -> AnyEvent:
    return e.ResidentMoved(resident=_one(draw, state), at=(draw.randrange(9), 4))


def _is_stepped_into_or_out_of(state: TownState, draw: Random) -> AnyEvent:
    one = _one(draw, state)
    if state.residents[one].stand_in is not None:
        return e.SteppedOut(resident=one, reason=draw.choice(["left", "silent"]))
    return e.SteppedInto(resident=one, visitor="visitor:eve", name="Eve")


def _is_armed(state: TownState, draw: Random) -> AnyEvent:
    when: e.Condition = draw.choice([e.WeatherIs(weather="rain"), e.ArrivesAt(place="a place")])
    do = {"kind": "announce", "place": None, "text": "Cake!"}
    trail = draw.choice([None, e.Trail(percepts=("announced|1|Cake!",), memories={"ana@1.0": "ana"})])
    return e.Armed(
        armed=f"armed:{state.seq}", when=when, do=do, by="Maya", until=state.tick + 60, trail=trail
    )


def _is_met(state: TownState, draw: Random) -> AnyEvent | None:
    if not state.armed:
        return None
    return e.ConditionMet(armed=draw.choice(sorted(state.armed)), who=draw.choice([None, "ana"]))


def _waits_no_more(state: TownState, draw: Random) -> AnyEvent | None:
    if not state.armed:
        return None
    one = draw.choice(sorted(state.armed))
    ends: list[AnyEvent] = [e.Fired(armed=one), e.Expired(armed=one), e.Disarmed(armed=one, by="Nils")]
    return draw.choice(ends)


def _cannot_be_done(state: TownState, draw: Random) -> AnyEvent | None:
    # One that is long past, too.
    one = draw.choice([*sorted(state.spent), "armed:none"])
    return e.Misfired(armed=one, error="PlaceFull", reason="It is full.")


MAKERS: list[Callable[[TownState, Random], AnyEvent | None]] = [
    _starts_talk, _joins, _leaves, _says, _ends_talk, _offers, _answers_offer, _settles,
    _believes, _aims, _feels, _gets_a_mind, _weather_turns, _plans, _details, _visitor_comes_or_goes,
    _visitor_acts, _moves_in, _asks_the_game_master, _is_judged, _is_carried_out,
    _closes, _opens, _is_put, _is_stepped_into_or_out_of, _goes, _is_rewritten,
    _is_armed, _is_met, _waits_no_more, _cannot_be_done,
]  # fmt: skip
RARE = [_joins, _leaves] * 3
"""Seldom fit the state, so that they are drawn more often."""
