"""What temper the text tells of."""

from __future__ import annotations

from backend.domain.chance import Chance
from backend.domain.questions.sketch import MOST_TRAITS
from worker.minds.rules.sketching.text import Description

_ENGLISH_WORDS = """
absent-minded abrasive adventurous aloof ambitious anxious arrogant attentive bitter blunt bold bookish brave
calm careful caring cautious charming chatty cheeky cheerful clever clumsy compassionate confident creative
cruel curious cynical determined diligent dreamy eager easygoing easy-going eccentric elegant eloquent
energetic envious fearless forgetful friendly funny generous gentle gloomy gossipy greedy gregarious gruff
grumpy hardworking helpful honest hospitable hot-tempered humorous imaginative impatient inquisitive
introverted inventive irritable jovial kind laconic lazy lively loving loyal melancholy moody mysterious
nervous nosy observant optimistic organized outgoing patient pessimistic playful polite practical proud
quarrelsome quick-witted quiet reckless reserved resourceful restless romantic rude sarcastic sensitive shy
sociable solitary stern strict stubborn studious suspicious taciturn talkative thoughtful timid tough warm
warm-hearted wise withdrawn witty
"""
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_GERMAN = {
    "neugierig": "curious", "warmherzig": "warm", "herzlich": "warm", "gesprächig": "talkative",
    "redselig": "talkative", "still": "quiet", "ruhig": "quiet", "fröhlich": "cheerful", "heiter": "cheerful",
    "freundlich": "friendly", "nett": "friendly", "schwermütig": "gloomy", "traurig": "gloomy",
    "geduldig": "patient", "stur": "stubborn", "dickköpfig": "stubborn", "witzig": "witty", "lustig": "funny",
    "schüchtern": "shy", "ehrgeizig": "ambitious", "sanft": "gentle", "mürrisch": "grumpy", "grantig": "grumpy",
    "mutig": "brave", "faul": "lazy", "fleißig": "hardworking", "großzügig": "generous",
    "hilfsbereit": "helpful", "frech": "cheeky", "verträumt": "dreamy", "klug": "clever",
    "vergesslich": "forgetful", "ehrlich": "honest", "treu": "loyal", "stolz": "proud", "unhöflich": "rude",
}  # fmt: skip
_ENDINGS = ("", "e", "er", "es", "en")
"""Of a German adjective: "eine neugierige", "ein stiller"."""
DRAWN = (
    "curious", "warm", "talkative", "quiet", "cheerful", "patient", "stubborn", "witty", "shy", "ambitious", "gentle",
)  # fmt: skip


def read_traits(told: Description) -> tuple[str, ...]:
    """Words for tempers, in the order of the text; those of German texts in English."""
    found = [trait for word in told.words if (trait := _trait(word)) is not None]
    return tuple(dict.fromkeys(found))[:MOST_TRAITS]


def drawn_traits(chance: Chance) -> tuple[str, ...]:
    first = chance.choice(DRAWN, 4)
    return first, chance.choice([trait for trait in DRAWN if trait != first], 5)


def _trait(word: str) -> str | None:
    if word in _ENGLISH:
        return word
    stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return next((_GERMAN[stem] for stem in stems if stem in _GERMAN), None)
