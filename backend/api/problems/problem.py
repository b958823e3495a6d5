"""What a problem is: a named fault with what to do, told as an RFC 9457 document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

MEDIA_TYPE = "application/problem+json"


PREFIX = "/problems/"


class FieldFault(BaseModel):
    """One thing that is wrong in a request."""

    where: str = Field(examples=["body.input.text"])
    detail: str = Field(examples=["is empty; send at least one visible character"])


class ProblemDocument(BaseModel):
    """RFC 9457, application/problem+json."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(
        description="/problems/NAME; the page at that address explains it.",
        examples=["/problems/unknown-town"],
    )
    title: str = Field(examples=["There is no such town"])
    status: int = Field(examples=[404])
    detail: str = Field(
        description="What is wrong here and what to do.",
        examples=["There is no town 't-nowhere'. GET /api/towns lists all towns."],
    )
    instance: str | None = Field(default=None, description="The path that was asked for.")
    nearest: str | None = Field(default=None, description="What was probably meant, for an unknown name.")
    faults: list[FieldFault] | None = Field(
        default=None, description="All that is wrong, for a malformed request."
    )


class Problem(Exception):
    """Base of all problems: raised by a route, told to who asked.

    Args:
        detail: what is wrong in this case and what to do.
        extensions: further members of the document.
    """

    status: int
    name: ClassVar[str]
    title: ClassVar[str]
    headers: Mapping[str, str] = {}

    def __init__(self, detail: str, **extensions: Any) -> None:
        super().__init__(detail)
        self.detail = detail
        self.extensions = extensions

    def document(self, instance: str) -> dict[str, Any]:
        known = {
            "type": PREFIX + self.name,
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
        }
        return known | {"instance": instance} | self.extensions
