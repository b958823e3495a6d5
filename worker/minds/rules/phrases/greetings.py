"""How a talk begins: greeting, introducing oneself, being pleased to meet."""

from __future__ import annotations

GREETINGS: dict[str, tuple[str, ...]] = {
    "greet": (
        "Good {daytime}, {name}.",
        "Hello, {name}.",
        "{name}, good {daytime}.",
        "Hello there, {name}.",
    ),
    "greet.warm": (
        "Good {daytime}, {name}! How lovely to see you.",
        "{name}! Just the person I was hoping to see.",
        "Hello, {name}! It is good to see you.",
        "Oh, {name}, what a nice surprise!",
        "Good {daytime}, {name}! There you are.",
    ),
    "greet.gruff": ("{name}.", "Oh. {name}.", "{name}. You again.", "Hm. {daytime_capital}, {name}."),
    "greet.shy": (
        "Oh, hello, {name}.",
        "Hello, {name}.",
        "Good {daytime}, {name}. I hope I don't disturb you.",
    ),
    "greet_back": (
        "Good {daytime}, {name}.",
        "Hello, {name}.",
        "{name}, hello to you too.",
        "And good {daytime} to you, {name}.",
    ),
    "greet_back.warm": (
        "{name}, how nice to see you!",
        "Hello, {name}! I'm glad to see you.",
        "Good {daytime} to you too, {name}!",
        "{name}! I was just thinking of you.",
    ),
    "greet_back.gruff": ("Hm. {name}.", "{name}. What is it?", "Yes, {name}?"),
    "greet_back.shy": ("Oh, {name}. Hello.", "Hello. I didn't see you there, {name}."),
    "greet_stranger": (
        "Good {daytime}.",
        "Hello there.",
        "Excuse me, good {daytime}.",
        "Hello. I have seen you around.",
    ),
    "greet_stranger.warm": (
        "Hello there! I don't believe we have met.",
        "Good {daytime}! I have seen you around and always meant to say hello.",
        "Hello! I keep seeing you and still don't know your name.",
    ),
    "greet_stranger.gruff": ("You there.", "Hm. Who are you, then?", "I don't know you."),
    "greet_stranger.shy": ("Oh, hello.", "Um, good {daytime}.", "Hello. I hope you don't mind."),
    "greet_stranger_back": ("Hello.", "Good {daytime}.", "Oh, hello.", "Good {daytime} to you."),
    "greet_stranger_back.warm": (
        "Hello! How nice of you to say so.",
        "Good {daytime} to you! I am glad you spoke to me.",
    ),
    "greet_stranger_back.gruff": ("Hm. {daytime_capital}.", "And who is asking?"),
    "greet_stranger_back.shy": ("Oh. Hello.", "Oh, good {daytime}."),
    "introduce": ("I'm {me}.", "My name is {me}.", "I'm {me}, by the way.", "{me} is my name."),
    "introduce.warm": (
        "I'm {me}, pleased to meet you!",
        "My name is {me}. I'm {job_title} here.",
        "I'm {me}, and who are you?",
    ),
    "introduce.gruff": ("{me}.", "The name is {me}.", "{me}, if you must know."),
    "introduce.shy": ("I'm, well, {me}.", "My name is {me}, if I may."),
    "introduce_back": ("I'm {me}.", "And I'm {me}.", "My name is {me}.", "I am called {me}."),
    "introduce_back.warm": ("I'm {me}. How good to know your name at last!", "And I'm {me}, {job_title}."),
    "introduce_back.gruff": ("{me}.", "I'm {me}. There, now you know."),
    "introduce_back.shy": ("I'm {me}.", "And I am {me}, hello."),
    "pleased": ("Nice to meet you, {name}.", "Pleased to meet you, {name}.", "Good to know you, {name}."),
    "pleased.warm": (
        "How lovely to meet you, {name}!",
        "{name}, what a nice name! I'm so pleased to meet you.",
    ),
    "pleased.gruff": ("{name}, then.", "Right. {name}. I'll try to remember that."),
    "pleased.shy": ("Nice to meet you, {name}.", "It is nice to know your name, {name}."),
    "passing": (
        "Sorry, I can't stop, see you later!",
        "I must be going, but we'll talk another time. Bye!",
        "I'm a little late, see you soon!",
        "I only wanted to say hello. See you!",
        "I have to go on. Take care!",
    ),
    "passing.gruff": ("No time now. Bye.", "I must go.", "Busy. Goodbye."),
    "passing.shy": (
        "I won't keep you. Goodbye.",
        "I'd better go on. Bye.",
        "I only meant to say hello. Bye.",
    ),
}
