"""Interventions in who may be where."""

from __future__ import annotations

from backend.domain.interventions.intervention import Field, Intervention

PLACES = (
    Intervention(
        id="close_place",
        family="world",
        emoji="⛔",
        title="Close a place",
        does="A building or a room is closed to everybody, staff included, until it is opened again. Homes can't be.",
        noticed="Those inside are told and leave, those outdoors nearby see it. Whoever does not know comes up to the "
        "shut door, reads the reason and plans anew; others hear of it only from those who know.",
        fields=(
            Field("place", "place", "Which place"),
            Field("reason", "line", "What one reads at the door", left_out="no reason"),
        ),
        example={"place": "Brook Lane:The Blue Kettle", "reason": "a burst pipe"},
        words=("shut", "lock", "bar"),
    ),
    Intervention(
        id="open_place",
        family="world",
        emoji="🔓",
        title="Open a place again",
        does="A place that was closed by hand is as its hours say again.",
        noticed="Those outdoors nearby see it; the others find it open when they next think of going there.",
        fields=(Field("place", "place", "Which place"),),
        example={"place": "Brook Lane:The Blue Kettle"},
        words=("unlock", "reopen"),
    ),
    Intervention(
        id="move_resident",
        family="people",
        emoji="🫳",
        title="Put a resident elsewhere",
        does="A resident is at another place from one moment to the next. Talks and what it did end; who slept wakes.",
        noticed="The resident remembers it in wonder and looks around for ten minutes; those there see it come. It may "
        "not be put into the homes of others, or where it is closed or full.",
        fields=(
            Field("resident", "resident", "Whom"),
            Field("place", "place", "Where to"),
        ),
        example={"resident": "marta", "place": "Brook Lane:Alder Green"},
        words=("move", "teleport", "bring", "send"),
    ),
)
