"""Misspellings, doubled words, damaged encodings."""

from __future__ import annotations

from typing import Final

from newsgauge.detectors.translation.provenance import OWN, SHAPE
from newsgauge.rule import Rule

SPELLING: Final = (
    Rule(
        "translation.typo:misspelling",
        0.6,
        "A common misspelling.",
        "A list of misspellings that are no other word. Leaves alone words with a capital, which may be names.",
        OWN,
        fires=("He did [recieve] it.", "The [goverment] fell.", "It [occured] here.", "She was [definately] there."),
        silent=("He did receive it.", "Ms. Sargent came.", "Jon Adress paid.", "The government fell."),
    ),
    Rule(
        "translation.typo:slip",
        0.5,
        "A letter too many, or two in the wrong order.",
        "Unknown words in small letters, eight letters or more, that become a common word when one inner letter is taken "
        "out, two are swapped or one is doubled. Leaves alone dialects, names, and words that come back.",
        SHAPE,
        fires=("They went [togehter].", "It was [importnat] to them.", "A [departmnent] of the city paid."),
        silent=("The government fell.", "The neighbourhood cancelled it.", "The departmnent, the departmnent fell."),
    ),
    Rule(
        "translation.typo:confused",
        0.6,
        "Two words that sound alike were confused.",
        "“should of been”, “more then the”, “it's own”, “their is”.",
        OWN,
        fires=(
            "It [should of been] old.",
            "He has [more then the] rest.",
            "The town lost [it's own] bridge.",
            "[Their is a] bridge.",
        ),
        silent=("It should have been old.", "Once more then, he said.", "It's owned by Orsa.", "Their island is old."),
    ),
    Rule(
        "translation.typo:doubled",
        0.6,
        "A word stands twice.",
        "Doubled words that are never doubled on purpose. Leaves alone “had had”, “that that”, and names.",
        OWN,
        fires=("He saw [the the] bridge.", "It fell [of of] age.", "They came [and and] wept.", "So [it it] fell."),
        silent=(
            "He had had enough.",
            "He said that that was it.",
            "The The played.",
            "Bye bye, she said.",
            "It fell in. In Orsa it stood.",
        ),
    ),
    Rule(
        "translation.typo:loose-hyphen",
        0.5,
        "A hyphen lost its word.",
        "“large -scale”: a space before a hyphen that is joined to the next word.",
        SHAPE,
        fires=("A [large -scale] flood.", "It was a [high -level] talk."),
        silent=("A large-scale flood.", "It fell - nobody knew why.", "It was -5 degrees.", "He left -and came back."),
    ),
    Rule(
        "translation.encoding:mojibake",
        0.7,
        "Characters were read in the wrong encoding, or shown as codes.",
        "“â€™”, “&amp;”, the replacement character. Leaves alone accents and single ampersands.",
        SHAPE,
        fires=("It[â€™]s old.", "Tea [&amp;] cake.", "The caf[Ã©] fell.", "It[�]s old."),
        silent=("Le café d'Évian.", "Tea & cake.", "São Paulo, Ångström, Pâté.", "R&D; it fell."),
    ),
    Rule(
        "translation.encoding:question-mark",
        0.7,
        "An apostrophe was turned into a question mark.",
        "“Velden?s mayor”.",
        SHAPE,
        fires=("[Velden?s] mayor.", "He [didn?t] go.", "The [town?s] bridge."),
        silent=("Is it Velden? Some say so.", "Why? she asked.", "What?! he said."),
    ),
    Rule(
        "translation.encoding:lost-apostrophe",
        0.5,
        "An apostrophe was lost.",
        "“dont”, “theyre”; “Veldens mayor” with known names of places and persons, where the text "
        "has no possessive apostrophe at all; forms that are no plural: “the companys bridge”, “this years vote”.",
        OWN,
        fires=(
            "They [dont] know.",
            "The [companys] bridge fell.",
            "It was [this years] bridge.",
            "He [didnt] go, and [theyre] old.",
            "The mayor of the town told the guests on Monday that the bridge to France would be "
            "built in the spring of the year after next, "
            "and that the old crossing to France would stay open for carts and for people on foot "
            "until all the work was done. The builders "
            "agree with the plan, as far as anybody knows, and so do the people who live by the "
            "river and who will have to pay for it in the "
            "end, as they have paid for all the other bridges before it. [Frances] minister came and told them so.",
        ),
        silent=(
            "They don't know.",
            "The Americas were far.",
            "The Germanys of old.",
            "Wont to sleep, he slept.",
            "These years passed.",
        ),
    ),
)
