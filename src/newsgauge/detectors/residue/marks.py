"""Leftovers that a rare word or character gives away: credits, tweets, hashtags, addresses, image names, copyright."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from newsgauge.detectors.residue.phrases import Leftover
from newsgauge.detectors.residue.reach import LONGEST, line_at, sentence_end, sentence_start, starts_line
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
    WORD,
)

if TYPE_CHECKING:
    from newsgauge.document import Document

_AGENCIES: Final = frozenset(
    [
        "reuters",
        "getty",
        "ap",
        "afp",
        "epa",
        "efe",
        "epa-efe",
        "shutterstock",
        "istock",
        "alamy",
        "upi",
        "rex",
        "xinhua",
        "bloomberg",
        "sputnik",
        "tass",
        "ria",
        "zuma",
        "zumapress",
        "corbis",
        "instagram",
        "youtube",
        "pixabay",
        "unsplash",
        "flickr",
        "wikimedia",
        "anadolu",
        "pa",
        "rtr",
        "usat",
        "nurphoto",
        "wenn",
        "splash",
        "backgrid",
        "handout",
        "file",
        "pool",
        "staff",
    ]
)
_STRONG: Final = frozenset(
    [
        "reuters",
        "getty",
        "ap",
        "afp",
        "epa",
        "shutterstock",
        "istock",
        "alamy",
        "upi",
        "xinhua",
        "bloomberg",
        "anadolu",
        "zuma",
        "zumapress",
        "corbis",
        "epa-efe",
        "rex",
    ]
)
_PHOTO: Final = frozenset(
    [
        "photo",
        "photos",
        "photograph",
        "photographs",
        "image",
        "images",
        "picture",
        "pictures",
        "screenshot",
        "screengrab",
        "screencap",
        "illustration",
        "credit",
        "credits",
        "courtesy",
        "photographer",
        "video",
        "graphic",
        "infographics",
        "graphics",
    ]
)
_POLLS: Final = frozenset(
    [
        "poll",
        "polls",
        "polling",
        "survey",
        "surveys",
        "tracking",
        "tracker",
        "university",
        "dataset",
        "data",
        "analysis",
        "story",
        "report",
    ]
)
_IMAGES: Final = frozenset(["jpg", "jpeg", "png", "gif", "webp", "svg"])
_CREDIT: Final = "residue.caption:credit"
_CAPTION_LINE: Final = 70  # tokens of the longest line that is a caption because it ends in a credit
_HEX: Final = re.compile(r"[0-9a-f]{4,}|\d+", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


# -- credits ---------------------------------------------------------------------------------------------------------


def _agency(document: Document, at: int) -> Leftover | None:
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
            or lower[first - 1] in _PHOTO
            or (lower[first - 1] == "by" and first > 1 and lower[first - 2] in _PHOTO)
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


def _photo(document: Document, at: int) -> Leftover | None:
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
    end = _names_end(document, at + 2)
    return _widened(document, first, end, _CREDIT) if end > at + 2 else None


def _names_end(document: Document, at: int) -> int:
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


# -- social media ----------------------------------------------------------------------------------------------------


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


_NETWORKS: Final = frozenset(["twitter", "facebook", "instagram", "youtube", "linkedin", "tiktok", "telegram", "@"])
_BUTTONS: Final = frozenset(
    [
        "facebook",
        "twitter",
        "google",
        "plus",
        "embed",
        "share",
        "email",
        "e-mail",
        "print",
        "linkedin",
        "reddit",
        "whatsapp",
        "pinterest",
        "tumblr",
        "copy",
        "link",
        "comment",
        "comments",
        "more",
    ]
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


# -- files, notices --------------------------------------------------------------------------------------------------


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


def _bracketed(document: Document, at: int) -> Leftover | None:
    """“[video]”, “[1]”, “[ edit ]”, “[citation needed]”: what a page's machinery put in square brackets."""
    lower, n = document.lower, len(document)
    closing = next((i for i in range(at + 1, min(n, at + 4)) if lower[i] == "]"), -1)
    if closing < 0:
        return None
    words = tuple(lower[at + 1 : closing])
    if words in _SLOTS:
        return Leftover(at, closing + 1, "residue.placeholder:slot", 0.8)
    if len(words) == 1 and words[0].isdigit() and len(words[0]) <= 3 and at and document.mark[at] & JOINED:
        return Leftover(at, closing + 1, "residue.footnote_digit:glued", 0.6)
    return None


_SLOTS: Final = frozenset(
    tuple(slot.split())
    for slot in [
        "video",
        "videos",
        "embed",
        "gallery",
        "caption",
        "image",
        "images",
        "photo",
        "photos",
        "poll",
        "audio",
        "tweet",
        "slideshow",
        "media",
        "infographic",
        "ad",
        "ads",
        "youtube",
        "vimeo",
        "edit",
        "citation needed",
        "advertisement",
        "pics",
        "watch",
        "listen",
        "embedded content",
        "view gallery",
        "photo gallery",
        "updated",
        "report",
        "clip",
    ]
)


def _braces(document: Document, at: int) -> Leftover | None:
    """“{{name}}”: a template's variable that was never filled."""
    if document.lower[at + 1 : at + 2] != ["{"]:
        return None
    end = next(
        (i + 2 for i in range(at + 2, min(len(document), at + LONGEST)) if document.lower[i : i + 2] == ["}", "}"]), -1
    )
    return Leftover(at, end, "residue.placeholder:slot", 0.9) if end > 0 else None


def _tag(document: Document, at: int) -> Leftover | None:
    """“<a href=…>”, “</div>”: markup that was shown as text."""
    follows = document.lower[at + 1 : at + 3]
    name = follows[1] if follows[:1] == ["/"] and len(follows) > 1 else follows[0] if follows else ""
    if name not in _MARKUP or not document.mark[at + 1] & JOINED:
        return None
    end = next((i + 1 for i in range(at + 1, min(len(document), at + LONGEST)) if document.lower[i] == ">"), -1)
    return Leftover(at, end, "residue.placeholder:markup", 0.9) if end > 0 else None


_MARKUP: Final = frozenset(
    [
        "a",
        "p",
        "br",
        "div",
        "span",
        "img",
        "iframe",
        "script",
        "strong",
        "em",
        "b",
        "i",
        "h1",
        "h2",
        "h3",
        "h4",
        "li",
        "ul",
        "ol",
        "blockquote",
        "figure",
        "table",
        "td",
        "tr",
        "style",
    ]
)


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
        return Leftover(at - 1, _names_end(document, at + 1), "residue.page_furniture:breadcrumb", 0.8)
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
    **dict.fromkeys(_PHOTO, _photo),
    **dict.fromkeys(_STRONG, _agency),
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
    "[": _bracketed,
    "{": _braces,
    "<": _tag,
}
_BITS: Final = 14


@lru_cache(maxsize=1)
def _bitmap() -> NDArray[np.bool_]:
    bitmap = np.zeros(1 << _BITS, np.bool_)
    for word in _HANDLERS:
        bitmap[zlib.crc32(word.encode()) >> 32 - _BITS] = True
    return bitmap


def find(document: Document) -> list[Leftover]:
    """Leftovers in order, each looked for only where its tell-tale token stands."""
    found: list[Leftover] = []
    reached = 0
    for at in (_bitmap()[document.hashes >> np.uint32(32 - _BITS)]).nonzero()[0].tolist():
        handler = _HANDLERS.get(document.lower[at]) if at >= reached else None
        leftover = handler(document, at) if handler else None
        if leftover:
            found.append(leftover)
            reached = leftover.end
    return found
