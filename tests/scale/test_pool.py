"""Worker processes: what ends one is found and set aside, and its neighbours are kept."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from newsgauge.scale import Settings, pool, store
from newsgauge.scale.payloads import Job
from newsgauge.scale.settings import Outcome
from scale import invented
from scale.deadly import Deadly

pytestmark = pytest.mark.skipif(not hasattr(__import__("signal"), "SIGKILL"), reason="ends processes by POSIX signals")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A folder made ready, lines of JSON as output, and little patience."""
    for name in ("parts", "_rejects"):
        store.make_folder(str(tmp_path / name))
    return Settings(str(tmp_path), "jsonl", patience=2.0)


def rows(settings: Settings, part: str) -> list[tuple[str, str, str]]:
    """Id, status and reason of each row of a part."""
    text = (Path(settings.folder) / "parts" / f"{part}.jsonl").read_text()
    return [(one["id"], one["status"], one["reason"]) for one in map(json.loads, text.splitlines())]


def run(settings: Settings, **payloads: Deadly) -> dict[str, Outcome]:
    outcomes = pool.run((Job(part, payload, 1) for part, payload in payloads.items()), settings, 2)
    return {one.part: one for one in outcomes}


def test_an_article_that_ends_its_process_is_set_aside(settings: Settings) -> None:
    """By a signal: found among its neighbours, which are kept, in order; other parts don't notice."""
    outcomes = run(settings, a=Deadly(5), b=Deadly(20, by_signal=(3, 17)), c=Deadly(5))
    assert {part: one.failed for part, one in outcomes.items()} == {"a": 0, "b": 2, "c": 0}
    found = rows(settings, "b")
    assert [id_ for id_, _, _ in found] == [str(at) for at in range(20)]
    assert [int(id_) for id_, status, _ in found if status == "failed"] == [3, 17]
    assert "set aside: it ended its process (signal SIGKILL)" in found[3][2]


def test_rejects_name_place_and_reason(settings: Settings) -> None:
    """What was set aside is in the part's side file."""
    run(settings, a=Deadly(4, by_error=(2,)))
    (line,) = (Path(settings.folder) / "_rejects" / "a.jsonl").read_text().splitlines()
    reject = json.loads(line)
    assert (reject["place"], reject["id"], reject["part"]) == ("deadly:2", "2", "a")
    assert "RuntimeError: no parser could have known" in reject["reason"]


def test_an_article_that_takes_for_ever_is_set_aside(settings: Settings) -> None:
    """The system ends the process when patience is out."""
    outcomes = run(settings, a=Deadly(2, by_sleep=(1,)))
    assert outcomes["a"].failed == 1
    assert "it took too long" in rows(settings, "a")[1][2]


def test_a_process_ended_from_outside_costs_nothing(settings: Settings, tmp_path: Path) -> None:
    """Its job is run again and nothing is set aside."""
    outcomes = run(settings, a=Deadly(6, by_signal=(4,), once=str(tmp_path / "killed")))
    assert (outcomes["a"].rows, outcomes["a"].failed) == (6, 0)


def test_more_jobs_than_processes_all_come_back(settings: Settings) -> None:
    """Each job gives one outcome."""
    outcomes = run(settings, **{f"p{at:02}": Deadly(at) for at in range(12)})
    assert {part: one.rows for part, one in outcomes.items()} == {f"p{at:02}": at for at in range(12)}


def test_a_part_that_cannot_be_written_stops_the_run(settings: Settings, tmp_path: Path) -> None:
    """No folder for parts: an error of the system's, not of an article."""
    (tmp_path / "parts").rmdir()
    with pytest.raises(FileNotFoundError):
        run(settings, a=Deadly(2))


IMPORTED = """
import importlib, sys
{preload}
before = set(sys.modules)
from newsgauge.article import Article
from newsgauge.readers.options import ReadOptions
from newsgauge.readers.pages import read_page
from newsgauge.scale import Settings
from newsgauge.scale.part import rendered
page = read_page(sys.stdin.buffer.read(), "p", ReadOptions(html={html!r})) if {html!r} else Article("The gate is open, said Ann Vale.")
rendered([page], Settings("", patience=0.0), lambda _: None)
print(sorted(set(sys.modules) - before))
"""


@pytest.mark.parametrize("html", ["", "fast", "full"])
def test_workers_are_forked_from_a_process_that_has_imported_what_they_need(html: str) -> None:
    """What a worker imported for itself at its first part, or page, would be there once a worker: pandas alone is 20 MiB."""
    for extra in ("pyarrow", "resiliparse", "trafilatura"):
        pytest.importorskip(extra)
    names = ["newsgauge.scale.warm", "newsgauge.scale.processes", *([f"newsgauge.scale.warm_{html}"] if html else [])]
    code = IMPORTED.format(preload="\n".join(f"import {name}" for name in names), html=html)
    done = subprocess.run([sys.executable, "-c", code], input=invented.page(1), capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]", done.stdout
