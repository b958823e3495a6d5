"""What is wrong with a span of a town's life, or with making something of it."""

from __future__ import annotations

from backend.api.problems.problem import Problem


class BadSpan(Problem):
    status = 422
    name = "bad-span"
    title = "That is no span of the town's life to be told"


class ReplayUnready(Problem):
    status = 409
    name = "replay-unready"
    title = "What a replay is made of is not there"


class DayNotLived(Problem):
    status = 404
    name = "day-not-lived"
    title = "The town has not lived that day"

    def __init__(self, day: int, days: int) -> None:
        lived = "its only day is 1" if days == 1 else f"its days are 1 to {days}"
        super().__init__(f"There is no paper of day {day}: {lived}.", days=days)
