"""What a talk looks like to one who is about to speak: who said what, what was asked, who has taken leave."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from backend.domain.chance import Chance
from backend.domain.questions import MemoryView, Say
from worker.minds.rules.at_leisure import is_at_work, is_passing
from worker.minds.rules.condition import wordy
from worker.minds.rules.phrases.feelings import is_comfort, is_jab
from worker.minds.rules.phrases.goodbyes import is_goodbye
from worker.minds.rules.speech import address
from worker.minds.rules.temper import Temper, temper

_TOPICS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("name", re.compile(r"(?i)\b(your name|who are you|who is asking|have we met|who you are)\b")),
    ("known", re.compile(
        r"(?i)\b(have you heard\?|did you know|did you hear|did you notice|do you remember|isn't that|"
        r"do you know what|"
        r"(?<!you, )really\?|is that so|is that true|is that a crime|who can say|how should i know|what is it\?|"
        r"is that to me|"
        r"isn't (?:it|there)\?|in one piece|has to put up|help\?|did i ever tell|have i told you|remember\?|"
        r"still think of it|is that all|have you noticed|could i forget)|^\W*yes, [^?,]+\?"
    )),
    ("whether", re.compile(r"(?i)\b(?:have you heard|do you know|who knows|did you hear)\s+"
                           r"(?:who|what|whether|when|if)\b|"
                           r"\bwho (?:will|is going to|stands)\b")),
    ("order", re.compile(r"(?i)\b(?:what can i (?:bring|get)|what'll it be|the usual|what do you want|"
                         r"what would you like\?)")),
    ("help", re.compile(r"(?i)\b(?:can|may) i help\b")),
    ("agree", re.compile(r"(?i)\b(?:don't you think|wouldn't you say|look at that)\b")),
    ("attend", re.compile(r"(?i)\b(?:shall i see you there|will (?:you|we) (?:go|come|be there)|that you will go)\b")),
    ("opinion", re.compile(r"(?i)\bwhat do you (?:make|think) of\b|what do you think\?")),
    ("motive", re.compile(r"(?i)\b(?:made you (?:think|decide)|come to think of)\b")),
    ("often", re.compile(r"(?i)\bhere often\b")),
    ("long", re.compile(r"(?i)\b(?:from around here|lived here long)\b")),
    ("slept", re.compile(r"(?i)\b(?:slept|sleep)\b")),
    ("day", re.compile(r"(?i)\b(?:your day|kind of day|a day worth)\b")),
    ("dinner", re.compile(r"(?i)\b(?:dinner|hungry|eaten)\b")),
    ("current", re.compile(r"(?i)\b(?:working on|busy at the moment)\b")),
    ("progress", re.compile(r"(?i)\b(?:coming along|going well|got with it|the way you want it)\b")),
    ("news", re.compile(r"(?i)\b(any news|the news|heard anything|anything new|what is new|what's new|gossip)\b")),
    ("job", re.compile(r"(?i)\b(what (?:is your|kind of|sort of) (?:work|job)|what work do you|for a living)\b")),
    ("work", re.compile(r"(?i)\b(work|job|business|living|busy|fare as)\b")),
    ("plans", re.compile(r"(?i)\b(plans?|planned|later|tonight|this evening|tomorrow|"
                         r"rest of the day|weekend)\b")),
    ("leisure", re.compile(r"(?i)\b(free time|fun|enjoy|hobby|hobbies|spare time|like to do|hour free)\b")),
    ("home", re.compile(r"(?i)\b(home|house|family)\b")),
    ("mood", re.compile(r"(?i)\b(how are (?:you|we)|how goes it|all well|how have you been|are you well|how do you do|"
                        r"treating you|you all right|how's it going|feeling|keeping)\b")),
    ("doing", re.compile(r"(?i)\b(what are you doing|up to)\b")),
)  # fmt: skip

_TELLING = re.compile(
    r"(?i)((?<!you )\btold me\b(?! when)|\bheard (?:from [^.?!]{1,60} )?that (?!too\b)\w|\bheard from \w|"
    r"have you heard\?\s+\w|did you know\?\s+\w|\bi (?:have )?(?:saw|noticed) that\b|what i saw\?|"
    r"they say that|word has it|it seems that|\bsays that\b|according to|it was announced|"
    r"announcement\?|in case nobody told you|you won't have heard|"
    r"if one believes|something you'll want to know|\bsaid(?: to me)?[:?] “|i have it from|\bi spoke with\b|told me so|"
    r"wanted to tell you|by the way:|have i told you|you should know:|before i forget to tell you|"
    r"glad i can tell you|first to know:|since you stand here:|may as well know:|between you and me:|says? so\b|"
    r"no less\.|did i ever tell you|let me tell you|here is something for you:|"
    r"if you can believe it|you may like this|you'll like this|"
    r"had to think of it|it comes to my mind|i have to tell you|believe it or not|don't know why i say|"
    r"do you remember\?|made me laugh again|still think of it|i have not forgotten it\.)"
)
_HOUSEHOLD = re.compile(
    r"\b(share[sd]? (?:the |a )?(?:house|home|flat|cottage|[A-Z])|lives? with|flatmate|housemate|in the other room|"
    r"moved into|lodger|across the common room|has the room|other (?:side|end) of the (?:house|bathroom))"
)
_FAMILY = (
    "husband|wife|brother|sister|mother|father|son|daughter|aunt|uncle|cousin|grand\\w+|partner|parents|child"
)
_OF_ONESELF = re.compile(
    r"(?i)\b(these days|as for me|at the moment|my head is full|i keep thinking|can't wait|nothing beats|"
    r"if i had my way|harder than it looks|could tell you a lot|nobody tells you how|"
    r"done nothing but|i'm just|as you see)\b"
)
_OF_WORK = re.compile(
    r"(?i)\b(?:these days|at the moment|as for me|you know|must tell you|full of one thing|well|know me|last week)"
    r"\W+I am (?!(?:sitting|having|taking|standing|resting|just|walking|watching)\b)"
)
_HOMES = re.compile(r"(?i)\b(house|cottage|flat|home|number|apartment|space|dorm)\b")
_STORY = re.compile(
    r"(?i)did i ever tell you|let me tell you something:|here is something for you|if you can believe it|"
    r"you may like this:|you'll like this:|had to think of it|it comes to my mind|"
    r"i have to tell you this|believe it or not|"
    r"don't know why i say|told you this one|do you remember\?|made me laugh again|still think of it"
)
_PLACES = tuple(
    (kind, re.compile(rf"(?i)\b(?:{words})\b"))
    for kind, words in (
        ("street", "on the street"),
        ("pub", "pub|bar|tavern|inn"),
        ("cafe", "cafe|café|coffee|kettle"),
        ("school", "college|library|classroom|school"),
        ("shop", "store|market|shop|pharmacy|grocery"),
        ("park", "park|green|square|pond"),
    )
)
_AT_ODDS = -0.1
"""Closeness below which two quarrel."""
_OFFENDED = 2.5
"""Lines by which a talk is shorter to one who was told something unkind."""
_TICKS_A_LINE = 12
"""At most so many ticks lie between two lines of a talk, thinking included."""
_BACK = re.compile(r"(?i)\b(and you|what about you|and yourself|how about you|and yours)\?")


_ASKING = re.compile(r"[^.!?]*\?|[^.!?]*\btell me (?!more|when)[^.!?]*[.!]", re.IGNORECASE)


def question_sentences(line: str) -> list[str]:
    return _ASKING.findall(line)


@lru_cache(maxsize=2048)
def questions_in(line: str) -> tuple[str, ...]:
    """The topics of a line's question sentences, in their order."""
    return tuple(
        next((name for name, pattern in _TOPICS if pattern.search(sentence)), "other")
        for sentence in _ASKING.findall(line)
    )


def is_of_the_past(line: str) -> bool:
    """Whether a line tells a story."""
    return _STORY.search(line) is not None


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
        """Lines of those who still take part."""
        question = self.question
        present = {question.other.id, *(person.id for person in question.others)}
        return [line.text for line in question.lines if line.speaker in present]

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
        topics = list(questions_in(self.last))
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
    def heard_just_now(self) -> tuple[MemoryView, ...]:
        """What the other's last line passed on, where it comes to the resident's mind again."""
        them = self.question.other.name or self.question.other.appearance
        return tuple(
            memory
            for memory in self.question.memories
            if memory.told_by == them and memory.tick >= self.question.tick - _TICKS_A_LINE
        )

    @property
    def they_spoke_of_themselves(self) -> bool:
        return _OF_ONESELF.search(self.last) is not None

    @property
    def they_spoke_of_their_work(self) -> bool:
        return _OF_WORK.search(self.last) is not None

    @cached_property
    def late(self) -> bool:
        """Nobody speaks of work at this hour."""
        minute = self.question.minute
        return minute >= 21 * 60 + 30 or minute < 5 * 60

    @cached_property
    def place(self) -> str:
        """The kind of place, as the tables of phrases know it; empty for any other."""
        if self.at_home:
            return "home" if self.close_kin else ""
        return next((kind for kind, words in _PLACES if words.search(self.question.occasion)), "")

    @cached_property
    def at_home(self) -> bool:
        """Whether they talk where people live."""
        return _HOMES.search(self.question.occasion) is not None

    @property
    def i_told_a_story(self) -> bool:
        return any(is_of_the_past(line) for line in self.mine)

    @property
    def i_asked_last(self) -> bool:
        return bool(self.mine) and any(topic != "known" for topic in questions_in(self.mine[-1]))

    @cached_property
    def in_a_hurry(self) -> bool:
        """One of the two is at work or on the way: short words."""
        own = self.question.activity
        if own.startswith("on the way") or is_passing(self.question.other.activity):
            return True
        return is_at_work(self.question.persona, own)

    @property
    def close_kin(self) -> bool:
        """Whether the two live together or are family, as far as the resident's note on the other tells."""
        note = self.question.other.note
        if self.question.other.name is None:
            return False
        first = re.escape(self.question.persona.first_name)
        family = rf"(?i)\b{first}['’]s (?:\w+ ){{0,2}}(?:{_FAMILY})\b|\bmarried\b|\b(?:{_FAMILY}) (?:of|to) {first}\b"
        return _HOUSEHOLD.search(note) is not None or re.search(family, note) is not None

    @cached_property
    def asked_by_me(self) -> set[str]:
        return {topic for line in self.mine for topic in questions_in(line)}

    @cached_property
    def touched(self) -> set[str]:
        """Topics that somebody has asked about so far."""
        return {topic for line in self.question.lines for topic in questions_in(line.text)}

    @cached_property
    def tone(self) -> str:
        """warm, plain, gruff, abrasive or shy: by temper and by what the other is to the resident."""
        warmth = self.temper.warm + 0.8 * self.question.other.closeness
        if warmth <= -0.5:
            return "abrasive" if self.temper.is_abrasive else "gruff"
        if self.temper.outgoing <= -0.5 and self.question.other.closeness < 0.5:
            return "shy"
        return "warm" if warmth >= 0.6 else "plain"

    @property
    def is_harsh(self) -> bool:
        return self.tone in ("gruff", "abrasive")

    @property
    def at_odds(self) -> bool:
        """Whether the resident does not like the other."""
        return self.question.other.closeness < _AT_ODDS

    @property
    def they_were_unkind(self) -> bool:
        return is_jab(self.last)

    @property
    def they_comforted(self) -> bool:
        return is_comfort(self.last)

    @cached_property
    def constant(self) -> Chance:
        """Draws that stay the same for the whole talk."""
        return Chance(self.question.seed, self.question.resident, f"talk|{self.question.talk}", 0)

    @cached_property
    def wished(self) -> int:
        """How many lines the resident would like the talk to have, 2 to 10."""
        other = self.question.other
        wish = 4.8 + 2.4 * self.temper.outgoing + 0.8 * self.temper.warm + 2.2 * other.closeness
        wish += 1.0 if self.question.untold else 0.0
        wish += 1.0 if other.name is None or not other.knows_me else 0.0
        wish += self.constant.unit(1) * 8 - 4.0
        wish += wordy(self.question.body)
        if self.in_a_hurry:
            wish -= 2.2
        if any(is_jab(line) for line in self.theirs):
            wish -= _OFFENDED
        most = max(2, min(10, self.question.most_lines))
        return max(2, min(most, round(wish)))

    @property
    def called(self) -> str:
        """How to address the other; empty if its name is not known."""
        return address(self.question.other.name) if self.question.other.name else ""
