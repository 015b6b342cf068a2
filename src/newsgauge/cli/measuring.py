"""``newsgauge evaluate TASK``, ``all`` and ``gate``: one command per task, made from the tuple of tasks."""

from __future__ import annotations

import json
import math
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from newsgauge.cli.output import as_lines, write
from newsgauge.cli.program import FAILED_GATE
from newsgauge.evaluation.task import Figure, Folders, Task
from newsgauge.evaluation.tasks import TASKS, named

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_LABELS = click.Path(exists=True, path_type=Path)
F = TypeVar("F", bound=Callable[..., Any])


def _measuring(command: F) -> F:
    """Give a command the folders and --json."""
    for option in (
        click.option("--json", "as_json", is_flag=True, help="The same as JSON, one object a task."),
        click.option("--standoff", type=_FOLDER, help="Folder with stand-off labels (source_kinds.jsonl)."),
        click.option("--seeds", type=_FOLDER, help="Folder with gold.jsonl; else the one beside the corpora."),
        click.option("--model", help="For reliability: this model as it is, on texts it wasn't fitted to."),
        click.option(
            "--labels", type=_LABELS, help="Folder with judgements, or one JSONL; else the one beside the corpora."
        ),
        click.option("--corpora", type=_FOLDER, required=True, metavar="DIR", help="Folder with the corpora."),
    ):
        command = option(command)
    return command


def folders(
    corpora: Path, labels: Path | None, seeds: Path | None, standoff: Path | None, model: str | None = None
) -> Folders:
    """What was named, and what lies beside the corpora under its usual name."""
    beside = corpora.resolve().parent

    def usual(name: str, needs: str) -> Path | None:
        return beside / name if (beside / name / needs).is_file() else None

    own = Path("labels")
    return Folders(
        corpora,
        labels or usual("labels", "judgements.jsonl.gz"),
        seeds or usual("seeds", "gold.jsonl"),
        standoff or (own if (own / "source_kinds.jsonl").is_file() else None),
        model,
    )


class Tasks(click.Group):
    """A group that knows the tasks beside its own commands, and suggests the nearest name for an unknown one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*(task.name for task in TASKS), *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        task = named(cmd_name)
        return _command(task) if task else super().get_command(ctx, cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            from difflib import get_close_matches

            known = self.list_commands(ctx)
            near = get_close_matches(args[0], known, 1)
            hint = f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(known)}."
            ctx.fail(f"No such task {args[0]!r}. {hint}")
        return super().resolve_command(ctx, args)


def _command(task: Task) -> click.Command:
    @_measuring
    def run(
        corpora: Path, labels: Path | None, model: str | None, seeds: Path | None, standoff: Path | None, as_json: bool
    ) -> None:
        _write([task], folders(corpora, labels, seeds, standoff, model), as_json)

    summary = f"{task.measured[0].upper()}{task.measured[1:]}.\n\nHeld out: {task.split}. Reads {', '.join(task.reads) or 'nothing'}."
    params = getattr(run, "__click_params__", [])
    return click.Command(
        task.name,
        params=list(reversed(params)),
        callback=run,
        help=summary,
        short_help=task.measured,
        epilog=_example(task.name),
    )


def _example(name: str) -> str:
    return f"\b\nExamples:\n  newsgauge evaluate {name} --corpora ../shared/corpora\n"


@click.command("all", epilog=_example("all"))
@_measuring
def everything(
    corpora: Path, labels: Path | None, model: str | None, seeds: Path | None, standoff: Path | None, as_json: bool
) -> None:
    """Every task, one after the other."""
    _write(TASKS, folders(corpora, labels, seeds, standoff, model), as_json)


def _write(tasks: Sequence[Task], where: Folders, as_json: bool) -> None:
    lines = (json.dumps(one, ensure_ascii=False) for one in _data(tasks, where)) if as_json else _table(tasks, where)
    write(as_lines(lines, None), None)


def _data(tasks: Sequence[Task], where: Folders) -> Iterator[dict[str, Any]]:
    for task in tasks:
        yield {
            "task": task.name,
            "reads": list(task.reads),
            "measured": task.measured,
            "split": task.split,
            "figures": [_figure(task, figure) for figure in task.run(where)],
        }


def _figure(task: Task, figure: Figure) -> dict[str, Any]:
    line = task.line(figure)
    data = {**figure._asdict(), "baseline": line.baseline, "reach": line.reach, "beyond": line.beyond}
    return {key: None if isinstance(value, float) and math.isnan(value) else value for key, value in data.items()}


def _table(tasks: Sequence[Task], where: Folders) -> Iterator[str]:
    for task in tasks:
        begin = time.monotonic()
        yield f"{task.name}: {task.measured}"
        yield f"  held out: {task.split}"
        yield f"  {'':<51}{'measure':<31}{'value':>7}  {'95 % interval':<17}{'n':>8}{'baseline':>10}{'reach':>7}"
        part = ""
        for figure in task.run(where):
            yield _row(task, figure, figure.part if figure.part != part else "")
            part = figure.part
        if sys.stderr.isatty():
            click.echo(f"{task.name}: {time.monotonic() - begin:.0f} s", err=True)
        yield ""


def _row(task: Task, figure: Figure, part: str) -> str:
    line = task.line(figure)
    interval = "" if math.isnan(figure.low) else f"{_number(figure.low)} to {_number(figure.high)}"
    sign = {"higher": "", "lower": " ↓", "": ""}[figure.better]
    cells = (
        f"  {part:<51}{figure.measure + sign:<31}{_number(figure.value):>7}  {interval:<17}{figure.n:>8}"
        f"{_number(line.baseline):>10}{_number(line.reach):>7}"
    )
    return f"{cells}  {figure.note}".rstrip()


def _number(value: float | None) -> str:
    if value is None or math.isnan(value):
        return "–"
    return f"{value:.4f}" if 0 < abs(value) < 0.1 else f"{value:.3f}"


CARD: tuple[str, ...] = ("reliability", "families", "hyperpartisan", "fairness", "stress")  # tasks the card reports


def kept(name: str, corpora: Path, labels: Path | None) -> Iterator[str]:
    """Run the card's tasks and keep their figures beside the model's file."""
    from newsgauge.reliability import modelfile

    where = folders(corpora, labels, None, None)
    tasks = {task: next(_data([found], where))["figures"] for task in CARD if (found := named(task)) is not None}
    place = modelfile.keep_figures(name, tasks)
    yield f"{place}: figures of {', '.join(tasks)}"


@click.command("gate", epilog=_example("gate"))
@click.option("--corpora", type=_FOLDER, required=True, metavar="DIR", help="Folder with the corpora.")
@click.option("--labels", type=_FOLDER, help="Folder with judgements; else the one beside the corpora.")
@click.option("--seeds", type=_FOLDER, help="Folder with gold.jsonl; else the one beside the corpora.")
@click.option("--standoff", type=_FOLDER, help="Folder with stand-off labels (source_kinds.jsonl).")
@click.option("--task", "names", multiple=True, metavar="TASK", help="Only this task; repeatable.")
@click.option("--update", is_flag=True, help="Pin the figures as they are now; a lower floor needs --reason.")
@click.option("--reason", default="", metavar="TEXT", help="Why a floor is lowered; kept in the file with its date.")
@click.option(
    "--file",
    "pinned",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("labels/gate.json"),
    show_default=True,
    help="Where the floors stand.",
)
def gate(
    corpora: Path,
    labels: Path | None,
    seeds: Path | None,
    standoff: Path | None,
    names: tuple[str, ...],
    update: bool,
    reason: str,
    pinned: Path,
) -> None:
    """Hold every figure against its pinned floor: exit 1 where one is below it by more than the tolerance.

    A floor carries the SHA-256 of the corpus it was measured on; on another corpus it isn't compared but reported.
    """
    from newsgauge.evaluation import gate as gating

    where = folders(corpora, labels, seeds, standoff)
    unknown = [name for name in names if named(name) is None]
    if unknown:
        raise click.UsageError(f"--task {unknown[0]}: expected one of {', '.join(task.name for task in TASKS)}")
    tasks = [task for task in TASKS if not names or task.name in names]
    if update:
        lines = gating.update(pinned, tasks, where, reason)
        write(as_lines(lines, None), None)
        return
    result = gating.check(pinned, tasks, where)
    write(as_lines(result.lines(), None), None)
    if result.failed:
        raise click.exceptions.Exit(FAILED_GATE)
