"""A line in the making: its sentences, and what it passes on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from backend.domain.chance import Chance
from backend.domain.questions import Refusal
from worker.minds.rules.at_leisure import is_busy
from worker.minds.rules.conversation import Conversation
from worker.minds.rules.daytime import daytime
from worker.minds.rules.phrases import filled
from worker.minds.rules.plan_day import article
from worker.minds.rules.speech import capital, doing
from worker.minds.rules.telling import Telling
from worker.minds.rules.wording import own_words, their_words

_LONGEST = 480
_WHERE = re.compile(
    r" (?:at|on|from|behind|in) the (?:[\w-]+ )?"
    r"(?:desk|counter|podium|blackboard|easel|table|shelf|shelves|grass|piano|mirror|bar)$"
)
"""Where a thing is done, which one leaves out when one speaks of it."""
_NOT_FOR_ANYBODY = re.compile(
    r"(?i)\b(invites?|announces?|tells? (?:people|everybody|everyone)|husband|wife|love[sd]?|crush|secret\w*)\b"
)


_OF_THE_FAMILY = re.compile(r"(?i)\b(son|daughter|mother|father|brother|sister|parents|child(?:ren)?)\b")


def _without_place(activity: str) -> str:
    short = _WHERE.sub("", activity)
    return short if " " in short else activity


@dataclass
class Draft:
    """What is said next, sentence by sentence."""

    talk: Conversation
    parts: list[str] = field(default_factory=list)
    tells: list[str] = field(default_factory=list)
    cites: list[str] = field(default_factory=list)
    introduces: bool = False
    invites: str | None = None
    accepts: list[str] = field(default_factory=list)
    declines: list[Refusal] = field(default_factory=list)
    ordinal: int = 0

    def __post_init__(self) -> None:
        question = self.talk.question
        self.question = question
        self.chance = Chance(question.seed, question.resident, f"say|{question.talk}", question.tick)
        self.said = self._nameless(" ".join(line.text for line in question.lines))
        self.known = self._fields()

    def _nameless(self, text: str) -> str:
        """Without the names of the two: "Pleased to meet you, Ana" is said back in other words."""
        for name in (self.talk.called, self.question.persona.first_name):
            text = re.sub(rf"\b{re.escape(name)}\b", "", text) if name and name in text else text
        return text.lower()

    def _fields(self) -> dict[str, str]:
        question = self.question
        persona = question.persona
        job = persona.job
        leisure = self.talk.constant.choice(persona.leisure, 2).activity if persona.leisure else ""
        task = self.talk.constant.choice(job.tasks, 3).activity if job is not None and job.tasks else ""
        leisure, task = own_words(leisure, persona), own_words(task, persona)
        leisure, task = _without_place(leisure), _without_place(task)
        place = question.occasion.removeprefix("met ").strip()
        own = question.activity.removesuffix(place).strip() if place else question.activity
        fields = {
            "name": self.talk.called,
            "me": persona.name,
            "daytime": daytime(question.minute),
            "job_title": article(job.title) if job is not None else "",
            "their_job": article(question.other.job)
            if question.other.job and question.other.closeness < 0.3
            else "",
            "task": task,
            "leisure": leisure,
            "current": self._current(),
            "doing": ""
            if own.startswith("knocking")
            else _without_place(own_words(doing(own, persona.name), persona)),
            "their_doing": their_words(doing(question.other.activity, question.other.name or "")),
        }
        fields["their_work"] = fields["their_doing"] if is_busy(question.other.activity) else ""
        fields["often"] = "here often" if self.talk.place not in ("", "street", "home") else ""
        fields["friend"] = self.talk.called if question.other.closeness >= 0.3 else ""
        fields["Current"] = capital(fields["current"])
        fields |= {
            f"{name}_capital": capital(fields[name]) for name in ("daytime", "leisure", "task", "their_doing")
        }
        return fields

    def _current(self) -> str:
        """What occupies the resident, in its own words, to go on behind "these days".

        Empty where it is a cause that one tells of as news, or a matter of the heart.
        """
        current = self.question.persona.currently
        if _NOT_FOR_ANYBODY.search(current) or (self.talk.close_kin and _OF_THE_FAMILY.search(current)):
            return ""
        spoken = own_words(current, self.question.persona)
        return spoken.rstrip(". ") if spoken.startswith(("I ", "My ", "I'")) else ""

    def draw(self) -> float:
        """A number in [0, 1), each time another."""
        self.ordinal += 1
        return self.chance.unit(self.ordinal)

    def pick(self, act: str, tone: str | None = None, **more: str) -> str:
        """A phrase of the act that has not been said in this talk; empty if none is left."""
        options = filled(act, tone or self.talk.tone, {**self.known, **more})
        fresh = [text for text in options if self._nameless(text) not in self.said and text not in self.parts]
        self.ordinal += 1
        return self.chance.choice(fresh, self.ordinal) if fresh else ""

    def add(self, act: str, tone: str | None = None, **more: str) -> bool:
        text = self.pick(act, tone, **more)
        if text:
            self.parts.append(text)
        return bool(text)

    def tell(self, told: Telling, memory: str) -> bool:
        """Adds what passes `memory` on; False if the line grows too long for it."""
        tone = self.talk.tone
        text = self.pick(told.act, tone, **told.fields) or self.pick(told.act, "plain", **told.fields)
        if not text or sum(map(len, self.parts)) + len(text) > _LONGEST:
            return False
        self.parts.append(text)
        self.tells.append(memory)
        self.cites.append(memory)
        return True
