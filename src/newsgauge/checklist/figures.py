"""Figures: everything with a digit, and numbers in words with what they count in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsgauge.article import Span

# White space, quotation marks, brackets and long dashes end a figure; hyphens, stops and slashes may stand in it.
_CHUNK: Final = re.compile(r"[^\s“”\"„«»(){}\[\]<>—…|;]+")
_DIGIT: Final = re.compile(r"\d")
_ADDRESS: Final = re.compile(r"://|www\.|@|\.(?:com|org|net|jpe?g|png|html?)\b", re.IGNORECASE)
_EDGE: Final = ".,:!?'’‘`*_–-"
_MULTIPLE: Final = (
    r"hundred|thousand|million|billion|trillion|dozen|mn|bn|tn|percent|per\s?cent|percentage\s+points?|degrees|"
    r"basis\s+points?|cents?|pence|pounds?|dollars?|euros?|rubles?|roubles?|yuan|yen|won|rupees?|"
    r"miles?|kilomet(?:er|re)s?|km|met(?:er|re)s?|feet|foot|inches|acres|hectares|square|tons?|tonnes?|kilograms?|kg|"
    r"lit(?:er|re)s?|gallons?|barrels?|mph|times|-fold|fold"
)
_UNITS: Final = re.compile(rf"(?:[\s-]+(?:{_MULTIPLE})\b)+", re.IGNORECASE)
_CURRENCY: Final = re.compile(r"(?:US|A|C|HK|NZ|S)?[$£€¥₹₩]\s?$|(?:USD|EUR|GBP|Rs\.?)\s$")
_SMALL: Final = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    "nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_LARGE: Final = "hundreds?|thousands?|millions?|billions?|trillions?|dozens?"
_PART: Final = "thirds?|quarters?|fifths?|tenths?|halves"
_ORDINAL: Final = (
    "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|"
    "sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth|hundredth|thousandth"
)
_ANY: Final = rf"(?:{_SMALL}|{_LARGE}|one|zero)"
_UNIT: Final = "second|minute|hour|day|night|week|month|year|decade|century|mile|metre|meter|foot|inch|pound|ton|third|quarter|dozen"
_WORDS: Final = re.compile(
    rf"\b(?:"
    rf"(?:(?:a|an)\s+(?=hundred|thousand|million|billion|trillion|dozen)|{_ANY}[\s-]+)?(?:{_SMALL}|{_LARGE}|one)(?:(?:[\s-]+(?:and[\s-]+)?|\s+to\s+|\s+or\s+)(?:{_ANY}|{_PART}))*(?:[\s-]+(?:{_MULTIPLE})\b)?"
    rf"|(?:a|one)[\s-]+(?:third|quarter|fifth|tenth)"
    rf"|(?:more|less|longer|nearly|almost|about|over|under|around|roughly|least|most|every|within)\s+(?:than\s+)?an?\s+(?:{_UNIT})"
    rf"|(?:once|twice|one\s+time|{_SMALL}\s+times)\s+(?:an?|every|each|per)\s+(?:{_UNIT})|once\s+daily"
    rf"|(?:{_SMALL}|hundred|thousand)fold|scores(?=\s+(?:of|more)\b)"
    rf"|(?<=['’]s )first|first(?=[\s-]+(?:term|half|quarter|round|phase|stage|trimester|degree|grade|season)\b)"
    rf"|zero|half(?:[\s-]+a)?|twice|thrice|double[ds]?|doubling|tripled?|tripling|quadrupled?|halved"
    rf"|(?<!per )(?<!every )(?<!each )(?:{_ORDINAL})"
    rf")\b",
    re.IGNORECASE,
)
# "one" is mostly a pronoun; before a noun it counts, unless a determiner stands before it or a little word behind.
_NOT_BEFORE_ONE: Final = re.compile(
    r"\b(?:no|any|every|each|this|that|the|which|some|another|if)[\s-]+$", re.IGNORECASE
)
_BEFORE_ONE: Final = re.compile(r"\b(?:only|just|exactly|than|least|about|number)\s+$", re.IGNORECASE)
_NOT_BEHIND_ONE: Final = re.compile(
    r"\s*(?:$|[^\w\s-]|(?:who|that|which|can|could|could|should|would|will|may|might|must|is|was|has|had|does|by|with|to|"
    r"another|and|but|or|as|where|when|thing|on|for|from|at|knows?|wants?|needs?|said|says|more|of\s+(?:the|his|her|its|"
    r"their|our|my|those|these|them|us|whom|which))\b)",
    re.IGNORECASE,
)


def figures(text: str) -> Iterator[Span]:
    """Spans of figures, in no order; dates are among them, and taken out by the list."""
    for chunk in _CHUNK.finditer(text):
        if _DIGIT.search(chunk[0]) and not _ADDRESS.search(chunk[0]):
            yield _whole(text, chunk.start(), chunk.end())
    for match in _WORDS.finditer(text):
        if match[0].lower() != "one" or _counts(text, match.start(), match.end()):
            yield Span(match.start(), match.end())


def _whole(text: str, start: int, end: int) -> Span:
    """The figure without punctuation at its edges, with its currency and its unit."""
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    while start < end and text[start] in ".,:!?'’‘`*_":
        start += 1
    before = _CURRENCY.search(text, max(0, start - 5), start)
    unit = _UNITS.match(text, end)
    return Span(before.start() if before else start, unit.end() if unit else end)


def _counts(text: str, start: int, end: int) -> bool:
    if _BEFORE_ONE.search(text, max(0, start - 12), start):
        return True
    return not _NOT_BEFORE_ONE.search(text, max(0, start - 12), start) and not _NOT_BEHIND_ONE.match(text, end)
