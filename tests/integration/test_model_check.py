"""The model server is tried as it is set up, and whoever asked is told what to do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from backend.domain.calls import Call
from backend.domain.model_settings import model_settings
from backend.domain.questions import AnyQuestion
from backend.store.model_server.settings import ModelSetup
from tests.integration.served import served
from tests.integration.worker_process import WorkerProcess
from tests.model_api.chat_requests import Peculiarities
from tests.model_api.faults import FaultPlan
from tests.model_server import ModelServer, model_server
from tests.waiting import wait_until
from worker.minds.model.wire import write
from worker.model_check import check_models
from worker.model_probe import sample

KEY = "sk-of-the-test-2468"


def tried(_town: str, _key: str) -> AnyQuestion:
    return sample("rate")


def nothing_is_spent(_: Call) -> None:
    raise AssertionError("nothing was asked")


def told(server: ModelServer, **more: object) -> dict[str, tuple[bool, str]]:
    settings = model_settings({"base_url": server.url, "api_key": KEY, "model": "test-large", **more})
    spent: list[Call] = []
    findings = check_models(ModelSetup(settings, "page"), spent.append)
    assert KEY not in str(findings)
    assert sum(call.input_tokens for call in spent) == server.spent.input_tokens
    return {finding.part: (finding.fine, finding.words) for finding in findings}


@pytest.mark.parametrize(
    ("kind", "form"), [("schema", "by a JSON schema"), ("tools", "by a tool"), ("json", "in JSON mode")]
)
def test_a_server_that_does_all_that_is_asked_is_fine_whatever_form_it_takes(kind: Any, form: str) -> None:
    with model_server(key=KEY, find=tried, encode=write, like=Peculiarities(kind=kind)) as server:
        findings = told(server, cheap_model="test-small", embedding_model="test-embedding")
    assert all(fine for fine, _ in findings.values()), findings
    assert f"test-small answers {form}" in findings["Model"][1]
    assert "test-embedding embeds" in findings["Embeddings"][1]


@pytest.mark.parametrize(
    ("more", "part", "todo"),
    [
        ({"model": "bigger"}, "Model", "has no 'bigger'; it has test-"),
        ({"api_key": "sk-another-key-0000"}, "Key", "give its key again"),
    ],
)
def test_what_is_wrong_is_told_with_what_to_do(more: dict[str, str], part: str, todo: str) -> None:
    with model_server(key=KEY) as server:
        fine, words = told(server, **more)[part]
    assert not fine
    assert todo in words


def test_an_address_that_leads_elsewhere_is_told_of() -> None:
    with model_server(key=KEY) as server:
        fine, words = told(server, base_url=server.url.removesuffix("/v1"))["Server"]
    assert not fine
    assert "/v1" in words


def test_a_model_that_talks_nonsense_is_told_of() -> None:
    with model_server(key=KEY, faults=FaultPlan({"malformed": 1.0})) as server:
        fine, words = told(server)["Model"]
    assert not fine
    assert "gives no answer that can be used (invalid)" in words


def test_a_server_that_is_not_there_is_told_of() -> None:
    fine, words = told(ModelServer(url="http://127.0.0.1:1/v1"))["Server"]
    assert not fine
    assert "does not answer" in words


def test_what_can_not_be_used_is_told_as_it_is() -> None:
    (finding,) = check_models(ModelSetup(None, "page", "bring back the key file"), nothing_is_spent)
    assert (finding.fine, finding.words) == (False, "bring back the key file")
    (finding,) = check_models(ModelSetup(None, "off"), nothing_is_spent)
    assert finding.fine


def test_a_worker_tries_the_server_for_the_page(database_url: str, redis_url: str, tmp_path: Path) -> None:
    """The whole way: the page saves the key, a worker opens it with the key file of the same home."""
    environment = {"DATABASE_URL": database_url, "REDIS_URL": redis_url, "TOWNLET_HOME": str(tmp_path)}
    with (
        model_server(key=KEY, find=tried, encode=write) as server,
        served(database_url, redis_url, home=tmp_path) as backend,
        WorkerProcess("talk", tmp_path / "talk.log", environment) as worker,
    ):
        wish = {"base_url": server.url, "api_key": KEY, "model": "test-large"}
        backend.http.put("/api/models", json=wish).raise_for_status()
        found: dict[str, Any] = {}

        def is_fine() -> bool:
            """Once its worker was heard of."""
            found.update(backend.http.post("/api/models/check").json())
            return bool(found["fine"])

        wait_until(is_fine)
        backend.http.delete("/api/models").raise_for_status()
        assert KEY not in worker.said
    assert [finding["part"] for finding in found["findings"]] == ["Server", "Model"]
