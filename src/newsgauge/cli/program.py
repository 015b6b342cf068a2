"""``newsgauge`` itself: the commands by name, and the one place where errors become messages and exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, NamedTuple, NoReturn

import click

from newsgauge import __version__
from newsgauge.errors import NewsgaugeError

FAILED_GATE = 1
USAGE = 2
INPUT_FAILED = 3
INTERRUPTED = 130


class Entry(NamedTuple):
    """A command that is imported when it is called."""

    module: str
    summary: str


COMMANDS = {
    "score": Entry("score", "Score articles, one row each."),
    "summary": Entry("summary", "Summarise a large scored table by outlet, day, genre and kind."),
    "annotate": Entry("annotate", "Show one text with its findings, sources and reasons."),
    "checklist": Entry("checklist", "List what a desk checks: names, figures, dates, superlatives, quotations."),
    "sources": Entry("sources", "List who is quoted, how often, and through whom."),
    "contest": Entry("contest", "Object to a finding; reports print it beside the finding."),
    "features": Entry("features", "List every measured feature of an article."),
    "explain": Entry("explain", "Explain a feature, a family, a kind or a rule."),
    "model": Entry("model", "Show the model: its card, its tables, its names."),
    "schema": Entry("schema", "Print the JSON Schema of what is written."),
    "evaluate": Entry("evaluate", "Measure newsgauge against marked texts and corpora."),
    "train": Entry("train", "Fit a model of your own on your labels."),
    "labels": Entry("labels", "Judge texts, see how annotators agree, exchange labels."),
}


class Problem(click.ClickException):
    """An error of ours as click shows it; wrong input to the command is a matter of usage."""

    exit_code = USAGE


class Program(click.Group):
    """A group whose commands are imported on demand: ``--version`` and ``--help`` load none of them."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        command = import_module(f"newsgauge.cli.{entry.module}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            ctx.fail(f"No such command {name!r}.{_suggestion(name)}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        with _messages(ctx):
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result


@contextmanager
def _messages(ctx: click.Context) -> Iterator[None]:
    try:
        yield
    except NewsgaugeError as error:
        raise Problem(str(error)) from error
    except BrokenPipeError:
        _close_pipe()
        ctx.exit(0)
    except KeyboardInterrupt:
        _interrupted()
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise Problem(f"{where}{error.strerror or error}") from error


def _close_pipe() -> None:
    # Whoever read from us has gone (``| head``): what is still buffered must go somewhere when Python closes stdout.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _interrupted() -> NoReturn:
    click.echo("Interrupted.", err=True)
    raise click.exceptions.Exit(INTERRUPTED)


def _suggestion(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, COMMANDS, 1)
    return f" Did you mean {near[0]!r}?" if near else f" There are: {', '.join(COMMANDS)}."


EXAMPLES = """\b
Examples:
  newsgauge score article.txt page.html stories.jsonl
  newsgauge annotate article.txt
  newsgauge explain loaded_wording
"""


@click.command(cls=Program, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="newsgauge", message="%(prog)s %(version)s")
def program() -> None:
    """How a news text is sourced and worded: findings, features, and a score with its reasons.

    Nothing leaves this machine, and no fact is checked.

    Exit codes: 0 fine; 1 below --fail-under, or --fail-on found; 2 wrong usage; 3 some input failed; 130 interrupted.
    """


def main() -> NoReturn:
    """Run the command line; the entry point of the package."""
    try:
        program.main(prog_name="newsgauge")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    sys.exit(0)
