"""``newsgauge sources``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from newsgauge.cli.gate import Gate
from newsgauge.cli.inputs import Inputs, annotated, configuration, reads_articles
from newsgauge.cli.output import Target, as_lines, columns, write, writes

if TYPE_CHECKING:
    from newsgauge.article import Annotation

EXAMPLES = """\b
Examples:
  newsgauge sources article.txt
  newsgauge sources folder/ --format csv --output sources.csv
"""


@click.command("sources", epilog=EXAMPLES)
@writes("text", "csv")
@reads_articles
@click.pass_context
def command(ctx: click.Context, inputs: Inputs, target: Target) -> None:
    """List who is quoted: the kind of source, how often, about what, and on which way it came here.

    Relayed words show their chain, such as Ann Vale → Radio Harrowmere → this page. First-hand means that the text names
    no medium in between; whether it spoke to the source can't be seen.
    """
    passing = Gate()
    stream = (one for one in passing.watch(annotated(inputs, configuration(inputs))) if one.status != "failed")
    write(_csv(stream) if target.form == "csv" else as_lines(_text(stream, target), target.path), target.path)
    ctx.exit(passing.close())


def _csv(stream: Iterable[Annotation]) -> Iterator[bytes]:
    from newsgauge.report.ledger import COLUMNS, csv_line, ledger_rows

    yield csv_line(COLUMNS)
    for annotation in stream:
        for row in ledger_rows(annotation):
            yield csv_line(row)


def _text(stream: Iterable[Annotation], target: Target) -> Iterator[str]:
    from newsgauge.report.ledger_lines import ledger_lines

    wide = columns(target.width)
    for index, annotation in enumerate(stream):
        if index:
            yield ""
        yield from ledger_lines(annotation, wide)
