"""What is put before a resident's mind is what it remembers, perceives or was told, and nothing else."""

from __future__ import annotations

from functools import cache

from backend.domain import events as e
from backend.domain.inputs import Enter, SetObject, Speak
from backend.domain.questions import DetailPlan
from tests.a_life import Life, brook_lane, live

EVE = "visitor:eve"
ODD = "wrapped in blue tinsel"


@cache
def morning() -> Life:
    """Somebody does something to the café's stove; Eve waits at the gate, then speaks to Marta."""
    town = brook_lane()
    stove = next(thing for thing in sorted(town.world.objects) if thing.endswith("Kettle:kitchen:stove"))
    return live(
        town,
        seed=7,
        ticks=2500,
        inputs=[
            (5, SetObject(object=stove, state=ODD)),
            (20, Enter(visitor=EVE, name="Evelina Quux")),
        ],
    )


def heard_of(life: Life, resident: str, words: str, by: int) -> bool:
    return any(
        tick <= by and memory.resident == resident and words in memory.text
        for tick, memory in life.all(e.Remembered)
    )


def test_nobody_plans_with_the_state_of_a_thing_that_it_never_saw() -> None:
    life = morning()
    planned = [q for q in life.questions.values() if isinstance(q, DetailPlan)]
    informed = [q for q in planned if ODD in q.model_dump_json()]
    assert planned
    unseen = [q.key for q in informed if not heard_of(life, q.resident, ODD, q.tick)]
    assert unseen == []


def test_a_visitor_is_nameless_to_those_who_only_saw_it() -> None:
    life = morning()
    seen = [m for _, m in life.all(e.Remembered) if EVE in m.about]
    assert seen, "somebody passes by the gate"
    assert all("Quux" not in m.text for m in seen)
    assert all("Quux" not in q.model_dump_json() for q in life.questions.values())


def test_a_visitor_that_has_spoken_is_known_by_its_name() -> None:
    town = brook_lane()
    spoken = Speak(visitor=EVE, name="Evelina Quux", to="marta", text="Hello, I am new here.")
    life = live(town, seed=7, ticks=400, inputs=[(360, spoken)])
    assert any(learned.other == EVE for _, learned in life.all(e.NameLearned))
