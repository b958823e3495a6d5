"""Reads what a model has answered, field by field, and names the first fault for it to mend."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Collection
from typing import Any, TypeVar, cast, get_args

from backend.domain.questions import InvalidAnswer
from worker.minds.model.handles import Handles

C = TypeVar("C", bound=str)

_JOINERS = "\u200d\ufe0f"
"""Parts of emojis."""


def clean(text: str) -> str:
    """Without control, direction and private characters and half surrogates, on one line, blanks joined."""
    kept = (
        letter if letter in _JOINERS or unicodedata.category(letter) not in ("Cc", "Cf", "Co", "Cs") else " "
        for letter in text
    )
    return " ".join("".join(kept).split())


class Part:
    """One JSON object of an answer.

    Raises (all its readers):
        InvalidAnswer: naming the field and its fault.
    """

    def __init__(self, document: object, where: str = "") -> None:
        if not isinstance(document, dict):
            raise InvalidAnswer(f"{where or 'the answer'} is not a JSON object")
        self._document: dict[Any, Any] = document
        self._where = where

    def text(self, name: str, most: int, least: int = 1) -> str:
        """Words of `least` to `most` characters, cleaned."""
        value = self._of(name, "" if least == 0 else None)
        if not isinstance(value, str):
            raise self._fault(name, "is no text")
        value = clean(value)
        if len(value) > most:
            raise self._fault(name, f"has {len(value)} characters; give at most {most}")
        if len(value) < least:
            raise self._fault(name, "is empty; give some words")
        return value

    def text_or_none(self, name: str, most: int) -> str | None:
        return None if self._document.get(name) is None else self.text(name, most, 0) or None

    def number(self, name: str, least: float, most: float) -> float:
        value = self._of(name)
        if isinstance(value, str) and re.fullmatch(r"\s*-?\d{1,9}(\.\d{1,9})?\s*", value):
            value = float(value)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise self._fault(name, "is no number")
        if not least <= value <= most:
            raise self._fault(name, f"is {value:g}; give a number from {least:g} to {most:g}")
        return float(value)

    def whole(self, name: str, least: int, most: int) -> int:
        value = self.number(name, least, most)
        if value != int(value):
            raise self._fault(name, f"is {value:g}; give a whole number")
        return int(value)

    def flag(self, name: str) -> bool:
        value = self._of(name, False)
        if not isinstance(value, bool):
            raise self._fault(name, "must be true or false")
        return value

    def choice(self, name: str, options: object) -> str:
        """One of a Literal's words."""
        value = self._of(name)
        if value not in get_args(options):
            raise self._fault(name, f"is {str(value)[:60]!r}; choose one of {list(get_args(options))}")
        return cast(str, value)

    def parts(self, name: str, most: int, *, needed: bool = True) -> list[Part]:
        values = self._list(name, most, needed=needed)
        return [Part(value, f"{self._path(name)}[{number}]") for number, value in enumerate(values)]

    def texts(self, name: str, most: int) -> list[str]:
        values = self._list(name, most, needed=True)
        if not all(isinstance(value, str) for value in values):
            raise self._fault(name, "is no list of texts")
        return [clean(value) for value in values]

    def named(self, name: str, handles: Handles) -> str:
        """The id of what is named."""
        value = self._of(name)
        if not isinstance(value, str):
            raise self._fault(name, "is no handle")
        return self._id(name, value, handles)

    def named_or_none(self, name: str, handles: Handles) -> str | None:
        value = self._document.get(name)
        return None if value in (None, "", "null", "none") else self.named(name, handles)

    def all_named(self, name: str, handles: Handles, most: int = 60) -> tuple[str, ...]:
        """The ids of a list of handles, each once."""
        ids = [
            self._id(name, value if isinstance(value, str) else repr(value), handles)
            for value in self._list(name, most, needed=False)
        ]
        return tuple(dict.fromkeys(ids))

    def known(self, name: str, handles: Handles) -> tuple[str, ...]:
        """As `all_named`, but what is unknown is left out: grounds that were never given are none."""
        ids = []
        for value in self._list(name, 1000, needed=False):
            try:
                ids.append(handles.id(value if isinstance(value, str) else repr(value)))
            except InvalidAnswer:
                continue
        return tuple(dict.fromkeys(ids))

    def _list(self, name: str, most: int, *, needed: bool) -> list[Any]:
        value = self._of(name, None if needed else [])
        if not isinstance(value, list):
            raise self._fault(name, "is no list")
        if len(value) > most:
            raise self._fault(name, f"has {len(value)} entries; give at most {most}")
        return value

    def _id(self, name: str, word: str, handles: Handles) -> str:
        try:
            return handles.id(word)
        except InvalidAnswer as fault:
            raise self._fault(name, str(fault)) from None

    def _of(self, name: str, default: object = None) -> Any:
        value = self._document.get(name)
        if value is None:
            if default is None:
                others = ", ".join(str(key)[:30] for key in list(self._document)[:6])
                raise self._fault(name, f"is missing (there is: {others or 'nothing'})")
            return default
        return value

    def fault(self, name: str, what: str) -> InvalidAnswer:
        """To be raised about one of its fields."""
        return self._fault(name, what)

    def _fault(self, name: str, what: str) -> InvalidAnswer:
        return InvalidAnswer(f"{self._path(name)}: {what}")

    def _path(self, name: str) -> str:
        return f"{self._where}.{name}" if self._where else name


def nearest_word(word: str, options: Collection[str]) -> str | None:
    """The one of `options` that is meant, if it is clear."""
    if word in options:
        return word
    try:
        return Handles("word", "#", ((option, ()) for option in sorted(options))).id(word)
    except InvalidAnswer:
        return None
