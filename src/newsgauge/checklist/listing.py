"""The list: what there is to check, in reading order, with its sentence, its source and how far that is from the origin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from newsgauge.article import Annotation, Attribution, Span
from newsgauge.checklist.check import Check, Kind
from newsgauge.checklist.dates import dates
from newsgauge.checklist.figures import figures
from newsgauge.checklist.names import names
from newsgauge.checklist.stray import stray_quotations
from newsgauge.checklist.superlatives import superlatives
from newsgauge.document import Document
from newsgauge.report.ledger import chain_of, own_names, relayed, source_name

_ORDER: Final = {"quotation": 0, "name": 1, "date": 2, "figure": 3, "superlative": 4}


class _Item(NamedTuple):
    start: int
    end: int
    kind: Kind


class _Reading(NamedTuple):
    """What an item is looked up in."""

    a: Annotation
    sentences: Sequence[Span]
    starts: Sequence[int]
    leftovers: Sequence[Span]
    own: frozenset[str]
    attributions: Sequence[Attribution]


def checklist(a: Annotation) -> list[Check]:
    """List what a desk would check in an article.

    Parameters
    ----------
    a : Annotation
        With its text.

    Returns
    -------
    list of Check
        In reading order. A name said again, in full or by its last word, is listed once, with its later places. What a
        scraper left is listed too, and marked as such.

    Examples
    --------
    >>> import newsgauge
    >>> a = newsgauge.annotate("On 3 March the mayor, Ann Vale, said 12 people were safe.")
    >>> [(one.kind, one.text) for one in checklist(a)]
    [('date', '3 March'), ('name', 'Ann Vale'), ('figure', '12')]
    """
    document = Document(a.text)
    document.settle((), a.title, guess_title=False)
    found = sorted(_items(document), key=lambda item: (item.start, _ORDER[item.kind], -item.end))
    sentences = [document.span(first, end) for first, end in document.sentences]
    leftovers = [one.span for one in a.findings if one.family == "residue"]
    reading = _Reading(
        a, sentences, [span.start for span in sentences], leftovers, own_names(a), relayed(a.attributions)
    )
    kept = _once(a.text, found)
    return [_check(reading, number, item, again) for number, (item, again) in enumerate(kept, 1)]


def _items(document: Document) -> Iterator[_Item]:
    text = document.text
    when = _separate(dates(text))
    yield from (_Item(*span, "date") for span in when)
    named = [document.span(first, end) for first, end in names(document)]
    yield from (_Item(*span, "name") for span in named if not _covered(span, when))
    yield from (_Item(*span, "figure") for span in _separate(figures(text)) if not _covered(span, when))
    yield from (_Item(*span, "superlative") for span in _separate(superlatives(text)))
    quoted = [document.span(q.first, q.end) for q in document.quotations if not q.depth]
    yield from (_Item(*span, "quotation") for span in quoted)
    yield from (_Item(*span, "quotation") for span in stray_quotations(document, quoted))


def _separate(spans: Iterable[Span]) -> list[Span]:
    """Spans in order; of those that overlap the longest stands."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.end <= span.start:
            continue
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
        elif span.end - span.start > kept[-1].end - kept[-1].start:
            kept[-1] = span
    return kept


def _covered(span: Span, others: Sequence[Span]) -> bool:
    place = bisect_right(others, span.start, key=lambda other: other.start) - 1
    return place >= 0 and span.end <= others[place].end


def _once(text: str, items: Iterable[_Item]) -> list[tuple[_Item, tuple[Span, ...]]]:
    """Items; a name that repeats an earlier one is gathered there."""
    kept: list[tuple[_Item, list[Span]]] = []
    known: dict[str, int] = {}
    for item in items:
        if item.kind != "name":
            kept.append((item, []))
            continue
        words = _plain_name(text[item.start : item.end])
        if words in known:
            kept[known[words]][1].append(Span(item.start, item.end))
            continue
        known[words] = len(kept)
        if " " in words:
            known.setdefault(words.rpartition(" ")[2], len(kept))
        kept.append((item, []))
    return [(item, tuple(again)) for item, again in kept]


def _plain_name(words: str) -> str:
    return " ".join(words.split()).casefold().replace("’", "'").removesuffix("'s").removesuffix("'")


def _check(reading: _Reading, number: int, item: _Item, again: tuple[Span, ...]) -> Check:
    span = Span(item.start, item.end)
    leftover = any(start <= span.start < end for start, end in reading.leftovers)
    one = None if leftover else _said_in(reading.attributions, span)
    if one is not None:
        chain = chain_of(one, reading.own)
        inside = _stands_in_source(one, span)
        basis = "is itself the source" if inside else "relayed" if len(chain) > 2 else "said by a source"
        source = source_name(one)
        distance: int | None = len(chain) - 1
        if one.source is None:
            basis, distance = "quoted, no source found", None
        return _made(reading, number, item, source, chain, distance, basis, again)
    if item.kind == "quotation" and not leftover:
        return _made(reading, number, item, "", (), None, "quoted, no source found", again)
    return _made(reading, number, item, "", (), 0, "leftover of scraping" if leftover else "own word", again)


def _made(
    reading: _Reading,
    number: int,
    item: _Item,
    source: str,
    chain: tuple[str, ...],
    distance: int | None,
    basis: str,
    again: tuple[Span, ...],
) -> Check:
    text = reading.a.text
    words = text[item.start : item.end]
    leftover = basis == "leftover of scraping"
    return Check(
        number, item.kind, item.start, item.end, words, _sentence(reading, item.start), source, chain, distance, basis,
        leftover, again,
    )  # fmt: skip


def _said_in(attributions: Sequence[Attribution], span: Span) -> Attribution | None:
    """The attribution whose content holds the span, the closest where several do; else the one whose source it is."""
    holding = [
        (content.end - content.start, place)
        for place, one in enumerate(attributions)
        for content in one.content
        if content.start < span.end and span.start < content.end
    ]
    if holding:
        return attributions[min(holding)[1]]
    return next((one for one in attributions if _stands_in_source(one, span)), None)


def _stands_in_source(one: Attribution, span: Span) -> bool:
    return any(part is not None and part.start < span.end and span.start < part.end for part in (one.source, one.via))


def _sentence(reading: _Reading, start: int) -> Span:
    place = bisect_right(reading.starts, start) - 1
    if place >= 0 and start < reading.sentences[place].end:
        return reading.sentences[place]
    text = reading.a.text
    first = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start)
    return Span(first, end if end >= 0 else len(text))
