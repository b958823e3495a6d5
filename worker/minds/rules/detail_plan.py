"""A block of the plan, made just in time into actions at objects that are free (paper, section 4.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from backend.domain.chance import Chance
from backend.domain.questions import ActionView, DetailPlan, DetailPlanAnswer, ObjectView
from worker.minds.rules.at_work import work
from worker.minds.rules.condition import TIRED
from worker.minds.rules.fitting import Use, best, called, likeness, uses
from worker.minds.rules.lengths import of_usual_length
from worker.minds.rules.meals import EAT
from worker.minds.rules.on_foot import legs, rooms_to_walk, rounds
from worker.minds.rules.timeline import WORK

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

_QUIET = ("watch", "read", "rest", "talk", "drink")
"""What one turns to when time is left."""

_TELLING = frozenset({"play", "watch", "make", "study", "music"})
"""Needs whose things differ so much that each has its own name for what one does there."""

_MOST_TASKS = 16
"""Shares that a stretch of work is cut into."""

_WORTH_A_REST = 20
"""Minutes of a block from which on the tired rest in it."""
_OF_THE_TIRED = 60
"""Percent of a pastime's time that the tired give it."""

_BODY = re.compile(r"(?i)\b(getting up|bed|wash|washing|dress|dressing|shower|bath|freshen)")
_ON_FOOT = re.compile(r"(?i)\b(walk|stroll|wander|running(?! errands)|jogging|laps?\b)")
"""What one does on foot, at no object."""
_SHUT = ("closed", "closes", "private", "no way", "no room")
"""What is said of a place that one can't be in at all."""

_BLOCKED = (
    "closed", "closes", "full", "taken", "locked", "crowded", "occupied", "may not", "not allowed", "private",
    "no room", "no way",
)  # fmt: skip


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
        if elsewhere and any(word in trouble for word in _SHUT):
            return elsewhere
        if elsewhere and any(word in trouble for word in _BLOCKED):
            return [*elsewhere, here]
        return [here, *elsewhere]

    def uses(
        self, arena: str, objects: tuple[ObjectView, ...], *needs: str, taken_too: bool = False
    ) -> list[Use]:
        return uses(arena, objects, *needs, bed=self.question.persona.bed, taken_too=taken_too)

    def find(self, *needs: str, activity: str = "", minutes: int = 0, ordinal: int = 0) -> Use | None:
        """The use that fits best for the first need that any place serves, in the first place that serves it."""
        for arena, objects in self.places:
            for need in needs:
                if found := self.uses(arena, objects, need):
                    wanted = activity or self.question.block_activity
                    return best(found, wanted, minutes or self.question.minutes, self.chance, ordinal)
        return None

    def act(self, use: Use, minutes: int, activity: str = "", emoji: str = "") -> ActionView:
        return ActionView(
            activity=activity or use.activity, need=use.need, emoji=emoji or use.emoji, arena=use.arena,
            object=use.thing.id, object_state=use.state, minutes=minutes,
        )  # fmt: skip

    def room(self, need: str) -> str:
        """Where to do without an object: in the room meant, or in one beside it that is fit for company."""
        trouble, here = self.question.trouble.lower(), self.question.arena
        shut = any(word in trouble for word in _SHUT)
        full = f"the {here.rpartition(':')[2].lower()} is taken" in trouble
        if not shut and not full:
            return here
        beside = [room for room in rooms_to_walk(self.question) if room != here]
        serving = [
            room
            for room, objects in self.question.elsewhere
            if self.uses(room, objects, need, taken_too=True)
        ]
        return next(
            iter([room for room in serving if room in beside] or beside or serving), self.places[0][0]
        )

    def bare(self, need: str, minutes: int, ordinal: int) -> ActionView:
        """Something that takes no object."""
        arena = self.room(need)
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
        case "work" if not _is_pastime(question):
            actions = _work(detail)
        case "eat":
            actions = _meal(detail)
        case "wash" if _BODY.search(question.block_activity):
            actions = _wash(detail)
        case "wash":
            actions = _chores(detail)
        case need:
            actions = _taking_it_easy(detail, _pastime(detail, need))
    if question.block_need != "sleep" and (question.block_need != "work" or _is_pastime(question)):
        actions = of_usual_length(question, actions, _fillers(detail, actions[-1]))
    return DetailPlanAnswer(actions=tuple(actions))


def _taking_it_easy(detail: _Detail, actions: list[ActionView]) -> list[ActionView]:
    """Less of it and a rest afterwards for who is tired."""
    question = detail.question
    rest = None if question.block_need in _QUIET else detail.find("rest", "read", minutes=question.minutes)
    if rest is None or question.body.energy >= TIRED or question.minutes < _WORTH_A_REST:
        return actions
    cut = [
        action.model_copy(update={"minutes": max(1, action.minutes * _OF_THE_TIRED // 100)})
        for action in actions
    ]
    return [*cut, detail.act(rest, question.minutes - sum(action.minutes for action in cut))]


def _is_pastime(question: DetailPlan) -> bool:
    """Whether the block is one of the resident's own pastimes, which may be work of a kind, but not its job."""
    return any(each.activity == question.block_activity for each in question.persona.leisure)


def _fillers(detail: _Detail, last: ActionView) -> list[Use]:
    """What one may turn to nearby, when the thing itself is done: more of it, then something quiet."""
    rooms = [last.arena, *(room for room in rooms_to_walk(detail.question) if room != last.arena)]
    objects = dict(detail.places)
    needs = (detail.question.block_need, *_QUIET)
    return [use for need in needs for room in rooms for use in detail.uses(room, objects.get(room, ()), need)]


def _sleep(detail: _Detail) -> list[ActionView]:
    """One action at the own bed; nobody sleeps in another's."""
    question = detail.question
    for arena, objects in [(question.arena, question.objects), *question.elsewhere]:
        beds = [
            use
            for use in detail.uses(arena, objects, "sleep", taken_too=True)
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
    question = detail.question
    job = question.persona.job
    if job is None or not job.tasks:
        return _pastime(detail, WORK)
    parts = max(1, min(_MOST_TASKS, round(question.minutes / detail.chance.between(11, 16, 1))))
    return work(question, job, _split(detail, question.minutes, parts, 10), detail.chance)


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
    cook = detail.uses(eat.arena, tuple(thing for thing in room if thing.id != eat.thing.id), "cook")
    if cook and minutes >= 18:
        share = max(5, round(minutes * (0.25 + 0.15 * detail.chance.unit(4))))
        use = best(cook, question.block_activity, share, detail.chance, 5)
        name = "making breakfast" if "breakfast" in question.block_activity else ""
        actions.append(detail.act(use, share, name))
    sinks = [use for use in detail.uses(eat.arena, room, "wash") if _is_sink(use)]
    tidy = detail.chance.between(4, 7, 6) if sinks and actions and minutes >= 24 else 0
    eating = minutes - tidy - sum(action.minutes for action in actions)
    actions.append(detail.act(eat, eating, question.block_activity, question.block_emoji))
    if tidy:
        actions.append(detail.act(detail.chance.choice(sinks, 7), tidy, "washing up", "🧽"))
    return actions


def _is_sink(use: Use) -> bool:
    words = f"{use.thing.kind} {use.thing.name} {use.activity}".lower()
    return "sink" in words or "dish" in words or "washing up" in words


def _wash(detail: _Detail) -> list[ActionView]:
    """Washing, then dressing (in the morning) or changing for the night, as far as the rooms serve."""
    question = detail.question
    order = ("dress", "toilet", "wash") if question.trouble else ("toilet", "wash", "dress")
    found = [use for need in order if (use := _for_the_body(detail, need)) is not None]
    evening = re.search(r"\bbed\b", question.block_activity) is not None
    if evening:
        found = [use for use in found if use.need != "toilet"]
    if question.minutes < 10:
        found = [use for use in found if use.need == "wash"] or found[:1]
    if not found and (instead := detail.find(*_QUIET, ordinal=8)) is not None:
        return [detail.act(instead, question.minutes)]
    if not found:
        return [detail.bare("wash", question.minutes, 8)]
    shares = _split(detail, question.minutes, len(found), 40)
    night = {"dress": ("changing for the night", "🌙")} if evening else {}
    return [
        detail.act(use, minutes, *night.get(use.need, ()))
        for use, minutes in zip(found, shares, strict=False)
    ]


def _for_the_body(detail: _Detail, need: str) -> Use | None:
    """Where one washes or dresses oneself; not where one washes the dishes."""
    for arena, objects in detail.places:
        if found := [use for use in detail.uses(arena, objects, need) if not _is_sink(use)]:
            return best(
                found, detail.question.block_activity, detail.question.minutes, detail.chance, len(need)
            )
    return None


def _chores(detail: _Detail) -> list[ActionView]:
    """Tidying and the like: at the sink for a while if there is one, else about the room."""
    question = detail.question
    about = ActionView(
        activity=question.block_activity, need="wash", emoji=question.block_emoji, arena=detail.room("cook"),
        minutes=question.minutes,
    )  # fmt: skip
    sinks = [use for use in detail.uses(question.arena, question.objects, "wash") if _is_sink(use)]
    rooms = rooms_to_walk(question)
    if not sinks or question.minutes < 15:
        return rounds(about, rooms, detail.chance)
    washing = min(detail.chance.between(6, 12, 9), question.minutes // 2)
    about = about.model_copy(update={"minutes": question.minutes - washing})
    return [
        *rounds(about, rooms, detail.chance),
        detail.act(best(sinks, "", washing, detail.chance, 10), washing),
    ]


def _pastime(detail: _Detail, need: str) -> list[ActionView]:
    """The thing itself, a break in a long stretch of it; strolling about where nothing is free for it."""
    question = detail.question
    use = None if _ON_FOOT.search(question.block_activity) else detail.find(need, ordinal=1)
    if use is None and question.trouble and (instead := detail.find(*_QUIET, ordinal=2)) is not None:
        return [detail.act(instead, question.minutes)]
    if use is None:
        return _without_object(detail, need)
    room = next((objects for arena, objects in detail.places if arena == use.arena), ())
    first = _meant(detail, use)
    others = tuple(thing for thing in room if thing.id != use.thing.id)
    breaks = [
        other for other in detail.uses(use.arena, others, *_BREAKS) if other.need not in (need, "toilet")
    ]
    if question.minutes < 28 or not breaks or need in ("shop", "sell"):
        return _varied(detail, use, first)
    pause = min(question.minutes // 4, detail.chance.between(8, 15, 3))
    before = (question.minutes - pause) * detail.chance.between(45, 65, 4) // 100
    after = question.minutes - pause - before
    return [
        first.model_copy(update={"minutes": before}),
        detail.act(detail.chance.choice(breaks, 5), pause),
        first.model_copy(update={"minutes": after}),
    ]


def _meant(detail: _Detail, use: Use) -> ActionView:
    """What the block says, at the use; called by what one does there where the words are of something else."""
    question = detail.question
    near = [
        other
        for arena, objects in detail.places
        for other in detail.uses(arena, objects, use.need, taken_too=True)
    ]
    # "Playing a game of patience" is no name for what one does at a game console.
    vague = use.need in _TELLING and not _is_pastime(question) and not likeness(use, question.block_activity)
    if called(use, question.block_activity, near) and not vague:
        return detail.act(use, question.minutes, question.block_activity, question.block_emoji)
    return detail.act(use, question.minutes)


def _varied(detail: _Detail, use: Use, first: ActionView) -> list[ActionView]:
    """A long stretch without a place for a break goes on at a second object, or after some steps."""
    minutes = first.minutes
    if minutes < 28:
        return [first]
    room = next((objects for arena, objects in detail.places if arena == use.arena), ())
    second = [other for other in detail.uses(use.arena, room, use.need) if other.thing.id != use.thing.id]
    before = minutes * detail.chance.between(50, 70, 6) // 100
    if second:
        other = best(second, detail.question.block_activity, minutes - before, detail.chance, 7)
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
    on_foot = not question.trouble and _ON_FOOT.search(question.block_activity) is not None
    if on_foot:
        about = ActionView(
            activity=question.block_activity, need=need, emoji=question.block_emoji, arena=question.arena,
            minutes=question.minutes,
        )  # fmt: skip
        return legs(about, rooms_to_walk(question), detail.chance)
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
            ActionView(activity=activity, need=need, emoji=emoji, arena=detail.room(need), minutes=minutes)
        )
    return actions
