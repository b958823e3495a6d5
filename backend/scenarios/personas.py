"""Makes personas of residents' files."""

from __future__ import annotations

from backend.domain.calendar import MINUTES_PER_DAY
from backend.domain.persona import Acquaintance, Job, Leisure, Looks, Persona, Task
from backend.scenarios.files import Files
from backend.scenarios.gazetteer import Gazetteer
from backend.scenarios.schema import ResidentFile


def make_persona(resident: str, person: ResidentFile, files: Files, gazetteer: Gazetteer) -> Persona:
    """The persona of one who is called `resident`; the file has to be free of faults to make sense of it."""

    def address(name: str) -> str:
        return gazetteer.address(name)

    job = None
    if person.job is not None:
        tasks = tuple(Task(task.activity, task.need, task.emoji, task.share) for task in person.job.tasks)
        workplace = address(person.job.workplace)
        job = Job(person.job.title, workplace, person.job.hours.hours(), tasks, person.job.lunch)
    leisure = tuple(
        Leisure(
            entry.activity,
            entry.need,
            entry.emoji,
            tuple(map(address, entry.places)),
            entry.weight,
            tuple(sorted(entry.at)),
        )
        for entry in person.leisure
    )
    visited = [
        person.home,
        *person.places,
        *(name.split(":")[0] for entry in person.leisure for name in entry.places),
    ]
    visited += [person.job.workplace.split(":")[0]] if person.job else []
    history = files.history.value if files.history else None
    shared = [entry.text for entry in history.shared if resident in entry.among] if history else []
    own = history.memories.get(resident, []) if history else []
    return Persona(
        id=resident,
        name=person.name,
        age=person.age,
        pronouns=person.pronouns,
        traits=tuple(person.traits),
        about=person.about.strip(),
        currently=person.currently.strip(),
        home=address(person.home),
        bed=address(person.bed),
        wake=person.wake,
        sleep=bedtime(person),
        meals=tuple(sorted(person.meals)),
        job=job,
        leisure=leisure,
        knows=tuple(
            Acquaintance(other, entry.name, entry.closeness, entry.note)
            for other, entry in sorted(person.knows.items())
        ),
        places=tuple(sorted({address(name) for name in visited})),
        looks=Looks(**person.looks.model_dump() | {"extras": tuple(person.looks.extras)}),
        memories=(*person.memories, *shared, *own),
        greeting=person.greeting,
        mind=person.mind,
    )


def bedtime(person: ResidentFile) -> int:
    """Minute of going to bed, counted from the midnight before it got up: 00:15 is 1455."""
    return person.sleep if person.sleep > person.wake else person.sleep + MINUTES_PER_DAY
