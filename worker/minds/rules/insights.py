"""Insights: what a resident sees in its memories that none of them says by itself (paper, section 4.2)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from backend.domain.chance import Chance
from backend.domain.concern import concern
from backend.domain.questions import Insight, MemoryView, Reflect
from worker.minds.rules.inquiry import content_words
from worker.minds.rules.speech import bare, capital, doing, small, subject_of, substance
from worker.minds.rules.wording import clause

_MOST_GROUNDS = 6
_MOST_IMPORTANCE = 8
_WEIGHED = 3
"""The weightiest grounds, whose mean an insight weighs at the least."""
WORRYING = 0.6
_PLANTED = 0.5
"""What a memory from before the town's first day counts in whom one has on one's mind."""

_SEEN = re.compile(r"^(?P<name>[A-Z][\w'.-]*(?: [A-Z][\w'.-]*)*) is [a-z]+ing\b")
_TALKED = re.compile(r"\band (?P<name>[A-Z][\w'.-]*(?: [A-Z][\w'.-]*)*) (?:talked|greeted|argued)\b")
_TOPICS = re.compile(r"\b(?:talked|argued) about (?P<topics>[^.]+)")
_KEPT_OR_NOT = re.compile(r"^(?P<name>[A-Z][\w'.-]*(?: [A-Z][\w'.-]*)*) (?:had said yes to|has come to)\b")
_ACTIVITY = re.compile(r"\b(?:is|was)\s+([a-z]+ing\b[^.,;]*)")
_SAYS_NOTHING = frozenset(("this and that", "some news", "how they are", "the day", "talking", "walking by"))
BROKEN = re.compile(r"\bdid not come\b")
KEPT = re.compile(r"\bas promised\b")

_OF_TOPIC = (
    "{me} and {who} keep coming back to {what}.",
    "With {who}, {me} ends up at {what} sooner or later.",
    "{what_capital} is what {me} and {who} have in common.",
)
_OF_TALKS = (
    "{me} and {who} have a lot to say to each other.",
    "{who_capital} is becoming somebody {me} talks with often.",
    "{me} looks forward to the next talk with {who}.",
    "{me} knows {who} better than a while ago.",
)
_OF_TIDINGS = (
    "{me} likes to hear what {who} has to tell.",
    "{who_capital} is always among the first to know.",
    "Much of what {me} knows of the town comes from {who}.",
)
_OF_HABIT = (
    "{who_capital} spends much time {what}.",
    "{who_capital} is hardly to be met but {what}.",
    "To know where {who} is, {me} thinks of {what}.",
)
_OF_PRESENCE = (
    "{who_capital} is on {me}'s mind these days.",
    "{me} sees {who} about more often than before.",
    "{me} wonders how {who} is getting on.",
)
_OF_A_BROKEN_WORD = ("{me} can't count on {who}.", "{me} thinks twice before relying on {who} again.")
_OF_A_KEPT_WORD = ("{who_capital} keeps a word, and {me} has noticed.", "{me} can count on {who}.")
_OF_NEWS = (
    "{me} keeps thinking of it that {what}.",
    "It does not leave {me} alone that {what}.",
    "It matters to {me} that {what}.",
    "{me} wants to see what comes of it that {what}.",
)
_OF_MUCH_NEWS = (
    "{me} hears from all sides that {what}.",
    "It is talked of everywhere that {what}, {me} finds.",
)
_OF_TROUBLE = (
    "{me} is worried and wants to be sure that {what} is in order again.",
    "{me} can't rest before {what} is in order again.",
)
_OF_PROJECT = (
    "{me} keeps coming back to {what}.",
    "{what_capital} means more to {me} than it seemed at first.",
    "{me} does best when it is about {what}.",
)
_OF_WORK = (
    "{me} takes the work as {what} seriously.",
    "Being {what} is more to {me} than a living.",
    "{me}'s days turn around the work as {what}.",
)
_OF_THE_DAY = (
    "{me} thinks about {what} and finds that it mattered.",
    "Of all that has been, {what} stays with {me}.",
    "{me} would not want to have missed {what}.",
)
_OF_NOTHING_MUCH = (
    "{me} thinks back over the last hours and finds that they were well spent.",
    "It has been an ordinary stretch of days for {me}, and that is no bad thing.",
    "{me} notices how quickly the hours go by.",
)


@dataclass(frozen=True)
class Looking:
    """A resident who looks back on what a question puts before it."""

    question: Reflect

    @cached_property
    def chance(self) -> Chance:
        return Chance(self.question.seed, self.question.resident, "reflect", self.question.tick)

    @cached_property
    def people(self) -> list[tuple[str, list[MemoryView]]]:
        """Those whom the memories name, with these, those first who are on the resident's mind most."""
        named: dict[str, list[MemoryView]] = defaultdict(list)
        for memory in self.question.memories:
            for name in self._names(memory):
                named[name].append(memory)
        return sorted(
            named.items(),
            key=lambda item: (-sum(_PLANTED if m.memory == "planted" else 1 for m in item[1]), item[0]),
        )

    @cached_property
    def news(self) -> list[list[MemoryView]]:
        """The memories of each item of news, the weightiest item first."""
        items: dict[str, list[MemoryView]] = defaultdict(list)
        for memory in self.question.memories:
            if memory.news is not None:
                items[memory.news].append(memory)
        return sorted(items.values(), key=lambda item: (-max(m.importance for m in item), item[0].text))

    def _names(self, memory: MemoryView) -> list[str]:
        """Who was seen, who was talked with, who told it, who kept a word or did not."""
        found = [memory.told_by] if memory.told_by is not None and memory.told_by[:1].isupper() else []
        for pattern in (_SEEN, _TALKED, _KEPT_OR_NOT):
            if (match := pattern.search(memory.text)) is not None:
                found.append(match.group("name"))
        for name in self._known:
            if name in memory.text:
                found.append(name)
        return [name for name in dict.fromkeys(found) if name not in self.question.persona.name]

    @cached_property
    def _known(self) -> list[str]:
        """Names that a focal point asks about."""
        return [
            name
            for point in self.question.focal_points
            if ": " not in point  # behind a colon stands news, which names places and days, too
            for name in re.findall(r"[A-Z][\w'-]+ [A-Z][\w'-]+", point)
            if name != self.question.persona.name
        ]

    def insight(
        self, wordings: Sequence[str], number: int, grounds: Sequence[MemoryView], more: int = 1, **words: str
    ) -> Insight:
        me = self.question.persona.name
        capitals = {f"{key}_capital": capital(value) for key, value in words.items()}
        text = self.chance.choice(wordings, number).format(me=me, **words, **capitals)
        weighed = sorted((memory.importance for memory in grounds), reverse=True)[:_WEIGHED]
        importance = min(_MOST_IMPORTANCE, round(sum(weighed) / len(weighed)) + more)
        return Insight(
            text=capital(text)[:500],
            importance=importance,
            because=tuple(memory.id for memory in grounds[:_MOST_GROUNDS]),
        )


def insights_of(looking: Looking) -> Iterator[list[Insight]]:
    """Insights by what they are about: trouble, news, people, oneself; each weightiest first."""
    yield _on_trouble(looking)
    yield _on_news(looking)
    yield _on_people(looking)
    yield _on_oneself(looking)


def on_the_day(looking: Looking) -> Insight:
    """What one sees who sees nothing else; there must be a memory."""
    noticed = [m for m in looking.question.memories if m.memory != "reflection"]
    first = max(noticed or looking.question.memories, key=lambda m: (m.importance, m.tick, m.id))
    subject = subject_of(substance(first.text))
    if subject and looking.question.persona.first_name not in subject:
        return looking.insight(_OF_THE_DAY, 90, [first], 0, what=subject)
    return looking.insight(_OF_NOTHING_MUCH, 91, [first], 0)


def _on_trouble(looking: Looking) -> list[Insight]:
    alarming = [
        memory
        for memory in looking.question.memories
        if memory.memory == "observation"
        and memory.told_by is None
        and (not memory.about or any(":" in about for about in memory.about))  # things have an id of parts
        and concern(memory.text) >= WORRYING
    ]
    alarming.sort(key=lambda m: (-m.importance, m.id))
    if not alarming:
        return []
    subject = subject_of(alarming[0].text) or "everything"
    return [looking.insight(_OF_TROUBLE, 1, alarming[:3], what=subject)]


def _on_news(looking: Looking) -> list[Insight]:
    found = []
    for number, item in enumerate(looking.news[:2]):
        what = clause(item[0].text)
        if looking.question.persona.name in what:
            continue
        tellers = {memory.told_by for memory in item}
        wordings = _OF_MUCH_NEWS if len(tellers) >= 3 else _OF_NEWS
        grounds = [*item, *_thoughts_on(looking, what)]
        found.append(looking.insight(wordings, 10 + number, grounds, what=what))
    return found


def _thoughts_on(looking: Looking, what: str) -> list[MemoryView]:
    """Earlier reflections on the same: insights may rest on insights."""
    start = what[:60].lower()
    return [m for m in looking.question.memories if m.memory == "reflection" and start in m.text.lower()]


def _on_people(looking: Looking) -> list[Insight]:
    found = []
    for number, (who, grounds) in enumerate(looking.people[:3], start=20):
        talks = [memory for memory in grounds if memory.memory == "conversation"]
        told = [memory for memory in grounds if memory.told_by == who]
        broken = [memory for memory in grounds if BROKEN.search(memory.text)]
        kept = [memory for memory in grounds if KEPT.search(memory.text)]
        topic, habit = _topic(talks), _habit(grounds)
        if broken:
            found.append(looking.insight(_OF_A_BROKEN_WORD, number, [*broken, *grounds], 1, who=who))
        elif kept:
            found.append(looking.insight(_OF_A_KEPT_WORD, number, [*kept, *grounds], 1, who=who))
        elif topic:
            found.append(looking.insight(_OF_TOPIC, number, talks, 1, who=who, what=topic))
        elif len(talks) >= 2:
            found.append(looking.insight(_OF_TALKS, number, grounds, 1, who=who))
        elif len(told) >= 2 or (told and talks):
            found.append(looking.insight(_OF_TIDINGS, number, [*told, *talks], 0, who=who))
        elif habit:
            found.append(looking.insight(_OF_HABIT, number, grounds, 1, who=who, what=habit))
        elif len(grounds) >= 2 and any(memory.memory != "planted" for memory in grounds):
            found.append(looking.insight(_OF_PRESENCE, number, grounds, 0, who=who))
    return found


def _topic(talks: Sequence[MemoryView]) -> str:
    """What two talks at least were about."""
    counted = Counter(
        topic.strip()
        for memory in talks
        for match in _TOPICS.findall(memory.text)
        for topic in re.split(r",| and ", match)
    )
    common = [topic for topic, times in counted.most_common() if times >= 2 and topic not in _SAYS_NOTHING]
    return common[0] if common else ""


def _habit(memories: Sequence[MemoryView]) -> str:
    """What was seen being done at least twice."""
    seen = [m for m in memories if m.memory == "observation" and m.told_by is None and m.news is None]
    counted = Counter(bare(match) for memory in seen for match in _ACTIVITY.findall(memory.text))
    common = [what for what, times in counted.most_common() if times >= 2 and not what.startswith("talking")]
    return common[0] if common and not common[0].startswith(tuple(_SAYS_NOTHING)) else ""


def _on_oneself(looking: Looking) -> list[Insight]:
    """What the own doings say about oneself."""
    persona, found = looking.question.persona, []
    what = project(looking.question)
    words = content_words(persona.currently) - content_words(persona.name)
    grounds = [m for m in looking.question.memories if len(words & content_words(m.text)) >= 2]
    if what and grounds:
        found.append(looking.insight(_OF_PROJECT, 30, grounds, 0, what=what))
    if persona.job is not None:
        spoken = {persona.job.title.lower(), *(task.activity.lower() for task in persona.job.tasks)}
        grounds = [m for m in looking.question.memories if any(word in m.text.lower() for word in spoken)]
        if len(grounds) >= 2:
            title = persona.job.title
            article = "" if title.split()[0].lower() in ("a", "an", "the") else "a"
            article = "an" if article and title[:1].lower() in "aeio" else article
            found.append(looking.insight(_OF_WORK, 31, grounds, 0, what=f"{article} {title}".strip()))
    return found


def project(question: Reflect) -> str:
    """What occupies the resident these days, in the -ing form; empty where it can't be said so."""
    persona = question.persona
    first = re.split(r",| and (?=(?:still |now |also )?(?:is|has|would|\w+s)\b)", persona.currently)[0]
    return small(doing(first, persona.name))
