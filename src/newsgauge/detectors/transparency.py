"""Transparency: byline, dateline, date, credits to the origin of a story, links and contact."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from newsgauge.article import Range
from newsgauge.rule import Detector, Kind, Rule
from newsgauge.vocabulary import (
    BRACKET_CLOSE,
    BRACKET_OPEN,
    CAPITAL,
    CLASS,
    COMMA,
    DASH,
    DIGIT,
    JOINED,
    LETTERS,
    NEWLINE,
    SHOUT,
    STOP,
    WORD,
)

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document, Hit


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OWN: Final = (
    "Patterns and examples written for newsgauge, after the usual form of wire copy and of credits between outlets."
)
_OUTLET: Final = CLASS["outlet"]
# Words that make a name an outlet only with another capital before or after them: the Norvale Gazette, Radio Velden.
_COMMON: Final = _words(
    "times post herald gazette news tribune journal today magazine review chronicle telegraph courier dispatch "
    "examiner inquirer enquirer globe standard star sentinel register bulletin ledger monitor record press mail "
    "mirror sun express independent guardian observer daily weekly radio tv television network agency wire dawn "
    "fox blaze hill intercept newspaper tabloid"
)
_LEARNED: Final = _words("journal bulletin review")  # the Journal of Tin is no outlet of news
_NEVER: Final = _words(
    "outlet outlets website site channel station media blog podcast correspondent broadcaster newspapers broadsheet"
)
_SHORT_AGENCIES: Final = _words(
    "fbi cia nsa nato un eu us uk uae usa who nasa epa fda cdc irs doj dhs ice opec imf wto ioc fifa uefa nfl nba "
    "mlb nhl gop gdp ceo cfo tsa atf dea nhs un unicef unesco ussr mps mp aclu naacp nypd lapd sec fcc ftc faa "
    "ntsb osce iaea hiv aids covid isis isil idf plo dna dui nra afl-cio ecb dnc rnc sco asean brics"
)
_DOMAINS: Final = _words("com org net news tv info co uk")
_REPORTS: Final = _words(
    "reported reports report revealed reveals unveiled learned learnt writes wrote notes noted points pointed "
    "obtained quoted cited confirmed published said says described claims claimed broke understands explains"
)
_TIME_WORDS: Final = _words("am pm est edt gmt bst utc et pt pst pdt cet ist at on the by a.m. p.m. e.t. p.t. u.t.c.")
_DATE_LEADS: Final = _words("published updated posted modified created date last first")
_ADVERBS: Final = _words(
    "has have had first also exclusively previously later earlier recently now originally since on monday tuesday "
    "wednesday thursday friday saturday sunday"
)
_BY: Final = _words("by written reporting words report story editing")


def _bitmap(words: frozenset[str]) -> NDArray[np.bool_]:
    """The upper 16 bits of the words' hashes: one look-up finds the few tokens that may be one of them."""
    table = np.zeros(1 << 16, np.bool_)
    for word in words:
        table[zlib.crc32(word.encode()) >> 16] = True
    return table


_SIGNS: Final = _words("https http www @ com org net")
_AFTER_PLACE: Final = BRACKET_OPEN | COMMA
_CALENDAR_OR_DIGIT: Final = CLASS["calendar"] | DIGIT
_DATELINE_LINES: Final = 8  # a dateline opens the story
_LINK_SIGNS: Final = _words("https http www")
_SIGN_TABLE: Final = _bitmap(_SIGNS)


def _signs(document: Document) -> list[int]:
    """Tokens that show an address: https, www, @, com …; masked ones included."""
    found = np.flatnonzero(_SIGN_TABLE[document.hashes >> np.uint32(16)]).tolist()
    return [at for at in found if document.lower[at] in _SIGNS]


def outlet(document: Document, at: int) -> Range | None:
    """The outlet's name that begins at a token (an article before it included), or None.

    A domain, a word of the class "outlet", or a run of capitals with a word such as Times, Post, Herald.
    """
    lower, mark, size = document.lower, document.mark, len(document)
    first = at
    if at < size and lower[at] in {"the", "a"}:
        at += 1
    end = at
    while end < size and end - at < 5 and mark[end] & CAPITAL and not (end > at and mark[end] & NEWLINE):
        end += 1
        if (
            end + 1 < size
            and document.text[document.starts[end]] == "."
            and mark[end] & JOINED
            and mark[end + 1] & JOINED
        ):
            return Range(first, end + 2) if lower[end + 1] in _DOMAINS else None
    if end == at:
        return None
    sure = [here for here in range(at, end) if mark[here] & _OUTLET and lower[here] not in _COMMON | _NEVER]
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


def _credit(document: Document, hit: Hit) -> Range | None:
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


def _by_outlets(document: Document, signs: list[int]) -> list[Range]:
    """Outlets that report, from the outlet's own word: "RadarOnline.com has learned", "the Norvale Gazette "
    "reported"."""
    found: list[Range] = []
    reached = 0
    marks = document.marks
    named = np.flatnonzero(((marks & np.uint64(_OUTLET)) != 0) & ((marks & np.uint64(CAPITAL)) != 0))
    before = [at - 2 for at in signs if at > 1 and document.mark[at] & JOINED and document.mark[at - 1] & STOP]
    for at in sorted([*named[~document.masked[named]].tolist(), *before]):
        if at < reached or not document.mark[at] & CAPITAL:
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
    first = at
    while first and at - first < 3 and document.mark[first - 1] & CAPITAL and not document.mark[first] & NEWLINE:
        first -= 1
    if first and document.lower[first - 1] == "the":
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


# -- lines -------------------------------------------------------------------------------------------------------------


def _line_findings(document: Document) -> list[Finding]:
    found: list[Finding] = []
    for number, (first, end) in enumerate(document.lines):
        word, mark = document.lower[first], document.mark[first]
        if word in _BY and (kept := _byline(document, first, end)):
            found.append(document.finding(_BYLINE, *kept))
        elif (
            (word in _DATE_LEADS or mark & _CALENDAR_OR_DIGIT)
            and end - first <= 14
            and (kept := _date(document, first, end))
        ):
            found.append(document.finding(_DATE, *kept))
        elif number < _DATELINE_LINES and mark & CAPITAL and (kept := _dateline(document, first, end)):
            found.append(document.finding(_DATELINE, *kept))
    return found


def _byline(document: Document, first: int, end: int) -> Range | None:
    """ "By Jane Roe" on a short line of its own, "Reporting by Jane Roe; Editing by John Doe" anywhere on a line."""
    lower, mark = document.lower, document.mark
    at = first + 1
    if lower[first] != "by":
        if at >= end or lower[at] != "by":
            return None
        at += 1
    names = at
    if not mark[first] & CAPITAL:
        return None
    while names < min(end, at + 16) and (
        mark[names] & CAPITAL or lower[names] in {"and", ",", ".", "de", "van", "von", "bin", "al", "-", "la", "|"}
    ):
        names += 1
    house = next(
        (here for here in range(at, names) if lower[here] == "," and any(m & _OUTLET for m in mark[here:names])), names
    )
    names = house
    while names > at and not mark[names - 1] & WORD:
        names -= 1
    short = end - first <= 16 or lower[first] in {"reporting", "editing"}
    capitals = sum(1 for here in range(at, names) if mark[here] & CAPITAL and mark[here] & LETTERS)
    rest = end - names
    closes = (
        rest == 0 or not mark[names] & LETTERS or lower[names] in {"in", "for", "of", "published", "updated", "with"}
    )
    return Range(first, names) if short and capitals >= 2 and names - at <= 9 and closes and rest < 10 else None


def _date(document: Document, first: int, end: int) -> Range | None:
    """A line that says when: nothing but a date, or one that begins with "Published", "Updated"."""
    lower, mark = document.lower, document.mark
    led = lower[first] in _DATE_LEADS
    months = days = 0
    for at in range(first, end):
        if mark[at] & CLASS["calendar"]:
            months += 1
        elif mark[at] & DIGIT:
            days += 1
        elif mark[at] & WORD and lower[at] not in _TIME_WORDS | _DATE_LEADS:
            return None
    dated = (months and days) or (led and days >= 2)
    return Range(first, end) if dated else None


def _dateline(document: Document, first: int, end: int) -> Range | None:
    """PARIS, May 3 — or Jakarta (ANTARA) –: capitals, then a dash, then the sentence."""
    lower, mark = document.lower, document.mark
    shouted = bool(mark[first] & SHOUT) and len(lower[first]) > 2
    if not shouted and not (end - first > 4 and (mark[first + 1] | mark[first + 2] | mark[first + 3]) & _AFTER_PLACE):
        return None
    bracket = dated = False
    for at in range(first, min(end - 1, first + 14)):
        here = mark[at]
        if here & DASH and at > first:
            spaced = not here & JOINED or (at + 1 < end and not mark[at + 1] & JOINED) or lower[at] in "—–"
            keeps = spaced and (shouted or dated or bracket) and mark[at + 1] & (CAPITAL | DIGIT) and at - first < 13
            return Range(first, at) if keeps and end - at > 6 else None
        if here & (BRACKET_OPEN | BRACKET_CLOSE):
            bracket = True
        elif here & CLASS["calendar"]:
            dated = True
        elif not (
            here & (CAPITAL | COMMA | DIGIT)
            or (here & STOP and lower[at] == ".")
            or lower[at] in {"/", "de", "al", "com"}
        ) or (
            shouted
            and at > first
            and here & CAPITAL
            and not here & SHOUT
            and not bracket
            and not dated
            and mark[at - 1] & CAPITAL
        ):
            return None
    return None


# -- links and contact -------------------------------------------------------------------------------------------------


def _joined_end(document: Document, at: int) -> int:
    end = at + 1
    while end < len(document) and document.mark[end] & JOINED and end - at < 120:
        end += 1
    while end > at + 1 and not document.mark[end - 1] & WORD and document.lower[end - 1] not in {"/", "="}:
        end -= 1
    return end


def _links(document: Document, signs: list[int]) -> list[Finding]:
    found: list[Finding] = []
    reached = 0
    for at in signs:
        if document.lower[at] not in _LINK_SIGNS:
            continue
        follows = document.lower[at + 1] if at + 1 < len(document) else ""
        if at < reached or follows != (":" if document.lower[at] != "www" else "."):
            continue
        reached = _joined_end(document, at)
        found.append(document.finding(_LINK, at, reached))
        before = document.lower[max(0, at - 2) : at]
        if len(before) == 2 and before[1] == ":" and before[0] in {"source", "sources", "via", "original"}:
            found.append(document.finding(_LEAD_IN, at, reached))
    return found


def _mailboxes(document: Document, signs: list[int]) -> list[Finding]:
    found: list[Finding] = []
    for at in signs:
        if document.lower[at] != "@":
            continue
        if not (0 < at < len(document) - 1 and document.mark[at] & JOINED and document.mark[at + 1] & JOINED):
            continue
        first = at - 1
        while first and document.mark[first] & JOINED and at - first < 6:
            first -= 1
        end = _joined_end(document, at)
        if "." in document.lower[at + 1 : end] or "." in document.words(at + 1, end):
            found.append(document.finding(_MAILBOX, first, end))
    return found


_BYLINE: Final = Rule(
    "transparency.byline:line",
    0.9,
    "The author is named.",
    "“By Jane Roe” on a line of its own; “Reporting by … ; Editing by …”. Fails on names run into the text.",
    _OWN,
    fires=(
        "[By Jane Roe]\nThe dam broke.",
        "The dam broke.\n[Reporting by Jane Roe]; Editing by John Doe",
        "[By Jane Roe and John Doe]\nThe dam broke.",
        "[By JANE ROE]\nThe dam broke.",
        "[By Jane Roe], Norvale Gazette\nThe dam broke.",
        "[Written by Jane Roe]\nThe dam broke.",
        "[By Ada van Quill]\nThe dam broke.",
        "The dam broke.\n[Editing by John Doe]",
    ),
    silent=(
        "By Monday the dam had broken.",
        "By the river stands a mill.",
        "The song was written by Jane Roe.",
        "By all accounts Roe won.",
        "Written in haste, the law failed.",
        "Reporting on wars is dangerous work.",
        "By then Jane Roe had left the hall in Velden.",
        "Story time is at noon.",
    ),
)
_DATELINE: Final = Rule(
    "transparency.dateline:place",
    0.8,
    "The place of reporting is given.",
    "A place in capitals, or with a date or an agency in brackets, before a dash at the beginning of a paragraph.",
    _OWN,
    fires=(
        "[VELDEN (AP)] — The dam broke on Sunday at noon.",
        "[VELDEN, May 3] - The dam broke on Sunday at noon.",
        "[NORVALE] — The mayor of the town resigned on Monday.",
        "[Velden (Reuters)] – The dam broke on Sunday at noon.",
    ),
    silent=(
        "Quill — the mayor of Norvale — resigned on Monday.",
        "Velden is a town - and a lake.",
        "BREAKING News - the dam broke on Sunday at noon.",
        "VELDEN wins the cup.",
    ),
)
_DATE: Final = Rule(
    "transparency.date:line",
    0.8,
    "The day of publication is given.",
    "A line that holds only a date or begins with “Published” or “Updated”.",
    _OWN,
    fires=(
        "[Published May 3, 2031]\nThe dam broke.",
        "[Monday, 3 May 2031]\nThe dam broke.",
        "[Updated: 3 May 2031 at 10:30 am]\nThe dam broke.",
        "[May 3, 2031 10:15 GMT]\nThe dam broke.",
    ),
    silent=(
        "May is a month.",
        "Published in Velden, the book sold well.",
        "2031 was a wet year.",
        "Monday the dam broke.",
    ),
)
_CREDIT: Final = Rule(
    "transparency.credit:by-outlet",
    0.8,
    "Another outlet is named as the origin.",
    "“As reported by NAME”, “told NAME”, “according to NAME”, where NAME is an outlet by word or shape. Fails "
    "on outlets with ordinary names.",
    _OWN,
    fires=(
        "The dam leaks, [as reported by the Norvale Gazette].",
        "The dam leaks, [as highlighted by VLD24].",
        "Roe [told the Velden Herald] she was tired.",
        "The dam leaks, [according to NorvaleOnline.com].",
        "The dam leaks, [insights brought forward by VTODAY].",
        "The sale was [first reported by the Velden Times].",
        "Roe spoke of the dam [in an interview with Norvale Radio].",
        "The dam leaks, [according to Reuters].",
    ),
    silent=(
        "The dam leaks, as noted by Jane Roe.",
        "Roe told the council she was tired.",
        "The fraud was uncovered by the FBI.",
        "According to Mayor Quill, the dam leaks.",
        "The letter was published by his son.",
        "Roe told the press of her plan.",
        "The book was published in May.",
        "He spoke to the Velden fire brigade.",
    ),
)
_SELF: Final = Rule(
    "transparency.credit:outlet-reports",
    0.8,
    "An outlet, or the text's own, is named as the origin.",
    "The name of an outlet and a verb of reporting: “NAME has learned”.",
    _OWN,
    fires=(
        "The dam leaks, [NorvaleOnline.com has learned].",
        "[The Norvale Gazette reported] on Monday that the dam leaks.",
        "The pact is near, [Velden Review points out in a report].",
        "[Reuters reported] a leak.",
    ),
    silent=(
        "The mayor reported a leak.",
        "Times have changed, Roe said.",
        "The press reported a leak.",
        "Jane Roe has learned Dutch.",
    ),
)
_LEAD_IN: Final = Rule(
    "transparency.credit:lead-in",
    0.7,
    "The origin is linked.",
    "“Source:” or “Via:” with a link, an outlet in brackets before or after the text.",
    _OWN,
    fires=(
        "The dam broke.\nSource: [https://norvale.example/dam]",
        "The dam broke. [(AP)]",
        "[(VeldenNews.com)] – The dam broke on Sunday.",
    ),
    silent=("The source: a spring in the hills.", "The dam (built by Roe) broke.", "The plan (FBI) failed."),
)
_LINK: Final = Rule(
    "transparency.link:address",
    0.6,
    "A link stands in the text.",
    "Web addresses written out.",
    _OWN,
    fires=("See [https://norvale.example/report] for the figures.", "See [www.norvale.example] for the figures."),
    silent=("The http standard is old.", "The web is wide."),
)
_WRITE: Final = Rule(
    "transparency.contact:write-to-us",
    0.8,
    "The newsroom or author can be reached.",
    "“Email us at”, “she can be reached at”.",
    _OWN,
    fires=(
        "Readers who saw the fire may [email us at] the address below.",
        "[She can be reached at] the Gazette.",
        "Anyone who saw the fire may [contact the newsroom at] noon.",
    ),
    silent=("The summit can be reached by cable car.", "He sent us an email.", "Contact with the pilot was lost."),
)
_MAILBOX: Final = Rule(
    "transparency.contact:mailbox",
    0.7,
    "An address for mail is given.",
    "Mail addresses. Leaves alone names on social networks.",
    _OWN,
    fires=("Write to [desk@gazette.example] with tips.",),
    silent=("Follow @janeroe for more.", "They met @ noon."),
)
RULES: Final = (_BYLINE, _DATELINE, _DATE, _CREDIT, _SELF, _LEAD_IN, _LINK, _WRITE, _MAILBOX)


def _bracketed(document: Document) -> list[Finding]:
    """(AP), (Reuters), (VeldenNews.com): an outlet alone in brackets."""
    found: list[Finding] = []
    for at in document.where(BRACKET_OPEN):
        near = document.mark[at + 1 : at + 8]
        if len(near) < 2 or not any(mark & BRACKET_CLOSE for mark in near):
            continue
        name = outlet(document, at + 1)
        if name and name.end < len(document) and document.mark[name.end] & BRACKET_CLOSE:
            found.append(document.finding(_LEAD_IN, at, name.end + 1))
    return found


def find(document: Document) -> list[Finding]:
    """Marks of transparency in a document; bylines, dates and links are looked for in masked text too."""
    found: list[Finding] = []
    credited: set[int] = set()
    for hit in document.hits["transparency"]:
        if hit.entry.rule == _WRITE.name:
            found.append(document.finding(_WRITE, hit.first, hit.end, weight=hit.entry.weight))
        elif hit.entry.rule == _CREDIT.name and (kept := _credit(document, hit)):
            credited.update(range(*kept))
            found.append(document.finding(_CREDIT, *kept, weight=hit.entry.weight))
    signs = _signs(document)
    for first, end in _by_outlets(document, signs):
        if credited.isdisjoint(range(first, end)):
            found.append(document.finding(_SELF, first, end))
    return [
        *found,
        *_bracketed(document),
        *_links(document, signs),
        *_mailboxes(document, signs),
        *_line_findings(document),
    ]


DETECTOR: Final = Detector(
    "transparency",
    "Who wrote it, where, when, after whom, and how to reach them.",
    (
        Kind("transparency.byline", "The author is named."),
        Kind("transparency.dateline", "The place of reporting is given."),
        Kind("transparency.date", "The day of publication is given."),
        Kind("transparency.credit", "Another outlet, or this one, is named as the origin."),
        Kind("transparency.link", "A link stands in the text."),
        Kind("transparency.contact", "The newsroom or author can be reached."),
    ),
    RULES,
    find,
)
