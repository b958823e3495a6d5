"""docker-compose.yml runs what ``townlet up`` runs."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from townlet.services.townlet_processes import QUEUES

_COMPOSE = Path(__file__).resolve().parents[2] / "docker-compose.yml"


@pytest.mark.parametrize("queue", QUEUES)
def test_each_queue_has_a_service_with_the_same_pool_and_slots(queue: str) -> None:
    command = yaml.safe_load(_COMPOSE.read_text())["services"][queue]["command"]

    assert command[command.index("-Q") + 1] == queue
    assert command[command.index("-P") + 1] == QUEUES[queue].pool
    assert command[command.index("-c") + 1] == str(QUEUES[queue].slots)
