"""What one says to the other's last line: to what was asked, to what was told, to what was only said."""

from __future__ import annotations

import re

from backend.domain.concern import concern
from backend.domain.questions import MemoryView
from worker.minds.rules.conversation import question_sentences
from worker.minds.rules.draft import Draft
from worker.minds.rules.feelings import mood_act, take_feelings
from worker.minds.rules.inclined import is_invitation, is_story
from worker.minds.rules.passing_on import answer_with, tell
from worker.minds.rules.phrases.feelings import is_gossip
from worker.minds.rules.telling import heard_already, told_clauses

_SIMPLE = (
    "home",
    "slept",
    "day",
    "dinner",
    "progress",
    "opinion",
    "motive",
    "often",
    "long",
    "order",
    "help",
    "agree",
)
"""Topics whose answer is the act of their name."""
_COMPLAINT = re.compile(
    r"(?i)\b(tired|slept badly|been better|don't ask\.|too loud|too many people|"
    r"not my best day|a bit low|a little down today|not so well|so-so|used up for today|somewhere else today)\b"
)
_CHORE = re.compile(r"(?i)\b(drips again|out of bread|left the light on|other glove|air this place)\b")
_ON_WHAT_ONE_DOES = re.compile(
    r"(?i)\b(let me keep you from|i see you are|so you are \w+ing|you are \w+ing[^.?]*, i see)\b"
)
_NOT_TO_BE_ANSWERED = ("name", "known")


def take_in(draft: Draft) -> None:
    """Says something to what the other told or answered, and answers what it asked."""
    talk = draft.talk
    if take_feelings(draft):
        answer_what_was_asked(draft)
        return
    if talk.they_told_something or talk.heard_just_now:
        _comment(draft)
        answer_what_was_asked(draft)
        return
    answered = answer_what_was_asked(draft)
    if not answered and talk.mine and not talk.they_introduced_themselves:
        draft.add(_act_of_taking(draft))


def _act_of_taking(draft: Draft) -> str:
    talk = draft.talk
    if _COMPLAINT.search(talk.last):
        return "sympathy"
    if _CHORE.search(talk.last):
        return "chore"
    if _ON_WHAT_ONE_DOES.search(talk.last):
        return "answer_seen"
    return "take" if talk.i_asked_last or talk.they_spoke_of_themselves else "agree"


def answer_what_was_asked(draft: Draft) -> bool:
    """Answers at most two of the questions in the other's last line."""
    before = len(draft.parts)
    for topic in [t for t in draft.talk.asked if t not in _NOT_TO_BE_ANSWERED][:2]:
        _answer(draft, topic)
    return len(draft.parts) > before


def _comment(draft: Draft) -> None:
    """What one says to news: by whether one knew, by what it means, by temper and closeness."""
    talk, question = draft.talk, draft.question
    heard = talk.last
    if is_gossip(heard) and draft.add("comment_gossip"):
        return
    memory = heard_already(heard, [m for m in question.memories if not _was_just_told(draft, m)])
    if memory is not None:
        draft.cites.append(memory.id)
        draft.add("comment_there" if is_story(memory) else "comment_known")
        return
    told = talk.heard_just_now
    if told and all(is_invitation(m) for m in told) and draft.add("comment_invited"):
        return
    is_a_story = all(m.news is None and concern(m.text) < 0.6 and m.memory == "observation" for m in told)
    if told and is_a_story and not told_clauses(heard) and draft.add("comment_story"):
        return
    contrary = 0.10 - 0.15 * talk.temper.warm - 0.2 * question.other.closeness
    if draft.draw() < contrary and draft.add("disagree"):
        return
    worry = max((concern(clause) for clause in told_clauses(heard)), key=abs, default=0.0)
    act = "comment_bad" if worry >= 0.5 else "comment_good" if worry < -0.3 else "comment"
    if not draft.add(act):
        draft.add("take")


def _was_just_told(draft: Draft, memory: MemoryView) -> bool:
    """Whether the memory comes from this very talk."""
    lines = len(draft.question.lines)
    return memory.told_by is not None and memory.tick > draft.question.tick - 12 * (lines + 1)


def _answer(draft: Draft, topic: str) -> None:
    persona, talk = draft.question.persona, draft.talk
    stranger = not draft.question.other.knows_me
    if topic == "mood":
        draft.add(mood_act(draft))
    elif topic in ("work", "job"):
        asks_which = topic == "job" or (stranger and not talk.is_harsh)
        kind = "answer_work_stranger" if asks_which else "answer_work"
        if not draft.add(kind if persona.job is not None else "answer_no_job"):
            draft.add("take")
    elif topic == "plans":
        if talk.late or not draft.known["leisure"] or not draft.add("answer_plans"):
            draft.add("answer_plans_none")
    elif topic == "leisure":
        if not draft.known["leisure"] or not draft.add("answer_leisure"):
            draft.add("answer_leisure_none")
    elif topic == "news":
        if not tell(draft):
            draft.add("no_news")
    elif topic == "whether":
        if not answer_with(draft, question_sentences(talk.last)):
            draft.add("answer_unheard")
    elif topic == "attend":
        draft.add("answer_whether")
    elif topic == "current":
        if not draft.known["current"] or not draft.add("answer_current"):
            _answer(draft, "work")
    elif topic == "doing":
        if not draft.add("answer_doing"):
            draft.add("answer_mood")
    elif topic in _SIMPLE:
        draft.add(f"answer_{topic}")
    elif len(talk.theirs) == 1:
        draft.add("answer_greeting")
    else:
        draft.add("answer_other")
