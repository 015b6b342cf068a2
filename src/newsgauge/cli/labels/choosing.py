"""What to label next, and what it would buy: ``suggest``, ``curve``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgauge.cli.labels.options import ANY
from newsgauge.cli.output import as_lines, to_file, write

if TYPE_CHECKING:
    from newsgauge.labels.suggest import Suggestion

_LABELS = click.option("--labels", type=ANY, metavar="FILE|DIR", help="What is labelled already, as train reads it.")


@click.command(
    "suggest", epilog="\b\nExamples:\n  newsgauge labels suggest stories.jsonl --labels gold.jsonl --count 20\n"
)
@click.argument("paths", nargs=-1, required=True, type=ANY, metavar="TEXTS...")
@_LABELS
@click.option("--count", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="How many.")
@click.option("-f", "--format", "form", type=click.Choice(("table", "jsonl")), default="table", show_default=True)
@to_file
def suggest(paths: tuple[Path, ...], labels: Path | None, count: int, form: str, output: str | None) -> None:
    """Rank unlabelled texts by what a label would tell: uncertainty, disagreement, novelty, from many outlets.

    Texts that are labelled already, and near-duplicates of one suggested, are left out. --format jsonl gives the texts
    themselves, for `labels annotate` and `labels packet`; the program's opinion of them is not in it.
    """
    from newsgauge.labels.rows import lines

    found = _suggested(paths, labels, count)
    shown = lines(one.text.row() for one in found) if form == "jsonl" else _table(found)
    write(as_lines(shown, output), output)


def _suggested(paths: Sequence[Path], labels: Path | None, count: int) -> list[Suggestion]:
    from newsgauge.labels import measuring
    from newsgauge.labels.suggest import rank, views
    from newsgauge.labels.texts import read_texts

    known, done = measuring.labelled(labels) if labels else (None, frozenset[str]())
    texts = [text for text in read_texts(paths).all if text.sha256 not in done]
    found = measuring.candidates(texts)
    return rank(found.texts, views(found.matrix, found.uncertainty, known), count) if found.texts else []


def _table(found: Sequence[Suggestion]) -> Iterator[str]:
    yield f"{'worth':>5} {'unsure':>7} {'disagree':>9} {'new':>5}  {'id':<11}{'outlet':<24} name"
    for one in found:
        ranks = f"{one.worth:>5.2f} {one.uncertainty:>7.2f} {one.disagreement:>9.2f} {one.novelty:>5.2f}"
        yield f"{ranks}  {one.text.id:<11}{(one.text.outlet or '-')[:23]:<24} {one.text.name}"


COMMANDS = (suggest,)
