"""Noun phrases beside a cue: where the words that name a source begin and end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.document import new
from newsgauge.vocabulary import CAPITAL, CLASS, COMMA, DASH, DIGIT, DOUBLE, JOINED, NEWLINE, SHOUT, SINGLE, STOP, WORD

if TYPE_CHECKING:
    from newsgauge.document import Document

DETERMINER: Final = CLASS["determiner"]
PREPOSITION: Final = CLASS["preposition"]
CONJUNCTION: Final = CLASS["conjunction"]
VERBAL: Final = CLASS["auxiliary"] | CLASS["modal"]
NEGATION: Final = CLASS["negation"]
CUE: Final = CLASS["cue"]
CALENDAR: Final = CLASS["calendar"]
ABBREVIATION: Final = CLASS["abbreviation"] | CLASS["honorific"]
_GIVEN: Final = CLASS["given_name"]
SPEAKER: Final = (
    CLASS["role"]
    | CLASS["anonymous"]
    | CLASS["collective"]
    | CLASS["institution"]
    | CLASS["document"]
    | CLASS["outlet"]
    | CLASS["kinship"]
    | CLASS["place"]
)
NAMED: Final = CAPITAL | SPEAKER  # words that end the phrase of somebody who can speak
LINK: Final = PREPOSITION | CONJUNCTION
PRONOUNS: Final = frozenset("he she they i we it you".split())
_OBJECT_PRONOUNS: Final = frozenset("he she they him her them me us".split())
# Words after which a preposition belongs to the noun phrase: "sources close to the talks", "members of the crew".
_OPEN: Final = frozenset(
    "familiar close briefed involved member members group head heads one number handful dozens hundreds thousands "
    "percent part author owner victim resident residents leader majority minority array string lot based total".split()
)
_NO_END: Final = LINK | VERBAL | DETERMINER | CLASS["number_word"]
_NO_START: Final = LINK | VERBAL | NEGATION
_COLLECTIVE: Final = CLASS["collective"]
_ROLE: Final = CLASS["role"]
_INSTITUTION: Final = CLASS["institution"]
_SPOKEN: Final = VERBAL | CUE
_DATED: Final = CALENDAR | DIGIT
_UNNAMED: Final = CALENDAR | _GIVEN
_LED: Final = CAPITAL | DETERMINER | SPEAKER
_PHRASAL: Final = _LED | DIGIT
_NO_STEP_RIGHT: Final = VERBAL | CALENDAR
_MARKED: Final = DOUBLE | DASH
_PARTING: Final = _MARKED | COMMA | STOP
_SHORTENED: Final = ABBREVIATION | CAPITAL
_NO_PERSON: Final = CALENDAR | SINGLE
_BEGINS_APPOSITION: Final = _PHRASAL | PREPOSITION
_APPOSITIONS: Final = frozenset("who whose which then now former senior speaking meanwhile however too".split())
_WITHIN: Final = frozenset("of for from at in with to".split())
_VERBAL_ONLY: Final = frozenset("since until than like per via upon despite".split())
_LEADS: Final = frozenset("as but so yet nor or".split())
_SIGNS: Final = frozenset("& / - ' ’ @ # $".split())
_JOINTS: Final = frozenset("& / ' ’ -".split())
_OCCASIONS: Final = frozenset("a an this response his her".split())
_NOT_NOUN: Final = frozenset("there here not only so thus then who which that it he she they we i you".split())
# Words that open a sentence before its subject: "Instead Roe", "Perhaps voters".
_OPENERS: Final = frozenset(
    "if and earlier later instead perhaps maybe alongside besides meanwhile moreover however still indeed even also though "
    "although because when once while after".split()
)
MAX_WORDS: Final = 16  # longest source of the sample that is one phrase without its apposition


def before(document: Document, last: int, floor: int) -> Range | None:
    """The noun phrase whose last token is ``last``, not reaching below ``floor``; None where there is none."""
    mark, low = document.mark, document.lower
    if last < floor or not mark[last] & WORD:
        return _possessive_end(document, last, floor)
    word = low[last]
    if is_pronoun(word):
        return new(Range, (last, last + 1))
    if word in _NOT_NOUN or (mark[last] & _NO_END and not mark[last] & _COLLECTIVE):
        return None
    floor = max(floor, last - MAX_WORDS)
    at = last
    while at > floor and not mark[at] & NEWLINE:
        step = _step_left(document, at, floor)
        if not step:
            break
        at -= step
    return _trimmed(document, at, last)


def is_pronoun(word: str) -> bool:
    """Whether a personal pronoun, alone or with a verb ("he's")."""
    return word in PRONOUNS or ("'" in word and word.partition("'")[0] in PRONOUNS)


def _possessive_end(document: Document, last: int, floor: int) -> Range | None:
    """A bracket or closing mark may end the phrase: "Ann Roe (D)", "John “Jack” Doe" end otherwise."""
    if last > floor and document.lower[last] == ")":
        for at in range(last - 1, max(floor, last - 6), -1):
            if document.lower[at] == "(":
                return before(document, at - 1, floor)
    return None


def _step_left(document: Document, at: int, floor: int) -> int:
    """Tokens by which the phrase grows to the left of ``at``; 0 where it begins."""
    mark, low = document.mark, document.lower
    left, word = mark[at - 1], low[at - 1]
    if not left & WORD:
        return _punctuation(document, at, floor)
    if left & _SPOKEN and not left & NAMED:
        return 0
    if word == "and":
        return _joined(document, at, floor)
    if (word in _NOT_NOUN or left & CONJUNCTION) and not left & SHOUT:
        return 0
    if left & PREPOSITION:
        return 1 if at - 1 > floor and (_opens(document, at - 2, word) or _names_body(mark, at - 1)) else 0
    if mark[at] & DETERMINER and not left & PREPOSITION:
        return 1 if word in ("all", "both", "of", "half", "such") else 0
    if left & CALENDAR and not left & CAPITAL:
        return 0
    return 1 if left & CAPITAL or not word.endswith("ly") else 0


def _punctuation(document: Document, at: int, floor: int) -> int:
    mark, low = document.mark, document.lower
    sign = low[at - 1]
    if sign == "." and at - 2 >= floor and mark[at - 1] & JOINED:
        name = mark[at - 2]
        if mark[at] & JOINED and name & WORD and not mark[at] & CAPITAL:
            return 2  # a domain name
        return 2 if name & ABBREVIATION or (name & CAPITAL and len(low[at - 2]) == 1) else 0
    if sign == ")":
        for back in range(at - 2, max(floor, at - 6), -1):
            if low[back] == "(":
                return at - back + 1 if mark[back - 1] & WORD else 0
    if sign == "-" and not mark[at] & JOINED:
        return 0  # "HARBOUR CITY (News Agency) - Ann Roe"
    return 1 if sign in _SIGNS and at - 2 >= floor else 0


def _opens(document: Document, noun: int, preposition: str) -> bool:
    """Whether the preposition belongs to the noun before it rather than to a verb."""
    mark = document.mark[noun]
    if preposition == "of":
        return mark & NAMED > 0 or document.lower[noun] in _OPEN
    if preposition in _VERBAL_ONLY:
        return False
    return bool(mark & SPEAKER and not mark & CAPITAL) or document.lower[noun] in _OPEN


def _names_body(mark: list[int], at: int) -> bool:
    """Whether the preposition stands inside a body's name: "the Office for Water", "the Committee on Roads"."""
    left, right = mark[at - 1], mark[at + 1]
    return bool(left & right & CAPITAL and left & _INSTITUTION and not right & _UNNAMED)


def _joined(document: Document, at: int, floor: int) -> int:
    """How far "X and Y" reaches to the left of Y: only where X begins the clause."""
    mark, low = document.mark, document.lower
    for back in range(at - 2, max(floor, at - 9) - 1, -1):
        if low[back] == "both":
            return at - back
        edge = back == floor or not mark[back - 1] & WORD or bool(mark[back] & NEWLINE)
        if edge and back - 2 >= floor and low[back - 1] == "," and mark[back] & mark[back - 2] & CAPITAL:
            listed = _listed(document, back - 2, floor)
            if listed >= 0:
                return at - listed
        if not mark[back] & WORD or (mark[back] & _SPOKEN and not mark[back] & NAMED):
            return 0
        if edge:
            whole = (
                low[back] in ("he", "she") or mark[back] & CAPITAL or mark[back] & DETERMINER or mark[at - 2] & SPEAKER
            )
            spoken = low[back] not in PRONOUNS or (low[back] in ("he", "she") and back == at - 2)
            return at - back if whole and spoken and not mark[back] & PREPOSITION else 0
    return 0


def _listed(document: Document, last: int, floor: int) -> int:
    """Where the list "Norway, Chile and" begins, -1 where capitals and commas don't reach back to the clause's start."""
    mark, low = document.mark, document.lower
    at = last
    while at > floor and (mark[at - 1] & CAPITAL or low[at - 1] == ",") and not mark[at] & NEWLINE:
        at -= 1
    return at if (at == floor or mark[at] & NEWLINE) and not mark[at] & (PREPOSITION | CALENDAR) else -1


def _trimmed(document: Document, first: int, last: int) -> Range | None:
    """Leave out what stands before the phrase proper: "On Tuesday the mayor", "later Ann Roe"."""
    mark, low = document.mark, document.lower
    if mark[first] & PREPOSITION or low[first] in _LEADS:
        first += 1
        while first < last and mark[first] & _DATED:
            first += 1
    if first and first < last and not mark[first] & CAPITAL:
        if mark[first - 1] & VERBAL and low[first].endswith(("ed", "en")):
            first += 1  # "had conducted studies showing"
        elif low[first - 1] in ("who", "which"):
            return None  # "people who underwent surgery found"
    names_end = mark[last] & CAPITAL
    if names_end and mark[first] & DETERMINER and first and mark[first - 1] & PREPOSITION:
        run = last
        while run > first and mark[run - 1] & CAPITAL:
            run -= 1
        if run > first + 1 and not mark[run - 1] & _ROLE:
            first = run  # "In a statement Roe"
    if names_end and not mark[first] & _PHRASAL:
        while first < last and not mark[first] & _LED:
            first += 1
    while first < last:
        word = low[first]
        if not (
            mark[first] & CALENDAR
            or word in _OPENERS
            or (word.endswith("ly") and mark[first] & CAPITAL and len(word) > 5)
            or (word == "," and mark[first - 1] & WORD)
        ):
            return new(Range, (first, last + 1))
        first += 1
    return None if first == last and low[first] in _NOT_NOUN else new(Range, (first, last + 1))


def after(document: Document, first: int, ceiling: int) -> Range | None:
    """The noun phrase that begins at ``first`` and ends below ``ceiling``; None where there is none."""
    mark, low = document.mark, document.lower
    if first >= ceiling or not mark[first] & WORD or mark[first] & _NO_START:
        return None
    if (
        low[first] in _OBJECT_PRONOUNS
        and not (low[first] == "us" and mark[first] & CAPITAL)
        and (low[first] != "her" or first + 1 >= ceiling or not mark[first + 1] & WORD)
    ):
        return Range(first, first + 1)
    at = first + 1
    ceiling = min(ceiling, first + MAX_WORDS)
    while at < ceiling and not mark[at] & NEWLINE:
        step = _step_right(document, at, ceiling)
        if not step:
            break
        at += step
    return Range(first, at)


def _step_right(document: Document, at: int, ceiling: int) -> int:
    mark, low = document.mark, document.lower
    here, word = mark[at], low[at]
    if not here & WORD:
        if (
            word == "."
            and here & JOINED
            and at + 1 < ceiling
            and mark[at + 1] & JOINED
            and mark[at + 1] & WORD
            and not mark[at + 1] & CAPITAL
        ):
            return 2
        if word == "." and here & JOINED and at + 1 < ceiling and mark[at + 1] & CAPITAL:
            name = mark[at - 1]
            return 1 if name & ABBREVIATION or (name & CAPITAL and len(low[at - 1]) == 1) else 0
        return 1 if word in _JOINTS and at + 1 < ceiling and mark[at + 1] & WORD else 0
    if word == "today" and here & CAPITAL:
        return 1  # USA Today
    if here & _NO_STEP_RIGHT or word in _NOT_NOUN or (word.endswith("ly") and not here & CAPITAL):
        return 0
    if here & CUE and not here & NAMED:
        return 0
    if at + 1 < ceiling and low[at + 1] == "by":
        return 0  # "a transcript provided by"
    if word == "and":
        follows = at + 1 < ceiling and mark[at + 1]
        return 1 if follows and follows & NAMED and low[at + 1] not in PRONOUNS else 0
    if here & PREPOSITION:
        if at + 1 < ceiling and _names_body(mark, at):
            return 1
        timed = at + 1 >= ceiling or mark[at + 1] & _DATED or low[at + 1] in _OCCASIONS
        inside = word == "of" or (word in _WITHIN and not timed)
        return 1 if inside and _opens(document, at - 1, word) else 0
    if here & CONJUNCTION:
        return 0
    if here & DETERMINER and not mark[at - 1] & PREPOSITION:
        return 1 if low[at - 1] in ("all", "both", "half") else 0
    return 1


def apposition(document: Document, comma: int, floor: int) -> Range | None:
    """The phrase before "…, an expert on soil, " where the closing comma stands at ``comma``."""
    mark = document.mark
    fallback: Range | None = None
    lowest = max(floor, comma - 45)
    for at in range(comma - 1, lowest, -1):
        here = mark[at]
        if not here & _PARTING:
            continue
        if here & COMMA:
            left, right = mark[at - 1], mark[at + 1]
            if left & WORD and not left & DIGIT and _begins_apposition(document, at + 1, right):
                if right & _GIVEN and right & CAPITAL and all(shape & CAPITAL for shape in mark[at + 1 : comma]):
                    return Range(at + 1, comma)  # "her rival, Ann Roe, said"
                found = before(document, at - 1, floor)
                if found and _names(document, found) and not _occasion(document, found, floor):
                    if not (mark[found.first] & DETERMINER and found.first > lowest and mark[found.first - 1] & COMMA):
                        return found
                    fallback = fallback or found  # itself an apposition, perhaps to a name further left
        elif here & _MARKED or not mark[at - 1] & _SHORTENED:  # a dash, or a stop that is no abbreviation's
            return fallback
    return fallback


def _begins_apposition(document: Document, at: int, mark: int) -> bool:
    if mark & _BEGINS_APPOSITION:
        return True
    word = document.lower[at]
    return word in _APPOSITIONS or word.endswith(("ly", "ing"))


def _occasion(document: Document, found: Range, floor: int) -> bool:
    """ "In a statement, …", "At the mill, …": a preposition opens the sentence, and what it governs doesn't speak."""
    return found.first - 1 == floor and document.mark[floor] & PREPOSITION > 0


def _names(document: Document, found: Range) -> bool:
    """Whether the phrase can be what an apposition explains: a name, or a definite person."""
    mark = document.mark
    head = mark[found.end - 1]
    if head & _NO_PERSON:
        return False
    return bool(head & CAPITAL or (head & SPEAKER and mark[found.first] & DETERMINER))


def relative(document: Document, pronoun: int, floor: int) -> Range | None:
    """The phrase a "who" or "which" at ``pronoun`` stands for."""
    last = pronoun - 1
    if last > floor and document.mark[last] & COMMA:
        last -= 1
    found = before(document, last, floor) if last >= floor else None
    if found and found.end - found.first == 1 and found.first > floor:
        bare = not document.mark[found.first] & NAMED and document.lower[found.first] not in PRONOUNS
        if bare and document.mark[found.first - 1] & PREPOSITION:
            return None  # "a hope for calm, which calls for"
    return found
