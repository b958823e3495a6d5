"""What passes between people beside the matter: comfort, quarrels, gossip; how one feels, and the weather.

`is_jab` and `is_comfort` know these again in a line; nothing else of the phrases is taken for one.
"""

from __future__ import annotations

import re
from string import Formatter

JABS: dict[str, tuple[str, ...]] = {
    "jab": (
        "I can't say that I am glad to see you.",
        "You and I will never see eye to eye.",
        "We don't have to like each other.",
        "You might try being pleasant for once.",
        "I'd rather be talking to anybody else, to be honest.",
        "You get on my nerves, if you want to know.",
        "Don't expect me to be nice to you.",
        "I have not changed my mind about you, {name}.",
    ),
    "jab.abrasive": (
        "You are as dull as ever.",
        "I have heard cleverer things from a pigeon.",
        "Do the town a favour and think before you speak.",
        "You have all the charm of a wet sock.",
        "I have no patience for people like you.",
        "You bore me already, {name}.",
        "If you were a book, I would use you as a doorstop.",
    ),
    "jab.shy": ("I don't feel at ease with you.", "I would rather be left alone, if it is you."),
}
COMFORT: dict[str, tuple[str, ...]] = {
    "comfort": (
        "You look as if something weighs on you.",
        "You are not quite yourself today, it seems to me.",
        "If there is anything that I can do, tell me.",
        "You seem a little down. It will look different tomorrow.",
        "I am here, should you want to talk about it.",
    ),
    "comfort.warm": (
        "Oh, {name}, you look sad. I am here, whatever it is.",
        "Come, {name}, chin up. Whatever it is, it will pass.",
        "You don't have to say anything. I'm glad just to stand here with you.",
        "I can see that it is a hard day for you. You are not alone with it.",
    ),
    "comfort.gruff": ("You have looked better. Keep at it.", "It passes. It always does."),
    "comfort.shy": (
        "You look a little sad. I hope that it is nothing bad.",
        "I'm not good at this, but I'm sorry.",
    ),
    "comfort_tired": (
        "You look tired, {name}. Sit down for a moment.",
        "You should have an early night, by the look of you.",
        "Don't overdo it, you look worn out.",
    ),
    "comfort_tired.warm": ("You poor thing, you look ready to drop. Do rest a little!",),
}
FEELINGS: dict[str, tuple[str, ...]] = {
    **JABS,
    **COMFORT,
    # -- what one says to a jab
    "jab_back": (
        "The feeling is mutual.",
        "And you are no better.",
        "I could say the same of you.",
        "Look who is talking.",
        "I don't have to listen to this.",
        "Say what you like, I know what I know.",
    ),
    "jab_back.abrasive": ("Coming from you, that is a compliment.", "Cry about it.", "Oh, spare me."),
    "jab_back.gruff": ("Watch your tongue.", "Keep that to yourself.", "Same to you."),
    "jab_back.shy": ("You need not talk to me.", "That is not fair."),
    "parry": (
        "There is no need for that.",
        "That was uncalled for.",
        "I'll pretend that I did not hear that.",
        "Let's leave it at that.",
    ),
    "parry.warm": (
        "Let's not quarrel. Life is too short.",
        "I'm sorry that you see it that way. I wish we got on better.",
        "You don't mean that, {name}.",
    ),
    "parry.shy": ("Oh. I see.", "I didn't mean to upset you.", "That was not very kind."),
    "parry.gruff": ("That is all you have, I take it.", "Enough of that."),
    # -- what one says to a comfort
    "comforted": (
        "Thank you. It is one of those days.",
        "It helps that you say so.",
        "I'll be all right. Thank you, {name}.",
        "It is nothing that a night's sleep won't mend.",
    ),
    "comforted.warm": ("You are so kind, {name}. It does me good.", "Thank you. I needed to hear that."),
    "comforted.gruff": ("I'll manage.", "Leave it. But thanks."),
    "comforted.shy": ("Thank you. I don't like to make a fuss.", "That's kind of you."),
    "comforted.abrasive": ("Keep your pity.", "I don't need a nurse."),
    "uncomforted": (
        "Oh, I'm all right, thank you.",
        "Oh, do I look like that! I'm quite well.",
        "It is nothing, really.",
    ),
    # -- what one saw others do: {who} {what} {when}, as "Maria Lopez", "reading in the library", "this morning"
    "gossip": (
        "I saw {who} {when}, {what}.",
        "{When} I came across {who}, {what}.",
        "I happened to see {who} {when}, {what}.",
        "{who} was {what} when I looked {when}.",
    ),
    "gossip.warm": (
        "I saw {who} {when}, {what}. It made me smile.",
        "You should have seen {who} {when}, {what}.",
    ),
    "gossip.gruff": ("{who} was {what} {when}. Some people have time.", "I saw {who} {when}, {what}. Well."),
    "gossip.abrasive": (
        "Saw {who} {when}, {what}. Riveting.",
        "{who} was {what} {when}, as if the world had need of it.",
    ),
    "gossip.shy": ("I think I saw {who} {when}, {what}.",),
    "comment_gossip": (
        "Good to know.",
        "Everybody has something to do, it seems.",
        "You see everything.",
        "Well, why not.",
        "One meets everybody sooner or later.",
    ),
    "comment_gossip.warm": ("How nice. You always know how people are!",),
    "comment_gossip.gruff": ("I mind my own business.", "And what is that to me?"),
    "comment_gossip.abrasive": ("You must keep a list.", "Thrilling."),
    # -- how one feels
    "answer_mood_low": ("Not my best day.", "I've been better.", "A bit low.", "So-so.", "Don't ask."),
    "answer_mood_low.shy": ("Not so well.", "So-so."),
    "answer_mood_tired": (
        "Tired, I must admit.",
        "I could fall asleep on my feet, I'm so tired.",
        "Worn out and tired.",
    ),
    "answer_mood_high": (
        "I feel wonderful today!",
        "Never better, thank you.",
        "In high spirits, thank you.",
        "It is one of those days on which all goes well.",
    ),
    # -- the weather
    "weather_rain": (
        "I hope the rain stops soon.",
        "It is weather for staying in.",
        "One gets wet only from looking out of the window.",
        "The gardens need it, they say.",
    ),
    "weather_storm": ("I don't like this storm.", "What a storm. I hope that the roofs hold."),
    "weather_snow": ("The whole town looks different under snow.", "I like how quiet the snow makes it."),
    "weather_fog": (
        "One can hardly see across the street in this fog.",
        "This fog makes everything strange.",
    ),
    "weather_heat": ("It is too hot to think.", "I could do with some shade in this heat."),
}


def _any_of(table: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    """Whatever its fields were filled with."""
    found = []
    for template in (each for templates in table.values() for each in templates):
        parts = Formatter().parse(template)
        found.append("".join(re.escape(text) + (".{1,60}?" if field else "") for text, field, _, _ in parts))
    return re.compile("|".join(found))


_JAB, _COMFORT = _any_of(JABS), _any_of(COMFORT)
_WHEN = "(?:just now|a while ago|earlier today|this )"
_GOSSIP = re.compile(
    rf"\b[Ss]aw [A-Z][\w'-]+(?: [A-Z][\w'-]+)? {_WHEN}|\bI came across [A-Z]|\bhappened to see [A-Z]|"
    rf"\b(?!It|There)[A-Z][\w'-]+ was \w+ing .{{2,80}}(?:when I looked|{_WHEN})|\b[Yy]ou should have seen [A-Z]"
)


def is_jab(line: str) -> bool:
    """Whether it says an unkind thing to the other's face."""
    return _JAB.search(line) is not None


def is_comfort(line: str) -> bool:
    return _COMFORT.search(line) is not None


def is_gossip(line: str) -> bool:
    """Whether it tells what somebody else was seen doing."""
    return _GOSSIP.search(line) is not None
