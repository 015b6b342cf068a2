"""Captions of pictures that stand as lines of their own, told by their shape and their verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.detectors.residue.phrases import Leftover
from newsgauge.vocabulary import (
    CAPITAL,
    CLASS,
    DIGIT,
    DOUBLE,
)

if TYPE_CHECKING:
    from newsgauge.document import Document

_POSES: Final = frozenset(
    "poses pose speaks gestures looks waves walks arrives attends listens shakes smiles reacts stands sits "
    "addresses pictured hugs kisses salutes exits departs boards holds embraces".split()
)
_SCENES: Final = frozenset("during at in after before outside ahead near on while inside following".split())


def captions(document: Document) -> list[Leftover]:
    """A line that describes a picture: one sentence with a year, without a verb or in the present tense."""
    lines = document.lines
    if len(lines) < 3:
        return []
    return [
        Leftover(first, end, "residue.caption:line", 0.6)
        for first, end in lines[1:]
        if 7 <= end - first <= 48 and _dated(document, end - 5, end) and _caption(document, first, end)
    ]


def _dated(document: Document, first: int, end: int) -> bool:
    """Whether one of the words is a year."""
    for mark, word in zip(document.mark[first:end], document.lower[first:end], strict=True):
        if mark & DIGIT and len(word) == 4 and word[:2] in ("19", "20") and word.isdigit():
            return True
    return False


_PAST: Final = frozenset(
    "said told came went took made gave saw met left held began found put became won lost ran fell led spoke "
    "wrote got brought kept sent built paid heard stood knew thought felt grew rose chose broke drew drove "
    "flew threw wore set hit cut read shut cost let".split()
)
_TELLING: Final = frozenset("said told will would has have had does do warned should if ? it he she they".split())
_LOOKS: Final = (
    ("looks", "on"),
    ("is", "seen"),
    ("are", "seen"),
    ("file", "photo"),
    ("file", "-"),
    ("file", "–"),
    ("file", "—"),
    (",", "left"),
    (",", "right"),
    (",", "center"),
    (",", "centre"),
    ("photo", "shows"),
    ("photo", "taken"),
    ("is", "pictured"),
    ("are", "pictured"),
)


def _caption(document: Document, first: int, end: int) -> bool:
    mark, lower = document.mark, document.lower
    if any(mark[at] & DOUBLE for at in range(first, end)) or not mark[first] & CAPITAL:
        return False
    inner_stops = sum(
        1
        for at in range(first, end - 2)
        if lower[at] in (".", "?", "!") and len(lower[at - 1]) > 4 and mark[at + 1] & CAPITAL
    )
    if inner_stops > 1:
        return False
    pairs = set(zip(lower[first:end], lower[first + 1 : end], strict=False))
    finite = CLASS["modal"] | CLASS["auxiliary"] | CLASS["cue"] | CLASS["address"]
    verbs = [
        at
        for at in range(first, end)
        if (mark[at] & finite and not mark[at] & CAPITAL)
        or lower[at] in _PAST
        or lower[at] in _TELLING
        or (lower[at].endswith("ed") and len(lower[at]) > 4)
    ]
    looks = any(pair in pairs for pair in _LOOKS) or _poses(document, first, end)
    if looks and not any(lower[at] in _TELLING for at in verbs):
        return True
    scene = any(lower[at] in _SCENES for at in range(first + 2, end)) and ("during", "a") in pairs | {
        (a, "a") for a, _ in pairs
    }
    return bool(scene and not verbs and lower[end - 1] == "." and "during" in lower[first:end])


def _poses(document: Document, first: int, end: int) -> bool:
    """The first verb of the line is one that photographs show, in the present tense."""
    for at in range(first + 1, end):
        if document.lower[at] in _POSES and not document.mark[at] & CAPITAL:
            return True
        if document.lower[at] in _PAST or (
            document.lower[at].endswith("ed") and len(document.lower[at]) > 4 and not document.mark[at] & CAPITAL
        ):
            return False
    return False
