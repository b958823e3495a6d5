"""The one file in which a town moves from one machine to another with all its past.

A zip of a known set of members and no other: `mimetype` first and uncompressed, so that the file tells what it is
in its first bytes; one file of JSON lines a table; `manifest.json` last, with sizes, checksums and counts of the
others and the digest of the log. Memories are not in it: they are made again from the events.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

FORMAT_VERSION = 4
"""Raised when an older Townlet could not read the file any more."""

MIMETYPE = b"application/x-townlet-town"
FIRST, MANIFEST = "mimetype", "manifest.json"
OF_FORMAT_1 = ("town", "snapshots", "events", "questions", "answers", "inputs")
OF_FORMAT_2 = (*OF_FORMAT_1, "prompts", "calls", "recorded")
TABLES = (*OF_FORMAT_2, "bookmarks", "moderations")
"""In the order in which they are written and read: what is played after a snapshot comes after it."""


def tables_of(version: int) -> tuple[str, ...]:
    """Those that a file of this format holds: before 2 there were no models, before 3 bookmarks stayed at home.

    Before 4 a branch that had not lived yet was told as a town in its open tick.
    """
    return {1: OF_FORMAT_1, 2: OF_FORMAT_2}.get(version, TABLES)


def member(table: str) -> str:
    return f"{table}.jsonl"


MEMBERS = frozenset({FIRST, MANIFEST, *map(member, TABLES)})

MAX_MANIFEST_BYTES = 1_000_000
MAX_LINE_BYTES = 64_000_000
"""The longest line is the scenario or a snapshot; those of a big town take a few megabytes."""
MAX_BYTES = 100_000_000_000
"""Of all members unpacked; 25 people live through about 45 MB a day."""
MAX_RATIO = 400
"""Times that a member may grow when unpacked; those of real towns grow 5 to 50 times."""
RATIO_FROM_BYTES = 10_000_000
"""Smaller members may grow as they like."""


class Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


Count = Annotated[int, Field(ge=0, le=2**62)]
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class MemberEntry(Entry):
    """What a member must turn out to be."""

    rows: Count
    bytes: Count
    sha256: Hash


class Versions(BaseModel):
    """What is looked at first: whether the rest can be understood at all."""

    model_config = ConfigDict(strict=True)

    format: Annotated[int, Field(ge=1)]
    event_schema: Annotated[int, Field(ge=1)]


class Manifest(Entry):
    kind: Literal["townlet-town"] = "townlet-town"
    format: int
    event_schema: int
    """`backend.domain.events.SCHEMA_VERSION` of the Townlet that exported it."""
    town: str
    """The town's id where it comes from."""
    name: str
    head_tick: Count
    head_seq: Count
    digest: Hash
    """Of the log up to the horizon (design, section 3)."""
    members: dict[str, MemberEntry]
