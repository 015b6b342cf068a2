"""A large run: what comes out, how it is continued, and what it refuses."""

from __future__ import annotations

import errno
import gzip
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

import newsgauge
from newsgauge.errors import ConfigError
from newsgauge.readers import ReadOptions, read
from newsgauge.scale import Settings, Totals, part, score_all, store
from newsgauge.scale.ledger import DONE
from newsgauge.writers import json_lines
from scale import invented

pq: Any = pytest.importorskip("pyarrow.parquet")
SMALL = Settings("", "jsonl", rows=4)


def table(folder: Path) -> list[dict[str, Any]]:
    """All rows of all Parquet parts."""
    return [row for path in sorted((folder / "parts").iterdir()) for row in pq.read_table(path).to_pylist()]


def joined(folder: Path) -> bytes:
    """All lines of all parts."""
    return b"".join(path.read_bytes() for path in sorted((folder / "parts").iterdir()))


def here(path: Path, out: Path, settings: Settings = SMALL, **rest: Any) -> Totals:
    return score_all([str(path)], str(out), settings, workers=0, **rest)


def expected(path: Path) -> bytes:
    return b"".join(json_lines(newsgauge.annotate_many(read([str(path)])), with_text=False))


def test_parts_hold_what_the_library_answers(tmp_path: Path) -> None:
    """Two processes, parts of four: byte for byte and in order what `annotate_many` gives."""
    path = invented.jsonl(tmp_path / "a.jsonl", 19)
    totals = score_all([str(path)], str(tmp_path / "out"), SMALL, workers=2)
    assert joined(tmp_path / "out") == expected(path)
    assert (totals.rows, totals.abstained, totals.read) == (19, 19, path.stat().st_size)


@pytest.mark.parametrize("form", ["parquet", "jsonl", "jsonl.gz"])
def test_one_file_is_the_parts_in_order(tmp_path: Path, form: Any) -> None:
    """FILE holds every row in order, its manifest and rejects stand beside it, and the parts are gone."""
    path = invented.jsonl(tmp_path / "a.jsonl", 10)
    out = tmp_path / f"scores.{form}"
    here(path, out, replace(SMALL, form=form))
    if form == "parquet":
        assert [row["id"] for row in pq.read_table(out).to_pylist()] == [f"a{at:05}" for at in range(10)]
    else:
        data = out.read_bytes()
        assert (gzip.decompress(data) if form == "jsonl.gz" else data) == expected(path)
    names = {name for name in os.listdir(tmp_path) if name.startswith("scores")}
    assert names == {out.name, f"{out.name}.manifest.json", f"{out.name}.rejects.jsonl"}
    assert here(path, out, replace(SMALL, form=form)).rows == 0  # complete already


def test_rejects_have_place_and_reason_and_a_row_in_their_place(tmp_path: Path) -> None:
    """Half a line of JSON and a record without a text: the run goes on, and says where they are."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(invented.lines(2) + b'{"text": "half a li\n{"id": "x", "body": "b"}\n' + invented.lines(1, 2))
    totals = here(path, tmp_path / "out")
    rejects = [json.loads(line) for line in (tmp_path / "out" / "_rejects.jsonl").read_text().splitlines()]
    assert [(one["place"], one["id"]) for one in rejects] == [(f"{path}:3", ""), (f"{path}:4", "x")]
    assert "not valid JSON at column 10" in rejects[0]["reason"]
    assert "no field 'text'" in rejects[1]["reason"]
    assert (totals.rows, totals.failed) == (5, 2)
    assert joined(tmp_path / "out") == expected(path)


def test_the_same_id_twice_is_two_rows(tmp_path: Path) -> None:
    """Nothing is joined or dropped by id; the place tells them apart."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(invented.lines(1) * 3)
    here(path, tmp_path / "out", replace(SMALL, form="parquet"))
    rows = table(tmp_path / "out")
    assert [(row["id"], row["place"]) for row in rows] == [("a00000", f"{path}:{at}") for at in (1, 2, 3)]


def test_paths_in_any_script(tmp_path: Path) -> None:
    """Spaces, accents and other scripts in the names of folders and files."""
    folder = tmp_path / "Zürich 新聞"
    folder.mkdir()
    path = invented.jsonl(folder / "«статьи» №1.jsonl", 5)
    here(path, folder / "out ✓", replace(SMALL, form="parquet"))
    assert [row["place"] for row in table(folder / "out ✓")] == [f"{path}:{at}" for at in range(1, 6)]


def test_articles_of_archives_and_tables(tmp_path: Path) -> None:
    """Extraction included: address, outlet and date travel into the table."""
    pytest.importorskip("fastwarc")
    path = invented.warc_gz(tmp_path / "w.warc.gz", range(3))
    here(path, tmp_path / "out", replace(SMALL, form="parquet", options=ReadOptions(html="fast")))
    rows = table(tmp_path / "out")
    assert [(row["outlet"], row["published"]) for row in rows] == [
        ("paper.example", f"2026-03-0{at}") for at in (1, 2, 3)
    ]
    assert [row["title"] for row in rows] == [f"Bridge {at} stays closed" for at in range(3)]


# -- continuing ------------------------------------------------------------------------------------------------------------


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15)
@given(st.sets(st.integers(0, 4)), st.sets(st.integers(0, 4)), st.booleans())
def test_any_stop_is_continued(tmp_path: Path, lost_parts: set[int], lost_lines: set[int], torn: bool) -> None:
    """Whatever parts or lines of the log a stop took, the next run makes exactly these again."""
    path = invented.jsonl(tmp_path / "a.jsonl", 18)
    out = tmp_path / "out"
    here(path, out, restart=True)
    whole = joined(out)
    for at in lost_parts:
        (out / "parts" / f"part-000000-{at:06}.jsonl").write_bytes(b"{")
    log = (out / DONE).read_bytes().splitlines(keepends=True)
    kept = b"".join(line for at, line in enumerate(log) if at not in lost_lines)
    (out / DONE).write_bytes(kept + (b'{"part": "part-0' if torn else b""))
    totals = here(path, out)
    assert joined(out) == whole
    assert (totals.rows, totals.resumed) == (18, 5 - len(lost_parts | lost_lines))
    again = here(path, out)
    assert (again.now, again.rows) == (0, 18)


_CHANGES: list[tuple[str, Any]] = [
    ("option with_text: was False, is True", {"with_text": True}),
    ("option rows: was 4, is 5", {"rows": 5}),
    ("option read_html: was 'full', is 'fast'", {"options": ReadOptions(html="fast")}),
    ("option ignore", {"config": newsgauge.Config(ignore=("residue",))}),
]


@pytest.mark.parametrize(("says", "change"), _CHANGES)
def test_changed_options_are_refused(tmp_path: Path, says: str, change: dict[str, Any]) -> None:
    """A run isn't continued as a run of something else; the message says what differs and what to do."""
    path = invented.jsonl(tmp_path / "a.jsonl", 5)
    here(path, tmp_path / "out")
    with pytest.raises(ConfigError, match=f"(?s){says}.*--restart"):
        here(path, tmp_path / "out", replace(SMALL, **change))
    assert here(path, tmp_path / "out", replace(SMALL, **change), restart=True).now == 5


def test_a_changed_input_is_refused_by_name(tmp_path: Path) -> None:
    """More lines, another file, a file in its place: each is named."""
    path = invented.jsonl(tmp_path / "a.jsonl", 5)
    here(path, tmp_path / "out")
    before = path.stat().st_size
    invented.jsonl(path, 6)
    with pytest.raises(ConfigError, match=rf"a\.jsonl: has changed \({before} bytes then, {path.stat().st_size} now\)"):
        here(path, tmp_path / "out")
    other = invented.jsonl(tmp_path / "b.jsonl", 5)
    with pytest.raises(ConfigError, match=r"a\.jsonl: was read, is not there any more; input .*b\.jsonl: is new"):
        here(other, tmp_path / "out")


def test_a_changed_model_is_refused(tmp_path: Path) -> None:
    """Scores of two models don't go into one table."""
    from newsgauge.reliability import scorecard

    path = invented.jsonl(tmp_path / "a.jsonl", 5)
    here(path, tmp_path / "out")
    other = replace(scorecard.load(), version="99", sha256="0" * 64)
    with pytest.raises(ConfigError, match=r"model sha256: was .* is '0000"):
        here(path, tmp_path / "out", replace(SMALL, model=other))


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    """No run begins among files of somebody else's; --restart doesn't delete them either."""
    path = invented.jsonl(tmp_path / "a.jsonl", 2)
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.txt").write_text("three years of work")
    for restart in (False, True):
        with pytest.raises(ConfigError, match=r"found thesis\.txt"):
            here(path, out, restart=restart)
    assert (out / "thesis.txt").read_text() == "three years of work"


def test_a_second_run_into_the_same_folder_waits_for_nobody(tmp_path: Path) -> None:
    """Two runs at once would write each other's log."""
    pytest.importorskip("fcntl")
    path = invented.jsonl(tmp_path / "a.jsonl", 9)
    out = tmp_path / "out"
    refused = []

    def second(_: Totals) -> None:
        with pytest.raises(ConfigError, match="another run is writing there") as error:
            here(path, out)
        refused.append(error)

    here(path, out, watch=second)
    assert len(refused) == 3


def test_a_full_disk_stops_the_run_and_the_next_one_continues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No half part is left, nothing that was finished is lost."""
    path = invented.jsonl(tmp_path / "a.jsonl", 18)
    out = tmp_path / "out"
    real, written = os.fsync, []

    def full(descriptor: int) -> None:
        written.append(descriptor)
        if len(written) == 6:  # the manifest, then a part and its line in the log in turn
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        here(path, out)
    monkeypatch.undo()
    assert len(list((out / "parts").iterdir())) == 2
    assert here(path, out).resumed == 2
    assert joined(out) == expected(path)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs POSIX signals")
@pytest.mark.slow
def test_a_stopped_run_is_continued_by_the_same_command(tmp_path: Path) -> None:
    """Ctrl-C, SIGTERM, SIGKILL in mid-part: no process is left, and the same command goes on to the undisturbed result."""
    path = invented.jsonl(tmp_path / "a.jsonl", 1500)
    out = tmp_path / "out"
    command = [sys.executable, "-m", "newsgauge", "score", str(path), "--out", str(out), "--workers", "2"]
    command += ["--format", "jsonl", "--shard-rows", "25"]
    log, finished = out / DONE, 0
    for stop, code, says in (
        (signal.SIGINT, 130, "the same command continues"),
        (signal.SIGTERM, 130, "continues"),
        (signal.SIGKILL, -9, ""),
    ):
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
        deadline = time.monotonic() + 60
        while not (log.exists() and log.read_bytes().count(b"\n") >= finished + 3) and time.monotonic() < deadline:
            time.sleep(0.01)
        os.killpg(process.pid, stop) if stop == signal.SIGINT else process.send_signal(stop)  # Ctrl-C goes to all
        said = process.communicate()[1]  # until the last of its processes has ended
        assert process.returncode == code
        assert says in said
        assert "Traceback" not in said
        assert finished + 3 <= log.read_bytes().count(b"\n") < 60
        finished = log.read_bytes().count(b"\n")
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "by earlier runs" in done.stderr
    assert joined(out) == expected(path)
    assert not list((out / "parts").glob("*.begun"))


def test_runs_through_a_store(tmp_path: Path) -> None:
    """Input and output behind addresses: the log is kept in files of its own, and a second run finds it."""
    fsspec: Any = pytest.importorskip("fsspec")
    fsspec.filesystem("memory").pipe_file("/in/a.jsonl", invented.lines(10))
    path = invented.jsonl(tmp_path / "a.jsonl", 10)
    out = f"memory://scores/{tmp_path.name}"
    totals = score_all(["memory://in/*.jsonl"], out, SMALL, workers=0)
    data = b"".join(store.read(f"{out}/parts/{name}") for name in store.names(f"{out}/parts"))
    assert [json.loads(line)["id"] for line in data.splitlines()] == [
        json.loads(line)["id"] for line in expected(path).splitlines()
    ]
    again = score_all(["memory://in/*.jsonl"], out, SMALL, workers=0)
    assert (totals.now, again.now, again.resumed) == (10, 0, 3)


def test_a_store_nobody_knows_is_named(tmp_path: Path) -> None:
    """Neither a typing error nor a store whose package isn't there ends in fsspec's own words alone."""
    pytest.importorskip("fsspec")
    path = invented.jsonl(tmp_path / "a.jsonl", 2)
    for paths, out in (([str(path)], "s4://bucket/out"), (["s4://bucket/*.jsonl"], str(tmp_path / "out"))):
        with pytest.raises(ConfigError, match=r"s4://bucket.*expected an address whose store fsspec knows"):
            score_all(paths, out, SMALL, workers=0)


def test_nothing_is_patient_in_this_process(tmp_path: Path) -> None:
    """Without workers there is no process to be ended: no alarm is set."""
    if not hasattr(signal, "setitimer"):
        pytest.skip("needs setitimer")
    here(invented.jsonl(tmp_path / "a.jsonl", 3), tmp_path / "out")
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert part.PARTS == "parts"
