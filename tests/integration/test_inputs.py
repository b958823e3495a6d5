"""An input is stored once, whatever its sender and the network do, and never for a town that is over."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from backend.domain.inputs import Announce, Enter, Fate, Speak, Stamp
from backend.store.journal import Batch, Head
from backend.store.postgres.database import Database
from backend.store.queues.inputs import KeyReused, UnknownInput, get_input, list_inputs, put_input
from backend.store.town.towns import TownGone, UnknownTown, delete_town, end_town
from tests.integration.conftest import FoundTown, Lead

HELLO = Speak(visitor="visitor:eve", name="Eve", to="ana", text='Hello – 你好 \U0001f642 \\ "quoted"')


def test_an_input_comes_back_as_it_was_sent(database: Database, found_town: FoundTown) -> None:
    town = found_town()
    stored, created = put_input(database, town, "k", HELLO, Stamp(3, 1))
    assert created
    assert (stored.input, stored.scheduled, stored.fate) == (HELLO, Stamp(3, 1), Fate("waiting"))
    assert get_input(database, town, stored.id) == stored


def test_the_same_input_sent_twice_is_stored_once(database: Database, found_town: FoundTown) -> None:
    town = found_town()
    first, created = put_input(database, town, "k", HELLO)
    again, created_again = put_input(database, town, "k", HELLO)
    assert (created, created_again) == (True, False)
    assert first == again
    assert len(list_inputs(database, town)) == 1


def test_the_same_input_sent_by_many_at_once_is_stored_once(
    database: Database, found_town: FoundTown
) -> None:
    town = found_town()
    with ThreadPoolExecutor(8) as senders:
        results = list(senders.map(lambda _: put_input(database, town, "k", HELLO), range(24)))
    assert sum(created for _, created in results) == 1
    assert {row.id for row, _ in results} == {list_inputs(database, town)[0].id}


def test_a_key_belongs_to_one_input_of_one_town(database: Database, found_town: FoundTown) -> None:
    town, other = found_town(), found_town()
    put_input(database, town, "k", HELLO)
    with pytest.raises(KeyReused) as error:
        put_input(database, town, "k", Announce(text="Fire!"))
    assert error.value.key == "k"
    with pytest.raises(KeyReused):
        put_input(database, town, "k", HELLO, Stamp(9, 0))
    assert put_input(database, other, "k", Announce(text="Fire!"))[1]


@pytest.mark.parametrize(("end", "status"), [(delete_town, "deleted"), (end_town, "ended")])
def test_a_town_that_is_over_takes_no_input(
    database: Database, found_town: FoundTown, end: object, status: str
) -> None:
    town = found_town()
    put_input(database, town, "before", HELLO)
    end(database, town)  # type: ignore[operator]
    with pytest.raises(TownGone) as error:
        put_input(database, town, "after", HELLO)
    assert error.value.status == status
    with pytest.raises(UnknownTown):
        put_input(database, "nowhere", "k", HELLO)


def test_an_input_repeated_after_the_towns_end_is_still_answered_with_its_fate(
    database: Database, found_town: FoundTown
) -> None:
    town = found_town()
    first, _ = put_input(database, town, "k", HELLO)
    end_town(database, town)
    assert put_input(database, town, "k", HELLO) == (first, False)


def test_an_input_of_another_town_is_unknown(database: Database, found_town: FoundTown) -> None:
    town, other = found_town(), found_town()
    stored, _ = put_input(database, town, "k", HELLO)
    with pytest.raises(UnknownInput):
        get_input(database, other, stored.id)


def test_inputs_are_listed_in_the_order_in_which_they_took_effect(
    database: Database, found_town: FoundTown, lead: Lead
) -> None:
    town = found_town()
    late, _ = put_input(database, town, "late", Announce(text="late"))
    waiting, _ = put_input(database, town, "waiting", Announce(text="waiting"), Stamp(1, 0))
    early, _ = put_input(database, town, "early", Enter(visitor="visitor:eve", name="Eve"))
    refused, _ = put_input(database, town, "refused", Announce(text="refused"))
    fates = [
        (late.id, Fate("applied", Stamp(20, 0))),
        (early.id, Fate("applied", Stamp(3, 1))),
        (refused.id, Fate("refused", Stamp(3, 0), "no", "Refused")),
    ]
    lead(town).commit(Batch(head=Head(20, -1, 0), fates=fates))
    listed = [row.key for row in list_inputs(database, town)]
    assert listed == ["refused", "early", "late", "waiting"]
    assert waiting.fate.status == "waiting"
