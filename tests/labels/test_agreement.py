"""Agreement: figures worked out by hand, and nothing pooled that doesn't belong together."""

from __future__ import annotations

import math
from typing import Any

import pytest

from labels.samples import ANSWERS
from newsgauge.labels.agreement import Agreement, agreements, between
from newsgauge.labels.agreement_page import as_json, page
from newsgauge.labels.judgement import Judgement
from newsgauge.labels.marks import Mark
from newsgauge.labels.span_agreement import span_agreement


def said(number: int, annotator: str, spans: tuple[Mark, ...] = (), **changes: Any) -> Judgement:
    """A judgement of text `number`; other fields of the judgement begin with an underscore."""
    values = {name: value for name, value in ANSWERS.items() if name != "genre"}
    values |= {name: value for name, value in changes.items() if name in values}
    rest = {name[1:]: value for name, value in changes.items() if name.startswith("_")}
    genre = changes.get("genre", "report")
    return Judgement(f"t{number}", annotator, rest.pop("codebook", "v2"), genre, values, spans, **rest)


def item(found: Agreement, name: str) -> Any:
    return next(one for one in found.items if one.item == name)


def test_exact_near_and_confusion_by_hand() -> None:
    """Four pairs: two the same, one a step apart, one three apart."""
    pairs = [(1, 1), (2, 2), (0, 1), (3, 0)]
    rows = [said(n, who, wording=value) for n, pair in enumerate(pairs) for who, value in zip("ab", pair, strict=True)]
    (found,) = agreements(rows)
    wording = item(found, "wording")
    assert (wording.texts, wording.pairs, wording.exact, wording.near) == (4, 4, 0.5, 0.75)
    assert wording.confusion == {(0, 1): 1, (0, 3): 1, (1, 1): 1, (2, 2): 1}
    assert math.isnan(item(found, "genre").near)


def test_a_text_judged_once_counts_in_no_pair() -> None:
    """And a null by one annotator leaves the pair out of that item alone."""
    rows = [said(1, "a"), said(2, "a", headline=None), said(2, "b")]
    (found,) = agreements(rows)
    assert (found.texts, found.judgements) == (2, 3)
    assert (item(found, "wording").pairs, item(found, "headline").pairs) == (1, 0)


def test_humans_machines_and_versions_have_parts_of_their_own() -> None:
    """Never pooled: the same text by two kinds makes no pair; what both make of it is compared."""
    rows = [said(n, "h", _by="human", wording=2, reliability=3) for n in range(3)]
    rows += [said(n, "m", wording=0) for n in range(3)]
    rows += [said(n, "m", _codebook="v1", wording=1) for n in range(2)]
    found = agreements(rows)
    assert [(one.by, one.codebook) for one in found] == [
        ("human", "v2"),
        ("machine-assisted", "v1"),
        ("machine-assisted", "v2"),
    ]
    assert all(item(one, "wording").pairs == 0 for one in found)
    shifts = {(one.one, one.other, one.item): one for one in between(rows)}
    wording = shifts["human, v2", "machine-assisted, v2", "wording"]
    assert (wording.texts, wording.mean, wording.exact) == (3, -2.0, 0.0)
    assert shifts["machine-assisted, v1", "machine-assisted, v2", "wording"].texts == 2


def test_pairs_leanings_and_drift() -> None:
    """B is always a point above A, and in the last third two: the drift shows it once times are known."""
    rows = []
    for n in range(12):
        rows.append(said(n, "a", reliability=2, _at=f"2026-11-25T10:{n:02}:00"))
        rows.append(said(n, "b", reliability=3 if n < 8 else 4, _at=f"2026-11-25T11:{n:02}:00"))
    (found,) = agreements(rows)
    (pair,) = found.pairs
    assert (pair.one, pair.other, pair.texts, pair.exact) == ("a", "b", 12, 0.0)
    assert pair.near == pytest.approx(8 / 12)
    leanings = {one.annotator: one for one in found.leanings}
    assert leanings["b"].drift == (1.0, 1.0, 2.0)
    assert leanings["b"].shift["reliability"] == pytest.approx(4 / 3)
    (untimed,) = agreements([said(n, who) for n in range(12) for who in "ab"])
    assert all(one.drift == () for one in untimed.leanings)


def test_what_to_adjudicate_comes_widest_first() -> None:
    """Two or more apart, and null against a number; one apart is no quarrel."""
    rows = [said(1, "a", wording=0), said(1, "b", wording=2)]
    rows += [said(2, "a", reliability=1), said(2, "b", reliability=4)]
    rows += [said(3, "a", wording=0), said(3, "b", wording=1)]
    rows += [said(4, "a", genre="satire", reliability=None), said(4, "b")]
    (found,) = agreements(rows)
    assert [(one.id, one.item, one.apart) for one in found.disagreements] == [
        ("t2", "reliability", 3.0),
        ("t4", "reliability", 2.0),
        ("t1", "wording", 2.0),
    ]
    assert found.disagreements[0].values == {"a": 1, "b": 4}


def test_span_agreement_by_hand() -> None:
    """A: loaded 0–5, named 10–20. B: loaded 3–8, loaded 12–14, named 30–40. Position 2+2 of 5, labelled 1+1 of 5, exact 0."""
    a = (Mark("loaded", 0, 5), Mark("named", 10, 20))
    b = (Mark("loaded", 3, 8), Mark("loaded", 12, 14), Mark("named", 30, 40))
    found = {one.label: one for one in span_agreement([[said(1, "a", a), said(1, "b", b)]])}
    whole = found["all"]
    assert (whole.marked, whole.position.value, whole.labelled.value, whole.exact.value) == (5, 0.8, 0.4, 0.0)
    assert (found["named"].marked, found["named"].position.value, found["named"].labelled.value) == (2, 0.5, 0.0)


def test_spans_marked_exhaustively_are_told_apart() -> None:
    """Selected spans and all spans have different chances to meet."""
    mark = (Mark("loaded", 0, 5),)
    rows = [said(1, who, mark, _exhaustive=True) for who in "ab"] + [said(2, "a", mark), said(2, "b")]
    (found,) = agreements(rows)
    assert [one.labelled.value for one in found.exhaustive if one.label == "all"] == [1.0]
    assert [one.labelled.value for one in found.spans if one.label == "all"] == [0.0]


def test_the_page_says_what_it_isnt() -> None:
    """Every kind has its heading, and the report says that the two aren't pooled."""
    people = (("human", "h"), ("human", "i"), ("machine-assisted", "m"))
    mark = (Mark("loaded", 0, 5),)
    rows = [said(n, who, mark, wording=n % 3, _by=by) for n in range(6) for by, who in people]
    found, shifts = agreements(rows), between(rows)
    text = "\n".join(page(found, shifts, confusion=True))
    assert "human annotators, codebook v2: 12 judgements of 6 texts by h, i" in text
    assert "machine-assisted annotators, codebook v2: 6 judgements of 6 texts by m" in text
    assert "never pooled" in text
    assert "NaN" not in str(as_json(found, shifts))


def test_three_annotators_make_three_pairs() -> None:
    """Every two of them, on every text they share."""
    (found,) = agreements([said(n, who) for n in range(2) for who in "abc"])
    assert item(found, "wording").pairs == 6
    assert [(one.one, one.other, one.texts) for one in found.pairs] == [("a", "b", 2), ("a", "c", 2), ("b", "c", 2)]
