"""The registry of interventions is true: every input of directors, its fields, its example, the manual."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest

from backend.api.access import OF_VISITORS
from backend.api.interventions import interventions
from backend.domain.inputs import INPUT_ADAPTER, AnyInput
from backend.domain.interventions import COMPLETING, INTERVENTIONS
from backend.domain.interventions.manual import manual
from tests.unit.a_visit import Visit

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "interventions.md"
MODELS: dict[str, Any] = {
    model.model_fields["kind"].default: model for model in get_args(get_args(AnyInput)[0])
}
BEFORE = {"open_place": "close_place", "cancel_commitment": "make_commitment"}
"""What has to be done before the example of an intervention can be."""
WITH_EXAMPLE = [one for one in INTERVENTIONS.values() if one.example]


def test_there_is_one_for_everything_that_only_directors_may_send() -> None:
    assert set(INTERVENTIONS) == set(MODELS) - OF_VISITORS - COMPLETING


def test_the_manual_is_up_to_date() -> None:
    told = "run: python -m backend.api.interventions_manual --out docs/interventions.md"
    assert MANUAL.read_text(encoding="utf-8") == manual(), told


@pytest.mark.parametrize("kind", INTERVENTIONS)
def test_its_fields_are_those_of_the_input(kind: str) -> None:
    fields = {name: field for name, field in MODELS[kind].model_fields.items() if name != "kind"}
    told = {field.name: field for field in INTERVENTIONS[kind].fields}
    assert list(told) == list(fields)
    for name, field in fields.items():
        assert bool(told[name].left_out) == (not field.is_required()), name


@pytest.mark.parametrize("one", WITH_EXAMPLE, ids=lambda one: one.id)
def test_its_example_can_be_done_in_brook_lane(one: Any) -> None:
    visit = Visit(1800)
    if one.id in BEFORE:
        before = INTERVENTIONS[BEFORE[one.id]]
        visit.send(INPUT_ADAPTER.validate_python({"kind": before.id, **before.example}))
    fate = visit.send(INPUT_ADAPTER.validate_python({"kind": one.id, **one.example}))
    assert fate.status == "applied", fate


def test_only_a_whole_resident_has_no_example() -> None:
    assert set(INTERVENTIONS) - {one.id for one in WITH_EXAMPLE} == {"add_resident"}


def test_programs_are_told_how_long_texts_may_be() -> None:
    for view in interventions():
        for field in view.fields:
            assert (field.most is not None) == (field.choice in ("text", "line")), (view.id, field.name)
