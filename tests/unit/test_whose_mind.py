"""Each question goes to the mind that was chosen for its resident, there and then."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from backend.domain import events as e
from backend.domain.inputs import AnswerGiven, AnyInput, Arrived, Enter, Follow, SetMind, Speak
from backend.domain.log import canonical
from backend.domain.view import View
from tests.unit.a_town import a_town
from worker.cognition.whose_mind import whose_mind
from worker.engine.commit import batch_of
from worker.engine.engine import Engine
from worker.minds import minds

VERA = "visitor:vera"
_numbers = count(1)


def a_life(mind: str = "rules", *, inline: bool = True) -> Engine:
    """Ana and Ben at their first tick."""
    engine = Engine(a_town("ana", "ben"), minds("rules") if inline else None)
    engine.found(mind)
    return engine


def sent(engine: Engine, given: AnyInput) -> str:
    """The fate of an input on the spot."""
    number = next(_numbers)
    engine.receive_input(Arrived(number, f"k{number}", given))
    return dict(engine.taken.fates)[number].status


def run(engine: Engine, tick: int) -> int:
    """Lets the town live to `tick`; where it stands then."""
    while engine.step(tick):
        pass
    return engine.town.tick


def open_of(engine: Engine, resident: str) -> set[str]:
    return {q.mind for q in engine.town.questions.values() if q.resident == resident}


def minds_of(engine: Engine, resident: str) -> list[str]:
    answered = [r.event for r in engine.town.pending if isinstance(r.event, e.Answered)]
    return [event.mind for event in answered if event.resident == resident]


def test_a_town_of_the_model_waits_for_it_and_never_guesses() -> None:
    engine = a_life("model")
    stood = run(engine, 5000)
    waits = engine.waits_for()
    assert waits
    assert {question.mind for question in waits} == {"model"}
    assert stood == min(question.effect or 0 for question in waits) - 1
    assert not minds_of(engine, "ana")


def test_residents_of_one_town_are_answered_by_different_minds() -> None:
    engine = a_life()
    assert sent(engine, SetMind(resident="ben", mind="model")) == "applied"
    run(engine, 5000)
    assert open_of(engine, "ben") == {"model"}
    asked = next(q for q in engine.town.questions.values() if q.resident == "ben")
    answer = minds("rules").answer(asked).model_dump(mode="json")
    engine.receive_answer(AnswerGiven(asked.key, "model", answer))
    run(engine, 5000)
    assert minds_of(engine, "ben")[0] == "model"
    assert set(minds_of(engine, "ana")) == {"rules"}


@pytest.mark.parametrize("resident", ["ben", None])
def test_a_resident_set_back_to_rules_is_answered_there_and_then(resident: str | None) -> None:
    engine = a_life("model")
    stood = run(engine, 5000)
    keys = {q.key for q in engine.waits_for() if q.resident == "ben"}
    assert keys
    engine.town.pending.clear()
    assert sent(engine, SetMind(resident=resident, mind="rules")) == "applied"
    again = [question for question in engine.taken.reasked if question.resident == "ben"]
    assert keys <= {question.key for question in again}
    assert {question.mind for question in again} == {"rules"}
    assert keys <= {answer.question for answer in engine.taken.answers}
    run(engine, stood + 1)
    waits = {question.resident for question in engine.waits_for()}
    assert waits == ({"ana"} if resident else set())
    if resident is None:
        assert run(engine, stood + 500) == stood + 500
        assert set(minds_of(engine, "ben")) == {"rules"}


def test_where_minds_are_elsewhere_what_a_model_left_open_is_asked_again_of_the_built_in_one() -> None:
    engine = a_life("model", inline=False)
    run(engine, 5000)
    asked = {question.key for question in engine.waits_for()}
    batch_of(engine)
    sent(engine, SetMind(resident=None, mind="rules"))
    batch = batch_of(engine)
    assert asked <= {question.key for question in batch.reasked}
    assert {question.mind for question in batch.reasked} == {"rules"}
    assert not batch.answers


def test_a_model_that_answers_after_its_question_was_given_back_is_not_heard() -> None:
    engine = a_life("model")
    run(engine, 5000)
    late = engine.waits_for()[0]
    sent(engine, SetMind(resident=late.resident, mind="rules"))
    engine.receive_answer(AnswerGiven(late.key, "model", {"kind": late.kind}))
    sent(engine, SetMind(resident=None, mind="rules"))
    run(engine, (late.effect or 0) + 1)
    answered = [r.event for r in engine.town.pending if isinstance(r.event, e.Answered)]
    assert [event.mind for event in answered if event.key == late.key] == ["rules"]


def test_an_unknown_resident_gets_no_mind() -> None:
    engine = a_life()
    assert sent(engine, SetMind(resident="zoe", mind="model")) == "refused"


def test_a_question_of_a_visitor_is_the_models_to_answer_where_the_mind_is_chosen_by_itself() -> None:
    engine = a_life("auto")
    run(engine, 700)
    assert not open_of(engine, "ana")
    sent(engine, Speak(visitor=VERA, name="Vera", to="ana", text="Good morning!"))
    asked = next(q for q in engine.town.questions.values() if q.kind == "answer")
    assert asked.mind == "model"
    assert set(minds_of(engine, "ana")) == {"rules"}, "what was asked before"


class TestWhereTheMindIsChosenByItself:
    def view(self, engine: Engine, later: int = 0) -> View:
        view = engine.town.view()
        return View(view.scenario, view.state, view.seed, view.tick + later)

    def test_it_is_rules_while_nobody_from_outside_is_near(self) -> None:
        engine = a_life("auto")
        assert whose_mind(self.view(engine), "ana") == "rules"
        sent(engine, Enter(visitor=VERA, name="Vera"))
        assert not engine.town.view().in_sight("ana", VERA)
        assert whose_mind(self.view(engine), "ana") == "rules"

    def test_it_is_the_model_for_an_hour_after_words_with_somebody(self) -> None:
        engine = a_life("auto")
        sent(engine, Speak(visitor=VERA, name="Vera", to="ana", text="Good morning!"))
        assert whose_mind(self.view(engine), "ana") == "model"
        assert whose_mind(self.view(engine), "ben") == "rules"
        assert whose_mind(self.view(engine, 360), "ana") == "model"
        assert whose_mind(self.view(engine, 361), "ana") == "rules"

    def test_it_is_the_model_for_whoever_has_a_visitor_in_sight(self) -> None:
        engine = a_life("auto")
        at = engine.town.state.residents["ana"].at
        engine.town.emit(e.VisitorEntered(visitor=VERA, name="Vera", looks=0, at=(at[0] + 3, at[1])))
        assert whose_mind(self.view(engine), "ana") == "model"

    def test_it_is_the_model_for_an_hour_for_whoever_is_followed(self) -> None:
        engine = a_life("auto")
        sent(engine, Follow(visitor=VERA, resident="ana"))
        assert whose_mind(self.view(engine), "ana") == "model"
        assert whose_mind(self.view(engine), "ben") == "rules"
        assert whose_mind(self.view(engine, 361), "ana") == "rules"
        assert sent(engine, Follow(visitor=VERA, resident="zoe")) == "refused"

    def test_it_is_the_one_that_the_scenario_names(self) -> None:
        engine = a_life("auto")
        view = self.view(engine)
        for named in ("model", "rules"):
            personas = {one: replace(persona, mind=named) for one, persona in view.scenario.personas.items()}
            named_view = View(replace(view.scenario, personas=personas), view.state, view.seed, view.tick)
            assert whose_mind(named_view, "ana") == named


def test_a_model_that_says_what_the_built_in_mind_would_leads_to_the_same_life() -> None:
    lives = []
    for mind in ("rules", "model"):
        engine = a_life(mind)
        while run(engine, 3000) < 3000:
            for question in engine.waits_for():
                payload = minds("rules").answer(question).model_dump(mode="json")
                engine.receive_answer(AnswerGiven(question.key, mind, payload))
        lives.append(
            [canonical(r).replace(b'"mind":"model"', b'"mind":"rules"') for r in engine.town.pending]
        )
    assert lives[0] == lives[1]
    assert len(lives[0]) > 50
