"""A weekday that isn't the date's: the calendar contradicts the text."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Final

from newsgauge.detectors.consistency.rules import WEEKDAY
from newsgauge.neighbourhood import word_at

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document, Hit

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS: Final = "janfebmaraprmayjunjulaugsepoctnovdec"  # three letters each
_FIRST_YEAR: Final = 1930  # by then every country prints Gregorian dates


def wrong_weekday(document: Document, hit: Hit) -> Finding | None:
    """ "Friday, June 3, 2031", a day that was no Friday; only where the year is given."""
    at = hit.end + (word_at(document, hit.end) == ".")
    day = word_at(document, at).rstrip("stndrh")
    at += 1
    at += word_at(document, at) == ","
    year = word_at(document, at)
    if not (day.isdecimal() and year.isdecimal() and len(year) == 4 and int(year) >= _FIRST_YEAR):
        return None
    month = _MONTHS.index(document.lower[hit.end - 1][:3]) // 3 + 1
    try:
        date = datetime.date(int(year), month, int(day))
    except ValueError:  # the 31st of June, or a score of a match
        return None
    right = _WEEKDAYS[date.weekday()]
    if document.lower[hit.first] == right:
        return None
    note = f"By the calendar this date is a {right.capitalize()}."
    return document.finding(WEEKDAY, hit.first, at + 1, note=note, weight=hit.entry.weight)
