"""A bounded memo of word forms: each token string is looked at once, then only its number travels.

A token string holds the white space before the word, so that lengths add up to offsets and a line break is a
property of a form like any other. Everything known of a form stands in numpy tables indexed by its number.
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
from newsgauge.syllables import count_syllables

# Forms kept, some 20 MB; a full memo is dropped and begun anew. 150,000 saved 1 % of the time over 4,000 articles, but let a
# worker grow by a quarter on its way through a crawl.
LIMIT: Final = 80_000

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

# What is counted of a form, each a column of `Vocabulary.tallies`.
TALLIES: Final = (
    "words", "exclamations", "questions", "address", "figures", "capitals", "shouts",
    "readable", "syllables", "letters", "long", "polysyllables", "difficult", "characters", "lettered", "function",
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
_CLOSED: Final = CLASS["function"] | CLASS["cue"] | CLASS["calendar"] | CLASS["modal"] | CLASS["auxiliary"]
_OPEN_CLASS: Final = 0x5BD1E995
_NUMBER: Final = 0x1B873593
_INNER: Final = re.compile(r"[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]")
_KNOWN: Final = 5  # columns of a form before its tallies
_BREAKS: Final = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


class Vocabulary(dict[str, int]):
    """Token string -> number, with a table per property.

    Attributes
    ----------
    marks : ndarray of uint64, shape (LIMIT,)
        Bits of the shapes above and of `CLASS`.
    hashes : ndarray of uint32, shape (LIMIT,)
        CRC-32 of the lower-cased word, for the learnt tables.
    frames : ndarray of uint32, shape (LIMIT,)
        The form's grammatical frame: the word's own hash where it belongs to a closed class, else one number for all.
    lead, size : ndarray of int32, shape (LIMIT,)
        Code points of the white space before the word and of the word.
    tallies : ndarray of float32, shape (LIMIT, len(TALLIES))
        What the form adds to each count of `TALLIES`: counts of a text are one product with masks of tokens. A row of
        16 columns is one line of the cache.
    lower : list of str
        The word lower-cased with straight apostrophes.
    entries : dict
        Number -> lexicon entries of the single word.
    """

    __slots__ = ("_fresh", "entries", "frames", "hashes", "lead", "lower", "marks", "size", "tallies")

    def __init__(self) -> None:
        super().__init__()
        self.marks: NDArray[np.uint64] = np.zeros(LIMIT + 1, np.uint64)
        self.hashes: NDArray[np.uint32] = np.zeros(LIMIT + 1, np.uint32)
        self.frames: NDArray[np.uint32] = np.zeros(LIMIT + 1, np.uint32)
        self.lead: NDArray[np.int32] = np.zeros(LIMIT + 1, np.int32)
        self.size: NDArray[np.int32] = np.zeros(LIMIT + 1, np.int32)
        self.tallies: NDArray[np.float32] = np.zeros((LIMIT + 1, len(TALLIES)), np.float32)
        self.lower: list[str] = []
        self.entries: dict[int, tuple[lexicons.Entry, ...]] = {}
        self._fresh: list[str] = []

    def numbers(self, tokens: Sequence[str]) -> list[int]:
        """The numbers of the tokens' forms; forms not seen before enter the tables."""
        with _ENTERING:
            numbers = list(map(self.__getitem__, tokens))
            if self._fresh:
                self._enter()
        return numbers

    def __missing__(self, token: str) -> int:
        number = self[token] = len(self)
        self._fresh.append(token)
        return number

    def _enter(self) -> None:
        """Look at the forms that wait and write them into the tables, in one go: one by one takes twice as long."""
        first, end = len(self.lower), len(self)
        if end > len(self.marks):  # one text with more forms than the memo holds: grow for it, drop it afterwards
            self._grow(end)
        words = [token.lstrip() for token in self._fresh]
        lower = [word.lower() for word in words]
        lower = [word if word.isalnum() else word.translate(_STRAIGHT) for word in lower]
        known: list[int] = []
        for token, word, low in zip(self._fresh, words, lower, strict=True):
            known += self._row(token, word, low, len(self.lower))
            self.lower.append(low)
        self._fresh.clear()
        columns = np.fromiter(known, np.int64, len(known)).reshape(end - first, -1).T
        rows = slice(first, end)
        self.marks[rows], self.hashes[rows], self.frames[rows], self.lead[rows], self.size[rows] = columns[:_KNOWN]
        self.tallies[rows] = columns[_KNOWN:].T

    def _row(self, token: str, word: str, lower: str, number: int) -> tuple[int, ...]:
        """Bits, hash, frame, lead and size of a form, and its tallies."""
        lexicon = lexicons.load()
        lead = len(token) - len(word)
        known = lexicon.classes.get("u.s." if word == "US" else lower, 0)  # the country is no pronoun
        bits = _shape(word, lower) | _before(token, lead) | known << FIRST_CLASS
        entries = lexicon.words.get(lower)
        if entries:
            self.entries[number] = entries
            bits |= ENTRY
        code = zlib.crc32(lower.encode("utf-8", "surrogatepass"))
        frame = code if not bits & WORD or bits & _CLOSED else _NUMBER if bits & DIGIT else _OPEN_CLASS
        return bits, code, frame, lead, len(word), *_tallies(bits, word, lower)

    def _grow(self, least: int) -> None:
        for table in ("marks", "hashes", "frames", "lead", "size", "tallies"):
            old = getattr(self, table)
            setattr(self, table, np.concatenate([old, np.zeros_like(old, shape=(least, *old.shape[1:]))]))


def _tallies(bits: int, word: str, lower: str) -> tuple[int, ...]:
    """The row of `TALLIES`."""
    size = min(len(word), 65_535)  # of one word; a file without spaces is none
    if not bits & WORD:
        return 0, lower == "!", lower == "?", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, size, 0, 0
    capital = (bits & CAPITAL) != 0
    shouts = (bits & SHOUT) != 0 and size >= SHOUTED
    address, figure = (bits & CLASS["address"]) != 0, (bits & DIGIT) != 0
    if not bits & (LETTERS | DOTTED):
        return 1, 0, 0, address, figure, capital, shouts, 0, 0, 0, 0, 0, 0, size, 0, 0
    lettered = (bits & LETTERS) != 0
    function = lettered and (bits & CLASS["function"]) != 0
    syllables = count_syllables(lower) if lettered else 1
    poly = syllables >= POLYSYLLABLE
    long = size > LONG
    return (
        1, 0, 0, address, figure, capital, shouts,
        1, syllables, size, long, poly, poly and not capital, size, lettered, function,
    )  # fmt: skip


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
    if word == lower and word.isalpha():
        return WORD | LETTERS
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
    if len(_current.lower) >= LIMIT:
        _current = Vocabulary()
    return _current
