"""Credits of pictures and agencies, and the captions that end in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.detectors.residue.phrases import Leftover
from newsgauge.detectors.residue.reach import line_at, starts_line
from newsgauge.vocabulary import (
    BRACKET_CLOSE,
    BRACKET_OPEN,
    CAPITAL,
    CLASS,
    COLON,
    COMMA,
    DASH,
    DOUBLE,
    NEWLINE,
    SHOUT,
    STOP,
    WORD,
)

if TYPE_CHECKING:
    from newsgauge.document import Document

_AGENCIES: Final = frozenset(
    "reuters getty ap afp epa efe epa-efe shutterstock istock alamy upi rex xinhua bloomberg sputnik tass ria "
    "zuma zumapress corbis instagram youtube pixabay unsplash flickr wikimedia anadolu pa rtr usat nurphoto "
    "wenn splash backgrid handout file pool staff".split()
)
STRONG: Final = frozenset(
    "reuters getty ap afp epa shutterstock istock alamy upi xinhua bloomberg anadolu zuma zumapress corbis "
    "epa-efe rex".split()
)
PHOTO: Final = frozenset(
    "photo photos photograph photographs image images picture pictures screenshot screengrab screencap "
    "illustration credit credits courtesy photographer video graphic infographics graphics".split()
)
_POLLS: Final = frozenset(
    "poll polls polling survey surveys tracking tracker university dataset data analysis story report".split()
)
_CREDIT: Final = "residue.caption:credit"
_CAPTION_LINE: Final = 70  # tokens of the longest line that is a caption because it ends in a credit


def agency(document: Document, at: int) -> Leftover | None:
    """“REUTERS/Jane Doe”, “Jane Doe / Getty Images”, “via Getty Images”: a name, a slash or “via”, and an agency."""
    lower, mark = document.lower, document.mark
    n = len(lower)
    before = lower[at - 1] if at and not mark[at] & NEWLINE else ""
    after = lower[at + 1] if at + 1 < n and not mark[at + 1] & NEWLINE else ""
    images = after == "images" and lower[at] in ("getty", "ap", "rex")
    if not (before in ("/", "via") or after == "/" or images or (after == "photo" and lower[at] == "ap")):
        return None
    first, end = _credit_start(document, at), _credit_end(document, at + 1)
    if (end < n and lower[end] in _POLLS and not mark[end] & NEWLINE) or any(
        word in _POLLS for word in lower[first:end]
    ):
        return None
    if (
        first
        and not mark[first] & NEWLINE
        and not mark[first - 1] & (STOP | BRACKET_OPEN | BRACKET_CLOSE | DOUBLE | DASH | COLON)
    ):
        if mark[first - 1] & COMMA or not mark[first - 1] & WORD or (not images and "/" not in lower[first:end]):
            return None
        if mark[first - 1] & CLASS["function"] and lower[first - 1] not in ("by", "via"):
            return None
    return _widened(document, first, end, _CREDIT)


def _credit_start(document: Document, at: int) -> int:
    """Leftwards over names, slashes and initials."""
    mark, lower = document.mark, document.lower
    first = at
    while first and at - first < 12 and not mark[first] & NEWLINE:
        before = mark[first - 1]
        name = before & CAPITAL and not (before & CLASS["function"] and not before & SHOUT)
        initial = lower[first - 1] == "." and first > 1 and len(lower[first - 2]) <= 2 and mark[first - 2] & CAPITAL
        if not (
            name
            or initial
            or lower[first - 1] in ("/", "via", "©", "|", "for", "-", ":")
            or lower[first - 1] in PHOTO
            or (lower[first - 1] == "by" and first > 1 and lower[first - 2] in PHOTO)
        ):
            break
        first -= 1
    while first < at and not mark[first] & WORD and lower[first] != "©":
        first += 1
    return first


def _credit_end(document: Document, at: int) -> int:
    """Rightwards over slashes and names, as long as a slash or “via” joins them."""
    mark, lower = document.mark, document.lower
    end = at
    n = len(mark)
    while end < n and end - at < 14 and not mark[end] & NEWLINE:
        if (
            lower[end] in ("images", "image", "photo", "via", "/", "pool", "file", "handout")
            or (mark[end] & CAPITAL and (lower[end - 1] in ("/", "via") or _in_name(document, at, end)))
            or (
                lower[end] in (".", "-")
                and end + 1 < n
                and mark[end + 1] & CAPITAL
                and not mark[end + 1] & NEWLINE
                and len(lower[end - 1]) == 1
            )
        ):
            end += 1
        else:
            break
    return end


def _in_name(document: Document, first: int, end: int) -> bool:
    """A second or third word of a photographer's name after a slash."""
    words = document.lower[max(first, end - 3) : end]
    return "/" in words and not document.mark[end] & CLASS["function"]


def _widened(document: Document, first: int, end: int, rule: str) -> Leftover:
    """A credit in brackets takes its brackets; a line that ends in a credit is a caption as a whole."""
    mark = document.mark
    opened = next(
        (
            at
            for at in range(first - 1, max(first - 16, -1), -1)
            if mark[at] & (BRACKET_OPEN | BRACKET_CLOSE | NEWLINE | STOP)
        ),
        -1,
    )
    if opened >= 0 and mark[opened] & BRACKET_OPEN:
        closing = next((at for at in range(end, min(len(mark), end + 12)) if mark[at] & (BRACKET_CLOSE | NEWLINE)), -1)
        if closing >= 0 and mark[closing] & BRACKET_CLOSE and not mark[closing] & NEWLINE:
            first, end = opened, closing + 1
    line = line_at(document, first)
    tail = document.lower[end : line.end]
    if (
        first == line.first
        and line.end - line.first <= 45
        and end < line.end
        and rule == _CREDIT
        and "/" in document.lower[first:end]
    ):
        return Leftover(line.first, line.end, rule, 0.8)
    if line.end - line.first <= _CAPTION_LINE and all(word in ("more", "getty", ".", "images", ")") for word in tail):
        first, end = line.first, line.end
    return Leftover(first, end, rule, 0.8)


def photo(document: Document, at: int) -> Leftover | None:
    """“(Photo: …)”, “Photo by Jane Doe”, “Image credit: …”, “Photo courtesy of …”."""
    lower, mark = document.lower, document.mark
    bracket = next((i for i in range(at - 1, max(at - 4, -1), -1) if mark[i] & BRACKET_OPEN), -1)
    n = len(lower)
    after = lower[at + 1] if at + 1 < n and not mark[at + 1] & NEWLINE else ""
    if bracket >= 0 and (after in (":", "/", "by", "credit", "courtesy", "via", "-", ")") or mark[at - 1] & SHOUT):
        closing = next((i for i in range(at + 1, min(n, at + 30)) if mark[i] & BRACKET_CLOSE), -1)
        if closing > 0 and (closing > at + 1 or lower[at] in ("photo", "photos", "screenshot", "video", "image")):
            if closing > at + 1:
                return _widened(document, bracket, closing + 1, _CREDIT)
            return (
                Leftover(bracket, closing + 1, "residue.placeholder:slot", 0.6) if line_at(document, at).first else None
            )
    if not mark[at] & CAPITAL:
        return None
    fresh = (
        starts_line(document, at) or bool(mark[at - 1] & (STOP | BRACKET_CLOSE | DOUBLE)) or lower[at - 1] == "featured"
    )
    credit = (
        after in ("credit", "credits", "courtesy", "via")
        or (after == "by" and at + 2 < n and bool(mark[at + 2] & CAPITAL))
        or (after == ":" and at + 2 < n and bool(mark[at + 2] & CAPITAL))
    )
    if (
        not credit
        or (after in (":",) and lower[at] in ("video", "graphic", "picture", "pictures", "image", "images", "photos"))
        or not (fresh or after == "by")
    ):
        return None
    first = (
        at - 1
        if at
        and lower[at - 1] in ("featured", "ap", "file", "staff", "image", "photo", "courtesy")
        and not mark[at] & NEWLINE
        else at
    )
    line = line_at(document, at)
    if line.end - line.first <= 30 and first == line.first:
        return Leftover(line.first, line.end, _CREDIT, 0.8)
    end = names_end(document, at + 2)
    return _widened(document, first, end, _CREDIT) if end > at + 2 else None


def names_end(document: Document, at: int) -> int:
    """Rightwards over capitalised words and the small words between them."""
    mark, lower = document.mark, document.lower
    end = at
    while end < len(mark) and end - at < 12 and not mark[end] & NEWLINE:
        name = mark[end] & CAPITAL and not (mark[end] & CLASS["function"] and end > at + 1)
        if not (name or lower[end] in ("of", "/", "via", "by", ":", "for", "and", "&", "@", "-")):
            break
        end += 1
    while end > at and not mark[end - 1] & WORD:
        end -= 1
    return end
