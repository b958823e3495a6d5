"""What others say nearby reaches those who stand there, as words of the speaker; and nobody else."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain.calendar import TICKS_PER_DAY
from backend.domain.events import Remembered, Said, Source
from backend.domain.inputs import Speak
from backend.domain.view import EARSHOT, distance
from backend.domain.wishes import Converse, Utter
from tests.a_life import Life, brook_lane, live
from tests.unit.a_town import a_town
from tests.whereabouts import Whereabouts
from worker.engine import talks
from worker.engine.people import apply_input
from worker.engine.town import Town


def memories_of(town: Town, resident: str) -> list[Remembered]:
    return [m for m in town.happened if isinstance(m, Remembered) and m.resident == resident]


def told_nearby(tick: int) -> tuple[Town, str]:
    """Ana tells Ben the news while Cleo stands beside them."""
    town = a_town("ana", "ben", "cleo", tick=tick)
    news = Remembered(
        id=f"ana@{tick}.0", resident="ana", memory="planted", text="The fair comes on Sunday.", importance=6,
        source=Source(by="scenario"), news="fair",
    )  # fmt: skip
    town.emit(news)
    talks.start_talk(town, Converse("ana", "ben", cause="react"))
    talk = town.state.residents["ana"].talk
    assert talk is not None
    talks.utter(town, Utter("ana", talk, "The fair comes on Sunday!", tells=(news.id,)))
    return town, talk


def test_some_who_stand_nearby_catch_what_is_told_and_have_it_from_the_speaker() -> None:
    caught = 0
    for tick in range(200):
        town, talk = told_nearby(tick)
        (heard,) = memories_of(town, "ben")
        assert heard.news == "fair"
        for memory in memories_of(town, "cleo"):
            caught += 1
            assert memory.news == "fair"
            assert memory.source == Source(by="speaker", who="ana", talk=talk, memories=(f"ana@{tick}.0",))
    assert 20 < caught < 120


def test_what_one_knows_already_is_not_caught_again() -> None:
    for tick in range(60):
        town, talk = told_nearby(tick)
        if memories_of(town, "cleo"):
            talks.utter(town, Utter("ana", talk, "On Sunday, I say.", tells=(f"ana@{tick}.0",)))
            assert [m.news for m in memories_of(town, "cleo")].count("fair") == 1


def test_who_talks_with_somebody_else_or_sleeps_hears_nothing() -> None:
    for tick in range(60):
        town = a_town("ana", "ben", "cleo", "dora", tick=tick)
        for pair in (("ana", "ben"), ("cleo", "dora")):
            talks.start_talk(town, Converse(*pair, cause="react"))
        talk = town.state.residents["ana"].talk
        assert talk is not None
        for _ in range(4):
            talks.utter(town, Utter(town.state.talks[talk].turn, talk, "Listen to this."))
        assert memories_of(town, "cleo") == []


def test_a_visitors_words_are_heard_by_who_stands_there_too() -> None:
    town = a_town("ana", "ben")
    apply_input(
        town, Speak(visitor="visitor:v", name="Vera", to="ana", text="The mill is on fire!"), waits=False
    )
    (heard,) = memories_of(town, "ben")
    assert (heard.text, heard.source.who) == ("The mill is on fire!", "visitor:v")


def _day() -> Life:
    return live(brook_lane(), seed=7, ticks=TICKS_PER_DAY)


def test_in_a_day_nobody_remembers_words_that_were_out_of_earshot() -> None:
    """Every memory of somebody's words belongs to one to whom they were said, or who was in earshot."""
    life = _day()
    whereabouts = Whereabouts(life)
    said = {(tick, line.speaker): line for tick, line in life.all(Said)}
    overheard = 0
    for tick, memory in life.all(Remembered):
        if memory.source.by != "speaker":
            continue
        line = said[tick, memory.source.who or ""]
        if memory.resident in line.to:
            continue
        overheard += 1
        listener, speaker = (whereabouts.at(each, tick) for each in (memory.resident, line.speaker))
        assert distance(listener, speaker) <= EARSHOT
        assert whereabouts.arena(memory.resident, tick) == whereabouts.arena(line.speaker, tick)
    assert overheard > 0


def test_a_scrap_of_a_talk_is_not_passed_on() -> None:
    life = _day()
    scraps = {
        m.id
        for _, m in life.all(Remembered)
        if m.source.by == "speaker" and not m.source.memories and m.source.talk
    }
    assert scraps
    told = {memory for _, line in life.all(e.Said) for memory in line.tells}
    assert scraps.isdisjoint(told)
