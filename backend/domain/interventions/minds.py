"""Interventions in the mind of one resident. Nobody else notices anything of them."""

from __future__ import annotations

from backend.domain.interventions.intervention import Field, Intervention

_RESIDENT = Field("resident", "resident", "Whom")

MINDS = (
    Intervention(
        id="whisper",
        family="minds",
        emoji="💭",
        title="Whisper as an inner voice",
        does="A thought comes to a resident, who takes it for its own: a memory at once, and a question what to do.",
        noticed="The resident may go where it leads, have a word with somebody near, or make it an aim and plan for "
        "it. Who sleeps has it in mind on waking. The thought itself is not told to others.",
        fields=(_RESIDENT, Field("text", "text", "The thought")),
        example={"resident": "marta", "text": "You should practise the accordion."},
        words=("thought", "voice", "command", "suggest", "directive"),
    ),
    Intervention(
        id="plant_memory",
        family="minds",
        emoji="🧠",
        title="Plant a memory",
        does="A resident remembers something from now on, of its own past or as told by somebody.",
        noticed="Told by somebody, it is hearsay, and goes on from mouth to mouth; of its own past, the resident keeps "
        "it to itself. It comes to mind where it fits, like any memory.",
        fields=(
            _RESIDENT,
            Field("text", "text", "What it remembers, as a sentence in the third person"),
            Field("source", "resident", "Who told it", left_out="nobody: its own past, kept to itself"),
            Field("importance", "importance", "Importance", left_out="as the built-in rating says"),
        ),
        example={
            "resident": "marta",
            "text": "Ivo sells his house in June.",
            "source": "jonah",
            "importance": 7,
        },
        words=("rumour", "gossip", "secret", "remember", "news"),
    ),
    Intervention(
        id="edit_goal",
        family="minds",
        emoji="🎯",
        title="Give or change an aim",
        does="A resident has a new aim, or one of its aims changes, is reached or dropped.",
        noticed="It is before its mind with every question; the built-in mind prefers pastimes that serve it.",
        fields=(
            _RESIDENT,
            Field("goal", "aim", "Which aim", left_out="a new one"),
            Field("text", "line", "The aim, as after “wants to”"),
            Field("status", "status", "What becomes of it", left_out="open"),
        ),
        example={"resident": "marta", "text": "win the baking prize"},
        words=("goal", "ambition", "want", "plan"),
    ),
    Intervention(
        id="edit_relationship",
        family="minds",
        emoji="💞",
        title="Change a relationship",
        does="What one resident feels for another, and the sentence it has about them. One way only.",
        noticed="The resident knows the other by name, and remembers the sentence. The other one notices nothing but "
        "how it is treated.",
        fields=(
            _RESIDENT,
            Field("other", "resident", "Towards whom"),
            Field("closeness", "closeness", "From hostile (-1) to close (1)"),
            Field("note", "line", "What they are to it, in one sentence", left_out="stays as it is"),
        ),
        example={"resident": "marta", "other": "ivo", "closeness": -0.6, "note": "Ivo owes Marta money."},
        words=("love", "friend", "enemy", "feel", "closeness"),
    ),
    Intervention(
        id="edit_persona",
        family="minds",
        emoji="🪞",
        title="Rewrite who somebody is",
        does="A resident's temper, age, story or concerns are others from now on, all but its name. A talk goes on; "
        "what it thinks and says next it does as the one it is now.",
        noticed="Nobody is told. The resident plans the day anew where its temper or what occupies it changes; others "
        "keep their memories and find out by how it is.",
        fields=(
            Field("resident", "resident", "Whom"),
            Field("traits", "traits", "Temper", left_out="stays as it is"),
            Field("age", "years", "Age", left_out="stays as it is"),
            Field("about", "text", "Who it is, in two or three sentences", left_out="stays as it is"),
            Field(
                "currently", "text", "What occupies it these days, in one sentence", left_out="stays as it is"
            ),
            Field("greeting", "line", "How it greets", left_out="stays as it is"),
        ),
        example={
            "resident": "marta",
            "traits": ["gruff", "tired", "generous"],
            "currently": "She wants to sell the café and go to sea.",
        },
        words=("persona", "character", "temper", "traits", "age", "backstory", "mood"),
    ),
    Intervention(
        id="set_mind",
        family="minds",
        emoji="🤖",
        title="Choose who thinks",
        does="Another mind answers from now on: the built-in one, a model, or whichever the moment calls for.",
        noticed="Nobody notices.",
        fields=(
            Field("resident", "resident", "For whom", left_out="everybody"),
            Field("mind", "mind", "Which mind"),
        ),
        example={"resident": "marta", "mind": "rules"},
        words=("model", "rules", "brain", "llm"),
    ),
)
