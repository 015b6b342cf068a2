"""Words glued together, and capitals where none belong."""

from __future__ import annotations

from typing import Final

from newsgauge.detectors.translation.provenance import SHAPE, START
from newsgauge.rule import Rule

_NOTE: Final = "Two words are glued together: something was cut out between them."

GLUED: Final = (
    Rule(
        "translation.glued_words:inner-capital",
        0.8,
        _NOTE,
        "A word with a capital inside whose halves are both words: a known one and a function word, "
        "or two that stand alone elsewhere. "
        "Leaves alone brands, names such as McDonald, addresses and what occurs twice.",
        SHAPE,
        fires=(
            "It fell last [SeptemberThe] bridge was old.",
            "He came to [VeldenThere] he slept; Velden is small.",
            "It was [theBridge] of the town.",
            "The river rose [todayThis] is known.",
            "Top [NewsVelden] votes. Velden is small.",
            "They met on [MondayAda] Quill said so, and Ada left.",
            "The [riverWhen] it froze was still.",
            "She lives [inVelden] now, and Velden is small.",
        ),
        silent=(
            "Ron McDonald owns an iPhone.",
            "He watched YouTube and LinkedIn.",
            "The DeSantis plan passed LaGuardia.",
            "See TheVeldenNews.com for more.",
            "MacArthur met MacDonald.",
            "The firm BrightWater sold BrightWater shares.",
            "#VeldenVotes was written by @VeldenNews.",
            "eBay and iTunes fell.",
        ),
    ),
    Rule(
        "translation.glued_words:stop",
        0.6,
        "The space behind a stop, comma or colon is missing.",
        "A small known word, a mark and a word without any space. Leaves alone addresses, abbreviations and numbers.",
        SHAPE,
        fires=(
            "It fell into the [river.The] mayor wept.",
            "That is all I [know.After] that he left.",
            "He said it was [easy:It] was not.",
            "She saw the [bridge,which] fell.",
        ),
        silent=(
            "See velden.com for more.",
            "He has a Ph.D. from Orsa.",
            "It rose by 3.5 points at 10:30.",
            "The U.S. and the E.U. agreed.",
            "He wrote to ada.quill@velden.example today.",
            "It said: go home. They went, and slept.",
        ),
    ),
    Rule(
        "translation.glued_words:small",
        0.5,
        "Two small words are glued together.",
        "An unknown word in small letters that falls apart into a known one of five letters and "
        "“the”, “and”, “which” …",
        SHAPE,
        fires=(
            "It brings out the best in [peopleand] the worst.",
            "He [becomethe] mayor.",
            "No greater [thanprevious] floods.",
        ),
        silent=(
            "The husband of a thousand.",
            "Nevertheless he stayed thereafter.",
            "They understand the woodland.",
            "He walked forthwith to Switzerland.",
        ),
    ),
    Rule(
        "translation.glued_words:quotation",
        0.5,
        "The space behind a quotation is missing.",
        "A closing curly mark with a word right behind it; a straight mark between a stop and a capital.",
        SHAPE,
        fires=("“It is over[.”She] left.", "He called it “a [bridge”and] left.", 'It is over[."She] left.'),
        silent=(
            "“It is over,” she said.",
            "The “bridge”-builder left.",
            "A 5” pipe.",
            'He said, "It is over." She left.',
        ),
    ),
    Rule(
        "translation.glued_words:bracket",
        0.6,
        "The space behind a bracket is missing.",
        "Capitals in brackets with a word right behind them, as where a wire's name was cut from its place.",
        SHAPE,
        fires=("VELDEN [(WIRE)Mayor] Ada Quill came.",),
        silent=("VELDEN (WIRE) Mayor Ada Quill came.", "The SU(N)Y group met.", "The (a)Bridge fell."),
    ),
)

CAPITALS: Final = (
    Rule(
        "translation.stray_capital:function-word",
        0.7,
        "A small word begins with a capital in the middle of a sentence: parts of two texts may have been joined.",
        "Function words such as “For” or “It” with a capital between words, no stop before them. "
        "Leaves alone titles, headings, names, "
        "quotations and texts of faith that honour a pronoun.",
        SHAPE,
        fires=(
            START + "The mayor is going to travel north [Velden For a] visit of two days in the spring of next year.",
            START + "The mayor of the town said [bridge It was] the first visit of the builder in more than ten years.",
            START + "They owe nine million [debt For a] town that has been poor since the great flood came down.",
            START
            + "The speech was about the bridge at [Orsa It's a] long story that nobody in the town wants to hear.",
            START
            + "The town has been trying to sell the old [mill If the] buyers come back in spring it will be gone.",
            START + "Nobody on the board could explain the [toll They were] told of it when the vote was over.",
        ),
        silent=(
            "The Lord Of The Rivers was read in the old hall of the town by many people.",
            START + "She read the book called For a long time to the children who were in the hall.",
            START + "“We go home,” he said. For a week nobody came to the old bridge in the town.",
            START + "The band The Who played, and vitamin A was sold in the old hall of the town.",
            START + "They prayed to the god whom He had sent, and God heard them in the hall.",
            "Bridges And Rivers For All People Of Velden",
            START + "Dr. It was there, they say, and nobody in the whole of the town knew him.",
            START + "He saw the Office For National Bridges in the old hall of the town on Monday.",
        ),
    ),
    Rule(
        "translation.stray_capital:plain-word",
        0.5,
        "An ordinary word begins with a capital in the middle of a sentence: parts of two texts may have been joined.",
        "Words that edited news hardly ever capitalises, between small words. Leaves alone names "
        "after an article, titles and quotations.",
        SHAPE,
        fires=(
            START
            + "They say that the people of [France Provides substantial] help to those who crossed the river at night.",
            START + "He made one last [month Official visit] to the town that had been under water for a week.",
        ),
        silent=(
            START + "He met the Official Receiver in the hall of the town and said that all was lost.",
            START + "They walked along Provides Lane to the old hall of the town in the rain.",
            "Velden Provides Help For All",
        ),
    ),
)
