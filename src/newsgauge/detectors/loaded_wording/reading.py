"""A document as its title and its sentences must be known to judge a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsgauge.vocabulary import CAPITAL, CLASS, COLON, DASH, DOUBLE, LETTERS, NEWLINE, SINGLE, STOP

if TYPE_CHECKING:
    from newsgauge.document import Document

MARK: Final = DOUBLE | SINGLE
PERSON: Final = CLASS["given_name"] | CLASS["honorific"]


class Reading(NamedTuple):
    """A document and what must be known of its title: where it ends, and whether its words are capitalised."""

    document: Document
    title_end: int
    title_cased: bool


def read(document: Document) -> Reading:
    """A document with what must be known of its title."""
    return Reading(document, document.title.end if document.title else 0, _title_cased(document))


def _title_cased(document: Document) -> bool:
    """Whether the title writes most of its longer words with a capital."""
    if not document.title:
        return False
    first, end = document.title
    longer = [at for at in range(first, end) if document.mark[at] & LETTERS and len(document.lower[at]) > 3]
    return sum(1 for at in longer if document.mark[at] & CAPITAL) > 0.6 * len(longer)


def begins(document: Document, at: int) -> bool:
    """Whether a sentence or a quotation begins here."""
    return at == 0 or bool(document.mark[at] & NEWLINE or document.mark[at - 1] & (STOP | MARK | COLON | DASH))
