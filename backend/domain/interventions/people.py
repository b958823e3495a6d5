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
        id="add_resident",
        family="people",
        emoji="🧳",
        title="Add a resident",
        does="Somebody comes to live in the town, made by a form that is checked first; it comes in at the gate.",
        noticed="Its housemates and whomever it knows know it; all others meet a stranger.",
        fields=(Field("newcomer", "newcomer", "Who comes"),),
        example={},
        words=("new", "newcomer", "move in", "create"),
    ),
)
