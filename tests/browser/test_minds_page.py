"""A director sets up the model server in the page, has it checked, and follows a deed down to prompt and cost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect
from sqlalchemy import select

from backend.domain.questions import QUESTION_ADAPTER, AnyQuestion
from backend.store.postgres.database import Database
from backend.store.postgres.tables import questions
from tests.browser.conftest import Watched
from tests.integration.a_townlet import Townlet
from tests.model_server import ModelServer, model_server
from tests.waiting import wait_until
from worker.minds.model.wire import write
from worker.model_probe import TRIED, sample

pytestmark = pytest.mark.browser

KEY = "sk-typed-into-the-page-1357"


@pytest.fixture
def server(townlet: Townlet) -> Iterator[ModelServer]:
    database = Database(townlet.processes.database_url)

    def asked(town: str, key: str) -> AnyQuestion | None:
        if town == TRIED:
            return sample("rate")
        with database.begin() as connection:
            payload = connection.scalar(
                select(questions.c.payload).where(questions.c.town == town, questions.c.key == key)
            )
        return None if payload is None else QUESTION_ADAPTER.validate_python(payload)

    with model_server(find=asked, encode=write, key=KEY) as running:
        yield running
    townlet.request("DELETE", "/api/models")
    database.dispose()


@pytest.fixture
def minds(watched: Watched) -> Locator:
    watched.page.get_by_role("tab", name="Minds").click()
    return watched.page.locator(".minds")


def test_a_town_on_the_built_in_mind_says_that_it_costs_nothing(minds: Locator) -> None:
    expect(minds).to_contain_text("No call of a model so far")
    expect(minds).to_contain_text("The built-in mind answers everything")


def test_a_town_without_a_model_says_so_when_one_is_asked_for(watched: Watched, minds: Locator) -> None:
    minds.get_by_label("For everybody").select_option("model")
    watched.townlet.clock(watched.id, speed="max", pause=False)
    expect(watched.page.get_by_test_id("degraded")).to_contain_text("No model is set up")


def test_a_model_is_set_up_checked_and_followed_down_to_prompt_and_cost(
    watched: Watched, minds: Locator, server: ModelServer
) -> None:
    page = watched.page
    minds.get_by_label("Address").fill(server.url)
    minds.get_by_label("Model", exact=True).fill("test-large")
    minds.get_by_label("Key").fill("sk-wrong")
    minds.get_by_label("Price of 1 M tokens in").fill("1")
    minds.get_by_label("… and out").fill("4")
    minds.get_by_role("button", name="Save", exact=True).click()
    expect(minds).to_contain_text("Saved.")
    minds.get_by_role("button", name="Check").click()
    expect(minds.locator(".findings .wrong")).to_contain_text("key", ignore_case=True)

    minds.get_by_label("Key").fill(KEY)
    minds.get_by_role("button", name="Save", exact=True).click()
    expect(minds.get_by_label("Key")).to_have_attribute(
        "placeholder", "set, ends with 1357; leave empty to keep it"
    )
    minds.get_by_role("button", name="Check").click()
    expect(minds).to_contain_text("All is well.")

    minds.get_by_label("For everybody").select_option("model")
    watched.townlet.clock(watched.id, speed=300, pause=False)
    expect(minds.get_by_role("table", name="By question")).to_be_visible()
    expect(minds).not_to_contain_text(KEY)

    def answered() -> list[int]:
        log = watched.events("answered")
        return [recorded["seq"] for recorded in log if recorded["event"]["mind"] == "model"]

    wait_until(lambda: bool(answered()))
    watched.townlet.clock(watched.id, pause=True)
    page.evaluate("(seq) => window.__town.ask(seq)", answered()[-1])
    dialog = page.get_by_role("dialog", name="Why?")
    expect(dialog).to_contain_text("the model")
    expect(dialog.locator(".call").first).to_contain_text("test-large")
    expect(dialog.locator(".call").first).to_contain_text("cost")
    dialog.get_by_text("Prompt and answer").first.click()
    expect(dialog.locator(".call pre").first).to_be_visible()
