"""Leaks: the same story under two outlets is one group, doubles and texts of the shipped table are refused."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from newsgauge import impressions
from newsgauge.cli.program import program
from newsgauge.impressions import BITS, TARGETS, Impressions
from newsgauge.reliability.labelled import LabelledText, grouped, read_labels
from newsgauge.reliability.leaks import leaks, too_few, warnings
from reliability.test_train import invented

STORY = "The mill on the lower river was sold on Friday to its eleven workers, its keeper Ann Tolley said in the yard. "


def rows(texts: list[tuple[str, str, str]]) -> list[dict[str, object]]:
    items = {
        "wording": 0,
        "sourcing": 2,
        "language": 0,
        "residue": 0,
        "headline": 0,
        "reliability": 4,
        "genre": "report",
    }
    return [{"id": name, "outlet": outlet, "text": text, **items} for name, outlet, text in texts]


def stored(folder: Path, texts: list[tuple[str, str, str]]) -> list[LabelledText]:
    place = folder / "labels.jsonl"
    place.write_text("".join(json.dumps(row) + "\n" for row in rows(texts)), "utf-8")
    return read_labels(place, join=True)


def test_outlets_that_print_the_same_story_are_one_group(tmp_path: Path) -> None:
    """Copies join their outlets, and whatever else these print; a third outlet stays by itself."""
    other = "Nothing at all was decided by the board that met in the old school on Monday evening, its clerk told us. "
    found = stored(
        tmp_path,
        [
            ("1", "a.example", STORY * 3),
            ("2", "b.example", "UPDATE: " + STORY * 3),
            ("3", "b.example", other),
            ("4", "c.example", "Rain fell on the quay and the boats waited for the tide to turn again."),
        ],
    )
    assert [text.group for text in found] == ["a.example", "a.example", "a.example", "c.example"]


def test_groups_without_copies_stay_as_they_are() -> None:
    """Nothing is joined without a reason."""
    texts = [invented(0), invented(3)]
    assert [text.group for text in grouped(texts)] == [text.group for text in texts]


def test_a_text_that_stands_twice_is_named(tmp_path: Path) -> None:
    """Case and white space make no other text of it."""
    found = stored(tmp_path, [("1", "a.example", STORY * 2), ("2", "a.example", STORY.upper() + "\n" + STORY)])
    (problem,) = leaks(found, None)
    assert "1 texts stand twice or more (1 and 2)" in problem


def test_texts_of_the_shipped_table_are_named(tmp_path: Path) -> None:
    """Their impressions would be too good."""
    found = stored(tmp_path, [("1", "a.example", STORY * 2), ("2", "b.example", "Rain fell all day on the quay.")])
    weights = np.zeros((3, 1 << BITS, len(TARGETS)), np.float32)
    table = Impressions(weights, np.zeros(len(TARGETS)), impressions.fingerprints([STORY * 2]), {})
    (problem,) = leaks(found, table)
    assert "learnt on 1 of these texts (1" in problem
    assert leaks(found, None) == []


def test_few_texts_are_warned_about(tmp_path: Path) -> None:
    """How wide intervals are, and that no outlet is named."""
    found = stored(tmp_path, [("1", "a.example", STORY)])
    told = " ".join(warnings([text._replace(about={}) for text in found * 64]))
    assert "64 texts: a rank correlation is uncertain by about ±0.25" in told
    assert "no text names its outlet" in told
    assert "one genre" in told


def test_genres_and_items_that_are_missing_are_warned_about() -> None:
    """No genre at all, one the codebook hasn't, an item that nobody judged."""
    text = invented(0)

    def told(genre: str | None, **items: float) -> str:
        changed = text._replace(genre=genre or "other", judgements=({"genre": genre},), items={**text.items, **items})
        return " ".join(warnings([changed]))

    assert "no text names its genre" in told(None)
    assert "genre poem: none of the codebook's (advocacy, " in told("poem")
    assert "no text has headline: it is taken for 0" in told("report", headline=math.nan)
    assert "taken for 0" not in told("report", headline=1.0)


def test_too_few_texts_are_refused() -> None:
    """Two on either side of 4, and an item at all; few of a side are warned about."""
    text = invented(0)
    sound, weak = text._replace(reliability=4.0), text._replace(reliability=2.0)
    assert too_few([sound] * 2 + [weak] * 2) == ""
    assert "1 of 10 texts have a reliability of 4 or more: expected at least 2" in too_few([sound] + [weak] * 9)
    bare = [one._replace(items=dict.fromkeys(text.items, math.nan)) for one in [sound] * 5 + [weak] * 5]
    assert "no text has an item" in too_few(bare)
    assert "expected judged texts, found none" in too_few([])
    assert "rests on 3 texts of a side" in " ".join(warnings([sound] * 3 + [weak] * 30))
    assert "of a side" not in " ".join(warnings([sound] * 30 + [weak] * 30))


def test_many_doubles_are_not_all_listed(tmp_path: Path) -> None:
    """Three by name, the others by number."""
    (problem,) = leaks(stored(tmp_path, [(str(n), "a.example", STORY) for n in range(9)]), None)
    assert "(0 and 1 and 2 and 6 more)" in problem


@pytest.mark.slow
def test_the_command_refuses_and_obeys(tmp_path: Path) -> None:
    """A double stops training with its reason; told to, it goes on and says so."""
    place, out = tmp_path / "mine.jsonl", tmp_path / "model"
    told = [invented(n) for n in range(60)]
    lines = [
        {**t.items, "id": t.article.id, "outlet": t.group, "text": t.article.text, "has_title": True,
         "genre": t.genre, "reliability": t.reliability}
        for t in told
    ]  # fmt: skip
    place.write_text("".join(json.dumps(line) + "\n" for line in [*lines, {**lines[0], "id": "again"}]), "utf-8")
    refused = CliRunner().invoke(program, ["train", str(place), "--out", str(out)])
    assert refused.exit_code == 2
    assert "stand twice or more" in refused.output
    obeyed = CliRunner().invoke(program, ["train", str(place), "--out", str(out), "--allow-leaks"])
    assert obeyed.exit_code == 0, obeyed.output
    assert "warning: " in obeyed.output
    assert (out / "model.json").is_file()
    assert (out / "words.npz").is_file()
