"""Cues that are no active verb: "according to", by-phrases, and nouns such as "his claim that"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.article import Range, Stance
from newsgauge.detectors.attribution import complements, cues, phrases
from newsgauge.detectors.attribution.reading import Reading
from newsgauge.vocabulary import CAPITAL, CLASS, COMMA

if TYPE_CHECKING:
    from newsgauge.document import Document

_MEDIA: Final = CLASS["outlet"] | CLASS["document"]
_OF: Final = frozenset("that to of for about against on over".split())


def according(document: Document, at: int, sentence: Range) -> Reading | None:
    cue = Range(at, at + 2)
    if document.lower[at] in ("per", "via"):
        cue = Range(at, at + 1)
        if at == sentence.first or not document.mark[at - 1] & COMMA:
            return None
    elif at + 2 >= sentence.end or document.lower[at + 1] != "to":
        return None
    source = phrases.after(document, cue.end, sentence.end)
    if source is None or (cue.end - cue.first == 1 and not document.mark[source.end - 1] & _MEDIA):
        return None
    return Reading(cue, source, "neutral", "a", source.end, sentence)


def by_phrase(document: Document, at: int, sentence: Range, verb: cues.Verb) -> Reading | None:
    end = at + 1
    if document.lower[end : end + 1] == [cues.PARTICLES.get(verb.lemma)]:
        end += 1
    if end >= sentence.end or document.lower[end] != "by":
        return None
    source = phrases.after(document, end + 1, sentence.end)
    if source and document.lower[source.first].endswith("ing") and not document.mark[source.first] & CAPITAL:
        return None
    if source is None or not complements.can_speak(document, source, verb):
        return None
    return Reading(Range(at, end + 1), source, verb.stance, "b", source.end, sentence)


def noun(document: Document, at: int, sentence: Range, sure: bool) -> Reading | None:
    """ "his claim that …", "the ministry's announcement that …"; "her call for …" where the table is sure."""
    low = document.lower
    if at + 1 >= sentence.end or at == sentence.first:
        return None
    if low[at + 1] != "that" and not (sure and low[at + 1] in _OF):
        return None
    owner = low[at - 1]
    stance: Stance = "doubting" if low[at].startswith(("claim", "alleg", "accus")) else "neutral"
    if owner in ("his", "her", "their"):
        source: Range | None = Range(at - 1, at)
    elif owner.endswith("'s"):
        source = phrases.before(document, at - 1, sentence.first)
    else:
        return None
    return Reading(Range(at, at + 1), source, stance, "n", at + 1, sentence) if source else None
