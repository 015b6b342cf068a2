"""Calibration: honest words for what is not known, and claims that go further than anyone can know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.neighbourhood import word_at
from newsgauge.rule import Detector, Kind, Rule
from newsgauge.vocabulary import CLASS, DOUBLE, STOP

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document, Hit


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OWN: Final = "Phrases and examples written for newsgauge; the kinds after wire agencies' practice."
_FAR: Final = 40  # tokens of a sentence read on either side; bounds the work on endless sentences
_NEGATIONS: Final = CLASS["negation"]
_MATHEMATICS: Final = _words(
    "theorem lemma mathematician mathematicians mathematics conjecture axiom equation algebra geometry proof "
    "proofs logician"
)
_COURT: Final = _words("jury prosecution prosecutors reasonable court defendant burden")
_ASSERTED: Final = _words(
    "said says say saying insisted insists insist believes believe believed argued argues argue claims claimed "
    "claim told tells added adds wrote writes contends contended maintains maintained according thinks declared "
    "testified"
)
_SOFT: Final = _words("if whether unless until may might could would must to cannot can't not never")


def _overclaimed(document: Document, hit: Hit) -> bool:
    """In the author's own voice or inside a quotation; silent where negated, literal, or reported of somebody "
    "else."""
    number = int(document.sentence_of[hit.first])
    first, end = document.sentences[number] if number >= 0 else Range(hit.first, hit.end)
    first, end = max(first, hit.first - _FAR), min(end, hit.end + _FAR)
    around = document.lower[first:end]
    if any(word in _MATHEMATICS and not hit.first <= first + at < hit.end for at, word in enumerate(around)):
        return False
    if any(
        document.mark[at] & _NEGATIONS or document.lower[at] in _SOFT
        for at in range(max(first, hit.first - 3), hit.first)
    ):
        return False
    if hit.entry.rule == _PROOF and not _proof(document, hit, around):
        return False
    return bool(document.quoted[hit.first]) or not any(word in _ASSERTED for word in around)


def _proof(document: Document, hit: Hit, around: list[str]) -> bool:
    follows = word_at(document, hit.end)
    copular = document.lower[hit.end - 1] in {"be", "nothing"} or follows in {"difficult", "hard", "wrong", "useful"}
    return not copular and not any(word in _COURT for word in around)


_PROOF: Final = "calibration.overclaim:proof"


def _clear_question(document: Document, hit: Hit) -> bool:
    """ "It is clear" is the contrary of "it isn't clear"; a motive "not known" must not be a question's answer."""
    words = document.lower[hit.first : hit.end]
    affirmed = words[-1] == "clear" and not any(
        word in {"not", "isn't", "wasn't", "aren't", "weren't"} for word in words
    )
    return not affirmed and not (
        hit.end < len(document) and document.mark[hit.end] & DOUBLE and document.mark[hit.first] & STOP
    )


RULES: Final = (
    Rule(
        "calibration.honest_uncertainty:not-clear",
        0.7,
        "The text says plainly that something is not clear yet.",
        "“It was not immediately clear”, “it remains unclear whether”. Fails where the phrase is irony.",
        _OWN,
        fires=(
            "[It was not immediately clear] who fired.",
            "[It remains unclear] why the dam broke.",
            "[It is not known] how many were aboard.",
            "[It is too early to say] who won.",
            "Roe [was unclear whether] the mayor knew.",
            "What set off the alarm [remained unknown].",
            "The pilot's name [was not immediately known].",
            "[It is unclear] if the train will run.",
        ),
        silent=(
            "It was clear that the dam broke.",
            "The water was clear.",
            "It is known who fired.",
            "The road is clear whether it rains or not.",
            "She remains in hospital.",
            "He knew it immediately.",
            "It is not a river.",
            "The unknown soldier lies in Velden.",
        ),
    ),
    Rule(
        "calibration.honest_uncertainty:not-verified",
        0.8,
        "The text says what could not be verified.",
        "“Could not be independently verified”, “has not been confirmed”.",
        _OWN,
        fires=(
            "The claim [could not be independently verified].",
            "The Gazette [was unable to verify] the video.",
            "The deaths [have not been confirmed].",
            "There is [no independent confirmation] of the raid.",
        ),
        silent=(
            "The claim was verified by two engineers.",
            "He could not be moved.",
            "She confirmed the deaths.",
            "They were unable to sleep.",
        ),
    ),
    Rule(
        "calibration.honest_uncertainty:preliminary",
        0.7,
        "The text marks its facts as preliminary.",
        "“Preliminary results”, “details were still emerging”, “more research is needed”.",
        _OWN,
        fires=(
            "[Preliminary results] put Quill ahead.",
            "[Details were still emerging] on Sunday.",
            "[The investigation is ongoing].",
            "[More research is needed], Roe said.",
        ),
        silent=(
            "The results put Quill ahead.",
            "He made a preliminary sketch.",
            "Early birds sang.",
            "The investigation ended in May.",
        ),
    ),
    Rule(
        "calibration.honest_uncertainty:cause-unknown",
        0.8,
        "The text says which fact is still missing.",
        "“The cause is not yet known”, “police do not know”.",
        _OWN,
        fires=(
            "The cause of the fire [is not yet known].",
            "The [motive was unclear].",
            "[Police do not know] who fired.",
            "The sum [has not been disclosed].",
        ),
        silent=(
            "The cause of the fire was a candle.",
            "The motive was greed.",
            "Police know who fired.",
            "He does not know her.",
        ),
    ),
    Rule(
        "calibration.overclaim:adverb",
        0.6,
        "The writer declares a matter beyond dispute.",
        "Undeniably, indisputably … in the author's voice. Leaves alone words reported of somebody and negated ones.",
        _OWN,
        fires=(
            "The plan is [undeniably] a failure.",
            "Quill is [unquestionably] the best mayor of all.",
            "The toll has [undoubtedly] ruined the town.",
            "“It is [undeniably] late,” Roe said.",
        ),
        silent=(
            "Roe said the plan was undeniably a failure.",
            "The plan is not indisputably good.",
            "He denied it.",
            "The facts are in dispute.",
        ),
    ),
    Rule(
        "calibration.overclaim:no-doubt",
        0.7,
        "Doubt is ruled out by assertion.",
        "“There is no doubt”, “beyond question”, “nobody can deny”. Leaves alone “beyond a reasonable doubt” "
        "and reported speech.",
        _OWN,
        fires=(
            "[There is no doubt that] the council lied.",
            "The mayor knew, [beyond question].",
            "[Nobody can deny] that the toll hurts.",
            "[Make no mistake]: the dam will break.",
            "[Without a doubt] the worst mayor of all.",
        ),
        silent=(
            "The jury must find guilt beyond a reasonable doubt.",
            "There is some doubt about the figure.",
            "Roe said there is no doubt that the council lied.",
            "The question of the toll is open.",
            "He answered without questions from the press.",
        ),
    ),
    Rule(
        _PROOF,
        0.7,
        "The writer says something is proved.",
        "“Proves that”, “irrefutable evidence”. Leaves alone mathematics, courts, negations, “proves difficult” "
        "and reported speech.",
        _OWN,
        fires=(
            "The letter [proves that] the council lied.",
            "Here is [undeniable proof] of the fraud.",
            "The video is [proof positive].",
            "The tape [conclusively proves] the plot.",
        ),
        silent=(
            "The theorem proves that no such number exists.",
            "Nothing proves that the council lied.",
            "The climb proves difficult in winter.",
            "The prosecution must prove that he knew.",
            "Roe said the letter proves that the council lied.",
            "The test does not prove that tea helps.",
        ),
    ),
    Rule(
        "calibration.overclaim:the-truth-is",
        0.6,
        "The writer's view is given as the truth.",
        "“The truth is”, “the fact of the matter is”, “it is a fact that”.",
        _OWN,
        fires=(
            "[The truth is that] the toll failed.",
            "[The fact of the matter is] that he lost.",
            "[It is obvious that] the plan failed.",
        ),
        silent=(
            "The fact is disputed by the council, Roe said.",
            "The truth lies in between.",
            "It is obvious to nobody.",
        ),
    ),
    Rule(
        "calibration.overclaim:certain",
        0.7,
        "Complete certainty is claimed.",
        "“100 % certain”, “scientifically proven”. Leaves alone whole percentages of things.",
        _OWN,
        fires=(
            "This cure is [100 % safe].",
            "The herb is [scientifically proven] to heal.",
            "It is [100 percent true].",
        ),
        silent=(
            "The sails are 100 percent cotton.",
            "Turnout rose to 100 percent in one village.",
            "It is not 100 percent safe.",
        ),
    ),
)
_BY_NAME: Final = {rule.name: rule for rule in RULES}


def find(document: Document) -> list[Finding]:
    """Words of honest uncertainty and of overclaim."""
    found: list[Finding] = []
    for hit in document.hits["calibration"]:
        rule = _BY_NAME[hit.entry.rule]
        keep = _overclaimed if rule.kind == "calibration.overclaim" else _clear_question
        if keep(document, hit):
            found.append(document.finding(rule, hit.first, hit.end, weight=hit.entry.weight))
    return found


DETECTOR: Final = Detector(
    "calibration",
    "Whether the text says how sure it can be: honest uncertainty, and claims without any.",
    (
        Kind("calibration.honest_uncertainty", "The text says what is not known or not verified."),
        Kind("calibration.overclaim", "The text claims more certainty than a report can have."),
    ),
    RULES,
    find,
)
