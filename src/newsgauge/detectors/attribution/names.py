"""Which name a source stands for within its text."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.detectors.attribution import cues
from newsgauge.detectors.attribution.sources import BODIES, HE, NAME_PARTICLES, SHE, head_of
from newsgauge.vocabulary import CAPITAL, CLASS, NEWLINE, hash_of

if TYPE_CHECKING:
    from newsgauge.document import Document

_ROLE: Final = CLASS["role"]
_HONORIFIC: Final = CLASS["honorific"]
_GIVEN: Final = CLASS["given_name"]
_PREPOSITION: Final = CLASS["preposition"]
_DETERMINER: Final = CLASS["determiner"]
_FUNCTION: Final = CLASS["function"] | CLASS["conjunction"]
_UNNAMED: Final = frozenset("a an both two these those some many several his her their its".split())
_LEADERS: Final = frozenset("leader president premier chancellor ruler strongman".split())
_PLACES: Final = 6  # of a surname that are looked at
_NAMED_PEOPLE: Final = 4  # words of a name at most: "Ana Maria de Souza"


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
        if source.end - source.first == 1:
            known = self._full.get(self._document.lower[source.first])
            if known:  # the usual case: a surname said again
                self._people.append(known)
                return known
        first, end = self._core(source)
        surname = self._clean(self._document.lower[end - 1])
        if end - first > 1 and not self._known_as(surname, first):
            self._full[surname] = self._text(first, end)
        elif surname not in self._full:
            self._full[surname] = self._look_up(surname) or self._text(first, end)
        name = self._full[surname]
        self._people.append(name)
        return name

    def _known_as(self, surname: str, first: int) -> bool:
        """The surname is known, and not by another given name: Owen Roe is no Ann Roe."""
        known = self._full.get(surname)
        if known is None:
            return False
        document = self._document
        return not document.mark[first] & _GIVEN or document.lower[first] in known.lower().split()

    def pronoun(self, word: str, sentence: Range) -> str | None:
        """The last person named as a subject whose gender doesn't contradict the pronoun."""
        if word not in HE and word not in SHE:
            return None
        wanted = "m" if word in HE else "f"
        genders = cues.genders()
        subject = self._subject_before(sentence)
        for name in ([subject] if subject else []) + self._people[:-4:-1]:
            known = genders.get(name.partition(" ")[0].lower())
            if known is None or known == wanted:
                return name
        return None

    def surname(self, at: int) -> bool:
        """Whether the word stands behind a given name somewhere: Israel is a person where the text has Celia Israel."""
        low, mark = self._document.lower, self._document.mark
        word = self._clean(low[at])
        if word in self._full:
            return " " in self._full[word]
        return any(
            place and mark[place - 1] & _GIVEN and mark[place] & mark[place - 1] & CAPITAL
            for place in self._places(word)
        )

    def _subject_before(self, sentence: Range) -> str | None:
        """The person the sentence before begins with, where it begins with one already known or with a given name."""
        document = self._document
        place = bisect_right(document.sentences, sentence) - 2
        if place < 0:
            return None
        first, end = document.sentences[place]
        mark = document.mark
        stop = first
        while stop < min(end, first + _NAMED_PEOPLE + 2) and mark[stop] & CAPITAL:
            stop += 1
        if stop == first:
            return None
        first = next((at for at in range(first, stop - 1) if mark[at] & _GIVEN), first)  # "Norland President Ann Roe"
        if mark[first] & _GIVEN and stop - first > 1:
            return self._text(first, stop)
        return self._full.get(self._clean(document.lower[first])) if stop - first == 1 else None

    def body(self, source: Range) -> str | None:
        """Name of an institution, outlet or document, without its article; "both nations" and "his office" have none."""
        first = source.first
        end = head_of(self._document, source) + 1
        if self._document.lower[first] in _UNNAMED and not any(
            mark & CAPITAL for mark in self._document.mark[first + 1 : end]
        ):
            return None
        if self._document.mark[first] & _DETERMINER and source.end - first > 1:
            first += 1
        return self._text(first, source.end)

    def _led(self, people: str) -> str | None:
        """The person whom the text calls "Norland President Ann Roe", where it goes on with "the Norland leader"."""
        low, mark = self._document.lower, self._document.mark
        at = -1
        for _ in range(8):
            try:
                at = low.index(people, at + 1)
            except ValueError:
                return None
            end = at + 1
            while end < len(mark) - 1 and mark[end] & (_ROLE | _HONORIFIC) and end - at < _NAMED_PEOPLE:
                end += 1
            if end > at + 1 and mark[end] & mark[end + 1] & CAPITAL and not mark[end + 1] & NEWLINE:
                return self._run(end)
        return None

    def _run(self, first: int) -> str:
        """The name that begins at a token: its capitals, four words at most."""
        mark = self._document.mark
        stop = first + 1
        while stop < len(mark) and mark[stop] & CAPITAL and not mark[stop] & NEWLINE and stop - first < _NAMED_PEOPLE:
            stop += 1
        return self._text(first, stop)

    def described(self, source: Range) -> str | None:
        """ "the Norland leader" -> the person whom the text calls so beside the name."""
        low, mark = self._document.lower, self._document.mark
        words = low[source.first : source.end]
        if len(words) < 3 or words[0] != "the":
            return None
        wanted = words[1:]
        if len(wanted) == 2 and wanted[1] in _LEADERS and mark[source.first + 1] & CAPITAL:
            return self._led(wanted[0])
        at = 0
        for _ in range(8):
            try:
                at = low.index(wanted[0], at) + 1
            except ValueError:
                return None
            end = at + len(wanted) - 1
            if low[at - 1 : end] == wanted and end + 1 < len(mark) and mark[end] & CAPITAL and mark[end + 1] & CAPITAL:
                return self._run(end)
        return None

    def _core(self, source: Range) -> Range:
        """The capitals at the end of the phrase, without title and office."""
        return self._capitals(source.first, head_of(self._document, source) + 1)

    def _capitals(self, floor: int, end: int) -> Range:
        mark, low = self._document.mark, self._document.lower
        first = end - 1
        while first > floor and (
            mark[first - 1] & CAPITAL or low[first - 1] in NAME_PARTICLES or low[first - 1] == "."
        ):
            if mark[first - 1] & (_HONORIFIC | _ROLE | BODIES | _FUNCTION) and not mark[first - 1] & _GIVEN:
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
        places = self._places(surname)
        for at in places:
            if at > document.body_first and mark[at] & mark[at - 1] & CAPITAL and not mark[at] & NEWLINE:
                before = mark[at - 1]
                if before & _GIVEN or (
                    not before & (_HONORIFIC | _ROLE | BODIES | _DETERMINER | _PREPOSITION | _FUNCTION)
                    and not low[at - 1].endswith("'s")
                ):
                    first = self._capitals(max(0, at - 3), at + 1).first
                    return self._text(first, at + 1)
        return self._family_name_first(places)

    def _places(self, word: str) -> list[int]:
        """The first six places of a word: the hashes tell them sooner than the words."""
        low = self._document.lower
        found = (self._document.hashes == hash_of(word)).nonzero()[0].tolist()
        return [at for at in found if low[at] == word][:_PLACES]

    def _family_name_first(self, places: list[int]) -> str | None:
        """Three capitals that begin with the surname at one of its places, as Korean and Chinese names do."""
        mark = self._document.mark
        for at in places:
            three = mark[at : at + 3]
            if (
                len(three) == 3
                and three[0] & three[1] & three[2] & CAPITAL
                and not (three[0] & _GIVEN or (three[1] | three[2]) & (NEWLINE | _ROLE | _HONORIFIC | BODIES))
            ):
                return self._text(at, at + 3)
        return None

    def _text(self, first: int, end: int) -> str:
        return self._clean(" ".join(self._document.words(first, end).split()))

    @staticmethod
    def _clean(name: str) -> str:
        return name.removesuffix("'s").removesuffix("’s")
