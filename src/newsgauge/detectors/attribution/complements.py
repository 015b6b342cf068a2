"""What follows a cue, and whether verb, subject and complement make an attribution together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.detectors.attribution import cues, phrases
from newsgauge.vocabulary import CAPITAL, CLASS, COLON, COMMA, DASH, DIGIT, DOUBLE, SHOUT, SINGLE, STOP, WORD

if TYPE_CHECKING:
    from newsgauge.document import Document

_MARKS: Final = DOUBLE | SINGLE
_ENDS: Final = STOP | DASH
_PAUSES: Final = COMMA | DASH
_BREAKS: Final = DOUBLE | COLON | STOP | COMMA
_QUESTION: Final = frozenset("how what why whether if who when where which".split())
_TIME: Final = frozenset(
    "last this next earlier later late early "
    "week month year morning afternoon evening night ago time recently again".split()
)
_PASSING: Final = _TIME | frozenset("also then again once too".split())
_ADVERBS_NOT: Final = frozenset("only family early daily italy july ally reply".split())
_RELATED: Final = frozenset("this last next early late".split())  # to a time, where one follows
_SETTING: Final = frozenset("in on at during after before via to from by through over about with".split())
_STRONG: Final = frozenset("say tell add explain write tweet continue reply joke recall insist ask argue".split())
_TO: Final = frozenset("say announce explain write admit confess report".split())
_SMALL: Final = CLASS["function"]
# With a bare clause these say something; with a bare object they don't: "admitted ten patients", "maintains a lead".
_CLAUSE_ONLY: Final = frozenset("admit maintain claim argue understand hear know".split())
_FINITE: Final = CLASS["auxiliary"] | CLASS["modal"] | CLASS["person_pronoun"]
_CLAUSE: Final = CLASS["auxiliary"] | CLASS["modal"]
_WRITES: Final = frozenset("say tell write".split())
_ABOUT: Final = frozenset("about of against on".split())
_FINDING: Final = frozenset("find show learn prove demonstrate establish".split())
FINDERS: Final = CLASS["document"] | CLASS["collective"] | CLASS["institution"]
OBSERVERS: Final = frozenset(
    "reporter reporters correspondent correspondents journalist journalists photographer crew".split()
)
_SHAPED: Final = phrases.DETERMINER | DIGIT | CAPITAL
_COMMENTS: Final = frozenset("speak talk comment".split())
_SPEAKERS: Final = frozenset("i you we".split())
_KINDS: Final = {**dict.fromkeys(_QUESTION, "w"), "that": "t", "to": "i"}
_GOES_ON: Final = phrases.PREPOSITION | phrases.CONJUNCTION | phrases.CALENDAR | phrases.VERBAL | phrases.CUE
_ARMED: Final = frozenset("forces troops army rebels fighters militants soldiers gunmen jets militia".split())
MIN_RATE: Final = 0.2  # below it a form in plain text is more often something else than a cue
MIN_OBJECT_RATE: Final = 0.5  # an object alone ("attacked the town") says less than a clause
MIN_INFINITIVE_RATE: Final = 0.3  # "pledged to act": a person's infinitive is rarely anything else
NO_RANGE: Final = Range(0, 0)


def complement(document: Document, at: int, end: int, verb: cues.Verb) -> tuple[str, int, Range]:
    """What follows a cue: its kind, the token where it begins, and who was told."""
    addressee = NO_RANGE
    low, mark = document.lower, document.mark
    if "d" in verb.frames:
        told = _programme(document, at, end) or phrases.after(document, at, end)
        if told and not (low[at] == "that" or low[at] in _QUESTION):
            addressee, at = told, told.end
            if verb.lemma == "ask" and at < end and mark[at] & WORD and low[at] not in _QUESTION:
                return _kind(document, at, end), at, addressee
    place = _skip_setting(document, at, end, verb)
    if place < end and mark[place] & DOUBLE:
        title = _programme(document, place, end)
        if title:
            place = title.end  # "said on “Sunday Forum”"
    return _kind(document, place, end), place, addressee


def _programme(document: Document, at: int, end: int) -> Range | None:
    """A title in quotation marks: told, or said on, “Sunday Forum”."""
    if at >= end or not document.mark[at] & DOUBLE:
        return None
    for far in range(at + 2, min(len(document), at + 7)):
        if document.mark[far] & DOUBLE:
            inside = [mark for mark in document.mark[at + 1 : far] if mark & WORD]
            return Range(at, far + 1) if inside and all(mark & (CAPITAL | _SMALL) for mark in inside) else None
    return None


def _skip_setting(document: Document, at: int, end: int, verb: cues.Verb) -> int:
    """Leave out time and occasion: "on Monday", "in a statement", "late last week"."""
    low, mark = document.lower, document.mark
    place = at
    if place + 1 < end and low[place] == "on" and mark[place + 1] & phrases.CALENDAR:
        spoken_next = place + 3 < len(mark) and mark[place + 2] & STOP and mark[place + 3] & DOUBLE
        place += not spoken_next  # "told them on Monday the road was shut"; "told them on Monday. “It is shut.”"
    while place < end and mark[place] & WORD and _passes(mark[place], low[place]):
        if (
            low[place] in _RELATED
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
            if mark[far] & _BREAKS or (low[far] == "that" and not mark[far - 1] & phrases.PREPOSITION):
                return far
    return place


def _passes(mark: int, word: str) -> bool:
    """Whether a word says when or how something is said."""
    if mark & phrases.CALENDAR or word in _PASSING:
        return True
    return word.endswith("ly") and word not in _ADVERBS_NOT


def _kind(document: Document, at: int, end: int) -> str:
    low, mark = document.lower, document.mark
    if at >= end:
        return "e"
    here, word = mark[at], low[at]
    if not here & WORD:
        if here & _MARKS:
            return "q"
        if here & _ENDS:
            return "e"
        if here & COLON:
            return "q"
        if here & COMMA:
            return "q" if at + 1 < len(mark) and mark[at + 1] & _MARKS else "e"
    if word in _KINDS:
        return _KINDS[word]
    return "p" if here & phrases.PREPOSITION and word != "since" else "c"


def accepts(
    document: Document,
    source: Range,
    kind: str,
    content: int,
    sentence: Range,
    verb: cues.Verb,
    shared: bool,
) -> bool:
    """Whether verb, subject and complement make an attribution together."""
    lemma, frames = verb.lemma, verb.frames
    first, end = source
    if end - first == 1 and document.lower[first].partition("'")[0] in _SPEAKERS:
        return document.lower[first].startswith("we") and lemma == "learn"
    if frames[:1] == "v":
        return _witnesses(document, source, kind)
    sure = "m" in frames
    speaks = (sure and kind not in "co") or can_speak(document, source, verb)
    if not speaks and sure:
        return False
    if lemma == "attack" and not _ARMED.isdisjoint(document.lower[first:end]):
        return False  # "rebel forces attacked the village"
    if sure:
        return _accepts_likely(document, source, kind, content, sentence, verb, shared)
    if kind == "q":
        return speaks or ("q" in frames and verb.rate >= MIN_OBJECT_RATE)
    if kind in "tw":
        return ("t" in frames or "q" in frames) and (speaks or (verb.rate >= MIN_RATE and lemma not in _FINDING))
    if not speaks:
        return False
    if kind == "e":
        return "q" in frames and _content_before(document, source, sentence, shared)
    if kind == "c":
        return _accepts_bare(document, source, content, sentence, verb)
    if kind == "p":
        if lemma in _COMMENTS:
            return document.lower[content] in _ABOUT and document.lower[content] != "on"
        return "p" in frames or lemma in _WRITES
    anonymous = lemma == "ask" and document.lower[content + 1 : content + 2] in (["be"], ["remain"], ["stay"])
    return "i" in frames and verb.rate >= MIN_INFINITIVE_RATE and not anonymous


def _accepts_likely(
    document: Document, source: Range, kind: str, content: int, sentence: Range, verb: cues.Verb, shared: bool
) -> bool:
    """A cue the learnt table is sure of needs only something to attribute: "added salt" and "asked not to be named" have none."""
    if kind == "e":
        return _content_before(document, source, sentence, shared)
    if verb.lemma == "ask" and (kind == "i" or document.lower[content : content + 2] == ["not", "to"]):
        return not {"be", "remain", "stay"}.intersection(document.lower[content + 1 : content + 3])
    if not verb.frames.strip("m"):
        return True
    if verb.lemma == "call" and kind == "c":
        return _names_something(document, content, sentence.end)
    if kind == "c" and not {"c", "o"}.intersection(verb.frames):
        return any(mark & _CLAUSE for mark in document.mark[content : min(content + 10, sentence.end)])
    return kind != "p" or "p" in verb.frames or verb.lemma in _WRITES or document.lower[content] in _ABOUT


def _accepts_bare(document: Document, source: Range, content: int, sentence: Range, verb: cues.Verb) -> bool:
    """A clause without "that", or an object: how far the verb alone makes it speech."""
    if verb.lemma in _FINDING:
        return bool(document.mark[source.end - 1] & FINDERS)
    if verb.lemma in _CLAUSE_ONLY:
        return any(mark & _FINITE for mark in document.mark[content : min(content + 10, sentence.end)])
    if verb.lemma == "call":
        return _names_something(document, content, sentence.end)
    if "c" in verb.frames and verb.rate >= MIN_RATE:
        return not document.mark[content] & DIGIT or verb.lemma in _STRONG
    return "o" in verb.frames and verb.rate >= MIN_OBJECT_RATE


def _names_something(document: Document, at: int, end: int) -> bool:
    """ "called him a liar", "called the law “absurd”", but not "called a taxi"."""
    if any(document.mark[far] & DOUBLE for far in range(at, min(end, at + 14))):
        return True
    called = phrases.after(document, at, end)
    if called is None or called.end >= end:
        return False
    follows = document.mark[called.end]
    return bool(follows & WORD and not follows & _GOES_ON)


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
    if word in phrases.PRONOUNS:
        return word != "it" or verb.lemma in _STRONG
    marks = document.mark[source.first : source.end]
    head = marks[-1]
    if head & phrases.NAMED:
        return not head & phrases.CALENDAR or head & SHOUT > 0
    if any(mark & phrases.SPEAKER for mark in marks) and any(mark & phrases.PREPOSITION for mark in marks):
        return True
    if len(marks) > 2 and document.lower[source.end - 2] in (".", "(", "-"):
        return True
    return verb.lemma in _STRONG and marks[0] & _SHAPED > 0


def _content_before(document: Document, source: Range, sentence: Range, shared: bool) -> bool:
    """Whether something is said before the source: a closing mark, or a clause and a comma."""
    at = source.first - 1
    if at < 0 or shared:
        return False
    mark = document.mark[at]
    if mark & _MARKS or (at >= sentence.first and mark & _PAUSES):
        return True
    return document.lower[at] == "as" or bool(mark & STOP and at >= 1 and at >= sentence.first)
