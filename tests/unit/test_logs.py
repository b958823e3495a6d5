"""Log lines say what they are about, and nothing that people said."""

from __future__ import annotations

import json
import logging
import sys

import pytest
from pydantic import BaseModel, ValidationError

from backend.store.environment.logs import JsonLines, PlainLines, about, formatter, from_now_on_about
from backend.store.environment.settings import SettingWrong


def a_record(message: str = "Taken up", *args: object, **extra: object) -> logging.LogRecord:
    record = logging.LogRecord("worker.engine.live", logging.INFO, "live.py", 1, message, args, None)
    vars(record).update(extra)
    return record


def test_a_line_tells_what_is_known_around_it() -> None:
    ticks = iter((5, 6))
    with about(town="t-lane") as known:
        known["tick"] = lambda: next(ticks)
        first = json.loads(JsonLines().format(a_record()))
        second = PlainLines().format(a_record("Takes in %s", "speak", input=12))
    after = json.loads(JsonLines().format(a_record()))
    assert (first["town"], first["tick"], first["message"]) == ("t-lane", 5, "Taken up")
    assert second.endswith("INFO worker.engine.live: Takes in speak town=t-lane tick=6 input=12")
    assert set(after) == {"time", "level", "logger", "message"}


def test_a_lines_own_word_counts_for_more() -> None:
    with about(town="t-lane", tick=9):
        line = json.loads(JsonLines().format(a_record(tick=0)))
    assert line["tick"] == 0


def test_what_a_thread_was_about_is_replaced_and_forgotten() -> None:
    from_now_on_about(town="t-lane", question="plan:marta@1")
    assert json.loads(JsonLines().format(a_record()))["question"] == "plan:marta@1"
    from_now_on_about(town="t-other")
    assert "question" not in json.loads(JsonLines().format(a_record()))
    from_now_on_about()
    assert "town" not in json.loads(JsonLines().format(a_record()))


@pytest.mark.parametrize("lines", [PlainLines(), JsonLines()])
def test_no_line_holds_a_password(lines: logging.Formatter) -> None:
    told = lines.format(a_record("Connected to %s", "postgresql://me:hush@here:5432/town"))
    assert "hush" not in told
    assert "@here:5432/town" in told


class _Words(BaseModel):
    number: int


@pytest.mark.parametrize("lines", [PlainLines(), JsonLines()])
def test_a_failure_is_told_without_the_words_that_it_failed_at(lines: logging.Formatter) -> None:
    said = ", ".join(("I love you", "input_type=none", "\nMarta"))
    try:
        _Words.model_validate({"number": said})
    except ValidationError:
        record = a_record()
        record.exc_info = sys.exc_info()
    told = lines.format(record)
    assert "ValidationError" in told
    assert "love" not in told
    assert "Marta" not in told


def test_a_refused_row_is_told_without_its_words() -> None:
    told = PlainLines().format(a_record("duplicate key\nDETAIL:  Failing row contains (t-lane, I love you)."))
    assert "duplicate key" in told
    assert "love" not in told


def test_a_json_line_is_one_line_whatever_it_says() -> None:
    told = JsonLines().format(a_record("two\nlines and half a pair \ud800"))
    assert "\n" not in told
    assert json.loads(told)["message"].startswith("two\nlines")


def test_the_form_is_chosen_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TOWNLET_LOG", raising=False)
    assert isinstance(formatter(), PlainLines)
    monkeypatch.setenv("TOWNLET_LOG", "json")
    assert isinstance(formatter(), JsonLines)
    monkeypatch.setenv("TOWNLET_LOG", "xml")
    with pytest.raises(SettingWrong, match="write plain or json"):
        formatter()
