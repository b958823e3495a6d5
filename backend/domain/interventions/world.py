"""Interventions in what is around residents: words for all, things, weather."""

from __future__ import annotations

from backend.domain.interventions.intervention import Field, Intervention

WORLD = (
    Intervention(
        id="announce",
        family="world",
        emoji="📢",
        title="Announce something",
        does="Words that all who are at a place hear as the moment closes.",
        noticed="Everybody awake who is there remembers it, may react, and may tell it on; who is not there hears of "
        "it only from others.",
        fields=(
            Field("place", "place", "Who hears it", left_out="everybody in town"),
            Field("text", "text", "What is announced"),
        ),
        example={"place": "Brook Lane:The Blue Kettle", "text": "There will be free cake at four."},
        words=("news", "tell", "party", "broadcast"),
    ),
    Intervention(
        id="set_object",
        family="world",
        emoji="🛠️",
        title="Change an object",
        does="Puts an object into any state, in words.",
        noticed="Who has it in view, now or later, sees the state, and may see to it, tell others or leave. Nobody "
        "else knows.",
        fields=(
            Field("object", "object", "Which object"),
            Field("state", "line", "What it is from now on"),
        ),
        example={"object": "Brook Lane:The Blue Kettle:kitchen:stove", "state": "on fire"},
        words=("fire", "broken", "thing", "state"),
    ),
    Intervention(
        id="set_weather",
        family="world",
        emoji="🌦️",
        title="Make the weather",
        does="Changes the weather of the whole town.",
        noticed="Who is outdoors notices and may go inside; the others when they come out.",
        fields=(Field("weather", "weather", "Weather"),),
        example={"weather": "storm"},
        words=("rain", "storm", "snow", "fog", "heat", "sky"),
    ),
    Intervention(
        id="request",
        family="world",
        emoji="🎲",
        title="Ask the game master",
        does="Anything, in your own words: the game master allows it, alters it or refuses it, says why, and shows "
        "what would change. It becomes so when you send `carry_out` with the request's id.",
        noticed="Nothing of the request or the verdict; what is carried out is noticed as if you had done it by hand.",
        fields=(
            Field("text", "text", "What is to be so"),
            Field("by", "line", "Who asks, as others read it", left_out="“a director”"),
            Field("at_once", "flag", "Without a preview", left_out="it waits for `carry_out`"),
        ),
        example={"text": "The stove in the café is on fire, and it begins to rain."},
        words=("free text", "anything", "wish", "prompt", "gm", "adjudicate"),
    ),
)
