"""Small talk: what one asks, what one answers, what one says of oneself."""

from __future__ import annotations

CHAT: dict[str, tuple[str, ...]] = {
    # -- asking
    "ask_mood": (
        "How are you today?",
        "How have you been?",
        "How are you?",
        "Are you well?",
        "How is the {daytime} treating you?",
    ),
    "ask_mood.warm": (
        "Tell me, how are you?",
        "And how are you keeping these days?",
        "How have you been, {name}?",
    ),
    "ask_mood.gruff": ("How are you, then?", "Still in one piece? How are you?"),
    "ask_work": (
        "How is work?",
        "How is work going?",
        "Has your work kept you busy?",
        "Is there much work these days?",
    ),
    "ask_work.warm": (
        "I hope they don't work you too hard. How is your work?",
        "Tell me about your work, how does it go?",
    ),
    "ask_work.gruff": ("Much work?", "Don't you have work to do?"),
    "ask_work_stranger": (
        "What is your work, if I may ask?",
        "What work do you do here?",
        "And what kind of work do you do?",
    ),
    "ask_plans": (
        "Do you have any plans for later?",
        "What are your plans for the rest of the day?",
        "Do you have any plans for tonight?",
    ),
    "ask_plans.warm": (
        "Any nice plans for the rest of the day?",
        "I hope you have something nice planned for later?",
    ),
    "ask_plans.gruff": ("Any plans later?",),
    "ask_leisure": (
        "What do you like to do in your free time?",
        "What do you do for fun around here?",
        "Do you get some free time?",
    ),
    "ask_leisure.warm": ("I have always wondered: what do you enjoy in your free time?",),
    "ask_home": ("How are things at home?", "Is everything all right at home?"),
    "ask_news": ("Have you heard any news?", "What is new?", "Is there any news?", "Anything new in town?"),
    "ask_news.warm": ("You hear so much, {name}. What is the news?", "Now, what is the news?"),
    "ask_news.gruff": ("Any news?",),
    "remark_doing": (
        "I see you are {their_doing}.",
        "So you are {their_doing} today.",
        "You are {their_doing}, I see. Is it going well?",
    ),
    "remark_doing.warm": ("I see you are {their_doing}. I hope you enjoy it!",),
    # -- answering
    "answer_mood": ("I'm well, thank you.", "Quite well, thanks.", "I can't complain.", "Fine, thank you."),
    "answer_mood.warm": (
        "I'm very well, thank you for asking!",
        "All the better for seeing you, {name}!",
        "Wonderful, thank you!",
    ),
    "answer_mood.gruff": ("I've been better.", "I get by.", "As usual.", "Don't ask."),
    "answer_mood.shy": ("I'm all right, thank you.", "Oh, I'm fine."),
    "answer_work": (
        "Work is fine. There is always something to do for {job_title}.",
        "Busy enough. Today I had my hands full with {task}.",
        "Being {job_title} keeps me on my feet.",
        "Work goes well, thanks. A good part of it is {task}.",
        "It goes on as always: {task}, day after day.",
    ),
    "answer_work.warm": (
        "I love being {job_title}, even when it is mostly {task}!",
        "Oh, work is a joy most days. I like {task} best.",
    ),
    "answer_work.gruff": (
        "Work is work.",
        "Too much {task} and too little thanks.",
        "Somebody has to do it.",
    ),
    "answer_work.shy": ("It's going well, I think.", "I like the quiet parts of it, like {task}."),
    "answer_work_stranger": (
        "I'm {job_title}.",
        "I work as {job_title}. It is mostly {task}.",
        "I'm {job_title}, so I spend my days {task}.",
    ),
    "answer_no_job": (
        "I have no job just now, my days are my own.",
        "I don't have to work, I fill my days in other ways.",
        "I have all the time in the world.",
    ),
    "answer_no_job.gruff": ("I don't work. Is that a crime?", "I have done my share of work."),
    "answer_plans": (
        "I thought I might spend some time {leisure}.",
        "Maybe {leisure}, if nothing comes up.",
        "Nothing special. Dinner, and then {leisure}.",
    ),
    "answer_plans.warm": ("I am looking forward to {leisure} later!",),
    "answer_plans.gruff": ("Peace and quiet.", "None that concern anybody."),
    "answer_plans.shy": ("Nothing much. I'll be at home, I think.", "Perhaps {leisure}, on my own."),
    "answer_plans_none": (
        "Nothing special.",
        "I have not thought about it yet.",
        "I'll see what the day brings.",
    ),
    "answer_leisure": (
        "I like {leisure}.",
        "I'm happy when I am {leisure}.",
        "{leisure_capital}, most of all.",
    ),
    "answer_leisure.warm": ("Oh, I love {leisure}! You should try it.",),
    "answer_leisure.gruff": ("{leisure_capital}. Alone.", "{leisure_capital}, if people let me."),
    "answer_leisure.shy": ("{leisure_capital}. It's quiet.", "I like {leisure}, nothing special."),
    "answer_leisure_none": ("Oh, this and that.", "Not very much, to be honest."),
    "answer_home": (
        "All is well at home, thank you.",
        "Home is home, nice and quiet.",
        "Everything is in order at home.",
    ),
    "answer_home.gruff": ("Still standing.", "That is my business."),
    "answer_doing": ("I'm {doing}, as you see.", "Just {doing}.", "Well, {doing}."),
    "answer_other": (
        "That's a good question.",
        "I would have to think about that.",
        "Who can say?",
        "I couldn't tell you.",
    ),
    "answer_other.warm": (
        "Oh, that is a good question! I wish I knew.",
        "I'd have to think about that, {name}.",
    ),
    "answer_other.gruff": ("How should I know?", "Ask somebody else."),
    "answer_greeting": (
        "All is well, thank you.",
        "Nothing to complain about.",
        "Everything is as it should be.",
    ),
    "answer_greeting.gruff": ("The usual.", "Nothing, for once."),
    "and_you": ("And you?", "What about you?", "And yourself?", "How about you?"),
    # -- taking an answer
    "take": (
        "I see.",
        "Is that so?",
        "That sounds good.",
        "I can imagine.",
        "Well, that's how it goes.",
        "Ah, I understand.",
    ),
    "take.warm": (
        "How nice!",
        "I'm so glad to hear that.",
        "That sounds lovely!",
        "Oh, I can imagine!",
        "Good for you!",
    ),
    "take.gruff": ("Hm.", "If you say so.", "Right.", "Well.", "So be it."),
    "take.shy": ("Oh, I see.", "That's nice.", "Yes.", "Mm, I understand."),
    # -- of oneself
    "share_current": (
        "These days {current}.",
        "As for me, {current}.",
        "You know, {current}.",
        "At the moment {current}.",
    ),
    "share_current.warm": ("I must tell you, {current}!", "You'll laugh, but {current}."),
    "share_current.gruff": ("If you must know, {current}.",),
    "share_doing": ("I'm just {doing}.", "I am {doing} at the moment.", "As you see, I'm {doing}."),
    "share_leisure": (
        "I keep thinking about {leisure}.",
        "I can't wait to get back to {leisure}.",
        "Nothing beats {leisure} after a long day.",
    ),
    "share_job": (
        "{task_capital} is harder than it looks.",
        "I could tell you a lot about {task}.",
    ),
    "share_mood": (
        "It has been a good day so far.",
        "I slept well, for once.",
        "The days go by so fast.",
        "I like this time of the day best.",
    ),
    "share_mood.gruff": (
        "I slept badly.",
        "The days get longer and the people louder.",
        "Everything used to be simpler.",
    ),
    "share_mood.shy": ("It's nice and quiet here.", "I like it when there are not so many people about."),
    "recall_topic": (
        "I have been thinking about what we said about {topic}.",
        "Last time we talked about {topic}. I still think of it.",
        "Our talk about {topic} has stayed with me.",
    ),
    "recall_topic.gruff": ("You and your talk about {topic}.", "I still see it my way, about {topic}."),
    "recall_note": (
        "I still remember how we got to know each other.",
        "It is good to have somebody to talk to.",
    ),
    "small": (
        "It is a fine {daytime}, all in all.",
        "One meets everybody here sooner or later.",
        "This town is small, but one is never bored.",
        "I like to stop for a moment and talk.",
        "It's good to see a familiar face.",
        "There is always something to do, isn't there?",
    ),
    "small.gruff": (
        "It is too loud around here.",
        "There are too many people about.",
        "In my day people were on time.",
    ),
    "small.shy": ("I don't go out very much.", "It is peaceful at this time of the day."),
    "small.stranger": (
        "I like to know who lives around here.",
        "One sees so many faces and knows so few names.",
    ),
}
