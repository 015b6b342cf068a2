"""``newsgauge features``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from newsgauge.cli.gate import Gate
from newsgauge.cli.inputs import Inputs, annotated, configuration, reads_articles
from newsgauge.cli.output import Target, as_lines, columns, write, writes
from newsgauge.cli.progress import watched

if TYPE_CHECKING:
    from newsgauge.article import Annotation
    from newsgauge.features import Feature

COLUMNS = ("id", "place", "feature", "family", "item", "value", "unit", "direction", "unmeasured")
EXAMPLES = """\b
Examples:
  newsgauge features article.txt
  newsgauge features stories.jsonl --format csv --output features.csv
"""


@click.command("features", epilog=EXAMPLES)
@writes("table", "json", "csv", narrowest=80)
@reads_articles
@click.pass_context
def command(ctx: click.Context, inputs: Inputs, target: Target) -> None:
    """List every measured feature with its value, its unit, and what more of it does to the score.

    What could not be measured is unknown, with its reason, and never 0. CSV has one row per article and feature; JSON
    is an array of such rows. For one row per article take `newsgauge score --format csv`.
    """
    from newsgauge.features import CATALOGUE

    config = configuration(inputs)
    passing = Gate()
    stream = passing.watch(watched(annotated(inputs, config), inputs.count(), inputs.progress))
    if target.form == "table":
        write(as_lines(_tables(stream, CATALOGUE, columns(target.width)), target.path), target.path)
    else:
        rows = (row for annotation in stream for row in _rows(annotation, CATALOGUE))
        write(_csv(rows) if target.form == "csv" else _json(rows), target.path)
    ctx.exit(passing.close())


def _tables(stream: Iterable[Annotation], catalogue: tuple[Feature, ...], width: int) -> Iterator[str]:
    from newsgauge.report.features import feature_table

    for index, annotation in enumerate(stream):
        if index:
            yield ""
        yield from feature_table(annotation, catalogue, width)


Row = tuple[str, str, str, str, str, float | None, str, int, str | None]


def _rows(annotation: Annotation, catalogue: tuple[Feature, ...]) -> Iterator[Row]:
    from newsgauge.report.wording import known

    a = annotation
    for f in catalogue:
        value = known(a.features.get(f.name))
        reason = None if value is not None else a.unmeasured.get(f.name, a.reason)
        yield a.id, a.place, f.name, f.family, f.item, value, f.unit, f.direction, reason


def _json(rows: Iterable[Row]) -> Iterator[bytes]:
    from newsgauge.writers import encode

    opening = b"[\n"
    for row in rows:
        yield opening + encode(dict(zip(COLUMNS, row, strict=True)))
        opening = b",\n"
    yield b"[]\n" if opening == b"[\n" else b"\n]\n"


def _csv(rows: Iterable[Row]) -> Iterator[bytes]:
    from newsgauge.writers.table import line_of, safe

    yield line_of(COLUMNS)
    for row in rows:
        yield line_of([safe(cell) if isinstance(cell, str) else cell for cell in row])
