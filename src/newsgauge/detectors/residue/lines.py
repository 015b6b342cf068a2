"""Leftovers that a line's shape gives away: one-word labels, repeated titles, headlines of other stories."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

import numpy as np

from newsgauge.article import Range
from newsgauge.detectors.residue.phrases import Leftover
from newsgauge.vocabulary import (
    CAPITAL,
    CLASS,
    CLOSING,
    COLON,
    COMMA,
    DIGIT,
    DOUBLE,
    JOINED,
    LETTERS,
    SHOUT,
    SINGLE,
    STOP,
)

if TYPE_CHECKING:
    from newsgauge.document import Document

LABELS: Final = frozenset(
    "advertisement advertising advert ad ads sponsored promoted share shares tweet tweets retweet email "
    "e-mail print pin save bookmark reply comments comment related trending recommended subscribe "
    "subscription login signin register home menu search close loading more next previous prev facebook "
    "twitter linkedin reddit whatsapp pinterest tumblr telegram youtube instagram caption captions credits "
    "topics tags tag photos videos gallery slideshow newsletter newsletters newswise embed copy embargoed "
    "sitemap obituaries classifieds jobs cars homes accept advertise donate logout popular headlines expand "
    "collapse enlarge zoom play pause mute replay fullscreen".split()
)
_TERMINAL: Final = frozenset(
    (
        "residue.comment_prompt",
        "residue.copyright",
        "residue.url_line",
        "residue.share_prompt",
        "residue.see_also",
        "residue.hashtags",
    )
)
_LABEL_RULE: Final = "residue.page_furniture:label"
_COUNTED: Final = frozenset(["image", "photo", "slide", "picture"])  # “Image 2 of 5”
_SHARING: Final = frozenset(
    "share shares tweet tweets email e-mail print pin facebook twitter linkedin reddit whatsapp pinterest "
    "tumblr telegram".split()
)
_COMMENTING: Final = frozenset(["comment", "comments", "reply"])
_SECTIONS: Final = 3
_BODY_LINE: Final = 25  # tokens; a paragraph of an article is seldom shorter
_HEADLINE: Final = Range(6, 26)  # tokens of a headline that stands as a line of its own
_ENDS: Final = STOP | DOUBLE | CLOSING | COLON | COMMA
_DOTS: Final = [".", ".", "."]


def labels(document: Document) -> list[Leftover]:
    """Lines of one or two words of a page's furniture, such as “Advertisement” or “Share”."""
    lower = document.lower
    found: list[Leftover] = []
    for first, end in document.lines:
        if end - first > 5 or (lower[first] not in LABELS and lower[first] not in _COUNTED):
            continue
        if lower[first] in _COUNTED:
            if end - first > 3 and "of" in lower[first:end] and lower[end - 1].isdigit():
                found.append(Leftover(first, end, _LABEL_RULE, 0.8))
            continue
        words = [word for word in lower[first:end] if word[0].isalnum() and not word.isdigit()]
        if words and all(word in LABELS for word in words) and (first or len(document) < 5):
            found.append(Leftover(first, end, _label_rule(words), 0.8))
    return found


def _label_rule(words: list[str]) -> str:
    if all(word in _SHARING for word in words):
        return "residue.share_prompt:label"
    return "residue.comment_prompt:label" if words[0] in _COMMENTING else _LABEL_RULE


def repeated(document: Document) -> list[Leftover]:
    """A line that says again what an earlier one said; a cut title above its full form."""
    lines, lower = document.lines, document.lower
    found = [
        Leftover(*lines[number], "residue.repeated_line:cut-title", 0.7)
        for number in range(min(2, len(lines) - 1))
        if _cut_title(document, lines[number], lines[number + 1 : number + 3])
    ]
    sums = np.add.reduceat(document.hashes, [first for first, _ in lines], dtype=np.uint64).tolist()
    if len(set(sums)) == len(sums):
        return found
    seen: set[tuple[str, ...]] = set()
    for first, end in lines:
        words = tuple([word for word in lower[first:end] if word[0].isalnum()]) if end - first <= 60 else ()
        if len(words) >= 3 and words in seen:
            found.append(Leftover(first, end, "residue.repeated_line:same", 0.7))
        seen.add(words)
    return found


def _cut_title(document: Document, line: Range, below: list[Range]) -> bool:
    """The line ends in dots and the words before them begin a line below, perhaps after a label that was glued on."""
    last = document.lower[line.end - 1]
    if last != "…" and (last != "." or document.lower[max(line.first, line.end - 3) : line.end] != _DOTS):
        return False
    words = tuple([word for word in document.lower[line.first : line.end] if word[0].isalnum()])
    if not 5 <= len(words) <= 60:
        return False
    closing = words[-4:]
    for first, end in below:
        following = [word for word in document.lower[first:end] if word[0].isalnum()]
        if any(tuple(following[at : at + 4]) == closing for at in range(len(following) - 3)):
            return True
    return False


def shouted(document: Document) -> list[Leftover]:
    """Headlines of other stories, set in capitals between paragraphs."""
    lines, mark, lower = document.lines, document.mark, document.lower
    found: list[Leftover] = []
    for number in range(2, len(lines)):
        first, end = lines[number]
        if not mark[first] & (SHOUT | DIGIT) or not 4 <= end - first <= 24 or not _is_body(document, lines[number - 1]):
            continue
        words = [one for one in mark[first:end] if one & LETTERS]
        loud = sum(1 for one in words if one & SHOUT) > 0.7 * len(words) and 4 <= len(words) <= 16
        below = number + 1 == len(lines) or _is_body(document, lines[number + 1])
        if (
            loud
            and below
            and not mark[end - 1] & (COLON | DOUBLE)
            and lower[first] not in ("what", "how", "why", "who", "when")
        ):
            found.append(Leftover(first, end, "residue.related_headline:capitals", 0.6))
    return found


def _is_body(document: Document, line: Range) -> bool:
    return line.end - line.first >= 15 and bool(document.mark[line.end - 1] & (STOP | DOUBLE | CLOSING))


def labelled(document: Document) -> list[Leftover]:
    """“Budget:Town votes for a bridge”: a link to another story, its label glued to its title."""
    mark = document.mark
    found: list[Leftover] = []
    for number in range(1, len(document.lines)):
        first, end = document.lines[number]
        if not 6 <= end - first <= 24 or mark[end - 1] & STOP:
            continue
        at = next((at for at in range(first + 1, min(first + 5, end - 4)) if mark[at] & COLON), 0)
        glued = at and mark[at] & JOINED and mark[at + 1] & JOINED and mark[at + 1] & (CAPITAL | DIGIT)
        if glued and mark[first] & CAPITAL and all(one & LETTERS for one in mark[first:at]):
            found.append(Leftover(first, end, "residue.related_headline:labelled", 0.7))
    return found


def after_the_end(document: Document, found: list[Leftover]) -> list[Leftover]:
    """Short lines that follow a prompt, a source line or a copyright notice once the article is over."""
    if not any(leftover.rule.partition(":")[0] in _TERMINAL for leftover in found):
        return []
    lines = document.lines
    firsts = [line.first for line in lines]
    taken = {bisect_right(firsts, leftover.first) - 1: leftover for leftover in found}
    ends = sorted(n for n, leftover in taken.items() if leftover.rule.partition(":")[0] in _TERMINAL)
    last = next((n for n in range(len(lines) - 1, -1, -1) if n not in taken and _long(document, lines[n])), -1)
    over = next((n for n in ends if n > last), len(lines))
    if over < 3 or over < 0.4 * len(lines):
        return []
    return [
        Leftover(*lines[n], "residue.related_headline:after-the-end", 0.5)
        for n in range(over + 1, len(lines))
        if n not in taken
        and lines[n].end - lines[n].first >= 4
        and document.lower[lines[n].first] not in ("|", "-", "•", "*")
    ]


def _long(document: Document, line: Range) -> bool:
    """As long as a paragraph, so that the article isn't over yet."""
    return line.end - line.first > 40 or (line.end - line.first >= _BODY_LINE + 5 and _is_body(document, line))


def blocks(document: Document) -> list[Leftover]:
    """Two or more headlines in a row after the last paragraph."""
    lines = document.lines
    last = len(lines)
    while last and _headline(document, lines[last - 1]):
        last -= 1
    if len(lines) - last < 2 or last < 4 or not _is_body(document, lines[last - 1]):
        return []
    return [Leftover(*line, "residue.related_headline:block", 0.6) for line in lines[last:]]


def _headline(document: Document, line: Range) -> bool:
    first, end = line
    if not _HEADLINE.first <= end - first <= _HEADLINE.end or not document.mark[first] & (
        CAPITAL | DIGIT | DOUBLE | SINGLE
    ):
        return False
    return not document.mark[end - 1] & _ENDS or document.lower[end - 1] in ("?", "!")


def lone(document: Document) -> list[Leftover]:
    """A headline of another story between two paragraphs: long, every word a capital, or a quotation and a colon.

    Texts with more headings than `_SECTIONS` are built of sections; their headings are the article's own.
    """
    lines = document.lines
    inner = [
        line
        for above, line, below in zip(lines[1:], lines[2:], lines[3:], strict=False)
        if line.end - line.first <= _HEADLINE.end and not document.mark[line.end - 1] & _ENDS
        if _is_body(document, above) and _is_body(document, below)
    ]
    if len(inner) > _SECTIONS:
        return []
    return [
        Leftover(*line, "residue.related_headline:lone", 0.5)
        for line in inner
        if line.end - line.first >= 8
        and _headline(document, line)
        and (_titled(document, line) or _quoted_label(document, line))
    ]


def _titled(document: Document, line: Range) -> bool:
    """Title case throughout, with too many words for a heading of a section."""
    words = [(document.mark[at], document.lower[at]) for at in range(*line) if document.mark[at] & LETTERS]
    long = [mark for mark, word in words if len(word) > 3]
    return (
        len(words) >= 8
        and len(long) >= 5
        and not any(mark & CLASS["address"] for mark, _ in words)
        and sum(1 for mark in long if mark & CAPITAL) >= 0.9 * len(long)
    )


def _quoted_label(document: Document, line: Range) -> bool:
    """“‘Like a flood’: farmers count the losses”."""
    mark = document.mark
    if not mark[line.first] & (DOUBLE | SINGLE):
        return False
    at = next((at for at in range(line.first + 2, line.end - 3) if mark[at] & COLON), 0)
    return bool(at and mark[at - 1] & (DOUBLE | SINGLE))


def footnotes(document: Document) -> list[Leftover]:
    """A reference number glued to the stop before it, with a new sentence behind it."""
    glued = np.uint64(DIGIT | JOINED)
    mark, lower = document.mark, document.lower
    return [
        Leftover(at, at + 1, "residue.footnote_digit:glued", 0.6)
        for at in ((document.marks & glued) == glued).nonzero()[0].tolist()
        if 1 < at < len(mark) - 1
        and mark[at - 1] & STOP
        and mark[at - 1] & JOINED
        and mark[at + 1] & CAPITAL
        and not mark[at + 1] & JOINED
        and len(lower[at]) <= 2
        and lower[at].isdigit()
        and _plain(document, at - 2)
    ]


def _plain(document: Document, at: int) -> bool:
    """A lower-case word of four letters or more that is no abbreviation."""
    word, mark = document.lower[at], document.mark[at]
    return bool(mark & LETTERS) and not mark & (CAPITAL | CLASS["abbreviation"]) and len(word) >= 4
