"""Somebody new by a description or by a file: seen and changed before it is sent, then one who lives in the town."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, expect

from tests.browser.conftest import Watched

NORA: dict[str, Any] = {
    "name": "Nora Lind",
    "age": 34,
    "home": "Signal Cottage",
    "traits": ["curious"],
    "wants": "She wants to open a small print shop.",
}
PREVIEWED = 120_000
"""Milliseconds: a worker lives the first day meanwhile."""


def the_form(watched: Watched, way: str) -> Locator:
    panel = watched.page.get_by_label("Panel", exact=True)
    panel.get_by_role("button", name="Make a resident").click()
    form = watched.page.get_by_role("dialog")
    form.get_by_role("button", name=way).click()
    return form


def test_a_description_fills_the_form_which_is_changed_and_then_sent(watched: Watched) -> None:
    form = the_form(watched, "Describe in words")
    expect(form.get_by_label("Name")).to_have_count(0)
    form.get_by_label("Who is it?").fill("Otto Klee, a retired sailor who loves the café and knows Marta")
    form.get_by_role("button", name="Fill in the form from this").click()

    expect(form.get_by_label("Name")).to_have_value("Otto Klee")
    expect(form).to_contain_text("Read by the built-in mind")
    expect(form.get_by_role("button", name="The Blue Kettle")).to_have_attribute("aria-pressed", "true")
    expect(form.get_by_label("How close to Marta Oyelaran")).to_have_value("little")
    home = form.get_by_label("Lives in made up")
    home.select_option("Signal Cottage")
    expect(form.get_by_label("Lives in", exact=True)).to_have_value("Signal Cottage")
    form.get_by_label("What is on their mind").fill("Otto wants to build a boat.")

    move_in = form.get_by_role("button", name="Let Otto move in now")
    expect(move_in).to_be_enabled(timeout=PREVIEWED)
    move_in.click()
    expect(form).to_contain_text("Otto is at the gate.")
    watched.wait_until_shown("scene.actors.some(({ id }) => id === 'otto')")
    state = watched.townlet.get(f"/api/towns/{watched.id}/state")
    persona = state["newcomers"]["otto"]["persona"]
    assert persona["currently"] == "Otto wants to build a boat."
    assert persona["home"] == "Brook Lane:Signal Cottage"


def test_a_file_is_looked_at_mended_and_sent(watched: Watched) -> None:
    url = f"/api/towns/{watched.id}/residents/preview"
    file = watched.townlet.request("POST", url, {"form": NORA}).json()["file"]
    form = the_form(watched, "From a file")
    expect(form).to_contain_text("Give a file")
    bad = file.replace("age: 34", "age: 340").encode()
    form.get_by_label("Choose a file").set_input_files(
        {"name": "nora.yaml", "mimeType": "text/yaml", "buffer": bad}
    )
    text = form.get_by_label("The file, to be changed here")
    expect(text).to_have_value(bad.decode())
    expect(form.locator(".own-faults")).to_contain_text("age: Input should be less than or equal to 120")
    expect(form.locator(".cta")).to_be_disabled()

    text.fill(file)
    move_in = form.get_by_role("button", name="Let Nora move in now")
    expect(move_in).to_be_enabled(timeout=PREVIEWED)
    move_in.click()
    expect(form).to_contain_text("Nora is at the gate.")
    watched.wait_until_shown("scene.actors.some(({ id }) => id === 'nora')")
