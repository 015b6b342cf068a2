"""What is attributed: quotations, complement clauses, the clause around a parenthesis."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.detectors.attribution.quoted import Quotes, chain
from newsgauge.detectors.attribution.reading import Reading
from newsgauge.document import new
from newsgauge.vocabulary import CLASS, COLON, COMMA, DASH, DOUBLE, NEWLINE, SINGLE, STOP, WORD

if TYPE_CHECKING:
    from newsgauge.document import Document

_MARKS: Final = DOUBLE | SINGLE
# Counted on the training part of PolNeAR: more than six in ten contents end before a comma and one of these.
_GOES_ON: Final = frozenset("while though although but which where he she".split())
_CLAUSE: Final = 80  # tokens within which a clause's comma is looked for: a text of cues without stops stays linear
_PEOPLE: Final = frozenset("he she they".split())
_ADDED: Final = frozenset("and but then as".split())
_NOT_MAIN: Final = frozenset("who which as after while when".split())
_CUE: Final = CLASS["cue"]
_PAUSE: Final = COMMA | DASH
_BREAK: Final = COMMA | STOP | COLON
_BREAK_OR_DASH: Final = _BREAK | DASH
_VERB: Final = CLASS["auxiliary"] | CLASS["modal"] | CLASS["cue"] | CLASS["attitude"]
_FINITE: Final = CLASS["auxiliary"] | CLASS["modal"]
_TITLE: Final = 12  # words a source may go on after its first phrase: "according to a report of the council, …"
_TOPICS: Final = frozenset("about of for against on to into over with".split())
_LINKS: Final = frozenset("and but while as though although because yet so".split())


def contents(document: Document, reading: Reading, following: Reading | None, quotes: Quotes) -> list[Range]:
    """Ranges of tokens the source is made to say, in order; ``following`` is the next cue of the same sentence."""
    kind, first = reading.kind, reading.content
    if kind == "e":
        return _around(document, reading, following, quotes)
    if kind in "ab":
        return _clause(document, reading, following, quotes)
    if kind == "q":
        return _quoted(document, reading, following, quotes)
    if kind == "p" and document.lower[first] in _TOPICS:
        first += 1
    end = _stop(document, reading, following, quotes)
    return [new(Range, (first, _clause_end(document, quotes, first, end)))] if first < end else []


def _clause_end(document: Document, quotes: Quotes, first: int, end: int) -> int:
    """The comma after which the author goes on: ", while the mayor left", ", but he", ", adding that"."""
    mark, low = document.mark, document.lower
    pauses = quotes.pauses
    for at in pauses[bisect_left(pauses, first) : bisect_left(pauses, end - 2)]:
        word = low[at + 1]
        if low[at] == ";" or (word in _GOES_ON and (word != "but" or low[at + 2] != "that")):
            return at
        if word == "and" and low[at + 2] in _PEOPLE:
            return at
        if mark[at + 1] & _CUE and word.endswith("ing"):
            return at
        if at - first > _CLAUSE:
            break
    return end


def segment_first(reading: Reading) -> int:
    """First token of the words that attribute."""
    return (
        reading.cue.first if reading.shared or reading.kind in "abn" else min(reading.cue.first, reading.source.first)
    )


def _stop(document: Document, reading: Reading, following: Reading | None, quotes: Quotes) -> int:
    """Where a clause after the cue ends: before the next attribution, the full stop, or the end of a quotation."""
    low, mark = document.lower, document.mark
    end = reading.sentence.end
    least = reading.content
    if following and (following.kind in "ae" or following.shared or _aside(document, following)):
        end = segment_first(following)
        while end > least and (mark[end - 1] & _PAUSE or low[end - 1] in _ADDED):
            end -= 1
        return end
    number = bisect_right(quotes.firsts, end - 1) - 1
    if number >= 0 and -1 <= quotes.all[number].end - end < 400:
        return quotes.wholes[number].end
    while end > least and (mark[end - 1] & STOP or (low[end - 1] == ")" and mark[end - 2] & STOP)):
        end -= 1
    return end


def _aside(document: Document, following: Reading) -> bool:
    """ ", as reported by the paper"."""
    first = following.cue.first
    return following.kind == "b" and document.lower[first - 1] == "as" and bool(document.mark[first - 2] & COMMA)


def _rest(document: Document, first: int, reading: Reading, following: Reading | None, quotes: Quotes) -> list[Range]:
    end = _stop(document, reading, following, quotes)
    return [Range(first, end)] if first < end else []


def _quoted(document: Document, reading: Reading, following: Reading | None, quotes: Quotes) -> list[Range]:
    """After the cue: a quotation of its own behind a comma or colon, or a clause that begins with one."""
    mark = document.mark
    at = reading.content
    if mark[at] & (COMMA | COLON):
        at += 1
        if at in quotes.opens:
            return chain(quotes, quotes.opens[at])
        return _rest(document, at, reading, following, quotes)
    number = quotes.opens.get(at)
    if number is None:
        return _rest(document, at, reading, following, quotes)
    if quotes.all[number].continued:
        return chain(quotes, number)
    quoted = quotes.wholes[number]
    if quoted.end < reading.sentence.end and mark[quoted.end] & WORD:
        return _rest(document, at, reading, following, quotes)
    return [quoted]


def _around(document: Document, reading: Reading, following: Reading | None, quotes: Quotes) -> list[Range]:
    """The cue stands behind or inside what it attributes: "…,” he said", "The plan, he said, is dead"."""
    mark, low = document.mark, document.lower
    first = segment_first(reading)
    at = first - 1
    if at >= 0 and low[at] == "as":
        return _as_clause(document, reading, following, quotes)
    if at > 0 and mark[at] & _PAUSE and not mark[at] & _MARKS:
        at -= 1
    found: list[Range] = []
    number = quotes.closes.get(at)
    if number is not None:
        quoted = quotes.wholes[number]
        begin = _clause_begin(document, quoted.first, reading)
        found = _before_in_chain(quotes, number, begin, quoted) if begin == quoted.first else [Range(begin, quoted.end)]
    elif at >= reading.sentence.first:
        found = [Range(_skip_link(document, reading.sentence.first, at), at + 1)]
    return found + _tail(document, reading, following, quotes, quoted_before=number is not None)


def _before_in_chain(quotes: Quotes, number: int, begin: int, quoted: Range) -> list[Range]:
    parts = [Range(begin, quoted.end)]
    while number > 0 and quotes.all[number - 1].continued and len(parts) < 12:
        number -= 1
        parts.insert(0, quotes.wholes[number])
    return parts


def _clause_begin(document: Document, first: int, reading: Reading) -> int:
    """A quotation that ends a clause takes the clause with it: "The plan was “bad,” he said"."""
    before = first - 1
    if before < 0 or document.mark[first] & NEWLINE or not document.mark[before] & WORD:
        return first
    starts = document.sentences
    low_bound = max(0, bisect_right(starts, Range(first, first)) - 1)
    begin = starts[low_bound].first if starts[low_bound].first <= first else first
    return _skip_link(document, begin, first) if first - begin < 40 and begin >= reading.sentence.first else first


def _skip_link(document: Document, first: int, last: int) -> int:
    return first + 1 if first < last and document.lower[first] in _LINKS else first


def _tail(
    document: Document, reading: Reading, following: Reading | None, quotes: Quotes, quoted_before: bool
) -> list[Range]:
    """What goes on after the cue: the second half of a split quotation or of the sentence."""
    mark, at = document.mark, reading.content
    if at + 1 >= len(mark) or not mark[at] & _BREAK_OR_DASH:
        at = _next_break(document, at, reading.sentence.end)
        if at + 1 >= len(mark):
            return []
    if at + 1 in quotes.opens and not mark[at + 1] & NEWLINE:
        return chain(quotes, quotes.opens[at + 1])
    if quoted_before or not mark[at] & _PAUSE or at + 1 >= reading.sentence.end:
        return []
    if reading.cue.first < reading.source.first and not mark[at + 1] & _FINITE:
        return []  # "…, said Ann Roe, a baker"
    if document.lower[at + 1] in _NOT_MAIN or document.lower[at + 1].endswith("ing"):
        return []
    return _rest(document, at + 1, reading, following, quotes)


def _next_break(document: Document, at: int, end: int) -> int:
    """The comma or full stop after "…” Ann Roe said in a letter to the council"."""
    for far in range(at, min(end, at + 30, len(document))):
        if document.mark[far] & _BREAK:
            return far
    return len(document)


def _as_clause(document: Document, reading: Reading, following: Reading | None, quotes: Quotes) -> list[Range]:
    """ "As the paper reported, the bridge is closed" and "The bridge is closed, as the paper reported"."""
    at = segment_first(reading) - 1
    if at > reading.sentence.first + 1:
        end = at - 1 if document.mark[at - 1] & COMMA else at
        return [Range(reading.sentence.first, end)]
    first = reading.content
    return (
        _rest(document, first + 1, reading, following, quotes)
        if document.mark[min(first, len(document) - 1)] & (COMMA | COLON)
        else []
    )


def _clause(document: Document, reading: Reading, following: Reading | None, quotes: Quotes) -> list[Range]:
    """The clause around "according to Ann Roe" or "as reported by the paper"."""
    mark, low = document.mark, document.lower
    first, after = reading.cue.first, reading.source.end
    if reading.kind == "b" and after + 1 < reading.sentence.end and low[after] == "as":
        return _rest(document, after + 1, reading, following, quotes)  # "described by the council as “a risk”"
    at = first - 1
    if at >= reading.sentence.first and low[at] == "as":
        at -= 1
    while at >= reading.sentence.first and mark[at] & _PAUSE:
        at -= 1
    comma = after < reading.sentence.end and mark[after] & COMMA
    begins = at < reading.sentence.first or low[at] in _LINKS
    tail = _rest(document, after + 1, reading, following, quotes) if comma else []
    if begins and not tail:
        comma_at = next(
            (far for far in range(after, min(reading.sentence.end, after + _TITLE)) if mark[far] & COMMA), 0
        )
        tail = _rest(document, comma_at + 1, reading, following, quotes) if comma_at else []
    if begins:
        return tail or _rest(document, after, reading, following, quotes)
    number = quotes.closes.get(at)
    begin = quotes.wholes[number].first if number is not None else reading.sentence.first
    begin = min(begin, reading.sentence.first)
    return [Range(begin, at + 1), *(tail if comma and not _ends_clause(document, after + 1) else [])]


def _ends_clause(document: Document, at: int) -> bool:
    """No verb follows the comma, so the clause before it is all: "…, according to Ann Roe, director of the water board"."""
    if at >= len(document):
        return True
    word = document.lower[at]
    verb = document.mark[at] & _VERB or word.endswith("ed")
    return not verb or word.endswith("ing")
