"""From paths to pieces: which files there are, and how they are cut so that each piece can be read on its own.

Plain JSON lines are cut at line ends and Parquet at row groups; compressed files, tables and archives can only be read
from their start, so each is one piece. Small single-article files go together. A plan is a function of the inputs alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import Literal, NamedTuple

from newsgauge.article import Failure
from newsgauge.errors import ArticleError
from newsgauge.readers.encodings import HEAD, wide_encoding
from newsgauge.readers.formats import PACKED, guess, suffix_format
from newsgauge.readers.options import Format, ReadOptions
from newsgauge.readers.parquet import parquet_file
from newsgauge.readers.paths import inputs
from newsgauge.readers.streams import STDIN, Input, binary, opened
from newsgauge.scale import store

PIECE = 64 * 1024 * 1024
"""Bytes of plain JSON lines in a piece: some 15,000 articles, a minute of work."""

_SINGLE = ("text", "html", "json")
_BLOCK = 1024 * 1024

Kind = Literal["files", "stream", "lines", "groups"]


class Source(NamedTuple):
    """One input file and the format it is in."""

    path: str
    place: str
    size: int
    form: Format


class Piece(NamedTuple):
    """A part of the input that one worker reads.

    Attributes
    ----------
    number : int
        Its place in the plan.
    kind : {"files", "stream", "lines", "groups"}
        Several whole files; a file from its start; bytes of a file; row groups of a file.
    sources : tuple of Source
        One, but for "files".
    start, stop : int
        Bytes or row groups.
    before : int
        Lines of the file that come before.
    """

    number: int
    kind: Kind
    sources: tuple[Source, ...]
    start: int = 0
    stop: int = 0
    before: int = 0


def sources(paths: Sequence[str], options: ReadOptions) -> list[Source]:
    """Find the files, in order.

    Raises
    ------
    ArticleError
        For a path that isn't there, a folder without articles, or standard input, which can't be read twice.
    """
    found: list[Source] = []
    for path in paths:
        if path == STDIN:
            raise ArticleError(path, "standard input can't be read again after a stop", "give a file")
        named = store.matching(path) if "://" in path else list(inputs([path]))
        for one in named:
            if isinstance(one, Failure):
                raise ArticleError(one.place, one.reason)
            found.append(_source(one, options))
    return found


def _source(one: Input, options: ReadOptions) -> Source:
    try:
        size = store.size(one.path)
    except FileNotFoundError as error:
        raise ArticleError(one.place, "no such file or folder", "check the path") from error
    form = options.format or suffix_format(one.path)
    if form in (None, "json", "text"):  # the name doesn't settle it: JSON may be lines, text may be a page
        with opened(one) as stream:
            form = guess(stream, one.path, options)
    return Source(store.absolute(one.path), one.place, size, form)


def pieces(found: Sequence[Source], rows: int, options: ReadOptions, size: int = PIECE) -> Iterator[Piece]:
    """Cut the sources into pieces, lazily and in order; ``rows`` single-article files go together."""
    number = 0
    for single, group in groupby(found, key=lambda source: source.form in _SINGLE):
        together = list(group)
        cut = _files(together, rows) if single else chain(*(_cut(source, options, size) for source in together))
        for piece in cut:
            yield piece._replace(number=number)
            number += 1


def _files(group: Sequence[Source], rows: int) -> Iterator[Piece]:
    for at in range(0, len(group), rows):
        yield Piece(0, "files", tuple(group[at : at + rows]))


def _cut(source: Source, options: ReadOptions, size: int) -> Iterator[Piece]:
    packed = source.path.lower().endswith(PACKED)
    if source.form == "parquet" and not packed:
        yield from _row_groups(source)
    elif source.form == "jsonl" and not packed and options.encoding is None and not _is_wide(source):
        yield from _line_ranges(source, size)
    else:
        yield Piece(0, "stream", (source,))


def _row_groups(source: Source) -> Iterator[Piece]:
    try:
        with parquet_file(source.path, source.place) as file:
            groups = file.num_row_groups
    except ArticleError:  # read as a stream, where the fault becomes a record in its place
        groups = 0
    if not groups:
        yield Piece(0, "stream", (source,))
    for at in range(groups):
        yield Piece(0, "groups", (source,), at, at + 1)


def _is_wide(source: Source) -> bool:
    with binary(source.path) as stream:
        return wide_encoding(stream.read(HEAD)) is not None


def _line_ranges(source: Source, size: int) -> Iterator[Piece]:
    """Ranges of whole lines, each at least ``size`` bytes long; lines are counted on the way, for their places."""
    start = at = before = lines = 0
    with binary(source.path) as stream:
        while block := stream.read(min(_BLOCK, size)):
            at += len(block)
            lines += block.count(b"\n")
            if at - start < size:
                continue
            rest = b"" if block.endswith(b"\n") else stream.readline()
            at += len(rest)
            lines += rest.count(b"\n")
            yield Piece(0, "lines", (source,), start, at, before)
            start, before = at, lines
    if at > start or not at:
        yield Piece(0, "lines", (source,), start, at, before)


def total(found: Sequence[Source]) -> int:
    """Bytes of all sources."""
    return sum(source.size for source in found)


def modified(path: str) -> str:
    """When a file was last written, as far as its store says; empty where it doesn't."""
    return str(os.stat(path).st_mtime_ns) if "://" not in path else store.version(path)
