"""What goes on in a resident is there to be seen, and every deed can be asked why."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from backend.domain.calendar import TICKS_PER_HOUR, TICKS_PER_MINUTE
from tests.browser.conftest import TEN_O_CLOCK, Watched
from tests.waiting import wait_until

pytestmark = pytest.mark.browser


@pytest.fixture
def panel(watched: Watched) -> Locator:
    page = watched.page
    page.get_by_label("Panel", exact=True).get_by_role("button", name="Marta Oyelaran").click()
    return page.get_by_test_id("resident-panel")


def test_how_somebody_feels_is_shown_as_its_body_is(watched: Watched, panel: Locator) -> None:
    meters = panel.get_by_label("How it feels").get_by_role("meter")
    expect(meters).to_have_count(4)
    state = watched.townlet.get(f"/api/towns/{watched.id}/state")
    energy = state["residents"]["marta"]["body"]["energy"]
    expect(panel.get_by_role("meter", name="Energy")).to_have_attribute("aria-valuenow", str(energy))


def test_a_deed_leads_to_the_memories_behind_it_and_these_to_where_they_come_from(
    watched: Watched, panel: Locator
) -> None:
    panel.get_by_role("button", name="Why?").first.click()
    dialog = watched.page.get_by_role("dialog", name="Why?")
    expect(dialog).to_contain_text("the built-in mind, free")
    ground = dialog.locator(".memory-card:visible").first
    if ground.count() == 0:
        dialog.locator("summary", has_text="came to mind").first.click()
    expect(ground.get_by_role("meter")).to_have_count(3)
    text = ground.locator("p").inner_text()
    ground.get_by_role("button", name="Where from?").click()
    expect(dialog.locator(".subject")).to_contain_text(text)
    dialog.get_by_role("button", name="Back").click()
    expect(dialog.locator(".subject")).to_contain_text("Marta set out")
    watched.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(panel).to_be_visible()


def test_memories_are_found_by_kind_words_and_person(watched: Watched, panel: Locator) -> None:
    panel.get_by_role("tab", name="Memories").click()
    memories = panel.locator(".memories > li")
    expect(memories.first).to_be_visible()
    panel.get_by_label("Kind of memory").select_option("plan")
    expect(memories).to_have_count(1)
    expect(memories).to_contain_text("plan for")
    panel.get_by_label("Kind of memory").select_option("")
    search = panel.get_by_label("Words in the memory")
    search.fill("no such words anywhere")
    search.press("Enter")
    expect(panel.get_by_text("Nothing that fits is remembered.")).to_be_visible()
    search.fill("")
    search.press("Enter")
    panel.get_by_label("About whom").select_option("ivo")
    expect(memories.first).to_contain_text("Ivo")


def test_words_that_are_being_typed_stay_while_memories_come_in(watched: Watched, panel: Locator) -> None:
    panel.get_by_role("tab", name="Memories").click()
    newest = panel.locator(".memories > li").first.inner_text()
    search = panel.get_by_label("Words in the memory")
    search.fill("no such words anywhere")
    watched.townlet.live_until(watched.id, TEN_O_CLOCK + TICKS_PER_HOUR)
    expect(panel.locator(".memories > li").first).not_to_have_text(newest)
    search.press("Enter")
    expect(panel.get_by_text("Nothing that fits is remembered.")).to_be_visible()


def test_what_comes_to_mind_for_any_words_is_shown_with_three_scores(
    watched: Watched, panel: Locator
) -> None:
    panel.get_by_role("tab", name="Memories").click()
    panel.get_by_text("What comes to mind for").click()
    panel.get_by_label("What the mind is put on").fill("bread and soup")
    panel.get_by_role("button", name="Look").click()
    found = panel.get_by_label("What comes to mind", exact=True).locator(".memory-card")
    expect(found).to_have_count(12)
    expect(found.first.get_by_role("meter")).to_have_count(3)


def test_what_was_told_or_thought_can_be_followed_to_its_roots(watched: Watched) -> None:
    afternoon = 8 * TICKS_PER_HOUR
    watched.townlet.live_until(watched.id, afternoon)
    watched.townlet.wait_for(watched.id, afternoon)
    url = f"/api/towns/{watched.id}/residents"
    residents = watched.townlet.http.get(f"{watched.townlet.processes.url}{url}").json()
    name, memory = next(
        (resident["name"], memory)
        for resident in residents
        for memory in watched.townlet.get(f"{url}/{resident['id']}/memories?limit=500")["memories"]
        if memory["source"]["memories"]
    )
    page = watched.page
    page.get_by_label("Panel", exact=True).get_by_role("button", name=name).click()
    panel = page.get_by_test_id("resident-panel")
    panel.get_by_role("tab", name="Memories").click()
    panel.get_by_label("Kind of memory").select_option(memory["kind"])
    first = panel.locator(".memories > li").filter(has_text=memory["text"]).first
    first.get_by_text("Its roots").click()
    expect(first.locator(".roots li").first).to_be_visible()


def test_a_director_chooses_who_thinks_for_somebody(watched: Watched, panel: Locator) -> None:
    panel.get_by_role("tab", name="Mind").click()
    expect(panel.get_by_role("radio", name="Built-in Thinks")).to_be_checked()
    panel.get_by_role("radio", name="Model near people").check()

    def chosen() -> str | None:
        state = watched.townlet.get(f"/api/towns/{watched.id}/state")
        mind: str | None = state["residents"]["marta"]["mind"]
        return mind

    wait_until(lambda: chosen() == "auto")
    expect(panel.get_by_role("radio", name="Model near people")).to_be_checked()


def test_what_is_agreed_on_stands_in_the_calendar(watched: Watched) -> None:
    page = watched.page
    page.get_by_label("Panel", exact=True).get_by_role("button", name="Walter").first.click()
    agreed = page.get_by_label("Agreed on")
    expect(agreed).to_contain_text("the lanterns on the pond")
    expect(agreed).to_contain_text("gives it")


def test_the_plan_of_the_day_can_be_asked_why(watched: Watched, panel: Locator) -> None:
    panel.locator(".planned").get_by_role("button", name="Why?").click()
    dialog = watched.page.get_by_role("dialog", name="Why?")
    expect(dialog.locator(".subject")).to_contain_text("plan")


def test_a_line_of_a_talk_can_be_asked_why(watched: Watched) -> None:
    speaker = live_until_somebody_speaks(watched)
    page = watched.page
    page.get_by_label("Panel", exact=True).get_by_role("button", name=speaker).click()
    asked = page.get_by_role("button", name="Why?")
    line = page.get_by_label("What they say").locator("li").filter(has=asked).first
    said = line.inner_text().removesuffix("Why?").strip()
    line.get_by_role("button", name="Why?").click()
    subject = page.get_by_role("dialog", name="Why?").locator(".subject")
    expect(subject).to_contain_text(f"“{said.partition(' ')[2]}”")


def live_until_somebody_speaks(watched: Watched) -> str:
    """Pauses the town in the middle of a talk. Returns the name of one who takes part."""
    for tick in range(TEN_O_CLOCK, 2 * TEN_O_CLOCK, 2 * TICKS_PER_MINUTE):
        watched.townlet.live_until(watched.id, tick)
        watched.townlet.wait_for(watched.id, tick)
        state = watched.townlet.get(f"/api/towns/{watched.id}/state")
        for talk in state["talks"].values():
            if talk["lines"]:
                name: str = watched.townlet.get(
                    f"/api/towns/{watched.id}/residents/{talk['participants'][0]}"
                )["name"]
                return name
    raise AssertionError("nobody talks in three hours")
