"""Text in terminal cells: widths, cutting, wrapping, with styles that cost no width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple
from unicodedata import category, east_asian_width

_TOKEN = re.compile(r"\s+|\S+")
_RESET = "\x1b[0m"


class Piece(NamedTuple):
    """Words in one style; ``style`` is an SGR parameter such as ``"1;31"``, empty for plain."""

    text: str
    style: str = ""


class Row(NamedTuple):
    """A finished terminal line and its width in cells."""

    text: str
    width: int

    def padded(self, width: int) -> str:
        """The line, filled with spaces to a width."""
        return self.text + " " * (width - self.width)


def cells(text: str) -> int:
    """Width in terminal cells (UAX #11: wide and full-width characters take two, combining marks none)."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def cut(text: str, width: int) -> str:
    """Shorten at the end, with an ellipsis, to at most ``width`` cells."""
    return text if cells(text) <= width else _head(text, width - 1) + "…"


def cut_middle(text: str, width: int) -> str:
    """Shorten in the middle: the end of a path tells more than its start."""
    if cells(text) <= width:
        return text
    tail = (width - 1) * 2 // 3
    return _head(text, width - 1 - tail) + "…" + _head(text[::-1], tail)[::-1]


def cut_path(text: str, width: int) -> str:
    """Shorten a path: its folders go first, then the middle of its name."""
    if cells(text) <= width:
        return text
    name = text.replace("\\", "/").rpartition("/")[2]
    return f"…/{name}" if cells(name) <= width - 2 else cut_middle(name or text, width)


def fill(text: str, width: int, right: bool = False) -> str:
    """Cut or pad to exactly ``width`` cells."""
    text = cut(text, width)
    space = " " * (width - cells(text))
    return space + text if right else text + space


def paint(pieces: Iterable[Piece], colour: bool) -> str:
    """Join pieces, with ANSI codes where colour is wanted."""
    runs = ((style, "".join(piece.text for piece in run)) for style, run in groupby(pieces, lambda piece: piece.style))
    return "".join(f"\x1b[{style}m{text}{_RESET}" if colour and style and text else text for style, text in runs)


def wrap(pieces: Iterable[Piece], width: int, colour: bool = False, first: str = "", rest: str = "") -> list[Row]:
    """Wrap styled pieces at white space.

    Parameters
    ----------
    pieces : iterable of Piece
    width : int
        Cells, indents included.
    colour : bool
        Whether styles become ANSI codes.
    first, rest : str
        Indent of the first and of the other lines.

    Returns
    -------
    list of Row
        Words wider than a line are split; no row is wider than ``width``.
    """
    rows: list[Row] = []
    line: list[Piece] = [Piece(first)]
    used = start = cells(first)
    gap = Piece("")
    for word, space in _words(pieces, max(width - max(cells(first), cells(rest)), 1)):
        wide = sum(cells(piece.text) for piece in word)
        if used > start and used + cells(gap.text) + wide > width:
            rows.append(Row(paint(line, colour), used))
            line, gap = [Piece(rest)], Piece("")
            used = start = cells(rest)
        if used > start:
            line.append(gap)
            used += cells(gap.text)
        line.extend(word)
        used += wide
        gap = space
    rows.append(Row(paint(line, colour), used))
    return rows


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Wrap plain text; lines as strings."""
    return [row.text for row in wrap([Piece(text)], width, first=first, rest=rest)]


def _words(pieces: Iterable[Piece], limit: int) -> Iterator[tuple[list[Piece], Piece]]:
    word: list[Piece] = []
    used = 0
    for text, style in pieces:
        for token in _TOKEN.findall(text):
            if token.isspace():
                if word:
                    yield word, Piece(" ", style)
                word, used = [], 0
                continue
            for chunk in _chunks(token, limit, limit - used):
                if used and used + cells(chunk) > limit:
                    # A word too wide for a line goes on in the next one, with nothing between.
                    yield word, Piece("")
                    word, used = [], 0
                word.append(Piece(chunk, style))
                used += cells(chunk)
    if word:
        yield word, Piece("")


def _chunks(token: str, limit: int, room: int) -> Iterator[str]:
    if cells(token) <= limit:
        yield token
        return
    room = room if room > 0 else limit
    while token:
        chunk = _head(token, room) or token[0]
        yield chunk
        token = token[len(chunk) :]
        room = limit


def _cell(char: str) -> int:
    if char < "\u0300":
        return 1
    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def _head(text: str, width: int) -> str:
    used = 0
    for index, char in enumerate(text):
        used += _cell(char)
        if used > width:
            return text[:index]
    return text
