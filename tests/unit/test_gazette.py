"""`townlet gazette`: a day of a town as its newspaper, with nothing in it but what the log tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.domain import events as e
from backend.domain.calendar import TICKS_PER_DAY, TICKS_PER_HOUR
from backend.domain.inputs import Announce, AnyInput, Enter, Leave, SetObject, Speak
from backend.domain.log import canonical
from backend.gazette import TOLD_FROM, Paper, Record, Run, Sentence, as_html, as_text, compose
from backend.gazette.in_words import clock, number
from backend.gazette.troubles import notices_of
from backend.scenarios import load_scenario
from tests.a_life import BROOK_LANE, Life, live

OVEN = "Brook Lane:The Blue Kettle:kitchen:bread oven"
FIRE, CIRCUS = 900, 1500
INPUTS: tuple[tuple[int, AnyInput], ...] = (
    (FIRE, SetObject(object=OVEN, state="burning")),
    (CIRCUS, Announce(text="The circus <comes> to Alder Green on Tuesday!")),
    (2000, Enter(visitor="visitor:zoe", name="Zoe & Co")),
    (2010, Leave(visitor="visitor:zoe")),
    (3000, Speak(visitor="visitor:zoe", name="Zoe & Co", to="nadia", text="Is it <b>true</b>, Nadia?")),
)
HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight"
QUOTE = re.compile(r"“([^”]*)”")


def run_of(life: Life) -> Run:
    founded = life.log[0].event
    assert isinstance(founded, e.TownFounded)
    return Run(founded, tuple(life.log), life.ticks)


def up_to(run: Run, ticks: int) -> Run:
    """The same town, had it been lived to `ticks` only."""
    return Run(run.founded, tuple(it for it in run.log if it.tick < ticks), ticks)


@pytest.fixture(scope="module")
def eventful() -> Record:
    """Brook Lane with a fire, an announcement and a visitor on its first day."""
    scenario = load_scenario(BROOK_LANE)
    return Record(run_of(live(scenario, seed=7, ticks=TICKS_PER_DAY * 3 // 2, inputs=INPUTS)))


@pytest.fixture(scope="module", params=["brook_lane", "the_ville"])
def record(request: pytest.FixtureRequest) -> Record:
    scenario = load_scenario(BROOK_LANE.parent / str(request.param))
    return Record(run_of(live(scenario, seed=3, ticks=TICKS_PER_DAY * 5 // 4)))


def papers(record: Record) -> Iterator[Paper]:
    for number_ in (1, 2):
        yield compose(record, record.day(number_))


def backing(record: Record, sentence: Sentence) -> list[e.Recorded]:
    return [record.log[seq - 1] for seq in sentence.events]


def unquoted(sentence: Sentence) -> str:
    return QUOTE.sub("", sentence.text)


# -- nothing but the log ---------------------------------------------------------------------------------------------


def test_every_sentence_is_backed_by_events(record: Record) -> None:
    for paper in papers(record):
        assert len(paper.sentences()) > 3
        for sentence in paper.sentences():
            assert sentence.events, sentence
            assert all(1 <= seq <= len(record.log) for seq in sentence.events)


def test_every_quote_was_really_said_or_known(record: Record) -> None:
    quotes = 0
    for paper in papers(record):
        for sentence in paper.sentences():
            texts = [getattr(it.event, "text", "") for it in backing(record, sentence)]
            for quote in QUOTE.findall(sentence.text):
                quotes += 1
                assert any(quote in text for text in texts), sentence
    assert quotes >= 5


def test_everybody_who_is_named_took_part_in_what_is_told_of_them(record: Record) -> None:
    for paper in papers(record):
        for sentence in paper.sentences():
            told = b" ".join(canonical(it) for it in backing(record, sentence)).decode()
            for who in record.people.residents:
                names = (record.people.full(who), record.people.short(who))
                if any(re.search(rf"\b{re.escape(name)}\b", unquoted(sentence)) for name in names):
                    assert f'"{who}"' in told or names[1] in told, (who, sentence)


def test_every_place_that_is_named_stands_in_the_events(record: Record) -> None:
    sectors = {deed.what.arena.split(":")[1] for deed in record.deeds}
    walked_by = {talk.arena for talk in record.talks}
    for paper in papers(record):
        for sentence in paper.sentences():
            told = b" ".join(canonical(it) for it in backing(record, sentence)).decode()
            met_there = {
                talk.arena.split(":")[1]
                for talk in record.talks
                if talk.arena in walked_by and talk.arena
                for it in backing(record, sentence)
                if talk.start <= it.tick <= talk.end
            }
            for sector in sectors:
                if sector in unquoted(sentence):
                    assert sector in told or sector in met_there, sentence


def test_every_time_that_is_told_lies_within_what_is_told(record: Record) -> None:
    spoken = re.compile(
        r"(?:at|towards|just after) (?:(?:a quarter|half|ten|twenty-five|twenty|five) (?:past|to) )?"
        rf"(?:{HOURS})\b(?! (?:\w+ )?(?:at|lines|there|times))",
        re.IGNORECASE,
    )
    found = 0
    for paper in papers(record):
        for sentence in (one for it in paper.paragraphs() for one in it.sentences):
            ticks = [it.tick for it in backing(record, sentence)]
            last = record.ticks if len(record.log) in sentence.events else max(ticks)
            times = {clock(record.minute(tick)) for tick in range(min(ticks), last + 1)}
            if (time := spoken.search(unquoted(sentence))) is not None:
                found += 1
                assert time[0].lower() in times, (sentence, [record.calendar.clock(tick) for tick in ticks])
    assert found >= 10


def test_the_box_counts_what_is_in_the_log(record: Record) -> None:
    day = record.day(1)
    events = [it.event for it in record.log if day.start <= it.tick < day.end]
    box = {figure.what: figure.count for figure in compose(record, day).figures}
    assert box["talks"] == str(sum(isinstance(event, e.TalkStarted) for event in events))
    assert box["lines said"] == str(sum(isinstance(event, e.Said) for event in events))
    assert box["residents"] == str(len(record.people.residents))


def test_as_many_know_the_news_in_the_evening_as_the_paper_says(record: Record) -> None:
    day = record.day(1)
    text = " ".join(map(str, compose(record, day).sentences()))
    for story in (story for story in record.stories if story.news):
        knowers = {
            it.event.resident
            for it in record.log
            if isinstance(it.event, e.Remembered) and it.event.news == story.key and it.tick < day.end
        }
        assert story.text in text
        if len(knowers) > 1:
            assert f"{number(len(knowers))} of {number(len(record.people.residents))}" in text.lower()


def test_no_resident_and_no_place_stands_in_the_code_or_its_phrases() -> None:
    folder = Path(__file__).parents[2] / "townlet" / "gazette"
    source = "\n".join(path.read_text() for path in (*folder.glob("*.yaml"), *folder.glob("templates/*")))
    for name in ("brook_lane", "the_ville"):
        scenario = load_scenario(BROOK_LANE.parent / name)
        names = [persona.first_name for persona in scenario.personas.values()]
        names += [sector.name for sector in scenario.world.sectors.values()]
        assert not [one for one in names if re.search(rf"\b{re.escape(one)}\b", source)]


# -- what is told ----------------------------------------------------------------------------------------------------


def test_a_fire_is_the_lead_and_tells_who_saw_it_and_who_put_it_out(eventful: Record) -> None:
    paper = compose(eventful, eventful.day(1))
    assert paper.headline.text == "Burning: the bread oven in the kitchen of The Blue Kettle"
    lead = " ".join(map(str, paper.lead))
    (trouble,) = (it for it in eventful.troubles if it.thing == OVEN)
    assert trouble.mended is not None
    assert trouble.mended[0] is not None
    assert eventful.people.full(trouble.witnesses[0][0]) in lead
    assert eventful.people.short(trouble.mended[0]) in lead
    assert clock(9 * 60 + 30) in lead.lower()


def test_what_happens_besides_the_lead_is_told_in_brief(eventful: Record) -> None:
    brief = next(it for it in compose(eventful, eventful.day(1)).sections if it.title == "In brief")
    assert "“The circus <comes> to Alder Green on Tuesday!”" in str(brief.paragraphs[0])
    assert "six" in str(brief.paragraphs[0]).lower()


def test_an_announcement_of_the_coming_day_stands_under_tomorrow(eventful: Record) -> None:
    coming = next(it for it in compose(eventful, eventful.day(1)).sections if it.title == "Tomorrow")
    assert "The circus" in str(coming.paragraphs[0])


def test_a_person_from_outside_is_told_of_by_name_with_what_was_said(eventful: Record) -> None:
    met = next(it for it in compose(eventful, eventful.day(1)).sections if it.title == "Encounters")
    text = " ".join(map(str, met.paragraphs))
    assert "Zoe & Co" in text
    assert "“Is it <b>true</b>, Nadia?”" in text


def test_a_sink_in_use_is_no_news(record: Record) -> None:
    assert not record.troubles


def test_the_usual_sections_are_there(record: Record) -> None:
    titles = [section.title for section in compose(record, record.day(1)).sections]
    assert {"The day by its hours", "Talk of the town", "Encounters", "Odd corners"} <= set(titles)


def test_no_sentence_of_the_day_is_told_twice(record: Record) -> None:
    for paper in papers(record):
        hours = next(section for section in paper.sections if section.title == "The day by its hours")
        said = [str(one) for paragraph in hours.paragraphs for one in paragraph.sentences]
        assert len(set(said)) == len(said)


def test_the_same_log_gives_the_same_paper(eventful: Record) -> None:
    again = Record(Run(eventful.founded, eventful.log, eventful.ticks))
    for number_ in (1, 2):
        paper = compose(eventful, eventful.day(number_))
        assert as_text(compose(again, again.day(number_))) == as_text(paper)
        assert as_html(compose(again, again.day(number_))) == as_html(paper)


def test_the_masthead_has_town_weekday_date_and_number(eventful: Record) -> None:
    first, second = papers(eventful)
    assert (first.name, first.date, first.issue) == ("Brook Lane Gazette", "Monday, 12 May 2025", 1)
    assert (second.date, second.issue) == ("Tuesday, 13 May 2025", 2)


def test_the_newest_day_that_was_lived_for_half_is_the_one_that_is_printed(eventful: Record) -> None:
    run = Run(eventful.founded, eventful.log, eventful.ticks)
    assert eventful.day().number == 2
    assert Record(up_to(run, TICKS_PER_DAY)).day().number == 1
    assert Record(up_to(run, TICKS_PER_HOUR)).day().number == 1


@settings(max_examples=20, deadline=None)
@given(ticks=st.integers(1, TICKS_PER_DAY))
def test_a_town_lived_for_any_while_has_a_true_paper(eventful: Record, ticks: int) -> None:
    cut = Record(up_to(Run(eventful.founded, eventful.log, eventful.ticks), ticks))
    paper = compose(cut, cut.day())
    for sentence in paper.sentences():
        texts = [getattr(it.event, "text", "") for it in backing(cut, sentence)]
        assert all(any(quote in text for text in texts) for quote in QUOTE.findall(sentence.text))
    assert as_text(paper).startswith("═")


# -- in type ---------------------------------------------------------------------------------------------------------


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.references: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.references += [value or "" for name, value in attrs if name in ("src", "href")]


def test_the_page_needs_nothing_else_and_takes_no_markup_from_people(eventful: Record) -> None:
    html = as_html(compose(eventful, eventful.day(1)))
    page = Page()
    page.feed(html)
    assert "comes" not in page.tags
    assert "b" not in page.tags
    assert "script" not in page.tags
    assert page.references == []
    assert "The circus &lt;comes&gt;" in html
    assert "Zoe &amp; Co" in html


def test_nothing_in_a_log_commands_the_terminal(eventful: Record) -> None:
    log = [
        replace(it, event=it.event.model_copy(update={"text": "\x1b[2JBoo\u202e"}))
        if isinstance(it.event, e.Announced)
        else it
        for it in eventful.log
    ]
    forged = Record(Run(eventful.founded, tuple(log), eventful.ticks))
    text = as_text(compose(forged, forged.day(1)))
    assert "Boo" in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_no_line_of_text_is_wider_than_a_terminal(record: Record) -> None:
    for paper in papers(record):
        assert all(len(line) <= 80 for line in as_text(paper).splitlines())


# -- what it is read from ------------------------------------------------------------------------------------------


def test_the_paper_rests_on_the_kinds_of_events_that_it_names(eventful: Record) -> None:
    """And on where the log ends, of whatever kind its last event is."""
    last = eventful.log[-1]
    told = tuple(one for one in eventful.log if one.event.kind in TOLD_FROM or one is last)
    again = Record(Run(eventful.founded, told, eventful.ticks))
    for number_ in (1, 2):
        assert compose(again, again.day(number_)) == compose(eventful, eventful.day(number_))


def test_words_for_a_whole_building_are_one_notice() -> None:
    text = "The cake is ready."
    rooms = [
        e.Announced(arena=f"Lane:The Kettle:{room}", text=text, by="director") for room in ("kitchen", "bar")
    ]
    heard = e.Remembered(
        id="m", resident="ana", memory="observation", text=text, importance=5,
        source=e.Source(by="intervention"), percept=f"announced|5|{text}",
    )  # fmt: skip
    log = [e.Recorded(n + 1, 5, n, event) for n, event in enumerate([*rooms, heard])]
    (notice,) = notices_of([*log, e.Recorded(4, 9, 0, rooms[0])])[:1]
    assert (notice.arena, notice.heard, notice.events) == ("Lane:The Kettle", ["ana"], [1, 2, 3])
