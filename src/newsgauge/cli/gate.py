"""What happened to the inputs, and the exit code that follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import click

from newsgauge.cli.inputs import names_known
from newsgauge.cli.program import FAILED_GATE, INPUT_FAILED
from newsgauge.report.visible import one_line

if TYPE_CHECKING:
    from newsgauge.article import Annotation
    from newsgauge.config import Config

F = TypeVar("F", bound=Callable[..., Any])
_LISTED = 5


@dataclass(slots=True)
class Gate:
    """Counts articles as they pass; the only thing here that changes.

    Attributes
    ----------
    fail_under : float or None
        Articles scored below it count as `below`; those without a score don't.
    fail_on : tuple of str
        Families, kinds or rules; a finding counts unless it stands in a quotation (law 2).
    """

    fail_under: float | None = None
    fail_on: tuple[str, ...] = ()
    total: int = 0
    failed: list[str] = field(default_factory=list)
    below: int = 0
    found: int = 0

    def watch(self, annotations: Iterable[Annotation]) -> Iterator[Annotation]:
        """Pass annotations on and count them."""
        for annotation in annotations:
            self.total += 1
            if annotation.status == "failed":
                self.failed.append(f"{annotation.place or annotation.id}: {annotation.reason}")
            elif self.fail_under is not None and annotation.score is not None and annotation.score < self.fail_under:
                self.below += 1
            names = set(self.fail_on)
            if names and any(
                one.voice != "quoted" and not names.isdisjoint((one.family, one.kind, one.rule))
                for one in annotation.findings
            ):
                self.found += 1
            yield annotation

    def close(self) -> int:
        """Say on stderr what went wrong; the exit code."""
        if self.failed:
            click.echo(f"{len(self.failed)} of {_inputs(self.total)} failed:", err=True)
            for line in self.failed[:_LISTED]:
                click.echo(f"  {one_line(line)}", err=True)
            if len(self.failed) > _LISTED:
                click.echo(f"  and {len(self.failed) - _LISTED} more", err=True)
        if self.below:
            click.echo(f"{self.below} of {_inputs(self.total)} scored below {self.fail_under:g}.", err=True)
        if self.found:
            click.echo(f"{self.found} of {_inputs(self.total)} with findings of {', '.join(self.fail_on)}.", err=True)
        if self.failed:
            return INPUT_FAILED
        return FAILED_GATE if self.below or self.found else 0


def gated(command: F) -> F:
    """Give a command --fail-under and --fail-on."""
    under = click.option(
        "--fail-under", type=click.FloatRange(0, 100), metavar="N", help="Exit 1 if a score is below N."
    )
    on = click.option(
        "--fail-on",
        multiple=True,
        metavar="NAME",
        help="Exit 1 if the author's words have a finding of this FAMILY, KIND or RULE; repeatable.",
    )
    return under(on(command))


def gate(config: Config, fail_under: float | None, fail_on: tuple[str, ...]) -> Gate:
    """A gate with checked names."""
    from newsgauge.config import check_names

    if fail_on:
        check_names(fail_on, names_known(config), "--fail-on")
    return Gate(fail_under, fail_on)


def _inputs(count: int) -> str:
    return "1 input" if count == 1 else f"{count} inputs"
