"""Words of the lexicon: what fires, and what is spared as a name, denied or spoken about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.detectors.loaded_wording.neighbours import CHECKS
from newsgauge.detectors.loaded_wording.reading import MARK, PERSON, Reading, begins
from newsgauge.detectors.loaded_wording.rules import BEFORE_NAME, BY_NAME, LABEL, LITERAL, SIDE
from newsgauge.vocabulary import CAPITAL, CLASS, COLON, COMMA, NEWLINE, SHOUT, STOP

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document

_DENIABLE: Final = ("epithet", "exaggeration", "name_calling", "emotive", "fear", "mockery")
_CAPITAL_PHRASES: Final = ("slogan", "flag_waving", "absolute")
_STILL_LOADED: Final = frozenset("only just merely simply".split())  # "not only shocking" denies nothing
_MENTION: Final = frozenset(
    "word words term terms phrase phrases expression slogan adjective noun label epithet hashtag insult slur "
    "nickname definition spelling synonym verb motto catchphrase".split()
)


def find(reading: Reading) -> list[Finding]:
    """Findings of the lexicon's words, in order and without overlaps."""
    document, found, busy = reading.document, [], 0
    for hit in document.hits["loaded_wording"]:
        if hit.first < busy or hit.entry.rule == LITERAL:
            continue
        name = hit.entry.rule
        check = CHECKS.get(name)
        end = check(reading, hit) if check else hit.end
        if end < 0:
            name, end = SIDE, -end
        if not end or _spared(reading, name, hit.first, end):
            continue
        found.append(document.finding(BY_NAME[name], hit.first, end, weight=hit.entry.weight))
        busy = end
    return found


def _spared(reading: Reading, name: str, first: int, end: int) -> bool:
    technique = name[15:].partition(":")[0]
    document = reading.document
    if (
        document.mark[first] & CAPITAL
        and (technique not in _CAPITAL_PHRASES or end - first == 1)
        and _named(reading, name, first, end)
    ):
        return True
    if technique in _DENIABLE and denied(document, first):
        return True
    return bool(first and mentioned(document, first))


def _named(reading: Reading, name: str, first: int, end: int) -> bool:
    """Whether a capitalised word is part of a name: not where a sentence begins or a title capitalises everything."""
    document = reading.document
    mark = document.mark
    if mark[first] & SHOUT or name == BEFORE_NAME or (first < reading.title_end and reading.title_cased):
        return False
    follows = mark[end] if end < len(mark) else 0
    joins = bool(follows & CAPITAL) and not follows & (NEWLINE | SHOUT | PERSON)
    if begins(document, first):
        return joins and end - first == 1 and document.lower[end] != "i"
    alone = not joins and not mark[first - 1] & CAPITAL
    return not ((alone and name == LABEL) or (end - first > 1 and name.startswith("loaded_wording.name_calling")))


def denied(document: Document, first: int) -> bool:
    """Whether a negation stands up to three words before, in the same breath."""
    for at in range(first - 1, max(first - 4, -1), -1):
        mark = document.mark[at]
        if mark & CLASS["negation"]:
            return document.lower[at + 1] not in _STILL_LOADED
        if mark & (STOP | COMMA | COLON) or document.mark[at + 1] & NEWLINE:
            return False
    return False


def mentioned(document: Document, first: int) -> bool:
    """Whether the words are spoken about: the word “regime”, the term elites."""
    if document.mark[first - 1] & MARK:
        return first > 1 and document.lower[first - 2] in _MENTION
    return document.lower[first - 1] in _MENTION and document.lower[first - 1] not in (
        "insult",
        "slur",
        "slogan",
        "words",
    )
