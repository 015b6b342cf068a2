"""Bytes to text: what was written comes back, and what had to be guessed is noted."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsgauge.article import Article, Failure
from newsgauge.errors import ConfigError
from newsgauge.readers import ReadOptions, read

TEXT = "Mayor “Ada” Quill said:\r\n“The café opens.”\n"


def one(path: Path, options: ReadOptions | None = None) -> Article | Failure:
    (record,) = read([str(path)], options)
    return record


def article(folder: Path, data: bytes, options: ReadOptions | None = None, name: str = "story.txt") -> Article:
    path = folder / name
    path.write_bytes(data)
    record = one(path, options)
    assert isinstance(record, Article), record
    return record


def reason(folder: Path, data: bytes, name: str = "story.txt") -> str:
    path = folder / name
    path.write_bytes(data)
    record = one(path)
    assert isinstance(record, Failure), record
    assert record.place == str(path)
    return record.reason


# Control characters make a file binary, a first U+FEFF is a byte-order mark, and surrogates have no UTF-8.
prose = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\r\n\t")).filter(
    lambda text: not text.startswith(("\ufeff", "%PDF-", "GIF8", "BZh", "PAR1"))
)


@given(text=prose | st.lists(prose).map("\r\n".join).filter(lambda text: not text.startswith("\ufeff")))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_written_as_utf_8_comes_back(tmp_path: Path, text: str) -> None:
    """No character is changed, line endings included, and nothing is noted."""
    read_back = article(tmp_path, text.encode(), ReadOptions(format="text"))
    assert (read_back.text, read_back.notes) == (text, ())


@given(text=prose, encoding=st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_with_a_byte_order_mark_comes_back(tmp_path: Path, text: str, encoding: str) -> None:
    """The mark says the encoding and is no part of the text."""
    assert article(tmp_path, text.encode(encoding), ReadOptions(format="text")).text == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
        (b"\xff\xfe\0\0", "utf-32-le"),
        (b"\0\0\xfe\xff", "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (b"", "utf-32-le"),
        (b"", "utf-32-be"),
    ],
)
def test_wide_encodings_are_read_with_a_note(tmp_path: Path, mark: bytes, encoding: str) -> None:
    """UTF-16 and UTF-32 are known by their mark, or by where the NULs fall."""
    read_back = article(tmp_path, mark + TEXT.encode(encoding))
    assert (read_back.text, read_back.notes) == (TEXT, (f"read as {encoding}",))


def test_a_utf_8_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    """Offset 0 is the first letter."""
    assert article(tmp_path, b"\xef\xbb\xbfQuill left.").text == "Quill left."


@pytest.mark.parametrize("dropped", [1, 2])
def test_a_character_cut_by_the_end_is_dropped(tmp_path: Path, dropped: int) -> None:
    """An incomplete last sequence goes, and a note says so."""
    read_back = article(tmp_path, "Quill said “no”".encode()[:-dropped])
    assert read_back.text == "Quill said “no"
    assert read_back.notes == ("the file ends in the middle of a character; it was dropped",)


@pytest.mark.parametrize("tail", [b"\xc3", b"\xe2", b"\xe2\x80", b"\xf0", b"\xf0\x9f\x98"])
def test_a_cut_character_after_plain_ascii_is_dropped_too(tmp_path: Path, tail: bytes) -> None:
    """First bytes of é, of a curly quote and of an emoji are no Western letters here."""
    read_back = article(tmp_path, b"The caf" + tail)
    assert read_back.text == "The caf"
    assert "middle of a character" in read_back.notes[0]


def test_a_western_letter_at_the_very_end_is_kept(tmp_path: Path) -> None:
    """The last é of a Latin-1 file isn't taken for half a UTF-8 character."""
    read_back = article(tmp_path, "They met at the café".encode("latin-1"))
    assert (read_back.text, read_back.notes) == ("They met at the café", ("read as windows-1252",))


def test_half_a_wide_character_at_the_end_is_dropped(tmp_path: Path) -> None:
    """UTF-16 cut at an odd byte keeps all whole characters."""
    read_back = article(tmp_path, "Quill left.".encode("utf-16")[:-1])
    assert read_back.text == "Quill left"
    assert read_back.notes == ("read as utf-16-le", "the file ends in the middle of a character; it was dropped")


def test_windows_1252_is_the_second_guess(tmp_path: Path) -> None:
    """Curly quotes of old Windows files come out as curly quotes."""
    read_back = article(tmp_path, TEXT.encode("windows-1252"))
    assert (read_back.text, read_back.notes) == (TEXT, ("read as windows-1252",))


def test_latin_1_is_the_last_guess(tmp_path: Path) -> None:
    """A byte that Windows-1252 leaves open is read as Latin-1."""
    read_back = article(tmp_path, b"caf\xe9 \x81 bar")
    assert (read_back.text, read_back.notes) == ("café \x81 bar", ("read as latin-1",))


def test_one_wrong_byte_does_not_spoil_a_utf_8_file(tmp_path: Path) -> None:
    """Among many valid characters a wrong byte is replaced, and the rest stays UTF-8."""
    read_back = article(tmp_path, "“Yes” — “no” — “maybe”".encode() + b" \xff end")
    assert read_back.text == "“Yes” — “no” — “maybe” \ufffd end"
    assert read_back.notes == ("1 byte sequence(s) not valid in utf-8 were replaced by U+FFFD",)


def test_a_forced_encoding_is_obeyed(tmp_path: Path) -> None:
    """What the user says counts, even where the bytes are valid UTF-8."""
    assert article(tmp_path, "é".encode(), ReadOptions(encoding="latin-1")).text == "Ã©"
    assert article(tmp_path, "Žena".encode("iso8859-2"), ReadOptions(encoding="iso8859-2")).text == "Žena"


def test_bytes_wrong_in_a_forced_encoding_are_noted(tmp_path: Path) -> None:
    """Nothing is lost in silence."""
    read_back = article(tmp_path, b"caf\xe9 bar", ReadOptions(encoding="utf-8"))
    assert read_back.text == "caf\ufffd bar"
    assert read_back.notes == ("bytes not valid in utf-8 were replaced by U+FFFD",)


def test_an_empty_file_is_an_empty_article(tmp_path: Path) -> None:
    """Abstaining on it is the core's matter."""
    assert article(tmp_path, b"").text == ""


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7 x", "a PDF document"),
        (b"PK\x03\x04x", "a zip archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\x1f\x8b\x08\0", "gzip data"),
        (b"PAR1\0", "a Parquet file"),
        (b"one\0two three", "binary data (NUL bytes)"),
        (b"\x01\x02\x03\x04 abc\x05\x06", "binary data (6 control characters)"),
        (b"\xff\xfe" + b"\x00\xd8" * 50, "binary data (it looks like utf-16-le"),
    ],
)
def test_binary_data_is_refused_by_its_name(tmp_path: Path, data: bytes, name: str) -> None:
    """The reason says what the bytes are."""
    assert f"expected text, found {name}" in reason(tmp_path, data)


@pytest.mark.parametrize("wrong", ["utf-9", "base64", "rot13", ""])
def test_an_unknown_encoding_is_refused_at_once(wrong: str) -> None:
    """Codecs that aren't text encodings count as unknown."""
    with pytest.raises(ConfigError, match="unknown encoding"):
        ReadOptions(encoding=wrong)


def test_an_unknown_format_is_refused_with_a_suggestion() -> None:
    """The near format is named."""
    with pytest.raises(ConfigError, match="did you mean 'jsonl'"):
        ReadOptions(format="jsnl")  # type: ignore[arg-type]  # the mistake under test


def test_options_without_sense_are_refused() -> None:
    """No field without a name, no bound below one byte."""
    with pytest.raises(ConfigError, match="text field"):
        ReadOptions(text="")
    with pytest.raises(ConfigError, match="max_bytes"):
        ReadOptions(max_bytes=0)
