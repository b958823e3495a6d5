"""Residents come up to visitors, stay while they talk, remember them, and may have enough of them."""

from __future__ import annotations

import pytest

from backend.domain import events as e
from backend.domain.calendar import minutes
from backend.domain.inputs import Leave
from backend.domain.questions import InvalidAnswer, LineView, ReplyAnswer
from backend.domain.view import EARSHOT, distance
from backend.domain.wishes import Approach
from tests.unit.a_question import a_memory, a_persona, places_of, reply_question
from tests.unit.a_visit import BENCH, EVE, NOON, VERA, Visit
from worker.cognition.noticing import in_view
from worker.engine import guests
from worker.engine.carry_out import carry_out, obstacle
from worker.minds.rules.answer import answer

ON_THE_GREEN = (17, 25)


def standing_with(resident: str, tick: int = NOON, seed: int = 7) -> Visit:
    visit = Visit(tick, seed)
    visit.beside(resident)
    return visit


def anybody(tick: int = NOON) -> str:
    return Visit(tick).outdoors()[0]


def words_between(visit: Visit, resident: str) -> list[e.Said]:
    pair = {EVE, resident}
    return [said for said in visit.events(e.Said) if said.speaker in pair and pair & set(said.to)]


# -- perceiving


def test_what_a_visitor_does_and_shows_is_seen() -> None:
    visit = standing_with(anybody())
    resident = anybody()
    visit.emote("dance")
    seen = [p.text for p in in_view(visit.town.view(), resident, []) if p.about == EVE]
    assert seen == ["A visitor dances."]
    visit.live_for(3)
    memories = [m.text for m in visit.events(e.Remembered) if m.resident == resident]
    assert "A visitor dances." in memories


def test_a_visitor_on_a_bench_is_seen_sitting_there() -> None:
    visit = Visit()
    visit.put(EVE, (17, 26))
    visit.use(BENCH, "rest")
    texts = [p.text for p in in_view(visit.town.view(), _put_in_view(visit), []) if p.about == EVE]
    assert texts == ["A visitor is sitting on the bench in the bandstand green of Alder Green."]


def _put_in_view(visit: Visit) -> str:
    """Some resident, placed beside the bench."""
    resident = next(r for r in sorted(visit.town.state.residents) if not visit.town.state.residents[r].asleep)
    visit.town.emit(e.Halted(resident=resident, at=ON_THE_GREEN))
    return resident


# -- coming up


def test_residents_come_up_to_a_visitor_by_themselves() -> None:
    hailed = 0
    for seed in range(6):
        visit = Visit(NOON, seed)
        for resident in visit.outdoors()[:1]:
            visit.beside(resident, reach=4)
            visit.live_for(minutes(6))
        hailed += any(said.to == (EVE,) and said.cause for said in visit.events(e.Said))
    assert hailed >= 1


def test_a_wave_brings_somebody_up_more_often_than_standing_about() -> None:
    came = {False: 0, True: 0}
    for waves in came:
        for seed in range(8):
            visit = Visit(NOON, seed)
            visit.beside(visit.outdoors()[0], reach=4)
            visit.live_for(12)
            if waves:
                visit.emote("wave")
            visit.live_for(30)
            came[waves] += any(said.to == (EVE,) for said in visit.events(e.Said))
    assert came[True] > came[False]


def coming_up(visit: Visit, resident: str) -> None:
    carry_out(visit.town, [Approach(resident, EVE, "react:x")])
    visit.engine._settle()


def test_whoever_comes_up_walks_into_earshot_and_speaks_first() -> None:
    resident = anybody()
    visit = standing_with(resident)
    wish = Approach(resident, EVE, "react:x")
    assert obstacle(visit.town, wish) is None
    coming_up(visit, resident)
    assert obstacle(visit.town, Approach("jonah" if resident != "jonah" else "ruth", EVE, "react:y"))
    visit.live_for(12)
    words = words_between(visit, resident)
    assert [said.speaker for said in words] == [resident]
    view = visit.town.view()
    assert distance(view.position(resident), view.position(EVE)) <= EARSHOT


def test_a_visitor_who_walks_on_meanwhile_is_not_shouted_after() -> None:
    resident = anybody()
    visit = standing_with(resident)
    coming_up(visit, resident)
    visit.send(Leave(visitor=EVE))
    visit.live_for(12)
    assert words_between(visit, resident) == []
    assert [lapsed.reason for lapsed in visit.events(e.AnswerLapsed)][-1:] == ["the visitor has left town"]


# -- staying and leaving


def test_who_is_spoken_to_stays_for_a_while_and_then_goes_on() -> None:
    visit = Visit()
    resident = anybody()
    visit.beside(resident)
    visit.say("How are you?", resident)
    until = guests.stays_until(visit.town, resident)
    assert until == visit.town.tick + guests.LISTENS
    visit.say("Goodbye!", resident)
    assert guests.stays_until(visit.town, resident) == 0


def test_an_insult_is_taken_badly_and_a_second_one_ends_the_talk_for_half_an_hour() -> None:
    visit = Visit()
    resident = anybody()
    visit.beside(resident)
    visit.say("You idiot!", resident)
    first = visit.events(e.Said)[-1]
    assert not first.ends
    visit.say("You stupid fool!", resident)
    assert visit.events(e.Said)[-1].ends
    fate = visit.say("Listen to me!", resident)
    assert fate.error == "WontTalk"
    assert "try again after" in fate.reason
    assert visit.town.state.residents[resident].relationships[EVE].closeness <= guests.OFFENDED


def test_who_was_offended_wants_no_talk_until_somebody_is_sorry() -> None:
    refusal = answer(reply_question("Hello there!", closeness=-0.24))
    assert refusal.ends
    made_up = answer(reply_question("I am sorry for what I said.", closeness=-0.24))
    assert not made_up.ends
    assert made_up.warmth > 0


def test_who_has_to_go_says_why_and_goes() -> None:
    leaving = answer(reply_question("How are you?", hurry="the place closes"))
    assert leaving.ends
    assert "the place closes" in leaving.text


# -- remembering


def test_who_comes_back_is_greeted_with_what_was_said_the_last_time() -> None:
    visit = Visit(tick=900)
    resident = visit.outdoors()[0]
    visit.beside(resident)
    visit.say("My grandfather built the old lighthouse in Whitby.", resident)
    visit.send(Leave(visitor=EVE))
    visit.live_for(minutes(30))
    visit.beside(resident)
    visit.say("Hello!", resident)
    words = visit.events(e.Said)[-1]
    assert words.speaker == resident
    assert "“My grandfather built the old lighthouse in Whitby.”" in words.text
    answered = [a for a in visit.events(e.Answered) if a.question == "answer"][-1]
    heard = [m.id for m in visit.events(e.Remembered) if "lighthouse" in m.text and m.source.who == EVE]
    assert set(answered.cites) & set(heard)
    visit.say("And how are you?", resident)
    assert "lighthouse" not in visit.events(e.Said)[-1].text


def test_another_visitor_is_not_taken_for_the_one_who_was_there() -> None:
    visit = Visit(tick=900)
    resident = visit.outdoors()[0]
    visit.beside(resident)
    visit.say("My grandfather built the old lighthouse in Whitby.", resident)
    visit.beside(resident, VERA)
    visit.say("Hello!", resident, VERA)
    assert "lighthouse" not in visit.events(e.Said)[-1].text


# -- many


def test_twenty_visitors_are_in_town_at_once_each_with_an_answer_of_its_own() -> None:
    visit = Visit()
    resident = _put_in_view(visit)
    x, y = ON_THE_GREEN
    spots = [(x + dx, y + dy) for dx in range(-4, 5) for dy in range(-4, 5)]
    world = visit.town.scenario.world
    spots = [t for t in spots if world.is_free(t) and world.arena_at(t) == world.arena_at(ON_THE_GREEN)]
    names = {f"visitor:n{n}": f"Guest {letter}" for n, letter in enumerate("abcdefghijklmnopqrst")}
    for number, (one, name) in enumerate(names.items()):
        assert visit.enter(one, name).status == "applied"
        visit.walk_to(spots[number], one)
        assert visit.say(f"Hello, I am {name}.", resident, one).status == "applied"
    answered = {said.to[0] for said in visit.events(e.Said) if said.speaker == resident and not said.talk}
    assert answered >= set(names)
    visit.live_for(60)
    assert set(names) <= set(visit.town.state.visitors)


# -- answering in company


def test_who_has_nothing_to_add_keeps_silent_and_who_knows_more_says_so() -> None:
    before = (LineView(speaker="ben", text="That I don't know."),)
    silent = answer(reply_question("Where is my red umbrella?", said_before=before, aloud=True))
    assert silent.text == ""
    knows = a_memory("A red umbrella hangs at the bakery.", key="m:9")
    told = answer(reply_question("Where is my red umbrella?", knows, said_before=before, aloud=True))
    assert "umbrella hangs at the bakery" in told.text
    assert told.cites == ("m:9",)


def test_a_resident_who_is_asked_alone_never_keeps_silent() -> None:
    question = reply_question("Where is my red umbrella?")
    with pytest.raises(InvalidAnswer, match="says nothing"):
        ReplyAnswer(text="").check(question)


def test_what_the_visitor_said_itself_is_no_news_to_it() -> None:
    own = a_memory("I have lost my red umbrella.", key="m:1", told_by="a visitor", about=("v:1",))
    told = answer(reply_question("Who knows about a red umbrella?", own))
    assert "umbrella" not in told.text


def test_who_asks_for_a_coffee_is_told_of_the_cafe() -> None:
    cafe = places_of(a_persona())[0]
    told = answer(reply_question("Where can I get a coffee?", places=(cafe,)))
    assert "cafe" in told.text.lower()
