"""The headline counts the dead, and the text's opening counts them otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsgauge.article import Range
from newsgauge.detectors.consistency.numbers import value_of
from newsgauge.detectors.consistency.rules import HEADLINE_TOLL
from newsgauge.detectors.consistency.tolls import EVENTS
from newsgauge.neighbourhood import word_at
from newsgauge.vocabulary import LETTERS

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document

_LEAD: Final = 90  # tokens of the body that tell the headline's event
_BETWEEN: Final = 3  # words between a number and its "killed"
_PASSIVE: Final = 2  # "20 people killed": the number stands so close before the word
_AT_LEAST: Final = frozenset("least than over".split())
_VAGUE: Final = frozenset(
    "nearly almost about around up to many some dozens another other others including as by between from and or".split()
)
_NO_COUNT: Final = frozenset(
    "percent % million year-old years year days day hours months weeks minutes miles of times".split()
)
_SETTLED_OTHERWISE: Final = frozenset("including gunman gunmen suspect suspects attackers plus more".split())
_FACTOR: Final = 5.0  # a toll five times the headline's is another event's


class Count(NamedTuple):
    """How many: the number, where it stands, and whether it is a lower bound ("at least")."""

    value: float
    words: Range
    least: bool


def contradicted(document: Document) -> list[Finding]:
    """The headline's toll where the opening's only toll differs and the body has the headline's number nowhere."""
    title = document.title
    hits = document.hits["consistency"]
    if title is None or not hits or hits[0].first >= title.end:
        return []
    if any(word in _SETTLED_OTHERWISE for word in document.lower[title.first : title.end]):
        return []
    near = [hit.first for hit in hits if hit.first < title.end + _LEAD and document.lower[hit.first] in EVENTS]
    heads = [at for at in near if title.first <= at < title.end and not document.quoted[at]]
    lead = [at for at in near if title.end <= at < title.end + _LEAD and not document.quoted[at]]
    found = (_finding(document, title, at, lead) for at in heads)
    return [finding for finding in found if finding]


def _finding(document: Document, title: Range, at: int, lead: list[int]) -> Finding | None:
    head = _count(document, at, title.first)
    event = EVENTS[document.lower[at]]
    counted = (_count(document, here, title.end) for here in lead if EVENTS[document.lower[here]] == event)
    told = {count.value: count for count in counted if count}
    if head is None or head.least or len(told) != 1:
        return None
    (body,) = told.values()
    if not _apart(head.value, body) or _stands_in(document, head.value, title.end):
        return None
    note = f"The headline counts {head.value:g} {event}, the text {'at least ' * body.least}{body.value:g}."
    return document.finding(HEADLINE_TOLL, *head.words, note=note)


def _apart(head: float, body: Count) -> bool:
    """Different, by a factor that one event may have; "at least 12" leaves room for 14."""
    differ = body.value > head if body.least else body.value != head
    return differ and max(head, body.value) <= _FACTOR * min(head, body.value)


def _count(document: Document, at: int, floor: int) -> Count | None:
    """12 people killed · killed (at least) 12 people; None where it is vague or counts something else."""
    back, ahead = _number_before(document, at, floor), _number_after(document, at)
    passive = back is not None and at - back <= _PASSIVE and (ahead is None or _begins_anew(document, ahead))
    if back is not None and (ahead is None or passive):
        return _sure(document, back, Range(back, at + 1), floor)
    return None if ahead is None else _sure(document, ahead, Range(at, ahead + 1), floor)


def _number_before(document: Document, at: int, floor: int) -> int | None:
    for back in range(at - 1, max(floor, at - 1 - _BETWEEN) - 1, -1):
        if _number(document.lower[back]) is not None:
            return back
        if not document.mark[back] & LETTERS or document.lower[back] == "and":
            break
    return None


def _number_after(document: Document, at: int) -> int | None:
    ahead = at + 1
    while word_at(document, ahead) in {"at", "least", "more", "than", "over"}:
        ahead += 1
    return ahead if ahead < len(document) and _number(document.lower[ahead]) is not None else None


def _begins_anew(document: Document, number: int) -> bool:
    """ "20 people killed 30 others injured": the second number belongs to what follows it."""
    return any(
        word in {"others", "injured", "wounded", "hurt", "missing"} for word in document.lower[number : number + 3]
    )


def _number(word: str) -> float | None:
    """A count; a year is none."""
    value = value_of(word)
    return None if value is None or (len(word) == 4 and word.isdecimal() and 1900 <= value <= 2100) else value


def _sure(document: Document, number: int, words: Range, floor: int) -> Count | None:
    before = document.lower[max(floor, number - 2) : number]
    follows = document.lower[number + 1 : number + 3]
    value = _number(document.lower[number])
    if not value or any(word in _VAGUE for word in before) or any(word in _NO_COUNT for word in follows):
        return None
    return Count(value, words, any(word in _AT_LEAST for word in before) or "+" in follows[:1])


def _stands_in(document: Document, value: float, first: int) -> bool:
    """The body has the number, or two numbers that add up to it."""
    numbers = {known for word in document.lower[first:] if word and (known := value_of(word)) is not None}
    return value in numbers or any(value - number in numbers for number in numbers)
