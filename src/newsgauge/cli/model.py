"""``newsgauge model``."""

from __future__ import annotations

from collections.abc import Iterator

import click

from newsgauge.article import Annotation
from newsgauge.cli.output import as_lines, to_file, write

EXAMPLES = """\b
Examples:
  newsgauge model card
  newsgauge model list
  newsgauge model show
  newsgauge model diff news news --on stories.jsonl
"""
_NAME = click.option(
    "--model", metavar="NAME", help="A model by name, NAME@VERSION or file  [default: the one that ships]"
)


@click.group("model", epilog=EXAMPLES)
def command() -> None:
    """Show the model that turns features into items and a score."""


@command.command("card", epilog="\b\nExamples:\n  newsgauge model card --output MODEL_CARD.md\n")
@_NAME
@to_file
def card(model: str | None, output: str | None) -> None:
    """Print the model card (Markdown): what it was fitted on, how good it is, where it fails."""
    from newsgauge.reliability import card, modelfile, scorecard

    loaded = scorecard.load(model) if model else scorecard.load()
    kept = modelfile.figures(loaded, model or modelfile.DEFAULT)
    write(as_lines(iter((card.render(loaded, kept).rstrip("\n"),)), output), output)


@command.command("show", epilog="\b\nExamples:\n  newsgauge model show\n")
@_NAME
@to_file
def show(model: str | None, output: str | None) -> None:
    """Print the model file itself: every table, readable JSON."""
    from newsgauge.reliability import modelfile

    # Read, checked and written again: byte for byte the file, or an error that says what doesn't fit.
    write(iter((modelfile.dumps(modelfile.load(model) if model else modelfile.load()),)), output)


@command.command("diff", epilog="\b\nExamples:\n  newsgauge model diff news news --on stories.jsonl\n")
@click.argument("old")
@click.argument("new")
@click.option(
    "--on", "sample", required=True, type=click.Path(exists=True), help="Texts: a file or folder, as for score."
)
def diff(old: str, new: str, sample: str) -> None:
    """Compare two models on the same texts: score shift, rank change, level flips, by slice.

    A release whose median shift exceeds one point is a major one.
    """
    write(as_lines(_diff(old, new, sample), None), None)


def _diff(old: str, new: str, sample: str) -> Iterator[str]:
    from newsgauge.core import annotate_many
    from newsgauge.errors import LabelsError
    from newsgauge.readers import read
    from newsgauge.reliability import scorecard
    from newsgauge.reliability.difference import MAJOR, Seen, differences

    models = scorecard.load(old), scorecard.load(new)
    pairs = zip(*(annotate_many(read([sample]), model=model) for model in models), strict=True)
    seen = [
        Seen(a.id, a.raw, b.raw, a.level or 0, b.level or 0, _slices(a))
        for a, b in pairs
        if a.raw is not None and b.raw is not None
    ]
    if not seen:
        raise LabelsError(f"{sample}: expected texts that both models can measure, found none")
    found = list(differences(seen))
    yield f"{'slice':<28}{'texts':>7}{'shift':>8}{'size':>8}{'largest':>9}{'rank':>7}{'flips':>8}"
    for one in found:
        yield (
            f"{one.name:<28}{one.texts:>7}{one.shift:>+8.2f}{one.size:>8.2f}{one.largest:>+9.1f}{one.rank:>7.3f}"
            f"{one.flips:>8.1%}"
        )
    yield f"median shift {found[0].shift:+.2f}: a {'major' if found[0].major else 'minor'} release (bound {MAJOR:g} point)"


def _slices(annotation: Annotation) -> dict[str, str]:
    """What a text is cut by: length, whether it may be scored, and the genre it reads like."""
    genre = max(annotation.genre, key=annotation.genre.__getitem__, default="unknown")
    return {"length": _length(annotation.n_words), "status": annotation.status, "genre": genre}


def _length(words: int) -> str:
    return "under 250 words" if words < 250 else "250 words and more"


@command.command("list", epilog="\b\nExamples:\n  newsgauge model list\n")
def list_() -> None:
    """List the models that ship: name, version, SHA-256."""
    write(as_lines(_listing(), None), None)


def _listing() -> Iterator[str]:
    from newsgauge.reliability import modelfile

    for name in modelfile.names():
        model = modelfile.load(name)
        yield f"{model.name}  {model.version}  {model.sha256}"
