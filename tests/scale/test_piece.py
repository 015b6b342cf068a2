"""What a cluster's worker does with a piece, without a cluster."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsgauge.errors import ConfigError
from newsgauge.readers import ReadOptions
from newsgauge.scale import Settings, plan, store
from newsgauge.scale.piece import Identity, Piecework, identity, run_apart, run_piece
from scale import invented


@pytest.fixture
def work(tmp_path: Path) -> Piecework:
    """A piece of seven articles in parts of three."""
    for name in ("parts", "_rejects"):
        store.make_folder(str(tmp_path / "out" / name))
    path = invented.jsonl(tmp_path / "a.jsonl", 7)
    (piece,) = plan.pieces(plan.sources([str(path)], ReadOptions()), 3, ReadOptions())
    return Piecework(piece, Settings(str(tmp_path / "out"), "jsonl", rows=3), frozenset(), identity())


def ids(work: Piecework) -> list[str]:
    folder = Path(work.settings.folder) / "parts"
    return [json.loads(line)["id"] for path in sorted(folder.iterdir()) for line in path.read_text().splitlines()]


@pytest.mark.parametrize("way", [run_piece, run_apart])
def test_both_ways_write_the_same_parts(work: Piecework, way: type) -> None:
    """In the worker's process and beside it: each part once, in order."""
    outcomes = way(work)
    assert [(one.part, one.rows) for one in outcomes] == [
        (f"part-000000-{at:06}", rows) for at, rows in enumerate((3, 3, 1))
    ]
    assert ids(work) == [f"a{at:05}" for at in range(7)]


def test_parts_that_are_there_are_left_out(work: Piecework) -> None:
    """A piece that is done again after a stop makes what is missing."""
    outcomes = run_piece(work._replace(done=frozenset({"part-000000-000001"})))
    assert [one.part[-1] for one in outcomes] == ["0", "2"]


def test_another_installation_is_refused(work: Piecework) -> None:
    """The message says what differs."""
    with pytest.raises(ConfigError, match=r"a worker of the cluster differs: newsgauge is .* there and 0\.0\.0 here"):
        run_piece(work._replace(expected=Identity("0.0.0", *identity()[1:])))


def test_an_input_that_cannot_be_seen_is_an_error(work: Piecework) -> None:
    """A worker without the shared folder stops the run: it doesn't turn every article into a reject."""
    Path(work.piece.sources[0].path).unlink()
    with pytest.raises(FileNotFoundError):
        run_piece(work)
