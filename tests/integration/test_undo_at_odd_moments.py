"""Undoing where thousands of inputs came since, and where the engine of the branch dies while somebody thinks."""

from __future__ import annotations

from sqlalchemy import insert, select

from backend.domain.inputs import Announce, AnswerGiven, Emote, Speak
from backend.store.family.branches import Wish, make_branch
from backend.store.journal.postgres_journal import PostgresJournal
from backend.store.journal.resume import load_town
from backend.store.postgres.database import Database
from backend.store.postgres.tables import answers, inputs
from backend.store.queues.inputs import list_inputs
from backend.store.town.towns import acquire_lease, release_lease
from tests.a_life import brook_lane
from tests.integration.a_branch import branch_of, found, live_to, log_of, send
from worker.cognition.cognition import Cognition
from worker.engine.commit import batch_of
from worker.engine.engine import Engine
from worker.engine.take_up import take_up
from worker.minds import minds

NEWS = Announce(text="The circus comes.")
WORDS = Speak(visitor="visitor:v", name="Vera", to="marta", text="What is new in the lane?")
SPOKEN, END = 400, 420


def live_without_a_mind(database: Database, town: str, tick: int) -> tuple[int, list[str]]:
    """Has an engine live it as far as it comes without answers, and die there: its tick, and what it waits for."""
    fence = acquire_lease(database, town, "a test", 60)
    assert fence is not None
    journal, loaded = PostgresJournal(database, town, fence), load_town(database, town)
    given, stamped = journal.arrived()
    taken_up = take_up(loaded, Cognition(loaded.scenario))
    engine = Engine(
        taken_up, None, is_closed=loaded.town.begins_closed, stamped=stamped, kept_open=loaded.kept_open
    )
    for arrived in given:
        engine.receive_input(arrived)
    while engine.step(tick):
        pass
    journal.commit(batch_of(engine))
    release_lease(database, town, fence)
    return engine.town.tick, [question.key for question in engine.waits_for()]


def test_words_of_the_undone_life_are_answered_in_their_tick_also_by_the_next_engine(
    database: Database,
) -> None:
    town = found(database, brook_lane())
    live_to(database, town, 300)
    undone = send(database, town, "news", NEWS)
    live_to(database, town, SPOKEN)
    send(database, town, "words", WORDS)
    live_to(database, town, END)

    branch = branch_of(database, town, undo=undone)
    live_to(database, branch, SPOKEN - 1)
    waiting = (SPOKEN, [f"answer:marta@{SPOKEN}.0"])
    assert [live_without_a_mind(database, branch, END) for _ in range(3)] == [waiting] * 3
    # A branch of it in that very tick waits as well.
    leaf = branch_of(database, branch)
    assert live_without_a_mind(database, leaf, END) == waiting

    undisturbed = branch_of(database, town, undo=undone)
    for one in (branch, leaf, undisturbed):
        live_to(database, one, END)
    assert log_of(database, branch) == log_of(database, leaf) == log_of(database, undisturbed)


def test_a_visitors_thousands_of_inputs_come_again_in_their_order(database: Database) -> None:
    town = found(database, brook_lane())
    live_to(database, town, 300)
    undone = send(database, town, "news", NEWS)
    live_to(database, town, 310)
    wave = Emote(visitor="visitor:v", emote="wave").model_dump(mode="json")
    many = [
        {"town": town, "key": f"wave {number}", "kind": "emote", "payload": wave, "status": "applied"}
        | {"tick": 305, "order": number // 3}
        for number in range(9000)
    ]
    with database.begin() as connection:
        connection.execute(insert(inputs), many)
    branch = branch_of(database, town, undo=undone)
    assert [one.key for one in list_inputs(database, branch)] == [one["key"] for one in many]


def test_a_branch_is_not_told_what_its_grandparent_was_answered_after_its_parent_left(
    database: Database,
) -> None:
    town = found(database, brook_lane())
    live_to(database, town, SPOKEN)
    send(database, town, "words", WORDS)
    live_without_a_mind(database, town, SPOKEN)
    key = f"answer:marta@{SPOKEN}.0"
    branch = branch_of(database, town)
    with database.begin() as connection:
        given = {"key": key, "mind": "rules", "payload": {"kind": "answer", "text": "Nothing."}}
        connection.execute(insert(answers).values(town=town, tick=SPOKEN, order=9, **given))
    live_without_a_mind(database, branch, SPOKEN + 5)
    leaf, _ = make_branch(database, branch, "t-leaf", "k", Wish(tick=SPOKEN + 1))
    with database.begin() as connection:
        assert connection.execute(select(answers.c.key).where(answers.c.town == leaf.id)).all() == []


def test_what_follows_words_in_one_tick_waits_for_their_answer_and_is_not_lost(database: Database) -> None:
    town = found(database, brook_lane())
    live_to(database, town, 300)
    undone = send(database, town, "news", NEWS)
    live_to(database, town, SPOKEN)
    send(database, town, "words", WORDS)
    send(database, town, "more", Announce(text="The bridge is closed."))
    live_to(database, town, END)

    branch = branch_of(database, town, undo=undone)
    live_to(database, branch, SPOKEN - 1)
    fence = acquire_lease(database, branch, "a test", 60)
    assert fence is not None
    journal, loaded = PostgresJournal(database, branch, fence), load_town(database, branch)
    engine = Engine(take_up(loaded, Cognition(loaded.scenario)), None)
    for arrived in journal.arrived()[0]:
        engine.receive_input(arrived)
    while engine.step(END):
        pass
    [asked] = engine.waits_for()
    answer = minds("rules").answer(asked).model_dump(mode="json")
    engine.receive_answer(AnswerGiven(asked.key, "rules", answer))
    engine.step(END)
    assert {fate.status: fate.error for _, fate in engine.taken.fates} == {"applied": ""}
    assert len(engine.taken.fates) == 2
