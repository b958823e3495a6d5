"""The game master's verdicts, as the wire has them."""

from __future__ import annotations

from typing import Any, Literal, cast, get_args

from backend.domain.events import (
    MOST_EFFECTS,
    Effect,
    PlaceReopens,
    PlaceShuts,
    ThingBecomes,
    Verdict,
    Weather,
    WeatherTurns,
    WordsGoRound,
)
from backend.domain.questions import Adjudicate, AdjudicateAnswer
from worker.minds.model.fields import Part
from worker.minds.model.forms import MAYBE, TEXT, Form, closed, listed, one_of
from worker.minds.model.handles import Names

Kind = Literal["thing", "weather", "words", "shut", "reopen"]
"""What one effect changes."""


def _read_verdict(question: Adjudicate, part: Part, names: Names) -> AdjudicateAnswer:
    effects = part.parts("effects", MOST_EFFECTS, needed=False)
    verdict = cast(Verdict, part.choice("verdict", Verdict))
    return AdjudicateAnswer(
        verdict=verdict,
        reason=part.text("reason", 300),
        # What a refusal would have changed is of no account.
        effects=() if verdict == "refused" else tuple(_read_effect(effect, names) for effect in effects),
    )


def _read_effect(part: Part, names: Names) -> Effect:
    match part.choice("kind", Kind):
        case "thing":
            return ThingBecomes(object=part.named("target", names.objects), state=part.text("value", 80))
        case "weather":
            return WeatherTurns(weather=cast(Weather, part.choice("value", Weather)))
        case "shut":
            return PlaceShuts(place=part.named("target", names.places), why=part.text("value", 120, 0))
        case "reopen":
            return PlaceReopens(place=part.named("target", names.places))
        case _:
            place = part.named_or_none("target", names.places)
            return WordsGoRound(place=place, text=part.text("value", 1000))


def _write_verdict(question: Adjudicate, answer: AdjudicateAnswer, names: Names) -> dict[str, Any]:
    return {
        "reason": answer.reason,
        "verdict": answer.verdict,
        "effects": [_write_effect(effect, names) for effect in answer.effects],
    }


def _write_effect(effect: Effect, names: Names) -> dict[str, Any]:
    match effect:
        case ThingBecomes():
            target: str | None = names.objects.of(effect.object)
            return {"kind": "thing", "target": target, "value": effect.state}
        case WeatherTurns():
            return {"kind": "weather", "target": None, "value": effect.weather}
        case WordsGoRound():
            target = None if effect.place is None else names.places.of(effect.place)
            return {"kind": "words", "target": target, "value": effect.text}
        case PlaceShuts():
            return {"kind": "shut", "target": names.places.of(effect.place), "value": effect.why}
        case PlaceReopens():
            return {"kind": "reopen", "target": names.places.of(effect.place), "value": ""}


ADJUDICATE = Form(
    schema=closed(
        reason=TEXT,
        verdict=one_of("allowed", "altered", "refused"),
        effects=listed(closed(kind=one_of(*get_args(Kind)), target=MAYBE, value=TEXT)),
    ),
    read=_read_verdict,
    write=_write_verdict,
)
