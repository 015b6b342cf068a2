"""Names of outlets, by word or shape, and the credits they get: as reported by, has learned, (AP)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.detectors.transparency.rules import LEAD_IN
from newsgauge.neighbourhood import mark_at, run_end, run_first, word_at
from newsgauge.vocabulary import BRACKET_CLOSE, BRACKET_OPEN, CAPITAL, CLASS, JOINED, SHOUT, STOP

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document, Hit

OUTLET: Final = CLASS["outlet"]
# Words that make a name an outlet only with another capital before or after them: the Norvale Gazette, Radio Velden.
_COMMON: Final = frozenset(
    "times post herald gazette news tribune journal today magazine review chronicle telegraph courier dispatch "
    "examiner inquirer enquirer globe standard star sentinel register bulletin ledger monitor record press mail "
    "mirror sun express independent guardian observer daily weekly radio tv television network agency wire dawn "
    "fox blaze hill intercept newspaper tabloid".split()
)
_LEARNED: Final = frozenset("journal bulletin review".split())  # the Journal of Tin is no outlet of news
_NEVER: Final = frozenset(
    "outlet outlets website site channel station media blog podcast correspondent broadcaster "
    "newspapers broadsheet".split()
)
_SHORT_AGENCIES: Final = frozenset(
    "fbi cia nsa nato un eu us uk uae usa who nasa epa fda cdc irs doj dhs ice opec imf wto ioc fifa uefa nfl nba "
    "mlb nhl gop gdp ceo cfo tsa atf dea nhs un unicef unesco ussr mps mp aclu naacp nypd lapd sec fcc ftc faa "
    "ntsb osce iaea hiv aids covid isis isil idf plo dna dui nra afl-cio ecb dnc rnc sco asean brics".split()
)
_DOMAINS: Final = frozenset("com org net news tv info co uk".split())
_REPORTS: Final = frozenset(
    "reported reports report revealed reveals unveiled learned learnt writes wrote notes noted points pointed "
    "obtained quoted cited confirmed published said says described claims claimed broke understands explains".split()
)
_ADVERBS: Final = frozenset(
    "has have had first also exclusively previously later earlier recently now originally since on monday tuesday "
    "wednesday thursday friday saturday sunday".split()
)


def outlet(document: Document, at: int) -> Range | None:
    """The outlet's name that begins at a token (an article before it included), or None.

    A domain, a word of the class "outlet", or a run of capitals with a word such as Times, Post, Herald.
    """
    lower, mark = document.lower, document.mark
    first = at
    if word_at(document, at) in {"the", "a"}:
        at += 1
    end = run_end(document, at, CAPITAL, 5)
    if end == at:
        return None
    if word_at(document, end) == "." and mark[end] & mark_at(document, end + 1) & JOINED:
        return Range(first, end + 2) if lower[end + 1] in _DOMAINS else None
    sure = [here for here in range(at, end) if mark[here] & OUTLET and lower[here] not in _COMMON | _NEVER]
    common = [here for here in range(at, end) if lower[here] in _COMMON]
    if sure and (sure[0] == at or end - at <= 3):
        return Range(first, max(sure[-1], common[-1] if common else 0) + 1)
    named = common and (common[-1] > at or (end - at > 1 and lower[at] in {"radio", "agence", "daily", "fox"}))
    return Range(first, (common[-1] if common[-1] > at else end - 1) + 1) if named else None


def _acronym(document: Document, at: int) -> Range | None:
    """TAG24, WXYZ: capitals of two to six signs that are no known agency."""
    if at >= len(document) or not document.mark[at] & SHOUT or not 2 <= len(document.lower[at]) <= 6:
        return None
    next_shout = at + 1 < len(document) and document.mark[at + 1] & SHOUT
    return None if document.lower[at] in _SHORT_AGENCIES or next_shout else Range(at, at + 1)


def credit(document: Document, hit: Hit) -> Range | None:
    """The opening and the outlet it leads to."""
    last = document.lower[hit.end - 1]
    loose = last == "by" and document.lower[hit.first] not in {
        "report",
        "article",
        "story",
        "a",
        "an",
        "told",
        "investigation",
    }
    name = outlet(document, hit.end) or (_acronym(document, hit.end) if loose else None)
    if name is None:
        return None
    begin = hit.first
    if last == "by" and begin and document.lower[begin - 1] in {"insights", "details", "information", "as"}:
        begin -= 1
    learned = name.end < len(document) and document.lower[name.end] == "of" and document.lower[name.end - 1] in _LEARNED
    return None if learned else Range(begin, name.end)


def by_outlets(document: Document, signs: list[int]) -> list[Range]:
    """Outlets that report, from the outlet's own word: "RadarOnline.com has learned", "the Norvale Gazette "
    "reported"."""
    found: list[Range] = []
    reached = 0
    mark = document.mark
    before = [at - 2 for at in signs if at > 1 and mark[at] & JOINED and mark[at - 1] & STOP]
    for at in sorted([*document.where(OUTLET), *before]):
        if at < reached or not mark[at] & CAPITAL:
            continue
        if _REPORTS.isdisjoint(document.lower[at + 1 : at + 8]):
            continue
        name = _name_around(document, at)
        if name is None:
            continue
        end = _reporting(document, name.end)
        if end:
            found.append(Range(name.first, end))
            reached = end
    return found


def _name_around(document: Document, at: int) -> Range | None:
    first = run_first(document, at, CAPITAL, 3)
    if word_at(document, first - 1) == "the":
        first -= 1
    name = outlet(document, first)
    return name if name and name.first <= at < name.end else outlet(document, at)


def _reporting(document: Document, at: int) -> int | None:
    for here in range(at, min(len(document), at + 3)):
        word = document.lower[here]
        if word in _REPORTS:
            tail = document.lower[here + 1 : here + 5]
            extra = 4 if tail[:1] == ["out"] and tail[1:3] == ["in", "a"] else 1 if tail[:1] == ["out"] else 0
            return min(here + 1 + extra, len(document))
        if word not in _ADVERBS:
            return None
    return None


def bracketed(document: Document) -> list[Finding]:
    """(AP), (Reuters), (VeldenNews.com): an outlet alone in brackets."""
    found: list[Finding] = []
    for at in document.where(BRACKET_OPEN):
        near = document.mark[at + 1 : at + 8]
        if len(near) < 2 or not any(mark & BRACKET_CLOSE for mark in near):
            continue
        name = outlet(document, at + 1)
        if name and name.end < len(document) and document.mark[name.end] & BRACKET_CLOSE:
            found.append(document.finding(LEAD_IN, at, name.end + 1))
    return found
