"""Crowds nobody can ask: critics say, some believe, leaders and analysts alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.detectors.vagueness.agentless import VOICED
from newsgauge.detectors.vagueness.sourcing import REACH, sentence, sourced
from newsgauge.vocabulary import CAPITAL, CLASS, COLON, COMMA, DOTTED, DOUBLE, JOINED, LETTERS, SHOUT, STOP

if TYPE_CHECKING:
    from newsgauge.document import Document, Hit

_VERBS: Final = frozenset(
    "say said argue argued claim claimed believe believed suggest suggested fear feared warn warned worry worried "
    "think thought contend contended insist insisted note noted estimate estimated agree agreed maintain "
    "maintained predict predicted doubt doubted question questioned feel felt hope hoped speculate speculated "
    "allege alleged caution cautioned wonder wondered assume assumed complain complained consider considered view "
    "viewed call called describe described regard regarded counter countered point pointed attribute attributed "
    "praise praised condemn condemned criticise criticised criticize criticized denounce denounced accuse accused "
    "decry decried blame blamed assert asserted charge charged concede conceded admit admitted suspect suspected "
    "interpret interpreted know knew deem deemed liken likened dispute disputed expect "
    "expected see saw want wanted oppose opposed support supported".split()
)
_ONGOING: Final = frozenset(
    "saying calling warning accusing questioning claiming speculating wondering arguing asking hoping worried "
    "concerned convinced skeptical sceptical divided alarmed outraged suggesting predicting fearing".split()
)
_VOICING: Final = frozenset("raise raised voice voiced express expressed cast sound sounded".split())
_ADVERBS: Final = frozenset(
    "also often long now still largely generally widely already increasingly even repeatedly frequently rightly "
    "fiercely openly privately publicly actually clearly genuinely recently previously consistently have "
    "has had".split()
)
_AFTER_SOME: Final = _VERBS | _VOICING | _ADVERBS | {"are", "were"}
_WITH_NOUN: Final = frozenset("most several numerous countless other of".split())
_KNOWS: Final = frozenset("knows knew realised realized agrees agreed believes thinks disputes doubts".split())
_LINKS: Final = frozenset("in on across of both inside outside and".split())
_BODIES: Final = frozenset("at from with for including led".split())
KNOWN_CROWD: Final = frozenset(
    "the these those our his her their its my your whose two three four five six seven eight nine ten".split()
)
_REGIONS: Final = frozenset("us uk eu u.s. u.k. e.u.".split())
_NATIONAL: Final = ("ish", "ese", "ian", "can", "ean", "eli", "ern", "nch", "tch", "ani", "qi")
_PLURAL_TAILS: Final = ("s", "ti", "men", "people", "women")
_SEEKERS: Final = frozenset("leading led causing caused prompting prompted forcing".split())
_CONCLUDE: Final = frozenset(
    "believe conclude think suspect question wonder fear speculate assume ask suggest argue call".split()
)
_NO_AGENT: Final = frozenset("who that which".split())
_AS_THEY: Final = frozenset("speculate wonder debate wait watch ponder".split())


def crowd_says(document: Document, hit: Hit) -> Range | None:
    """A crowd and its verb, where no body or name says who they are."""
    first = _crowd_start(document, hit)
    if first is None:
        return None
    end = _verb(document, hit.end)
    return Range(first, end) if end and not sourced(document, hit) else None


def _crowd_start(document: Document, hit: Hit) -> int | None:
    """Where the crowd's words begin; None where a body or an earlier mention says who they are."""
    at = hit.first - 1
    if at < 0 or (document.mark[hit.first] & CAPITAL and document.mark[at] & CAPITAL and not document.mark[at] & SHOUT):
        return hit.first if at < 0 else None
    begin = sentence(document, hit.first).first
    word, mark = document.lower[at], document.mark[at]
    if at < begin or mark & (COMMA | STOP | DOUBLE) or not mark & (LETTERS | DOTTED):
        return hit.first
    if document.mark[hit.first] & CAPITAL and not mark & CAPITAL:
        return hit.first
    if word in KNOWN_CROWD or word.endswith(("'s", "s'")):
        return None
    if mark & CAPITAL and word not in _REGIONS:
        adjective = word.endswith(_NATIONAL) or (at == begin and not mark & SHOUT)
        return at if adjective else None
    if mark & (CLASS["function"] | CLASS["preposition"] | CLASS["conjunction"]) and word not in {
        "some",
        "many",
        "most",
        "other",
    }:
        return hit.first
    back = document.lower[at - 1] if at > begin else ""
    return None if back in KNOWN_CROWD or back.endswith("'s") else at


def _verb(document: Document, at: int) -> int | None:
    """End of the verb of saying or believing that follows; None where a named body or another clause comes first."""
    lower, mark = document.lower, document.mark
    joined = False
    for here in range(at, min(len(document), at + REACH)):
        word = lower[here]
        if word in _VERBS:
            return None if here + 1 < len(document) and lower[here + 1] in {"by"} else here + 1
        if word in _VOICING and (noun := _noun_of(document, here)):
            return noun
        if word in {"are", "were"}:
            going = next(
                (on + 1 for on in range(here + 1, min(len(document), here + 3)) if lower[on] in _ONGOING), None
            )
            if going or not joined:
                return going
        if mark[here] & (STOP | COMMA | COLON | DOUBLE) or word in _BODIES:
            return None
        if word in _LINKS:
            joined = True
        elif (word not in _ADVERBS and not joined) or (
            joined and mark[here] & CLASS["auxiliary"] and word not in _ADVERBS
        ):
            return None
    return None


def _noun_of(document: Document, at: int) -> int | None:
    return next(
        (here + 1 for here in range(at + 1, min(len(document), at + 4)) if document.lower[here] in VOICED), None
    )


def some_say(document: Document, hit: Hit) -> Range | None:
    """Some, many, most: alone or with one or two words, and a verb of saying or believing."""
    lower, mark, size = document.lower, document.mark, len(document)
    at = hit.end
    before = lower[hit.first - 1] if hit.first else ""
    if lower[hit.first] == "people" and (
        (before and not mark[hit.first - 1] & (STOP | COMMA)) or mark[at - 1] & JOINED
    ):
        return None
    if before == "and" and hit.first > 1 and mark[hit.first - 2] & CAPITAL:
        return None  # “Norvale and other towns”: the crowd has a name
    if (before in {"the", "how", "so", "too", "of", "at", "as"} and lower[hit.first] != "others") or at >= size:
        return None
    for length in (0, 1, 2):
        here = at + length
        if here >= size:
            return None
        if (length and not mark[here - 1] & LETTERS) or (
            length and mark[here - 1] & (CLASS["function"] | CLASS["modal"])
        ):
            return None
        if length and not lower[here - 1].endswith(_PLURAL_TAILS):
            continue
        if lower[hit.end - 1] in _WITH_NOUN and not length:
            continue
        if (end := _some_verb(document, hit, here)) is not None:
            return (
                None
                if sourced(document, hit) or (length and document.lower[here - 1] in {"times", "years"})
                else Range(hit.first, end)
            )
    return None


def _some_verb(document: Document, hit: Hit, here: int) -> int | None:
    lower = document.lower
    if (
        lower[here] == "to"
        and hit.first
        and lower[hit.first - 1] in _SEEKERS
        and lower[here + 1 : here + 2]
        and lower[here + 1] in _CONCLUDE
    ):
        return here + 2
    knows = lower[hit.end - 1] in {"everyone", "everybody", "nobody"}
    if knows:
        return here + 1 if lower[here] in _KNOWS else None
    return _verb(document, here) if lower[here] in _AFTER_SOME or (here > hit.end and lower[here] in _LINKS) else None


def alike(document: Document, hit: Hit) -> Range | None:
    """ "leaders and analysts alike": back over both crowds, and on to "as they speculate"."""
    lower, at = document.lower, hit.first
    joint = next((here for here in range(at - 1, max(at - 5, 0), -1) if lower[here] == "and"), None)
    if joint is None or joint < 1 or not document.mark[at - 1] & CLASS["collective"] or lower[joint - 1] in _NO_AGENT:
        return None
    first = joint - 1
    if first and document.mark[first - 1] & LETTERS and not document.mark[first - 1] & CLASS["function"]:
        first -= 1
    tail = lower[hit.end : hit.end + 4]
    stretched = len(tail) == 4 and tail[:3] == [",", "as", "they"] and tail[3] in _AS_THEY
    return Range(first, hit.end + 4 if stretched else hit.end)
