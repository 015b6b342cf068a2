"""``newsgauge schema``."""

from __future__ import annotations

import click

from newsgauge.cli.output import to_file, write

EXAMPLES = """\b
Examples:
  newsgauge schema
  newsgauge schema --output annotation-1.json
"""


@click.command("schema", epilog=EXAMPLES)
@to_file
def command(output: str | None) -> None:
    """Print the JSON Schema (draft 2020-12) of what --format json and jsonl write."""
    from newsgauge.schema import annotation_schema

    write(iter((annotation_schema().encode(),)), output)
