"""What everybody and everything is called in a recap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from backend.domain import events as e
from backend.domain.inputs import VISITOR_PREFIX
from backend.gazette.in_words import listed, number

SOMEBODY = "somebody from outside"
FEW = 4
"""More people than these are counted instead of named."""


class People:
    """Residents by their scenario's names, people from outside by those they gave.

    Args:
        names: full names by resident's id.
        guests: names by visitor's id, of those who were known before the span.
        log: the events of the span, for those who came in it.
    """

    def __init__(
        self, names: Mapping[str, str], guests: Mapping[str, str], log: Iterable[e.Recorded]
    ) -> None:
        given = dict(guests)
        for recorded in log:
            event = recorded.event
            if isinstance(event, e.VisitorEntered):
                given[event.visitor] = event.name
            elif isinstance(event, e.NameLearned) and event.other.startswith(VISITOR_PREFIX):
                given.setdefault(event.other, event.name)
        firsts = Counter(name.split()[0] for name in names.values())
        self._names = given | {
            who: first if firsts[first := name.split()[0]] == 1 else name for who, name in names.items()
        }

    def name(self, who: str) -> str:
        if who == "director":
            return "the director"
        return self._names.get(who, SOMEBODY if who.startswith(VISITOR_PREFIX) else who)

    def all(self, who: Iterable[str], at_most: int = FEW) -> str:
        """ "Ana, Ben and three more"."""
        names = list(dict.fromkeys(self.name(one) for one in who))
        if len(names) <= at_most:
            return listed(names)
        return listed([*names[: at_most - 1], f"{number(len(names) - at_most + 1)} more"])


def thing(address: str) -> str:
    """ "the stove at The Blue Kettle"; some are named as the place at them: "the place behind the counter"."""
    name = address.rsplit(":", 1)[-1]
    if name.startswith(("behind ", "in front of ", "under ")):
        name = f"the place {name}"
    elif "'s " not in name:
        name = f"the {name}"
    return f"{name} {at(address.rsplit(':', 1)[0])}"


def at(arena: str | None) -> str:
    """ "at The Blue Kettle"; "in the street"."""
    return "in the street" if arena is None or ":" not in arena else f"at {named(arena)}"


def named(place: str) -> str:
    """The building of an address: "The Blue Kettle", "the Lin family's house"."""
    sector = place.split(":")[1] if ":" in place else place
    article = "the " if sector[:1].islower() or "family's" in sector else ""
    return f"{article}{sector}"


def clean(text: str, letters: int = 160) -> str:
    """A text of the town as it is quoted: on one line, without what directs text, and not too long."""
    plain = "".join(one if one.isprintable() else " " for one in text)
    plain = " ".join(plain.split())
    if len(plain) <= letters:
        return plain
    cut = plain[:letters]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[letters // 2 :] else cut}…"
