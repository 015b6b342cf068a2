"""What ``newsgauge evaluate TASK`` is made of: a task is a value, and so is every figure it prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Literal, NamedTuple

from newsgauge.metrics import Estimate

Better = Literal["higher", "lower", ""]
ROUNDS = 200  # draws of a bootstrap: the ends of a 95 % interval are then the fifth values from either side


class Folders(NamedTuple):
    """Where the data are; what is None isn't there, and figures that need it are left out by name."""

    corpora: Path
    labels: Path | None = None
    seeds: Path | None = None
    standoff: Path | None = None
    model: str | None = None  # measured as it is, instead of one fitted to the other folds


class Figure(NamedTuple):
    """One measured number.

    Attributes
    ----------
    part : str
        What was measured: the table held out, the findings as shipped, a control, a slice.
    measure : str
        Name of the measure.
    value, low, high : float
        The figure and the ends of its 95 % bootstrap interval over groups; NaN where there is none.
    n : int
        Cases behind it.
    better : {"higher", "lower", ""}
        Which way is better; empty for a control, which the gate doesn't hold.
    note : str
        What a reader must know, in a few words.
    """

    part: str
    measure: str
    value: float
    low: float
    high: float
    n: int
    better: Better = "higher"
    note: str = ""

    @classmethod
    def of(
        cls, part: str, measure: str, estimate: Estimate, n: int, better: Better = "higher", note: str = ""
    ) -> Figure:
        """A figure from an estimate."""
        return cls(part, measure, *estimate, n, better, note)


class Line(NamedTuple):
    """The lines of the issue that a figure is read against."""

    part: str
    measure: str
    baseline: float | None
    reach: float | None = None
    beyond: float | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A function of a file in ``evaluation/tasks``, imported when it is called: the list of tasks costs nothing."""

    module: str
    function: str

    def __call__(self, folders: Folders) -> Iterator[Figure]:
        function = getattr(import_module(f"newsgauge.evaluation.tasks.{self.module}"), self.function)
        figures: Iterator[Figure] = function(folders)
        return figures


@dataclass(frozen=True, slots=True)
class Task:
    """One task of ``newsgauge evaluate``.

    Attributes
    ----------
    name : str
        As typed on the command line.
    reads : tuple of str
        Corpus files in the folder of ``--corpora``.
    measured : str
        What is compared with what.
    split : str
        How figures are held out, and over which groups the bootstrap draws.
    run : callable
        Folders -> figures.
    lines : tuple of Line
        Baselines and goals.
    uses : tuple of str
        Other folders it looks at: labels, seeds, standoff.
    """

    name: str
    reads: tuple[str, ...]
    measured: str
    split: str
    run: Callable[[Folders], Iterator[Figure]]
    lines: tuple[Line, ...] = ()
    uses: tuple[str, ...] = ()

    def line(self, figure: Figure) -> Line:
        """The lines of a figure; without any where the issue names none."""
        for one in self.lines:
            if (one.part, one.measure) == (figure.part, figure.measure):
                return one
        return Line(figure.part, figure.measure, None)
