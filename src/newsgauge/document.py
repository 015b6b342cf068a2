"""Document: one pass over the text — tokens, lines, title, sentences, quotations, lexicon hits.

Reading goes in two steps, since a scraper's leftovers must be known before anything else may be read: `Document(text)`
cuts tokens and lines, `settle` takes the residue mask and a given title, and everything else follows on first use.
Positions of tokens are indices into the arrays; `span` gives code points.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge import lexicons, quotations, sentences, vocabulary
from newsgauge.article import Attribution, Finding, Range, Span, Voice
from newsgauge.rule import Rule
from newsgauge.vocabulary import BLANK, CAPITAL, ENTRY, NEWLINE, STOP, WORD, hash_of

_PLAIN: Final = r"[A-Za-z][a-z]++(?=[ .,\n])"  # most words: the first branch of a token, where nothing can lengthen it
_TOKEN: Final = re.compile(rf"\s*+(?:{_PLAIN}|{lexicons.TOKEN})")
_HEAD_BITS: Final = 19
_HEAD_SHIFT: Final = np.uint32(32 - _HEAD_BITS)
_PAIR_FACTOR: Final = np.uint32(0x9E3779B1)  # 2^32 / golden ratio (Knuth, TAOCP 3, 6.4)
TITLE_WORDS: Final = 35  # longest headline of 800 labelled texts that is one
_NOT_TITLE_END: Final = (".", ":", ",", ";")
new: Final = tuple.__new__  # of a named tuple: its own constructor takes twice as long


TALLIES: Final = (*vocabulary.TALLIES, "letters", "characters")
_WORDS, _READABLE, _LETTERS, _CHARACTERS = map(TALLIES.index, ("words", "readable", "letters", "characters"))


class Counts(NamedTuple):
    """Counts of `TALLIES` over parts of a settled text: all of it, what isn't masked, its body, and the body
    outside quotations."""

    text: Mapping[str, float]
    unmasked: Mapping[str, float]
    body: Mapping[str, float]
    own: Mapping[str, float]


class SentenceCounts(NamedTuple):
    """Words, words with letters, and quoted tokens, each a list over the sentences."""

    words: list[float]
    readable: list[float]
    quoted: list[float]


class Hit(NamedTuple):
    """A lexicon entry found at tokens first..end."""

    first: int
    end: int
    entry: lexicons.Entry


def pair_hashes(hashes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Hash of each token with the next one, shape (n - 1,)."""
    return (hashes[:-1] * _PAIR_FACTOR) ^ hashes[1:]


def pair_hashes_at(hashes: NDArray[np.uint32], at: NDArray[np.intp]) -> NDArray[np.uint32]:
    """The same at some places only."""
    return (hashes[at] * _PAIR_FACTOR) ^ hashes[at + 1]


def buckets(hashes: NDArray[np.uint32], bits: int) -> NDArray[np.intp]:
    """Bucket of each hash in a learnt table: its upper bits, multiplied first because CRC-32 is linear."""
    return ((hashes * np.uint32(0x85EBCA6B)) >> np.uint32(32 - bits)).astype(np.intp)


class Document:
    """A text cut into tokens and lines, and what follows from them.

    Parameters
    ----------
    text : str
        What every offset refers to; never changed.
    cut : bool
        The sample was shortened, so its end is no truncation.

    Attributes
    ----------
    starts, ends : list of int
        Code points of each token, without the white space before it.
    sizes : ndarray of int32, shape (n,)
        Code points of each token.
    ids : ndarray of int64, shape (n,)
        Form numbers in the vocabulary.
    marks : ndarray of uint64, shape (n,)
        Shapes and classes of `vocabulary`; `mark` is the same as a list of int, quicker one by one.
    lower : list of str
        Lower-cased tokens with straight apostrophes.
    lines : list of Range
        Lines that hold tokens.
    masked : ndarray of bool, shape (n,)
        Tokens of residue. Known after `settle`.
    cue_odds : tuple of ndarray, or None
        Tokens that may attribute and the log odds that each does. Known once the attributions are read.
    """

    def __init__(self, text: str, *, cut: bool = False) -> None:
        self.text = text
        self.cut = cut
        tokens = _TOKEN.findall(text)
        vocab = vocabulary.vocabulary()
        ids = vocab.numbers(tokens)
        self.vocabulary = vocab
        self.ids: NDArray[np.int64] = ids
        self.lower: list[str] = vocab.lower.take(ids).tolist()
        self._forms = forms = vocab.forms.take(ids)
        self.sizes: NDArray[np.int32] = forms["size"].copy()
        ends = np.cumsum(forms["lead"] + self.sizes)
        self.starts: list[int] = (ends - self.sizes).tolist()
        self.ends: list[int] = ends.tolist()
        self.marks: NDArray[np.uint64] = forms["marks"].copy()
        self.mark: list[int] = self.marks.tolist()
        self.hashes: NDArray[np.uint32] = forms["hash"].copy()
        self.masked: NDArray[np.bool_] = np.zeros(len(ids), np.bool_)
        self.title_given: Span | None = None
        self.guess_title = True
        self._occurrences: dict[tuple[str, str], int] = {}
        self._identities: set[str] = set()
        self._where: dict[int, list[int]] = {}
        self._buckets: dict[int, tuple[NDArray[np.intp], NDArray[np.intp]]] = {}
        self.attributions: tuple[Attribution, ...] | None = None
        self.scores: object = None  # of `learnt.scores`, once looked up
        self.cue_odds: tuple[NDArray[np.int64], NDArray[np.float32]] | None = None

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def pairs(self) -> NDArray[np.uint32]:
        """Hash of each token with the next one, shape (n - 1,)."""
        return pair_hashes(self.hashes)

    @cached_property
    def read(self) -> NDArray[np.uint32]:
        """Hash of each token as the learnt tables read it, shape (n,): listed names are all alike."""
        return np.asarray(self._forms["read"].copy())

    def buckets(self, bits: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Buckets of the tokens and of the pairs for a table of 2 ** bits, computed once; listed names are all alike."""
        if bits not in self._buckets:
            self._buckets[bits] = buckets(self.read, bits), buckets(pair_hashes(self.read), bits)
        return self._buckets[bits]

    # -- positions ---------------------------------------------------------------------------------------------------

    def span(self, first: int, end: int) -> Span:
        """Code points of tokens first..end (end excluded)."""
        return Span(self.starts[first], self.ends[end - 1])

    def words(self, first: int, end: int) -> str:
        """The text of tokens first..end as it stands."""
        return self.text[self.starts[first] : self.ends[end - 1]]

    def tokens_of(self, start: int, end: int) -> Range:
        """Tokens that a span of code points touches."""
        return Range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def where(self, bits: int) -> list[int]:
        """Unmasked tokens that carry any of the bits, in a list that is kept and not to be changed."""
        if bits not in self._where:
            self._where[bits] = (self._open_marks & np.uint64(bits)).nonzero()[0].tolist()
        return self._where[bits]

    @cached_property
    def _open_marks(self) -> NDArray[np.uint64]:
        """Marks, 0 where masked; shape (n,)."""
        return np.where(self.masked, np.uint64(0), self.marks) if self.masked.any() else self.marks

    # -- lines and the mask --------------------------------------------------------------------------------------------

    @cached_property
    def lines(self) -> list[Range]:
        if not self.starts:
            return []
        breaks = (self.marks & np.uint64(NEWLINE)).nonzero()[0].tolist()
        edges = [0, *(b for b in breaks if b), len(self)]
        return [new(Range, edge) for edge in pairwise(edges)]

    @cached_property
    def line_of(self) -> NDArray[np.int64]:
        """Line number of each token, shape (n,)."""
        fresh = (self.marks & np.uint64(NEWLINE)) != 0
        if len(fresh):
            fresh[0] = False
        return np.cumsum(fresh)

    @cached_property
    def wrapped(self) -> bool:
        """Lines are broken at a width, so that only a blank line ends a paragraph."""
        breaks = [line.first for line in self.lines[1:] if not self.mark[line.first] & BLANK]
        if len(breaks) < 4:
            return False
        run_on = sum(
            1 for b in breaks if self.mark[b] & WORD and not self.mark[b] & CAPITAL and not self.mark[b - 1] & STOP
        )
        return run_on > 0.3 * len(breaks)

    @cached_property
    def paragraphs(self) -> list[Range]:
        """Runs of lines that belong together: one line each, or up to a blank line where the text is wrapped."""
        if not self.wrapped:
            return self.lines
        edges = [0, *(line.first for line in self.lines[1:] if self.mark[line.first] & BLANK), len(self)]
        return [Range(first, end) for first, end in pairwise(edges)]

    def settle(self, residue: Iterable[Span] = (), title: Span | None = None, guess_title: bool = True) -> None:
        """Fix what is masked and which title was given; call once, before titles, sentences, quotations or hits are read."""
        for start, end in residue:
            first, last = self.tokens_of(start, end)
            self.masked[first:last] = True
        self.title_given = title
        self.guess_title = guess_title

    # -- title ---------------------------------------------------------------------------------------------------------

    @cached_property
    def title(self) -> Range | None:
        """Tokens of the title: the given one, else the first unmasked line where it looks like one."""
        if self.title_given is not None:
            given = self.tokens_of(*self.title_given)
            return given if given.end > given.first else None
        if not self.guess_title:
            return None
        for place, line in enumerate(self.lines):
            first, end = self._unmasked(line)
            if first < end:
                return Range(first, end) if self._title_like(first, end, place) else None
        return None

    def _unmasked(self, line: Range) -> Range:
        keep = (~self.masked[line.first : line.end]).nonzero()[0]
        return Range(line.first + int(keep[0]), line.first + int(keep[-1]) + 1) if len(keep) else Range(0, 0)

    def _title_like(self, first: int, end: int, place: int) -> bool:
        if place + 1 >= len(self.lines) or (self.wrapped and not self.mark[self.lines[place + 1].first] & BLANK):
            return False
        words = sum(1 for mark in self.mark[first:end] if mark & WORD)
        closes = self.text[self.ends[end - 1] - 1]
        ellipsis = self.words(first, end).endswith("...")
        stops = sum(1 for at in range(first, end - 1) if self.lower[at] in (".", "?", "!") and self.mark[at + 1] & WORD)
        return 2 <= words <= TITLE_WORDS and stops < 2 and (closes not in _NOT_TITLE_END or ellipsis)

    @cached_property
    def body_first(self) -> int:
        """First token after the title."""
        return self.title.end if self.title else 0

    @cached_property
    def body(self) -> NDArray[np.bool_]:
        """Unmasked tokens outside the title: what rates refer to; shape (n,)."""
        keep = ~self.masked
        if self.title:
            keep[self.title.first : self.title.end] = False
        return keep

    # -- counts ----------------------------------------------------------------------------------------------------------

    @property
    def frames(self) -> NDArray[np.uint32]:
        """The grammatical frame of each token, shape (n,); see `vocabulary`."""
        frames: NDArray[np.uint32] = self._forms["frame"].copy()  # side by side: read faster
        return frames

    @property
    def blind(self) -> NDArray[np.uint32]:
        """The hash by which a blind reader knows each token, shape (n,); see `blindness`."""
        blind: NDArray[np.uint32] = self._forms["blind"].copy()  # side by side: read faster
        return blind

    @cached_property
    def tallies(self) -> NDArray[np.float32]:
        """What each token adds to the counts of `TALLIES`, shape (n, number of counts)."""
        made = np.empty((len(self), len(TALLIES)), np.float32)
        made[:, :-2] = self._forms["tallies"]
        made[:, _CHARACTERS] = self.sizes
        np.multiply(made[:, _CHARACTERS], made[:, _READABLE], out=made[:, _LETTERS])
        return made

    @cached_property
    def counts(self) -> Counts:
        """Counts over the parts of a settled text, in one product."""
        masks = np.ones((4, len(self)), np.float32)
        masks[1], masks[2] = ~self.masked, self.body
        masks[3] = self.body & ~self.quoted
        return Counts(*(dict(zip(TALLIES, row, strict=True)) for row in (masks @ self.tallies).tolist()))

    @cached_property
    def sentence_counts(self) -> SentenceCounts:
        """Words, words with letters, and quoted tokens of each sentence."""
        if not self.sentences:
            return SentenceCounts([], [], [])
        values = np.zeros((3, len(self) + 1), np.float32)
        values[0, :-1], values[1, :-1] = self.tallies[:, _WORDS], self.tallies[:, _READABLE]
        values[2, :-1] = self.quoted
        return SentenceCounts(*np.add.reduceat(values, self.sentence_bounds.T.ravel(), axis=1)[:, ::2].tolist())

    # -- sentences, quotations, voice ------------------------------------------------------------------------------------

    @cached_property
    def sentences(self) -> list[Range]:
        """Sentences in order, the title one of them; masked stretches belong to none."""
        return sentences.split(self)

    @cached_property
    def sentence_bounds(self) -> NDArray[np.int64]:
        """First and end tokens of the sentences, shape (2, number of sentences)."""
        return np.array(self.sentences, np.int64).reshape(-1, 2).T

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [self.starts[first] for first, _ in self.sentences]

    def sentence_at(self, start: int) -> int:
        """Number of the sentence that holds a code point, -1 where none does."""
        number = bisect_right(self._sentence_starts, start) - 1
        return number if number >= 0 and start < self.ends[self.sentences[number].end - 1] else -1

    @cached_property
    def sentence_of(self) -> NDArray[np.int64]:
        """Sentence number of each token, -1 where it belongs to none; shape (n,)."""
        numbers = np.full(len(self), -1, np.int64)
        for number, (first, end) in enumerate(self.sentences):
            numbers[first:end] = number
        return numbers

    @cached_property
    def quotations(self) -> list[quotations.Quotation]:
        """Quotations in order of their beginning, nested ones with their depth."""
        return quotations.find(self)

    @cached_property
    def quoted(self) -> NDArray[np.bool_]:
        """Tokens inside quotation marks (the marks themselves excluded), shape (n,)."""
        inside = np.zeros(len(self), np.bool_)
        for quotation in self.quotations:
            inside[quotation.first : quotation.end] = True
        return inside

    def voice(self, first: int) -> Voice:
        """Whose words the token is."""
        if self.quoted[first]:
            return "quoted"
        return "headline" if self.title and self.title.first <= first < self.title.end else "author"

    def voices(self) -> list[tuple[Span, Voice]]:
        """The voice of every character, as runs that cover the text."""
        runs: list[tuple[Span, Voice]] = []
        edges = {0, len(self.text)}
        inner = [self.span(q.first, q.end) for q in self.quotations if q.end > q.first]
        title = self.span(*self.title) if self.title else Span(0, 0)
        for span in (*inner, title):
            edges.update(span)
        for start, end in pairwise(sorted(edges)):
            quoted = any(span.start <= start < span.end for span in inner)
            voice: Voice = "quoted" if quoted else "headline" if title.start <= start < title.end else "author"
            runs.append((Span(start, end), voice))
        return runs

    # -- lexicon hits --------------------------------------------------------------------------------------------------

    @cached_property
    def hits(self) -> dict[str, list[Hit]]:
        """Lexicon hits by family, in order; where hits of one family overlap the longest stands."""
        found: dict[str, list[Hit]] = {family: [] for family in lexicons.FAMILIES}
        entries = self.vocabulary.entries
        single = self.where(ENTRY)
        for at, number in zip(single, self.ids[single].tolist(), strict=True):
            for entry in entries[number]:
                found[entry.family].append(new(Hit, (at, at + 1, entry)))
        lexicon = lexicons.load()
        masked = self.masked.any()
        for at, size in self.heads:
            if masked and self.masked[at]:
                continue
            for length in lexicon.heads.get(tuple(self.lower[at : at + size]), ()):
                if size == 2 or length == 3 or tuple(self.lower[at : at + length]) in lexicon.phrases:
                    for entry in lexicon.phrases[tuple(self.lower[at : at + length])]:
                        found[entry.family].append(Hit(at, at + length, entry))
        return {family: _longest(hits) if len(hits) > 1 else hits for family, hits in found.items()}

    @cached_property
    def heads(self) -> list[tuple[int, int]]:
        """Places where a phrase of a lexicon may begin, with how many words say so (3 or 2); masked ones included."""
        if len(self) < 2:
            return []
        heads = _heads()
        signs = heads.pairs[self.pairs >> _HEAD_SHIFT]
        begun = signs.nonzero()[0]
        signs = signs[begun]
        two = begun[(signs & _PAIR) != 0]
        three = begun[(signs & _LONGER) != 0]
        three = three[three < len(self) - 2]
        triples = pair_hashes_at(self.pairs, three) >> _HEAD_SHIFT
        three = three[heads.triples[triples]]
        return [(at, 3) for at in three.tolist()] + [(at, 2) for at in two.tolist()]

    # -- findings ------------------------------------------------------------------------------------------------------

    def finding(
        self, rule: Rule, first: int, end: int, *, weight: float | None = None, note: str | None = None
    ) -> Finding:
        """A finding of a rule over tokens first..end."""
        return self.finding_at(rule, self.starts[first], self.ends[end - 1], self.voice(first), weight, note)

    def finding_at(
        self,
        rule: Rule,
        start: int,
        end: int,
        voice: Voice = "author",
        weight: float | None = None,
        note: str | None = None,
    ) -> Finding:
        """A finding of a rule over code points; its id is made of the rule, the words and which occurrence they are."""
        words = self.text[start:end]
        name = rule.name
        occurrence = self._occurrences[name, words] = self._occurrences.get((name, words), -1) + 1
        identity = f"{zlib.crc32(f'{name} {words} {occurrence}'.encode('utf-8', 'replace')):08x}"
        while identity in self._identities:  # two of 3,000 findings share 32 bits once in a thousand articles
            identity = f"{int(identity, 16) + 1 & 0xFFFFFFFF:08x}"
        self._identities.add(identity)
        strength = rule.weight if weight is None else weight
        kind = name.partition(":")[0]
        return new(Finding, (identity, kind, start, end, words, voice, strength, name, note or rule.note))


class _Heads(NamedTuple):
    """Tables of the hashes of phrases' first two or three words: they rule nearly all places out.

    A pair's sign says whether it is a phrase (`_PAIR`), begins one (`_LONGER`), or both.
    """

    pairs: NDArray[np.uint8]
    triples: NDArray[np.bool_]


_PAIR: Final = 1
_LONGER: Final = 2


@lru_cache(maxsize=1)
def _heads() -> _Heads:
    pairs, triples = np.zeros(1 << _HEAD_BITS, np.uint8), np.zeros(1 << _HEAD_BITS, np.bool_)
    heads = lexicons.load().heads
    words = {word: hash_of(word) for word in {word for head in heads for word in head}}
    two, three = (
        np.array([[words[word] for word in head] for head in heads if len(head) == size], np.uint32).reshape(-1, size).T
        for size in (2, 3)
    )
    begun = (three[0] * _PAIR_FACTOR) ^ three[1]
    pairs[((two[0] * _PAIR_FACTOR) ^ two[1]) >> _HEAD_SHIFT] = _PAIR
    pairs[begun >> _HEAD_SHIFT] |= _LONGER
    triples[((begun * _PAIR_FACTOR) ^ ((three[1] * _PAIR_FACTOR) ^ three[2])) >> _HEAD_SHIFT] = True
    return _Heads(pairs, triples)


def _by_place(hit: Hit) -> tuple[int, int]:
    return hit.first, -hit.end


def _longest(hits: Sequence[Hit]) -> list[Hit]:
    """Hits in order; of overlapping ones the longest, then the first."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=_by_place):
        if not kept or hit.first >= kept[-1].end:
            kept.append(hit)
        elif hit.end - hit.first > kept[-1].end - kept[-1].first:
            kept[-1] = hit
    return kept
