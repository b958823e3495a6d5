"""The engine: a heap of what is due, a step from one due tick to the next, a close at which residents perceive.

The open tick takes inputs of people at once. It is closed, once, when the town moves on: then residents perceive what
happened in it. The engine stops before a tick for which an answer is missing; it never guesses.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from textwrap import shorten

from backend.domain import events as e
from backend.domain.inputs import (
    DEED_ADAPTER,
    AnswerGiven,
    Arrived,
    Fate,
    Request,
    SetMind,
    Speak,
    SpeakAs,
    Stamp,
)
from backend.domain.questions import (
    AdjudicateAnswer,
    AnyQuestion,
    InvalidAnswer,
    no_answer,
    read_answer,
)
from worker.engine import arming, perception
from worker.engine.agenda import Agenda, Phase
from worker.engine.carry_out import carry_out, obstacle
from worker.engine.closing import MOST_REASON, answered, lapsed
from worker.engine.due import find_due
from worker.engine.duties import DUTIES
from worker.engine.people import apply_input, requests
from worker.engine.ports import Mind
from worker.engine.refusals import InputRefused, StampPassed, refused
from worker.engine.schedule import Due, Schedule
from worker.engine.taken import Taken
from worker.engine.town import DECIDES, Town


class Engine:
    """Lives one town. Knows no clock, no database and no network.

    Args:
        town: The town at its open tick; the events of that tick are in `town.happened`, the open questions in
            `town.questions`.
        mind: The built-in mind: answers at once, in this process, what it is to answer; None where these answers,
            too, come in by `receive_answer`, as those of models always do.
        is_closed: Whether the tick at which it is taken up is closed, as at the beginning of a branch: then nothing
            happens in it any more, and what comes at once comes with the next tick.
        stamped: Answers to people that have their stamps already: nobody else is to answer.
        kept_open: Keys of the open questions to people for whose answers the open tick waits.
    """

    def __init__(
        self,
        town: Town,
        mind: Mind | None,
        *,
        is_closed: bool = False,
        stamped: Iterable[AnswerGiven] = (),
        kept_open: Collection[str] = (),
    ) -> None:
        self.town = town
        self.mind = mind
        self.taken = Taken()
        self.is_closed = is_closed
        self.agenda = Agenda()
        self._answers: dict[str, AnswerGiven] = {}
        self._unanswered: dict[str, int] = {}
        """Question key to the tick that can't be lived without its answer."""
        self._keeps_open = False
        """Whether what is asked now is answered before the open tick closes, although it is a reply to a person."""
        self._kept_open = kept_open
        self._schedule = Schedule()
        for given in stamped:
            if given.stamp is not None:
                self._schedule.put(given.stamp, given)
        town.touched.update(town.state.residents)
        town.moved.update(town.state.residents)
        town.armed.update(town.state.armed)
        town.unrouted.extend(town.questions.values())
        self._settle()
        self._take_up_armed()

    # -- what comes in ------------------------------------------------------------------------------------------------

    def found(self, mind: str) -> None:
        """Writes the first events of a new town. `mind` is the name of its mind."""
        scenario = self.town.scenario
        self.town.emit(
            e.TownFounded(
                scenario=scenario.id,
                scenario_hash=scenario.hash,
                seed=self.town.seed,
                mind=mind,
                start=scenario.start.isoformat(),
            )
        )
        carry_out(self.town, self.town.cognition.found(self.town.view()))
        self._settle()

    def receive_input(self, arrived: Arrived) -> None:
        """Takes an input of a person: at its tick, or at once if it has no stamp.

        While the open tick waits for a reply, what comes at once comes after the reply: so it would if all were known
        beforehand.
        """
        if arrived.stamp is not None:
            self._schedule.put(arrived.stamp, arrived)
        elif self.is_closed:
            self._schedule.put_last(self.town.tick + 1, arrived)
        elif self._is_reply_awaited():
            self._schedule.put_last(self.town.tick, arrived)
        else:
            self._apply(arrived)
            self._settle()
        self._apply_scheduled()

    def receive_answer(self, given: AnswerGiven) -> None:
        """Takes a mind's answer; a second one to a question, or one to a closed question, is ignored."""
        question = self.town.questions.get(given.question)
        if given.stamp is not None and given.stamp.tick >= self.town.tick:
            self._schedule.put(given.stamp, given)
            self._apply_scheduled()
        elif question is None or given.question in self._answers:
            return
        elif question.effect is None and self._is_reply_awaited() and question.key not in self._unanswered:
            self._schedule.put_last(self.town.tick, given)
        elif question.effect is None:
            self._reply(given)
            self._apply_scheduled()
        else:
            self._answers[given.question] = given
            self._unanswered.pop(given.question, None)
            if question.effect <= self.town.tick:
                self._take_answer(given.question)
                self._settle()
                self._apply_scheduled()

    # -- time ---------------------------------------------------------------------------------------------------------

    def next_due(self) -> int | None:
        """The next tick at which something happens by itself or is scheduled; None: nothing ever."""
        due = [self.agenda.next_tick(), self._schedule.next_tick()]
        return min((tick for tick in due if tick is not None), default=None)

    @property
    def has_news(self) -> bool:
        """Whether there is anything to commit."""
        town, taken = self.town, self.taken
        return bool(
            town.pending
            or town.asked
            or town.closed
            or taken.fates
            or taken.answers
            or taken.stamps
            or taken.reasked
        )

    def waits_for(self) -> list[AnyQuestion]:
        """The questions without whose answers the town cannot go on from the open tick; empty if it can."""
        if not self._unanswered or min(self._unanswered.values()) > self.town.tick + 1:
            return []
        first = min(self._unanswered.values())
        return [self.town.questions[key] for key, effect in self._unanswered.items() if effect == first]

    def step(self, limit: int) -> bool:
        """Closes the open tick and goes to the next one at which something is due, at most to `limit`.

        Returns:
            False if nothing was done: the open tick is `limit`, or an answer is missing for the next.
        """
        town = self.town
        if self._reach(limit) <= town.tick:
            return False
        if not self.is_closed:
            self._close()
        self.is_closed = False
        due = self.next_due()
        tick = self._reach(limit if due is None else min(max(due, town.tick + 1), limit))
        town.open_tick(tick)
        for wake in self.agenda.pop_due(tick):
            if wake.phase < Phase.SIGHT:
                town.touched.add(wake.owner)
            if wake.what == "answer":
                self._take_answer(wake.about)
            elif wake.what == "fire":
                self._schedule.put_first(tick, Due(wake.about))
            else:
                DUTIES[wake.what](town, wake.owner, wake.about)
        self._settle()
        self._apply_scheduled()
        return True

    def finish(self) -> None:
        """Closes the open tick for good, at the end of a headless run."""
        self._close()

    def _reach(self, limit: int) -> int:
        """How far the town may go towards `limit`: to the tick before the first missing answer."""
        return min(limit, min(self._unanswered.values(), default=limit + 1) - 1)

    def _close(self) -> None:
        """Residents perceive what happened in the open tick."""
        town = self.town
        for resident, stimuli in perception.lookers(town):
            carry_out(town, town.cognition.look(town.view(), resident, stimuli))
        self._settle()

    def _settle(self) -> None:
        """After a change: routes new questions to the mind, and finds anew what is due."""
        town = self.town
        while town.unrouted:
            self._route(town.unrouted.pop(0))
        find_due(self.agenda, town)
        # Who has left the town is waited for no more.
        self._unanswered = {key: at for key, at in self._unanswered.items() if key in town.questions}

    # -- questions and answers ----------------------------------------------------------------------------------------

    def _route(self, question: AnyQuestion) -> None:
        """Has a new question answered: here and now, or by a mind elsewhere."""
        if self.mind is None or question.mind == "model" or self._schedule.has_answer_to(question.key):
            if question.effect is not None:
                self._unanswered[question.key] = question.effect
            elif self._keeps_open or question.key in self._kept_open:
                self._unanswered[question.key] = self.town.tick
            return
        try:
            payload = self.mind.answer(question).model_dump(mode="json")
        except InvalidAnswer as fault:
            payload = no_answer(fault)
        given = AnswerGiven(question.key, self.mind.name, payload)
        self.taken.answers.append(given)
        if question.effect is None:
            self._reply(given)
        else:
            self._answers[question.key] = given
            if question.effect <= self.town.tick:
                self._take_answer(question.key)

    def _ask_again(self, resident: str | None) -> None:
        """Puts what a model has not answered yet before the built-in mind, where a resident is its own again.

        Args:
            resident: whose mind was set; None is everybody's.
        """
        for key, question in list(self.town.questions.items()):
            if resident not in (None, question.resident):
                continue
            is_open = question.mind == "model" and key not in self._answers
            if is_open and self.town.state.mind_of(question.resident) == "rules":
                again = question.model_copy(update={"mind": "rules"})
                self.town.questions[key] = again
                self.taken.reasked.append(again)
                self._unanswered.pop(key, None)
                self.town.unrouted.append(again)

    def _reply(self, given: AnswerGiven) -> None:
        """An answer to a person: stamped on arrival."""
        if self.is_closed:
            self._schedule.put_last(self.town.tick + 1, given)
            return
        self.taken.stamps[given.question] = self._stamp()
        self._unanswered.pop(given.question, None)
        self._answers[given.question] = given
        self._take_answer(given.question)
        self._settle()

    def _take_answer(self, key: str) -> None:
        """Lets an answer take effect, if the world still allows it."""
        town = self.town
        question, given = town.questions.get(key), self._answers.pop(key, None)
        if question is None or given is None:
            return
        if town.is_acted_for(question.resident) and question.kind in DECIDES:
            lapsed(town, question, "somebody else acts for it")
            return
        try:
            answer = read_answer(question, given.payload)
        except InvalidAnswer as fault:
            lapsed(town, question, f"the answer {fault}")
            return
        wishes = list(town.cognition.take(town.view(), question, answer))
        refusal = next((reason for wish in wishes if (reason := obstacle(town, wish)) is not None), None)
        if refusal is not None:
            lapsed(town, question, refusal)
            return
        answered(town, question, answer, given.mind)
        if isinstance(answer, AdjudicateAnswer):
            requests.judged(town, wishes)
        else:
            carry_out(town, wishes)

    # -- inputs of people ---------------------------------------------------------------------------------------------

    def _stamp(self) -> Stamp:
        """The position that the next event will have."""
        return Stamp(self.town.tick, self.town.next_order())

    def _is_reply_awaited(self) -> bool:
        """Whether the open tick stays open until somebody has answered scheduled words."""
        return any(effect <= self.town.tick for effect in self._unanswered.values())

    def _apply_scheduled(self) -> None:
        """Applies what is scheduled for the open tick, unless a reply is awaited before the next."""
        if self.is_closed:
            return
        while not self._is_reply_awaited() and (due := self._schedule.pop_due(self.town.tick)) is not None:
            stamp, entry = due
            if isinstance(entry, Due):
                self._fire(entry.armed)
            elif isinstance(entry, AnswerGiven):
                if entry.question in self.town.questions:
                    self._reply(entry)
            elif stamp.tick < self.town.tick:
                refusal = StampPassed(
                    f"the town is at tick {self.town.tick} already; schedule for a later one than {stamp.tick}"
                )
                self.taken.fates.append((entry.id, refused(refusal)))
            else:
                self._apply(entry)
            # What somebody said on the spot is answered in its tick, where it comes again in a branch.
            self._keeps_open = isinstance(entry, Arrived) and entry.again
            self._settle()
            self._keeps_open = False

    def _apply(self, arrived: Arrived) -> None:
        stamp = self._stamp()
        waits = arrived.stamp is not None and not arrived.again and not self._has_record(arrived)
        try:
            apply_input(self.town, arrived.input, waits=waits)
        except InputRefused as refusal:
            self.taken.fates.append((arrived.id, refused(refusal)))
        else:
            self.taken.fates.append((arrived.id, Fate("applied", stamp)))
            if isinstance(arrived.input, SetMind):
                self._ask_again(arrived.input.resident)

    def _fire(self, armed: str) -> None:
        """Does what was armed, unless somebody took it back; the tick stays open until who is asked has answered."""
        one = self.town.state.armed.get(armed)
        if one is None:
            return
        given = DEED_ADAPTER.validate_python(one.do)
        self.town.emit(e.Fired(armed=armed))
        try:
            apply_input(self.town, given, waits=True)
        except InputRefused as refusal:
            error, reason = type(refusal).__name__, shorten(str(refusal), MOST_REASON, placeholder=" …")
            self.town.emit(e.Misfired(armed=armed, error=error, reason=reason))
        else:
            if isinstance(given, SetMind):
                self._ask_again(given.resident)

    def _take_up_armed(self) -> None:
        """What was to be fired in the open tick and was not when the town was let go of."""
        for armed in [] if self.is_closed else arming.overdue(self.town):
            self._schedule.put_first(self.town.tick, Due(armed))
        while not self._is_reply_awaited() and (due := self._schedule.pop_fired(self.town.tick)) is not None:
            self._fire(due.armed)
            self._settle()

    def _has_record(self, arrived: Arrived) -> bool:
        """Whether the answer to this input comes from a record, with a stamp of its own."""
        return isinstance(arrived.input, Speak | SpeakAs | Request) and self._schedule.has_reply_at(
            self._stamp()
        )
