"""Which format an input is in: as forced, else by suffix, else by what it begins with."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

from newsgauge.readers.encodings import decode_narrow, wide_encoding
from newsgauge.readers.options import Format, ReadOptions
from newsgauge.readers.streams import STDIN, Opened

SUFFIXES: tuple[tuple[str, Format], ...] = (
    (".txt", "text"),
    (".text", "text"),
    (".md", "text"),
    (".markdown", "text"),
    (".html", "html"),
    (".htm", "html"),
    (".xhtml", "html"),
    (".json", "json"),
    (".jsonl", "jsonl"),
    (".ndjson", "jsonl"),
    (".csv", "csv"),
    (".tsv", "tsv"),
    (".parquet", "parquet"),
    (".warc", "warc"),
)
"""Suffixes that name a format, each with or without ``.gz`` or ``.zst`` behind it; folders are searched for these."""
PACKED = (".gz", ".zst")

_PAGE = re.compile(r"(?:<\?xml[^>]*>)?+(?>\s*+<!--.*?-->)*+\s*+<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_OBJECT = re.compile(r'\{\s*+"(?:[^"\\]|\\.)*+"\s*+:')
_LIST = re.compile(r"\[\s*+\{")
_COLUMN = re.compile(r'"?[\w.-]+"?')


def suffix_format(path: str) -> Format | None:
    """Format named by the suffix, case aside; None where the suffix names none."""
    name = PurePath(path.lower().removesuffix(".gz").removesuffix(".zst"))
    return next((form for suffix, form in SUFFIXES if name.suffix == suffix), None)


def guess(source: Opened, path: str, options: ReadOptions) -> Format:
    """Format of an opened input; "text" where nothing says otherwise."""
    if options.format is not None:
        return options.format
    named = None if path == STDIN else suffix_format(path)
    if named in ("parquet", "warc"):
        return named
    head = _head_text(source.head, options)
    if named == "text" or named is None:
        return _by_content(head, options, only_page=named == "text")
    if named == "json" and _is_object(head.partition("\n")[0]) and head.partition("\n")[2].strip():
        return "jsonl"
    return named


def _head_text(head: bytes, options: ReadOptions) -> str:
    encoding = options.encoding or wide_encoding(head)
    text = head.decode(encoding, "replace") if encoding else decode_narrow(head).text
    return text.removeprefix("\ufeff").lstrip()


def _by_content(head: str, options: ReadOptions, *, only_page: bool) -> Format:
    if _PAGE.match(head):
        return "html"
    if only_page:
        return "text"
    if _LIST.match(head):
        return "json"
    if _OBJECT.match(head):
        first, newline, _ = head.partition("\n")
        # A first line longer than the head can only be JSONL's; an unfinished one is a pretty-printed object.
        return "jsonl" if not newline or _is_object(first) else "json"
    return _table(head.partition("\n")[0].rstrip("\r"), options.text) or "text"


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _table(header: str, text_field: str) -> Format | None:
    """A first line of plain column names, the text field among them, is a header; prose has spaces in its cells."""
    for delimiter, form in (("\t", "tsv"), (",", "csv"), (";", "csv")):
        cells = header.split(delimiter)
        if len(cells) > 1 and text_field in (cell.strip('"') for cell in cells) and all(map(_COLUMN.fullmatch, cells)):
            return "tsv" if form == "tsv" else "csv"
    return None
