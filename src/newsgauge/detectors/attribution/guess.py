"""Cues only the learnt table knows: words of no list, and listed ones in frames no rule reads.

The table says that the word attributes; who speaks is the nearest phrase that can. Where there is none, a passive, an
adverb ("reportedly") or a noun before "that" attributes to nobody: the source is an empty range. Denials ("would not
say") stay out, as everywhere in this family.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.detectors.attribution import complements, cues, phrases, subjects
from newsgauge.detectors.attribution.reading import Reading
from newsgauge.vocabulary import CAPITAL, CLASS, COLON, COMMA, NEWLINE, SHOUT, WORD

if TYPE_CHECKING:
    from newsgauge.document import Document

_HELPING: Final = CLASS["auxiliary"] | CLASS["modal"]
_NEGATION: Final = CLASS["negation"]
_NO_NAME: Final = phrases.DETERMINER | phrases.PREPOSITION | CLASS["function"]
_CALENDAR: Final = CLASS["calendar"]
_OWNERS: Final = frozenset("his her their".split())
_BY: Final = frozenset("by from".split())  # not "of": fears of the rebels are other people's
_MODIFIERS: Final = 3  # words between an owner and a noun: "his long-held belief"
_SAID: Final = frozenset("tiwq")  # what follows a passive that says something
_KNOWN: Final = CLASS["given_name"] | CLASS["honorific"] | CLASS["institution"] | CLASS["outlet"] | CLASS["place"]
_NAME: Final = 6  # words before the colon of a speaker's line
_HEARSAY: Final = frozenset("reportedly allegedly supposedly purportedly".split())
_SEEMS: Final = frozenset("seem seems seemed appear appears appeared".split())
_ACTS: Final = frozenset(
    "vetoed vetoes passed passes aligned opted opts struck strikes signed authored focuses focused".split()
)  # deeds, not statements
_MOVES: Final = frozenset("by in to into at from with".split())  # "goes by the name", "opted into the plan"
_ARTICLES: Final = frozenset("the a an his her their its our my".split())
_BEFORE_PLURALS: Final = _ARTICLES | frozenset("other such several these those any no more new further recent".split())
_RATED: Final = frozenset("considered deemed regarded viewed seen".split())
_BELIEVED: Final = frozenset("believed thought considered said known reported alleged understood".split())
_JUDGED: Final = _RATED | _BELIEVED
_NOT_NOUNS: Final = (
    phrases.PREPOSITION | phrases.DETERMINER | phrases.CONJUNCTION | phrases.VERBAL | CAPITAL | CLASS["person_pronoun"]
)
_OBJECTS: Final = frozenset(
    "notes claims reports calls demands promises plans".split()
)  # followed by "of" they are nouns
_NEAR: Final = 8  # tokens between a participle and its by-phrase: "considered a poor bargain by the unions"


def read(document: Document, at: int, sentence: Range, verb: cues.Verb | None, last: Reading | None) -> Reading | None:
    """The attribution whose cue stands at a token, None where nobody is found to speak."""
    word = document.lower[at]
    if document.mark[at] & COLON:
        return _speaker_line(document, at, sentence)
    if word in _HEARSAY:
        return _nobody(document, at, False, sentence, verb)  # the subject is spoken of
    if word in _SEEMS:
        return _nobody(document, at, True, sentence, None) if document.lower[at + 1 : at + 2] == ["to"] else None
    if word in _ACTS or spoken_of(document, at, sentence, verb):
        return None
    return _spoken(document, at, sentence, verb, last)


def _spoken(
    document: Document, at: int, sentence: Range, verb: cues.Verb | None, last: Reading | None
) -> Reading | None:
    """Who speaks by a word: who is behind it, who owns it, whose verb it is; or nobody."""
    low, mark = document.lower, document.mark
    source = _behind(document, at, sentence) or _owner(document, at, sentence)
    noun = source is not None
    shared = False
    if source is None and verb is not None and verb.tense == "third" and plural_noun(document, at):
        return None
    if source is None:
        place = _left(document, at, sentence.first)
        if place is None:
            return None
        helped = any(low[back] in cues.BE for back in range(place + 1, at))
        if not (helped and verb and verb.tense in ("past", "participle")):  # else the subject is spoken of
            source, shared = _subject(document, at, place, sentence, last)
        if source is None or (verb is None and _compound(document, source, at)):
            return _nobody(document, at, helped, sentence, verb)
    if _first_person(document, source) or subjects.denied(document, source):
        return None
    if low[source.end - 1].endswith("'s") and not noun:
        return None
    known = verb or _UNKNOWN
    kind, content, addressee = complements.complement(document, at + 1, sentence.end, known)
    if noun and source.first > at:
        kind, content = "b" if low[at + 1] == "by" else "n", source.end
    elif noun:
        kind = "n"
    elif kind == "p" and low[content] in _MOVES and not mark[at] & phrases.CUE:
        return None
    elif verb and not complements.accepts(document, source, kind, content, sentence, verb, shared):
        return None  # "added salt", "called a taxi"
    return Reading(Range(at, at + 1), source, known.stance, kind, content, sentence, addressee, shared)


def modifies(document: Document, at: int) -> bool:
    """A participle between an owner or article and its noun: "Roe's proposed plan", "the announced visit"."""
    low, mark = document.lower, document.mark
    if low[at - 1] not in _ARTICLES and not low[at - 1].endswith("'s"):
        return False
    return at + 1 < len(low) and bool(mark[at + 1] & WORD) and not mark[at + 1] & _NOT_NOUNS


def plural_noun(document: Document, at: int) -> bool:
    """ "in talks that", "of other claims": what looks like a verb in the third person is a noun."""
    place = at - 1
    if place < 0 or document.mark[place] & CAPITAL:
        return False
    if document.lower[at + 1 : at + 2] == ["of"] and document.lower[at] in _OBJECTS:
        return True
    return bool(document.mark[place] & phrases.PREPOSITION) or document.lower[place] in _BEFORE_PLURALS


def spoken_of(document: Document, at: int, sentence: Range, verb: cues.Verb | None) -> bool:
    """A participle whose noun is spoken of: "a mill believed to be the oldest", ", considered a ruin by the town"."""
    low = document.lower
    word = low[at]
    if word not in _JUDGED:
        return False
    if word in _BELIEVED and not _helped(document, at, sentence.first):
        if low[at + 1 : at + 2] == ["to"] and low[at + 2 : at + 3] in (["be"], ["have"]):
            return True
        if verb is not None and verb.tense == "participle":
            return low[at + 1 : at + 2] != ["by"]  # "known for"
    if word in _RATED and document.mark[at - 1] & COMMA:
        return "by" in low[at + 1 : min(sentence.end, at + _NEAR)]
    return False


def _helped(document: Document, at: int, floor: int) -> bool:
    """Whether "be" or "have" stands within three tokens before."""
    return any(word in cues.BE or word in cues.HAVE for word in document.lower[max(floor, at - 3) : at])


_UNKNOWN: Final = cues.Verb("", "past", "neutral", "qtcopim", 0.5)


def _speaker_line(document: Document, at: int, sentence: Range) -> Reading | None:
    """ "ROE: The bridge is closed.", "Roe: ‘The Bridge Is Closed’": a name alone from the line's start to the colon."""
    mark = document.mark
    first = at
    while first > 0 and at - first < _NAME and not mark[first] & NEWLINE:
        first -= 1
    if first == at or at + 1 >= len(document) or (first and not mark[first] & NEWLINE):
        return None
    found = phrases.before(document, at - 1, first)
    if found is None or found.first != first or not mark[at - 1] & CAPITAL:
        return None
    known = any(here & (_KNOWN | SHOUT) for here in mark[first:at])
    if not known and (at - first > 1 or document.lower.count(document.lower[first]) < 2):
        return None  # "Economic Warning: …" is a headline
    return Reading(Range(at, at + 1), found, "neutral", "q", at, sentence)


def _nobody(document: Document, at: int, helped: bool, sentence: Range, verb: cues.Verb | None) -> Reading | None:
    """ "The road is expected to close", "reportedly", "the claim that": something is attributed, to nobody."""
    low, mark = document.lower, document.mark
    adverb = low[at].endswith("edly")
    noun = low[at + 1 : at + 2] == ["that"] and bool(mark[at] & CLASS["cue_noun"] or low[at] == "consensus")
    passive = helped and not low[at].endswith("ing") and (verb is None or verb.tense in ("past", "participle"))
    if not (adverb or noun or passive) or mark[at] & CAPITAL:
        return None
    kind, content, addressee = complements.complement(document, at + 1, sentence.end, verb or _UNKNOWN)
    if low[at + 1 : at + 2] == ["to"] and not (passive and _goal(document, at + 2)):
        kind, content = "i", at + 1
    if passive and not (adverb or noun) and kind not in _SAID and low[at + 1 : at + 2] != ["as"]:
        return None  # "were called back", "was announced in May"
    stance = verb.stance if verb else "neutral"
    return Reading(Range(at, at + 1), Range(at, at), stance, "n" if kind == "e" else kind, content, sentence, addressee)


def _compound(document: Document, source: Range, at: int) -> bool:
    """ "a general consensus that": the article and adjective before a noun are no speaker."""
    low = document.lower
    noun = low[at + 1 : at + 2] == ["that"] and not low[at].endswith(("ed", "ing", "s"))
    return noun and source.end == at and low[source.first] in ("a", "an")


def _goal(document: Document, at: int) -> bool:
    """ "brought to hospitals", "moved to the north": no infinitive follows the "to"."""
    if at >= len(document):
        return True
    plural = document.lower[at].endswith("s") and not document.lower[at].endswith("ss")
    return plural or bool(document.mark[at] & (CAPITAL | phrases.DETERMINER))


def _left(document: Document, at: int, floor: int) -> int | None:
    """The last token before the verb's helpers; None where a negation is among them."""
    low, mark = document.lower, document.mark
    place = at - 1
    while place >= floor:
        word, here = low[place], mark[place]
        if here & _NEGATION:
            return None
        if not (
            (here & _HELPING and not here & CAPITAL)
            or word in cues.ADVERBS
            or word == "to"
            or here & _CALENDAR
            or (word.endswith(("ly", "ed", "ing")) and not here & CAPITAL)
            or (word == "on" and mark[place + 1] & _CALENDAR)
        ):
            break
        place -= 1
    return place


def _subject(
    document: Document, at: int, place: int, sentence: Range, last: Reading | None
) -> tuple[Range | None, bool]:
    if place < sentence.first:
        return None, False
    low, mark = document.lower, document.mark
    if low[at].endswith("ing") and place == at - 1 and mark[place] & COMMA and last and last.kind != "n":
        return last.source, True
    source, shared = subjects.subject(document, place, sentence, last, True)
    if source is None:
        source = subjects.first_subject(document, sentence, at)
    if source is None or not _speaks(document, source):
        return None, False
    return source if shared else _without_verb(document, source), shared


def _without_verb(document: Document, source: Range) -> Range:
    """ "Roe drew" before "attention" is Roe: what follows the last name or speaker is no part of the phrase."""
    mark, end = document.mark, source.end
    if document.lower[end - 1].endswith("s"):
        return source  # "Roe allies", "Harbour groups"
    while end - 1 > source.first and not mark[end - 1] & (CAPITAL | phrases.SPEAKER):
        end -= 1
    return Range(source.first, end) if _speaks(document, Range(source.first, end)) else source


def _name_only(document: Document, owner: Range) -> Range:
    """ "others joined Roe's" is Roe's: a name with its titles, and no verb before it."""
    mark, low = document.mark, document.lower
    first = owner.end - 1
    if not mark[first] & CAPITAL:
        return owner
    while first > owner.first and (mark[first - 1] & (CAPITAL | phrases.SPEAKER) or low[first - 1] in (".", "the")):
        first -= 1
    return Range(first, owner.end)


def _speaks(document: Document, source: Range) -> bool:
    for here in document.mark[source.first : source.end]:
        if here & phrases.SPEAKER or (here & CAPITAL and not here & _NO_NAME):
            return True
    return document.lower[source.first].partition("'")[0] in phrases.PRONOUNS


def _owner(document: Document, at: int, sentence: Range) -> Range | None:
    """ "her long-held belief", "the ministry's decision": whose noun it is."""
    low, mark = document.lower, document.mark
    for back in range(at - 1, max(sentence.first - 1, at - 2 - _MODIFIERS), -1):
        word = low[back]
        if word in _OWNERS:
            return Range(back, back + 1)
        if word.endswith("'s") and mark[back] & WORD:
            found = phrases.before(document, back, sentence.first)
            return _name_only(document, found) if found else None
        if not mark[back] & WORD or mark[back] & (
            _HELPING | phrases.PREPOSITION | phrases.CONJUNCTION | phrases.DETERMINER
        ):
            return None
    return None


def _behind(document: Document, at: int, sentence: Range) -> Range | None:
    """ "criticism from the unions", "praised by Ann Roe"."""
    low = document.lower
    if at + 2 < sentence.end and low[at + 1] in _BY:
        found = phrases.after(document, at + 2, sentence.end)
        return found if found and _speaks(document, found) else None
    return None


def _first_person(document: Document, source: Range) -> bool:
    return document.lower[source.first].partition("'")[0] in ("i", "you", "we", "it", "me", "us")
