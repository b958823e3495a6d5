"""Lives a recorded town again, without any mind."""

from __future__ import annotations

from collections.abc import Callable

from backend.store.journal.batch import Journal
from backend.store.recording.open_run_record import OpenRunRecord
from backend.store.recording.verified_journal import VerifiedJournal
from worker.cognition.cognition import Cognition
from worker.engine.elsewhere import RecordedAnswers
from worker.engine.headless import live_headless


def live_again(
    record: OpenRunRecord,
    journal: Journal,
    *,
    progress: Callable[[int], None] = lambda _tick: None,
    goes_on: bool = False,
) -> str:
    """Lives the town of `record` again into `journal`, which has its inputs; each event is held against the recorded.

    Args:
        goes_on: Whether a live engine takes the town up afterwards, which then closes the last tick itself.

    Returns:
        The digest; it is that of the record unless the town goes on.

    Raises:
        QuestionDiffers, AnswerMissing, LogDiffers: this version of the code lives another town.
    """
    verified = VerifiedJournal(journal, record)
    live_headless(
        record.scenario,
        record.seed,
        record.ticks,
        cognition=Cognition(record.scenario, embedder=record.embedder),
        mind=None,
        journal=verified,
        progress=progress,
        founded_as=record.mind,
        elsewhere=RecordedAnswers(record),
        goes_on=goes_on,
    )
    verified.finish(record.ticks - 1 if goes_on else None)
    return verified.digest.hexdigest()
