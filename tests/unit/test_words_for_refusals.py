"""A page in another language than the server's has words of its own for all that may be refused."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

import worker.engine.people  # noqa: F401 - makes all refusals known
from backend.api.problems import Problem
from backend.domain.inputs import Name, Text
from worker.engine.refusals import InputRefused

CATALOGUE = Path("frontend/src/words/de/refusals.ts")
TOLD_BY_THE_SERVER = {"scenario-faulty", "invalid-request"}
"""These name files and fields, each another one; their faults are told one by one."""


def all_below(kind: type[Any]) -> Iterator[type[Any]]:
    for below in kind.__subclasses__():
        yield below
        yield from all_below(below)


def words() -> set[str]:
    text = CATALOGUE.read_text(encoding="utf-8")
    return {
        plain or quoted.replace("\\'", "'")
        for plain, _, quoted in re.findall(r"^    (?:(\w+)|(['\"])(.+?)(?<!\\)\2):", text, re.MULTILINE)
    }


def test_each_refusal_of_the_server_and_of_the_engine_has_words() -> None:
    of_the_server = {problem.name for problem in all_below(Problem) if hasattr(problem, "name")}
    of_the_engine = {refusal.__name__ for refusal in all_below(InputRefused)}
    assert len(of_the_server) > 30
    assert len(of_the_engine) > 15
    assert (of_the_server | of_the_engine) - words() == TOLD_BY_THE_SERVER


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Text, "a\x07b"),
        (Text, "a\u202eb"),
        (Text, "e\u0301\u0301\u0301\u0301"),
        (Text, " \t "),
        (Text, "\u200d\ufe0f"),
        (Text, "\u3164"),
        (Text, "\u0e01" + 20 * "\u0e47"),
        (Text, "a" + 20 * "\u0489"),
        (Name, "Maria\u3164 Lopez"),
        (Name, "Maria\u034f"),
        (Name, "<b>Ana</b>"),
        (Name, "🦊 7"),
        (Name, "A\u200dna"),
        (Name, "Аna"),
    ],
)
def test_each_fault_of_a_text_has_words(kind: Any, text: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(text)
    (fault,) = refused.value.errors()
    assert str(fault["msg"]).removeprefix("Value error, ") in words()


@pytest.mark.parametrize("text", ["❤️ 1️⃣ 👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "สวัสดีครับ ที่นี่", "Việt Nam", "क्षत्रिय", "שָׁלוֹם", "안녕하세요"])
def test_what_people_write_in_their_scripts_is_taken_as_it_is(text: str) -> None:
    assert TypeAdapter[str](Text).validate_python(text) == unicodedata.normalize("NFC", text)
