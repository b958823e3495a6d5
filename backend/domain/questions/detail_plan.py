"""A block of the plan in actions."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from backend.domain.questions.question import Answer, InvalidAnswer, Question
from backend.domain.questions.views import Deed, Emoji, Frozen, Need, ObjectView


class DetailPlan(Question):
    kind: Literal["detail_plan"] = "detail_plan"
    block: int
    block_activity: str
    block_need: str
    block_emoji: str
    arena: str
    minutes: int
    """How long the block lasts."""
    objects: tuple[ObjectView, ...]
    """What stands in the arena and may be used by this resident."""
    elsewhere: tuple[tuple[str, tuple[ObjectView, ...]], ...] = ()
    """(arena, its objects) of other places that serve, best first, should this one not do."""
    trouble: str = ""
    """Why the last try failed: "the café is closed", "the washroom is taken"."""


class ActionView(Frozen):
    activity: Deed
    need: Need
    emoji: Emoji
    arena: str
    object: str | None = None
    object_state: Annotated[str, Field(min_length=1, max_length=80)] | None = None
    minutes: Annotated[int, Field(le=2 * 1440)]


class DetailPlanAnswer(Answer):
    kind: Literal["detail_plan"] = "detail_plan"
    actions: Annotated[tuple[ActionView, ...], Field(max_length=40)]

    def check(self, question: Question) -> None:
        super().check(question)
        assert isinstance(question, DetailPlan)
        if not self.actions:
            raise InvalidAnswer("has no actions; give at least one")
        places = {question.arena: {o.id for o in question.objects}}
        places |= {arena: {o.id for o in objects} for arena, objects in question.elsewhere}
        for action in self.actions:
            if action.arena not in places:
                raise InvalidAnswer(f"acts at {action.arena!r}, an unknown place; choose one of the given")
            if action.object is not None and action.object not in places[action.arena]:
                raise InvalidAnswer(
                    f"uses {action.object!r}, which is not there; choose an object of that place"
                )
            if action.minutes < 1:
                raise InvalidAnswer("has an action of no length; give whole minutes from 1")
