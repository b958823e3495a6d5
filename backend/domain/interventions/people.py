"""Interventions in who is there and who speaks."""

from __future__ import annotations

from backend.domain.interventions.intervention import Field, Intervention

PEOPLE = (
    Intervention(
        id="speak_as",
        family="people",
        emoji="🎤",
        title="Speak in a role",
        does="Somebody without a body in town, a reporter or an inspector, says something to a resident, who answers.",
        noticed="The resident remembers words and role, and knows the role again; who stands near overhears them.",
        fields=(
            Field("role", "line", "Who speaks"),
            Field("to", "resident", "To whom"),
            Field("text", "text", "What is said"),
        ),
        example={"role": "a reporter", "to": "marta", "text": "How is business these days?"},
        words=("reporter", "interview", "ask", "phone", "say"),
    ),
    Intervention(
        id="step_into",
        family="people",
        emoji="🎭",
        title="Step into a resident",
        does="You act for it: its own mind decides nothing until `step_out`. With `act_as` it goes somewhere, uses an "
        "object, says something to somebody in earshot, or stops. Only one director at a time; ten minutes of silence "
        "end it.",
        noticed="Nobody notices. Others hear its words as its own, answer them, and may pass them on; it remembers "
        "what it did and said as its own doing.",
        fields=(
            Field("resident", "resident", "Whom"),
            Field("visitor", "self", "Who acts"),
            Field("name", "line", "By what name", left_out="“a director”"),
        ),
        example={"resident": "marta", "visitor": "visitor:me", "name": "Maya"},
        words=("embody", "control", "play", "possess", "act", "take over"),
    ),
    Intervention(
        id="make_commitment",
        family="people",
        emoji="📅",
        title="Make an appointment",
        does="Two residents have agreed to be somewhere together at a time.",
        noticed="Both remember having agreed, plan for it, are reminded in time, and keep it or break it knowingly. "
        "They may not know each other by name.",
        fields=(
            Field("resident", "resident", "Who gives it"),
            Field("other", "resident", "With whom"),
            Field("what", "line", "What it is, as after “have agreed on”"),
            Field("place", "place", "Where"),
            Field("start", "moment", "When it begins"),
            Field("minutes", "minutes", "How long, in minutes", left_out="60"),
        ),
        example={
            "resident": "marta",
            "other": "ivo",
            "what": "a walk around the pond",
            "place": "Brook Lane:Alder Green",
            "start": 3600,
        },
        words=("commitment", "date", "meeting", "promise", "invite"),
    ),
    Intervention(
        id="cancel_commitment",
        family="people",
        emoji="🗑️",
        title="Call an appointment off",
        does="A resident takes back what it agreed to; where it is the one who gives it, it is off for all.",
        noticed="Whoever would have gone remembers that it is called off, and plans the day anew.",
        fields=(
            Field("resident", "resident", "Who takes it back"),
            Field("commitment", "commitment", "What"),
        ),
        example={"resident": "marta", "commitment": "commitment:marta+ivo@1800.8f30d65b"},
        words=("commitment", "cancel", "date", "meeting"),
    ),
    Intervention(
        id="add_resident",
        family="people",
        emoji="🧳",
        title="Add a resident",
        does="Somebody comes to live in the town, by a form, a description or a file, checked and shown first; "
        "it comes in at the gate.",
        noticed="Its housemates and whomever it knows know it; all others meet a stranger.",
        fields=(Field("newcomer", "newcomer", "Who comes"),),
        example={},
        words=("new", "newcomer", "move in", "create", "describe", "file"),
    ),
    Intervention(
        id="remove_resident",
        family="people",
        emoji="👋",
        title="Have a resident leave",
        does="Somebody is gone from the town for good, from one moment to the next. Its talks end, what it used is "
        "free, its appointments are off.",
        noticed="Who has it in sight sees it go; who lives or works with it, or was to meet it, is told; all others "
        "hear of it from them, or find out. What they remember of it stays.",
        fields=(Field("resident", "resident", "Who leaves"),),
        example={"resident": "marta"},
        words=("remove", "delete", "leave", "move out", "gone", "depart"),
    ),
)
