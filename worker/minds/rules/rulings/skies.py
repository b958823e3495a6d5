"""The weather in a request."""

from __future__ import annotations

import re

from backend.domain.events import Weather, WeatherTurns
from worker.minds.rules.rulings.finding import Finding
from worker.minds.rules.rulings.reading import Clause, people_in, plain

_KINDS: tuple[tuple[str, Weather, str], ...] = (
    (r"hurricanes?|tornado(?:e?s)?|cyclones?|typhoons?|gales?|hail\w*|whirlwinds?", "storm",
     "The worst that the sky has here is a thunderstorm."),
    (r"blizzards?|snowstorms?|avalanches?|sleet", "snow", "It snows here, no more than that."),
    (r"drizzl\w*|showers? of rain|cloudbursts?|monsoons?|downpours?", "rain", "It rains here, or it does not."),
    (r"droughts?|scorching\w*", "heat", "A hot day is as far as it goes."),
    (r"clouds?|cloudy|overcast|wind\w*", "fog", "The greyest day here is a foggy one."),
    (r"thunder\w*|lightning|storms?|stormy|tempests?", "storm", ""),
    (r"snow\w*|flakes?", "snow", ""),
    (r"rain\w*", "rain", ""),
    (r"fog\w*|mist\w*|haze", "fog", ""),
    (r"heat ?waves?|hot day|hot weather|very hot|boiling hot|sweltering|it (?:gets|becomes|be|is) hot|make it hot",
     "heat", ""),
    (r"sunshine|sunny|sun (?:to )?(?:shines?|comes? out)|clear (?:sky|skies|weather|day|up)|blue sky|fine weather|"
     r"nice weather|good weather|weather (?:is |be |to )?(?:clear|fine|nice|good)", "clear", ""),
)  # fmt: skip
_ENDS = re.compile(
    r"\b(?:stop|end|no more|cease|clear away|chase away|lift|let up)\w*\b|\bis over\b|\bover$|\bgo(?:es)? away\b|"
    r"\bdries\b"
)
_IS_A_STATE = re.compile(r"\b(?:rain|snow|fog|storm|sun)(?:ed|-|proof|ing on|flower|shade|glasses|coat|boot)")
SAYS: dict[Weather, str] = {
    "clear": "clear", "rain": "rain", "storm": "a thunderstorm", "snow": "snow", "fog": "fog", "heat": "a hot day",
}  # fmt: skip


def weather(clause: Clause) -> Finding | None:
    """What the sky is to do; None where the clause is not about it."""
    words = clause.plain
    if _IS_A_STATE.search(words) or people_in(clause):
        return None
    for pattern, kind, instead in _KINDS:
        if re.search(rf"\b(?:{pattern})\b", words) is None:
            continue
        wanted: Weather = "clear" if _ENDS.search(words) and kind != "clear" else kind
        if wanted == clause.question.weather:
            return Finding(refusal=f"The weather is that already: {SAYS[wanted]}.")
        notes = [instead] if instead and wanted == kind else []
        if _is_local(clause):
            notes.append("The weather is the same all over town.")
        return Finding((WeatherTurns(weather=wanted),), tuple(notes))
    return None


def _is_local(clause: Clause) -> bool:
    """Whether it is to be so at one place, named by any word of its name."""
    words = set(re.findall(r"\w+", clause.plain))
    return any(
        words & set(re.findall(r"\w{4,}", plain(name)))
        for site in clause.question.sites
        for name in site.called
    )
