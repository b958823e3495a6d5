"""What a talk looks like to one who is about to speak: who said what, what was asked, who has taken leave."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from backend.domain.chance import Chance
from backend.domain.questions import Say
from worker.minds.rules.phrases.goodbyes import is_goodbye
from worker.minds.rules.speech import address
from worker.minds.rules.temper import Temper, temper

_TOPICS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("name", re.compile(r"(?i)\b(your name|who are you|who is asking|have we met|who you are)\b")),
    ("known", re.compile(
        r"(?i)\b(have you heard\?|did you know|did you hear|did you notice|do you remember|isn't that|"
        r"do you know what|"
        r"really\?|is that so|is that true|is that a crime|who can say|how should i know|what is it\?|"
        r"is that to me|"
        r"isn't (?:it|there)\?|in one piece|has to put up|help\?)|^\W*yes, [^?,]+\?"
    )),
    ("news", re.compile(r"(?i)\b(news|heard anything|anything new|what is new|what's new|gossip)\b")),
    ("job", re.compile(r"(?i)\b(what (?:is your|kind of|sort of) (?:work|job)|what work do you|for a living)\b")),
    ("work", re.compile(r"(?i)\b(work|job|business|living|busy)\b")),
    ("plans", re.compile(r"(?i)\b(plans?|planned|later|tonight|this evening|tomorrow|"
                         r"rest of the day|weekend)\b")),
    ("leisure", re.compile(r"(?i)\b(free time|fun|enjoy|hobby|hobbies|spare time|like to do)\b")),
    ("home", re.compile(r"(?i)\b(home|house|family)\b")),
    ("mood", re.compile(r"(?i)\b(how are you|how have you been|are you well|how do you do|"
                        r"treating you|you all right|how's it going|feeling|keeping)\b")),
    ("doing", re.compile(r"(?i)\b(what are you doing|up to|going well)\b")),
)  # fmt: skip

_TELLING = re.compile(
    r"(?i)(\btold me\b(?! when)|\bheard (?:from [^.?!]{1,60} )?that (?!too\b)\w|\bheard from \w|have you heard\?\s+\w|"
    r"did you know\?\s+\w|\bi (?:have )?(?:saw|noticed) that\b|what i saw\?|they say that|word has it|it seems that|"
    r"\bsays that\b|according to|it was announced|announcement\?|in case nobody told you|you won't have heard|"
    r"if one believes|something you'll want to know|\bsaid(?: to me)?[:?] “)"
)
_KIN = re.compile(
    r"(?i)\b(husband|wife|married|brother|sister|mother|father|son|daughter|aunt|uncle|cousin|share[sd]?|lives? with|"
    r"flatmate|housemate|lives in the other room|moved into|grand\w+|partner)\b"
)
_BACK = re.compile(r"(?i)\b(and you|what about you|and yourself|how about you|and yours)\?")


_ASKING = re.compile(r"[^.!?]*\?|[^.!?]*\btell me (?!more|when)[^.!?]*[.!]", re.IGNORECASE)


def questions_in(line: str) -> list[str]:
    """The topics of a line's question sentences, in their order."""
    found = []
    for sentence in _ASKING.findall(line):
        topic = next((name for name, pattern in _TOPICS if pattern.search(sentence)), "other")
        found.append(topic)
    return found


@dataclass(frozen=True)
class Conversation:
    """A view of the question, for its resident."""

    question: Say

    @cached_property
    def temper(self) -> Temper:
        return temper(self.question.persona)

    @cached_property
    def mine(self) -> list[str]:
        return [line.text for line in self.question.lines if line.speaker == self.question.resident]

    @cached_property
    def theirs(self) -> list[str]:
        return [line.text for line in self.question.lines if line.speaker != self.question.resident]

    @property
    def last(self) -> str:
        """What the other said last; empty if the resident begins."""
        return self.theirs[-1] if self.theirs else ""

    @property
    def number(self) -> int:
        """Which line of the talk is to be said, from 1."""
        return len(self.question.lines) + 1

    @property
    def they_left(self) -> bool:
        return bool(self.theirs) and is_goodbye(self.last)

    @property
    def i_left(self) -> bool:
        return bool(self.mine) and is_goodbye(self.mine[-1])

    @property
    def i_am_introduced(self) -> bool:
        if self.question.other.knows_me:
            return True
        name = self.question.persona.name
        return any(name in line for line in self.mine)

    @property
    def they_introduced_themselves(self) -> bool:
        name = self.question.other.name
        return name is not None and name in self.last

    @property
    def they_told_something(self) -> bool:
        return _TELLING.search(self.last) is not None

    @cached_property
    def asked(self) -> list[str]:
        """Topics that the other's last line asks about; "and you?" means what the resident asked before."""
        topics = questions_in(self.last)
        if _BACK.search(self.last):
            before = [
                t for line in reversed(self.mine) for t in questions_in(line) if t not in ("other", "known")
            ]
            topics = [t for t in topics if t != "other"] + (before[:1] or ["mood"])
        return topics

    @property
    def was_asked_back(self) -> bool:
        """Whether the other only returned a question."""
        return _BACK.search(self.last) is not None

    @property
    def close_kin(self) -> bool:
        """Whether the two live together or are family, as far as the resident's note on the other tells."""
        return _KIN.search(self.question.other.note) is not None

    @cached_property
    def asked_by_me(self) -> set[str]:
        return {topic for line in self.mine for topic in questions_in(line)}

    @cached_property
    def touched(self) -> set[str]:
        """Topics that somebody has asked about so far."""
        return {topic for line in self.question.lines for topic in questions_in(line.text)}

    @cached_property
    def tone(self) -> str:
        """warm, plain, gruff or shy: by temper and by what the other is to the resident."""
        warmth = self.temper.warm + 0.8 * self.question.other.closeness
        if warmth <= -0.5:
            return "gruff"
        if self.temper.outgoing <= -0.5 and self.question.other.closeness < 0.5:
            return "shy"
        return "warm" if warmth >= 0.6 else "plain"

    @cached_property
    def constant(self) -> Chance:
        """Draws that stay the same for the whole talk."""
        return Chance(self.question.seed, self.question.resident, f"talk|{self.question.talk}", 0)

    @cached_property
    def wished(self) -> int:
        """How many lines the resident would like the talk to have, 2 to 10."""
        other = self.question.other
        wish = 4.8 + 2.4 * self.temper.outgoing + 0.8 * self.temper.warm + 2.2 * other.closeness
        wish += 1.5 if self.question.untold else 0.0
        wish += 1.0 if other.name is None or not other.knows_me else 0.0
        wish += self.constant.unit(1) * 7 - 3.2
        most = max(2, min(10, self.question.most_lines))
        return max(2, min(most, round(wish)))

    @property
    def called(self) -> str:
        """How to address the other; empty if its name is not known."""
        return address(self.question.other.name) if self.question.other.name else ""
