"""What a resident says of itself to a person from outside: from its persona, its plan and what it does."""

from __future__ import annotations

import re

from backend.domain.calendar import MINUTES_PER_DAY
from worker.minds.rules.daytime import clock
from worker.minds.rules.plan_day import article
from worker.minds.rules.replies.replying import Replying
from worker.minds.rules.speech import capital, doing
from worker.minds.rules.wording import own_words


def who_one_is(reply: Replying) -> str:
    job = reply.question.persona.job
    who = reply.phrase("self_job", job=article(job.title)) if job is not None else reply.phrase("name")
    return f"{who} {current(reply)}".strip()


def work(reply: Replying) -> str:
    job = reply.question.persona.job
    if job is None:
        return reply.phrase("no_job")
    tasks = [own_words(task.activity, reply.question.persona) for task in job.tasks]
    task = reply.chance.choice(tasks, 90) if tasks else ""
    return reply.phrase("work" if task else "self_job", job=article(job.title), task=task)


def likes(reply: Replying) -> str:
    persona = reply.question.persona
    liked = list(dict.fromkeys(own_words(leisure.activity, persona) for leisure in persona.leisure))[:2]
    return reply.phrase("likes", likes=" and ".join(liked)) if liked else reply.phrase("unsure")


def current(reply: Replying) -> str:
    said = own_words(reply.question.persona.currently, reply.question.persona)
    return f"{capital(said).rstrip('. ')}." if said.strip() else ""


def home(reply: Replying) -> str:
    place = reply.question.persona.home.rpartition(":")[2].replace("_", " ").strip()
    return reply.phrase("home", home=place) if place else reply.phrase("unsure")


def hours(reply: Replying) -> str:
    persona = reply.question.persona
    return reply.phrase("hours", wake=clock(persona.wake), sleep=clock(persona.sleep))


def activity(reply: Replying) -> str:
    now = own_words(doing(reply.question.activity, reply.question.persona.name), reply.question.persona)
    return reply.phrase("doing", doing=now) if now else reply.phrase("talking")


def why(reply: Replying) -> str:
    now = own_words(doing(reply.question.activity, reply.question.persona.name), reply.question.persona)
    planned = next((entry for entry in reply.question.plan if now and now.split(" at ")[0] in entry), "")
    return reply.phrase("why_planned" if planned else "why", doing=now or "this")


def plans(reply: Replying) -> str:
    ahead = [entry for entry in (_planned(text) for text in reply.question.plan) if entry is not None]
    if ahead and (reply.question.minute - ahead[0][0]) % MINUTES_PER_DAY < MINUTES_PER_DAY // 2:
        ahead = ahead[1:]
    ahead = [entry for entry in ahead if "sleeping" not in entry[1]]
    if reply.asked.evening:
        ahead = [entry for entry in ahead if entry[0] >= 17 * 60] or ahead[-1:]
    if not ahead:
        return reply.phrase("no_plans")
    entries = [f"at {clock(minute)} {own_words(what, reply.question.persona)}" for minute, what in ahead[:2]]
    return reply.phrase("plans", plans=", then ".join(entries))


def _planned(entry: str) -> tuple[int, str] | None:
    """(minute, activity) of one line of the plan, "14:00 repairing a bicycle at the workshop"."""
    match = re.match(r"\s*(\d{1,2}):(\d{2})\s+(.+)", entry)
    if match is None:
        return None
    what = match.group(3).strip().rstrip(".")
    what = re.sub(r"^(.+), .+? of (.+)$", r"\1 at \2", what)
    return int(match.group(1)) * 60 + int(match.group(2)), what
