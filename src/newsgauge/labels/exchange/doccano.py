"""doccano: JSON Lines of a project for "Intent Detection and Slot Filling": spans as ``entities``, answers as ``cats``.

A row is one text by one annotator (doccano writes one file per annotator). Categories are ``item: value``. What has no place
in the tool (annotator, codebook, source kinds, spans over other spans) stands in fields of the row, which doccano keeps as metadata
and exports again: the tool shows the first of spans that overlap.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from newsgauge.errors import LabelsError
from newsgauge.labels.codebook import CURRENT, Codebook, codebook
from newsgauge.labels.exchange.page import Loaded, Page, about, heard, placed, said
from newsgauge.labels.judgement import Judgement
from newsgauge.labels.marks import Mark
from newsgauge.labels.rows import Row, read_rows, string
from newsgauge.labels.texts import Text

_OURS = ("annotator", "by", "codebook", "at", "leaning", "sha256", "why", "exhaustive")


def dump(pages: Sequence[Page]) -> dict[str, str]:
    """``texts.jsonl`` to import, and the label sets ``span_labels.json`` and ``category_labels.json``."""
    book = pages[0].book if pages else codebook()
    rows = [row for page in pages for row in _rows(page)]
    spans, categories = labels(book)
    return {
        "texts.jsonl": "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows),
        "span_labels.json": json.dumps(spans, ensure_ascii=False, indent=1) + "\n",
        "category_labels.json": json.dumps(categories, ensure_ascii=False, indent=1) + "\n",
    }


def labels(book: Codebook) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """The label sets, as doccano imports them: of spans, and of categories."""
    categories = [f"genre: {genre.name}" for genre in book.genres]
    for item in book.items:
        categories += [f"{item.name}: {value}" for value in range(item.low, item.high + 1)]
        categories += [f"{item.name}: null"] if item.nullable else []
    return [{"text": label.name} for label in book.labels], [{"text": name} for name in categories]


def _rows(page: Page) -> Iterator[dict[str, Any]]:
    for one in page.judgements:
        yield _row(page.text, one.spans, one)
    if not page.judgements:
        yield _row(page.text, page.suggested, None) | {"codebook": page.book.version}


def _row(text: Text, marks: Sequence[Mark], one: Judgement | None) -> dict[str, Any]:
    shown, hidden = _apart(marks)
    row: dict[str, Any] = {"text": text.text, "entities": [[mark.start, mark.end, mark.label] for mark in shown]}
    answers = {"genre": one.genre} | {name: said(value) for name, value in one.values.items()} if one else {}
    row |= {"cats": [f"{name}: {value}" for name, value in answers.items()]}
    row |= {"text_id": text.id, "sha256": text.sha256, "name": text.name}
    row |= {"attributes": [list(mark) for mark in shown if mark.source_kind or mark.stance]}
    row |= {"overlapping": [list(mark) for mark in hidden]}
    # Every row has every field: doccano reads rows as a table, and refuses what it fills in for a missing one.
    row |= {name: False if name == "exhaustive" else "" for name in _OURS if name not in row}
    return row if one is None else row | about(one) | {"why": one.why, "exhaustive": one.exhaustive}


def _apart(marks: Sequence[Mark]) -> tuple[list[Mark], list[Mark]]:
    """Spans that overlap none before them, and the others: this type of project drops what overlaps."""
    shown: list[Mark] = []
    hidden: list[Mark] = []
    for mark in marks:
        free = all(mark.end <= one.start or one.end <= mark.start for one in shown)
        (shown if free else hidden).append(mark)
    return shown, hidden


def load(place: Path) -> Iterator[Loaded]:
    """Rows of a JSONL export with at least one category; a text nobody judged is passed over.

    Without ``annotator`` the file's name is the annotator's, as doccano names its files by account.

    Raises
    ------
    LabelsError
        A row isn't what doccano writes, with file and line.
    """
    path = place / "texts.jsonl" if place.is_dir() else place
    for where, row in read_rows(path):
        text = string(row, "text", where)
        if row.get("cats"):
            yield Loaded(where, _judged(row, text, where, path.name.partition(".")[0]), text)


def _judged(row: Row, text: str, where: str, account: str) -> dict[str, Any]:
    found: dict[str, Any] = {"id": row.get("text_id", ""), "annotator": account, "by": "human", "codebook": CURRENT}
    found |= {name: row[name] for name in _OURS if row.get(name)}
    for category in row["cats"]:
        name, colon, value = str(category).partition(": ")
        if not colon or (name in found and name not in _OURS):
            raise LabelsError(f"{where}: expected one category 'item: value' for each item, found {category!r}")
        found[name] = value if name == "genre" else heard(value)
    attributes = {tuple(one[:3]): one[3:] for one in row.get("attributes") or []}
    found["spans"] = [_span(entity, attributes, text, where) for entity in row.get("entities") or []]
    found["spans"] += [_hidden(one, where).row() for one in row.get("overlapping") or []]
    return found


def _hidden(one: Any, where: str) -> Mark:
    try:
        return Mark(*one)
    except TypeError as problem:
        raise LabelsError(
            f"{where}: expected [label, start, end, source kind, stance] in 'overlapping', found {one!r}"
        ) from problem


def _span(entity: Any, attributes: dict[tuple[Any, ...], Sequence[str]], text: str, where: str) -> dict[str, Any]:
    if isinstance(entity, dict):  # as other project types of doccano write it
        entity = [entity.get("start_offset"), entity.get("end_offset"), entity.get("label")]
    if not isinstance(entity, list) or len(entity) != 3:
        raise LabelsError(f"{where}: expected [start, end, label] for a span, found {entity!r}")
    start, end = placed(text, entity[0], entity[1], None, where)
    kind, stance = attributes.get((entity[2], start, end), ("", ""))
    return Mark(entity[2], start, end, kind, stance).row()
