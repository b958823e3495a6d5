"""A span and a day are told by the town's own mind: asked once, outside the log, and never waited for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest

from backend.domain.calendar import TICKS_PER_DAY
from backend.domain.events import TownFounded
from backend.domain.questions import AnyAnswer, AnyQuestion, Line, Tell, TellAnswer, Unanswerable
from backend.domain.roles import Role
from backend.store.family.branches import Wish, make_branch
from backend.store.history.events import digest
from backend.store.journal import Batch, Head
from backend.store.people.tokens import mint_token
from backend.store.postgres.database import Database
from backend.store.postgres.tables import tellings
from backend.store.queues.tellings import Untold, claim_telling, untold
from backend.store.redis.hints import Hints
from backend.store.town.towns import delete_town, get_town
from tests.a_life import Life, brook_lane, live
from tests.integration.a_desk import Streamed, a_desk
from tests.integration.conftest import FoundTown, Lead
from tests.integration.served import Served
from worker.minds import minds
from worker.telling import tell

TICKS = TICKS_PER_DAY
SPAN = "recap?from=360&upto=2400"
DAY = "gazette/1"


@dataclass
class Writer:
    """A model that tells all in a line, or does what it is told to."""

    mind: str = "model"
    asked: list[tuple[str, Tell]] = field(default_factory=list)
    meanwhile: Callable[[], None] = lambda: None

    def answer(self, town: str, question: AnyQuestion, streamed: Streamed) -> tuple[AnyAnswer, str]:
        assert streamed is None
        assert isinstance(question, Tell)
        self.asked.append((town, question))
        self.meanwhile()
        if self.mind != "model":
            return minds("rules").answer(question), self.mind
        ids = tuple(note.id for note in question.notes)
        headline = Line(text="Much happened", notes=ids[:1]) if question.form == "gazette" else None
        lines = (
            Line(text="Much happened, and then more.", notes=ids[:3]),
            Line(text="So it ended.", notes=ids[-1:]),
        )
        return TellAnswer(headline=headline, lines=lines), self.mind


@pytest.fixture(scope="module")
def life() -> Life:
    return live(brook_lane(), seed=7, ticks=TICKS)


@pytest.fixture
def town(found_town: FoundTown, lead: Lead, life: Life) -> str:
    """One that a model thinks for."""
    return _lived(found_town, lead, life, "model")


def _lived(found_town: FoundTown, lead: Lead, life: Life, mind: str) -> str:
    found = found_town(life.scenario)
    first, *rest = life.log
    assert isinstance(first.event, TownFounded)
    log = [replace(first, event=first.event.model_copy(update={"mind": mind})), *rest]
    lead(found).commit(Batch(head=Head(TICKS - 1, -1, log[-1].seq), events=log))
    return found


def read(backend: Served, town: str, path: str = SPAN) -> Any:
    answer = backend.http.get(f"/api/towns/{town}/{path}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def ask(backend: Served, town: str, path: str = SPAN) -> Any:
    answer = backend.http.post(f"/api/towns/{town}/{path}")
    assert answer.status_code == 202, answer.text
    return answer.json()


def keys_of(database: Database, town: str) -> list[str]:
    with database.begin() as connection:
        root = get_town(database, town).root
        return list(
            connection.scalars(
                tellings.select().with_only_columns(tellings.c.key).where(tellings.c.root == root)
            )
        )


def write(database: Database, hints: Hints, town: str, model: Writer) -> list[bool]:
    """What a worker does that is hinted at all that was asked."""
    desk = a_desk(database, hints, model=model)  # type: ignore[arg-type]
    return [tell(desk, get_town(database, town).root, key) for key in keys_of(database, town)]


def test_a_recap_is_there_at_once_and_in_the_model_s_words_later(
    backend: Served, database: Database, hints: Hints, town: str
) -> None:
    built_in = read(backend, town)
    assert built_in["written"] == {"by": "unasked", "why": None, "language": "English"}
    assert keys_of(database, town) == [], "who only looks has nothing written"

    asked = ask(backend, town)
    assert asked["written"]["by"] == "writing"
    assert asked["sentences"] == built_in["sentences"]

    model = Writer()
    before = digest(database, town)
    assert write(database, hints, town, model) == [True]
    told = read(backend, town)
    assert told["written"] == {"by": "model", "why": None, "language": "English"}
    first, last = told["sentences"]
    known = built_in["sentences"]
    assert (first["text"], first["tick"], first["icon"]) == (
        "Much happened, and then more.", known[0]["tick"], known[0]["icon"],
    )  # fmt: skip
    assert set(first["seqs"]) == {seq for one in known[:3] for seq in one["seqs"]}
    assert last["seqs"] == known[-1]["seqs"]
    assert digest(database, town) == before, "it is no part of the town's life"
    assert [[note.text for note in question.notes] for _, question in model.asked] == [
        [one["text"] for one in known]
    ]


def test_it_is_asked_once(backend: Served, database: Database, hints: Hints, town: str) -> None:
    model = Writer()
    for _ in range(3):
        ask(backend, town)
        write(database, hints, town, model)
    assert len(model.asked) == len(keys_of(database, town)) == 1
    ask(backend, town, "recap?from=400&upto=2400")
    write(database, hints, town, model)
    assert len(model.asked) == 2, "another span is another question"


def test_a_branch_reads_what_was_written_of_the_past_that_it_shares(
    backend: Served, database: Database, hints: Hints, town: str
) -> None:
    ask(backend, town)
    write(database, hints, town, Writer())
    branch, _ = make_branch(database, town, f"{town}b", "a branch", Wish("a branch", tick=3000))
    assert read(backend, branch.id) == read(backend, town)
    with database.begin() as connection:
        row = connection.execute(tellings.select().where(tellings.c.root == town)).one()
    assert row.town == town


def test_a_day_that_is_over_is_written_part_by_part(
    backend: Served, database: Database, hints: Hints, town: str
) -> None:
    built_in = read(backend, town, DAY)
    assert built_in["written"]["by"] == "unasked"
    ask(backend, town, DAY)
    write(database, hints, town, Writer())
    paper = read(backend, town, DAY)
    assert paper["headline"]["text"] == "Much happened"
    assert paper["headline"]["tick"] == built_in["headline"]["tick"]
    assert [one["text"] for one in paper["lead"][0]["sentences"]] == ["Much happened, and then more."]
    assert paper["sections"][-1]["paragraphs"][0]["sentences"][0]["text"] == "So it ended."
    assert paper["sections"][:-1] == built_in["sections"][:-1]
    quoted = [one for part in built_in["sections"] for one in part["paragraphs"] if one["quoted"]]
    assert [one for part in paper["sections"] for one in part["paragraphs"] if one["quoted"]] == quoted


def test_today_and_a_town_of_the_built_in_mind_are_told_by_that(
    backend: Served, database: Database, found_town: FoundTown, lead: Lead, life: Life, town: str
) -> None:
    assert ask(backend, town, "gazette/2")["written"]["by"] == "built_in"
    plain = _lived(found_town, lead, life, "rules")
    for path in (SPAN, DAY):
        assert read(backend, plain, path)["written"]["by"] == "built_in"
        assert ask(backend, plain, path)["written"]["by"] == "built_in"
    assert keys_of(database, plain) == []


def test_where_the_model_has_no_answer_the_built_in_words_stay_and_say_why(
    backend: Served, database: Database, hints: Hints, town: str
) -> None:
    built_in = ask(backend, town)
    write(database, hints, town, Writer(mind="rules:budget"))
    told = read(backend, town)
    assert told["written"] == {"by": "stand_in", "why": "budget", "language": "English"}
    assert told["sentences"] == built_in["sentences"]

    assert ask(backend, town)["written"]["by"] == "stand_in", "not again at once"
    with database.begin() as connection:
        long_ago = tellings.c.answered_at - timedelta(minutes=2)
        connection.execute(tellings.update().where(tellings.c.root == town).values(answered_at=long_ago))
    assert ask(backend, town)["written"]["by"] == "writing"
    write(database, hints, town, Writer())
    assert read(backend, town)["written"]["by"] == "model"


class NotNow(Unanswerable):
    retry_after = 0.0


def test_a_busy_model_is_asked_again_and_a_broken_one_after_a_while(
    backend: Served, database: Database, hints: Hints, town: str
) -> None:
    ask(backend, town)

    def busy() -> None:
        raise NotNow("all slots are taken")

    assert write(database, hints, town, Writer(meanwhile=busy)) == [False]
    (key,) = keys_of(database, town)
    assert Untold(town, key) in untold(database, 0, 100), "the sweep hints again"

    def broken() -> None:
        raise RuntimeError("a fault of ours")

    with pytest.raises(RuntimeError):
        write(database, hints, town, Writer(meanwhile=broken))
    assert Untold(town, key) not in untold(database, 0, 100)
    assert read(backend, town)["written"]["by"] == "writing"


def test_two_workers_do_not_write_the_same(
    backend: Served, database: Database, hints: Hints, town: str
) -> None:
    ask(backend, town)
    (key,) = keys_of(database, town)
    others: list[object] = []
    model = Writer(meanwhile=lambda: others.append(claim_telling(database, town, key, 1)))
    assert write(database, hints, town, model) == [True]
    assert others == [None]
    assert write(database, hints, town, model) == [False]


def test_what_was_written_goes_with_the_town(
    backend: Served, database: Database, hints: Hints, town: str
) -> None:
    ask(backend, town)
    (key,) = keys_of(database, town)
    delete_town(database, town)
    assert claim_telling(database, town, key, 1) is None


def test_who_only_watches_reads_and_has_nothing_written(backend: Served, town: str) -> None:
    _, secret = mint_token(backend.database, Role.VIEWER)
    with backend.client(secret) as viewer:
        assert viewer.get(f"/api/towns/{town}/{SPAN}").status_code == 200
        assert viewer.post(f"/api/towns/{town}/{SPAN}").status_code == 403
        assert viewer.post(f"/api/towns/{town}/{DAY}").status_code == 403
