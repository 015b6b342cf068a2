"""Whether words of certainty overclaim: not negated, supposed, asked, literal, conceded or reported of somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.detectors.calibration.rules import PROOF
from newsgauge.neighbourhood import before, mark_at, next_of, word_at
from newsgauge.vocabulary import CAPITAL, CLASS, COLON, COMMA, DASH, DIGIT, DOUBLE, NEWLINE, STOP

if TYPE_CHECKING:
    from newsgauge.document import Document, Hit


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FAR: Final = 40  # tokens of a sentence read on either side; bounds the work on endless sentences
_NEGATIONS: Final = CLASS["negation"]
_BREAK: Final = STOP | COMMA | COLON | DASH | DOUBLE | NEWLINE
_MATHEMATICS: Final = _words(
    "theorem lemma mathematician mathematicians mathematics conjecture axiom equation algebra geometry proofs logician"
)
_COURT: Final = _words(
    "jury jurors prosecution prosecutors reasonable court courts defendant burden judge trial guilt guilty verdict"
)
_ASSERTED: Final = _words(
    "said says say saying insisted insists insist believe believes believed argued argues argue claims claimed "
    "claim told tells added adds wrote writes contends contended maintains maintained according thinks declared "
    "testified admitted admits acknowledged acknowledges conceded concedes stressed stressing suggested arguing "
    "claiming believing"
)
_SOFT: Final = _words("if whether unless until may might could would must to cannot can't not never")
_SUPPOSED: Final = _words(
    "if whether unless rather than without no nothing nobody neither nor hardly cannot can't not never assumes tried "
    "trying attempt attempts wants want wanted seeking seek ask asked demanding evidence someone something anyone "
    "merely where some"
)
_OWN: Final = _words("i i'm i've i'd i'll we we're we've me my mine our us")
_KNOWS_NOT: Final = _words("unclear uncertain unknown nobody clueless remember jury's complicated complex mixed don't")
_GROUNDS: Final = _words(
    "study studies survey surveys poll polls data figures according statistics report but although though however yet "
    "percent"
)
_HEDGES: Final = _words("could may might some can often sometimes probably likely perhaps usually think certain")
_THINK: Final = _words("think guess suppose")
_OBJECTIONS: Final = _words("but however still yet nevertheless nonetheless though although")
_RHETORIC: Final = _words("adverb no-doubt the-truth-is")
_CLAUSE: Final = CLASS["determiner"] | CLASS["person_pronoun"] | CAPITAL
_TOILSOME: Final = _words("difficult hard impossible tricky might would takes requires")
_SELF: Final = CLASS["person_pronoun"] | CLASS["address"]
_COPULAS: Final = _words("is was are were been be has have had already almost and but so that")


def overclaimed(document: Document, hit: Hit) -> bool:
    """In the author's own voice or inside a quotation."""
    number = int(document.sentence_of[hit.first])
    first, end = document.sentences[number] if number >= 0 else Range(hit.first, hit.end)
    if end > hit.end and document.lower[end - 1] == "?":
        return False
    first, end = max(first, hit.first - _FAR), min(end, hit.end + _FAR)
    around = document.lower[first:end]
    if any(word in _MATHEMATICS and not hit.first <= first + at < hit.end for at, word in enumerate(around)):
        return False
    if any(
        document.mark[at] & _NEGATIONS or document.lower[at] in _SOFT
        for at in range(max(first, hit.first - 3), hit.first)
    ):
        return False
    name = hit.entry.rule.partition(":")[2]
    literal = _LITERAL.get(name)
    if literal and literal(document, hit, Range(first, end)):
        return False
    if name in _RHETORIC and _grounded(document, hit, number):
        return False
    return bool(document.quoted[hit.first]) or not any(word in _ASSERTED for word in around)


def _grounded(document: Document, hit: Hit, number: int) -> bool:
    """The sentence gives a figure or a study, hedges its own claim, or grants it only to object: "… But …"."""
    if number < 0:
        return False
    end = document.sentences[number].end
    after = range(hit.end, min(end, hit.end + _FAR))
    if any(document.mark[at] & DIGIT or document.lower[at] in _GROUNDS for at in after):
        return True
    if any(document.lower[at] in _HEDGES or document.lower[at] in _KNOWS_NOT for at in after[:14]) or before(
        document, hit.first, _THINK, 3
    ):
        return True
    opening = document.lower[end : end + 3] if end < len(document) else []
    return next((word for word in opening if word[0].isalpha()), "") in _OBJECTIONS


def _nearly(document: Document, hit: Hit, _sentence: Range) -> bool:
    """ "All but guaranteed", "almost 100 percent safe", and whole things of a quantity."""
    return before(document, hit.first, _words("all almost nearly virtually practically no none isn't nothing"), 4)


def _proof_of_another_kind(document: Document, hit: Hit, sentence: Range) -> bool:
    """In court, supposed or denied; people who prove themselves; "proves true"."""
    lower = document.lower
    around = lower[sentence.first : sentence.end]
    if any(word in _COURT for word in around):
        return True
    if any(word in _SUPPOSED for word in lower[max(sentence.first, hit.first - 9) : hit.first]):
        return True
    if lower[hit.end - 1] == "that" and lower[hit.first].startswith("prov"):
        return _proves_himself(document, hit)
    if lower[hit.end - 1] == "proves":
        return not mark_at(document, hit.end) & _CLAUSE or word_at(document, hit.end + 1) in {"point", "rule"}
    return False


def _proves_himself(document: Document, hit: Hit) -> bool:
    """ "She proved that she can sing"; a participle without its comma, and "is proven that is illegal"."""
    participle = document.lower[hit.first] in {"proving", "proven"}
    if participle and next_of(document, hit.end, _TOILSOME, 20) is not None:
        return True
    loose = participle and not mark_at(document, hit.first - 1) & (COMMA | DASH | STOP)
    return loose or bool(mark_at(document, hit.end) & (_SELF | CLASS["auxiliary"] | STOP))


def _doubt_of_another_kind(document: Document, hit: Hit, sentence: Range) -> bool:
    """Idioms taken literally, obedience without question, and the speaker's own feelings."""
    lower = document.lower
    words = lower[hit.first : hit.end]
    follows = word_at(document, hit.end)
    if any(word in _COURT for word in lower[sentence.first : sentence.end]):
        return True
    if next_of(document, hit.end, _OWN, 7) is not None or follows in {"of", "or", "in"}:
        return True
    if words[0] in {"without", "beyond"}:
        at_break = hit.first == sentence.first or mark_at(document, hit.first - 1) & _BREAK
        return not at_break and word_at(document, hit.first - 1) not in _COPULAS
    if words[0] in {"make", "case", "end"}:
        return not _stands_alone(document, hit)
    return words[-1] == "question" and next_of(document, hit.end, _words("can't cannot couldn't won't"), 5) is not None


def _stands_alone(document: Document, hit: Hit) -> bool:
    """ "Make no mistake:" opens a clause; "case closed" is one."""
    opens = hit.first == 0 or mark_at(document, hit.first - 1) & _BREAK or mark_at(document, hit.first) & NEWLINE
    led = word_at(document, hit.first - 1) in {"and", "but", "so", "let's", "yet"}
    return bool(opens or led)


def _of_manner(document: Document, hit: Hit, _sentence: Range) -> bool:
    """ "Pronounces firmly and unquestionably on": how it is done, not how sure it is."""
    return bool(
        mark_at(document, hit.end) & CLASS["preposition"] and word_at(document, hit.first - 1) not in _COPULAS - {"and"}
    )


def _truth_as_a_thing(document: Document, hit: Hit, _sentence: Range) -> bool:
    """ "The truth is in between", "the truth is, I don't know"."""
    if next_of(document, hit.end, _OWN, 5) is not None or next_of(document, hit.end, _KNOWS_NOT, 8) is not None:
        return True
    clause = document.lower[hit.end - 1] in {"that", ",", ":"} or document.lower[hit.first] == "it"
    return not clause and not mark_at(document, hit.end) & _CLAUSE and word_at(document, hit.end) != "there"


_LITERAL: Final = {
    PROOF.partition(":")[2]: _proof_of_another_kind,
    "no-doubt": _doubt_of_another_kind,
    "the-truth-is": _truth_as_a_thing,
    "certain": _nearly,
    "adverb": _of_manner,
}
