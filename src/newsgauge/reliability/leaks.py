"""What would make a cross-validation too good to be true: the same text on both sides, and texts the table was learnt on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from newsgauge.article import ITEMS
from newsgauge.impressions import Impressions, fingerprints
from newsgauge.labels.codebook import VERSIONS, codebook
from newsgauge.reliability.labelled import LabelledText

FEW: Final = 300  # texts under which intervals are so wide that a reader must be warned
FEW_OF_A_SIDE: Final = 10  # of sound or of unsound texts
SOUND: Final = 4.0  # gold reliability from which a text is sound
_SHOWN: Final = 3


def leaks(texts: Sequence[LabelledText], table: Impressions | None) -> list[str]:
    """Why figures on these texts would be no held-out figures; none where they are.

    Parameters
    ----------
    texts : sequence of LabelledText
    table : Impressions, optional
        The table whose features they are measured with, where it isn't learnt anew in each fold.
    """
    found = []
    twice = _twice(texts)
    if twice:
        shown = "; ".join(_listed(ids) for ids in twice[:_SHOWN])
        found.append(
            f"{len(twice)} texts stand twice or more ({shown}): they count double, and as one outlet; leave one of each out"
        )
    if table is not None:
        known = set(table.seen.tolist())
        seen = [text.article.id for text in texts if int(fingerprints([text.article.text])[0]) in known]
        if seen:
            found.append(
                f"the shipped model's words were learnt on {len(seen)} of these texts ({', '.join(seen[:_SHOWN])} …): "
                "its impressions of them are too good"
            )
    return found


def warnings(texts: Sequence[LabelledText]) -> list[str]:
    """What so few texts can't show."""
    found = []
    n = len(texts)
    if n < FEW:
        width = 2 / n**0.5
        found.append(
            f"{n} texts: a rank correlation is uncertain by about ±{width:.2f}, an AUC by about ±{width / 2:.2f}; slices, "
            "calibration and fairness can't be shown; the words' impressions are those of the shipped model"
        )
    sound = sum(text.reliability >= SOUND for text in texts)
    side = min(sound, n - sound)
    if side < FEW_OF_A_SIDE:
        found.append(
            f"{sound} of {n} texts have a reliability of 4 or more: the probability of it rests on {side} texts of a side"
        )
    if not any(text.about.get("outlet") for text in texts):
        found.append("no text names its outlet: texts of one outlet may stand on both sides of a split")
    named = {text.genre for text in texts if any(row.get("genre") for row in text.judgements)}
    if not named:
        found.append("no text names its genre: all count as other, and figures for news-like texts can't be shown")
    elif unknown := sorted(named - _genres()):
        found.append(
            f"genre {', '.join(unknown)}: none of the codebook's ({', '.join(sorted(_genres()))}); counts as not news-like"
        )
    for item in ITEMS:
        if not any(text.items[item] == text.items[item] for text in texts):  # NaN differs from itself
            found.append(f"no text has {item}: it is taken for 0 everywhere and brings or costs nothing")
    if len(named) == 1:
        found.append(f"all texts are of one genre ({texts[0].genre}): the model says nothing of others")
    return found


def too_few(texts: Sequence[LabelledText]) -> str:
    """Why a model can't be fitted to these texts and tested; empty where it can."""
    if not texts:
        return "expected judged texts, found none; a text without reliability is left out"
    sound = sum(text.reliability >= SOUND for text in texts)
    if min(sound, len(texts) - sound) < 2:
        return (
            f"{sound} of {len(texts)} texts have a reliability of 4 or more: expected at least 2 on either side, so that one "
            "can be fitted to and one tested on; label more of the other side"
        )
    unlabelled = [item for item in ITEMS if not any(text.items[item] == text.items[item] for text in texts)]
    if len(unlabelled) == len(ITEMS):
        return (
            f"no text has an item ({', '.join(ITEMS)}): the score is made of them; label at least sourcing and wording"
        )
    return ""


def _listed(ids: Sequence[str]) -> str:
    more = len(ids) - _SHOWN
    return " and ".join(ids[:_SHOWN]) + (f" and {more} more" if more > 0 else "")


def _twice(texts: Sequence[LabelledText]) -> list[list[str]]:
    """Identities of texts that are the same but for case and white space."""
    names: dict[str, list[str]] = {}
    for text in texts:
        names.setdefault(_plain(text.article.text), []).append(text.article.id)
    return [ids for ids in names.values() if len(ids) > 1]


def _plain(text: str) -> str:
    """A text without differences of case and white space."""
    return " ".join(text.lower().split())


@lru_cache(maxsize=1)
def _genres() -> frozenset[str]:
    """Names of genres in every version of the codebook."""
    return frozenset(genre.name for version in VERSIONS for genre in codebook(version).genres)
