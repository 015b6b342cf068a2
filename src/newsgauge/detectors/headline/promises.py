"""Promises of the headline that a long body never keeps: media, names, figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.detectors.headline.body import COMMON, body_words, stem
from newsgauge.detectors.headline.rules import BY_NAME
from newsgauge.vocabulary import (
    BRACKET_CLOSE,
    BRACKET_OPEN,
    CAPITAL,
    CLASS,
    COLON,
    DASH,
    DIGIT,
    DOTTED,
    LETTERS,
    SHOUT,
    WORD,
)

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document

_LONG_BODY: Final = (
    150  # words a body needs before its silence on a promise tells anything; the abstention limit is about 130
)
_FILMED: Final = frozenset(
    "video videos watch footage clip clips film filmed tape camera youtube recording recorded livestream stream".split()
)
_PICTURED: Final = frozenset(
    "photo photos photograph photographs photographed picture pictures pictured image images pics gallery "
    "instagram shot shots selfie portrait".split()
)
_HEARD: Final = frozenset("audio listen recording recorded podcast tape voicemail radio heard call sound clip".split())
_MEDIA: Final = {
    **dict.fromkeys(("video", "videos", "watch", "clip", "footage", "film", "livestream"), _FILMED),
    **dict.fromkeys(("photo", "photos", "pics", "pictures", "images", "gallery", "slideshow"), _PICTURED),
    **dict.fromkeys(("audio", "listen", "podcast"), _HEARD),
}


def unkept(document: Document, title: Range) -> list[Finding]:
    """What the title offers and a long body never mentions."""
    media = [at for at in range(*title) if document.lower[at] in _MEDIA and _offers(document, title, at)]
    names = _names(document, title)
    figures = [at for at in range(*title) if document.mark[at] & DIGIT]
    if not (media or names or figures) or document.cut or len(document) - title.end < 1.1 * _LONG_BODY:
        return []
    body = body_words(document)
    # A caption or prompt that was masked may be where the video was.
    anywhere = set(document.lower[: title.first] + document.lower[title.end :])
    found = [
        document.finding(BY_NAME["headline.promise:media"], at, at + 1)
        for at in media
        if _MEDIA[document.lower[at]].isdisjoint(anywhere)
    ]
    for first, end in names:
        if not any(stem(document.lower[at]) in body for at in range(first, end)):
            found.append(document.finding(BY_NAME["headline.promise:name"], first, end))
    return found + _figures(document, title, figures, body)


def _offers(document: Document, title: Range, at: int) -> bool:
    """Whether the word offers something to look at: in brackets, before a colon, or at the end."""
    before = document.mark[at - 1] if at > title.first else 0
    after = document.mark[at + 1] if at + 1 < title.end else 0
    return bool(before & (BRACKET_OPEN | DASH) or after & BRACKET_CLOSE or (at == title.first and after & COLON))


def _names(document: Document, title: Range) -> list[tuple[int, int]]:
    """A given name with the capitalised word after it."""
    mark = document.mark
    return [
        (at, at + 2)
        for at in range(title.first, title.end - 1)
        if mark[at] & CLASS["given_name"]
        and mark[at] & CAPITAL
        and not mark[at] & (SHOUT | COMMON | CLASS["calendar"] | CLASS["place"])
        and mark[at + 1] & CAPITAL
        and mark[at + 1] & LETTERS
        and not mark[at + 1] & (COMMON | CLASS["place"] | CLASS["institution"])
        and len(document.lower[at]) > 2
        and not _signs(document, title, at)
    ]


def _signs(document: Document, title: Range, at: int) -> bool:
    """Whether the name is the writer's: “… by”, “… says”, after a dash, before a colon."""
    before = at > title.first and (
        document.mark[at - 1] & DASH or document.lower[at - 1] in ("by", "says", "with", "|")
    )
    return bool(before or (at + 2 < title.end and document.mark[at + 2] & COLON))


def _figures(document: Document, title: Range, places: list[int], body: set[str]) -> list[Finding]:
    """Whole numbers of two digits or more that no number of the body comes near."""
    wanted = [(at, value) for at in places if (value := _value(document, title, at)) is not None]
    if not wanted or any(mark & CLASS["number_word"] for mark in document.mark[title.end :]):
        return []
    near = [float(word.replace(",", "")) for word in body if word.replace(",", "").replace(".", "", 1).isdecimal()]
    return [
        document.finding(BY_NAME["headline.promise:figure"], at, at + 1)
        for at, value in wanted
        if not any(abs(number - value) <= 0.1 * value for number in near)
    ]


def _value(document: Document, title: Range, at: int) -> float | None:
    """The number at a token, None for years, small counts, scales, sums and parts of names."""
    text = document.lower[at].replace(",", "")
    if not text.isdecimal() or not float(text) > 20 or 1900 <= float(text) <= 2100:
        return None
    before = document.mark[at - 1] if at > title.first else 0
    after = document.lower[at + 1] if at + 1 < title.end else ""
    odd = before & (CAPITAL | DIGIT | DOTTED | DASH) or after in (
        "-",
        "million",
        "billion",
        "thousand",
        "m",
        "bn",
        "k",
        "th",
        "percent",
        "%",
        "/",
    )
    return None if odd or not before & WORD else float(text)
