"""CSV and TSV with a header, streamed row by row; newlines inside cells stay as they are."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from newsgauge.article import Article, Failure
from newsgauge.errors import ArticleError
from newsgauge.readers.fields import article_from, failure, require_fields
from newsgauge.readers.options import ReadOptions
from newsgauge.readers.streams import Line, Opened, read_lines


class _Feed:
    """Lines for `csv.reader`, keeping what it would lose: notes, and lines too long to give."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self.number = 0
        self.notes: list[str] = []
        self.problem = ""

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number = line.number
        self.notes += [note for note in line.notes if note not in self.notes]
        self.problem = self.problem or line.problem
        return line.text or "\n"

    def forget(self) -> None:
        self.notes, self.problem = [], ""


def read_table(source: Opened, options: ReadOptions, delimiter: str) -> Iterator[Article | Failure]:
    """One record a row, named by the line it begins on; a bad row gives a Failure and the rest goes on.

    Raises
    ------
    ArticleError
        When there is no header, or a column that is needed isn't in it.
    """
    feed = _Feed(read_lines(source, options.max_bytes, options.encoding))
    header, rows = _header(feed, source.place, options, delimiter)
    while True:
        place = f"{source.place}:{feed.number + 1}"
        feed.forget()
        try:
            cells = _next(rows, options.max_bytes, place)
            if cells is None:
                return
            if feed.problem:
                raise ArticleError(place, feed.problem)
            if any(cell.strip() for cell in cells):
                yield article_from(_row(header, cells, place), place, options, tuple(feed.notes))
        except ArticleError as error:
            yield failure(error)


def _header(feed: _Feed, place: str, options: ReadOptions, delimiter: str) -> tuple[list[str], Iterator[list[str]]]:
    """Column names, and the rows below them."""
    first = next((line for line in feed if line.strip()), "")
    if feed.problem:
        raise ArticleError(f"{place}:{feed.number}", feed.problem)
    for mark in dict.fromkeys((delimiter, ";", "\t", ",")):
        cells = _cells(first, mark, place)
        if options.text in cells:
            break
    else:
        cells, mark = _cells(first, delimiter, place), delimiter
    if not any(cells):
        raise ArticleError(place, "expected a header with column names in the first line, found none")
    require_fields(dict.fromkeys(filter(None, cells), ""), f"{place}:{feed.number}", options)
    if cells.count(options.text) > 1:
        raise ArticleError(f"{place}:{feed.number}", f"expected one column {options.text!r}, found several")
    return cells, csv.reader(feed, delimiter=mark, strict=True)


def _cells(line: str, delimiter: str, place: str) -> list[str]:
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), [])]
    except csv.Error as error:
        raise ArticleError(f"{place}:1", f"the header can't be read ({error})") from error


def _next(rows: Iterator[list[str]], limit: int, place: str) -> list[str] | None:
    """Next row; the limit of `csv` is the whole process's, so it is set for this row only."""
    before = csv.field_size_limit(limit)
    try:
        return next(rows, None)
    except csv.Error as error:
        remedy = "put quotation marks around cells and double those inside them"
        raise ArticleError(place, f"the row can't be read ({error})", remedy) from error
    finally:
        csv.field_size_limit(before)


def _row(header: list[str], cells: list[str], place: str) -> dict[str, object]:
    if len(cells) > len(header):
        problem = f"expected {len(header)} cells as in the header, found {len(cells)}"
        raise ArticleError(place, problem, "put quotation marks around cells that hold the delimiter")
    return {name: cell for name, cell in zip(header, cells, strict=False) if name}
