"""Leftovers that a rare word or character gives away: tweets, hashtags, addresses, image names, copyright."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from newsgauge.detectors.residue import bare
from newsgauge.detectors.residue.credits import PHOTO, STRONG, agency, names_end, photo
from newsgauge.detectors.residue.endings import POINTERS
from newsgauge.detectors.residue.phrases import Leftover
from newsgauge.detectors.residue.reach import LONGEST, line_at, sentence_end, sentence_start, starts_line
from newsgauge.detectors.residue.slots import braces, bracketed, tag
from newsgauge.vocabulary import (
    BRACKET_CLOSE,
    BRACKET_OPEN,
    CAPITAL,
    CLASS,
    COLON,
    COMMA,
    DASH,
    DIGIT,
    DOUBLE,
    INNER_CAPITAL,
    JOINED,
    NEWLINE,
    SHOUT,
    STOP,
    hash_of,
)

if TYPE_CHECKING:
    from newsgauge.document import Document

_IMAGES: Final = frozenset("jpg jpeg png gif webp svg".split())
_HEX: Final = re.compile(r"[0-9a-f]{4,}|\d+", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def _handle(document: Document, at: int) -> Leftover | None:
    """“— Jane Doe (@janedoe) May 4, 2016”: the signature under an embedded post."""
    mark = document.mark
    n = len(mark)
    if not (at and mark[at - 1] & BRACKET_OPEN and at + 2 < n and mark[at + 2] & BRACKET_CLOSE):
        return None
    dash = next((i for i in range(at - 2, max(at - 14, -1), -1) if mark[i] & (DASH | NEWLINE)), -1)
    date = mark[at + 3] & CLASS["calendar"] if at + 3 < n else 0
    if dash < 0 or (not date and not mark[dash] & DASH):
        return None
    end = at + 3
    while (
        end < n
        and end - at < 10
        and (mark[end] & (CLASS["calendar"] | DIGIT) or mark[end] & COMMA)
        and not (mark[end] & NEWLINE)
    ):
        end += 1
    return Leftover(dash, end, "residue.embedded_tweet:signature", 0.9) if date else None


def _address(document: Document, at: int) -> Leftover | None:
    """A web address: its whole line where the line holds nothing else, a short link's alone otherwise."""
    mark, lower = document.mark, document.lower
    end = at + 1
    while end < len(mark) and mark[end] & JOINED and not mark[end] & (DOUBLE | BRACKET_CLOSE):
        end += 1
    if end - at < 3:
        return None
    line = line_at(document, at)
    first = line.first
    rest = [*lower[first:at], *lower[end : line.end]]
    words = [word for word in rest if word[0].isalnum()]
    if len(words) <= 3 and not any(word in ("is", "at", "to", "see", "or") for word in words):
        return Leftover(first, line.end, "residue.url_line:address", 0.8)
    before = lower[at - 2 : at]
    if before == ["source", ":"]:
        return Leftover(at - 2, end, "residue.url_line:address", 0.8)
    short = lower[at + 4 : at + 7] == ["t", ".", "co"]
    return Leftover(at, end, "residue.embedded_tweet:link", 0.7) if short else None


def _picture_link(document: Document, at: int) -> Leftover | None:
    """“pic.twitter.com/…”."""
    if document.lower[at + 1 : at + 3] != [".", "twitter"]:
        return None
    end = at + 1
    while end < len(document) and document.mark[end] & JOINED and not document.mark[end] & (DOUBLE | DASH):
        end += 1
    return Leftover(at, end, "residue.embedded_tweet:link", 0.9)


def _follow(document: Document, at: int) -> Leftover | None:
    """“Follow Jane Doe on Twitter”, “Follow @janedoe”."""
    if not document.mark[at] & CAPITAL or (
        at != sentence_start(document, at) and not document.mark[at - 1] & (STOP | COLON | DASH)
    ):
        return None
    end = at + 1
    while end < len(document) and end - at < 30 and not document.mark[end] & NEWLINE and not document.mark[end] & STOP:
        end += 1
    words = document.lower[at + 1 : end]
    if words[:1] != ["@"] and not ("on" in words and not _NETWORKS.isdisjoint(words)):
        return None
    return Leftover(at, max(end, sentence_end(document, at, 30)), "residue.site_prompt:follow", 0.9)


_NETWORKS: Final = frozenset("twitter facebook instagram youtube linkedin tiktok telegram @".split())
_BUTTONS: Final = frozenset(
    "facebook twitter google plus embed share email e-mail print linkedin reddit whatsapp pinterest tumblr "
    "copy link comment comments more".split()
)


def _buttons(document: Document, at: int) -> Leftover | None:
    """“Facebook Twitter Email Print”: the names of buttons in a row."""
    end = at
    while end < len(document) and document.lower[end] in _BUTTONS and document.mark[end] & CAPITAL:
        end += 1
    return Leftover(at, end, "residue.share_prompt:buttons", 0.9) if end - at >= 3 else None


def _wire_label(document: Document, at: int) -> Leftover | None:
    """“Newswise —”, “CLOSE”: a service's name or a button before the first word of a line."""
    mark, lower = document.mark, document.lower
    if not starts_line(document, at) or at + 2 >= len(mark) or mark[at + 1] & NEWLINE:
        return None
    if lower[at] == "newswise":
        end = at + 2 if mark[at + 1] & DASH else at + 1
        return Leftover(at, end, "residue.page_furniture:label", 0.7)
    button = mark[at] & SHOUT and mark[at + 1] & CAPITAL and not mark[at + 1] & SHOUT
    return Leftover(at, at + 1, "residue.page_furniture:label", 0.7) if button else None


def _hashtag(document: Document, at: int) -> Leftover | None:
    """Two hashtags or more in a row, or a line that ends in nothing else."""
    lower, mark = document.lower, document.mark
    n = len(lower)
    end = at
    tags = 0
    while end + 1 < n and lower[end] == "#" and mark[end + 1] & JOINED and lower[end + 1][0].isalpha():
        end += 2
        tags += 1
        while end < n and mark[end] & JOINED and lower[end] != "#" and not mark[end] & (STOP | COMMA | DOUBLE):
            end += 1
        if end + 1 < n and mark[end] & COMMA and lower[end + 1] == "#":
            end += 1
    return (
        Leftover(at, end, "residue.hashtags:run", 0.9)
        if tags >= 3 or (tags == 2 and starts_line(document, at))
        else None
    )


def _image_name(document: Document, at: int) -> Leftover | None:
    """“IMG_2041.jpg”, “4f0a11 22bb.png”: the name, and the stray numbers of its line."""
    mark, lower = document.mark, document.lower
    if at < 2 or lower[at - 1] != "." or not mark[at] & JOINED or not mark[at - 1] & JOINED:
        return None
    first = at - 2
    while first and (
        (mark[first] & JOINED and not mark[first] & NEWLINE)
        or (not mark[first] & NEWLINE and _HEX.fullmatch(lower[first - 1]) and _HEX.fullmatch(lower[first]))
    ):
        first -= 1
    line = line_at(document, at)
    only = all(_HEX.fullmatch(word) or not word[0].isalnum() for word in lower[line.first : first])
    first = line.first if only else first
    if any(word in ("/", "http", "https") for word in lower[first:at]) and not only:
        return None
    return Leftover(first, at + 1, "residue.image_name:file", 0.9)


def _copyright(document: Document, at: int) -> Leftover | None:
    """“Copyright 2024, …” or “© …” at the beginning of a line or sentence, up to its end."""
    lower, mark = document.lower, document.mark
    line = line_at(document, at)
    start = sentence_start(document, at)
    if lower[at] == "copyright":
        follows = [word for word in lower[at + 1 : at + 5] if _YEAR.fullmatch(word) or word in ("©", "by")]
        if not follows or not (at == start or lower[at - 1] in ("©", "(")) or not mark[at] & CAPITAL:
            return None
    elif (at > start + 4 and line.end - at > 12) or lower[max(start, at - 8) : at].count("(") or mark[at] & JOINED:
        return None
    first = start if at - start <= 4 else at
    end = line.end if line.end - at <= 25 else max(at + 1, sentence_end(document, at, 25))
    return Leftover(first, end, "residue.copyright:notice", 0.9)


def _breadcrumb(document: Document, at: int) -> Leftover | None:
    """“Home » World » Europe”: the path of the page, a line of capitalised words."""
    line = line_at(document, at)
    words = document.lower[line.first : line.end]
    if (
        line.end - line.first <= 25
        and at > line.first
        and (words[0] == "home" or (words.count(document.lower[at]) > 1 and "«" not in words))
    ):
        return Leftover(line.first, line.end, "residue.page_furniture:breadcrumb", 0.8)
    if (
        at > line.first
        and document.lower[at - 1] == "home"
        and document.mark[at - 1] & CAPITAL
        and not document.mark[at] & JOINED
    ):
        return Leftover(at - 1, names_end(document, at + 1), "residue.page_furniture:breadcrumb", 0.8)
    return None


def _unfolded(document: Document, at: int) -> Leftover | None:
    """“Quill Ada May QuillTown votes again MORE”: a name's pop-up with headlines, unfolded into the sentence."""
    mark, lower = document.mark, document.lower
    if not mark[at] & SHOUT or mark[at] & NEWLINE:
        return None
    for glued in range(at - 1, max(at - LONGEST, 0), -1):
        if mark[glued + 1] & NEWLINE:
            return None
        if mark[glued] & INNER_CAPITAL:
            near = range(glued - 1, max(glued - 7, -1), -1)
            named = next((i for i in near if len(lower[i]) > 2 and lower[glued].startswith(lower[i])), glued - 1)
            return Leftover(named + 1, at + 1, "residue.related_headline:unfolded", 0.8)
    return None


_Handler = Callable[["Document", int], "Leftover | None"]
_HANDLERS: Final[Mapping[str, _Handler]] = {
    **dict.fromkeys(PHOTO, photo),
    **dict.fromkeys(STRONG, agency),
    **dict.fromkeys(_IMAGES, _image_name),
    **dict.fromkeys(("http", "https", "www"), _address),
    **dict.fromkeys(("copyright", "©"), _copyright),
    **dict.fromkeys(("»", "›"), _breadcrumb),
    "@": _handle,
    "pic": _picture_link,
    "#": _hashtag,
    "follow": _follow,
    "facebook": _buttons,
    "newswise": _wire_label,
    "more": _unfolded,
    "close": _wire_label,
    "[": bracketed,
    "{": braces,
    "<": tag,
    "(": bare.credit,
}
_BITS: Final = 14
_SHIFT: Final = np.uint32(32 - _BITS)


@lru_cache(maxsize=1)
def _bitmap() -> NDArray[np.bool_]:
    bitmap = np.zeros(1 << _BITS, np.bool_)
    for word in (*_HANDLERS, *POINTERS):
        bitmap[hash_of(word) >> 32 - _BITS] = True
    return bitmap


def telling(document: Document) -> list[int]:
    """Tokens that may give a leftover away, and a few others: for `find` and `endings.pointers`."""
    found: list[int] = _bitmap().take(document.hashes >> _SHIFT).nonzero()[0].tolist()
    return found


def find(document: Document, telling: list[int]) -> list[Leftover]:
    """Leftovers in order, each looked for only where its tell-tale token stands."""
    found: list[Leftover] = []
    reached = 0
    lower = document.lower
    for at in telling:
        handler = _HANDLERS.get(lower[at]) if at >= reached else None
        leftover = handler(document, at) if handler else None
        if leftover:
            found.append(leftover)
            reached = leftover.end
    return found
