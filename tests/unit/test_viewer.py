"""A page that reads slowly is sent less often, never wrongly."""

from __future__ import annotations

import asyncio

from backend.live.viewer import WAITING_TOKENS, Viewer


class Town:
    """A hub that the test moves by hand; its frames are the seqs that they hold."""

    def __init__(self) -> None:
        self.seq = 0
        self.clock_frame = ""
        self.clock_number = 0
        self.ended: str | None = None

    async def events_after(self, seq: int) -> tuple[int, str]:
        upto = min(seq + 500, self.seq)
        return upto, f"events {seq + 1}-{upto}"

    def tick(self) -> None:
        self.clock_number += 1
        self.clock_frame = f"clock {self.clock_number}"


class Page:
    """A socket whose other end reads only when it is let."""

    def __init__(self) -> None:
        self.got: list[str] = []
        self._may_read = asyncio.Semaphore(0)

    async def send(self, frame: str) -> None:
        await self._may_read.acquire()
        self.got.append(frame)

    def read(self, frames: int) -> None:
        for _ in range(frames):
            self._may_read.release()


async def _settle() -> None:
    for _ in range(50):
        await asyncio.sleep(0)


async def _watch(story: list[int], frames_at_the_end: int = 100) -> list[str]:
    """Lives `story` (events a moment, a clock frame each) while the page reads nothing, then lets it read."""
    town, page = Town(), Page()
    viewer = Viewer(page.send, 0)
    watching = asyncio.create_task(viewer.watch(town))
    for events in story:
        town.seq += events
        town.tick()
        viewer.wake()
        await _settle()
    page.read(frames_at_the_end)
    await _settle()
    town.ended = "gone"
    viewer.wake()
    await watching
    return page.got


def test_a_slow_page_skips_clock_frames_and_no_event() -> None:
    got = asyncio.run(_watch([1, 1, 1, 0, 0, 0, 2]))
    assert got == ["events 1-1", "events 2-5", "clock 7"]


def test_many_events_come_in_pieces_before_the_clock() -> None:
    got = asyncio.run(_watch([1, 1200]))
    assert got == ["events 1-1", "events 2-501", "events 502-1001", "events 1002-1201", "clock 2"]


def test_pieces_of_an_answer_go_first_and_old_ones_are_dropped() -> None:
    async def story() -> list[str]:
        town, page = Town(), Page()
        viewer = Viewer(page.send, 0)
        town.seq = 3
        for number in range(WAITING_TOKENS + 10):
            viewer.tell(f"token {number}")
        watching = asyncio.create_task(viewer.watch(town))
        page.read(1000)
        for _ in range(20):
            await _settle()
        town.ended = "gone"
        viewer.wake()
        await watching
        return page.got

    got = asyncio.run(story())
    assert got[0] == "token 10"
    assert got[-1] == "events 1-3"
    assert len(got) == WAITING_TOKENS + 1
