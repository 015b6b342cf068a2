"""The sourcing ledger: chains, kinds, anonymity, the outlet itself, replies."""

from __future__ import annotations

import csv
import io

import newsgauge
from newsgauge.article import Annotation, Attribution, Cue, Source, Span
from newsgauge.report.cells import cells
from newsgauge.report.ledger import COLUMNS, chain_words, csv_line, ledger, ledger_rows
from newsgauge.report.ledger_lines import ledger_lines
from writers.samples import bare, finding

TEXT = (
    "By Ada Roe, Brackwater Herald\n\n"
    "“We wait,” Ilse Tarn told Radio Norland. She said it twice. The quay is safe, an official told the Herald. "
    "The Herald has learned that it sank. Tarn did not respond to a request for comment."
)


def at(words: str, occurrence: int = 0) -> Source:
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(words, start + 1)
    return Source(start, start + len(words), words)


def said(
    source: str | None, kind: str, content: str, cue: str = "told", via: Source | None = None, **more: object
) -> Attribution:
    words = at(cue)
    start = TEXT.index(content)
    return Attribution(
        at(source) if source else None, kind, None, Cue(words.start, words.end, cue, "neutral"),
        (Span(start, start + len(content)),), "direct", via,
    )._replace(**more)  # type: ignore[arg-type]  # fields by name  # fmt: skip


def herald() -> Annotation:
    byline = finding(TEXT, "By Ada Roe", "transparency.byline")
    asked = finding(TEXT, "did not respond", "accountability.reply_sought")
    a = bare(TEXT, byline, asked)
    found = (
        said("Ilse Tarn", "named_person", "We wait,", via=at("Radio Norland")),
        said("She", "pronoun", "it twice", "said", source_name="Ilse Tarn", form="indirect"),
        said("an official", "anonymous", "The quay is safe", via=at("Herald", 1)),
        said("The Herald", "outlet", "it sank", "has learned"),
        said(None, "none", "We wait,"),
    )
    return newsgauge.Annotation(**{**{n: getattr(a, n) for n in a.__slots__}, "attributions": found})


def test_a_medium_that_reports_the_whole_of_it_stands_in_the_chain() -> None:
    """ "Vale said …, the Courier reported" and "…, according to the Courier": Vale → Courier → this page; others stay."""
    text = (
        "Ann Vale said the harbour would open in May, the Penrow Courier newspaper reported.\n\n"
        "Ed Pask said the board met on Monday in the town."
    )
    chains = {entry.name: entry.chain for entry in ledger(newsgauge.annotate(text)).entries}
    assert len(chains["Ann Vale"]) == 3
    assert "Courier" in chains["Ann Vale"][1]
    assert chains["Ed Pask"] == ("Ed Pask", "this page")
    told = newsgauge.annotate("Ann Vale said the harbour would open in May, according to Penrow Sinmal. It rained.")
    assert next(chain_words(entry) for entry in ledger(told).entries) == "Ann Vale → Penrow Sinmal → this page"


def test_a_relayed_source_shows_its_chain() -> None:
    """Told to another medium: the chain has it in the middle, and the way is relayed."""
    one = next(e for e in ledger(herald()).entries if e.chain[0] == "Ilse Tarn" and len(e.chain) > 2)
    assert chain_words(one) == "Ilse Tarn → Radio Norland → this page"
    assert one.way == "relayed"


def test_a_pronoun_counts_with_its_name_but_on_its_own_way() -> None:
    """“She said” is Ilse Tarn, first-hand, as a named person."""
    one = next(e for e in ledger(herald()).entries if e.name == "Ilse Tarn" and len(e.chain) == 2)
    assert (one.kind, one.pronouns, one.way, one.direct) == ("named_person", 1, "first-hand", 0)


def test_told_to_this_outlet_is_no_relay() -> None:
    """The Herald is the byline's outlet: what it was told is first-hand, and its own learning is self-citation."""
    entries = {e.name: e for e in ledger(herald()).entries}
    assert entries["an official"].chain == ("an official", "this page")
    assert entries["an official"].anonymity == "no reason given"
    assert entries["The Herald"].self_cited
    assert entries["The Herald"].way == "the outlet itself"


def test_a_reason_for_anonymity_is_told() -> None:
    """One explained mention is enough."""
    a = herald()
    explained = tuple(one._replace(reason_given=True) for one in a.attributions)
    again = newsgauge.Annotation(**{**{n: getattr(a, n) for n in a.__slots__}, "attributions": explained})
    assert {e.anonymity for e in ledger(again).entries if e.kind == "anonymous"} == {"reason given"}


def test_replies_are_listed_with_their_sentence_and_source() -> None:
    """Without sentences the words stand for themselves."""
    found = ledger(herald())
    assert [reply.words for reply in found.replies] == ["did not respond"]


def test_floating_words_have_no_source() -> None:
    """A quotation that nobody is named for is an entry without a name."""
    one = next(e for e in ledger(herald()).entries if not e.name)
    assert (one.kind, one.way, chain_words(one)) == ("none", "", "nobody named → this page")


def test_csv_has_a_row_a_source_and_runs_no_formula() -> None:
    """As many cells as headings; a source that begins like a formula gets an apostrophe."""
    a = herald()
    rows = list(csv.reader(io.StringIO(b"".join(map(csv_line, ledger_rows(a))).decode())))
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert len(rows) == len(ledger(a).entries)
    assert csv_line(["=1+1", " @x", "plain"]) == b"'=1+1,' @x,plain\r\n"


def test_lines_fit() -> None:
    """At 40 and 80 columns no line is wider."""
    for width in (40, 80):
        assert max(map(cells, ledger_lines(herald(), width))) <= width


def test_a_text_without_sources_says_so() -> None:
    """Nobody is quoted."""
    assert list(ledger_lines(bare("Rain fell."))) == ["t.txt", "  Nobody is quoted."]
