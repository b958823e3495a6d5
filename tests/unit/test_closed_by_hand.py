"""Places closed by hand, and residents put elsewhere: who notices, who comes to a shut door, who never hears of it."""

from __future__ import annotations

import pytest

from backend.domain import events as e
from backend.domain.inputs import AnyInput, ClosePlace, Enter, MoveResident, OpenPlace
from backend.domain.snapshot import restore, snapshot
from tests.a_life import brook_lane, live
from tests.unit.a_visit import EVE, Visit, brook

CAFE = "Brook Lane:The Blue Kettle"
MAIN = f"{CAFE}:main room"
GREEN = "Brook Lane:Alder Green"
PIPE = "a burst pipe"
CLOSE = ClosePlace(place=CAFE, reason=PIPE)


def inside(visit: Visit, place: str = CAFE) -> list[str]:
    view = visit.town.view()
    return [r for r in visit.town.state.residents if (view.arena_of(r) or "").startswith(place)]


def knowing(visit: Visit) -> set[str]:
    return {memory.resident for memory in visit.events(e.Remembered) if PIPE in memory.text}


def full_cafe() -> Visit:
    visit = Visit(1200)
    while len(inside(visit)) < 2:
        visit.live_for(30)
    return visit


def test_those_inside_know_and_are_out_soon_staff_too() -> None:
    visit = full_cafe()
    there = inside(visit)
    assert visit.send(CLOSE).status == "applied"
    visit.live_for(1)
    assert set(there) <= knowing(visit)
    visit.live_for(60)
    assert inside(visit) == []
    visit.live_for(1200)
    assert inside(visit) == []


def test_only_who_was_there_or_came_to_the_door_or_was_told_knows() -> None:
    visit = full_cafe()
    there = set(inside(visit))
    visit.send(CLOSE)
    visit.live_for(2)
    near = {r for r in visit.town.state.residents if visit.town.view().arena_of(r) is None}
    assert knowing(visit) <= there | near | _outdoors(visit)
    visit.live_for(2000)
    found = {shut.resident for shut in visit.events(e.FoundShut)}
    told = {m.resident for m in visit.events(e.Remembered) if PIPE in m.text and m.source.by == "speaker"}
    assert knowing(visit) <= there | near | _outdoors(visit) | found | told


def _outdoors(visit: Visit) -> set[str]:
    return set(visit.outdoors())


def test_who_does_not_know_walks_up_to_the_door_and_reads_why() -> None:
    visit = Visit(600)
    assert visit.send(CLOSE).status == "applied"
    visit.live_to(2600)
    found = visit.events(e.FoundShut)
    assert found
    assert {shut.resident for shut in found} <= knowing(visit)
    refused = [end for end in visit.events(e.ActionEnded) if end.reason == "The Blue Kettle is closed"]
    assert {shut.resident for shut in found} <= {end.resident for end in refused}
    assert len(found) == len({shut.resident for shut in found}), "nobody walks up twice"
    assert inside(visit) == []


def test_after_it_is_opened_again_the_place_fills() -> None:
    visit = full_cafe()
    visit.send(CLOSE)
    visit.live_for(120)
    assert visit.send(OpenPlace(place=CAFE)).status == "applied"
    came: set[str] = set()
    for _ in range(40):
        visit.live_for(60)
        came.update(inside(visit))
    assert came


def test_one_room_is_closed_without_its_building() -> None:
    visit = full_cafe()
    assert visit.send(ClosePlace(place=MAIN)).status == "applied"
    visit.live_for(60)
    assert inside(visit, MAIN) == []


def test_a_visitor_can_walk_out_of_a_closed_place_but_not_in() -> None:
    visit = Visit(1800)
    visit.enter()
    door = next(tile for tile in sorted(brook().world.arenas[MAIN].tiles) if brook().world.is_free(tile))
    visit.send(CLOSE)
    with pytest.raises(AssertionError, match="PlaceClosed"):
        visit.walk_to(door)


def test_what_is_closed_and_who_knows_outlives_a_snapshot() -> None:
    visit = full_cafe()
    visit.send(CLOSE)
    visit.live_for(10)
    again = restore(*snapshot(visit.town.state))
    assert again.closures == visit.town.state.closures
    assert again == visit.town.state


def test_who_is_put_elsewhere_is_there_and_wonders() -> None:
    visit = full_cafe()
    one = inside(visit)[0]
    assert visit.send(MoveResident(resident=one, place=GREEN)).status == "applied"
    assert (visit.town.view().arena_of(one) or "").startswith(GREEN)
    visit.live_for(20)
    assert (visit.town.view().arena_of(one) or "").startswith(GREEN)
    memories = [m for m in visit.events(e.Remembered) if m.resident == one and "All of a sudden" in m.text]
    assert [m.source.by for m in memories] == ["intervention"]


def test_who_sleeps_wakes_where_it_is_put_and_who_talks_leaves_the_talk() -> None:
    visit = Visit(30)
    sleeper = next(r.id for r in visit.town.state.residents.values() if r.asleep)
    assert visit.send(MoveResident(resident=sleeper, place=GREEN)).status == "applied"
    assert not visit.town.state.residents[sleeper].asleep
    visit = Visit(360)
    while not visit.town.state.talks:
        visit.live_for(6)
    (talk, *_) = visit.town.state.talks.values()
    one = talk.participants[0]
    assert visit.send(MoveResident(resident=one, place=GREEN)).status == "applied"
    assert visit.town.state.residents[one].talk is None
    visit.live_for(120)


HOME = next(s.id for s in brook_lane().world.sectors.values() if s.private)
REFUSED = (
    ((ClosePlace(place="Brook Lane:Nowhere"),), "UnknownPlace"),
    ((ClosePlace(place=HOME),), "SomebodysHome"),
    ((CLOSE, CLOSE), "AlreadyClosed"),
    ((OpenPlace(place=CAFE),), "NotClosed"),
    ((MoveResident(resident="nobody", place=GREEN),), "UnknownResident"),
    ((MoveResident(resident="marta", place="the moon"),), "UnknownPlace"),
    ((CLOSE, MoveResident(resident="jonah", place=MAIN)), "PlaceClosed"),
)  # fmt: skip


@pytest.mark.parametrize(("given", "error"), REFUSED)
def test_what_does_not_fit_is_refused_by_name_and_changes_nothing(
    given: tuple[AnyInput, ...], error: str
) -> None:
    visit = Visit(1800)
    for one in given[:-1]:
        assert visit.send(one).status == "applied"
    before = len(visit.log())
    fate = visit.send(given[-1])
    assert (fate.status, fate.error) == ("refused", error), fate
    assert len(visit.log()) == before


def test_nobody_is_put_into_the_home_of_others() -> None:
    visit = Visit(1800)
    others = next(p for p in brook().personas if p not in brook().world.sectors[HOME].residents)
    fate = visit.send(MoveResident(resident=others, place=HOME))
    assert (fate.status, fate.error) == ("refused", "SomebodysHome")


def test_a_life_with_closed_places_is_the_same_life_twice() -> None:
    given = ((300, CLOSE), (310, Enter(visitor=EVE, name="Eve")), (900, MoveResident(resident="ivo", place=GREEN)),
             (2000, OpenPlace(place=CAFE)))  # fmt: skip
    one, other = (live(brook_lane(), seed=7, ticks=2600, inputs=given) for _ in range(2))
    assert {fate.status for fate in one.fates.values()} == {"applied"}
    assert one.digest == other.digest


def test_who_is_put_into_a_place_comes_into_a_room_of_it_that_is_open() -> None:
    visit = Visit()
    rooms = sorted(
        (room for room in brook().world.arenas.values() if room.sector == GREEN),
        key=lambda room: -len(room.tiles),
    )
    assert visit.send(ClosePlace(place=rooms[0].id)).status == "applied"
    assert visit.send(MoveResident(resident="marta", place=GREEN)).status == "applied"
    assert visit.town.view().arena_of("marta") in {room.id for room in rooms[1:]}
    for room in rooms[1:]:
        visit.send(ClosePlace(place=room.id))
    fate = visit.send(MoveResident(resident="ivo", place=GREEN))
    assert (fate.status, fate.error) == ("refused", "PlaceClosed")
