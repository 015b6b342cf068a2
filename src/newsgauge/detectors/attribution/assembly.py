"""Put sources, cues and contents together into attributions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsgauge.article import Attribution, Cue, Range, Source, Span
from newsgauge.detectors.attribution import contents as parts_of
from newsgauge.detectors.attribution import names as names_of
from newsgauge.detectors.attribution import quoted, scan, sources
from newsgauge.detectors.attribution.reading import NO_RANGE
from newsgauge.document import new
from newsgauge.vocabulary import CLASS, SHOUT, STOP, WORD

if TYPE_CHECKING:
    from newsgauge.detectors.attribution.quoted import Quotes
    from newsgauge.detectors.attribution.reading import Reading
    from newsgauge.document import Document

_ATTITUDE: Final = CLASS["attitude"]
_MAYBE_PERSON: Final = CLASS["place"] | SHOUT  # "Israel said" of Celia Israel, "OSTROW: …" of Ruth Ostrow
_HELD: Final = frozenset("anonymous role collective".split())
_BODIES: Final = frozenset("institution outlet document social_post".split())


class Draft(NamedTuple):
    """An attribution in tokens; ``parts`` may still grow."""

    reading: Reading
    parts: list[Range]
    via: Range


def assemble(document: Document) -> list[Attribution]:
    """All attributions in order of their cues, floating quotations among them."""
    quotes = quoted.quotes_of(document)
    drafts = _drafts(document, quotes)
    floating = _loose(document, drafts, quotes) if quotes.all else []
    names = names_of.Names(document)
    reasons = [hit.first for hit in document.hits["attribution"]]
    found = [(draft.reading.cue.first, _finished(document, draft, names, quotes, reasons)) for draft in drafts]
    found += [(loose.first, _floating(document, loose)) for loose in floating]
    found.sort(key=lambda pair: pair[0])
    return [attribution for _, attribution in found]


def _drafts(document: Document, quotes: Quotes) -> list[Draft]:
    """Readings with their contents; a medium that only relays joins the attribution it relays."""
    readings = scan.read(document)
    drafts: list[Draft] = []
    for reading, behind in zip(readings, [*readings[1:], None], strict=False):
        if drafts and reading.kind in "ae" and _relays(document, drafts[-1].reading, reading):
            drafts[-1] = drafts[-1]._replace(via=reading.source)
            if drafts[-1].reading.kind == "e":
                continue  # "Roe said, according to the Times": nothing is left for the medium to say
        following = behind if behind and behind.sentence is reading.sentence else None
        if following and following.kind in "ae" and _told_by(document, reading, following):
            continue
        parts = parts_of.contents(document, reading, following, quotes)
        if parts or reading.kind == "n":
            told = reading.addressee
            via = told if told.end and sources.kind(document, told) == "outlet" else NO_RANGE
            drafts.append(new(Draft, (reading, parts, via)))
    return drafts


def _told_by(document: Document, reading: Reading, following: Reading) -> bool:
    """ "The mill is reportedly shut, according to Roe" and "they plan to leave, Roe said": the outer cue says it."""
    if following.cue.first < reading.content:
        return False
    hearsay = reading.source.end == reading.source.first
    return hearsay or (
        following.kind == "e" and reading.kind == "i" and document.mark[reading.cue.first] & _ATTITUDE > 0
    )


def _relays(document: Document, last: Reading, reading: Reading) -> bool:
    """ "Roe said, according to the Harbour Times" and "Roe said, the Harbour Times reported"."""
    if reading.sentence is not last.sentence or reading.source.end == reading.source.first:
        return False
    if last.kind != "e":
        closes = reading.source.end >= reading.sentence.end - 1 and reading.kind == "a"
        return closes and sources.kind(document, reading.source) == "outlet"
    gap = parts_of.segment_first(reading) - max(last.cue.end, last.source.end)
    return gap <= 2 and sources.kind(document, reading.source) == "outlet"


def _loose(document: Document, drafts: list[Draft], quotes: Quotes) -> list[Range]:
    """Quotations no cue claimed: they go on with the speaker of the sentence before, or float."""
    covered = bytearray(len(document) + 1)
    ends: list[tuple[int, int]] = []
    for number, (reading, parts, _) in enumerate(drafts):
        reached = max(reading.sentence.end, reading.source.end)
        for first, end in parts:
            covered[first:end] = b"\1" * (end - first)
            reached = max(reached, end)
        ends.append((reached, number))
    ends.sort()
    floating: list[Range] = []
    place = 0
    speaker = -1
    for number, quotation in enumerate(quotes.all):
        first = quotes.wholes[number].first
        if covered[quotation.first]:
            continue
        while place < len(ends) and ends[place][0] <= first:
            speaker = place
            place += 1
        owner = _speaker(document, drafts, ends[speaker][1]) if speaker >= 0 else -1
        if owner >= 0 and _goes_on(document, ends[speaker][0], first):
            drafts[owner].parts.extend(quoted.chain(quotes, number))
            whole = quotes.wholes[number]
            covered[whole.first : whole.end] = b"\1" * (whole.end - whole.first)
            ends[speaker] = (whole.end, owner)
        elif quoted.stands_alone(document, quotation):
            floating.append(quotes.wholes[number])
    return floating


def _speaker(document: Document, drafts: list[Draft], owner: int) -> int:
    """Who goes on in quotation: the one the sentence began with, and nobody who only wants or opposes something."""
    while (
        owner and drafts[owner].reading.shared and drafts[owner - 1].reading.sentence is drafts[owner].reading.sentence
    ):
        owner -= 1
    return -1 if document.mark[drafts[owner].reading.cue.first] & _ATTITUDE else owner


def _goes_on(document: Document, end: int, first: int) -> bool:
    """A quotation right behind an attributed sentence, as a sentence of its own.

    It may open the next paragraph: newspapers let a speaker go on there without a new cue.
    """
    mark = document.mark
    if first - end > 1 or not end:
        return False
    return bool(mark[first - 1] & STOP) or not mark[first - 1] & WORD


def _finished(
    document: Document, draft: Draft, names: names_of.Names, quotes: Quotes, reasons: list[int]
) -> Attribution:
    reading, parts, via = draft
    source = reading.source
    if source.end == source.first:
        return _nobody(document, draft, quotes)
    kind, name = _who(document, reading, names)
    reason = False
    if reasons and kind in _HELD:
        first, end = reading.sentence
        reason = any(first <= at < end for at in reasons)
    starts, ends = document.starts, document.ends
    return new(
        Attribution,
        (
            _source(document, source),
            "anonymous" if reason else kind,
            name,
            _cue(document, reading),
            tuple([new(Span, (starts[first], ends[end - 1])) for first, end in parts]),
            quoted.form(parts, quotes),
            _source(document, via) if via.end else None,
            reason,
        ),
    )


def _who(document: Document, reading: Reading, names: names_of.Names) -> tuple[str, str | None]:
    """The kind of the source, and the name it resolves to."""
    low, source = document.lower, reading.source
    first = source.first
    kind = sources.kind(document, source, low[reading.cue.first])
    if kind == "named_person":
        return kind, names.person(source)
    if kind == "pronoun":
        word = low[first]
        if word == "they" and sources.crowd_before(document, source):
            return "collective", None
        return kind, names.pronoun(word.partition("'")[0], reading.sentence)
    if kind in _BODIES:
        alone = kind == "institution" and source.end - first == 1
        if alone and document.mark[first] & _MAYBE_PERSON and names.surname(first):
            return "named_person", names.person(source)
        return kind, names.body(source)
    name = names.described(source) if kind == "role" else None
    return "named_person" if name and low[first] == "the" else kind, name


def _cue(document: Document, reading: Reading) -> Cue:
    start, end = document.starts[reading.cue.first], document.ends[reading.cue.end - 1]
    return new(Cue, (start, end, document.text[start:end], reading.stance))


def _nobody(document: Document, draft: Draft, quotes: Quotes) -> Attribution:
    """Words that attribute, and nobody they could be asked of."""
    parts = tuple([document.span(*part) for part in draft.parts])
    return Attribution(None, "none", None, _cue(document, draft.reading), parts, quoted.form(draft.parts, quotes))


def _source(document: Document, found: Range) -> Source:
    start, end = document.starts[found.first], document.ends[found.end - 1]
    text = document.text[start:end]
    if text.endswith(("'s", "’s")):
        end, text = end - 2, text[:-2]
    return new(Source, (start, end, text))


def _floating(document: Document, whole: Range) -> Attribution:
    return Attribution(None, "none", None, None, (document.span(*whole),), "direct")
