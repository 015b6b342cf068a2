"""JSON Lines in and out: every row knows its file and line, and a file is written whole or not at all."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from newsgauge.errors import LabelsError

Row = Mapping[str, Any]


def read_rows(place: Path) -> Iterator[tuple[str, Row]]:
    """Rows of a JSON Lines file (``.gz`` too) as (``file:line``, object); blank lines are passed over.

    Raises
    ------
    LabelsError
        The file can't be read, or a line is no JSON object.
    """
    try:
        with (
            gzip.open(place, "rt", encoding="utf-8") if place.suffix == ".gz" else place.open(encoding="utf-8") as lines
        ):
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield f"{place}:{number}", _object(line, f"{place}:{number}")
    except (UnicodeDecodeError, gzip.BadGzipFile, EOFError) as problem:
        raise LabelsError(f"{place}: expected JSON Lines in UTF-8, found something else ({problem})") from problem
    except OSError as problem:
        raise LabelsError(f"{place}: can't be read ({problem.strerror or problem}); check the path") from problem


def _object(line: str, where: str) -> Row:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as problem:
        raise LabelsError(f"{where}: not JSON ({problem}); each line must be one JSON object") from problem
    if not isinstance(row, dict):
        raise LabelsError(f"{where}: expected an object, found {type(row).__name__}; each line must be one JSON object")
    return row


def field(row: Row, name: str, where: str) -> Any:
    """A field that must be there."""
    if name not in row:
        raise LabelsError(f"{where}: field {name!r} is missing; found {', '.join(row) or 'none'}")
    return row[name]


def string(row: Row, name: str, where: str, default: str | None = None) -> str:
    """A field that must be a string; ``default`` where it is absent or null."""
    value = field(row, name, where) if default is None else row.get(name)
    if value is None and default is not None:
        return default
    if not isinstance(value, str):
        raise LabelsError(f"{where}: field {name!r} must be a string, found {value!r}")
    return value


def lines(rows: Iterable[Row]) -> Iterator[str]:
    """Rows as lines of JSON without their newline."""
    for row in rows:
        yield json.dumps(row, ensure_ascii=False)


def write_whole(place: Path, parts: Iterable[str]) -> None:
    """Write text to a file that is there whole or not at all; newlines stay as they are."""
    part = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as out:
            out.writelines(parts)
        part.replace(place)
    finally:
        with suppress(FileNotFoundError):
            part.unlink()


def write_rows(place: Path, rows: Iterable[Row]) -> None:
    """Write JSON Lines, whole or not at all."""
    write_whole(place, (f"{line}\n" for line in lines(rows)))
