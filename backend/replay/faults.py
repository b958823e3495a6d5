"""Why no replay can be made."""

from __future__ import annotations


class ReplayFault(Exception):
    """Something that the file would be made of is not there; the message says what to do."""


class PlayerMissing(ReplayFault):
    """The page's player is not built."""

    def __init__(self) -> None:
        super().__init__("The player that goes into the file is not built. Run `make setup`, then ask again.")


class PicturesMissing(ReplayFault):
    """The scenario that the town was founded on is not drawn."""

    def __init__(self, scenario: str) -> None:
        super().__init__(
            f"The pictures of {scenario!r}, as it was when the town was founded, are not drawn. "
            f"Run `townlet draw {scenario}`, then ask again."
        )
