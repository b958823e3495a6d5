"""What waits in an engine for its tick."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from backend.domain.inputs import Announce, Arrived, Stamp
from worker.engine.schedule import Schedule

HELLO = Announce(text="Hello.")
STAMPS = st.builds(Stamp, st.integers(0, 5), st.integers(0, 3))


def arrived(number: int) -> Arrived:
    return Arrived(number, f"k{number}", HELLO)


@given(st.lists(st.tuples(STAMPS, st.integers(0, 6)), max_size=30))
def test_each_comes_once_in_the_order_of_the_stamps(entries: list[tuple[Stamp, int]]) -> None:
    schedule = Schedule()
    first: dict[int, Stamp] = {}
    for stamp, number in entries:
        schedule.put(stamp, arrived(number))
        first.setdefault(number, stamp)
    came = []
    while (due := schedule.pop_due(5)) is not None:
        came.append(due)
    assert [(stamp.tick, stamp.order) for stamp, _ in came] == sorted(
        (stamp.tick, stamp.order) for stamp in first.values()
    )
    assert {(entry.id, stamp) for stamp, entry in came if isinstance(entry, Arrived)} == set(first.items())


def test_what_arrives_comes_in_the_order_of_its_arrival_after_all_that_has_a_stamp() -> None:
    schedule = Schedule()
    schedule.put_last(3, arrived(9))
    schedule.put(Stamp(3, 0), arrived(1))
    assert schedule.pop_due(3) == (Stamp(3, 0), arrived(1))
    schedule.put_last(3, arrived(2))
    assert [entry for _, entry in iter(lambda: schedule.pop_due(3), None) if entry] == [
        arrived(9),
        arrived(2),
    ]


def test_an_input_may_have_the_key_of_a_question() -> None:
    schedule = Schedule()
    schedule.put(Stamp(1, 0), Arrived(1, "say:marta@1", HELLO))
    assert not schedule.has_answer_to("say:marta@1")
