"""Imported by the process that workers are forked from: importing it is its work.

Tables, lexicons and the model are read once; workers share the pages until somebody writes to them, and nobody does.
"""

import gc
from contextlib import suppress

from newsgauge.article import Article
from newsgauge.errors import MissingExtraError
from newsgauge.examples import example_path
from newsgauge.scale.part import rendered
from newsgauge.scale.processes import give_back
from newsgauge.scale.settings import Settings


def _touch() -> None:
    """Render a part as a worker does: what that imports (pyarrow takes pandas along, where it is there) is 44 MiB a worker."""
    with open(example_path(), encoding="utf-8") as file:
        article = Article(file.read())
    for form in ("jsonl", "parquet"):
        with suppress(MissingExtraError):  # JSON lines are written without pyarrow
            rendered([article], Settings("", form, patience=0.0), lambda _: None)
    gc.collect()
    give_back()
    gc.freeze()  # the collector would write to every page it looks at


_touch()
