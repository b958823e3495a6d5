"""What a resident comes to believe when it reflects, and what it makes up its mind to."""

from __future__ import annotations

import re

from backend.domain.chance import Chance
from backend.domain.concern import concern
from backend.domain.questions import BeliefChange, GoalChange, MemoryView
from worker.minds.rules import convictions as c
from worker.minds.rules.inclined import is_invitation, is_private
from worker.minds.rules.insights import BROKEN, WORRYING, Looking, project
from worker.minds.rules.temper import temper

MOST_BELIEFS = 3
MOST_NEW_GOALS = 2
TOLD_ENOUGH, TOLD_TO_ALL = 4, 14
"""To how many one has told something when one has told it to the others, and one's own that is meant for all."""
TO_TELL, TO_GO = 0.62, 0.58
"""What one has to expect of something to make up one's mind to pass it on, and to go to it."""
_UNKIND = re.compile(r"(?i)\b(argued|quarrel\w*|insult\w*|shouted|unfriendly)\b")
_STANDS = re.compile(
    r"(?P<who>[A-Z][\w'-]+ [A-Z][\w'-]+) (?:is running|runs|stands|is standing) for (?P<what>[a-z]+)"
)
_GOOD = 0.42
"""Evidence below which something new seems doubtful."""


def beliefs_of(looking: Looking) -> tuple[BeliefChange, ...]:
    """At most three: of the news, of those who are on one's mind."""
    question = looking.question
    found = [*_about_news(looking), *_about_people(looking)]
    held = {belief.statement: belief for belief in question.beliefs}
    changes = [
        change
        for change in found
        if (change.confidence > 0 or change.belief is not None)
        and (change.statement not in held or held[change.statement].confidence != change.confidence)
    ]
    return tuple(changes[:MOST_BELIEFS])


def goals_of(looking: Looking) -> tuple[GoalChange, ...]:
    """What is done with, then what is new; the oldest is let go of where there are too many."""
    question = looking.question
    done = [*_told_enough(looking)]
    new = [goal for goal in _wanted(looking) if goal.text not in question.goals]
    room = c.MOST_GOALS - len(question.goals) + len(done)
    if new and room <= 0 and not done:
        oldest = question.goals[0]
        done.append(GoalChange(goal=oldest, text=oldest, status="dropped"))
    return tuple([*done, *new][:MOST_NEW_GOALS])


def stance(looking: Looking, item: list[MemoryView]) -> float:
    """What the resident expects of an item of news, 0 to 1: its own taste, its temper, how many speak of it."""
    question = looking.question
    mind = temper(question.persona)
    taste = Chance(question.seed, question.resident, f"taste|{item[0].news}", 0).unit()
    tellers = {memory.told_by for memory in item if memory.told_by is not None}
    told = max((c.warmth(question.beliefs, teller) for teller in tellers), default=0.0)
    expected = (
        0.3 + 0.5 * taste + 0.12 * mind.outgoing + 0.06 * mind.curious + 0.05 * len(tellers) + 0.1 * told
    )
    if is_invitation(item[0]):
        expected += 0.1
    return max(0.05, min(0.97, expected))


def _about_news(looking: Looking) -> list[BeliefChange]:
    beliefs, found = looking.question.beliefs, []
    for item in looking.news[:1]:
        if _is_own(looking, item):
            continue
        expected, because = stance(looking, item), [memory.id for memory in item]
        good = expected >= _GOOD and concern(item[0].text) < WORRYING
        statement = c.worth_it(item[0].text) if good else c.doubtful(item[0].text)
        found.append(c.moved(beliefs, statement, expected if good else 1 - expected, because))
        if (stands := _STANDS.search(item[0].text)) is not None and good:
            vote = f"{looking.question.persona.name} would vote for {stands['who']} as {stands['what']}."
            found.append(c.moved(beliefs, vote, expected, because))
    return found


def _about_people(looking: Looking) -> list[BeliefChange]:
    """Who is good company, and whose word is worth little; talks and broken words are the evidence."""
    beliefs, found = looking.question.beliefs, []
    for who, grounds in looking.people[:2]:
        talks = [memory for memory in grounds if memory.memory == "conversation"]
        bad = [memory for memory in grounds if _UNKIND.search(memory.text)]
        broken = [memory for memory in grounds if BROKEN.search(memory.text)]
        because = [memory.id for memory in (*broken, *bad, *talks)][:4]
        if broken:
            found.append(c.moved(beliefs, c.unreliable(who), 0.8, because))
        if len(bad) >= 2:
            found.append(c.moved(beliefs, c.best_left_alone(who), 0.7, because))
        if talks:
            evidence = 0.35 + 0.14 * len(talks) - 0.3 * len(bad) - 0.3 * len(broken)
            found.append(c.moved(beliefs, c.good_company(who), max(0.0, min(0.9, evidence)), because))
    return found


def _wanted(looking: Looking) -> list[GoalChange]:
    """To pass on what one thinks much of, to be there, to get on with what one is at."""
    question, found = looking.question, []
    for item in looking.news[:2]:
        if is_private(item[0]):
            continue
        because = tuple(memory.id for memory in item)
        alarming = concern(item[0].text) >= WORRYING
        if alarming or stance(looking, item) >= TO_TELL or _is_own(looking, item):
            found.append(GoalChange(text=c.to_tell_others(item[0].text), because=because))
        if is_invitation(item[0]) and not _is_own(looking, item) and stance(looking, item) >= TO_GO:
            found.append(GoalChange(text=c.to_be_there(item[0].text), because=because))
    what = project(question)
    grounds = tuple(memory.id for memory in question.memories if what and memory.memory == "plan")
    if what and grounds:
        found.append(GoalChange(text=f"{c.GETS_ON}{what}"[:200], because=grounds[:3]))
    return found


def _told_enough(looking: Looking) -> list[GoalChange]:
    """Goals that are reached, as far as the memories say: what one wanted to tell has been told."""
    question = looking.question
    return [
        GoalChange(goal=goal, text=goal, status="reached", because=(memory.id,))
        for goal in question.goals
        for memory in question.memories
        if memory.told >= _enough(memory) and c.means_to_tell((goal,), memory.text)
    ][:1]


def _enough(memory: MemoryView) -> int:
    return TOLD_TO_ALL if is_invitation(memory) and memory.told_by is None else TOLD_ENOUGH


def _is_own(looking: Looking, item: list[MemoryView]) -> bool:
    return looking.question.persona.name in item[0].text
