"""The page's shell, and the files that Vite built for it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from backend.store.environment.settings import PROJECT

DIST = PROJECT / "frontend" / "dist"
TEMPLATE_FILES = Path(__file__).parent / "templates"
TEMPLATES = Environment(loader=FileSystemLoader(TEMPLATE_FILES), autoescape=True, trim_blocks=True)


class PageNotBuilt(Exception):
    """Vite has not built the page, or not to its end."""


@dataclass(frozen=True)
class BuiltPage:
    """Paths of the page's files, relative to the server's root."""

    script: str
    styles: tuple[str, ...]
    preloads: tuple[str, ...]


def built_page(dist: Path) -> BuiltPage:
    """What Vite's manifest says of the entry, with all that it imports.

    Raises:
        PageNotBuilt: there is no manifest, or no entry in it.
    """
    try:
        manifest = json.loads((dist / ".vite" / "manifest.json").read_text(encoding="utf-8"))
        entry = next(chunk for chunk in manifest.values() if chunk.get("isEntry"))
    except (FileNotFoundError, ValueError, StopIteration) as error:
        raise PageNotBuilt(str(dist)) from error
    chunks, waiting = [entry], list(entry.get("imports", ()))
    while waiting:
        chunk = manifest[waiting.pop(0)]
        if chunk not in chunks:
            chunks.append(chunk)
            waiting.extend(chunk.get("imports", ()))
    styles = dict.fromkeys(file for chunk in chunks for file in chunk.get("css", ()))
    return BuiltPage(entry["file"], tuple(styles), tuple(chunk["file"] for chunk in chunks[1:]))


def shell(dist: Path, status: int = 200) -> Response:
    """What a browser gets that asks for a page."""
    try:
        built = built_page(dist)
    except PageNotBuilt:
        return notice(
            "The page is not built yet", "Run <code>make setup</code> and load this page again.", 503
        )
    # The shell names the newest build's files and is never kept; they are named by their content and are.
    return HTMLResponse(
        TEMPLATES.get_template("page.html.j2").render(page=built),
        status,
        headers={"Cache-Control": "no-cache"},
    )


def notice(title: str, detail: str, status: int) -> Response:
    """A plain page of a few words; `detail` is HTML."""
    text = TEMPLATES.get_template("notice.html.j2").render(title=title, detail=detail)
    return HTMLResponse(text, status, headers={"Cache-Control": "no-cache"})


class KeptFiles(StaticFiles):
    """Files that are named by their content: a browser never needs to ask for one again."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


def page_files(dist: Path) -> dict[str, StaticFiles]:
    """The built files by the path at which they are served; they may be built later."""
    return {
        "/assets": KeptFiles(directory=dist / "assets", check_dir=False),
        "/art": StaticFiles(directory=dist / "art", check_dir=False),
    }
