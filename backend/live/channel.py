"""`WS /api/towns/{id}/live?after=seq`: the way from the log to the page."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress

from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from pydantic import TypeAdapter, ValidationError

from backend.live.doors import Doors
from backend.live.frames import ErrorFrame, GoneFrame, PageFrame, PongFrame
from backend.live.hub import Hub
from backend.live.hubs import Hubs
from backend.live.town_id import is_town_id
from backend.live.viewer import Viewer
from backend.store.postgres.database import StoreUnavailable
from backend.store.town.towns import TownGone, UnknownTown

router = APIRouter()

MOST_BYTES = 4 * 1024
"""Of a message from the page."""
MOST_SAID = 60
"""Messages of a page within `WHILE` seconds; it sends one each five seconds."""
WHILE = 60.0
MOST_CHANNELS = 1000
"""Of one token; a script may hold many pages' worth."""
MOST_MISSED = 20_000
"""A page that missed more events than this starts from a snapshot again."""

BAD_POSITION, UNKNOWN_TOWN, GONE, TOO_BIG, TRY_AGAIN, FAILED = 4400, 4404, 4410, 1009, 1013, 1011
SIGNED_OUT, TOO_MANY = 4401, 4429
_PAGE_FRAME: TypeAdapter[PageFrame] = TypeAdapter(PageFrame)


class SaidTooMuch(Exception):
    """A page's message is too long, or one too many."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code


@router.websocket("/api/towns/{town}/live")
async def live(websocket: WebSocket, town: str, after: str | None = None) -> None:
    await websocket.accept()
    if after is not None and not (after.isascii() and after.isdigit() and len(after) < 19):
        await websocket.close(
            BAD_POSITION, "after is the seq of the last event that you have, a whole number from 0"
        )
        return
    hubs: Hubs = websocket.app.state.parts.hubs
    doors: Doors = websocket.app.state.parts.doors
    try:
        if not is_town_id(town):
            raise UnknownTown(town)
        token = websocket.state.principal.token
        if doors.channels(token) >= MOST_CHANNELS:
            await websocket.close(TOO_MANY, f"A token holds at most {MOST_CHANNELS} channels open.")
            return
        with doors.passed(token) as shut:
            async with hubs.watched(town) as hub:
                await _serve(websocket, hub, None if after is None else int(after), shut)
    except UnknownTown:
        await websocket.close(UNKNOWN_TOWN, "There is no such town. GET /api/towns lists all towns.")
    except TownGone:
        await _say_gone(websocket)
    except StoreUnavailable:
        await websocket.close(
            TRY_AGAIN, "The database does not answer. Nothing is lost; connect again in a second."
        )
    except SaidTooMuch as error:
        # Here, where nothing is being sent to the page any more: nothing may follow a channel's end.
        await websocket.close(error.code, str(error))
    except WebSocketDisconnect:
        pass


async def _serve(websocket: WebSocket, hub: Hub, after: int | None, shut: asyncio.Event) -> None:
    """Sends and listens until either end is done, or until `shut`."""
    viewer = Viewer(websocket.send_text, await _begin(websocket, hub, after))
    hub.viewers.add(viewer)
    sending = asyncio.create_task(viewer.watch(hub))
    listening = asyncio.create_task(_listen(websocket))
    shutting = asyncio.create_task(shut.wait())
    tasks = (sending, listening, shutting)
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        hub.viewers.discard(viewer)
        for task in tasks:
            task.cancel()
    if shutting in done:
        await websocket.close(SIGNED_OUT, "The token does not count any more.")
    elif sending in done:
        if hub.ended == "gone":
            await _say_gone(websocket)
        else:
            await websocket.close(FAILED, "The channel broke. Connect again with after= your last seq.")


async def _begin(websocket: WebSocket, hub: Hub, after: int | None) -> int:
    """Sends the first frame; returns the position from which the page goes on."""
    if after is not None and after <= hub.seq and hub.seq - after <= MOST_MISSED:
        seq, frame = await hub.events_after(after)
    else:
        snapshot = await hub.snapshot()
        seq, frame = snapshot.seq, snapshot.frame
    await websocket.send_text(frame)
    return seq


async def _listen(websocket: WebSocket) -> None:
    """Answers what the page says, until it leaves. Raises SaidTooMuch."""
    before: deque[float] = deque(maxlen=MOST_SAID)
    while True:
        message = await websocket.receive()
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", 1005))
        said = message.get("text") or message.get("bytes") or ""
        size = len(said.encode("utf-8", "replace")) if isinstance(said, str) else len(said)
        if size > MOST_BYTES:
            raise SaidTooMuch(TOO_BIG, f"A message holds at most {MOST_BYTES} bytes.")
        now = asyncio.get_running_loop().time()
        if len(before) == MOST_SAID and now - before[0] < WHILE:
            raise SaidTooMuch(TOO_MANY, f"A page sends at most {MOST_SAID} messages in {WHILE:.0f} s.")
        before.append(now)
        await websocket.send_text(_reply(said))


def _reply(said: str | bytes) -> str:
    try:
        _PAGE_FRAME.validate_json(said)
    except ValidationError:
        return ErrorFrame(
            problem="unknown-message",
            detail='The channel takes {"type":"ping"} alone. People act through POST /api/towns/{id}/inputs.',
        ).model_dump_json()
    return PongFrame().model_dump_json()


async def _say_gone(websocket: WebSocket) -> None:
    frame = GoneFrame(detail="The town was deleted. GET /api/towns lists those that are.")
    with suppress(WebSocketDisconnect):
        await websocket.send_text(frame.model_dump_json())
        await websocket.close(GONE, "The town was deleted.")
