"""Who may do what, as one ladder: each role may do all that the one before it may."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a token lets its holder do. Without a token nobody may do anything."""

    VIEWER = "viewer"
    """Watches towns, their past and the minds of their residents."""
    VISITOR = "visitor"
    """Walks into towns and talks, too."""
    DIRECTOR = "director"
    """Does everything: founds, steers and changes towns, invites people and shows them out."""

    def may(self, needed: Role) -> bool:
        """Whether this role may do what `needed` may."""
        ladder = list(Role)
        return ladder.index(self) >= ladder.index(needed)
