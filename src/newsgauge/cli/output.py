"""Where output goes and in which form: the options for it, standard output or a file, colour and width."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import wraps
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TypeVar

import click

R = TypeVar("R")
F = TypeVar("F", bound=Callable[..., Any])
WIDEST = 200


class Target(NamedTuple):
    """What to write, where, and how wide, as given on the command line; None means "not given"."""

    form: str
    path: str | None
    width: int | None


def to_file(command: F) -> F:
    """Give a command --output."""
    return click.option("-o", "--output", metavar="FILE", help="Write there instead of to standard output.")(command)


def as_wide(command: F, narrowest: int = 40) -> F:
    """Give a command --width."""
    columns_given = click.IntRange(narrowest)
    return click.option("--width", type=columns_given, metavar="N", help="Columns  [default: the terminal's]")(command)


def writes(*forms: str, narrowest: int = 40) -> Callable[[Callable[..., R]], Callable[..., R]]:
    """Give a command --format (the first one is the default), --output and --width; it receives one `Target`."""

    def decorate(command: Callable[..., R]) -> Callable[..., R]:
        @wraps(command)
        def gathered(*, form: str, output: str | None, width: int | None, **given: Any) -> R:
            return command(target=Target(form, output, width), **given)

        with_options = to_file(as_wide(gathered, narrowest))
        choice = click.Choice(forms)
        return click.option("-f", "--format", "form", type=choice, default=forms[0], show_default=True)(with_options)

    return decorate


def write(chunks: Iterable[bytes], output: str | None) -> None:
    """Write chunks as they come, to a file (whole or not at all) or to standard output."""
    with _target(output) as target:
        for chunk in chunks:
            target.write(chunk)
            target.flush()


def page(lines: Iterable[str], target: Target, wanted: bool) -> None:
    """Write lines as `write` does; on a terminal that they don't fit, through the pager.

    Only where both ends are a terminal: nothing that is piped or redirected waits for a key.
    """
    if not (wanted and target.path is None and sys.stdout.isatty() and sys.stdin.isatty()):
        write(as_lines(lines, target.path), target.path)
        return
    rows = iter(lines)
    height = shutil.get_terminal_size((80, 24)).lines
    held: list[str] = []
    while len(held) < height and (line := next(rows, None)) is not None:
        held.extend(line.split("\n"))
    if len(held) < height:
        write(as_lines(held, None), None)
        return
    os.environ.setdefault("LESS", "-R")  # colours, and no more: what less does otherwise is the user's to say
    click.echo_via_pager((f"{line}\n" for line in chain(held, rows)), color=colour_wanted(None))


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


def pages(command: F) -> F:
    """Give a command --pager/--no-pager."""
    return click.option(
        "--pager/--no-pager", default=True, help="Page what is longer than the terminal ($PAGER)  [default: on]"
    )(command)


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
