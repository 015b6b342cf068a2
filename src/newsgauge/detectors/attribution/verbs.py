"""Active cue verbs: what stands before them, who their subject is, and what follows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.detectors.attribution import complements, cues, phrases, subjects
from newsgauge.detectors.attribution.reading import Reading
from newsgauge.document import new
from newsgauge.vocabulary import CAPITAL, CLASS, COMMA, DASH, DOUBLE, SINGLE, WORD

if TYPE_CHECKING:
    from newsgauge.document import Document

_NEGATION: Final = CLASS["negation"]
_DATED_OR_DENIED: Final = phrases.CALENDAR | _NEGATION
_DOCUMENT: Final = CLASS["document"]
_MARKS: Final = DOUBLE | SINGLE
_COMMA_OR_MARKS: Final = COMMA | _MARKS
_COMMA_OR_DASH: Final = COMMA | DASH
_RELATIVE: Final = cues.BE | {"that"}
_SETTING: Final = frozenset("in on at during after before via to from by through over about with".split())
_ATTITUDES: Final = frozenset(
    "believe feel think hope know fear expect doubt want wonder worry understand learn".split()
)
_EVIDENCE: Final = frozenset(
    "demonstrate show prove illustrate indicate suggest reveal imply highlight underscore underline signal find".split()
)
_JOINTS: Final = frozenset("and by statement while before after in tweet letter".split())
_CARRIERS: Final = frozenset(
    "continue continues continued continuing seem seems seemed appear appears appeared begin begins began begun start "
    "starts started try tries tried trying rush rushed used managed manages quick happy eager likely ready able set "
    "tend tends tended".split()
)
_STEPS: Final = {
    **dict.fromkeys(cues.ADVERBS | cues.DO, "skip"),
    **dict.fromkeys("could should may might must to can will would".split(), "no"),
    **dict.fromkeys(cues.BE, "be"),
    **dict.fromkeys(cues.HAVE, "have"),
}
_TRANSITIVE: Final = frozenset("tweet post write read report announce".split())
_CLAUSAL: Final = frozenset(("point", "spell"))  # with "out" they take a clause


def left_of(document: Document, at: int, floor: int, verb: cues.Verb) -> tuple[int, str, bool] | None:
    """Walk over adverbs and auxiliaries: (last token of what stands before, "have" | "be" | "", passive with by)."""
    low, mark = document.lower, document.mark
    helpers = ""
    place = at - 1
    while place >= floor:
        word, here = low[place], mark[place]
        step = _STEPS.get(word)
        if step is None:
            if here & _DATED_OR_DENIED:
                if here & phrases.CALENDAR and place > floor and low[place - 1] == "on":
                    place -= 2  # "Roe on Tuesday said"
                    continue
                if here & _NEGATION:
                    return None
            if not (word.endswith("ly") and not here & CAPITAL) and not (
                word == "most" and low[place + 1].endswith("ly")
            ):
                break
        elif step == "have":
            helpers = helpers or "have"
        elif step == "be":
            helpers = "be"
        elif step == "no":
            carried = _carried(document, place, floor, verb) if word == "to" else 0
            if not carried:
                return None
            place -= carried
        place -= 1
    by = at + 1 < len(low) and low[at + 1] == "by"
    if not by and helpers != "be":
        return place, helpers, False
    return _passive(document, at, floor, place, helpers, verb, by)


def _passive(
    document: Document, at: int, floor: int, place: int, helpers: str, verb: cues.Verb, by: bool
) -> tuple[int, str, bool] | None:
    """The same for a verb that "be" stands before or "by" follows."""
    low = document.lower
    speaks = "q" in verb.frames or verb.lemma in cues.BY_VERBS
    if helpers == "be" and verb.tense in ("past", "participle"):
        return (place, helpers, True) if by and (speaks or "t" in verb.frames or "m" in verb.frames) else None
    if by and place == at - 1 and place >= floor and low[place] == "as":
        return place, helpers, True
    if by and verb.tense == "past" and not helpers:
        return (place, helpers, True) if speaks else None
    return place, helpers, False


def _carried(document: Document, to: int, floor: int, verb: cues.Verb) -> int:
    """Tokens before "to" that carry the infinitive: "went on to say", and where the table is sure "seemed to mock"."""
    low = document.lower
    if to - 2 >= floor and low[to - 1] == "on" and low[to - 2] in ("went", "goes", "gone"):
        return 2
    return int("m" in verb.frames and to - 1 > floor and low[to - 1] in _CARRIERS)


def active(
    document: Document, at: int, place: int, helpers: str, sentence: Range, verb: cues.Verb, last: Reading | None
) -> Reading | None:
    low = document.lower
    lemma, tense = verb.lemma, verb.tense
    if tense == "ing" and helpers != "be":
        return _participle(document, at, place, sentence, verb, last)
    end = at + 1
    if lemma in cues.PARTICLES:
        follows = low[end] if end < sentence.end else ""
        if follows == cues.PARTICLES[lemma]:
            end += 1
            if lemma in _CLAUSAL:
                verb = replace(verb, frames="qtc", stance="endorsing")
        elif lemma == "point" and follows != "to":
            return None
    cue = new(Range, (at, end))
    if place < sentence.first or document.mark[place] & _COMMA_OR_MARKS:
        inverted = _inverted(document, cue, place, sentence, verb)
        if inverted:
            return inverted
    if helpers and tense == "third":
        return None  # "also shocking were reports": a noun
    sure = "m" in verb.frames
    source, shared = subjects.subject(document, place, sentence, last, sure)
    if (
        source is None
        or low[source.end - 1].endswith("'s")
        or subjects.denied(document, source)
        or not (sure or subjects.agrees(document, source, verb, helpers, shared))
    ):
        return None
    if lemma in _ATTITUDES and last and last.kind in "tcwq" and not shared and last.cue.end <= source.first:
        return None  # "she says she hopes": the outer cue says it
    return _with_complement(document, cue, source, sentence, verb, shared)


def _participle(
    document: Document, at: int, place: int, sentence: Range, verb: cues.Verb, last: Reading | None
) -> Reading | None:
    """ "…, adding that": the speaker is the one of the clause before; "with Roe calling it": the phrase beside it."""
    if not ("q" in verb.frames or "t" in verb.frames or "m" in verb.frames or verb.lemma in ("call", "cite", "accuse")):
        return None
    cue = Range(at, at + 1)
    before = document.mark[place] if place >= sentence.first else 0
    if not (before & _COMMA_OR_DASH or document.lower[place] in _JOINTS):
        beside = phrases.before(document, place, sentence.first) if "m" in verb.frames and before & WORD else None
        if beside is None or not document.mark[beside.end - 1] & phrases.NAMED:
            return None
        return _with_complement(document, cue, beside, sentence, verb, True)
    if last and last.kind != "n":
        return _with_complement(document, cue, last.source, sentence, verb, True)
    source = subjects.first_subject(document, sentence, at)
    if source and verb.lemma in _EVIDENCE and not document.mark[source.end - 1] & _DOCUMENT:
        return None  # "the team won, demonstrating its strength" is the author's comment
    return _with_complement(document, cue, source, sentence, verb, True) if source else None


def _inverted(document: Document, cue: Range, place: int, sentence: Range, verb: cues.Verb) -> Reading | None:
    """ "…,” said Ann Roe" and "…, said the mayor"."""
    low, mark = document.lower, document.mark
    if verb.lemma not in cues.INVERTED or verb.tense not in ("past", "third", "base") or mark[cue.first] & CAPITAL:
        return None
    source = phrases.after(document, cue.end, sentence.end)
    if source is None or (source.end < sentence.end and mark[source.end] & WORD and low[source.end] in _RELATIVE):
        return None
    after_quote = (place >= 0 and mark[place] & _MARKS) or (
        place > 0 and mark[place] & COMMA and mark[place - 1] & _MARKS
    )
    named = mark[source.end - 1] & phrases.NAMED
    if verb.lemma in _TRANSITIVE and not named and low[source.first] not in phrases.PRONOUNS:
        return None  # "…” tweeted the apology"
    if not after_quote:
        closed = (
            source.end >= sentence.end
            or not mark[source.end] & WORD
            or low[source.end] in _SETTING
            or low[source.end] == "who"
        )
        if place < sentence.first or not (named and closed) or phrases.apposition(document, place, sentence.first):
            return None
    return Reading(cue, source, verb.stance, "e", source.end, sentence)


def _with_complement(
    document: Document, cue: Range, source: Range, sentence: Range, verb: cues.Verb, shared: bool
) -> Reading | None:
    kind, content, addressee = complements.complement(document, cue.end, sentence.end, verb)
    if (kind == "p" or (kind == "q" and document.mark[content] & COMMA)) and _closed_before(
        document, source, cue, shared
    ):
        kind = "e"  # the quotation stands before, and may go on after the comma
    if not complements.accepts(document, source, kind, content, sentence, verb, shared):
        return None
    return Reading(cue, source, verb.stance, kind, content, sentence, addressee, shared)


def _closed_before(document: Document, source: Range, cue: Range, shared: bool) -> bool:
    at = min(source.first, cue.first) - 1
    return not shared and at > 0 and bool(document.mark[at] & _MARKS)
