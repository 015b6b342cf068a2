"""Rules with their examples: passives without an agent, and crowds nobody can ask."""

from __future__ import annotations

from typing import Final

from newsgauge.detectors.vagueness.provenance import OWN
from newsgauge.rule import Rule

CROWDS: Final[tuple[Rule, ...]] = (
    Rule(
        "vagueness.agentless:it-is-believed",
        0.6,
        "Who believes, says or expects this is left out.",
        "“It is believed that …” and its kin. Leaves alone sentences that name a source after all. Fails where "
        "the agent stands in the sentence before.",
        OWN,
        fires=(
            "[It is anticipated that] the coast road will close.",
            "[It is widely believed] the mayor of Norvale will resign.",
            "[It is thought that] the barn burned for two days.",
            "[It was reported that] the dam in Velden leaks.",
            "[It has also been suggested that] the sale was rigged.",
            "[It is safe to assume] the owners knew.",
            "[The general belief is] that the mine will close.",
            "[It is said] the castle is haunted.",
        ),
        silent=(
            "It is expected to rain on Sunday.",
            "It is thought that the fire began in the kitchen, according to the Velden fire brigade.",
            "It was reported to the police on Monday.",
            "The court believed that the witness lied.",
            "It is known as the Iron Bridge.",
            "It is said to be open on Mondays.",
            "Mayor Ada Quill believes that the road will close.",
            "It was hoped by the council that the bridge would open.",
        ),
    ),
    Rule(
        "vagueness.agentless:widely-seen",
        0.6,
        "Who sees it that way is left out.",
        "“Is widely seen as”, “is regarded as”. Leaves alone passives with “by …”. Fails on textbook facts "
        "(“widely considered a mammal”).",
        OWN,
        fires=(
            "The treaty [is widely seen as] a defeat.",
            "The plan [was widely criticised] last year.",
            "Quill [is seen as] the likely winner.",
            "The film, [widely regarded as] his best, lost money.",
        ),
        silent=(
            "The treaty is seen as a defeat by the Velden teachers' union.",
            "He was seen leaving the shop.",
            "Ada Quill sees the treaty as a defeat.",
            "The plant is widely grown in the south.",
        ),
    ),
    Rule(
        "vagueness.agentless:said-to",
        0.6,
        "Who says or believes this is left out.",
        "“Is said to have”, “are believed to be”. Leaves alone sentences with a source. Fails on police reports "
        "that name the force one sentence earlier.",
        OWN,
        fires=(
            "The duke [is said to have] sold the farm.",
            "The minister [is reported to have] already left.",
            "They [are believed to be] hiding in the hills.",
            "She [was rumoured to be] in Velden.",
        ),
        silent=(
            "The duke is to have dinner at noon.",
            "They are believed to be hiding in the hills, according to the Velden police.",
            "The witness said to have the door shut.",
            "The minister is expected to meet the mayor on Monday.",
            "He is alleged to have stolen two cars.",
        ),
    ),
    Rule(
        "vagueness.agentless:expected-to-stir",
        0.6,
        "A stir is foretold without saying who expects it.",
        "“Is expected to raise concerns”, “could spark outrage”. Leaves alone scheduled events and named worriers.",
        OWN,
        fires=(
            "The deal [is expected to raise concerns] in the region.",
            "The verdict [could spark outrage] in the town.",
            "The new toll [might raise alarms] among drivers.",
            "The ties [are likely to fuel speculation] about a merger.",
        ),
        silent=(
            "The minister is expected to arrive on Tuesday.",
            "The bank is expected to raise rates.",
            "The verdict is expected to draw criticism from the Velden bar association.",
            "A cable fault could spark a fire.",
        ),
    ),
    Rule(
        "vagueness.agentless:has-been-criticised",
        0.5,
        "Who criticises or praises is left out.",
        "“Has been criticised”, “has long been accused”. Leaves alone passives with “by …” in the clause.",
        OWN,
        fires=(
            "The council [has been criticised] for its silence.",
            "The firm [has long been accused] of hiding costs.",
            "The novel [has been hailed] as a masterpiece.",
            "The bridge [has been dubbed] the road to nowhere.",
        ),
        silent=(
            "The council has been criticised by the auditor Lena Marsh.",
            "The auditor criticised the council.",
            "He has been accused of theft.",
            "The bridge has been closed since May.",
        ),
    ),
    Rule(
        "vagueness.weasel_crowd:crowd-says",
        0.6,
        "A crowd without names is given as the source.",
        "Experts, critics, observers … with a verb of saying or believing. Leaves alone crowds of a named body, "
        "earlier mentions (“the experts”) and"
        "sentences that name one of them. Fails where the next sentence names them.",
        OWN,
        fires=(
            "[Experts suggest] that the bridge is unsafe.",
            "[Observers have raised concerns] about the vote.",
            "The toll, [critics say], hurts the poor.",
            "[Legal experts have long argued] that the law is void.",
            "[Some experts in Velden assume] the dam will hold.",
            "[Supporters of the plan believe] it will work.",
            "[Advocacy groups fear] the worst.",
            "[Analysts are divided] over the price of tin.",
        ),
        silent=(
            "Experts at the University of Velden say the bridge is unsafe.",
            "Experts, including Jane Roe of Velden College, say the bridge is unsafe.",
            "The experts said they had tested the steel twice.",
            "Jane Roe, an expert on bridges, said it was safe.",
            "He met experts and left.",
            "Critics at the Norvale Film Institute praised the film.",
            "Roe's supporters said she would run again.",
            "The prize is given to scholars under thirty.",
        ),
    ),
    Rule(
        "vagueness.weasel_crowd:some-say",
        0.6,
        "Some, many or most people are given as the source.",
        "A word of quantity with a verb of saying or believing. Leaves alone quantities of things and people "
        "who act. Fails on literary “some say”.",
        OWN,
        fires=(
            "[Many believe] the vote was rigged.",
            "[Some people say] the well is cursed.",
            "[Many local economists argue] that tin is dear.",
            "[Others have questioned] the figures.",
            "It was, [some say], the best year.",
            "[Most voters think] the toll is too high.",
            "[Everyone knows] the mine is empty.",
            "The delay led [some observers to conclude] that the sale was off.",
        ),
        silent=(
            "Many roads were closed.",
            "Some 300 people marched.",
            "Most of the houses burned.",
            "Several passengers were hurt.",
            "Others left early.",
            "Norvale, Velden and other countries are accusing the firm.",
            "Many thanks, said the mayor.",
            "Some drivers took the bridge.",
            "Many critics, including Jane Roe, say the toll is unfair.",
        ),
    ),
    Rule(
        "vagueness.weasel_crowd:minds-of-many",
        0.6,
        "“Many” or “critics” stand in for a source.",
        "“In the eyes of many”, “seen by some”, “according to experts”.",
        OWN,
        fires=(
            "The question is [on the minds of many].",
            "The toll is unfair, [according to critics].",
            "It was [seen by many] as a snub.",
        ),
        silent=("It was seen by Jane Roe.", "According to the auditor, the toll is fair."),
    ),
    Rule(
        "vagueness.weasel_crowd:alike",
        0.6,
        "Two crowds are named and nobody in them.",
        "“Leaders and analysts alike”.",
        OWN,
        fires=("The plan worried [world leaders and analysts alike, as they speculate] on its cost.",),
        silent=("The twins look alike.", "They treat cats and dogs alike."),
    ),
    Rule(
        "vagueness.weasel_crowd:media-rife",
        0.6,
        "“The media” are given as the source; which of them is left out.",
        "“Media reports say”, “the press has been rife with reports”. Leaves alone named outlets.",
        OWN,
        fires=(
            "[Velden media outlets have been rife with reports] of a merger.",
            "In June [North Velden media have been rife with reports] of a merger.",
            "[Media reports suggest] the sale is off.",
            "[Local media reported] two deaths.",
        ),
        silent=(
            "The Norvale Gazette reported two deaths.",
            "The garden was filled with roses.",
            "Media law is taught on Mondays.",
        ),
    ),
    Rule(
        "vagueness.weasel_crowd:studies-show",
        0.5,
        "A study or poll is invoked without saying which.",
        "“Studies show”, “polls have found”. Leaves alone sentences that name the study, its journal or its "
        "body, and “the data show”.",
        OWN,
        fires=(
            "[Studies show] that tea helps.",
            "[Several studies have linked] tea with sleep.",
            "[Research suggests] that tea helps.",
        ),
        silent=(
            "The study by Velden College shows that tea helps.",
            "Studies show that tea helps, according to the Velden Heart Institute.",
            "The data show a rise of three percent.",
        ),
    ),
)
