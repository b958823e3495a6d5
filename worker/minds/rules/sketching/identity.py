"""Who it is by itself: its name, its age, and what one calls it by."""

from __future__ import annotations

import re

from backend.domain.chance import Chance
from backend.domain.naming import name_key
from backend.domain.questions.sketch import LONGEST_NAME, PRONOUNS, Sketch
from worker.minds.rules.sketching.text import Description

SHE, HE, THEY = PRONOUNS
_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’-]+(?: (?:von |van |de |della |Mc)?[A-ZÀ-ÖØ-Þ][\w'’-]+){0,2}"
_CALLED = re.compile(
    rf"\b(?:named|called|[Nn]ame is|heißt|namens|genannt|I am|I'm|[Ii]ch bin|[Ii]ch heiße)\s+({_NAME})"
)
_FIRST = re.compile(
    rf"^({_NAME})(?=\s*(?:,\s*(?:\d|an?\b|the\b|who\b|ein|der\b|die\b)|:|\(|"
    r"(?:is|was|ist|has|hat|who|lives|works|wohnt|arbeitet|loves|likes)\b))"
)
_NO_NAME_WORDS = """
a an the she he they it this that our my ein eine der die das sie er es somebody someone jemand
"""
_NO_NAME = frozenset(_NO_NAME_WORDS.split())
_AGE = re.compile(
    r"(?i)\b(\d{1,3})\s*-?\s*(?:years?[ -]old|y/?o\b|jahre\b|jährig)|\baged? (\d{1,3})\b|,\s*(\d{1,3})\s*(?:,|$|\.)"
)
_DECADE = re.compile(
    r"(?i)\bin (?:her|his|their|the) (?:early |mid-?|late )?"
    r"(twenties|thirties|forties|fifties|sixties|seventies|eighties)"
)
_DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
}
_AGES: tuple[tuple[tuple[str, ...], tuple[int, int]], ...] = (
    (("teenager", "teenage", "teen", "Jugendlicher", "Jugendliche", "Schüler", "Schülerin"), (15, 19)),
    (
        ("student", "studies", "studiert", "apprentice", "young", "Student", "Studentin", "jung", "junge", "junger",
         "Lehrling"),
        (19, 27),
    ),
    (("middle-aged", "mittleren Alters"), (43, 56)),
    (
        ("retired", "old", "elderly", "pensioner", "grandmother", "grandfather", "widow", "widower", "Rentner",
         "Rentnerin", "pensioniert", "pensionierter", "pensionierte", "alte", "alter", "Oma", "Opa", "Witwe", "Witwer",
         "im Ruhestand"),
        (64, 79),
    ),
)  # fmt: skip
_GROWN = (26, 58)
_HERS_WORDS = """
she her hers herself woman lady girl mother grandmother daughter sister wife widow aunt waitress actress frau
mädchen mutter oma tochter schwester witwe tante eine ihre ihr rentnerin
"""
_HERS = frozenset(_HERS_WORDS.split())
_HIS_WORDS = """
he him his himself man guy gentleman boy father grandfather son brother husband widower uncle waiter mann
junge vater opa sohn bruder witwer onkel ein sein seine rentner
"""
_HIS = frozenset(_HIS_WORDS.split())
_THEIRS_WORDS = """
they them their themself themselves nonbinary non-binary nichtbinär
"""
_THEIRS = frozenset(_THEIRS_WORDS.split())
FIRST_NAMES: dict[str, tuple[str, ...]] = {
    SHE: (
        "Nora",
        "Ida",
        "Lena",
        "Priya",
        "Sofia",
        "Amara",
        "Greta",
        "Yasmin",
        "Clara",
        "Mina",
        "Edith",
        "Rosa",
    ),
    HE: (
        "Otto",
        "Felix",
        "Samir",
        "Emil",
        "Henry",
        "Kofi",
        "Anton",
        "Luis",
        "Jasper",
        "Tariq",
        "Bruno",
        "Oskar",
    ),
    THEY: (
        "Robin",
        "Kim",
        "Alex",
        "Sascha",
        "Noa",
        "Charlie",
        "Toni",
        "Jules",
        "Quinn",
        "Lou",
        "Eden",
        "Rowan",
    ),
}
LAST_NAMES = (
    "Lind", "Klee", "Berger", "Okafor", "Marlow", "Haas", "Novak", "Silva", "Winter", "Brandt", "Ferro", "Ashby",
    "Moreau", "Sato", "Kaya", "Holm",
)  # fmt: skip


def read_name(told: Description, question: Sketch) -> str | None:
    """The name that the text gives it; that of somebody who lives there is theirs."""
    taken = {name_key(name) for one in question.people for name in (one.name, one.name.split()[0])}
    for pattern in (_CALLED, _FIRST):
        match = pattern.search(told.text)
        if match is None or match[1].split()[0].casefold() in _NO_NAME or name_key(match[1]) in taken:
            continue
        return match[1][:LONGEST_NAME].strip()
    return None


def drawn_name(question: Sketch, pronouns: str, chance: Chance) -> str:
    """One whose first name nobody in town has."""
    taken = {name_key(one.name.split()[0]) for one in question.people}
    names = [name for name in FIRST_NAMES[pronouns] if name_key(name) not in taken] or ["Newcomer"]
    return f"{chance.choice(names, 1)} {chance.choice(LAST_NAMES, 2)}"


def read_pronouns(told: Description, name: str | None) -> str | None:
    """By what the text calls it; else by its first name."""
    hers, his = (sum(word in words for word in told.words) for words in (_HERS, _HIS))
    if hers != his:
        return SHE if hers > his else HE
    # "She feeds them" tells of her.
    if not hers and any(word in _THEIRS for word in told.words):
        return THEY
    first = name.split()[0] if name else ""
    return next((pronouns for pronouns, names in FIRST_NAMES.items() if first in names), None)


def read_age(told: Description, chance: Chance) -> int | None:
    """In years; where the text has a word for it, one that it may mean."""
    if (match := _AGE.search(told.text)) is not None:
        age = int(next(group for group in match.groups() if group))
        return age if 1 <= age <= 120 else None
    if (match := _DECADE.search(told.text)) is not None:
        return _DECADES[match[1].casefold()] + chance.between(1, 8, 3)
    for words, (least, most) in _AGES:
        if told.has(words):
            return chance.between(least, most, 3)
    return None


def drawn_age(chance: Chance) -> int:
    return chance.between(*_GROWN, 3)
