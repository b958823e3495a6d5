"""What one hears that was not meant for one: what a line passes on, and that two talked (paper, section 5)."""

from __future__ import annotations

from backend.domain.chance import Chance
from backend.domain.events import Said, Source
from backend.domain.inputs import VISITOR_PREFIX
from backend.domain.view import EARSHOT, View, distance
from backend.domain.wishes import Wish
from worker.cognition.recall import Recall
from worker.cognition.telling import called

CATCHES_ON = 2
"""Lines into a talk from which somebody nearby knows what it is about."""
ATTENTION = 0.3
"""The share of what others tell each other that one catches who stands beside them."""
LONGEST = 160
"""Characters of a line that one remembers word for word."""


def overhear(recall: Recall, view: View, listener: str, line: Said) -> list[Wish]:
    """The memories that a listener nearby has of a line, with the speaker as their source."""
    notebook = recall.notebook(view, listener)
    talk = view.state.talks.get(line.talk or "")
    wishes: list[Wish] = []
    for told in line.tells:
        original = recall.index.get(told)
        if recall.has_heard(listener, told) or not _catches(view, listener, line, told):
            continue
        source = Source(by="speaker", who=line.speaker, talk=line.talk, memories=(told,))
        about = tuple(sorted({*original.event.about, line.speaker} - {listener}))
        news, weight = original.event.news, original.importance
        wishes.append(
            notebook.note(original.text, "observation", source, about=about, news=news, weight=weight)
        )
    if wishes:
        return wishes
    source = Source(by="speaker", who=line.speaker, talk=line.talk)
    if line.speaker.startswith(VISITOR_PREFIX):
        return [notebook.note(line.text, "observation", source, about=(line.speaker,))]
    if talk is None or len(talk.lines) != CATCHES_ON:
        return []
    text = line.text if len(line.text) <= LONGEST else f"{line.text[:LONGEST].rsplit(' ', 1)[0]} …"
    speaker = called(view, listener, line.speaker)
    others = " and ".join(called(view, listener, other) for other in line.to)
    said = f"{speaker[0].upper()}{speaker[1:]} said to {others}: “{text}”"
    about = tuple(sorted({line.speaker, *line.to}))
    return [notebook.note(said, "observation", source, about=about)]


def _catches(view: View, listener: str, line: Said, told: str) -> bool:
    """Whether somebody with other things on its mind takes in what is said nearby: hardly a third of it is.

    Of speech that one does not attend to, little is taken in (Cherry, 1953); the nearer, the more.
    """
    steps = distance(view.position(listener), view.position(line.speaker))
    chance = Chance(view.seed, listener, f"overhear|{line.speaker}|{told}", view.tick)
    return chance.unit() < ATTENTION * (1 - steps / (2 * EARSHOT))
