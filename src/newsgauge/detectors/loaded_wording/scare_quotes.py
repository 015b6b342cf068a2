"""Scare quotes: marks round one or two words that no speaker used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.detectors.loaded_wording.reading import Reading
from newsgauge.detectors.loaded_wording.rules import BARE, BY_NAME
from newsgauge.vocabulary import CAPITAL, CLASS, JOINED, LETTERS, NEWLINE, WORD

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.quotations import Quotation

_TERMED: Final = frozenset(
    "called call calls calling dubbed known named termed titled entitled nicknamed labeled labelled branded code- "
    "named codenamed so-called aka means mean meaning meant defined hashtag translated spelled marked reads read "
    "reading tagged referred styled christened song album film movie book novel series episode single track show "
    "play video game podcast word words term terms phrase phrases expression slogan label nickname category "
    "categories section status option button file command key letter letters code sign signs banner banners grade "
    "rating rated role".split()
)
_OWNERS: Final = frozenset("his her their its our your my this these those such".split())
# Standing, virtue or benefit that somebody claims: the marks say the writer doesn't grant it.
_CLAIMED: Final = frozenset(
    "expert experts expertise science scientific scientist scientists reform reforms news journalism journalist "
    "journalists reporter reporters reporting fact facts fact-check fact-checkers truth evidence proof research "
    "study independent independence impartial neutral objective unbiased balanced moderate moderates mainstream "
    "progressive conservative liberal tolerance tolerant inclusive inclusion diversity equality equity fairness "
    "fair justice freedom free liberation liberated peace peaceful peacekeeping peacekeepers democratic democracy "
    "elected election elections vote referendum charity charitable help helping aid humanitarian compassion "
    "compassionate concern caring safe safer safety secure security protection protecting protect progress solution "
    "solutions deal offer savings benefit benefits bargain gift friend friends ally allies partner partners leader "
    "leaders leadership hero heroes victim victims refugees oppressed guilty innocent legitimate legal lawful "
    "voluntary volunteers activists protesters demonstrators patriots patriotic moral morality values ethical "
    "ethics rights natural healthy normal smart educated enlightened civilized civilised superior elite elites "
    "genius art music culture christian traditional real true honest transparent transparency accountability "
    "apology investigation inquiry review trial reopen reopened".split()
)
_SPOKEN: Final = CLASS["cue"] | CLASS["cue_noun"] | CLASS["document"]
_SPEAKING: Final = frozenset(
    "said says say told according wrote tweeted described describing describes calling called accused quoted "
    "cited heard asked answered think thinks believes felt feels praised criticised criticized hailed denounced "
    "deemed considered chanting chanted shouting shouted yelled warned warning insisted argued declared vowed "
    "pledged ruled found concluded reported rated designated listed".split()
)


def sneering(reading: Reading) -> list[Finding]:
    """Short words in marks that nobody speaks."""
    document = reading.document
    short = [q for q in document.quotations if q.closed and not q.depth and q.end - q.first <= 3]
    if not short:
        return []
    spoken: set[str] = set()
    for quotation in document.quotations:
        if quotation.end - quotation.first > 3:
            spoken.update(document.lower[quotation.first : quotation.end])
    crowd: dict[int, int] = {}
    for quotation in short:
        number = int(document.sentence_of[quotation.first])
        crowd[number] = crowd.get(number, 0) + 1
    found = []
    for quotation in short:
        number = int(document.sentence_of[quotation.first])
        if number >= 0 and crowd[number] < 3 and _sneers(reading, quotation, number, spoken):
            found.append(document.finding(BY_NAME[BARE], quotation.first - 1, quotation.end + 1))
    return found


def _sneers(reading: Reading, quotation: Quotation, number: int, spoken: set[str]) -> bool:
    """Whether marks round one or two words have neither speaker nor cue, and the words are no name, title or term."""
    document, first, end = reading.document, quotation.first, quotation.end
    mark, lower = document.mark, document.lower
    if end - first > 2 or first < 2 or first < reading.title_end:
        return False
    inside = mark[first:end]
    if (
        not all(shape & LETTERS for shape in inside)
        or any(shape & CAPITAL for shape in inside)
        or len(lower[first]) < 3
    ):
        return False
    before = mark[first - 2]
    if (
        not before & WORD
        or (before & (CLASS["auxiliary"] | CAPITAL) and not before & CLASS["determiner"])
        or mark[first - 1] & JOINED
    ):
        return False
    if lower[first - 2] not in _OWNERS and not any(word in _CLAIMED for word in lower[first:end]):
        return False
    if mark[first - 1] & NEWLINE or any(
        ("-" in word and word not in _CLAIMED) or word in spoken for word in lower[first:end]
    ):
        return False
    begin, close = document.sentences[number]
    if any(lower[at] in _TERMED for at in range(max(begin, first - 7), first - 1)):
        return False
    if close - begin > 60 or not end + 1 < close or not mark[end + 1] & WORD:
        return False
    return not any(mark[at] & _SPOKEN or lower[at] in _SPEAKING for at in range(begin, close))
