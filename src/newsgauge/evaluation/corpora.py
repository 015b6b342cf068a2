"""Loaders of the development corpora: normalised JSON Lines in a folder the user names."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from newsgauge.errors import LabelsError
from newsgauge.evaluation.originals import TASKS, read_task


class Row(dict[str, Any]):
    """A line of a corpus that knows where it stands, so that a missing field is said with its place."""

    place: str = ""

    def __missing__(self, name: str) -> NoReturn:
        raise LabelsError(
            f"{self.place}: expected a field {name!r}, found {', '.join(map(repr, self)) or 'none'}; "
            "is this the file that labels/README.md names?"
        )


def place(folder: Path, name: str) -> Path:
    """The file of a corpus: ``name.jsonl.gz`` or ``name.jsonl``.

    Raises
    ------
    LabelsError
        The file is missing.
    """
    packed, plain = folder / f"{name}.jsonl.gz", folder / f"{name}.jsonl"
    path = packed if packed.is_file() else plain
    if not path.is_file():
        raise LabelsError(
            f"{folder}: expected {packed.name} or {plain.name}, found neither; see labels/README.md for where to get it"
        )
    return path


def rows(folder: Path, name: str) -> Iterator[Row]:
    """Rows of ``name`` (``.jsonl.gz`` or ``.jsonl``) in the folder, or of the original download in a subfolder ``name``.

    Raises
    ------
    LabelsError
        The file is missing, a line is no JSON object, or a field that is asked for isn't there.
    """
    if name in TASKS and (folder / name).is_dir():
        for found in read_task(name, folder / name):
            row = Row(found)
            row.place = f"{folder / name}: {found.get('article', found.get('text_id', ''))}"
            yield row
        return
    path = place(folder, name)
    with (
        gzip.open(path, "rt", encoding="utf-8", newline="\n")
        if path.suffix == ".gz"
        else path.open(encoding="utf-8", newline="\n") as lines
    ):
        for number, line in enumerate(lines, 1):
            yield _row(line, f"{path}:{number}")


def _row(line: str, where: str) -> Row:
    try:
        row = Row(json.loads(line))
    except (ValueError, TypeError) as problem:
        raise LabelsError(f"{where}: expected a JSON object, found {line[:40]!r} ({problem})") from problem
    row.place = where
    return row


def sha256(path: Path) -> str:
    """Fingerprint of a file, as hex digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
