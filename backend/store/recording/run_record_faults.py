"""Why a run can't be lived again from its record; each says what to do."""

from __future__ import annotations

from pathlib import Path


class RunRecordFault(Exception):
    """A record that can't be lived again."""


class NoRecord(RunRecordFault):
    """The folder is missing, or a run left no record in it."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(
            f"{folder} {why}; name a folder that `townlet run SCENARIO --out DIR` has written into, "
            "or live the town again to record it"
        )


class ForeignRecord(RunRecordFault):
    """Files by the right names, but of something else."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(
            f"{folder} holds no record of a town: {why}; name a folder that `townlet run` has written into"
        )


class DamagedRecord(RunRecordFault):
    """A file of it is not what the run wrote."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(
            f"The record in {folder} is damaged: {why}. Take it from a copy, or live the town again."
        )


class NewerRecord(RunRecordFault):
    """A newer Townlet wrote it."""

    def __init__(self, folder: Path, what: str, theirs: int, ours: int) -> None:
        super().__init__(
            f"The record in {folder} was written by a newer Townlet ({what} {theirs}, here {ours}). Upgrade Townlet."
        )


class AnswerMissing(RunRecordFault):
    """The town waits for an answer that the record does not have."""

    def __init__(self, question: str, tick: int) -> None:
        super().__init__(
            f"The record has no answer to {question}, asked at tick {tick}: this version of the code asks what the one "
            "that recorded it did not. Live the town again with a mind, or replay it with that version."
        )
        self.question, self.tick = question, tick


class QuestionDiffers(RunRecordFault):
    """A question is asked otherwise than it was when its answer was recorded."""

    def __init__(self, question: str, tick: int, recorded_by: str) -> None:
        super().__init__(
            f"The town parts from its record at tick {tick}: {question} is asked in other words than it was by "
            f"{recorded_by}. Live the town again with a mind, or replay it with the version that recorded it."
        )
        self.question, self.tick = question, tick


class LogDiffers(RunRecordFault):
    """All questions were alike, and yet something else happened."""

    def __init__(self, tick: int, lived: str, recorded: str) -> None:
        super().__init__(
            f"The town parts from its record at tick {tick}: it lived “{lived}” where the log has “{recorded}”. "
            "Replay it with the version of the code that recorded it."
        )
        self.tick = tick
