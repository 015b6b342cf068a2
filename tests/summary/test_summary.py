"""A summary of a table made here: counts, rows that open, and a page nothing can be smuggled into."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from newsgauge.article import LIMIT
from newsgauge.batch import schema
from newsgauge.cli import program
from newsgauge.errors import ConfigError
from newsgauge.summary import articles_of, html_page, summarise, summary_lines

pytest.importorskip("duckdb")
pa: Any = pytest.importorskip("pyarrow")
pq: Any = pytest.importorskip("pyarrow.parquet")


def finding(kind: str, text: str, voice: str = "author") -> dict[str, Any]:
    return {
        "id": text,
        "kind": kind,
        "start": 0,
        "end": len(text),
        "text": text,
        "voice": voice,
        "weight": 0.5,
        "rule": kind,
        "note": "",
    }


def row(number: int, outlet: str | None, score: float | None, genre: str = "report", **rest: Any) -> dict[str, Any]:
    return {
        "id": f"r{number}",
        "place": f"a.jsonl:{number + 1}",
        "url": f"https://{outlet}/{number}" if outlet else None,
        "outlet": outlet,
        "published": f"2026-03-{1 + number % 2:02}T08:00:00Z",
        "title": f"Bridge {number} <b>stays</b> closed",
        "status": "failed" if score is None else "scored",
        "reason": "no article found in this page: 3 lines" if score is None else None,
        "score": score,
        "interval_low": 40.0,
        "interval_high": 90.0,
        "genre": genre if score is not None else None,
        "n_words": 500,
        "model": "news",
        "model_version": "1",
        "findings": [
            finding("loaded_wording.emotive", "<script>outrage"),
            finding("loaded_wording.doubt", "so-called", "quoted"),
        ],
        **rest,
    }


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run's folder of two parts: two outlets of 40 reports apart, one of 10, and two failures."""
    folder = tmp_path_factory.mktemp("run")
    rows = [row(at, "high.example", 80.0 + at % 5) for at in range(40)]
    rows += [row(at, "low.example", 20.0 + at % 5) for at in range(40)]
    rows += [row(at, "small.example", 5.0) for at in range(10)] + [row(at, None, None) for at in range(2)]
    (folder / "parts").mkdir()
    for at, part in enumerate((rows[:50], rows[50:])):
        pq.write_table(pa.Table.from_pylist(part, schema()), folder / "parts" / f"part-{at}.parquet")
    return folder


def test_counts_and_distributions(out: Path) -> None:
    """Every row is counted once, in the genre and the ten points where it lies."""
    found = summarise(str(out))
    assert (found.rows, found.scored, found.failed, found.model) == (92, 90, 2, "news 1")
    (reports,) = found.distributions
    assert (reports.genre, reports.n, reports.tens) == ("report", 90, (10, 0, 40, 0, 0, 0, 0, 0, 40, 0))
    assert found.reasons == (("no article found in this page", 2),)
    assert found.kinds[0][:5] == ("loaded_wording.doubt", 0, 0, 92, 92)


def test_outlets_have_enough_articles_and_bands(out: Path) -> None:
    """Two that lie apart are two bands; the small one is only counted."""
    found = summarise(str(out))
    assert [(one.name, one.n, one.band) for one in found.outlets] == [("high.example", 40, 1), ("low.example", 40, 2)]
    assert found.unshown[0] == 1
    assert [(one.name, one.n) for one in found.days] == [("2026-03-01", 45), ("2026-03-02", 45)]


def test_a_row_leads_to_its_findings(out: Path) -> None:
    """Kinds per 1,000 words in the author's voice, and the words themselves with the article they stand in."""
    high = summarise(str(out)).outlets[0]
    assert [(kind, round(rate, 9)) for kind, rate in high.kinds] == [("loaded_wording.emotive", 2.0)]
    assert [(one.text, one.id, one.voice) for one in high.examples] == [
        ("<script>outrage", "r0", "author"),
        ("<script>outrage", "r1", "author"),
    ]
    listed = articles_of(str(out), "high.example", "2026-03-01", "report", limit=3)
    assert [(one.id, one.score, len(one.findings)) for one in listed] == [
        ("r0", 80.0, 2),
        ("r2", 82.0, 2),
        ("r4", 84.0, 2),
    ]


def test_a_run_behind_an_address(out: Path) -> None:
    """A folder or one file in a store says what it says here; a place without a table is named."""
    fsspec: Any = pytest.importorskip("fsspec")
    store = fsspec.filesystem("memory")
    for path in (out / "parts").iterdir():
        store.pipe_file(f"/crawl/parts/{path.name}", path.read_bytes())
    here, there = summarise(str(out)), summarise("memory://crawl/")
    assert (there.rows, there.distributions, there.kinds) == (here.rows, here.distributions, here.kinds)
    assert [one[:4] for one in there.outlets] == [one[:4] for one in here.outlets]
    assert summarise("memory://crawl/parts/part-0.parquet").rows == 50
    assert len(articles_of("memory://crawl", "low.example", None, None)) == 40
    with pytest.raises(ConfigError, match="memory://nowhere: expected Parquet"):
        summarise("memory://nowhere")


def test_every_face_says_what_the_score_is(out: Path) -> None:
    """The limit stands in the table, the page and an opened row (law 11)."""
    found = summarise(str(out))
    opened = CliRunner().invoke(program, ["summary", str(out), "--outlet", "low.example"])
    assert all(LIMIT in text for text in ("\n".join(summary_lines(found)), html_page(found), opened.output))
    assert "<script>outrage" in opened.output


class Elements(HTMLParser):
    """Tags and addresses of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value for name, value in attrs if name in ("href", "src")]


def test_the_page_opens_its_rows_and_runs_nothing(out: Path) -> None:
    """Each outlet is a <details> with links to its articles; words of articles never become elements."""
    page = Elements()
    page.feed(html_page(summarise(str(out))))
    assert page.tags.count("details") == 4
    assert "script" not in page.tags
    assert page.tags.count("b") == 0
    assert "https://high.example/0" in page.addresses
    assert all(str(address).startswith("https://") for address in page.addresses)


def test_an_address_that_is_no_web_address_is_no_link(tmp_path: Path) -> None:
    """javascript: stays text."""
    rows = [row(at, "a.example", 50.0, url="javascript:alert(1)") for at in range(30)]
    path = tmp_path / "scores.parquet"
    pq.write_table(pa.Table.from_pylist(rows, schema()), path)
    page = Elements()
    page.feed(html_page(summarise(str(path))))
    assert page.addresses == []


def test_the_table_in_the_terminal(out: Path) -> None:
    """The command prints it, and writes the page."""
    done = CliRunner().invoke(program, ["summary", str(out)])
    assert done.exit_code == 0
    assert "high.example" in done.output
    assert "1 with fewer than 30 articles of one genre: no mean." in done.output
    page = CliRunner().invoke(program, ["summary", str(out), "--format", "html"])
    assert page.output.startswith("<!doctype html>")


@pytest.mark.parametrize("what", ["missing", "empty", "other.parquet"])
def test_what_is_no_table_is_refused(tmp_path: Path, what: str) -> None:
    """The message says what was expected."""
    (tmp_path / "empty").mkdir()
    pq.write_table(pa.table({"a": [1]}), tmp_path / "other.parquet")
    with pytest.raises(ConfigError, match="`newsgauge score --out` wrote"):
        summarise(str(tmp_path / what))
