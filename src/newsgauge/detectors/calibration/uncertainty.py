"""Whether words of uncertainty say what the text does not know now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.neighbourhood import before, mark_at, next_of, word_at
from newsgauge.vocabulary import CAPITAL, CLASS, DOUBLE, NEWLINE, STOP

if TYPE_CHECKING:
    from newsgauge.document import Document, Hit

_NEGATED: Final = frozenset("not isn't wasn't aren't weren't".split())
_PAST: Final = frozenset("then initially earlier previously until before decades 1990s 1980s 1970s 2000s ago".split())
_FACTS: Final = frozenset(
    "cause motive identity identities name names reason number numbers amount cost costs extent terms detail details "
    "date time location whereabouts price sum size value risk condition source it link man woman suspect suspects "
    "victim victims shooter gunman body person information figure figures death deaths circumstances who".split()
)


def uncertain(document: Document, hit: Hit) -> bool:
    """The words say that something is open; "it is clear" is the contrary, "it is not clear that" an argument."""
    rule = hit.entry.rule.partition(":")[2]
    if hit.end < len(document) and document.mark[hit.end] & DOUBLE and document.mark[hit.first] & STOP:
        return False
    if rule == "not-clear":
        return _open_now(document, hit) and not _argued(document, hit)
    if rule == "cause-unknown":
        return _open_now(document, hit) and _missing_fact(document, hit)
    return not (rule == "preliminary" and _title_of_paper(document, hit))


def _open_now(document: Document, hit: Hit) -> bool:
    """Not a gap of the past that the text goes on to fill."""
    if before(document, hit.first, _PAST, 8) or next_of(document, hit.end, frozenset({"then"}), 3) is not None:
        return False
    lower = document.lower
    at_first = lower[max(0, hit.first - 4) : hit.first]
    return not ("time" in at_first and "at" in at_first) and lower[hit.end : hit.end + 3] != ["at", "the", "time"]


def _argued(document: Document, hit: Hit) -> bool:
    """ "It is not clear that he can", "it is unclear Roe wants": a doubt put politely."""
    if document.lower[hit.first] != "it":
        return False
    named = mark_at(document, hit.end)
    return word_at(document, hit.end) == "that" or bool(
        named & CAPITAL and not named & (NEWLINE | CLASS["preposition"] | CLASS["conjunction"])
    )


def _missing_fact(document: Document, hit: Hit) -> bool:
    """A cause, a name or a sum has not been released or established; a film or a committee is no fact."""
    if document.lower[hit.end - 1] not in {"released", "established", "identified", "disclosed", "determined"}:
        return True
    return before(document, hit.first, _FACTS, 8)


def _title_of_paper(document: Document, hit: Hit) -> bool:
    """Every word capitalised, in the middle of a line: a paper is named."""
    mark = document.mark
    inside = hit.first > 0 and not mark[hit.first] & NEWLINE
    return inside and all(mark[at] & CAPITAL for at in range(hit.first, hit.end))
