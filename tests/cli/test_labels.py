"""``newsgauge labels``: from ten texts to a model of one's own; what is wrong is named, and nothing is half-written."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from labels.samples import WORDS, file, row, text
from newsgauge.cli import program
from newsgauge.cli.labels import command as labels
from newsgauge.examples import example_path
from newsgauge.labels.texts import sha256

SOBER = "The council of Penrow voted on Tuesday to repair the ferry, its clerk Ann Vale said. "
LOADED = "This shameful, disgusting betrayal by corrupt cowards is an outrage beyond belief! "
FIGURES = "Engineers at the Brackwater Institute wrote in a report of 12 May that repairs cost 400,000 pounds. "
VAGUE = "Many people believe that experts are said to be deeply worried about it. "


def story(number: int) -> str:
    """An invented article, the more loaded and vague the higher its number."""
    parts = [SOBER, FIGURES] * (9 - number) + [LOADED, VAGUE] * number
    return f"Ferry story {number}\n\n" + "".join(
        f"{part}In week {at} of the dispute nothing moved. " for at, part in enumerate(parts)
    )


def run(*arguments: str | Path, replies: str | None = None) -> Result:
    return CliRunner().invoke(program, ["labels", *map(str, arguments)], prog_name="newsgauge", input=replies)


def fine(*arguments: str | Path, replies: str | None = None) -> Result:
    result = run(*arguments, replies=replies)
    assert result.exit_code == 0, result.output
    return result


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Ten texts in a folder."""
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(10):
        (texts / f"{number:02}.txt").write_text(story(number), "utf-8")
    return tmp_path


def test_from_ten_texts_to_a_model_of_ones_own(folder: Path) -> None:
    """annotate, check, agreement, gold, train, score: the way of labels/README.md, by its commands alone."""
    answers = [["report", n // 3, 3 - n // 3, 0, 0, n // 5, 5 - n // 2, "why"] for n in range(10)]
    replies = "".join(f"{answer}\n" for one in answers for answer in one)
    texts, judged, gold = folder / "texts", folder / "ann.jsonl", folder / "gold.jsonl"
    fine("annotate", texts, "--annotator", "ann", "--to", judged, "--no-spans", replies=replies)
    assert "10 sound judgements of 10 texts, 0 problems" in fine("check", judged, "--texts", texts, "--complete").stderr
    assert "human annotators, codebook v2: 10 judgements" in fine("agreement", judged).stdout
    fine("gold", judged, "--texts", texts, "-o", gold)
    told = ["train", str(gold), "--out", str(folder / "model"), "--allow-leaks"]  # ten texts of one frame
    trained = CliRunner().invoke(program, told, prog_name="newsgauge")
    assert trained.exit_code == 0, trained.output
    model = str(folder / "model" / "model.json")
    places = [str(texts / "00.txt"), str(texts / "09.txt")]
    scored = CliRunner().invoke(
        program, ["score", *places, "--model", model, "--format", "jsonl"], prog_name="newsgauge"
    )
    first, last = (json.loads(line) for line in scored.stdout.splitlines())
    assert first["model"]["name"] == "mine"
    assert first["score"] > last["score"]


def commands() -> list[str]:
    return sorted(labels.commands)


@pytest.mark.parametrize("name", commands())
def test_every_help_ends_with_examples_that_fit(name: str) -> None:
    """Options that examples use exist."""
    one = labels.commands[name]
    shown = fine(name, "--help").stdout
    examples = [line.strip() for line in shown.partition("Examples:")[2].splitlines() if line.strip()]
    assert examples
    known = {option for parameter in one.params for option in (*parameter.opts, *parameter.secondary_opts)}
    for example in examples:
        words = shlex.split(example)
        assert words[:3] == ["newsgauge", "labels", name]
        assert {word for word in words if word.startswith("-")} <= known
    assert all(
        getattr(p, "help", "")
        for p in one.params
        if isinstance(p, click.Option) and p.name not in ("form", "version", "seed")
    )


def test_check_lists_every_problem_and_writes_nothing(folder: Path) -> None:
    """File and line for each; a broken cap is a note; once all is sound, rows without words are written."""
    one = story(0)
    place = file(
        folder / "ann.jsonl",
        row(id="00", spans=[{"label": "named", "text": "Ann Vale said", "nth": 1}], why="Sober."),
        row(id="01", wording=7),
        row(id="02", genre="reprot"),
        row(id="03", wording=3, reliability=4),
    )
    out = folder / "out.jsonl"
    result = run("check", place, "--texts", folder / "texts", "-o", out)
    assert result.exit_code == 3
    assert f"{place}:2: wording must be a whole number from 0 to 3, found 7" in result.stderr
    assert f"{place}:3: unknown genre 'reprot'; did you mean 'report'?" in result.stderr
    assert f"{place}:4: note: reliability 4, but the cap 'wording drives the report' says at most 2" in result.stderr
    assert not out.exists()
    file(place, *(json.loads(line) for line in place.read_text("utf-8").splitlines()[:1]))
    fine("check", place, "--texts", folder / "texts", "-o", out)
    (written,) = (json.loads(line) for line in out.read_text("utf-8").splitlines())
    start = one.index("Ann Vale said")
    assert (written["id"], written["sha256"]) == (sha256(one)[:10], sha256(one))
    assert written["spans"] == [{"label": "named", "start": start, "end": start + 13}]
    assert "Ann Vale" not in out.read_text("utf-8")


def test_words_of_the_text_leave_the_reason(folder: Path) -> None:
    """A reason that repeats three words of the text, or a marked span, isn't published; the note says so."""
    place = file(
        folder / "ann.jsonl",
        row(id="00", why="The council of Penrow voted, and it is told well."),
        row(id="01", why="A 'betrayal' is alleged.", spans=[{"label": "loaded", "text": "betrayal"}]),
        row(id="02", why="Named sources, plain words."),
    )
    result = fine("check", place, "--texts", folder / "texts", "-o", folder / "out.jsonl")
    reasons = [json.loads(line).get("why") for line in (folder / "out.jsonl").read_text("utf-8").splitlines()]
    assert reasons == [None, None, "Named sources, plain words."]
    assert result.stderr.count("note: 'why' repeats words of the text; left out") == 2


def test_check_names_what_nobody_judged(folder: Path) -> None:
    """--complete is for a round: who hasn't judged what."""
    result = run("check", file(folder / "ann.jsonl", row(id="00")), "--texts", folder / "texts", "--complete")
    assert "ann: 9 of 10 texts aren't judged: 01, 02" in result.stderr
    assert run("check", folder / "ann.jsonl", "--complete").exit_code == 2
    old = file(folder / "old.jsonl", row(codebook="v1"))
    assert "expected codebook v2, found v1" in run("check", old, "--only", "v2").stderr


@pytest.mark.parametrize("name", ["gold", "agreement"])
def test_bad_judgements_stop_what_follows_from_them(name: str, folder: Path) -> None:
    """One message with file and line, exit 2, and the output isn't touched."""
    out = folder / "out"
    out.write_text("old", "utf-8")
    place = file(folder / "ann.jsonl", row(), row(annotator="b", spans=[{"label": "loaded", "start": -1, "end": 2}]))
    result = run(name, place, "-o", out)
    assert result.exit_code == 2
    assert f"{place}:2: span 1: expected 0 <= start < end" in result.stderr
    assert out.read_text("utf-8") == "old"


def test_gold_mixes_nothing_unasked(folder: Path) -> None:
    """Versions and kinds of annotators: the message says how to choose."""
    place = file(folder / "j.jsonl", row(codebook="v1"), row())
    assert "choose with --codebook v1" in run("gold", place).stderr
    assert len(fine("gold", place, "--codebook", "v2").stdout.splitlines()) == 1
    place = file(folder / "j.jsonl", row(by="human"), row(annotator="m", id="1234567890"))
    assert "choose with --by human" in run("gold", place).stderr
    assert len(fine("gold", place, "--by", "human").stdout.splitlines()) == 1
    assert "no judgement left" in run("gold", place, "--codebook", "v0").stderr


def test_join_finds_texts_and_says_what_is_missing(folder: Path) -> None:
    """Keys, a corpus file and a folder of texts; gold, a folder that trains, and a list of what isn't there."""
    corpus = file(
        folder / "corpus.jsonl",
        {"corpus": "penrow", "id": "7", "title": "Ferry Late", "text": WORDS.partition("\n\n")[2] + " More."},
    )
    keys, gone = (
        text(corpus="penrow", corpus_id="7", cut=True),
        text("Gone for good.", corpus="allsides", corpus_id="x", title=None),
    )
    written = file(folder / "k.jsonl", *(one.row() for one in (keys, gone)))
    places = fine("keys", written, "-o", folder / "keys.jsonl")
    assert "Penrow ferry" not in (folder / "keys.jsonl").read_text("utf-8")
    assert places.exit_code == 0
    judged = file(folder / "j.jsonl", row(), row(id=gone.id))
    gold, out, missing = folder / "gold.jsonl", folder / "joined", folder / "missing.jsonl"
    common = ("join", judged, "--keys", folder / "keys.jsonl", "--corpora", corpus)
    result = fine(*common, "-o", gold, "--folder", out, "--missing", missing)
    assert "1 of 2 texts found." in result.stderr
    assert "1 missing from allsides (no such corpus): GitHub, ramybaly/Article-Bias-Prediction" in result.stderr
    assert [json.loads(line)["text"] for line in gold.read_text("utf-8").splitlines()] == [WORDS]
    assert sorted(path.name for path in out.iterdir()) == ["judgements.jsonl", "texts.jsonl"]
    assert [json.loads(line)["reason"] for line in missing.read_text("utf-8").splitlines()] == ["no such corpus"]
    assert run("join", judged, "--keys", folder / "keys.jsonl", "-o", gold).exit_code == 2
    assert "no loader; there are allsides" in run(*common, "--original", f"penrow={corpus}", "-o", gold).stderr
    assert "expected NAME=PATH" in run(*common, "--original", "penrow", "-o", gold).stderr


def test_export_and_import(folder: Path) -> None:
    """Out with suggested spans and back with a person's name; a full folder and a damaged file are refused."""
    texts, out = folder / "texts", folder / "studio"
    fine("export", texts, "--to", "label-studio", "--pre-annotate", "--out", out)
    tasks = json.loads((out / "tasks.json").read_text("utf-8"))
    assert len(tasks) == 10
    assert any(task["predictions"][0]["result"] for task in tasks)
    assert "expected a new or empty folder" in run("export", texts, "--to", "brat", "--out", out).stderr
    judged = file(folder / "ann.jsonl", row(id="00", spans=[{"label": "named", "text": "Ann Vale said", "nth": 2}]))
    page, back = folder / "ann.json", folder / "back.jsonl"
    fine("export", texts, "--judgements", judged, "--to", "w3c", "--out", page)
    fine("import", page, "--from", "w3c", "--texts", texts, "--annotator", "bea", "--by", "human", "-o", back)
    (found,) = (json.loads(line) for line in back.read_text("utf-8").splitlines())
    assert (found["annotator"], found["by"], len(found["spans"])) == ("bea", "human", 1)
    page.write_text(page.read_text("utf-8").replace('"exact": "Ann', '"exact": "Bob'), "utf-8")
    result = run("import", page, "--from", "w3c", "-o", folder / "none.jsonl")
    assert result.exit_code == 2
    assert "doesn't stand at" in result.stderr
    assert not (folder / "none.jsonl").exists()


def test_a_packet_is_there_whole_or_not_at_all(folder: Path) -> None:
    """Pages, codebook, instructions; a name that can't be a file's, and an unknown text, are refused before anything is written."""
    out = folder / "round"
    listed = folder / "exhaustive.txt"
    listed.write_text("03\n\n99\n", "utf-8")
    common = ("packet", folder / "texts", "--person", "ann", "--person", "ben")
    result = run(*common, "--exhaustive", listed, "--out", out)
    assert f"{listed}:3: no text '99' among 10" in result.stderr
    assert "expected different names" in run(*common, "--person", "../x", "--out", out).stderr
    assert not out.exists()
    listed.write_text("03\n", "utf-8")
    fine(*common, "--exhaustive", listed, "--out", out)
    assert {"ann.html", "ben.html", "README.md", "codebook.md", "texts.jsonl", "label-studio"} == {
        path.name for path in out.iterdir()
    }
    assert "expected a new or empty folder" in run(*common, "--out", out).stderr


def test_suggest_leaves_out_what_is_labelled(folder: Path) -> None:
    """Rows are texts for annotate; the program's opinion isn't in them."""
    gold = file(folder / "gold.jsonl", row(id="x", text=story(0)), row(id="y", text=story(9), reliability=1))
    found = fine("suggest", folder / "texts", "--labels", gold, "--count", "3", "-f", "jsonl").stdout.splitlines()
    assert 1 <= len(found) <= 3
    assert {"worth", "score"}.isdisjoint(json.loads(found[0]))
    assert not {story(0), story(9)} & {json.loads(line)["text"] for line in found}
    assert "worth" in fine("suggest", folder / "texts").stdout


def test_weak_labels_are_no_judgements(folder: Path) -> None:
    """Votes and a probability; without gold, by majority; a table of the functions beside it."""
    result = fine("weak", folder / "texts", "-o", folder / "weak.jsonl")
    rows = [json.loads(line) for line in (folder / "weak.jsonl").read_text("utf-8").splitlines()]
    assert len(rows) == 10
    assert "reliability" not in rows[0]
    assert rows[0]["weak_probability_sound"] > rows[9]["weak_probability_sound"]
    assert "combined by: majority (no gold to choose by)" in result.stdout
    assert run("weak").exit_code == 2
    gold = file(folder / "gold.jsonl", *(row(id=str(n), text=story(n), reliability=5 - n // 2) for n in range(10)))
    assert "combined by: majority" in fine("weak", "--gold", gold).stdout


def test_too_few_labels_for_a_curve(folder: Path) -> None:
    """The message says how many it takes."""
    gold = file(folder / "gold.jsonl", *(row(id=str(n), text=story(n)) for n in range(10)))
    assert "needs 40 labelled texts of 4 outlets or more, found 10 of 10" in run("curve", gold).stderr


def test_the_score_is_shown_after_the_answers_alone(folder: Path) -> None:
    """--show-after ends with what the score is not."""
    replies = "report\n0\n3\n0\n0\n0\n5\nwhy\n"
    example = Path(example_path())
    shown = fine(
        "annotate",
        example,
        "--annotator",
        "a",
        "--to",
        folder / "a.jsonl",
        "--no-spans",
        "--show-after",
        replies=replies,
    ).stdout
    assert shown.index("why, in one sentence") < shown.index("newsgauge: score")
    assert "No fact was checked." in shown
    hidden = fine(
        "annotate", example, "--annotator", "b", "--to", folder / "b.jsonl", "--no-spans", replies=replies
    ).stdout
    assert "score" not in hidden.replace(example.read_text("utf-8"), "")


def test_a_text_does_nothing_to_the_terminal(folder: Path) -> None:
    """Escape sequences and characters that turn the line around are shown, not sent."""
    place = folder / "odd.txt"
    place.write_text(f"Ferry\x1b[2J late\n\n\u202e{SOBER * 9}", "utf-8")
    shown = fine("annotate", place, "--annotator", "a", "--to", folder / "a.jsonl", replies="q\n").stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "⟨U+202E⟩" in shown


def test_corpora_are_listed_and_compared(folder: Path) -> None:
    """Where to get each; a folder without them says so for each."""
    assert "from GitHub, ramybaly/Article-Bias-Prediction" in fine("corpora").stdout
    assert "articles.jsonl.gz isn't there" in fine("corpora", "--check", folder).stdout


def test_the_codebook_is_printed() -> None:
    """As Markdown and as the TOML it is made from."""
    assert fine("codebook").stdout.startswith("# Codebook v2")
    assert 'version = "v1"' in fine("codebook", "--codebook", "v1", "-f", "toml").stdout
