"""docs/api.md tells of every route, problem, message and kind of input, and of none that is not there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from backend.api.edge import access
from backend.api.problems import all_problems
from backend.domain.inputs import AnyInput
from backend.live import channel
from backend.live.frames import Frame
from backend.main import app
from worker.engine.refusals import InputRefused

DOCS = (Path(__file__).resolve().parents[2] / "docs" / "api.md").read_text(encoding="utf-8")


def test_every_route_is_told() -> None:
    told = {
        (method, path.partition("?")[0])
        for method, path in re.findall(r"^\| `(GET|POST|PUT|PATCH|DELETE) (\S+?)`", DOCS, re.MULTILINE)
    }
    served = {
        (method.upper(), path) for path, operations in app.openapi()["paths"].items() for method in operations
    }
    assert told == served


def test_every_problem_is_told() -> None:
    assert set(re.findall(r"`/problems/([a-z-]+)`", DOCS)) == set(all_problems())


def _tags(union: object, tag: str) -> list[str]:
    return [model.model_fields[tag].default for model in get_args(get_args(union)[0])]


@pytest.mark.parametrize("frame", _tags(Frame, "type"))
def test_every_message_of_the_channel_is_shown(frame: str) -> None:
    assert f'"type": "{frame}"' in DOCS


@pytest.mark.parametrize("kind", _tags(AnyInput, "kind"))
def test_every_kind_of_input_is_told(kind: str) -> None:
    assert f"| `{kind}` |" in DOCS


@pytest.mark.parametrize("refusal", sorted(one.__name__ for one in InputRefused.__subclasses__()))
def test_every_reason_for_which_an_input_is_refused_is_told(refusal: str) -> None:
    assert f"`{refusal}`" in DOCS


def test_every_close_code_is_told() -> None:
    for code in (
        channel.BAD_POSITION,
        channel.UNKNOWN_TOWN,
        channel.GONE,
        channel.TOO_BIG,
        channel.TRY_AGAIN,
        channel.FAILED,
        channel.SIGNED_OUT,
        access.NOT_ALLOWED,
    ):
        assert str(code) in DOCS
