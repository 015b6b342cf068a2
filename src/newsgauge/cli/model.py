"""``newsgauge model``."""

from __future__ import annotations

from collections.abc import Iterator

import click

from newsgauge.cli.output import as_lines, to_file, write

EXAMPLES = """\b
Examples:
  newsgauge model card
  newsgauge model list
  newsgauge model show
"""
_NAME = click.option("--model", metavar="NAME", help="A model by name or file  [default: the one that ships]")


@click.group("model", epilog=EXAMPLES)
def command() -> None:
    """Show the model that turns features into items and a score."""


@command.command("card", epilog="\b\nExamples:\n  newsgauge model card --output MODEL_CARD.md\n")
@_NAME
@to_file
def card(model: str | None, output: str | None) -> None:
    """Print the model card (Markdown): what it was fitted on, how good it is, where it fails."""
    from newsgauge.reliability import card, scorecard

    loaded = scorecard.load(model) if model else scorecard.load()
    write(as_lines(iter((card.render(loaded).rstrip("\n"),)), output), output)


@command.command("show", epilog="\b\nExamples:\n  newsgauge model show\n")
@_NAME
@to_file
def show(model: str | None, output: str | None) -> None:
    """Print the model file itself: every table, readable JSON."""
    from newsgauge.reliability import modelfile

    # Read, checked and written again: byte for byte the file, or an error that says what doesn't fit.
    write(iter((modelfile.dumps(modelfile.load(model) if model else modelfile.load()),)), output)


@command.command("list", epilog="\b\nExamples:\n  newsgauge model list\n")
def list_() -> None:
    """List the models that ship: name, version, SHA-256."""
    write(as_lines(_listing(), None), None)


def _listing() -> Iterator[str]:
    from newsgauge.reliability import modelfile

    for name in modelfile.names():
        model = modelfile.load(name)
        yield f"{model.name}  {model.version}  {model.sha256}"
