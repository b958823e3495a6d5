"""Draws personas of all kinds: early and late risers, night workers, people of two shifts or without a job."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from backend.domain.persona import Job, Persona, Task
from backend.domain.world import Hours, WeekHours
from tests.unit.a_question import CAFE, PARK, SHOP, a_persona

TRAITS = (
    "shy",
    "friendly",
    "grumpy",
    "talkative",
    "curious",
    "kind",
    "lazy",
    "brave",
    "anxious",
    "abrasive",
    "quiet",
    "energetic",
)
PRONOUNS = (("she", "her", "her"), ("he", "him", "his"), ("they", "them", "their"))


@dataclass(frozen=True)
class Rhythm:
    """When somebody usually wakes, sleeps and eats."""

    wake: int
    sleep: int
    meals: tuple[int, ...]


EARLY = Rhythm(350, 1310, (375, 745, 1110))
USUAL = Rhythm(430, 1380, (460, 760, 1140))
LATE = Rhythm(570, 1530, (600, 840, 1200))
NIGHT = Rhythm(900, 1920, (930, 1230, 1620))

SHIFTS: tuple[tuple[tuple[int, int], ...], ...] = (
    ((540, 1020),), ((300, 780),), ((360, 660), (780, 1080)), ((1020, 1500),), ((1320, 1800),),
    ((600, 840),), ((720, 1200),), (),
)  # fmt: skip


@st.composite
def jobs(draw: st.DrawFn) -> Job | None:
    spans = draw(st.sampled_from(SHIFTS))
    if not spans and draw(st.booleans()):
        return None
    days = draw(st.sets(st.integers(0, 6), min_size=2, max_size=6))
    hours: WeekHours = tuple(tuple(Hours(*span) for span in spans) if day in days else () for day in range(7))
    lunch = draw(st.sampled_from((None, 750, (spans[0][0] + 240) % 1440 if spans else None)))
    title, task = draw(
        st.sampled_from((("baker", "kneading dough"), ("old mechanic", "repairing a bicycle")))
    )
    return Job(
        title=title,
        workplace=draw(st.sampled_from((CAFE, SHOP, PARK))),
        hours=hours,
        tasks=(Task(task, "make", "🔧", 2), Task("talking with customers", "talk", "💬")),
        lunch=lunch,
    )


@st.composite
def personas(
    draw: st.DrawFn, name: str = "Ana Ruiz", rhythms: tuple[Rhythm, ...] = (EARLY, USUAL, LATE, NIGHT)
) -> Persona:
    """Somebody whose habits and job may fit badly, as after an exchange of jobs."""
    rhythm = draw(st.sampled_from(rhythms))
    return a_persona(
        name,
        wake=rhythm.wake,
        sleep=rhythm.sleep,
        meals=rhythm.meals,
        job=draw(jobs()),
        traits=tuple(draw(st.sets(st.sampled_from(TRAITS), max_size=4))),
        pronouns=draw(st.sampled_from(PRONOUNS)),
        currently=draw(
            st.sampled_from(
                (
                    f"{name} is learning to swim and wants to cross the pond.",
                    "She has lost her keys.",
                    "Nothing much.",
                )
            )
        ),
        leisure=draw(st.sampled_from((a_persona(name).leisure, ()))),
    )
