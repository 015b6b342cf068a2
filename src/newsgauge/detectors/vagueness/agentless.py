"""Passives that leave out who believes or says it, and concerns, signs and rumours of nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.detectors.vagueness.sourcing import REACH, sourced, unsourced
from newsgauge.neighbourhood import word_at
from newsgauge.vocabulary import CAPITAL, CLASS, COMMA, STOP

if TYPE_CHECKING:
    from newsgauge.document import Document, Hit

_STIRRING: Final = frozenset(
    "raise spark fuel draw cause trigger stoke provoke prompt heighten deepen ignite inflame intensify "
    "generate create".split()
)
VOICED: Final = frozenset(
    "concern concerns fear fears doubt doubts question questions alarm alarms objections disquiet worries".split()
)
_STIRRED: Final = VOICED | frozenset(
    "speculation outrage debate controversy criticism backlash anger suspicion suspicions uproar tensions "
    "anxiety unease condemnation eyebrows calls fury furor furore panic rumours rumors discussion "
    "discussions scrutiny ire pressure opposition".split()
)


def reportedly(document: Document, hit: Hit) -> Range | None:
    """Hearsay without its report; a rumour with the auxiliary before it."""
    if "rumo" in document.lower[hit.first] and document.lower[hit.end - 1].startswith("rumo") and hit.first:
        begin = hit.first - 1 if document.mark[hit.first - 1] & CLASS["auxiliary"] else hit.first
        return Range(begin, hit.end)
    return unsourced(document, hit)


def believed(document: Document, hit: Hit) -> Range | None:
    """Without "that" the clause itself must follow: "it is said the caves …", not "it is expected to rain"."""
    if sourced(document, hit):
        return None
    last = document.lower[hit.end - 1]
    if last in {"that", "is"} or hit.end >= len(document) or last in {"assume", "conclude", "suspect"}:
        return Range(hit.first, hit.end)
    follows = document.mark[hit.end]
    if document.lower[hit.end] == "that":
        return Range(hit.first, hit.end + 1)
    opens = follows & (CLASS["determiner"] | CLASS["person_pronoun"] | CAPITAL) or document.lower[hit.end] in {
        "there",
        "it",
    }
    return Range(hit.first, hit.end) if opens else None


def without_agent(document: Document, hit: Hit) -> Range | None:
    """No "by …" within the clause."""
    for at in range(hit.end, min(len(document), hit.end + REACH)):
        if document.mark[at] & (STOP | COMMA):
            break
        if document.lower[at] == "by":
            return None
    return unsourced(document, hit)


def seen(document: Document, hit: Hit) -> Range | None:
    """With the auxiliary before it: "is widely seen as"."""
    kept = without_agent(document, hit)
    joins = kept and hit.first and document.mark[hit.first - 1] & CLASS["auxiliary"]
    return Range(hit.first - 1, hit.end) if joins else kept


def said_to(document: Document, hit: Hit) -> Range | None:
    """To have or to be: the verb belongs to the span."""
    if sourced(document, hit):
        return None
    follows = word_at(document, hit.end)
    return Range(hit.first, hit.end + 1 if follows in {"have", "be"} else hit.end)


def will_stir(document: Document, hit: Hit) -> Range | None:
    """ "Is expected to" needs a verb of stirring, and that its object."""
    if document.lower[hit.end - 1] == "to" and word_at(document, hit.end) not in _STIRRING:
        return None
    return _stirs(document, hit)


def signs(document: Document, hit: Hit) -> Range | None:
    """ "There are signs that", not "there are signs on the road" or "if there are signs"."""
    if hit.first and document.lower[hit.first - 1] in {"if", "unless", "whether", "when", "should"}:
        return None
    follows = word_at(document, hit.end)
    if follows == "that" or (follows == "of" and document.lower[hit.end - 1] != "allegations"):
        return unsourced(document, hit._replace(end=hit.end + 1))
    free = document.lower[hit.end - 1] in {"indications", "speculation"} or follows in {"he", "she", "they", "it"}
    return unsourced(document, hit) if free else None


def _stirs(document: Document, hit: Hit) -> Range | None:
    """A verb of stirring needs its object: concerns, speculation, outrage."""
    for at in range(hit.end, min(len(document), hit.end + 4)):
        if document.lower[at] in _STIRRED:
            return Range(hit.first, at + 1) if not _who(document, at + 1) else None
        if document.mark[at] & (STOP | COMMA | CAPITAL):
            return None
    return None


def _who(document: Document, at: int) -> bool:
    """The worried are named: "among the council's members", "from Mayor Roe", "by"."""
    return at + 1 < len(document) and document.lower[at] in {"from", "by"}


def nobodys_concern(document: Document, hit: Hit) -> Range | None:
    """Concern, outrage or debate that nobody is said to have."""
    if any(word in _STIRRED for word in document.lower[hit.first : hit.end]):
        return None if _who(document, hit.end) else Range(hit.first, hit.end)
    return _stirs(document, hit)
