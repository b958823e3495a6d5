"""The ``townlet`` command."""

from __future__ import annotations

import sys

import typer

from backend.store.settings import SettingMissing, SettingWrong
from townlet.commands.up import up
from townlet.services import ServicesFault

app = typer.Typer(
    name="townlet",
    help="A small town of residents with minds, living in a web page.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

app.command()(up)


@app.callback()
def _commands() -> None:
    """Keeps ``townlet up`` a command of its own while it is the only one."""


def main() -> None:
    """Runs a command; what is wrong becomes one line that says what to do."""
    try:
        app()
    except (ServicesFault, SettingMissing, SettingWrong) as fault:
        print(f"✗ {fault}", file=sys.stderr)
        sys.exit(1)
