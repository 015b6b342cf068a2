"""`read`: every way in, one record per article, never an exception for one bad input."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgauge.article import Article, Failure
from newsgauge.errors import ArticleError, MissingExtraError
from newsgauge.readers.encodings import decode
from newsgauge.readers.fields import failure
from newsgauge.readers.formats import guess
from newsgauge.readers.json_records import read_json, read_jsonl
from newsgauge.readers.options import ReadOptions
from newsgauge.readers.pages import read_page
from newsgauge.readers.parquet import read_parquet
from newsgauge.readers.paths import inputs
from newsgauge.readers.streams import Input, Opened, opened, read_whole
from newsgauge.readers.tables import read_table
from newsgauge.readers.warc import read_warc


def read(paths: Sequence[str], options: ReadOptions | None = None) -> Iterator[Article | Failure]:
    """Read articles lazily and in order; what can't be read stands as a Failure in its place.

    Parameters
    ----------
    paths : sequence of str
        Files (text, HTML, JSON, JSONL, CSV, TSV, WARC; each also as ``.gz`` or ``.zst``; Parquet), folders, ``-`` for
        standard input.
    options : ReadOptions, optional
        Field names, bound, forced format and encoding; the defaults where left out.

    Yields
    ------
    Article or Failure
        One per article: a file, a line of JSONL, a row of a table, an item of a JSON list. Line endings are as in the
        input; a byte-order mark is no part of the text. Memory holds one article at a time.

    Notes
    -----
    A missing extra (HTML without trafilatura) is a Failure too, so that other inputs are still read. Addresses aren't
    fetched.

    Examples
    --------
    >>> from newsgauge.readers import ReadOptions, read
    >>> [record.reason for record in read(["no-such-file.txt"])]
    ['no such file or folder; check the path']
    """
    chosen = ReadOptions() if options is None else options
    for found in inputs(paths):
        if isinstance(found, Failure):
            yield found
        else:
            yield from read_input(found, chosen)


def read_input(source: Input, options: ReadOptions) -> Iterator[Article | Failure]:
    """Read one input, as `read` does each of its own."""
    empty = True
    try:
        with opened(source) as stream:
            for record in records(stream, source.path, options):
                empty = False
                yield record
    except ArticleError as error:
        empty = False
        yield failure(error)
    except MissingExtraError as error:
        empty = False
        yield Failure("", source.place, str(error))
    if empty:
        yield Failure("", source.place, "no article in this file; expected at least one record")


def records(source: Opened, path: str, options: ReadOptions) -> Iterator[Article | Failure]:
    """Read an opened input in the format it is in.

    Raises
    ------
    ArticleError
        When reading breaks off.
    MissingExtraError
        When the format needs a library that isn't installed.
    """
    form = guess(source, path, options)
    if form == "jsonl":
        yield from read_jsonl(source, options)
    elif form == "json":
        yield from read_json(source, options)
    elif form in ("csv", "tsv"):
        yield from read_table(source, options, "\t" if form == "tsv" else ",")
    elif form == "parquet":
        yield from read_parquet(path, source.place, options)
    elif form == "warc":
        yield from read_warc(source, options)
    elif form == "html":
        yield read_page(read_whole(source, options.max_bytes), source.place, options)
    else:
        text, notes = decode(read_whole(source, options.max_bytes), source.place, options.encoding)
        yield Article(text, place=source.place, notes=notes, cut=options.cut)
