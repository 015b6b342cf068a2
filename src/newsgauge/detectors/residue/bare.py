"""Leftovers without words of their own: rules of marks, a title given twice, a credit in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.detectors.residue.phrases import Leftover
from newsgauge.vocabulary import BRACKET_CLOSE, CAPITAL, NEWLINE, STOP, WORD

if TYPE_CHECKING:
    from newsgauge.document import Document

_MARKS: Final = frozenset("-–—_=*#~•·")
_LEAST: Final = 3  # marks of a rule: a lone dash opens an item of a list
_TITLE: Final = 5  # words from which a title that is said again is no coincidence
_NEAR: Final = 24  # tokens of the body in which a doubled title stands
_CREDIT: Final = 16  # tokens of the longest credit in brackets
_JOINERS: Final = frozenset("via for the of and de van von la el al pool file".split())


def rules(document: Document) -> list[Leftover]:
    """Lines of three marks or more and no word: “-----”, “###”, “* * *”."""
    lower = document.lower
    marked = [line for line in document.lines if lower[line.first][0] in _MARKS]
    if len(document.lines) < 2:
        return []
    return [
        Leftover(*line, "residue.page_furniture:marks", 0.7)
        for line in marked
        if len(marks := "".join(lower[line.first : line.end])) >= _LEAST and _MARKS.issuperset(marks)
    ]


def doubled_title(document: Document) -> list[Leftover]:
    """The title, said again at the beginning of the body, where the text runs on behind it."""
    if len(document.lines) < 2:
        return []
    first, end = document.lines[0]
    size = end - first
    if not _TITLE <= size <= 2 * _NEAR or document.lower[first] not in document.lower[end : end + _NEAR]:
        return []
    title = [word for word in document.lower[first:end] if word[0].isalnum()]
    places = [at for at in range(end, min(len(document), end + size + _NEAR)) if document.lower[at][0].isalnum()]
    words = [document.lower[at] for at in places]
    for k in range(min(len(words) - len(title), _NEAR) if len(title) >= _TITLE else 0):
        if words[k : k + len(title)] == title:
            last = places[k + len(title) - 1] + 1
            runs_on = last < len(document) and not document.mark[last] & NEWLINE
            return [Leftover(places[k], last, "residue.repeated_line:title", 0.7)] if runs_on else []
    return []


def credit(document: Document, at: int) -> Leftover | None:
    """“(Jane Doe/The Velden Post via AP)”: names in brackets around a slash, capitals throughout."""
    lower, mark = document.lower, document.mark
    end = next((k for k in range(at + 2, min(len(mark), at + _CREDIT)) if mark[k] & BRACKET_CLOSE), 0)
    if not end or "/" not in lower[at + 1 : end]:
        return None
    inner = range(at + 1, end)
    names = [k for k in inner if mark[k] & WORD]
    named = all(mark[k] & CAPITAL or lower[k] in _JOINERS for k in names)
    long = sum(len(lower[k]) > 2 for k in names) >= 3
    if not named or not long or any(mark[k] & STOP and len(lower[k - 1]) > 2 for k in inner):
        return None
    return Leftover(at, end + 1, "residue.caption:credit", 0.8)
