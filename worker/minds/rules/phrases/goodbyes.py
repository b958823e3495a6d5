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
    ),
    "bye.warm": (
        "It was so good to talk, {name}. See you soon!",
        "I have to run, but this was lovely. Take care of yourself, {name}!",
        "Come by any time, {name}. Goodbye!",
        "That did me good, {name}. See you very soon!",
        "I must be off, sadly. Take good care of yourself!",
    ),
    "bye.gruff": (
        "Right. I have to go.",
        "Enough chatter. Goodbye.",
        "I have things to do. Bye.",
        "That's all, {name}. Bye.",
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
    ),
    "bye_back.warm": (
        "Take care, {name}! It was lovely to see you.",
        "See you soon, {name}, and have a wonderful {daytime}!",
        "Bye, {name}! Look after yourself.",
        "Goodbye, {name}, and all the best!",
        "See you soon, I hope!",
    ),
    "bye_back.gruff": ("Bye.", "Goodbye.", "Yes, yes. Bye.", "Off you go, then. Bye.", "Goodbye, {name}."),
    "bye_back.shy": ("Bye, {name}.", "Goodbye, {name}.", "See you, then.", "Bye. Take care."),
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
