"""What somebody may not do."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping

from backend.api.problems.problem import Problem
from backend.domain.roles import Role


class NotSignedIn(Problem):
    status = 401
    name = "not-signed-in"
    title = "This needs a token"
    headers: Mapping[str, str] = {"WWW-Authenticate": "Bearer"}

    def __init__(self) -> None:
        super().__init__(
            "Open the link that you were given, or send its token as `Authorization: Bearer TOKEN`. "
            "`make up` prints the director's link."
        )


class TokenRefused(Problem):
    """One text for all reasons: who guesses learns nothing."""

    status = 401
    name = "token-refused"
    title = "The token does not count"
    headers: Mapping[str, str] = {"WWW-Authenticate": 'Bearer error="invalid_token"'}

    def __init__(self) -> None:
        super().__init__(
            "It is mistyped, has expired or was taken back. Ask whoever gave it to you for a new link; "
            "`make up` prints the director's."
        )


class NotAllowed(Problem):
    status = 403
    name = "not-allowed"
    title = "Your role may not do this"

    def __init__(self, needed: Role, role: Role) -> None:
        super().__init__(
            f"This needs a {needed.value}'s token, yours is a {role.value}'s. Ask a director for a link.",
            needed=needed.value,
            role=role.value,
        )


class NotYourself(Problem):
    status = 403
    name = "not-yourself"
    title = "You can only speak and walk as yourself"

    def __init__(self, visitor: str) -> None:
        super().__init__(f"With your token you are {visitor!r}; send that as `visitor`.", visitor=visitor)


class Muted(Problem):
    status = 403
    name = "muted"
    title = "A director has taken the word from you"

    def __init__(self) -> None:
        super().__init__("You can still walk and listen in this town. Ask a director to let you speak again.")


class Removed(Problem):
    status = 403
    name = "removed"
    title = "A director has shown you out of this town"

    def __init__(self) -> None:
        super().__init__("You can still watch it. Ask a director to let you in again.")


class ForeignOrigin(Problem):
    status = 403
    name = "foreign-origin"
    title = "Another site's page may not do this"

    def __init__(self) -> None:
        super().__init__(
            "Open the page of this server itself. Whoever runs it can name other sites in TOWNLET_ORIGINS; "
            "these send a token, not a cookie."
        )


class TooManyRequests(Problem):
    status = 429
    name = "too-many-requests"
    title = "That is too much at once"

    def __init__(self, most: int, reset_time: float) -> None:
        self.headers = {"Retry-After": str(max(1, math.ceil(reset_time - time.time())))}
        super().__init__(
            f"No more than {most} of these are taken in a minute. Wait as long as Retry-After says."
        )


class WalkingTooFast(Problem):
    status = 429
    name = "walking-too-fast"
    title = "Nobody walks that fast"

    def __init__(self, seconds: float) -> None:
        self.headers = {"Retry-After": str(max(1, math.ceil(seconds)))}
        super().__init__(
            f"Visitors walk 4 tiles a second. Send these steps again in {seconds:.1f} s.",
            wait=round(seconds, 2),
        )
