"""Passing on what one remembers, and what one says to what was passed on."""

from __future__ import annotations

NEWS: dict[str, tuple[str, ...]] = {
    # {fact} goes on behind "that", {Fact} is a sentence without its full stop. {source} is who told it, {Source} the
    # same at the start of a sentence.
    "tell_told": (
        "{Source} told me that {fact}.",
        "I heard from {source} that {fact}.",
        "{Source} says that {fact}.",
        "Have you heard? {Source} told me that {fact}.",
        "Do you know what {source} told me? {Fact}.",
        "You may want to know what I heard from {source}: {fact}.",
    ),
    "tell_told.warm": (
        "Oh, I have to tell you: {source} told me that {fact}!",
        "You'll want to hear this. {Source} told me that {fact}.",
        "Listen, {source} told me that {fact}. Isn't that something?",
    ),
    "tell_told.gruff": (
        "{Source} told me that {fact}. Make of it what you will.",
        "If one believes {source}, {fact}.",
        "According to {source}, {fact}. For what it's worth.",
    ),
    "tell_told.shy": (
        "I don't know whether I should say it, but {source} told me that {fact}.",
        "{Source} told me that {fact}.",
    ),
    "tell_quote": (
        "{Source} said to me: “{quote}”",
        "Do you know what {source} said? “{quote}”",
        "I can tell you what {source} said to me: “{quote}”",
    ),
    "tell_heard": (
        "I have heard that {fact}.",
        "Have you heard? {Fact}.",
        "They say that {fact}.",
        "Did you know? {Fact}.",
        "It seems that {fact}.",
        "Word has it that {fact}.",
    ),
    "tell_heard.warm": (
        "You won't have heard it yet: {fact}!",
        "I have heard something you'll want to know: {fact}.",
    ),
    "tell_heard.gruff": ("In case nobody told you, {fact}.", "They say that {fact}. Well, well."),
    "tell_heard.shy": (
        "I have heard that {fact}, I think.",
        "Maybe you know it already, but I have heard that {fact}.",
    ),
    "tell_saw": (
        "I saw that {past}.",
        "I noticed that {past}.",
        "You know what I saw? {Past}.",
        "With my own eyes I saw that {past}.",
        "Did you notice? I saw that {past}.",
    ),
    "tell_saw.gruff": (
        "I saw that {past}. Somebody should see to such things.",
        "I noticed that {past}. Typical.",
    ),
    "tell_announced": (
        "It was announced that {fact}.",
        "Did you hear the announcement? {Fact}.",
        "I heard it announced that {fact}.",
    ),
    # Of somebody who said it itself: no pronoun, since one may know no more of them than the name.
    "tell_firsthand": (
        "{Fact}. I have it from {first}.",
        "Have you heard? {Fact}. It was {first} who told me.",
        "Did you know? {Fact}. {First} said so, no less.",
        "{Fact}. {First} told me so.",
        "Did you know? {Fact}. I have it from {first}.",
        "Have you heard? {Fact}. {First} told me so.",
    ),
    "tell_firsthand.warm": (
        "Oh, I have to tell you: {fact}! {First} told me so.",
        "You'll want to hear this: {fact}. I have it from {first}.",
    ),
    "tell_firsthand.gruff": (
        "{Fact}. {First} says so, at any rate.",
        "{Fact}. I have it from {first}, for what it's worth.",
    ),
    "tell_own": (
        "I wanted to tell you something: {fact}.",
        "By the way: {fact}.",
        "Have I told you? {Fact}.",
        "There is something you should know: {fact}.",
        "Before I forget to tell you: {fact}.",
    ),
    "tell_own.warm": (
        "I am so glad I can tell you: {fact}!",
        "You should be among the first to know: {fact}.",
    ),
    "tell_own.gruff": ("Since you stand here: {fact}.", "You may as well know: {fact}."),
    "tell_invite": (
        "Have I told you? {Fact}. I hope you can come!",
        "Before I forget to tell you: {fact}. Do come!",
        "I wanted to tell you something: {fact}. It would be nice to have you there.",
        "There is something you should know: {fact}. Bring somebody along.",
        "By the way: {fact}. Keep the evening free!",
        "You should be among the first to know: {fact}. Think about it!",
        "I am so glad I can tell you: {fact}! There will be room for all.",
        "I have put your name on my list, so you should know: {fact}.",
    ),
    "tell_confide": (
        "Between you and me: {fact}.",
        "I don't tell everybody yet, but you should know: {fact}.",
        "You may as well know: {fact}. I have told very few.",
        "I wanted to tell you something: {fact}. What people will say, I don't know.",
    ),
    "tell_thought": (
        "I have come to think that {fact}.",
        "I have been thinking. {Fact}.",
        "It seems to me that {fact}.",
    ),
    "comment_good": (
        "That is good to hear.",
        "How nice!",
        "Well, that is good news.",
        "I'm glad about that.",
        "That makes me happy.",
    ),
    "comment_good.warm": (
        "Oh, how wonderful!",
        "That is the best news I have had all day!",
        "How lovely, I'm so glad to hear it!",
    ),
    "comment_good.gruff": ("Good for them.", "If it keeps people happy.", "Fine, I suppose."),
    "comment_bad": (
        "That worries me.",
        "Oh dear, that doesn't sound good.",
        "I don't like the sound of that.",
        "Somebody should do something about it.",
    ),
    "comment_bad.warm": (
        "Oh no, how dreadful! I hope nobody comes to harm.",
        "How awful. Can we do anything to help?",
    ),
    "comment_bad.gruff": (
        "Of course. Nothing ever works in this town.",
        "I saw that coming.",
        "And who has to put up with it? We do.",
    ),
    "comment": (
        "Is that so? I had not heard that.",
        "Really? That is new to me.",
        "Well, I never.",
        "Interesting. Thank you for telling me.",
        "I had no idea. Thank you.",
        "Oh, I see. Good to know.",
        "That I did not expect.",
        "You don't say.",
        "Who would have thought it.",
    ),
    "comment.warm": (
        "Really? Oh, tell me more when you know more!",
        "No! Is that true? I am glad you told me.",
        "My goodness, what things happen here!",
    ),
    "comment.gruff": ("Is that so.", "People talk a lot.", "And what is that to me?", "Hm. We shall see."),
    "comment.shy": ("Oh. I didn't know that.", "Oh, really?", "I see. Thank you for telling me."),
    "comment_invited": (
        "That sounds nice. I'll see whether I can.",
        "Thank you for telling me. I'll think about it.",
        "I'll have to see how the day goes.",
        "A good idea. I can't promise anything yet.",
        "Something to look forward to, for once!",
    ),
    "comment_invited.warm": (
        "How lovely! I hope that I can get away.",
        "What a good idea! I would like that.",
    ),
    "comment_invited.gruff": ("I'm not one for crowds.", "We'll see.", "If there is something to eat."),
    "comment_invited.shy": (
        "Oh. With so many people? I'd have to think about it.",
        "That's kind. I'm not sure yet.",
    ),
    "comment_known": (
        "Yes, I have heard that too.",
        "So I have heard.",
        "Yes, that has come to my ears as well.",
        "I know, it is going round.",
        "You are not the first to tell me.",
        "I knew that already, but thank you.",
    ),
    "comment_known.warm": (
        "Yes, I heard! I have been thinking about it ever since.",
        "I know! Isn't it something?",
    ),
    "comment_known.gruff": ("Old news.", "Yes, yes, I know that."),
    "disagree": (
        "I am not so sure about that.",
        "I see that differently, to be honest.",
        "I can hardly believe it.",
    ),
    "disagree.gruff": ("I don't believe a word of it.", "Nonsense.", "Don't believe all you hear."),
    "thank_for_news": ("Thank you for telling me.", "Good that you told me.", "I'll remember that."),
    "no_news": (
        "Nothing new, I'm afraid.",
        "No, I have not heard a thing.",
        "Nothing worth telling.",
        "All is as always with me.",
    ),
    "no_news.gruff": ("No.", "Nothing you need to know.", "I don't collect gossip."),
    "no_news.shy": ("I don't hear much, I'm afraid.", "No, nothing."),
}
