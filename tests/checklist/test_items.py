"""What there is to check: figures, dates, names, superlatives and quotations, marked in sentences of ours."""

from __future__ import annotations

import pytest

import newsgauge
from marked import marked
from newsgauge.article import Span
from newsgauge.checklist import Check, checklist


def found(text: str, kind: str) -> list[Span]:
    """Spans of one kind, later places of names among them."""
    a = newsgauge.annotate(newsgauge.Article(text, guess_title=False))
    spans = [span for one in checklist(a) if one.kind == kind for span in (Span(one.start, one.end), *one.again)]
    return sorted(spans)


FIGURES = (
    "It cost [£1.1 million] and took [46] days.",
    "The council voted [7-4] after [three] hours.",
    "About [two dozen] people, [one] in [five], were hurt.",
    "The [46-page] report names [612] of them.",
    "Prices rose [3.5 percent], or [$20bn], to [1,200.50 euros].",
    "[Two-thirds] agreed; [half] of them [twice].",
    "He was the [third] mayor to leave.",
    "[Forty-two] ships, [one] tug and [a dozen] boats.",
    "Sales have [doubled] to [35%] of the market.",
    "No one said that anyone could.",
    "This one is the one that counts.",
    "One of the keepers said so.",
    "There was only [one] way; of [five] ships just [one].",
    "The [third], [fourth] and [fifth] days, at 60 km per second.".replace("60 km", "[60 km]"),
    "Write to desk4@example.org or www.example.org/2.",
    "[Scores] of keepers waited [more than a year]; costs rose [fivefold].",
    "They met [once a week], and not [one] keeper of them stayed.",
    "In the mayor's [first] term [two] boats sank.",
)
DATES = (
    "The closure begins on [3 March].",
    "It was opened on [Monday, June 12, 1908] in the rain.",
    "By [March 2019] the bridge was shut; it reopened in [2021].",
    "They met [last week] and again [yesterday].",
    "The vote was at [10:30 p.m.] on [Tuesday night].",
    "He left [two years ago], in the [1990s].",
    "Since [Sept. 19] nobody has crossed.",
    "The file is dated [2024-03-01].",
    "They may march in August company.".replace("August", "august"),
    "He paid $2019 for it.",
    "WEDNESDAY is market day.".replace("WEDNESDAY", "[WEDNESDAY]"),
    "It is dated [27-07-2016], not [23 Jun 2014].",
    "Brackwater, [Nov.17] - It fell [a decade after] it was built, and [the other day] it rose.",
)
NAMES = (
    "The mayor, [Ann Vale], met [Edwin Pask] of the [Harrowmere Courier].",
    "[Vale] said that [Brackwater Ironworks] would pay.",
    "On the quay stood the [Department of the Interior].",
    "Dr. [Ilse Tarn] of the [University of Brackwater] agreed.",
    "[Canada's] board met its [pro-Norland] wing near [al-Marja].",
    "Police closed the road. Officials said nothing.",
    "However, the bridge was safe. Meanwhile, it rained.",
    "“We wait,” she said. “Nobody asked us.”",
    "I said that I had seen it on Monday in March.",
    "[NATO] and the [U.N.] sent ships.",
    "The work was supported by the [Norland Institute of Rivers] and the [Brackwater Centre for Water], with grants for boats.",
    "Two [Liberal] votes were lost. [Liberals] met; others waited. Votes were counted.",
    "She has [MS], said Ms [Tarn].",
    "How The Mayor Lost His New Bridge In One Night",
    "According to [Vale], it fell. She told “the truth.”  According to others, it didn't.",
    "Interestingly, it rained. Furthermore, it poured. Human-inflicted harm was seen.",
    "The boat was “one of the biggest” [Congress] has seen.",
    "How [Congress] Lost The Bridge To [Social Security] And [Trump] In One Night",
    "They WILL wait and NOBODY ELSE will. [AIDS] is an illness.",
    "Its [Ferry Inspection Training] ([FIT]) helps. [FIT] goes on.",
    "A wing of [al Qaeda] fell, said [Jan van Dam].",
    "Water at 80 degrees F is warm, to a T.",
    "See t.example/Xy7Qw and pic.twitter.com/Ab3Xy for more.",
    "The board met.\n\nGreater Accuracy\n\nIt met again.",
    "Prominent [Democrats] waited at the [White House].",
    "New bridges were built in [New York].",
)
SUPERLATIVES = (
    "It is [the largest] bridge and [the most expensive] one.",
    "This was [the first time] that it closed.",
    "The drought is [unprecedented], and a [record-breaking] one.",
    "The forest guest made an honest request at least twice.",
    "Most of them protest in the west.",
)
QUOTATIONS = (
    "“[We wait,]” she said, “[and we hope.]”",
    'He called it "[a disgrace]" twice.',
    "The ‘[reform]’ failed.",
    "It's the mayor's bridge, isn't it.",
    '[It was torn to bits.]" Witnesses agreed.',
    'He began: " [We had no time left.]',
    'She said: "[We had two boats.]\n[One of them sank.\nThe other left,]" and went.',
    "Tarn told the board: '[It is well known that boats sink.]\n\n'[What they need is water.]'\n\nIt's so.",
    'The plank is 12" long and the mayor 5\'10" tall.',
)
ROWS = [
    (kind, example)
    for kind, examples in (
        ("figure", FIGURES), ("date", DATES), ("name", NAMES), ("superlative", SUPERLATIVES), ("quotation", QUOTATIONS),
    )
    for example in examples
]  # fmt: skip


@pytest.mark.parametrize(("kind", "example"), ROWS, ids=[f"{kind}-{n}" for n, (kind, _) in enumerate(ROWS)])
def test_what_is_marked_is_listed(kind: str, example: str) -> None:
    """Exactly the marked spans, no more and no fewer."""
    text, spans = marked(example)
    assert [text[a:b] for a, b in found(text, kind)] == [text[a:b] for a, b in spans]
    assert found(text, kind) == spans


def listed(text: str) -> list[Check]:
    """The list of a text without a title."""
    return checklist(newsgauge.annotate(newsgauge.Article(text, guess_title=False)))


def test_reading_order_and_numbers() -> None:
    """From the first word to the last, numbered from 1."""
    found = listed("Ann Vale spent £3 on Monday. “It was the largest sum,” she said.")
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert [one.number for one in found] == list(range(1, len(found) + 1))


def test_a_name_said_again_is_listed_once() -> None:
    """By its last word, and with a possessive too."""
    (one,) = [
        one for one in listed("The mayor, Ann Vale, left. Then Vale’s deputy met Ann Vale.") if one.kind == "name"
    ]
    assert one.text == "Ann Vale"
    assert len(one.again) == 2


def test_source_and_distance() -> None:
    """A source's figure is one step away, a relayed one two, the page's own none."""
    text = (
        "The bridge has six supports. Ann Vale, the mayor, said on Monday that 40 people were hurt. "
        "“About 50 men were there,” Edwin Pask told the Associated Press."
    )
    steps = {one.text: (one.distance, one.source) for one in listed(text) if one.kind == "figure"}
    assert steps["six"] == (0, "")
    assert steps["40"] == (1, "Ann Vale")
    assert steps["50"][0] == 2
    chain = next(one.chain for one in listed(text) if one.text == "50")
    assert chain == ("Edwin Pask", "the Associated Press", "this page")


def test_quoted_words_without_a_source_have_no_distance() -> None:
    """Unknown is None, not 0."""
    (one,) = [one for one in listed("The “consultation” was short.") if one.kind == "quotation"]
    assert (one.distance, one.basis) == (None, "quoted, no source found")


def test_leftovers_are_listed_as_such() -> None:
    """A caption's name is there, marked as what a scraper left."""
    found = listed("The bridge was shut on Monday.\n\nPhoto: Joss Wetherby/Harrowmere Courier\n\nIt rained.")
    assert {one.basis for one in found if one.text.startswith("Joss")} == {"leftover of scraping"}


def test_offsets_slice_the_text() -> None:
    """Whatever the text holds: each item's words are those at its offsets, in its sentence."""
    text = "\ufeffCafé 3 \u202e“So’ Ann Vale\r\n\r\n42\u2028Edwin Pask — “1908”\x00 7"
    for one in listed(text):
        assert text[one.start : one.end] == one.text
        assert one.sentence.start <= one.start < one.sentence.end


def test_a_long_word_costs_linear_time() -> None:
    """A megabyte without a space is read."""
    assert listed("x" * 1_000_000 + " 7")[-1].text == "7"
