"""The command line over the real core, on the article that ships."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import jsonschema
import pytest
from click.testing import CliRunner

import newsgauge
from cli.miniature import prepare
from newsgauge.article import LIMIT
from newsgauge.cli import program
from newsgauge.evaluation.tasks import TASKS
from newsgauge.examples import example_path
from newsgauge.readers import read
from newsgauge.report.cells import cells
from newsgauge.schema import annotation_schema
from newsgauge.writers import to_dict

ARTICLE = example_path()


def output(*arguments: str) -> str:
    result = CliRunner().invoke(program, arguments, prog_name="newsgauge")
    assert result.exit_code == 0, result.output
    return result.stdout


def test_json_is_the_librarys_answer() -> None:
    """`annotate --format json` equals `to_dict` of `newsgauge.annotate_many`, and fits the schema."""
    (answer,) = newsgauge.annotate_many(read([ARTICLE]))
    printed = json.loads(output("annotate", ARTICLE, "--format", "json"))
    assert printed == json.loads(json.dumps(to_dict(answer)))
    jsonschema.Draft202012Validator(json.loads(annotation_schema())).validate(printed)


@pytest.mark.parametrize("width", [80, 120])
def test_views_fit_and_say_what_the_score_is(width: int) -> None:
    """Annotate and score: no line too wide, plain when piped, the limit sentence in each."""
    for command in ("annotate", "score"):
        shown = output(command, ARTICLE, "--width", str(width))
        assert max(map(cells, shown.splitlines())) <= width
        assert LIMIT in shown
        assert "\x1b" not in shown


def test_features_lists_the_whole_catalogue() -> None:
    """Every feature of the catalogue has its line, in 80 columns."""
    from newsgauge.features import CATALOGUE

    lines = output("features", ARTICLE, "--width", "80").splitlines()
    assert {feature.name for feature in CATALOGUE} <= {line.split(" ")[0] for line in lines}
    assert max(map(cells, lines)) <= 80


def test_every_name_can_be_explained() -> None:
    """Features, families, kinds and rules: `explain` knows each, within 80 columns."""
    from newsgauge import detectors
    from newsgauge.features import CATALOGUE

    names = [*detectors.kinds(), *(one.family for one in detectors.DETECTORS), *(one.name for one in CATALOGUE)]
    for name in [*names, *list(detectors.rules())[::20]]:
        lines = output("explain", name, "--width", "80").splitlines()
        assert lines[0].startswith(name)
        assert max(map(cells, lines)) <= 80


def test_a_closed_pipe_is_quiet_in_mid_stream(tmp_path: Path) -> None:
    """`newsgauge score … | head -1` gives its line and ends without a word."""
    texts = [str(tmp_path / f"{number}.txt") for number in range(30)]
    for text in texts:
        Path(text).write_bytes(Path(ARTICLE).read_bytes())
    command = [sys.executable, "-m", "newsgauge", "score", "-f", "jsonl", "--with-text", *texts]
    with (tmp_path / "stderr").open("wb") as stderr:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=stderr)
        assert process.stdout is not None
        first = process.stdout.readline()
        process.stdout.close()
        assert process.wait(timeout=120) == 0
    assert json.loads(first)["place"] == texts[0]
    assert (tmp_path / "stderr").read_bytes() == b""


def test_one_article_needs_no_training_library() -> None:
    """Scoring imports neither scikit-learn, pandas, nltk nor textstat, and opens no socket."""
    code = (
        "import socket, sys\n"
        "def refuse(*_, **__): raise OSError('network')\n"
        "socket.socket.connect = refuse\n"
        "from newsgauge.cli import program\n"
        f"program.main(['score', {ARTICLE!r}, '-f', 'jsonl'], standalone_mode=False)\n"
        "sys.exit(','.join({'sklearn', 'pandas', 'nltk', 'textstat'} & set(sys.modules)) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["status"] in ("scored", "abstained")


# All corpora are read by these, and some written: tests/evaluation runs them on corpora of its own.
ELSEWHERE = (
    "train --labels",
    "train --corpora",
    *(f"evaluate {task.name}" for task in TASKS),
    "evaluate tables",
    "evaluate all",
    "evaluate gate",
)


def epilogs(command: click.Command) -> Iterator[str]:
    """The examples of a command and of those below it."""
    yield command.epilog or ""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from epilogs(below)


def examples() -> list[str]:
    """Every line of every Examples section that is to be run here."""
    lines = {line.strip() for text in epilogs(program) for line in text.splitlines() if "newsgauge " in line}
    return sorted(line for line in lines if not any(f"newsgauge {name} " in f"{line} " for name in ELSEWHERE))


@pytest.mark.parametrize("example", examples())
def test_the_examples_of_the_help_run(example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line of a help text works in a folder that has the files it names."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    prepare(example)
    before, _, arguments = example.rpartition("newsgauge ")
    text = Path("article.txt").read_text(encoding="utf-8")
    result = CliRunner().invoke(program, shlex.split(arguments), input=text if before else None)
    # Some examples show a gate, which may close.
    assert result.exit_code in ((0, 1) if "--fail" in example else (0,)), result.output


def test_every_command_has_an_example() -> None:
    """A help without an example, of a command or of one below it, is seen."""
    assert all("Examples:" in text for text in epilogs(program))
