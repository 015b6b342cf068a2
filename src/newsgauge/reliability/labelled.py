"""Judgements and texts -> labelled texts with gold. One text may be judged by many; gold is their mean."""

from __future__ import annotations

import gzip
import json
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from newsgauge import metrics
from newsgauge.article import ITEMS, Article, Span
from newsgauge.errors import LabelsError
from newsgauge.labels.duplicates import clusters

Row = Mapping[str, Any]


class LabelledText(NamedTuple):
    """One text with the mean judgement of its annotators.

    Attributes
    ----------
    items : mapping
        Item -> 0 to 3; NaN where nobody could judge it.
    reliability : float
        1 to 5.
    group : str
        What must not be split: the outlet, else the id; one for outlets that print the same story.
    judgements : tuple
        The rows the means were made of.
    about : mapping
        The text's own row without the text: corpus, outlet and what else it says.
    """

    article: Article
    items: Mapping[str, float]
    reliability: float
    genre: str
    group: str
    judgements: tuple[Row, ...]
    about: Row = MappingProxyType({})


def read_labels(place: Path, texts: Path | None = None, join: bool = False) -> list[LabelledText]:
    """Texts with gold, from a folder or from files of one's own.

    Parameters
    ----------
    place : Path
        A folder with ``texts.jsonl[.gz]`` and ``judgements.jsonl[.gz]``, joined by ``id``; or one JSONL file whose
        lines hold ``text``, the items and ``reliability``; ``id``, ``outlet``, ``genre``, ``has_title`` and ``cut``
        are welcome.
    texts : Path, optional
        The texts, where ``place`` holds judgements alone.
    join : bool
        Outlets that print the same story become one group (see `grouped`), so that it never stands on both sides of a
        split.

    Returns
    -------
    list of LabelledText
        Without texts that nobody judged, or for which all annotators left reliability null (satire, not news).

    Raises
    ------
    LabelsError
        A line that can't be read, a missing field, or a value outside the codebook's range; with file and line.
    """
    if place.is_dir():
        place, texts = _one_of(place, "judgements"), _one_of(place, "texts")
    if texts is None:
        own = [_labelled(row, [row], where) for where, row in _lines(place) if not _set_aside([row])]
        return _checked(own, join)
    by_text: dict[str, list[Row]] = {}
    for where, row in _lines(place):
        by_text.setdefault(str(_field(row, "id", where)), []).append(row)
    found = [(where, row, by_text.get(str(_field(row, "id", where)))) for where, row in _lines(texts)]
    labelled = [_labelled(row, rows, where) for where, row, rows in found if rows and not _set_aside(rows)]
    return _checked(labelled, join)


def _checked(texts: list[LabelledText], join: bool) -> list[LabelledText]:
    """The texts, where no two of them share an id."""
    seen: dict[str, LabelledText] = {}
    for text in texts:
        other = seen.setdefault(text.article.id, text)
        if other is not text and other.article.text != text.article.text:
            raise LabelsError(
                f"{text.article.place}: id {text.article.id!r} stands for another text at {other.article.place}; "
                "give each text an id of its own"
            )
    return grouped(texts) if join else texts


def grouped(texts: Sequence[LabelledText]) -> list[LabelledText]:
    """The texts, with outlets that print the same story in one group: it must not stand on both sides of a split."""
    joined: dict[str, str] = {}

    def head(group: str) -> str:
        while group in joined:
            group = joined[group]
        return group

    first: dict[int, str] = {}
    for number, text in zip(clusters([text.article.text for text in texts]), texts, strict=True):
        ours, others = head(text.group), head(first.setdefault(number, text.group))
        if ours != others:
            joined[max(ours, others)] = min(ours, others)
    return [text._replace(group=head(text.group)) for text in texts]


def describe(texts: Sequence[LabelledText]) -> dict[str, Any]:
    """What the gold rests on: counts, and agreement where texts were judged more than once (alpha, interval)."""
    judged = [text.judgements for text in texts]
    return {
        "texts": len(texts),
        "judgements": sum(len(rows) for rows in judged),
        "texts_judged_twice": sum(1 for rows in judged if len(rows) > 1),
        "annotators": len({str(row.get("annotator")) for rows in judged for row in rows if row.get("annotator")}),
        "codebooks": sorted({str(row["codebook"]) for rows in judged for row in rows if row.get("codebook")}),
        "genres": dict(sorted(Counter(text.genre for text in texts).items())),
        "agreement": {
            name: metrics.alpha([row[name] for row in rows if row.get(name) is not None] for rows in judged)
            for name in (*ITEMS, "reliability")
        },
    }


def _set_aside(judgements: Sequence[Row]) -> bool:
    return all("reliability" in row and row["reliability"] is None for row in judgements)


def gold(judgements: Sequence[Row], where: str = "") -> tuple[dict[str, float], float, str]:
    """Mean of a text's judgements: items (null headlines left out), reliability, and the genre most of them named."""
    means = {item: _mean(judgements, item, 0, 3, where) for item in ITEMS}
    genres = Counter(str(row.get("genre") or "other") for row in judgements)
    return means, _mean(judgements, "reliability", 1, 5, where), genres.most_common(1)[0][0]


def _mean(judgements: Sequence[Row], name: str, low: int, high: int, where: str) -> float:
    values = [row[name] for row in judgements if row.get(name) is not None]
    for value in values:
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise LabelsError(f"{where}: {name} must be a number from {low} to {high}, found {value!r}")
    return math.fsum(values) / len(values) if values else math.nan


def _labelled(row: Row, judgements: Sequence[Row], where: str) -> LabelledText:
    text = _field(row, "text", where)
    if not isinstance(text, str):
        raise LabelsError(f"{where}: 'text' must be a string, found {type(text).__name__}")
    if not text.strip():
        raise LabelsError(f"{where}: 'text' is empty; leave the line out")
    items, reliability, genre = gold(judgements, where)
    if math.isnan(reliability):
        raise LabelsError(f"{where}: no reliability; expected a number from 1 to 5")
    identity = str(row.get("id") or where)
    title = Span(0, len(text.split("\n", 1)[0].rstrip("\r"))) if row.get("has_title") else None
    article = Article(
        text, id=identity, title=title, guess_title="has_title" not in row, cut=bool(row.get("cut")), place=where
    )
    about = {name: value for name, value in row.items() if name != "text"}
    return LabelledText(
        article, items, reliability, genre, str(row.get("outlet") or identity), tuple(judgements), about
    )


def _field(row: Row, name: str, where: str) -> Any:
    if name in row:
        return row[name]
    found = f"{where}: field {name!r} is missing; found {', '.join(row) or 'none'}"
    if name == "text" and ("sha256" in row or "annotator" in row):
        raise LabelsError(
            f"{found}. These labels stand off from their texts: `newsgauge labels join JUDGEMENTS.jsonl --keys TEXTS.jsonl "
            "--corpora DIR --folder joined/` finds the texts, and `newsgauge train --labels joined/` reads them"
        )
    raise LabelsError(found)


def _one_of(folder: Path, name: str) -> Path:
    for ending in (".jsonl.gz", ".jsonl"):
        if (folder / (name + ending)).is_file():
            return folder / (name + ending)
    raise LabelsError(f"{folder}: expected {name}.jsonl or {name}.jsonl.gz; give the folder that holds both files")


def _lines(place: Path) -> Iterator[tuple[str, Row]]:
    with gzip.open(place, "rt", encoding="utf-8") if place.suffix == ".gz" else place.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as problem:
                hint = "; a table is no JSON: write a line of JSON for each of its rows" if "," in line[:200] else ""
                raise LabelsError(f"{place}:{number}: not JSON ({problem}){hint}") from problem
            if not isinstance(row, dict):
                raise LabelsError(f"{place}:{number}: expected an object, found {type(row).__name__}")
            yield f"{place}:{number}", row
