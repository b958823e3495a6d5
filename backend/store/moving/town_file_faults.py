"""Why a town can't leave or enter through a file, each said with what to do about it."""

from __future__ import annotations


class TownFileFault(Exception):
    """A town can't be taken from, or put into, this file; nothing was changed."""


class NotATown(TownFileFault):
    """The file is something else."""

    def __init__(self, why: str) -> None:
        super().__init__(f"This is no town's file: {why}. Import a file that `townlet export` made.")


class TruncatedExport(TownFileFault):
    """The file is a town's, but only a part of it."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"A part of the town's file is missing: {why}. Copy the file again, or export again."
        )


class DamagedExport(TownFileFault):
    """The file is a town's, but not as it was exported."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The town's file was damaged or changed: {why}. Copy the file again, or export again."
        )


class NewerVersion(TownFileFault):
    """The file is from a Townlet that knows more than this one."""

    def __init__(self, what: str, theirs: int, ours: int) -> None:
        super().__init__(
            f"The town's file is from a newer Townlet: its {what} is {theirs}, this one reads up to {ours}. "
            "Update Townlet here, then import again."
        )


class TooLarge(TownFileFault):
    """The file would fill memory or disk, which no town does."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The file is larger than any town's: {why}. Import a file that `townlet export` made."
        )


class OutputTaken(TownFileFault):
    """Where the town is to be written there is something."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} exists already; delete it, or name another file with --out.")


class FileUnusable(TownFileFault):
    """The file can't be read or written at all."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} can't be used: {why}. Name a file that can.")
