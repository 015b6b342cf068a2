"""Opening inputs and reading them in bounded pieces: nothing here holds more than one line or ``max_bytes``."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import AnyStr, BinaryIO, NamedTuple

from newsgauge.errors import ArticleError
from newsgauge.readers.encodings import HEAD, decode_narrow, refuse_binary, wide_encoding

STDIN = "-"


class Input(NamedTuple):
    """One file or standard input, not opened yet."""

    path: str
    place: str


class Opened(NamedTuple):
    """A stream at its start, and its first bytes to guess from."""

    place: str
    stream: BinaryIO
    head: bytes


class Line(NamedTuple):
    """One line with its newline as it stands; ``problem`` says why it has no text."""

    number: int
    text: str
    notes: tuple[str, ...] = ()
    problem: str = ""


class _Rejoined(io.RawIOBase):
    """The head that was looked at, then the rest: a pipe can't be rewound, and its `peek` may give one byte."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the stub wants the private WriteableBuffer
        piece = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(piece) :]
        buffer[: len(piece)] = piece
        return len(piece)


@contextmanager
def opened(source: Input) -> Iterator[Opened]:
    """Open a file, a ``.gz`` file or standard input; closes what it opened.

    Raises
    ------
    ArticleError
        When it can't be opened or its first bytes can't be read.
    """
    with reading(source.place), _raw(source.path) as raw:
        head = raw.read(HEAD)
        yield Opened(source.place, io.BufferedReader(_Rejoined(head, raw), HEAD), head)


@contextmanager
def _raw(path: str) -> Iterator[BinaryIO]:
    if path == STDIN:
        if sys.stdin is None:
            raise ArticleError(STDIN, "standard input is closed", "pipe something into it")
        yield sys.stdin.buffer
    elif path.lower().endswith(".gz"):
        with gzip.open(path, "rb") as packed:
            yield io.BufferedReader(packed, HEAD)
    else:
        with open(path, "rb") as plain:
            yield plain


_BREAKS = (OSError, EOFError, zlib.error)
"""What opening and reading raise, gzip's faults included."""


@contextmanager
def reading(place: str) -> Iterator[None]:
    """Turn what can go wrong below into an `ArticleError` at this place."""
    try:
        yield
    except _BREAKS as error:
        raise _explained(place, error) from error


def _explained(place: str, error: Exception) -> ArticleError:
    if isinstance(error, FileNotFoundError):
        return ArticleError(place, "no such file or folder", "check the path")
    if isinstance(error, PermissionError):
        return ArticleError(place, "permission denied", "make it readable for this user")
    if isinstance(error, EOFError | gzip.BadGzipFile | zlib.error):
        return ArticleError(place, f"the compressed data is damaged or cut short ({error})", "fetch it again")
    return ArticleError(place, f"cannot be read ({getattr(error, 'strerror', None) or error})")


def read_whole(source: Opened, limit: int) -> bytes:
    """All bytes of a single-article file.

    Raises
    ------
    ArticleError
        Above ``limit`` bytes (of a ``.gz`` file: unpacked), or when reading breaks off.
    """
    with reading(source.place):
        data = source.stream.read(limit + 1)
    if len(data) > limit:
        raise ArticleError(source.place, f"expected at most {limit} bytes, found more", "split it or raise --max-bytes")
    return data


def read_lines(source: Opened, limit: int, encoding: str | None) -> Iterator[Line]:
    """Lines of a stream, split at ``\\n`` only, each decoded on its own.

    Raises
    ------
    ArticleError
        When the stream is binary, or reading breaks off (at the line where it does).
    """
    refuse_binary(source.head, source.place, encoding)
    wide = encoding or wide_encoding(source.head)
    too_long = f"expected at most {limit} bytes in a line, found more; raise --max-bytes"
    for number, text, notes in _narrow(source, limit) if wide is None else _wide(source, limit, wide, encoding is None):
        if text is None:
            yield Line(number, "", problem=too_long)
        else:
            yield Line(number, text.removeprefix("\ufeff") if number == 1 else text, notes)


_Numbered = Iterator[tuple[int, str | None, tuple[str, ...]]]


def _narrow(source: Opened, limit: int) -> _Numbered:
    for number, data in _bounded(source.place, source.stream.readline, b"\n", limit):
        text, notes = (None, ()) if data is None else decode_narrow(data)
        yield number, text, notes


def _wide(source: Opened, limit: int, encoding: str, guessed: bool) -> _Numbered:
    reader = io.TextIOWrapper(source.stream, encoding, "replace", newline="\n")
    width = 4 if "32" in encoding else 2 if "16" in encoding else 1
    notes = (f"read as {encoding}",) if guessed else ()
    for number, text in _bounded(source.place, reader.readline, "\n", max(limit // width, 1)):
        wrong = not guessed and text is not None and "\ufffd" in text
        yield number, text, (f"bytes not valid in {encoding} were replaced by U+FFFD",) if wrong else notes


def _bounded(
    place: str, readline: Callable[[int], AnyStr], newline: AnyStr, limit: int
) -> Iterator[tuple[int, AnyStr | None]]:
    """Numbered lines; None in place of one that is too long, which is passed over without being held."""
    number = 0
    try:
        while line := readline(limit + 1):
            number += 1
            if len(line) <= limit or line.endswith(newline):
                yield number, line
                continue
            while (rest := readline(HEAD)) and not rest.endswith(newline):
                pass
            yield number, None
    except _BREAKS as error:
        raise _explained(f"{place}:{number + 1}", error) from error
