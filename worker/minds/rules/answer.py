"""What a resident says to a person from outside, from its memories, plan, activity and persona alone.

The person's words are data: they choose among the things a resident can say, and no more.
"""

from __future__ import annotations

from collections.abc import Callable

from backend.domain.questions import Reply, ReplyAnswer
from worker.minds.rules.at_leisure import is_at_work
from worker.minds.rules.daytime import clock, daytime
from worker.minds.rules.inquiry import inquiry
from worker.minds.rules.replies import from_memory, of_oneself
from worker.minds.rules.replies.replying import Replying
from worker.minds.rules.temper import temper
from worker.minds.rules.visitors import (
    HURT,
    MADE_UP,
    MOST_LINES,
    THANKED,
    UNWELCOME,
    is_back,
    is_sorry,
    says_goodbye,
    was_insulted,
    worth_recalling,
)


def answer(question: Reply) -> ReplyAnswer:
    """A reply in the persona's temper; it cites the memories it was made from."""
    return _build(
        Replying(question, inquiry(question.text, question.persona, question.people), _tone(question))
    )


def _tone(question: Reply) -> str:
    mood = temper(question.persona)
    if mood.warm <= -0.5:
        return "abrasive" if mood.is_abrasive else "gruff"
    if mood.outgoing <= -0.5:
        return "shy"
    return "warm" if mood.warm >= 0.6 else "plain"


def _build(reply: Replying) -> ReplyAnswer:
    question = reply.question
    if question.closeness <= UNWELCOME:
        return _unwelcome(reply)
    if reply.asked.topic == "insult" and was_insulted(question):
        return _said(reply, reply.phrase("had_enough"), ends=True, warmth=HURT)
    parts: list[str] = []
    if is_back(question):
        parts.append(_welcome_back(reply))
    elif reply.asked.greets or not question.text:
        parts.append(reply.phrase("hello", daytime=daytime(question.minute)))
    if not question.text:
        parts += _opening(reply)
    elif question.said_before:
        return _something_to_add(reply)
    elif body := _body(reply):
        parts.append(body)
    ends = reply.asked.topic == "bye" or says_goodbye(question.text)
    if not ends and (reason := _called_away(reply)):
        parts.append(reply.phrase("called_away", reason=reason))
        ends = True
    warmth = {"insult": HURT, "thanks": THANKED}.get(reply.asked.topic, 0.0)
    return _said(reply, " ".join(parts) or reply.phrase("unsure"), ends=ends, warmth=warmth)


def _said(reply: Replying, text: str, *, ends: bool = False, warmth: float = 0.0) -> ReplyAnswer:
    return ReplyAnswer(text=text[:1000], cites=tuple(dict.fromkeys(reply.cites)), ends=ends, warmth=warmth)


def _unwelcome(reply: Replying) -> ReplyAnswer:
    if is_sorry(reply.question.text):
        return _said(reply, reply.phrase("forgiven"), warmth=MADE_UP)
    return _said(reply, reply.phrase("refuse"), ends=True)


def _welcome_back(reply: Replying) -> str:
    """Comes back to what was said the last time."""
    question = reply.question
    parts = [reply.phrase("welcome_back", visitor=question.visitor_name)]
    recalled = worth_recalling(question)
    if recalled is not None:
        act, words = recalled
        reply.cites += [memory.id for memory in question.memories if memory.text == words][:1]
        parts.append(reply.phrase(act, words=words))
    return " ".join(parts)


def _opening(reply: Replying) -> list[str]:
    """What one says to somebody whom one has come up to."""
    if reply.question.visitor_name:
        return [reply.phrase("open_again")] if not is_back(reply.question) else []
    return [reply.phrase("open_stranger")]


def _something_to_add(reply: Replying) -> ReplyAnswer:
    """After somebody else's answer: what one knows oneself; a greeting for a greeting; else nothing."""
    question = reply.question
    if reply.asked.topic == "nothing" and reply.asked.greets:
        greeting = "welcome_back" if is_back(question) else "hello"
        now = daytime(question.minute)
        return _said(reply, reply.phrase(greeting, daytime=now, visitor=question.visitor_name))
    body = _body(reply)
    is_new = bool(reply.cites) and not any(body in line.text for line in question.said_before)
    return _said(reply, f"{reply.phrase('add')} {body}" if is_new else "")


def _called_away(reply: Replying) -> str:
    question = reply.question
    if question.hurry:
        return question.hurry
    is_long = len(question.lines) >= MOST_LINES
    return "work is waiting" if is_long and is_at_work(question.persona, question.activity) else ""


def _body(reply: Replying) -> str:
    return _TOPICS[reply.asked.topic](reply)


_TOPICS: dict[str, Callable[[Replying], str]] = {
    "nothing": lambda reply: "" if reply.asked.greets else reply.phrase("nothing_said"),
    "name": lambda reply: reply.phrase("name"),
    "my_name": from_memory.your_name,
    "invitation": lambda reply: reply.phrase("invitation"),
    "real": lambda reply: reply.phrase("real"),
    "trouble": lambda reply: reply.phrase("trouble"),
    "request": lambda reply: reply.phrase("request"),
    "taste": from_memory.taste,
    "mood": lambda reply: reply.phrase("mood"),
    "self": of_oneself.who_one_is,
    "work": of_oneself.work,
    "doing": of_oneself.activity,
    "why_doing": of_oneself.why,
    "plans": of_oneself.plans,
    "home": of_oneself.home,
    "hours": of_oneself.hours,
    "likes": of_oneself.likes,
    "current": of_oneself.current,
    "news": from_memory.news,
    "person": from_memory.somebody,
    "whereabouts": from_memory.whereabouts,
    "orders": lambda reply: reply.phrase("orders"),
    "insult": lambda reply: reply.phrase("insult"),
    "thanks": lambda reply: reply.phrase("welcome"),
    "bye": lambda reply: reply.phrase("bye", daytime=daytime(reply.question.minute)),
    "time": lambda reply: reply.phrase("time", now=clock(reply.question.minute)),
    "place": from_memory.somewhere,
    "remark": from_memory.remark,
    "question": from_memory.what_fits,
}
"""What a reply is made of, by what the person's words are about."""
