"""JSONL, JSON, CSV and TSV: one record per article, each named by its line, one bad line never the end."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path

import pytest

from newsgauge.article import Article, Failure, Span
from newsgauge.readers import ReadOptions, read


def records(path: Path, data: str | bytes, options: ReadOptions | None = None) -> list[Article | Failure]:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(read([str(path)], options))


def jsonl(folder: Path, *lines: str, options: ReadOptions | None = None) -> list[Article | Failure]:
    return records(folder / "stories.jsonl", "\n".join(lines) + "\n", options)


def articles(found: list[Article | Failure]) -> list[Article]:
    assert all(isinstance(record, Article) for record in found), found
    return [record for record in found if isinstance(record, Article)]


def failure(record: Article | Failure) -> Failure:
    assert isinstance(record, Failure), record
    return record


def test_a_line_is_an_article(tmp_path: Path) -> None:
    """Title and body are joined by a blank line, and metadata stays beside the text."""
    line = {"id": 7, "title": "Bridge opens", "text": "Ada Quill cut\r\nthe ribbon.", "author": ["A. Brook", "B. Reed"]}
    line |= {"date": "2031-02-03", "url": "https://hill.example/bridge", "cut": True}
    (found,) = articles(jsonl(tmp_path, json.dumps(line)))
    assert found == Article(
        text="Bridge opens\n\nAda Quill cut\r\nthe ribbon.",
        id="7",
        place=f"{tmp_path / 'stories.jsonl'}:1",
        title=Span(0, 12),
        guess_title=False,
        byline="A. Brook; B. Reed",
        published="2031-02-03",
        url="https://hill.example/bridge",
        cut=True,
    )


def test_an_absent_title_leaves_the_text_alone(tmp_path: Path) -> None:
    """Absent, null and blank titles are all no title, and the id is left to the core."""
    for line in ('{"text": "A."}', '{"text": "A.", "title": null}', '{"text": "A.", "title": "  "}'):
        (found,) = articles(jsonl(tmp_path, line))
        assert (found.text, found.title, found.guess_title, found.id) == ("A.", None, True, "")


def test_a_title_alone_is_an_article(tmp_path: Path) -> None:
    """An empty body with a title has the title as its text."""
    (found,) = articles(jsonl(tmp_path, '{"title": "Bridge opens", "text": ""}'))
    assert (found.text, found.title) == ("Bridge opens", Span(0, 12))


def test_one_bad_line_does_not_stop_the_file(tmp_path: Path) -> None:
    """Records stand in order, failures in their places; blank lines are no records."""
    found = jsonl(tmp_path, '{"text": "One."}', '{"text": "Two', "", "[1]", '{"text": "Five."}')
    assert [type(record) for record in found] == [Article, Failure, Failure, Article]
    assert [record.place.rpartition(":")[2] for record in found] == ["1", "2", "4", "5"]


def test_half_a_line_names_line_and_column(tmp_path: Path) -> None:
    """The unfinished string begins at column 10."""
    found = failure(jsonl(tmp_path, '{"text": "Two')[0])
    assert found.place == f"{tmp_path / 'stories.jsonl'}:1"
    assert "not valid JSON at column 10 (Unterminated string" in found.reason


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("[1, 2]", "expected a JSON object, found a list"),
        ('"words"', 'expected a JSON object, found "words"'),
        ("null", "expected a JSON object, found null"),
        ('{"text": 5}', "field 'text': expected a string, found a number"),
        ('{"text": null}', "field 'text': expected a string, found null"),
        ('{"text": ["A."]}', "field 'text': expected a string, found a list"),
        ('{"text": {"a": 1}}', "field 'text': expected a string, found an object"),
        ('{"text": true}', "field 'text': expected a string, found a boolean"),
        ('{"text": "A.", "title": 3}', "field 'title': expected a string, found a number"),
        ('{"text": "A.", "id": [1]}', "field 'id': expected a string or a whole number, found a list"),
        ("[" * 100_000, "JSON that can't be read"),
        ('{"text": ' + "9" * 5000 + "}", "JSON that can't be read"),
    ],
)
def test_a_line_of_the_wrong_shape_is_a_failure(tmp_path: Path, line: str, reason: str) -> None:
    """Expected and found are both named."""
    assert reason in failure(jsonl(tmp_path, line)[0]).reason


def test_a_missing_text_names_the_fields_found(tmp_path: Path) -> None:
    """The near field and the option that chooses it are suggested, and the record keeps its id."""
    found = failure(jsonl(tmp_path, '{"id": "k1", "texts": "A.", "n": 1}')[0])
    assert found.id == "k1"
    assert "no field 'text'; found 'id', 'texts', 'n'" in found.reason
    assert "did you mean 'texts'? Name it with --text-field texts" in found.reason


def test_a_usual_name_of_the_text_is_suggested(tmp_path: Path) -> None:
    """`body` isn't spelt like `text`, and is suggested all the same."""
    assert "--text-field body" in failure(jsonl(tmp_path, '{"lead": "A.", "body": "B."}')[0]).reason


def test_a_named_field_is_read(tmp_path: Path) -> None:
    """Text, title and id may have other names."""
    options = ReadOptions(text="body", title="head", id="key")
    (found,) = articles(jsonl(tmp_path, '{"body": "B.", "head": "H", "key": "k"}', options=options))
    assert (found.text, found.title, found.id) == ("H\n\nB.", Span(0, 1), "k")


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (ReadOptions(title="head"), "no field 'head'; found 'text', 'heads'; did you mean 'heads'?"),
        (ReadOptions(id="key"), "no field 'key'; found 'text', 'heads'; name the right one with --id-field"),
    ],
)
def test_a_field_that_was_asked_for_must_exist(tmp_path: Path, options: ReadOptions, reason: str) -> None:
    """Only default names may be absent."""
    assert reason in failure(jsonl(tmp_path, '{"text": "A.", "heads": "H"}', options=options)[0]).reason


def test_lone_surrogates_are_replaced_one_for_one(tmp_path: Path) -> None:
    """Half a pair becomes one U+FFFD, so that later offsets stay; a whole pair is one emoji."""
    (found,) = articles(jsonl(tmp_path, r'{"text": "a\ud83dz \ud83d\ude00", "title": "\udc00T"}'))
    assert found.text == "\ufffdT\n\na\ufffdz 😀"
    assert found.notes == ("2 lone surrogate(s) were replaced by U+FFFD",)


def test_an_embedded_nul_stays(tmp_path: Path) -> None:
    """Offsets count it, and the reader changes nothing it needn't."""
    (found,) = articles(jsonl(tmp_path, r'{"text": "a\u0000b"}'))
    assert found.text == "a\0b"


def test_the_cut_flag_holds_unless_a_record_says_otherwise(tmp_path: Path) -> None:
    """True for the whole input, false for the record that says so."""
    lines = ('{"text": "A."}', '{"text": "B.", "cut": false}')
    assert [found.cut for found in articles(jsonl(tmp_path, *lines, options=ReadOptions(cut=True)))] == [True, False]


def test_a_cut_field_that_is_no_boolean_is_noted(tmp_path: Path) -> None:
    """It isn't used, and the note says why."""
    (found,) = articles(jsonl(tmp_path, '{"text": "A.", "cut": 1}'))
    assert not found.cut
    assert found.notes == ("field 'cut': expected true or false, found a number; not used",)


def test_a_line_above_the_bound_is_passed_over(tmp_path: Path) -> None:
    """The long line fails, its neighbours are read, and a line of just the bound's length passes."""
    exact = '{"text": "' + "b" * 38 + '"}'
    assert len(exact) == 50
    found = jsonl(
        tmp_path, '{"text": "A."}', '{"text": "' + "x" * 200_000 + '"}', exact, options=ReadOptions(max_bytes=50)
    )
    assert [type(record) for record in found] == [Article, Failure, Article]
    assert "expected at most 50 bytes in a line" in failure(found[1]).reason
    assert found[2].place.endswith(":3")


def test_lines_are_read_lazily(tmp_path: Path) -> None:
    """The first record is there before a later line is read, and a file larger than the bound is no failure."""
    path = tmp_path / "stories.jsonl"
    path.write_text('{"text": "A."}\n' * 10_000)
    stream = read([str(path)], ReadOptions(max_bytes=100))
    assert isinstance(next(stream), Article)
    assert sum(isinstance(record, Article) for record in stream) == 9_999


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_jsonl_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    """Marks and NUL patterns count for lines too."""
    data = '{"text": "Café “one”."}\r\n{"text": "Two."}\r\n'.encode(encoding)
    assert [found.text for found in articles(records(tmp_path / "s.ndjson", data))] == ["Café “one”.", "Two."]


def test_a_western_line_among_utf_8_lines_is_noted(tmp_path: Path) -> None:
    """Each line is decoded on its own."""
    data = b'{"text": "caf\xe9"}\n' + '{"text": "café"}\n'.encode()
    found = articles(records(tmp_path / "s.jsonl", data))
    assert [(record.text, record.notes) for record in found] == [("café", ("read as windows-1252",)), ("café", ())]


def test_a_forced_encoding_holds_for_lines(tmp_path: Path) -> None:
    """Bytes wrong in it are noted on their record only."""
    data = b'{"text": "a"}\n{"text": "\xe9"}\n'
    found = articles(records(tmp_path / "s.jsonl", data, ReadOptions(encoding="ascii")))
    assert [record.notes for record in found] == [(), ("bytes not valid in ascii were replaced by U+FFFD",)]


def test_packed_jsonl_is_read(tmp_path: Path) -> None:
    """.jsonl.gz is unpacked on the way."""
    data = gzip.compress(b'{"text": "A."}\n{"text": "B."}\n')
    assert [found.text for found in articles(records(tmp_path / "s.jsonl.gz", data))] == ["A.", "B."]


def test_a_truncated_archive_gives_what_it_holds_and_a_failure(tmp_path: Path) -> None:
    """Lines before the break are articles; the break is a failure, not an exception."""
    lines = "".join(json.dumps({"text": f"{n} {n * 7919 % 1000003:x}"}) + "\n" for n in range(50_000))
    packed = gzip.compress(lines.encode())
    *before, last = records(tmp_path / "s.jsonl.gz", packed[: len(packed) // 2])
    assert len(articles(before)) > 100
    assert "compressed data is damaged or cut short" in failure(last).reason


def test_what_is_no_archive_is_a_failure(tmp_path: Path) -> None:
    """The suffix promises gzip."""
    (found,) = records(tmp_path / "s.jsonl.gz", "no archive")
    assert "compressed data is damaged" in failure(found).reason


@pytest.mark.parametrize("name", ["s.jsonl", "s.json"])
def test_a_file_without_records_is_a_failure(tmp_path: Path, name: str) -> None:
    """Nothing that was named vanishes from the output."""
    (found,) = records(tmp_path / name, "\n\n")
    assert "no article in this file" in failure(found).reason


def test_binary_jsonl_is_one_failure(tmp_path: Path) -> None:
    """Not one per line."""
    (found,) = records(tmp_path / "s.jsonl", b"\0\1\2\n" * 100)
    assert "binary data" in failure(found).reason


def test_a_json_file_with_one_object_is_one_article(tmp_path: Path) -> None:
    """It may be printed over several lines, and stands for the file."""
    path = tmp_path / "story.json"
    (found,) = articles(records(path, json.dumps({"title": "T", "text": "A."}, indent=2)))
    assert (found.text, found.place) == ("T\n\nA.", str(path))


def test_a_json_list_gives_its_items_by_line(tmp_path: Path) -> None:
    """An item that is no object fails alone."""
    path = tmp_path / "stories.json"
    found = records(path, '[\n  {"text": "A."},\n  3,\n  {"text":\n   "B."}\n]\n')
    assert [record.place for record in found] == [f"{path}:{line}" for line in (2, 3, 4)]
    assert "expected a JSON object, found 3" in failure(found[1]).reason
    assert [record.text for record in articles([found[0], found[2]])] == ["A.", "B."]


def test_an_empty_json_list_is_a_failure(tmp_path: Path) -> None:
    """It holds no article."""
    (found,) = records(tmp_path / "s.json", "[]")
    assert "no article in this file" in failure(found).reason


@pytest.mark.parametrize("end", ["", ",", ',\n{"text": "B', "]]"])
def test_a_broken_json_list_gives_what_came_before(tmp_path: Path, end: str) -> None:
    """The fault is named by line and column."""
    first, last = records(tmp_path / "s.json", '[{"text": "A."}' + end)
    assert isinstance(first, Article)
    assert "not valid JSON at column" in failure(last).reason


def test_json_lines_under_the_suffix_json(tmp_path: Path) -> None:
    """Several objects are streamed as lines, a bad one among them failing alone."""
    found = records(tmp_path / "s.json", '{"text": "A."}\n{"text": \n{"text": "C."}\n')
    assert [type(record) for record in found] == [Article, Failure, Article]


def table(
    folder: Path, data: str, name: str = "stories.csv", options: ReadOptions | None = None
) -> list[Article | Failure]:
    return records(folder / name, data, options)


def test_a_row_is_an_article(tmp_path: Path) -> None:
    """Quoted cells keep their line endings, and a row is named by the line it begins on."""
    data = 'id,title,text,date\r\n1,"Bridge, open","One\r\ntwo",2031-02-03\r\n\r\n2,,Three,\r\n'
    first, second = articles(table(tmp_path, data))
    assert (first.id, first.text, first.title) == ("1", "Bridge, open\n\nOne\r\ntwo", Span(0, 12))
    assert (first.published, first.place) == ("2031-02-03", f"{tmp_path / 'stories.csv'}:2")
    assert (second.text, second.title, second.published) == ("Three", None, None)
    assert second.place.endswith(":5")


def test_cells_above_the_limit_of_the_csv_module_are_read(tmp_path: Path) -> None:
    """131,072 characters is the module's limit, not ours, and its setting is left as it was."""
    before = csv.field_size_limit()
    (found,) = articles(table(tmp_path, "id,text\n1," + "word " * 40_000 + "\n"))
    assert len(found.text) == 200_000
    assert csv.field_size_limit() == before


def test_tabs_and_semicolons_divide_cells(tmp_path: Path) -> None:
    """TSV by its suffix; semicolons, as spreadsheets in Europe write them, by the header."""
    assert articles(table(tmp_path, "id\ttext\na\tB, c.\n", "s.tsv"))[0].text == "B, c."
    assert articles(table(tmp_path, "id;text\na;B, c.\n"))[0].text == "B, c."


def test_a_column_that_is_missing_fails_the_file_once(tmp_path: Path) -> None:
    """The header is at fault, not each row."""
    (found,) = table(tmp_path, "id,texte\n1,A\n2,B\n")
    assert found.place.endswith("stories.csv:1")
    assert "no field 'text'; found 'id', 'texte'; did you mean 'texte'?" in failure(found).reason


def test_a_column_that_was_asked_for_must_exist(tmp_path: Path) -> None:
    """As in JSONL."""
    (found,) = table(tmp_path, "id,text\n1,A\n", options=ReadOptions(title="head"))
    assert "no field 'head'" in failure(found).reason


@pytest.mark.parametrize("data", ["", "\n\n", ",,\n1,2,3\n"])
def test_an_empty_header_is_a_failure(tmp_path: Path, data: str) -> None:
    """Without names nothing can be read."""
    (found,) = table(tmp_path, data)
    assert "expected a header with column names" in failure(found).reason


def test_a_table_without_rows_is_a_failure(tmp_path: Path) -> None:
    """It holds no article."""
    (found,) = table(tmp_path, "id,text\n")
    assert "no article in this file" in failure(found).reason


def test_a_doubled_text_column_is_a_failure(tmp_path: Path) -> None:
    """Which one is the article can't be known."""
    (found,) = table(tmp_path, "text,text\na,b\n")
    assert "expected one column 'text'" in failure(found).reason


def test_a_row_with_too_many_cells_fails_alone(tmp_path: Path) -> None:
    """An unquoted comma would otherwise cut the text in silence."""
    first, second = table(tmp_path, "id,text\n1,On Monday, it rained.\n2,Dry.\n")
    assert "expected 2 cells as in the header, found 3" in failure(first).reason
    assert articles([second])[0].text == "Dry."


def test_a_row_without_its_text_fails_alone(tmp_path: Path) -> None:
    """A short row lacks the last columns."""
    first, second = table(tmp_path, "id,text\n1\n2,Dry.\n")
    assert "no field 'text'" in failure(first).reason
    assert articles([second])[0].text == "Dry."


def test_an_open_quotation_mark_is_a_failure(tmp_path: Path) -> None:
    """Rows swallowed by it aren't passed off as one article."""
    first, last = table(tmp_path, 'id,text\n1,A\n2,"B\n3,C\n')
    assert isinstance(first, Article)
    assert last.place.endswith(":3")
    assert "the row can't be read (unexpected end of data)" in failure(last).reason


def test_a_table_line_above_the_bound_fails_alone(tmp_path: Path) -> None:
    """The next row is read."""
    data = "id,text\n1," + "x" * 500 + "\n2,Dry.\n"
    first, second = table(tmp_path, data, options=ReadOptions(max_bytes=100))
    assert "expected at most 100 bytes in a line" in failure(first).reason
    assert first.place.endswith(":2")
    assert articles([second])[0].place.endswith(":3")


def test_a_table_has_marks_booleans_and_old_encodings(tmp_path: Path) -> None:
    """A byte-order mark isn't part of the first name, "true" is true, and Windows-1252 is noted."""
    (found,) = articles(records(tmp_path / "s.csv", b"\xef\xbb\xbftext,cut\ncaf\xe9,TRUE\n"))
    assert (found.text, found.cut, found.notes) == ("café", True, ("read as windows-1252",))


def test_a_packed_table_cut_short_is_a_failure(tmp_path: Path) -> None:
    """Rows before the break are read, and reading ends."""
    buffer = io.StringIO("id,text\n" + "".join(f"{n},{n * 7919 % 1000003:x}\n" for n in range(50_000)))
    packed = gzip.compress(buffer.getvalue().encode())
    *before, last = records(tmp_path / "s.csv.gz", packed[: len(packed) // 2])
    assert len(articles(before)) > 100
    assert "compressed data is damaged or cut short" in failure(last).reason
