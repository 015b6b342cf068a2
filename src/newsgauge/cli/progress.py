"""A small progress bar on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
FEW = 5
_CELLS = 30
_PAUSE = 0.1


def watched(articles: Iterable[T], total: int | None, wanted: bool) -> Iterator[T]:
    """Pass articles on; show how many, on a terminal, from the sixth on.

    The bar stands on stderr and is wiped before an article is handed on, so rows on the same terminal stay whole.
    """
    if not wanted or not sys.stderr.isatty() or (total is not None and total <= FEW):
        yield from articles
        return
    shown = 0.0
    try:
        for count, article in enumerate(articles, 1):
            _wipe()
            yield article
            if count >= FEW and time.monotonic() - shown > _PAUSE:
                shown = time.monotonic()
                sys.stderr.write(f"\r{bar(count, total)}")
                sys.stderr.flush()
    finally:
        _wipe()


def bar(count: int, total: int | None) -> str:
    """The bar as text; without a total, the number alone."""
    if total is None:
        return f"{count} articles"
    full = _CELLS * count // total
    return f"{'█' * full}{'░' * (_CELLS - full)} {count} of {total}"


def _wipe() -> None:
    sys.stderr.write("\r\x1b[K")
    sys.stderr.flush()
