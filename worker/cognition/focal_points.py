"""What to reflect on: three questions that the recent memories raise (paper, section 4.2).

The paper has a model ask them. Here they come from what was taken in, by weight: of news, of people, of what the
resident is at. They are words, so that they can be retrieved for and put before any mind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from backend.domain.chance import Chance
from backend.domain.memory.index import Memory
from backend.domain.view import View
from worker.cognition.telling import called

FOCAL_POINTS = 3
RECENT = 100
"""Memories that are looked through."""
NEWS = 3
"""How much more an item of news counts than its importance: it is talked of once and thought about for long."""
_LONGEST = 160
_OF_A_KIND = 2
"""Questions about people at the most, and about news."""

_ON_PEOPLE = (
    "What is {who} to {me}?",
    "How well do {me} and {who} get on?",
    "What matters to {who} these days?",
    "What has {me} learned about {who}?",
)
_ON_NEWS = (
    "What should {me} do about this: {what}?",
    "What does {me} make of this: {what}?",
    "What will come of this: {what}?",
)
_ON_ONESELF = (
    "How is {me} getting on with what occupies {me} these days: {what}?",
    "What is most important to {me} now, beyond this: {what}?",
)
_ON_THE_DAY = ("What kind of day has it been for {me}?", "What would {me} like to be different?")


def focal_points(view: View, resident: str, recent: Sequence[Memory]) -> tuple[str, ...]:
    """The three questions, weightiest first, from the last memories."""
    me = view.persona(resident).first_name
    chance = Chance(view.seed, resident, "focal points", view.tick)
    on_news = [(weight, _ON_NEWS, what) for weight, what in _news(recent)[:_OF_A_KIND]]
    on_people = [
        (weight, _ON_PEOPLE, called(view, resident, who))
        for weight, who in _people(view, resident, recent)[:_OF_A_KIND]
    ]
    on_oneself = [(_of_oneself(view, resident, recent), _ON_ONESELF, view.persona(resident).currently)]
    ranked = sorted([*on_news, *on_people, *on_oneself], key=lambda entry: (-entry[0], entry[2]))
    ranked += [(0, _ON_THE_DAY, "")] * FOCAL_POINTS
    found: list[str] = []
    for number, (_, wordings, what) in enumerate(ranked):
        words = chance.choice(wordings, number).format(me=me, who=what, what=_short(what))
        if words not in found:
            found.append(words)
    return tuple(found[:FOCAL_POINTS])


def _short(text: str) -> str:
    text = text.strip().rstrip(".!?")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"


def _news(recent: Sequence[Memory]) -> list[tuple[int, str]]:
    """Each item of news with the importance taken in with it, weightiest first."""
    weights: dict[str, int] = defaultdict(int)
    texts: dict[str, str] = {}
    for memory in recent:
        if memory.event.news is not None:
            weights[memory.event.news] += NEWS * memory.importance
            texts[memory.event.news] = memory.text
    return sorted(((weight, texts[news]) for news, weight in weights.items()), key=lambda e: (-e[0], e[1]))


def _people(view: View, resident: str, recent: Sequence[Memory]) -> list[tuple[int, str]]:
    """Those whom the memories are about, without mere sights, weightiest first."""
    weights: dict[str, int] = defaultdict(int)
    for memory in recent:
        if memory.event.percept is None and memory.event.memory != "planted":
            for who in memory.event.about:
                if who in view.state.residents and who != resident:
                    weights[who] += memory.importance
    return sorted(((weight, who) for who, weight in weights.items()), key=lambda e: (-e[0], e[1]))


def _of_oneself(view: View, resident: str, recent: Sequence[Memory]) -> int:
    """What plans and thoughts have counted, which are about oneself."""
    own = sum(memory.importance for memory in recent if memory.event.memory in ("plan", "reflection"))
    return own + view.persona(resident).trait_score("ambitious", "driven", "determined", "hardworking") * 5
