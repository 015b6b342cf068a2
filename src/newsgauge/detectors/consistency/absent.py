"""The headline's figure that the body gives nowhere: neither in digits nor in words nor rounded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from newsgauge.article import Range
from newsgauge.detectors.consistency.numbers import PLAIN, near, value_of
from newsgauge.detectors.consistency.rules import ABSENT, FOREIGN
from newsgauge.vocabulary import CLASS, COMMA, DASH, DIGIT, DOUBLE, JOINED, LETTERS, SINGLE, STOP, WORD

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document

_BODY_WORDS: Final = 80  # a shorter body may leave a figure out without a fault
_LEAST: Final = 13  # figures up to a dozen can be counted out in a list of names
_TITLE: Final = 25  # a longer first line is rather a paragraph
_IDIOMS: Final = frozenset({24.0, 50.0, 100.0, 101.0, 110.0, 360.0, 365.0, 911.0, 1000.0})
_CURRENCIES: Final = frozenset("$£€")
_WHOLES: Final = (50.0, 100.0)
_MORE: Final = 1.5  # how far a body's figure may exceed a round one of the headline
_SHARED: Final = 1 / 4  # of the headline's content words; fewer and it belongs to another text
_FEW_WORDS: Final = 3
_STEM: Final = 5  # letters that tell words apart whatever their ending
_SPANS_OF_TIME: Final = frozenset(
    "years year year-old years-old days day weeks week hours hour minutes minute months month am pm things ways "
    "reasons times photos facts tips questions best most pictures images".split()
)


class Figure(NamedTuple):
    """A number with the tokens it stands on."""

    value: float
    at: int
    end: int


def _headline_figures(document: Document, title: Range) -> Iterator[Figure]:
    lower, mark = document.lower, document.mark
    for at in range(title.first + 1, title.end):  # a list's number stands first
        if not mark[at] & DIGIT or not PLAIN.fullmatch(lower[at]):
            continue
        value = float(lower[at].replace(",", ""))
        year = value.is_integer() and 1800 <= value <= 2100 and "," not in lower[at]
        follows = lower[at + 1] if at + 1 < title.end else ""
        joined = (mark[at] & JOINED and mark[at - 1] & (DASH | WORD | STOP | COMMA)) or (
            at + 1 < title.end and mark[at + 1] & JOINED and mark[at + 1] & DASH
        )
        slash = "/" in (lower[at - 1], follows) or ":" in (lower[at - 1], follows) or lower[at - 1] == "#"
        dated = mark[at - 1] & CLASS["calendar"] or lower[at - 1] in {"at", "aged", "age"} or mark[at - 1] & SINGLE
        dated = dated or (follows == "," and mark[at - 1] & COMMA)  # an age
        if (
            dated
            or document.quoted[at]
            or year
            or joined
            or slash
            or value < _LEAST
            or value in _IDIOMS
            or follows in _SPANS_OF_TIME
        ):
            continue
        yield Figure(value, at, at + 2 if follows == "%" else at + 1)


def headline_figures(document: Document) -> list[Finding]:
    """Figures of the title that the body lacks; none where the body is short or cut."""
    title = document.title
    if (
        title is None
        or title.end - title.first > _TITLE
        or document.cut
        or not any(m & DIGIT for m in document.mark[title.first : title.end])
    ):
        return []
    figures = [figure for figure in _headline_figures(document, title) if not _repeated(document, figure, title.end)]
    body = range(title.end, len(document))
    if not figures or sum(1 for at in body if document.mark[at] & WORD) < _BODY_WORDS or _runs_off(document):
        return []
    spelt = [value for at in body if (value := value_of(document.lower[at])) is not None]
    spelt += [
        float(number.replace(",", ""))
        for at in body
        if document.mark[at] & DIGIT
        for number in PLAIN.findall(document.lower[at])
    ]
    # A sum of two figures of the body may stand in the headline, and so may what is left of a hundred or fifty states.
    few = sorted({*sorted(set(spelt))[:60], *_WHOLES})
    sums = {a + b for a in few for b in few} | {abs(a - b) for a in few for b in few}
    kept = [f for f in figures if f.value not in sums and not any(near(f.value, v) or _over(f.value, v) for v in spelt)]
    if kept and _foreign(document, title):
        return [document.finding(FOREIGN, figure.at, figure.end) for figure in kept]
    return [document.finding(ABSENT, f.at, f.end) for f in kept if not spelt or _rivalled(document, f, title.end)]


def _repeated(document: Document, figure: Figure, first: int) -> bool:
    """The very token stands in the body; spares most headlines the reading of every number."""
    return document.lower[figure.at] in document.lower[first:]


def _rivalled(document: Document, figure: Figure, first: int) -> bool:
    """The body gives other figures of the same unit; a figure merely left out may be known from elsewhere."""
    lower, mark = document.lower, document.mark
    sign = lower[figure.at - 1] if lower[figure.at - 1] in _CURRENCIES else ""
    unit = lower[figure.at + 1]
    return any(
        mark[at] & DIGIT and (lower[at - 1] == sign or (at + 1 < len(lower) and lower[at + 1] == unit))
        for at in range(first, len(lower))
    )


def _over(value: float, other: float) -> bool:
    """A round figure that the body exceeds: "300" or "400+" for 349 and 527."""
    digits = f"{value:g}".rstrip("0")
    return len(digits) <= 2 and value <= other <= _MORE * value


def _foreign(document: Document, title: Range) -> bool:
    """Hardly one of the headline's content words occurs in the body."""
    known = CLASS["function"] | CLASS["auxiliary"] | CLASS["preposition"] | CLASS["number_word"]
    content = {
        document.lower[at].removesuffix("'s").rstrip("s")[:_STEM]
        for at in range(title.first, title.end)
        if document.mark[at] & LETTERS and not document.mark[at] & known and len(document.lower[at]) > 2
    }
    body = {word.removesuffix("'s").rstrip("s")[:_STEM] for word in document.lower[title.end :]}
    return len(content) >= _FEW_WORDS and len(content & body) < len(content) * _SHARED


def _runs_off(document: Document) -> bool:
    """The body has no end: its last sentence was cut."""
    last = document.mark[len(document) - 1]
    return not last & (STOP | DOUBLE)
