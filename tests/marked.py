"""Spans marked in the text, so that a rule's test can be read aloud."""

from __future__ import annotations

import re

from newsgauge.article import Span

PIECE = re.compile(r"\[+|\]+|[^\[\]]+")


def marked(text: str) -> tuple[str, list[Span]]:
    """Take the square brackets out of a text and say what they stood around.

    Parameters
    ----------
    text : str
        Such as ``"He [reportedly] refused."``; ``[[`` and ``]]`` stand for the brackets themselves. In an odd run of
        brackets the mark is the outermost one: ``"[[[sic]]]"`` marks “[sic]” with its brackets.

    Returns
    -------
    tuple of (str, list of Span)
        The text without its marks, and the marked spans in order, as half-open code points into it.

    Raises
    ------
    ValueError
        A bracket is missing, or a mark stands inside another.
    """
    plain = ""
    spans: list[Span] = []
    opened: int | None = None
    for piece in PIECE.findall(text):
        sign, half = piece[0], len(piece) // 2
        odd = sign in "[]" and len(piece) % 2 == 1
        if odd and (sign == "[") != (opened is None):
            raise ValueError(f"{text!r}: {sign} without its partner or inside another mark; double it to mean itself")
        if odd and sign == "[":
            opened = len(plain)
        plain += sign * half if sign in "[]" else piece
        if odd and sign == "]" and opened is not None:
            spans.append(Span(opened, len(plain)))
            opened = None
    if opened is not None:
        raise ValueError(f"{text!r}: the mark opened at {opened} is never closed; add ]")
    return plain, spans
