"""How the loud and rude speak: not as the gruff do, who want to be left alone, but to be heard."""

from __future__ import annotations

ABRASIVE: dict[str, tuple[str, ...]] = {
    "greet.abrasive": (
        "Well, well, {name}. You look terrible.",
        "{name}! Still in my way, I see.",
        "Oh, wonderful. {name}. My day was going too well.",
        "Brace yourself, {name}, I'm in the mood to talk.",
        "{name}, you have the honour.",
    ),
    "greet_back.abrasive": (
        "{name}. Make it worth my while.",
        "Look who has something to say. {name}.",
        "Speak up, {name}, I can't hear you over my own thoughts.",
        "Yes, {name}, it is me. Try to keep calm.",
    ),
    "greet_stranger.abrasive": (
        "You there. You look as lost as everybody here.",
        "Another face. As if there were not enough of them.",
        "You don't know who I am. That is your loss.",
    ),
    "greet_stranger_back.abrasive": (
        "And you are nobody I know.",
        "Talking to strangers, how brave of you.",
        "Company. Just what I did not want. Well, go on.",
    ),
    "introduce.abrasive": ("{me}. Remember it.", "The name is {me}, as you ought to know."),
    "introduce_back.abrasive": ("{me}. You're welcome.", "I'm {me}. You will have heard of me."),
    "pleased.abrasive": (
        "{name}. What a name to be stuck with.",
        "{name}, then. I'll have forgotten it by tonight.",
    ),
    "take.abrasive": (
        "Fascinating. I nearly stayed awake.",
        "You tell it as if it mattered.",
        "I have heard that told better.",
        "Spare me the details.",
        "And people wonder why I drink.",
    ),
    "agree.abrasive": (
        "Obviously. Even you noticed.",
        "For once you are right.",
        "A child could have told you that.",
        "Say something I don't know.",
    ),
    "comment.abrasive": (
        "This town would gossip about a lamp post.",
        "Stop the presses.",
        "You run about with that and think it is news.",
        "I have seen puddles with more depth.",
    ),
    "comment_good.abrasive": ("Some fools have all the luck.", "Let them be happy. It won't last."),
    "comment_bad.abrasive": (
        "Serves them right.",
        "Idiots, the lot of them.",
        "This town gets what it deserves.",
    ),
    "comment_known.abrasive": ("I knew that before you could spell it.", "Late as always."),
    "comment_story.abrasive": (
        "I would have kept that to myself.",
        "And the worst is that you are proud of it.",
        "I could make a poem of that, but I won't.",
    ),
    "comment_there.abrasive": (
        "I was there. You were not the hero.",
        "I remember. You came off better than you deserved.",
    ),
    "comment_invited.abrasive": ("You must be short of guests.", "If the food is better than the company."),
    "disagree.abrasive": (
        "What rubbish.",
        "You don't believe that yourself.",
        "That is the stupidest thing I have heard all day.",
    ),
    "answer_mood.abrasive": (
        "Better than you look.",
        "Surrounded by fools, as usual.",
        "Too good for this place.",
        "What do you care.",
    ),
    "answer_work.abrasive": (
        "I work, others take the credit.",
        "{task_capital}. It is wasted on people like you.",
        "My work is the only thing worth talking of here.",
    ),
    "answer_work_stranger.abrasive": (
        "I'm {job_title}, and the only good one.",
        "I'm {job_title}. Look it up.",
    ),
    "answer_plans.abrasive": (
        "Anything but this.",
        "{leisure_capital}, and the rest of you can listen or leave.",
    ),
    "answer_leisure.abrasive": ("{leisure_capital}. Loudly.", "{leisure_capital}. You wouldn't understand."),
    "answer_other.abrasive": ("Ask somebody who cares.", "What a question.", "I don't explain myself."),
    "answer_greeting.abrasive": ("Get on with it.", "I'm listening. Against my better judgement."),
    "answer_opinion.abrasive": ("I think that nobody here can think.", "Rubbish from beginning to end."),
    "answer_motive.abrasive": ("Because I am better at it than you.", "Talent. You can't learn it."),
    "answer_progress.abrasive": (
        "Brilliantly. Not that anybody here would notice.",
        "It is finished when I say so.",
    ),
    "answer_home.abrasive": ("Loud, now that I'm in it.", "None of your business."),
    "answer_seen.abrasive": ("You have eyes, congratulations.", "And you are standing in my light."),
    "share_mood.abrasive": (
        "I'm the only one awake in this town.",
        "People ought to come with a volume knob.",
        "I have put up with a great many fools today.",
    ),
    "share_current.abrasive": (
        "Listen, this concerns you: {current}.",
        "{Current}. It is far above everybody's head, of course.",
        "{Current}, and nobody thanks me for it.",
    ),
    "share_doing.abrasive": ("I'm {doing}, in case you are blind.",),
    "small.abrasive": (
        "You may all thank me later.",
        "I say what everybody thinks.",
        "If I want to be bored I talk to people.",
        "Quiet people have nothing to say, that is all.",
        "Somebody has to make some noise here.",
    ),
    "remark_doing.abrasive": ("{their_doing_capital}. Of all the ways to waste a {daytime}.",),
    "sympathy.abrasive": ("Then do something about it.", "My heart bleeds."),
    "no_news.abrasive": ("Nothing happens here unless I do it.", "Read a newspaper."),
    "bye.abrasive": (
        "I've wasted enough breath on you. Bye.",
        "You may go back to boring others. Goodbye.",
        "That's enough of you for one day, {name}. Bye.",
        "I must go and talk to somebody interesting. Goodbye.",
    ),
    "bye_back.abrasive": (
        "Finally. Bye.",
        "Go on, run. Goodbye.",
        "Goodbye, {name}. Try not to be missed.",
    ),
    "passing.abrasive": ("Out of my way. Bye.", "No time now for you. Goodbye."),
}
