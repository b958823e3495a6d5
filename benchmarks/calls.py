"""What a day with a model costs: calls and tokens a resident, how full that day is, and how fast it goes.

Run `make bench-calls`; prints JSON, exit code 1 if a gate is missed. The Ville lives a day, all residents with the
mind `model`, on the test server (`tests/model_server.py`), which answers as `rules` would: once on each of the three
kinds of server, and once with every fault at 5 % each. All goes over HTTP by the real client; the server answers at
once. How long the day takes is worked out from the latency law, call by call, in a queue of 32 slots, and the time
that the engine itself takes is added: so the figure does not hang on this machine's two or twenty processors.

Numbers are means of all residents; `least` is the resident with the fewest. With faults, the waits before another
attempt are cut to a twentieth, and a call that hangs is given up after one second.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from backend.domain import events as e
from backend.domain.calendar import SECONDS_PER_TICK, TICKS_PER_DAY
from backend.domain.calls import Call
from backend.domain.events import Recorded
from backend.domain.inputs import AnswerGiven
from backend.domain.log import canonical, read_line
from backend.domain.model_settings import ModelSettings, model_settings
from backend.domain.questions import AnyQuestion
from backend.domain.scenario import Scenario
from backend.scenarios import find_scenario, load_scenario
from backend.store.environment.settings import PROJECT
from backend.store.recording.file_journal import FileJournal
from tests.model_api.chat_requests import Kind, Peculiarities
from tests.model_api.faults import FAULTS, Fault, FaultPlan, every_fault
from tests.model_api.metering import time_of
from tests.model_server import ModelServer, model_server
from townlet.run_minds import answers_of_model
from worker.cognition.cognition import Cognition
from worker.engine.elsewhere import AnsweringThreads
from worker.engine.headless import live_headless
from worker.minds import minds
from worker.minds.model.servers import SERVERS

SEED = 7
SLOTS = 32
FAULT_RATE = 0.05
TIMEOUT_S, TIMEOUT_WITH_FAULTS_S = 30.0, 1.0
"""Real seconds that a call may take; short where some hang on purpose."""
MOST = {"calls": 200, "output_tokens": 8_000, "uncached_input_tokens": 50_000}
LEAST = {"detailed_actions": 60, "talks_of_6_lines": 3, "reflections": 1, "simulated_s_per_s": 60}
LONG_TALK = 6
HASTE = 20
"""By how much waits between attempts are cut."""
OUTCOME: dict[Fault, str] = {
    "rate_limited": "rate_limited", "server_error": "server_error", "hang": "timeout", "cut": "cut",
    "malformed": "invalid", "wrong_schema": "invalid", "refusal": "refused", "empty": "empty",
    "too_long": "too_long", "unknown_parameter": "bad_request",
}  # fmt: skip
"""As what a fault is recorded by the mind that it happens to."""
ERROR_WORDS = (
    "error", "rate limit", "overloaded", "unknown parameter", "traceback", "can't help with that", "no such thing",
    "and so on and on",
)  # fmt: skip
"""Words of faults, none of which may ever be in the log of a town."""
Json = dict[str, Any]


class Tally:
    """The log of calls, counted."""

    def __init__(self) -> None:
        self.calls: list[Call] = []

    def record(self, call: Call) -> None:
        self.calls.append(call)


class Day:
    """One day, lived on a server."""

    def __init__(self, scenario: Scenario, ticks: int, kind: Kind, faults: FaultPlan) -> None:
        self.scenario, self.ticks = scenario, ticks
        self.asked: dict[str, AnyQuestion] = {}
        self.minds: Counter[str] = Counter()
        self.tally = Tally()
        like = Peculiarities(kind=kind)
        with (
            tempfile.TemporaryDirectory(prefix="townlet-bench-") as folder,
            model_server(find=self._find, like=like, faults=faults, retry_after="0") as self.server,
        ):
            self.seconds = self._live(Path(folder), self.server, bool(faults.rates))
            lines = (Path(folder) / "events.jsonl").read_bytes().splitlines()
        self.log = [read_line(line, seq) for seq, line in enumerate(lines, start=1)]

    def _find(self, _town: str, key: str) -> AnyQuestion | None:
        return self.asked.get(key)

    def _live(self, folder: Path, server: ModelServer, with_faults: bool) -> float:
        settings = _settings(server, with_faults)
        by_model = answers_of_model(
            settings, self.tally, self.scenario.id, sleep=lambda seconds: time.sleep(seconds / HASTE)
        )

        def answer(question: AnyQuestion) -> AnswerGiven:
            self.asked[question.key] = question
            given = by_model(question)
            self.minds[given.mind] += 1
            return given

        start = time.perf_counter()
        try:
            with FileJournal(folder) as journal, AnsweringThreads(answer, SLOTS) as slots:
                live_headless(
                    self.scenario,
                    SEED,
                    self.ticks,
                    cognition=Cognition(self.scenario),
                    mind=minds("rules"),
                    journal=journal,
                    founded_as="model",
                    elsewhere=slots,
                )
        finally:
            SERVERS.close()
        return time.perf_counter() - start

    @property
    def latencies(self) -> list[tuple[int, int, float]]:
        """(tick asked, tick of the effect, seconds by the latency law) of each question."""
        seconds = self.server.spent.seconds
        return [
            (question.tick, question.effect, seconds.get(f"{self.scenario.id}/{question.key}", 0.0))
            for question in self.asked.values()
            if question.effect is not None
        ]


def _settings(server: ModelServer, with_faults: bool) -> ModelSettings:
    return model_settings(
        {
            "base_url": server.url,
            "api_key": server.key,
            "model": server.like.models[0],
            "slots": SLOTS,
            "timeout_s": TIMEOUT_WITH_FAULTS_S if with_faults else TIMEOUT_S,
        }
    )


def measured(day: Day, engine_s: float) -> Json:
    """What the day came to, a resident and day, beside its gates."""
    share = len(day.scenario.personas) * day.ticks / TICKS_PER_DAY
    spent = day.server.spent
    answers_s = time_of(day.latencies, SLOTS)
    numbers = {
        "calls": spent.calls / share,
        "output_tokens": spent.output_tokens / share,
        "uncached_input_tokens": (spent.input_tokens - spent.cached_tokens) / share,
        **fullness(day.scenario, day.log, share),
        "simulated_s_per_s": day.ticks * SECONDS_PER_TICK / (answers_s + engine_s),
    }
    misses = [name for name, most in MOST.items() if numbers[name] > most]
    misses += [name for name, least in LEAST.items() if numbers[name] < least]
    return {
        **{name: round(number, 1) for name, number in numbers.items()},
        "missed": misses,
        "passed": not misses,
        "input_tokens": round(spent.input_tokens / share),
        "uncached_if_only_from_1024_tokens": round((spent.input_tokens - spent.cached_tokens_openai) / share),
        "by_question": by_question(day, share),
        "answers_of": dict(day.minds.most_common()),
        "most_calls_at_once": spent.most_at_once,
        "refused_by_server": dict(spent.refused),
        "answers_s_by_law": round(answers_s, 1),
        "engine_s": round(engine_s, 1),
        "benchmark_s": round(day.seconds, 1),
    }


def fullness(scenario: Scenario, log: Iterable[Recorded], share: float) -> Json:
    """How much happened: actions that plans were detailed into, long talks, reflections; also the least of each."""
    actions, long_talks, reflections = Counter[str](), Counter[str](), Counter[str]()
    lines: Counter[str] = Counter()
    speakers: dict[str, set[str]] = {}
    for recorded in log:
        match recorded.event:
            case e.BlockDetailed() as event:
                actions[event.resident] += len(event.actions)
            case e.TalkStarted() as event:
                speakers[event.talk] = set(event.participants)
            case e.TalkJoined() as event:
                speakers[event.talk].add(event.resident)
            case e.Said(talk=str(talk)):
                lines[talk] += 1
            case e.Reflected() as event:
                reflections[event.resident] += 1
            case _:
                pass
    for talk, count in lines.items():
        if count >= LONG_TALK:
            long_talks.update(speakers[talk])
    counts = {"detailed_actions": actions, "talks_of_6_lines": long_talks, "reflections": reflections}
    means = {name: each.total() / share for name, each in counts.items()}
    least = {f"{name}_least": min(each[r] for r in scenario.personas) for name, each in counts.items()}
    return {**means, **least}


def by_question(day: Day, share: float) -> Json:
    """Of each kind: calls, tokens in (and of them new) and out, a resident and day."""
    found: dict[str, Counter[str]] = {}
    for call in day.tally.calls:
        one = found.setdefault(call.kind, Counter())
        one["calls"] += 1
        one["output"] += call.output_tokens
        one["input"] += call.input_tokens
        one["uncached"] += call.input_tokens - call.cached_tokens
    return {
        kind: {name: round(count / share, 1) for name, count in counts.items()}
        for kind, counts in sorted(found.items())
    }


def faulty_day(scenario: Scenario, ticks: int) -> Json:
    """A day on which every second call goes wrong."""
    faults = FaultPlan(every_fault(FAULT_RATE))
    day = Day(scenario, ticks, "schema", faults)
    outcomes = Counter[str](call.outcome for call in day.tally.calls)
    injected = {fault: faults.counts[fault] for fault in FAULTS}
    expected: Counter[str] = Counter()
    for fault, count in injected.items():
        expected[OUTCOME[fault]] += count
    missing = {name: count - outcomes[name] for name, count in expected.items() if outcomes[name] < count}
    # A busy machine takes longer than a call may: whatever else was wrong with it, it is a time-out then.
    too_slow = outcomes["timeout"] - expected["timeout"]
    uncounted = missing if sum(missing.values()) > too_slow else {}
    error_lines = [
        line[:200].decode()
        for line in map(canonical, day.log)
        if any(word in line.decode().lower() for word in ERROR_WORDS)
    ]
    ended = max(recorded.tick for recorded in day.log) >= ticks - TICKS_PER_DAY // 24
    return {
        "rate_of_each": FAULT_RATE,
        "injected": injected,
        "recorded": dict(sorted(outcomes.items())),
        "uncounted": uncounted,
        "answers_of": dict(day.minds.most_common()),
        "error_words_in_the_log": error_lines[:5],
        "day_ended": ended,
        "passed": ended and not uncounted and not error_lines and all(injected.values()),
        "benchmark_s": round(day.seconds, 1),
    }


def engine_seconds(scenario: Scenario, ticks: int) -> float:
    """What the same day takes where nobody has to be waited for."""
    start = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="townlet-bench-") as folder, FileJournal(Path(folder)) as journal:
        live_headless(
            scenario, SEED, ticks, cognition=Cognition(scenario), mind=minds("rules"), journal=journal
        )
    return time.perf_counter() - start


def main() -> int:
    """Prints the measurements. Returns the exit code: 1 if a gate is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--scenario", default="the_ville")
    parser.add_argument(
        "--days", type=float, default=1.0, help="simulated days; the gates are meant for whole ones"
    )
    parser.add_argument(
        "--kinds", nargs="*", choices=("schema", "tools", "json"), default=["schema", "tools", "json"]
    )
    parser.add_argument("--no-faults", action="store_true", help="leaves out the day on which calls go wrong")
    options = parser.parse_args()
    scenario = load_scenario(find_scenario(PROJECT / "scenarios", options.scenario))
    ticks = round(options.days * TICKS_PER_DAY)
    engine_s = engine_seconds(scenario, ticks)
    kinds = {kind: measured(Day(scenario, ticks, kind, FaultPlan({})), engine_s) for kind in options.kinds}
    faults = None if options.no_faults else faulty_day(scenario, ticks)
    passed = all(kind["passed"] for kind in kinds.values()) and (faults is None or faults["passed"])
    report = {
        "benchmark": "calls",
        "scenario": scenario.id,
        "residents": len(scenario.personas),
        "days": options.days,
        "slots": SLOTS,
        "per": "resident and day, mean of all residents",
        "latency": "(0.34 s + 12 ms x output tokens) x lognormal sigma 0.25, worked out in a queue, not waited for",
        "gates": {"most": MOST, "least": LEAST},
        "passed": passed,
        "kinds": kinds,
        "faults": faults,
        "python": platform.python_version(),
        "processor": platform.machine(),
    }
    print(json.dumps(report, indent=2))
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
