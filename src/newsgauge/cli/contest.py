"""``newsgauge contest``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgauge.cli.inputs import Inputs, annotated, configuration, reads_articles
from newsgauge.cli.objecting import FILE, objections_in
from newsgauge.cli.program import FAILED_GATE
from newsgauge.report.visible import one_line

if TYPE_CHECKING:
    from newsgauge.article import Verdict

CHECK = "check"
EXAMPLES = """\b
Examples:
  newsgauge contest effa96c2 article.txt --reason "Her own word."
  newsgauge contest effa96c article.txt --reason "Agreed." --verdict upheld
  newsgauge contest check article.txt
"""


@click.command("contest", epilog=EXAMPLES)
@click.argument("identity", metavar="ID|check")
@reads_articles
@click.option("--reason", metavar="TEXT", help="Why the finding is wrong, in a sentence.")
@click.option(
    "--verdict",
    type=click.Choice(("open", "upheld", "dismissed")),
    default="open",
    show_default=True,
    help="What the desk decided.",
)
@click.option("--by", default="", metavar="NAME", help="Who objects or decides.")
@click.option("--objections", metavar="FILE", help=f"Where objections are kept  [default: {FILE}]")
@click.pass_context
def command(
    ctx: click.Context,
    identity: str,
    inputs: Inputs,
    reason: str | None,
    verdict: Verdict,
    by: str,
    objections: str | None,
) -> None:
    """Object to a finding: a right of reply that reports print beside it.

    ID is a finding's id, as reports show it, or its beginning. The objection is a line of JSON with the text's SHA-256,
    the finding's id, kind, rule and offsets, the reason and the date, and no word of the text. With check for the ID,
    the articles are read again, and findings that are still made although an objection to them was upheld are
    printed, with exit code 1: a test that they must not fire.
    """
    if identity == CHECK:
        ctx.exit(_check(inputs, objections))
    if not reason:
        raise click.UsageError("say why: --reason TEXT")
    _object(identity, inputs, reason, verdict, by, Path(objections or FILE))


def _object(identity: str, inputs: Inputs, reason: str, verdict: Verdict, by: str, place: Path) -> None:
    from newsgauge.errors import ObjectionError
    from newsgauge.objections import append, object_to

    problem: ObjectionError | None = None
    for annotation in annotated(inputs, configuration(inputs)):
        if annotation.status == "failed":
            raise ObjectionError(f"{annotation.place or annotation.id}: {annotation.reason}")
        try:
            one = object_to(annotation, identity, reason, verdict=verdict, by=by)
        except ObjectionError as error:
            problem = error
            continue
        append(place, one)
        words = one_line(annotation.text[one.start : one.end])
        click.echo(f"{place}: {one.verdict} objection to {one.finding}, {one.rule}: “{words}”")
        return
    raise problem or ObjectionError("no article to look in")


def _check(inputs: Inputs, objections: str | None) -> int:
    from newsgauge.objections import overruled

    kept = objections_in(objections)
    count = 0
    for annotation, one in overruled(annotated(inputs, configuration(inputs)), kept):
        count += 1
        words = one_line(annotation.text[one.start : one.end])
        click.echo(
            f"{annotation.place or annotation.id}: {one.rule} still fires on “{words}” ({one.finding}): {one.words}"
        )
    upheld = sum(1 for one in kept if one.verdict == "upheld")
    click.echo(f"{count} of {upheld} upheld objections still fire.", err=True)
    return FAILED_GATE if count else 0
