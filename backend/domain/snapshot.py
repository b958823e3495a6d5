"""A town's state as two JSON documents and back: what a page may see, and what only the engine keeps.

A snapshot can be made again from the log; it only saves playing all of it (design, section 7).
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter

from backend.domain.events import Block, Condition, Effect, PlannedAction, Trail
from backend.domain.newcomer import Newcomer
from backend.domain.persona_edit import PersonaEdit
from backend.domain.state import (
    Action,
    ArmedIntervention,
    AskedFor,
    Attention,
    Belief,
    Body,
    Closure,
    Commitment,
    Departed,
    Doing,
    Emote,
    Goal,
    Line,
    ObjectState,
    OpenQuestion,
    Party,
    Plan,
    Relationship,
    Resident,
    StandIn,
    Talk,
    TownState,
    Visitor,
    Walk,
    Welcome,
)
from backend.domain.world import Tile

Document = dict[str, Any]

_NEWCOMER: TypeAdapter[Newcomer] = TypeAdapter(Newcomer)
_EDIT: TypeAdapter[PersonaEdit] = TypeAdapter(PersonaEdit)
_EFFECT: TypeAdapter[Effect] = TypeAdapter(Effect)
_CONDITION: TypeAdapter[Condition] = TypeAdapter(Condition)


def snapshot(state: TownState) -> tuple[Document, Document]:
    """The public and the private document of `state`; sets are sorted, dictionaries keep their order."""
    private = {
        "trails": {armed: trail.model_dump(mode="json") for armed, trail in state.trails.items()},
        "attention": {
            resident: _attention_document(attention) for resident, attention in state.attention.items()
        },
        "accesses": dict(state.accesses),
        "importances": dict(state.importances),
    }
    return state.document(), private


def restore(public: Document, private: Document) -> TownState:
    """The inverse of `snapshot`, also after the documents went through JSON."""
    return TownState(
        tick=public["tick"],
        order=public["order"],
        seq=public["seq"],
        residents={key: _resident(value) for key, value in public["residents"].items()},
        visitors={key: _visitor(value) for key, value in public["visitors"].items()},
        newcomers={
            key: _NEWCOMER.validate_python(value) for key, value in public.get("newcomers", {}).items()
        },
        departed={
            key: Departed(value["since"], _tile(value["at"]))
            for key, value in public.get("departed", {}).items()
        },
        persona_edits={
            key: _EDIT.validate_python(value) for key, value in public.get("persona_edits", {}).items()
        },
        objects={key: ObjectState(**value) for key, value in public["objects"].items()},
        # Snapshots of towns from before guests have none.
        welcomes={key: Welcome(**value) for key, value in public.get("welcomes", {}).items()},
        closures={key: Closure(**value) for key, value in public.get("closures", {}).items()},
        talks={key: _talk(value) for key, value in public["talks"].items()},
        # … and those from before commitments, weather and minds of one's own have none of these.
        commitments={key: _commitment(value) for key, value in public.get("commitments", {}).items()},
        weather=public.get("weather", "clear"),
        mind=public.get("mind", "rules"),
        questions={key: OpenQuestion(**value) for key, value in public["questions"].items()},
        requests={key: _request(value) for key, value in public.get("requests", {}).items()},
        armed={key: _armed(value) for key, value in public.get("armed", {}).items()},
        spent={key: _armed(value) for key, value in public.get("spent", {}).items()},
        trails={key: Trail.model_validate(value) for key, value in private.get("trails", {}).items()},
        attention={key: _attention(value) for key, value in private["attention"].items()},
        accesses=dict(private["accesses"]),
        importances=dict(private["importances"]),
    )


def _attention_document(attention: Attention) -> Document:
    document = asdict(attention)
    document["told"] = sorted(attention.told)
    document["heard_of"] = sorted(attention.heard_of)
    document["reminded"] = sorted(attention.reminded)
    document["shut"] = sorted(attention.shut)
    return document


def _attention(document: Document) -> Attention:
    return Attention(
        **{
            **document,
            "percepts": tuple(document["percepts"]),
            "considered": dict(document["considered"]),
            "dialogues": {person: _lines(lines) for person, lines in document["dialogues"].items()},
            "told": frozenset(document["told"]),
            "heard_of": frozenset(document["heard_of"]),
            "reminded": frozenset(document.get("reminded", ())),
            "shut": frozenset(document.get("shut", ())),
        }
    )


def _resident(document: Document) -> Resident:
    walk, action, plan = document["walk"], document["action"], document["plan"]
    return Resident(
        **{
            **document,
            "at": _tile(document["at"]),
            "stand_in": StandIn(**document["stand_in"]) if document.get("stand_in") else None,
            "walk": None if walk is None else Walk(**{**walk, "path": tuple(map(_tile, walk["path"]))}),
            "action": None
            if action is None
            else Action(**{**action, "spot": _tile(action["spot"]), "cites": tuple(action["cites"])}),
            "plan": None
            if plan is None
            else Plan(**{**plan, "blocks": tuple(map(Block.model_validate, plan["blocks"]))}),
            "details": {
                int(block): tuple(map(PlannedAction.model_validate, actions))
                for block, actions in document["details"].items()
            },
            "relationships": {
                other: Relationship(**value) for other, value in document["relationships"].items()
            },
            "body": Body(**document.get("body", {})),
            "beliefs": {
                belief: Belief(
                    **{**value, "about": tuple(value["about"]), "memories": tuple(value["memories"])}
                )
                for belief, value in document.get("beliefs", {}).items()
            },
            "goals": {
                goal: Goal(**{**value, "memories": tuple(value["memories"])})
                for goal, value in document.get("goals", {}).items()
            },
        }
    )


def _visitor(document: Document) -> Visitor:
    # Those of older snapshots neither did nor showed anything.
    doing, emote = document.get("doing"), document.get("emote")
    return Visitor(
        **{
            **document,
            "at": _tile(document["at"]),
            "doing": None if doing is None else Doing(**doing),
            "emote": None if emote is None else Emote(**emote),
        }
    )


def _request(document: Document) -> AskedFor:
    return AskedFor(**{**document, "effects": tuple(map(_EFFECT.validate_python, document["effects"]))})


def _armed(document: Document) -> ArmedIntervention:
    return ArmedIntervention(**{**document, "when": _CONDITION.validate_python(document["when"])})


def _commitment(document: Document) -> Commitment:
    parties = {resident: Party(**party) for resident, party in document["parties"].items()}
    return Commitment(**{**document, "parties": parties})


def _talk(document: Document) -> Talk:
    return Talk(
        **{
            **document,
            "participants": tuple(document["participants"]),
            "lines": _lines(document["lines"]),
        }
    )


def _lines(documents: list[Document]) -> tuple[Line, ...]:
    return tuple(Line(**line) for line in documents)


def _tile(value: Any) -> Tile:
    x, y = value
    return (x, y)
