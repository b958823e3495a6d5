"""A mind behind a server: whatever the server does, each question has a fitting answer and each attempt a record."""

from __future__ import annotations

import json
import socket
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from httpx2 import Timeout

from backend.domain.calls import BudgetReached, Busy
from backend.domain.memory.vectors import decode
from backend.domain.questions import AnyQuestion, Embed, EmbedAnswer, ReplyAnswer, Unanswerable
from tests.a_life import brook_lane, live
from tests.a_model_mind import Desk, a_mind, settings_for
from tests.model_api.chat_requests import Peculiarities
from tests.model_api.faults import FaultPlan, every_fault
from tests.model_server import EMBEDDING_MODEL, KEY, model_server
from tests.scripted_model_server import listening, scripted
from tests.unit.a_question import a_memory, a_person, a_persona, reply_question, say_question
from worker.minds.model.breaker import FAILURES
from worker.minds.model.servers import SERVERS
from worker.minds.model.wire import write
from worker.minds.rules import RulesMind

RULES = RulesMind()
MORNING = 1800


@pytest.fixture(autouse=True)
def _a_fresh_process() -> Iterator[None]:
    """Nothing is known of any server, and no connection is left open."""
    SERVERS.close()
    yield
    SERVERS.close()


@cache
def asked() -> dict[str, AnyQuestion]:
    """The questions of a morning of Brook Lane, by key."""
    return live(brook_lane(), seed=3, ticks=MORNING).questions


def found(_: str, key: str) -> AnyQuestion | None:
    return asked().get(key)


@pytest.mark.parametrize("kind", ["schema", "tools", "json"])
@pytest.mark.parametrize("reasons", [False, True])
def test_a_morning_is_answered_by_the_model_whatever_way_its_server_gives_json(
    kind: Any, reasons: bool
) -> None:
    refuses = frozenset({"temperature", "max_tokens"}) if reasons else frozenset[str]()
    like = Peculiarities(kind=kind, refuses=refuses, reasoning_tokens=500 if reasons else 0)
    desk = Desk()
    with model_server(find=found, encode=write, like=like) as server:
        mind = a_mind(settings_for(server.url), desk)
        for question in asked().values():
            given = mind.answer(question)
            assert given.mind == "model"
            assert given.answer == RULES.answer(question)
    not_ok = [call for call in desk.calls if call.outcome != "ok"]
    assert len(not_ok) <= 5, "what a server wants is found out once"
    assert desk.calls == desk.spent_calls
    assert all(
        call.input_tokens > 0 and call.output_tokens > 0 for call in desk.calls if call.outcome == "ok"
    )


@pytest.mark.parametrize("kind", ["schema", "tools", "json"])
def test_with_every_fault_each_question_is_answered_and_each_fault_recorded(kind: Any) -> None:
    desk = Desk()
    minds: Counter[str] = Counter()
    # A call that hangs costs the whole timeout, which is long enough for no other call to run into it.
    plan = FaultPlan(every_fault(0.05) | {"hang": 0.03})
    with model_server(
        find=found, encode=write, like=Peculiarities(kind=kind), faults=plan, retry_after="1"
    ) as server:
        mind = a_mind(settings_for(server.url, timeout_s=5.0), desk)
        for question in asked().values():
            given = mind.answer(question)
            given.answer.check(question)
            minds[given.mind] += 1
            assert "error" not in given.answer.model_dump_json().lower()
            if given.mind == "model":
                assert given.answer == RULES.answer(question)
    assert minds["model"] > 0.6 * len(asked())
    assert set(minds) <= {"model", "rules:invalid", "rules:refused", "rules:timeout", "rules:away"}
    outcomes = Counter(desk.outcomes)
    faults = plan.counts
    assert outcomes["rate_limited"] == faults["rate_limited"]
    assert outcomes["server_error"] == faults["server_error"]
    assert outcomes["timeout"] == faults["hang"] > 0
    assert outcomes["empty"] == faults["empty"]
    assert outcomes["too_long"] == faults["too_long"]
    assert outcomes["cut"] == faults["cut"]
    unfit = faults["malformed"] + faults["wrong_schema"] + (0 if kind == "schema" else faults["refusal"])
    assert outcomes["invalid"] == unfit
    assert all(call.fault for call in desk.calls if call.outcome != "ok")
    assert KEY not in str(desk.calls)


@pytest.mark.parametrize("seconds", [0.5, 5.0, 60.0])
def test_a_server_is_given_as_long_as_the_settings_say(seconds: float) -> None:
    server = SERVERS.of(settings_for("http://127.0.0.1:9/v1", timeout_s=seconds))
    assert isinstance(server.client.timeout, Timeout)
    assert server.client.timeout.read == seconds


def test_a_misfit_is_mended_by_one_more_call_that_names_its_fault() -> None:
    desk = Desk()
    question = next(q for q in asked().values() if q.kind == "plan_day")
    wrong = {"blocks": [{"until": "25:99", "activity": "a", "need": "eat", "emoji": "", "place": "p1"}]}
    right = write(question, RULES.answer(question))
    with scripted(json.dumps(wrong), json.dumps(right)) as server:
        given = a_mind(settings_for(server.url), desk).answer(question)
    assert given.mind == "model"
    assert desk.outcomes == ["invalid", "ok"]
    assert [call.attempt for call in desk.calls] == [1, 2]
    assert "no time of day" in desk.calls[0].fault
    again = server.bodies[1]["messages"]
    assert again[:2] == server.bodies[0]["messages"]
    assert again[2] == {"role": "assistant", "content": json.dumps(wrong)}
    assert "no time of day" in again[3]["content"]


def test_two_misfits_are_enough_and_the_built_in_mind_stands_in() -> None:
    desk = Desk()
    question = next(q for q in asked().values() if q.kind == "react")
    with scripted('{"option": "fly to the moon"}', '{"option": "fly to the moon"}') as server:
        given = a_mind(settings_for(server.url), desk).answer(question)
    assert given.mind == "rules:invalid"
    assert given.answer == RULES.answer(question)
    assert desk.outcomes == ["invalid", "invalid"]


def test_a_wrong_key_is_named_once_and_the_server_left_alone() -> None:
    desk = Desk()
    with model_server(find=found, encode=write) as server:
        settings = settings_for(server.url, api_key="sk-wrong-0123456789")
        given = [a_mind(settings, desk).answer(question).mind for question in list(asked().values())[:5]]
        assert given == ["rules:away"] * 5
        assert desk.outcomes == ["bad_request"]
        assert "does not take the key (401): set OPENAI_API_KEY" in desk.calls[0].fault
        assert "sk-wrong-0123456789" not in str(desk.calls)
        right = a_mind(settings_for(server.url), desk)
        assert right.answer(next(iter(asked().values()))).mind == "model", "a new key is tried at once"


def test_an_unknown_model_and_an_unreachable_server_and_a_wrong_address_are_named() -> None:
    question = next(iter(asked().values()))
    desk = Desk()
    with model_server(find=found, encode=write) as server:
        assert a_mind(settings_for(server.url, model="gpt-0"), desk).answer(question).mind == "rules:away"
        assert "no such model (404): set TOWNLET_MODEL" in desk.calls[-1].fault
        elsewhere = settings_for(server.url.removesuffix("/v1"))
        assert a_mind(elsewhere, desk).answer(question).mind == "rules:away"
        assert "no model server is at this address (404): set OPENAI_BASE_URL" in desk.calls[-1].fault
    nobody = settings_for(f"http://127.0.0.1:{free_port()}/v1")
    assert a_mind(nobody, desk).answer(question).mind == "rules:away"
    assert desk.calls[-1].outcome == "server_error"
    assert "can't be reached" in desk.calls[-1].fault


def test_a_server_that_is_down_is_asked_by_few_questions_only() -> None:
    desk = Desk()
    settings = settings_for(f"http://127.0.0.1:{free_port()}/v1")
    for question in list(asked().values())[:20]:
        assert a_mind(settings, desk).answer(question).mind == "rules:away"
    assert len(desk.calls) == FAILURES


def test_the_time_that_a_server_asks_for_is_waited_and_a_long_one_is_left_to_the_built_in_mind() -> None:
    question = next(iter(asked().values()))
    desk = Desk()
    only_limits = FaultPlan({"rate_limited": 1.0})
    with model_server(find=found, encode=write, faults=only_limits, retry_after="3") as server:
        assert a_mind(settings_for(server.url), desk).answer(question).mind == "rules:away"
        assert len(desk.waits) == len(desk.calls) - 1
        assert all(3.0 <= waited <= 5.0 for waited in desk.waits)
    SERVERS.close()
    desk = Desk()
    with model_server(find=found, encode=write, faults=only_limits, retry_after="3600") as server:
        for _ in range(3):
            assert a_mind(settings_for(server.url), desk).answer(question).mind == "rules:away"
    assert desk.waits == []
    assert desk.outcomes == ["rate_limited"], "an hour is an hour for all questions"


def test_a_spent_budget_asks_nothing_and_taken_slots_leave_the_question_open() -> None:
    question = next(iter(asked().values()))
    with model_server(find=found, encode=write) as server:
        desk = Desk(refusal=BudgetReached("tokens", 1000))
        assert a_mind(settings_for(server.url), desk).answer(question).mind == "rules:budget"
        desk = Desk(refusal=Busy("slots", 0.25))
        with pytest.raises(Unanswerable) as busy:
            a_mind(settings_for(server.url), desk).answer(question)
        assert busy.value.retry_after == 0.25
        assert server.spent.calls == 0


def test_a_visitor_hears_a_reply_as_it_comes_and_then_as_it_is_kept() -> None:
    question = reply_question("How are you?", a_memory("Ana baked bread"), persona=a_persona())
    heard: list[str] = []
    desk = Desk()
    with model_server(
        find=lambda _town, key: question if key == question.key else None, encode=write
    ) as server:
        given = a_mind(settings_for(server.url), desk, heard.append).answer(question)
    assert given.mind == "model"
    assert isinstance(given.answer, ReplyAnswer)
    assert len(heard) > 1
    assert all(later.startswith(earlier) for earlier, later in pairwise(heard))
    assert heard[-1] == given.answer.text
    assert desk.calls[0].first_token_ms is not None
    assert desk.calls[0].output_tokens > 0


def test_spoken_words_are_cleaned_of_names_marks_and_thoughts_and_end_at_a_sentence() -> None:
    question = reply_question("Who are you?", persona=a_persona("Ana Ruiz"))
    long = "I bake. " * 200
    for text, kept in (
        ("<think>Who asks?</think>\n“I am\u202e Ana.\x00”", "I am Ana."),
        ("Ana Ruiz: I bake bread.", "I bake bread."),
        (long, ("I bake. " * 125).strip()),
    ):
        with scripted(text) as server:
            given = a_mind(settings_for(server.url), Desk()).answer(question)
        assert isinstance(given.answer, ReplyAnswer)
        assert given.answer.text == kept


def test_what_a_visitor_hears_as_it_comes_is_as_clean_as_what_is_kept() -> None:
    question = reply_question("Who are you?", persona=a_persona("Ana Ruiz"))
    heard: list[str] = []
    with scripted("<think>hm</think>Ana Ruiz: “I am\u202e Ana.\x00”") as server:
        given = a_mind(settings_for(server.url), Desk(), heard.append).answer(question)
    assert getattr(given.answer, "text", "") == "I am Ana."
    assert heard == ["I am Ana."]


def test_a_server_that_answers_no_stream_with_one_answer_is_understood() -> None:
    question = reply_question("Who are you?")
    heard: list[str] = []
    with scripted("I am Ana.", ignores_stream=True) as server:
        given = a_mind(settings_for(server.url), Desk(), heard.append).answer(question)
    assert isinstance(given.answer, ReplyAnswer)
    assert given.answer.text == "I am Ana."


def test_ten_megabytes_are_not_read_to_their_end() -> None:
    question = next(q for q in asked().values() if q.kind == "react")
    desk = Desk()
    with scripted("x" * 10_000_000, "x" * 10_000_000) as server:
        assert a_mind(settings_for(server.url), desk).answer(question).mind == "rules:invalid"
    assert desk.outcomes == ["too_long", "too_long"]
    assert max(len(call.answer) for call in desk.calls) <= 65_536


def test_a_key_that_a_server_says_back_is_in_no_record() -> None:
    question = next(q for q in asked().values() if q.kind == "react")
    desk = Desk()
    with scripted(f"your key is {KEY}", f"your key is {KEY}") as server:
        a_mind(settings_for(server.url), desk).answer(question)
    assert "(the key)" in desk.calls[0].answer
    assert KEY not in str(desk.calls)


def test_a_memory_changes_what_a_model_is_told_and_so_what_it_says() -> None:
    ben = a_person("Ben Carter")
    plain = say_question(a_persona(), ben)
    knowing = plain.model_copy(update={"memories": (a_memory("There is a party at the café", "m:9"),)})
    for question, told in ((plain, []), (knowing, ["m1"])):
        with listening() as server:
            answer = a_mind(settings_for(server.url), Desk()).answer(question).answer
        assert getattr(answer, "tells", None) == tuple("m:9" for _ in told)
        assert ("party" in getattr(answer, "text", "")) == bool(told)


def test_memories_get_their_vectors_from_the_embedding_model() -> None:
    question = embed("Ana baked bread", "Ben has a cat")
    desk = Desk()
    with model_server() as server:
        given = a_mind(settings_for(server.url, embedding_model=EMBEDDING_MODEL), desk).answer(question)
    assert given.mind == "model"
    assert isinstance(given.answer, EmbedAnswer)
    assert set(given.answer.vectors) == {"m:0", "m:1", "what matters"}
    vectors = [decode(text) for text in given.answer.vectors.values()]
    assert all(vector.any() and abs(vector.astype(int)).max() <= 127 for vector in vectors)
    assert desk.calls[0].model == EMBEDDING_MODEL
    assert desk.calls[0].input_tokens > 0


@pytest.mark.parametrize("changes", [{}, {"embedding_model": "another"}])
def test_without_that_embedding_model_no_vector_comes(changes: dict[str, Any]) -> None:
    desk = Desk()
    with model_server() as server:
        given = a_mind(settings_for(server.url, **changes), desk).answer(embed("Ana baked bread"))
    assert given == type(given)(EmbedAnswer(embedder=EMBEDDING_MODEL, vectors={}), "rules:off")
    assert desk.calls == []


def embed(*texts: str) -> Embed:
    shared = {
        n: v for n, v in say_question(a_persona(), a_person()).model_dump().items() if n in Embed.model_fields
    }
    memories = tuple(a_memory(text, f"m:{number}") for number, text in enumerate(texts))
    return Embed.model_validate(
        shared
        | {"kind": "embed", "memories": memories, "embedder": EMBEDDING_MODEL, "texts": ("what matters",)}
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
