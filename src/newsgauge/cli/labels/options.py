"""Options that several commands of ``newsgauge labels`` share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from newsgauge.labels.judgement import Judgement
    from newsgauge.labels.texts import Texts

F = TypeVar("F", bound=Callable[..., Any])
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
ANY = click.Path(exists=True, path_type=Path)
VERSIONS = ("v0", "v1", "v2")  # as newsgauge.labels.codebook.VERSIONS, which --help shouldn't load; a test compares
KINDS = ("human", "machine-assisted")  # as newsgauge.labels.judgement.BY


def takes_judgements(command: F) -> F:
    """Give a command judgement files."""
    return click.argument("files", nargs=-1, required=True, metavar="JUDGEMENTS.jsonl...", type=FILE)(command)


def with_texts(command: F, required: bool = False) -> F:
    """Give a command --texts."""
    what = "The texts: a folder, files, or JSON Lines with 'text'; repeatable."
    return click.option("--texts", multiple=True, type=ANY, metavar="PATH", required=required, help=what)(command)


def chooses(command: F) -> F:
    """Give a command --codebook and --by."""
    books = click.Choice(VERSIONS)
    which = "Only this version of the codebook; repeatable, to mix versions knowingly."
    command = click.option("--codebook", "codebooks", multiple=True, type=books, help=which)(command)
    return click.option("--by", type=click.Choice(KINDS), help="Only judgements of humans, or machine-assisted ones.")(
        command
    )


def texts_of(paths: Sequence[Path]) -> Texts | None:
    """The texts named, None where none are."""
    from newsgauge.labels.texts import read_texts

    return read_texts(paths) if paths else None


def chosen(files: Sequence[Path], texts: Texts | None, codebooks: Sequence[str], by: str | None) -> list[Judgement]:
    """Sound judgements of one codebook and one kind of annotator, or of those named."""
    from newsgauge.errors import LabelsError
    from newsgauge.labels.judgement import one_codebook, one_kind, read_judgements

    found = one_kind(one_codebook(read_judgements(files, texts), codebooks), by)
    if not found:
        places = ", ".join(map(str, files))
        raise LabelsError(
            f"{places}: no judgement left; expected some by {' '.join(codebooks) or 'any codebook'} {by or ''}"
        )
    return found
