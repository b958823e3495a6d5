"""All that `rules` can say, as templates by act and tone; adding a phrase is adding a line to a table.

A key is an act ("ask_work") or an act and a tone ("ask_work.gruff"); tones are warm, plain, gruff, abrasive, shy. A
template is offered only when all its fields are known.
"""

from __future__ import annotations

from worker.minds.rules.phrases.abrasive import ABRASIVE
from worker.minds.rules.phrases.answers import ANSWERS
from worker.minds.rules.phrases.chat import CHAT
from worker.minds.rules.phrases.feelings import FEELINGS
from worker.minds.rules.phrases.fill import fields_of, fill
from worker.minds.rules.phrases.goodbyes import GOODBYES
from worker.minds.rules.phrases.greetings import GREETINGS
from worker.minds.rules.phrases.invitations import INVITATIONS
from worker.minds.rules.phrases.news import NEWS
from worker.minds.rules.phrases.occasions import OCCASIONS
from worker.minds.rules.phrases.stories import STORIES

PHRASES: dict[str, tuple[str, ...]] = {
    **GREETINGS,
    **CHAT,
    **ANSWERS,
    **OCCASIONS,
    **STORIES,
    **NEWS,
    **INVITATIONS,
    **GOODBYES,
    **FEELINGS,
    **ABRASIVE,
}

_FIELDS = fields_of(PHRASES)


def filled(act: str, tone: str, known: dict[str, str]) -> list[str]:
    """The phrases of an act between residents, filled in."""
    return fill(PHRASES, _FIELDS, act, tone, known)
