"""What is put before a resident's mind is what it remembers, perceives or was told, and nothing else."""

from __future__ import annotations

from functools import cache

from backend.domain import events as e
from backend.domain.inputs import Enter, SetObject, Speak
from backend.domain.questions import DetailPlan, React, Reply, Say
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


@cache
def questioned() -> Life:
    """Eve asks Marta and Ruth for everybody and for every building, at ten in the morning."""
    town = brook_lane()
    names = [persona.name for persona in town.personas.values()] + ["Kane Martinez"]
    asked = [f"Where is {name}?" for name in names]
    asked += [f"Where is {sector.name}?" for sector in town.world.sectors.values()]
    return live(
        town,
        seed=7,
        ticks=1200,
        inputs=[
            (1080 + 6 * number, Speak(visitor=EVE, name="Evelina Quux", to=to, text=text))
            for number, (to, text) in enumerate((to, text) for to in ("marta", "ruth") for text in asked)
        ],
    )


def replies_of(life: Life) -> list[Reply]:
    return [question for question in life.questions.values() if isinstance(question, Reply)]


def test_of_people_out_of_sight_nobody_is_told_what_they_do() -> None:
    asked = replies_of(questioned())
    absent = [p for q in asked for p in q.people if p.id not in q.in_sight]
    assert absent
    assert all(person.activity == "" and person.job is None for person in absent)


def test_nobody_is_found_by_a_name_that_the_resident_does_not_know() -> None:
    life = questioned()
    for question in replies_of(life):
        known = {known.other for known in question.persona.knows if known.knows_name}
        learned = {e_.other for tick, e_ in life.all(e.NameLearned) if e_.resident == question.resident}
        assert {person.id for person in question.people} <= known | learned


def test_only_places_that_the_resident_knows_come_to_its_mind() -> None:
    asked = replies_of(questioned())
    assert any(question.places for question in asked)
    for question in asked:
        persona = question.persona
        work = persona.job.workplace.rsplit(":", 1)[0] if persona.job is not None else persona.home
        known = {*persona.places, persona.home, work}
        assert {place.arena.rsplit(":", 1)[0] for place in question.places} <= known


def test_a_question_about_people_or_places_stays_small() -> None:
    asked = replies_of(questioned())
    assert max(len(q.model_dump_json(include={"people", "in_sight", "places"})) for q in asked) < 4000


def test_the_job_of_somebody_without_a_name_is_not_known() -> None:
    life = morning()
    met = [q.other for q in life.questions.values() if isinstance(q, Say)]
    met += [q.person for q in life.questions.values() if isinstance(q, React) and q.person is not None]
    jobs = {p.id: p.job.title if p.job is not None else None for p in life.scenario.personas.values()}
    assert any(person.job for person in met)
    assert all(person.job == (jobs.get(person.id) if person.name else None) for person in met)
