"""``townlet draw``: draws the page's pictures of one scenario, while Townlet runs."""

from __future__ import annotations

from typing import Annotated

import typer

from backend.scenarios import load_scenario
from townlet.pictures import draw_pictures
from townlet.scenario_folder import scenario_folder


def draw(
    scenario: Annotated[str, typer.Argument(help="A folder below scenarios/, or a path to one.")],
) -> None:
    """Draw the page's pictures of a scenario anew, after its map or its people have changed."""
    folder = scenario_folder(scenario)
    load_scenario(folder)
    draw_pictures(folder)
    print(f"✓ {folder.name} is drawn. Load the page again to see it.")
