"""``newsgauge summary``."""

from __future__ import annotations

import click

from newsgauge.cli.output import as_lines, to_file, write

EXAMPLES = """\b
Examples:
  newsgauge summary scores/
  newsgauge summary scores.parquet --format html --output summary.html
  newsgauge summary scores/ --outlet paper.example --genre report
"""


@click.command("summary", epilog=EXAMPLES)
@click.argument("out", metavar="DIR|FILE")
@click.option("-f", "--format", "form", type=click.Choice(("table", "html")), default="table", show_default=True)
@click.option("--outlet", metavar="HOST", help="Open a row: this outlet's articles with their findings.")
@click.option("--day", metavar="YYYY-MM-DD", help="Open a row: this day's articles.")
@click.option("--genre", metavar="NAME", help="Open a row: articles of this genre.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="Most articles of an opened row.")
@to_file
def command(
    out: str, form: str, outlet: str | None, day: str | None, genre: str | None, limit: int, output: str | None
) -> None:
    """Summarise a table that `score --out` wrote: by outlet, by day, within a genre, by kind of finding.

    No blacklist: at least 30 articles of one genre, intervals, no order where they overlap, and every row opens its
    findings.
    """
    from newsgauge import summary

    if outlet or day or genre:
        if form == "html":
            raise click.UsageError("--format html is the whole summary; its rows open there")
        write(as_lines(summary.article_lines(summary.articles_of(out, outlet, day, genre, limit)), output), output)
        return
    found = summary.summarise(out)
    if form == "html":
        write(iter((summary.html_page(found).encode("utf-8", "replace"),)), output)
    else:
        write(as_lines(summary.summary_lines(found), output), output)
