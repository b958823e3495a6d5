"""Asking somebody to come, saying yes, and saying no with the reason."""

from __future__ import annotations

INVITATIONS: dict[str, tuple[str, ...]] = {
    # {what} is "the Valentine's Day party", {when} "today from 17:00 to 19:00", {at} "at Hobbs Cafe".
    "invite": (
        "I wanted to ask you: will you come to {what}, {when}, {at}?",
        "Will you come to {what}? It is {when}, {at}.",
        "There is {what} {when}, {at}. Will you be there?",
        "May I put you down for {what}, {when}, {at}?",
        "You know of {what}, {when}, {at}. Can I count on you?",
        "I would like to see you at {what}, {when}, {at}. Will you come?",
    ),
    "invite.warm": (
        "Do come to {what}, {when}, {at}! Can I count on you?",
        "It would not be the same without you at {what}, {when}, {at}. Will you come?",
        "I have been hoping to catch you: will you come to {what}, {when}, {at}?",
    ),
    "invite.gruff": (
        "You could come to {what}, {when}, {at}. Will you?",
        "There is {what} {when}, {at}. Will you come or not?",
    ),
    "invite.shy": (
        "I don't know whether it is for you, but will you come to {what}, {when}, {at}?",
        "There is {what} {when}, {at}. Would you come, maybe?",
    ),
    "invite_told": (
        "Will you come?",
        "Can I count on you?",
        "Will you be there?",
        "May I put you down for it?",
        "Say yes, will you?",
        "What do you say, will you come?",
    ),
    "invite_told.warm": ("Please say that you will come!", "Will you come? It would make my day."),
    "invite_told.gruff": ("Will you come or not?", "You could come."),
    "invite_told.shy": ("Would you come, maybe?", "Perhaps you would like to come?"),
    "invite_along": (
        "I am going to {what}, {when}, {at}. Will you come along?",
        "I have said that I go to {what}, {when}, {at}. Shall we go together?",
        "Why don't you come along to {what}, {when}, {at}?",
        "Are you going to {what}, {when}, {at}? I am. Will you come along?",
    ),
    "invite_along.warm": (
        "I am going to {what}, {when}, {at}, and it would be twice the fun with you. Will you come along?",
    ),
    "invite_along.gruff": ("I am going to {what}, {when}, {at}. You could come along.",),
    "invite_along.shy": ("I said I would go to {what}, {when}, {at}. Would you come along, maybe?",),
    "invite_along_told": (
        "I am going. Will you come along?",
        "I have said yes. Shall we go together?",
        "I'll be there. Will you come along?",
        "Why don't you come along with me?",
    ),
    # {what} is "feeding the ducks together".
    "propose": (
        "What would you say to {what}, {when}, {at}?",
        "I have an idea: {what}, {when}, {at}. Will you come?",
        "How about {what}, {when}, {at}?",
        "I was thinking of {what}, {when}, {at}. Do you want to?",
        "Would you have time for {what}, {when}, {at}?",
    ),
    "propose.warm": (
        "You know what I would like? {What}, {when}, {at}. Will you come?",
        "Let me have you to myself for once: {what}, {when}, {at}?",
    ),
    "propose.gruff": ("If you have nothing better to do: {what}, {when}, {at}?",),
    "propose.shy": ("I wondered whether you might like {what}, {when}, {at}?",),
    "accept": (
        "Yes, I'll come.",
        "I'll be there.",
        "You can count on me.",
        "Yes, why not. I have nothing else on then.",
        "Gladly. I'll make a note of it.",
        "That suits me. I'll be there.",
        "Yes, thank you for asking me.",
        "All right, I'll keep the time free.",
    ),
    "accept.warm": (
        "I'd love to! I'll be there.",
        "How kind of you to think of me. Of course I'll come!",
        "Yes! I wouldn't miss it for anything.",
        "With pleasure. I am looking forward to it already.",
    ),
    "accept.gruff": ("If I must. I'll be there.", "Fine. I'll come.", "Hm. All right, I'll look in."),
    "accept.shy": (
        "Oh. Yes, I think I will come.",
        "If you really want me to, yes. I'll come.",
        "Yes. Thank you.",
    ),
    "decline_job": (
        "I'm sorry, I have to work then.",
        "That is in my working hours, I'm afraid.",
        "I would, but work comes first at that hour.",
        "At that time I am at work. Another time, maybe.",
        "No, I can't: I work then.",
    ),
    "decline_job.warm": ("What a pity, I am at work then! I would have liked to.",),
    "decline_job.gruff": ("Some of us work at that hour.", "No. I work then."),
    "decline_job.shy": ("I'm sorry. I have to work then.",),
    # {prior} is what was agreed on before.
    "decline_commitment": (
        "I'm sorry, I have said yes to {prior} at that hour.",
        "I can't: I have given my word for {prior} then.",
        "I would, but I have agreed on {prior} for that time.",
        "At that time I am expected for {prior}, I'm afraid.",
    ),
    "decline_asleep": (
        "I'm in bed at that hour, I'm afraid.",
        "That is long past my bedtime, I'm sorry.",
        "I am an early sleeper. Not at that hour, sorry.",
        "At that time I sleep, to be honest.",
    ),
    "decline_asleep.gruff": ("At that hour I sleep.", "No. I'll be in bed."),
    "decline_closed": (
        "They won't let me in at that hour, I'm afraid.",
        "It is closed to me then. I can't.",
        "I'm sorry, I may not be in there at that time.",
    ),
    "decline_person": (
        "No, thank you. You and I don't get on, and you know it.",
        "I would rather not, considering how we stand.",
        "I don't think that you and I should spend an evening in one room.",
        "No. I'd rather keep out of your way.",
    ),
    "decline_person.gruff": ("Not with you.", "I'd sooner sit in the rain.", "No. I have had enough of you."),
    "decline_person.shy": ("I'd rather not. I'm sorry.",),
    "decline_stranger": (
        "That is kind of you, but we hardly know each other.",
        "Thank you, but I would not know anybody. Another time, perhaps.",
        "It's nice of you to ask somebody whom you hardly know. I'd rather not, though.",
        "We have hardly talked before. Let me get to know you first.",
    ),
    "decline_stranger.gruff": ("I don't know you well enough for that.", "We hardly know each other. No."),
    "decline": (
        "That is kind, but I'd rather have the time to myself.",
        "Thank you, but I don't feel like company then.",
        "I'd rather not, to be honest. Thank you all the same.",
        "Not this time, thank you.",
        "I think I'll stay in. But thank you for asking.",
    ),
    "decline.warm": (
        "How sweet of you to ask! But I need the time for myself, forgive me.",
        "Oh, I would be poor company. Not this time, but thank you!",
    ),
    "decline.gruff": ("No. I like my peace.", "Not for me, such things.", "I have better things to do."),
    "decline.shy": (
        "So many people… I'd rather not. I'm sorry.",
        "Thank you, but I'd rather stay by myself.",
    ),
    # To what was asked some time ago.
    "come_back_to": (
        "About {what}, {when}:",
        "You asked me about {what}, {when}.",
        "I owe you an answer about {what}, {when}.",
    ),
    "glad_to_come": (
        "Good! I'll see that there is a place for you.",
        "That makes me happy.",
        "Then it is settled.",
        "Lovely. I look forward to it.",
    ),
    "glad_to_come.gruff": ("Good.", "Fine. Be on time."),
    "a_pity": (
        "What a pity. Another time, then.",
        "I understand. Another time.",
        "That's a shame, but I see.",
    ),
    "a_pity.gruff": ("Suit yourself.", "As you like."),
}
