"""What a resident says to a person from outside, from its memories, plan, activity and persona alone.

The person's words are data: they choose among the things a resident can say, and no more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from backend.domain.calendar import MINUTES_PER_DAY
from backend.domain.chance import Chance
from backend.domain.concern import ALARMING, concern
from backend.domain.questions import MemoryView, PersonView, Reply, ReplyAnswer
from worker.minds.rules.acquaintances import ago, bond, departure, place_meant, sighting
from worker.minds.rules.at_leisure import is_at_work
from worker.minds.rules.daytime import clock, daytime
from worker.minds.rules.inquiry import Inquiry, cleaned, content_words, inquiry
from worker.minds.rules.phrases.visitor import reply_phrases
from worker.minds.rules.plan_day import article
from worker.minds.rules.recollection import recollect
from worker.minds.rules.speech import bare, capital, doing, in_first_person
from worker.minds.rules.telling import telling
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
from worker.minds.rules.wording import own_words

_OVERHEARD = re.compile(r"^.{2,80} said to .{2,160}?: “")


def answer(question: Reply) -> ReplyAnswer:
    """A reply in the persona's temper; it cites the memories it was made from."""
    return _Reply(
        question, inquiry(question.text, question.persona, question.people), _tone(question)
    ).build()


def _tone(question: Reply) -> str:
    mood = temper(question.persona)
    if mood.warm <= -0.5:
        return "abrasive" if mood.is_abrasive else "gruff"
    if mood.outgoing <= -0.5:
        return "shy"
    return "warm" if mood.warm >= 0.6 else "plain"


@dataclass
class _Reply:
    question: Reply
    asked: Inquiry
    tone: str

    def __post_init__(self) -> None:
        question = self.question
        said = {line.text for line in question.lines if line.speaker == question.visitor}
        self.memories = [
            memory
            for memory in question.memories
            if _is_knowledge(memory, question.visitor, question.visitor_name) and memory.text not in said
        ]
        self.chance = Chance(question.seed, question.resident, f"answer|{question.key}", question.tick)
        self.ordinal = 0
        self.cites: list[str] = []

    def phrase(self, act: str, **fields: str) -> str:
        """A phrase of the act that the resident has not just said to this person."""
        options = reply_phrases(act, self.tone, {"me": self.question.persona.name, **fields})
        said = " ".join(line.text for line in self.question.lines if line.speaker == self.question.resident)
        fresh = [option for option in options if option not in said] or options
        self.ordinal += 1
        return self.chance.choice(fresh, self.ordinal) if fresh else ""

    def build(self) -> ReplyAnswer:
        question = self.question
        if question.closeness <= UNWELCOME:
            return self._unwelcome()
        if self.asked.topic == "insult" and was_insulted(question):
            return self._said(self.phrase("had_enough"), ends=True, warmth=HURT)
        parts: list[str] = []
        if is_back(question):
            parts.append(self._welcome_back())
        elif self.asked.greets or not question.text:
            parts.append(self.phrase("hello", daytime=daytime(question.minute)))
        if not question.text:
            parts += self._opening()
        elif question.said_before:
            return self._something_to_add()
        elif body := self._body():
            parts.append(body)
        ends = self.asked.topic == "bye" or says_goodbye(question.text)
        if not ends and (reason := self._called_away()):
            parts.append(self.phrase("called_away", reason=reason))
            ends = True
        warmth = {"insult": HURT, "thanks": THANKED}.get(self.asked.topic, 0.0)
        return self._said(" ".join(parts) or self.phrase("unsure"), ends=ends, warmth=warmth)

    def _said(self, text: str, *, ends: bool = False, warmth: float = 0.0) -> ReplyAnswer:
        return ReplyAnswer(text=text[:1000], cites=tuple(dict.fromkeys(self.cites)), ends=ends, warmth=warmth)

    # -- being with somebody from outside ------------------------------------------------------------------

    def _unwelcome(self) -> ReplyAnswer:
        if is_sorry(self.question.text):
            return self._said(self.phrase("forgiven"), warmth=MADE_UP)
        return self._said(self.phrase("refuse"), ends=True)

    def _welcome_back(self) -> str:
        """Comes back to what was said the last time."""
        question = self.question
        parts = [self.phrase("welcome_back", visitor=question.visitor_name)]
        recalled = worth_recalling(question)
        if recalled is not None:
            act, words = recalled
            self.cites += [memory.id for memory in question.memories if memory.text == words][:1]
            parts.append(self.phrase(act, words=words))
        return " ".join(parts)

    def _opening(self) -> list[str]:
        """What one says to somebody whom one has come up to."""
        if self.question.visitor_name:
            return [self.phrase("open_again")] if not is_back(self.question) else []
        return [self.phrase("open_stranger")]

    def _something_to_add(self) -> ReplyAnswer:
        """After somebody else's answer: what one knows oneself; a greeting for a greeting; else nothing."""
        question = self.question
        if self.asked.topic == "nothing" and self.asked.greets:
            greeting = "welcome_back" if is_back(question) else "hello"
            now = daytime(question.minute)
            return self._said(self.phrase(greeting, daytime=now, visitor=question.visitor_name))
        body = self._body()
        is_new = bool(self.cites) and not any(body in line.text for line in question.said_before)
        return self._said(f"{self.phrase('add')} {body}" if is_new else "")

    def _called_away(self) -> str:
        question = self.question
        if question.hurry:
            return question.hurry
        is_long = len(question.lines) >= MOST_LINES
        return "work is waiting" if is_long and is_at_work(question.persona, question.activity) else ""

    def _body(self) -> str:
        handler = {
            "nothing": lambda: "" if self.asked.greets else self.phrase("nothing_said"),
            "name": lambda: self.phrase("name"),
            "my_name": self._your_name,
            "invitation": lambda: self.phrase("invitation"),
            "real": lambda: self.phrase("real"),
            "trouble": lambda: self.phrase("trouble"),
            "request": lambda: self.phrase("request"),
            "taste": self._taste,
            "mood": lambda: self.phrase("mood"),
            "self": self._self,
            "work": self._work,
            "doing": self._doing,
            "why_doing": self._why,
            "plans": self._plans,
            "home": self._home,
            "hours": self._hours,
            "likes": self._likes,
            "current": self._current,
            "news": self._news,
            "person": self._person,
            "whereabouts": self._whereabouts,
            "orders": lambda: self.phrase("orders"),
            "insult": lambda: self.phrase("insult"),
            "thanks": lambda: self.phrase("welcome"),
            "bye": lambda: self.phrase("bye", daytime=daytime(self.question.minute)),
            "time": lambda: self.phrase("time", now=clock(self.question.minute)),
            "place": self._place,
            "remark": self._remark,
            "question": self._from_memory,
        }[self.asked.topic]
        return handler()

    # -- from the persona ----------------------------------------------------------------------------------

    def _self(self) -> str:
        job = self.question.persona.job
        who = self.phrase("self_job", job=article(job.title)) if job is not None else self.phrase("name")
        current = self._current()
        return f"{who} {current}".strip()

    def _work(self) -> str:
        job = self.question.persona.job
        if job is None:
            return self.phrase("no_job")
        tasks = [own_words(task.activity, self.question.persona) for task in job.tasks]
        task = self.chance.choice(tasks, 90) if tasks else ""
        return self.phrase("work" if task else "self_job", job=article(job.title), task=task)

    def _likes(self) -> str:
        persona = self.question.persona
        likes = list(dict.fromkeys(own_words(leisure.activity, persona) for leisure in persona.leisure))[:2]
        return self.phrase("likes", likes=" and ".join(likes)) if likes else self.phrase("unsure")

    def _taste(self) -> str:
        """What one thinks of something: what one remembers of it, else nothing in particular."""
        found = self._from_memory()
        return found if self.cites else self.phrase("taste")

    def _current(self) -> str:
        current = own_words(self.question.persona.currently, self.question.persona)
        return f"{capital(current).rstrip('. ')}." if current.strip() else ""

    def _home(self) -> str:
        home = self.question.persona.home.rpartition(":")[2].replace("_", " ").strip()
        return self.phrase("home", home=home) if home else self.phrase("unsure")

    def _hours(self) -> str:
        persona = self.question.persona
        return self.phrase("hours", wake=clock(persona.wake), sleep=clock(persona.sleep))

    # -- from the plan and the moment ----------------------------------------------------------------------

    def _doing(self) -> str:
        now = own_words(doing(self.question.activity, self.question.persona.name), self.question.persona)
        return self.phrase("doing", doing=now) if now else self.phrase("talking")

    def _why(self) -> str:
        now = own_words(doing(self.question.activity, self.question.persona.name), self.question.persona)
        planned = next((entry for entry in self.question.plan if now and now.split(" at ")[0] in entry), "")
        return self.phrase("why_planned" if planned else "why", doing=now or "this")

    def _plans(self) -> str:
        ahead = [entry for entry in (_planned(text) for text in self.question.plan) if entry is not None]
        if ahead and (self.question.minute - ahead[0][0]) % MINUTES_PER_DAY < MINUTES_PER_DAY // 2:
            ahead = ahead[1:]
        ahead = [entry for entry in ahead if "sleeping" not in entry[1]]
        if self.asked.evening:
            ahead = [entry for entry in ahead if entry[0] >= 17 * 60] or ahead[-1:]
        if not ahead:
            return self.phrase("no_plans")
        entries = [
            f"at {clock(minute)} {own_words(what, self.question.persona)}" for minute, what in ahead[:2]
        ]
        return self.phrase("plans", plans=", then ".join(entries))

    # -- from memory ---------------------------------------------------------------------------------------

    def _from_memory(self) -> str:
        found = recollect(self.asked.words, self.memories)
        if not found:
            return self.phrase("unknown")
        parts = []
        for memory in found[: 2 if self.tone == "warm" else 1]:
            told = telling(memory, self.question.persona)
            self.cites.append(memory.id)
            parts.append(self.phrase(told.act, **told.fields))
        return " ".join(parts)

    def _news(self) -> str:
        known = [m for m in self.memories if m.news is not None or m.told_by is not None]
        known = known or [
            m for m in self.memories if m.memory in ("observation", "planted") and m.importance >= 4
        ]
        if not known:
            return self.phrase("no_news")
        memory = max(known, key=lambda m: (m.importance, m.tick, m.id))
        told = telling(memory, self.question.persona)
        self.cites.append(memory.id)
        return self.phrase(told.act, **told.fields)

    def _person(self) -> str:
        if self.asked.known is not None:
            return self._acquaintance(self.asked.known)
        about = self.asked.person
        found = [
            m
            for m in self.memories
            if re.search(rf"\b{re.escape(about)}\b", m.text) and not m.text.endswith("?")
        ]
        found = recollect(self.asked.words, found) or sorted(
            found, key=lambda m: (-m.importance, -m.tick, m.id)
        )
        if not found:
            return self.phrase("unknown_person", person=about)
        return self._told(found[0])

    def _told(self, memory: MemoryView) -> str:
        told = telling(memory, self.question.persona)
        self.cites.append(memory.id)
        return self.phrase(told.act, **told.fields)

    def _acquaintance(self, person: PersonView) -> str:
        """What the resident knows of somebody: its note on them, what they are to it, what it last remembers."""
        name, persona = person.name or person.appearance, self.question.persona
        of_them = self._of(person)
        asked = self.asked.words - content_words(name)
        if asked and (told := recollect(asked, of_them)):
            return self._told(told[0])
        parts = []
        if person.note:
            noted = bare(in_first_person(person.note, persona.name, persona.pronouns))
            noted = re.sub(r"\b(acquaintance|friend|neighbour) of me\b", r"\1 of mine", noted)
            parts.append(f"{capital(noted)}.")
            self.cites += [memory.id for memory in of_them if memory.text == person.note]
        parts.append(self.phrase(bond(person.closeness), person=name.split()[0]))
        rest = [memory for memory in of_them if memory.text != person.note]
        if rest and self.tone not in ("gruff", "abrasive"):
            parts.append(self._told(max(rest, key=lambda m: (m.tick, m.importance, m.id))))
        return " ".join(parts)

    def _of(self, person: PersonView) -> list[MemoryView]:
        """The memories of somebody, without what others asked about them."""
        name = re.compile(rf"\b{re.escape((person.name or person.appearance).split()[0])}\b")
        return [
            memory
            for memory in self.memories
            if (person.id in memory.about or name.search(memory.text))
            and not memory.text.rstrip('"”').endswith("?")
        ]

    def _whereabouts(self) -> str:
        person = self.asked.known
        if person is None:
            return self._person()
        name = (person.name or person.appearance).split()[0]
        if person.id in self.question.in_sight:
            return self.phrase("in_sight", person=name, activity=person.activity)
        of_them = self._of(person)
        gone = departure(person, of_them)
        if gone is not None:
            self.cites.append(gone.id)
            return self.phrase("left_town", person=name)
        seen = sighting(person, of_them)
        if seen is not None:
            self.cites.append(seen.id)
            fields = telling(seen, self.question.persona).fields
            return self.phrase(
                "last_seen", person=name, past=fields["past"], ago=ago(self.question.tick - seen.tick)
            )
        told = [memory for memory in of_them if memory.told_by is not None and memory.memory == "observation"]
        unknown = self.phrase("whereabouts_unknown", person=name)
        return f"{unknown} {self._told(max(told, key=lambda m: (m.tick, m.id)))}" if told else unknown

    def _place(self) -> str:
        """Where something is: the room or building that is known by that name, else what is remembered of it."""
        found = place_meant(self.question.text, self.question.places)
        if found is None:
            return self._from_memory()
        name, place = found
        where = self.phrase("place_known", place=name)
        if place.always:
            return where
        if place.opens is None or place.closes is None:
            return f"{where} {self.phrase('place_shut')}"
        return f"{where} {self.phrase('place_hours', opens=clock(place.opens), closes=clock(place.closes))}"

    def _your_name(self) -> str:
        name = self.question.visitor_name
        return self.phrase("your_name", visitor=name) if name else self.phrase("unknown")

    def _remark(self) -> str:
        if concern(cleaned(self.question.text)) >= ALARMING:
            return self.phrase("alarmed")
        found = recollect(self.asked.words, self.memories)
        if found:
            self.cites.append(found[0].id)
            told = telling(found[0], self.question.persona)
            return f"{self.phrase('remark_known')} {self.phrase(told.act, **told.fields)}"
        return self.phrase("remark")


def _is_knowledge(memory: MemoryView, visitor: str, name: str) -> bool:
    """Plans, what was said between the two, and lines that one overheard are no news to the visitor."""
    is_between_them = visitor in memory.about and (
        memory.memory == "conversation" or memory.told_by is not None
    )
    is_overheard = memory.told_by is not None and _OVERHEARD.match(memory.text) is not None
    return (
        memory.memory != "plan"
        and memory.told_by != name
        and not is_between_them
        and not is_overheard
        and " answered " not in memory.text.split("“")[0]
    )


def _planned(entry: str) -> tuple[int, str] | None:
    """(minute, activity) of one line of the plan, "14:00 repairing a bicycle at the workshop"."""
    match = re.match(r"\s*(\d{1,2}):(\d{2})\s+(.+)", entry)
    if match is None:
        return None
    what = match.group(3).strip().rstrip(".")
    what = re.sub(r"^(.+), .+? of (.+)$", r"\1 at \2", what)
    return int(match.group(1)) * 60 + int(match.group(2)), what
