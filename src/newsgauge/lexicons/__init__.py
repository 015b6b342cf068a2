"""Lexicons: entries of phrases and classes of words, read from the data files beside this module.

``<family>.tsv``: rule, weight, phrase; ``words/<class>.txt``: one word a line. A phrase may hold optional words in
``[brackets]`` and alternatives ``(a|b)``; apostrophes are straight, case is ignored. Lines that begin with ``#`` say where
the words come from.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources
from itertools import product
from typing import Final, NamedTuple

FAMILIES: Final = (
    "loaded_wording",
    "attribution",
    "vagueness",
    "calibration",
    "accountability",
    "transparency",
    "translation",
    "residue",
    "headline",
    "consistency",
    "genre",
)
# At most 43 classes: they share 64 bits with the shapes of `vocabulary`.
WORD_CLASSES: Final = (
    "function",  # the, of, and …: closed-class words
    "abbreviation",  # takes a full stop in mid-sentence: mr, dr, gov, jan
    "negation",
    "person_pronoun",  # he, she, they and their object forms
    "determiner",
    "preposition",
    "conjunction",  # coordinating and subordinating
    "auxiliary",  # forms of be, have, do
    "modal",
    "calendar",  # weekdays and months
    "honorific",  # mr, president, senator …: before a name
    "role",  # spokesman, minister, director …: an office without a name
    "anonymous",  # source, insider, official, aide …: nobody in particular
    "collective",  # experts, critics, observers, analysts …
    "institution",  # ministry, department, police, university …: head nouns of bodies
    "document",  # statement, report, study, poll, filing …
    "outlet",  # reuters, bbc, times, newspaper …
    "group",  # peoples, creeds and parties: crowds too
    "given_name",
    "place",  # countries, capitals, US states that speak for their governments
    "cue",  # said, told, announced …: any form of a cue verb
    "cue_noun",  # remark, claim, testimony …
    "number_word",
    "unit",
    "address",  # I, we, you and their forms
    "kinship",  # mother, neighbour, colleague …: an unnamed private person
    "attitude",  # wants, opposes, refused …: attributes only where the learnt table says so
)
# Possessive, since nothing is ever given back, and the commonest shapes first: a third quicker. U.S. and 1,000.5 are one token.
TOKEN: Final = r"[A-Za-z]\w++(?:['’-]\w++)*+|``|''|[^\w\s]|(?:[A-Za-z]\.){2,}+|\d++(?:[.,:]\d++)++|\w++(?:['’-]\w++)*+"
_TOKEN: Final = re.compile(TOKEN)
_PLAIN: Final = re.compile(
    r"(?:[a-z]++(?:['-][a-z]++)*+|[ ()|\[\]])*+$"
)  # most patterns: their phrases are cut at spaces
_CHOICE: Final = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")


class Entry(NamedTuple):
    """A lexicon entry: the rule it belongs to (``family.kind:rule-name``), its strength, its words."""

    family: str
    rule: str
    weight: float
    words: tuple[str, ...]


class Lexicon(NamedTuple):
    """All lexicons, ready for look-up.

    Attributes
    ----------
    classes : mapping
        Word -> bits, bit k for ``WORD_CLASSES[k]``.
    words : mapping
        Single word -> its entries.
    phrases : mapping
        All words of a phrase -> its entries.
    heads : mapping
        First three words (both of a pair) -> lengths of the phrases that begin so, longest first.
    """

    classes: Mapping[str, int]
    words: Mapping[str, tuple[Entry, ...]]
    phrases: Mapping[tuple[str, ...], tuple[Entry, ...]]
    heads: Mapping[tuple[str, ...], tuple[int, ...]]


def tokens(phrase: str) -> tuple[str, ...]:
    """Lower-cased tokens of a phrase, cut as `document` cuts a text."""
    lower = phrase.lower().replace("’", "'")
    return tuple(_TOKEN.findall(lower))


def expand(pattern: str) -> Iterator[str]:
    """All phrases a pattern stands for.

    >>> list(expand("it (is|was) [widely] believed"))
    ['it is widely believed', 'it is believed', 'it was widely believed', 'it was believed']
    """
    return (" ".join(phrase.split()) for phrase in _spelt_out(pattern))


def _spelt_out(pattern: str) -> Iterator[str]:
    """The same with the spaces that choices left behind."""
    if "(" not in pattern and "[" not in pattern:
        yield pattern
        return
    pieces: list[tuple[str, ...]] = []
    place = 0
    for choice in _CHOICE.finditer(pattern):
        pieces.append((pattern[place : choice.start()],))
        needed, optional = choice.groups()
        pieces.append(tuple(needed.split("|")) if optional is None else (*optional.split("|"), ""))
        place = choice.end()
    pieces.append((pattern[place:],))
    yield from map("".join, product(*pieces))


def rows(name: str) -> Iterator[list[str]]:
    """Cells of the lines of a data file, without comments and empty lines."""
    for line in (resources.files(__package__) / name).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")


@lru_cache(maxsize=1)
def load() -> Lexicon:
    """Read every lexicon once.

    The garbage collector rests meanwhile and then sets aside what it knows (`gc.freeze`): it would walk over 60,000
    entries that live as long as the process, three times here and again every few articles.
    """
    resting = gc.isenabled()
    gc.disable()
    try:
        return _read()
    finally:
        gc.freeze()
        if resting:
            gc.enable()


def _read() -> Lexicon:
    folder = resources.files(__package__)
    classes: dict[str, int] = {}
    for place, name in enumerate(WORD_CLASSES):
        if (folder / "words" / f"{name}.txt").is_file():
            implied = 1 << WORD_CLASSES.index("collective") if name == "group" else 0
            for cells in rows(f"words/{name}.txt"):
                word = cells[0].strip().lower()
                classes[word] = classes.get(word, 0) | 1 << place | implied
    words: dict[str, list[Entry]] = {}
    phrases: dict[tuple[str, ...], list[Entry]] = {}
    heads: dict[tuple[str, ...], set[int]] = {}
    for family in FAMILIES:
        if (folder / f"{family}.tsv").is_file():
            for entry in _entries(family):
                if len(entry.words) == 1:
                    words.setdefault(entry.words[0], []).append(entry)
                else:
                    phrases.setdefault(entry.words, []).append(entry)
                    heads.setdefault(entry.words[:3], set()).add(len(entry.words))
    return Lexicon(
        classes,
        {word: tuple(found) for word, found in words.items()},
        {key: tuple(found) for key, found in phrases.items()},
        {head: tuple(sorted(lengths, reverse=True)) for head, lengths in heads.items()},
    )


@lru_cache(maxsize=1)
def firing_rates() -> Mapping[str, float]:
    """Findings per 10,000 words of edited news by rule, counted by ``newsgauge evaluate firing --write``; may be empty."""
    if not (resources.files(__package__) / "firing_rates.tsv").is_file():
        return {}
    return {name: float(rate) for name, rate in rows("firing_rates.tsv")}


def _entries(family: str) -> Iterator[Entry]:
    for rule, strength, pattern in rows(f"{family}.tsv"):
        weight = float(strength)
        if _PLAIN.match(pattern):
            for phrase in _spelt_out(pattern):
                yield Entry(family, rule, weight, tuple(phrase.split()))
        else:
            for phrase in _spelt_out(pattern):
                yield Entry(family, rule, weight, tokens(phrase))
