"""One thing to check: a value."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, get_args

from newsgauge.article import Span

Kind = Literal["name", "figure", "date", "superlative", "quotation"]
KINDS: Final[tuple[str, ...]] = get_args(Kind)


class Check(NamedTuple):
    """A name, figure, date, superlative or quotation of a text.

    Attributes
    ----------
    number : int
        From 1, in reading order.
    kind : {"name", "figure", "date", "superlative", "quotation"}
    start, end : int
        Half-open code points.
    text : str
        The words themselves.
    sentence : Span
        The sentence around them; a line of residue is its own.
    source : str
        Who says it; empty where the page itself does.
    chain : tuple of str
        From the origin to this page.
    distance : int or None
        Hands it went through before this page: 0 the page's own word, 1 a source, 2 a source through a medium; None for
        quoted words whose source isn't found.
    basis : str
        The same in words: "own word", "said by a source", "relayed", "is itself the source", "quoted, no source found".
    leftover : bool
        It stands in what a scraper left, not in the article.
    again : tuple of Span
        Later places of the same name.
    """

    number: int
    kind: Kind
    start: int
    end: int
    text: str
    sentence: Span
    source: str
    chain: tuple[str, ...]
    distance: int | None
    basis: str
    leftover: bool = False
    again: tuple[Span, ...] = ()
