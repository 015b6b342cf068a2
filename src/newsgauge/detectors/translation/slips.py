"""Slips of grammar, idiom and spelling by their words, and encoding damage by its rare characters."""

from __future__ import annotations

import re
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from newsgauge.detectors.translation.words import load
from newsgauge.vocabulary import CAPITAL, CLASS, DASH, DIGIT, JOINED, LETTERS, NEWLINE, SHOUT, SINGLE, STOP, WORD

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document, Hit
    from newsgauge.rule import Rule

_VOWEL_SOUNDS: Final = (
    "hour",
    "honest",
    "honor",
    "honour",
    "heir",
    "herb",
    "historic",
    "hotel",
    "habitual",
    "homage",
    "hallucin",
    "hundred",
)
_CONSONANT_SOUNDS: Final = (
    "uni",
    "unan",
    "use",
    "usu",
    "util",
    "eu",
    "ewe",
    "one",
    "once",
    "ubi",
    "uk",
    "us",
    "ur",
    "ut",
    "uto",
    "ut",
    "ouija",
    "oui",
    "u-",
    "uga",
    "uru",
)
_NO_VOWELS: Final = ("unit", "unif", "univ", "useful", "europ")
_UN_VOWELS: Final = ("unin", "unim", "unil", "unid")  # uninformed, unimportant: “un” before a vowel
_CANT_FOLLOW: Final = frozenset("of and or was were to for from by with has have had but than".split())
_A, _AN, _THE = (np.uint32(zlib.crc32(word)) for word in (b"a", b"an", b"the"))
_SHIFT: Final = np.uint32(20)
_HANGING: Final = frozenset("the a an and their my your our its because".split())
_MOJIBAKE: Final = re.compile(
    r"(?:[ÃâÂ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]+)+|ï¿½|�+|[\x80-\x9f]+"
    r"|&(?:amp|quot|nbsp|lt|gt|apos|#\d{2,5}|[lr][sd]quo|[mn]dash);"
)
_SUSPECT: Final = tuple(
    (pair[:1], pair[1:]) for pair in (b"\xc3\x82", b"\xc3\x83", b"\xc3\xa2", b"\xef\xbf", b"\xef\xbe")
)
_CONTROL: Final = re.compile(rb"\xc2[\x80-\x9f]")
_QUESTION: Final = np.uint32(zlib.crc32(b"?"))


def lexical(document: Document, rules: dict[str, Rule]) -> list[Finding]:
    """What the lexicon finds and the context doesn't excuse."""
    return [
        document.finding(rules[hit.entry.rule], hit.first, hit.end, weight=hit.entry.weight)
        for hit in document.hits["translation"]
        if _stands(document, hit)
    ]


# Behind these a bare verb may be right: “does he have”, “let it have”, “one of these is”.
_NO_SUBJECT: Final = frozenset("and let makes make made than if lest suggest demand insist of how one not".split())
_NO_SUBJECT_BITS: Final = CLASS["auxiliary"] | CLASS["modal"] | CLASS["preposition"] | CLASS["number_word"]


def _stands(document: Document, hit: Hit) -> bool:
    """The words stand next to each other in one sentence and nothing around makes them right."""
    mark, lower = document.mark, document.lower
    rule = hit.entry.rule
    inner = mark[hit.first + 1 : hit.end]
    if any(one & NEWLINE for one in inner) or any(
        one & SHOUT and one & CAPITAL for one in mark[hit.first : hit.end] if rule != _MISSPELT
    ):
        return False
    before = mark[hit.first - 1] if hit.first and not mark[hit.first] & NEWLINE else 0
    word_before = lower[hit.first - 1] if hit.first else ""
    if hit.end < len(mark) and mark[hit.end] & JOINED and mark[hit.end] & SINGLE:
        return False
    if hit.entry.words[0] == "few":
        return not hit.first or bool(mark[hit.first] & NEWLINE or before & STOP)
    if rule == "translation.encoding:lost-apostrophe":
        return not mark[hit.first] & JOINED
    if rule == _MISSPELT:
        return not (mark[hit.first] & CAPITAL) and not mark[hit.first] & JOINED
    if rule in (_DOUBLED, _ARTICLES):
        return not any(one & CAPITAL for one in inner) and not (
            before & CLASS["auxiliary"]
            and rule == _ARTICLES
            and lower[hit.end - 1] == "the"
            and lower[hit.first] != "a"
        )
    if rule == "translation.agreement:subject" and word_before == "that":
        return False
    if rule in ("translation.agreement:subject", "translation.agreement:verb"):
        inverted = word_before in _NO_SUBJECT or word_before.endswith("n't")
        return not before & _NO_SUBJECT_BITS and not inverted
    if rule == "translation.missing_preposition:place":
        return hit.end >= len(mark) or not mark[hit.end] & CAPITAL or bool(mark[hit.end] & CLASS["function"])
    return True


_MISSPELT: Final = "translation.typo:misspelling"
_DOUBLED: Final = "translation.typo:doubled"
_ARTICLES: Final = "translation.agreement:articles"


def articles(document: Document, rules: dict[str, Rule]) -> list[Finding]:
    """“a issue”, “an building”; “the of”, where a word is missing."""
    hashes, mark, lower = document.hashes[:-1], document.mark, document.lower
    indefinite = (hashes == _A) | (hashes == _AN)
    places = (indefinite | (hashes == _THE) & _stuck()[document.hashes[1:] >> _SHIFT]).nonzero()[0]
    found: list[Finding] = []
    for at in places.tolist():
        word, next_word = lower[at], lower[at + 1]
        stuck = next_word in _CANT_FOLLOW
        if (not stuck and (word == "the" or not _wrong_article(word, next_word))) or document.masked[at]:
            continue
        follows = mark[at + 1]
        if not follows & LETTERS or follows & (NEWLINE | JOINED | CAPITAL) or _letter(document, at):
            continue
        if stuck and not mark[at] & CAPITAL and at and mark[at - 1] & LETTERS and not _inside_name(document, at):
            found.append(document.finding(rules["translation.sentence_fragment:missing-word"], at, at + 2))
        elif not stuck and not follows & CLASS["function"]:
            found.append(document.finding(rules["translation.agreement:a-an"], at, at + 2))
    return found


@lru_cache(maxsize=1)
def _stuck() -> NDArray[np.bool_]:
    bitmap = np.zeros(1 << 12, np.bool_)
    for word in _CANT_FOLLOW:
        bitmap[zlib.crc32(word.encode()) >> 20] = True
    return bitmap


def _letter(document: Document, at: int) -> bool:
    """A capital A in mid-sentence is a letter: a grade, a vitamin, a name."""
    mark = document.mark
    return bool(mark[at] & CAPITAL and at and mark[at - 1] & WORD and not mark[at] & NEWLINE)


def _inside_name(document: Document, at: int) -> bool:
    """“plan a and plan b”, “the a to z”: the article is a letter."""
    near = document.lower[at + 2 : at + 4]
    return document.lower[at] == "a" and (
        document.lower[at - 1]
        in ("vitamin", "hepatitis", "plan", "part", "grade", "from", "group", "type", "class", "section", "option")
        or bool({"b", "z"} & set(near))
    )


def _wrong_article(article: str, word: str) -> bool:
    """The article doesn't fit the sound the word begins with; unknown words are left alone."""
    vowel = word[0] in "aeioux"
    if article == "a":
        wrong = vowel and word[0] != "x" and (not word.startswith(_CONSONANT_SOUNDS) or word.startswith(_UN_VOWELS))
    else:
        wrong = (not vowel and not word.startswith(_VOWEL_SOUNDS)) or word.startswith(_NO_VOWELS)
    return wrong and len(word) >= 3 and word.isascii() and word.isalpha() and word in load()


def hanging(document: Document, rules: dict[str, Rule]) -> list[Finding]:
    """A stop after a word that can't end a sentence, or a stop that hangs in the air after it: “by the .”."""
    mark, lower = document.mark, document.lower
    found: list[Finding] = []
    for at in document.where(STOP):
        if lower[at - 1] not in _HANGING or at < 2 or lower[at] != "." or mark[at - 1] & CAPITAL or mark[at] & NEWLINE:
            continue
        dotted = at + 1 < len(mark) and mark[at + 1] & (JOINED | STOP)
        letter = len(lower[at - 1]) == 1 and mark[at - 2] & (CAPITAL | DIGIT | STOP)
        if not dotted and not letter and mark[at - 2] & LETTERS and not mark[at - 1] & JOINED:
            found.append(document.finding(rules["translation.sentence_fragment:hanging-stop"], max(at - 3, 0), at + 1))
    return found


def hyphens(document: Document, rules: dict[str, Rule]) -> list[Finding]:
    """“large -scale”: a hyphen that lost its word, as machine translation leaves it."""
    mark = document.mark
    return [
        document.finding(rules["translation.typo:loose-hyphen"], at - 1, at + 2)
        for at in document.where(DASH)
        if 0 < at < len(mark) - 1
        and document.lower[at] == "-"
        and not mark[at] & (JOINED | NEWLINE)
        and mark[at + 1] & JOINED
        and all(mark[near] & LETTERS and not mark[near] & CAPITAL for near in (at - 1, at + 1))
        and not mark[at + 1] & CLASS["function"]
    ]


def encoding(document: Document, rules: dict[str, Rule]) -> list[Finding]:
    """Characters read in the wrong encoding, entities shown as text, apostrophes that were lost or turned into “?”."""
    text = document.text
    found: list[Finding] = []
    if ("&" in text and ";" in text) or (not text.isascii() and _suspect(text)):
        for match in _MOJIBAKE.finditer(text):
            first, end = document.tokens_of(match.start(), match.end())
            if first < end and not document.masked[first]:
                rule = rules["translation.encoding:mojibake"]
                found.append(document.finding_at(rule, match.start(), match.end(), document.voice(first)))
    found += _question_marks(document, rules["translation.encoding:question-mark"])
    return found + _possessives(document, rules["translation.encoding:lost-apostrophe"])


def _suspect(text: str) -> bool:
    """Whether Ã, Â, â€, a control or a replacement character is in the text: an expression is worth its time.

    Looked for as octets of UTF-8, which are found sooner than characters.
    """
    encoded = text.encode("utf-8", "surrogatepass")
    if any(lead in encoded and (lead + octet in encoded) for lead, octet in _SUSPECT):
        return True
    return b"\xc2" in encoded and _CONTROL.search(encoded) is not None


def _question_marks(document: Document, rule: Rule) -> list[Finding]:
    if "?" not in document.text:
        return []
    mark, lower = document.mark, document.lower
    return [
        document.finding(rule, at - 1, at + 2)
        for at in ((document.hashes[1:-1] == _QUESTION).nonzero()[0] + 1).tolist()
        if not document.masked[at]
        and lower[at + 1] in ("s", "t", "re", "ve", "ll", "d", "m")
        and mark[at] & mark[at + 1] & JOINED
        and mark[at - 1] & LETTERS
    ]


def _possessives(document: Document, rule: Rule) -> list[Finding]:
    """“Veldens mayor”: in a text without possessive apostrophes, a known name with a bare s before a noun."""
    if len(document) < 100 or "'s" in document.text or "’s" in document.text:
        return []
    shape = np.uint64(CAPITAL | LETTERS | SHOUT)
    large = ((document.marks & shape) == np.uint64(CAPITAL | LETTERS)).nonzero()[0].tolist()
    names = {document.lower[at] for at in large if document.mark[at] & (CLASS["place"] | CLASS["given_name"])}
    return [
        document.finding(rule, at, at + 1)
        for at in large
        if document.lower[at].endswith("s") and document.lower[at][:-1] in names and _owns(document, at)
    ]


def _owns(document: Document, at: int) -> bool:
    """No plural of a family or continent: no article before it, a noun behind it."""
    lower, mark = document.lower, document.mark
    if (
        at + 1 >= len(lower)
        or document.masked[at]
        or (at and lower[at - 1] in ("the", "many", "two", "both", "all", "these"))
    ):
        return False
    follows = mark[at + 1]
    return (
        bool(follows & LETTERS)
        and not follows & (CLASS["function"] | CLASS["cue"] | NEWLINE)
        and lower[at] not in load()
    )
