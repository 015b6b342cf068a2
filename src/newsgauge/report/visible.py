"""Somebody else's text, made safe to show: no terminal escapes, no hidden or reordering characters."""

from __future__ import annotations

import re

# C0 and C1 controls but tab and line ends, zero-width and bidirectional controls (Unicode's Bidi_Control), line and
# paragraph separators, byte-order mark, lone surrogates. Joiners stay: emoji and several scripts need them.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_LINE_END = re.compile(r"\r\n|\r|\n")


def visible(text: str) -> str:
    """Replace characters that act instead of showing by ``⟨U+202E⟩`` and the like; line ends and tabs stay."""
    return _HIDDEN.sub(_name, text)


def one_line(text: str) -> str:
    """Give `visible` text on one line, runs of white space as one space."""
    return " ".join(visible(text).split())


def lines_of(text: str) -> list[tuple[int, int]]:
    """Start and end of every line, without its line end (``\\r\\n``, ``\\r`` or ``\\n``)."""
    starts = [0]
    ends = []
    for match in _LINE_END.finditer(text):
        ends.append(match.start())
        starts.append(match.end())
    return list(zip(starts, [*ends, len(text)], strict=True))


def _name(match: re.Match[str]) -> str:
    code = ord(match[0])
    # The control pictures block shows C0 controls in one cell.
    return chr(0x2400 + code) if code < 0x20 else f"⟨U+{code:04X}⟩"
