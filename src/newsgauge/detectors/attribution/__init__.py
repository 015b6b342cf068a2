"""Attribution: who says what, by which words, and how far a reader could check it.

A finding covers source and cue; its kind is the kind of the source. The stance of the cue, the resolved name, the
medium that relayed it and the content stand on the `Attribution`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from newsgauge.article import Attribution, Finding
from newsgauge.detectors.attribution.assembly import assemble
from newsgauge.detectors.attribution.rules import KINDS, RULES, rule_for
from newsgauge.detectors.attribution.sources import SOURCE_KINDS
from newsgauge.rule import Detector

if TYPE_CHECKING:
    from newsgauge.document import Document

__all__ = ["DETECTOR", "SOURCE_KINDS", "attributions", "distinct_sources", "find"]

_CHECKABLE: Final = frozenset(("named_person", "pronoun", "institution", "document"))
_HEAD: Final = 400  # code points in which a dateline names the agency that wrote the text
_FOOT: Final = 200  # and at the end a line of copyright
_WIDE: Final = 160  # code points, about 25 words: source and cue further apart are shown by the cue alone


def attributions(document: Document) -> tuple[Attribution, ...]:
    """All attributions of a settled document, in order of their cues.

    Parameters
    ----------
    document : Document
        Settled; the result is computed once and kept on it.

    Returns
    -------
    tuple of Attribution
        Floating quotations (no speaker, no cue) among them.
    """
    if document.attributions is None:
        document.attributions = tuple(assemble(document))
    return document.attributions


def distinct_sources(found: Iterable[Attribution]) -> frozenset[str]:
    """Names of the different persons, institutions and documents, as the text resolves them."""
    return frozenset(
        item.source_name.casefold() for item in found if item.source_name and item.source_kind in _CHECKABLE
    )


def find(document: Document) -> list[Finding]:
    """One finding per attribution: its source and cue, or the first words of a floating quotation."""
    found = attributions(document)
    if not found:
        return []
    title_end = document.ends[document.title.end - 1] if document.title else 0
    own = _own_names(document, found)
    return [_finding(document, item, title_end, own) for item in found]


def _own_names(document: Document, found: Iterable[Attribution]) -> frozenset[str]:
    """Outlets among the sources that publish the text: they have "learned", or stand in dateline or copyright."""
    names = {item.source_name for item in found if item.source_kind == "outlet" and item.source_name}
    if not names:
        return frozenset()
    head, foot = document.text[:_HEAD], document.text[-_FOOT:]
    line = next((foot[at:] for at in (foot.rfind("Copyright"), foot.rfind("©")) if at >= 0), "").partition("\n")[0]
    learned = {item.source_name for item in found if rule_for(item).name.endswith(":itself")}
    return frozenset(name for name in names if name in learned or name in line or f"({name})" in head)


def _finding(document: Document, item: Attribution, title_end: int, own: frozenset[str]) -> Finding:
    source, cue = item.source, item.cue
    rule = rule_for(item, item.source_name in own)
    if source is None and cue is not None:
        return document.finding_at(rule, cue.start, cue.end, "headline" if cue.start < title_end else "author")
    if source is None or cue is None:
        start, end = item.content[0]
        return document.finding_at(rule, start, _first_words(document, start, end), "quoted")
    start, end = min(source.start, cue.start), max(source.end, cue.end)
    if end - start > _WIDE:
        start, end = cue.start, cue.end
    return document.finding_at(rule, start, end, "headline" if start < title_end else "author")


def _first_words(document: Document, start: int, end: int) -> int:
    """End of a floating quotation's first twelve tokens, so that a finding stays short."""
    first, last = document.tokens_of(start, end)
    return min(end, document.ends[min(last, first + 12) - 1])


DETECTOR = Detector(
    "attribution",
    "Who says what, by which words: sources, cues and content, sorted by whether a reader could check them.",
    KINDS,
    RULES,
    find,
)
