"""Rules and kinds of the consistency family, each rule with its examples."""

from __future__ import annotations

from typing import Final

from newsgauge.rule import Kind, Rule

_OWN: Final = "Rules and examples written for newsgauge."
_STORY: Final = (
    "The flood came at night and took the mill, the school and the old bridge with it. Mayor Ada "
    "Quill walked from house to house until the morning, and the baker gave away all his bread. "
    "Nobody in the town can remember a night like it. The council will meet in the hall to speak of "
    "the dam, of the road and of the money that is needed. Farmers lost their hay, and the teacher "
    "lost her books. The river is lower now, and the first trucks have come from Norvale with water "
    "and blankets."
)
ABSENT: Final = Rule(
    "consistency.headline_figure_absent:not-in-body",
    0.7,
    "The headline's figure stands nowhere in the body.",
    "A number above twelve in the title that the body gives neither in digits nor words nor rounded, nor as more than "
    "a round one, where the body gives other figures of the same unit or none at all. Leaves alone years, ages, list numbers, "
    "spans of time, what is left of a hundred or of fifty states, "
    "bodies under 80 words and samples that were cut. Fails where the figure follows from three others.",
    _OWN,
    fires=(
        f"Flood in Velden leaves [340] homeless\n\n{_STORY}",
        f"Velden flood costs $[85] million\n\n{_STORY}",
        f"Fire in Velden destroys [62] houses\n\n{_STORY}",
        f"Velden sends [410] trucks to Norvale\n\n{_STORY}",
        f"Flood leaves [2,700] without bread in Velden\n\n{_STORY}",
        f"Flood in Velden costs $[85] million\n\n{_STORY} The dam alone is worth $12 million, and the mill cost 3 million.",
        f"Flood drives [340] families from Velden\n\n{_STORY} In Orsa 72 families fled.",
        f"Velden council to spend $[18] million on dam\n\n{_STORY}",
        f"Flood leaves [95] farms under water in Velden\n\n{_STORY}",
        f"Velden baker gives away [1,300] loaves\n\n{_STORY}",
    ),
    silent=(
        f"Flood in Velden leaves 340 homeless\n\n{_STORY} About three hundred and forty, or 340, sleep in the hall.",
        f"Flood in Velden leaves 350 homeless\n\n{_STORY} The count is 347.",
        f"15 photos of the flood in Velden\n\n{_STORY}",
        f"Velden sees its worst flood since 1931\n\n{_STORY}",
        f"Three flee the Velden flood\n\n{_STORY}",
        f"Flood in Velden lasts 36 hours\n\n{_STORY}",
        f"Flood drives twenty-five from home, 25 say\n\n{_STORY} Twenty-five people left.",
        "Flood in Velden leaves 340 homeless\n\nThe flood came at night.",
        f"Flood hits Velden, home of 48,000 workers\n\n{_STORY} The school has 12 rooms.",
        f"Ada Quill, 65, leads Velden through the flood\n\n{_STORY}",
        f"Flood in Velden leaves 400+ homeless\n\n{_STORY} The count is 527.",
        f"Flood in Velden costs $300 million\n\n{_STORY} The council speaks of 349 million.",
        f"Velden the eleventh town with a dam, 39 to go\n\n{_STORY} It is the 11th dam.",
    ),
)
FOREIGN: Final = Rule(
    "consistency.headline_figure_absent:another-text",
    0.7,
    "Neither the headline's figure nor its words stand in the body: it may belong to another text.",
    "The same, where fewer than a quarter of the headline's content words occur in the body: title and text were joined "
    "by mistake, or the text was replaced.",
    _OWN,
    fires=(
        f"Norvale orchestra sells [62,000] tickets before spring concert\n\n{_STORY}",
        f"Prisons report [650] assaults during summer heatwave\n\n{_STORY}",
        f"Airline cancels [1,400] flights after software failure\n\n{_STORY}",
        f"Parliament rejects [220] amendments to pension reform\n\n{_STORY}",
    ),
    silent=(
        f"Norvale orchestra sells 62,000 tickets before spring concert\n\n{_STORY} The orchestra sold 62,000 tickets.",
        f"Norvale orchestra sells tickets before spring concert\n\n{_STORY}",
        f"14 photos of a spring concert\n\n{_STORY}",
        "Airline cancels 1,400 flights after software failure\n\nThe flood came at night.",
    ),
)
HEADLINE_TOLL: Final = Rule(
    "consistency.figure_mismatch:headline-toll",
    0.8,
    "The headline's toll is not the text's.",
    "“12 killed” in the title, where the first lines count another number and no number of the body is the headline's, "
    "nor two that add up to it. Leaves alone “more than”, “at least”, “including the gunman”, and texts that count "
    "several groups.",
    _OWN,
    fires=(
        "[20 people killed] by blast in Velden\n\nA blast killed at least 26 people in Velden on Sunday, police said.",
        "Blast in Velden [kills 20]\n\nA blast in Velden left 31 people dead on Sunday, police said.",
        "[63 dead] in Orsa flood\n\nThe flood in Orsa, killing 74 people, came at night.",
        "[20 people killed] 30 others injured by mine\n\nA mine killed at least 26 people and injured 30 others on Sunday.",
        "[Eight injured] in Norvale crash\n\nA crash in Norvale injured eleven people on Monday.",
    ),
    silent=(
        "20 people killed by blast in Velden\n\nA blast killed 20 people in Velden on Sunday.",
        "More than 70 killed in Velden\n\nA blast killed 147 people in Velden on Sunday.",
        "13 dead including gunman in Velden\n\nA man left 12 people dead in Velden on Sunday.",
        "20 killed in Velden raids\n\nA raid killed ten people at the mill. Another raid killed 10 at the gate.",
        "43 dead after storms\n\nAt least 42 people were killed by storms on Sunday.",
        "20 killed in Velden\n\nA raid killed 12 people on Sunday. Eight more died in hospital.",
        "50+ killed in Velden\n\nA raid killed 59 people on Sunday.",
        "Two killed in Velden\n\nThe war killed 40 people in Velden.",
    ),
)
WEEKDAY: Final = Rule(
    "consistency.date_mismatch:weekday",
    0.8,
    "The weekday is not the date's.",
    "“Friday, June 3, 2031” where the calendar has another weekday: one of the two is wrong. Only where weekday, day, "
    "month and year stand together.",
    _OWN,
    fires=(
        "The dam broke on [Friday, July 18, 2020], in Velden.",
        "Quill spoke on [Monday, Jan. 10, 2019].",
        "It opened on [Wednesday, March 1st, 2022].",
        "The vote was held on [Thursday, February 5, 2020].",
        "Roe was seen on [Saturday, Sept. 9, 2022], at the mill.",
        "A fire broke out on [Wednesday, December 25, 2018].",
        "The talks of [Tuesday, June 3, 1998], failed.",
        "The mill burnt down on [Sunday October 3, 2016].",
    ),
    silent=(
        "Quill spoke on Thursday, Jan. 10, 2019.",
        "Quill spoke on Friday, July 18, on the dam.",
        "It closed on Saturday, October 1, 2016, at noon.",
        "He came on Monday, June 31, 2019.",
        "The fire broke out on Tuesday, December 25, 2018.",
        "The talks of Wednesday, June 3, 1998, failed.",
        "On Friday, March 12 to 2019 guests came.",
        "On Sunday, May 1901 votes were counted.",
    ),
)
MISMATCH: Final = Rule(
    "consistency.figure_mismatch:toll",
    0.8,
    "The same people are counted twice with different numbers.",
    "“Killed 12 people” and later “the 14 people killed”, in the author's voice. Leaves alone hedged, updated "
    "and partial counts, and sentences of other events.",
    _OWN,
    fires=(
        "The blast killed 12 people on Sunday. Candles were lit for the [14 people killed].",
        "The crash injured nine people. The [11 people injured] were flown to Velden.",
        "Three people died in the fire. Roe wept for the [four people who died].",
        "Six people were arrested at the gate. The [seven people arrested] are from Norvale.",
        "The flood killed 31 people in Velden. Candles were lit for the [33 people killed].",
        "Eleven people were injured in the crash. The [12 people injured] were taken to Orsa.",
        "Twenty people were arrested on Friday. All [22 people arrested] were freed.",
        "Five people died in the fire. Quill wept for the [six people who died].",
    ),
    silent=(
        "The blast killed 12 people on Sunday. Candles were lit for the 12 people killed.",
        "The blast killed at least 12 people. Candles were lit for the 14 people killed.",
        "The blast killed 12 people. It injured 14 people.",
        "The blast killed 12 people. Last year 14 people were killed.",
        "The blast killed 12 people. “The 14 people killed were friends,” Roe said.",
        "The blast killed 12 people. A flood in 2019 drowned the 14 people killed in Norvale.",
        "The blast killed twelve people. Roe named the 12 people killed.",
        "The blast killed 12 people. Candles were lit for more than 14 people killed.",
    ),
)
SET_AND_NOT: Final = Rule(
    "consistency.denied_and_asserted:not-confirmed",
    0.8,
    "What is said to be unconfirmed here is given as set elsewhere in the text.",
    "A clause that withholds confirmation of a meeting, visit, deal …, where another sentence of the author's "
    "says “is set to meet” or “the upcoming visit”."
    "Leaves alone texts that hedge throughout.",
    _OWN,
    fires=(
        "Quill is set to visit Velden on Monday. [Neither the mayor nor the palace has officially confirmed the "
        "visit].",
        "The upcoming visit will please Velden. [The palace has not confirmed the visit].",
        "Quill will meet Roe in May. So far [no official confirmation of the meeting] exists.",
        "The two firms will merge in May. [The merger has not been confirmed].",
        "Roe is set to meet Quill in Velden. [The palace has not confirmed the meeting].",
        "The upcoming talks will take place in Orsa. [Neither side has confirmed the talks].",
        "The king will visit Norvale in June. [The court has not confirmed the visit].",
        "The two mills will sign the deal on Friday. So far [no official confirmation of the deal] exists.",
    ),
    silent=(
        "Quill may visit Velden on Monday. The palace has not confirmed the visit.",
        "Quill is set to visit Velden on Monday. The palace has confirmed the visit.",
        "Quill is set to visit Velden on Monday. The palace has not confirmed the menu.",
        "“Quill will meet Roe,” he said. The palace has not confirmed the meeting.",
        "The palace has not confirmed the visit.",
        "Quill might meet Roe if the talks fail. Neither side has confirmed the talks.",
        "Roe is about to leave. The palace has not confirmed the deal.",
        "Quill is set to arrive on Monday. Nobody has confirmed the toll.",
    ),
)
RULES: Final = (MISMATCH, HEADLINE_TOLL, ABSENT, FOREIGN, WEEKDAY, SET_AND_NOT)
KINDS: Final = (
    Kind("consistency.figure_mismatch", "The same people are counted with two numbers."),
    Kind("consistency.date_mismatch", "A date is given the wrong weekday."),
    Kind("consistency.headline_figure_absent", "The headline's figure stands nowhere in the body."),
    Kind("consistency.denied_and_asserted", "What the text calls unconfirmed it also gives as set."),
)
