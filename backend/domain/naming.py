"""Names as people say them: which words of a text may be those of a person or a place."""

from __future__ import annotations

import re
import unicodedata

from backend.domain.persona import Persona
from backend.domain.scenario import Scenario

_WORD = re.compile(r"[^\W_]+")
_FUNCTION_WORDS = """
a an and are at do for he i in is it me my not of on or s she the they to we who you
"""
_SMALL = frozenset(_FUNCTION_WORDS.split())
"""Words that stand in many names and texts and tell none of them from another."""


def name_key(name: str) -> str:
    """What two names have in common that people can't tell apart: letters and digits without case and accents."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    return "".join(c for c in plain if c.isalnum())


def called_like(scenario: Scenario, name: str) -> Persona | None:
    """The resident for whom somebody of that name could be taken: by the whole name or the first one."""
    wanted = name_key(name)
    return next(
        (
            persona
            for persona in scenario.personas.values()
            if wanted in (name_key(persona.name), name_key(persona.first_name))
        ),
        None,
    )


def name_words(text: str) -> frozenset[str]:
    """The words of `text` in small letters without accents, so that "the Café" and "cafe" meet."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return frozenset(_WORD.findall(bare)) - _SMALL
