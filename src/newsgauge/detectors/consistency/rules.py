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
    "A number above twelve in the title that the body gives neither in digits nor words nor rounded. Leaves "
    "alone years, list numbers, spans of time,"
    "bodies under 80 words and samples that were cut. Fails where the figure follows from three others.",
    _OWN,
    fires=(
        f"Flood in Velden leaves [340] homeless\n\n{_STORY}",
        f"Velden flood costs $[85] million\n\n{_STORY}",
        f"Fire in Velden destroys [62] houses\n\n{_STORY}",
        f"Velden sends [410] trucks to Norvale\n\n{_STORY}",
        f"Storm leaves [2,700] without light in Velden\n\n{_STORY}",
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
RULES: Final = (MISMATCH, ABSENT, SET_AND_NOT)
KINDS: Final = (
    Kind("consistency.figure_mismatch", "The same people are counted with two numbers."),
    Kind("consistency.headline_figure_absent", "The headline's figure stands nowhere in the body."),
    Kind("consistency.denied_and_asserted", "What the text calls unconfirmed it also gives as set."),
)
