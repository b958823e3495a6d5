"""Why an input of a person is refused: one class a reason, whose name the sender is told."""

from __future__ import annotations

from backend.domain.inputs import Fate


class InputRefused(Exception):
    """An input that the world does not allow; the message says why and what to do. The subclass names the error."""


class UnknownResident(InputRefused):
    pass


class ResidentGone(InputRefused):
    """The resident has left the town for good."""


class LastResident(InputRefused):
    """Nobody else lives in the town."""


class SameResident(InputRefused):
    """Two are asked for, and both are one."""


class UnknownGoal(InputRefused):
    """The resident has no such aim."""


class UnknownCommitment(InputRefused):
    """The resident has agreed to no such thing, or it is over or off."""


class UnknownPlace(InputRefused):
    pass


class AlreadyClosed(InputRefused):
    pass


class NotClosed(InputRefused):
    """The place was not closed by hand; its hours are its own."""


class SomebodysHome(InputRefused):
    """A private place: nobody is shut out of where it lives, or put where others live."""


class UnknownObject(InputRefused):
    pass


class UnknownUse(InputRefused):
    """Nobody from outside can do that with the object."""


class ResidentAsleep(InputRefused):
    pass


class WontTalk(InputRefused):
    """The resident was offended by this visitor and does not want to talk with it for a while."""


class TooFar(InputRefused):
    pass


class NotInTown(InputRefused):
    pass


class AlreadyInTown(InputRefused):
    pass


class NameTaken(InputRefused):
    pass


class TownFull(InputRefused):
    pass


class StepBlocked(InputRefused):
    pass


class PlaceClosed(InputRefused):
    pass


class PlaceFull(InputRefused):
    pass


class ObjectTaken(InputRefused):
    """As many use the object as can."""


class ObjectUnfit(InputRefused):
    """The object is in no state to be used, or has nothing to change."""


class UnknownRequest(InputRefused):
    """Nobody asked the game master for that, or it was long ago."""


class NotJudged(InputRefused):
    """The game master has not judged the request yet, or has refused it."""


class AlreadyCarriedOut(InputRefused):
    pass


class AlreadyActedFor(InputRefused):
    """Somebody from outside acts for the resident."""


class NotActingFor(InputRefused):
    """Whoever sends it has not stepped into the resident."""


class CannotBeDone(InputRefused):
    """The resident can't do that now; the message says why."""


class UnknownNews(InputRefused):
    pass


class UnknownAnnouncement(InputRefused):
    """Nobody has heard these words announced."""


class UnknownMemory(InputRefused):
    pass


class UnknownBelief(InputRefused):
    """Nobody believes it, or nobody does any more."""


class TooManyArmed(InputRefused):
    """As many interventions wait for their conditions as can."""


class UnknownArmed(InputRefused):
    """Nothing of that id waits: it was never armed, or is fired, over or taken back."""


class StampPassed(InputRefused):
    """A scheduled input came too late for its tick."""


def refused(refusal: InputRefused) -> Fate:
    """What its sender is told."""
    return Fate("refused", reason=str(refusal), error=type(refusal).__name__)
