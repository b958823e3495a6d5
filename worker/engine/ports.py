"""What the engine is handed: a cognition, a mind, a journal. It knows nothing else of the three."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, Protocol

from backend.domain.events import AnyEvent, HeardOf, Recorded, Said, Trail
from backend.domain.questions import AnyAnswer, AnyQuestion
from backend.domain.spoken import Spoken
from backend.domain.view import View
from backend.domain.wishes import Ask, Wish


class Mind(Protocol):
    """Answers questions in the engine's own process."""

    @property
    def name(self) -> str: ...

    def answer(self, question: AnyQuestion) -> AnyAnswer: ...


class Cognition(Protocol):
    """The paper's architecture as pure functions of the town, blind to which mind answers."""

    @property
    def reflects(self) -> bool:
        """Whether residents reflect; an experiment may take that from them."""

    @property
    def remembers(self) -> bool:
        """Whether residents keep what they hear, a name to begin with."""

    def learn(self, recorded: Recorded) -> None:
        """Takes note of an event of the log, for its index of memories."""

    def restore(
        self, memories: Sequence[Recorded], accesses: Mapping[str, int], importances: Mapping[str, int]
    ) -> None:
        """Learns a whole past: `Remembered` events, and by memory id its last access (tick) and its rating."""

    def found(self, view: View) -> Sequence[Wish]:
        """What residents remember and do at the first tick."""

    def settle(self, view: View, resident: str) -> Sequence[Wish]:
        """What somebody remembers and does who has just come to live in the town; and what others know of it."""

    def plant(
        self,
        view: View,
        resident: str,
        text: str,
        *,
        source: str | None = None,
        weight: int | None = None,
        about: tuple[str, ...] = (),
    ) -> Sequence[Wish]:
        """A memory that a director puts into a resident, told by `source` if by anybody."""

    def agreed(self, view: View, commitment: str) -> Sequence[Wish]:
        """What residents remember of a commitment that was made for them."""

    def called_off(self, view: View, commitment: str, resident: str) -> Sequence[Wish]:
        """What one of them remembers and does that need not go any more."""

    def moved(self, view: View, resident: str) -> Sequence[Wish]:
        """What a resident remembers and does that was put elsewhere."""

    def saw_go(self, view: View, resident: str, gone: str) -> Sequence[Wish]:
        """What somebody remembers in whose sight another has left the town."""

    def told_gone(self, view: View, resident: str, gone: str) -> Sequence[Wish]:
        """What somebody remembers who has to know that another has left the town."""

    def rewritten(self, view: View, resident: str) -> Sequence[Wish]:
        """What a resident does who is otherwise than it was: its plan is of before."""

    def whisper(self, view: View, resident: str, text: str) -> Sequence[Wish]:
        """What a resident remembers and asks itself to whom a thought comes."""

    def look(self, view: View, resident: str, stimuli: Sequence[AnyEvent]) -> Sequence[Wish]:
        """What a resident notices at the close of a tick, and whether it thinks about reacting."""

    @property
    def keeps_calendar(self) -> bool:
        """Whether residents are reminded of what they agreed to, and plan anew for it."""

    def plan(self, view: View, resident: str, because: str = "") -> Ask:
        """The next plan; or, with `because`, the rest of this one anew."""

    def remind(self, view: View, resident: str, commitment: str) -> Sequence[Wish]: ...

    def notice(
        self, view: View, commitment: str, resident: str, how: Literal["kept", "broken"]
    ) -> Sequence[Wish]:
        """What the others make of a word that was kept or broken."""

    def feel(self, view: View, event: AnyEvent) -> Sequence[AnyEvent]:
        """How residents feel for an event that is about to be written; `view` is the town before it."""

    def detail(self, view: View, resident: str, block: int) -> Ask: ...

    def speak(self, view: View, resident: str, talk: str) -> Ask:
        """The resident's next line of a talk."""

    def hear(
        self, view: View, listener: str, speaker: str, tells: tuple[str, ...], talk: str | None
    ) -> Sequence[Wish]:
        """What a listener remembers of a line that passed on the speaker's memories `tells`."""

    def overhear(self, view: View, listener: str, line: Said) -> Sequence[Wish]:
        """What somebody remembers of a line that was not meant for it."""

    def digest(self, view: View, resident: str, talk: str) -> Ask:
        """What a talk that just ended was to one of its speakers."""

    def rate(self, view: View, resident: str) -> Ask: ...

    def reflect(self, view: View, resident: str) -> Ask: ...

    def wants_vectors(self, resident: str) -> bool:
        """Whether a batch of its memories waits for an embedding model."""

    def embed(self, view: View, resident: str) -> Ask: ...

    def reply(self, view: View, spoken: Spoken, key: str, effect: int | None) -> Sequence[Wish]:
        """A person from outside has said something to a resident; `key` is that of the question."""

    def greet(self, view: View, resident: str, visitor: str, arrival: int) -> Ask:
        """What a resident is to say first to a visitor whom it reaches at tick `arrival`."""

    def answering(self, view: View, visitor: str, text: str, heard: tuple[str, ...]) -> tuple[str, ...]:
        """Of the residents who heard what was said to all: who answers, then who may add something."""

    def judge(self, view: View, request: str, text: str, key: str, effect: int | None) -> Ask:
        """Puts what a director asks for before the game master."""

    def trail(self, view: View, what: HeardOf) -> Trail | None:
        """Who knows by now of what somebody waits for to be known, no commitment; None: there is no such thing."""

    def take(self, view: View, question: AnyQuestion, answer: AnyAnswer) -> Sequence[Wish]:
        """What an answer leads to, as the world is now."""

    def retreat(self, view: View, resident: str) -> Wish:
        """Where a resident goes that must leave a place and has nothing else to do."""

    def wait(self, view: View, resident: str) -> Wish | None:
        """What a resident does meanwhile that was refused one thing after the other; None if there is nothing."""
