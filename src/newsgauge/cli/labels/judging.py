"""The codebook, and judgements against it: ``codebook``, ``check``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgauge.cli.labels.options import VERSIONS, takes_judgements, texts_of, with_texts
from newsgauge.cli.output import as_lines, to_file, write
from newsgauge.cli.program import INPUT_FAILED

if TYPE_CHECKING:
    from newsgauge.errors import LabelsError
    from newsgauge.labels.judgement import Judgement
    from newsgauge.labels.texts import Texts


@click.command("codebook", epilog="\b\nExamples:\n  newsgauge labels codebook -o codebook.md\n")
@click.option("--codebook", "version", type=click.Choice(VERSIONS), default="v2", show_default=True)
@click.option("-f", "--format", "form", type=click.Choice(("markdown", "toml")), default="markdown", show_default=True)
@to_file
def codebook(version: str, form: str, output: str | None) -> None:
    """Print the codebook: items with their anchors, genres, kinds of spans, caps, what changed."""
    from newsgauge.labels import codebook as books
    from newsgauge.labels.codebook_page import markdown

    whole = books.source(version) if form == "toml" else markdown(books.codebook(version))
    write(as_lines(iter((whole.rstrip("\n"),)), output), output)


@click.command(
    "check", epilog="\b\nExamples:\n  newsgauge labels check ann.jsonl --texts texts/ -o ann.checked.jsonl\n"
)
@takes_judgements
@with_texts
@click.option("--only", type=click.Choice(VERSIONS), help="Refuse every other version of the codebook.")
@click.option("--complete", is_flag=True, help="Each annotator must have judged every text of --texts.")
@to_file
def check(
    files: tuple[Path, ...], texts: tuple[Path, ...], only: str | None, complete: bool, output: str | None
) -> None:
    """Check judgements against the codebook they follow, and against the texts where they are given.

    All problems are listed as FILE:LINE: what. A cap that a reliability exceeds is a note, no problem: the reader may
    have had a reason. With --output, sound judgements are written with offsets and fingerprints, without text;
    nothing is written while there is a problem.
    """
    from newsgauge.errors import LabelsError
    from newsgauge.labels.judgement import Judgement, checked
    from newsgauge.labels.rows import lines

    known = texts_of(texts)
    if complete and known is None:
        raise click.UsageError("--complete needs --texts, to know what there is to judge")
    found = [_of_version(one, only) for one in checked(files, known)]
    if complete and known is not None:
        found += _missing([one for one in found if isinstance(one, Judgement)], known)
    problems = [one for one in found if isinstance(one, LabelsError)]
    sound = [one for one in found if isinstance(one, Judgement)]
    for problem in problems:
        click.echo(str(problem), err=True)
    for note in _notes(sound):
        click.echo(note, err=True)
    if output is not None and not problems:
        write(as_lines(lines(one.row() for one in sound), output), output)
    click.echo(
        f"{len(sound)} sound judgements of {len({one.id for one in sound})} texts, {len(problems)} problems.", err=True
    )
    if problems:
        raise click.exceptions.Exit(INPUT_FAILED)


def _of_version(one: Judgement | LabelsError, only: str | None) -> Judgement | LabelsError:
    from newsgauge.errors import LabelsError
    from newsgauge.labels.judgement import Judgement

    if isinstance(one, Judgement) and only is not None and one.codebook != only:
        return LabelsError(
            f"{one.place}: expected codebook {only}, found {one.codebook}; judge by {only}, or check apart"
        )
    return one


def _missing(judgements: Sequence[Judgement], texts: Texts) -> list[LabelsError]:
    from newsgauge.errors import LabelsError

    found = []
    for annotator in sorted({one.annotator for one in judgements}):
        done = {one.id for one in judgements if one.annotator == annotator}
        names = [text.name for text in texts.all if text.id not in done]
        if names:
            few = ", ".join(names[:10]) + (" …" if len(names) > 10 else "")
            found.append(LabelsError(f"{annotator}: {len(names)} of {len(texts.all)} texts aren't judged: {few}"))
    return found


def _notes(judgements: Sequence[Judgement]) -> Iterator[str]:
    from newsgauge.labels.codebook import codebook

    for one in judgements:
        for cap in codebook(one.codebook).caps_broken(one.genre, one.values):
            given = one.values["reliability"]
            yield f"{one.place}: note: reliability {given}, but the cap {cap.name!r} says at most {cap.at_most}"


COMMANDS = (codebook, check)
