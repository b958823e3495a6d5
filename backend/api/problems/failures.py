"""What is wrong on this side."""

from __future__ import annotations

from collections.abc import Mapping

from backend.api.problems.problem import Problem


class StoreAway(Problem):
    status = 503
    name = "store-unavailable"
    title = "The database does not answer"
    headers: Mapping[str, str] = {"Retry-After": "1"}

    def __init__(self) -> None:
        super().__init__("Nothing is lost. Try again in a second; if it stays away, see `townlet doctor`.")


class ServiceAway(Problem):
    status = 503
    name = "service-away"
    title = "A part of Townlet is away"
    headers: Mapping[str, str] = {"Retry-After": "1"}


class InternalError(Problem):
    status = 500
    name = "internal-error"
    title = "Townlet made a mistake"

    def __init__(self) -> None:
        super().__init__(
            "This is a fault of Townlet, not of the request. The server's log says more; please report it."
        )
