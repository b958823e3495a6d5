"""What does not fit the town as it is."""

from __future__ import annotations

from collections.abc import Mapping

from backend.api.problems.problem import Problem


class NameTaken(Problem):
    status = 409
    name = "name-taken"
    title = "Somebody else has this name"

    def __init__(self, resident: str) -> None:
        super().__init__(f"{resident} lives here. Choose another name, so that nobody takes you for them.")


class TownGone(Problem):
    status = 410
    name = "town-gone"
    title = "The town was deleted"

    def __init__(self, town: str) -> None:
        super().__init__(f"The town {town!r} was deleted. Make a new one with POST /api/towns.")


class TownEnded(Problem):
    status = 409
    name = "town-ended"
    title = "The town's life is over"

    def __init__(self, town: str) -> None:
        super().__init__(
            f"The town {town!r} has ended: it can be watched and replayed, but not changed. "
            "Make a new one with POST /api/towns."
        )


class ScenarioFaulty(Problem):
    status = 409
    name = "scenario-faulty"
    title = "The scenario has faults"


class KeyReused(Problem):
    status = 409
    name = "key-reused"
    title = "The idempotency key was used for something else"

    def __init__(self, key: str) -> None:
        super().__init__(
            f"The key {key!r} belongs to another input of this town. Send each new input with a new key."
        )


class TownHasBranches(Problem):
    status = 409
    name = "town-has-branches"
    title = "Other towns have their past from this one"

    def __init__(self, branches: Mapping[str, str]) -> None:
        names = ", ".join(f"{name!r} ({branch})" for branch, name in branches.items())
        super().__init__(
            f"Its branches are {names}. Delete them first, or all together with ?branches=true.",
            branches=dict(branches),
        )


class NotOneFamily(Problem):
    status = 409
    name = "not-one-family"
    title = "The two towns have no past in common"

    def __init__(self, one: str, other: str) -> None:
        super().__init__(
            f"{one!r} and {other!r} are not of one family. GET /api/towns/{one}/branches lists whom to compare with."
        )


class NothingToUndo(Problem):
    status = 409
    name = "nothing-to-undo"
    title = "This input has changed nothing"

    def __init__(self, number: int, status: str) -> None:
        super().__init__(
            f"Input {number} is {status}, so there is nothing of it to undo. "
            "GET /api/towns/{town}/inputs lists those that took effect."
        )


class TickPassed(Problem):
    status = 409
    name = "tick-passed"
    title = "That moment has passed"

    def __init__(self, tick: int, horizon: int) -> None:
        super().__init__(
            f"The town's horizon is at tick {horizon}, tick {tick} is past. Name a later one.",
            horizon=horizon,
        )


class ResidentNotThere(Problem):
    """It lives in the town at other times (404)."""

    status = 404
    name = "resident-not-there"
    title = "That resident did not live in the town at that moment"

    def __init__(self, resident: str, tick: int) -> None:
        super().__init__(
            f"{resident!r} did not live in the town at tick {tick}. Ask for another moment, or list the residents "
            "of that one with GET /api/towns/{town}/residents?at=.",
        )


class TickNotYet(Problem):
    status = 409
    name = "tick-not-yet"
    title = "The town has not lived that far"

    def __init__(self, tick: int, horizon: int) -> None:
        super().__init__(
            f"Tick {tick} has not been lived; the horizon is at {horizon}. Ask for one up to it, or wait.",
            horizon=horizon,
        )
