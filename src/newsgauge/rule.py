"""Rules, kinds and detectors as values: what is looked for, why, and on whose authority."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason to flag words.

    Attributes
    ----------
    name : str
        ``family.kind:rule-name``; unique.
    weight : float
        Strength in [0, 1]; entries of a lexicon may carry their own.
    note : str
        "Why this was flagged" in one plain sentence for the reader of a report.
    explain : str
        What the rule looks at, what it leaves alone and where it fails.
    provenance : str
        Where the words or the pattern come from.
    fires, silent : tuple of str
        Examples written by us. In ``fires`` the flagged words stand in [brackets]; ``silent`` are near misses.
    """

    name: str
    weight: float
    note: str
    explain: str
    provenance: str
    fires: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        return self.name.partition(":")[0]

    @property
    def family(self) -> str:
        return self.name.partition(".")[0]


class Kind(NamedTuple):
    """What a finding says: dotted ``family.kind`` and one plain sentence."""

    name: str
    explain: str


@dataclass(frozen=True, slots=True)
class Detector:
    """A family of rules and the function that applies them.

    ``find`` reads a settled `Document` and returns its findings in any order.
    """

    family: str
    explain: str
    kinds: tuple[Kind, ...]
    rules: tuple[Rule, ...]
    find: Callable[[Document], list[Finding]]
