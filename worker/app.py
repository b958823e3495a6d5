"""The Celery app of all workers: `celery -A worker.app worker -Q towns|minds|talk|batch`.

A message is a hint that carries an id; the work is a row in Postgres. So nothing here is made to survive a loss of
messages: no late acknowledgements, no results, no retries. What was lost is hinted again by the sweep.
"""

from __future__ import annotations

from typing import Any

from celery import Celery
from celery.signals import setup_logging, task_postrun, task_prerun, worker_ready, worker_shutting_down

from backend.store.environment.logs import from_now_on_about, set_up_logging
from backend.store.environment.settings import settings
from backend.store.redis.presence import Presence
from worker import parts
from worker.heartbeat import Heartbeat
from worker.keeping import Keeping
from worker.pool import use_waking_threads
from worker.sweep import Sweep

app = Celery("townlet", broker=settings().redis_url, include=["worker.tasks"])
app.conf.update(
    task_default_queue="batch",
    task_serializer="json",
    accept_content=["json"],
    task_ignore_result=True,
    task_acks_late=False,
    task_reject_on_worker_lost=False,
    task_publish_retry=False,
    worker_prefetch_multiplier=1,
    worker_disable_prefetch=True,
    # Otherwise a worker that lost Redis while it was busy comes back with fewer slots.
    worker_enable_prefetch_count_reduction=False,
    worker_consumer="worker.consumer:QuickConsumer",
    # Concerns late acknowledgements alone, of which there are none; unset, each lost connection is warned about.
    worker_cancel_long_running_tasks_on_connection_loss=True,
    worker_send_task_events=False,
    worker_enable_remote_control=False,
    broker_connection_retry=True,
    broker_connection_retry_on_startup=True,
    broker_connection_max_retries=None,
    broker_transport_options={"socket_connect_timeout": 2, "health_check_interval": 10},
)
use_waking_threads()


@setup_logging.connect
def _log_as_told(**_: Any) -> None:
    """In the place of Celery's own set-up, and in the form of all other processes."""
    set_up_logging()


@task_prerun.connect
def _say_what_it_is_about(args: tuple[str, ...] = (), **_: Any) -> None:
    """The town, and the question if there is one; Celery's own line on a failure has them, too."""
    from_now_on_about(**dict(zip(("town", "question"), args, strict=False)))


@task_postrun.connect
def _it_is_over(**_: Any) -> None:
    from_now_on_about()


_threads: list[Sweep | Heartbeat | Keeping] = []


@worker_ready.connect
def _start_threads(sender: Any, **_: Any) -> None:
    queues = [queue.name for queue in sender.task_consumer.queues]
    sweep = Sweep(parts.database(), parts.hints())
    heartbeat = Heartbeat(Presence(settings().redis_url), queues, sender.hostname)
    for thread in (sweep, heartbeat, parts.keeping()):
        thread.start()
        _threads.append(thread)


@worker_shutting_down.connect
def _stop_threads(**_: Any) -> None:
    parts.stopping.set()
    while _threads:
        _threads.pop().stop()
