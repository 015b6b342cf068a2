"""``newsgauge score``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from newsgauge.cli.forms import data
from newsgauge.cli.gate import gate, gated
from newsgauge.cli.inputs import Inputs, annotated, configuration, reads_articles
from newsgauge.cli.objecting import shows_objections, with_objections_in
from newsgauge.cli.output import Target, colour_wanted, columns, page, pages, write, writes
from newsgauge.cli.progress import watched
from newsgauge.cli.scaled import Scaled, at_scale, refuse_beside_out, score_into

if TYPE_CHECKING:
    from newsgauge.article import Annotation

EXAMPLES = """\b
Examples:
  newsgauge score article.txt
  newsgauge score folder/ --format csv --output scores.csv
  newsgauge score stories.jsonl --text-field body --format jsonl
  cat article.txt | newsgauge score - --fail-under 40
  newsgauge score crawl.warc.gz --out scores/ --workers 8
  newsgauge score stories.jsonl.gz --out scores.parquet --workers 2
"""


@click.command("score", epilog=EXAMPLES)
@writes("table", "json", "jsonl", "csv", "html", "sarif")
@click.option("--with-text", is_flag=True, help="Let the text travel along in json, jsonl and csv.")
@shows_objections
@pages
@reads_articles
@gated
@at_scale
@click.pass_context
def command(
    ctx: click.Context,
    inputs: Inputs,
    target: Target,
    with_text: bool,
    fail_under: float | None,
    fail_on: tuple[str, ...],
    scaled: Scaled,
    objections: str | None,
    pager: bool,
) -> None:
    """Score articles: one row each, in the order given.

    PATH is a text or HTML file, JSONL, CSV, a folder, or - for standard input. JSON is always an array. An input that
    fails is a row with its reason; the rest goes on, and the exit code is 3.

    With --out, PATH may be as large as a crawl (also WARC, Parquet and addresses such as s3://bucket/*.parquet): parts are
    written as they are ready, and the same command continues after any stop.
    """
    config = configuration(inputs)
    if scaled.out is not None:
        refuse_beside_out(ctx, target, fail_under, fail_on)
        ctx.exit(score_into(scaled, inputs, config, target.form, with_text))
    scaled.refuse_without_out()
    passing = gate(config, config.thresholds["fail_under"] if fail_under is None else fail_under, fail_on)
    watching = passing.watch(watched(annotated(inputs, config), inputs.count(), inputs.progress))
    stream = with_objections_in(objections, watching)
    if target.form == "table":
        page(_table(stream, target), target, pager)
    else:
        write(data(target.form, stream, with_text, inputs.model), target.path)
    ctx.exit(passing.close())


def _table(stream: Iterable[Annotation], target: Target) -> Iterator[str]:
    from newsgauge.report import score_table

    return score_table(stream, columns(target.width), colour_wanted(target.path))
