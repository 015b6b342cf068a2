"""``newsgauge evaluate``: the figures behind every claim, from data the user names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgauge.cli import measuring
from newsgauge.cli.output import as_lines, write

if TYPE_CHECKING:
    from newsgauge.evaluation.spans import Tally

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
EXAMPLES = """\b
Examples:
  newsgauge evaluate cue --corpora ../shared/corpora
  newsgauge evaluate all --corpora ../shared/corpora --json
  newsgauge evaluate gate --corpora ../shared/corpora
  newsgauge evaluate seeds ../shared/seeds
"""


@click.group("evaluate", cls=measuring.Tasks, epilog=EXAMPLES)
def command() -> None:
    """Measure newsgauge against marked texts and corpora; labels/README.md says where to get them."""


command.add_command(measuring.everything)
command.add_command(measuring.gate)


@command.command("seeds", epilog="\b\nExamples:\n  newsgauge evaluate seeds ../shared/seeds\n")
@click.argument("folder", type=_FOLDER)
def seeds(folder: Path) -> None:
    """Compare with articles marked by hand: FOLDER holds the texts and gold.jsonl."""
    write(as_lines(_seeds(folder), None), None)


def _seeds(folder: Path) -> Iterator[str]:
    from newsgauge.evaluation.spans import ANSWERS, CLEAR, NOTHING, seeds

    totals = dict.fromkeys(ANSWERS, NOTHING)
    found = marked = 0
    for report in seeds(folder):
        a = report.annotation
        items = "  ".join(f"{name} {value:.1f}" for name, value in a.items.items() if value is not None)
        score = "abstained" if a.score is None else f"score {a.score:.0f}, level {a.level}"
        yield f"{report.id}: {score} ({'inside' if report.level_in_band else 'OUTSIDE'} the band)   {items}"
        yield f"  deductions {_points(report.deductions)}; expected {', '.join(report.expected['weakness']) or 'none'}"
        yield f"  strengths  {_points(report.strengths)}; expected {', '.join(report.expected['strength']) or 'none'}"
        yield f"  loaded words in quotations kept out of the author's voice: {'yes' if report.quoted_kept else 'NO'}"
        for label, one in report.tallies.items():
            totals[label] += one
        found, marked = found + report.attributions_found, marked + report.attributions_marked
    yield ""
    yield f"{'label':<12}{'spans found':>14}{'recall':>8}{'token F1':>10}"
    shown = {label: one for label, one in totals.items() if one.marked}
    for label, one in shown.items():
        yield f"{label:<12}{one.found:>8} of {one.marked:<3}{one.recall:>7.2f}{one.f1:>10.2f}"
    clear = [totals[label] for label in CLEAR]
    pooled = sum(shown.values(), start=NOTHING)
    yield f"clear spans  {sum(t.found for t in clear):>7} of {sum(t.marked for t in clear)}"
    yield f"attributions {found:>7} of {marked}"
    yield f"pooled token F1 {pooled.f1:.3f}"


def _points(points: Mapping[str, float]) -> str:
    return ", ".join(f"{family} {value:+.1f}" for family, value in list(points.items())[:5]) or "none"


@command.command("spans", epilog="\b\nExamples:\n  newsgauge evaluate spans ../shared/labels\n")
@click.argument("folder", type=_FOLDER)
def spans(folder: Path) -> None:
    """Recall of the spans in FOLDER/judgements.jsonl.gz: the most telling ones were marked, not all."""
    write(as_lines(_spans(folder), None), None)


def _spans(folder: Path) -> Iterator[str]:
    from newsgauge.evaluation.spans import NOTHING, labelled

    totals: dict[str, Tally] = {}
    for label, one, _ in labelled(folder):
        totals[label] = totals.get(label, NOTHING) + one
    yield f"{'label':<12}{'spans found':>16}{'recall':>8}"
    for label, one in sorted(totals.items(), key=itemgetter(0)):
        yield f"{label:<12}{one.found:>9} of {one.marked:<4}{one.recall:>7.2f}"


@command.command(
    "tables",
    epilog="\b\nExamples:\n  newsgauge evaluate tables --corpora ../shared/corpora --labels ../shared/labels\n",
)
@click.option("--corpora", type=_FOLDER, help="Folder with the development corpora.")
@click.option("--labels", type=_FOLDER, help="Folder with texts.jsonl.gz and judgements.jsonl.gz (genre).")
def tables(corpora: Path | None, labels: Path | None) -> None:
    """Held-out figures of the learnt tables: folds by article, outlet, host; later years for translation."""
    if corpora is None and labels is None:
        raise click.UsageError("name --corpora DIR, --labels DIR or both")
    write(as_lines(_tables(corpora, labels), None), None)


def _tables(corpora: Path | None, labels: Path | None) -> Iterator[str]:
    from newsgauge.evaluation.tables import all_figures

    yield f"{'table':<13}{'part':<15}{'measure':<28}{'value':>7}{'n':>8}"
    for figure in all_figures(corpora, labels):
        yield f"{figure.table:<13}{figure.part:<15}{figure.measure:<28}{figure.value:>7.3f}{figure.n:>8}"


@command.command("firing", epilog="\b\nExamples:\n  newsgauge evaluate firing --corpora ../shared/corpora\n")
@click.option("--corpora", type=_FOLDER, required=True, help="Folder with reference_bbc and articles.")
@click.option("--write", "store", is_flag=True, help="Store the rates in the package, where `explain` shows them.")
def firing(corpora: Path, store: bool) -> None:
    """Findings per 10,000 words of edited news, by rule."""
    from newsgauge.evaluation import firing as counting

    rates, words = counting.count(corpora)
    if store:
        from newsgauge import lexicons

        counting.write(Path(lexicons.__file__).parent / "firing_rates.tsv", rates, words)
    lines = [f"{rate:>9.2f}  {name}" for name, rate in sorted(rates.items(), key=lambda item: -item[1])]
    write(as_lines(iter((f"findings per 10,000 words over {words} words of edited news", *lines)), None), None)
