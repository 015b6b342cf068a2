"""Weak labels: small functions that guess whether a text is sound, how they cover and contradict each other, and their sum.

After Ratner et al. (2017, "Snorkel: rapid training data creation with weak supervision"): a function votes or abstains. Votes are
combined by majority, or by a label model that weighs each function by how it goes along with the others (Dawid and Skene
1979, by expectation maximisation); which of the two serves is decided on gold, and majority wins ties. A weak label is a
guess of the program's, never a judgement, and never trains a model that is then measured on the same texts.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge.article import Annotation
from newsgauge.metrics import Estimate, auc, bootstrap

Floats = NDArray[np.float64]
Votes = NDArray[np.int8]
SOUND: Final = 1
WEAK: Final = 0
ABSTAIN: Final = -1
CHECKABLE: Final = frozenset(("named_person", "institution", "document", "role", "social_post", "pronoun"))
ARGUING: Final = ("genre.opinion_marker", "genre.advocacy_marker", "genre.satire_marker")
CROWD: Final = frozenset(("anonymous", "collective", "none"))
_ROUNDS: Final = 200
_STRONGEST: Final = 0.95  # of a function's accuracy: a few votes prove no certainty


class LabellingFunction(NamedTuple):
    """A guess at whether a text is sound (gold reliability of 4 or more).

    Attributes
    ----------
    vote : callable
        An annotation -> SOUND, WEAK or ABSTAIN.
    """

    name: str
    what: str
    vote: Callable[[Annotation], int]


def _rate(annotation: Annotation, *names: str, quoted: bool = False) -> float:
    """Findings of kinds or families per 1,000 words, quoted ones left out unless asked for."""
    own = (f for f in annotation.findings if quoted or f.voice != "quoted")
    return 1000 * sum(f.family in names or f.kind in names for f in own) / max(annotation.n_words, 1)


def _sources(annotation: Annotation, kinds: frozenset[str]) -> int:
    return sum(one.source_kind in kinds for one in annotation.attributions)


def _when(holds: Callable[[Annotation], bool], vote: int) -> Callable[[Annotation], int]:
    return lambda annotation: vote if holds(annotation) else ABSTAIN


# Thresholds are round numbers that a reader would name, not fitted: fitting them to gold would make gold no test.
FUNCTIONS: Final = (
    LabellingFunction(
        "many_checkable", "five or more checkable attributions", _when(lambda a: _sources(a, CHECKABLE) >= 5, SOUND)
    ),
    LabellingFunction(
        "document_quoted",
        "two or more attributions to documents",
        _when(lambda a: _sources(a, frozenset(("document",))) >= 2, SOUND),
    ),
    LabellingFunction(
        "nobody_named",
        "no checkable attribution in 200 words or more",
        _when(lambda a: a.n_words >= 200 and not _sources(a, CHECKABLE), WEAK),
    ),
    LabellingFunction(
        "crowd_only",
        "more attributions to nobody in particular than checkable ones",
        _when(lambda a: _sources(a, CROWD) > _sources(a, CHECKABLE), WEAK),
    ),
    LabellingFunction(
        "loaded_often", "ten or more loaded words in 1,000", _when(lambda a: _rate(a, "loaded_wording") >= 10, WEAK)
    ),
    LabellingFunction(
        "plain_and_sourced",
        "no loaded word, and three or more checkable attributions",
        _when(lambda a: _rate(a, "loaded_wording") == 0 and _sources(a, CHECKABLE) >= 3, SOUND),
    ),
    LabellingFunction(
        "headline_baits", "a headline that shouts, teases or misleads", _when(lambda a: _rate(a, "headline") > 0, WEAK)
    ),
    LabellingFunction(
        "accountable",
        "reply sought, documents seen, a correction or the like",
        _when(lambda a: _rate(a, "accountability", quoted=True) > 0, SOUND),
    ),
    LabellingFunction(
        "argues",
        "marks of opinion, advocacy or satire",
        _when(lambda a: _rate(a, *ARGUING) > 0, WEAK),
    ),
    LabellingFunction(
        "damaged", "ten or more damaged places in 1,000 words", _when(lambda a: _rate(a, "translation") >= 10, WEAK)
    ),
    LabellingFunction(
        "hearsay", "three or more vague claims in 1,000 words", _when(lambda a: _rate(a, "vagueness") >= 3, WEAK)
    ),
)


class Performance(NamedTuple):
    """One function: shares of texts where it votes, where another votes too, where another contradicts it; right on gold."""

    name: str
    what: str
    coverage: float
    overlap: float
    conflict: float
    right: float


class Combined(NamedTuple):
    """Probabilities of being sound, shape (n,), and which way of combining gave them, with both ways' AUC on gold.

    ``difference`` is the label model's AUC less the majority's, with its interval over groups.
    """

    probability: Floats
    way: str
    majority: Estimate
    model: Estimate
    difference: Estimate


def votes(annotations: Sequence[Annotation], functions: Sequence[LabellingFunction] = FUNCTIONS) -> Votes:
    """Votes, shape (texts, functions)."""
    rows = [[one.vote(annotation) for one in functions] for annotation in annotations]
    return np.array(rows, np.int8).reshape(len(annotations), len(functions))


def performances(
    cast: Votes, functions: Sequence[LabellingFunction] = FUNCTIONS, gold: NDArray[np.bool_] | None = None
) -> list[Performance]:
    """How each function does; NaN for what can't be known (no gold, no vote)."""
    voted = cast != ABSTAIN
    found = []
    for at, one in enumerate(functions):
        own, others = voted[:, at], np.delete(voted, at, axis=1)
        against = np.delete(cast, at, axis=1) != cast[:, [at]]
        right = (cast[own, at] == gold[own]).mean() if gold is not None and own.any() else math.nan
        overlap, conflict = own & others.any(1), own & (others & against).any(1)
        shares = (float(share.mean()) if len(cast) else math.nan for share in (own, overlap, conflict))
        coverage, overlaps, conflicts = shares
        found.append(Performance(one.name, one.what, coverage, overlaps, conflicts, float(right)))
    return found


def majority(cast: Votes) -> Floats:
    """Share of votes for sound; a half where nobody votes."""
    voted = (cast != ABSTAIN).sum(1)
    return np.asarray(
        np.divide((cast == SOUND).sum(1), voted, out=np.full(len(cast), 0.5), where=voted > 0), np.float64
    )


def label_model(cast: Votes) -> Floats:
    """Probability of sound when each function is right as often as the others suggest.

    One coin for all texts and one accuracy per function, by expectation maximisation from the majority; abstaining says nothing.
    """
    voted, sound = cast != ABSTAIN, cast == SOUND
    p = majority(cast)
    for _ in range(_ROUNDS):
        base = float(np.clip(p.mean(), 0.05, 0.95))
        agreed = np.where(sound, p[:, None], 1 - p[:, None]) * voted
        # Two right and one wrong vote of nobody's keep a rare function from certainty.
        accuracy = np.clip((agreed.sum(0) + 2) / (voted.sum(0) + 3), 1 - _STRONGEST, _STRONGEST)
        strength = np.log(accuracy / (1 - accuracy))
        logit = math.log(base / (1 - base)) + (np.where(sound, strength, -strength) * voted).sum(1)
        new = 1 / (1 + np.exp(-np.clip(logit, -35, 35)))
        done = float(np.abs(new - p).max(initial=0.0)) < 1e-9
        p = np.asarray(new, np.float64)
        if done:
            break
    return p


def combined(cast: Votes, gold: NDArray[np.bool_], groups: Sequence[str], judged: NDArray[np.int64]) -> Combined:
    """The better way on gold: the label model only where its advantage in AUC is above nought with its whole interval.

    Parameters
    ----------
    gold : ndarray of bool, shape (len(judged),)
        Whether the judged texts are sound.
    judged : ndarray of int
        Their rows among all.
    """
    most, model = majority(cast), label_model(cast)
    by_majority = bootstrap(lambda rows: auc(most[judged][rows], gold[rows]), groups)
    by_model = bootstrap(lambda rows: auc(model[judged][rows], gold[rows]), groups)
    difference = bootstrap(
        lambda rows: auc(model[judged][rows], gold[rows]) - auc(most[judged][rows], gold[rows]), groups
    )
    better = difference.low > 0
    return Combined(
        model if better else most, "label model" if better else "majority", by_majority, by_model, difference
    )
