"""What cognition wishes, carried out in the world; and why the world would not allow it."""

from __future__ import annotations

from collections.abc import Iterable

from backend.domain.events import LetIn, Said
from backend.domain.wishes import Act, Approach, Ask, Converse, Hail, Join, Utter, Wish
from worker.engine import actions, guests, talks
from worker.engine.town import Town


def obstacle(town: Town, wish: Wish) -> str | None:
    """Why the world does not allow a wish that came of an answer; None if it does."""
    match wish:
        case Converse():
            return talks.obstacle(town, wish)
        case Join():
            return talks.obstacle_to_joining(town, wish)
        case Utter():
            return None if talks.takes_part(town, wish.resident, wish.talk) else "the talk was over"
        case Approach():
            return guests.obstacle(town, wish)
        case Hail():
            return guests.obstacle_to_hailing(town, wish)
        case LetIn():
            return None if actions.waits_for(town, wish) else "nobody waits at the door any more"
        case Act() if wish.block is None:
            return actions.obstacle(town, wish)
        case _:
            return None


def carry_out(town: Town, wishes: Iterable[Wish]) -> None:
    """Carries wishes out in their order; what is none, but a finished event, is emitted as it is."""
    for wish in wishes:
        match wish:
            case Ask():
                town.ask(wish)
            case Act():
                talks.leave(town, wish.resident, "something came up")
                actions.set_out(town, wish)
            case Converse():
                talks.start_talk(town, wish)
            case Join():
                talks.join(town, wish)
            case Utter():
                talks.utter(town, wish)
            case Approach():
                guests.approach(town, wish)
            case Hail():
                guests.hail(town, wish)
            case LetIn():
                actions.let_in(town, wish)
            case _:
                town.emit(wish)
                if isinstance(wish, Said):
                    talks.overhear(town, wish)
