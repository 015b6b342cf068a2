"""WARC, as web crawls are kept (ISO 28500): the HTML responses of an archive, each a page.

A record's place is ``file:N``, its number among the archive's responses; what is no HTML is passed over.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

from newsgauge.article import Article, Failure
from newsgauge.errors import ArticleError, MissingExtraError
from newsgauge.readers.fields import failure
from newsgauge.readers.options import ReadOptions
from newsgauge.readers.pages import read_page
from newsgauge.readers.streams import BREAKS, Opened, explained, reading

_PAGES = ("text/html", "application/xhtml+xml")
_OK = 200


class Response(NamedTuple):
    """One page of an archive, not yet read as an article; ``problem`` says why it has no bytes."""

    place: str
    id: str
    url: str | None
    fetched: str
    data: bytes
    problem: str = ""

    def article(self, options: ReadOptions) -> Article | Failure:
        """Extract the article; a page without one is a Failure."""
        try:
            if self.problem:
                raise ArticleError(self.place, self.problem)
            page = read_page(self.data, self.place, options)
        except ArticleError as error:
            return failure(error, self.id)
        return Article(
            page.text,
            id=self.id,
            place=self.place,
            title=page.title,
            guess_title=page.guess_title,
            byline=page.byline,
            published=page.published,
            url=self.url or page.url,
            notes=(*page.notes, *((f"fetched {self.fetched}",) if self.fetched else ())),
            cut=page.cut,
        )


def read_warc(source: Opened, options: ReadOptions) -> Iterator[Article | Failure]:
    """Read the articles of an archive.

    Raises
    ------
    ArticleError
        When the stream is no archive, or breaks off; complete records before that were given.
    MissingExtraError
        When fastwarc isn't installed.
    """
    for response in responses(source, options):
        yield response.article(options)


def responses(source: Opened, options: ReadOptions) -> Iterator[Response]:
    """Find the HTML responses of an archive; raises as `read_warc`."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise MissingExtraError("scale", "Reading WARC archives") from error
    stream = _Quiet(source.stream)
    number = 0
    with reading(source.place):
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=False):
            number += 1
            found = _response(record, f"{source.place}:{number}", options.max_bytes)
            if found is not None:
                yield found
    if stream.fault is not None:
        raise explained(f"{source.place}:{number + 1}", stream.fault) from stream.fault


def _response(record: Any, place: str, limit: int) -> Response | None:
    announced = record.content_length
    block = record.reader.read()
    record.set_bytes_content(block)
    record.parse_http(auto_decode="all")
    http = record.http_headers
    if http is None or http.status_code != _OK or (record.http_content_type or "") not in _PAGES:
        return None
    problem = ""
    if len(block) < announced:
        problem = f"the record is cut short: expected {announced} bytes, found {len(block)}"
    elif announced > limit:
        problem = f"expected at most {limit} bytes in a record, found {announced}; raise --max-bytes"
    data = b"" if problem else record.reader.read()
    date = record.record_date
    id_ = str(record.record_id or "").strip("<>").removeprefix("urn:uuid:")
    url = record.headers.get("WARC-Target-URI")
    return Response(place, id_, url, date.isoformat() if date else "", data, problem)


class _Quiet(io.RawIOBase):
    """A stream that ends where reading breaks off and keeps the fault: the archive's whole records come first."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._at = 0
        self.fault: Exception | None = None

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the stub wants the private WriteableBuffer
        if self.fault is not None:
            return 0
        try:
            piece = self._stream.read1(len(buffer))
        except BREAKS as error:
            self.fault = error
            return 0
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)
