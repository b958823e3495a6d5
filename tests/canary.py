"""Secrets planted in one resident, and who may know of them by when, as lines, places and ears alone tell it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from backend.domain import events as e
from backend.domain.scenario import News, Scenario
from backend.domain.view import EARSHOT, distance
from tests.a_life import Life
from tests.whereabouts import Whereabouts

TOLD, KEPT, OWN = "zibeldorn", "quorvane", "tavilode"
"""Words that no town has: of an item of news, of what its owner keeps to itself, and of its persona."""


def with_canary(scenario: Scenario, owner: str) -> Scenario:
    """The scenario with three secrets in one resident: one to tell, one to keep, one in its description."""
    persona = scenario.personas[owner]
    kept = f"{persona.name} has never told anybody about the {KEPT} under the floor."
    told = News("canary", f"A {TOLD} can be seen by everybody in the old mill on Friday.", 8, (owner,))
    changed = replace(
        persona,
        about=f"{persona.about} {persona.first_name} once sailed on the {OWN.capitalize()}.",
        currently=f"{persona.first_name} is telling everybody about the {TOLD} in the old mill.",
        memories=(*persona.memories, kept),
    )
    return replace(scenario, personas=scenario.personas | {owner: changed}, news=(*scenario.news, told))


@dataclass(frozen=True)
class Leak:
    """A secret in something of a resident who can't have it."""

    word: str
    resident: str
    tick: int
    where: str

    def __str__(self) -> str:
        return f"{self.word} in {self.where} of {self.resident} at tick {self.tick}, who was never told"


class Canary:
    """Who was told which secret since when: by a line that has its word or passes on a memory with it."""

    def __init__(self, life: Life, owner: str) -> None:
        self.life = life
        self.owner = owner
        self._whereabouts = Whereabouts(life)
        self._texts = {memory.id: memory.text for _, memory in life.all(e.Remembered)}
        self.since: dict[tuple[str, str], int] = {(word, owner): 0 for word in (TOLD, KEPT, OWN)}
        """(word, resident) to the tick from which it may know."""
        for tick, line in life.all(e.Said):
            said = " ".join((line.text, *(self._texts[memory] for memory in line.tells)))
            for word in words_in(said):
                for resident in self._hearers(line, tick):
                    self.since.setdefault((word, resident), tick)

    def may_know(self, word: str, resident: str, tick: int) -> bool:
        return self.since.get((word, resident), tick + 1) <= tick

    def told(self, word: str) -> list[str]:
        """Those who got to know it from others."""
        return sorted(who for secret, who in self.since if secret == word and who != self.owner)

    def leaks(self) -> Iterator[Leak]:
        """Every question, every answer and every event of somebody who can't know what is in it."""
        for question in self.life.questions.values():
            yield from self.check(question.resident, question.tick, question.model_dump_json(), question.key)
            answer = self.life.answers.get(question.key)
            if answer is not None:
                text = f"{answer.payload}"
                yield from self.check(question.resident, question.tick, text, f"the answer to {question.key}")
        for recorded in self.life.log:
            event = recorded.event
            resident = getattr(event, "resident", getattr(event, "speaker", None))
            if resident in self.life.scenario.personas:
                yield from self.check(resident, recorded.tick, event.model_dump_json(), event.kind)

    def check(self, resident: str, tick: int, text: str, where: str) -> Iterator[Leak]:
        """The secrets in `text`, which is of `resident` at `tick`, that it can't know."""
        for word in words_in(text):
            if not self.may_know(word, resident, tick):
                yield Leak(word, resident, tick, where)

    def _hearers(self, line: e.Said, tick: int) -> list[str]:
        """To whom it is said, and whoever is near enough to overhear it."""
        if line.speaker not in self.life.scenario.personas:
            return list(line.to)
        at, arena = self._whereabouts.at(line.speaker, tick), self._whereabouts.arena(line.speaker, tick)
        near = [
            resident
            for resident in self.life.scenario.personas
            if self._whereabouts.arena(resident, tick) == arena
            and distance(self._whereabouts.at(resident, tick), at) <= EARSHOT
        ]
        return [*line.to, *near]


def words_in(text: str) -> list[str]:
    """The secrets of which the text has the word."""
    lower = text.lower()
    return [word for word in (TOLD, KEPT, OWN) if word in lower]
