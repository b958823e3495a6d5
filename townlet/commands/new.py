"""``townlet new``: makes a small town for its author to change."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from townlet.new_town import SHARED, make_new_town


def new(
    name: Annotated[str, typer.Argument(help="Lower-case letters, digits, underscores: my_town.")],
    within: Annotated[Path, typer.Option("--in", help="The folder to make it in.")] = SHARED,
) -> None:
    """Make a small town of three residents, to be changed in Tiled and in a text editor."""
    folder = make_new_town(name, within)
    inside = folder.parent == SHARED.resolve()
    named = name if inside else str(folder)
    print(f"✓ {folder} is a town. Change it, and try it as you go:")
    print("    map.tmj              opens in Tiled")
    print("    town.yaml, residents/*.yaml, history.yaml")
    print(f"    townlet check {named}")
    print(f"    townlet run {named} --days 1")
    if inside:
        print("  The page offers it under New town, and draws it by itself while Townlet runs.")
    else:
        print(f"  The page offers it once its folder lies in {SHARED}.")
