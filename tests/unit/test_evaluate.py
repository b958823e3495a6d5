"""`townlet evaluate`: what a town comes to know and keep is read off its log, life by life, and compared fairly."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from backend.domain import events as e
from backend.domain.events import Recorded
from backend.domain.state import initial_state
from tests.a_life import brook_lane
from tests.a_scenario_copy import ScenarioCopy
from townlet.cli import app
from townlet.evaluate import EvaluationFault, Experiment
from townlet.evaluate.claims import Claims
from townlet.evaluate.experiment import live
from townlet.evaluate.intervals import paired
from townlet.evaluate.measures import measure
from townlet.evaluate.tellings import told_in

LANE = Path(__file__).parents[2] / "scenarios" / "brook_lane"
WALTERS = "walter@0.0"


def _log(*events: tuple[int, e.AnyEvent]) -> list[Recorded]:
    return [Recorded(number, tick, 0, event) for number, (tick, event) in enumerate(events, start=1)]


def _memory(resident: str, tick: int, source: e.Source, news: str | None = "lanterns") -> e.Remembered:
    return e.Remembered(
        id=f"{resident}@{tick}.0", resident=resident, memory="observation", text="Lanterns!", importance=7,
        source=source, news=news,
    )  # fmt: skip


def _planted() -> tuple[int, e.AnyEvent]:
    return 0, _memory("walter", 0, e.Source(by="scenario"))


def _says(tick: int, speaker: str, to: str, tells: str) -> tuple[int, e.AnyEvent]:
    return tick, e.Said(speaker=speaker, to=(to,), text="There will be lanterns.", talk="t", tells=(tells,))


def _hears(tick: int, resident: str, speaker: str, told: str) -> tuple[int, e.AnyEvent]:
    return tick, _memory(resident, tick, e.Source(by="speaker", who=speaker, talk="t", memories=(told,)))


# -- who knows, and from whom


def test_who_was_told_by_one_who_was_told_has_it_from_the_first() -> None:
    told = told_in(
        _log(
            _planted(),
            _says(50, "walter", "ruth", WALTERS),
            _hears(50, "ruth", "walter", WALTERS),
            _says(90, "ruth", "ivo", "ruth@50.0"),
            _hears(90, "ivo", "ruth", "ruth@50.0"),
        )
    )
    assert told.knowers("lanterns") == ["ivo", "ruth", "walter"]
    assert told.chain("lanterns", "walter") == []
    chain = told.chain("lanterns", "ivo")
    assert chain is not None
    assert [(each.speaker, each.hearer, each.tick, each.seq) for each in chain] == [
        ("walter", "ruth", 50, 2),
        ("ruth", "ivo", 90, 4),
    ]
    assert not any(each.overheard for each in chain)


def test_who_overheard_it_has_it_from_the_speaker() -> None:
    told = told_in(
        _log(_planted(), _says(50, "walter", "ruth", WALTERS), _hears(50, "nadia", "walter", WALTERS))
    )
    chain = told.chain("lanterns", "nadia")
    assert chain is not None
    assert chain[0].overheard


@pytest.mark.parametrize(
    "events",
    [
        [_hears(50, "ruth", "walter", WALTERS)],
        [_says(40, "walter", "ruth", WALTERS), _hears(50, "ruth", "walter", WALTERS)],
        [_says(50, "ivo", "ruth", WALTERS), _hears(50, "ruth", "ivo", WALTERS)],
        [(50, _memory("ruth", 50, e.Source(by="thought")))],
    ],
    ids=[
        "nobody said it",
        "it was said at another moment",
        "the speaker has no such memory",
        "it was thought up",
    ],
)
def test_what_nobody_said_has_no_chain(events: list[tuple[int, e.AnyEvent]]) -> None:
    told = told_in(_log(_planted(), *events))
    assert told.chain("lanterns", "ruth") is None


# -- claims


def _claims(*texts: str, speaker: str = "ivo", tells: tuple[str, ...] = ()) -> Claims:
    scenario = brook_lane()
    claims, state = Claims(scenario), initial_state(scenario)
    for text in texts:
        claims.feed(e.Said(speaker=speaker, to=("ruth",), text=text, tells=tells), state)
    return claims


def test_an_invented_item_of_news_and_a_stranger_s_name_are_claims_without_a_source() -> None:
    scenario = brook_lane()
    item = scenario.news[0].text
    strangers = [
        other.name
        for other in scenario.personas.values()
        if not any(known.other == other.id and known.knows_name for known in scenario.personas["ivo"].knows)
        and other.id != "ivo"
    ]
    assert strangers
    claims = _claims(item, f"I met {strangers[0].split()[0]} yesterday.", tells=("ivo@5.0",))
    assert len(claims.without_source) >= 4
    assert claims.total == len(claims.without_source)


def test_what_one_knows_is_a_claim_with_a_source() -> None:
    claims = _claims("My name is Ivo.")
    assert (claims.total, claims.without_source) == (1, [])
    assert _claims("Good morning!").total == 0


# -- a whole life


def test_the_same_life_has_the_same_measures_and_each_telling_was_really_said() -> None:
    experiment = Experiment(LANE, 0.6, "rules", (3,), ("full",))
    one, again = live(experiment, 3, "full"), live(experiment, 3, "full")
    assert orjson.dumps(one) == orjson.dumps(again)
    assert one["lanterns.knows"] >= 1
    assert one["lanterns.without_chain"] == 0
    assert one["claims.without_source"] == 0, one["claims.unfounded"]
    assert 0 < one["density.start"] <= one["density.end"] <= 1


def test_without_memory_no_news_goes_round() -> None:
    life = live(Experiment(LANE, 1.0, "rules", (3,), ("none",)), 3, "none")
    assert life["lanterns.knows"] == 1


def test_who_said_yes_and_was_there_came_and_a_refusal_s_ground_is_checked() -> None:
    scenario = brook_lane()
    occasion = scenario.news[0].occasion
    assert occasion is not None
    start, end = scenario.calendar.tick_at(occasion.start), scenario.calendar.tick_at(occasion.end)

    def offer(to: tuple[str, ...]) -> e.AnyEvent:
        return e.Offered(
            commitment="occasion:lanterns", resident="walter", to=to, what=occasion.what,
            arena=occasion.arena, start=start, end=end, news="lanterns",
        )  # fmt: skip

    def answer(who: str, accepted: bool, ground: str | None = None) -> e.AnyEvent:
        return e.OfferAnswered(
            commitment="occasion:lanterns", resident=who, accepted=accepted, reason="so", ground=ground
        )

    found = measure(
        scenario,
        7,
        _log(
            (0, offer(())), (10, offer(("ruth", "ivo", "nadia"))), (11, answer("ruth", True)),
            (12, answer("ivo", True)), (13, answer("nadia", False, "commitment:none")),
            (end, e.CommitmentSettled(commitment="occasion:lanterns", resident="ruth", how="kept")),
            (end, e.CommitmentSettled(commitment="occasion:lanterns", resident="ivo", how="broken")),
        ),
    )  # fmt: skip
    told = [found[f"lanterns.{what}"] for what in ("invited", "accepted", "came")]
    assert told == [3, 2, 1]
    assert (found["declined.total"], found["declined.with_true_ground"]) == (1, 0)
    assert found["declined.with_false_ground"] == 1


# -- comparing


def test_a_difference_that_is_always_the_same_has_no_width() -> None:
    difference = paired([5, 6, 7], [3, 4, 5])
    assert difference is not None
    assert (difference.mean, difference.low, difference.high) == (2, 2, 2)
    assert difference.is_lower


def test_an_interval_is_that_of_student_s_t() -> None:
    # Differences 1, 2, 3, 4: mean 2.5, deviation 1.291, t(3) 3.182.
    difference = paired([1, 2, 3, 4], [0, 0, 0, 0])
    assert difference is not None
    assert difference.mean == 2.5
    assert difference.high - difference.mean == pytest.approx(3.182 * 1.29099 / 2, abs=1e-3)


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=2, max_size=40))
def test_taking_away_and_adding_mirror_each_other(pairs: list[tuple[int, int]]) -> None:
    full, without = [float(one) for one, _ in pairs], [float(other) for _, other in pairs]
    one, other = paired(full, without), paired(without, full)
    assert one is not None
    assert other is not None
    assert one.low == pytest.approx(-other.high)
    assert not (one.is_lower and other.is_lower)


def test_one_pair_tells_nothing() -> None:
    assert paired([1], [0]) is None


# -- the command


def test_the_command_writes_the_same_report_twice_and_a_table(tmp_path: Path) -> None:
    written = []
    for name in ("one", "other"):
        out = tmp_path / name
        given_ = ["evaluate", "brook_lane", "--seeds", "2", "--days", "0.3", "--conditions", "full,none"]
        result = CliRunner().invoke(app, [*given_, "--out", str(out)])
        assert result.exit_code == 0, result.output
        written.append((out / "report.json").read_bytes())
        assert (out / "report.txt").read_text() == result.stdout
    assert written[0] == written[1]
    document = orjson.loads(written[0])
    assert [(life["seed"], life["condition"]) for life in document["runs"]] == [
        (1, "full"), (2, "full"), (1, "none"), (2, "none"),
    ]  # fmt: skip
    assert set(document["differences"]) == {"none"}


@pytest.mark.parametrize(
    ("conditions", "says"), [("full,nothing", "no condition 'nothing'"), ("full,full", "named twice")]
)
def test_a_wrong_condition_is_named(conditions: str, says: str) -> None:
    with pytest.raises(EvaluationFault, match=says):
        Experiment(LANE, 1.0, "rules", (1,), tuple(conditions.split(",")))


def test_another_item_of_news_is_followed_by_files_alone(tmp_path: Path) -> None:
    copy = ScenarioCopy(tmp_path)
    copy.rewrite("town.yaml", "- id: lanterns", "- id: lost_cat")
    copy.rewrite(
        "town.yaml",
        "On Saturday evening at eight everybody may set a paper lantern afloat on the pond in Alder Green.",
        "A grey cat with one white paw has been lost since Sunday.",
    )
    out = tmp_path / "out"
    result = CliRunner().invoke(
        app, ["evaluate", str(copy.folder), "--seeds", "1", "--days", "0.5", "--out", str(out)]
    )
    assert result.exit_code == 0, result.output
    document = orjson.loads((out / "report.json").read_bytes())
    (life,) = document["runs"]
    assert life["lost_cat.knows"] == 1 + len(life["lost_cat.chains"]) >= 2
    assert all(chain[0]["speaker"] == "walter" for chain in life["lost_cat.chains"].values())
    assert document["paper"].keys() == {"density.start", "density.end"}


def test_a_report_that_is_a_folder_is_named_before_anything_is_lived(tmp_path: Path) -> None:
    (tmp_path / "report.json").mkdir()
    result = CliRunner().invoke(app, ["evaluate", "brook_lane", "--days", "300", "--out", str(tmp_path)])
    assert isinstance(result.exception, EvaluationFault)


def test_a_folder_that_can_t_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    result = CliRunner().invoke(
        app, ["evaluate", "brook_lane", "--days", "0.01", "--out", str(tmp_path / "taken")]
    )
    assert isinstance(result.exception, EvaluationFault)
