"""Broken agreement."""

from __future__ import annotations

from typing import Final

from newsgauge.detectors.translation.provenance import OWN
from newsgauge.rule import Rule

GRAMMAR: Final = (
    Rule(
        "translation.agreement:articles",
        0.7,
        "Two articles or an article and a pronoun stand side by side.",
        "“a the”, “the their”. Leaves alone letters and names that begin with an article.",
        OWN,
        fires=("It wanted [a the] bridge.", "He saw [the his] house.", "She sold [my the] boat."),
        silent=("He gave the A grade.", "They like The Who.", "Is this the bridge?", "From A to Z, the lot."),
    ),
    Rule(
        "translation.agreement:a-an",
        0.6,
        "“A” and “an” are confused.",
        "“a” before a known word that begins with a vowel's sound, “an” before a consonant's.",
        OWN,
        fires=("It was [a error].", "He is [an builder].", "She saw [a old] bridge.", "It is [an useful] tool."),
        silent=(
            "It was a union of a European kind.",
            "An hour is an honest price.",
            "A one-way road.",
            "He got an A.",
            "a, e and i",
            "A user paid an heir.",
        ),
    ),
    Rule(
        "translation.agreement:subject",
        0.7,
        "Subject and verb don't agree.",
        "“he have been”, “these is a”, “this are the”. Leaves alone questions, subjunctives and "
        "subjects that stand further away.",
        OWN,
        fires=(
            "Yesterday [he have been] there.",
            "[These is a] bridge.",
            "[They has been] there.",
            "[This are the] rules.",
        ),
        silent=(
            "Does he have a boat?",
            "One of these is a bridge.",
            "She let it be; they have been there.",
            "That he have a boat was asked.",
        ),
    ),
    Rule(
        "translation.agreement:verb",
        0.8,
        "The form of the verb is wrong.",
        "“didn't went”, “could saw”, “has went to”, “was consists”.",
        OWN,
        fires=(
            "He [didn't went] home.",
            "She [could saw] it.",
            "They [have went to] Orsa.",
            "It [is consists] of stone.",
        ),
        silent=(
            "He didn't go home.",
            "What he did made sense.",
            "She could see it.",
            "The can fell, and will came later.",
        ),
    ),
    Rule(
        "translation.agreement:comparison",
        0.8,
        "A comparison is made twice.",
        "“more better than”, “the most biggest”.",
        OWN,
        fires=("It is [more better than] the old one.", "[The most biggest] bridge."),
        silent=("There are more better-off people.", "It is much better than the old one.", "Most big bridges fell."),
    ),
    Rule(
        "translation.agreement:number",
        0.7,
        "Singular and plural don't agree.",
        "“informations”, “many person who”, “a children”, “one of the reason”.",
        OWN,
        fires=(
            "He gave [informations] about it.",
            "It was [a children] song.",
            "There were [many person who] wept.",
            "It is [one of the reason that] he left.",
        ),
        silent=("A two person team won.", "One of the reasons is rain.", "He gave information.", "The children sang."),
    ),
)
