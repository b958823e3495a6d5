"""What a persona's traits say about how it behaves and feels, as numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from backend.domain.persona import Persona


@dataclass(frozen=True)
class Temper:
    """Each from -1 to 1; 0 where the traits are silent."""

    outgoing: float = 0.0
    """Seeks company, against keeps to itself."""
    warm: float = 0.0
    """Kind, against gruff."""
    curious: float = 0.0
    brave: float = 0.0
    """Goes near danger, against keeps away."""
    lively: float = 0.0
    """Always moving, against likes to sit."""

    @property
    def is_abrasive(self) -> bool:
        """Unkind, and not one to keep it to itself."""
        return self.warm <= -0.5 and self.outgoing >= 0.5


_STEMS: dict[str, dict[str, float]] = {
    "outgoing": {
        "outgoing": 1, "sociab": 1, "extrover": 1, "talkat": 1, "chatty": 1, "gossip": 1, "gregar": 1,
        "loud": 0.7,
        "friendl": 0.6, "charming": 0.7, "cheer": 0.5, "playful": 0.5, "flirt": 0.7, "open": 0.4,
        "eloquent": 0.6,
        "nosy": 0.7, "curious": 0.3, "warm": 0.4, "humor": 0.4, "humour": 0.4, "witty": 0.5, "hospit": 0.7,
        "jovial": 0.8,
        "shy": -1, "introver": -1, "quiet": -0.8, "reserved": -0.8, "solita": -1, "reclus": -1,
        "silent": -1, "taciturn": -1,
        "withdrawn": -1, "private": -0.6, "timid": -0.7, "grump": -0.5, "gruff": -0.5, "aloof": -0.8,
        "brood": -0.6,
        "absent": -0.3, "dream": -0.2, "laconic": -0.7, "moody": -0.4, "awkward": -0.5, "studious": -0.3,
    },
    "warm": {
        "friendl": 1, "kind": 1, "warm": 1, "gentle": 0.9, "generous": 0.9, "caring": 1, "carin": 1,
        "compassion": 1, "empath": 1,
        "considerate": 1, "polite": 0.6, "helpful": 0.9, "cheer": 0.8, "patient": 0.6, "hospit": 0.8,
        "motherly": 1,
        "fatherly": 1, "loving": 1, "sweet": 0.9, "jovial": 0.7, "optimis": 0.6, "easygoing": 0.5,
        "easy-going": 0.5, "good-natured": 1,
        "grump": -1, "gruff": -1, "rude": -1, "abrasive": -1, "cold": -0.9, "blunt": -0.6, "sharp": -0.5,
        "sarcas": -0.7, "cynic": -0.7,
        "bitter": -0.9, "arrogan": -0.9, "stern": -0.6, "irrita": -0.9, "short-tempered": -0.9,
        "hot-tempered": -0.7,
        "quarrel": -1, "stubborn": -0.3, "impatient": -0.5, "proud": -0.3, "envious": -0.6, "mean": -1,
        "aloof": -0.5, "moody": -0.4,
        "toxic": -1, "hostile": -1, "nasty": -1, "insulting": -1, "cruel": -1,
        "cantanker": -1, "crabby": -1, "surly": -1, "sullen": -0.8, "suspicious": -0.5, "pessimis": -0.5,
        "strict": -0.4,
    },
    "curious": {
        "curious": 1, "inquisitive": 1, "nosy": 1, "inventive": 0.6, "studious": 0.4, "adventur": 0.7,
        "observant": 0.8,
        "attentive": 0.6, "gossip": 0.7, "clever": 0.4, "imagin": 0.4, "creativ": 0.4, "thoughtful": 0.3,
        "careful": 0.3,
        "indifferent": -1, "lazy": -0.5, "absent": -0.6, "dream": -0.4, "bored": -0.7, "aloof": -0.5,
        "incurious": -1,
    },
    "brave": {
        "brave": 1, "courag": 1, "bold": 1, "fearless": 1, "adventur": 0.8, "reckless": 1,
        "confident": 0.6, "calm": 0.5, "steady": 0.5,
        "practical": 0.5, "handy": 0.6, "responsib": 0.6, "protective": 0.7, "stubborn": 0.3,
        "decisive": 0.6, "tough": 0.7,
        "timid": -1, "anxious": -1, "nervous": -1, "cautious": -0.7, "fear": -1, "shy": -0.4,
        "worri": -0.8, "careful": -0.4,
        "coward": -1, "jumpy": -0.9, "sensitive": -0.4, "hypochond": -0.6,
    },
    "lively": {
        "energetic": 1, "active": 1, "sporty": 1, "restless": 0.8, "lively": 1, "adventur": 0.7,
        "athletic": 1, "busy": 0.5, "playful": 0.6,
        "industrious": 0.5, "hardworking": 0.5, "diligent": 0.4, "eager": 0.5, "outdoorsy": 0.9,
        "cheer": 0.3,
        "lazy": -1, "slow": -0.5, "sleepy": -0.9, "calm": -0.4, "bookish": -0.7, "studious": -0.5,
        "dream": -0.4, "easygoing": -0.3,
        "tired": -0.7, "frail": -0.8, "contemplative": -0.6, "quiet": -0.3,
    },
}  # fmt: skip

_LESS = ("not", "never", "hardly", "un", "rarely")


def _strength(trait: str, stems: dict[str, float]) -> float:
    """How far one trait, of one or more words, moves one side of the temper; the strongest word counts."""
    sign = 1.0
    strongest = 0.0
    for word in trait.lower().split():
        if word in _LESS:
            sign = -1.0
            continue
        bare, turned = (word[2:], -1.0) if word.startswith("un") and word[2:] else (word, 1.0)
        for stem, value in stems.items():
            if word.startswith(stem):
                found = value
            elif bare is not word and bare.startswith(stem):
                found = value * turned
            else:
                continue
            if abs(found) > abs(strongest):
                strongest = found
    return sign * strongest


@lru_cache(maxsize=1024)
def _of_traits(traits: tuple[str, ...]) -> Temper:
    sides: dict[str, float] = {}
    for side, stems in _STEMS.items():
        total = sum(_strength(trait, stems) for trait in traits)
        sides[side] = max(-1.0, min(1.0, total))
    return Temper(**sides)


def temper(persona: Persona) -> Temper:
    """The temper that the traits describe."""
    return _of_traits(persona.traits)
