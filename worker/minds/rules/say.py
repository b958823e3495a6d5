"""One line of talk, from persona, memory and what was said so far; each speaker knows only its own."""

from __future__ import annotations

from dataclasses import dataclass, field

from backend.domain.chance import Chance
from backend.domain.concern import concern
from backend.domain.questions import MemoryView, Say, SayAnswer
from worker.minds.rules.conversation import Conversation
from worker.minds.rules.daytime import daytime
from worker.minds.rules.phrases import filled
from worker.minds.rules.plan_day import article
from worker.minds.rules.speech import capital, doing, named_once
from worker.minds.rules.telling import heard_already, talked_topic, telling, told_clauses
from worker.minds.rules.wording import own_words, their_words

_MOVES = (
    "ask_work",
    "share_current",
    "ask_plans",
    "recall",
    "ask_mood",
    "share_leisure",
    "ask_leisure",
    "remark_doing",
    "small",
    "ask_news",
    "share_job",
    "ask_home",
    "share_mood",
    "share_doing",
)
_TICKS_A_LINE = 12
"""At most so many ticks lie between two lines of a talk, thinking included."""
_AHEAD = ("Well, ", "Anyway, ", "So, ", "You know, ", "Right, ", "As I was saying, ", "Oh, and ", "Yes, ")


def say(question: Say) -> SayAnswer:
    """The resident's next line."""
    return _Speaker(Conversation(question)).line()


@dataclass
class _Speaker:
    """Builds one line: what the other's line calls for, then a move of the own, then perhaps a goodbye."""

    talk: Conversation
    parts: list[str] = field(default_factory=list)
    tells: list[str] = field(default_factory=list)
    cites: list[str] = field(default_factory=list)
    introduces: bool = False
    ordinal: int = 0

    def __post_init__(self) -> None:
        question = self.talk.question
        self.question = question
        self.chance = Chance(question.seed, question.resident, f"say|{question.talk}", question.tick)
        self.said = " ".join(line.text for line in question.lines).lower()
        self.known = self._fields()

    def _fields(self) -> dict[str, str]:
        question = self.question
        persona = question.persona
        job = persona.job
        leisure = self.talk.constant.choice(persona.leisure, 2).activity if persona.leisure else ""
        task = self.talk.constant.choice(job.tasks, 3).activity if job is not None and job.tasks else ""
        leisure, task = own_words(leisure, persona), own_words(task, persona)
        fields = {
            "name": self.talk.called,
            "me": persona.name,
            "daytime": daytime(question.minute),
            "job_title": article(job.title) if job is not None else "",
            "task": task,
            "leisure": leisure,
            "current": self._current(),
            "doing": own_words(doing(question.activity, persona.name), persona),
            "their_doing": their_words(doing(question.other.activity, question.other.name or "")),
        }
        fields |= {f"{name}_capital": capital(fields[name]) for name in ("daytime", "leisure", "task")}
        return fields

    def _current(self) -> str:
        """What occupies the resident, in its own words, to go on behind "these days"."""
        spoken = own_words(self.question.persona.currently, self.question.persona)
        return spoken.rstrip(". ") if spoken.startswith(("I ", "My ", "I'")) else ""

    # -- words ---------------------------------------------------------------------------------------------

    def _next(self) -> int:
        self.ordinal += 1
        return self.ordinal

    def pick(self, act: str, tone: str | None = None, **more: str) -> str:
        """A phrase of the act that has not been said in this talk; empty if none is left."""
        options = filled(act, tone or self.talk.tone, {**self.known, **more})
        fresh = [text for text in options if text.lower() not in self.said and text not in self.parts]
        return self.chance.choice(fresh, self._next()) if fresh else ""

    def add(self, act: str, tone: str | None = None, **more: str) -> bool:
        text = self.pick(act, tone, **more)
        if text:
            self.parts.append(text)
        return bool(text)

    # -- the line ------------------------------------------------------------------------------------------

    def line(self) -> SayAnswer:
        talk = self.talk
        if talk.i_left:
            self.add("bye_again")
            return self._answer(ends=True)
        if talk.they_left:
            self._open_back()
            self._answer_what_was_asked()
            self._take_leave(back=True)
            return self._answer(ends=True)
        if talk.number == 1:
            return self._first()
        self._open_back()
        self._take_in()
        closing = talk.number >= self._last_wished()
        if closing:
            self._take_leave(back=False)
        else:
            self._move()
        return self._answer(ends=closing)

    def _last_wished(self) -> int:
        """The number of the line at which the resident is done; who has something to tell stays a little."""
        most = max(1, self.question.most_lines - 1)
        wished = self.talk.wished
        if self._untold() is not None:
            wished = max(wished, min(self.talk.number + 1, 6))
        return min(most, wished)

    def _first(self) -> SayAnswer:
        stranger = not self.talk.called
        own = self.question.persona.greeting.strip()
        if own and not stranger and self._fits_the_hour(own) and self.chance.unit(self._next()) < 0.6:
            self.parts.append(own if own[-1] in ".!?" else f"{own}, {self.talk.called}!")
        else:
            self.add("greet_stranger" if stranger else "greet")
        passing = self.talk.wished <= 2 or self.question.most_lines <= 2
        if not self.talk.i_am_introduced and (stranger or self.talk.tone != "gruff"):
            self._introduce("introduce")
        if passing:
            self.add("passing")
            return self._answer(ends=True)
        if self._untold() is None or self.chance.unit(self._next()) < 0.4:
            if "?" not in " ".join(self.parts):
                self.add("ask_mood")
        else:
            self._tell()
        return self._answer(ends=False)

    def _fits_the_hour(self, greeting: str) -> bool:
        now = daytime(self.question.minute)
        return not any(
            word in greeting.lower() for word in ("morning", "afternoon", "evening", "night") if word != now
        )

    def _introduce(self, act: str) -> None:
        if self.add(act):
            self.introduces = True

    def _open_back(self) -> None:
        """The first line of the one who was spoken to: a greeting back, and the own name for a name."""
        talk = self.talk
        named = talk.they_introduced_themselves
        if not talk.mine:
            if named:
                self.add("pleased")
            elif talk.called:
                self.add("greet_back")
            else:
                self.add("greet_stranger_back")
        elif named:
            self.add("pleased")
        asked = "name" in talk.asked
        if not talk.i_am_introduced and (named or asked or not talk.mine):
            self._introduce("introduce_back")

    def _take_in(self) -> None:
        """Says something to what the other told or answered, and answers what it asked."""
        talk = self.talk
        if talk.they_told_something:
            self._comment()
            if self._answer_what_was_asked():
                return
            return
        answered = self._answer_what_was_asked()
        if not answered and talk.mine and not talk.they_introduced_themselves:
            self.add("take")

    def _comment(self) -> None:
        """What one says to news: by whether one knew, by what it means, by temper and closeness."""
        heard = self.talk.last
        memory = heard_already(heard, [m for m in self.question.memories if not self._was_just_told(m)])
        if memory is not None:
            self.cites.append(memory.id)
            self.add("comment_known")
            return
        contrary = 0.10 - 0.15 * self.talk.temper.warm - 0.2 * self.question.other.closeness
        if self.chance.unit(self._next()) < contrary and self.add("disagree"):
            return
        worry = max((concern(clause) for clause in told_clauses(heard)), key=abs, default=0.0)
        act = "comment_bad" if worry >= 0.5 else "comment_good" if worry < -0.3 else "comment"
        if not self.add(act):
            self.add("take")

    def _was_just_told(self, memory: MemoryView) -> bool:
        """Whether the memory comes from this very talk."""
        lines = len(self.question.lines)
        return memory.told_by is not None and memory.tick > self.question.tick - _TICKS_A_LINE * (lines + 1)

    def _answer_what_was_asked(self) -> bool:
        """Answers at most two of the questions in the other's last line."""
        before = len(self.parts)
        for topic in [t for t in self.talk.asked if t not in ("name", "known")][:2]:
            self._answer_topic(topic)
        return len(self.parts) > before

    def _answer_topic(self, topic: str) -> None:
        persona = self.question.persona
        stranger = not self.question.other.knows_me
        if topic in ("work", "job"):
            asks_which = topic == "job" or (stranger and self.talk.tone != "gruff")
            kind = "answer_work_stranger" if asks_which else "answer_work"
            if not self.add(kind if persona.job is not None else "answer_no_job"):
                self.add("take")
        elif topic == "plans":
            if not self.known["leisure"] or not self.add("answer_plans"):
                self.add("answer_plans_none")
        elif topic == "leisure":
            if not self.known["leisure"] or not self.add("answer_leisure"):
                self.add("answer_leisure_none")
        elif topic == "news":
            if not self._tell():
                self.add("no_news")
        elif topic in ("mood", "home"):
            self.add(f"answer_{topic}")
        elif topic == "doing":
            if not self.add("answer_doing"):
                self.add("answer_mood")
        elif len(self.talk.theirs) == 1:
            self.add("answer_greeting")
        else:
            self.add("answer_other")

    # -- moves of the own ----------------------------------------------------------------------------------

    def _untold(self) -> MemoryView | None:
        """The most important memory that is worth telling and has not been told in this talk."""
        by_id = {memory.id: memory for memory in self.question.memories}
        other = self.question.other
        found = []
        for key in self.question.untold:
            memory = by_id.get(key)
            if memory is None or key in self.tells or not memory.text.strip():
                continue
            names = [name for name in (other.name, self.talk.called) if name]
            if memory.told_by is not None and memory.told_by in names:
                continue
            if any(name in memory.text for name in names):
                continue
            told = telling(memory, self.question.persona)
            if told.fields["fact"].lower() in self.said:
                continue
            found.append(memory)
        return max(found, key=lambda m: (m.importance, m.tick, m.id), default=None)

    def _tell(self) -> bool:
        """Passes on one memory, with where it comes from."""
        memory = self._untold()
        if memory is None:
            return False
        told = telling(memory, self.question.persona)
        tone = self.talk.tone
        text = self.pick(told.act, tone, **told.fields) or self.pick(told.act, "plain", **told.fields)
        if not text or sum(map(len, self.parts)) + len(text) > 480:
            return False
        self.parts.append(text)
        self.tells.append(memory.id)
        self.cites.append(memory.id)
        return True

    def _move(self) -> None:
        """Keeps the talk going: news first, then a question back, then the agenda of this talk."""
        willing = self.talk.tone != "gruff" or self.question.other.closeness > -0.3
        if not self.tells and willing and self.chance.unit(self._next()) < 0.75 and self._tell():
            return
        asked = [t for t in self.talk.asked if t not in ("name", "known", "other", "news")]
        returns = bool(asked) and not self.talk.was_asked_back and asked[0] not in self.talk.asked_by_me
        if (
            returns
            and (asked[0] not in ("work", "job") or self._may_have_work())
            and self.talk.tone in ("warm", "plain")
            and self.chance.unit(self._next()) < 0.45
            and self.add("and_you")
        ):
            return
        for move in self._agenda():
            if self._do(move):
                return
        self.add("small")

    def _agenda(self) -> list[str]:
        """All moves, in an order that stays the same for the talk, what was done before left behind."""
        moves = sorted(_MOVES, key=lambda move: self.talk.constant.unit(20 + _MOVES.index(move)))
        if self.talk.tone in ("gruff", "shy"):
            moves.sort(key=lambda move: move.startswith("ask"))
        if not self.question.other.knows_me:
            moves.sort(key=lambda move: move not in ("ask_work", "ask_leisure"))
        turn = len(self.talk.mine)
        return moves[turn:] + moves[:turn]

    def _do(self, move: str) -> bool:
        """Makes the move if it fits; a topic that was touched is not asked about again."""
        if move.startswith("ask_") and move.removeprefix("ask_") in self.talk.touched:
            return False
        if move == "ask_work" and "job" in self.talk.touched:
            return False
        if move == "ask_work" and not self.question.other.knows_me and self.talk.tone != "gruff":
            return self._may_have_work() and self.add("ask_work_stranger")
        if move == "ask_work" and self.question.other.job is None:
            return False
        if move in ("share_job", "share_leisure") and self.talk.tone == "gruff":
            return False
        strange = self.question.other.name is None or self.talk.tone == "gruff" or self.talk.close_kin
        if move in ("ask_home", "ask_leisure") and strange:
            return False
        if move == "recall":
            return self._recall()
        if move.startswith("share") and any(
            part.lower() in f"{self.said} {self.parts}".lower() for part in self._spoken(move)
        ):
            return False
        return self.add(move)

    def _may_have_work(self) -> bool:
        """Nobody without a job is asked about work by those who know them."""
        return self.question.other.name is None or self.question.other.job is not None

    def _spoken(self, move: str) -> list[str]:
        """The words that tell whether a share was made before in this talk."""
        field_name = {
            "share_current": "current",
            "share_doing": "doing",
            "share_leisure": "leisure",
            "share_job": "task",
        }
        value = self.known.get(field_name.get(move, ""), "")
        return [value] if value else []

    def _recall(self) -> bool:
        """Comes back to what was talked about another time."""
        for memory in self.question.memories:
            topic = talked_topic(memory, self.question.other)
            if topic and topic.lower() not in self.said and self.add("recall_topic", topic=topic):
                self.cites.append(memory.id)
                return True
        return False

    # -- the end -------------------------------------------------------------------------------------------

    def _take_leave(self, back: bool) -> None:
        late = daytime(self.question.minute) == "night" or self.question.minute >= 21 * 60 + 30
        if late and self.chance.unit(self._next()) < 0.5 and self.add("bye_night"):
            return
        if not self.add("bye_back" if back else "bye"):
            self.add("bye_again")

    def _answer(self, ends: bool) -> SayAnswer:
        text = " ".join(part for part in self.parts if part) or ("Bye for now." if ends else "Hm, yes.")
        text = named_once(text, self.talk.called)
        spoken = {line.text for line in self.question.lines}
        turn = 0
        while text in spoken:
            text = _AHEAD[turn % len(_AHEAD)] + text[0].lower() + text[1:]
            turn += 1
        return SayAnswer(
            text=text[:500], tells=tuple(self.tells), introduces=self.introduces, ends=ends,
            cites=tuple(dict.fromkeys(self.cites)),
        )  # fmt: skip
