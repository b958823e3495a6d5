"""A block of the plan, made just in time into actions at objects that are free (paper, section 4.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from backend.domain.chance import Chance
from backend.domain.questions import ActionView, DetailPlan, DetailPlanAnswer, ObjectView
from worker.minds.rules.meals import EAT
from worker.minds.rules.plan_day import WORK

MOST_ACTIONS = 6

_WITHOUT: dict[str, tuple[tuple[str, str], ...]] = {
    EAT: (("having a bite standing up", "🥪"), ("eating from the hand", "🍎")),
    "sleep": (("dozing", "😴"),),
    "wash": (("freshening up", "🪥"),),
    "dress": (("getting dressed", "👕"),),
    WORK: (("seeing to this and that", "💼"), ("thinking the next steps through", "🤔")),
}
"""What one does without an object: need to (activity, emoji)."""

_ASIDE: dict[str, tuple[tuple[str, str], ...]] = {
    "any": (("stretching the legs", "🚶"), ("looking around", "👀"), ("strolling", "🚶"), ("waiting", "⏳")),
}

_BREAKS = ("drink", "rest", "watch", "toilet")
"""What one does in between during a long stretch of something else."""

_BLOCKED = ("closed", "full", "taken", "locked", "crowded", "occupied", "may not", "not allowed", "private")


@dataclass(frozen=True)
class _Use:
    """One use of one object, with its arena."""

    arena: str
    thing: ObjectView
    need: str
    activity: str
    emoji: str
    state: str
    least: int
    most: int


def _uses(arena: str, objects: Sequence[ObjectView], *needs: str, taken_too: bool = False) -> list[_Use]:
    """The uses of free objects that serve one of `needs`, in the order of the needs."""
    return [
        _Use(arena, thing, *use)
        for need in needs
        for thing in objects
        if thing.free or taken_too
        for use in thing.uses
        if use[0] == need
    ]


@dataclass(frozen=True)
class _Detail:
    question: DetailPlan
    chance: Chance

    @property
    def places(self) -> list[tuple[str, tuple[ObjectView, ...]]]:
        """The arenas to consider, best first; one that just proved shut comes last."""
        here = (self.question.arena, self.question.objects)
        elsewhere = list(self.question.elsewhere)
        trouble = self.question.trouble.lower()
        if elsewhere and any(word in trouble for word in _BLOCKED):
            return [*elsewhere, here]
        return [here, *elsewhere]

    def find(self, *needs: str, ordinal: int = 0) -> _Use | None:
        """A free object's use for the first need that any place serves; by chance among those of one place."""
        for arena, objects in self.places:
            for need in needs:
                if found := _uses(arena, objects, need):
                    return self.chance.choice(found, ordinal)
        return None

    def act(self, use: _Use, minutes: int, activity: str = "", emoji: str = "") -> ActionView:
        return ActionView(
            activity=activity or use.activity, need=use.need, emoji=emoji or use.emoji, arena=use.arena,
            object=use.thing.id, object_state=use.state, minutes=minutes,
        )  # fmt: skip

    def bare(self, need: str, minutes: int, ordinal: int) -> ActionView:
        """Something that takes no object."""
        arena = self.places[0][0]
        plain = self.question.block_activity, self.question.block_emoji
        if self.question.trouble or any(self.question.objects):
            activity, emoji = self.chance.choice(_WITHOUT.get(need, _ASIDE["any"]), ordinal)
        else:
            activity, emoji = plain
        return ActionView(activity=activity, need=need, emoji=emoji, arena=arena, minutes=minutes)


def detail_plan(question: DetailPlan) -> DetailPlanAnswer:
    """Actions whose minutes add up to the block's."""
    detail = _Detail(question, Chance(question.seed, question.resident, "detail_plan", question.tick))
    match question.block_need:
        case "sleep":
            actions = _sleep(detail)
        case "work":
            actions = _work(detail)
        case "eat":
            actions = _meal(detail)
        case "wash":
            actions = _wash(detail)
        case need:
            actions = _pastime(detail, need)
    return DetailPlanAnswer(actions=tuple(actions))


def _sleep(detail: _Detail) -> list[ActionView]:
    """One action at the own bed; nobody sleeps in another's."""
    question = detail.question
    for arena, objects in [(question.arena, question.objects), *question.elsewhere]:
        beds = [
            use
            for use in _uses(arena, objects, "sleep", taken_too=True)
            if use.thing.id == question.persona.bed
        ]
        if beds:
            return [detail.act(beds[0], question.minutes)]
        if any(thing.id == question.persona.bed for thing in objects):
            return [
                ActionView(
                    activity="sleeping", need="sleep", emoji="😴", arena=arena, object=question.persona.bed,
                    object_state="slept in", minutes=question.minutes,
                )
            ]  # fmt: skip
    return [
        ActionView(
            activity="sleeping", need="sleep", emoji="😴", arena=question.arena, minutes=question.minutes
        )
    ]


def _split(detail: _Detail, minutes: int, parts: int, ordinal: int) -> list[int]:
    """`minutes` in `parts` uneven shares of at least one."""
    weights = [0.7 + 0.6 * detail.chance.unit(ordinal + part) for part in range(parts)]
    total = sum(weights)
    shares = [max(1, int(minutes * weight / total)) for weight in weights]
    shares[-1] += minutes - sum(shares)
    return shares if shares[-1] >= 1 else [minutes]


def _work(detail: _Detail) -> list[ActionView]:
    """The job's tasks by their shares, each where the workplace serves it."""
    question = detail.question
    job = question.persona.job
    if job is None or not job.tasks:
        return _pastime(detail, WORK)
    parts = max(1, min(MOST_ACTIONS, round(question.minutes / detail.chance.between(35, 50, 1))))
    actions: list[ActionView] = []
    last = ""
    for number, minutes in enumerate(_split(detail, question.minutes, parts, 10)):
        weights = [max(task.share, 0) * (0.15 if task.activity == last else 1.0) for task in job.tasks]
        task = detail.chance.weighted(
            job.tasks, weights if sum(weights) > 0 else [1.0] * len(weights), 30 + number
        )
        last = task.activity
        use = _at_work(detail, task.need, 50 + number)
        if use is None:
            actions.append(
                ActionView(
                    activity=task.activity,
                    need=task.need,
                    emoji=task.emoji,
                    arena=question.arena,
                    minutes=minutes,
                )
            )
        else:
            actions.append(detail.act(use, minutes, task.activity, task.emoji))
    return actions


def _at_work(detail: _Detail, need: str, ordinal: int) -> _Use | None:
    """A free object for a task: at the workplace itself, else in another room of its building."""
    question = detail.question
    if found := _uses(question.arena, question.objects, need):
        return detail.chance.choice(found, ordinal)
    building = question.arena.rpartition(":")[0]
    for arena, objects in question.elsewhere:
        if arena.rpartition(":")[0] == building and (found := _uses(arena, objects, need)):
            return detail.chance.choice(found, ordinal)
    return None


def _meal(detail: _Detail) -> list[ActionView]:
    """Cooking first where one can and has the time, washing up after; always some eating."""
    question = detail.question
    minutes = question.minutes
    eat = detail.find(EAT, ordinal=1)
    if eat is None:
        wait = 5 if minutes >= 15 else 0
        bare = detail.bare(EAT, minutes - wait, 2)
        return [detail.bare("rest", wait, 3), bare] if wait else [bare]
    room = next((objects for arena, objects in detail.places if arena == eat.arena), ())
    actions: list[ActionView] = []
    cook = _uses(eat.arena, [thing for thing in room if thing.id != eat.thing.id], "cook")
    if cook and minutes >= 18:
        share = max(5, round(minutes * (0.25 + 0.15 * detail.chance.unit(4))))
        use = detail.chance.choice(cook, 5)
        name = "making breakfast" if "breakfast" in question.block_activity else ""
        actions.append(detail.act(use, share, name))
    sinks = [use for use in _uses(eat.arena, room, "wash") if _is_sink(use)]
    tidy = detail.chance.between(4, 7, 6) if sinks and actions and minutes >= 24 else 0
    eating = minutes - tidy - sum(action.minutes for action in actions)
    actions.append(detail.act(eat, eating, question.block_activity, question.block_emoji))
    if tidy:
        actions.append(detail.act(detail.chance.choice(sinks, 7), tidy, "washing up", "🧽"))
    return actions


def _is_sink(use: _Use) -> bool:
    words = f"{use.thing.kind} {use.thing.name} {use.activity}".lower()
    return "sink" in words or "dish" in words or "washing up" in words


def _wash(detail: _Detail) -> list[ActionView]:
    """Washing, then dressing (in the morning) or changing for the night, as far as the rooms serve."""
    question = detail.question
    found = [
        use
        for need in ("toilet", "wash", "dress")
        if (use := detail.find(need, ordinal=len(need))) is not None
    ]
    evening = "bed" in question.block_activity
    if evening:
        found = [use for use in found if use.need != "toilet"]
    if question.minutes < 10:
        found = [use for use in found if use.need == "wash"] or found[:1]
    if not found:
        return [detail.bare("wash", question.minutes, 8)]
    shares = _split(detail, question.minutes, len(found), 40)
    return [detail.act(use, minutes) for use, minutes in zip(found, shares, strict=False)]


def _pastime(detail: _Detail, need: str) -> list[ActionView]:
    """The thing itself, a break in a long stretch of it; strolling about where nothing is free for it."""
    question = detail.question
    use = detail.find(need, ordinal=1)
    if use is None:
        return _without_object(detail, need)
    room = next((objects for arena, objects in detail.places if arena == use.arena), ())
    first = detail.act(use, question.minutes, question.block_activity, question.block_emoji)
    others = [thing for thing in room if thing.id != use.thing.id]
    breaks = [other for other in _uses(use.arena, others, *_BREAKS) if other.need not in (need, "toilet")]
    if question.minutes < 50 or not breaks or need in ("shop", "sell"):
        return _varied(detail, use, first)
    pause = min(question.minutes // 4, detail.chance.between(8, 15, 3))
    before = (question.minutes - pause) * detail.chance.between(45, 65, 4) // 100
    after = question.minutes - pause - before
    return [
        first.model_copy(update={"minutes": before}),
        detail.act(detail.chance.choice(breaks, 5), pause),
        first.model_copy(update={"minutes": after}),
    ]


def _varied(detail: _Detail, use: _Use, first: ActionView) -> list[ActionView]:
    """A long stretch without a place for a break goes on at a second object, or after some steps."""
    minutes = first.minutes
    if minutes < 50:
        return [first]
    room = next((objects for arena, objects in detail.places if arena == use.arena), ())
    second = [other for other in _uses(use.arena, room, use.need) if other.thing.id != use.thing.id]
    before = minutes * detail.chance.between(50, 70, 6) // 100
    if second:
        other = detail.chance.choice(second, 7)
        return [first.model_copy(update={"minutes": before}), detail.act(other, minutes - before)]
    steps = detail.chance.between(4, 8, 8)
    legs = ActionView(
        activity="stretching the legs",
        need=use.need,
        emoji="🚶",
        arena=use.arena,
        minutes=min(steps, minutes - before),
    )
    rest = minutes - before - legs.minutes
    actions = [first.model_copy(update={"minutes": before}), legs]
    return [*actions, first.model_copy(update={"minutes": rest})] if rest >= 1 else actions


def _without_object(detail: _Detail, need: str) -> list[ActionView]:
    question = detail.question
    parts = 1 if question.minutes < 20 else 2
    shares = _split(detail, question.minutes, parts, 60)
    names = list(_ASIDE["any"])
    turn = detail.chance.below(len(names), 61)
    actions = []
    for number, minutes in enumerate(shares):
        activity, emoji = names[(turn + number) % len(names)]
        if number == 0 and not question.trouble:
            activity, emoji = question.block_activity, question.block_emoji
        actions.append(
            ActionView(activity=activity, need=need, emoji=emoji, arena=detail.places[0][0], minutes=minutes)
        )
    return actions
