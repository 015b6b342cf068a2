"""Files, folders, standard input and pages: what is named is read in order, and nothing bad is an exception."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsgauge.article import Article, Failure, Span
from newsgauge.readers import ReadOptions, read
from newsgauge.readers.formats import suffix_format

PARAGRAPHS = (
    "The council of Marrow Hill met on Tuesday, and the mayor, Ada Quill, said the bridge would open in May.",
    "“We are late,” Quill said. The contractor, Reed & Daughters, declined to comment.",
    "Two members of the council voted against the plan, which costs 4.5 million crowns.",
)
BODY = "".join(f"<p>{text.replace('&', '&amp;')}</p>" for text in PARAGRAPHS)


def page(body: str, head: str = "") -> str:
    return f"<!doctype html>\n<html><head>{head}</head><body><nav><a href=/>Home</a></nav>{body}</body></html>"


def written(path: Path, data: str | bytes) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return str(path)


def only(path: str, options: ReadOptions | None = None) -> Article:
    (record,) = read([path], options)
    assert isinstance(record, Article), record
    return record


def reason(path: str, options: ReadOptions | None = None) -> str:
    (record,) = read([path], options)
    assert isinstance(record, Failure), record
    return record.reason


def piped(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.parametrize("name", ["story.txt", "story.md", "story", "story.v2"])
def test_a_text_file_is_an_article(tmp_path: Path, name: str) -> None:
    """The text as it stands; the title is left to be found in it."""
    path = written(tmp_path / name, "Bridge opens\r\n\r\nIt is late.\r\n")
    assert only(path) == Article("Bridge opens\r\n\r\nIt is late.\r\n", place=path)


def test_inputs_are_read_in_order(tmp_path: Path) -> None:
    """Failures stand in their places."""
    first, last = written(tmp_path / "b.txt", "B."), written(tmp_path / "a.txt", "A.")
    found = list(read([first, str(tmp_path / "absent.txt"), last]))
    assert [type(record) for record in found] == [Article, Failure, Article]
    assert [record.place for record in found] == [first, str(tmp_path / "absent.txt"), last]


def test_reading_is_lazy(tmp_path: Path) -> None:
    """A later file is opened only when it is its turn."""
    first, last = written(tmp_path / "a.txt", "A."), tmp_path / "b.txt"
    stream = read([first, str(last)])
    next(stream)
    written(last, "B.")
    assert isinstance(next(stream), Article)


def test_the_cut_flag_reaches_texts_and_pages(tmp_path: Path) -> None:
    """Samples cut on purpose say so, whatever their format."""
    for path in (written(tmp_path / "a.txt", "A."), written(tmp_path / "a.html", page(BODY))):
        assert only(path, ReadOptions(cut=True)).cut
        assert not only(path).cut


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("", "expected a path"),
        ("a\0b.txt", "expected a path"),
        ("no-such-file.txt", "no such file or folder"),
        ("https://hill.example/bridge", "download the page first"),
        ("x" * 5000, "cannot be read"),
    ],
)
def test_what_is_no_file_is_a_failure(path: str, expected: str) -> None:
    """Nothing is fetched, and nothing raises."""
    assert expected in reason(path)


def test_a_path_below_a_file_is_a_failure(tmp_path: Path) -> None:
    """A file is no folder."""
    assert "cannot be read" in reason(written(tmp_path / "a.txt", "A.") + "/b.txt")


def test_a_file_without_permission_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's refusal is said in words; it is simulated, since root may read everything."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("newsgauge.readers.streams.open", refuse, raising=False)
    assert "permission denied" in reason(written(tmp_path / "a.txt", "A."))


def test_a_folder_without_permission_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files beside it are still read."""
    written(tmp_path / "a" / "x.txt", "X.")
    written(tmp_path / "b.txt", "B.")
    listdir = os.listdir

    def refuse(path: str) -> list[str]:
        if path.endswith("a"):
            raise PermissionError(13, "Permission denied")
        return listdir(path)

    monkeypatch.setattr("os.listdir", refuse)
    first, second = read([str(tmp_path)])
    assert isinstance(first, Failure)
    assert "the folder can't be read (Permission denied)" in first.reason
    assert isinstance(second, Article)


def test_a_file_name_that_is_no_utf_8_can_be_shown(tmp_path: Path) -> None:
    """The place is text that any encoding can write."""
    name = os.fsdecode(bytes(tmp_path) + b"/caf\xe9.txt")
    with open(name, "w", encoding="utf-8") as file:
        file.write("A.")
    assert only(name).place.endswith("/caf\ufffd.txt")


def test_a_single_file_has_a_bound(tmp_path: Path) -> None:
    """Just the bound passes, one byte more fails, unpacked size counting."""
    path = written(tmp_path / "a.txt", "12345678")
    assert only(path, ReadOptions(max_bytes=8)).text == "12345678"
    assert "expected at most 7 bytes, found more; split it or raise --max-bytes" in reason(
        path, ReadOptions(max_bytes=7)
    )


def test_a_folder_is_read_in_order_of_names(tmp_path: Path) -> None:
    """Known suffixes at any depth; hidden names, unknown suffixes and linked folders aren't entered."""
    for name in (
        "b/2.md",
        "b/10.html",
        "a.txt",
        "c.jsonl",
        ".hidden.txt",
        ".git/x.txt",
        "image.png",
        "README",
        "d.dat",
    ):
        written(tmp_path / name, page(BODY) if name.endswith("html") else '{"text": "A."}')
    (tmp_path / "b" / "circle").symlink_to(tmp_path)
    places = [record.place for record in read([str(tmp_path)])]
    assert places == [str(tmp_path / name) for name in ("a.txt", "b/10.html", "b/2.md")] + [f"{tmp_path / 'c.jsonl'}:1"]


def test_a_folder_without_articles_is_a_failure(tmp_path: Path) -> None:
    """Folders below it that are empty too count as nothing."""
    written(tmp_path / "a" / "x.png", "")
    (record,) = read([str(tmp_path)])
    assert isinstance(record, Failure)
    assert (record.place, record.reason[:25]) == (str(tmp_path), "no article in this folder")


def test_standard_input_is_text_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes, so that line endings stay; a byte-order mark is dropped."""
    piped(monkeypatch, b"\xef\xbb\xbfOne.\r\nTwo.")
    assert only("-") == Article("One.\r\nTwo.", place="-")


def test_standard_input_may_be_jsonl_csv_or_html(monkeypatch: pytest.MonkeyPatch) -> None:
    """Known by how it begins, and numbered by line."""
    piped(monkeypatch, b'{"text": "A."}\n{"text": "B."}\n')
    assert [record.place for record in read(["-"])] == ["-:1", "-:2"]
    piped(monkeypatch, b"id,text\n1,A.\n")
    assert (only("-").place,) == ("-:2",)
    piped(monkeypatch, page(BODY).encode())
    assert only("-").text == "\n".join(PARAGRAPHS)


def test_the_format_can_be_forced(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It outranks content and suffix."""
    piped(monkeypatch, b'{"text": "A."}')
    assert only("-", ReadOptions(format="text")).text == '{"text": "A."}'
    assert only(written(tmp_path / "x.txt", '{"text": "A."}'), ReadOptions(format="jsonl")).text == "A."


def test_standard_input_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second dash is a failure, not an empty article."""
    piped(monkeypatch, b"One.")
    first, second = read(["-", "-"])
    assert isinstance(first, Article)
    assert isinstance(second, Failure)
    assert "read already" in second.reason


def test_closed_standard_input_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """A service may run without one."""
    monkeypatch.setattr("sys.stdin", None)
    assert "standard input is closed" in reason("-")


def test_a_slow_pipe_is_read_whole() -> None:
    """The first piece that arrives may be a single byte."""
    program = "from newsgauge.readers import read; print([r.text for r in read(['-'])])"
    running = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with running:
        assert running.stdin is not None
        assert running.stdout is not None
        for piece in (b"{", b'"text": "A."}\n', b'{"text": "B."}\n'):
            running.stdin.write(piece)
            running.stdin.flush()
        running.stdin.close()
        assert running.stdout.read().decode().strip() == "['A.', 'B.']"


@pytest.mark.parametrize(
    ("begin", "title"),
    [
        ('[{"text": "A."}]', "A."),
        ('{\n "text": "A."\n}', "A."),
        ("text\tid\nA.\t1\n", "A."),
        ("Read this, text, and go.\nMore.", "Read this, text, and go.\nMore."),
        ("{Not JSON}", "{Not JSON}"),
        ("[1] A note.", "[1] A note."),
    ],
)
def test_content_tells_the_format_where_no_suffix_does(tmp_path: Path, begin: str, title: str) -> None:
    """JSON and tables are known; prose that only resembles them is prose."""
    assert only(written(tmp_path / "story", begin)).text == title


def test_suffixes_name_formats_in_any_case() -> None:
    """Packed or not."""
    names = ("A.TXT", "a.md", "a.htm", "a.xhtml", "a.json", "a.ndjson.gz", "a.jsonl.GZ", "a.csv", "a.tsv", "a.gz", "a")
    expected = ("text", "text", "html", "html", "json", "jsonl", "jsonl", "csv", "tsv", None, None)
    assert tuple(map(suffix_format, names)) == expected


class TestPages:
    """HTML needs the extra; the extracted text is what offsets refer to."""

    @pytest.fixture(autouse=True)
    def _extra(self) -> None:
        pytest.importorskip("trafilatura")

    def test_a_page_gives_title_byline_date_and_address(self, tmp_path: Path) -> None:
        """The menu isn't part of the article, and a date after today is believed."""
        head = (
            "<title>Bridge to open in May</title><meta name=author content='Ann Brook'>"
            "<meta property=article:published_time content=2091-02-03T10:00:00Z>"
            "<link rel=canonical href='https://hill.example/bridge'>"
        )
        found = only(written(tmp_path / "p.html", page(f"<article>{BODY}</article>", head)))
        assert found.text == "\n".join(("Bridge to open in May\n", *PARAGRAPHS))
        assert (found.title, found.guess_title) == (Span(0, 21), False)
        assert (found.byline, found.published) == ("Ann Brook", "2091-02-03")
        assert found.url == "https://hill.example/bridge"

    def test_a_page_without_a_date_has_none(self, tmp_path: Path) -> None:
        """Neither today nor the file's date stands in for it."""
        assert only(written(tmp_path / "p.html", page(BODY))).published is None

    def test_a_title_that_begins_the_body_is_not_doubled(self, tmp_path: Path) -> None:
        """The first line is the title then."""
        body = f"<article><h1>Bridge to open in May</h1>{BODY}</article>"
        found = only(written(tmp_path / "p.html", page(body, "<title>Bridge to open in May</title>")))
        assert found.text == "\n".join(("Bridge to open in May", *PARAGRAPHS))
        assert found.title == Span(0, 21)

    def test_a_page_without_a_title_may_find_one_in_its_text(self, tmp_path: Path) -> None:
        """As in plain text."""
        found = only(written(tmp_path / "p.html", page(BODY)))
        assert (found.title, found.guess_title) == (None, True)

    @pytest.mark.parametrize(
        "begin", ["", "\n\n  ", "\ufeff", "<!-- saved --> <!-- twice -->\n", "<?xml version='1.0'?>\n"]
    )
    def test_a_page_is_known_by_how_it_begins(self, tmp_path: Path, begin: str) -> None:
        """Even under the suffix of a text."""
        assert only(written(tmp_path / "p.txt", begin + page(BODY))).text == "\n".join(PARAGRAPHS)

    def test_a_declaration_of_xml_does_no_harm(self, tmp_path: Path) -> None:
        """The parser refuses decoded text that declares an encoding."""
        begin = '<?xml version="1.0" encoding="utf-8"?>\n'
        assert only(written(tmp_path / "p.xhtml", begin + page(BODY))).text == "\n".join(PARAGRAPHS)

    def test_a_fragment_is_a_page(self, tmp_path: Path) -> None:
        """Paragraphs without html and body around them are enough."""
        assert only(written(tmp_path / "p.html", BODY)).text == "\n".join(PARAGRAPHS)

    @pytest.mark.parametrize("charset", ["iso-8859-2", "koi8-r"])
    def test_the_declared_charset_is_used_where_utf_8_fails(self, tmp_path: Path, charset: str) -> None:
        """Letters that only this charset has come out right."""
        word = {"iso-8859-2": "Žďár", "koi8-r": "Омск"}[charset]
        data = page(f"{BODY}<p>The road to {word} is closed.</p>".replace("“", '"').replace("”", '"'))
        path = written(tmp_path / "p.html", data.replace("<head>", f"<head><meta charset={charset}>").encode(charset))
        found = only(path)
        assert found.text.endswith(f"The road to {word} is closed.")
        assert found.notes[0].startswith("read as ")

    def test_a_page_that_says_latin_1_is_read_as_browsers_do(self, tmp_path: Path) -> None:
        """Curly quotes of Windows-1252 under the name of ISO-8859-1."""
        data = page(BODY, "<meta charset=iso-8859-1>").encode("windows-1252")
        found = only(written(tmp_path / "p.html", data))
        assert (found.text, found.notes) == ("\n".join(PARAGRAPHS), ("read as windows-1252",))

    @pytest.mark.parametrize(
        "body",
        [
            "",
            "<form><label>User</label><input name=u><button>Go</button></form>",
            "<ul>" + "".join(f"<li><a href=/{n}>Story number {n}</a></li>" for n in range(30)) + "</ul>",
            "<div>" * 20_000 + "deep",
        ],
    )
    def test_a_page_without_an_article_is_a_failure(
        self, tmp_path: Path, body: str, capfd: pytest.CaptureFixture[str]
    ) -> None:
        """Empty pages, forms, lists of links, nesting without end; and nobody else writes to the terminal."""
        assert "no article found in this page" in reason(written(tmp_path / "p.html", page(body)))
        assert capfd.readouterr() == ("", "")

    def test_an_empty_page_is_a_failure(self, tmp_path: Path) -> None:
        """Unlike an empty text: a page promises an article."""
        assert "no article found in this page" in reason(written(tmp_path / "p.html", ""))

    def test_a_page_of_too_many_elements_is_a_failure(self, tmp_path: Path) -> None:
        """Extraction would take minutes."""
        path = written(tmp_path / "p.html", page("<p>Word." * 60_000))
        assert "expected at most 30000 elements in a page, found 60005" in reason(path)

    def test_a_binary_page_is_a_failure(self, tmp_path: Path) -> None:
        """The suffix proves nothing."""
        assert "a PDF document" in reason(written(tmp_path / "p.html", b"%PDF-1.4"))


def test_a_missing_extra_is_named_and_the_rest_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without trafilatura a page is a failure that says what to install."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    first, second = read([written(tmp_path / "p.html", page(BODY)), written(tmp_path / "a.txt", "A.")])
    assert isinstance(first, Failure)
    assert first.reason == 'Reading HTML pages needs an extra: pip install "newsgauge[html]"'
    assert isinstance(second, Article)


def test_reading_text_loads_no_heavy_library() -> None:
    """Neither import nor a text file brings trafilatura or lxml."""
    program = (
        "import sys; from newsgauge.readers import read; list(read(['x.txt']));"
        "print({'trafilatura', 'lxml'} & set(sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert found.stdout.strip() == "set()"
