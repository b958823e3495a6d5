"""Starts processes in order, keeps them alive and stops them together."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from townlet.services.processes import ManagedProcess, ProcessSpec, Say


class Supervisor:
    """Processes by name. Nothing that it started outlives it, see ``leash``."""

    def __init__(self, logs: Path, say: Say, environment: Mapping[str, str]) -> None:
        self.processes: dict[str, ManagedProcess] = {}
        self._logs = logs
        self._say = say
        self._environment = dict(environment)

    def start(self, *specs: ProcessSpec) -> None:
        """Starts processes side by side and waits until each is ready.

        Raises:
            ServiceFailed: one does not come up. The others go on; call ``stop``.
        """
        started = [self._managed(spec) for spec in specs]
        for process in started:
            assert process.name not in self.processes, f"two processes are named {process.name}"
            self.processes[process.name] = process
            process.start()
        for process in started:
            process.wait_ready()

    def _managed(self, spec: ProcessSpec) -> ManagedProcess:
        marked = replace(spec, environment={**spec.environment, **self._environment})
        return ManagedProcess(marked, self._logs / f"{spec.name}.log", self._say)

    def stop(self, *, at_once: bool = False) -> None:
        """Stops everything, the highest tier first. ``at_once`` kills without asking."""
        tiers = sorted({process.spec.tier for process in self.processes.values()}, reverse=True)
        for tier in tiers:
            stopping = [process for process in self.processes.values() if process.spec.tier == tier]
            for process in stopping:
                process.ask_to_stop()
            began = time.monotonic()
            for process in stopping:
                process.wait_stopped(began if at_once else began + process.spec.stop_within_s)
        self.processes.clear()
