"""The shipped program with tables that never saw the texts it is asked about.

Every learnt table that reads a corpus is fitted again without the groups of a fold, put in the place of the shipped one,
and the program is run as it is: what is measured is what users get, not a model of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Final

from newsgauge import learnt
from newsgauge.evaluation import learn
from newsgauge.evaluation.vectors import vectors

FOLDS: Final = 5


@lru_cache(maxsize=4)
def _examples(name: str, folder: Path) -> tuple[learn.Example, ...]:
    task = next(task for task in learn.TASKS if task.name == name)
    return tuple(task.examples(folder, task.bits))


@lru_cache(maxsize=2)
def _further(name: str, reference: Path) -> tuple[learn.Example, ...]:
    task = next(task for task in learn.TASKS if task.name == name)
    return tuple(task.further(reference, task.bits)) if task.further else ()


def refitted(
    corpus: str, folder: Path, held_out: Callable[[str], bool], reference: Path | None = None
) -> dict[str, learnt.Table]:
    """Every table learnt from a corpus, fitted without the groups that are held out.

    Parameters
    ----------
    corpus : str
        Name of the corpus file; tables that don't read it stay as shipped.
    held_out : callable
        Says of an example's group whether it must not be learnt from.
    reference : Path, optional
        Folder of the articles that word vectors are counted on and further examples come from, where it is another one.
    """
    tables: dict[str, learnt.Table] = {}
    for task in learn.TASKS:
        if corpus in task.corpora:
            examples = (*_examples(task.name, folder), *_further(task.name, reference or folder))
            known = [one for one in examples if not held_out(one.group)]
            about = learn.genre_about() if task.name == "genre" else {}
            tables[task.name] = learn.fit(task, known, about, vectors(reference or folder) if task.scale else None)
    return tables


@contextmanager
def in_place(tables: Mapping[str, learnt.Table | None]) -> Iterator[None]:
    """Run the program with these tables instead of the shipped ones of the same names; None is one that doesn't ship."""
    try:
        with learnt.in_place(tables):
            forget()
            yield
    finally:
        forget()


def forget() -> None:
    """Clear what was computed from tables and kept."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("newsgauge.learnt", "newsgauge.detectors", "newsgauge.checklist")):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear") and getattr(value, "__module__", "") == name:
                    value.cache_clear()


def folds(groups: list[str], count: int = FOLDS) -> dict[str, int]:
    """Fold of each group: groups spread evenly by their rows, the largest first, ties by name."""
    sizes: dict[str, int] = {}
    for group in groups:
        sizes[group] = sizes.get(group, 0) + 1
    filled = [0] * min(count, len(sizes))
    fold: dict[str, int] = {}
    for group in sorted(sizes, key=lambda name: (-sizes[name], name)):
        emptiest = filled.index(min(filled))
        fold[group] = emptiest
        filled[emptiest] += sizes[group]
    return fold
