"""What would make a cross-validation too good to be true: the same text on both sides, and texts the table was learnt on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsgauge.impressions import Impressions, fingerprints
from newsgauge.reliability.labelled import LabelledText

FEW: Final = 300  # texts under which intervals are so wide that a reader must be warned
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
        shown = "; ".join(" and ".join(ids) for ids in twice[:_SHOWN])
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
    if not any(text.about.get("outlet") for text in texts):
        found.append("no text names its outlet: texts of one outlet may stand on both sides of a split")
    if len({text.genre for text in texts}) == 1:
        found.append(f"all texts are of one genre ({texts[0].genre}): the model says nothing of others")
    return found


def _twice(texts: Sequence[LabelledText]) -> list[list[str]]:
    """Identities of texts that are the same but for case and white space."""
    names: dict[str, list[str]] = {}
    for text in texts:
        names.setdefault(_plain(text.article.text), []).append(text.article.id)
    return [ids for ids in names.values() if len(ids) > 1]


def _plain(text: str) -> str:
    """A text without differences of case and white space."""
    return " ".join(text.lower().split())
