"""Plans that one sentence gives as set and another as unconfirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.detectors.consistency.rules import SET_AND_NOT
from newsgauge.vocabulary import CAPITAL, COMMA, STOP

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document, Hit

_PLANS: Final = {
    "meeting": frozenset("meeting summit talks meet".split()),
    "visit": frozenset("visit trip travel visiting journey".split()),
    "summit": frozenset("summit meeting meet".split()),
    "trip": frozenset("trip visit travel".split()),
    "talks": frozenset("talks meeting meet".split()),
    "deal": frozenset("deal agreement sign".split()),
    "merger": frozenset("merger merge".split()),
    "wedding": frozenset("wedding marry".split()),
    "engagement": frozenset("engagement marry".split()),
    "resignation": frozenset("resignation resign".split()),
    "pregnancy": frozenset("pregnancy baby".split()),
}
_SET: Final = frozenset("set due scheduled slated poised about will impending upcoming forthcoming".split())
_MAYBE: Final = frozenset(
    "reportedly may might could possible potential potentially possibly rumoured rumored reports speculation if "
    "whether would reported alleged allegedly likely expected perhaps unconfirmed not neither nor no denied".split()
)


def unconfirmed(document: Document, hit: Hit) -> Finding | None:
    """The clause that withholds confirmation of what another sentence gives as set."""
    number = int(document.sentence_of[hit.first])
    if number < 0 or document.quoted[hit.first]:
        return None
    first, end = document.sentences[number]
    span = _clause(document, hit, first, end)
    if span is None:
        return None
    plan = next((word for word in document.lower[span.first : span.end] if word in _PLANS), None)
    if plan is None or not _asserted(document, number, _PLANS[plan]):
        return None
    note = f"Here the {plan} is unconfirmed; another sentence gives it as set."
    return document.finding(SET_AND_NOT, *span, note=note, weight=hit.entry.weight)


def _clause(document: Document, hit: Hit, first: int, end: int) -> Range | None:
    """From "neither", "no" or the clause's beginning to the plan's word, 20 words at most."""
    lower = document.lower
    begin = next(
        (at for at in range(hit.first, max(first, hit.first - 14) - 1, -1) if lower[at] in {"neither", "no", "nobody"}),
        None,
    )
    own = any(
        word in {"not", "n't", "hasn't", "haven't", "no", "without", "denied", "refused", "declined"}
        for word in lower[hit.first : hit.end]
    )
    if begin is None and not own:
        return None
    if begin is None:
        begin = hit.first
        while begin > first and not document.mark[begin - 1] & (COMMA | STOP) and hit.first - begin < 10:
            begin -= 1
    last = next((at for at in range(hit.end, min(end, hit.end + 7)) if lower[at] in _PLANS), None)
    inner = any(word in _PLANS for word in lower[begin : hit.end])
    close = last + 1 if last is not None else hit.end if inner else None
    return Range(begin, close) if close is not None and close - begin <= 20 else None


def _asserted(document: Document, besides: int, words: frozenset[str]) -> bool:
    """Another sentence, in the author's voice and without a hedge, gives the plan as set."""
    for number, (first, end) in enumerate(document.sentences):
        if number == besides or not words.intersection(document.lower[first:end]):
            continue
        if any(document.lower[at] in _MAYBE and not _month(document, at) for at in range(first, end)):
            continue
        for at in range(first, end):
            if document.lower[at] not in _SET or document.quoted[at]:
                continue
            verb = document.lower[at : min(end, at + 10)]
            if words.intersection(verb):
                return True
    return False


def _month(document: Document, at: int) -> bool:
    return document.lower[at] == "may" and bool(document.mark[at] & CAPITAL)
