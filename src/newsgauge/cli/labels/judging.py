"""The codebook, and judgements against it: ``codebook``, ``check``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgauge.cli.labels.options import ANY, KINDS, VERSIONS, takes_judgements, texts_of, with_texts
from newsgauge.cli.output import as_lines, to_file, write
from newsgauge.cli.program import INPUT_FAILED
from newsgauge.report.visible import visible

if TYPE_CHECKING:
    from newsgauge.errors import LabelsError
    from newsgauge.labels.judgement import Judgement
    from newsgauge.labels.texts import Text, Texts


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
        write(as_lines(lines(one.row() for one in _published(sound, known)), output), output)
    click.echo(
        f"{len(sound)} sound judgements of {len({one.id for one in sound})} texts, {len(problems)} problems.", err=True
    )
    if problems:
        raise click.exceptions.Exit(INPUT_FAILED)


def _published(judgements: Sequence[Judgement], texts: Texts | None) -> Iterator[Judgement]:
    """What may be passed on: no words of a text in a reason, as far as the texts are known."""
    from newsgauge.labels.judgement import published

    for one in judgements:
        kept = published(one, texts.find(one.id, one.place)) if texts is not None else one
        if kept != one:
            click.echo(f"{one.place}: note: 'why' repeats words of the text; left out", err=True)
        yield kept


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


@click.command(
    "annotate",
    epilog="\b\nExamples:\n  newsgauge labels annotate texts/ --annotator ann --to ann.jsonl\n",
)
@click.argument("paths", nargs=-1, required=True, type=ANY, metavar="TEXTS...")
@click.option("--annotator", required=True, metavar="NAME", help="Who judges: a name or a number of yours.")
@click.option("--to", "place", required=True, type=click.Path(dir_okay=False, path_type=Path), help="Where answers go.")
@click.option("--by", type=click.Choice(KINDS), default="human", show_default=True, help="What kind of annotator.")
@click.option("--no-spans", is_flag=True, help="Ask for the items alone.")
@click.option(
    "--shuffle", type=int, metavar="SEED", help="Another order of the texts, so that order doesn't lean on all."
)
@click.option("--show-after", is_flag=True, help="Show the program's score once a text's answers are kept.")
def annotate(
    paths: tuple[Path, ...],
    annotator: str,
    place: Path,
    by: str,
    no_spans: bool,
    shuffle: int | None,
    show_after: bool,
) -> None:
    """Judge texts in the terminal, question by question, by the current codebook.

    Every answer is kept at once; a session that breaks goes on where it stopped. The program's own score is never shown
    before your answers are kept, and after them only with --show-after.
    """
    import random

    from newsgauge.labels.codebook import codebook as book_of
    from newsgauge.labels.judgement import BY
    from newsgauge.labels.session import run
    from newsgauge.labels.store import Store
    from newsgauge.labels.texts import read_texts

    texts = read_texts(paths)
    order = list(texts.all)
    if shuffle is not None:
        random.Random(shuffle).shuffle(order)
    store = Store(place, annotator, book_of(), texts)
    kind = next(one for one in BY if one == by)
    try:
        after = _score if show_after else None
        count = run(order, store, _ask, _say, by=kind, with_spans=not no_spans, after=after)
    except EOFError:
        count = 0
    left = sum(not store.is_done(text.id) for text in order)
    click.echo(f"{len(store.done)} of {len(order)} texts judged, {left} left; answers are in {place}", err=True)
    if not left and count:
        click.echo(f"next: newsgauge labels gold {place} --texts {paths[0]} -o gold.jsonl", err=True)


def _ask(prompt: str) -> str:
    return input(prompt)


def _say(line: str) -> None:
    click.echo(visible(line))  # a text may hold what acts on a terminal instead of showing


def _score(text: Text) -> Iterator[str]:
    from newsgauge.article import LIMIT
    from newsgauge.core import annotate as annotated

    found = annotated(text.article())
    items = ", ".join(f"{name} {value:.1f}" for name, value in found.items.items() if value is not None)
    score = f"abstains: {found.reason}" if found.score is None else f"score {found.score:.0f}, level {found.level}"
    yield f"newsgauge: {score}; {items}"
    yield LIMIT


COMMANDS = (codebook, check, annotate)
