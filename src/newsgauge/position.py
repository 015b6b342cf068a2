"""Offsets as lines and columns, the way editors count them."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_BREAK = re.compile(r"\r\n|\r|\n")


class Position(NamedTuple):
    """A place in a text: both numbers start at 1, columns count code points."""

    line: int
    column: int


class LineIndex:
    """Finds line and column of an offset in O(log lines).

    ``\\r\\n`` is one line end, and so are a lone ``\\r`` and a lone ``\\n``.
    """

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]

    def at(self, offset: int) -> Position:
        """Line and column of a code point offset."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)
