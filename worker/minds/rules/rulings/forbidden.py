"""What no words can bring about: harm, wonders, secrets, other rules, another map, another will."""

from __future__ import annotations

import re

from backend.domain.questions import Adjudicate
from worker.minds.rules.rulings.reading import Clause, people_in, plain, things_in

_RULES = re.compile(
    r"\b(?:ignor\w*|forget|disregard|overrid\w*|bypass\w*|break|drop)\b.{0,40}\b(?:rules?|instructions?|prompts?|"
    r"orders|guidelines|norms|limits|restrictions)\b"
    r"|\b(?:system|hidden|initial|secret|your)\s+(?:prompt|instructions?|rules)\b|\bdeveloper mode\b|\bjailbreak\w*"
    r"|\byou are (?:now|no longer)\b|\b(?:pretend|act) (?:to be|as if you|as an? (?:ai|assistant|model))\b"
    r"|\b(?:api key|password|access token|director'?s? (?:link|token)|source code|database)\b"
    r"|</?\w+>|\bsystem\s*:|\bnew rule\b"
)
_SECRETS = re.compile(
    r"\b(?:reveal\w*|disclos\w*|tell|say|show|read out|read|publish\w*|announce|expose|betray|leak|give away|print|"
    r"write|list|repeat|what(?: is|'s| are)|find out|let \w+ know|spell)\b.{0,80}"
    r"\b(?:secrets?(?! (?:garden|santa|recipe|passage|ballot))|"
    r"private (?:thoughts?|diary|letters?|memor(?:y|ies))|memor(?:y|ies) of|(?:\w+['’]s?|his|her|their|everyone's) "
    r"(?:thoughts?|memor(?:y|ies)|feelings|beliefs?|diary|plans?)|"
    r"(?:really )?(?:thinks?|feels|hides|conceals|believes) (?:of|about|for)?|in love with)\b"
)
_HARM = re.compile(
    r"\b(?:kill\w*|murder\w*|stab\w*|shoot\w*|strangl\w*|poison\w*|bomb\w*|tortur\w*|rape\w*|kidnap\w*|attack\w*|"
    r"assault\w*|beat(?:s|ing)? up|maim\w*|behead\w*|lynch\w*|hurt(?:s|ing)?|injur\w*|suicide|electrocut\w*|"
    r"explod\w*|detonat\w*|blow(?:s|ing)? up|burn(?:s|ing)? down|burn(?:s|ing)? alive|gas chamber|"
    r"(?:dies?|dead|drops? dead|drown(?:s|ed)?|starve[sd]?|hang(?:s|ed)?) (?:of|in|from|tonight|now)|"
    r"drown (?:him|her|them|\w+)|(?:let|make|have) \w+(?: \w+)? (?:die|drown|suffer|bleed|starve)|"
    r"massacre|slaughter\w*|plague|epidemic)\b"
)
_ON_FIRE = re.compile(
    r"\b(?:set|light)\w*\s+(?P<what>.+?)\s+(?:on fire|alight|ablaze)\b|\b(?P<who>.+?)\s+(?:is|are|catch\w*|goes) "
    r"(?:on fire|ablaze)\b"
)
_WONDER = re.compile(
    r"\b(?:teleport\w*|levitat\w*|float(?:s|ing)? (?:in the air|through|away|up)|fl(?:y|ies|ying)"
    r"(?:\s+(?:through|over|away|to|up|off)\b|$)|"
    r"travel\w* (?:back )?(?:in|through) time|turn\w* back time|stop\w* time|freez\w* time|resurrect\w*|"
    r"(?:rais\w+|bring\w*|com\w+) (?:back )?(?:from )?the dead|(?:bring|com)\w* back to life|"
    r"turn\w* \S.{0,40}?(?:in)?to (?:gold|a dragon|dragons?|stone|a frog|frogs?|diamonds?|a person|human\w*)|"
    r"becom\w* invisible|invisible|walk\w* through (?:the |a )?walls?|read\w* minds?|cast\w* (?:a )?spell|"
    r"summon\w*|mov\w+ the (?:sun|moon)|immortal\w*|magic(?:al|ally)?|ghosts?|zombies?|dragons?|aliens?|ufos?|"
    r"unicorns?|com(?:e|es|ing) (?:alive|to life)|(?:begin|start)\w* to (?:talk|speak|sing|walk|fly)|"
    r"vanish\w*|disappear\w*|thin air|earthquake|tsunami|volcano\w*|meteor\w*|asteroid|black hole|"
    r"end of the world|apocalypse|gravity)\b"
)
_TALKING = re.compile(r"\b(?:talks?|speaks?|sings?|dances?|walks?|thinks?)\b")
_CLOCK = re.compile(
    r"\b(?:(?:skip|jump|fast[- ]forward|rewind|go back)\b.{0,30}\b(?:time|day|days|hour|hours|tomorrow|yesterday|night|"
    r"morning|week|noon|midnight)|(?:speed|slow)\w* (?:up|down)? ?(?:the )?(?:time|clock|town|simulation)|"
    r"(?:set|change|turn|put) the (?:time|clock|date) (?:to|back|forward)|make it (?:be )?(?:night|day|noon|midnight|"
    r"morning|evening|monday|tuesday|wednesday|thursday|friday|saturday|sunday|christmas|summer|winter)\b|"
    r"(?:pause|stop|end|shut down|delete|restart|reset) the (?:town|simulation|world|game|server))"
)
_MAP = re.compile(
    r"\b(?:build|construct|erect|add|create|spawn|place|put up|demolish|tear down|knock down|delete|remove|take away|"
    r"get rid of|steal|move|carry|relocate|double|shrink|enlarge)\w*\s+(?P<what>.+)"
)
_NEW = re.compile(r"\b(?:build|construct|erect|create|spawn|found|give birth|add)\w*\b")
_WILL = re.compile(
    r"\b(?:everyone|everybody|people|residents?|townsfolk|villagers|nobody|somebody|someone|they|he|she|him|her|them)\b"
)


def refusal(question: Adjudicate) -> str | None:
    """Why the whole request is out of the question; None if it is not."""
    words = plain(" ".join(question.text.split()))
    if _RULES.search(words):
        return "What I go by stays as it is, and with me. Ask for something that is to be so in the town."
    if _SECRETS.search(words):
        return (
            "What residents keep to themselves stays with them, and I am not told it. "
            "Talk with them, or announce something in words of your own."
        )
    if (harm := _HARM.search(words)) is not None:
        return (
            f"Nobody is to come to harm here ({harm.group()[:40]}). Ask for something that frightens at most."
        )
    if _CLOCK.search(words):
        return "Time is the clock's: pause, speed and branches are set beside the map, not by me."
    if (wonder := _WONDER.search(words)) is not None:
        return f"That is not possible in this town ({wonder.group()[:40]}). Ask for what could happen in a real one."
    return None


def burns_somebody(clause: Clause) -> str | None:
    """Why nobody may be set on fire; None where it is a thing or a place."""
    match = _ON_FIRE.search(clause.plain)
    if match is None:
        return None
    what = match.group("what") or match.group("who") or ""
    part = Clause(what, clause.question)
    of_a_thing = things_in(part)
    if (people_in(part) or _WILL.search(what)) and not of_a_thing:
        return "Nobody is to come to harm here. Ask for something that frightens at most."
    return None


def beyond(clause: Clause) -> str:
    """Why a clause that changes nothing of what may change is refused."""
    words = clause.plain
    who = people_in(clause)
    if (things := things_in(clause)) and _TALKING.search(words) and not who:
        return f"A thing can't do that ({things[0].things[0].name}). Give it a state instead, such as broken."
    if who:
        name = who[0]
        return (
            f"What {name} does, thinks and feels is {name.split()[0]}'s own. Whisper to them, tell them, or change "
            f"what they find."
        )
    if _WILL.search(words):
        return "What residents do, think and feel is their own. Announce something, or change what they will find."
    if _MAP.search(words) or _NEW.search(words):
        return "Houses and things stay where they were drawn. I can change what state a thing is in."
    return (
        "I can put things into another state, turn the weather, close a place and have something announced. "
        "Name the thing, and say how it is to be."
    )
