"""The gazette and the recap of what was done twice at once, or was done and undone."""

from __future__ import annotations

from backend.domain.events import ObjectChanged, Recorded, Said, TownFounded
from backend.domain.inputs import Announce
from backend.gazette import Record, Run, as_text, compose
from backend.recap import SpanLog, recap
from tests.a_life import brook_lane, live

STOVE, LAMP = "Brook Lane:The Blue Kettle:kitchen:stove", "Brook Lane:The Blue Kettle:café:lamp"


def test_words_that_two_directors_have_announced_to_all_at_once_are_told_as_said_to_all() -> None:
    words = Announce(text="The circus comes tonight.")
    life = live(brook_lane(), seed=7, ticks=1000, inputs=[(800, words), (800, words)])
    founded = life.log[0].event
    assert isinstance(founded, TownFounded)
    record = Record(Run(founded, tuple(life.log), 1000))
    [notice] = record.notices
    assert notice.arena is None
    told = " ".join(as_text(compose(record, record.day(1))).split())
    assert "announced all over town" in told


def test_each_thing_is_told_with_what_became_of_it_itself() -> None:
    def changed(seq: int, thing: str, state: str, by: str | None) -> Recorded:
        return Recorded(seq, seq, 0, ObjectChanged(object=thing, state=state, was="idle", by=by))

    log = [
        changed(1, STOVE, "on fire", None),
        changed(2, LAMP, "switched on", "visitor:v"),
        Recorded(3, 3, 0, Said(speaker="marta", to=("ivo",), text="Oh!")),
        changed(4, STOVE, "idle", "marta"),
        changed(5, STOVE, "leaking gas", None),
        changed(6, LAMP, "idle", "ivo"),
    ]
    told = recap(SpanLog(log, 0, 10, names={"marta": "Marta Oyelaran", "ivo": "Ivo Lindgren"}))
    assert {one.seqs: one.text for one in told if one.icon == "✨"} == {
        (1, 4): "The stove at The Blue Kettle was suddenly on fire; Marta saw to it.",
        (2, 6): "Somebody from outside left the lamp at The Blue Kettle switched on; Ivo saw to it.",
        (5,): "The stove at The Blue Kettle was suddenly leaking gas.",
    }
