"""A day in blocks."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from backend.domain.questions.question import Answer, InvalidAnswer, Question
from backend.domain.questions.views import Deed, Emoji, Frozen, Need, PlaceView, Refusal


class PlanBlock(Frozen):
    start: int
    """Minutes after midnight; may pass 1440 at the end of a late day."""
    end: int
    activity: Deed
    need: Need
    emoji: Emoji
    arena: str
    commitment: str | None = None
    """The entry of the calendar that it keeps."""


class PlanDay(Question):
    kind: Literal["plan_day"] = "plan_day"
    day: int
    weekday: str
    from_minute: int
    """The plan starts here, minutes after midnight of its day."""
    places: tuple[PlaceView, ...]
    housemates: tuple[str, ...] = ()
    """Ids of those who live in the same house."""
    yesterday: str = ""
    """What yesterday was, from its own memories; empty on the first day."""
    because: str = ""
    """Why the rest of the day is planned anew; empty on waking."""
    meant: tuple[PlanBlock, ...] = ()
    """What it had meant to do from `from_minute` on, where the rest of the day is planned anew."""


class PlanDayAnswer(Answer):
    kind: Literal["plan_day"] = "plan_day"
    blocks: Annotated[tuple[PlanBlock, ...], Field(max_length=60)]
    """Without gaps from `from_minute` on; the last is sleep and ends at the next waking."""
    gives_up: Annotated[tuple[Refusal, ...], Field(max_length=5)] = ()
    """Accepted entries of the calendar that the plan knowingly does not keep, with why."""

    def check(self, question: Question) -> None:
        super().check(question)
        assert isinstance(question, PlanDay)
        if not self.blocks:
            raise InvalidAnswer("has no blocks; plan the whole day")
        arenas = {place.arena for place in question.places}
        clock = question.from_minute
        for number, block in enumerate(self.blocks):
            if block.arena not in arenas:
                raise InvalidAnswer(
                    f"block {number} is at {block.arena!r}, an unknown place; choose one of the given"
                )
            if block.start != clock or block.end <= block.start:
                raise InvalidAnswer(
                    f"block {number} runs {block.start}-{block.end}; it must start at {clock}, end later"
                )
            if block.commitment is not None and block.commitment not in {c.id for c in question.calendar}:
                raise InvalidAnswer(
                    f"block {number} keeps {block.commitment!r}, which is not in the calendar; leave it out"
                )
            clock = block.end
        for refusal in self.gives_up:
            if refusal.offer not in {entry.id for entry in question.calendar}:
                raise InvalidAnswer(f"gives up {refusal.offer!r}, which is not in the calendar; leave it out")
        if self.blocks[-1].need != "sleep" or clock > 3 * 1440:
            raise InvalidAnswer("must end with one block of sleep until the next morning")
