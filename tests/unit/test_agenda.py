"""What is due in a town comes due once, in one order, and never after it was taken back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from worker.engine.agenda import Agenda, Phase, Wake

WAKES = st.builds(
    Wake,
    tick=st.integers(1, 30),
    phase=st.sampled_from(Phase),
    owner=st.sampled_from("abc"),
    what=st.just("end"),
)


def test_nothing_is_due_in_an_empty_town() -> None:
    assert Agenda().next_tick() is None
    assert Agenda().pop_due(1000) == []


def test_within_a_tick_answers_come_before_bodies_bodies_before_thoughts_and_sights_last() -> None:
    agenda = Agenda()
    for owner, phase in (
        ("ben", Phase.SIGHT),
        ("ana", Phase.MIND),
        ("cleo", Phase.ANSWER),
        ("dan", Phase.BODY),
    ):
        agenda.set(owner, [Wake(5, phase, owner, "x")])
    assert [wake.owner for wake in agenda.pop_due(5)] == ["cleo", "dan", "ana", "ben"]


def test_what_a_resident_was_due_for_before_is_void() -> None:
    agenda = Agenda()
    agenda.set("ana", [Wake(5, Phase.BODY, "ana", "arrive")])
    agenda.set("ana", [Wake(9, Phase.BODY, "ana", "end")])
    assert agenda.next_tick() == 9
    agenda.set("ana", [])
    assert agenda.next_tick() is None


@given(st.lists(st.lists(WAKES, max_size=4), max_size=20))
def test_every_wake_that_stands_comes_once_and_in_order(rounds: list[list[Wake]]) -> None:
    agenda, standing = Agenda(), dict[str, list[Wake]]()
    for wakes in rounds:
        for owner in "abc":
            mine = [wake for wake in wakes if wake.owner == owner]
            if mine:
                agenda.set(owner, mine)
                standing[owner] = mine
    due = [wake for tick in range(31) for wake in agenda.pop_due(tick)]
    assert due == sorted(wake for wakes in standing.values() for wake in wakes)
