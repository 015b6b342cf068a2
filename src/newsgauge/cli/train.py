"""``newsgauge train``."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import click

from newsgauge.cli.output import as_lines, write

EXAMPLES = """\b
Examples:
  newsgauge train my_labels.jsonl --out my-model
  newsgauge train --labels labels/ --corpora corpora/ --ship
  newsgauge train --corpora corpora/ --check --only loaded
"""
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("train", epilog=EXAMPLES)
@click.argument("file", metavar="[LABELS.jsonl]", required=False, type=_FILE)
@click.option("--labels", type=_FOLDER, help="Folder with texts.jsonl.gz and judgements.jsonl.gz.")
@click.option("--texts", type=_FILE, help="The texts, where LABELS.jsonl holds judgements alone.")
@click.option("--corpora", type=_FOLDER, help="Learn the word tables anew first, from this folder.")
@click.option("--without", multiple=True, metavar="NAME", help="Leave a table out (loaded, clickbait …); may repeat.")
@click.option("--only", multiple=True, metavar="NAME", help="This table alone, and no model; may repeat.")
@click.option(
    "--check", is_flag=True, help="Write nothing: exit 1 unless the tables that ship are what --corpora gives."
)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Folder for model.json; made if absent.")
@click.option("--ship", is_flag=True, help="Write over the tables and the model of this installation.")
@click.option("--name", default="mine", show_default=True, help="Name of the model.")
@click.option("--version", "version", default="1", show_default=True, help="Version of the model.")
@click.option("--allow-leaks", is_flag=True, help="Go on where texts stand on both sides of a split, and say so.")
@click.option("--seed", default=0, show_default=True, metavar="N", help="Seed of splits and fits.")
def command(
    file: Path | None,
    labels: Path | None,
    texts: Path | None,
    corpora: Path | None,
    without: tuple[str, ...],
    only: tuple[str, ...],
    check: bool,
    out: Path | None,
    ship: bool,
    name: str,
    version: str,
    allow_leaks: bool,
    seed: int,
) -> None:
    """Fit a scorecard on labelled texts, split by outlet, and write it as readable JSON with its figures.

    Each line of LABELS.jsonl holds a text, the codebook's items and reliability; outlet and genre are welcome. With
    --corpora the learnt word tables are made anew (--ship is needed: they are part of the installation). Needs
    scikit-learn, which scoring never imports. The same data and seed give the same bytes.
    """
    if check:
        _check(corpora, labels, only)
        return
    place = None if only else labels or file
    if place is None and corpora is None:
        raise click.UsageError("name LABELS.jsonl, --labels DIR or --corpora DIR")
    if corpora is not None and not ship:
        raise click.UsageError("--corpora makes the tables of this installation anew: say --ship to write over them")
    if place is not None and out is None and not ship:
        raise click.UsageError("name --out DIR for the model, or --ship")
    if corpora is not None:
        write(as_lines(_tables(corpora, labels, without, only), None), None)
    if place is not None:
        write(as_lines(_model(place, texts, _folder(out, name), name, version, seed, allow_leaks), None), None)
    if corpora is not None and labels is not None and not only:
        from newsgauge.cli.measuring import kept

        write(as_lines(kept(name, corpora, labels), None), None)


def _folder(out: Path | None, name: str) -> Path:
    return out or Path(str(files("newsgauge.reliability"))) / "models" / name


def _check(corpora: Path | None, labels: Path | None, only: tuple[str, ...]) -> None:
    from newsgauge.evaluation.shipping import check

    if corpora is None:
        raise click.UsageError("--check compares with what --corpora DIR gives: name it")
    differ = 0
    for one in check(corpora, labels, only):
        click.echo(f"{one.file:<18} {'the same' if one.same else one.note}")
        differ += not one.same
    if differ:
        raise click.exceptions.Exit(1)


def _tables(corpora: Path, labels: Path | None, without: tuple[str, ...], only: tuple[str, ...]) -> Iterator[str]:
    from newsgauge.evaluation.shipping import ship

    for table, size in ship(corpora, labels, without, only):
        yield f"{table:<18} {size / 1024:7.0f} KiB"


def _model(
    place: Path, texts: Path | None, out: Path, name: str, version: str, seed: int, allow_leaks: bool
) -> Iterator[str]:
    from newsgauge.errors import LabelsError
    from newsgauge.impressions import Impressions
    from newsgauge.reliability import card, leaks, modelfile, train
    from newsgauge.reliability.fitting import Settings
    from newsgauge.reliability.words import LEAST

    found = train.read_labels(place, texts, join=not allow_leaks)
    shipped = modelfile.load().table if len(found) < LEAST else None
    leaking = leaks.leaks(found, shipped if isinstance(shipped, Impressions) else None)
    if leaking and not allow_leaks:
        raise LabelsError(f"{place}: {'; '.join(leaking)} (or say --allow-leaks)")
    if wrong := leaks.too_few(found):
        raise LabelsError(f"{place}: {wrong}")
    for line in (*leaking, *leaks.warnings(found)):
        yield f"warning: {line}"
    data = "--labels DIR" if place.is_dir() else "LABELS.jsonl"
    command = f"newsgauge train {data} --name {name} --version {version} --seed {seed} --out DIR"
    model = train.train_on(found, Settings(seed=seed), name=name, version=version, command=command)
    yield f"{train.write(model, out)}: {name} {version}, {model.sha256}"
    yield ""
    yield card.render(model)
