"""Words and whole headlines in capitals that are no acronyms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.detectors.headline.body import COMMON
from newsgauge.detectors.headline.rules import BY_NAME
from newsgauge.vocabulary import LETTERS, SHOUT

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document

_ACRONYMS: Final = frozenset(
    "nato nasa unesco unicef opec asean fema nafta aids sars covid mers potus scotus flotus isis isil daca hipaa "
    "lgbtq lgbt nascar fifa uefa interpol nasdaq ebola usaid aarp naacp aclu pacs icann radar laser swat scuba "
    "seal seals vip awol raf nyse ftse cobra ofcom ofsted nice ocado ikea lego asos who us it un eu uk tv pm mp "
    "mps ai id ids ir or in me la va ma pa oh hi ok ice start salt care act acts gop dems usa nyc dup snp ukip "
    "maga brics mercosur ecowas aukus quad tass itar cnet pbs npr msnbc cnbc espn wwe ufc nba nfl nhl mlb dna rna "
    "hiv ptsd adhd asap diy faq ceo cfo cto nypd lapd opinion analysis".split()
)
_ROMAN: Final = frozenset("ivxlcdm")
LABELS: Final = frozenset(
    "breaking shock shocking alert urgent exclusive bombshell wow report exposed uncovered revealed warning fraud "
    "ouch watch video listen photos just developing boom must-read must-watch must-see unreal confirmed outrage "
    "disgusting horror scandal busted sick insane omg flashback awesome hilarious whoa unfit caught disturbing "
    "must".split()
)


def capitals(document: Document, title: Range) -> list[Finding]:
    """A title wholly in capitals, or the words of it that are."""
    shouts = [at for at in range(*title) if document.mark[at] & SHOUT and document.mark[at] & LETTERS]
    if not shouts:
        return []
    words = [at for at in range(*title) if document.mark[at] & LETTERS]
    if len(words) > 3 and len(shouts) >= 0.9 * len(words):
        calm = _calm_body(document, title)
        return (
            [document.finding(BY_NAME["headline.shouting:all"], title.first, min(title.end, title.first + 35))]
            if calm
            else []
        )
    candidates = [at for at in shouts if _may_shout(document.lower[at])]
    loud = _loud(document, title, candidates) if candidates else []
    return [document.finding(BY_NAME["headline.shouting:word"], first, end) for first, end in _runs(loud)]


def _calm_body(document: Document, title: Range) -> bool:
    """Whether there is a body, and it isn't written in capitals."""
    sample = [mark for mark in document.mark[title.end : title.end + 400] if mark & LETTERS]
    return len(sample) >= 12 and sum(1 for mark in sample if mark & SHOUT) < 0.5 * len(sample)


def _may_shout(word: str) -> bool:
    if len(word) < 3 or word in _ACRONYMS or set(word) <= _ROMAN:
        return False
    return any(letter in "aeiouy" for letter in word) and word not in LABELS


def _loud(document: Document, title: Range, candidates: list[int]) -> list[int]:
    """Candidates that are words: of a common class, or written small in the body and never in capitals there."""
    wanted = {document.lower[at] for at in candidates}
    small: set[str] = set()
    shouted: set[str] = set()
    body = document.lower[title.end :]
    for place, word in enumerate(body, title.end):
        if word in wanted:
            (shouted if document.mark[place] & SHOUT else small).add(word)
    return [at for at in candidates if _is_word(document, at, small, shouted)]


def _is_word(document: Document, at: int, small: set[str], shouted: set[str]) -> bool:
    word = document.lower[at]
    if word in small:
        return word not in shouted
    if word in shouted:
        return False
    if document.mark[at] & COMMON:
        return True
    return len(word) > 5 and sum(1 for letter in word if letter in "aeiouy") >= 2


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Neighbouring tokens taken together."""
    runs: list[tuple[int, int]] = []
    for at in places:
        if runs and runs[-1][1] == at:
            runs[-1] = runs[-1][0], at + 1
        else:
            runs.append((at, at + 1))
    return runs
