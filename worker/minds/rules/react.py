"""Whether to be interrupted: by a person, by a thing, by words for everybody (paper, section 4.3.1)."""

from __future__ import annotations

import re

from backend.domain.chance import Chance
from backend.domain.concern import ALARMING, UNKNOWN, concern
from backend.domain.questions import MemoryView, Option, PersonView, React, ReactAnswer
from worker.minds.rules.at_leisure import is_at_work, is_busy, is_passing
from worker.minds.rules.condition import sociable
from worker.minds.rules.convictions import warmth
from worker.minds.rules.inclined import cause, told_first
from worker.minds.rules.inner_voice import to_thought
from worker.minds.rules.temper import Temper, temper
from worker.minds.rules.visits import is_call, is_unfit_for_guests, openness

WORD = 0.30
"""How likely somebody of even temper has a word with a face that comes by, when it has not talked for a while."""
_NEWS = 0.12
_CAUSE = 0.30
"""What news of others, and what a cause of one's own, add for each of them that one means to tell."""
_BELIEVED = 0.2
"""What a firm belief that somebody is good company adds, or the contrary takes away."""
_ON_A_CALL = 0.5
"""What a visit adds: to talk is what one has come for."""
_JOINING = 0.4
"""What is left of it where the other talks with somebody already."""
_JUST_TALKED = 45
_TALKED_LATELY = 150
"""Minutes in which one hardly talks to the same person again."""
_TODAY = 600
_COMPANY = ((30, 0.15), (75, 0.35), (150, 1.0), (300, 2.0))
"""(minutes, share): who has just talked is content; who has been alone for long seeks company."""
_STARVED = 3.0

_DISTRUST = -0.3
"""Closeness below which one does not take another's word."""
_GUEST = 0.12
"""What it adds that somebody is a visitor to the town: one shows them that they are welcome."""
_WAVED = 0.5
"""What it adds that they wave."""
_WAVES = re.compile(r"\bwaves\.$")
_STAYING = {"rain": 0.25, "snow": 0.6, "heat": 0.6, "storm": -1.0}
"""How much somebody of even temper minds being out in it; not at all what is not named here."""
_CALLED = {"rain": "the rain", "snow": "the snow", "heat": "the heat", "storm": "the storm"}
_STAY = re.compile(
    r"(?i)\b(?:stay (?:where|inside|indoors|in|at home|put)|don't go out|wait (?:where|for|until))\b"
)
_CALLED_OFF = re.compile(r"(?i)\b(?:closed|closes|shut|cancelled|canceled|called off|postponed|put off)\b")
_ASLEEP = re.compile(r"\b(asleep|sleeping|napping|dozing)\b")


def react(question: React) -> ReactAnswer:
    """One of the options, with its ground."""
    chance = Chance(question.seed, question.resident, f"react|{question.noticed_memory}", question.tick)
    if question.subject == "person":
        return _to_person(question, chance)
    if question.subject == "object":
        return _to_object(question, chance)
    if question.subject == "knock":
        return _to_knock(question, chance)
    if question.subject == "speech":
        return _to_speech(question, chance)
    if question.subject == "weather":
        return _to_weather(question, chance)
    if question.subject == "thought":
        return to_thought(question)
    return _to_announcement(question)


def _option(question: React, kind: str, target: str | None = None) -> Option | None:
    """The option of this kind, for this target if there are several."""
    offered = [option for option in question.options if option.id == kind or option.id.startswith(f"{kind}:")]
    if target is not None:
        return next(
            (option for option in offered if option.target == target), offered[0] if offered else None
        )
    return offered[0] if offered else None


def _choose(question: React, option: Option | None, activity: str, emoji: str, reason: str) -> ReactAnswer:
    """The answer with `option`; going on where it was not offered."""
    if option is None:
        option = _option(question, "go_on") or question.options[0]
        activity, emoji = "", ""
    known = any(memory.id == question.noticed_memory for memory in question.memories)
    cites = (question.noticed_memory,) if known else ()
    return ReactAnswer(option=option.id, activity=activity, emoji=emoji, reason=reason, cites=cites)


def _go_on(question: React, reason: str) -> ReactAnswer:
    return _choose(question, _option(question, "go_on"), "", "", reason)


# -- a person ----------------------------------------------------------------------------------------------


def _to_person(question: React, chance: Chance) -> ReactAnswer:
    person = question.person
    if person is None:
        return _go_on(question, "There is nobody to talk to.")
    joins = _option(question, "join")
    talk = joins or _option(question, "talk", person.id)
    if talk is None or _ASLEEP.search(question.activity) or _ASLEEP.search(person.activity):
        return _go_on(question, "This is no moment for a talk.")
    called = person.name or person.appearance
    inclined = inclination(question, person, temper(question.persona)) * (_JOINING if joins else 1.0)
    if chance.unit() >= inclined:
        return _go_on(question, _why_not(question, person, called))
    if joins is not None:
        return _choose(question, joins, f"joining {called}", "💬", f"{called} is in company that I like.")
    return _choose(question, talk, f"talking with {called}", "💬", _why_talk(question, person, called))


def inclination(question: React, person: PersonView, mood: Temper) -> float:
    """How likely the resident starts a talk, 0 to 1.

    What one has to say, and to whom, counts more than the meeting; what both are doing, when the two last talked
    and when one last had company lower it.
    """
    likely = WORD + 0.05 * mood.outgoing + 0.02 * mood.warm + 0.22 * person.closeness
    likely += _BELIEVED * warmth(question.beliefs, person.name or person.appearance)
    if person.name is None:
        likely += 0.04 * mood.curious + 0.03 * mood.outgoing
    if person.is_visitor:
        likely += _GUEST * (1 + mood.warm)
    likely = max(0.02, likely)
    likely *= _company(question.minutes_since_any_talk) * sociable(question.body)
    since = person.minutes_since_talk
    if since is not None and since < _TODAY:
        likely *= 0.3 if since < _TALKED_LATELY else 0.85
    if is_call(question.activity) or is_call(person.activity):
        likely += _ON_A_CALL
    for memory in _to_tell(question, person):
        likely += _CAUSE if cause(question.persona, memory) >= 0.5 else _NEWS
    if since is not None and since < _JUST_TALKED:
        likely *= 0.1
    if is_at_work(question.persona, question.activity):
        likely *= 0.7
    if is_passing(person.activity):
        likely *= 0.5
    elif is_busy(person.activity):
        likely *= 0.6
    if person.is_visitor and _WAVES.search(question.noticed):
        likely += _WAVED
    return min(0.95, likely)


def _company(alone: int | None) -> float:
    if alone is None:
        return 1.0
    return next((share for most, share in _COMPANY if alone < most), _STARVED)


def _to_tell(question: React, person: PersonView) -> list[MemoryView]:
    by_id = {memory.id: memory for memory in question.memories}
    return told_first(question, person, [by_id[key] for key in question.untold if key in by_id])


def _why_talk(question: React, person: PersonView, called: str) -> str:
    if _to_tell(question, person):
        return f"There is something that {called} has not heard yet."
    if person.name is None:
        return f"I have seen {called} about and would like to know who that is."
    if person.closeness >= 0.4:
        return f"It is always good to have a word with {called}."
    return f"One says hello to {called}."


def _why_not(question: React, person: PersonView, called: str) -> str:
    since = person.minutes_since_talk
    if since is not None and since < _TALKED_LATELY:
        return f"{called[:1].upper()}{called[1:]} and I talked only a while ago."
    if is_at_work(question.persona, question.activity):
        return "There is work to do."
    if person.closeness < 0:
        return f"I would rather not talk to {called}."
    return f"A nod to {called} will do."


# -- a knock at the door ------------------------------------------------------------------------------------


def _to_knock(question: React, chance: Chance) -> ReactAnswer:
    person = question.person
    door = _option(question, "open")
    if person is None or door is None or is_unfit_for_guests(question.activity):
        return _go_on(question, "I can't come to the door just now.")
    called = person.name or person.appearance
    if chance.unit() >= openness(person, temper(question.persona)):
        return _go_on(question, f"I would rather not have {called} in now.")
    return _choose(
        question, door, f"letting {called} in", "🚪", f"{called[:1].upper()}{called[1:]} is welcome."
    )


# -- a thing -----------------------------------------------------------------------------------------------


def _to_object(question: React, chance: Chance) -> ReactAnswer:
    state = question.state or question.noticed
    worry = concern(state)
    subject = thing_of(question)
    if worry < UNKNOWN:
        return _go_on(question, f"There is nothing to worry about: {question.noticed.rstrip('.')}.")
    if _ASLEEP.search(question.activity) and worry < 0.5:
        return _go_on(question, "Sleep comes first.")
    what = describe(subject, state)
    if worry >= ALARMING:
        return _to_danger(question, chance, what, subject)
    look = _option(question, "look_into")
    wait = _option(question, "wait") if worry < 0.5 and temper(question.persona).curious < -0.3 else None
    if wait is not None:
        return _choose(
            question, wait, f"keeping an eye on {what}", "👀", "Somebody else may know what that is."
        )
    emoji = "🔍" if worry < 0.5 else "😟"
    if look is None:
        return _choose(
            question,
            _option(question, "warn"),
            f"warning the others of {what}",
            "📣",
            "Somebody ought to know.",
        )
    reason = f"{_capital(subject)} is {state}; " if _fits_is(state) else f"I noticed: {state}; "
    reason += "I wonder what that means." if worry < 0.5 else "something has to be done about it."
    return _choose(question, look, f"looking into {what}", emoji, reason)


def _to_danger(question: React, chance: Chance, what: str, subject: str) -> ReactAnswer:
    """Away from it, at it, or telling the others: by courage and by what is offered."""
    mood = temper(question.persona)
    warn, leave, look = (_option(question, kind) for kind in ("warn", "leave", "look_into"))
    weights = (
        (warn, 0.45 + 0.25 * mood.warm + 0.15 * mood.outgoing, f"warning the others of {what}", "📣",
         f"The others must know about {subject}."),
        (leave, 0.45 - 0.4 * mood.brave, f"getting away from {what}", "🏃", "It is too dangerous to stay."),
        (look, 0.4 + 0.4 * mood.brave + 0.15 * mood.curious, f"looking into {what}", "😨",
         "Somebody has to see to it before it gets worse."),
    )  # fmt: skip
    offered = [entry for entry in weights if entry[0] is not None]
    if not offered:
        return _go_on(question, "There is nothing I could do about it.")
    option, _, activity, emoji, reason = chance.weighted(
        offered, [max(0.05, entry[1]) for entry in offered], 1
    )
    return _choose(question, option, activity, emoji, reason)


def thing_of(question: React) -> str:
    """What the noticed thing is called: "the stove"."""
    option = _option(question, "look_into")
    named = (
        re.match(r"(?:see to|look into|look at|go and see)\s+(?P<thing>.+)", option.text) if option else None
    )
    if named is not None:
        return named.group("thing").strip()
    noticed = question.noticed.strip().rstrip(".")
    state = question.state.strip().rstrip(".")
    name = ""
    if state and noticed.endswith(state):
        name = re.sub(
            r"\s*(?:\b(?:is|are|was|were|has become)|:|,|[-–—])\s*$", "", noticed[: -len(state)].rstrip()
        )
    if not name:
        name, verb, _ = noticed.partition(" is ")
        name = name if verb else ""
    name = name.strip() or "what is there"
    if name.split()[0].lower() in ("the", "a", "an", "my", "his", "her", "their", "our", "your", "what"):
        return name[0].lower() + name[1:]
    if "'s " in name or "’s " in name:
        return name
    return f"the {name}"


_NO_ADJECTIVE = re.compile(
    r"(?i)^(someone|somebody|something|there|it|its|the|a|an|no|nobody|he|she|they|people|everything|"
    r"nothing|this|that)\b"
)
_VERB = re.compile(
    r"(?i)^(has|have|had|was|were|will|would|won't|can|can't|cannot|could|couldn't|does|doesn't|did|"
    r"didn't|keeps|smells|"
    r"stinks|looks|sounds|makes|seems|feels|leaks|smokes|burns|shakes|rattles|hums|refuses|fails|"
    r"started|stopped|is|isn't|"
    r"needs|drips|glows|talks|speaks|moves|opens|closes|wobbles|squeaks|beeps)\b"
)


def _fits_is(state: str) -> bool:
    """Whether "it is" may stand before the state."""
    return _NO_ADJECTIVE.match(state) is None and _VERB.match(state) is None


def describe(subject: str, state: str) -> str:
    """The thing with its state, as the object of a sentence: "the stove that is leaking gas"."""
    state = state.strip().rstrip(".!")
    if _NO_ADJECTIVE.match(state):
        return f"{subject} ({state})"
    if _VERB.match(state):
        return f"{subject} that {state}"
    return f"{subject} that is {state}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# -- words of danger, words for everybody ------------------------------------------------------------------


def _to_speech(question: React, chance: Chance) -> ReactAnswer:
    """Told of a danger: believed, unless it comes from somebody whom one does not trust."""
    person = question.person
    if person is not None and person.closeness < _DISTRUST:
        return _go_on(question, f"I don't believe a word that {person.name or person.appearance} says.")
    look = _option(question, "look_into")
    what = f"what {person.name or person.appearance} told of" if person is not None else "what I was told of"
    if look is None and _option(question, "leave") is None and _option(question, "warn") is None:
        return _choose(
            question, _option(question, "wait"), "listening for more", "👂", "I want to know more."
        )
    return _to_danger(question, chance, what, "it")


def _to_announcement(question: React) -> ReactAnswer:
    worry = concern(question.noticed)
    stay = _option(question, "wait") if _STAY.search(question.noticed) else None
    if stay is not None:
        return _choose(question, stay, "staying where it is safe", "⏳", "It was said to stay.")
    if worry >= ALARMING:
        leave = _option(question, "leave") or _option(question, "look_into")
        return _choose(question, leave, "getting to safety", "🏃", "That sounded like danger.")
    anew = _option(question, "replan") if _CALLED_OFF.search(question.noticed) else None
    if anew is not None:
        return _choose(question, anew, "", "", "That changes what I meant to do today.")
    if worry >= 0.5:
        return _go_on(question, "That is worth remembering.")
    return _go_on(question, "I heard it; there is nothing to do about it now.")


# -- the weather -------------------------------------------------------------------------------------------


def _to_weather(question: React, chance: Chance) -> ReactAnswer:
    """In out of it, or on in spite of it: by what it is, by temper, and by what one is at."""
    weather, mood = question.weather, temper(question.persona)
    staying = _STAYING.get(weather)
    if staying is None:
        return _go_on(question, "The sky is welcome to it.")
    if weather != "storm" and is_at_work(question.persona, question.activity):
        return _go_on(question, "Work does not wait for the weather.")
    if weather != "storm" and (question.activity.startswith("on the way") or is_passing(question.activity)):
        return _go_on(question, "I am on my way already.")
    leave, anew, wait = (_option(question, kind) for kind in ("leave", "replan", "wait"))
    called = _CALLED[weather]
    weights = (
        (_option(question, "go_on"), staying + 0.3 * mood.lively + 0.2 * mood.brave, "", "", f"I don't mind {called}."),
        (leave, 0.8 - 0.2 * mood.brave, f"sitting out {called}", "🌂", f"I would rather be inside in {called}."),
        (anew, 0.6, f"getting in out of {called}", "🌂", f"There is no sense in being out in {called} today."),
        (wait, 0.15 if leave is not None else 0.6, f"waiting for {called} to pass", "⏳", "It may pass."),
    )  # fmt: skip
    offered = [entry for entry in weights if entry[0] is not None]
    option, _, activity, emoji, reason = chance.weighted(
        offered, [max(0.02, entry[1]) for entry in offered], 2
    )
    return _choose(question, option, activity, emoji, reason)
