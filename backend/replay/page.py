"""Puts the file together: the player that Vite built, and the town as data that no browser takes for markup."""

from __future__ import annotations

import base64
import gzip
import re
from hashlib import sha256
from pathlib import Path

import orjson
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from backend.replay.faults import PlayerMissing
from backend.replay.pictures import pictures_of
from backend.replay.recording import Recording

PLAYER = "replay"
"""Folder below the built page with `replay.js` and `replay.css`, each whole in one file."""
ART = "art"
_ENDS = re.compile(r"<(?=/script|!--)", re.IGNORECASE)
"""What would end a script's element, or change how it is read, inside of a script."""
_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
)


def replay_page(recording: Recording, dist: Path) -> bytes:
    """The whole file, in UTF-8.

    The town is gzipped JSON in base64, so nothing that anybody said in it can be read as markup; the file's own policy
    lets the page run its one script and reach nothing.

    Args:
        dist: the folder of the built page.

    Raises:
        PlayerMissing, PicturesMissing: it has to be built or drawn first.
    """
    try:
        script = (dist / PLAYER / "replay.js").read_text(encoding="utf-8")
        style = (dist / PLAYER / "replay.css").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise PlayerMissing from error
    script = _ENDS.sub(r"\\x3c", script)
    document = recording.document() | {"pictures": pictures_of(recording, dist / ART)}
    packed = gzip.compress(orjson.dumps(document, option=orjson.OPT_NON_STR_KEYS), mtime=0)
    page = _TEMPLATES.get_template("replay.html.j2").render(
        name=recording.name,
        script=script,
        style=style,
        script_hash=_hash(script),
        style_hash=_hash(style),
        town=base64.b64encode(packed).decode("ascii"),
    )
    return page.encode()


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}"
