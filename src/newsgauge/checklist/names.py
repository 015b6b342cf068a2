"""Names: runs of capitals, where a sentence's first word and a headline's capitals count only if they are more than that."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import numpy as np

from newsgauge.article import Range
from newsgauge.detectors.translation import words as known_words
from newsgauge.vocabulary import (
    BRACKET_OPEN,
    CAPITAL,
    CLASS,
    COLON,
    COMMA,
    DASH,
    DIGIT,
    DOTTED,
    DOUBLE,
    INNER_CAPITAL,
    JOINED,
    NEWLINE,
    SHOUT,
    SINGLE,
    STOP,
    WORD,
)

if TYPE_CHECKING:
    from newsgauge.document import Document

_NAMING: Final = CLASS["given_name"] | CLASS["place"] | CLASS["outlet"]
_LITTLE: Final = (
    CLASS["function"] | CLASS["determiner"] | CLASS["preposition"] | CLASS["conjunction"] | CLASS["auxiliary"]
    | CLASS["modal"] | CLASS["person_pronoun"] | CLASS["address"] | CLASS["negation"] | CLASS["number_word"]
)  # fmt: skip
_CALENDAR: Final = CLASS["calendar"]
_LINKS: Final = frozenset(
    "of the for de la le les del della di da do dos du van von der den bin ibn al el ben & y e".split()
)
_JOINING: Final = frozenset("of for the".split())
_TITLES_OF_ADDRESS: Final = frozenset("mr mrs ms dr prof sir".split())
_NO_NAMES: Final = _TITLES_OF_ADDRESS | frozenset(
    "i i'm i've i'd i'll a ok tv dvd pm am bst gmt est edt utc photo".split()
)
_TITLED: Final = (
    0.6  # share of capitals among common words of four letters or more from which a line is set as a headline
)
_TITLED_SENTENCE: Final = 0.9  # the same for what ends in a stop
_MOST_LINKS: Final = 2
_HYPHENED: Final = re.compile(r"-[^\W\d_a-zß-öø-ÿ]")  # al-Qasr, pro-Norland, anti-Vale


def names(document: Document) -> Iterator[Range]:
    """Ranges of tokens that name somebody or something, in order."""
    capital = _capitals(document)
    mark, low = document.mark, document.lower
    at, size = 0, len(document)
    while at < size:
        if not capital[at]:
            at += 1
            continue
        end = at + 1
        while end < size:
            step = _next(document, capital, end)
            if not step:
                break
            end = step
        first = at
        while end - first > 1 and (mark[first] & _LITTLE or low[first] in _NO_NAMES or not mark[first] & WORD):
            first += 1
        while end > first and not mark[end - 1] & WORD:
            end -= 1
        if first < end and not (end - first == 1 and _no_name(document, first)):
            yield Range(first, end)
        at = max(end, at + 1)


def _next(document: Document, capital: list[bool], end: int) -> int:
    """Token behind the next part of the name that goes on at ``end``; 0 where it doesn't."""
    mark, low = document.mark, document.lower
    if mark[end] & NEWLINE:
        return 0
    if capital[end]:
        return end + 1
    if low[end] == "." and mark[end] & JOINED and _initial(document, end - 1):
        return end + 1 if end + 1 < len(document) and capital[end + 1] else 0
    if mark[end] & DIGIT and not mark[end] & STOP and mark[end - 1] & WORD:
        return end + 1  # Apollo 11, Boeing 737
    after = end
    while after < len(document) and after - end < _MOST_LINKS and low[after] in _LINKS and not mark[after] & NEWLINE:
        after += 1
    if not end < after < len(document) or not capital[after] or mark[after] & NEWLINE:
        return 0
    # "Bank of Norland", "Centre for Rivers"; but "Ann Vale of the Courier" are two.
    common = low[end] not in _JOINING or (not mark[end - 1] & _NAMING and _usual(document, end - 1) != "unknown")
    return after + 1 if common else 0


def _initial(document: Document, at: int) -> bool:
    """J. or Gen. or St.: a stop behind it ends no name."""
    return document.sizes[at] <= 1 or bool(document.mark[at] & (CLASS["abbreviation"] | CLASS["honorific"]))


def _no_name(document: Document, at: int) -> bool:
    mark = document.mark[at]
    word = document.lower[at]
    if mark & SHOUT and (word in _TITLES_OF_ADDRESS or word == "is"):
        return False  # MS is an illness, IS an army
    return word in _NO_NAMES or bool(mark & (_CALENDAR | _LITTLE) and not mark & (_NAMING | DOTTED))


def _capitals(document: Document) -> list[bool]:
    """Whether each token begins with a capital that says something."""
    marks = document.marks
    large = ((marks & np.uint64(CAPITAL)) != 0) | ((marks & np.uint64(INNER_CAPITAL)) != 0)
    large &= (marks & np.uint64(WORD)) != 0
    for at, word in enumerate(document.lower):
        if "-" in word and not large[at] and _HYPHENED.search(document.words(at, at + 1)):
            large[at] = True
    telling: list[bool] = large.tolist()
    elsewhere = _elsewhere(document, large)
    titled = _set_as_headline(document)
    for at in large.nonzero()[0].tolist():
        if document.mark[at] & _CALENDAR:
            telling[at] = False
        elif titled[at] or _begins(document, at):
            telling[at] = _names_anyway(document, at, elsewhere, titled)
    return telling


def _begins(document: Document, at: int) -> bool:
    """The capital may be that of a sentence: its first word, or the first behind a quotation mark, colon or bracket."""
    number = int(document.sentence_of[at])
    if at == 0 or document.mark[at] & NEWLINE or number < 0 or document.sentences[number].first == at:
        return True
    return bool(document.mark[at - 1] & (DOUBLE | SINGLE | COLON | STOP | BRACKET_OPEN | DASH)) and not (
        document.mark[at - 1] & COMMA
    )


def _names_anyway(document: Document, at: int, elsewhere: frozenset[str], titled: list[bool]) -> bool:
    """A word that is seldom written small, or stands large in mid-sentence too, or before another capital."""
    mark, word = document.mark[at], document.lower[at]
    if mark & _LITTLE and not mark & (_NAMING | DOTTED):
        return False
    if _singular(word) in elsewhere or mark & (_NAMING | DOTTED | INNER_CAPITAL):
        return True
    if mark & SHOUT and not titled[at]:
        return True
    usual = _usual(document, at)
    if usual == "unknown":
        return True
    follows = at + 1 < len(document) and bool(document.mark[at + 1] & CAPITAL) and not document.mark[at + 1] & NEWLINE
    return follows and not titled[at]  # White House, New York; "Former Mayor Vale" is a word too long, and found


def _singular(word: str) -> str:
    """Republicans, where the text has Republican in mid-sentence, and the other way round."""
    return word.removesuffix("'s").removesuffix("s")


def _usual(document: Document, at: int) -> str:
    """Whether edited text writes the word small ("plain"), small and large ("both"), or doesn't know it ("unknown")."""
    word = document.lower[at]
    stem = word.removesuffix("'s")
    return _in_table(int(document.hashes[at]) if stem == word else zlib.crc32(stem.encode("utf-8", "surrogatepass")))


def _in_table(code: int) -> str:
    table = known_words.load()
    place = int(np.searchsorted(table.hashes, np.uint32(code)))
    if place >= len(table.hashes) or int(table.hashes[place]) != code:
        return "unknown"
    return "plain" if table.plain[place] else "both"


def _elsewhere(document: Document, large: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> frozenset[str]:
    """Words that stand large in the middle of a sentence that isn't set as a headline."""
    titled = _set_as_headline(document)
    return frozenset(
        _singular(document.lower[at])
        for at in large.nonzero()[0].tolist()
        if not titled[at] and not _begins(document, at)
    )


def _set_as_headline(document: Document) -> list[bool]:
    """Whether each token stands in a sentence that writes words large which edited text writes small."""
    titled = [False] * len(document)
    for first, end in document.sentences:
        long = [at for at in range(first + 1, end) if document.sizes[at] >= 4 and document.mark[at] & WORD]
        plain = [
            at for at in long if not document.mark[at] & (_NAMING | _CALENDAR) and _usual(document, at) != "unknown"
        ]
        capitals = sum(1 for at in plain if document.mark[at] & CAPITAL)
        # A full sentence of names ("supported by the Norland Institute of Health, …") has small words among the large.
        least = _TITLED_SENTENCE if document.mark[end - 1] & STOP else _TITLED
        if capitals >= 3 and capitals >= least * len(plain):
            titled[first:end] = [True] * (end - first)
    return titled
