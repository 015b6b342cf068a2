"""Advice: each act is named at its place, speaks to its item, and does what it says when it is followed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgauge.article import Annotation, Article
from newsgauge.core import annotate
from newsgauge.evaluation import written
from newsgauge.report.advice import ACTS, MOST, Advice, advice_lines, advise

BODY = (
    "The harbour board closed the east quay on Monday, harbourmaster Ann Tolley said. Two cranes will be moved to the "
    "west quay, according to a plan that the board published on its website. {}\n\nThe work is to take eleven weeks. Tolley "
    "told reporters that boats could use the north steps. The union's secretary, Mark Ibbot, said that crews had asked for "
    "the repairs in March, and that he had seen the engineer's letter.\n\nThe board met for two hours. It will meet again "
    "on Thursday at noon. Minutes are kept by its clerk, June Hale, who said that they were open to everybody.\n\nThe quay was "
    "built in 1931 and last repaired in 1988, according to the town's list of works. Some forty boats use it, most of "
    "them for crab. Ibbot said that he expected no trouble if the steps were lit at night, and Tolley promised lamps."
)


def told(sentence: str, title: str = "Board closes east quay for eleven weeks") -> Annotation:
    return annotate(Article.of(BODY.format(sentence), title))


def acts(annotation: Annotation) -> str:
    return " ".join(one.act for one in advise(annotation))


# By the rule or kind advised on: the sentence at fault and the sentence once the advice was followed; titles by themselves.
SENTENCES = {
    "attribution.collective": (
        "Experts say that the quay will sink.",
        "Engineer Ruth Abara, who inspected it, said that the quay will sink.",
    ),
    "attribution.anonymous": (
        "A source said that the quay has nine cracks.",
        "Ruth Abara, an engineer of the board, said that the quay has nine cracks.",
    ),
    "attribution.outlet": (
        "The Harbour Times reported that the quay has nine cracks.",
        "Ruth Abara, an engineer of the board, said that the quay has nine cracks.",
    ),
    "attribution.none:floating": (
        "The hall was full. “We shall not leave this quay to the water,” and then silence.",
        "The hall was full. “We shall not leave this quay to the water,” said Ibbot.",
    ),
    "vagueness.weasel_crowd": (
        "Nobody believes that the quay is safe.",
        "Skipper Joan Pike said that she didn't believe that the quay was safe.",
    ),
    "vagueness.unnamed_source": (
        "It was learnt from well-placed sources that the quay has nine cracks.",
        "Ruth Abara, an engineer of the board, said that the quay has nine cracks.",
    ),
    "vagueness.hearsay": (
        "The quay will reportedly sink.",
        "The quay will sink, according to a report by the engineer Ruth Abara.",
    ),
    "vagueness.agentless": (
        "It is believed that the quay will sink.",
        "Engineer Ruth Abara believes that the quay will sink, she told the board.",
    ),
    "vagueness.stacked_hedges": (
        "The quay could perhaps possibly sink.",
        "It was not immediately clear whether the quay would sink, Hale said.",
    ),
    "calibration.overclaim": (
        "This proves beyond any doubt that the quay was neglected.",
        "The engineer's letter, dated May 4, lists nine cracks.",
    ),
    "consistency.figure_mismatch": (
        "The blast killed 12 people on Sunday. Candles were lit for the 14 people killed.",
        "The blast killed 12 people on Sunday. Candles were lit for the 12 people killed.",
    ),
    "consistency.date_mismatch": (
        "The old crane broke on Friday, July 18, 2020, in the west.",
        "The old crane broke on Saturday, July 18, 2020, in the west.",
    ),
    "consistency.denied_and_asserted": (
        "The minister is set to visit the quay on Monday. The ministry has not confirmed the visit.",
        "The minister may visit the quay on Monday, Hale said. The ministry has not confirmed it.",
    ),
    "loaded_wording.epithet": ("The crooked board voted yes.", "The board, fined for a false bill in 2021, voted yes."),
    "loaded_wording.name_calling": (
        "The crooks on the board voted yes.",
        "The board, two of whose members were convicted of fraud in 2021, voted yes.",
    ),
    "loaded_wording.exaggeration": (
        "The board made an unbelievable mistake.",
        "The board paid 40,000 too much, according to its auditor.",
    ),
    "loaded_wording.emotive": (
        "Furious crews left the hall.",
        "Forty of the crews left the hall before the vote, Ibbot said.",
    ),
    "loaded_wording.absolute": (
        "Everyone knows that the quay was never safe.",
        "Eleven of twelve skippers asked by this paper said that the quay was not safe.",
    ),
    "loaded_wording.fear": (
        "The harbour stands on the brink of collapse.",
        "One crane in three could fall within five years, according to the engineer's report.",
    ),
    "loaded_wording.doubt": (
        "The so-called repair plan was shown to the crews.",
        "The repair plan, which lacks a date according to Ibbot, was shown to the crews.",
    ),
    "loaded_wording.flag_waving": (
        "Real Americans will not stand for it.",
        "Skipper Joan Pike said that she would not stand for it.",
    ),
    "loaded_wording.slogan": (
        "It is time to drain the swamp on the quay.",
        "Ibbot asked for new elections to the board.",
    ),
    "loaded_wording.mockery": (
        "The board became a laughing stock.",
        "The board had the wrong quay measured, its minutes show.",
    ),
    "loaded_wording.scare_quotes": (
        "The agency's “experts” never left the office.",
        "The agency's engineers, whom Ibbot calls no experts, did not leave the office, Hale said.",
    ),
}
PLAIN = "Board closes east quay for eleven weeks"
TITLES = {
    "headline.question": ("Will the east quay sink?", PLAIN),
    "headline.teasing": ("You won't believe what the harbour board did next", PLAIN),
    "headline.bait": ("Ten reasons why the east quay closes", PLAIN),
    "headline.promise": ("Board hears Maria Lund on the east quay", PLAIN),
    "headline.shouting": ("BOARD CLOSES EAST QUAY FOR ELEVEN WEEKS", PLAIN),
    "consistency.headline_figure_absent": ("Board closes quay for 900 days", PLAIN),
}
CASES = [
    *((name, (wrong, PLAIN), (better, PLAIN)) for name, (wrong, better) in SENTENCES.items()),
    *((name, ("", wrong), ("", better)) for name, (wrong, better) in TITLES.items()),
]


def test_every_kind_of_advice_is_tried() -> None:
    """No act without a text at fault and the text once it was followed."""
    assert {name for name, *_ in CASES} == set(ACTS)


@pytest.mark.parametrize(("name", "wrong", "better"), CASES, ids=[name for name, *_ in CASES])
def test_advice_does_what_it_says(name: str, wrong: tuple[str, str], better: tuple[str, str]) -> None:
    """It is given for the text at fault, not for the mended one; following it betters its item and costs no points."""
    before, after = told(*wrong), told(*better)
    given = next((one for one in advise(before) if _is(one, name)), None)
    assert given is not None, acts(before)
    assert not any(_is(one, name) for one in advise(after)), acts(after)
    assert _shown(after, given.effect) >= _shown(before, given.effect) - 1e-9
    assert before.raw is not None
    assert after.raw is not None
    assert after.raw >= before.raw - 0.05  # what a learnt table makes of other words; no point is shown so finely


def _shown(annotation: Annotation, item: str) -> float:
    """Points of an item by what can be counted; impressions of words are left out, no advice speaks to them."""
    return sum(one.points for one in annotation.contributions if one.item == item and one.family != "impression")


def _is(advice: Advice, name: str) -> bool:
    """Whether an act is this one: its words before and after what is cited."""
    parts = re.split(r"\{\w+\}", ACTS[name])
    return re.fullmatch(".*".join(map(re.escape, parts)), advice.act) is not None


WHOLE = (
    ("No claim in the text has a source", "The quay is closed. Boats wait. Rain fell on the steps. " * 12, BODY.format("")),
    (
        "Everything rests on one source",
        "Harbourmaster Ann Tolley said that the quay was closed. Boats wait there. Tolley said that rain fell. " * 8,
        "Harbourmaster Ann Tolley said that the quay was closed. Mark Ibbot said that rain fell. June Hale agreed, she said. " * 8,
    ),
    (
        "Nothing in the text is documented",
        BODY.format("").replace(", according to a plan that the board published on its website", "").replace(
            ", and that he had seen the engineer's letter", ""
        ),
        BODY.format(""),
    ),
    (
        "Compare these passages with the original",
        BODY.format("They dont know. The companys crane fell. He didnt go, and theyre old. It was in the the town. She recieved a letter."),
        BODY.format("They don't know. The company's crane fell. He didn't go, and they're old. It was in the town. She received a letter."),
    ),
)  # fmt: skip


@pytest.mark.parametrize(("asked", "wrong", "better"), WHOLE, ids=[asked for asked, *_ in WHOLE])
def test_advice_on_the_whole_does_what_it_says(asked: str, wrong: str, better: str) -> None:
    """The same for what concerns the text as a whole."""
    before, after = annotate(Article(wrong)), annotate(Article(better))
    given = next((one for one in advise(before) if one.act.startswith(asked)), None)
    assert given is not None, acts(before)
    assert asked not in acts(after)
    old, new = before.items[given.effect], after.items[given.effect]
    assert old is not None
    assert new is not None
    assert new >= old if given.effect == "sourcing" else new <= old
    assert (after.raw or 0) > (before.raw or 0)


FAULTS = [wrong for wrong, _ in SENTENCES.values()]
FORBIDDEN = re.compile(
    r"\b(remov|delet|drop|cut|omit|leave out|take out|strike|shorten|invent|make up|unquot|put .* in quotation marks|"
    r"quotation marks|paraphras|rephras|reword|replace|soften|synonym|add a source|find a quote)\w*", re.IGNORECASE
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from([*FAULTS, *(better for _, better in SENTENCES.values())]), max_size=14), st.sampled_from(
    [PLAIN, *(wrong for wrong, _ in TITLES.values())]
))  # fmt: skip
def test_no_advice_tells_to_invent_drop_or_unquote(sentences: list[str], title: str) -> None:
    """Whatever the text: what is advised is a reporting act, cites the text's own words, and claims no more than was lost."""
    annotation = told(" ".join(sentences), title)
    lost = -sum(one.points for one in annotation.contributions if one.points < 0)
    found = advise(annotation)
    for one in found:
        plain = re.sub(r"“[^”]*”", "", one.act)
        assert not FORBIDDEN.search(plain), one.act
        for cited in re.findall(r"“([^”…]*)…?”", one.act):
            assert " ".join(cited.split()) in " ".join(annotation.text.split()), one.act
        assert set(one.findings) <= {f.id for f in annotation.findings}
    assert 0 <= sum(one.points for one in found) <= lost + 1e-6


def test_no_advice_on_our_reports_tells_to_invent_drop_or_unquote() -> None:
    """The same over four hundred texts that were not written for it."""
    texts = [
        *written.invented(),
        *(text for _, text in written.non_native()),
        *(pair.one for pair in written.mirrored()),
    ]
    for text in texts:
        for one in advise(annotate(Article(text))):
            assert not FORBIDDEN.search(re.sub(r"“[^”]*”", "", one.act)), one.act


def test_the_headline_is_asked_about() -> None:
    """A figure that only the headline has; the same figure in the text, and nothing is asked."""
    missing = told("", "Board closes quay for 900 days")
    assert "The headline's figure" in acts(missing)
    assert "The headline's figure" not in acts(
        told("It will be closed for 900 days, Hale said.", "Board closes quay for 900 days")
    )


def test_paragraphs_are_counted_without_the_headline() -> None:
    """The first paragraph after the headline is the first one."""
    assert "in paragraph 1" in acts(told("Experts say that the quay will sink."))


def test_quoted_words_are_left_to_who_said_them() -> None:
    """No advice for loaded words inside quotation marks."""
    assert "disgraceful" not in acts(told("“It was a disgraceful decision,” Ibbot said."))


def test_a_text_without_any_source_is_told_so() -> None:
    """Who says so, of those concerned?"""
    assert "No claim in the text has a source" in acts(annotate("The quay is closed. Boats wait. Rain fell. " * 12))


def test_points_only_when_asked() -> None:
    """The same lines without and with points; both say which item."""
    annotation = told("Experts say that the quay will sink.")
    plain, counted = " ".join(advice_lines(annotation, 100)), " ".join(advice_lines(annotation, 100, points=True))
    assert "points" not in plain
    assert "points now" in counted
    assert "sourcing" in plain


def test_at_most_eight() -> None:
    """Many faults, eight pieces of advice, the weightiest first."""
    found = advise(
        told(" ".join(["Critics say it is a disgraceful farce. Insiders claim the shameful truth is hidden."] * 9))
    )
    assert len(found) == MOST
    assert [one.points for one in found] == sorted((one.points for one in found), reverse=True)


def test_nothing_found_is_no_praise() -> None:
    """A clean text gets a line that says so."""
    assert "that is no praise" in " ".join(advice_lines(told(""), 100))
