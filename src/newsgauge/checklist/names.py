"""Names: runs of capitals, where a sentence's first word and a headline's capitals count only if they are more than that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import numpy as np

from newsgauge.article import Range
from newsgauge.checklist import capitals
from newsgauge.detectors.translation import words as known_words
from newsgauge.vocabulary import (
    BRACKET_OPEN,
    CAPITAL,
    CLASS,
    CLOSING,
    COLON,
    COMMA,
    DASH,
    DIGIT,
    DOTTED,
    DOUBLE,
    INNER_CAPITAL,
    JOINED,
    NEWLINE,
    OPENING,
    SHOUT,
    SINGLE,
    STOP,
    WORD,
    hash_of,
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
_BEFORE: Final = frozenset("al el abu bin ibn von van de di".split())  # small words a name may begin with
_JOINING: Final = frozenset("of for the".split())
_TITLES_OF_ADDRESS: Final = frozenset("mr mrs ms dr prof sir".split())
_NO_NAMES: Final = _TITLES_OF_ADDRESS | frozenset(
    "i i'm i've i'd i'll a ok tv dvd pm am bst gmt est edt utc photo".split()
)
_TITLED: Final = (
    0.6  # share of capitals among common words of four letters or more from which a line is set as a headline
)
_TITLED_SENTENCE: Final = 0.9  # the same for what ends in a stop
_HEADING: Final = 8  # tokens of a heading between paragraphs
_MOST_LINKS: Final = 2
# Of a word that edited text hardly knows and that only a sentence's beginning made large: no name ends so.
_DERIVED: Final = re.compile(
    r"(?:ly|ing|ed|ness|ments?|tions?|able|less|isms?|ics?|ical|ous|ology|omy|(?:further|never|any|hence|like|mean|none).+)$"
)
# An address is no name, nor are the letters of its path; www.courier.example alone says whose it is.
_CHUNK: Final = re.compile(r"\S+")
_PATH: Final = re.compile(r"://|\w\.\w{1,20}/")
_HYPHENED: Final = re.compile(r"-[^\W\d_a-zß-öø-ÿ]")  # al-Qasr, pro-Norland, anti-Vale


def names(document: Document) -> Iterator[Range]:
    """Ranges of tokens that name somebody or something, in order."""
    capital = _capitals(document)
    mark, low = document.mark, document.lower
    paths = _in_paths(document)
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
        if first < end and not (end - first == 1 and _no_name(document, first)) and not paths[first]:
            yield Range(first - _before(document, first), end)
        at = max(end, at + 1)


def _in_paths(document: Document) -> list[bool]:
    """Whether each token stands in an address with a path."""
    inside = np.zeros(len(document.text) + 1, np.int32)
    for match in _CHUNK.finditer(document.text):
        if "/" in match[0] and _PATH.search(match[0]):
            inside[match.start()] += 1
            inside[match.end()] -= 1
    found: list[bool] = (inside.cumsum()[np.asarray(document.starts, np.int64)] > 0).tolist()
    return found


def _before(document: Document, first: int) -> int:
    """1 where a small word before belongs to the name: al Qaeda, van Dam."""
    return int(first > 0 and document.lower[first - 1] in _BEFORE and not document.mark[first] & (NEWLINE | JOINED))


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
    if document.sizes[at] == 1 and not mark & DOTTED:
        return True  # 80 degrees F, to a T
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
        elif document.mark[at] & SHOUT and document.sizes[at] > 1 and _usual(document, at) != "unknown":
            telling[at] = _abbreviates(document, at)
        elif titled[at] or _begins(document, at):
            telling[at] = _names_anyway(document, at, elsewhere, titled)
    return telling


def _abbreviates(document: Document, at: int) -> bool:
    """Whether a known word in capitals is more than a shouted one: AIDS, or (FIT) behind what it stands for."""
    table, word = capitals.load(), document.lower[at]
    mark = document.mark[at]
    if (
        (mark & _NAMING and not mark & _LITTLE)
        or table.is_shouted(word)
        or table.is_name(word)
        or _paired(document, at)
    ):
        return True
    return word in _in_brackets(document) or _beside_unknown(document, at)


def _beside_unknown(document: Document, at: int) -> bool:
    """MISSION VIEJO: a word nobody knows stands beside it, in capitals too."""
    beside = [other for other in (at - 1, at + 1) if 0 <= other < len(document)]
    return any(document.mark[other] & SHOUT and _usual(document, other) == "unknown" for other in beside)


def _begins(document: Document, at: int) -> bool:
    """The capital may be that of a sentence: its first word, or the first behind a quotation mark, colon or bracket."""
    number = int(document.sentence_of[at])
    if at == 0 or document.mark[at] & NEWLINE or number < 0 or document.sentences[number].first == at:
        return True
    before = document.mark[at - 1]
    if (
        at > 1
        and not document.mark[at - 2] & (STOP | COMMA)
        and before & DOUBLE
        and (before & CLOSING or (before & JOINED and not before & OPENING and not document.mark[at] & JOINED))
    ):
        return False  # "one of the biggest" Congress has seen
    return bool(before & (DOUBLE | SINGLE | COLON | STOP | BRACKET_OPEN | DASH)) and not before & COMMA


def _names_anyway(document: Document, at: int, elsewhere: frozenset[str], titled: list[bool]) -> bool:
    """A word that is seldom written small, or stands large in mid-sentence too, or before another capital."""
    mark, word = document.mark[at], document.lower[at]
    if mark & _LITTLE and not mark & (_NAMING | DOTTED):
        return False
    if _singular(word) in elsewhere or mark & (_NAMING | DOTTED | INNER_CAPITAL):
        return True
    table = capitals.load()
    stem = word.removesuffix("'s")
    if table.is_name(stem) or _paired(document, at):
        return True
    if _usual(document, at) == "unknown":
        return not _derived(stem)
    if titled[at] or at + 1 >= len(document) or document.mark[at + 1] & NEWLINE or not document.mark[at + 1] & CAPITAL:
        return False
    # Former Mayor Vale, Big Bang Theory: two capitals are a name, or a word too long; but not in "Prominent Democrats".
    return table.share(stem) > 0 or not table.is_name(document.lower[at + 1])


def _paired(document: Document, at: int) -> bool:
    """White House, Social Security: a pair that is a name, with the word behind or the one before."""
    table, low, mark = capitals.load(), document.lower, document.mark
    behind = at + 1 < len(document) and bool(mark[at + 1] & CAPITAL) and not mark[at + 1] & NEWLINE
    if behind and table.is_pair(low[at], low[at + 1]):
        return True
    return at > 0 and bool(mark[at - 1] & CAPITAL) and not mark[at] & NEWLINE and table.is_pair(low[at - 1], low[at])


def _derived(word: str) -> bool:
    """Interestingly, Human-inflicted: made of common words, so that its capital is the sentence's."""
    parts = word.split("-")
    if len(parts) == 1:
        return bool(_DERIVED.search(word))
    table = capitals.load()
    return not any(
        table.is_name(part) or (_code_usual(part) == "unknown" and not _DERIVED.search(part)) for part in parts
    )


def _in_brackets(document: Document) -> frozenset[str]:
    """Words that stand in brackets by themselves."""
    low, mark = document.lower, document.mark
    return frozenset(
        low[at]
        for at in range(1, len(document) - 1)
        if mark[at] & SHOUT and mark[at - 1] & BRACKET_OPEN and low[at + 1] in (")", "]")
    )


def _singular(word: str) -> str:
    """Republicans, where the text has Republican in mid-sentence, and the other way round."""
    return word.removesuffix("'s").removesuffix("s")


def _usual(document: Document, at: int) -> str:
    """Whether edited text writes the word small ("plain"), small and large ("both"), or doesn't know it ("unknown")."""
    word = document.lower[at]
    stem = word.removesuffix("'s")
    return _in_table(int(document.hashes[at])) if stem == word else _code_usual(stem)


def _code_usual(word: str) -> str:
    return _in_table(hash_of(word))


def _in_table(code: int) -> str:
    table = known_words.load()
    place = int(np.searchsorted(table.hashes, np.uint32(code)))
    if place >= len(table.hashes) or int(table.hashes[place]) != code:
        return "unknown"
    return "plain" if table.plain[place] else "both"


def _elsewhere(document: Document, large: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> frozenset[str]:
    """Words that end a name in the middle of a sentence that isn't set as a headline: Green, not New."""
    titled = _set_as_headline(document)
    return frozenset(
        _singular(document.lower[at])
        for at in large.nonzero()[0].tolist()
        if not titled[at] and not _begins(document, at) and not (at + 1 < len(large) and large[at + 1])
    )


def _set_as_headline(document: Document) -> list[bool]:
    """Whether each token stands in a sentence that writes words large which edited text writes small."""
    titled = [False] * len(document)
    for first, end in document.sentences:
        long = [at for at in range(first + 1, end) if document.sizes[at] >= 4 and document.mark[at] & WORD]
        plain = [
            at for at in long if not document.mark[at] & (_NAMING | _CALENDAR) and _usual(document, at) != "unknown"
        ]
        large = [at for at in plain if document.mark[at] & CAPITAL]
        if large and large[-1] - large[0] == len(large) - 1 and large[0] > first + 1:
            continue  # one run in the midst of small words: May 1 in Norland River Research
        # A full sentence of names ("supported by the Norland Institute of Health, …") has small words among the large.
        least = _TITLED_SENTENCE if document.mark[end - 1] & STOP else _TITLED
        if (len(large) >= 3 and len(large) >= least * len(plain)) or _heads(document, first, end):
            titled[first:end] = [True] * (end - first)
    return titled


def _heads(document: Document, first: int, end: int) -> bool:
    """A short line by itself, of common words with capitals: Greater Accuracy, Corrections & Amplifications."""
    if end - first > _HEADING or document.mark[end - 1] & STOP or (first and not document.mark[first] & NEWLINE):
        return False
    if end < len(document) and not document.mark[end] & NEWLINE:
        return False
    long = [at for at in range(first, end) if document.sizes[at] >= 4 and document.mark[at] & WORD]
    common = all(not document.mark[at] & _NAMING and _usual(document, at) != "unknown" for at in long)
    return len(long) >= 2 and common and all(document.mark[at] & CAPITAL for at in long)
