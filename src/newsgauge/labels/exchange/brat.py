"""brat: a folder with ``NAME.txt``, ``NAME.ann`` and ``NAME.json`` per annotator and text, and ``annotation.conf``.

brat has no answers about a whole text, so these stand in the JSON beside it, which brat doesn't read; spans, their source kinds
and stances are brat's own. A span over a line break is written in its parts, as brat wants it, and joined again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from newsgauge.errors import LabelsError
from newsgauge.labels.codebook import Codebook, codebook
from newsgauge.labels.exchange.page import Loaded, Page, placed, plain
from newsgauge.labels.marks import Mark

_UNSAFE: Final = re.compile(r"[^\w.-]+")
_KINDS: Final = ("source_kind", "stance")


def dump(pages: Sequence[Page]) -> dict[str, str]:
    """The files of a collection; a text nobody judged gets one with the suggested spans."""
    files = {"annotation.conf": config(pages[0].book if pages else codebook())}
    for page in pages:
        for one in page.judgements:
            name = f"{page.text.id}.{_UNSAFE.sub('_', one.annotator)}.{one.codebook}"
            told = {key: value for key, value in one.row().items() if key != "spans"}
            files |= _document(name, page.text.text, one.spans, told)
        if not page.judgements:
            told = {
                "id": page.text.id,
                "sha256": page.text.sha256,
                "codebook": page.book.version,
                "name": page.text.name,
            }
            files |= _document(page.text.id, page.text.text, page.suggested, told)
    return files


def config(book: Codebook) -> str:
    """``annotation.conf`` with the codebook's labels and their attributes."""
    entities = "\n".join(label.name for label in book.labels)
    with_kinds = "|".join(label.name for label in book.labels if label.source_kinds)
    values = ("|".join(one.name for one in entries) for entries in (book.source_kinds, book.stances))
    attributes = [
        f"{name}\tArg:{with_kinds}, Value:{value}" for name, value in zip(_KINDS, values, strict=True) if value
    ]
    return f"[entities]\n{entities}\n[relations]\n[events]\n[attributes]\n" + "".join(
        f"{line}\n" for line in attributes
    )


def _document(name: str, text: str, marks: Sequence[Mark], told: dict[str, Any]) -> dict[str, str]:
    lines = []
    notes = 0
    for number, mark in enumerate(marks, 1):
        parts = list(_parts(text, mark.start, mark.end))
        words = " ".join(plain(text[start:end]) for start, end in parts)
        lines.append(f"T{number}\t{mark.label} {';'.join(f'{start} {end}' for start, end in parts)}\t{words}")
        for kind in _KINDS:
            if value := getattr(mark, kind):
                notes += 1
                lines.append(f"A{notes}\t{kind} T{number} {value}")
    ann = "".join(f"{line}\n" for line in lines)
    return {f"{name}.txt": text, f"{name}.ann": ann, f"{name}.json": json.dumps(told, ensure_ascii=False) + "\n"}


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A span without its line breaks; one that is nothing else stays whole, with blanks for words."""
    found = [(start + hit.start(), start + hit.end()) for hit in re.finditer(r"[^\r\n]+", text[start:end])]
    if not found or found[0][0] != start or found[-1][1] != end:
        yield start, end  # its ends would be lost with the breaks
    else:
        yield from found


def load(place: Path) -> Iterator[Loaded]:
    """Documents of a folder that have answers in their JSON.

    Raises
    ------
    LabelsError
        A file is missing, or a line isn't brat's, with file and line.
    """
    if not place.is_dir():
        raise LabelsError(f"{place}: expected a folder of brat with .txt, .ann and .json files")
    for path in sorted(place.glob("*.ann")):
        text_file, told_file = path.with_suffix(".txt"), path.with_suffix(".json")
        for needed in (text_file, told_file):
            if not needed.is_file():
                raise LabelsError(
                    f"{path}: {needed.name} is missing beside it; export with newsgauge labels export --to brat"
                )
        text = text_file.read_bytes().decode("utf-8")
        told = json.loads(told_file.read_text("utf-8"))
        if "genre" in told:
            spans = [mark.row() for mark in _marks(path, text)]
            yield Loaded(
                str(path), {key: value for key, value in told.items() if key != "name"} | {"spans": spans}, text
            )


def _marks(path: Path, text: str) -> list[Mark]:
    marks: dict[str, Mark] = {}
    # Only "\n" ends a line of brat's; words may hold what Python takes for line ends too.
    for number, line in enumerate(path.read_bytes().decode("utf-8").split("\n"), 1):
        where = f"{path}:{number}"
        fields = line.split("\t", 2)
        if line.startswith("T"):
            marks[fields[0]] = _span(fields, text, where)
        elif line[:1] in ("A", "M"):
            name, owner, value = _three(fields, where)
            if owner not in marks or name not in _KINDS:
                raise LabelsError(f"{where}: expected source_kind or stance of a span above, found {line!r}")
            old = marks[owner]
            marks[owner] = old._replace(source_kind=value) if name == "source_kind" else old._replace(stance=value)
        elif line.strip() and not line.startswith("#"):
            raise LabelsError(f"{where}: expected a span (T), an attribute (A) or a note (#), found {line[:40]!r}")
    return list(marks.values())


def _span(fields: Sequence[str], text: str, where: str) -> Mark:
    label, _, places = (fields[1] if len(fields) == 3 else "").partition(" ")
    try:
        parts = [tuple(map(int, part.split(" "))) for part in places.split(";")]
        start, end = parts[0][0], parts[-1][1]
    except (ValueError, IndexError) as problem:
        raise LabelsError(f"{where}: expected 'T1<tab>label start end<tab>words', found {fields!r}") from problem
    words = fields[2] if len(parts) == 1 and start < end else None
    return Mark(label, *placed(text, start, end, words if words and words.strip() else None, where))


def _three(fields: Sequence[str], where: str) -> tuple[str, str, str]:
    parts = (fields[1] if len(fields) > 1 else "").split(" ")
    if len(parts) != 3:
        raise LabelsError(f"{where}: expected 'A1<tab>name T1 value', found {fields!r}")
    return parts[0], parts[1], parts[2]
