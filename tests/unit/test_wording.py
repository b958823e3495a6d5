"""What people with the built-in mind say beside the matter, and how: traits, comfort, quarrels, gossip, weather."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from backend.domain import events as e
from backend.domain.persona import Persona
from backend.domain.questions import BodyView, LineView, PersonView, SayAnswer
from backend.scenarios import load_scenario
from tests.a_life import BROOK_LANE, live
from tests.unit.a_dialogue import Dialogue, Speaker, dialogue
from tests.unit.a_question import a_memory, a_person, a_persona, reply_question, say_question
from worker.minds import minds
from worker.minds.rules.phrases import PHRASES
from worker.minds.rules.phrases.abrasive import ABRASIVE
from worker.minds.rules.phrases.feelings import COMFORT, JABS, is_comfort, is_gossip, is_jab
from worker.minds.rules.phrases.visitor import VISITOR
from worker.minds.rules.speech import in_first_person

MIND = minds("rules")
SEEDS = range(60)
BEN = LineView(speaker="ben", text="Good morning, Ana.")
ANA = LineView(speaker="ana", text="Good morning, Ben.")
SMALL_TALK = LineView(speaker="ben", text="The morning is the best part of the day.")
KIND, RUDE, GRUFF, SHY = (
    ("kind", "cheerful"),
    ("loud", "rude", "toxic"),
    ("gruff", "reserved"),
    ("shy", "quiet"),
)


def lines_of(
    persona: Persona, other: PersonView, *before: LineView, closeness: float = 0.2, **changes: object
) -> list[SayAnswer]:
    """What is said next, once with each seed."""
    other = other.model_copy(update={"closeness": closeness})
    found = []
    for seed in SEEDS:
        answer = MIND.answer(say_question(persona, other, before, seed=seed, talk=f"talk:{seed}", **changes))
        assert isinstance(answer, SayAnswer)
        found.append(answer)
    return found


def talks_of(one: Persona, other: Persona, closeness: float) -> Iterator[Dialogue]:
    for seed in range(25):
        yield dialogue(
            MIND,
            Speaker(one, closeness=closeness),
            Speaker(other, closeness=closeness),
            seed=seed,
            talk=f"t:{seed}",
        )


def said_by(persona: Persona, talks: Iterator[Dialogue]) -> list[str]:
    return [line.text for talk in talks for line in talk.lines if line.speaker == persona.id]


def templates_in(line: str, tone: str) -> bool:
    """Whether one of the tone's own templates can be read in the line."""
    return any(pattern.search(line) for pattern in _patterns(tone))


@cache
def _patterns(tone: str) -> list[re.Pattern[str]]:
    own = [each for act, templates in PHRASES.items() if act.endswith(f".{tone}") for each in templates]
    return [re.compile(re.sub(r"\\{\w+\\}", ".+", re.escape(each))) for each in own]


# -- how much there is ----------------------------------------------------------------------------------------------


def test_there_are_many_hundred_different_things_to_say() -> None:
    templates = {each for table in (PHRASES, VISITOR) for act in table.values() for each in act}
    assert len(templates) >= 900


def test_no_act_has_the_same_words_twice() -> None:
    for act, templates in PHRASES.items():
        assert len(set(templates)) == len(templates), act


def test_the_same_moment_has_many_words_by_seed_and_the_same_by_the_same_seed() -> None:
    texts = [answer.text for answer in lines_of(a_persona(), a_person(), BEN, ANA, SMALL_TALK)]
    assert len(set(texts)) >= len(texts) // 3
    assert texts == [answer.text for answer in lines_of(a_persona(), a_person(), BEN, ANA, SMALL_TALK)]


def test_every_template_can_be_said_without_a_gap() -> None:
    """Whatever is filled in, no line of a talk shows a field's name, two blanks or a stray stop."""
    carlos, kind = a_persona("Carlos Gomez", traits=RUDE), a_persona("Eva Lind", traits=KIND)
    for talk in (*talks_of(carlos, kind, 0.1), *talks_of(kind, carlos, -0.4), *talks_of(kind, carlos, 0.6)):
        for line in talk.lines:
            assert not re.search(r"[{}]|  | [.,!?]|\.\.$|,,", line.text), line.text
            assert line.text[0].isupper() or not line.text[0].isalpha()


# -- traits ---------------------------------------------------------------------------------------------------------


@cache
def the_poet() -> Persona:
    return load_scenario(BROOK_LANE.parent / "the_ville").personas["carlos"]


@pytest.mark.parametrize("closeness", [-0.2, 0.0, 0.3])
def test_the_rude_poet_is_audibly_so_in_most_of_what_he_says(closeness: float) -> None:
    said = said_by(the_poet(), talks_of(the_poet(), a_persona("Eva Lind", traits=KIND), closeness))
    assert sum(templates_in(line, "abrasive") for line in said) >= 0.7 * len(said)


@pytest.mark.parametrize("traits", [KIND, GRUFF, SHY, ()])
def test_nobody_else_sounds_like_him(traits: tuple[str, ...]) -> None:
    eva = a_persona("Eva Lind", traits=traits)
    said = said_by(eva, talks_of(eva, a_persona("Ben Carter"), 0.1))
    assert not [
        line for line in said if any(t in line for act in ABRASIVE.values() for t in act if "{" not in t)
    ]


def test_the_gruff_are_short_and_the_rude_are_not() -> None:
    def length(traits: tuple[str, ...]) -> float:
        eva = a_persona("Eva Lind", traits=traits)
        said = said_by(eva, talks_of(eva, a_persona("Ben Carter"), 0.0))
        return sum(map(len, said)) / len(said)

    assert length(GRUFF) < length(RUDE)


def test_the_shy_say_less_than_the_talkative() -> None:
    def words(traits: tuple[str, ...]) -> int:
        eva = a_persona("Eva Lind", traits=traits)
        return sum(len(line.split()) for line in said_by(eva, talks_of(eva, a_persona("Ben Carter"), 0.1)))

    assert 1.3 * words(SHY) < words(("talkative", "friendly"))


def test_a_visitor_hears_it_too() -> None:
    def replies(traits: tuple[str, ...]) -> set[str]:
        persona = a_persona("Carlos Gomez", traits=traits)
        return {
            MIND.answer(reply_question("Hello! How are you?", persona=persona, key=f"q:{seed}")).text  # type: ignore[union-attr]
            for seed in range(20)
        }

    rude = {each for act, templates in VISITOR.items() if act.endswith(".abrasive") for each in templates}
    assert all(any(each in reply for each in rude if "{" not in each) for reply in replies(RUDE))
    assert not any(each in reply for each in rude for reply in replies(GRUFF))


# -- comfort and quarrels -------------------------------------------------------------------------------------------


def test_words_of_comfort_and_unkind_words_are_known_again_and_nothing_else_is_taken_for_them() -> None:
    for act, templates in PHRASES.items():
        for each in templates:
            filled = re.sub(r"\{\w+\}", "Ben", each)
            assert is_jab(filled) == (act in JABS), filled
            assert is_comfort(filled) == (act in COMFORT), filled


def comforted(seems: str, traits: tuple[str, ...] = KIND, closeness: float = 0.3) -> int:
    other = a_person().model_copy(update={"seems": seems})
    answers = lines_of(a_persona(traits=traits), other, BEN, ANA, SMALL_TALK, closeness=closeness)
    return sum(is_comfort(answer.text) for answer in answers)


def test_somebody_who_looks_low_is_comforted_by_a_friend_and_by_no_enemy() -> None:
    assert comforted("downcast") > len(SEEDS) // 3
    assert comforted("worn out") > len(SEEDS) // 3
    assert comforted("") == comforted("cheerful") == 0
    assert comforted("downcast", closeness=-0.5) == 0
    assert comforted("downcast", traits=RUDE) == 0


def test_nobody_comforts_the_same_person_twice_in_a_talk() -> None:
    low = a_person().model_copy(update={"seems": "downcast"})
    done = LineView(speaker="ana", text=PHRASES["comfort"][0])
    answers = lines_of(a_persona(traits=KIND), low, BEN, done, SMALL_TALK)
    assert not any(is_comfort(answer.text) for answer in answers)


def test_a_kind_word_is_thanked_for_by_who_needs_it() -> None:
    kind_word = LineView(speaker="ben", text=PHRASES["comfort"][0])
    answers = lines_of(a_persona(), a_person(), BEN, ANA, kind_word, body=BodyView(mood=20))
    thanks = [*PHRASES["comforted"], *PHRASES["comforted.warm"]]
    stems = [re.sub(r",? ?\{name\}.*", "", each).replace("!", ".") for each in thanks]
    assert all(any(stem in answer.text for stem in stems) for answer in answers)


def quarrels(closeness: float, traits: tuple[str, ...] = ()) -> int:
    answers = lines_of(a_persona(traits=traits), a_person(), BEN, ANA, SMALL_TALK, closeness=closeness)
    return sum(is_jab(answer.text) for answer in answers)


def test_those_who_dislike_each_other_are_sharp_and_friends_are_not() -> None:
    assert quarrels(-0.4) > len(SEEDS) // 10
    assert quarrels(0.0) == quarrels(0.5) == 0
    assert quarrels(0.0, RUDE) > 0
    assert quarrels(0.5, RUDE) == 0


@pytest.mark.parametrize(
    ("closeness", "traits", "act"),
    [
        (-0.4, (), "jab_back"),
        (0.2, (), "parry"),
        (0.2, KIND, "parry"),
        (0.2, SHY, "parry"),
        (0.0, RUDE, "jab_back"),
    ],
)
def test_an_unkind_word_is_answered_by_temper_and_by_what_the_two_are_to_each_other(
    closeness: float, traits: tuple[str, ...], act: str
) -> None:
    unkind = LineView(speaker="ben", text=PHRASES["jab"][1])
    answers = lines_of(a_persona(traits=traits), a_person(), BEN, ANA, unkind, closeness=closeness)
    fitting = {
        re.sub(r",? ?\{name\}.*", "", each)
        for key, templates in PHRASES.items()
        if key.split(".")[0] == act
        for each in templates
    }
    assert all(any(each in answer.text for each in fitting) for answer in answers)


def test_a_quarrel_makes_talks_shorter() -> None:
    kind = a_persona("Eva Lind", traits=())

    def lines(closeness: float) -> int:
        return sum(len(talk.lines) for talk in talks_of(a_persona(traits=()), kind, closeness))

    assert lines(-0.5) < 0.8 * lines(0.0)


# -- gossip ---------------------------------------------------------------------------------------------------------

SEEN = "Nadia Petrov is reading the paper at the café."


def gossiped(text: str = SEEN, minutes_ago: int = 120, **changes: object) -> list[SayAnswer]:
    known: dict[str, object] = {"about": ("nadia",), "tick": (600 - minutes_ago) * 6}
    memory = a_memory(text, key="m:seen", **(known | changes))
    answers: list[SayAnswer] = []
    for turn in range(3):
        small = (
            LineView(speaker="ana", text=f"Well, {turn}."),
            LineView(speaker="ben", text="That is how it is."),
        )
        before = (BEN, ANA, SMALL_TALK, *(small * turn))
        answers += lines_of(a_persona(), a_person(), *before, memories=(memory,))
    return [answer for answer in answers if is_gossip(answer.text)]


def test_what_somebody_was_seen_doing_is_told_with_the_memory_of_it() -> None:
    told = gossiped()
    assert told
    for answer in told:
        assert "Nadia Petrov" in answer.text
        assert "reading the paper at the café" in answer.text
        assert answer.tells == ("m:seen",)
        assert not re.search(r"Nadia Petrov is\b", answer.text)


@pytest.mark.parametrize(
    ("minutes_ago", "when"), [(5, "just now"), (40, "a while ago"), (180, "earlier today")]
)
def test_gossip_says_when_it_was(minutes_ago: int, when: str) -> None:
    told = gossiped(minutes_ago=minutes_ago)
    assert told
    assert all(when in answer.text.lower() for answer in told)


def test_gossip_is_known_again_and_news_is_not_taken_for_it() -> None:
    fields = {
        "who": "Nadia Petrov",
        "what": "reading the paper",
        "when": "this morning",
        "When": "This morning",
    }
    for act, templates in PHRASES.items():
        for each in templates:
            filled = re.sub(r"\{(\w+)\}", lambda field: fields.get(field[1], "this is so"), each)
            assert is_gossip(filled) == (act.split(".")[0] == "gossip"), filled


def test_one_of_the_own_family_is_called_by_the_first_name() -> None:
    told = gossiped("Pedro Ruiz is reading the paper at the café.", about=("pedro",))
    assert told
    assert all("Pedro" in answer.text and "Ruiz" not in answer.text for answer in told)


def test_nobody_gossips_of_the_listener_of_what_is_long_past_or_of_what_it_only_heard() -> None:
    assert not gossiped(about=("ben",))
    assert not gossiped(minutes_ago=11 * 60)
    assert not gossiped(told_by="Tom Moreno")
    assert not gossiped(text="Nadia Petrov is walking by on the street.")
    assert not gossiped(text="The old woman with grey hair is reading the paper.")


# -- how one is, and the weather ------------------------------------------------------------------------------------


def test_how_one_is_depends_on_how_one_feels() -> None:
    how = LineView(speaker="ben", text="How are you?")

    def said(body: BodyView) -> set[str]:
        return {answer.text for answer in lines_of(a_persona(), a_person(), BEN, ANA, how, body=body)}

    def any_of(texts: set[str], act: str) -> bool:
        return any(each.rstrip("!.") in text for text in texts for each in PHRASES[act])

    low, high, even = said(BodyView(mood=20)), said(BodyView(mood=90)), said(BodyView())
    assert any_of(low, "answer_mood_low")
    assert not any_of(even, "answer_mood_low")
    assert any_of(high, "answer_mood_high")
    assert any_of(said(BodyView(energy=10)), "answer_mood_tired")


@pytest.mark.parametrize("weather", ["rain", "storm", "snow", "fog", "heat"])
def test_the_weather_is_spoken_of_when_there_is_some(weather: str) -> None:
    act = PHRASES[f"weather_{weather}"]

    def remarks(now: str) -> int:
        talk = [
            answer.text
            for turn in range(6)
            for answer in lines_of(
                a_persona(), a_person(), BEN, *((ANA, SMALL_TALK) * turn), ANA, SMALL_TALK, weather=now
            )
        ]
        return sum(any(each in text for each in act) for text in talk)

    assert remarks(weather) > 0
    assert remarks("clear") == 0


def test_what_somebody_was_seen_doing_goes_no_further_than_to_the_one_who_is_told() -> None:
    life = live(load_scenario(BROOK_LANE), seed=3, ticks=6000)
    memories = {memory.id: memory for _, memory in life.all(e.Remembered)}
    sights = {
        key
        for key, memory in memories.items()
        if memory.percept and set(memory.about) & set(life.scenario.personas)
    }
    second_hand = {key for key, memory in memories.items() if sights.intersection(memory.source.memories)}
    told = {memory for _, line in life.all(e.Said) for memory in line.tells}
    assert told & sights, "nobody gossips"
    assert second_hand
    assert not told & second_hand


def test_who_is_told_of_somebody_else_first_is_not_taken_for_them() -> None:
    told = "Carlos has been Giorgio's neighbour for two years; he is noisy, and Giorgio has filed complaints about him."
    assert in_first_person(told, "Giorgio Rossi", ("he", "him", "his")) == (
        "Carlos has been my neighbour for two years; he is noisy, and I have filed complaints about him."
    )
