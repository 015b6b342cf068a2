"""Consistency within one text: figures that disagree, a headline figure the body lacks, plans set yet unconfirmed.

Only what the text itself contradicts, and rather nothing than a wrong finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from newsgauge.article import Range
from newsgauge.rule import Detector, Kind, Rule
from newsgauge.vocabulary import CAPITAL, CLASS, COMMA, DASH, DIGIT, DOUBLE, JOINED, SINGLE, STOP, WORD

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document, Hit


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OWN: Final = "Rules and examples written for newsgauge."
_BODY_WORDS: Final = 80  # a shorter body may leave a figure out without a fault
_FAR: Final = 40  # tokens of a sentence read on either side; bounds the work on endless sentences
_CLAUSES: Final = 5  # unconfirmed clauses looked into: each may need one reading of the text
_LEAST: Final = 13  # figures up to a dozen can be counted out in a list of names
_TITLE: Final = 25  # a longer first line is rather a paragraph
_ROUNDING: Final = 0.1  # "300" in a headline for 287 in the body is rounding
_UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_SPELT: Final = {
    **{word: float(value) for value, word in enumerate(_UNITS.split())},
    **{word: 10.0 * value for value, word in enumerate(_TENS.split(), 2)},
    "dozen": 12.0,
    "hundred": 100.0,
    "hundreds": 100.0,
    "half": 50.0,
    "third": 33.3,
    "quarter": 25.0,
    "score": 20.0,
}
_PLAIN: Final = re.compile(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?|\d+(?:\.\d+)?")
_IDIOMS: Final = frozenset({24.0, 100.0, 101.0, 110.0, 360.0, 365.0, 911.0, 1000.0})
_SPANS_OF_TIME: Final = _words(
    "years year year-old years-old days day weeks week hours hour minutes minute months month am pm things ways "
    "reasons times photos facts tips questions best most pictures images"
)
_HEDGES: Final = _words(
    "at least more than about around nearly almost over up some initially earlier updated rose another other "
    "others additional further estimated believed reported reportedly as many between from previously first later "
    "total including among of"
)
_EVENTS: Final = {
    **dict.fromkeys(["killed", "dead", "died", "dies", "dying", "kills", "deaths"], "killed"),
    **dict.fromkeys(["injured", "wounded", "hurt", "injures", "wounds", "injuries"], "injured"),
    **dict.fromkeys(["arrested", "arrests", "detained"], "arrested"),
}
_PEOPLE: Final = _words("people persons dead")
_ELSEWHERE: Final = _words(
    "year years month months decade previous previously attack attacks separate since last another also other "
    "earlier history worst deadliest ago women men children civilians soldiers police officers"
)
_PLANS: Final = {
    "meeting": _words("meeting summit talks meet"),
    "visit": _words("visit trip travel visiting journey"),
    "summit": _words("summit meeting meet"),
    "trip": _words("trip visit travel"),
    "talks": _words("talks meeting meet"),
    "deal": _words("deal agreement sign"),
    "merger": _words("merger merge"),
    "wedding": _words("wedding marry"),
    "engagement": _words("engagement marry"),
    "resignation": _words("resignation resign"),
    "pregnancy": _words("pregnancy baby"),
}
_SET: Final = _words("set due scheduled slated poised about will impending upcoming forthcoming")
_MAYBE: Final = _words(
    "reportedly may might could possible potential potentially possibly rumoured rumored reports speculation if "
    "whether would reported alleged allegedly likely expected perhaps unconfirmed not neither nor no denied"
)


class Figure(NamedTuple):
    """A number with the tokens it stands on."""

    value: float
    at: int
    end: int


class Toll(NamedTuple):
    """How many people something happened to: the event, the number, and whether "the" refers back to them."""

    event: str
    value: float
    words: Range
    definite: bool


def _value(word: str) -> float | None:
    """The number a token stands for: 1,200 · 3.5 · twelve · twenty-five."""
    if word[0].isdigit() and _PLAIN.fullmatch(word):
        return float(word.replace(",", ""))
    tens, hyphen, unit = word.partition("-")
    if hyphen:
        return _SPELT[tens] + _SPELT[unit] if tens in _SPELT and unit in _SPELT else None
    return _SPELT.get(word)


# -- the headline's figure ---------------------------------------------------------------------------------------------


def _headline_figures(document: Document, title: Range) -> Iterator[Figure]:
    lower, mark = document.lower, document.mark
    for at in range(title.first + 1, title.end):  # a list's number stands first
        if not mark[at] & DIGIT or not _PLAIN.fullmatch(lower[at]):
            continue
        value = float(lower[at].replace(",", ""))
        year = value.is_integer() and 1800 <= value <= 2100 and "," not in lower[at]
        follows = lower[at + 1] if at + 1 < title.end else ""
        joined = (mark[at] & JOINED and mark[at - 1] & (DASH | WORD | STOP | COMMA)) or (
            at + 1 < title.end and mark[at + 1] & JOINED and mark[at + 1] & DASH
        )
        slash = "/" in (lower[at - 1], follows) or ":" in (lower[at - 1], follows) or lower[at - 1] == "#"
        dated = mark[at - 1] & CLASS["calendar"] or lower[at - 1] in {"at", "aged", "age"} or mark[at - 1] & SINGLE
        if (
            dated
            or document.quoted[at]
            or year
            or joined
            or slash
            or value < _LEAST
            or value in _IDIOMS
            or follows in _SPANS_OF_TIME
        ):
            continue
        yield Figure(value, at, at + 2 if follows == "%" else at + 1)


def _absent(document: Document) -> list[Finding]:
    title = document.title
    if (
        title is None
        or title.end - title.first > _TITLE
        or document.cut
        or not any(m & DIGIT for m in document.mark[title.first : title.end])
    ):
        return []
    figures = list(_headline_figures(document, title))
    body = range(title.end, len(document))
    if not figures or sum(1 for at in body if document.mark[at] & WORD) < _BODY_WORDS or _runs_off(document):
        return []
    spelt = [value for at in body if (value := _value(document.lower[at])) is not None]
    spelt += [
        float(number.replace(",", ""))
        for at in body
        if document.mark[at] & DIGIT
        for number in _PLAIN.findall(document.lower[at])
    ]
    # A sum of two figures of the body may stand in the headline, and so may what is left of a hundred.
    few = sorted(set(spelt))[:60]
    sums = {a + b for a in few for b in few} | {abs(a - b) for a in few for b in few}
    kept = [f for f in figures if not any(_near(f.value, v) for v in spelt) and f.value not in sums]
    return [document.finding(_ABSENT, figure.at, figure.end) for figure in kept]


def _figures(words: set[str]) -> list[float]:
    """Every number among the words, in digits or spelt out."""
    spelt = [value for word in words if (value := _value(word)) is not None]
    digits = [word for word in words if not word.isalpha() and any(sign.isdigit() for sign in word)]
    return spelt + [float(number.replace(",", "")) for word in digits for number in _PLAIN.findall(word)]


def _near(value: float, other: float) -> bool:
    """Equal, rounded, or the same digits at another scale (1.5 million for 1,500,000)."""
    if other == 0:
        return False
    return any(abs(value * scale - other) <= _ROUNDING * other for scale in (1, 1e3, 1e6, 1e9, 1e-3, 1e-6, 1e-9))


def _runs_off(document: Document) -> bool:
    """The body has no end: its last sentence was cut."""
    last = document.mark[len(document) - 1]
    return not last & (STOP | DOUBLE)


# -- tolls that disagree -----------------------------------------------------------------------------------------------


def _tolls(document: Document) -> list[Toll]:
    found: list[Toll] = []
    lower = document.lower
    for hit in document.hits["consistency"]:
        at = hit.first
        if hit.entry.rule != _MISMATCH.name or document.quoted[at]:
            continue
        toll = _toll(document, at, _EVENTS[lower[at]])
        if toll and _own_event(document, toll.words):
            found.append(toll)
    return found


def _toll(document: Document, at: int, event: str) -> Toll | None:
    """killed 12 people · 12 people were killed · the 12 people killed."""
    lower = document.lower
    if at + 2 < len(document) and lower[at + 2] in _PEOPLE and (value := _value(lower[at + 1])) is not None:
        return Toll(event, value, Range(at, at + 3), False)
    back = at - 1
    while back > 0 and lower[back] in {"were", "have", "been", "was", "are", "who"}:
        back -= 1
    if back > 0 and lower[back] in _PEOPLE and (value := _value(lower[back - 1])) is not None:
        definite = back > 1 and lower[back - 2] in {"the", "all", "those"}
        return Toll(event, value, Range(back - 1, at + 1), definite)
    return None


def _own_event(document: Document, words: Range) -> bool:
    """No hedge right before the number and no other event, group or year in the sentence."""
    near = document.lower[max(0, words.first - 3) : words.first]
    if any(word in _HEDGES for word in near):
        return False
    number = int(document.sentence_of[words.first])
    if number < 0:
        return False
    sentence = document.sentences[number]
    first, end = max(sentence.first, words.first - _FAR), min(sentence.end, words.end + _FAR)
    return not any(
        document.lower[at] in _ELSEWHERE or (document.lower[at].isdigit() and len(document.lower[at]) == 4)
        for at in range(first, end)
    )


def _mismatches(document: Document) -> list[Finding]:
    """ "The 14 people killed" where the text told of 12; both in the author's voice, and no third number."""
    tolls = _tolls(document)
    found: list[Finding] = []
    for event in {toll.event for toll in tolls}:
        same = [toll for toll in tolls if toll.event == event]
        if len({toll.value for toll in same}) != 2:
            continue
        told = same[0].value
        odd = next((toll for toll in same[1:] if toll.definite and toll.value != told), None)
        if odd:
            note = f"The text tells of {told:g} {event} before and of {odd.value:g} here."
            found.append(document.finding(_MISMATCH, *odd.words, note=note))
    return found


# -- set and not confirmed ---------------------------------------------------------------------------------------------


def _unconfirmed(document: Document, hit: Hit) -> Finding | None:
    """The clause that withholds confirmation of what another sentence gives as set."""
    number = int(document.sentence_of[hit.first])
    if number < 0 or document.quoted[hit.first]:
        return None
    first, end = document.sentences[number]
    span = _clause(document, hit, first, end)
    if span is None:
        return None
    plan = next((word for word in document.lower[span.first : span.end] if word in _PLANS), None)
    if plan is None or not _asserted(document, number, _PLANS[plan]):
        return None
    note = f"Here the {plan} is unconfirmed; another sentence gives it as set."
    return document.finding(_SET_AND_NOT, *span, note=note, weight=hit.entry.weight)


def _clause(document: Document, hit: Hit, first: int, end: int) -> Range | None:
    """From "neither", "no" or the clause's beginning to the plan's word, 20 words at most."""
    lower = document.lower
    begin = next(
        (at for at in range(hit.first, max(first, hit.first - 14) - 1, -1) if lower[at] in {"neither", "no", "nobody"}),
        None,
    )
    own = any(
        word in {"not", "n't", "hasn't", "haven't", "no", "without", "denied", "refused", "declined"}
        for word in lower[hit.first : hit.end]
    )
    if begin is None and not own:
        return None
    if begin is None:
        begin = hit.first
        while begin > first and not document.mark[begin - 1] & (COMMA | STOP) and hit.first - begin < 10:
            begin -= 1
    last = next((at for at in range(hit.end, min(end, hit.end + 7)) if lower[at] in _PLANS), None)
    inner = any(word in _PLANS for word in lower[begin : hit.end])
    close = last + 1 if last is not None else hit.end if inner else None
    return Range(begin, close) if close is not None and close - begin <= 20 else None


def _asserted(document: Document, besides: int, words: frozenset[str]) -> bool:
    """Another sentence, in the author's voice and without a hedge, gives the plan as set."""
    for number, (first, end) in enumerate(document.sentences):
        if number == besides or not words.intersection(document.lower[first:end]):
            continue
        if any(document.lower[at] in _MAYBE and not _month(document, at) for at in range(first, end)):
            continue
        for at in range(first, end):
            if document.lower[at] not in _SET or document.quoted[at]:
                continue
            verb = document.lower[at : min(end, at + 10)]
            if words.intersection(verb):
                return True
    return False


def _month(document: Document, at: int) -> bool:
    return document.lower[at] == "may" and bool(document.mark[at] & CAPITAL)


_STORY: Final = (
    "The flood came at night and took the mill, the school and the old bridge with it. Mayor Ada "
    "Quill walked from house to house until the morning, and the baker gave away all his bread. "
    "Nobody in the town can remember a night like it. The council will meet in the hall to speak of "
    "the dam, of the road and of the money that is needed. Farmers lost their hay, and the teacher "
    "lost her books. The river is lower now, and the first trucks have come from Norvale with water "
    "and blankets."
)
_ABSENT: Final = Rule(
    "consistency.headline_figure_absent:not-in-body",
    0.7,
    "The headline's figure stands nowhere in the body.",
    "A number above twelve in the title that the body gives neither in digits nor words nor rounded. Leaves "
    "alone years, list numbers, spans of time,"
    "bodies under 80 words and samples that were cut. Fails where the figure follows from three others.",
    _OWN,
    fires=(f"Flood in Velden leaves [340] homeless\n\n{_STORY}", f"Velden flood costs $[85] million\n\n{_STORY}"),
    silent=(
        f"Flood in Velden leaves 340 homeless\n\n{_STORY} About three hundred and forty, or 340, sleep in the hall.",
        f"Flood in Velden leaves 350 homeless\n\n{_STORY} The count is 347.",
        f"15 photos of the flood in Velden\n\n{_STORY}",
        f"Velden sees its worst flood since 1931\n\n{_STORY}",
        f"Three flee the Velden flood\n\n{_STORY}",
        f"Flood in Velden lasts 36 hours\n\n{_STORY}",
        f"Flood drives twenty-five from home, 25 say\n\n{_STORY} Twenty-five people left.",
        "Flood in Velden leaves 340 homeless\n\nThe flood came at night.",
    ),
)


_MISMATCH: Final = Rule(
    "consistency.figure_mismatch:toll",
    0.8,
    "The same people are counted twice with different numbers.",
    "“Killed 12 people” and later “the 14 people killed”, in the author's voice. Leaves alone hedged, updated "
    "and partial counts, and sentences of other events.",
    _OWN,
    fires=(
        "The blast killed 12 people on Sunday. Candles were lit for the [14 people killed].",
        "The crash injured nine people. The [11 people injured] were flown to Velden.",
        "Three people died in the fire. Roe wept for the [four people who died].",
        "Six people were arrested at the gate. The [seven people arrested] are from Norvale.",
    ),
    silent=(
        "The blast killed 12 people on Sunday. Candles were lit for the 12 people killed.",
        "The blast killed at least 12 people. Candles were lit for the 14 people killed.",
        "The blast killed 12 people. It injured 14 people.",
        "The blast killed 12 people. Last year 14 people were killed.",
        "The blast killed 12 people. “The 14 people killed were friends,” Roe said.",
        "The blast killed 12 people. A flood in 2019 drowned the 14 people killed in Norvale.",
        "The blast killed twelve people. Roe named the 12 people killed.",
        "The blast killed 12 people. Candles were lit for more than 14 people killed.",
    ),
)
_SET_AND_NOT: Final = Rule(
    "consistency.denied_and_asserted:not-confirmed",
    0.8,
    "What is said to be unconfirmed here is given as set elsewhere in the text.",
    "A clause that withholds confirmation of a meeting, visit, deal …, where another sentence of the author's "
    "says “is set to meet” or “the upcoming visit”."
    "Leaves alone texts that hedge throughout.",
    _OWN,
    fires=(
        "Quill is set to visit Velden on Monday. [Neither the mayor nor the palace has officially confirmed the "
        "visit].",
        "The upcoming visit will please Velden. [The palace has not confirmed the visit].",
        "Quill will meet Roe in May. So far [no official confirmation of the meeting] exists.",
        "The two firms will merge in May. [The merger has not been confirmed].",
    ),
    silent=(
        "Quill may visit Velden on Monday. The palace has not confirmed the visit.",
        "Quill is set to visit Velden on Monday. The palace has confirmed the visit.",
        "Quill is set to visit Velden on Monday. The palace has not confirmed the menu.",
        "“Quill will meet Roe,” he said. The palace has not confirmed the meeting.",
        "The palace has not confirmed the visit.",
        "Quill might meet Roe if the talks fail. Neither side has confirmed the talks.",
        "Roe is about to leave. The palace has not confirmed the deal.",
        "Quill is set to arrive on Monday. Nobody has confirmed the toll.",
    ),
)
RULES: Final = (_MISMATCH, _ABSENT, _SET_AND_NOT)


def find(document: Document) -> list[Finding]:
    """Contradictions within a document."""
    found = [*_absent(document), *_mismatches(document)]
    withheld = [hit for hit in document.hits["consistency"] if hit.entry.rule == _SET_AND_NOT.name]
    found += [finding for hit in withheld[:_CLAUSES] if (finding := _unconfirmed(document, hit))]
    return found


DETECTOR: Final = Detector(
    "consistency",
    "Whether a text agrees with itself; high precision only.",
    (
        Kind("consistency.figure_mismatch", "The same people are counted with two numbers."),
        Kind("consistency.headline_figure_absent", "The headline's figure stands nowhere in the body."),
        Kind("consistency.denied_and_asserted", "What the text calls unconfirmed it also gives as set."),
    ),
    RULES,
    find,
)
