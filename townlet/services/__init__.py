"""The services that a town runs on, embedded and supervised.

``EmbeddedServices`` are Postgres and Redis alone (tests, ``townlet run``); ``TownletProcesses`` are these,
the backend and the workers (``townlet up``). Both run under a ``Supervisor``, which starts again what dies.
"""

from __future__ import annotations

from townlet.services.embedded import EmbeddedServices
from townlet.services.faults import (
    HomeInUse,
    HomeNotOurs,
    PortTaken,
    ProgramMissing,
    ServerUnreachable,
    ServiceFailed,
    ServicesFault,
)
from townlet.services.home import Home
from townlet.services.processes import ManagedProcess, ProcessSpec
from townlet.services.sharing import Addresses, services_of
from townlet.services.supervisor import Supervisor
from townlet.services.townlet_processes import TownletProcesses

__all__ = [
    "Addresses",
    "EmbeddedServices",
    "Home",
    "HomeInUse",
    "HomeNotOurs",
    "ManagedProcess",
    "PortTaken",
    "ProcessSpec",
    "ProgramMissing",
    "ServerUnreachable",
    "ServiceFailed",
    "ServicesFault",
    "Supervisor",
    "TownletProcesses",
    "services_of",
]
