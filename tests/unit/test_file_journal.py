"""A headless run leaves its log, the fates of its inputs and its digest in a folder."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from backend.domain.inputs import Announce, AnswerGiven, Arrived, Fate, Stamp
from backend.domain.log import Digest, read_line
from backend.store.journal import Batch, Head, LogBroken
from backend.store.recording.file_journal import FileJournal
from tests.small_town import a_life, a_scenario


def test_the_log_in_the_folder_is_the_life_that_was_lived(tmp_path: Path) -> None:
    log = a_life(a_scenario(), ticks=20)
    with FileJournal(tmp_path / "run") as journal:
        journal.commit(Batch(head=Head(9, 3, 30), events=log[:30]))
        journal.commit(Batch(head=Head(20, 3, len(log)), events=log[30:]))
        digest = journal.digest
    lines = (tmp_path / "run" / "events.jsonl").read_bytes().splitlines()
    assert [read_line(line, seq) for seq, line in enumerate(lines, 1)] == log
    assert digest.hexdigest() == Digest().feed(log).hexdigest()
    assert digest.events == len(log)


def test_a_gap_in_the_log_is_refused(tmp_path: Path) -> None:
    log = a_life(a_scenario(), ticks=5)
    with FileJournal(tmp_path) as journal, pytest.raises(LogBroken):
        journal.commit(Batch(head=Head(5, 3, len(log)), events=log[2:]))


def test_inputs_and_answers_are_taken_once_and_their_fates_are_told(tmp_path: Path) -> None:
    fire = Arrived(1, "fire", Announce(text="Fire!"), Stamp(3, 0))
    late = Arrived(2, "late", Announce(text="Too late."), Stamp(99, 0))
    answer = AnswerGiven("say:ana:3:0", "rules", {"kind": "say", "text": "Oh."})
    with FileJournal(tmp_path, [fire, late], [answer]) as journal:
        assert journal.arrived() == ([fire, late], [answer])
        fates = [(1, Fate("refused", Stamp(3, 0), "nobody is there; name a place", "NobodyThere"))]
        journal.commit(Batch(head=Head(3, -1, 0), fates=fates, closed=[answer.question]))
        assert journal.arrived() == ([late], [])
    told = [orjson.loads(line) for line in (tmp_path / "fates.jsonl").read_bytes().splitlines()]
    assert [(line["key"], line["status"], line["error"]) for line in told] == [
        ("fire", "refused", "NobodyThere")
    ]


def test_a_run_goes_as_fast_as_it_can(tmp_path: Path) -> None:
    with FileJournal(tmp_path) as journal:
        clock = journal.clock()
    assert (clock.paused, clock.speed, clock.pause_at, clock.status) == (False, 0.0, None, "alive")
