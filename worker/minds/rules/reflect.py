"""What a resident makes of its memories: a few insights, each with its grounds (paper, section 4.2)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from backend.domain.chance import Chance
from backend.domain.concern import concern
from backend.domain.questions import Insight, MemoryView, Reflect, ReflectAnswer
from worker.minds.rules.speech import bare, subject_of, substance, topic_of

MOST_INSIGHTS = 5
_MOST_GROUNDS = 6
_MOST_IMPORTANCE = 8
_SEEN = re.compile(r"^(?P<name>[A-Z][\w'.-]*(?: [A-Z][\w'.-]*)*) is [a-z]+ing\b")
_TALKED = re.compile(r"\band (?P<name>[A-Z][\w'.-]*(?: [A-Z][\w'.-]*)*) (?:talked|greeted)\b")
_ACTIVITY = re.compile(r"\b(?:is|was)\s+([a-z]+ing\b[^.,;]*)")


def reflect(question: Reflect) -> ReflectAnswer:
    """One to five insights from what is most important and most frequent; none without memories."""
    chance = Chance(question.seed, question.resident, "reflect", question.tick)
    known = {memory.text for memory in question.memories if memory.memory == "reflection"}
    found = [
        *_on_troubles(question),
        *_on_news(question),
        *_on_people(question, chance),
        *_on_itself(question),
    ]
    fresh = [insight for insight in found if insight.text not in known]
    if not fresh and question.memories:
        fresh = [_on_the_day(question)]
    fresh.sort(key=lambda insight: (-insight.importance, insight.text))
    chosen = tuple(fresh[:MOST_INSIGHTS])
    cites = tuple(dict.fromkeys(memory for insight in chosen for memory in insight.because))
    return ReflectAnswer(insights=chosen, cites=cites)


def _insight(text: str, grounds: list[MemoryView], more: int = 1) -> Insight:
    importance = min(_MOST_IMPORTANCE, max(memory.importance for memory in grounds) + more)
    return Insight(
        text=text[:500], importance=importance, because=tuple(m.id for m in grounds[:_MOST_GROUNDS])
    )


def _on_people(question: Reflect, chance: Chance) -> list[Insight]:
    """Those whom the memories name most."""
    own = question.persona.name
    grounds: dict[str, list[MemoryView]] = defaultdict(list)
    for memory in question.memories:
        for name in _names(memory, question):
            grounds[name].append(memory)
    ranked = sorted(grounds.items(), key=lambda item: (-len(item[1]), item[0]))[:3]
    found = []
    for number, (name, memories) in enumerate(ranked):
        talks = [memory for memory in memories if memory.memory == "conversation" or memory.told_by == name]
        if len(talks) >= 2:
            text = chance.choice(
                (
                    f"{own} and {name} have a lot to say to each other.",
                    f"{name} is becoming somebody {own} talks with often.",
                    f"{own} likes to hear what {name} has to tell.",
                ),
                number,
            )
        elif len(memories) >= 3 and (what := _usual(memories)):
            text = f"{name} spends much time {what}."
        elif len(memories) >= 2:
            text = f"{name} is on {own}'s mind these days."
        else:
            continue
        found.append(_insight(text, memories))
    return found


def _names(memory: MemoryView, question: Reflect) -> list[str]:
    """The people that a memory names: who was seen, who was talked with, who told it."""
    found = [memory.told_by] if memory.told_by is not None and memory.told_by[:1].isupper() else []
    for pattern in (_SEEN, _TALKED):
        if (match := pattern.search(memory.text)) is not None:
            found.append(match.group("name"))
    return [name for name in dict.fromkeys(found) if name not in question.persona.name]


def _usual(memories: list[MemoryView]) -> str:
    """What was seen being done at least twice."""
    counted = Counter(bare(match) for memory in memories for match in _ACTIVITY.findall(memory.text))
    common = counted.most_common(1)
    return common[0][0] if common and common[0][1] >= 2 else ""


def _on_troubles(question: Reflect) -> list[Insight]:
    own = question.persona.name
    alarming = [
        m
        for m in question.memories
        if m.memory == "observation" and m.told_by is None and concern(m.text) >= 0.6
    ]
    alarming.sort(key=lambda m: (-m.importance, m.id))
    found = []
    for memory in alarming[:1]:
        subject = subject_of(memory.text)
        about = f"{subject} is in order again" if subject else "everything is in order again"
        found.append(
            _insight(f"{own} is worried and wants to be sure that {about}.", [memory, *alarming[1:3]])
        )
    return found


def _on_news(question: Reflect) -> list[Insight]:
    own = question.persona.name
    news: dict[str, list[MemoryView]] = defaultdict(list)
    for memory in question.memories:
        if memory.news is not None:
            news[memory.news].append(memory)
    found = []
    for memories in news.values():
        subject = topic_of(substance(memories[0].text), own)
        if subject:
            verb = "hears about" if len(memories) > 1 else "keeps thinking about"
            found.append(_insight(f"{own} {verb} {subject} and wants to know how it goes on.", memories))
    return found


def _on_itself(question: Reflect) -> list[Insight]:
    """What the resident's own doings say about it."""
    persona = question.persona
    if persona.job is None:
        return []
    words = {persona.job.title.lower(), *(task.activity.lower() for task in persona.job.tasks)}
    grounds = [m for m in question.memories if any(word in m.text.lower() for word in words)]
    if len(grounds) < 2:
        return []
    return [_insight(f"{persona.name} takes the work as {persona.job.title} seriously.", grounds, more=0)]


def _on_the_day(question: Reflect) -> Insight:
    first = max(question.memories, key=lambda m: (m.importance, m.tick, m.id))
    subject = subject_of(substance(first.text))
    about = f"about {subject}" if subject else "back over the last hours"
    return _insight(f"{question.persona.name} thinks {about} and finds that it mattered.", [first], more=0)
