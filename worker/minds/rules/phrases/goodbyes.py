"""How a talk ends. Each of these is recognised as an end by `is_goodbye`; nothing else of the phrases is."""

from __future__ import annotations

import re

GOODBYES: dict[str, tuple[str, ...]] = {
    "bye": (
        "I'd better get on. See you, {name}.",
        "I must go on now. Take care, {name}.",
        "Well, I have to go. Goodbye, {name}.",
        "I should get back to things. See you soon.",
        "Time to go on. Goodbye for now.",
        "I won't keep you any longer. Take care.",
        "Let's talk again soon. Goodbye!",
        "I should get back to {doing}. Goodbye, {name}.",
        "I'd better get back to {doing}. See you later.",
        "Look at the time, I have to go. Bye, {name}.",
        "I've kept you long enough. Goodbye, {name}.",
        "They will be waiting for me. See you, {name}.",
        "That's my cue to go. Take care!",
        "I still have things to see to. Goodbye.",
    ),
    "bye.warm": (
        "It was so good to talk, {name}. See you soon!",
        "I have to run, but this was lovely. Take care of yourself, {name}!",
        "Come and find me any time, {name}. Goodbye!",
        "I'd love to stay, but I should get back to {doing}. See you soon!",
        "You have made my {daytime}, {name}. Take care!",
        "That did me good, {name}. See you very soon!",
        "I must be off, sadly. Take good care of yourself!",
    ),
    "bye.gruff": (
        "Right. I have to go.",
        "Enough chatter. Goodbye.",
        "I have things to do. Bye.",
        "That's all, {name}. Bye.",
        "I should get back to {doing}. Bye.",
        "Don't let me keep you. Bye.",
        "Well. I won't stand about here. Goodbye.",
    ),
    "bye.shy": (
        "I'd better go now. Goodbye, {name}.",
        "Well, I should go. Bye.",
        "I think I have to go. See you, {name}.",
        "Thank you for the talk. Goodbye.",
    ),
    "bye_night": (
        "Good night, {name}.",
        "It is late. Good night!",
        "Sleep well, {name}. Good night.",
        "Time for bed soon. Good night.",
    ),
    "bye_back": (
        "See you, {name}.",
        "Take care, {name}.",
        "Goodbye, {name}.",
        "Until next time, {name}.",
        "See you around.",
        "Goodbye, then.",
        "Bye, and have a good {daytime}.",
        "All right, see you.",
        "See you, and good luck with {their_work}.",
        "Of course. Take care.",
        "Yes, I should get back to things too. Bye.",
        "It was good to talk. Bye, {name}.",
        "Go on, then. See you soon.",
        "Don't let me keep you. Goodbye, {name}.",
        "I should get back to {doing} as well. Bye!",
        "Have a good {daytime}, {name}. Bye!",
    ),
    "bye_back.warm": (
        "Take care, {name}! It was lovely to see you.",
        "See you soon, {name}, and have a wonderful {daytime}!",
        "Bye, {name}! Look after yourself.",
        "Goodbye, {name}, and all the best!",
        "See you soon, I hope!",
        "It was good to see you, {name}. Bye for now!",
        "Bye, {name}, and come back soon!",
        "Thank you for stopping, {name}. Take care!",
    ),
    "bye_back.gruff": ("Bye.", "Goodbye.", "Yes, yes. Bye.", "Off you go, then. Bye.", "Goodbye, {name}."),
    "bye_back.shy": ("Bye, {name}.", "Goodbye, {name}.", "See you, then.", "Bye. Take care."),
    "bye_at_cafe": (
        "My cup is empty, so I should go. See you, {name}.",
        "Enjoy your coffee. Goodbye, {name}.",
        "Somebody is waiting for this chair. See you soon.",
    ),
    "bye_at_pub": (
        "One glass is enough for me. Good night, {name}.",
        "Cheers, {name}. See you around.",
        "They are calling for me over there. See you later.",
    ),
    "bye_at_park": (
        "I still have a lap to do. See you, {name}.",
        "I'll walk on while it is dry. Goodbye, {name}.",
        "Say hello to the ducks from me. Bye!",
    ),
    "bye_at_shop": (
        "I must find the rest of my list. Goodbye, {name}.",
        "People are waiting behind us. See you, {name}.",
        "I should pay before they close. Bye!",
    ),
    "bye_at_school": (
        "I have to get back to my books. Bye, {name}.",
        "They are ringing for somebody. See you, {name}.",
        "I need a seat before they are all taken. See you later.",
    ),
    "bye_at_street": (
        "This is where I turn off. See you, {name}.",
        "I have a way to go yet. Goodbye, {name}.",
        "My feet are getting cold. Take care, {name}!",
    ),
    "bye_at_home": (
        "I'll be in the other room. See you later.",
        "I have something on the stove. See you in a moment.",
        "Call me if you need me. See you later, {name}.",
    ),
    "bye_back_at_home": (
        "All right. See you later.",
        "I'm not far. See you in a moment.",
        "Yes, go on. See you at the table.",
        "See you later, {name}. I'll be here.",
    ),
    "bye_again": ("Bye.", "Bye, then.", "Goodbye, goodbye.", "See you.", "Take care.", "Until next time."),
}

_GOODBYE = re.compile(
    r"(?i)\b(good ?bye|bye|(?<!to )(?<!n't )(?<!I )see you(?! (?:are|were|have|there))|so long|"
    r"farewell|good night|take (?:good )?care|until next time|catch you later|"
    r"(?:must|have to|should|better) (?:go|run|be off|be going|get on|get back|leave|go on|"
    r"be on my way)|can't stop|no time now|"
    r"i must be going|busy\. goodbye)\b"
)


def is_goodbye(line: str) -> bool:
    """Whether a line, of whatever mind, takes leave."""
    return _GOODBYE.search(line) is not None
