"""From cue to clause: every cue of a text with its source and the place of its content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsgauge.article import Range, Stance
from newsgauge.detectors.attribution import complements, cues, phrases, subjects
from newsgauge.vocabulary import CAPITAL, CLASS, COMMA, DASH, DOUBLE, SINGLE, WORD

if TYPE_CHECKING:
    from newsgauge.document import Document

CUE: Final = CLASS["cue"]
CUE_NOUN: Final = CLASS["cue_noun"]
_MEDIA: Final = CLASS["outlet"] | CLASS["document"]
_NEGATION: Final = CLASS["negation"]
_MARKS: Final = DOUBLE | SINGLE
_SETTING: Final = frozenset("in on at during after before via to from by through over about with".split())
_ATTITUDES: Final = frozenset(
    "believe feel think hope know fear expect doubt want wonder worry understand learn".split()
)
_BEFORE_NOUNS: Final = phrases.DETERMINER | phrases.PREPOSITION
_CLAUSAL: Final = frozenset(("point", "spell"))  # with "out" they take a clause
NO_RANGE: Final = Range(0, 0)


class Reading(NamedTuple):
    """A cue in its sentence, in tokens.

    Attributes
    ----------
    cue, source : Range
    stance : Stance
    kind : str
        What follows: q quotation, t clause after that, w question, c bare clause or object, p preposition,
        i infinitive,
        e end or comma (the content stands before), a according to, b by-phrase, n noun cue.
    content : int
        Token after cue, addressee and setting, where a content behind the cue begins.
    sentence : Range
    addressee : Range
        Empty unless somebody is told.
    shared : bool
        The source was taken from the cue before in the same sentence.
    """

    cue: Range
    source: Range
    stance: Stance
    kind: str
    content: int
    sentence: Range
    addressee: Range = NO_RANGE
    shared: bool = False


def read(document: Document) -> list[Reading]:
    """All cues of the text outside quotations, with their sources."""
    found: list[Reading] = []
    quoted = document.quoted.tolist() if document.quotations else None
    low, mark = document.lower, document.mark
    table = cues.verbs()
    sentences = document.sentences
    number, sentence = -1, NO_RANGE
    last: Reading | None = None
    for at in document.where(CUE | CUE_NOUN):
        if quoted and quoted[at]:
            continue
        while at >= sentence.end:
            number, last = number + 1, None
            sentence = sentences[number]
        verb = table.get(low[at])
        reading = None
        if verb is not None and not (verb.tense == "base" and at > sentence.first and _makes_noun(mark[at - 1])):
            reading = _read(document, at, sentence, verb, last)
        if reading is None and mark[at] & CUE_NOUN and at + 1 < sentence.end and low[at + 1] == "that":
            reading = _noun_cue(document, at, sentence)
        if reading is not None:
            found.append(reading)
            last = reading
    return found


def _read(document: Document, at: int, sentence: Range, verb: cues.Verb, last: Reading | None) -> Reading | None:
    if verb.frames == "a":
        return _according(document, at, sentence)
    if (
        document.mark[at] & CAPITAL
        and at > sentence.first
        and not document.mark[at - 1] & _MARKS
        and not _in_title(document, at)
    ):
        return None
    before = _left_of(document, at, sentence.first, verb)
    if before is None:
        return None
    place, helpers, by = before
    if by or verb.frames == "y" or (verb.tense == "participle" and not helpers):
        return _by_phrase(document, at, sentence, verb)
    return _active(document, at, place, helpers, sentence, verb, last)


def _makes_noun(mark: int) -> bool:
    """An article or preposition before a bare form: "the claim"; but "many claim"."""
    return bool(mark & _BEFORE_NOUNS and not mark & CLASS["collective"])


def _in_title(document: Document, at: int) -> bool:
    return document.title is not None and document.title.first <= at < document.title.end


def _left_of(document: Document, at: int, floor: int, verb: cues.Verb) -> tuple[int, str, bool] | None:
    """Walk over adverbs and auxiliaries: (last token of what stands before, "have" | "be" | "", passive with by)."""
    low, mark = document.lower, document.mark
    helpers = ""
    place = at - 1
    while place >= floor:
        word = low[place]
        if not mark[place] & WORD:
            break
        if word in cues.HAVE:
            helpers = helpers or "have"
        elif word in cues.BE:
            helpers = "be"
        elif (
            word == "to"
            and place - 2 >= floor
            and low[place - 1] == "on"
            and low[place - 2] in ("went", "goes", "gone")
        ):
            place -= 2  # "went on to say"
        elif mark[place] & _NEGATION or word in (
            "could",
            "should",
            "may",
            "might",
            "must",
            "to",
            "can",
            "will",
            "would",
        ):
            return None
        elif mark[place] & phrases.CALENDAR and place > floor and low[place - 1] == "on":
            place -= 1  # "Roe on Tuesday said"
        elif not (
            word in cues.ADVERBS
            or (word == "most" and low[place + 1].endswith("ly"))
            or word in cues.DO
            or (word.endswith("ly") and not mark[place] & CAPITAL)
        ):
            break
        place -= 1
    if helpers == "be" and verb.tense in ("past", "participle"):
        by = (
            at + 1 < len(low)
            and low[at + 1] == "by"
            and ("q" in verb.frames or "t" in verb.frames or verb.lemma in cues.BY_VERBS)
        )
        return (place, helpers, True) if by else None
    if place == at - 1 and place >= floor and low[place] == "as" and at + 1 < len(low) and low[at + 1] == "by":
        return place, helpers, True
    if verb.tense == "past" and not helpers and at + 1 < len(low) and low[at + 1] == "by":
        return (place, helpers, True) if "q" in verb.frames or verb.lemma in cues.BY_VERBS else None
    return place, helpers, False


def _active(
    document: Document, at: int, place: int, helpers: str, sentence: Range, verb: cues.Verb, last: Reading | None
) -> Reading | None:
    low, mark = document.lower, document.mark
    if verb.tense == "ing" and helpers != "be":
        return _participle(document, at, sentence, verb, last)
    end = at + 1
    particle = cues.PARTICLES.get(verb.lemma)
    if particle and end < sentence.end and low[end] == particle:
        end += 1
    elif verb.lemma == "point" and not (end < sentence.end and low[end] == "to"):
        return None
    if end > at + 1 and verb.lemma in _CLAUSAL:
        verb = verb._replace(frames="qtc", stance="endorsing")
    cue = Range(at, end)
    if (place >= sentence.first and mark[place] & (COMMA | _MARKS)) or place < sentence.first:
        inverted = _inverted(document, cue, place, sentence, verb)
        if inverted:
            return inverted
    source, shared = subjects.subject(document, place, sentence, last)
    if (
        source is None
        or low[source.end - 1].endswith("'s")
        or subjects.denied(document, source)
        or not subjects.agrees(document, source, verb, helpers, shared)
    ):
        return None
    if last and verb.lemma in _ATTITUDES and last.kind in "tcwq" and not shared and last.cue.end <= source.first:
        return None  # "she says she hopes": the outer cue says it
    return _with_complement(document, cue, source, sentence, verb, shared)


def _participle(document: Document, at: int, sentence: Range, verb: cues.Verb, last: Reading | None) -> Reading | None:
    """ "…, adding that": the speaker is the one of the clause before."""
    if "q" not in verb.frames and "t" not in verb.frames and verb.lemma not in ("call", "cite", "accuse"):
        return None
    before = document.mark[at - 1] if at > sentence.first else 0
    if not (
        before & (COMMA | DASH)
        or document.lower[at - 1] in ("and", "by", "statement", "while", "before", "tweet", "letter")
    ):
        return None
    if last and last.kind != "n":
        return _with_complement(document, Range(at, at + 1), last.source, sentence, verb, True)
    source = subjects.first_subject(document, sentence, at)
    return _with_complement(document, Range(at, at + 1), source, sentence, verb, True) if source else None


def _inverted(document: Document, cue: Range, place: int, sentence: Range, verb: cues.Verb) -> Reading | None:
    """ "…,” said Ann Roe" and "…, said the mayor"."""
    low, mark = document.lower, document.mark
    if verb.lemma not in cues.INVERTED or verb.tense not in ("past", "third", "base") or mark[cue.first] & CAPITAL:
        return None
    source = phrases.after(document, cue.end, sentence.end)
    if source is None or (
        source.end < sentence.end and mark[source.end] & WORD and low[source.end] in ("that", *cues.BE)
    ):
        return None
    after_quote = (place >= 0 and mark[place] & _MARKS) or (
        place > 0 and mark[place] & COMMA and mark[place - 1] & _MARKS
    )
    if not after_quote:
        named = mark[source.end - 1] & (CAPITAL | phrases.SPEAKER)
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


def _according(document: Document, at: int, sentence: Range) -> Reading | None:
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


def _by_phrase(document: Document, at: int, sentence: Range, verb: cues.Verb) -> Reading | None:
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


def _noun_cue(document: Document, at: int, sentence: Range) -> Reading | None:
    """ "his claim that …", "the ministry's announcement that …"."""
    low = document.lower
    if not document.mark[at] & CUE_NOUN or at + 1 >= sentence.end or low[at + 1] != "that" or at == sentence.first:
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
