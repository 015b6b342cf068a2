"""``newsgauge score --out``: options, progress and closing words of a large run."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from newsgauge.cli.inputs import Inputs, chosen_model, read_options
from newsgauge.cli.output import Target
from newsgauge.cli.program import INPUT_FAILED

if TYPE_CHECKING:
    from newsgauge.config import Config
    from newsgauge.scale import Totals

R = TypeVar("R")
ROWS, PATIENCE = 500, 60.0  # as newsgauge.scale.Settings, which --help doesn't import; a test holds them together
_TERMINAL, _LOG = 0.2, 30.0  # seconds between two reports


class Scaled(NamedTuple):
    """What was asked for beside the inputs."""

    out: str | None
    workers: int | None
    cluster: str | None
    rows: int | None
    patience: float | None
    restart: bool

    def refuse_without_out(self) -> None:
        """Options of a large run make no sense without one."""
        names = ("workers", "cluster", "shard-rows", "patience", "restart")
        for name, value in zip(names, self[1:], strict=True):
            if value:
                raise click.UsageError(f"--{name} goes with --out: say where the parts are to be written")


def at_scale(command: Callable[..., R]) -> Callable[..., R]:
    """Give a command the options of a large run; it receives them as one `Scaled`."""

    @wraps(command)
    def gathered(**given: Any) -> R:
        return command(scaled=Scaled(*(given.pop(name) for name in Scaled._fields)), **given)

    decorated: Callable[..., R] = gathered
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated


_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.option("--out", metavar="DIR|FILE", help="A large run: a folder of parts, or FILE.parquet, .jsonl, .jsonl.gz"),
    click.option("--workers", type=click.IntRange(1), metavar="N", help="With --out: processes  [default: 1]"),
    click.option("--cluster", metavar="ADDRESS", help="With --out: a Dask scheduler, tcp://host:8786, instead of --workers"),
    click.option("--shard-rows", "rows", type=click.IntRange(1), metavar="N", help=f"With --out: rows in a part  [default: {ROWS}]"),
    click.option("--patience", type=click.FloatRange(1), metavar="SECONDS", help=f"With --out: for one article  [default: {PATIENCE:g}]"),
    click.option("--restart", is_flag=True, help="With --out: discard what an earlier run left."),
)  # fmt: skip


def refuse_beside_out(ctx: click.Context, target: Target, fail_under: float | None, fail_on: tuple[str, ...]) -> None:
    """Options that mean nothing for a large run."""
    given = ctx.get_parameter_source("form")
    if given is not None and given.name != "DEFAULT" and target.form != "jsonl":
        raise click.UsageError("--format with --out: a folder holds Parquet, or jsonl; a FILE is what its name says")
    for name, value in (("--output", target.path), ("--fail-under", fail_under), ("--fail-on", fail_on)):
        if value:
            raise click.UsageError(f"{name} can't be used with --out")


def score_into(scaled: Scaled, inputs: Inputs, config: Config, form: str, with_text: bool) -> int:
    """Run it; the exit code."""
    from newsgauge.scale import Settings, score_all
    from newsgauge.scale.run import form_of

    assert scaled.out is not None
    settings = Settings(
        "",
        form_of(scaled.out, "jsonl" if form == "jsonl" else None),
        read_options(inputs),
        config,
        chosen_model(inputs),
        with_text,
        scaled.rows or ROWS,
        scaled.patience or PATIENCE,
    )
    report = Report(inputs.progress)
    try:
        with _stopped_by_sigterm():
            totals = score_all(
                inputs.paths,
                scaled.out,
                settings,
                workers=scaled.workers or 1,
                cluster=scaled.cluster,
                restart=scaled.restart,
                watch=report,
            )
    except KeyboardInterrupt:
        report.wipe()
        click.echo("Stopped; the same command continues.", err=True)
        raise
    except OSError as error:
        report.wipe()
        click.echo("Stopped by a fault in writing; once it is mended, the same command continues.", err=True)
        raise error from None
    report.wipe()
    click.echo(closing(totals, scaled.out), err=True)
    return INPUT_FAILED if totals.failed else 0


@contextmanager
def _stopped_by_sigterm() -> Iterator[None]:
    """A queue or a container that ends a run asks by SIGTERM: it stops as by Ctrl-C, its parts whole and logged."""
    try:
        before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    except ValueError:  # only the main thread may
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


class Report:
    """Says on stderr how far a run is: in place on a terminal, else a line every half minute."""

    def __init__(self, wanted: bool) -> None:
        self._wanted = wanted
        self._terminal = sys.stderr.isatty()
        self._last = time.monotonic()

    def __call__(self, totals: Totals) -> None:
        now = time.monotonic()
        if not self._wanted or now - self._last < (_TERMINAL if self._terminal else _LOG):
            return
        self._last = now
        self.wipe()
        click.echo(progress(totals), err=True, nl=not self._terminal)

    def wipe(self) -> None:
        """Clear the line on a terminal."""
        if self._terminal and self._wanted:
            click.echo("\r\x1b[K", err=True, nl=False)


def progress(totals: Totals) -> str:
    """How far: share of the input, articles, rate, time left."""
    share = min(totals.read / totals.input_bytes, 1.0) if totals.input_bytes else 0.0
    rate = totals.now / totals.seconds if totals.seconds else 0.0
    mine = share * totals.now / totals.rows if totals.rows else 0.0  # of the input, in this run
    left = (1 - share) * totals.seconds / mine if mine else None
    ending = "" if left is None else f", about {duration(left)} left"
    return f"{share:4.0%}  {totals.rows:,} articles, {rate:,.0f} a second{ending}"


def duration(seconds: float) -> str:
    """Seconds for a reader: 45 s, 12 min, 3 h 20 min, 2 d 4 h."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    if minutes < 90:
        return f"{minutes} min"
    if minutes < 2 * 1440:
        return f"{minutes // 60} h {minutes % 60} min"
    return f"{minutes // 1440} d {minutes % 1440 // 60} h"


def closing(totals: Totals, out: str) -> str:
    """What a run did, in two lines at most."""
    if not totals.rows:
        return (
            f"{out} is complete already: same inputs, options and model."
            if not totals.input_bytes
            else "No articles found."
        )
    rate = f", {totals.now / totals.seconds:,.0f} a second" if totals.now and totals.seconds else ""
    before = f" ({totals.rows - totals.now:,} by earlier runs)" if totals.resumed else ""
    first = (
        f"{totals.rows:,} articles{before} in {duration(totals.seconds)}{rate}: {totals.scored:,} scored, "
        f"{totals.abstained:,} without a score, {totals.failed:,} failed."
    )
    return first + (f"\nWhat failed, and why: {rejects_of(out)}" if totals.failed else "")


def rejects_of(out: str) -> str:
    """Where the rejects are."""
    from newsgauge.scale.part import ALL_REJECTS
    from newsgauge.scale.run import places
    from newsgauge.scale.store import join

    folder, target = places(out)
    return f"{target}.rejects.jsonl" if target else join(folder, ALL_REJECTS)
