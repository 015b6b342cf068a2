"""``newsgauge train``."""

from __future__ import annotations

import click

EXAMPLES = """\b
Examples:
  newsgauge train judgements.jsonl --texts texts.jsonl --out my-model
"""


@click.command("train", epilog=EXAMPLES)
@click.argument("labels", metavar="LABELS")
@click.option("--texts", required=True, metavar="FILE", help="The texts the labels are about, JSONL.")
@click.option("--out", required=True, metavar="DIR", help="Folder for model.json; made if absent.")
@click.option("--seed", default=0, show_default=True, metavar="N", help="Seed of splits and fits.")
def command(labels: str, texts: str, out: str, seed: int) -> None:
    """Fit a model on labels of your own, split by outlet, and write it as readable JSON.

    Needs scikit-learn, which scoring never imports.
    """
    from newsgauge.reliability import train

    train.train(labels, texts=texts, out=out, seed=seed)
