"""Rules with their examples: exaggeration, emotion and fear."""

from __future__ import annotations

from typing import Final

from newsgauge.detectors.loaded_wording.provenance import own_rule
from newsgauge.rule import Rule

FEELINGS: Final[tuple[Rule, ...]] = (
    own_rule(
        "exaggeration:word",
        0.6,
        "This word makes the matter larger than the facts beside it show.",
        "Words of amazement and size: shocking, jaw-dropping, bombshell, abuzz.",
        (
            "A [bombshell] fell on the council.",
            "The town is [abuzz] with talk of the bridge.",
            "The costs are [shocking] to all.",
            "The [jaw-dropping] bill came in June.",
            "The vote ended in a [fiasco] for the board.",
        ),
        (
            "The memo reached the council on Monday.",
            "Rescue teams found an explosive device near the bridge.",
            "The costs were not shocking, the auditor wrote.",
            "Visitors enjoy spectacular views from the tower.",
            "The novel Epic Summer won a prize.",
        ),
    ),
    own_rule(
        "exaggeration:phrase",
        0.6,
        "This phrase makes the matter larger than the facts beside it show.",
        "Set phrases of exaggeration: nothing short of a, all hell broke loose.",
        ("The plan is [nothing short of a] burden.", "The office [was in shambles] by noon."),
        ("The plan is short of money.", "The office was closed by noon."),
    ),
    own_rule(
        "exaggeration:turn",
        0.5,
        "The writer says how surprising it is instead of what it is.",
        "Surprising, startling, dramatic and the like before development, twist, admission and the like.",
        ("In a [surprising development], the mayor resigned.", "The trial took a [dramatic turn] on Monday."),
        ("A surprising number of herons returned.", "The dramatic society meets on Monday."),
    ),
    own_rule(
        "emotive:word",
        0.5,
        "This word works on feelings where a plain one would do.",
        "Words of grief, disgust, fury and outrage in place of facts; strong language.",
        (
            "The [heartbreaking] story of a lost ring.",
            "There is [outrage] in the village over the bins.",
            "The [horrific] scenes lasted an hour.",
            "[Tensions high] before the vote.",
        ),
        (
            "The story of a lost ring.",
            "The court charged him with cruelty to animals.",
            "He was held in contempt of court.",
            "There was no outrage in the village.",
        ),
    ),
    own_rule(
        "emotive:verb",
        0.3,
        "The verb colours what was said; “said” or “criticised” would be plain.",
        "Verbs of blows and noise in place of said or criticised.",
        (
            "The governor [lashed out] at the auditors.",
            "The union [lambasted] the plan.",
            "The mayor [doubled down] on her claim.",
            "The board [eviscerated] the report.",
        ),
        (
            "The governor criticised the auditors.",
            "The union rejected the plan.",
            "A car slammed into the gate.",
            "She did not lash out.",
        ),
    ),
    own_rule(
        "emotive:verb-light",
        0.3,
        "The verb colours what was said; “said” or “criticised” would be plain.",
        "Verbs such as blasts, rips, slams, where somebody stands before and after them.",
        ("The senator [slammed] Mayor Lund on Monday.", "She [blasted] the minister over the delay."),
        ("The blast killed two men.", "The door slammed shut.", "A bus slammed into Victor Holm."),
    ),
    own_rule(
        "emotive:capitals",
        0.4,
        "A word is shouted in capitals to press the point.",
        "One common word wholly in capitals amid small ones; no acronyms, headings or neighbours in capitals.",
        ("They have [NEVER] paid.", "The town lost [EVERY] tree it had."),
        ("The NATO meeting ended.", "They never paid.", "BEST WESTERN opened a hotel."),
    ),
    own_rule(
        "emotive:exclamation",
        0.3,
        "The writer exclaims; a report doesn't.",
        "An exclamation mark at the end of a sentence of the author's own.",
        ("The bill was forty crowns and [seven pence!]", "So much for the [new bridge!]"),
        (
            "“What a day for the town!” she said.",
            "The quiz show Jeopardy! returns in May.",
            "He shouted “Never give in to them!”",
        ),
    ),
    own_rule(
        "fear:word",
        0.7,
        "This wording frightens: it names a doom instead of a risk.",
        "Doom, hordes and enslavement; threats to all we hold dear.",
        (
            "We stand on the [brink of collapse], the column runs.",
            "[Hordes of] newcomers are on the road.",
            "An [existential threat] to the valley.",
            "The bill will lead to [tyranny].",
            "They will [destroy our way of life] by spring.",
            "It ends in [nuclear armageddon], he writes.",
            "A [police state] is being built.",
            "The clinic is a [powder keg].",
        ),
        (
            "The risk of flooding is 3 per cent.",
            "A swarm of bees closed the station.",
            "It is not an existential threat, the bank wrote.",
            "The Doomsday Clock stands in a hall.",
            "The seminar's subject was the term “police state”.",
            "The song Apocalypse Morning was played twice.",
            "The council raised the alarm level to two.",
            "Two doctors treated the patients for malaria.",
        ),
    ),
)
