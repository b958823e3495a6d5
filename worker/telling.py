"""One telling, from its claim to its stored answer."""

from __future__ import annotations

import logging

from backend.domain.questions import InvalidAnswer, TellAnswer, Unanswerable
from backend.store.postgres.database import StoreUnavailable
from backend.store.queues.tellings import claim_telling, put_telling, release_telling
from worker.answering import AFTER_A_FAULT, BUILT_IN, Desk

log = logging.getLogger(__name__)

CLAIM_SECONDS = 300.0
"""How long it belongs to the worker that claimed it: nothing in town waits for it, so a slow model has its time."""


def tell(desk: Desk, root: str, key: str) -> bool:
    """Has a town told of by the mind that is asked; True if what was written is stored.

    False: somebody else has it, it is there already, or the mind can't now; it is asked again then.

    Raises:
        StoreUnavailable: Postgres is away; the question stays open.
    """
    claimed = claim_telling(desk.database, root, key, CLAIM_SECONDS)
    if claimed is None:
        return False
    question = claimed.question
    try:
        answer, mind = desk.models.answer(claimed.town, question, None)
    except Unanswerable as fault:
        log.info("%s of %s is not told yet: %s", key, claimed.town, fault)
        release_telling(desk.database, root, key, fault.retry_after)
        return False
    except InvalidAnswer as fault:
        log.error("%s of %s got an answer that does not fit: %s", key, claimed.town, fault)
        answer, mind = desk.mind.answer(question), f"{BUILT_IN}:invalid"
    except StoreUnavailable:
        raise
    except Exception:
        release_telling(desk.database, root, key, AFTER_A_FAULT)
        raise
    assert isinstance(answer, TellAnswer), "answers are of the kind of their questions"
    return put_telling(desk.database, root, key, mind, answer)
