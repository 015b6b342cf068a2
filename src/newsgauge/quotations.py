"""Quotations: straight, curly, single and nested marks; quotations that run over paragraphs; marks left open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsgauge.vocabulary import (
    BRACKET_OPEN,
    CAPITAL,
    CLASS,
    CLOSING,
    COLON,
    COMMA,
    DASH,
    DIGIT,
    DOUBLE,
    JOINED,
    LETTERS,
    NEWLINE,
    OPENING,
    SINGLE,
    STOP,
    WORD,
)

if TYPE_CHECKING:
    from newsgauge.document import Document

MAX_DEPTH: Final = 3  # marks nested deeper are noise: 10,000 of them must not cost more than 10,000 tokens
OPEN_LIMIT: Final = 120  # tokens an unclosed quotation may cover before only its sentence is believed
_TURNED: Final = "„»”"  # marks that open where English would close
_ELISIONS: Final = frozenset("em til tis twas cause n bout round cuz".split())


class Quotation(NamedTuple):
    """Words between quotation marks.

    Attributes
    ----------
    first, end : int
        Tokens inside the marks; the marks stand at first - 1 and, where closed, at end.
    depth : int
        0 for an outermost quotation.
    closed : bool
        A closing mark was found.
    continued : bool
        It goes on in the next paragraph, which opens with a mark again.
    double : bool
        Double marks, not single ones.
    """

    first: int
    end: int
    depth: int
    closed: bool
    continued: bool
    double: bool


def find(document: Document) -> list[Quotation]:
    """All quotations of the unmasked text, in order of their beginning. Time is linear in the number of tokens."""
    places = document.where(DOUBLE | SINGLE)
    if not places:
        return []
    found: list[Quotation] = []
    paragraphs = document.paragraphs
    number = 0
    opened: list[int] = []
    for index, at in enumerate(places):
        while at >= paragraphs[number].end:
            _end_paragraph(document, opened, paragraphs[number].end, found)
            opened.clear()
            number += 1
        action = _action(document, places, index, opened, paragraphs[number].end)
        if action == "close":
            _close(document, opened, at, found)
        elif action == "restart":
            _leave_open(document, opened[0] + 1, at, found)
            opened[:] = [at]
        elif action == "open" and len(opened) < MAX_DEPTH:
            opened.append(at)
    _end_paragraph(document, opened, paragraphs[number].end, found)
    found.sort()
    return found


def _action(document: Document, places: list[int], index: int, opened: list[int], end: int) -> str:
    """What the mark does: open, close, restart (the one before was never closed) or nothing."""
    at = places[index]
    mark = document.mark[at]
    if mark & DOUBLE:
        return _double(document, places, index, opened)
    if mark & OPENING:
        return "open" if _before_word(document, at, end) else ""
    if _top(document, opened, SINGLE) is not None:
        return "close" if _closes_single(document, places, index, end) else ""
    if document.text[document.starts[at]] == "’":
        return ""
    return "open" if _opens_straight(document, at, end) and not _elision(document, at) else ""


def _double(document: Document, places: list[int], index: int, opened: list[int]) -> str:
    at = places[index]
    mark = document.mark[at]
    is_open = _top(document, opened, DOUBLE) is not None
    joined_left = at > 0 and bool(mark & JOINED)
    joined_right = _before_word(document, at, len(document))
    if mark & OPENING:
        if is_open and _opener(document, opened) in _TURNED and joined_left:
            return "close"  # „…“ and »…«, as in German
        if is_open and _closed_twice(document, places, index):
            return "open"
        return "restart" if is_open and document.mark[opened[0]] & DOUBLE else "open"
    if mark & CLOSING:
        return "close" if is_open else "open" if joined_right and not joined_left else ""  # ”…” and »…«
    left = document.mark[at - 1] if at else 0
    if joined_left and left & DIGIT and _inches(document, places, index, is_open):
        return ""
    if is_open:
        plainly_opens = not joined_left and joined_right and not left & (STOP | COMMA)
        return "restart" if plainly_opens and document.mark[opened[0]] & DOUBLE else "close"
    # Joined to the word before and apart from the next: inches, or the end of something that never began.
    ends_word = joined_left and not joined_right and not left & (BRACKET_OPEN | DASH | COLON)
    return "" if ends_word else "open"


def _opener(document: Document, opened: list[int]) -> str:
    return document.text[document.starts[opened[-1]]]


def _closed_twice(document: Document, places: list[int], index: int) -> bool:
    """Whether the next two double marks both close: then this one opens a quotation within a quotation."""
    doubles = [document.mark[at] for at in places[index + 1 : index + 6] if document.mark[at] & DOUBLE][:2]
    return len(doubles) == 2 and all(mark & CLOSING for mark in doubles)


def _inches(document: Document, places: list[int], index: int, is_open: bool) -> bool:
    """Whether a mark behind a figure measures: nothing is open, or the sentence goes on and a better mark follows."""
    if not is_open:
        return True
    at = places[index]
    after = document.mark[at + 1] if at + 1 < len(document) else 0
    goes_on = bool(after & LETTERS) and not after & (
        CAPITAL | JOINED | NEWLINE | CLASS["cue"] | CLASS["person_pronoun"]
    )
    ahead = next((later for later in places[index + 1 : index + 4] if document.mark[later] & DOUBLE), 0)
    return goes_on and bool(ahead) and ahead - at < 40 and bool(document.mark[ahead] & JOINED)


def _before_word(document: Document, at: int, end: int) -> bool:
    return at + 1 < end and bool(document.mark[at + 1] & JOINED)


def _opens_straight(document: Document, at: int, end: int) -> bool:
    if not _before_word(document, at, end):
        return False
    left = document.mark[at - 1] if at else 0
    return not document.mark[at] & JOINED or at == 0 or bool(left & (BRACKET_OPEN | DASH | DOUBLE))


def _elision(document: Document, at: int) -> bool:
    """'em, 'til, '90s: an apostrophe, not a mark."""
    follows = document.lower[at + 1]
    return follows in _ELISIONS or bool(document.mark[at + 1] & DIGIT and follows.endswith("s"))


def _closes_single(document: Document, places: list[int], index: int, end: int) -> bool:
    """Whether a free apostrophe closes: not where it makes a plural possessive and a better mark follows."""
    at = places[index]
    if not document.mark[at] & JOINED:
        return False
    if at + 1 >= end:
        return True
    previous, follows = document.mark[at - 1], document.mark[at + 1]
    if follows & JOINED and follows & WORD:
        return False
    if previous & WORD and document.lower[at - 1].endswith("s") and follows & LETTERS and not follows & CAPITAL:
        return not any(
            document.mark[later] & SINGLE and not document.mark[later] & OPENING and document.mark[later] & JOINED
            for later in places[index + 1 : index + 3]
            if later < end and later - at < 40
        )
    return True


def _top(document: Document, opened: list[int], kind: int) -> int | None:
    """Depth of the innermost open mark of the kind."""
    for depth in range(len(opened) - 1, -1, -1):
        if document.mark[opened[depth]] & kind:
            return depth
    return None


def _close(document: Document, opened: list[int], at: int, found: list[Quotation]) -> None:
    kind = DOUBLE if document.mark[at] & DOUBLE else SINGLE
    depth = _top(document, opened, kind)
    if depth is None:
        return
    first = opened[depth] + 1
    if at > first:
        found.append(tuple.__new__(Quotation, (first, at, depth, True, False, kind == DOUBLE)))
    del opened[depth:]


def _end_paragraph(document: Document, opened: list[int], end: int, found: list[Quotation]) -> None:
    """What is still open ends here; it is continued where the next paragraph opens with a double mark."""
    if not opened or not document.mark[opened[0]] & DOUBLE:
        return  # a single mark that never closes was an apostrophe
    first = opened[0] + 1
    if end < len(document) and document.mark[end] & DOUBLE and end > first:
        found.append(Quotation(first, end, 0, False, True, True))
    else:
        _leave_open(document, first, end, found)


def _leave_open(document: Document, first: int, end: int, found: list[Quotation]) -> None:
    """An unclosed quotation: believed to the end of a short paragraph, else to the end of its sentence."""
    if end - first > OPEN_LIMIT or (end < len(document) and not document.mark[end] & NEWLINE):
        end = next((at for at in range(first, end) if document.mark[at] & STOP), end)
    if end > first:
        found.append(Quotation(first, end, 0, False, False, True))
