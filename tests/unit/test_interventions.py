"""The registry of interventions is true: every input of directors, its fields, its example, the manual."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest

from backend.api.edge.access import OF_VISITORS
from backend.api.routes.interventions import interventions
from backend.domain.events import Condition
from backend.domain.inputs import INPUT_ADAPTER, AnyInput, Deed
from backend.domain.interventions import AWAITED, COMPLETING, INTERVENTIONS
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


def test_all_can_wait_until_something_comes_about_but_what_wants_somebody_at_hand() -> None:
    deeds = {model.model_fields["kind"].default for model in get_args(get_args(Deed)[0])}
    assert deeds == set(INTERVENTIONS) - {"add_resident", "step_into"}


def test_each_condition_is_told_with_its_fields() -> None:
    models = {model.model_fields["condition"].default: model for model in get_args(get_args(Condition)[0])}
    assert list(models) == list(AWAITED)
    for condition, model in models.items():
        told = AWAITED[condition].fields
        assert all(f"`{name}`" in told for name in model.model_fields if name != "condition"), condition


@pytest.mark.parametrize("condition", AWAITED)
def test_its_example_can_be_waited_for_in_brook_lane(condition: str) -> None:
    when = {"condition": condition, **AWAITED[condition].example}
    do = {"kind": "announce", "text": "There is free cake."}
    fate = Visit(30).send(INPUT_ADAPTER.validate_python({"kind": "arm", "when": when, "do": do}))
    assert fate.status == "applied", fate
