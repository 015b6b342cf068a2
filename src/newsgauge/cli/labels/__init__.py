"""``newsgauge labels``: one file per group of commands."""

from __future__ import annotations

import click

from newsgauge.cli.labels import choosing, deriving, exchanging, judging

EXAMPLES = """\b
Examples:
  newsgauge labels codebook
  newsgauge labels annotate texts/ --annotator ann --to ann.jsonl
  newsgauge labels agreement ann.jsonl ben.jsonl
  newsgauge labels gold ann.jsonl --texts texts/ -o gold.jsonl
  newsgauge train gold.jsonl --out my-model
"""


@click.group("labels", epilog=EXAMPLES)
def command() -> None:
    """Judge texts by the codebook, see how annotators agree, and exchange labels with other tools."""


for one in (*judging.COMMANDS, *deriving.COMMANDS, *exchanging.COMMANDS, *choosing.COMMANDS):
    command.add_command(one)
