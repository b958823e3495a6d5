"""Renders a question as the prompt that a model gets: a pure function of the question alone.

All that a template writes out goes through `data`, so that no text of the town can end its tag, begin a line, or pass
for a marker of a chat format.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from backend.domain.calendar import SECONDS_PER_TICK
from backend.domain.calls import Message
from backend.domain.persona import Job
from backend.domain.questions import AnyQuestion, DetailPlan, PersonView
from worker.minds.model.fields import clean
from worker.minds.model.handles import Handles, Names, in_time, names, people
from worker.minds.model.wire import schema

PROMPTS = Path(__file__).parent / "prompts"
DIVIDER = "\x1e"
"""Between what is stable and what is asked; no text of the town can hold it."""
LONGEST = 2000
"""Characters of one piece of data, where its template sets no narrower bound."""
LONGEST_ANSWER_BACK = 2000
"""Characters of an unfit answer that are shown to who is to mend it."""
_MARKERS = str.maketrans({"<": "‹", ">": "›", "[": "(", "]": ")"})
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def data(value: object) -> str:
    """One piece of data on one line, without brackets that could be taken for a tag or a marker."""
    if isinstance(value, _Verbatim):
        return str(value)
    return short(clean(str(value)).translate(_MARKERS), LONGEST)


def render(question: AnyQuestion, *, with_schema: bool = False) -> tuple[Message, ...]:
    """The prompt: a system message that is the same for all questions of a kind to a resident, and what is asked.

    Args:
        with_schema: writes the answer's schema out, for servers that take none.
    """
    template = _environment().get_template(f"{question.kind}.j2")
    handles = names(question)
    text = template.render(
        q=question,
        h=handles,
        persona=question.persona,
        divider=_Verbatim(DIVIDER),
        people=people(question),
        rooms=_rooms(question),
    )
    stable, asked = text.split(DIVIDER)
    if with_schema and question.kind != "answer":
        document = json.dumps(schema(question), ensure_ascii=False, separators=(",", ":"))
        stable += _environment().get_template("_schema.j2").render(schema=_Verbatim(document))
    return Message("system", stable.strip()), Message("user", asked.strip())


def mend(
    prompt: tuple[Message, ...], answer: str, fault: str, *, as_json: bool = True
) -> tuple[Message, ...]:
    """The prompt, the unfit answer to it, and its fault."""
    words = _environment().get_template("_mend.j2").render(fault=fault, as_json=as_json)
    return (
        *prompt,
        Message("assistant", short(clean(answer), LONGEST_ANSWER_BACK) or "…"),
        Message("user", words),
    )


class _Verbatim(str):
    """Our own words, not data."""

    __slots__ = ()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(PROMPTS),
        autoescape=False,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=data,
    )
    environment.filters |= {
        "short": short,
        "clock": clock,
        "minutes": span,
        "place": place,
        "hours": _hours,
        "in_time": in_time,
        "called": called,
        "short_number": lambda number: f"{number:.2g}",
        "handles": _listed,
        "ago": _ago,
        "speaker": _speaker,
        "ground": _ground,
    }
    return environment


@pass_context
def _ago(context: Context, tick: int) -> str:
    """How long before the question a tick was."""
    minutes = max(0, context["q"].tick - tick) * SECONDS_PER_TICK // 60
    return "just now" if minutes < 10 else f"{span(minutes // 10 * 10 if minutes < 90 else minutes)} ago"


@pass_context
def _speaker(context: Context, resident: str) -> str:
    """Who said a line, as the resident knows them."""
    if resident == context["q"].resident:
        return "you"
    known = {person.id: called(person) for person in context["people"]}
    handles: Names = context["h"]
    return f"{handles.people.of(resident)} {known[resident]}" if resident in known else "somebody else"


@pass_context
def _ground(context: Context, ground: str) -> str:
    """What speaks against an offer, as an answer names it."""
    handles: Names = context["h"]
    return handles.calendar.of(ground) if ground in handles.calendar else ground


def _listed(ids: Iterable[str], handles: Handles) -> str:
    return ", ".join(handles.of(id_) for id_ in ids if id_ in handles)


def short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def clock(minute: int) -> str:
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"


def span(minutes: int) -> str:
    """ "20 min", "3 h", "2 d"."""
    if minutes < 90:
        return f"{minutes} min"
    return f"{round(minutes / 60)} h" if minutes < 2 * 1440 else f"{round(minutes / 1440)} d"


def place(address: str) -> str:
    """An address without its world."""
    return address.partition(":")[2].strip().replace(":", ", ") or address


def called(person: PersonView) -> str:
    return person.name or person.appearance


def _hours(job: Job) -> str:
    """ "Mon 09:00-17:00, Tue …"."""
    return ", ".join(
        f"{_DAYS[day]} {' and '.join(f'{clock(span.opens)}-{clock(span.closes)}' for span in spans)}"
        for day, spans in enumerate(job.hours)
        if spans
    )


def _rooms(question: AnyQuestion) -> Iterable[tuple[str, tuple[Any, ...]]]:
    """Where a block may be filled: elsewhere only if its own place did not do, for most of what is there is noise."""
    if not isinstance(question, DetailPlan):
        return ()
    serves = any(use[0] == question.block_need for thing in question.objects for use in thing.uses)
    own = (question.arena, question.objects)
    return (own,) if serves and not question.trouble else (own, *question.elsewhere[:3])
