"""Opening inputs and reading them in bounded pieces: nothing here holds more than one line or ``max_bytes``."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, AnyStr, BinaryIO, NamedTuple, cast

from newsgauge.errors import ArticleError, MissingExtraError
from newsgauge.readers.encodings import HEAD, decode_narrow, refuse_binary, wide_encoding
from newsgauge.readers.stores import filesystem

STDIN = "-"


class Input(NamedTuple):
    """One file or standard input, not opened yet."""

    path: str
    place: str


class Opened(NamedTuple):
    """A stream and its first bytes to guess from.

    Attributes
    ----------
    place : str
    stream : BinaryIO
        Unpacked; at its start.
    head : bytes
    before : int
        Lines of the file that come before the stream, where it is a part of one.
    position : callable
        Bytes of the file read so far, packed as it lies there.
    """

    place: str
    stream: BinaryIO
    head: bytes
    before: int = 0
    position: Callable[[], int] = int


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
        piece = self._head[: len(buffer)] or _some(self._rest, len(buffer))
        self._head = self._head[len(piece) :]
        buffer[: len(piece)] = piece
        return len(piece)


@contextmanager
def opened(source: Input) -> Iterator[Opened]:
    """Open a file, plain, ``.gz`` or ``.zst``, or standard input; closes what it opened.

    Raises
    ------
    ArticleError
        When it can't be opened or its first bytes can't be read.
    """
    with reading(source.place), _raw(source.path) as raw, _unpacked(raw, source.path) as stream:
        head = _head(stream)
        position = raw.tell if source.path != STDIN else int
        yield Opened(source.place, io.BufferedReader(_Rejoined(head, stream), HEAD), head, position=position)


def _head(stream: BinaryIO) -> bytes:
    """First bytes; a fault behind them is raised when reading comes to it, so that what is whole is read."""
    head = b""
    while len(head) < HEAD:
        try:
            piece = _some(stream, HEAD - len(head))
        except BREAKS:
            if head:
                return head
            raise
        if not piece:
            break
        head += piece
    return head


def _some(stream: BinaryIO, size: int) -> bytes:
    """What one read gives: asked for more, a packed stream that breaks off loses what it had unpacked."""
    read = getattr(stream, "read1", stream.read)
    piece: bytes = read(size)
    return piece


@contextmanager
def _raw(path: str) -> Iterator[BinaryIO]:
    if path == STDIN:
        if sys.stdin is None:
            raise ArticleError(STDIN, "standard input is closed", "pipe something into it")
        yield sys.stdin.buffer
        return
    with binary(path) as file:
        yield file


def binary(path: str) -> BinaryIO:
    """Open a file's bytes as they lie there; an address (``s3://…``) through fsspec.

    Raises
    ------
    MissingExtraError
        For an address without fsspec.
    ConfigError
        For one whose store isn't installed.
    """
    if "://" not in path:
        return open(path, "rb")
    store, inside = filesystem(path)
    return cast(BinaryIO, store.open(inside, "rb"))


@contextmanager
def _unpacked(raw: BinaryIO, path: str) -> Iterator[BinaryIO]:
    if path.lower().endswith(".gz"):
        with gzip.open(raw, "rb") as packed:
            yield cast(BinaryIO, packed)
    elif path.lower().endswith(".zst"):
        try:
            import zstandard
        except ImportError as error:
            raise MissingExtraError("scale", "Reading .zst files") from error
        yield io.BufferedReader(_Zstandard(raw, zstandard.ZstdDecompressor, zstandard.ZstdError), HEAD)
    else:
        yield raw


class _Zstandard(io.RawIOBase):
    """Zstandard frames, one after the other; unlike the library's own reader it says when the last one is cut short."""

    def __init__(self, packed: BinaryIO, decompressor: Callable[[], Any], fault: type[Exception]) -> None:
        self._packed = packed
        self._decompressor = decompressor
        self._fault = fault
        self._frame = decompressor().decompressobj()
        self._open = False
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the stub wants the private WriteableBuffer
        while not self._rest:
            piece = self._frame.unused_data or self._packed.read(_PACKED_PIECE)
            if not piece:
                if self._open:
                    raise EOFError("the last frame isn't closed")
                return 0
            self._rest = self._decompressed(piece)
        piece = self._rest[: len(buffer)]
        self._rest = self._rest[len(piece) :]
        buffer[: len(piece)] = piece
        return len(piece)

    def _decompressed(self, piece: bytes) -> bytes:
        if self._frame.eof:
            self._frame = self._decompressor().decompressobj()
        try:
            text: bytes = self._frame.decompress(piece)
        except self._fault as error:
            raise zlib.error(str(error)) from error
        self._open = not self._frame.eof
        return text


_PACKED_PIECE = 16 * 1024  # bytes of a packed file at once: what they unpack to is held
BREAKS = (OSError, EOFError, zlib.error)
"""What opening and reading raise, gzip's faults included."""


@contextmanager
def reading(place: str) -> Iterator[None]:
    """Turn what can go wrong below into an `ArticleError` at this place."""
    try:
        yield
    except BREAKS as error:
        raise explained(place, error) from error


def explained(place: str, error: Exception) -> ArticleError:
    """Say what a fault of opening or reading means to a user."""
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
    for at, text, notes in _narrow(source, limit) if wide is None else _wide(source, limit, wide, encoding is None):
        number = source.before + at
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
    except BREAKS as error:
        raise explained(f"{place}:{number + 1}", error) from error
