"""Who is who, as far as the log tells: an event names a resident by id, names stand in what people learn and see."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from backend.domain import events as e
from backend.domain.inputs import VISITOR_PREFIX
from backend.domain.naming import name_words

_TITLE = re.compile(r"working as (?:an? |the )?(.+)")
_PLAN = re.compile(r"(.+?)'s? plan for ")


class People:
    """The residents of a log in the order of their ids, and the people from outside."""

    def __init__(self, log: Iterable[e.Recorded]) -> None:
        given: dict[str, str] = {}
        seen: dict[str, Counter[str]] = {}
        planned: dict[str, str] = {}
        titles: dict[str, Counter[str]] = {}
        everybody: set[str] = set()
        for recorded in log:
            event = recorded.event
            if isinstance(event, e.ActionChosen | e.DayPlanned | e.Remembered):
                everybody.add(event.resident)
            match event:
                case e.NameLearned():
                    given.setdefault(event.other, event.name)
                case e.VisitorEntered():
                    given[event.visitor] = event.name
                case e.DayPlanned():
                    for block in event.blocks:
                        if (work := _TITLE.fullmatch(block.activity)) is not None:
                            titles.setdefault(event.resident, Counter())[work[1]] += 1
                case e.Remembered(memory="plan") if (own := _PLAN.match(event.text)) is not None:
                    planned[event.resident] = own[1]
                case e.Remembered(percept=str(percept), about=(other,)):
                    # "Tom Moreno is having lunch …": whoever knows the name sees it by name.
                    name = event.text.partition(f" is {percept.partition('|')[2]}")[0]
                    if other in name_words(name):
                        seen.setdefault(other, Counter())[name] += 1
        self.residents = tuple(sorted(everybody))
        self.titles = {who: found.most_common(1)[0][0] for who, found in titles.items()}
        """What a resident works as, where its plans say so."""
        self._names = {
            who: given.get(who)
            or (seen[who].most_common(1)[0][0] if who in seen else None)
            or planned.get(who)
            or who.replace("_", " ").title()
            for who in self.residents
        } | {who: name for who, name in given.items() if who.startswith(VISITOR_PREFIX)}
        firsts = Counter(name.split()[0] for name in self._names.values())
        self._short = {
            who: first if firsts[first := name.split()[0]] == 1 else name for who, name in self._names.items()
        }

    def full(self, who: str) -> str:
        """ "Marta Oyelaran"; "a stranger" for a person from outside who gave no name."""
        return self._names.get(who, "a stranger" if who.startswith(VISITOR_PREFIX) else who)

    def short(self, who: str) -> str:
        """The first name, where no two share it. People from outside keep the whole of theirs."""
        return self.full(who) if who.startswith(VISITOR_PREFIX) else self._short.get(who, who)
