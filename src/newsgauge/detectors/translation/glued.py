"""Words glued together: where a link, a tag or a line break was cut out between them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from newsgauge.detectors.translation.words import MEMO, Forms, KnownWords, load
from newsgauge.vocabulary import (
    BRACKET_CLOSE,
    BRACKET_OPEN,
    CAPITAL,
    CLASS,
    COLON,
    COMMA,
    DIGIT,
    DOUBLE,
    INNER_CAPITAL,
    JOINED,
    LETTERS,
    NEWLINE,
    SHOUT,
    STOP,
    WORD,
)

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document
    from newsgauge.rule import Rule

_JOINT: Final = re.compile(r"^([A-Za-z][a-z]+)([A-Z][a-z]+|[A-Z]+)(?:['’]s)?$")
_OPENERS: Final = frozenset(
    "the there this that these those he she they we but and for when while after before with from "
    "his her their its according however "
    "meanwhile if as since because although what which who where into also then it's that's there's "
    "in on at by to it a".split()
)
_SHORT: Final = frozenset("in on at by to it a as if he we up out off".split())  # they end brands too: LinkedIn, MoveOn
_LEFTS: Final = frozenset("of in on to by at an is as and the for from with that this was are his her its".split())
_DOMAINS: Final = frozenset("com org net co uk gov edu tv info html htm php www".split())
_BRANDS: Final = frozenset(
    "youtube facebook paypal linkedin wikileaks buzzfeed dreamworks whatsapp mastercard gofundme "
    "moveon politifact jetblue blackberry "
    "playstation obamacare trumpcare healthcare macbook dropbox snapchat infowars redstate "
    "newsbusters blackrock softbank crowdstrike "
    "unitedhealth wework sharepoint powerpoint lifesite worldnetdaily newsmax breitbart townhall "
    "factcheck nightline godaddy hubspot "
    "deepmind airpods bitcoin skybridge truthout counterpunch takepart goodreads grubhub doordash "
    "salesforce homepod instacart tripadvisor "
    "petsmart carmax autozone officemax foodstuffs lifetime comicon sportscenter medicare newsweek "
    "firefox javascript postsecret startups "
    "lockheed skynews barbwire theblaze thehill realclear newspunch turbotax livestream soundcloud "
    "photoshop onlyfans webmd openai opentable "
    "carefirst bluecross crossfit lifelock servicemen superpac superpacs ourrevolution actblue "
    "votevets swiftkey indiegogo comscore nevertrump nowthis".split()
)
_TAILS: Final = (
    ("into", 3),
    ("which", 3),
    ("from", 4),
    ("that", 4),
    ("the", 5),
    ("and", 5),
    ("by", 6),
)  # least letters before them
_HEADS: Final = ("than", "that", "the", "from", "which")
_HALF: Final = 6  # letters of either half of two long words without a joint: shorter ones make compounds
_COMPOUNDING: Final = ("counter", "under", "inter", "super", "ultra", "decision", "hyper", "trans")
_COMPOUNDED: Final = ("ability", "abilities", "makers", "making", "seekers", "holders", "fighters", "worthy")
_FUSED: Final = frozenset(
    "ofthe inthe tothe onthe andthe forthe fromthe withthe bythe atthe thatthe isthe wasthe theand "
    "thethey theof thein inthis ofthis ofhis "
    "toher tohis ofa ina".split()
)
_NAMES: Final = CLASS["given_name"] | CLASS["place"]
_WHOLE: Final = frozenset("here there where every some any with no thousand thous under over forth hence".split())


def find(document: Document, rules: dict[str, Rule], unknown: list[int]) -> list[Finding]:
    """Glued words in order; they are read in masked text too, since they show how the text was cut.

    ``unknown`` are from `words.unknown_small`.
    """
    known = load()
    forms = Forms(document)
    found = [
        document.finding(rules["translation.glued_words:inner-capital"], at, at + 1)
        for at in ((document.marks & np.uint64(INNER_CAPITAL)) != 0).nonzero()[0].tolist()
        if _inner(document, at, known, forms)
    ]
    found += [
        document.finding(rules["translation.glued_words:stop"], at - 1, at + 2)
        for at in _joints(document, known, forms)
    ]
    found += [
        document.finding(rules["translation.glued_words:small"], at, at + 1)
        for at in _small(document, unknown, known, forms)
    ]
    found += [
        document.finding(rules["translation.glued_words:quotation"], at - 1, at + 2) for at in _quotations(document)
    ]
    found += [
        document.finding(rules["translation.glued_words:bracket"], at - 2, at + 2) for at in _brackets(document, known)
    ]
    return found


def _apart(document: Document, at: int) -> bool:
    """The token is no part of an address, a handle, a hashtag or a compound."""
    after = document.mark[at + 1] if at + 1 < len(document) else 0
    if document.mark[at] & JOINED and at and document.lower[at - 1] in ("@", "#", ".", "/", "-", "_", "&"):
        return False
    follows = document.lower[at + 1] if after & JOINED else ""
    return follows not in ("/", "@", "-", "_") and not (
        follows == "." and at + 2 < len(document) and document.mark[at + 2] & JOINED
    )


def _inner(document: Document, at: int, known: KnownWords, forms: Forms) -> bool:
    word = document.text[document.starts[at] : document.ends[at]]
    joint = _JOINT.match(word)
    if not joint or not document.mark[at] & LETTERS or (joint[1] + joint[2]).lower() in _BRANDS:
        return False
    if document.masked[at] and not any(one & NEWLINE for one in document.mark[max(at - 3, 0) : at + 1]) and at > 3:
        return False  # the seam of a pop-up inside a line says nothing about the article's own words
    # What stands twice is a brand, whatever it looks like.
    return _parts(joint[1], joint[2], known, forms) and _apart(document, at) and forms.times[document.lower[at]] == 1


def _parts(left: str, right: str, known: KnownWords, forms: Forms) -> bool:
    """Both halves are words."""
    small_left, small_right = left.lower(), right.lower()
    if right.isupper() and len(right) > 1:
        return left in _LEFTS and len(left) < 4
    if len(left) < 3 and not (left in _LEFTS and len(right) > 3):
        return False
    calendar = small_left in _CALENDAR
    if small_right in _OPENERS and (len(right) > 2 or calendar):
        return calendar or len(right) > 3 or small_left in known or forms.alone(left)
    if len(right) < 3:
        return False
    if left.islower():
        return small_left in known and (small_right in known or forms.alone(right))
    long = calendar or (len(right) >= 4 and len(left) >= 4)
    return long and small_left not in _PREFIXES and (calendar or small_left in known) and forms.alone(right)


_PREFIXES: Final = frozenset(
    "macro black blue red green white open sky soft micro mega super cyber face book super inter "
    "trans over under euro".split()
)
_CALENDAR: Final = frozenset(
    "january february march april may june july august september october november december monday "
    "tuesday wednesday thursday friday "
    "saturday sunday".split()
)


def _joints(document: Document, known: KnownWords, forms: Forms) -> list[int]:
    """Stops, commas and colons with a word right before and right behind them: “river.The”."""
    mark = document.mark
    shape = np.uint64(JOINED | LETTERS)
    found: list[int] = []
    for after in ((document.marks & shape) == shape).nonzero()[0].tolist():
        at = after - 1
        if at < 1 or not mark[at] & (STOP | COMMA | COLON) or not mark[at] & JOINED:
            continue
        if _mere_prose(document, at) and _two_words(document, at, known, forms):
            found.append(at)
    return found


def _mere_prose(document: Document, at: int) -> bool:
    """A small word stands before the mark, and nothing there is an address, an abbreviation or a number."""
    mark, lower = document.mark, document.lower
    if not mark[at - 1] & LETTERS or mark[at - 1] & CAPITAL or len(lower[at - 1]) < 2 or lower[at + 1] in _DOMAINS:
        return False
    chain = at + 2 < len(mark) and mark[at + 2] & JOINED and not mark[at + 2] & (STOP | COMMA | DOUBLE)
    linked = mark[at - 1] & JOINED and at > 1 and lower[at - 2] in (".", "/", "@", "-", ":")
    return not chain and not linked and not (mark[at] & STOP and lower[at] == "…")


def _two_words(document: Document, at: int, known: KnownWords, forms: Forms) -> bool:
    """Known words on both sides: small ones around a comma, a capital behind a stop or colon."""
    mark, before, after = document.mark[at + 1], document.lower[at - 1], document.lower[at + 1]
    if before not in known:
        return False
    if document.mark[at] & COMMA:
        return not mark & CAPITAL and after in known and len(before) > 2 and len(after) > 2
    if not mark & CAPITAL or (len(after) < 2 and after not in ("a", "i")):
        return False
    return bool(mark & _NAMES) or after in known or forms.times[after] > 1


def _small(document: Document, unknown: list[int], known: KnownWords, forms: Forms) -> list[int]:
    """“peopleand”: an unknown word in small letters that falls apart into a known word and a function word."""
    return [
        at
        for at in unknown
        if _splits(document.lower[at], known) and _apart(document, at) and forms.times[document.lower[at]] == 1
    ]


@lru_cache(maxsize=MEMO)  # the same unknown words come back in text after text
def _splits(word: str, known: KnownWords) -> bool:
    if word in _FUSED:
        return True
    if len(word) < 7:
        return False
    for tail, least in _TAILS:
        left = word[: -len(tail)]
        if word.endswith(tail) and len(left) >= least and left in known and left not in _WHOLE:
            return True
    if any(word.startswith(head) and len(word) - len(head) >= 5 and word[len(head) :] in known for head in _HEADS):
        return True
    if word.startswith(_COMPOUNDING) or word.endswith(_COMPOUNDED):
        return False
    return len(word) >= 2 * _HALF and any(
        known.is_plain(word[:at]) and known.is_plain(word[at:]) for at in range(_HALF, len(word) - _HALF + 1)
    )


def _quotations(document: Document) -> list[int]:
    """A mark with a word right before and right behind it: “… over.”She; over."She, where straight marks can't tell."""
    mark, lower = document.mark, document.lower
    shape = np.uint64(DOUBLE | JOINED)
    return [
        at
        for at in ((document.marks & shape) == shape).nonzero()[0].tolist()
        if 0 < at < len(mark) - 1
        and mark[at + 1] & JOINED
        and mark[at + 1] & LETTERS
        and not mark[at + 1] & (NEWLINE | SHOUT | DIGIT)
        and len(lower[at + 1]) > 1
        and (
            mark[at - 1] & (WORD | STOP | COMMA)
            if lower[at] == "”"
            else lower[at] == '"' and mark[at - 1] & STOP and mark[at - 1] & JOINED and mark[at + 1] & CAPITAL
        )
    ]


def _brackets(document: Document, known: KnownWords) -> list[int]:
    """“(WIRE)The mayor”: a closing bracket with a word in capitals before it and a known word right behind it."""
    mark, lower = document.mark, document.lower
    shape = np.uint64(BRACKET_CLOSE | JOINED)
    return [
        at
        for at in ((document.marks & shape) == shape).nonzero()[0].tolist()
        if 1 < at < len(mark) - 1
        and mark[at + 1] & JOINED
        and mark[at + 1] & LETTERS
        and mark[at + 1] & CAPITAL
        and not mark[at + 1] & SHOUT
        and mark[at - 1] & SHOUT
        and mark[at - 2] & BRACKET_OPEN
        and not mark[at - 2] & JOINED
        and (lower[at + 1] in known or mark[at + 1] & _NAMES)
    ]
