"""Capitals where none belongs: a function word or a plain word that begins large in the middle of a sentence."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

import numpy as np

from newsgauge.detectors.translation.words import Forms, load
from newsgauge.vocabulary import CAPITAL, CLASS, DIGIT, DOTTED, JOINED, LETTERS, NEWLINE, SHOUT, WORD

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document
    from newsgauge.rule import Rule

_FUNCTION: Final = frozenset(
    "for it it's this there those these over with but and if after before from by at on in to as has "
    "have had is are was were which while "
    "because he she they his their its into about since until than then also been would could should "
    "be being under between against "
    "during through without within or both".split()
)
_ITS: Final = np.uint32(zlib.crc32(b"it's"))
_NAMING: Final = frozenset(
    "of the and for in on at to by with from or is are was be without under into over through this these it".split()
)
_PRONOUNS: Final = frozenset("he she his their its they it".split())
_SACRED: Final = frozenset("god jesus christ lord allah bible scripture church".split())
_LAST_OF_PLACES: Final = frozenset("korea states kingdom arabia zealand africa lanka emirates nations union".split())
_WINDOW: Final = 8
_AFTER: Final = WORD | CAPITAL | NEWLINE | JOINED | DIGIT  # of these the next token may only be a word
_TITLES: Final = frozenset(
    "called titled entitled named dubbed book film movie song album series show novel magazine play "
    "poem column game".split()
)
_RUN_IN: Final = 40  # tokens at the beginning of a text without lines, where a title may have been run in


def find(document: Document, rules: dict[str, Rule]) -> list[Finding]:
    """Stray capitals of unmasked text, in order."""
    known = load()
    forms = Forms(document)
    mark, lower = document.mark, document.lower
    shape = np.uint64(CAPITAL | LETTERS | JOINED | NEWLINE | SHOUT)
    found: list[Finding] = []
    places = ((document.marks[:-1] & shape) == np.uint64(CAPITAL | LETTERS)).nonzero()[0]
    hashes = document.hashes[places]
    small = (
        ((document.marks[places] & np.uint64(CLASS["function"])) != 0) | known.may_be_plain(hashes) | (hashes == _ITS)
    )
    for at in places[small].tolist():
        if not at or not mark[at - 1] & WORD or mark[at + 1] & _AFTER != WORD or document.masked[at]:
            continue
        word = lower[at]
        function = word in _FUNCTION
        if len(word) < 2 or (not function and not (known.is_plain(word) and not mark[at] & CLASS["function"])):
            continue
        if _odd(document, at, function, forms) and _sentence_small(document, at):
            name = "translation.stray_capital:function-word" if function else "translation.stray_capital:plain-word"
            found.append(document.finding(rules[name], max(at - 1, 0), min(at + 2, len(mark))))
    return found


def _odd(document: Document, at: int, function: bool, forms: Forms) -> bool:
    """Nothing around the word explains its capital: no title of a work, no name, no list, no beginning."""
    mark, lower = document.mark, document.lower
    previous, word = lower[at - 1], lower[at]
    if mark[at - 1] & (CLASS["abbreviation"] | DIGIT | DOTTED | SHOUT) or len(previous) < 2 or previous in _TITLES:
        return False
    if document.masked[at - 1] or document.quoted[at]:
        return False
    if (document.title and at < document.title.end) or (len(document.lines) < 3 and at < _RUN_IN):
        return False
    after_name = mark[at - 1] & CAPITAL
    if word == "he" and after_name and not mark[at - 1] & CLASS["place"]:
        return False  # He is a name too
    if word in _PRONOUNS and any(forms.times[holy] for holy in _SACRED):
        return False
    if after_name and sum(1 for one in mark[max(at - 4, 0) : at - 1] if one & CAPITAL) >= 2:
        return False  # a heading was run in: the word begins the sentence behind it
    if function:
        near = mark[at + 1 : at + 4]
        return not (after_name and word in _NAMING and any(one & CAPITAL for one in near[:3]))
    return _plain_odd(document, at, forms)


def _plain_odd(document: Document, at: int, forms: Forms) -> bool:
    """A plain word: no determiner before it, seen small elsewhere or nowhere large."""
    mark, lower = document.mark, document.lower
    if mark[at - 1] & CAPITAL and not mark[at - 1] & CLASS["place"] and lower[at - 1] not in _LAST_OF_PLACES:
        return False
    if mark[at - 1] & (CLASS["determiner"] | CLASS["honorific"]) or lower[at - 1] in (
        "of",
        "and",
        "or",
        "the",
        "a",
        "an",
        "as",
    ):
        return False
    return forms.large[lower[at]] == 1


def _sentence_small(document: Document, at: int) -> bool:
    """Most words around are small: no headline, no list of names."""
    first, end = max(0, at - _WINDOW), min(len(document), at + _WINDOW + 1)
    around = [document.mark[i] for i in range(first, end) if i != at and document.mark[i] & LETTERS]
    capitals = sum(1 for one in around if one & CAPITAL)
    right = [one for one in document.mark[at + 1 : at + 5] if one & LETTERS]
    return capitals <= 0.5 * len(around) and sum(1 for one in right if one & CAPITAL) <= 1 and len(around) >= 6
