"""``townlet doctor``: looks after everything that a town needs, and says what to do."""

from __future__ import annotations

import os

import typer

from backend.store.environment.passwords import without_passwords
from backend.store.environment.settings import home_folder
from townlet.doctor import CHECKS, surroundings


def doctor() -> None:
    """Check everything that a town needs; a Townlet may run meanwhile."""
    with surroundings(home_folder(os.environ), os.environ) as around:
        wrong = 0
        for check in CHECKS:
            finding = check(around)
            wrong += not finding.fine
            print(without_passwords(finding.line()), flush=True)
    if wrong:
        raise typer.Exit(1)
