"""One thing that came of an intervention."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

StepKind = Literal[
    "did", "perceived", "reacted", "replanned", "replied", "told", "reflected", "believed", "aimed",
    "agreed", "declined", "kept", "broken",
]  # fmt: skip
"""`did`: what the intervention itself changed; `perceived`: somebody saw, heard or thought it; `reacted`: somebody
made up its mind about it; `replanned`: the rest of a day was planned anew for it; `replied`: somebody answered it;
`told`: a line passed it on; `reflected`, `believed`, `aimed`: a reflection, a belief or an aim rests on it; `agreed`,
`declined`, `kept`, `broken`: of a commitment that it made."""


@dataclass(frozen=True)
class Step:
    """Something that came of an intervention, as one event of the log tells it."""

    kind: StepKind
    seq: int
    """Of the event in the log."""
    tick: int
    resident: str | None
    """Whose step it is: the teller where something was told; None where it is nobody's."""
    of: int | None = None
    """The step that it follows from, by its `seq`; None for what the intervention itself did."""
    other: str | None = None
    """Who was told, replied to, or turned to: a resident or a visitor."""
    words: str = ""
    """What was perceived, said, planned or believed, in the town's words."""
    choice: str = ""
    """For what was decided: the option, as "leave" or "talk"."""
    line: int | None = None
    """For something told: the line in the log."""
    overheard: bool = False
    """It was told to somebody else."""
    what: str = ""
    """For what the intervention itself did: the kind of the event."""
