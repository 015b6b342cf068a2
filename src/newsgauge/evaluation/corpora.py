"""Loaders of the development corpora: normalised JSON Lines in a folder the user names."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsgauge.errors import LabelsError


def rows(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """Rows of ``name`` (``.jsonl.gz`` or ``.jsonl``) in the folder.

    Raises
    ------
    LabelsError
        The file is missing, or a line is no JSON object.
    """
    packed, plain = folder / f"{name}.jsonl.gz", folder / f"{name}.jsonl"
    path = packed if packed.is_file() else plain
    if not path.is_file():
        raise LabelsError(
            f"{folder}: expected {packed.name} or {plain.name}, found neither; see labels/README.md for where to get it"
        )
    with (
        gzip.open(path, "rt", encoding="utf-8", newline="\n")
        if path is packed
        else path.open(encoding="utf-8", newline="\n") as lines
    ):
        for number, line in enumerate(lines, 1):
            try:
                yield json.loads(line)
            except ValueError as problem:
                raise LabelsError(
                    f"{path}:{number}: expected a JSON object, found {line[:40]!r} ({problem})"
                ) from problem
