"""Coming up to somebody from outside: a resident speaks first."""

from __future__ import annotations

from backend.domain.events import RelationshipChanged, Source
from backend.domain.questions import DELAY, Reply, ReplyAnswer
from backend.domain.state import Relationship
from backend.domain.view import View
from backend.domain.wishes import Ask, Hail, Wish
from worker.cognition.acquaintance import acquaintance, last_words
from worker.cognition.hurry import hurry
from worker.cognition.questions import common
from worker.cognition.recall import Recall

WARMER = 0.02
"""How much closer one feels to a visitor after a first friendly word."""


def greet(recall: Recall, view: View, resident: str, visitor: str, arrival: int) -> Ask:
    """What to say first, asked for on the way there.

    Args:
        recall: The residents' memories.
        view: The town now.
        resident: Who comes up.
        visitor: To whom; it is in town.
        arrival: The tick at which the resident is there.
    """
    shared = acquaintance(view, resident, visitor)
    named = view.state.residents[resident].relationships.get(visitor, Relationship()).name
    about = [named or "a visitor", *(line.text for line in shared.before[-2:])]
    memories = recall.recall(
        view, resident, about, "answer", also=last_words(recall, resident, visitor, shared.before)
    )
    effect = max(view.tick + (DELAY["react"] or 0), arrival)
    question = Reply(
        **{**common(view, "answer", resident, about=(visitor,)), "effect": effect},
        memories=memories,
        visitor=visitor,
        visitor_name=named or "",
        text="",
        lines=shared.lines,
        before=shared.before,
        minutes_since=shared.minutes_since,
        hurry=hurry(view, resident),
        closeness=closeness(view, resident, visitor),
    )
    return Ask(question, about=visitor)


def take_greeting(recall: Recall, view: View, question: Reply, answer: ReplyAnswer) -> list[Wish]:
    """The words, if the visitor is still there to hear them."""
    resident, first = question.resident, view.persona(question.resident).first_name
    whom = question.visitor_name or "a visitor"
    memory = recall.notebook(view, resident).note(
        f"{first} said to {whom}: “{answer.text}”",
        "conversation",
        Source(by="conversation", who=question.visitor, question=question.key, memories=answer.cites),
        about=(question.visitor,),
    )
    return [Hail(resident, question.visitor, answer.text, question.key), memory]


def closeness(view: View, resident: str, visitor: str) -> float:
    return view.state.residents[resident].relationships.get(visitor, Relationship()).closeness


def warmed(view: View, question: Reply, answer: ReplyAnswer) -> list[Wish]:
    """What the words have made of the two: a little more or less than they were to each other."""
    resident, visitor = question.resident, question.visitor
    known = view.state.residents[resident].relationships.get(visitor, Relationship())
    change = answer.warmth or (WARMER if not question.lines and known.closeness >= 0 else 0.0)
    value = round(max(-1.0, min(1.0, known.closeness + change)), 2)
    if value == round(known.closeness, 2):
        return []
    name = question.visitor_name or "the visitor"
    reason = f"a word with {name}" if change > 0 else f"{name} was unkind"
    return [
        RelationshipChanged(
            resident=resident, other=visitor, closeness=value, note=known.note or "A visitor to the town.",
            reason=reason, cause=question.key,
        )
    ]  # fmt: skip
