"""What the request itself is wrong about."""

from __future__ import annotations

from typing import Any

from backend.api.problems.problem import PREFIX, Problem
from backend.api.problems.unknown import _UnknownName


class Malformed(Problem):
    status = 400
    name = "malformed-json"
    title = "The body is not JSON"


class InvalidRequest(Problem):
    status = 422
    name = "invalid-request"
    title = "The request does not fit"


class UnknownInBody(Problem):
    """An unknown name inside of a request: the same problem as in a path, as 422."""

    status = 422
    name = "unknown-name"
    title = "The request names something that is not there"

    def __init__(self, unknown: _UnknownName, where: str) -> None:
        faults = [{"where": where, "detail": unknown.detail}]
        super().__init__(unknown.detail, faults=faults, **unknown.extensions)
        self.unknown = unknown

    def document(self, instance: str) -> dict[str, Any]:
        return super().document(instance) | {"type": PREFIX + self.unknown.name, "title": self.unknown.title}


class MethodNotAllowed(Problem):
    status = 405
    name = "method-not-allowed"
    title = "This address does not take this method"


class TooLarge(Problem):
    status = 413
    name = "too-large"
    title = "The request is too large"

    def __init__(self, most: int) -> None:
        super().__init__(
            f"A request holds at most {most // 1024} KiB. Send less, or in several requests.", most=most
        )


class Refused(Problem):
    """Whatever else the server's own parts refuse, with their status."""

    status = 400
    name = "refused"
    title = "The request was refused"

    def __init__(self, detail: str, status: int) -> None:
        super().__init__(detail)
        self.status = status
