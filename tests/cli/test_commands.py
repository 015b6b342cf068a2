"""What commands print and which code they end with."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import jsonschema
import pytest

from cli.conftest import Run, annotate_many
from newsgauge import __version__
from newsgauge.article import LIMIT
from newsgauge.cli import inputs
from newsgauge.cli.program import COMMANDS
from newsgauge.readers import FORMATS, read
from newsgauge.report.cells import cells
from newsgauge.schema import annotation_schema
from newsgauge.writers import to_dicts

pytestmark = pytest.mark.usefixtures("core")


def test_version(run: Run) -> None:
    """One line, the package's own version."""
    assert run("--version").stdout == f"newsgauge {__version__}\n"


def test_score_json_is_the_librarys_answer(run: Run) -> None:
    """`--format json` equals `to_dict` of what the core gives for the same files."""
    paths = ["article.txt", "short.txt", "absent.txt"]
    answer = json.loads(json.dumps(to_dicts(annotate_many(read(paths)), with_text=True)))
    assert json.loads(run("score", *paths, "-f", "json", "--with-text").stdout) == answer


def test_annotate_json_is_an_object_for_one_and_an_array_for_several(run: Run) -> None:
    """One article, one object; two, an array; text stands by default."""
    one = json.loads(run("annotate", "article.txt", "--format", "json").stdout)
    two = json.loads(run("annotate", "article.txt", "short.txt", "--format", "json").stdout)
    assert one["status"] == "scored"
    assert one["text"].startswith("SHOCKING")
    assert [record["status"] for record in two] == ["scored", "abstained"]


def test_text_is_left_out_or_in(run: Run) -> None:
    """`score` leaves the text out unless asked, `annotate` keeps it unless asked."""
    assert "text" not in json.loads(run("score", "article.txt", "-f", "jsonl").stdout)
    assert "text" in json.loads(run("score", "article.txt", "-f", "jsonl", "--with-text").stdout)
    assert "text" not in json.loads(run("annotate", "article.txt", "-f", "jsonl", "--without-text").stdout)


def test_every_written_record_fits_the_schema_the_command_prints(run: Run) -> None:
    """`newsgauge schema` validates what `score --format jsonl` writes."""
    schema = json.loads(run("schema").stdout)
    assert schema == json.loads(annotation_schema())
    for line in run("score", "article.txt", "absent.txt", "short.txt", "-f", "jsonl").stdout.splitlines():
        jsonschema.Draft202012Validator(schema).validate(json.loads(line))


def test_failed_rows_stand_in_order_and_are_summed_up(run: Run) -> None:
    """The second of three inputs is missing: its row is second, stderr says so, the code is 3."""
    result = run("score", "article.txt", "absent.txt", "short.txt", "--format", "jsonl")
    statuses = [json.loads(line)["status"] for line in result.stdout.splitlines()]
    assert statuses == ["scored", "failed", "abstained"]
    assert result.stderr.startswith("1 of 3 inputs failed:\n  absent.txt: ")
    assert result.exit_code == 3


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["article.txt"], 0),
        (["short.txt", "--fail-under", "99"], 0),
        (["article.txt", "--fail-under", "41"], 0),
        (["article.txt", "--fail-under", "42"], 1),
        (["article.txt", "--fail-on", "vagueness"], 1),
        (["article.txt", "--fail-on", "loaded_wording.epithet"], 1),
        (["article.txt", "absent.txt", "--fail-under", "99"], 3),
        (["article.txt", "--fail-under", "101"], 2),
        (["article.txt", "--fail-on", "loded_wording"], 2),
        (["article.txt", "--select", "loded_wording"], 2),
        (["article.txt", "--format", "xml"], 2),
        (["article.txt", "--config", "absent.toml"], 2),
        ([], 2),
    ],
)
def test_exit_codes(run: Run, arguments: list[str], code: int) -> None:
    """0 fine, 1 gate, 2 usage, 3 input failed (outranks 1); an abstained text is below nothing."""
    result = run("score", *arguments)
    assert result.exit_code == code
    assert "Traceback" not in result.output


def test_an_unknown_name_is_answered_with_the_near_one(run: Run) -> None:
    """A misspelt family suggests the right one, wherever it is given."""
    assert "did you mean 'loaded_wording'" in run("score", "article.txt", "--ignore", "loded_wording").stderr
    assert "Did you mean 'score'" in run("scor").stderr
    assert "did you mean loaded_wording" in run("explain", "loded_wording").stderr


def test_a_threshold_of_the_configuration_counts(run: Run) -> None:
    """`fail_under` of newsgauge.toml is score's default, and the command line overrides it."""
    Path("newsgauge.toml").write_text("[thresholds]\nfail_under = 90\n", encoding="utf-8")
    assert run("score", "article.txt").exit_code == 1
    assert run("score", "article.txt", "--fail-under", "10").exit_code == 0


def test_the_table_says_what_the_score_is(run: Run) -> None:
    """Plain when piped, the limit sentence under it, no line over 80 cells."""
    result = run("score", "article.txt", "short.txt", "absent.txt")
    assert LIMIT in result.stdout
    assert "\x1b" not in result.stdout
    assert max(cells(line) for line in result.stdout.splitlines()) <= 80


def test_colour_is_ours_to_decide(run: Run) -> None:
    """FORCE_COLOR colours a pipe, NO_COLOR wins over it, 0 and nothing force nothing."""
    assert "\x1b[" in run("annotate", "article.txt", env={"FORCE_COLOR": "1"}).stdout
    assert "\x1b[" not in run("annotate", "article.txt", env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout
    assert "\x1b[" not in run("annotate", "article.txt", env={"FORCE_COLOR": "0"}).stdout


def test_csv_has_a_row_per_article(run: Run) -> None:
    """Header and three rows, in order."""
    rows = list(csv.DictReader(io.StringIO(run("score", "stories.jsonl", "short.txt", "-f", "csv").stdout)))
    assert [row["status"] for row in rows] == ["scored", "scored", "abstained"]
    assert rows[0]["place"].startswith("stories.jsonl:1")


def test_lines_name_place_line_and_column(run: Run) -> None:
    """“furious” is the fifth character of the third line."""
    lines = run("annotate", "article.txt", "--format", "lines").stdout.splitlines()
    assert "article.txt:3:5: loaded_wording.epithet: A feeling stated as a fact." in lines


def test_standard_input(run: Run) -> None:
    """`-` reads what is piped in."""
    text = Path("article.txt").read_text(encoding="utf-8")
    assert json.loads(run("score", "-", "-f", "jsonl", input=text).stdout)["place"] == "-"


def test_output_is_written_whole(run: Run) -> None:
    """--output leaves nothing on stdout, and no partial file beside it."""
    result = run("score", "article.txt", "--format", "jsonl", "--output", "rows.jsonl")
    assert result.stdout == ""
    assert json.loads(Path("rows.jsonl").read_text(encoding="utf-8"))["score"] == 41.5
    assert not list(Path().glob(".*part"))


def test_output_into_an_absent_folder_is_a_usage_error(run: Run) -> None:
    """The message names the folder; nothing is written."""
    result = run("score", "article.txt", "-o", "no/rows.csv", "-f", "csv")
    assert result.exit_code == 2
    assert "does not exist" in result.stderr


def test_an_interrupted_run_leaves_the_old_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with 130, and what stood in the file before still does."""
    Path("rows.jsonl").write_text("old", encoding="utf-8")

    def interrupted(*_: object, **__: object) -> object:
        yield next(annotate_many(read(["article.txt"])))
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["newsgauge.core"], "annotate_many", interrupted)
    result = run("score", "article.txt", "-f", "jsonl", "-o", "rows.jsonl")
    assert result.exit_code == 130
    assert Path("rows.jsonl").read_text(encoding="utf-8") == "old"
    assert not list(Path().glob(".*part"))


def test_html_and_sarif_come_out(run: Run) -> None:
    """A page and a log, each whole."""
    assert run("score", "article.txt", "-f", "html").stdout.startswith("<!DOCTYPE html>")
    assert json.loads(run("annotate", "article.txt", "-f", "sarif").stdout)["version"] == "2.1.0"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_has_examples(run: Run, command: str) -> None:
    """--help ends with an Examples section of newsgauge commands, in 80 columns."""
    text = run(command, "--help").stdout
    examples = text.partition("Examples:\n")[2].strip().splitlines()
    assert examples
    assert all("newsgauge " in line for line in examples)
    assert max(map(len, text.splitlines())) <= 80


def test_the_listing_is_not_behind_the_commands() -> None:
    """Input formats offered by --help are those the readers know."""
    assert inputs.INPUT_FORMATS == FORMATS
