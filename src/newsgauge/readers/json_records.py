"""JSON: one object a line, streamed; or one file that holds an object or a list of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from newsgauge.article import Article, Failure
from newsgauge.errors import ArticleError
from newsgauge.readers.encodings import decode
from newsgauge.readers.fields import article_from, failure
from newsgauge.readers.options import ReadOptions
from newsgauge.readers.streams import Line, Opened, read_lines, read_whole

_BLANK = re.compile(r"[ \t\r\n]*")


def read_jsonl(source: Opened, options: ReadOptions) -> Iterator[Article | Failure]:
    """One record a line, blank lines aside; a bad line gives a Failure and the rest goes on."""
    for line in read_lines(source, options.max_bytes, options.encoding):
        if line.problem or line.text.strip():
            yield _record(line, f"{source.place}:{line.number}", options)


def _record(line: Line, place: str, options: ReadOptions) -> Article | Failure:
    try:
        if line.problem:
            raise ArticleError(place, line.problem)
        return article_from(_object(_parsed(line.text, place), place), place, options, line.notes)
    except ArticleError as error:
        return failure(error)


def _parsed(text: str, place: str) -> object:
    try:
        value: object = json.loads(text.rstrip("\r\n"))
    except json.JSONDecodeError as error:
        problem = f"not valid JSON at column {error.colno} ({error.msg})"
        raise ArticleError(place, problem, "expected one complete JSON object on each line") from error
    except (ValueError, RecursionError) as error:
        raise ArticleError(place, f"JSON that can't be read ({error})") from error
    return value


def _object(value: object, place: str) -> dict[str, object]:
    if not isinstance(value, dict):
        found = "a list" if isinstance(value, list) else json.dumps(value, ensure_ascii=False)[:40]
        raise ArticleError(place, f"expected a JSON object, found {found}", "give one object per article")
    return value


def read_json(source: Opened, options: ReadOptions) -> Iterator[Article | Failure]:
    """A whole ``.json`` file: an object, a list of objects, or several objects one after the other.

    Items keep the line they begin on; the only object of a file stands for the file.
    """
    text, notes = decode(read_whole(source, options.max_bytes), source.place, options.encoding)
    is_list = text.lstrip().startswith("[")
    for number, (line, value) in enumerate(_values(text, source.place, is_list)):
        place = f"{source.place}:{line}" if is_list or number else source.place
        try:
            yield article_from(_object(value, place), place, options, notes)
        except ArticleError as error:
            yield failure(error)


def _values(text: str, place: str, is_list: bool) -> Iterator[tuple[int, object]]:
    """Line and value of each item; what comes before a fault is given before the fault is raised."""
    decoder = json.JSONDecoder()
    at = _skip(text, text.index("[") + 1 if is_list else 0)
    line, counted = 1, 0
    while at < len(text) and not (is_list and text[at] == "]"):
        try:
            value, end = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            raise _fault(text, place, error.pos, error.msg) from error
        except (ValueError, RecursionError) as error:
            raise _fault(text, place, at, str(error)) from error
        line, counted = line + text.count("\n", counted, at), at
        yield line, value
        at = _skip(text, end)
        if is_list and text[at : at + 1] == ",":
            at = _skip(text, at + 1)
        elif is_list and text[at : at + 1] != "]":
            raise _fault(text, place, at, "the list isn't closed")
    if is_list and at >= len(text):
        raise _fault(text, place, len(text), "the list isn't closed")
    if is_list and (rest := _skip(text, at + 1)) < len(text):
        raise _fault(text, place, rest, "more follows the list")


def _skip(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at


def _fault(text: str, place: str, at: int, message: str) -> ArticleError:
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    problem = f"not valid JSON at column {column} ({message})"
    return ArticleError(f"{place}:{line}", problem, "expected an object or a list of objects")
