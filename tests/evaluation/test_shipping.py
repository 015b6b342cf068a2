"""Tables that ship equal those that the corpora give; making them leaves what ships alone until it is written."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from newsgauge import learnt
from newsgauge.errors import LabelsError
from newsgauge.evaluation import shipping


@pytest.mark.parametrize("option", ["--only", "--without"])
def test_an_unknown_table_is_refused(option: str) -> None:
    """Both options name tables, and say which there are."""
    with pytest.raises(LabelsError, match=f"{option}: expected names among known_words, cue, loaded.*found weather"):
        shipping.wanted(**{option.strip("-"): ["weather"]})


def test_tables_come_in_order() -> None:
    """Whatever order they are named in: attributions are read with the cues, the genre with all."""
    assert shipping.wanted(["genre", "cue", "attributed"]) == ("cue", "attributed", "genre")
    assert shipping.wanted(without=["genre"])[-1] == "translation"


def test_a_table_is_made_as_if_it_and_later_ones_were_absent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """While `attributed` is learnt, `loaded` is there and neither it nor `genre` is; afterwards all are again."""
    there: list[tuple[str, ...]] = []

    def files(*_: object) -> list[tuple[str, bytes]]:
        there.append(tuple(name for name in learnt.NAMES if learnt.available(name)))
        return []

    monkeypatch.setattr(shipping, "_files", files)
    assert not list(shipping.build(tmp_path, None, ["attributed"]))
    assert there == [("loaded",)]
    assert all(learnt.available(name) for name in learnt.NAMES)


def test_a_check_says_what_differs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A shipped table is the same as itself; with one weight changed the check says which array, how many, how much."""
    table = learnt.load("residue")
    moved = table.shapes.copy()
    moved[-1] += 0.25
    other = dataclasses.replace(table, shapes=moved)
    file = "weights/residue.npz"
    found: list[shipping.Compared] = []
    for one in (table, other):
        content = learnt.save(one)
        monkeypatch.setattr(shipping, "_files", lambda *_, content=content: [(file, content)])
        found += shipping.check(Path(), None, ["residue"])
    assert found[0] == shipping.Compared("residue", "residue.npz", same=True, note="")
    assert found[1] == shipping.Compared(
        "residue", "residue.npz", same=False, note=f"shapes: 1 of {len(moved)} differ, by up to 0.25"
    )


def test_a_check_names_the_first_line_that_differs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists of words are compared line by line."""
    path = Path(learnt.__file__).parent / "lexicons" / "words" / "cue.txt"
    lines = path.read_bytes().splitlines(keepends=True)
    changed = b"".join([*lines[:4], b"other" + lines[4], *lines[5:]])
    monkeypatch.setattr(shipping, "_files", lambda *_: [("words/cue.txt", changed)])
    (found,) = shipping.check(Path(), None, ["cue"])
    assert found.note == f"1 lines of {len(lines)} differ, the first is line 5"


@pytest.mark.parametrize("name", ["cue", "residue"])
def test_what_ships_is_what_the_corpora_give(shared: Path, name: str) -> None:
    """The quickest tables, made anew: the same to the byte. The others: ``newsgauge train --corpora DIR --check``."""
    assert [one for one in shipping.check(shared / "corpora", None, [name]) if not one.same] == []
