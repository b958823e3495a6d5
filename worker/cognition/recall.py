"""Remembering and recalling: memories made with embedding, importance and source; memories retrieved for a question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from backend.domain.chance import Chance
from backend.domain.events import MemoryKind, QuestionKind, Recorded, Remembered, Source
from backend.domain.memory.embedding import NgramEmbedder
from backend.domain.memory.index import Memory, MemoryIndex
from backend.domain.memory.retrieve import Scored, retrieve
from backend.domain.memory.vectors import encode
from backend.domain.questions import MemoryView, Scores
from backend.domain.view import View
from worker.cognition.ablations import COMPLETE, Ablations
from worker.cognition.importance import importance
from worker.cognition.telling import called

BUDGET: Mapping[QuestionKind, int] = {
    "plan_day": 400,
    "detail_plan": 60,
    "react": 160,
    "say": 240,
    "digest": 160,
    "reflect": 220,
    "answer": 320,
}
"""Tokens of memories that come to mind with a question; of a reflection, with each of its focal points."""
WORTH_TELLING = 5
"""Importance from which something seen or heard is worth telling."""
HEARD_WORTH_TELLING = 4
"""The same for what a person from outside said."""
MOST_UNTOLD = 3
MOST_STORIES = 3


class Recall:
    """All residents' memories, read from the log's events and from nothing else."""

    def __init__(
        self, synonyms: tuple[tuple[str, ...], ...], ablations: Ablations = COMPLETE, model: str | None = None
    ) -> None:
        self.ablations = ablations
        self.embedder = NgramEmbedder(synonyms)
        self.index = MemoryIndex(self.embedder.name, self.embedder.size, model)
        self._tellable: dict[str, list[str]] = {}
        self._stories: dict[str, list[str]] = {}
        self._heard: dict[str, set[str]] = {}
        """By resident: the memories of others that it was told, and the items of news that it knows of."""

    def learn(self, recorded: Recorded) -> None:
        self.index.learn(recorded)
        event = recorded.event
        if not isinstance(event, Remembered):
            return
        heard = self._heard.setdefault(event.resident, set())
        if event.source.by == "speaker":
            heard.update(event.source.memories)
        if event.news is not None:
            heard.add(event.news)
        if self._is_worth_telling(event):
            self._tellable.setdefault(event.resident, []).append(event.id)
        elif event.memory == "planted" and event.source.by == "scenario" and not event.about:
            self._stories.setdefault(event.resident, []).append(event.id)

    def restore(
        self, memories: Sequence[Recorded], accesses: Mapping[str, int], importances: Mapping[str, int]
    ) -> None:
        """Learns a whole past: the memories, and by id their last accesses (ticks) and ratings."""
        for recorded in memories:
            self.learn(recorded)
        for memory, tick in accesses.items():
            self.index.access(self.index.get(memory).event.resident, (memory,), tick)
        for memory, rating in importances.items():
            self.index.rate(self.index.get(memory).event.resident, {memory: rating})

    def recall(
        self,
        view: View,
        resident: str,
        about: Sequence[str],
        kind: QuestionKind,
        also: Iterable[str] = (),
    ) -> tuple[MemoryView, ...]:
        """The memories that come to mind for the texts in `about`, best first, then those in `also`.

        How many is a matter of the tokens that a question of this `kind` may cost, not of a number; what is in
        `also` comes on top.
        """
        best = self._retrieve(resident, [text for text in about if text], view.tick, BUDGET[kind])
        scored = {memory.memory: memory for memory in best}
        offered = tuple(also)
        found = [*scored, *(memory for memory in dict.fromkeys(offered) if memory not in scored)]
        shown = (self.show(view, resident, self.index.get(memory), scored.get(memory)) for memory in found)
        return tuple(
            memory.model_copy(update={"told": self._times_told(view, resident, memory.id)})
            if memory.id in offered or (kind == "reflect" and memory.news is not None)
            else memory
            for memory in shown
        )

    def _retrieve(self, resident: str, about: Sequence[str], tick: int, tokens: int) -> list[Scored]:
        """For each text in the embedding model's space if its vector has come, else in the built-in one."""
        if not about:
            return []
        of_model = {text: self.index.of_model(resident, text) for text in about}
        return retrieve(
            self.index,
            resident,
            [self.embedder.embed(text) for text in about if of_model[text] is None],
            tick,
            tokens=tokens,
            of_model=[vector for vector in of_model.values() if vector is not None],
        )

    def show(self, view: View, resident: str, memory: Memory, scored: Scored | None = None) -> MemoryView:
        event = memory.event
        told_by = event.source.who if event.source.by in ("speaker", "intervention") else None
        return MemoryView(
            id=event.id,
            memory=event.memory,
            text=event.text,
            importance=memory.importance,
            tick=memory.tick,
            told_by=None if told_by is None else called(view, resident, told_by),
            news=event.news,
            about=event.about,
            scores=None if scored is None else _scores(scored),
        )

    def untold(self, view: View, resident: str, other: str) -> tuple[str, ...]:
        """What is worth telling and was neither told to `other` nor heard from it: the weightiest, newest first."""
        told = {
            key.split("|", 1)[1] for key in view.state.attention[resident].told if key.startswith(f"{other}|")
        }
        news = {self.index.get(memory).event.news for memory in told if memory in self.index} - {None}
        now = view.scenario.calendar.at(view.tick)
        over = {
            item.id for item in view.scenario.news if item.occasion is not None and item.occasion.end <= now
        }
        texts = {self.index.get(memory).text for memory in told if memory in self.index}
        open_to = [
            memory
            for memory in map(self.index.get, self._tellable.get(resident, ()))
            if memory.id not in told
            and memory.event.news not in news
            and memory.event.news not in over
            and memory.text not in texts
            and other not in memory.event.about
            and memory.event.source.who != other
        ]
        best: dict[str, Memory] = {}
        for memory in sorted(open_to, key=lambda m: (-m.importance, -m.tick, m.id)):
            best.setdefault(memory.event.news or memory.text, memory)
        return tuple(memory.id for memory in best.values())[:MOST_UNTOLD]

    def has_heard(self, resident: str, told: str) -> bool:
        """Whether it was told a memory of somebody else's before, or knows the item of news that it carries."""
        heard = self._heard.get(resident, set())
        return told in heard or self.index.get(told).event.news in heard

    def of_news(self, resident: str, news: str) -> str | None:
        """Its first memory that carries the item of news; None if it does not know of it."""
        tellable = self._tellable.get(resident, ())
        return next((memory for memory in tellable if self.index.get(memory).event.news == news), None)

    def has_told(self, view: View, resident: str, other: str, memory: str) -> bool:
        """Whether it has passed on to `other`, or heard from it, this memory or another of the same news."""
        news = self.index.get(memory).event.news
        told = (key.split("|", 1) for key in view.state.attention[resident].told)
        return any(
            who == other and (one == memory or (news is not None and self.index.get(one).event.news == news))
            for who, one in told
            if one in self.index
        )

    def stories(self, view: View, resident: str, other: str) -> tuple[str, ...]:
        """What it remembers of its own past and has not told `other`, in an order that is another for everybody."""
        told = view.state.attention[resident].told
        day = view.scenario.calendar.day(view.tick)
        chance = Chance(view.seed, resident, f"stories|{other}", day)
        open_to = [
            (chance.unit(number), memory)
            for number, memory in enumerate(self._stories.get(resident, ()))
            if f"{other}|{memory}" not in told
        ]
        return tuple(memory for _, memory in sorted(open_to)[:MOST_STORIES])

    def _times_told(self, view: View, resident: str, memory: str) -> int:
        told = view.state.attention[resident].told
        heard_from = self.index.get(memory).event.source.who
        return sum(entry.endswith(f"|{memory}") for entry in told) - (heard_from is not None)

    def _is_worth_telling(self, event: Remembered) -> bool:
        if event.news is not None:
            return True
        if event.source.by == "intervention" and event.source.who is not None:
            return event.importance >= HEARD_WORTH_TELLING  # planted as hearsay
        if event.memory != "observation" or event.source.by == "thought" or event.text.endswith("?"):
            return False
        if event.source.by == "speaker":
            if event.source.talk is not None and not event.source.memories:
                return False  # a scrap of a talk that one caught in passing
            told = next((m for m in event.source.memories if m in self.index), None)
            if told is not None:
                original = self.index.get(told).event
                is_story = original.memory == "planted" and original.source.by == "scenario"
                if is_story or _is_sight_of_somebody(original):
                    return False
            return event.importance >= HEARD_WORTH_TELLING
        return event.importance >= WORTH_TELLING and not _is_sight_of_somebody(event)

    def notebook(self, view: View, resident: str) -> Notebook:
        return Notebook(self, view, resident)


def _is_sight_of_somebody(event: Remembered) -> bool:
    """What residents are seen doing is no news. Things and visitors have an id of more than one part, they of one."""
    return event.percept is not None and any(":" not in about for about in event.about)


def _scores(scored: Scored) -> Scores:
    return Scores(
        recency=round(scored.recency, 4),
        importance=round(scored.importance, 4),
        relevance=round(scored.relevance, 4),
        total=scored.score,
    )


class Notebook:
    """Makes the memories of one resident at one tick; their ids count on from those of the log."""

    def __init__(self, recall: Recall, view: View, resident: str) -> None:
        self._recall, self._view, self._resident = recall, view, resident
        ticks = recall.index.of(resident).ticks
        self._made = 0
        while self._made < len(ticks) and ticks[-1 - self._made] == view.tick:
            self._made += 1

    def note(
        self,
        text: str,
        memory: MemoryKind,
        source: Source,
        *,
        about: tuple[str, ...] = (),
        percept: str | None = None,
        news: str | None = None,
        weight: int | None = None,
    ) -> Remembered:
        """A memory of `text`; `weight` is its importance where somebody has rated it already."""
        if weight is None:
            item = next((n for n in self._view.scenario.news if n.id == news), None)
            heard = source.by in ("speaker", "intervention")
            weight = importance(
                text, memory, about=about, heard=heard, news=item.importance if item else None
            )
        made = Remembered(
            id=f"{self._resident}@{self._view.tick}.{self._made}",
            resident=self._resident,
            memory=memory,
            text=text,
            importance=weight,
            source=source,
            about=about,
            percept=percept,
            news=news,
            depth=self._depth(memory, source),
            vector=encode(self._recall.embedder.embed(text)),
            embedder=self._recall.embedder.name,
        )
        self._made += 1
        return made

    def _depth(self, memory: MemoryKind, source: Source) -> int:
        """How far a thought is from what was noticed; a thought may rest on thoughts (paper, figure 7)."""
        if memory != "reflection":
            return 0
        index = self._recall.index
        return 1 + max((index.get(ground).event.depth for ground in source.memories), default=0)
