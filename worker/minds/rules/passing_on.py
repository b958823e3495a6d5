"""What of its memories a speaker passes on in this talk, and how."""

from __future__ import annotations

from backend.domain.questions import MemoryView
from worker.minds.rules.conversation import question_sentences
from worker.minds.rules.draft import Draft
from worker.minds.rules.inclined import asked_about, is_story, told_first, would_tell
from worker.minds.rules.telling import Telling, in_brief, reminiscence, telling

_IN_BRIEF = 0.4
"""How often hearsay is told without its last details."""


def to_tell(draft: Draft) -> MemoryView | None:
    """The weightiest news that the speaker means to tell the other and has not told in this talk."""
    return next(iter(told_first(draft.question, draft.question.other, _open_to(draft))), None)


def tell(draft: Draft) -> bool:
    """Passes on one piece of news, with where it comes from."""
    memory = to_tell(draft)
    return memory is not None and _tell(draft, memory)


def answer_with(draft: Draft, asked: list[str]) -> bool:
    """Tells what a question asks for; who is asked says more than it would unasked."""
    for memory in _open_to(draft):
        if is_story(memory) or not asked_about(asked, memory, draft.question.persona):
            continue
        if would_tell(draft.question, draft.question.other, memory) or draft.draw() < 0.5:
            return _tell(draft, memory)
    return False


def knows_the_answer(draft: Draft, asks: str) -> bool:
    """Whether the speaker has itself been told what it would ask about."""
    persona = draft.question.persona
    return any(
        asked_about(question_sentences(asks), memory, persona)
        for memory in draft.question.memories
        if memory.news is not None
    )


def tell_a_story(draft: Draft) -> bool:
    """Something of the own past: what one was in together with the other, or what the other does not know."""
    persona, other = draft.question.persona, draft.question.other
    if draft.talk.i_told_a_story:
        return False
    for memory in _open_to(draft, about_other=True):
        if not is_story(memory) or not would_tell(draft.question, other, memory):
            continue
        if draft.talk.called and draft.talk.called in memory.text:
            shared = reminiscence(memory, persona, draft.talk.called)
            if shared is not None and draft.tell(shared, memory.id):
                return True
            continue
        if draft.tell(telling(memory, persona), memory.id):
            return True
    return False


def _tell(draft: Draft, memory: MemoryView) -> bool:
    told: Telling = telling(memory, draft.question.persona)
    if memory.told_by is not None and draft.draw() < _IN_BRIEF:
        told = in_brief(told)
    return draft.tell(told, memory.id)


def _open_to(draft: Draft, about_other: bool = False) -> list[MemoryView]:
    """What has not been told in this talk, was not heard from the other and does not speak of it."""
    question = draft.question
    by_id = {memory.id: memory for memory in question.memories}
    names = [name for name in (question.other.name, draft.talk.called) if name]
    found = []
    for key in question.untold:
        memory = by_id.get(key)
        if memory is None or key in draft.tells or not memory.text.strip():
            continue
        if memory.told_by is not None and memory.told_by in names:
            continue
        if not about_other and any(name in memory.text for name in names):
            continue
        if telling(memory, question.persona).fields["fact"].lower() in draft.said:
            continue
        found.append(memory)
    return found
