"""One line of talk, from persona, memory and what was said so far; each speaker knows only its own."""

from __future__ import annotations

import re

from backend.domain.questions import Say, SayAnswer
from worker.minds.rules.at_leisure import is_at_work
from worker.minds.rules.condition import plainly
from worker.minds.rules.conversation import Conversation
from worker.minds.rules.daytime import daytime
from worker.minds.rules.draft import Draft
from worker.minds.rules.moves import make_a_move
from worker.minds.rules.passing_on import knows_the_answer, tell, tell_a_story, to_tell
from worker.minds.rules.promises import (
    answer_offers,
    invite,
    invite_with_what_was_told,
    take_answer,
    wants_to_invite,
)
from worker.minds.rules.replying_to import answer_what_was_asked, take_in
from worker.minds.rules.speech import named_once

_AHEAD = ("Well, ", "Anyway, ", "So, ", "You know, ", "Right, ", "As I was saying, ", "Oh, and ", "Yes, ")
_OWN_GREETING = 0.5
_STORY_AT_ONCE = 0.1
_WISH, _OF_THE_PLACE, _AMONG_THOSE_AT_HOME = 0.35, 0.4, 0.8
_AT_THE_COUNTER = re.compile(
    r"(?i)\b(come in|the usual|bring you|what'll it be|what broke|are you fixing|can i help|are we feeling)\b"
)
"""Words by which one receives guests and customers, out of place anywhere but at work."""


def say(question: Say) -> SayAnswer:
    """The resident's next line: what the other's line calls for, then a move of the own or a goodbye."""
    talk = Conversation(question)
    draft = Draft(talk)
    if talk.i_left:
        draft.add("bye_again")
        return _answer(draft, ends=True)
    if talk.they_left:
        _open_back(draft)
        if not answer_offers(draft):
            answer_what_was_asked(draft)
        _take_leave(draft, back=True)
        return _answer(draft, ends=True)
    if not talk.theirs:
        return _first(draft)
    _open_back(draft)
    if not answer_offers(draft) and not take_answer(draft):
        take_in(draft)
    closing = talk.number >= _last_wished(draft)
    if closing:
        _take_leave(draft, back=False)
    elif not invite(draft):
        make_a_move(draft)
    return _answer(draft, ends=closing)


def _last_wished(draft: Draft) -> int:
    """The number of the line at which the resident is done; who has something to tell stays a little."""
    most = max(1, draft.question.most_lines - 1)
    wished = draft.talk.wished
    if to_tell(draft) is not None or wants_to_invite(draft) is not None:
        wished = max(wished, min(draft.talk.number + 1, 6))
    return min(most, wished)


def _first(draft: Draft) -> SayAnswer:
    talk, question = draft.talk, draft.question
    stranger = not talk.called
    own = question.persona.greeting.strip()
    if own and stranger == _introduces(own) and _fits(draft, own) and draft.draw() < _OWN_GREETING:
        draft.parts.append(own if own[-1] in ".!?" or stranger else f"{own}, {talk.called}!")
    else:
        at_home = talk.place == "home"
        draft.add("greet_stranger" if stranger else "greet_at_home" if at_home else "greet")
    if not talk.i_am_introduced and (stranger or not talk.is_harsh):
        _introduce(draft, "introduce")
    if question.most_lines <= 2 or (
        talk.wished <= 2 and to_tell(draft) is None and wants_to_invite(draft) is None
    ):
        draft.add("passing")
        return _answer(draft, ends=True)
    asks = re.search(r"\?|(?i:tell me|listen)", " ".join(draft.parts)) is not None
    if not asks and draft.draw() >= 0.4 and tell(draft):
        return _answer(draft, ends=False)
    if not asks and draft.draw() < _STORY_AT_ONCE and not stranger and tell_a_story(draft):
        return _answer(draft, ends=False)
    if not asks:
        morning_at_home = talk.close_kin and 5 <= question.minute // 60 < 11
        evening_at_home = talk.close_kin and 17 <= question.minute // 60 < 22
        if morning_at_home and draft.draw() < 0.6:
            draft.add("ask_slept")
        elif evening_at_home and draft.draw() < 0.6:
            draft.add("ask_day")
        else:
            draft.add("ask_mood_stranger" if stranger else "ask_mood")
    return _answer(draft, ends=False)


def _introduces(greeting: str) -> bool:
    """Whether it is a word for those who don't know one yet."""
    return re.search(r"(?i)\bI'm new\b", greeting) is not None


def _fits(draft: Draft, greeting: str) -> bool:
    """Whether a usual greeting suits the hour and the place."""
    question = draft.question
    now = daytime(question.minute)
    if any(word in greeting.lower() for word in ("morning", "afternoon", "evening", "night") if word != now):
        return False
    if knows_the_answer(draft, greeting):
        return False
    if draft.talk.close_kin and draft.talk.place == "home":
        return False
    return _AT_THE_COUNTER.search(greeting) is None or is_at_work(question.persona, question.activity)


def _introduce(draft: Draft, act: str) -> None:
    if draft.add(act):
        draft.introduces = True


def _open_back(draft: Draft) -> None:
    """The first line of the one who was spoken to: a greeting back, and the own name for a name."""
    talk = draft.talk
    named = talk.they_introduced_themselves
    if not talk.mine:
        if named:
            draft.add("pleased")
        elif talk.called:
            draft.add("greet_back")
        else:
            draft.add("greet_stranger_back")
    elif named:
        draft.add("pleased")
    asked = "name" in talk.asked
    if not talk.i_am_introduced and (named or asked or not talk.mine):
        _introduce(draft, "introduce_back")


def _take_leave(draft: Draft, back: bool) -> None:
    minute = draft.question.minute
    late = daytime(minute) == "night" or minute >= 21 * 60 + 30
    if late and draft.draw() < 0.5 and draft.add("bye_night"):
        return
    warm = draft.talk.tone in ("warm", "plain")
    place = draft.talk.place
    at_home = place == "home" and draft.draw() < _AMONG_THOSE_AT_HOME
    if at_home and draft.add("bye_back_at_home" if back else "bye_at_home"):
        return
    if warm and draft.draw() < _WISH:
        draft.add("wish")
    if warm and not back and place and draft.draw() < _OF_THE_PLACE and draft.add(f"bye_at_{place}"):
        return
    if not draft.add("bye_back" if back else "bye"):
        draft.add("bye_again")


def _answer(draft: Draft, ends: bool) -> SayAnswer:
    if not ends:
        invite_with_what_was_told(draft)
    text = " ".join(part for part in draft.parts if part) or ("Bye for now." if ends else "Hm, yes.")
    text = plainly(named_once(text, draft.talk.called), draft.question.body)
    spoken = {line.text for line in draft.question.lines}
    turn = 0
    while text in spoken:
        text = _AHEAD[turn % len(_AHEAD)] + text[0].lower() + text[1:]
        turn += 1
    return SayAnswer(
        text=text[:500], tells=tuple(draft.tells), introduces=draft.introduces, ends=ends,
        invites=draft.invites, accepts=tuple(draft.accepts), declines=tuple(draft.declines),
        cites=tuple(dict.fromkeys(draft.cites)),
    )  # fmt: skip
