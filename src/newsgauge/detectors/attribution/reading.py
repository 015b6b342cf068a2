"""From cue to clause: who stands beside a cue and what follows it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from newsgauge.article import Range, Stance
from newsgauge.detectors.attribution import cues, phrases
from newsgauge.vocabulary import (
    BRACKET_CLOSE,
    CAPITAL,
    CLASS,
    COLON,
    COMMA,
    DASH,
    DIGIT,
    DOUBLE,
    SINGLE,
    STOP,
    WORD,
)

if TYPE_CHECKING:
    from newsgauge.document import Document

CUE: Final = CLASS["cue"]
CUE_NOUN: Final = CLASS["cue_noun"]
_OUTLET: Final = CLASS["outlet"]
_NEGATION: Final = CLASS["negation"]
_MARKS: Final = DOUBLE | SINGLE
_QUESTION: Final = frozenset("how what why whether if who when where which".split())
_TIME: Final = frozenset(
    "last this next earlier later late early week month year morning afternoon evening night ago time recently again".split()
)
_SETTING: Final = frozenset("in on at during after before via to from by through over about with".split())
# Cue verbs strong enough to take any definite subject that is not known to speak.
_STRONG: Final = frozenset("say tell add explain write tweet continue reply joke recall insist ask argue".split())
_TO: Final = frozenset("say announce explain write admit confess report".split())
_NOBODY: Final = frozenset("neither nor no none nobody not".split())
_FINDING: Final = frozenset("find show learn prove demonstrate establish".split())
_FINDERS: Final = CLASS["document"] | CLASS["collective"] | CLASS["institution"]
_ATTITUDES: Final = frozenset(
    "believe feel think hope know fear expect doubt want wonder worry understand learn".split()
)
_PLURALS: Final = CLASS["collective"] | CLASS["anonymous"]
OBSERVERS: Final = frozenset(
    "reporter reporters correspondent correspondents journalist journalists photographer crew".split()
)
_CLAUSAL: Final = frozenset(("point", "spell"))  # with "out" they take a clause
MIN_RATE: Final = 0.2  # below it a form in plain text is more often something else than a cue
MIN_OBJECT_RATE: Final = 0.5  # an object alone ("attacked the town") says less than a clause
NO_RANGE: Final = Range(0, 0)


class Reading(NamedTuple):
    """A cue in its sentence, in tokens.

    Attributes
    ----------
    cue, source : Range
    stance : Stance
    kind : str
        What follows: q quotation, t clause after that, w question, c bare clause or object, p preposition, i infinitive,
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
    sentences = document.sentences
    starts = [sentence.first for sentence in sentences]
    for at in document.where(CUE | CUE_NOUN):
        if quoted and quoted[at]:
            continue
        sentence = sentences[bisect_right(starts, at) - 1]
        last = found[-1] if found and found[-1].sentence is sentence else None
        reading = _read(document, at, sentence, last)
        if reading:
            found.append(reading)
    return found


def _read(document: Document, at: int, sentence: Range, last: Reading | None) -> Reading | None:
    verb = cues.verbs().get(document.lower[at])
    if verb is None or not verb.frames:
        return _noun_cue(document, at, sentence)
    if verb.lemma == "according":
        return _according(document, at, sentence)
    if (
        document.mark[at] & CAPITAL
        and at > sentence.first
        and not document.mark[at - 1] & _MARKS
        and not _in_title(document, at)
    ):
        return None
    before = _left_of(document, at, sentence.first)
    if before is None:
        return _noun_cue(document, at, sentence)
    place, helpers, by = before
    if by:
        return _by_phrase(document, at, sentence, verb)
    if verb.frames == "y" or (verb.tense == "participle" and not helpers):
        return _by_phrase(document, at, sentence, verb)
    return _active(document, at, place, helpers, sentence, verb, last)


def _in_title(document: Document, at: int) -> bool:
    return document.title is not None and document.title.first <= at < document.title.end


def _left_of(document: Document, at: int, floor: int) -> tuple[int, str, bool] | None:
    """Walk over adverbs and auxiliaries: (last token of what stands before, "have" | "be" | "", passive with by)."""
    low, mark = document.lower, document.mark
    helpers = ""
    place = at - 1
    while place >= floor:
        word = low[place]
        if word in cues.HAVE:
            helpers = helpers or "have"
        elif word in cues.BE:
            helpers = "be"
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
    verb = cues.verbs()[low[at]]
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
    source, shared = _subject(document, place, sentence, verb, last)
    if (
        source is None
        or low[source.end - 1].endswith("'s")
        or _denied(document, source)
        or not _agrees(document, source, verb, helpers, shared)
    ):
        return None
    if last and verb.lemma in _ATTITUDES and last.kind in "tcwq" and not shared and last.cue.end <= source.first:
        return None  # "she says she hopes": the outer cue says it
    return _with_complement(document, cue, source, sentence, verb, shared)


def _denied(document: Document, source: Range) -> bool:
    """ "neither Roe nor Doe said"."""
    low, first = document.lower, source.first
    return low[first] in _NOBODY or (first > 0 and low[first - 1] in _NOBODY)


def _agrees(document: Document, source: Range, verb: cues.Verb, helpers: str, shared: bool) -> bool:
    """Keep nouns out: "the police report" is no police who report."""
    if verb.tense != "base" or helpers or shared:
        return True
    word = document.lower[source.end - 1]
    if word in phrases.PRONOUNS:
        return True
    plural = (word.endswith("s") and not word.endswith(("'s", "ss"))) or word in (
        "people",
        "police",
        "media",
        "many",
        "some",
        "most",
        "women",
        "men",
    )
    proper = document.mark[source.end - 1] & CAPITAL and not document.mark[source.end - 1] & _PLURALS
    return (plural and not proper) or "and" in document.lower[source.first : source.end]


def _subject(
    document: Document, place: int, sentence: Range, verb: cues.Verb, last: Reading | None
) -> tuple[Range | None, bool]:
    """Who stands before the verb; True where it is taken from the cue before."""
    low, mark = document.lower, document.mark
    if place < sentence.first:
        return None, False
    word = low[place]
    if mark[place] & COMMA:
        return phrases.apposition(document, place, sentence.first), False
    if mark[place] & DASH and place > sentence.first:
        return phrases.before(document, place - 1, sentence.first), False
    if word in ("and", "but", "then", "or"):
        return (last.source, True) if last and last.kind not in "abn" else (None, False)
    if word in ("who", "which", "that"):
        return phrases.relative(document, place, sentence.first), False
    found = phrases.before(document, place, sentence.first)
    if (
        found
        and found.first > sentence.first
        and mark[found.first - 1] & phrases.PREPOSITION
        and low[found.first - 1] != "than"
    ):
        return _beyond(document, found, sentence), False
    return found, False


def _beyond(document: Document, found: Range, sentence: Range) -> Range | None:
    """ "Roe in a long speech called": the phrase beside the verb belongs to a preposition; the subject stands before it."""
    further = phrases.before(document, found.first - 2, sentence.first)
    if (
        further
        and document.mark[further.end - 1] & (CAPITAL | phrases.SPEAKER)
        and not document.mark[further.end - 1] & phrases.CALENDAR
    ):
        return further
    return _first_subject(document, sentence, found.first - 1)


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
    source = _first_subject(document, sentence, at)
    return _with_complement(document, Range(at, at + 1), source, sentence, verb, True) if source else None


def _first_subject(document: Document, sentence: Range, at: int) -> Range | None:
    """The phrase a sentence begins with, where it is one that can speak."""
    low, mark = document.lower, document.mark
    first = sentence.first
    for dash in range(first + 1, min(at, first + 12)):
        if mark[dash] & DASH and mark[dash - 1] & BRACKET_CLOSE:
            first = dash + 1  # a dateline
    if low[first].endswith("ing") or mark[first] & (phrases.PREPOSITION | phrases.CONJUNCTION):
        first = next((far + 1 for far in range(first, min(at, first + 30)) if mark[far] & COMMA), first)
    found = phrases.after(document, first, at)
    if found and (
        document.lower[first] in phrases.PRONOUNS or document.mark[found.end - 1] & (CAPITAL | phrases.SPEAKER)
    ):
        return found
    return None


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
    kind, content, addressee = complement(document, cue.end, sentence.end, verb)
    if (kind == "p" or (kind == "q" and document.mark[content] & COMMA)) and _closed_before(
        document, source, cue, shared
    ):
        kind = "e"  # the quotation stands before, and may go on after the comma
    if not _accepts(document, source, cue, kind, content, sentence, verb, shared):
        return None
    return Reading(cue, source, verb.stance, kind, content, sentence, addressee, shared)


def _closed_before(document: Document, source: Range, cue: Range, shared: bool) -> bool:
    at = min(source.first, cue.first) - 1
    return not shared and at > 0 and bool(document.mark[at] & _MARKS)


def complement(document: Document, at: int, end: int, verb: cues.Verb) -> tuple[str, int, Range]:
    """What follows a cue: its kind, the token where it begins, and who was told."""
    addressee = NO_RANGE
    if "d" in verb.frames:
        told = phrases.after(document, at, end)
        if told and not (document.lower[at] == "that" or document.lower[at] in _QUESTION):
            addressee, at = told, told.end
            if verb.lemma == "ask" and at < end and document.mark[at] & WORD and document.lower[at] not in _QUESTION:
                return _kind(document, at, end), at, addressee
    place = _skip_setting(document, at, end, verb)
    return _kind(document, place, end), place, addressee


def _skip_setting(document: Document, at: int, end: int, verb: cues.Verb) -> int:
    """Leave out time and occasion: "on Monday", "in a statement", "late last week"."""
    low, mark = document.lower, document.mark
    place = at
    while (
        place < end
        and mark[place] & WORD
        and (mark[place] & phrases.CALENDAR or low[place] in _TIME or _adverb(low[place]))
    ):
        if (
            low[place] in ("this", "last", "next", "early", "late")
            and place + 1 < end
            and low[place + 1] not in _TIME
            and not mark[place + 1] & phrases.CALENDAR
        ):
            return place
        place += 1
    if place < end and low[place] in _SETTING and not ("p" in verb.frames and verb.lemma != "say"):
        if low[place] == "to" and verb.lemma not in _TO:
            return place
        for far in range(place + 1, min(end, place + 18)):
            if low[far] == "that" and not mark[far - 1] & phrases.PREPOSITION:
                return far
            if mark[far] & (DOUBLE | COLON | STOP) or mark[far] & COMMA:
                return far
    return place


def _adverb(word: str) -> bool:
    return (
        word.endswith("ly") and word not in ("only", "family", "early", "daily", "italy", "july", "ally", "reply")
    ) or word in ("also", "then", "again", "once", "too")


def _kind(document: Document, at: int, end: int) -> str:
    low, mark = document.lower, document.mark
    if at >= end:
        return "e"
    here, word = mark[at], low[at]
    if here & _MARKS:
        return "q"
    if here & STOP or here & DASH:
        return "e"
    if here & COLON:
        return "q"
    if here & COMMA:
        return "q" if at + 1 < len(mark) and mark[at + 1] & _MARKS else "e"
    if word == "that":
        return "t"
    if word in _QUESTION:
        return "w"
    if word == "to":
        return "i"
    if here & phrases.PREPOSITION and word != "since":
        return "p"
    return "c"


def _accepts(
    document: Document,
    source: Range,
    cue: Range,
    kind: str,
    content: int,
    sentence: Range,
    verb: cues.Verb,
    shared: bool,
) -> bool:
    """Whether verb, subject and complement make an attribution together."""
    frames = verb.frames
    if frames == "v":
        return _witnesses(document, source, kind)
    speaks = can_speak(document, source, verb)
    if kind == "q":
        return speaks or ("q" in frames and verb.rate >= MIN_OBJECT_RATE)
    if kind in "tw":
        return ("t" in frames or "q" in frames) and (speaks or verb.rate >= MIN_RATE)
    if not speaks:
        return False
    if kind == "e":
        return "q" in frames and _content_before(document, source, sentence, shared)
    if kind == "c" and verb.lemma in _FINDING:
        return bool(document.mark[source.end - 1] & _FINDERS)
    if kind == "c" and verb.lemma == "call":
        return _names_something(document, content, sentence.end)
    if kind == "c":
        if "c" in frames and verb.rate >= MIN_RATE:
            return not document.mark[content] & DIGIT or verb.lemma in _STRONG
        return "o" in frames and verb.rate >= MIN_OBJECT_RATE
    if kind == "p":
        if verb.lemma in ("speak", "talk", "comment"):
            return document.lower[content] in ("about", "of", "against")
        return "p" in frames or verb.lemma in ("say", "tell", "write")
    return "i" in frames and verb.rate >= MIN_OBJECT_RATE


def _names_something(document: Document, at: int, end: int) -> bool:
    """ "called him a liar", "called the law “absurd”", but not "called a taxi"."""
    if any(document.mark[far] & DOUBLE for far in range(at, min(end, at + 14))):
        return True
    called = phrases.after(document, at, end)
    if called is None or called.end >= end:
        return False
    follows = document.mark[called.end]
    return bool(
        follows & WORD and not follows & (phrases.PREPOSITION | phrases.CONJUNCTION | phrases.CALENDAR | phrases.VERBAL)
    )


def _witnesses(document: Document, source: Range, kind: str) -> bool:
    """The outlet's own reporter saw something."""
    low = document.lower
    if not OBSERVERS.intersection(low[source.first : source.end]):
        return False
    own = low[source.first] in ("our", "this") or any(
        mark & CAPITAL for mark in document.mark[source.first + 1 : source.end]
    )
    return own and kind in "ctw"


def can_speak(document: Document, source: Range, verb: cues.Verb) -> bool:
    """Persons, bodies, documents and places speak; "the move" doesn't, unless the verb leaves no doubt."""
    word = document.lower[source.first]
    if word in ("i", "you"):
        return False
    if word in phrases.PRONOUNS:
        return word not in ("it",) or verb.lemma in _STRONG
    marks = document.mark[source.first : source.end]
    head = marks[-1]
    if head & (phrases.SPEAKER | CAPITAL):
        return not head & phrases.CALENDAR
    if any(mark & phrases.SPEAKER for mark in marks) and any(mark & phrases.PREPOSITION for mark in marks):
        return True
    if len(marks) > 2 and document.lower[source.end - 2] in (".", "(", "-"):
        return True
    return verb.lemma in _STRONG and bool(marks[0] & (phrases.DETERMINER | DIGIT | CAPITAL))


def _content_before(document: Document, source: Range, sentence: Range, shared: bool) -> bool:
    """Whether something is said before the source: a closing mark, or a clause and a comma."""
    at = source.first - 1
    if at < 0 or shared:
        return False
    mark = document.mark[at]
    if mark & _MARKS or (at >= sentence.first and mark & (COMMA | DASH)):
        return True
    return document.lower[at] == "as" or bool(mark & STOP and at >= 1 and at >= sentence.first)


def _according(document: Document, at: int, sentence: Range) -> Reading | None:
    if at + 2 >= sentence.end or document.lower[at + 1] != "to":
        return None
    source = phrases.after(document, at + 2, sentence.end)
    if source is None:
        return None
    return Reading(Range(at, at + 2), source, "neutral", "a", source.end, sentence)


def _by_phrase(document: Document, at: int, sentence: Range, verb: cues.Verb) -> Reading | None:
    end = at + 1
    if document.lower[end : end + 1] == [cues.PARTICLES.get(verb.lemma)]:
        end += 1
    if end >= sentence.end or document.lower[end] != "by":
        return None
    source = phrases.after(document, end + 1, sentence.end)
    if source and document.lower[source.first].endswith("ing") and not document.mark[source.first] & CAPITAL:
        return None
    if source is None or not can_speak(document, source, verb):
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
