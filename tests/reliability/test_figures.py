"""Versions by name, and figures kept beside a model: read where they belong to it, left out where they don't."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from newsgauge.errors import ModelError
from newsgauge.reliability import card, modelfile
from newsgauge.reliability.modelfile import FIGURES, load

ROWS: list[dict[str, Any]] = [
    {"part": "mirrored texts", "measure": "share", "value": 0.5, "low": 0.4, "high": 0.6, "n": 200, "note": "ours"},
    {
        "part": "slice",
        "measure": "share",
        "value": None,
        "low": None,
        "high": None,
        "n": 7,
        "note": "not shown (n < 50)",
    },
]


def test_a_version_is_asked_for_by_name() -> None:
    """The shipped version answers; another is refused with what was found."""
    shipped = load()
    assert load(f"news@{shipped.version}") == shipped
    with pytest.raises(ModelError, match=r"news@99: expected version 99, found"):
        load("news@99")


def test_a_lost_or_changed_table_is_noticed(tmp_path: Path) -> None:
    """model.json alone, and with other bytes beside it."""
    shipped = load()
    assert shipped.words
    (tmp_path / "model.json").write_bytes(modelfile.dumps(shipped))
    with pytest.raises(ModelError, match=r"words\.npz: not there"):
        load(tmp_path)
    (tmp_path / "words.npz").write_bytes(b"other")
    with pytest.raises(ModelError, match="SHA-256"):
        load(tmp_path)


def test_figures_are_read_where_they_belong_to_the_model(tmp_path: Path) -> None:
    """With the model's own hash they are the card's; with another's they are none."""
    model = load()
    for sha256, expected in ((model.sha256, {"fairness": ROWS}), ("other", {})):
        (tmp_path / FIGURES).write_text(json.dumps({"model": sha256, "tasks": {"fairness": ROWS}}), "utf-8")
        assert modelfile.figures(model, tmp_path) == expected


def test_the_card_has_the_figures_with_their_command() -> None:
    """Value and interval, n and note; what isn't shown says so."""
    text = card.render(load(), {"fairness": ROWS})
    assert "`newsgauge evaluate fairness --corpora DIR --labels DIR`" in text
    assert "| mirrored texts | share | 0.500 [0.400, 0.600] | 200 | ours |" in text
    assert "| slice | share | not shown | 7 | not shown (n < 50) |" in text


def test_without_figures_the_card_says_so() -> None:
    """Nothing is made up."""
    assert "fairness and stress: not stated for this version" in card.render(replace(load(), name="mine"))
