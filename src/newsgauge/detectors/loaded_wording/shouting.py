"""Shouting in running text: single words in capitals, and exclamation marks of the author's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.detectors.loaded_wording.reading import MARK, Reading
from newsgauge.detectors.loaded_wording.rules import BY_NAME, CAPITALS, EXCLAMATION
from newsgauge.vocabulary import CAPITAL, COMMA, DASH, JOINED, LETTERS, NEWLINE, SHOUT, STOP, WORD

if TYPE_CHECKING:
    from newsgauge.article import Finding

_EMPHASIS: Final = frozenset(
    "not never every everyone everything nothing nobody always must very all zero really exactly huge massive "
    "dangerous shocking insane actually finally only anything any definitely absolutely totally literally "
    "immediately destroy destroyed destroys proof truth lies liar fake wrong entire wake serious seriously whole "
    "worst best banned exposed tensions terrible horrible disgusting amazing huge still already knew stop enough "
    "forever illegal".split()
)


def emphasis(reading: Reading, covered: list[tuple[int, int]]) -> list[Finding]:
    """Common words wholly in capitals amid small ones, where no other finding covers them."""
    document = reading.document
    taken = {document.tokens_of(*span).first for span in covered} if covered else set()
    mark, lower = document.mark, document.lower
    last = len(mark) - 1
    found = []
    for at in document.where(SHOUT):
        if (
            lower[at] not in _EMPHASIS
            or at in taken
            or (at and mark[at - 1] & SHOUT)
            or (at < last and mark[at + 1] & SHOUT)
        ):
            continue
        if (
            at
            and not mark[at] & NEWLINE
            and mark[at - 1] & WORD
            and at < last
            and not mark[at + 1] & (NEWLINE | CAPITAL)
        ) or (at < reading.title_end and len(lower[at]) > 5):
            found.append(document.finding(BY_NAME[CAPITALS], at, at + 1))
    return found


def exclamations(reading: Reading) -> list[Finding]:
    """Exclamation marks at the end of the author's own sentences."""
    document = reading.document
    if "!" not in document.text:
        return []
    mark, lower = document.mark, document.lower
    found = []
    for at in document.where(STOP):
        if lower[at] != "!" or at < reading.title_end or at < 4 or not mark[at] & JOINED or not mark[at - 1] & LETTERS:
            continue
        follows = mark[at + 1] if at + 1 < len(mark) else NEWLINE
        goes_on = follows & (COMMA | MARK | DASH) or (follows & WORD and not follows & (CAPITAL | NEWLINE))
        if goes_on or (mark[at - 1] & CAPITAL and not follows & NEWLINE) or document.quoted[at]:
            continue
        if all(mark[word] & WORD and not mark[word + 1] & NEWLINE for word in range(at - 3, at)):
            found.append(document.finding(BY_NAME[EXCLAMATION], at - 2, at + 1))
    return found
