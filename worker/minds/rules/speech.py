"""Turns what a memory says in the third person into what its owner says aloud."""

from __future__ import annotations

import re
from functools import lru_cache

from worker.minds.rules.words import DAYS, OPENERS, VERBS

_TITLES = frozenset(
    {
        "dr",
        "mr",
        "mrs",
        "ms",
        "miss",
        "prof",
        "professor",
        "sir",
        "old",
        "aunt",
        "uncle",
        "captain",
        "father",
        "sister",
    }
)

_IRREGULAR = {
    "is": "am", "has": "have", "does": "do", "goes": "go", "isn't": "am not", "hasn't": "haven't",
    "doesn't": "don't",
    "says": "say", "was": "was", "were": "were",
}  # fmt: skip
_NO_S = frozenset(
    {
        "always",
        "perhaps",
        "sometimes",
        "afterwards",
        "besides",
        "across",
        "this",
        "his",
        "its",
        "whereas",
        "as",
        "us",
    }
)
_ADVERBS = frozenset(
    {
        "always",
        "often",
        "never",
        "still",
        "also",
        "usually",
        "sometimes",
        "really",
        "secretly",
        "now",
        "just",
        "both",
        "only",
        "already",
    }
)


def address(name: str) -> str:
    """How one calls somebody of this name to the face: the first name, unless the first word is a title."""
    first, _, rest = name.partition(" ")
    if rest and (first.endswith(".") or first.lower() in _TITLES):
        return name
    return first


def named_once(line: str, called: str) -> str:
    """The line with the other addressed by name only the first time; nobody says it in every sentence."""
    if not called:
        return line
    first = re.search(rf"\b{re.escape(called)}\b", line)
    if first is None:
        return line
    rest = re.sub(rf", {re.escape(called)}(?=[.!?](?:\s|$))", "", line[first.end() :])
    return line[: first.end()] + rest


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def small(sentence: str) -> str:
    """The sentence as it goes on behind other words: a small letter unless it begins with a name."""
    first = re.match(r"[A-Za-z]+", sentence)
    if first is not None and first.group().lower() in OPENERS:
        return sentence[0].lower() + sentence[1:]
    return sentence


def bare(text: str) -> str:
    """Without the full stop and white space at the end."""
    return text.strip().rstrip(".!… ").strip()


_REPORTED = re.compile(
    r"^(?P<who>[^,.:;]{1,60}?)\s+(?:told|said to|mentioned to|let|informed|"
    r"says to)\s+(?P<whom>[^,.:;]{1,60}?)\s*"
    r"(?:know\s+)?(?:that\s+|about it:\s*|:\s*)(?P<what>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_SAID = re.compile(
    r"^(?P<who>[^,.:;]{1,60}?)\s+(?:said|says|mentioned)\s*(?:that\s+|:\s*)(?P<what>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_HEARD = re.compile(
    r"^(?P<who>[^,.:;]{1,60}?)\s+(?:has\s+heard|heard|has\s+learned|learned|knows|overheard|saw|"
    r"has\s+seen|noticed)\s+"
    r"(?:from\s+[^,.:;]{1,40}?\s+)?that\s+(?P<what>.+)$",
    re.IGNORECASE | re.DOTALL,
)


@lru_cache(maxsize=4096)
def substance(text: str) -> str:
    """What a memory of hearsay is about, without who said it to whom."""
    found = bare(text)
    for _ in range(3):
        match = _REPORTED.match(found) or _SAID.match(found) or _HEARD.match(found)
        if match is None:
            break
        found = match.group("what").strip().strip('"“”')
    return bare(found)


@lru_cache(maxsize=1024)
def story_in_first_person(text: str, name: str, pronouns: tuple[str, str, str]) -> str:
    """A memory of one's own past, as one tells it; its pronouns mean oneself unless it names somebody else first."""
    first = re.escape(address(name))
    alias = f"{re.escape(name)}|{first}"
    text = re.sub(rf"^(?:{alias}), ((?:[A-Z]\w+, )*[A-Z]\w+) and ([A-Z]\w+)\b", r"\1, \2 and @", text)
    text = re.sub(rf"^(?:{alias}) and (?:her|his|their) (\w+)", r"My \1 and @", text)
    opening = re.match(rf"^(?P<when>(?:On|In|At|Last|One|Once)\b[^,]{{2,40}}? )(?=(?:{alias})\b)", text)
    when = opening.group("when") if opening is not None else ""
    told = in_first_person(text[len(when) :], name, pronouns).replace("@", "I")
    named = re.search(
        r"(?<![.!?]\s)(?<!^)\b(?!(?:I|Yo|" + "|".join(DAYS) + r")\b)(?<![A-Z][a-z] )[A-Z][a-z]+(?! [A-Z])",
        told,
    )
    pronoun = re.search(rf"\b(?:{'|'.join(pronouns)})\b", told)
    own = re.match(r"(?:I|My|me)\b", told) is not None
    if (
        pronoun is not None
        and own
        and (named is None or _is_a_place(told, named) or pronoun.start() < named.start())
    ):
        told = turn_pronouns(told, pronouns)
        told = _turn_coordinated(told) if told.startswith("I ") else told
    if own:
        told = re.sub(rf"\b{pronouns[1]}self\b", "myself", told)
    if re.match(r"[A-Z][\w, ]*? and I\b", told):
        told = re.sub(r"\btheir\b", "our", told)
    return f"{when}{small_i(told) if when else capital(told)}"


def small_i(text: str) -> str:
    """As it goes on behind other words: only "I" and names keep their capital."""
    return text if text.startswith(("I ", "I'")) else small(text)


_PLACE_WORDS = frozenset({"cafe", "park", "college", "pub", "crown", "store", "oak", "street", "house", "lane", "green",
                          "kettle", "wheel", "cottage", "number", "nine", "rose", "hamlet", "othello"})  # fmt: skip


def _is_a_place(text: str, named: re.Match[str]) -> bool:
    before = text[: named.start()].rstrip().split(" ")[-1].lower()
    return named.group().lower() in _PLACE_WORDS or before in (
        "the",
        "of",
        "at",
        "about",
        "in",
        "for",
        "since",
    )


@lru_cache(maxsize=4096)
def in_first_person(text: str, name: str, pronouns: tuple[str, str, str]) -> str:
    """What is said about `name` in the third person, as it says it: "Ana is baking" becomes "I am baking".

    Pronouns are turned too where no other name stands in the text that they could mean.
    """
    aliases = [re.escape(name)]
    if (first := address(name)) != name:
        aliases.append(re.escape(first))
    alias = "|".join(aliases)
    if re.search(rf"\b(?:{alias})\b", text) is None:
        return text
    others = re.sub(rf"\b(?:{alias})\b", "", text)
    text = re.sub(rf"\b(?:{alias})['’]s?\b", "my", text)
    text = re.sub(rf"\b(?:{alias}) and ([A-Z][\w'-]+)\b", r"\1 and @", text)
    text = _turn_subject(text, alias)
    text = re.sub(rf"\b(?:{alias})\b", "me", text).replace("@", "I")
    if not _NAMES_SOMEBODY.search(others.strip()) and not _BEGINS_WITH_SOMEBODY.match(others):
        text = turn_pronouns(text, pronouns)
    if re.match(r"I\b", text):
        text = _turn_coordinated(text)
    return capital(text)


_NAMES_SOMEBODY = re.compile(r"(?<![.!?]\s)(?<!^)\b(?!I\b)[A-Z][a-z]+")
_BEGINS_WITH_SOMEBODY = re.compile(
    r"(?!(?:The|This|That|It|There|He|She|They|We|What|Who|Everybody|Everyone|Nobody|Somebody|Something|Nothing|All|"
    r"One|Life|Work|Today|Yesterday)\b)[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:has|had|is|was|does|did)\b"
)
_COORDINATED = re.compile(
    r"(?:\b(?P<joint>and|but|or|then),?|(?P<comma>(?<=\w),))\s+(?P<adverb>(?:"
    + "|".join(sorted(_ADVERBS))
    + r")\s+)?"
    r"(?P<verb>(?:is|has|does|isn't|hasn't|doesn't)\b|[a-z]+s\b(?=\s+(?:it|the|a|an|to|that|my|me|"
    r"myself|everything|"
    r"everyone|everybody|people|nothing|nobody|no|not|them|him|her|his|what|whether|how)\b)|(?:"
    + "|".join(sorted(VERBS))
    + r")\b)"
)


def _turn_coordinated(text: str) -> str:
    """A second verb of the same subject: "I bake and sells it" becomes "I bake and sell it"."""
    return _COORDINATED.sub(
        lambda m: (
            f"{m.group('joint') or m.group('comma')} {m.group('adverb') or ''}{first_person_verb(m.group('verb'))}"
        ),
        text,
    )


def _turn_subject(text: str, alias: str) -> str:
    """The name as the subject of a verb becomes "I"."""

    def turned(match: re.Match[str]) -> str:
        adverb, verb = match.group("adverb") or "", match.group("verb")
        return f"I {adverb}{first_person_verb(verb)}"

    pattern = (
        rf"(?:^|(?<=[.;,:!?]\s)|(?<=\bthat\s)|(?<=\band\s)|(?<=\bwhen\s)|(?<=\bbecause\s))(?:{alias})\s+"
    )
    pattern += r"(?P<adverb>(?:" + "|".join(sorted(_ADVERBS)) + r")\s+)?(?P<verb>[a-z][a-z']*)"
    return re.sub(pattern, turned, text)


def first_person_verb(verb: str) -> str:
    """The verb of the third person in the first: "bakes" becomes "bake", "is" becomes "am"."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb in _NO_S or not verb.endswith("s") or verb.endswith(("ss", "us")):
        return verb
    if verb.endswith("ies") and len(verb) > 4:
        return f"{verb[:-3]}y"
    if verb.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
        return verb[:-2]
    return verb[:-1]


def turn_pronouns(text: str, pronouns: tuple[str, str, str]) -> str:
    """The third person's pronouns in the first person, whoever else they might mean."""
    subject, target, possessive = pronouns

    def spoken(match: re.Match[str]) -> str:
        adverb = match.group("adverb") or ""
        return f"I {adverb}{first_person_verb(match.group('verb'))}"

    adverbs = "|".join(sorted(_ADVERBS))
    text = re.sub(rf"(?i)\b{subject}\s+(?P<adverb>(?:{adverbs})\s+)?(?P<verb>[a-z][a-z']*)", spoken, text)
    text = re.sub(rf"(?i)\b{target}self\b|\b{possessive}self\b", "myself", text)
    if target == possessive:
        text = re.sub(
            rf"(?i)\b{target}\b(?=\s+[a-z]+)(?!\s+(?:to|in|at|on|for|with|from|about|and|that|by|when|"
            rf"if|the|a)\b)",
            "my",
            text,
        )
        return re.sub(rf"(?i)\b{target}\b", "me", text)
    text = re.sub(rf"(?i)\b{possessive}\b", "my", text)
    return re.sub(rf"(?i)\b{target}\b", "me", text)


_AUX = (
    r"(?:is|are|was|were|will|would|has|have|had|can|could|should|may|might|must|needs|wants|plans|does|did|do|"
    r"won't|isn't)"
)


_DAY = re.compile(
    r"(?i)^(?:on|this|next)\s+(?P<day>(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s+(?:morning|afternoon|evening|night))?)\b"
)
_PREPOSITION = re.compile(r"(?i)^(?:on|in|at|by|for|from|with|after|before|since|when|while|if|because|as)\b")


_GOES_ON = re.compile(r"^(?P<who>I|[^,.;:]{2,60}?) (?:am|is|are|was|were) (?P<what>[a-z]+ing\b[^,.;:]*)")
_MOST_WORDS = 9
_LEAD_ON = frozenset(
    {"a", "an", "the", "on", "in", "at", "by", "for", "from", "with", "to", "of", "and", "or"}
)


def topic_of(sentence: str, speaker: str = "") -> str:
    """What a sentence is about, with what it says is going on: "Ana baking bread"; empty if it is not plain.

    Of what `speaker`, or "I", is doing, the doing alone: "baking bread".
    """
    match = _GOES_ON.match(bare(sentence))
    if match is None:
        return subject_of(sentence)
    words = match.group("what").split()[:_MOST_WORDS]
    while len(words) > 1 and words[-1] in _LEAD_ON:
        words.pop()
    what = " ".join(words)
    who = match.group("who")
    return what if who in ("I", speaker) else f"{small(who)} {what}"


def subject_of(sentence: str) -> str:
    """What a sentence is about, for "they talked about …": the words before its first verb, if few."""
    if (day := _DAY.match(bare(sentence))) is not None:
        return day.group("day")
    match = re.match(rf"^(?:there\s+{_AUX}\s+)?(?P<np>.+?)\s+{_AUX}\b", bare(sentence), re.IGNORECASE)
    if match is None:
        return ""
    words = match.group("np").split()
    if _PREPOSITION.match(match.group("np")):
        return ""
    if not 1 <= len(words) <= 6 or words[0].lower() in (
        "he",
        "she",
        "they",
        "it",
        "i",
        "we",
        "you",
        "there",
        "that",
        "this",
    ):
        return ""
    return small(" ".join(words))


def doing(activity: str, name: str = "") -> str:
    """An activity in the -ing form, without "Ana is" and full stop; empty if it is a talk or no activity."""
    text = bare(activity)
    if name:
        text = re.sub(rf"^(?:{re.escape(name)}|{re.escape(address(name))})\s+(?:is|was)\s+", "", text)
    text = re.sub(r"^(?:[Ss]he|[Hh]e|[Tt]hey|I)\s+(?:is|was|are|am)\s+", "", text)
    first = text.split()[0].lower() if text.split() else ""
    if not first.endswith("ing") or first in (
        "talking",
        "standing",
        "chatting",
        "speaking",
        "answering",
        "sleeping",
        "something",
        "nothing",
    ):
        return ""
    if text.startswith("walking by"):
        return ""
    return small(text[:1].lower() + text[1:])
