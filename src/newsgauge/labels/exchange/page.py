"""What travels: a text, what was said of it, what the detectors would mark; and how spans are repaired on the way back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from newsgauge.errors import LabelsError
from newsgauge.labels.codebook import CURRENT, Codebook, codebook
from newsgauge.labels.judgement import Judgement
from newsgauge.labels.marks import Mark
from newsgauge.labels.texts import Text

ABOUT: Final = ("annotator", "by", "codebook", "at", "leaning", "sha256")
NULL: Final = "null"  # tools have no null: the answer is a choice of its own


class Page(NamedTuple):
    """One text on its way to a tool."""

    text: Text
    judgements: tuple[Judgement, ...] = ()
    suggested: tuple[Mark, ...] = ()

    @property
    def book(self) -> Codebook:
        """The codebook its judgements follow, else the current one."""
        return codebook(self.judgements[0].codebook if self.judgements else CURRENT)


class Loaded(NamedTuple):
    """One judgement on its way back: where it stood, its fields, and the text as the tool has it."""

    where: str
    row: Mapping[str, Any]
    text: str


def said(value: int | None) -> str:
    """An item's value as a choice."""
    return NULL if value is None else str(value)


def heard(choice: str) -> int | str | None:
    """A choice as an item's value; what is no number stays as it is, for the check to name."""
    if choice == NULL:
        return None
    return int(choice) if choice.lstrip("-").isdigit() else choice


def about(judgement: Judgement) -> dict[str, str]:
    """Who, by which codebook, when: what tools have no field for."""
    row = judgement.row()
    return {name: row[name] for name in ABOUT if row.get(name)}


def placed(text: str, start: Any, end: Any, words: str | None, where: str) -> tuple[int, int]:
    """Offsets of a span in code points, repaired where a tool counted otherwise.

    Some tools count UTF-16 units (an emoji is two) or take ``\\r\\n`` for one character; the words they give along say so.

    Parameters
    ----------
    words : str or None
        What the tool says stands there; None where it says nothing, and offsets are trusted.

    Raises
    ------
    LabelsError
        The offsets are no numbers, or no way of counting gives these words.
    """
    for value in (start, end):
        if isinstance(value, bool) or not isinstance(value, int):
            raise LabelsError(f"{where}: expected whole numbers for start and end, found {start!r} and {end!r}")
    if words is None:
        return start, end
    for first, last in _counted(text, start, end):
        if 0 <= first < last <= len(text) and plain(text[first:last]) == plain(words):
            return first, last
    if (only := text.find(words)) >= 0 and text.find(words, only + 1) < 0:
        return only, only + len(words)
    raise LabelsError(
        f"{where}: {words!r} doesn't stand at {start}–{end}, counted in code points, UTF-16 or with \\r\\n as one;"
        " was the text changed in the tool?"
    )


def plain(words: str) -> str:
    """Words without what tools change: line ends, and backslashed ones."""
    return words.replace("\\n", "\n").replace("\r\n", "\n").replace("\r", "\n").replace("\n", " ")


def _counted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    yield start, end
    for wide, joined in ((True, False), (False, True), (True, True)):
        table = _places(text, wide, joined)
        if start in table and end in table:
            yield table[start], table[end]


def _places(text: str, wide: bool, joined: bool) -> dict[int, int]:
    """A tool's offset -> code points."""
    table, counted = {}, 0
    for at, letter in enumerate(text):
        if joined and letter == "\n" and at and text[at - 1] == "\r":
            continue
        table[counted] = at
        counted += 2 if wide and ord(letter) > 0xFFFF else 1
    table[counted] = len(text)
    return table
