"""How the text says that it looks; the rest is drawn, and fits its age and work."""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.domain.chance import Chance
from backend.domain.questions.sketch import MOST_EXTRAS, LooksChoice, LooksDrawn
from worker.minds.rules.sketching.identity import HE, SHE
from worker.minds.rules.sketching.text import Description, found

_COLOURS = {
    "rot": "red", "blau": "blue", "grün": "green", "gelb": "yellow", "schwarz": "black", "weiß": "white",
    "grau": "grey", "gray": "grey", "braun": "brown", "blond": "blonde", "fair": "blonde", "dark": "black",
    "dunkel": "black", "dunkl": "black", "ginger": "red", "silver": "grey", "lila": "purple", "rosa": "pink",
    "orang": "orange",
}  # fmt: skip
_SKINS = {
    "black": "deep",
    "white": "fair",
    "dunkl": "dark",
    "dunkel": "dark",
    "hell": "fair",
    "braun": "brown",
}
_STYLES = {
    "curly": "curly", "lockig": "curly", "long": "long", "lang": "long", "short": "short", "kurz": "short",
    "messy": "messy", "wild": "messy", "spiky": "spiky", "braided": "braid",
}  # fmt: skip
_ENDINGS = ("", "e", "er", "es", "en", "em")
"""Of a German adjective: "ein blauer Mantel"."""
_HAIR = re.compile(
    r"(?i)\b([\w-]+?)(?:[ ,]+(?:and |und )?([\w-]+?))?[ -](?:hair(?:ed)?|haare?n?|haariger?|beard|bart)\b"
)
_SKIN = re.compile(r"(?i)\b(\w+)[ -](?:skin(?:ned)?|haut)\b")
_WORDS_FOR_STYLES = {
    "bald": "bald", "glatze": "bald", "bun": "bun", "dutt": "bun", "ponytail": "ponytail", "pferdeschwanz": "ponytail",
    "braid": "braid", "braids": "braid", "zopf": "braid", "afro": "afro", "curls": "curly", "locken": "curly",
}  # fmt: skip
_GARMENT = "coat|jacket|jumper|sweater|pullover|shirt|blouse|cardigan|dress|uniform|mantel|jacke|hemd|bluse|kleid|pulli"
_TOP = re.compile(rf"(?i)\b([\w-]+) (?:([\w-]+) )?(?:{_GARMENT})\b")
_BOTTOM = re.compile(r"(?i)\b([\w-]+) (?:([\w-]+) )?(?:trousers|pants|jeans|skirt|hose|rock)\b")
_WORN = {
    "glasses": ("glasses", "spectacles", "brille"), "beard": ("beard", "bearded", "bart", "vollbart"),
    "moustache": ("moustache", "mustache", "schnurrbart"), "earrings": ("earrings", "ohrringe"),
    "straw hat": ("straw hat", "hat", "strohhut", "hut"),
    "cap": ("cap", "sailor", "mütze", "kappe", "seemann", "matrose"),
    "headscarf": ("headscarf", "hijab", "kopftuch"), "flower": ("flower in her hair", "blume im haar"),
    "apron": ("apron", "baker", "cook", "schürze", "bäcker", "bäckerin"), "scarf": ("scarf", "schal"),
    "tie": ("tie", "krawatte"), "skirt": ("skirt", "rock"), "dress": ("dress", "kleid"),
    "satchel": ("satchel", "tasche"),
}  # fmt: skip
"""What it wears, and the words that tell so, some trades among them."""
OLD = 62


def read_looks(
    told: Description, choices: LooksChoice, age: int, pronouns: str, chance: Chance
) -> tuple[LooksDrawn, bool]:
    """How it looks, and whether the text says anything of it."""
    colour, style = _hair(told, choices)
    skin = _read(_SKIN, told.text, _SKINS, choices.skin)
    top = _read(_TOP, told.text, _COLOURS, choices.cloth)
    bottom = _read(_BOTTOM, told.text, _COLOURS, choices.cloth)
    extras = tuple(worn for worn, words in _WORN.items() if worn in choices.extras and told.has(words))[
        :MOST_EXTRAS
    ]
    said = any((colour, style, skin, top, bottom, extras))
    drawn = LooksDrawn(
        skin=skin or chance.choice(choices.skin, 10),
        hair=colour or chance.choice(_hairs(choices, age), 11),
        hair_style=style or chance.choice(_styles(choices, pronouns), 12),
        top=top or chance.choice(choices.cloth, 13),
        bottom=bottom or chance.choice(choices.cloth, 14),
        extras=extras,
    )
    return drawn, said


def _hair(told: Description, choices: LooksChoice) -> tuple[str | None, str | None]:
    colour = _read(_HAIR, told.text, _COLOURS, choices.hair)
    style = _read(_HAIR, told.text, _STYLES, choices.hair_style)
    for word, known in _WORDS_FOR_STYLES.items():
        if style is None and known in choices.hair_style and found(word, told.text):
            style = known
    return colour or ("blonde" if told.has(("blonde",)) and "blonde" in choices.hair else None), style


def _read(pattern: re.Pattern[str], text: str, meanings: dict[str, str], known: Sequence[str]) -> str | None:
    """What the drawing calls the first word before such a thing that it knows; None where it knows none."""
    for match in pattern.finditer(text):
        for word in reversed(match.groups()):
            if (name := _near(word or "", meanings, known)) is not None:
                return name
    return None


def _near(word: str, meanings: dict[str, str], known: Sequence[str]) -> str | None:
    plain = word.casefold()
    if plain in known:
        return plain
    stems = (plain.removesuffix(ending) for ending in _ENDINGS if plain.endswith(ending))
    return next((meanings[stem] for stem in stems if meanings.get(stem) in known), None)


def _hairs(choices: LooksChoice, age: int) -> list[str]:
    greys = [name for name in choices.hair if name in ("grey", "white", "silver")]
    usual = [
        name for name in choices.hair if name in ("black", "brown", "chestnut", "auburn", "red", "blonde")
    ]
    return (greys if age >= OLD else usual) or list(choices.hair)


def _styles(choices: LooksChoice, pronouns: str) -> list[str]:
    likely = {
        SHE: ("long", "curly", "bun", "ponytail", "braid", "short"),
        HE: ("short", "messy", "curly", "spiky"),
    }.get(pronouns, choices.hair_style)
    return [name for name in choices.hair_style if name in likely and name != "bald"] or list(
        choices.hair_style
    )
