"""Where output goes: standard output or a file, as bytes, with colour and width decided here."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

import click

WIDEST = 160


def write(chunks: Iterable[bytes], output: str | None) -> None:
    """Write chunks as they come, to a file (whole or not at all) or to standard output."""
    with _target(output) as target:
        for chunk in chunks:
            target.write(chunk)
            target.flush()


def as_lines(lines: Iterable[str], output: str | None) -> Iterator[bytes]:
    """Encode lines of text: UTF-8 in a file, the terminal's encoding on it, with ``?`` for what it lacks."""
    encoding = "utf-8" if output or not sys.stdout.isatty() else sys.stdout.encoding or "utf-8"
    for line in lines:
        yield f"{line}\n".encode(encoding, "replace")


def colour_wanted(output: str | None) -> bool:
    """Whether to colour: a terminal, unless NO_COLOR says no (no-color.org) or FORCE_COLOR yes."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return output is None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def columns(width: int | None) -> int:
    """Columns to fill: as told, the terminal's, or 80 where there is none."""
    return width or min(shutil.get_terminal_size((80, 24)).columns, WIDEST)


@contextmanager
def _target(output: str | None) -> Iterator[BinaryIO]:
    if output is None or output == "-":
        sys.stdout.flush()
        yield sys.stdout.buffer
        return
    path = Path(output)
    if path.exists() and not path.is_file():
        # A device or a pipe can't be replaced: /dev/null would become a file.
        with path.open("wb") as device:
            yield device
        return
    with _replaced(path.resolve()) as file:
        yield file


@contextmanager
def _replaced(path: Path) -> Iterator[BinaryIO]:
    if not path.parent.is_dir():
        raise click.UsageError(f"--output {path}: the folder {path.parent} does not exist; make it first")
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(path)
    finally:
        with suppress(FileNotFoundError):
            part.unlink()
