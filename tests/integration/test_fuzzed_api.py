"""Whatever people send, the server answers as its OpenAPI document says, and never breaks.

schemathesis makes requests that fit the document and requests that don't; half of them name a town that is there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from backend.domain.roles import Role
from backend.main import create_app
from backend.store.journal.batch import Batch, Head
from backend.store.journal.postgres_journal import PostgresJournal
from backend.store.people.tokens import mint_token
from backend.store.town.towns import acquire_lease, create_town
from tests.integration.served import PATIENCE, Served, bearer, served
from tests.small_town import a_life, a_scenario

CASES = 5_000
MOST = 130
"""Cases for one operation and sort. Where there is little to vary, there are fewer."""
AS_DOCUMENTED = [status_code_conformance, content_type_conformance, response_schema_conformance]
SCENARIO = a_scenario("ana", "ben")
TOWN = "t-fuzzed"
REAL = {"town": TOWN, "resident": "ana", "scenario": "brook_lane", "number": 1, "name": "not-found"}

DOCUMENT = create_app().openapi()
OPERATIONS = {
    found.ok().label: found.ok() for found in schemathesis.openapi.from_dict(DOCUMENT).get_all_operations()
}
SORTS = [
    pytest.param(label, mode, id=f"{label}-{mode.value}")
    for label, operation in OPERATIONS.items()
    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
    # Where nothing is taken, nothing can be wrong.
    if mode is GenerationMode.POSITIVE
    or {"parameters", "requestBody"} & DOCUMENT["paths"][operation.path][operation.method].keys()
]
sent: Counter[str] = Counter()

pytestmark = pytest.mark.timeout(1200)


@pytest.fixture(scope="module")
def backend(database_url: str, redis_url: str) -> Iterator[Served]:
    with served(database_url, redis_url) as running:
        create_town(running.database, TOWN, SCENARIO, name="Lane", seed=7, mind="rules", paused=True)
        fence = acquire_lease(running.database, TOWN, "engine", 600)
        assert fence is not None
        log = a_life(SCENARIO, ticks=20)
        head = Head(log[-1].tick, log[-1].order, log[-1].seq)
        PostgresJournal(running.database, TOWN, fence).commit(Batch(head=head, events=log))
        said = {"key": "first", "input": {"kind": "announce", "text": "Hello"}}
        running.http.post(f"/api/towns/{TOWN}/inputs", json=said).raise_for_status()
        yield running


@pytest.mark.parametrize(("label", "mode"), SORTS)
def test_no_request_breaks_the_server(backend: Served, label: str, mode: GenerationMode) -> None:
    deletes = label == "DELETE /api/towns/{town}"
    # A token for each, so that none is held up for asking too much.
    _, director = mint_token(backend.database, Role.DIRECTOR)
    _, viewer = mint_token(backend.database, Role.VIEWER)

    @settings(
        max_examples=MOST,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(
        case=OPERATIONS[label].as_strategy(generation_mode=mode),
        real=st.booleans(),
        secret=st.sampled_from((director, director, director, director, viewer, None)),
    )
    def check(case: Any, real: bool, secret: str | None) -> None:
        if real and not deletes:
            case.path_parameters.update((k, v) for k, v in REAL.items() if k in case.path_parameters)
        headers = {} if secret is None else bearer(secret)
        answer = case.call(base_url=backend.url, headers=headers, timeout=PATIENCE)
        sent[label] += 1
        assert answer.status_code < 500, (case.as_curl_command(), answer.text)
        if mode is GenerationMode.POSITIVE:
            case.validate_response(answer, checks=AS_DOCUMENTED)

    check()


def test_there_were_enough_cases() -> None:
    assert sum(sent.values()) >= CASES, dict(sent)
