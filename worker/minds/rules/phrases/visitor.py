"""What one says to a person from outside."""

from __future__ import annotations

from worker.minds.rules.phrases.fill import fields_of, fill
from worker.minds.rules.phrases.news import NEWS
from worker.minds.rules.phrases.stories import STORIES

VISITOR: dict[str, tuple[str, ...]] = {
    "hello": ("Good {daytime}.", "Hello there.", "Good {daytime} to you.", "Hello."),
    "hello.warm": (
        "Good {daytime}, and welcome!",
        "Hello! How nice that you stop by.",
        "Hello there, good to see you!",
    ),
    "hello.gruff": ("Yes?", "Hm. {daytime}.", "What is it?"),
    "hello.shy": ("Oh, hello.", "Um, hello."),
    "nothing_said": ("Yes?", "I'm listening.", "Did you want to say something?", "Pardon?"),
    "name": ("I'm {me}.", "My name is {me}.", "{me} is my name."),
    "name.warm": ("I'm {me}, and I'm pleased to meet you!", "My name is {me}. Welcome to our town!"),
    "name.gruff": ("{me}. And that will do.", "The name is {me}."),
    "your_name": ("You are {visitor}.", "{visitor}, if I heard you right.", "Your name is {visitor}."),
    "your_name.gruff": ("{visitor}, or so you say.", "You told me yourself: {visitor}."),
    "mood": ("I'm well, thank you.", "Quite well, thanks for asking.", "I can't complain."),
    "mood.warm": ("I'm very well, how kind of you to ask!", "Wonderful, thank you. I hope you are too!"),
    "mood.gruff": ("I get by.", "I was fine until now."),
    "mood.shy": ("I'm all right, thank you.", "Fine, I think."),
    "self_job": ("I'm {me}, {job}.", "I'm {me}. I work as {job}."),
    "self_job.gruff": ("{me}, {job}. What else is there to say?",),
    "work": ("I'm {job}. It is mostly {task}.", "I work as {job}, so you'll often find me {task}."),
    "work.warm": ("I'm {job}, and I like it. Most of all {task}!",),
    "work.gruff": ("I'm {job}. {task_capital}, day in, day out.", "I'm {job}. Somebody has to be."),
    "no_job": ("I have no job just now.", "I don't work, my days are my own."),
    "likes": ("I like {likes}.", "{likes_capital}, when there is time."),
    "likes.warm": ("Oh, I love {likes}!",),
    "likes.gruff": ("{likes_capital}. Preferably undisturbed.",),
    "home": ("I live at {home}.", "My home is {home}."),
    "home.gruff": ("At {home}. Don't come by.",),
    "hours": ("I usually get up at {wake} and go to bed at {sleep}.",),
    "doing": ("I'm {doing}.", "Just now I'm {doing}.", "As you see, I'm {doing}."),
    "doing.gruff": ("{doing_capital}. Isn't that plain to see?", "I'm {doing}, if you let me."),
    "talking": ("I'm talking with you, for the moment.", "Nothing in particular just now."),
    "talking.gruff": ("Talking, it seems.",),
    "why_planned": (
        "I'm {doing} because I meant to do that today.",
        "It was on my plan for today, so I'm {doing}.",
    ),
    "why": ("It seemed the right thing to do just now.", "No great reason. It felt like the time for it."),
    "why.gruff": ("Because.", "Do I need a reason?"),
    "plans": ("I thought of this: {plans}.", "My plan is {plans}.", "If nothing comes up, {plans}."),
    "plans.gruff": ("{plans_capital}. Alone, if possible.",),
    "no_plans": ("I have nothing more planned for today.", "Nothing special for the rest of the day."),
    "no_news": ("I have heard nothing new, I'm afraid.", "No news that I know of."),
    "no_news.gruff": ("I know of no news.", "Nothing that would concern you."),
    "unknown": (
        "I don't know, I'm sorry.",
        "I couldn't tell you. I don't know.",
        "I have no idea, to be honest.",
        "That I don't know.",
    ),
    "unknown.warm": (
        "I'm so sorry, I don't know. Maybe somebody else can help you!",
        "I wish I could tell you, but I don't know.",
    ),
    "unknown.gruff": ("I don't know.", "How should I know? I don't."),
    "unknown.shy": ("I'm sorry, I don't know.", "I don't know, sorry."),
    "unknown_person": (
        "I know nobody by the name of {person}.",
        "{person}? I don't know anybody of that name.",
    ),
    "unknown_person.gruff": ("{person}? I don't know.",),
    "bond_dear": ("{person} is very dear to me.", "I could not do without {person}."),
    "bond_friend": ("{person} and I are good friends.", "I like {person} a good deal."),
    "bond_known": (
        "I know {person}, though not closely.",
        "{person} and I know each other, no more than that.",
    ),
    "bond_cool": ("{person} and I don't get on.", "I keep my distance from {person}."),
    "in_sight": ("{person} is right here, {activity}.", "Look around: {person} is here, {activity}."),
    "in_sight.gruff": ("Have you no eyes? {person} is here, {activity}.",),
    "last_seen": (
        "When I last looked, {ago}, {past}. I don't know where {person} is now.",
        "I last saw {person} {ago}: {past}.",
    ),
    "whereabouts_unknown": ("I don't know where {person} is.", "Where {person} is now, I don't know."),
    "place_known": ("That is {place}.", "You must mean {place}."),
    "place_hours": (
        "It is open today from {opens} to {closes}.",
        "Today it opens at {opens} and closes at {closes}.",
    ),
    "place_shut": ("It is closed today.", "Today it doesn't open at all."),
    "unsure": ("I'm not sure what to say.", "I would have to think about that."),
    "orders": (
        "I don't follow. I just live here.",
        "What strange things you say. I'm only {me}.",
        "I'm not sure what you want from me.",
    ),
    "orders.gruff": ("I take no orders from strangers.", "Nobody tells me what to do."),
    "insult": ("That was not very kind.", "I'd rather not be talked to like that."),
    "insult.gruff": ("Say that again and this talk is over.", "Mind your manners."),
    "welcome": ("You're welcome.", "Don't mention it."),
    "welcome.warm": ("You're very welcome!", "With pleasure!"),
    "welcome.gruff": ("Fine.", "Yes, yes."),
    "bye": ("Goodbye.", "See you around.", "Have a good {daytime}."),
    "bye.warm": ("Goodbye, and come back soon!", "Take good care of yourself!"),
    "bye.gruff": ("Bye.", "Finally. Goodbye."),
    "time": ("It is {now}.", "It must be {now}.", "{now}, by my watch."),
    "remark": (
        "I see.",
        "Is that so?",
        "Interesting.",
        "I had not thought of that.",
        "Well, thank you for telling me.",
    ),
    "remark.warm": ("Oh, really? How interesting!", "Thank you for telling me that!", "You don't say!"),
    "remark.gruff": ("Hm.", "If you say so.", "And?"),
    "remark.shy": ("Oh, I see.", "Mm. I didn't know."),
    "alarmed": (
        "That is bad! Thank you for telling me.",
        "Are you sure? That sounds serious.",
        "That is bad news. I'll keep my eyes open.",
    ),
    "alarmed.warm": ("Oh no, how terrible! Thank you for telling me!", "Oh no! I hope nobody is hurt!"),
    "alarmed.gruff": ("Bad business, if it is true.", "That had to happen."),
    "alarmed.shy": ("Oh no. Oh dear.", "Oh. That frightens me."),
    "invitation": ("Thank you for asking, I'll think about it.", "I'll see whether I can."),
    "invitation.warm": ("How kind of you! I'll see whether I can.",),
    "invitation.gruff": ("We'll see.", "I'd have to think about that."),
    "invitation.shy": ("Oh. I'd have to think about it.", "That's kind. I'm not sure."),
    "real": ("What a question! I'm {me}, and I live here.", "I'm {me}. What else would I be?"),
    "real.gruff": ("I'm {me}. What else would I be?",),
    "trouble": ("I'm sorry to hear that.", "That is a pity. I hope it gets better."),
    "trouble.warm": ("Oh, I'm so sorry! I hope you feel better soon.", "You poor thing! It will get better."),
    "trouble.gruff": ("It will pass.", "Who isn't, now and then?"),
    "trouble.shy": ("Oh. I'm sorry.", "I know how that is."),
    "taste": ("Now and then.", "I have not made up my mind about that.", "It has its days."),
    "taste.warm": ("Oh, why not! Do you?",),
    "taste.gruff": ("Not much.", "It depends."),
    "request": ("I'll keep it in mind.", "I'll see what I can do.", "If I get round to it, I will."),
    "request.warm": ("I'll gladly see what I can do!", "I'll do my best to think of it!"),
    "request.gruff": ("Do it yourself.", "We'll see."),
    "request.shy": ("I'll try. I can't promise it.", "Oh. Maybe, if I dare."),
    "remark_known": ("That reminds me.", "Yes, I know something about that.", "Ah, yes."),
}

_ALL = {**NEWS, **STORIES, **VISITOR}
_FIELDS = fields_of(_ALL)


def reply_phrases(act: str, tone: str, known: dict[str, str]) -> list[str]:
    """The phrases of an act for a person from outside, filled in."""
    capitals = {f"{name}_capital": value[:1].upper() + value[1:] for name, value in known.items()}
    return fill(_ALL, _FIELDS, act, tone, {**known, **capitals})
