"""The checklist on paper: CSV for a spreadsheet, Markdown for a ticket, HTML with boxes to tick."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from newsgauge.article import LIMIT, Annotation
from newsgauge.checklist.check import KINDS, Check
from newsgauge.checklist.listing import checklist
from newsgauge.report.html import digest, resource, templates
from newsgauge.report.ledger import csv_line
from newsgauge.report.visible import one_line, visible

COLUMNS: Final = (
    "id",
    "number",
    "kind",
    "text",
    "times",
    "source",
    "chain",
    "distance",
    "basis",
    "sentence",
    "start",
    "end",
    "checked",
)
PLURALS: Final = {
    "name": "names",
    "figure": "figures",
    "date": "dates",
    "superlative": "superlatives",
    "quotation": "quotations",
}
_SENTENCE: Final = 400  # characters of a sentence that are shown


def checklist_csv(annotations: Iterable[Annotation]) -> Iterator[bytes]:
    """A header and a row for each thing to check; the last column is empty, to be filled by hand."""
    yield csv_line(COLUMNS)
    for a in annotations:
        for one in checklist(a):
            yield csv_line(
                (
                    a.id,
                    str(one.number),
                    one.kind,
                    one_line(one.text),
                    str(1 + len(one.again)),
                    one.source,
                    " → ".join(one.chain),
                    "" if one.distance is None else str(one.distance),
                    one.basis,
                    sentence(a, one),
                    str(one.start),
                    str(one.end),
                    "",
                )
            )


def checklist_markdown(annotations: Iterable[Annotation]) -> Iterator[str]:
    """Lines of Markdown with ``- [ ]`` boxes, sentence by sentence."""
    for a in annotations:
        found = checklist(a)
        yield f"# Checklist: {_literal(_name(a))}"
        yield ""
        yield f"{counts(found)}. {LIMIT}"
        sentence_before = None
        for one in found:
            if one.sentence != sentence_before:
                yield ""
                yield f"> {_literal(sentence(a, one))}"
                yield ""
                sentence_before = one.sentence
            yield f"- [ ] {one.kind}: **{_literal(one_line(one.text))}**{times(one)} — {_literal(origin(one))}"
        yield ""


def checklist_html(annotations: Sequence[Annotation]) -> str:
    """One self-contained page with boxes to tick; what is ticked stays in the page, and is kept nowhere."""
    style = resource("report.css") + resource("checklist.css")
    script = resource("checklist.js")
    pages = []
    for a in annotations:
        found = checklist(a)
        pages.append((_name(a), counts(found), _groups(a, found)))
    return templates().get_template("checklist.html.j2").render(
        pages=pages,
        kinds=[(kind, PLURALS[kind]) for kind in KINDS],
        limit=LIMIT,
        style=style,
        script=script,
        style_digest=digest(style),
        script_digest=digest(script),
    )  # fmt: skip


def counts(found: Sequence[Check]) -> str:
    """ "12 names, 7 figures, …"."""
    numbers = {kind: sum(1 for one in found if one.kind == kind) for kind in KINDS}
    return (
        ", ".join(f"{n} {PLURALS[kind] if n != 1 else kind}" for kind, n in numbers.items() if n) or "Nothing to check"
    )


def times(one: Check) -> str:
    """How often a name is said, where that is more than once."""
    return f" (×{1 + len(one.again)})" if one.again else ""


def origin(one: Check) -> str:
    """Where it comes from and how far that is, in words."""
    if one.basis in ("own word", "leftover of scraping"):
        return "the page's own word, no source" if one.basis == "own word" else one.basis
    if one.distance is None:
        return one.basis
    steps = "1 step away" if one.distance == 1 else f"{one.distance} steps away"
    if one.basis == "is itself the source":
        return f"is itself the source, {steps}"
    return f"{' → '.join(one.chain)}, {steps}"


def sentence(a: Annotation, one: Check) -> str:
    """The sentence of an item, on one line, long ones shortened around it."""
    words = a.text[one.sentence.start : one.sentence.end]
    if len(words) <= _SENTENCE:
        return one_line(words)
    middle = one.start - one.sentence.start
    first = max(0, min(middle - _SENTENCE // 3, len(words) - _SENTENCE))
    return one_line(f"{'…' if first else ''}{words[first : first + _SENTENCE]}…")


def _groups(a: Annotation, found: Iterable[Check]) -> list[tuple[list[tuple[str, str]], list[tuple[Check, str, str]]]]:
    """Sentence by sentence: its words in pieces with the kind of each marked piece, and what to check in it."""
    groups: list[tuple[Check, list[Check]]] = []
    for one in found:
        if not groups or groups[-1][0].sentence != one.sentence:
            groups.append((one, []))
        groups[-1][1].append(one)
    return [(_pieces(a, head, of), [(one, origin(one), times(one)) for one in of]) for head, of in groups]


def _pieces(a: Annotation, head: Check, found: Sequence[Check]) -> list[tuple[str, str]]:
    """The sentence cut where things to check begin and end; quotations stay unmarked, they show by themselves."""
    start, end = head.sentence
    if end - start > 4 * _SENTENCE:
        return [(sentence(a, head), "")]
    pieces: list[tuple[str, str]] = []
    at = start
    for one in found:
        if one.kind == "quotation" or one.start < at:
            continue
        pieces.append((visible(a.text[at : one.start]), ""))
        pieces.append((visible(a.text[one.start : min(one.end, end)]), one.kind))
        at = min(one.end, end)
    pieces.append((visible(a.text[at:end]), ""))
    return [piece for piece in pieces if piece[0]]


def _name(a: Annotation) -> str:
    return one_line(a.slice(a.title) if a.title else a.place or a.id)


def _literal(words: str) -> str:
    """Words that Markdown shows as they are, markup and links included."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]<>#|!~&" else char for char in words)
