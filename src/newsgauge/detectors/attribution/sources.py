"""What kind of source a phrase names, and which name it stands for within the text."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.detectors.attribution import cues
from newsgauge.detectors.attribution.reading import OBSERVERS
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
_BODIES: Final = _INSTITUTION | _OUTLET | _PLACE | _DOCUMENT | _COLLECTIVE | _CALENDAR
_COMMON: Final = _ROLE | _HONORIFIC | _ANONYMOUS | _KINSHIP
_SOCIAL: Final = frozenset(
    "tweet tweets post posts thread user users commenter commenters account video clip hashtag caption livestream".split()
)
_CONFIDENTIAL: Final = frozenset(
    "source sources insider insiders informant tipster whistleblower whistle-blower".split()
)
_SAW: Final = frozenset("saw seen witnessed observed heard counted".split())
_DOMAINS: Final = frozenset("com org net tv news co uk info".split())
_LOOSE: Final = frozenset("familiar close briefed involved based".split())
_HE: Final = frozenset("he him his".split())
_SHE: Final = frozenset("she her".split())
_PLURAL: Final = frozenset("they we them us their".split())
_PARTICLES: Final = frozenset("de van von der den al bin ibn la le di da du el dos ter".split())
_NAMED_PEOPLE: Final = 4  # words of a name at most: "Ana Maria de Souza"


def kind(document: Document, source: Range, cue: str = "") -> str:
    """The source kind of a phrase (`SOURCE_KINDS`), from its head and its capitals."""
    low, mark = document.lower, document.mark
    first, last = source.first, _head(document, source)
    word, head = low[last], mark[last]
    if first == last and (word in _HE or word in _SHE or word in _PLURAL or word == "it"):
        return "pronoun"
    if cue in _SAW and OBSERVERS.intersection(low[first : source.end]):
        return "own_observation"
    person = _person(document, source, last)
    if person:
        return "named_person"
    if word in _SOCIAL and not head & CAPITAL:
        return "social_post"
    if word in _DOMAINS and last > source.first and low[last - 1] == ".":
        return "outlet"
    return _by_head(document, source, last)


def _by_head(document: Document, source: Range, last: int) -> str:
    low, mark = document.lower, document.mark
    word, head = low[last], mark[last]
    proper = bool(head & CAPITAL and (last > source.first or not head & (_COMMON | _COLLECTIVE)))
    definite = mark[source.first] & _DETERMINER and low[source.first] not in (
        "a",
        "an",
        "some",
        "many",
        "several",
        "one",
        "another",
    )
    if word in ("agency", "house", "court", "office") or (word == "press" and last == source.first):
        return "institution"
    if head & _OUTLET and (proper or not head & (_DOCUMENT | _INSTITUTION)) and not head & _PLACE:
        return "outlet"
    if head & _KINSHIP and not head & _COLLECTIVE:
        return "role" if _owned(document, source) else "anonymous"
    if head & _ANONYMOUS and not proper:
        if (
            head & _ROLE
            and word not in _CONFIDENTIAL
            and (definite or _bodied(document, source, last))
            and not word.endswith("s")
        ):
            return "role" if word not in ("official", "aide", "staffer") else "anonymous"
        return "anonymous"
    if head & _INSTITUTION and not (head & _ROLE and not proper):
        return "institution"
    if head & _DOCUMENT and not (head & CAPITAL and not _lower_start(document, source)):
        return "document"
    if head & _PLACE:
        return "institution"
    if head & _ROLE:
        return "role"
    if head & _COLLECTIVE:
        if word == "states" and head & CAPITAL:
            return "institution"
        return (
            "institution"
            if word in ("nations", "countries", "sides", "governments", "states")
            and low[source.first] in ("both", "two")
            else "collective"
        )
    if _any(document, source, _OUTLET) and proper:
        return "outlet"
    if _any(document, source, _INSTITUTION):
        return "institution"
    if head & CAPITAL:
        return (
            "institution"
            if head & (SHOUT | INNER_CAPITAL) or _plural_body(word) or low[source.first] == "the"
            else "named_person"
        )
    return "collective" if word.endswith("s") and not word.endswith("ss") else "role"


def _head(document: Document, source: Range) -> int:
    """The last token before the first "of", "for", "in" …: what the phrase is about."""
    mark = document.mark
    for at in range(source.first + 1, source.end):
        if mark[at] & _PREPOSITION:
            if _ends_in_name(document, at + 1, source.end):
                return source.end - 1
            return at - 2 if document.lower[at - 1] in _LOOSE and at - 2 >= source.first else at - 1
    last = source.end - 1
    while last > source.first and not mark[last] & WORD:
        last -= 1
    if document.lower[last] in _LOOSE and last > source.first:
        last -= 1
    return last


def _ends_in_name(document: Document, first: int, end: int) -> bool:
    """ "Secretary of Health Ann Roe": a given name and a surname close the phrase."""
    mark = document.mark
    if end - first < 3 or not mark[end - 1] & CAPITAL:
        return False
    return any(mark[at] & _GIVEN and mark[at] & CAPITAL for at in range(max(first, end - 3), end - 1))


def _person(document: Document, source: Range, last: int) -> bool:
    """Whether a person's name ends the phrase."""
    mark, low = document.mark, document.lower
    head = mark[last]
    if not head & CAPITAL or head & (_CALENDAR | DIGIT):
        return False
    run = last
    while run > source.first and (mark[run - 1] & CAPITAL or low[run - 1] in _PARTICLES or low[run - 1] == "."):
        run -= 1
    if any(mark[at] & _GIVEN for at in range(run, last)) and not head & (_INSTITUTION | _OUTLET):
        return True
    if run < last and mark[run] & _HONORIFIC and not head & _BODIES:
        return True
    if any(mark[at] & _BODIES for at in range(max(run, last - 1), last + 1)):
        return False
    if run > source.first and mark[run - 1] & (_ROLE | _HONORIFIC) and not mark[run - 1] & CAPITAL:
        return True
    if (
        low[source.first] == "the"
        or head & SHOUT
        or (head & INNER_CAPITAL and not low[last].startswith(("mc", "mac", "o'", "de")))
    ):
        return False
    if last - run >= 1:
        return not head & _ROLE and not _plural_body(low[last])
    return not head & _COMMON and not _plural_body(low[last]) and run == source.first


def _plural_body(word: str) -> bool:
    return word.endswith(("ans", "crats", "ists")) or word in ("inc", "corp", "ltd")


def _any(document: Document, source: Range, bits: int) -> bool:
    return any(mark & bits for mark in document.mark[source.first : source.end])


def _owned(document: Document, source: Range) -> bool:
    """ "his mother", "Roe's neighbour": findable through somebody named."""
    low = document.lower
    return low[source.first] in ("his", "her", "their") or any(
        word.endswith("'s") for word in low[source.first : source.end]
    )


def _bodied(document: Document, source: Range, last: int) -> bool:
    """A capital before the head: "a Northland Water engineer"."""
    return any(document.mark[at] & CAPITAL for at in range(source.first + 1, last))


def _lower_start(document: Document, source: Range) -> bool:
    return not document.mark[min(source.first + 1, source.end - 1)] & CAPITAL


class Names:
    """Names in the order the text gives them: full forms of surnames, and who a pronoun means.

    A short-lived reader of one document; it looks a surname up once.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._full: dict[str, str] = {}
        self._people: list[str] = []

    def person(self, source: Range) -> str:
        """The full name a phrase that ends in a person's name stands for, and remembered for pronouns."""
        first, end = self._core(source)
        surname = self._clean(self._document.lower[end - 1])
        if end - first > 1 and surname not in self._full:
            self._full[surname] = self._text(first, end)
        elif surname not in self._full:
            self._full[surname] = self._look_up(surname) or self._text(first, end)
        name = self._full[surname]
        self._people.append(name)
        return name

    def pronoun(self, word: str, sentence: Range) -> str | None:
        """The last person named as a subject whose gender doesn't contradict the pronoun."""
        if word not in _HE and word not in _SHE:
            return None
        wanted = "m" if word in _HE else "f"
        genders = cues.genders()
        subject = self._subject_before(sentence)
        for name in ([subject] if subject else []) + self._people[:-4:-1]:
            known = genders.get(name.partition(" ")[0].lower())
            if known is None or known == wanted:
                return name
        return None

    def _subject_before(self, sentence: Range) -> str | None:
        """The person the sentence before begins with, where it begins with one already known or with a given name."""
        document = self._document
        place = bisect_right(document.sentences, sentence) - 2
        if place < 0:
            return None
        first, end = document.sentences[place]
        mark = document.mark
        stop = first
        while stop < min(end, first + _NAMED_PEOPLE) and mark[stop] & CAPITAL:
            stop += 1
        if stop == first:
            return None
        if mark[first] & _GIVEN and stop - first > 1:
            return self._text(first, stop)
        return self._full.get(self._clean(document.lower[first])) if stop - first == 1 else None

    def body(self, source: Range) -> str:
        """Name of an institution, outlet or document, without its article."""
        first = source.first
        if self._document.mark[first] & _DETERMINER and source.end - first > 1:
            first += 1
        return self._text(first, source.end)

    def described(self, source: Range) -> str | None:
        """ "the Norland leader" -> the person whom the text calls so beside the name."""
        low, mark = self._document.lower, self._document.mark
        words = low[source.first : source.end]
        if len(words) < 3 or words[0] != "the":
            return None
        wanted = words[1:]
        at = 0
        for _ in range(8):
            try:
                at = low.index(wanted[0], at) + 1
            except ValueError:
                return None
            end = at + len(wanted) - 1
            if low[at - 1 : end] == wanted and end + 1 < len(mark) and mark[end] & CAPITAL and mark[end + 1] & CAPITAL:
                stop = end
                while (
                    stop < len(mark)
                    and mark[stop] & CAPITAL
                    and not mark[stop] & NEWLINE
                    and stop - end < _NAMED_PEOPLE
                ):
                    stop += 1
                return self._text(end, stop)
        return None

    def _core(self, source: Range) -> Range:
        """The capitals at the end of the phrase, without title and office."""
        mark, low = self._document.mark, self._document.lower
        end = _head(self._document, source) + 1
        first = end - 1
        while first > source.first and (
            mark[first - 1] & CAPITAL or low[first - 1] in _PARTICLES or low[first - 1] == "."
        ):
            if mark[first - 1] & (_HONORIFIC | _ROLE | _BODIES) and not mark[first - 1] & _GIVEN:
                break
            first -= 1
        while first < end - 1 and low[first] == ".":
            first += 1
        given = next((at for at in range(first, end - 1) if mark[at] & _GIVEN), None)
        if given is not None and end - given > 1:
            first = given
        return Range(max(first, end - _NAMED_PEOPLE), end)

    def _look_up(self, surname: str) -> str | None:
        """The surname's first occurrence behind a given name."""
        document = self._document
        low, mark = document.lower, document.mark
        at = -1
        for _ in range(6):
            try:
                at = low.index(surname, at + 1)
            except ValueError:
                return None
            if at and mark[at] & CAPITAL and not mark[at] & NEWLINE and mark[at - 1] & CAPITAL:
                before = mark[at - 1]
                if before & _GIVEN or (
                    not before & (_HONORIFIC | _ROLE | _BODIES | _DETERMINER | _PREPOSITION)
                    and not low[at - 1].endswith("'s")
                ):
                    first = self._core(Range(max(0, at - 3), at + 1)).first
                    return self._text(first, at + 1)
        return None

    def _text(self, first: int, end: int) -> str:
        return self._clean(" ".join(self._document.words(first, end).split()))

    @staticmethod
    def _clean(name: str) -> str:
        return name.removesuffix("'s").removesuffix("’s")
