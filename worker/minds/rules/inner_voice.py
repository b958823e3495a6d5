"""What one does about a thought of one's own that comes from nowhere: as far as its words can be followed, one does."""

from __future__ import annotations

import re

from backend.domain.questions import Option, React, ReactAnswer

_SPEAKS = re.compile(
    r"(?i)\b(?:talk|tell|speak|ask|say|greet|chat|word|thank|warn|invite|apologi[sz]e|confess)\b"
)
_GOES = re.compile(
    r"(?i)\b(?:go|goes|going|visit|walk|head|come|run|leave|see|look|check|be|meet|get|buy|eat|have|find|stay)\b"
)
_SOON = re.compile(r"(?i)\b(?:now|today|tonight|at once|right away|this (?:morning|afternoon|evening))\b")
_MEANS = re.compile(
    r"(?i)^(?:(?:i|you|we)\s+(?:really\s+)?(?:should|must|want to|need to|have to|ought to|will|could|might|"
    r"would like to|(?:am|are) going to|(?:'|’)?ll)|let(?:'|’)?s|it is time to|time to|why not)\s+(?P<aim>\S.*)$"
)
_BIDDING = """
apologise apologize ask avoid bake be begin build buy call celebrate check clean close collect come confess cook
dance draw drink eat find finish fix forget forgive give go greet grow head help hide invite join keep know learn
leave let listen look make marry meet mend move open organise organize paint plan plant play practise practice
prepare protect read relax remember repair rest run save say see sell sing sit sleep speak start stay stop study
swim take talk teach tell thank think throw trust try turn vote wait walk warn wash watch work write
"""
_BIDS = frozenset(_BIDDING.split())
"""Words with which a sentence begins that bids one do something."""


def to_thought(question: React) -> ReactAnswer:
    """Has the word that it speaks of, goes where it leads, makes it an aim; what bids nothing is kept in mind."""
    text = question.noticed
    options = {option.id.split(":")[0]: option for option in question.options}
    talk, there = options.get("talk"), options.get("look_into")
    if talk is not None and _SPEAKS.search(text):
        return _answer(question, talk, "", "💬", "Something told me to.")
    aim = aim_of(text)
    if there is not None and _GOES.search(text) and aim:
        where = there.text.partition(", ")[2]
        return _answer(
            question, there, f"having a look round {where}".strip(), "💭", "I felt like going there."
        )
    if aim:
        chosen = options.get("replan") if _SOON.search(text) else None
        return _answer(
            question, chosen or options["aim"], aim, "💭", "It has been on my mind; I mean to do it."
        )
    return _answer(question, options["go_on"], "", "", "A thought that is worth keeping.")


def aim_of(text: str) -> str:
    """What a thought bids one do, "practise the guitar"; empty where it only says how things are."""
    bare = text.strip().rstrip(".! ")
    if bare.endswith("?"):
        return ""
    meant = _MEANS.match(bare)
    found = meant["aim"] if meant is not None else bare
    if meant is None and found.split()[0].strip(",").lower() not in _BIDS:
        return ""
    return (found[:1].lower() + found[1:])[:120].strip()


def _answer(question: React, option: Option, activity: str, emoji: str, reason: str) -> ReactAnswer:
    return ReactAnswer(
        option=option.id,
        activity=activity[:120],
        emoji=emoji,
        reason=reason,
        cites=(question.noticed_memory,),
    )
