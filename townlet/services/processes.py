"""One process that is kept alive."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from townlet.services import leash
from townlet.services.faults import ServiceFailed, ServicesFault

Say = Callable[[str], None]

_FIRST_DELAY_S = 0.1
_LONGEST_DELAY_S = 5.0
_LIVED_WELL_S = 3.0
"""One that lived this long, or that somebody killed, is started again at once; one that dies young by itself
waits twice as long each time."""

_BIGGEST_LOG = 5_000_000
_READY_POLL_S = 0.03


@dataclass(frozen=True, kw_only=True)
class ProcessSpec:
    """How to run and to stop one process.

    Attributes:
        name: unique among the processes of a supervisor; its log is named after it.
        command: the program and its arguments.
        environment: added to the supervisor's own.
        uid: the user to run as, where the supervisor is root and the process must not be.
        before_start: called before each start; clears what the last run left behind.
        ready: whether it can be used; polled after the start.
        ready_within_s: real seconds until it must be.
        stop_signal: asks it to stop.
        stop_within_s: real seconds after which it is killed.
        death_signal: sent by the kernel if the supervisor is gone.
        tier: higher tiers are stopped first.
    """

    name: str
    command: tuple[str, ...]
    cwd: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    uid: int | None = None
    before_start: Callable[[], None] = lambda: None
    ready: Callable[[], bool] = lambda: True
    ready_within_s: float = 180.0
    stop_signal: signal.Signals = signal.SIGTERM
    stop_within_s: float = 5.0
    death_signal: signal.Signals = signal.SIGKILL
    tier: int = 0


class ManagedProcess:
    """A process and the thread that starts it again when it dies."""

    def __init__(self, spec: ProcessSpec, log: Path, say: Say) -> None:
        self.spec = spec
        self.log = log
        self.restarts = 0
        self._say = say
        self._popen: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._started = threading.Condition(self._lock)
        self._stopping = threading.Event()
        self._early_deaths = 0
        # The kernel ties a child to the thread that forked it, so this thread must live as long as the child.
        self._keeper = threading.Thread(target=self._keep, name=f"keeper of {spec.name}", daemon=True)

    @property
    def name(self) -> str:
        return self.spec.name

    @property
    def pid(self) -> int | None:
        """The living process, or None between a death and the next start."""
        popen = self._popen
        return popen.pid if popen is not None else None

    def start(self) -> None:
        """Starts it, without waiting until it is ready."""
        if self.log.is_file() and self.log.stat().st_size > _BIGGEST_LOG:
            self.log.replace(self.log.with_suffix(".log.1"))
        self._keeper.start()

    def wait_ready(self) -> None:
        """Waits until the process can be used.

        Raises:
            ServiceFailed: it died three times on the way or took too long.
        """
        deadline = time.monotonic() + self.spec.ready_within_s
        while not (self.pid and self.spec.ready()):
            if self._early_deaths >= 3:
                raise ServiceFailed(self.name, self.last_words(), self.log)
            if time.monotonic() > deadline:
                raise ServiceFailed(self.name, f"not ready after {self.spec.ready_within_s:.0f} s", self.log)
            self._stopping.wait(_READY_POLL_S)
        self._early_deaths = 0

    def kill(self, with_signal: signal.Signals = signal.SIGKILL) -> int:
        """Sends ``with_signal`` as somebody outside would; returns the pid. For tests and experiments."""
        with self._lock:
            assert self._popen is not None, f"{self.name} is not running"
            os.kill(self._popen.pid, with_signal)
            return self._popen.pid

    def wait_started_again(self, after: int, within_s: float = 120.0) -> int:
        """Waits until another process than ``after`` (a pid) runs; returns its pid.

        Raises:
            ServiceFailed: it took longer than ``within_s`` real seconds.
        """
        with self._started:
            if not self._started.wait_for(lambda: self.pid not in (None, after), within_s):
                raise ServiceFailed(self.name, f"not started again within {within_s:.0f} s", self.log)
            assert self._popen is not None
            return self._popen.pid

    def ask_to_stop(self) -> None:
        """Sends the stop signal; the process will not be started again."""
        self._stopping.set()
        self._signal(self.spec.stop_signal)

    def wait_stopped(self, deadline: float) -> None:
        """Waits until it is gone; kills it at ``deadline`` (of ``time.monotonic``)."""
        if self._keeper.ident is None:
            return
        self._keeper.join(max(0.0, deadline - time.monotonic()))
        if self._keeper.is_alive():
            self._signal(signal.SIGKILL)
            self._keeper.join()

    def last_words(self) -> str:
        """The end of its log."""
        lines = self.log.read_text(errors="replace").splitlines() if self.log.is_file() else []
        return "\n".join(line for line in lines[-6:] if line.strip()) or "it wrote nothing"

    def _signal(self, number: signal.Signals) -> None:
        # Not popen.send_signal: that may reap the process, which is the keeper's to do.
        with self._lock:
            if self._popen is not None:
                os.kill(self._popen.pid, number)

    def _keep(self) -> None:
        delay = _FIRST_DELAY_S
        while not self._stopping.is_set():
            began = time.monotonic()
            died = self._live_once()
            if died is None or self._stopping.is_set():
                return
            if time.monotonic() - began > _LIVED_WELL_S or died == _KILLED:
                self._early_deaths, delay = 0, _FIRST_DELAY_S
            self._early_deaths += 1
            again = "" if delay < 0.5 else f" in {delay:.1f} s"
            see = "" if self._early_deaths < 3 else f" (its log: {self.log})"
            self._say(f"{self.name} {died}; starting it again{again}{see}")
            self._stopping.wait(delay)
            delay = min(_LONGEST_DELAY_S, delay * 2)
            self.restarts += 1

    def _live_once(self) -> str | None:
        """Runs the process until it ends. Returns how it ended, or None if it was not to be started."""
        try:
            self.spec.before_start()
        except ServicesFault as fault:
            return f"can't start ({fault})"
        with self._lock:
            if self._stopping.is_set():
                return None
            popen = self._spawn()
            self._popen = popen
            self._started.notify_all()
        os.waitid(os.P_PID, popen.pid, os.WEXITED | os.WNOWAIT)
        with self._lock:
            self._popen = None
            # Its own children go with it. It is not reaped yet, so the group can't be anybody else's.
            os.killpg(popen.pid, signal.SIGKILL)
        return _how_it_ended(popen.wait())

    def _spawn(self) -> subprocess.Popen[bytes]:
        spec = self.spec
        run = [sys.executable, "-I", "-S", leash.__file__]
        run += ["--parent", str(os.getpid()), "--signal", str(int(spec.death_signal))]
        run += ["--uid", str(spec.uid)] if spec.uid is not None else []
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [*run, "--", *spec.command],
                cwd=spec.cwd,
                env={**os.environ, **spec.environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )


_KILLED = f"was killed by {signal.SIGKILL.name}"


def _how_it_ended(code: int) -> str:
    if code >= 0:
        return f"ended with code {code}"
    return f"was killed by {signal.Signals(-code).name}"
