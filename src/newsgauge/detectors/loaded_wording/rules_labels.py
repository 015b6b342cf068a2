"""Rules with their examples: epithets, labels and scare quotes."""

from __future__ import annotations

from typing import Final

from newsgauge.detectors.loaded_wording.provenance import own_rule
from newsgauge.rule import Rule

LABELS: Final[tuple[Rule, ...]] = (
    own_rule(
        "epithet:adjective",
        0.7,
        "This adjective judges; the reader is told what to think instead of what happened.",
        "Adjectives and adverbs that judge a person, a body or a deed nearly wherever they stand.",
        (
            "The two [despotic] neighbours signed the pact on Monday.",
            "The mayor gave a [shameless] answer to the board.",
            "Their [spineless] deputies stayed at home.",
            "It was a [reckless] plan from the start.",
            "The council [brazenly] moved the meeting to midnight.",
            "A [disgraced banker] bought the harbour.",
            "The party's [idiotic] proposal goes to a vote.",
            "She spoke of a “[vile campaign]” by the union.",
        ),
        (
            "It was not a reckless plan, the panel found.",
            "The word “despotic” entered the language late.",
            "The studio released Brutal Dawn and Savage Harbour in May.",
            "Toxic waste was found beneath the school.",
            "The council approved the budget by nine votes to four.",
            "A vicious circle of debt followed, the bank's report shows.",
            "Crude oil prices fell by 2 per cent.",
            "The garden holds poisonous plants behind a fence.",
        ),
    ),
    own_rule(
        "epithet:praise",
        0.4,
        "This adjective praises; the reader is told what to think instead of what happened.",
        "Adjectives of praise that report nothing.",
        (
            "The [fearless] senator faced the crowd.",
            "Her [masterful] speech lasted an hour.",
            "The [visionary] founder sold his shares.",
        ),
        (
            "The senator faced the crowd for an hour.",
            "It was not a courageous decision, the union wrote.",
            "The ship Intrepid Star left port.",
        ),
    ),
    own_rule(
        "epithet:before-name",
        0.8,
        "A judging word is tied to a named person or a government.",
        "Adjectives such as mad, crooked or brutal directly before a person's name or a word for rulers.",
        (
            "[Mad Victor] is back in the capital.",
            "Critics met [Crazy Maria Lund] at the door.",
            "He served the [evil dictator] for ten years.",
            "The tour of [crazy Senator Holm] goes on.",
            "Voters are tired of [corrupt leaders] in the valley.",
        ),
        (
            "He went mad with grief after the flood.",
            "The Mad River flooded two villages.",
            "Corrupt files were found on the disc.",
            "The weather was brutal in March.",
            "A dangerous dog bit Victor Holm.",
        ),
    ),
    own_rule(
        "name_calling:label",
        0.9,
        "A label that insults or belittles stands in place of a description.",
        "Nouns whose main use is to insult or belittle people: of every camp alike.",
        (
            "The minister and his [cronies] left early.",
            "A [thug] in a suit, the writer calls him.",
            "The [leftists] of the town want a tax.",
            "The [right-wingers] of the town want a cut.",
            "The town trusted that [charlatan] again.",
            "Another [stooge] got the post.",
            "The board is full of [sycophants].",
            "The [fanatics] took over the meeting.",
        ),
        (
            "He is no traitor, the court found.",
            "The term “elitist” is disputed.",
            "Doctor Thug is the name of a band from Holm.",
            "The minister and his deputies left early.",
            "The team's supporters cheered.",
            "The dancers in the play Moron Hill wear masks.",
            "The village idiot is a stock figure of the comedy.",
            "Conservative and liberal members voted together.",
        ),
    ),
    own_rule(
        "name_calling:group",
        0.7,
        "A whole side is lumped together under a hostile label.",
        "A side or a trade with a hostile word before or after it: radical left, far-right mob, corrupt media.",
        (
            "[The radical left] wants more.",
            "[The hard right] wants more.",
            "A [useful idiot] of the harbour board.",
            "The [unelected bureaucrats] of the board met.",
        ),
        (
            "The left wants more money for schools.",
            "Radical surgery saved the patient.",
            "A far-right party won two seats.",
            "A far-left party won two seats.",
            "The term “radical left” is contested.",
            "Liberal members of the council voted against.",
        ),
    ),
    own_rule(
        "name_calling:adjective-group",
        0.7,
        "A whole side is lumped together under a hostile label.",
        "Names of sides that turn hostile before words such as mob, hacks or lies.",
        (
            "The paper fears a [socialist cabal] in the ministry.",
            "A [far-right mob] stood at the gate.",
            "A [far-left mob] stood at the gate.",
            "The [biased press] looked away.",
            "He blames the [liberal elites] of the coast.",
            "He blames [conservative hacks] on the board.",
        ),
        (
            "The socialist member asked about the bridge.",
            "A far-left party won two seats.",
            "The liberal paper was sold.",
        ),
    ),
    own_rule(
        "name_calling:smear",
        0.6,
        "This wording accuses others of foul play without saying what they did.",
        "Set phrases of accusation: smear campaign, witch hunt, power grab.",
        (
            "The inquiry is a [witch hunt] and nothing more.",
            "Another [power grab] by the council.",
            "They [demonize] every farmer in the valley.",
        ),
        (
            "The inquiry heard twelve witnesses.",
            "It was not a power grab, the judge wrote.",
            "The phrase “witch hunt” appeared in four letters.",
        ),
    ),
    own_rule(
        "name_calling:regime",
        0.5,
        "“Regime” denies a government its standing; “government” would be neutral.",
        "The word regime after or before the name of a country or a ruler; not tax regimes or diets.",
        ("The Valdorian [regime] closed the border.", "The old [regime] of Victor Holm fell in May."),
        ("The new tax regime begins in May.", "Her training regime starts at five."),
    ),
    own_rule(
        "scare_quotes:bare",
        0.5,
        "Quotation marks round a word without a speaker say that the writer doesn't believe it.",
        "One or two lower-case words in marks, without speaker or cue, that claim a standing or a virtue, or follow a "
        "possessive or these, such; no names, no terms, no words quoted at length elsewhere.",
        (
            "The agency's [“experts”] never left the office.",
            "Such [“reforms”] cost the town its library.",
            'The mayor and her ["friends"] run the harbour.',
            "Years of [“free trade”] emptied the valley.",
            "This [“science”] fills three pages.",
            "Behind the [“charity”] stands a casino.",
            "With these [“savings”] the cost doubled.",
            "Their [“independent”] panel met twice.",
        ),
        (
            "The mayor said the plan was “reckless” and costly.",
            "The tool, known as “grep”, finds words.",
            "Victor “Red” Holm won the race.",
            "She read “Ulysses” to the class.",
            "The film “Brutal Dawn” opened in May.",
            "The term “regime” has a long history.",
            "According to the report, “some” bridges are safe.",
            "The answer was “no” for years.",
        ),
    ),
)
