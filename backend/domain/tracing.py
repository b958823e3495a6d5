"""From what each difference between two towns comes: the way back, event by event, to where their lives part.

Both logs are gone through at once, in their order, and only what one of the two has alone is looked at. Such an event
comes from another such event that its own log names: the question whose answer it is, the line that was heard, the
memory that was thought of, the thing that was seen. Where the log names none, it comes from an input of its tick; or
else from whatever came into the life of its resident last, be it in the other town: who was called away there does
not do what it does here; or else from the weather; or else from the first thing that people did in one of them alone.

A town's life follows from its past and from what people do in it. So what is otherwise comes of that for certain as
long as only one such thing was done in one of them alone, whichever way it took; later, where the log names the way.
Where nobody did anything, the same holds for the first answer of a mind that is otherwise.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from typing import Any

from backend.domain.compare import Line, Sent, Sides

Document = Mapping[str, Any]
"""An event's payload as it was written, maybe by an older version that knew fewer fields."""

NAMES_NOTHING = frozenset(("walked", "halted", "action_begun", "body_changed"))
"""Kinds of events whose payload tells nothing of what they come from."""

FOLLOWS_AT_ONCE = frozenset(
    (
        "walked",
        "action_begun",
        "action_chosen",
        "action_ended",
        "body_changed",
        "name_learned",
        "relationship_changed",
    )
)
"""Kinds of events that come of what the same resident did or went through just before, if that was in their tick."""

PLACING = frozenset(("action_chosen", "walked", "resident_moved", "resident_added", "resident_removed"))
"""Kinds of events by which a resident comes to be somewhere or nowhere, or to do something."""


@dataclass(frozen=True, eq=False)
class Step:
    """An event that one of the two towns has alone, and from what it comes."""

    is_of_one: bool
    line: Line
    before: Step | None
    """What it comes from; None where that is an input, or can't be told from the log."""
    sent: Sent | None = None
    """The input whose doing it is; None with `before`, and where minds have answered otherwise."""
    is_named: bool = True
    """Whether the log itself leads from it back to an input."""
    is_linked: bool = True
    """Whether the log names `before`; else that is the nearest that fits."""
    is_sure: bool = True
    """Whether it comes of `begin` for certain: the log leads there, or nothing else had been otherwise by then."""
    first: Step | None = None
    """Where the difference begins; None: here."""

    @property
    def begin(self) -> Step:
        """Where the difference begins."""
        return self.first or self

    @property
    def path(self) -> list[Step]:
        """From where the difference begins to this event, both included, as far as it can be told from the log."""
        found, step = [self], self.before
        while step is not None:
            found.append(step)
            step = step.before
        return found[::-1]

    @property
    def passed(self) -> list[Step]:
        """Through whose lives it went: the first event of the path in each, in their order.

        Two who go on talking pass it to and fro; that is left out.
        """
        found: list[Step] = []
        for step in self.path:
            who = step.line.resident
            if who is None:
                continue
            known = next((n for n, each in enumerate(found, 1) if each.line.resident == who), None)
            found = [*found, step] if known is None else found[:known]
        return found


def traced(
    alone: Sides[Iterator[tuple[Line, Document]]], inputs: Sides[list[Sent]]
) -> Sides[dict[int, Step]]:
    """For each event that is in one of the two towns alone, by its position in the log, from what it comes.

    Args:
        alone: those events with their payloads, in the order of the log; each is read once and let go of.
        inputs: what people did in one of them alone.
    """
    one, other = _Side(True, inputs.one), _Side(False, inputs.other)
    lives: dict[str, Step] = {}
    done: Step | None = None
    roots = 0
    for side, line, document in merge(
        ((one, *event) for event in alone.one),
        ((other, *event) for event in alone.other),
        key=lambda found: (found[1].tick, not found[0].did_at(found[1].tick), found[1].order),
    ):
        before = side.named(line, document)
        if before is None:
            before = side.fired(line)
        sent = side.doing(line) if before is None else None
        is_linked = before is not None or sent is not None
        is_named = sent is not None or (before is not None and before.is_named)
        if before is None and sent is None:
            before = lives.get(line.resident or "") or one.weather() or other.weather()
        roots += before is None and sent is None and done is None
        is_one = one.done_by(line.tick) + other.done_by(line.tick) + roots == 1
        first = before.begin if before is not None else done if sent is None else None
        step = Step(side.is_of_one, line, before, sent, is_named, is_linked, is_named or is_one, first)
        done = done or (step if sent is not None else None)
        side.keep(step, document)
        if line.resident is not None and (before is None or before.line.resident != line.resident):
            lives[line.resident] = step
    return Sides(one.steps, other.steps)


def first_cause(first: Sides[Line | None] | None, steps: Sides[dict[int, Step]]) -> Step | None:
    """Where the first difference begins, if that is an input of people; None: minds have answered otherwise.

    Args:
        first: The first events that are not the same.
    """
    if first is None:
        return None
    both = [(line, steps.of(is_of_one)) for line, is_of_one in ((first.one, True), (first.other, False))]
    found = [of_side[line.seq] for line, of_side in both if line is not None and line.seq in of_side]
    begins = [step.begin for step in sorted(found, key=lambda step: not step.is_named)]
    return next((begin for begin in begins if begin.sent is not None), None)


def of_whereabouts(steps: Sides[dict[int, Step]]) -> dict[str, Step]:
    """By which event each resident last came to be where it is, or to do what it does, in one of the two towns alone.

    Of an event of each town that counts of which the log tells what it comes from, else the earlier one.
    """
    one, other = _placed(steps.one.values()), _placed(steps.other.values())
    found = {}
    for who in sorted(one.keys() | other.keys()):
        both = [side[who] for side in (one, other) if who in side]
        found[who] = min(both, key=lambda step: (not step.is_named, step.line.tick))
    return found


def _placed(steps: Iterable[Step]) -> dict[str, Step]:
    return {step.line.resident: step for step in steps if step.line.resident and step.line.kind in PLACING}


class _Side:
    """What one of the two has alone, by what later events may name it by."""

    def __init__(self, is_of_one: bool, inputs: Sequence[Sent]) -> None:
        self.is_of_one = is_of_one
        self.steps: dict[int, Step] = {}
        self._inputs: dict[int, list[Sent]] = {}
        for sent in inputs:
            self._inputs.setdefault(sent.stamp.tick, []).append(sent)
        self._ticks = sorted(sent.stamp.tick for sent in inputs)
        self._named: dict[str, Step] = {}
        """Newest event by a name: of a question's key, a memory, a talk, a thing, a body."""

    def did_at(self, tick: int) -> bool:
        """Whether people did anything in the tick that they did not do in the other town."""
        return tick in self._inputs

    def done_by(self, tick: int) -> int:
        """How much people had done by the end of a tick that they did not do in the other town."""
        return bisect_right(self._ticks, tick)

    def doing(self, line: Line) -> Sent | None:
        """The last input of the tick before the event; of some at one position, all but the last did nothing."""
        sent = [each for each in self._inputs.get(line.tick, ()) if each.stamp.order <= line.order]
        return max(sent, key=lambda each: (each.stamp.order, each.id), default=None)

    def fired(self, line: Line) -> Step | None:
        """What had been armed and was done in the event's tick before it, and after all that people did."""
        fired, sent = self._named.get("fired"), self.doing(line)
        if fired is None or fired.line.tick != line.tick:
            return None
        return fired if sent is None or fired.line.order > sent.stamp.order else None

    def weather(self) -> Step | None:
        """It is in what every mind is asked."""
        return self._named.get("weather")

    def keep(self, step: Step, document: Document) -> None:
        self.steps[step.line.seq] = step
        for name in _names(step.line, document):
            self._named[name] = step

    def named(self, line: Line, document: Document) -> Step | None:
        """The event that this one comes from, as far as its log tells."""
        for name, is_of_now in _sources(line, document):
            step = self._named.get(name)
            if step is not None and (not is_of_now or step.line.tick == line.tick):
                return step
        return None


def _names(line: Line, document: Document) -> Iterator[str]:
    """By what others may name an event."""
    match line.kind:
        case "asked" | "answered" | "answer_lapsed":
            yield f"key {document.get('key')}"
        case "remembered":
            yield f"memory {document.get('id')}"
            yield f"mind {line.resident}"
        case "said":
            yield f"words of {document.get('speaker')}"
        case "announced":
            yield f"announced {document.get('text')}"
        case "weather_changed":
            yield "weather"
        case "fired":
            yield "fired"
        case "place_closed" | "place_opened":
            yield f"place {document.get('place')}"
        case "object_changed":
            yield f"thing {document.get('object')}"
    for name in ("talk", "commitment", "request", "armed"):
        if document.get(name) is not None:
            yield f"{name} {document[name]}"
    if line.resident is not None:
        yield f"body {line.resident}"
    yield "newest"


def _sources(line: Line, document: Document) -> Iterator[tuple[str, bool]]:
    """By what an event names what it comes from, the nearest first; whether only what is of its own tick counts."""
    if line.kind == "said":
        yield from ((f"memory {told}", False) for told in document.get("tells", ()))
    if document.get("cause") is not None:
        yield f"key {document.get('cause')}", False
    match line.kind:
        case "answered" | "answer_lapsed":
            yield f"key {document.get('key')}", False
        case "asked":
            yield from _of_question(document)
        case "remembered":
            yield from _of_memory(document)
        case "halted":
            yield "newest", True
        case "action_ended" if document.get("how") == "interrupted":
            yield "newest", True
        case "object_changed" if document.get("by") is not None:
            yield f"body {document.get('by')}", False
        case "met":
            yield f"body {document.get('other')}", False
        case "found_shut":
            yield f"place {document.get('place')}", False
        case "believed" | "goal_set":
            yield from ((f"memory {ground}", False) for ground in document.get("memories", ()))
        case "request_judged" | "request_carried_out":
            yield f"request {document.get('request')}", False
        case "condition_met":
            yield f"armed {document.get('armed')}", False
            yield f"body {document.get('who')}", False
    if line.kind in FOLLOWS_AT_ONCE:
        yield f"body {line.resident}", True
    for name in ("talk", "commitment", "armed"):
        if line.kind not in ("remembered", "said") and document.get(name) is not None:
            yield f"{name} {document[name]}", False


def _of_question(document: Document) -> Iterator[tuple[str, bool]]:
    """What gave rise to it just now, then what came to mind."""
    about = document.get("about")
    if about is not None:
        yield f"talk {about}", False
        yield f"request {about}", False
        yield f"thing {about}", True
        yield f"words of {about}", True
    yield f"body {document.get('resident')}", True
    if document.get("question") in ("rate", "reflect"):
        yield f"mind {document.get('resident')}", False
    yield from ((f"memory {memory}", False) for memory in document.get("memories", ()))
    yield f"body {about}", False


def _of_memory(document: Document) -> Iterator[tuple[str, bool]]:
    """What was heard or seen just now, then what it was drawn from."""
    source = document.get("source", {})
    if source.get("question") is not None:
        yield f"key {source['question']}", False
    if source.get("by") == "speaker":
        yield f"words of {source['who']}", True
    yield from ((f"memory {memory}", False) for memory in source.get("memories", ()))
    what, _, rest = (document.get("percept") or "").partition("|")
    match what:
        case "":
            pass
        case "announced":
            yield f"announced {rest.partition('|')[2]}", True
        case "weather":
            yield "weather", False
        case "opened" | "closed":
            yield f"place {rest.partition('|')[0]}", False
        case "knock":
            yield f"body {rest.partition('|')[0]}", False
        case _:
            yield f"thing {what}", False
            yield f"body {what}", False
    if source.get("talk") is not None:
        yield f"talk {source['talk']}", False
