"""Who stands before a cue verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.detectors.attribution import cues, phrases
from newsgauge.vocabulary import BRACKET_CLOSE, CAPITAL, CLASS, COMMA, DASH

if TYPE_CHECKING:
    from newsgauge.detectors.attribution.reading import Reading
    from newsgauge.document import Document

_NOBODY: Final = frozenset("neither nor no none nobody not".split())
_PLURALS: Final = CLASS["collective"] | CLASS["anonymous"]
_OPENERS: Final = frozenset(
    "furthermore moreover however meanwhile nevertheless just twice let please also still yet".split()
)
_PLURAL_WORDS: Final = frozenset("people police media many some most women men".split())
_NUMBER: Final = CLASS["number_word"]
_NO_OPENER: Final = CLASS["collective"] | CLASS["given_name"]
_AFTER_VERB: Final = frozenset("and but then or".split())  # words that let a subject speak again
_RELATIVE: Final = frozenset("who which that".split())


def denied(document: Document, source: Range) -> bool:
    """ "neither Roe nor Doe said"."""
    first = source.first
    return not _NOBODY.isdisjoint(document.lower[max(first - 1, 0) : first + 1])


def agrees(document: Document, source: Range, verb: cues.Verb, helpers: str, shared: bool) -> bool:
    """Keep nouns out: "the police report" is no police who report."""
    if verb.tense == "third":
        first = document.lower[source.first]
        return not (document.mark[source.first] & _NUMBER or first in ("several", "many", "few", "these", "those"))
    if verb.tense != "base" or helpers or shared:
        return True
    word = document.lower[source.end - 1]
    if word in phrases.PRONOUNS:
        return True
    plural = (word.endswith("s") and not word.endswith(("'s", "ss"))) or word in _PLURAL_WORDS
    proper = document.mark[source.end - 1] & CAPITAL and not document.mark[source.end - 1] & _PLURALS
    return (plural and not proper) or "and" in document.lower[source.first : source.end]


def subject(
    document: Document, place: int, sentence: Range, last: Reading | None, sure: bool = False
) -> tuple[Range | None, bool]:
    """Who stands before the verb; True where it is taken from the cue before.

    Where the learnt table is ``sure`` of the cue, the phrase the sentence begins with may serve across a comma.
    """
    low, mark = document.lower, document.mark
    floor = sentence.first
    if place < floor:
        return None, False
    word, here = low[place], mark[place]
    if here & COMMA:
        found = phrases.apposition(document, place, floor) or _opening(document, place, floor)
        return found or (first_subject(document, sentence, place) if sure else None), False
    if here & DASH and place > floor:
        return phrases.before(document, place - 1, floor), False
    if word in _AFTER_VERB:
        if last:
            return (last.source, True) if last.kind not in "abn" else (None, False)
        return first_subject(document, sentence, place), True
    if word in _RELATIVE:
        of = place > floor and low[place - 1] == "of"  # "many of which"
        return None if of else phrases.relative(document, place, floor), False
    found = phrases.before(document, place, floor)
    if found is None:
        return None, False
    first, end = found
    before = mark[first - 1] & phrases.LINK if first > floor else 0
    if before and not before & phrases.CONJUNCTION and low[first - 1] != "than":
        return _beyond(document, found, sentence), False
    if low[end - 1].endswith("ed") and not mark[end - 1] & phrases.NAMED:
        return None, False  # "the unions renewed calls"
    return found, False


def _opening(document: Document, comma: int, floor: int) -> Range | None:
    """A name that opens the sentence, parted from its verb by a stray comma."""
    found = phrases.before(document, comma - 1, floor) if comma > floor else None
    if found is None or found.first != floor:
        return None
    head = document.mark[found.end - 1]
    return found if head & CAPITAL and not head & phrases.CALENDAR and found.end - floor > 1 else None


def _beyond(document: Document, found: Range, sentence: Range) -> Range | None:
    """The subject before a prepositional phrase beside the verb: "Roe in a long speech called"."""
    further = phrases.before(document, found.first - 2, sentence.first)
    if (
        further
        and document.mark[further.end - 1] & phrases.NAMED
        and not document.mark[further.end - 1] & phrases.CALENDAR
    ):
        return further
    opening = first_subject(document, sentence, found.first - 1)
    if opening is None and document.lower[sentence.first].endswith("ing") and document.mark[found.end - 1] & CAPITAL:
        return found  # "Speaking to the Times Ann Roe said"
    return opening


def _opens_only(document: Document, at: int) -> bool:
    """ "Additionally, over the weekend a summit", "Speaking to reporters": a word that opens a sentence, no subject."""
    word = document.lower[at]
    return (
        word in _OPENERS or word.endswith(("ly", "ing")) or bool(document.mark[at] & phrases.DETERMINER)
    ) and not document.mark[at] & _NO_OPENER


def first_subject(document: Document, sentence: Range, at: int) -> Range | None:
    """The phrase a sentence begins with, where it is one that can speak."""
    low, mark = document.lower, document.mark
    first = sentence.first
    for dash in range(first + 1, min(at, first + 12)):
        if mark[dash] & DASH and mark[dash - 1] & BRACKET_CLOSE:
            first = dash + 1  # a dateline
    if mark[first] & phrases.LINK or low[first].endswith("ing"):
        first = next((far + 1 for far in range(first, min(at, first + 30)) if mark[far] & COMMA), first)
    if first + 2 < at and mark[first + 1] & COMMA and _opens_only(document, first):
        first += 2  # "Meanwhile, it attacked the plan, saying"
    found = phrases.after(document, first, at)
    if found is None:
        return None
    end = found.end
    while end - first > 1 and not mark[end - 1] & phrases.NAMED:
        end -= 1  # "the Harbour League issued a statement saying"
    if end - first == 1 and _opens_only(document, first):
        return None
    return Range(first, end) if mark[end - 1] & phrases.NAMED or low[first] in phrases.PRONOUNS else None
