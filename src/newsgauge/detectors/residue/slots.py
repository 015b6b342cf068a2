"""Unfilled slots and markup: what stands in brackets, braces or tags."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.detectors.residue.phrases import Leftover
from newsgauge.detectors.residue.reach import LONGEST
from newsgauge.vocabulary import (
    JOINED,
)

if TYPE_CHECKING:
    from newsgauge.document import Document


def bracketed(document: Document, at: int) -> Leftover | None:
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


def braces(document: Document, at: int) -> Leftover | None:
    """“{{name}}”: a template's variable that was never filled."""
    if document.lower[at + 1 : at + 2] != ["{"]:
        return None
    end = next(
        (i + 2 for i in range(at + 2, min(len(document), at + LONGEST)) if document.lower[i : i + 2] == ["}", "}"]), -1
    )
    return Leftover(at, end, "residue.placeholder:slot", 0.9) if end > 0 else None


def tag(document: Document, at: int) -> Leftover | None:
    """“<a href=…>”, “</div>”: markup that was shown as text."""
    follows = document.lower[at + 1 : at + 3]
    name = follows[1] if follows[:1] == ["/"] and len(follows) > 1 else follows[0] if follows else ""
    if name not in _MARKUP or not document.mark[at + 1] & JOINED:
        return None
    end = next((i + 1 for i in range(at + 1, min(len(document), at + LONGEST)) if document.lower[i] == ">"), -1)
    return Leftover(at, end, "residue.placeholder:markup", 0.9) if end > 0 else None


_MARKUP: Final = frozenset(
    "a p br div span img iframe script strong em b i h1 h2 h3 h4 li ul ol blockquote figure table td tr style".split()
)
