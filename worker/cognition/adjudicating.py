"""What the game master is told of the town with a director's request: things, places and names that it may mean.

Nothing that anybody thinks or remembers is put before it, so no verdict can give a secret away.
"""

from __future__ import annotations

from backend.domain.events import RequestJudged
from backend.domain.game_master import GAME_MASTER, PERSONA
from backend.domain.naming import name_words
from backend.domain.questions import Adjudicate, AdjudicateAnswer, SiteView, ThingView
from backend.domain.view import View
from backend.domain.wishes import Ask
from backend.domain.world import Arena, Sector, TownObject
from worker.cognition.telling import now

MOST_THINGS = 30
MOST_SITES = 12
MOST_PEOPLE = 8
_SIBILANTS = ("ches", "shes", "sses", "xes")


def judge(view: View, request: str, text: str, key: str, effect: int | None) -> Ask:
    """Puts a request before the game master; `effect` is the tick that waits for the verdict, None: on arrival."""
    words = frozenset(map(_stem, name_words(text)))
    sites = _sites(view, words)
    question = Adjudicate(
        key=key,
        resident=GAME_MASTER,
        tick=view.tick,
        effect=effect,
        seed=view.seed,
        now=now(view),
        minute=view.scenario.calendar.minute_of_day(view.tick),
        persona=PERSONA,
        activity="",
        mind="rules" if view.state.mind == "rules" else "model",
        weather=view.state.weather,
        language=view.scenario.language,
        request=request,
        text=text,
        things=_things(view, words, sites),
        sites=sites,
        people=_people(view, words),
    )
    return Ask(question, about=request)


def take(question: Adjudicate, answer: AdjudicateAnswer) -> list[RequestJudged]:
    return [
        RequestJudged(
            request=question.request,
            verdict=answer.verdict,
            reason=answer.reason,
            effects=answer.effects,
            cause=question.key,
        )
    ]


def _sites(view: View, words: frozenset[str]) -> tuple[SiteView, ...]:
    """The places that share a word with the text, most words first; a synonym of the town's is as good as a name."""
    world, found = view.scenario.world, []
    places: list[Sector | Arena] = [*world.sectors.values(), *world.arenas.values()]
    for place in places:
        called = _called(view, place)
        shared = max(len(words & _stems(name)) for name in called)
        if shared:
            sector = place if isinstance(place, Sector) else world.sectors[place.sector]
            site = SiteView(
                id=place.id,
                name=place.name,
                kind=sector.kind,
                called=called,
                private=world.is_home(place.id),
                shut=place.id in view.state.closures,
            )
            found.append((-shared, place.id, site))
    return tuple(site for _, _, site in sorted(found, key=lambda entry: entry[:2])[:MOST_SITES])


def _called(view: View, place: Sector | Arena) -> tuple[str, ...]:
    names = [place.name]
    if isinstance(place, Sector):
        own = _stems(place.name)
        # A synonym means a place where one of its set is the place's name or a part of it.
        for group in view.scenario.synonyms:
            if any(_stems(name) and _stems(name) <= own for name in group):
                names += group
        if not place.private:
            names.append(place.kind.replace("_", " "))
    return tuple(dict.fromkeys(names))


def _things(view: View, words: frozenset[str], sites: tuple[SiteView, ...]) -> tuple[ThingView, ...]:
    world, named = view.scenario.world, {site.id for site in sites}
    found = []
    for thing in world.objects.values():
        shared = len(words & _stems(f"{thing.name} {thing.kind}"))
        there = (thing.arena in named) + (world.arenas[thing.arena].sector in named)
        if shared or there:
            found.append((not shared, -2 * shared - there, thing.id, thing))
    best = sorted(found, key=lambda entry: entry[:3])[:MOST_THINGS]
    return tuple(_thing(view, thing) for *_, thing in best)


def _thing(view: View, thing: TownObject) -> ThingView:
    world = view.scenario.world
    arena = world.arenas[thing.arena]
    sector = world.sectors[arena.sector]
    owners = arena.residents or (sector.residents if sector.private else ())
    return ThingView(
        id=thing.id,
        name=thing.name,
        kind=thing.kind,
        arena=thing.arena,
        place=f"{sector.name}, {arena.name}",
        state=view.state.objects[thing.id].state,
        rest=thing.initial,
        of=tuple(view.persona(one).name for one in owners),
    )


def _people(view: View, words: frozenset[str]) -> tuple[str, ...]:
    found = [
        (-shared, persona.id, persona.name)
        for persona in view.scenario.living.values()
        if (shared := len(words & _stems(persona.name)))
    ]
    return tuple(name for _, _, name in sorted(found)[:MOST_PEOPLE])


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(_stem, name_words(text)))


def _stem(word: str) -> str:
    """Without the ending of a plural."""
    if len(word) < 4 or word.endswith("ss"):
        return word
    if word.endswith(_SIBILANTS):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word
