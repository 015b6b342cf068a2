"""Imported by the process that workers are forked from: importing it is its work.

Tables, lexicons and the model are read once; workers share the pages until somebody writes to them, and nobody does.
"""

import gc
from contextlib import suppress

from newsgauge.core import annotate
from newsgauge.examples import example_path


def _touch() -> None:
    with open(example_path(), encoding="utf-8") as file:
        annotate(file.read())
    with suppress(ImportError):  # JSON lines are written without it
        import pyarrow.parquet  # noqa: F401  its pages are shared too
    gc.collect()
    gc.freeze()  # the collector would write to every page it looks at


_touch()
