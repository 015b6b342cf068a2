"""``newsgauge annotate``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from newsgauge.cli.forms import data, one_or_many
from newsgauge.cli.gate import gate, gated
from newsgauge.cli.inputs import Inputs, annotated, configuration, reads_articles
from newsgauge.cli.objecting import shows_objections, with_objections_in
from newsgauge.cli.output import Target, colour_wanted, columns, page, pages, write, writes
from newsgauge.cli.progress import watched

if TYPE_CHECKING:
    from newsgauge.article import Annotation

EXAMPLES = """\b
Examples:
  newsgauge annotate article.txt
  newsgauge annotate article.txt --format lines
  newsgauge annotate page.html --format html --output report.html
  newsgauge annotate article.txt --ignore residue --fail-on loaded_wording
  newsgauge annotate article.txt --advice
"""


@click.command("annotate", epilog=EXAMPLES)
@writes("text", "lines", "json", "jsonl", "html", "sarif", "csv")
@click.option("--without-text", is_flag=True, help="Leave the text out of json, jsonl and csv.")
@click.option("--advice", is_flag=True, help="Name reporting acts that would improve the text, instead of marking it.")
@click.option("--points", is_flag=True, help="With --advice: what each costs now.")
@shows_objections
@pages
@reads_articles
@gated
@click.pass_context
def command(
    ctx: click.Context,
    inputs: Inputs,
    target: Target,
    without_text: bool,
    advice: bool,
    points: bool,
    fail_under: float | None,
    fail_on: tuple[str, ...],
    objections: str | None,
    pager: bool,
) -> None:
    """Show a text with its findings, its sources and the reasons for its score.

    The text is marked, with a note for each mark: beside it from 110 columns on, under each paragraph below that. With
    --format lines there is one finding a line, place:line:column: kind: note. JSON is one object for one article and
    an array for several.
    """
    config = configuration(inputs)
    passing = gate(config, fail_under, fail_on)
    watching = passing.watch(watched(annotated(inputs, config), inputs.count(), inputs.progress))
    stream = with_objections_in(objections, watching)
    if advice or points:
        if not advice or target.form != "text":
            raise click.UsageError("--points goes with --advice, and --advice with --format text")
        page(_advice(stream, target, points), target, pager)
    elif target.form in ("text", "lines"):
        lines = _views(stream, target) if target.form == "text" else _lines(stream)
        page(lines, target, pager)
    elif target.form == "json":
        write(one_or_many(stream, not without_text), target.path)
    else:
        write(data(target.form, stream, not without_text, inputs.model), target.path)
    ctx.exit(passing.close())


def _views(stream: Iterable[Annotation], target: Target) -> Iterator[str]:
    from newsgauge.report import annotate_view

    wide, colour = columns(target.width), colour_wanted(target.path)
    for index, annotation in enumerate(stream):
        if index:
            yield "\n" + "═" * wide
        yield annotate_view(annotation, wide, colour).removesuffix("\n")


def _advice(stream: Iterable[Annotation], target: Target, points: bool) -> Iterator[str]:
    from newsgauge.article import LIMIT
    from newsgauge.report.advice import advice_lines

    width = columns(target.width)
    for annotation in stream:
        score = f"score {annotation.score:.0f}" if annotation.score is not None else f"no score: {annotation.reason}"
        yield f"{annotation.place or annotation.id}: {score}"
        yield LIMIT
        if annotation.status != "failed":
            yield from advice_lines(annotation, width, points)
        yield ""


def _lines(stream: Iterable[Annotation]) -> Iterator[str]:
    from newsgauge.report import finding_lines

    for annotation in stream:
        yield from finding_lines(annotation)
