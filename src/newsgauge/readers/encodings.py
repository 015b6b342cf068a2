"""Bytes to text without touching what the bytes say: no newline translation, no normalisation."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from newsgauge.errors import ArticleError

HEAD = 64 * 1024
"""Bytes looked at to guess a format or an encoding."""

TRUNCATED = "the file ends in the middle of a character; it was dropped"

# UTF-32 first: its little-endian mark begins with UTF-16's.
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive (or a .docx, .odt or .epub file)"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "gzip data without the suffix .gz"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"\x28\xb5\x2f\xfd", "zstandard data"),
    (b"PAR1", "a Parquet file"),
    (b"\x7fELF", "a program"),
)
# C0 controls that no text editor writes; tab, newlines, form feed, backspace and escape do occur in text.
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\b\x1b") + b"\x7f"
_MAX_CONTROLS = 0.05
"""Share of control characters above which bytes are no text; own choice, prose has none and noise has 10 %."""


class Decoded(NamedTuple):
    """A text and what had to be done to read it."""

    text: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, place: str, encoding: str | None = None, declared: str | None = None) -> Decoded:
    """Decode a whole file.

    Tried in order: a byte-order mark (no part of the text), UTF-16 and UTF-32 by their NUL pattern, strict UTF-8,
    ``declared``, Windows-1252, Latin-1.

    Parameters
    ----------
    data : bytes
    place : str
        For the error message.
    encoding : str, optional
        Forced: bytes invalid in it become U+FFFD, with a note.
    declared : str, optional
        What the document says it is encoded in; used where it isn't UTF-8.

    Raises
    ------
    ArticleError
        When the bytes are no text.
    """
    refuse_binary(data, place, encoding)
    if encoding is not None:
        return _forced(data, encoding)
    if (wide := wide_encoding(data)) is not None:
        return _wide(data, wide, place)
    return decode_narrow(data.removeprefix(codecs.BOM_UTF8), declared)


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32 by byte-order mark, or by where the NULs of mostly ASCII text fall; else None."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    head = data[: HEAD // 16]
    if b"\0" not in head:
        return None
    empty = [column.count(0) / max(len(column), 1) > 0.5 for column in (head[at::4] for at in range(4))]
    for pattern, encoding in (
        ([False, True, True, True], "utf-32-le"),
        ([True, True, True, False], "utf-32-be"),
        ([False, True, False, True], "utf-16-le"),
        ([True, False, True, False], "utf-16-be"),
    ):
        if empty == pattern:
            return encoding
    return None


def refuse_binary(data: bytes, place: str, encoding: str | None = None) -> None:
    """Raise `ArticleError` for bytes that are no text, naming what they are where their first bytes tell."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise ArticleError(place, f"expected text, found {what}", "extract its text first")
    if encoding is not None or wide_encoding(data) is not None:
        return
    if b"\0" in data:
        raise ArticleError(place, "expected text, found binary data (NUL bytes)", "extract its text first")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _MAX_CONTROLS * len(data):
        raise ArticleError(place, f"expected text, found binary data ({controls} control characters)")


def decode_narrow(data: bytes, declared: str | None = None) -> Decoded:
    """Strict UTF-8, else what was declared, else Windows-1252, else Latin-1; also used line by line."""
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.reason != "unexpected end of data":
            return _damaged(data) or _western(data, declared)
    text, tail = _incremental(data, "utf-8", "strict")
    if _ends_in_western_letter(text, tail):
        return _western(data, declared)
    return Decoded(text, (TRUNCATED,))


def _incremental(data: bytes, encoding: str, errors: str) -> tuple[str, bytes]:
    """Text, and the bytes of a character that the end cut short."""
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    return decoder.decode(data), decoder.getstate()[0]


def _ends_in_western_letter(text: str, tail: bytes) -> bool:
    """Whether one odd last byte is a Latin-1 letter after ASCII ("caf\\xe9"), not the first byte of a cut character.

    0xE2 opens curly quotes and dashes and 0xF0 opens emoji, so these two count as cut.
    """
    if len(tail) != 1 or tail in b"\xe2\xf0" or not text.isascii():
        return False
    return text[-1:].isalpha() and tail.decode("latin-1").islower()


def _damaged(data: bytes) -> Decoded | None:
    """UTF-8 with a few wrong bytes: in Windows-1252 hardly any run of non-ASCII bytes is valid UTF-8."""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd") - data.count("\ufffd".encode())
    right = len(text) - len(text.encode("ascii", "ignore")) - wrong
    if right < 4 * wrong:
        return None
    return Decoded(text, (f"{wrong} byte sequence(s) not valid in utf-8 were replaced by U+FFFD",))


def _western(data: bytes, declared: str | None) -> Decoded:
    for encoding in (declared, "windows-1252"):
        try:
            if encoding is not None:
                return Decoded(data.decode(encoding), (f"read as {encoding}",))
        except (UnicodeError, LookupError):
            continue
    return Decoded(data.decode("latin-1"), ("read as latin-1",))


def _wide(data: bytes, encoding: str, place: str) -> Decoded:
    text, tail = _incremental(data, encoding, "replace")
    text = text.removeprefix("\ufeff")
    wrong = sum(map(text.count, ("\ufffd", "\0")))
    if wrong > _MAX_CONTROLS * len(text) + 1:
        raise ArticleError(place, f"expected text, found binary data (it looks like {encoding}, but is not valid)")
    notes = (f"read as {encoding}",) + ((TRUNCATED,) if tail else ())
    return Decoded(text, notes)


def _forced(data: bytes, encoding: str) -> Decoded:
    text, tail = _incremental(data, encoding, "replace")
    notes = [TRUNCATED] if tail else []
    try:
        _incremental(data, encoding, "strict")
    except UnicodeError:
        notes.append(f"bytes not valid in {encoding} were replaced by U+FFFD")
    return Decoded(text.removeprefix("\ufeff"), tuple(notes))
