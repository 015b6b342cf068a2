"""Labelled spans of a text: offsets in code points, or exact words that are found; checked against the codebook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from newsgauge.errors import LabelsError
from newsgauge.labels.codebook import Codebook, near
from newsgauge.labels.rows import Row, string
from newsgauge.labels.rows import field as needed
from newsgauge.labels.texts import Text


class Mark(NamedTuple):
    """A labelled span of the text: half-open code points."""

    label: str
    start: int
    end: int
    source_kind: str = ""
    stance: str = ""

    def row(self) -> dict[str, Any]:
        """As in the file; what is empty is left out."""
        return {key: value for key, value in self._asdict().items() if value != ""}


def marks_of(row: Row, book: Codebook, where: str, text: Text | None, exhaustive: bool) -> tuple[Mark, ...]:
    """The marks of a row: each fits the codebook, lies inside the text, and stands once.

    Raises
    ------
    LabelsError
        Whatever doesn't, with its number.
    """
    spans = row.get("spans", [])
    if not isinstance(spans, list):
        raise LabelsError(f"{where}: 'spans' must be a list, found {type(spans).__name__}")
    if len(spans) > book.spans and not exhaustive:
        raise LabelsError(
            f"{where}: at most {book.spans} spans, the most telling ones, found {len(spans)}; all are marked only where"
            ' the text is to be marked exhaustively ("exhaustive": true)'
        )
    marks = [_mark(span, book, f"{where}: span {number}", text) for number, span in enumerate(spans, 1)]
    for number, mark in enumerate(marks, 1):
        if mark in marks[: number - 1]:
            raise LabelsError(
                f"{where}: span {number}: the same as an earlier one ({mark.label} {mark.start}–{mark.end})"
            )
    return tuple(marks)


def _mark(span: Any, book: Codebook, where: str, text: Text | None) -> Mark:
    if not isinstance(span, dict):
        raise LabelsError(f"{where}: expected an object with label, start and end, found {span!r}")
    name = string(span, "label", where)
    label, names = book.label(name), [label.name for label in book.labels]
    if label is None:
        raise LabelsError(f"{where}: unknown label {name!r}{near(name, names)}; expected one of {', '.join(names)}")
    kind = _one_of(span, "source_kind", label.source_kinds, f"{where} ({name})")
    stance = _one_of(span, "stance", tuple(one.name for one in book.stances) if label.source_kinds else (), where)
    start, end = _bounds(span, where, text)
    return Mark(name, start, end, kind, stance)


def _one_of(span: Row, name: str, known: Sequence[str], where: str) -> str:
    value = string(span, name, where, "")
    if value and value not in known:
        expected = f"expected one of {', '.join(known)}" if known else "this label carries none"
        raise LabelsError(f"{where}: unknown {name} {value!r}; {expected}")
    return value


def _bounds(span: Row, where: str, text: Text | None) -> tuple[int, int]:
    words = span.get("text")
    if "start" not in span and isinstance(words, str):
        return _found(words, span.get("nth"), where, text)
    start, end = (needed(span, name, where) for name in ("start", "end"))
    for name, value in (("start", start), ("end", end)):
        if isinstance(value, bool) or not isinstance(value, int):
            raise LabelsError(f"{where}: {name!r} must be a whole number of characters, found {value!r}")
    if not 0 <= start < end:
        raise LabelsError(f"{where}: expected 0 <= start < end, found {start} and {end}")
    if text is not None and end > len(text.text):
        raise LabelsError(f"{where}: ends at {end}, outside the text, which has {len(text.text)} characters")
    if text is not None and isinstance(words, str) and text.text[start:end] != words:
        found = text.text[start:end]
        raise LabelsError(
            f"{where}: expected {words!r} at {start}–{end}, found {found!r}; offsets count code points from 0"
        )
    return start, end


def _found(words: str, nth: object, where: str, text: Text | None) -> tuple[int, int]:
    """Offsets of exact words."""
    if text is None:
        raise LabelsError(
            f"{where}: has words but no start and end; give the texts (--texts) so that they can be found"
        )
    places = list(occurrences(text.text, words)) if words else []
    if not places:
        raise LabelsError(
            f"{where}: {words!r} doesn't stand in {text.place or text.name}; copy it character by character"
        )
    if nth is None and len(places) > 1:
        raise LabelsError(f'{where}: {words!r} stands {len(places)} times; say which: "nth": 1 to {len(places)}')
    number = 1 if nth is None else nth
    if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= len(places):
        raise LabelsError(f"{where}: 'nth' must be from 1 to {len(places)}, found {nth!r}")
    return places[number - 1], places[number - 1] + len(words)


def occurrences(text: str, words: str) -> Iterator[int]:
    """Where words begin, from left to right; they may overlap."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
