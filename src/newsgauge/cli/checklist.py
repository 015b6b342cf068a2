"""``newsgauge checklist``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from newsgauge.cli.gate import Gate
from newsgauge.cli.inputs import Inputs, annotated, configuration, reads_articles
from newsgauge.cli.output import Target, as_lines, write, writes

if TYPE_CHECKING:
    from newsgauge.article import Annotation

EXAMPLES = """\b
Examples:
  newsgauge checklist article.txt
  newsgauge checklist article.txt --format html --output checklist.html
  newsgauge checklist folder/ --format csv
"""


@click.command("checklist", epilog=EXAMPLES)
@writes("md", "csv", "html")
@reads_articles
@click.pass_context
def command(ctx: click.Context, inputs: Inputs, target: Target) -> None:
    """List every name, figure, date, superlative and quotation in reading order, each with a box to tick.

    Each comes with its sentence, its source and how far that is from the origin: one step where a source says it to this
    page, two where another medium stands between. A name said again is listed once.
    """
    passing = Gate()
    stream = (one for one in passing.watch(annotated(inputs, configuration(inputs))) if one.status != "failed")
    write(_written(stream, target), target.path)
    ctx.exit(passing.close())


def _written(stream: Iterable[Annotation], target: Target) -> Iterator[bytes]:
    from newsgauge import checklist

    if target.form == "csv":
        return checklist.checklist_csv(stream)
    if target.form == "html":
        return iter((checklist.checklist_html(list(stream)).encode("utf-8", "replace"),))
    return as_lines(checklist.checklist_markdown(stream), target.path)
