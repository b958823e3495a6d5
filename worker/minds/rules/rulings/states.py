"""The state that a clause gives a thing, in words."""

from __future__ import annotations

import re

from backend.domain.questions import ThingView
from worker.minds.rules.rulings.reading import DET, Clause, Found, bare

LONGEST = 80
"""Characters of a state."""
_DONE: tuple[tuple[str, str], ...] = (
    (r"clean|wash|scrub|wipe", "clean"), (r"polish", "polished"), (r"repair|fix|mend", "repaired"),
    (r"break|smash|wreck|destroy|vandali[sz]e|ruin", "broken"), (r"reopen|open", "open"), (r"close|shut", "closed"),
    (r"unlock", "unlocked"), (r"lock", "locked"),
    (r"switch on|turn on|start", "on"), (r"switch off|turn off|stop", "off"),
    (r"decorate|adorn", "decorated"), (r"cover|smother", "covered"), (r"empty|clear out|clear", "empty"),
    (r"fill", "full"), (r"tidy up|tidy", "tidy"), (r"flood", "flooded"), (r"jam", "jammed"),
    (r"overturn|knock over|tip over|turn over", "lying on its side"), (r"water", "watered"), (r"crack", "cracked"),
    (r"ignite|torch|burn|set fire to", "burning"), (r"light", "lit"), (r"freeze", "frozen"), (r"soak", "soaked"),
    (r"block|barricade", "blocked"), (r"wrap", "wrapped"), (r"stain", "stained"), (r"clog", "clogged"),
    (r"scratch", "scratched"), (r"unplug|disconnect", "unplugged"), (r"dirty", "dirty"), (r"warm up|heat", "warm"),
)  # fmt: skip
_NAME = "NAME"
_RESTS = r"put out|extinguish|reset|restore|put back(?: to normal)?|bring back to normal|quench"
_SETS = (
    rf"(?:set|make|turn|put|leave|get|paint|dye|keep|let|have|render)\s+{DET}NAME\s+(?:(?:to )?be(?:come)?\s+|to\s+|"
    r"into\s+|go\s+|get\s+|start(?:s)?\s+)?(?P<state>[^.;!?]+)",
    r"NAME\s+(?:is|are|becomes?|gets?|goes|go|turns?|should be|shall be|must be|will be|has become|"
    r"has been|has|have been|starts?|begins? to be|begins?|should become|ought to be)\s+(?:now\s+|to\s+)?"
    r"(?P<state>[^.;!?]+)",
)
_ON_IT = (
    r"\b(?P<how>put|place|leave|lay|hang|pin|stick|spill|pour|scatter|drop|write|scrawl|paint|draw|carve|spread|throw|"
    r"sprinkle|arrange|set)s?\s+(?P<what>.+?)\s+(?P<where>on to|onto|on|all over|over|in|into|under|beside|next to|"
    rf"around|at)\s+{DET}NAME(?!\w)"
)
_PAST = {
    "hang": "hanging", "pin": "pinned", "stick": "stuck", "spill": "spilled", "pour": "poured", "scatter": "scattered",
    "write": "written", "scrawl": "scrawled", "paint": "painted", "draw": "drawn", "carve": "carved",
    "spread": "spread", "throw": "thrown", "sprinkle": "sprinkled", "drop": "dropped",
}  # fmt: skip
_WHERE = {"on to": "on", "onto": "on", "into": "in"}
_ASIDE = re.compile(
    r"^(?:be|the state|state|being)\s+|[\s,]+(?:please|now|today|tonight|tomorrow|right away|at once|immediately|for "
    r"(?:everyone|everybody|all|a while)|for (?:the|a|an) \w+(?: \w+)?|at \d.*|at (?:noon|midnight|dawn|dusk)|"
    r"this (?:morning|afternoon|evening)|so that .*|because .*|and (?:nobody|everyone|everybody|people|they) .*)$"
)
_GOES_ON = {
    "overflow": "overflowing", "smoke": "smoking", "burn": "burning", "leak": "leaking", "glow": "glowing",
    "hum": "humming", "rattle": "rattling", "flicker": "flickering", "shine": "shining", "steam": "steaming",
    "stink": "stinking", "drip": "dripping", "squeak": "squeaking", "creak": "creaking", "whistle": "whistling",
    "play": "playing", "boil": "boiling", "shake": "shaking", "wobble": "wobbling", "spark": "sparking",
    "hiss": "hissing",
    "run": "running", "beep": "beeping", "ring": "ringing", "smell": "smelling", "buzz": "buzzing", "hang": "hanging",
    "work": "working", "break": "broken", "fall": "fallen", "freeze": "frozen", "rust": "rusty", "bloom": "in bloom",
    "blossom": "in bloom", "flower": "in bloom", "crack": "cracked", "jam": "jammed", "close": "closed",
    "shut": "closed",
}  # fmt: skip
"""What one lets a thing do, as a state."""
_RESTING = frozenset(
    ("normal", "as usual", "as it was", "idle", "back to normal", "fine again", "fine", "ordinary")
)
_NONE = frozenset(
    ("better", "nice", "good", "cool", "different", "up", "down", "there", "here", "so", "it", "in", "on")
)
"""Words that are no state: nobody could tell what is to be seen. "on" is one of a thing that has a switch."""


def state_for(thing: ThingView, found: Found, clause: Clause) -> str:
    """The new state in words; empty if the clause gives none."""
    clause = bare(clause)
    words = clause.plain
    if re.search(rf"\b(?:{_RESTS})\s+{DET}{found.name}\b", words):
        return thing.rest
    if (on_it := _on_it(found, clause)) is not None:
        return _tidied(on_it, thing)
    for verbs, state in _DONE:
        for done in (rf"(?:{_forms(verbs)})\s+{DET}{found.name}(?!\w)", _particle(verbs, found)):
            match = re.search(rf"\b{done}", words) if done else None
            if match is not None:
                return _tidied(_with(state, clause, match.end()), thing)
    for pattern in _SETS:
        match = re.search(rf"\b{pattern.replace(_NAME, found.name)}", words)
        if match is not None:
            return _tidied(clause.text[match.start("state") : match.end("state")], thing)
    return ""


def _on_it(found: Found, clause: Clause) -> str | None:
    """ "coffee spilled on it"."""
    match = re.search(_ON_IT.replace(_NAME, found.name), clause.plain)
    if match is None:
        return None
    what = re.sub(r"(?i)^the words?\s+", "", clause.text[match.start("what") : match.end("what")].strip())
    how, where = _PAST.get(match.group("how"), ""), match.group("where")
    return " ".join(part for part in (what, how, _WHERE.get(where, where), "it") if part)


def _with(state: str, clause: Clause, end: int) -> str:
    """What it is covered with, decorated with, full of."""
    rest = re.match(r"\s+(?:with|in|by|of)\s+[^.;!?]+", clause.plain[end:])
    if rest is None:
        return state
    words = clause.text[end : end + rest.end()].strip()
    if state in ("full", "empty"):
        words = re.sub(r"(?i)^(?:with|by)\s", "of ", words)
    return f"{state} {words}".strip()


def _forms(verbs: str) -> str:
    """Each verb also as "polishes", "polished", "polishing"."""
    return "|".join(
        f"{verb}(?:s|es|ed|d|ing)?" if " " not in verb else rf"{verb.replace(' ', '(?:s|es|ed|ing)? ', 1)}"
        for verb in verbs.split("|")
    )


def _particle(verbs: str, found: Found) -> str:
    """ "turn the radio off"."""
    split = [verb.split() for verb in verbs.split("|") if " " in verb]
    return "|".join(
        rf"{verb[0]}(?:s|ed|ing)?\s+{DET}{found.name}\s+{verb[1]}(?!\w)" for verb in split if len(verb) == 2
    )


def _tidied(state: str, thing: ThingView) -> str:
    before, words = "", state
    while before != words:
        before, words = words, _ASIDE.sub("", words.strip(" \t,:"))
    words = re.sub(r"^([\"'“‘])([^\"'“”‘’]*)[\"'”’]$", r"\2", words)
    words = re.sub(r"(?i)^up in flames$", "on fire", words)
    first, blank, rest = words.partition(" ")
    words = f"{_GOES_ON.get(first.lower(), first)}{blank}{rest}"
    if words.lower() in _RESTING:
        return thing.rest
    if words.lower() in _NONE - {"on", "up", "down"}:
        return ""
    return words[:LONGEST].strip()
