"""Tolls that disagree: the same people counted with two numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsgauge.article import Range
from newsgauge.detectors.consistency.numbers import value_of
from newsgauge.detectors.consistency.rules import MISMATCH
from newsgauge.neighbourhood import before

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document

_FAR: Final = 40  # tokens of a sentence read on either side; bounds the work on endless sentences
_HEDGES: Final = frozenset(
    "at least more than about around nearly almost over up some initially earlier updated rose another other "
    "others additional further estimated believed reported reportedly as many between from previously first later "
    "total including among of".split()
)
EVENTS: Final = {
    **dict.fromkeys(["killed", "dead", "died", "dies", "dying", "kills", "killing", "deaths"], "killed"),
    **dict.fromkeys(["injured", "wounded", "hurt", "injures", "injuring", "wounds", "wounding", "injuries"], "injured"),
    **dict.fromkeys(["arrested", "arrests", "detained"], "arrested"),
}
_PEOPLE: Final = frozenset("people persons dead".split())
_ELSEWHERE: Final = frozenset(
    "year years month months decade previous previously attack attacks separate since last another also other "
    "earlier history worst deadliest ago women men children civilians soldiers police officers".split()
)


class Toll(NamedTuple):
    """How many people something happened to: the event, the number, and whether "the" refers back to them."""

    event: str
    value: float
    words: Range
    definite: bool


def _tolls(document: Document) -> list[Toll]:
    found: list[Toll] = []
    lower = document.lower
    for hit in document.hits["consistency"]:
        at = hit.first
        if hit.entry.rule != MISMATCH.name or document.quoted[at]:
            continue
        toll = _toll(document, at, EVENTS[lower[at]])
        if toll and _own_event(document, toll.words):
            found.append(toll)
    return found


def _toll(document: Document, at: int, event: str) -> Toll | None:
    """killed 12 people · 12 people were killed · the 12 people killed."""
    lower = document.lower
    if at + 2 < len(document) and lower[at + 2] in _PEOPLE and (value := value_of(lower[at + 1])) is not None:
        return Toll(event, value, Range(at, at + 3), False)
    back = at - 1
    while back > 0 and lower[back] in {"were", "have", "been", "was", "are", "who"}:
        back -= 1
    if back > 0 and lower[back] in _PEOPLE and (value := value_of(lower[back - 1])) is not None:
        definite = back > 1 and lower[back - 2] in {"the", "all", "those"}
        return Toll(event, value, Range(back - 1, at + 1), definite)
    return None


def _own_event(document: Document, words: Range) -> bool:
    """No hedge right before the number and no other event, group or year in the sentence."""
    if before(document, words.first, _HEDGES, 3):
        return False
    number = int(document.sentence_of[words.first])
    if number < 0:
        return False
    sentence = document.sentences[number]
    first, end = max(sentence.first, words.first - _FAR), min(sentence.end, words.end + _FAR)
    return not any(
        document.lower[at] in _ELSEWHERE or (document.lower[at].isdigit() and len(document.lower[at]) == 4)
        for at in range(first, end)
    )


def mismatches(document: Document) -> list[Finding]:
    """ "The 14 people killed" where the text told of 12; both in the author's voice, and no third number."""
    tolls = _tolls(document)
    found: list[Finding] = []
    for event in {toll.event for toll in tolls}:
        same = [toll for toll in tolls if toll.event == event]
        if len({toll.value for toll in same}) != 2:
            continue
        told = same[0].value
        odd = next((toll for toll in same[1:] if toll.definite and toll.value != told), None)
        if odd:
            note = f"The text tells of {told:g} {event} before and of {odd.value:g} here."
            found.append(document.finding(MISMATCH, *odd.words, note=note))
    return found
