"""Where files are cut: every line once, in order, with its number, whatever the sizes."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsgauge.article import Article, Failure
from newsgauge.errors import ArticleError
from newsgauge.readers import ReadOptions, read
from newsgauge.scale import plan
from newsgauge.scale.jobs import jobs
from newsgauge.scale.payloads import articles
from scale import invented

OPTIONS = ReadOptions()
_FOLDERS = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)


def everything(paths: list[Path], rows: int, size: int, options: ReadOptions = OPTIONS) -> list[Article | Failure]:
    """All records of all jobs of all pieces, as workers would read them."""
    found = plan.sources([str(path) for path in paths], options)
    return [
        record
        for piece in plan.pieces(found, rows, options, size)
        for job in jobs(piece, rows, options)
        for record in articles(job.payload, options)
    ]


_LINE = st.one_of(
    st.builds(lambda text: json.dumps({"text": text}, ensure_ascii=False).encode(), st.text(max_size=30)),
    st.sampled_from(
        [b"", b"   ", b'{"text": "cut', b"[1]", '{"text": "Zürich – “ja”"}'.encode(), b'{"text": "\xff\xfe"}']
    ),
)


@_FOLDERS
@given(st.lists(_LINE, max_size=25), st.booleans(), st.integers(1, 7), st.integers(1, 400), st.booleans())
def test_pieces_read_what_the_whole_file_reads(
    tmp_path: Path, content: list[bytes], last_newline: bool, rows: int, size: int, packed: bool
) -> None:
    """Cut anywhere, packed or not, each line is read once, in order, with its place: as `read` reads the file."""
    data = b"\n".join(content) + (b"\n" if last_newline and content else b"")
    path = tmp_path / ("a.jsonl.gz" if packed else "a.jsonl")
    path.write_bytes(gzip.compress(data) if packed else data)
    expected = [one for one in read([str(path)]) if "no article in this file" not in getattr(one, "reason", "")]
    assert everything([path], rows, size) == expected


@_FOLDERS
@given(st.integers(0, 30), st.integers(1, 9), st.integers(1, 400))
def test_names_of_parts_sort_as_the_input_runs(tmp_path: Path, count: int, rows: int, size: int) -> None:
    """Parts are named apart, in order, and together took the whole input."""
    path = invented.jsonl(tmp_path / "a.jsonl", count)
    found = plan.sources([str(path)], OPTIONS)
    made = [job for piece in plan.pieces(found, rows, OPTIONS, size) for job in jobs(piece, rows, OPTIONS)]
    names = [job.part for job in made]
    assert names == sorted(set(names))
    assert sum(job.read for job in made) == path.stat().st_size
    assert all(job.payload.units <= rows for job in made)


@pytest.mark.parametrize("rows", [1, 3, 100])
def test_every_form_gives_its_records(tmp_path: Path, rows: int) -> None:
    """Parquet, tables, archives, folders of files and packed lines: as `read` reads them."""
    pytest.importorskip("fastwarc")
    zstandard = pytest.importorskip("zstandard")
    packed = tmp_path / "lines.jsonl.zst"
    packed.write_bytes(zstandard.compress(invented.lines(5)) + zstandard.compress(invented.lines(3, first=5)))
    folder = tmp_path / "folder"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.txt").write_text(invented.article(number)["text"])
    (folder / "page.html").write_bytes(invented.page(1))
    paths = [
        invented.parquet(tmp_path / "t.parquet", 11, group=4),
        invented.csv(tmp_path / "t.csv", 7),
        invented.warc_gz(tmp_path / "w.warc.gz", range(6)),
        packed,
        folder,
    ]
    expected = list(read([str(path) for path in paths]))
    assert everything(paths, rows, 1000) == expected
    assert sum(isinstance(one, Article) for one in expected) == 11 + 7 + 6 + 8 + 5


def test_ids_and_places_of_parquet_rows(tmp_path: Path) -> None:
    """A row's place counts from 1 within its file, over row groups."""
    records = everything([invented.parquet(tmp_path / "t.parquet", 5, group=2)], 100, 1000)
    assert [(one.id, one.place.rpartition(":")[2]) for one in records] == [
        (f"a{at:05}", str(at + 1)) for at in range(5)
    ]


def test_a_cut_gz_gives_what_is_whole_and_says_where_it_breaks(tmp_path: Path) -> None:
    """The lines before the break are articles; the break is a record that names the file and the line."""
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(gzip.compress(invented.lines(400))[:-2000])
    *whole, last = everything([path], 50, 1000)
    assert len(whole) > 100
    assert all(isinstance(one, Article) for one in whole)
    assert isinstance(last, Failure)
    assert last.place == f"{path}:{len(whole) + 1}"
    assert "damaged or cut short" in last.reason


def test_a_cut_zst_gives_what_is_whole_and_says_so(tmp_path: Path) -> None:
    """A frame that isn't closed is a fault, though the library's own reader ends quietly."""
    zstandard = pytest.importorskip("zstandard")
    path = tmp_path / "cut.jsonl.zst"
    noisy = b"".join(json.dumps({"text": f"{at * 7919**3:x} " * 200}).encode() + b"\n" for at in range(3000))
    path.write_bytes(zstandard.compress(noisy)[:-100])
    *whole, last = everything([path], 500, 1000)
    assert whole
    assert "cut short" in getattr(last, "reason", "")


@pytest.mark.parametrize("missing", [40, 900])
def test_a_cut_archive_keeps_its_whole_records(tmp_path: Path, missing: int) -> None:
    """Records before the break are read; the one that is cut is a reject with its number."""
    pytest.importorskip("fastwarc")
    path = invented.warc_gz(tmp_path / "cut.warc.gz", range(5))
    path.write_bytes(path.read_bytes()[:-missing])
    records = everything([path], 2, 1000)
    whole = [one for one in records if isinstance(one, Article)]
    assert [one.place.rpartition(":")[2] for one in whole] == [str(at + 1) for at in range(len(whole))]
    assert len(whole) >= 3
    assert any("cut short" in one.reason for one in records if isinstance(one, Failure))


def test_an_archive_passes_over_what_is_no_page(tmp_path: Path) -> None:
    """Pictures, errors and redirects are no articles and no rejects; a page without an article is a reject."""
    pytest.importorskip("fastwarc")
    path = tmp_path / "mixed.warc"
    path.write_bytes(
        invented.response(0, b"\x89PNG", "image/png")
        + invented.response(1, invented.page(1))
        + invented.response(2, b"<html>gone</html>", status="404 Not Found")
        + invented.response(3, b"<html><body><a href='/'>Home</a></body></html>")
    )
    first, second = everything([path], 10, 1000)
    assert isinstance(first, Article)
    assert (first.url, first.published, first.byline) == ("https://www.paper.example/1", "2026-03-02", "Tamsin Quill")
    assert first.notes == ("fetched 2026-03-04T05:06:07+00:00",)
    assert isinstance(second, Failure)
    assert "no article found" in second.reason


def test_a_line_that_is_too_long_is_a_reject(tmp_path: Path) -> None:
    """It is passed over without being held, and its neighbours are read."""
    path = tmp_path / "long.jsonl"
    path.write_bytes(b'{"text": "one"}\n{"text": "' + b"x" * 5000 + b'"}\n{"text": "three"}\n')
    options = ReadOptions(max_bytes=1000)
    first, second, third = everything([path], 10, 100, options)
    assert (getattr(first, "text", ""), getattr(third, "text", "")) == ("one", "three")
    assert "expected at most 1000 bytes in a line" in getattr(second, "reason", "")
    assert third.place == f"{path}:3"


@pytest.mark.parametrize(
    ("paths", "what"),
    [(["-"], "standard input"), (["nowhere.jsonl"], "no such file"), (["empty"], "no article in this folder")],
)
def test_inputs_that_are_not_there_stop_a_run_before_it_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str], what: str
) -> None:
    """A large run doesn't begin with a wrong path."""
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ArticleError, match=what):
        plan.sources(paths, OPTIONS)


def test_an_address_is_read_through_its_store(tmp_path: Path) -> None:
    """Wildcards and folders behind an address name files, in order."""
    fsspec: Any = pytest.importorskip("fsspec")
    store = fsspec.filesystem("memory")
    for name in ("b", "a"):
        store.pipe_file(f"/crawl/{name}.jsonl", invented.lines(2))
    places = [one.place for one in plan.sources(["memory://crawl/*.jsonl"], OPTIONS)]
    assert [place.rpartition("/")[2] for place in places] == ["a.jsonl", "b.jsonl"]
    found = plan.sources(["memory://crawl"], OPTIONS)
    records = [
        r for p in plan.pieces(found, 10, OPTIONS) for j in jobs(p, 10, OPTIONS) for r in articles(j.payload, OPTIONS)
    ]
    assert [one.id for one in records] == ["a00000", "a00001"] * 2
    assert tmp_path.is_dir()


def test_a_cut_parquet_file_is_one_reject(tmp_path: Path) -> None:
    """Its footer is gone, so nothing of it can be read: the reason stands in its place and other files go on."""
    cut = invented.parquet(tmp_path / "cut.parquet", 9, group=3)
    cut.write_bytes(cut.read_bytes()[:-100])
    first, *rest = everything([cut, invented.jsonl(tmp_path / "next.jsonl", 2)], 10, 1000)
    assert "this Parquet file is damaged" in getattr(first, "reason", "")
    assert [one.id for one in rest] == ["a00000", "a00001"]
