"""Telling of one's past, and what one says to it."""

from __future__ import annotations

STORIES: dict[str, tuple[str, ...]] = {
    # {fact} goes on behind other words, {Fact} is a sentence without its full stop.
    "tell_story": (
        "Did I ever tell you? {Fact}.",
        "Let me tell you something: {fact}.",
        "Here is something for you: {fact}.",
        "{Fact}, if you can believe it.",
        "You may like this: {fact}.",
        "I had to think of it just now: {fact}.",
        "Have I told you this one? {Fact}.",
        "It comes to my mind that {fact}.",
    ),
    "tell_story.warm": ("You'll like this: {fact}!", "I have to tell you this: {fact}."),
    "tell_story.gruff": ("Let me tell you something: {fact}.", "Believe it or not: {fact}."),
    "tell_story.shy": ("I don't know why I say this, but {fact}.", "Did I ever tell you? {Fact}."),
    "reminisce": (
        "Do you remember? {Fact}.",
        "I had to think of it today: {fact}.",
        "It made me laugh again this morning: {fact}.",
        "{Fact}. I still think of it.",
        "Do you still think of it, too? {Fact}.",
    ),
    "reminisce.gruff": ("{Fact}. I have not forgotten it.", "I still think of it: {fact}."),
    "comment_story": (
        "I would have liked to see that.",
        "I never knew that.",
        "That is a good story.",
        "I can see it before me.",
        "Now that I did not know about you.",
        "That sounds like you.",
        "I shall think of that all day.",
        "That would not happen to me.",
        "There must be more to it than that.",
    ),
    "comment_story.warm": (
        "Oh, I love that!",
        "That makes me smile.",
        "You should write that down!",
        "I could listen to you for hours.",
    ),
    "comment_story.gruff": (
        "Is that all?",
        "I have heard stranger things.",
        "Hm. Not bad.",
        "Serves you right.",
    ),
    "comment_story.shy": ("Oh. That's a nice story.", "I like that.", "I wouldn't have dared."),
    "comment_there": (
        "I remember. How could I forget?",
        "I was there, remember?",
        "Yes, we both know how that ended.",
        "Don't remind me!",
        "I thought of it only the other day.",
        "As if it were yesterday.",
    ),
    "comment_there.gruff": ("I know. I was there.", "I have not forgotten it either."),
}
