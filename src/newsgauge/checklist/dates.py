"""Dates and times: calendar days, years, clock times, and those that count from today."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsgauge.article import Span

_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?|"
    r"JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
# Words of their own in lower case or before a verb: a day, a year or a little word must stand beside these.
_PLAIN_MONTH: Final = (
    r"(?:January|February|April|June|July|August|September|October|November|December|"
    r"Jan\.|Feb\.|Apr\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
_DAY_NAME: Final = (
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon\.|Tues?\.|Wed\.|Thurs?\.|Fri\.|Sat\.|Sun\.|"
    r"MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)"
)
_DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:1[5-9]|20|21)\d\d"
_PERIOD: Final = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|years?|decades?|century|centuries|mornings?|"
    r"afternoons?|evenings?|quarters?|seasons?|springs?|summers?|autumns?|falls?|winters?)"
)
_COUNT: Final = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|\d[\d,.]*|several|"
    r"(?:a\s+)?few|many|some|(?:a\s+)?couple(?:\s+of)?)"
)
_PATTERN: Final = "|".join(
    (
        rf"(?:{_DAY_NAME},?\s+)?(?:the\s+)?{_DAY}(?:\s*[–-]\s*{_DAY})?\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?(?!\w)",
        rf"(?:{_DAY_NAME},?\s+)?{_MONTH}(?:\s+|(?<=\.)){_DAY}(?:\s*[–-]\s*{_DAY})?(?!\d)(?:,?\s+{_YEAR})?(?!\w)",
        rf"(?:[Ee]arly|[Ll]ate|[Mm]id|[Ii]n|[Ll]ast|[Nn]ext|[Tt]his|[Ss]ince|[Uu]ntil|[Bb]y|[Oo]f|[Dd]uring|[Ff]rom|[Bb]efore|[Aa]fter)[\s-]+{_MONTH}(?:,?\s+{_YEAR})?(?!\w)(?!\.?\s*\d)",
        rf"{_MONTH},?\s+(?:of\s+)?{_YEAR}(?!\w)",
        rf"{_PLAIN_MONTH}(?!\w)",
        rf"(?:{_DAY_NAME})(?:\s+(?:morning|afternoon|evening|night))?s?(?!\w)",
        r"\d{4}-\d\d-\d\d(?!\d)",
        r"\d{1,2}([/.-])\d{1,2}\1\d{2,4}(?!\d)",
        r"\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.m\.|[ap]m\b|[AP]\.?M\b\.?|o['’]clock)(?:\s+(?:[A-Z]{2,4}\b|local\s+time))?",
        r"\d{1,2}:\d\d(?!\d)(?:\s+(?:GMT|UTC|[ECMP][SD]?T|BST|local\s+time))?",
        rf"{_YEAR}(?:\s*[–-]\s*(?:{_YEAR}|\d\d))?(?:s|['’]s)?(?![\w%]|[.,]\d)",
        r"['’‘]\d0s(?!\w)",
        r"(?i:\b(?:\d{1,2}(?:st|nd|rd|th)|\w+teenth|twentieth|twenty-first|last|this|next)[\s-]+century)",
        r"(?i:\b(?:today|yesterday|tomorrow|tonight|overnight|noon|midnight)\b)",
        rf"(?i:\b(?:(?:earlier|later|late|early)\s+)?(?:last|this|next|past|previous|coming)\s+(?:{_PERIOD}|{_MONTH}|{_DAY_NAME})\b)",
        rf"(?i:\b(?:{_COUNT}\s+{_PERIOD}|hours|days|weeks|months|years|decades)\s+(?:ago|earlier|later|before|previously)\b)",
        rf"(?i:\b(?<!for )(?:{_COUNT}\s+{_PERIOD}|days|weeks|months|years|decades)\s+after\b)",
        r"(?i:\b(?:the\s+(?:following|other|same|previous)|that|one)\s+(?:day|night|week|month|year|morning|afternoon|evening|weekend)\b)",
        rf"(?i:\b(?:in\s+)?(?:recent|coming)\s+{_PERIOD}\b)",
        rf"(?i:\b(?:the\s+)?(?:past|last|next)\s+(?:few|several|couple\s+of|\w+)\s+{_PERIOD}\b)",
    )
)
_DATE: Final = re.compile(rf"(?<![\w$£€]){'(?:' + _PATTERN + ')'}")
_LEAD: Final = re.compile(r"(?:in|by|of|from|since|until|during|before|after)[\s-]+", re.IGNORECASE)


def dates(text: str) -> Iterator[Span]:
    """Spans of dates and times, in order, without the preposition before them."""
    for match in _DATE.finditer(text):
        lead = _LEAD.match(match[0])
        yield Span(match.start() + (lead.end() if lead else 0), match.end())
