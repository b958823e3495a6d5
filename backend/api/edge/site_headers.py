"""Headers that tell browsers what a page of this site may do, and caches what they may keep."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backend.api.page import TEMPLATE_FILES

_YEAR = 31_536_000


def _own_styles() -> str:
    """Hashes of the style sheets inside of our few plain pages, which have to look right where nothing is built."""
    sheets = [
        sheet
        for template in sorted(TEMPLATE_FILES.glob("*.j2"))
        for sheet in re.findall(r"<style>(.*?)</style>", template.read_text(encoding="utf-8"), re.DOTALL)
    ]
    return " ".join(f"'sha256-{b64encode(sha256(sheet.encode()).digest()).decode()}'" for sheet in sheets)


POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        f"style-src 'self' {_own_styles()}",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        # Pixi reads pictures in a worker that it makes of a text of its own.
        "worker-src 'self' blob:",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
EVERYWHERE = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
ON_HTTPS = {"Strict-Transport-Security": f"max-age={_YEAR}"}
OF_SOMEBODY = {"Cache-Control": "no-store"}
"""What the API tells depends on who asks: no cache keeps it."""


class SiteHeaders:
    """ASGI middleware: adds what the answer does not say itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        added = dict(EVERYWHERE)
        if scope["scheme"] == "https":
            added |= ON_HTTPS
        if scope["path"].startswith("/api/") or scope["path"] == "/metrics":
            added |= OF_SOMEBODY

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in added.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers)
