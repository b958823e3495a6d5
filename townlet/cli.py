"""The ``townlet`` command."""

from __future__ import annotations

import sys

import typer

from backend.domain.model_settings import BadModelSettings
from backend.gazette import GazetteFault
from backend.replay import ReplayFault
from backend.scenarios import ScenarioInvalid, UnknownScenario
from backend.store.environment.settings import SettingMissing, SettingWrong
from backend.store.moving.town_file_faults import TownFileFault
from backend.store.people.tokens import UnknownToken
from backend.store.postgres.database import StoreUnavailable
from backend.store.recording.run_record_faults import RunRecordFault
from backend.store.town.towns import TownGone, UnknownTown
from townlet.commands.check import check
from townlet.commands.doctor import doctor
from townlet.commands.draw import draw
from townlet.commands.evaluate import evaluate
from townlet.commands.export import NoSuchTown, export
from townlet.commands.gazette import gazette
from townlet.commands.import_ import import_
from townlet.commands.new import new
from townlet.commands.replay import NoSuchMoment, replay
from townlet.commands.run import RunMisused, run
from townlet.commands.token import LabelUnfit
from townlet.commands.token import app as token
from townlet.commands.up import up
from townlet.evaluate import EvaluationFault
from townlet.new_town import NewTownRefused
from townlet.pictures import NoPage, ScenarioChanged
from townlet.recorded_inputs import BadInputsFile
from townlet.run_minds import NoModel
from townlet.services import ServicesFault
from worker.minds import UnknownMind

app = typer.Typer(
    name="townlet",
    help="A small town of residents with minds, living in a web page.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

app.command()(up)
app.command()(run)
app.command()(gazette)
app.command()(replay)
app.command()(evaluate)
app.command()(check)
app.command()(new)
app.command()(draw)
app.command()(doctor)
app.command()(export)
app.command("import")(import_)
app.add_typer(token, name="token")


FAULTS = (
    ServicesFault, SettingMissing, SettingWrong, BadInputsFile, ScenarioInvalid, UnknownScenario, UnknownMind,
    NewTownRefused, NoPage, ScenarioChanged, NoSuchTown, UnknownTown, TownGone, TownFileFault, StoreUnavailable,
    LabelUnfit, UnknownToken, GazetteFault,
    RunRecordFault, RunMisused, NoModel, BadModelSettings, EvaluationFault,
    ReplayFault, NoSuchMoment,
)  # fmt: skip
"""What people can set right themselves: one line, no traceback."""


def main() -> None:
    """Runs a command; what is wrong becomes one line that says what to do."""
    try:
        app()
    except FAULTS as fault:
        print(f"✗ {fault}", file=sys.stderr)
        sys.exit(1)
