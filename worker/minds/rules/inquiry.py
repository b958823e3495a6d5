"""What a person from outside wants to know, read from their words. The words themselves go no further."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from backend.domain.persona import Persona
from backend.domain.questions import PersonView
from worker.minds.rules.acquaintances import meant
from worker.minds.rules.words import DAYS, STOP

_LONGEST = 600
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069]")
_MARKUP = re.compile(r"<[^>]*>|[`*_#{}\[\]|\\]")

_TOPICS: tuple[tuple[str, str], ...] = (
    ("orders", r"(ignore|forget|disregard)\b.{0,40}\b(instruction|rule|prompt|everything|previous)|"
               r"system prompt|you are now|"
               r"pretend to be|act as|as an ai|language model|chatgpt|jailbreak|developer mode|"
               r"repeat after me"),
    ("insult", r"\b(idiot|stupid|shut up|moron|ugly|fool|hate you|loser|dumb|jerk)\b"),
    ("my_name", r"\b(what(?:'s| is) my name|who am i|(?:know|remember) (?:my name|who i am))\b"),
    ("name", r"\b(your name|who are you|who might you be|what are you called|what(?:'s| is) your name)\b"),
    ("mood", r"\b(how are you|how do you do|how's it going|how is it going|are you (?:ok|okay|well|"
             r"all right|happy|sad|tired)|how do you feel|how have you been)\b"),
    ("time", r"\b(what time is it|what's the time|what day is it|tell me the time)\b"),
    ("why_doing", r"\bwhy (?:are|were) you (?:here|\w+ing)|\bwhy do you do (?:this|that)|"
                  r"\bwhat (?:is|are) (?:that|this|you doing (?:this|that)) for\b"),
    ("doing", r"\bwhat (?:are|were) you (?:doing|up to|working on|making)|\bwhat's up\b|"
              r"\bwhat is going on\b|\bare you busy\b|\bwhat is it you do(?:ing)? (?:now|here)\b|"
              r"where are you\b"),
    ("plans", r"(?=.*\byour?\b)\b(your plans?|plans? for|what (?:will|are) you (?:do|going to do)|going to do|"
              r"doing (?:later|tonight|today|tomorrow|this|after)|"
              r"later today|this evening|tonight|tomorrow|free (?:later|tonight|today)|"
              r"when (?:do|will|are) you)\b"),
    ("hours", r"\b(when do you (?:sleep|wake|get up|go to bed|rise)|what time do you (?:wake|sleep|"
              r"get up|go to bed))\b"),
    ("work", r"\b(your (?:job|work|profession|trade)|what do you do|do you work|for a living|"
             r"where do you work|what work)\b"),
    ("home", r"\b(where do you (?:live|sleep)|your home|your house|where is your (?:home|house))\b"),
    ("likes", r"\b(what do you (?:like|love|enjoy)|your hobb|free time|for fun|favou?rite)\b"),
    ("taste", r"\bdo you (?:really )?(?:like|love|enjoy|prefer)\b"),
    ("self", r"\b(about yourself|tell me about you|what kind of person|describe yourself|your life|"
             r"your story)\b"),
    ("current", r"\b(on your mind|what occupies|worried about|what matters|keeps you busy|these days)\b"),
    ("invitation", r"\b(?:will|would|can|could|won't) you (?:like to |want to )?(?:come|join|visit)\b|"
                   r"\bcome to my\b|\bi invite you\b|\b(?:you are|you're) invited\b"),
    ("real", r"\bare you (?:a |an |really |even )*(?:robot|bot|real|human|machine|ai|person|computer|alive)\b"),
    ("trouble", r"\bi(?:'m| am| feel) (?:so |very |really |a bit |a little )?"
                r"(?:sad|lonely|ill|sick|tired|afraid|scared|unhappy|worried|lost|hungry)\b"),
    ("request", r"^\W*(?:please\s+|(?:could|can|would|will) you (?:please )?)?"
                r"(?:tell|remind|warn|ask|greet|invite|inform)\s+(?!me\b|us\b)\w+|"
                r"^\W*(?:could|can|would|will) you (?:please )?(?:help|lend|give|bring|make|fix|take|do)\b|"
                r"^\W*please\b(?!.*\btell (?:me|us)\b)"),
    ("news", r"\bnews\b(?=.*\?)|\btell me\b.*\bnews\b|\b(any news|the news|anything new|"
             r"what's new|what is new|heard anything|"
             r"what happened(?! (?:to|with|at|in|on)\b)|gossip|rumou?r|what have you heard|latest)\b"),
    ("thanks", r"\b(thanks|thank you|cheers|much obliged)\b"),
    ("bye", r"\b(good ?bye|bye|see you|farewell|good night|take care|so long)\b"),
)  # fmt: skip
_COMPILED = tuple((topic, re.compile(pattern, re.IGNORECASE | re.DOTALL)) for topic, pattern in _TOPICS)
_GREETS = re.compile(
    r"(?i)^\W*(hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|howdy|hiya|hullo|morning|"
    r"evening)\b"
)
_EVERYBODY = (
    "there",
    "all",
    "everybody",
    "everyone",
    "folks",
    "you all",
    "all of you",
    "to you all",
    "to you",
    "again",
    "again everybody",
)
_QUESTION = re.compile(
    r"(?i)\?|^\W*(?:please\s+)?(who|what|when|where|why|how|which|whose|is|are|was|were|do|does|did|can|could|will|"
    r"would|have|has|tell me|should|may)\b"
)
_SEEKS = re.compile(
    r"(?i)\bwhere(?:['’]s| is| was| can i find| could i find| do i find)\b|\bhave you seen\b|\bdid you see\b|"
    r"\bis\s+\S+(?:\s+\S+)?\s+(?:here|around|about|in|there)\b"
)
_OF_SOMEBODY = re.compile(r"(?i)\b(?!where|who|what|it|that|there|he|she)\w{2,}['’]s\s+[a-z]")
_WHERE = re.compile(r"(?i)\bwhere\b")
_EVENING = re.compile(r"(?i)\b(tonight|this evening|evening|after work|later)\b")
_PERSON = re.compile(
    r"(?:\b(?:who(?:'s| is)|[Kk]now|[Aa]bout|[Mm]et|[Ss]een|[Ii]s|[Dd]oes|[Dd]id|[Ww]here(?:'s| is)|"
    r"of|with|[Hh]as|to)\s+)([A-Z][a-zA-Z'-]+(?:\s+[A-Z][a-zA-Z'-]+)?)"
)


_LETTERS = re.compile(r"[a-z]{3,}")


@dataclass(frozen=True)
class Inquiry:
    """`topic` is one of those that `answer` knows; `words` are the content words, stemmed."""

    topic: str
    greets: bool
    words: frozenset[str]
    person: str = ""
    evening: bool = False
    known: PersonView | None = None
    """Who is asked about, if the resident knows them."""


def cleaned(text: str) -> str:
    """The text without markup and control characters, on one line, not longer than it matters."""
    return " ".join(_MARKUP.sub(" ", _CONTROL.sub(" ", text[: 4 * _LONGEST])).split())[:_LONGEST]


def stem(word: str) -> str:
    """A rough stem, so that "closing", "closed" and "closes" meet."""
    for ending in ("ings", "ing", "edly", "ies", "ied", "ed", "es", "ly", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=8192)
def content_words(text: str) -> frozenset[str]:
    """Stems of the words that carry meaning."""
    return frozenset(stem(word) for word in _LETTERS.findall(text.lower()) if word not in STOP)


def inquiry(text: str, persona: Persona, people: tuple[PersonView, ...] = ()) -> Inquiry:
    """What `text` asks for; `people` are those that it may name."""
    plain = cleaned(text)
    greets = _GREETS.search(plain) is not None
    words = content_words(plain) - content_words(persona.name)
    rest = _GREETS.sub("", plain).strip(" ,.!")
    if not rest or rest.lower() in (persona.name.lower(), persona.first_name.lower(), *_EVERYBODY):
        return Inquiry("nothing", greets, words)
    for topic, pattern in _COMPILED:
        if pattern.search(rest):
            return Inquiry(topic, greets, words, evening=_EVENING.search(rest) is not None)
    if _QUESTION.search(rest):
        own = rf"(?i)\b(?:who|where)(?:['’]s| is)\s+{re.escape(persona.first_name)}(?!['’\w])"
        if re.search(own, rest):
            return Inquiry("name", greets, words)
        known = meant(rest, people)
        whereabouts = _SEEKS.search(rest) is not None
        if whereabouts and _OF_SOMEBODY.search(rest):
            return Inquiry("place", greets, words)
        if known is not None and known.name is not None:
            topic = "whereabouts" if whereabouts else "person"
            return Inquiry(topic, greets, words, person=known.name, known=known)
        if person := _named(rest, persona):
            return Inquiry("person", greets, words, person=person)
    if _QUESTION.search(rest):
        return Inquiry("place" if _WHERE.search(rest) else "question", greets, words)
    return Inquiry("remark", greets, words)


def _named(text: str, persona: Persona) -> str:
    """A person's name in the text, none of the resident's own and no day of the week."""
    for match in _PERSON.finditer(text):
        name = match.group(1)
        if name.split()[0] not in DAYS and name.split()[0] != persona.first_name:
            return name[:40]
    return ""
