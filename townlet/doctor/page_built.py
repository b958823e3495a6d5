"""Whether there is a page to serve."""

from __future__ import annotations

from backend.api.page import PageNotBuilt, built_page
from townlet.doctor.finding import Finding
from townlet.doctor.surroundings import Surroundings
from townlet.setup.page import page
from townlet.setup.place import Place


def page_built(around: Surroundings) -> Finding:
    dist = around.project / "frontend" / "dist"
    try:
        built = built_page(dist)
    except PageNotBuilt:
        return Finding("Page", False, "not built. Run: make setup")
    if not (dist / built.script).is_file():
        return Finding("Page", False, f"{built.script} is missing in {dist}. Run: rm -r {dist} && make setup")
    if not page(Place(around.project)).is_done():
        return Finding(
            "Page", True, "built, from other sources than are here now; `make setup` builds it anew"
        )
    return Finding("Page", True, "built")
