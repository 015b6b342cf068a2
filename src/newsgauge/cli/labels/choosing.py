"""What to label next, and what it would buy: ``suggest``, ``curve``."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgauge.cli.labels.options import ANY
from newsgauge.cli.output import as_lines, to_file, write
from newsgauge.report.visible import one_line

if TYPE_CHECKING:
    from newsgauge.labels.suggest import Floats, Suggestion
    from newsgauge.labels.texts import Text
    from newsgauge.labels.weak import Performance, Votes

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
        yield f"{ranks}  {one.text.id:<11}{one_line(one.text.outlet or '-')[:23]:<24} {one_line(one.text.name)}"


@click.command("curve", epilog="\b\nExamples:\n  newsgauge labels curve gold.jsonl\n")
@click.argument("labels", type=ANY, metavar="GOLD.jsonl|DIR")
@click.option("--draws", type=click.IntRange(1), default=3, show_default=True, metavar="N", help="Draws for each size.")
@click.option("--suggested", is_flag=True, help="Whether choosing by suggest would have beaten chance, instead.")
@to_file
def curve(labels: Path, draws: int, suggested: bool, output: str | None) -> None:
    """Show what more labels would buy: rank correlation on unseen outlets, with ever more of the labels.

    With --suggested, 60 texts at random are followed by 100 more, at random or as suggest would have it.
    """
    write(as_lines(_trial(labels, draws) if suggested else _curve(labels, draws), output), output)


def _trial(labels: Path, draws: int) -> Iterator[str]:
    from newsgauge.labels import measuring
    from newsgauge.labels.trial import BEGIN, MORE, trial

    found = trial(*measuring.trainable(labels), draws=draws)
    yield f"Spearman on unseen outlets with {BEGIN} texts {found.begun:.3f}"
    yield f"{MORE} more at random {found.random:.3f}, by suggest {found.suggested:.3f}"
    yield f"difference {found.difference:+.3f}, standard error {found.error:.3f}"


def _curve(labels: Path, draws: int) -> Iterator[str]:
    from newsgauge.labels import measuring
    from newsgauge.labels.curve import curve as learnt

    matrix, specs, gold, _ = measuring.trainable(labels)
    found = learnt(matrix, specs, gold, draws=draws)
    yield f"{'texts':>6}{'Spearman on unseen outlets':>29}{'spread':>8}"
    for point in found.points:
        yield f"{point.texts:>6.0f}{point.value:>29.2f}{point.spread:>8.2f}"
    if not found.expected:
        yield "More texts didn't make it better here; no guess at what more would buy."
    for texts, value in found.expected:
        yield f"{texts:>6}{value:>29.2f}   expected by a power law through the points: a guess"


@click.command("weak", epilog="\b\nExamples:\n  newsgauge labels weak stories.jsonl --gold gold.jsonl -o weak.jsonl\n")
@click.argument("paths", nargs=-1, type=ANY, metavar="[TEXTS]...")
@click.option("--gold", type=ANY, metavar="FILE|DIR", help="Gold to choose by, as train reads it.")
@to_file
def weak(paths: tuple[Path, ...], gold: Path | None, output: str | None) -> None:
    """Guess by small functions whether texts are sound, and show how the functions cover and contradict each other.

    --output gets one line per text of TEXTS with a probability and the votes: weak labels, no judgements. Votes are combined by
    majority; by the label model only if it beats majority on --gold.
    """
    if not paths and gold is None:
        raise click.UsageError("name texts, or --gold FILE|DIR to see how the functions do")
    rows, shown = _weak(paths, gold)
    for line in shown:
        click.echo(line, err=output is None and bool(paths))
    if paths:
        from newsgauge.labels.rows import lines

        write(as_lines(lines(rows), output), output)


def _weak(paths: Sequence[Path], gold: Path | None) -> tuple[list[dict[str, object]], list[str]]:
    """Rows of weak labels for texts, and lines about the functions: on gold where it is given, else on the texts."""
    import numpy as np

    from newsgauge.labels import measuring, weak
    from newsgauge.labels.texts import read_texts

    texts = read_texts(paths).all if paths else []
    known = measuring.judged(gold) if gold is not None else None
    cast = weak.votes([*measuring.annotated(texts), *(known.annotations if known else ())])
    if known is None:
        shown = [*_functions(weak.performances(cast)), "combined by: majority (no gold to choose by)"]
        return _weak_rows(texts, weak.majority(cast), cast), shown
    behind = np.arange(len(texts), len(cast))
    found = weak.combined(cast, known.sound, known.groups, behind)
    figures = {"majority": found.majority, "label model": found.model, "label model less majority": found.difference}
    shown = _functions(weak.performances(cast[behind], gold=known.sound))
    shown += [f"AUC on gold, {name}: {e.value:.3f} ({e.low:.3f} to {e.high:.3f})" for name, e in figures.items()]
    return _weak_rows(texts, found.probability, cast), [*shown, f"combined by: {found.way}"]


def _functions(found: Sequence[Performance]) -> list[str]:
    lines = [f"{'function':<20}{'votes':>7}{'overlaps':>10}{'conflicts':>11}{'right':>7}"]
    for one in found:
        right = "-" if math.isnan(one.right) else f"{one.right:.2f}"
        lines.append(
            f"{one.name:<20}{one.coverage:>7.2f}{one.overlap:>10.2f}{one.conflict:>11.2f}{right:>7}  {one.what}"
        )
    return lines


def _weak_rows(texts: Sequence[Text], probability: Floats, cast: Votes) -> list[dict[str, object]]:
    from newsgauge.labels import weak

    names = [one.name for one in weak.FUNCTIONS]
    return [
        {
            "id": text.id,
            "sha256": text.sha256,
            "weak_probability_sound": round(float(p), 4),
            "votes": {name: int(vote) for name, vote in zip(names, line, strict=True) if vote != weak.ABSTAIN},
        }
        for text, p, line in zip(texts, probability, cast, strict=False)  # behind the texts stands gold
    ]


COMMANDS = (suggest, curve, weak)
