"""A bounded memo of word forms: each token string is looked at once, then only its number travels.

A token string holds the white space before the word, so that lengths add up to offsets and a line break is a
property of a form like any other. Everything known of a form stands in one row of a table, by its number: a document
fetches a line of memory a token, not one for each thing it asks.
"""

from __future__ import annotations

import re
import threading
import zlib
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newsgauge import lexicons
from newsgauge.blindness import FIGURE, NAME, folded
from newsgauge.syllables import count_syllables

# Forms kept, some 12 MB. A full memo is begun anew with the forms that a later text brought again: over 8,000 crawled articles 35 forms
# an article are looked at, 37 with a memo of 80,000 that is dropped whole, 41 with one of 40,000 like this.
LIMIT: Final = 50_000

# Shapes. A mark is a bit, so that one array answers every question about a token's class.
WORD: Final = 1 << 0  # letters or digits
CAPITAL: Final = 1 << 1  # begins with a capital
SHOUT: Final = 1 << 2  # two letters or more, all capitals
DIGIT: Final = 1 << 3  # holds a digit
STOP: Final = 1 << 4  # . ! ? …
DOUBLE: Final = 1 << 5  # a double quotation mark
SINGLE: Final = 1 << 6  # a single quotation mark or free apostrophe
OPENING: Final = 1 << 7  # a mark that can only open (“ ‘ «)
CLOSING: Final = 1 << 8  # a mark that can only close (” »); ’ may be an apostrophe
NEWLINE: Final = 1 << 9  # a line break stands before it
BLANK: Final = 1 << 10  # a blank line stands before it
JOINED: Final = 1 << 11  # no white space before it
COMMA: Final = 1 << 12
COLON: Final = 1 << 13  # : or ;
DASH: Final = 1 << 14
BRACKET_OPEN: Final = 1 << 15
BRACKET_CLOSE: Final = 1 << 16
INNER_CAPITAL: Final = 1 << 17  # a lower-case letter directly before a capital: iPhone, SeptemberThe
LETTERS: Final = 1 << 18  # letters only (hyphen and apostrophe allowed)
ENTRY: Final = 1 << 19  # stands in a lexicon as a single word
DOTTED: Final = 1 << 20  # U.S., p.m.
FIRST_CLASS: Final = 21

CLASSES: Final = lexicons.WORD_CLASSES
CLASS: Final = {name: 1 << (FIRST_CLASS + place) for place, name in enumerate(CLASSES)}

# What is counted of a form: counts of a text are one product with masks of its tokens.
TALLIES: Final = (
    "words", "exclamations", "questions", "address", "figures", "capitals", "shouts",
    "readable", "syllables", "long", "polysyllables", "difficult", "lettered", "function",
)  # fmt: skip
FORM: Final = np.dtype(
    [
        ("marks", np.uint64), ("hash", np.uint32), ("frame", np.uint32), ("blind", np.uint32), ("read", np.uint32), ("lead", np.int32),
        ("size", np.int32),
        ("tallies", np.uint8, len(TALLIES)),
    ],
    align=True,
)  # fmt: skip
LONG: Final = 6  # letters; a long word has more (Björnsson 1968)
POLYSYLLABLE: Final = 3  # syllables or more (McLaughlin 1969)
SHOUTED: Final = 5  # capitals from which a word is shouting: shorter ones are mostly acronyms

_CHARACTER_MARKS: Final = {
    **dict.fromkeys(".!?…", STOP),
    "“": DOUBLE | OPENING,
    "„": DOUBLE | OPENING,
    "«": DOUBLE | OPENING,
    "”": DOUBLE | CLOSING,
    "»": DOUBLE | CLOSING,
    '"': DOUBLE,
    "‘": SINGLE | OPENING,
    "’": SINGLE,
    "'": SINGLE,
    "`": SINGLE,
    ",": COMMA,
    ":": COLON,
    ";": COLON,
    **dict.fromkeys("-–—―−", DASH),
    **dict.fromkeys("([{", BRACKET_OPEN),
    **dict.fromkeys(")]}", BRACKET_CLOSE),
}
_DOUBLED: Final = {"``": DOUBLE | OPENING, "''": DOUBLE}  # as typewriters and TeX set them
_STRAIGHT: Final = str.maketrans("’‘`", "'''")
_ALIKE: Final = {**dict.fromkeys(("“", "”", "„", "«", "»", "``", "''"), '"'), **dict.fromkeys("–—―−", "-")}
_CLOSED: Final = CLASS["function"] | CLASS["cue"] | CLASS["calendar"] | CLASS["modal"] | CLASS["auxiliary"]
_ADDRESS, _FUNCTION = CLASS["address"], CLASS["function"]
_WHOSE: Final = (
    CLASS["place"] | CLASS["given_name"] | CLASS["group"]
)  # names that no learnt table may tell apart (law 7)
_OPEN_CLASS: Final = 0x5BD1E995
_NUMBER: Final = 0x1B873593
_ONE: Final = {DASH: 0x2D2D2D2D, SINGLE: 0x27272727, DOUBLE: 0x22222222, DIGIT: FIGURE, CAPITAL: NAME}
_TAKEN_AS_ONE: Final = DASH | SINGLE | DOUBLE | DIGIT | CAPITAL
_INNER: Final = re.compile(r"[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]")
_BREAKS: Final = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


class Vocabulary(dict[str, int]):
    """Token string -> number, with a table of what is known of each form.

    Attributes
    ----------
    forms : ndarray of `FORM`, shape (LIMIT,)
        ``marks``, bits of the shapes above and of `CLASS`; ``hash``, CRC-32 of the lower-cased word; ``read``, the same for the
        learnt tables, which know all places, given names, peoples, creeds and parties as one; ``frame``, the form's grammatical
        frame: the word's own hash where it belongs to a closed class, else one number for all; ``blind``, the hash by which a blind
        reader knows it; ``lead`` and ``size``, code points of the white space before the word and of the word; ``tallies``, what
        the form adds to each count of `TALLIES`.
    lower : ndarray of str objects, shape (LIMIT,)
        The word lower-cased with straight apostrophes.
    again : ndarray of bool, shape (LIMIT,)
        Whether a text after the one that brought the form had it too.
    entries : dict
        Number -> lexicon entries of the single word.
    """

    __slots__ = ("_fresh", "again", "entries", "forms", "lower")

    def __init__(self) -> None:
        super().__init__()
        self.forms: NDArray[np.void] = np.zeros(LIMIT + 1, FORM)
        self.lower: NDArray[np.object_] = np.empty(LIMIT + 1, np.object_)
        self.again: NDArray[np.bool_] = np.zeros(LIMIT + 1, np.bool_)
        self.entries: dict[int, tuple[lexicons.Entry, ...]] = {}
        self._fresh: list[str] = []

    def numbers(self, tokens: Sequence[str]) -> NDArray[np.int64]:
        """The numbers of the tokens' forms, shape (n,); forms not seen before enter the tables."""
        with _ENTERING:
            numbers = np.array(list(map(self.__getitem__, tokens)), np.int64)  # a third quicker than from the iterator
            first = len(self) - len(self._fresh)
            if self._fresh:
                self._enter()
            self.again[numbers] = True
            self.again[first : len(self)] = False  # they are new
        return numbers

    def __missing__(self, token: str) -> int:
        number = self[token] = len(self)
        self._fresh.append(token)
        return number

    def _enter(self) -> None:
        """Look at the forms that wait and write them into the tables, in one go: one by one takes twice as long."""
        end = len(self)
        first = end - len(self._fresh)
        if end > len(self.forms):  # one text with more forms than the memo holds: grow for it, drop it afterwards
            self.forms = np.concatenate([self.forms, np.zeros(end, FORM)])
            self.lower = np.concatenate([self.lower, np.empty(end, np.object_)])
            self.again = np.concatenate([self.again, np.zeros(end, np.bool_)])
        words = [token.lstrip() for token in self._fresh]
        lower = [word.lower() for word in words]
        lower = [word if word.isalnum() else word.translate(_STRAIGHT) for word in lower]
        lexicon = lexicons.load()
        self.forms[first:end] = [
            _form(token, word, low, lexicon) for token, word, low in zip(self._fresh, words, lower, strict=True)
        ]
        self.lower[first:end] = lower
        known = lexicon.words
        self.entries |= {number: known[low] for number, low in enumerate(lower, first) if low in known}
        self._fresh.clear()

    def kept(self) -> Vocabulary:
        """A memo of the forms that came again, under new numbers; they stay once more if they come again once more."""
        new = Vocabulary()
        with _ENTERING:
            old = self.again[: len(self)].nonzero()[0][: LIMIT // 2]
            new.forms[: len(old)], new.lower[: len(old)] = self.forms[old], self.lower[old]
            tokens, numbers = list(self), old.tolist()
            new.update({tokens[number]: at for at, number in enumerate(numbers)})
            new.entries = {at: self.entries[number] for at, number in enumerate(numbers) if number in self.entries}
        return new


def hash_of(word: str) -> int:
    """CRC-32 of a lower-cased word; marks of one kind are alike, for typography tells nothing (law 1)."""
    return zlib.crc32(_ALIKE.get(word, word).encode("utf-8", "surrogatepass"))


def _form(
    token: str, word: str, lower: str, lexicon: lexicons.Lexicon
) -> tuple[int, int, int, int, int, int, int, tuple[int, ...]]:
    """The row of `FORM`."""
    size = len(word)
    lead = len(token) - size
    known = lexicon.classes.get("u.s." if word == "US" else lower, 0)  # the country is no pronoun
    bits = _shape(word, lower) | _before(token, lead) | known << FIRST_CLASS
    if lower in lexicon.words:
        bits |= ENTRY
    code = hash_of(lower)
    frame = code if not bits & WORD or bits & _CLOSED else _NUMBER if bits & DIGIT else _OPEN_CLASS
    read = NAME if bits & CAPITAL and bits & _WHOSE else code
    return bits, code, frame, _blind(bits, code), read, lead, size, _tallies(bits, size, lower)


def _blind(bits: int, code: int) -> int:
    """The hash with names and figures each as one, sides as names, genders as one; marks and dashes look alike."""
    if not bits & _TAKEN_AS_ONE:
        return folded(code)
    return next(becomes for shape, becomes in _ONE.items() if bits & shape)


def _tallies(bits: int, size: int, lower: str) -> tuple[int, ...]:
    """The row of `TALLIES`."""
    if not bits & WORD:
        return 0, lower == "!", lower == "?", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    address, figure, capital = (bits & _ADDRESS) != 0, (bits & DIGIT) != 0, (bits & CAPITAL) != 0
    shouts = (bits & SHOUT) != 0 and size >= SHOUTED
    if not bits & (LETTERS | DOTTED):
        return 1, 0, 0, address, figure, capital, shouts, 0, 0, 0, 0, 0, 0, 0
    lettered = (bits & LETTERS) != 0
    function = lettered and (bits & _FUNCTION) != 0
    syllables = count_syllables(lower) if lettered else 1
    poly = syllables >= POLYSYLLABLE
    difficult = poly and not capital
    return 1, 0, 0, address, figure, capital, shouts, 1, syllables, size > LONG, poly, difficult, lettered, function


def _before(token: str, lead: int) -> int:
    if not lead:
        return JOINED
    if lead == 1 and token[0] == " ":
        return 0
    breaks = len(_BREAKS.findall(token[:lead]))
    return NEWLINE | BLANK if breaks > 1 else NEWLINE if breaks else 0


def _shape(word: str, lower: str) -> int:
    first = word[0]
    if not (first.isalnum() or first == "_"):
        return _DOUBLED.get(word) or _CHARACTER_MARKS.get(first, 0)
    if word.isalpha():  # the commonest shapes at once
        if word == lower:
            return WORD | LETTERS
        if word.isascii() and word[1:].islower():
            return WORD | LETTERS | CAPITAL
    bits = WORD
    if first.isupper():
        bits |= CAPITAL
        if len(word) > 1 and word == word.upper():
            bits |= SHOUT
    if any(map(str.isdigit, word)):
        bits |= DIGIT
    elif "." in word:
        bits |= DOTTED
    else:
        bits |= LETTERS
    if word != lower and _INNER.search(word):
        bits |= INNER_CAPITAL
    return bits


_ENTERING: Final = threading.Lock()  # threads share the memo, and a row waits between its number and its table
_current = Vocabulary()


def vocabulary() -> Vocabulary:
    """The memo in use; a full one is replaced, and documents that hold the old one keep it."""
    global _current  # noqa: PLW0603 - the one memo of the process; documents hold the one they were read with
    if len(_current) >= LIMIT:
        _current = _current.kept()
    return _current
