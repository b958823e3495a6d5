"""``townlet draw``: draws the page's pictures, while Townlet runs or not."""

from __future__ import annotations

from typing import Annotated

import typer

from townlet.pictures import draw_missing, draw_pictures
from townlet.scenario_folder import SCENARIOS, own_scenarios, scenario_folder


def draw(
    scenario: Annotated[
        str | None,
        typer.Argument(help="A folder below scenarios/, or a path to one; all that lack pictures."),
    ] = None,
) -> None:
    """Draw the page's pictures of a scenario, or of each that is new or has changed."""
    if scenario is None:
        drawn = [*draw_missing(SCENARIOS, tell=print), *draw_missing(own_scenarios(), tell=print)]
        print(f"✓ Drew {', '.join(drawn)}" if drawn else "All pictures are drawn.")
        return
    folder = scenario_folder(scenario)
    draw_pictures(folder)
    print(f"✓ {folder.name} is drawn.")
