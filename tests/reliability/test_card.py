"""The card: every number is the file's, and what the file doesn't say is called so."""

from __future__ import annotations

import re
from dataclasses import replace

from newsgauge.article import LIMIT
from newsgauge.reliability import card, modelfile
from newsgauge.reliability.card import NOT_STATED, render
from reliability.models import card as scorecard
from reliability.models import curve

MODEL = scorecard(
    wording=(curve("epithets", -1, (0.0, 10.0), (0.0, 1.5)),),
    sourcing=(curve("names", 1, (0.0, 4.0), (-1.0, 0.5)), curve("flat", 1, (0.0, 4.0), (0.0, 0.0))),
)
EVALUATION = {
    "command": "newsgauge train --labels mine --seed 7",
    "protocol": "5-fold by group",
    "news_like": {
        "texts": 321,
        "figures": {"spearman": [0.612, 0.55, 0.67], "auc_weak": [None, None, None]},
        "items": {"wording": [0.7, 0.6, 0.8]},
        "controls": {"word_count": [0.01, -0.1, 0.1]},
    },
    "all": {"texts": 456, "figures": {"spearman": [0.71, 0.6, 0.8]}, "items": {}, "controls": {}},
    "genres": {"report": [120, 66.4], "satire": [12, None]},
    "data": {"texts": 456, "judgements": 900, "annotators": 3, "codebooks": ["v1"], "agreement": {"wording": 0.81}},
    "learnt": {"loaded": {"learnt_from": ["loaded_babe"], "licence": "not stated", "examples": 2000}},
}


def test_the_card_says_what_the_score_is() -> None:
    """The limit sentence stands at the top, abstention, contest and what it is not in sections of their own."""
    text = render(MODEL)
    assert text.index(LIMIT) < 200
    for heading in ("What it is, and what it is not", "Limits, and when it says nothing", "How to contest a score"):
        assert f"\n## {heading}\n" in text
    assert "is not\nagreement between people" in text


def test_figures_stand_as_in_the_file_news_like_first() -> None:
    """Values come with their intervals; what couldn't be measured is not shown; genres of few texts neither."""
    text = render(replace(MODEL, evaluation=EVALUATION))
    assert "| measure [95 % interval] | news-like, n = 321 | all, n = 456 |" in text
    assert "| Spearman's rank correlation with gold | 0.612 [0.550, 0.670] | 0.710 [0.600, 0.800] |" in text
    assert "| AUC, gold ≤ 2 against the rest | not shown | not shown |" in text
    assert "| report | 120 | 66 |" in text
    assert "| satire | 12 | not shown |" in text
    assert "`newsgauge train --labels mine --seed 7`" in text
    assert "456 texts, 900 judgements by 3 annotators (codebook v1)" in text
    assert "| wording | 0.810 |" in text
    assert "BABE" in text


def test_ranges_are_worked_out_from_the_curves() -> None:
    """1.5 steps of wording at 12 points cost 18; sourcing brings from -10 to +5; a flat curve isn't listed."""
    text = render(MODEL)
    assert "| `epithets` | pieces | -18.0 | +0.0 |" in text
    assert "| `names` | pieces | -10.0 | +5.0 |" in text
    assert "`flat`" not in text


def test_a_bare_model_says_what_is_not_stated() -> None:
    """Without an evaluation nothing is invented."""
    text = render(MODEL)
    assert f"{NOT_STATED} texts" in text
    assert f"Command: `{NOT_STATED}`" in text


def test_what_is_not_attempted_and_whom_all_was_learnt_from() -> None:
    """Techniques left alone, every table's source with its licence, and how to object."""
    text = card.render(modelfile.load())
    for said in (
        "whataboutism",
        "known words",
        "PolNeAR",
        "fa_kes",
        "Apache-2.0",
        "CC BY 4.0",
        "newsgauge contest",
        "MIT",
    ):
        assert said in text, said
    assert "**Not attempted**" in text


def test_known_failures_stand_with_their_score() -> None:
    """Texts of our own, as measured with this model, apart from the other figures."""
    rows = [
        {"part": "known failure: irony", "measure": "score, points", "value": 53.0, "low": None, "high": None, "n": 1,
         "note": "a reader would give about 25."},
        {"part": "still: spaces", "measure": "share within 2 points", "value": 1.0, "low": None, "high": None, "n": 9,
         "note": ""},
    ]  # fmt: skip
    text = card.render(modelfile.load(), {"stress": rows})
    assert "| irony | 53 | a reader would give about 25. |" in text
    assert "known failure: irony" not in text
    assert "| still: spaces | share within 2 points | 1.000 | 9 |  |" in text


def test_every_command_of_the_card_exists() -> None:
    """Whoever wants a figure again finds its command."""
    from click.testing import CliRunner

    from newsgauge.cli.program import program

    text = card.render(
        modelfile.load(), {name: [{"part": "p", "measure": "m", "value": 1.0, "n": 1}] for name in card.TASKS}
    )
    commands = {tuple(found.split()[:2]) for found in re.findall(r"`newsgauge ([a-z ]+?)(?: [A-Z`-].*?)?`", text)}
    assert {("evaluate", name) for name in card.TASKS} <= commands
    for command in sorted(commands):
        assert CliRunner().invoke(program, [*command, "--help"]).exit_code == 0, command
