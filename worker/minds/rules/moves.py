"""How a speaker keeps a talk going: what there is to tell, a question back, then what suits the place and the hour."""

from __future__ import annotations

from collections.abc import Callable

from worker.minds.rules.daytime import daytime
from worker.minds.rules.draft import Draft
from worker.minds.rules.feelings import say_what_one_feels
from worker.minds.rules.hearsay import gossip
from worker.minds.rules.passing_on import tell, tell_a_story
from worker.minds.rules.telling import talked_topic

_AT_LARGE = (
    "ask_work", "share_current", "ask_plans", "recall", "ask_mood", "share_leisure", "ask_leisure", "remark_doing",
    "story", "place", "ask_news", "share_job", "ask_home", "share_mood", "share_doing", "hour", "story", "small",
    "ask_current", "place", "gossip", "weather", "gossip",
)  # fmt: skip
_AT_HOME = (
    "story", "share_current", "share_mood", "hour", "recall", "ask_plans", "place", "share_job", "ask_news",
    "share_doing", "ask_slept", "ask_day", "ask_dinner", "story", "place", "gossip", "weather",
)  # fmt: skip
"""Those who live together don't ask what they know of each other."""
_HOURS = {
    "ask_slept": (5, 11),
    "ask_day": (17, 23),
    "ask_dinner": (16, 20),
    "ask_plans": (6, 20),
    "share_leisure": (6, 22),
}
_OF_WORK = ("ask_work", "share_job", "ask_current")
_SPOKEN = {
    "share_current": "current",
    "share_doing": "doing",
    "share_leisure": "leisure",
    "share_job": "task",
}
_FOLLOW_UP = 0.6
_ACQUAINTED, _FRIENDS = 0.15, 0.45
"""Closeness from which one knows what the other likes."""


def make_a_move(draft: Draft) -> None:
    talk, other = draft.talk, draft.question.other
    if say_what_one_feels(draft):
        return
    willing = not talk.is_harsh or other.closeness > -0.3
    if willing and not draft.tells and draft.draw() < 0.8 and tell(draft):
        return
    if _asks_back(draft) or _follows_up(draft):
        return
    for move in _agenda(draft):
        if _do(draft, move):
            return
    draft.add("small")


def _asks_back(draft: Draft) -> bool:
    talk = draft.talk
    asked = [
        t
        for t in talk.asked
        if t in ("mood", "work", "job", "plans", "leisure", "home", "slept", "day", "current")
    ]
    if not asked or talk.was_asked_back or asked[0] in talk.asked_by_me:
        return False
    if asked[0] in ("work", "job") and not _may_have_work(draft):
        return False
    return talk.tone in ("warm", "plain") and draft.draw() < 0.45 and draft.add("and_you")


def _follows_up(draft: Draft) -> bool:
    """Asks on about what the other has just said."""
    talk = draft.talk
    if talk.is_harsh or draft.draw() > _FOLLOW_UP:
        return False
    heard = [memory for memory in talk.heard_just_now if memory.news is not None]
    if heard and not {"opinion", "motive"} & talk.touched:
        own = any(talk.called and talk.called in memory.text for memory in heard)
        return draft.add("ask_motive" if own else "ask_opinion")
    if "progress" not in talk.touched and "?" not in talk.last and talk.they_spoke_of_their_work:
        return draft.add("ask_progress")
    return False


def _agenda(draft: Draft) -> list[str]:
    """All moves, in an order that stays the same for the talk, what was done before left behind."""
    talk = draft.talk
    table = _AT_HOME if talk.close_kin or (talk.at_home and talk.called) else _AT_LARGE
    order = sorted(range(len(table)), key=lambda number: talk.constant.unit(20 + number))
    moves = [table[number] for number in order]
    if talk.is_harsh or talk.tone == "shy":
        moves.sort(key=lambda move: move.startswith("ask"))
    if not draft.question.other.knows_me:
        moves.sort(key=lambda move: move not in ("ask_work", "ask_leisure"))
    turn = len(talk.mine)
    return moves[turn:] + moves[:turn]


def _do(draft: Draft, move: str) -> bool:
    """Makes the move if it fits; a topic that was touched is not asked about again."""
    talk, other = draft.talk, draft.question.other
    hours = _HOURS.get(move)
    if hours is not None and not hours[0] <= draft.question.minute // 60 < hours[1]:
        return False
    if move in _OF_WORK and talk.late:
        return False
    if move.startswith("ask_") and move.removeprefix("ask_") in talk.touched:
        return False
    special = _SPECIAL.get(move)
    if special is not None:
        return special(draft)
    if move in ("share_job", "share_leisure") and talk.is_harsh:
        return False
    if move == "ask_home" and other.minutes_since_talk is None and other.closeness < _ACQUAINTED:
        return False
    if move == "remark_doing" and draft.known["their_doing"].lower() in draft.said:
        return False
    if move == "ask_current" and not _may_have_work(draft):
        return False
    strange = other.name is None or talk.is_harsh
    if move == "ask_leisure" and other.closeness >= _FRIENDS:
        return False
    if move in ("ask_home", "ask_leisure", "ask_current") and (strange or talk.close_kin):
        return False
    if move in _SPOKEN:
        value = draft.known[_SPOKEN[move]].lower()
        if not value or value in f"{draft.said} {' '.join(draft.parts)}".lower():
            return False
    return draft.add(move)


def _ask_work(draft: Draft) -> bool:
    talk, other = draft.talk, draft.question.other
    if "job" in talk.touched:
        return False
    if not other.knows_me and not talk.is_harsh:
        return _may_have_work(draft) and draft.add("ask_work_stranger")
    return other.job is not None and draft.add("ask_work")


def _may_have_work(draft: Draft) -> bool:
    """Nobody without a job is asked about work by those who know them."""
    return draft.question.other.name is None or draft.question.other.job is not None


def _recall(draft: Draft) -> bool:
    """Comes back to what was talked about another time."""
    for memory in draft.question.memories:
        topic = talked_topic(memory, draft.question.other)
        if topic and topic.lower() not in draft.said and draft.add("recall_topic", topic=topic):
            draft.cites.append(memory.id)
            return True
    return False


def _place(draft: Draft) -> bool:
    place = draft.talk.place
    return bool(place) and draft.talk.tone in ("warm", "plain") and draft.add(f"at_{place}")


def _hour(draft: Draft) -> bool:
    now = daytime(draft.question.minute)
    return draft.talk.tone != "shy" and draft.add(f"hour_{now}")


def _story(draft: Draft) -> bool:
    return draft.question.other.name is not None and tell_a_story(draft)


def _weather(draft: Draft) -> bool:
    weather = draft.question.weather
    said = any(word in draft.said for word in (weather, *_SPOKEN_OF.get(weather, ())))
    return weather != "clear" and not said and draft.add(f"weather_{weather}")


_SPOKEN_OF = {"rain": ("wet",), "heat": ("hot",)}
_SPECIAL: dict[str, Callable[[Draft], bool]] = {
    "ask_work": _ask_work,
    "recall": _recall,
    "place": _place,
    "hour": _hour,
    "story": _story,
    "gossip": gossip,
    "weather": _weather,
}
