"""Gold: what annotators said on average. It is derived from judgements, never edited."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from newsgauge.labels.judgement import Judgement
from newsgauge.labels.texts import Text, Texts


def gold_rows(judgements: Sequence[Judgement], texts: Texts | Mapping[str, Text] | None = None) -> list[dict[str, Any]]:
    """One row per text, in order of first judgement, as ``newsgauge train`` reads it.

    Parameters
    ----------
    judgements : sequence of Judgement
        Of one codebook and one kind of annotator, or mixed knowingly.
    texts : Texts or mapping of id to Text, optional
        What is known of the texts; a row with ``text`` can be trained on.

    Returns
    -------
    list of dict
        ``id``, ``genre`` most named (the first named of several), means of the items (null where nobody gave a value),
        ``annotators``, ``codebooks``, ``by``, ``spans`` with how many marked each, and the text's own fields.
    """
    by_text: dict[str, list[Judgement]] = {}
    for one in judgements:
        by_text.setdefault(one.id, []).append(one)
    known = {text.id: text for text in texts.all} if isinstance(texts, Texts) else dict(texts or {})
    return [_row(identity, rows, known.get(identity)) for identity, rows in by_text.items()]


def _row(identity: str, rows: Sequence[Judgement], text: Text | None) -> dict[str, Any]:
    items = dict.fromkeys(name for one in rows for name in one.values)
    row: dict[str, Any] = {"id": identity}
    row["genre"] = Counter(one.genre for one in rows).most_common(1)[0][0]
    row |= {name: mean(one.values.get(name) for one in rows) for name in items}
    row |= {
        "annotators": len({one.annotator for one in rows}),
        "codebooks": sorted({one.codebook for one in rows}),
        "by": sorted({one.by for one in rows}),
        "exhaustive": all(one.exhaustive for one in rows),
    }
    marked = Counter((mark.start, mark.end, mark.label) for one in rows for mark in set(one.spans))
    row["spans"] = [
        {"label": label, "start": start, "end": end, "annotators": count}
        for (start, end, label), count in sorted(marked.items())
    ]
    if text is None:
        return row
    return row | {key: value for key, value in text.row().items() if key not in ("id", "name")}


def mean(values: Iterable[int | None]) -> float | None:
    """Mean of what was given; None where nobody gave a value."""
    given = [value for value in values if value is not None]
    return math.fsum(given) / len(given) if given else None
