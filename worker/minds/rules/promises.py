"""Giving one's word: whom to ask to what, and when to say yes; whoever says no has a reason for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from backend.domain.calendar import TICKS_PER_DAY
from backend.domain.chance import Chance
from backend.domain.questions import MemoryView, OfferView, Refusal, Say
from worker.minds.rules.convictions import expects, means_to_go, means_to_tell
from worker.minds.rules.draft import Draft
from worker.minds.rules.replying_to import answer_what_was_asked
from worker.minds.rules.speech import capital
from worker.minds.rules.telling import telling
from worker.minds.rules.temper import temper
from worker.minds.rules.wording import own_words

_EVEN = 0.56
"""How likely somebody of even temper says yes to an acquaintance, if nothing stands against it."""
_RESOLVED, _EXPECTED = 0.25, 0.25
"""What is added where one has made up one's mind to go, and where one expects much of it; the latter both ways."""
_HOSTILE = -0.3
"""Closeness from which down one does not want to be in one room with somebody."""
_HARDLY_KNOWN = 0.15
_EAGER, _READY, _RELUCTANT = 0.75, 0.2, 0.15
"""How likely a host asks somebody that has resolved to let people know, that has not, and somebody it does not like."""
_LIKED = 0.3
"""Closeness from which one takes somebody along."""
_TAKES_ALONG, _WOULD_TAKE, _PROPOSES = 0.6, 0.3, 0.1
"""How likely a guest that has resolved to go takes along whom it likes, one that just goes; and a meeting of two."""
_OCCASION = "occasion:"
_ASKED_NOW = re.compile(
    r"(?i)\b(will you|would you (?:come|have time)|can i count on|you could come|come along|go together|"
    r"put you down|do you want to|how about|what would you say|say that you will|you (?:might|would) like|"
    r"to myself for once|nothing better to do)\b"
)
"""Words of a line by which somebody is asked to something."""


@dataclass(frozen=True)
class _No:
    """Why not: the act that says it, the reason as told of the resident, and what it rests on."""

    act: str
    reason: str
    ground: str | None = None


def asks(line: str) -> bool:
    """Whether a line asks somebody to come to something."""
    return _ASKED_NOW.search(line) is not None


def answer_offers(draft: Draft) -> bool:
    """Says yes or no to what the other has asked the resident to; False if nothing waits for an answer."""
    for offer in draft.question.offers:
        if not asks(draft.talk.last):
            draft.add("come_back_to", what=_what(draft, offer), when=_when(offer))
        no = _why_not(draft.question, offer)
        if no is None:
            if not draft.add("accept"):
                draft.parts.append("Yes, I'll come.")
            draft.accepts.append(offer.id)
        else:
            if not draft.add(no.act, prior=_prior(draft, no)) and not draft.add("decline"):
                draft.parts.append("No, thank you.")
            draft.declines.append(Refusal(offer=offer.id, reason=no.reason, ground=no.ground))
    return bool(draft.question.offers)


def take_answer(draft: Draft) -> bool:
    """Says something to the other's yes or no to what the resident has just asked it; False if it asked nothing."""
    talk, question = draft.talk, draft.question
    if not talk.mine or not asks(talk.mine[-1]):
        return False
    has_accepted = any(question.other.name in entry.with_ for entry in question.calendar)
    if not draft.add("glad_to_come" if has_accepted else "a_pity"):
        return False
    answer_what_was_asked(draft)
    return True


def wants_to_invite(draft: Draft) -> OfferView | None:
    """What the resident means to ask the other to in this talk; None for nothing."""
    return next((offer for offer in draft.question.may_offer if _would_ask(draft.question, offer)), None)


def invite(draft: Draft) -> bool:
    """Asks the other to something; tells of it first where the other may not know."""
    offer = wants_to_invite(draft)
    if offer is None or draft.accepts or draft.declines:
        return False
    memory = _untold(draft, offer)
    if memory is not None:
        if not draft.tell(telling(memory, draft.question.persona), memory.id):
            return False
        draft.add(_asking(draft, offer) + "_told")
    else:
        words = {"what": _what(draft, offer), "when": _when(offer), "at": offer.place}
        words["What"] = capital(words["what"])
        if not draft.add(_asking(draft, offer), **words):
            return False
    draft.invites = offer.id
    return True


def invite_with_what_was_told(draft: Draft) -> None:
    """Whoever has just told of something that it means to ask the other to asks at once."""
    offer = wants_to_invite(draft)
    if draft.invites is None and offer is not None and offer.memory in draft.tells:
        draft.add(_asking(draft, offer) + "_told")
        draft.invites = offer.id


def _asking(draft: Draft, offer: OfferView) -> str:
    if not offer.id.startswith(_OCCASION):
        return "propose"
    return "invite" if _is_host(draft.question, offer) else "invite_along"


def _is_host(question: Say, offer: OfferView) -> bool:
    return any(entry.id == offer.id and entry.host == "you" for entry in question.calendar)


def _would_ask(question: Say, offer: OfferView) -> bool:
    """One decision a day and person, whatever the number of talks."""
    other = question.other
    if offer.id.startswith(_OCCASION):
        told = next((memory.text for memory in question.memories if memory.id == offer.memory), "")
        if _is_host(question, offer):
            eager = _EAGER if means_to_tell(question.goals, told) else _READY
            likely = _RELUCTANT if other.closeness <= _HOSTILE else eager
        else:
            eager = _TAKES_ALONG if means_to_go(question.goals, told) else _WOULD_TAKE
            likely = eager + 0.5 * (other.closeness - _LIKED) if other.closeness >= _LIKED else 0.0
        about = offer.id
    else:
        likely, about = _PROPOSES * (0.5 + other.closeness) if other.closeness >= _LIKED else 0.0, "meeting"
    day = question.tick // TICKS_PER_DAY
    return Chance(question.seed, question.resident, f"invite|{about}|{other.id}", day).unit() < likely


def _untold(draft: Draft, offer: OfferView) -> MemoryView | None:
    """The memory that tells of it, if the resident has not told the other of it."""
    if offer.memory is None or offer.memory not in draft.question.untold:
        return None
    return next((memory for memory in draft.question.memories if memory.id == offer.memory), None)


def _why_not(question: Say, offer: OfferView) -> _No | None:
    """What stands against it: the calendar, work, the night; then the asker; then its own mood. None: it says yes."""
    other = question.other
    for conflict in offer.conflicts:
        match conflict:
            case "job":
                return _No("decline_job", "has to work at that hour", conflict)
            case "asleep":
                return _No("decline_asleep", "is in bed at that hour", conflict)
            case "closed":
                return _No("decline_closed", "may not be in there at that hour", conflict)
            case _:
                return _No(
                    "decline_commitment", f"has said yes to {_known_as(question, conflict)} then", conflict
                )
    who = other.name or other.appearance
    if other.closeness <= _HOSTILE:
        return _No("decline_person", f"does not get on with {who}", other.id)
    if Chance(question.seed, question.resident, f"accept|{offer.id}", 0).unit() < _willing(question, offer):
        return None
    if other.closeness < _HARDLY_KNOWN:
        return _No("decline_stranger", f"hardly knows {who}", other.id)
    return _No("decline", "would rather have the time for itself")


def _willing(question: Say, offer: OfferView) -> float:
    """How likely it says yes, 0 to 1: by temper, by what the asker is to it, by its mood, by what it thinks of it."""
    mood = temper(question.persona)
    likely = _EVEN + 0.14 * mood.outgoing + 0.06 * mood.warm + 0.25 * question.other.closeness
    likely += (question.body.mood - 50) / 400 + (50 - question.body.company) / 500
    known = next((memory.text for memory in question.memories if memory.id == offer.memory), None)
    if known is not None:
        likely += _RESOLVED * means_to_go(question.goals, known) + _EXPECTED * expects(
            question.beliefs, known
        )
    return min(0.95, max(0.1, likely))


def _what(draft: Draft, offer: OfferView) -> str:
    return own_words(offer.what, draft.question.persona)


def _when(offer: OfferView) -> str:
    """A meeting has a beginning, and ends when it ends: "tomorrow at 17:00"."""
    is_short = not offer.id.startswith(_OCCASION)
    return offer.when.split(" to ")[0].replace(" from ", " at ") if is_short else offer.when


def _known_as(question: Say, commitment: str) -> str:
    return next((entry.what for entry in question.calendar if entry.id == commitment), "something else")


def _prior(draft: Draft, no: _No) -> str:
    """What one says of it; of an occasion nothing, since the other may not have heard of it."""
    if no.act != "decline_commitment":
        return ""
    is_known = no.ground is not None and not no.ground.startswith(_OCCASION)
    return _known_as(draft.question, no.ground or "") if is_known else "something else"
