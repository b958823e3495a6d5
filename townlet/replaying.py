"""Lives a recorded town again, without any mind."""

from __future__ import annotations

from collections.abc import Callable

from backend.store.batch import Journal
from backend.store.open_run_record import OpenRunRecord
from backend.store.verified_journal import VerifiedJournal
from worker.cognition.cognition import Cognition
from worker.engine.elsewhere import RecordedAnswers
from worker.engine.headless import live_headless


def live_again(
    record: OpenRunRecord, journal: Journal, *, progress: Callable[[int], None] = lambda _tick: None
) -> str:
    """Lives the town of `record` again into `journal`, each event held against the recorded one.

    Returns:
        The digest, which is that of the record.

    Raises:
        QuestionDiffers, AnswerMissing, LogDiffers: this version of the code lives another town.
    """
    verified = VerifiedJournal(journal, record)
    live_headless(
        record.scenario,
        record.seed,
        record.ticks,
        cognition=Cognition(record.scenario),
        mind=None,
        journal=verified,
        progress=progress,
        founded_as=record.mind,
        elsewhere=RecordedAnswers(record),
    )
    verified.finish()
    return verified.digest.hexdigest()
