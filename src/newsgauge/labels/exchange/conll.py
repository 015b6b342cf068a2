"""CoNLL-like columns: one token a line, with its offsets, and a BIO column for each layer of overlapping spans.

A comment above each judgement holds its answers and its text as JSON, so nothing depends on how tokens are cut; tokens are also cut
where a span begins or ends, so that every span can be told. ``B-named:role:neutral`` carries source kind and stance.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from newsgauge.errors import LabelsError
from newsgauge.labels.exchange.page import Loaded, Page
from newsgauge.labels.marks import Mark

_TOKEN: Final = re.compile(r"\w+|[^\w\s]|\s+")
OUTSIDE: Final = "O"


def dump(pages: Sequence[Page]) -> dict[str, str]:
    """One file, named by its ending."""
    lines: list[str] = []
    for page in pages:
        for one in page.judgements:
            told = {key: value for key, value in one.row().items() if key != "spans"}
            lines += _sentence(page.text.text, one.spans, told)
        if not page.judgements:
            told = {"id": page.text.id, "sha256": page.text.sha256, "codebook": page.book.version}
            lines += _sentence(page.text.text, page.suggested, told)
    return {".conll": "".join(f"{line}\n" for line in lines)}


def _sentence(text: str, marks: Sequence[Mark], told: dict[str, Any]) -> Iterator[str]:
    yield f"# judgement = {json.dumps(told, ensure_ascii=True)}"
    yield f"# text = {json.dumps(text, ensure_ascii=True)}"
    layers = _layers(marks)
    for start, end in _tokens(text, marks):
        tags = [_tag(layer, start) for layer in layers] or [OUTSIDE]
        if text[start:end].strip() or any(tag != OUTSIDE for tag in tags):
            yield "\t".join([json.dumps(text[start:end], ensure_ascii=False)[1:-1], str(start), str(end), *tags])
    yield ""


def _layers(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Spans in order of the file's marks, each in the first layer where it overlaps none; empty spans fit none."""
    layers: list[list[Mark]] = []
    for mark in marks:
        free = (layer for layer in layers if all(mark.end <= one.start or one.end <= mark.start for one in layer))
        layer = next(free, None)
        if layer is None:
            layers.append([mark])
        else:
            layer.append(mark)
    return layers


def _tokens(text: str, marks: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    cuts = sorted({at for mark in marks for at in (mark.start, mark.end)})
    for hit in _TOKEN.finditer(text):
        inside = [at for at in cuts if hit.start() < at < hit.end()]
        yield from zip([hit.start(), *inside], [*inside, hit.end()], strict=True)


def _tag(layer: Sequence[Mark], start: int) -> str:
    for mark in layer:
        if mark.start <= start < mark.end:
            more = ":".join((mark.label, mark.source_kind, mark.stance)).rstrip(":")
            return f"{'B' if start == mark.start else 'I'}-{more}"
    return OUTSIDE


def load(place: Path) -> Iterator[Loaded]:
    """Judgements of a file.

    Raises
    ------
    LabelsError
        A line isn't of this form, with file and line.
    """
    told: dict[str, Any] = {}
    text, marks, open_marks = "", [], {}  # type: str, list[Mark], dict[int, Mark]
    began = f"{place}:1"
    for number, line in enumerate([*place.read_bytes().decode("utf-8").split("\n"), ""], 1):
        where = f"{place}:{number}"
        if line.startswith("# judgement = "):
            told, began = _json(line, where), where
        elif line.startswith("# text = "):
            text = _json(line, where)
        elif line:
            _token(line, where, open_marks, marks)
        elif told:
            if "genre" in told:
                yield Loaded(began, told | {"spans": [mark.row() for mark in [*marks, *open_marks.values()]]}, text)
            told, text, marks, open_marks = {}, "", [], {}


def _json(line: str, where: str) -> Any:
    try:
        return json.loads(line.partition(" = ")[2])
    except ValueError as problem:
        raise LabelsError(f"{where}: expected JSON after the equals sign ({problem})") from problem


def _token(line: str, where: str, open_marks: dict[int, Mark], marks: list[Mark]) -> None:
    """Read one line of columns: open, lengthen or close the spans of its layers."""
    try:
        _, first, last, *tags = line.split("\t")
        start, end = int(first), int(last)
    except ValueError as problem:
        raise LabelsError(
            f"{where}: expected token, start, end and tags between tabs, found {line[:40]!r}"
        ) from problem
    for layer, tag in enumerate(tags):
        if tag.startswith("I-") and layer in open_marks:
            open_marks[layer] = open_marks[layer]._replace(end=end)
            continue
        if layer in open_marks:
            marks.append(open_marks.pop(layer))
        if tag.startswith(("B-", "I-")):
            label, kind, stance = [*tag[2:].split(":"), "", ""][:3]
            open_marks[layer] = Mark(label, start, end, kind, stance)
        elif tag != OUTSIDE:
            raise LabelsError(f"{where}: expected O, B-label or I-label, found {tag!r}")
