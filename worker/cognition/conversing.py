"""Talk: one line at a time by one speaker who knows only its own memories; afterwards, what the talk was to each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backend.domain.calendar import minutes
from backend.domain.events import Source
from backend.domain.questions import LineView, Say, SayAnswer
from backend.domain.questions.say import most_lines
from backend.domain.state import Line, Talk
from backend.domain.view import View
from backend.domain.wishes import Ask, Utter, Wish
from worker.cognition import committing
from worker.cognition.questions import common
from worker.cognition.recall import Recall
from worker.cognition.telling import business, called, person, place

STALE = minutes(360)
"""Ticks after which nobody speaks of what somebody else was doing."""
LOOKS_BACK = 60
"""Memories among which one looks for it."""
_PASSING = re.compile(r" is (?:walking by|standing there|talking|sleeping)\b")


def speak(recall: Recall, view: View, resident: str, talk_id: str) -> Ask:
    """The resident's next line."""
    talk = view.state.talks[talk_id]
    other, *others = spoken_to(talk, resident)
    untold = (*recall.untold(view, resident, other), *recall.stories(view, resident, other))
    may_offer = committing.may_offer(recall, view, resident, other)
    offers = committing.offers(recall, view, resident, talk.participants)
    tells_of = tuple(offer.memory for offer in (*may_offer, *offers) if offer.memory is not None)
    about = [f"{called(view, resident, other)}"]
    if talk.lines:
        about.append(talk.lines[-1].text)
    return Ask(
        Say(
            **common(view, "say", resident, about=(other,))
            | {"activity": _in_the_middle_of(view, resident, talk)},
            memories=recall.recall(
                view,
                resident,
                about,
                "say",
                also=(*untold, *tells_of, *seen_of_others(recall, view, resident, talk)),
            ),
            talk=talk_id,
            other=person(view, resident, other).model_copy(update={"activity": business(view, other)}),
            others=tuple(person(view, resident, each) for each in others),
            lines=lines_of(talk.lines),
            occasion=f"met {place(view, talk.arena)}",
            untold=untold,
            most_lines=most_lines(len(talk.participants)),
            offers=offers,
            may_offer=may_offer,
        ),
        about=talk_id,
    )


def seen_of_others(recall: Recall, view: View, resident: str, talk: Talk) -> Iterator[str]:
    """The last time that it saw somebody at something who is not there: what one gossips about. One at most."""
    told = view.state.attention[resident].told
    stream = recall.index.of(resident)
    for row in range(len(stream) - 1, max(-1, len(stream) - 1 - LOOKS_BACK), -1):
        memory = stream[row]
        event = memory.event
        if view.tick - memory.tick > STALE:
            return
        if event.percept is None or len(event.about) != 1 or event.about[0] not in view.state.residents:
            continue
        is_told = any(f"{other}|{event.id}" in told for other in talk.participants)
        if is_told or view.in_sight(resident, event.about[0]) or _PASSING.search(event.text):
            continue
        if view.state.residents[resident].knows_name_of(event.about[0]):
            yield event.id
            return


def take_line(recall: Recall, view: View, question: Say, answer: SayAnswer) -> list[Wish]:
    # Who asks somebody to something tells of it, whether the mind has thought of saying so or not.
    told = [
        offer.memory
        for offer in question.may_offer
        if offer.id == answer.invites
        and offer.memory is not None
        and not recall.has_told(view, question.resident, question.other.id, offer.memory)
    ]
    return [
        Utter(
            resident=question.resident,
            talk=question.talk,
            text=answer.text,
            tells=tuple(dict.fromkeys((*answer.tells, *told))),
            introduces=answer.introduces,
            ends=answer.ends,
            cause=question.key,
        ),
        *committing.take(view, question, answer),
    ]


def hear(
    recall: Recall, view: View, listener: str, speaker: str, tells: tuple[str, ...], talk: str | None
) -> list[Wish]:
    """What a listener knows from a line: each memory that the speaker passed on, with the speaker as its source."""
    notebook = recall.notebook(view, listener)
    wishes: list[Wish] = []
    for told in tells:
        if recall.has_heard(listener, told) and talk is not None and _are_many(view, talk):
            continue
        original = recall.index.get(told)
        wishes.append(
            notebook.note(
                original.text,
                "observation",
                Source(by="speaker", who=speaker, talk=talk, memories=(told,)),
                about=tuple(sorted({*original.event.about, speaker} - {listener})),
                news=original.event.news,
                weight=original.importance,
            )
        )
    return wishes


def _in_the_middle_of(view: View, resident: str, talk: Talk) -> str:
    return f"{business(view, resident)} {place(view, talk.arena)}"


def spoken_to(talk: Talk, resident: str) -> list[str]:
    """The others, first the one who spoke last."""
    others = [other for other in talk.participants if other != resident]
    spoke = [line.speaker for line in talk.lines]
    return sorted(
        others, key=lambda other: -max((n for n, each in enumerate(spoke) if each == other), default=-1)
    )


def lines_of(lines: tuple[Line, ...]) -> tuple[LineView, ...]:
    return tuple(LineView(speaker=line.speaker, text=line.text) for line in lines)


def _are_many(view: View, talk_id: str) -> bool:
    return len(view.state.talks[talk_id].participants) > 2
