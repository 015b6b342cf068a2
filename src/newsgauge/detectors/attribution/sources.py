"""What kind of source a phrase names, and which name it stands for within the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.detectors.attribution.complements import OBSERVERS
from newsgauge.vocabulary import CAPITAL, CLASS, DIGIT, INNER_CAPITAL, NEWLINE, SHOUT, WORD

if TYPE_CHECKING:
    from newsgauge.document import Document

SOURCE_KINDS: Final = (
    "named_person",
    "institution",
    "document",
    "social_post",
    "role",
    "anonymous",
    "collective",
    "outlet",
    "own_observation",
    "pronoun",
    "none",
)
_ROLE: Final = CLASS["role"]
_ANONYMOUS: Final = CLASS["anonymous"]
_COLLECTIVE: Final = CLASS["collective"]
_INSTITUTION: Final = CLASS["institution"]
_DOCUMENT: Final = CLASS["document"]
_OUTLET: Final = CLASS["outlet"]
_PLACE: Final = CLASS["place"]
_HONORIFIC: Final = CLASS["honorific"]
_GIVEN: Final = CLASS["given_name"]
_KINSHIP: Final = CLASS["kinship"]
_PREPOSITION: Final = CLASS["preposition"]
_DETERMINER: Final = CLASS["determiner"]
_CALENDAR: Final = CLASS["calendar"]
_FUNCTION: Final = CLASS["function"]
BODIES: Final = _INSTITUTION | _OUTLET | _PLACE | _DOCUMENT | _COLLECTIVE | _CALENDAR
_COMMON: Final = _ROLE | _HONORIFIC | _ANONYMOUS | _KINSHIP
_SOCIAL: Final = frozenset(
    "tweet tweets post posts "
    "thread user users commenter commenters account video clip hashtag caption livestream".split()
)
_CONFIDENTIAL: Final = frozenset(
    "source sources insider insiders official aide staffer informant tipster whistleblower whistle-blower".split()
)
_BREAKS: Final = frozenset((",", "(", "–", "—", "who", "which", "whose"))
_AGENCIES: Final = frozenset("agency house court office".split())
_COUNTS: Final = frozenset("both two".split())
_OWNERS: Final = frozenset("his her their".split())
_COMPANIES: Final = frozenset("inc corp ltd".split())
_PRIVATE: Final = _KINSHIP | _ANONYMOUS
_OFFICES: Final = _PLACE | _ROLE
_UNDATED: Final = _CALENDAR | DIGIT
_TITLED: Final = _ROLE | _HONORIFIC
_MEDIA: Final = _INSTITUTION | _OUTLET
_PUBLISHED: Final = _DOCUMENT | _INSTITUTION
_ODD_CAPITALS: Final = SHOUT | INNER_CAPITAL
_KNOWN: Final = _GIVEN | BODIES | _HONORIFIC
_NOT_PLAIN: Final = _COMMON | _COLLECTIVE
_ISSUED: Final = frozenset(
    "released published conducted filed issued posted taken commissioned obtained surveyed".split()
)
_ISSUERS: Final = CLASS["document"] | CLASS["outlet"] | CLASS["collective"]
# Heads that no list of classes holds since elsewhere they name no source.
_PAPERS: Final = frozenset(
    "plan plans message messages headline headlines evidence tally ranking rankings ad ads advertisement projections "
    "remarks transcript transcripts footage audio recording recordings chart charts count".split()
)
_CROWDS: Final = frozenset(
    "percent % majority majorities third quarter half most all dozens hundreds thousands millions lot lots number those "
    "more many two-thirds audience staff electorate leadership establishment mainstream faction".split()
)
_SAW: Final = frozenset("saw seen witnessed observed heard counted".split())
_INDEFINITE: Final = frozenset("a an some many several one another".split())
_BODY_CROWDS: Final = frozenset("nations countries sides governments states".split())
_DOMAINS: Final = frozenset("com org net tv news co uk info".split())
_LOOSE: Final = frozenset("familiar close briefed involved based".split())
HE: Final = frozenset("he him his".split())
SHE: Final = frozenset("she her".split())
_PLURAL: Final = frozenset("they we them us their".split())
_BACK: Final = 25  # tokens a "they" may stand behind its crowd: the same sentence or the end of the one before
_ADDRESSED: Final = frozenset("mr mrs ms miss dr sir dame".split())  # nobody is called so but a person: "Ms. Danes"
_PRONOUNS: Final = HE | SHE | _PLURAL | {"it"}
NAME_PARTICLES: Final = frozenset("de van von der den al bin ibn la le di da du el dos ter".split())
_IN_NAMES: Final = NAME_PARTICLES | {"."}
_INNER: Final = ("mc", "mac", "o'", "de")  # beginnings of surnames with a second capital


def kind(document: Document, source: Range, cue: str = "") -> str:
    """The source kind of a phrase (`SOURCE_KINDS`), from its head and its capitals."""
    low = document.lower
    first, end = source
    if end - first == 1:
        bare = low[first].partition("'")[0]
        if bare in _PRONOUNS:
            return "outlet" if bare == "we" else "pronoun"
    last = head_of(document, source)
    word, head = low[last], document.mark[last]
    if cue in _SAW and not OBSERVERS.isdisjoint(low[first:end]):
        return "own_observation"
    if head & CAPITAL:
        if _person(document, source, last):
            return "named_person"
    elif word in _SOCIAL:
        return "social_post"
    if word in _DOMAINS and last > first and low[last - 1] == ".":
        return "outlet"
    return _by_head(document, source, last)


def crowd_before(document: Document, source: Range) -> bool:
    """Whether "they" follows an unnamed crowd rather than a body or persons with names."""
    for mark in reversed(document.mark[max(source.first - _BACK, 0) : source.first]):
        if mark & _COLLECTIVE:
            return True
        if mark & CAPITAL and mark & _KNOWN:
            return False
    return False


def _by_head(document: Document, source: Range, last: int) -> str:
    """The kind the head noun's classes tell; where none does, capitals and number decide."""
    mark = document.mark
    word, head = document.lower[last], mark[last]
    proper = head & CAPITAL and (last > source.first or not head & _NOT_PLAIN)
    if word in _AGENCIES or (word == "press" and last == source.first):
        return "institution"
    if not proper and word in _PAPERS:
        return "document"
    if word in _CROWDS and (not proper or last == source.first):
        return "collective"
    if head & _OUTLET and (proper or not head & _PUBLISHED) and not head & _PLACE:
        return "outlet"
    if not proper and head & _PRIVATE and not (head & _KINSHIP and head & _COLLECTIVE):
        return _private(document, source, last)
    if head & _INSTITUTION and not (head & _ROLE and not proper):
        return "institution"
    if head & _DOCUMENT and not (head & CAPITAL and not _lower_start(document, source)):
        return "document"
    if head & _OFFICES:
        return "institution" if head & _PLACE else "role"
    if head & _COLLECTIVE:
        return _crowd(document, source, last)
    return _by_capitals(document, source, last)


def _private(document: Document, source: Range, last: int) -> str:
    """A person without a name: an office where the phrase is definite enough to find them, else anonymous."""
    word, head = document.lower[last], document.mark[last]
    if head & _KINSHIP:
        return "role" if _owned(document, source) else "anonymous"
    if not head & _ROLE or word in _CONFIDENTIAL or word.endswith("s"):
        return "anonymous"
    definite = document.mark[source.first] & _DETERMINER and document.lower[source.first] not in _INDEFINITE
    return "role" if definite or _bodied(document, source, last) else "anonymous"


def _crowd(document: Document, source: Range, last: int) -> str:
    """Two countries, both sides and the United States are bodies; experts and critics are a crowd."""
    word = document.lower[last]
    if word in _BODY_CROWDS and document.lower[last - 1] == "other" and _any(document, source, _PLACE):
        return "institution"  # "Norway and other countries"
    if word == "states" and document.mark[last] & CAPITAL:
        return "institution"
    counted = document.lower[source.first] in _COUNTS
    return "institution" if counted and word in _BODY_CROWDS else "collective"


def _by_capitals(document: Document, source: Range, last: int) -> str:
    low, head = document.lower, document.mark[last]
    word = low[last]
    if _any(document, source, _OUTLET) and head & CAPITAL:
        return "outlet"
    if _any(document, source, _INSTITUTION):
        return "institution"
    if head & CAPITAL and not (last == source.first and _plain(document, last)):
        body = head & _ODD_CAPITALS or _plural_body(word) or low[source.first] == "the"
        return "institution" if body else "named_person"
    return "collective" if word.endswith("s") and not word.endswith("ss") else "role"


def head_of(document: Document, source: Range) -> int:
    """The last token before the first "of", "for", "in" …: what the phrase is about."""
    mark, low = document.mark, document.lower
    first, end = source
    if end - first == 1:
        return first
    for at in range(first + 1, end):
        word = low[at]
        if word in _BREAKS or (word in _ISSUED and mark[at - 1] & _ISSUERS):
            return at - 1  # "a poll released on Monday", "Ann Roe, who built the dam"
        if mark[at] & _PREPOSITION:
            if _ends_in_name(document, at + 1, end):
                return end - 1
            return at - 2 if low[at - 1] in _LOOSE and at - 2 >= first else at - 1
    last = end - 1
    while last > first and not mark[last] & WORD:
        last -= 1
    return last - 1 if low[last] in _LOOSE and last > first else last


def _ends_in_name(document: Document, first: int, end: int) -> bool:
    """ "Secretary of Health Ann Roe": a given name and a surname close the phrase."""
    mark = document.mark
    if end - first < 3 or not mark[end - 1] & CAPITAL:
        return False
    return any(mark[at] & _GIVEN and mark[at] & CAPITAL for at in range(max(first, end - 3), end - 1))


def _person(document: Document, source: Range, last: int) -> bool:
    """Whether a person's name ends the phrase, whose head has a capital."""
    mark, low = document.mark, document.lower
    head, floor = mark[last], source.first
    if head & _UNDATED:
        return False
    run = last
    given = 0
    while run > floor and (mark[run - 1] & CAPITAL or low[run - 1] in _IN_NAMES):
        run -= 1
        given |= mark[run] & _GIVEN
    titled = mark[run] & _HONORIFIC and (not head & BODIES or low[run] in _ADDRESSED)
    if run < last and (titled or (given and not head & _MEDIA)):
        return True
    if head & BODIES or (run < last and mark[last - 1] & BODIES):
        return False
    if run > floor and mark[run - 1] & _TITLED and not mark[run - 1] & CAPITAL:
        return True
    word = low[last]
    if low[floor] == "the" or head & SHOUT or (head & INNER_CAPITAL and not word.startswith(_INNER)):
        return False
    if run < last:
        return not head & _ROLE and not _plural_body(word)
    return not head & _COMMON and not _plural_body(word) and run == floor and not _plain(document, last)


def _plain(document: Document, at: int) -> bool:
    """A plural or function word whose capital is only the sentence's: "Ministers said", "More say"."""
    mark, low = document.mark, document.lower
    if mark[at] & _FUNCTION or low[at].endswith("ly"):
        return True
    opens = at == 0 or mark[at] & NEWLINE or not mark[at - 1] & WORD
    plural = low[at].endswith("s") and not low[at].endswith(("ss", "'s", "us", "is"))
    return bool(opens and plural and not mark[at] & _GIVEN and low.count(low[at]) == 1)


def _plural_body(word: str) -> bool:
    return word.endswith(("ans", "crats", "ists")) or word in _COMPANIES


def _any(document: Document, source: Range, bits: int) -> bool:
    return any(mark & bits for mark in document.mark[source.first : source.end])


def _owned(document: Document, source: Range) -> bool:
    """ "his mother", "Roe's neighbour": findable through somebody named."""
    low = document.lower
    return low[source.first] in _OWNERS or any(word.endswith("'s") for word in low[source.first : source.end])


def _bodied(document: Document, source: Range, last: int) -> bool:
    """A capital before the head: "a Northland Water engineer"."""
    return any(document.mark[at] & CAPITAL for at in range(source.first + 1, last))


def _lower_start(document: Document, source: Range) -> bool:
    return not document.mark[min(source.first + 1, source.end - 1)] & CAPITAL
