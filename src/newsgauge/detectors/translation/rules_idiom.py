"""Phrases that no edition of edited English writes: calques, missing words, spun synonyms."""

from __future__ import annotations

from typing import Final

from newsgauge.detectors.translation.provenance import OWN, SHAPE, SPUN_BY
from newsgauge.rule import Rule

IDIOM: Final = (
    Rule(
        "translation.missing_preposition:place",
        0.7,
        "A verb of movement stands without “to” or “in”.",
        "“travel North Korea”, “arrived London”. Leaves alone names that go on.",
        OWN,
        fires=(
            "He will [travel North Korea] soon.",
            "She [arrived London] on Monday.",
            "They [went Germany] by train.",
        ),
        silent=(
            "He will travel to North Korea.",
            "He flew Canada Air.",
            "She left London.",
            "They went from Germany to Spain.",
        ),
    ),
    Rule(
        "translation.missing_preposition:verb",
        0.7,
        "A preposition is missing.",
        "“according the report”, “listen the president”, “because the fact that”.",
        OWN,
        fires=(
            "[According the report], it fell.",
            "They [listened the mayor].",
            "It fell [because the fact that] it was old.",
        ),
        silent=(
            "According to the report, it fell.",
            "They listened, the mayor spoke.",
            "Because the mayor wept, it rained.",
        ),
    ),
    Rule(
        "translation.unidiomatic:preposition",
        0.7,
        "The preposition is not English: it may have been translated word for word.",
        "“discuss about”, “despite of”, “which initiated with”, “capable to do”.",
        OWN,
        fires=(
            "They [discussed about] it.",
            "[Despite of] the rain he went.",
            "The war, [which initiated with] a raid, went on.",
            "He is [capable to do] it.",
            "It [depends of the] river.",
        ),
        silent=(
            "They talked about it.",
            "In spite of the rain.",
            "The war began with a raid.",
            "He asked what to discuss. About nine came.",
        ),
    ),
    Rule(
        "translation.unidiomatic:article",
        0.7,
        "The article is not English here.",
        "“in a testimony”, “a legislation”, “the most of the”.",
        OWN,
        fires=("[In a testimony] to the council he wept.", "She gave [an advice to] him.", "[The most people] left."),
        silent=(
            "In testimony he wept.",
            "She gave advice.",
            "An information desk stood there.",
            "Most of the people left.",
        ),
    ),
    Rule(
        "translation.unidiomatic:verb",
        0.7,
        "The verb doesn't go with its noun in English.",
        "“made a photo”, “did a mistake”, “in May 4th”.",
        OWN,
        fires=(
            "He [did a mistake].",
            "She [made a photo] of it.",
            "It fell [in March 4th].",
            "See [how it looks like].",
        ),
        silent=("He made a mistake.", "She took a photo.", "It fell in March.", "See what it looks like."),
    ),
    Rule(
        "translation.unidiomatic:repeated",
        0.7,
        "The same thing is said twice over.",
        "“discovered a discovery” and its like.",
        OWN,
        fires=("He [discovered a discovery].", "She [decided a decision]."),
        silent=("He made a discovery.", "She made a decision."),
    ),
    Rule(
        "translation.calque:phrase",
        0.7,
        "The phrase copies another language word for word.",
        "“with the aim to”, “it worth to”, “we remind,”.",
        OWN,
        fires=(
            "He came [with the aim to] help.",
            "[It is worth to note] that it fell.",
            "[Recalling,] the mayor wept.",
        ),
        silent=(
            "He came to help.",
            "It is worth noting that it fell.",
            "The talks take place here.",
            "Recalling the flood, he wept.",
        ),
    ),
    Rule(
        "translation.calque:inversion",
        0.7,
        "The order of the words copies another language.",
        "“Informs about this the press service”, “it was reported the website”.",
        OWN,
        fires=("[Reports about this the] town's paper.", "[It was reported by the press service] of the town."),
        silent=("The paper reports about this.", "It was reported on Monday.", "This is said by many."),
    ),
    Rule(
        "translation.spun:synonym",
        0.8,
        "A fixed expression was taken apart by synonyms, as word-spinning software does.",
        "“White Residence”, “bosom malignancy”, “either deceased, engaged …”.",
        SPUN_BY,
        fires=(
            "The men are [either deceased, engaged] at sea or gone.",
            "She was ill with [bosom malignancy].",
            "They rely on [counterfeit consciousness].",
            "It runs on [sun based power].",
        ),
        silent=(
            "The deceased was engaged.",
            "He joined states of mind.",
            "The sun, based on new data, is old.",
            "A heart attack killed her.",
        ),
    ),
    Rule(
        "translation.sentence_fragment:missing-word",
        0.6,
        "An article stands before a word it can't stand before: something is missing.",
        "“the of”, “a and”, where a link or a name was cut out. Leaves alone letters.",
        SHAPE,
        fires=("He sold [the of] the bridge.", "They saw [the and] wept.", "It is run by [a with] him."),
        silent=("Plan A and plan B fell.", "From a to z.", "The in-crowd came.", "Vitamin a and c."),
    ),
    Rule(
        "translation.sentence_fragment:hanging-stop",
        0.7,
        "The sentence stops at a word that can't end one.",
        "A stop behind “the”, “and”, “their” …",
        SHAPE,
        fires=("He wanted to see [bridge and the.] Then he left.", "It was [led by the.] Nobody knew."),
        silent=("That was it. The end.", "He went there and then.", "He is a Ph.D. and an M.A.", "He chose plan A."),
    ),
)
