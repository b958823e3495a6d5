"""The page is served as Vite built it; a page that was not built says what to do."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest

from tests.integration.served import served

MANIFEST = {
    "src/main.tsx": {
        "file": "assets/main-1.js",
        "isEntry": True,
        "css": ["assets/main-1.css"],
        "imports": ["_scene.js"],
        "dynamicImports": ["src/charts.ts"],
    },
    "_scene.js": {"file": "assets/scene-2.js", "css": ["assets/scene-2.css"], "imports": ["_pixi.js"]},
    "_pixi.js": {"file": "assets/pixi-3.js", "imports": ["_scene.js"]},
    "src/charts.ts": {"file": "assets/charts-4.js", "isDynamicEntry": True},
}


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    for file in (".vite/manifest.json", "assets/main-1.js", "art/ville/ground.png"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("")
    (tmp_path / ".vite" / "manifest.json").write_text(json.dumps(MANIFEST))
    return tmp_path


@pytest.mark.parametrize("path", ["/", "/towns/t-abc"])
def test_the_shell_loads_what_the_manifest_names(
    database_url: str, redis_url: str, dist: Path, path: str
) -> None:
    with served(database_url, redis_url, dist=dist) as backend:
        page = backend.http.get(path)
    assert page.headers["Content-Type"].startswith("text/html")
    assert page.headers["Cache-Control"] == "no-cache"
    for wanted in (
        '<script type="module" src="/assets/main-1.js">',
        '<link rel="stylesheet" href="/assets/main-1.css">',
        '<link rel="stylesheet" href="/assets/scene-2.css">',
        '<link rel="modulepreload" href="/assets/pixi-3.js">',
    ):
        assert page.text.count(wanted) == 1
    assert "charts-4" not in page.text


def test_files_named_by_their_content_are_kept_and_others_asked_for_again(
    database_url: str, redis_url: str, dist: Path
) -> None:
    with served(database_url, redis_url, dist=dist) as backend:
        script = backend.http.get("/assets/main-1.js")
        art = backend.http.get("/art/ville/ground.png")
        outside: httpx.Response = backend.http.get("/assets/..%2f.vite/manifest.json")
    assert "immutable" in script.headers["Cache-Control"]
    assert "Cache-Control" not in art.headers
    assert art.headers["ETag"]
    assert outside.status_code == 404


def test_a_page_that_is_built_later_is_served_without_a_restart(
    database_url: str, redis_url: str, tmp_path: Path
) -> None:
    with served(database_url, redis_url, dist=tmp_path) as backend:
        missing = backend.http.get("/")
        assert missing.status_code == 503
        assert "make setup" in missing.text
        (tmp_path / ".vite").mkdir()
        (tmp_path / ".vite" / "manifest.json").write_text("{half")
        assert backend.http.get("/").status_code == 503
        (tmp_path / ".vite" / "manifest.json").write_text(json.dumps(MANIFEST))
        assert backend.http.get("/").status_code == 200


BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def test_a_browser_at_an_unknown_address_gets_the_page_which_says_so_itself(
    database_url: str, redis_url: str, dist: Path
) -> None:
    with served(database_url, redis_url, dist=dist) as backend:
        page = backend.http.get("/nonsense", headers=BROWSER)
        program = backend.http.get("/nonsense")
        others = [
            backend.http.get("/api/nonsense", headers=BROWSER),
            backend.http.get("/assets/nonsense.js", headers=BROWSER),
            backend.http.post("/nonsense", headers=BROWSER),
        ]
    assert page.status_code == 404
    assert '<script type="module" src="/assets/main-1.js">' in page.text
    for answer in (program, *others):
        assert answer.status_code == 404
        assert answer.json()["type"] == "/problems/not-found"
