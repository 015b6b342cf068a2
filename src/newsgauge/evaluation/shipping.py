"""Write the learnt tables into the installation, or say whether those that ship are what the corpora give.

Order matters: attributions are read with the cues, and the genre reads features that all other tables feed. A table is
learnt as if it and those after it weren't there, so that what came before a rebuild leaves no trace in it.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from newsgauge import learnt
from newsgauge.errors import LabelsError
from newsgauge.evaluation import cues, heldout, learn
from newsgauge.evaluation import known as known_words
from newsgauge.evaluation.vectors import vectors

ORDER: Final = (known_words.NAME, cues.NAME, *(task.name for task in learn.TASKS))


class Built(NamedTuple):
    """A file as the corpora give it: the table's name, its path in the installation, its content."""

    table: str
    path: Path
    content: bytes


class Compared(NamedTuple):
    """A file that ships beside what the corpora give."""

    table: str
    file: str
    same: bool
    note: str


def build(corpora: Path, labels: Path | None, names: Collection[str]) -> Iterator[Built]:
    """The files of the named tables, in order; whoever writes them does so before asking for the next.

    Known words stay as they ship where one of their corpora is missing, and the genre where there are no labels.
    """
    folder = Path(learnt.__file__).parent / "lexicons"
    for name in (name for name in ORDER if name in names):
        with heldout.in_place(dict.fromkeys(ORDER[ORDER.index(name) :])):  # as if they didn't ship
            files = list(_files(name, corpora, labels))
        for file, content in files:
            yield Built(name, folder / file, content)


def _files(name: str, corpora: Path, labels: Path | None) -> Iterator[tuple[str, bytes]]:
    if name == known_words.NAME:
        yield from known_words.build(corpora) if known_words.there(corpora) else ()
    elif name == cues.NAME:
        yield from cues.build(corpora)
    else:
        task = next(task for task in learn.TASKS if task.name == name)
        source = labels if name == "genre" else corpora
        if source is not None:
            table = learn.learn(task, source, vectors(corpora) if task.scale else None, reference=corpora)
            yield f"weights/{name}.npz", learnt.save(table)


def wanted(only: Collection[str] = (), without: Collection[str] = ()) -> tuple[str, ...]:
    """Names of the tables to make, in order.

    Raises
    ------
    LabelsError
        A name is no table's.
    """
    for option, given in (("--only", only), ("--without", without)):
        if unknown := sorted(set(given) - set(ORDER)):
            raise LabelsError(f"{option}: expected names among {', '.join(ORDER)}, found {', '.join(unknown)}")
    return tuple(name for name in ORDER if name not in without and (not only or name in only))


def ship(
    corpora: Path, labels: Path | None, without: Collection[str] = (), only: Collection[str] = ()
) -> Iterator[tuple[str, int]]:
    """Write the tables into the installation, and take out those left out; yields each file's name and size in bytes.

    Raises
    ------
    LabelsError
        A corpus is missing, or a name is no table's.
    """
    names = wanted(only, without)
    weights = Path(learnt.__file__).parent / "lexicons" / "weights"
    weights.mkdir(exist_ok=True)
    for name in without:  # words that are known are no table of weights, and stay
        (weights / f"{name}.npz").unlink(missing_ok=True)
    for one in build(corpora, labels, names):
        one.path.write_bytes(one.content)
        yield one.path.name, len(one.content)
    heldout.forget()


def check(corpora: Path, labels: Path | None, only: Collection[str] = ()) -> Iterator[Compared]:
    """Make the tables anew beside those that ship, each with the shipped ones before it, and compare byte by byte."""
    for one in build(corpora, labels, wanted(only)):
        shipped = one.path.read_bytes() if one.path.is_file() else None
        same = shipped == one.content
        note = "" if same else "doesn't ship" if shipped is None else _difference(one.path.suffix, shipped, one.content)
        yield Compared(one.table, one.path.name, same, note)


def _difference(suffix: str, shipped: bytes, made: bytes) -> str:
    """What differs, in a few words."""
    if suffix == ".npz":
        with np.load(io.BytesIO(shipped)) as old, np.load(io.BytesIO(made)) as new:
            return "; ".join(_arrays(dict(old), dict(new))) or "packed otherwise, the same numbers"
    lines = list(zip(shipped.splitlines(), made.splitlines(), strict=False))
    differ = [number for number, (old, new) in enumerate(lines, 1) if old != new]
    return f"{len(differ)} lines of {len(lines)} differ, the first is line {differ[0] if differ else len(lines) + 1}"


def _arrays(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    for name in sorted({*old, *new}):
        if name not in old or name not in new or old[name].shape != new[name].shape:
            yield f"{name}: another shape"
        elif count := int((old[name] != new[name]).sum()):
            most = np.abs(old[name].astype(np.float64) - new[name].astype(np.float64)).max()
            yield f"{name}: {count} of {old[name].size} differ, by up to {most:.2g}"
