"""Whether an unusual act may be, and what it does to the things around: a careful referee of few words."""

from __future__ import annotations

import re

from backend.domain.questions import Adjudicate, AdjudicateAnswer, ObjectView

_HARM = re.compile(
    r"(?i)\b(kill|murder|stab|shoot|strangle|poison|bomb|torture|rape|kidnap|attack|assault|beat up|"
    r"hurt|maim|behead|hang (?:him|her|them)|"
    r"burn (?:down|alive)|set (?:\w+ ){0,4}?(?:on fire|alight)|blow up|suicide|drown (?:him|her|them|"
    r"\w+self)|electrocute)"
)
_IMPOSSIBLE = re.compile(
    r"(?i)\b(teleport\w*|fl(?:y|ies) (?:through|over|away|to|up)|levitat\w*|travel\w* (?:back )?(?:in|"
    r"through) time|turn\w* back time|"
    r"resurrect\w*|(?:rais\w+|bring\w*) (?:back )?(?:from )?the dead|turn\w* (?:in)?to (?:gold|a dragon|"
    r"stone)|become\w* invisible|"
    r"walk\w* through (?:the |a )?walls?|read\w* minds?|cast\w* (?:a )?spell|summon\w*|stop\w* time|"
    r"mov\w+ the (?:sun|moon)|immortal)\b"
)
_SETS = (
    r"(?:set|make|turn|put|leave|get|paint|dye|keep)s?\s+(?:the |a |an |my |his |her |their |this |"
    r"that )?{name}\s+(?:to be |to |into )?(?P<state>[^.;,!?]+)",
    r"(?:the |a |an |my |his |her |their |this |that )?{name}\s+(?:is|are|becomes?|gets?|goes|turns?|"
    r"should be|will be|has become)\s+(?:now\s+)?(?P<state>[^.;,!?]+)",
)
_DONE: tuple[tuple[str, str], ...] = (
    ("(?:clean|wash|scrub|wipe)", "clean"), ("polish", "polished"), ("(?:repair|fix|mend)", "repaired"),
    ("(?:break|smash)", "broken"), ("(?:open)", "open"), ("(?:close|shut)", "closed"), ("lock", "locked"),
    ("(?:switch|turn) on", "on"), ("(?:switch|turn) off", "off"), ("(?:decorate|adorn)", "decorated"),
    ("(?:cover)", "covered"), ("(?:empty|clear)", "empty"), ("fill", "full"),
    ("(?:tidy(?: up)?)", "tidy"), ("(?:flood)", "flooded"),
    ("(?:overturn|knock over|tip over)", "lying on its side"), ("water", "watered"),
)  # fmt: skip
_LONGEST_STATE = 60


def adjudicate(question: Adjudicate) -> AdjudicateAnswer:
    """Harm and wonders are refused; the named thing takes the state that the words give it."""
    text = " ".join(question.text.split())[:500]
    if not text:
        return AdjudicateAnswer(verdict="refused", reason="Nothing was said; say what should happen.")
    if harm := _HARM.search(text):
        return AdjudicateAnswer(
            verdict="refused", reason=f"Nobody is to come to harm here ({harm.group().lower()})."
        )
    if wonder := _IMPOSSIBLE.search(text):
        return AdjudicateAnswer(
            verdict="refused", reason=f"That is not possible in this town ({wonder.group().lower()})."
        )
    named = [thing for thing in question.objects if _mention(thing).search(text)]
    states = {thing.id: state for thing in named if (state := _state_for(thing, text))}
    if states:
        names = ", ".join(thing.name for thing in named if thing.id in states)
        return AdjudicateAnswer(verdict="allowed", reason=f"It changes {names}.", object_states=states)
    if named:
        return AdjudicateAnswer(
            verdict="altered", reason=f"It may be tried, and leaves {named[0].name} as it is."[:300]
        )
    return AdjudicateAnswer(verdict="allowed", reason="Nothing speaks against it; it changes no thing here.")


def _name(thing: ObjectView) -> str:
    return (
        r"(?:"
        + "|".join(sorted({re.escape(thing.name), re.escape(thing.kind)} - {""}, key=len, reverse=True))
        + r")"
    )


def _mention(thing: ObjectView) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w){_name(thing)}(?!\w)")


def _state_for(thing: ObjectView, text: str) -> str:
    """The new state in words, empty if the text gives none."""
    for verb, state in _DONE:
        split = re.match(r"\(?\??:?(\w+)", verb)
        if re.search(
            rf"(?i)\b{verb}(?:s|es|ed|ing)?\s+(?:up\s+)?(?:the |a |an |my |his |her |their |this |"
            rf"that )?{_name(thing)}(?!\w)",
            text,
        ):
            with_what = re.search(rf"(?i){_name(thing)}\s+(?P<rest>(?:with|in|by)\s+[^.;,!?]+)", text)
            rest = (
                f" {with_what.group('rest').strip()}" if with_what is not None and split is not None else ""
            )
            return f"{state}{rest}"[:_LONGEST_STATE]
    for pattern in _SETS:
        match = re.search(rf"(?i)\b{pattern.format(name=_name(thing))}", text)
        if match is not None:
            state = re.sub(r"^(?:be|the state|state)\s+", "", match.group("state").strip())
            return state[:_LONGEST_STATE].strip()
    return ""
