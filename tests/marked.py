"""Spans marked in the text, so that a rule's test can be read aloud."""

from __future__ import annotations

import re

from newsgauge.article import Span

PIECE = re.compile(r"\[\[|\]\]|\[|\]|[^\[\]]+")


def marked(text: str) -> tuple[str, list[Span]]:
    """Take the square brackets out of a text and say what they stood around.

    Parameters
    ----------
    text : str
        Such as ``"He [reportedly] refused."``; ``[[`` and ``]]`` stand for the brackets themselves.

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
        if piece == "[" and opened is None:
            opened = len(plain)
        elif piece == "]" and opened is not None:
            spans.append(Span(opened, len(plain)))
            opened = None
        elif piece in ("[", "]"):
            raise ValueError(f"{text!r}: {piece} without its partner or inside another mark; double it to mean itself")
        else:
            plain += piece[0] if piece in ("[[", "]]") else piece
    if opened is not None:
        raise ValueError(f"{text!r}: the mark opened at {opened} is never closed; add ]")
    return plain, spans
