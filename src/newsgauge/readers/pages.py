"""HTML: the article's text, title, byline and date, as trafilatura finds them.

Offsets refer to the extracted text, which travels with the article. trafilatura gives today as ``filedate`` and rejects
dates after today; neither may reach the result, so only the page's own statements of its date are read.
"""

from __future__ import annotations

import codecs
import logging
import re

from newsgauge.article import Article, Span
from newsgauge.errors import ArticleError, MissingExtraError
from newsgauge.readers.encodings import HEAD, Decoded, decode
from newsgauge.readers.fastpages import extract_fast
from newsgauge.readers.options import ReadOptions
from newsgauge.readers.page import Page

MAX_ELEMENTS = 30_000
"""Extraction takes about 0.12 ms an element (trafilatura 2.3.1, 60,000 paragraphs in 8 s); articles have hundreds."""

_ELEMENT = re.compile(r"<[A-Za-z]")
_XML = re.compile(r"\A\s*<\?xml[^>]*>")
_ROOT = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^<>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_SENTENCE_END = re.compile(r"""[.!?…。！？।؟]["'”’»)\]]*[ \t]*$""", re.MULTILINE)
_LONG_LINE = 20
"""Words: menus and link lists have shorter lines, and no sentences."""


def read_page(data: bytes, place: str, options: ReadOptions) -> Article:
    """Article of one HTML page.

    Raises
    ------
    ArticleError
        When the page is binary, too large, or holds no article.
    MissingExtraError
        When trafilatura isn't installed.
    """
    html, notes = decode_page(data, place, options.encoding)
    elements = len(_ELEMENT.findall(html))
    if elements > MAX_ELEMENTS:
        problem = f"expected at most {MAX_ELEMENTS} elements in a page, found {elements}"
        raise ArticleError(place, problem, "save the article's text alone")
    page = extract_fast(html) if options.html == "fast" else extract(html)
    if page is None or not _is_prose(page.body):
        raise ArticleError(place, "no article found in this page", "save the article's text, or check what was saved")
    span = _title_line(page)
    rest = Article.of(page.body, page.title) if span is None else Article(page.body, title=span, guess_title=False)
    return Article(
        rest.text,
        place=place,
        title=rest.title,
        guess_title=rest.guess_title,
        byline=page.byline,
        published=page.published,
        url=page.url,
        notes=notes,
        cut=options.cut,
    )


def decode_page(data: bytes, place: str, encoding: str | None = None) -> Decoded:
    """Decode as any text, asking the page's own ``charset`` where it isn't UTF-8."""
    found = _CHARSET.search(data[:HEAD])
    return decode(data, place, encoding, _declared(found[1].decode("ascii", "ignore")) if found else None)


def _declared(name: str) -> str | None:
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return None
    # What browsers do: pages that say Latin-1 or ASCII are written in Windows-1252 (WHATWG Encoding Standard, 4.2).
    return None if known in ("iso8859-1", "ascii", "cp1252") or known.startswith("utf") else known


def extract(html: str) -> Page | None:
    """Run trafilatura on a page; None where it finds no text.

    Raises
    ------
    MissingExtraError
        When trafilatura isn't installed.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise MissingExtraError("html", "Reading HTML pages") from error
    for name in ("trafilatura", "htmldate", "courlan"):  # they warn on stderr about pages that give nothing
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
    whole = _XML.sub("", html)
    found = bare_extraction(
        whole if _ROOT.search(whole) else f"<html><body>{whole}</body></html>",
        fast=True,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": "9999-12-31"},
    )
    if found is None or isinstance(found, dict):
        return None
    title = " ".join((found.title or "").split()) or None
    return Page(found.text or "", title, found.author or None, found.date or None, found.url or None)


def _is_prose(body: str) -> bool:
    """Whether any line ends like a sentence or is as long as a paragraph."""
    return bool(_SENTENCE_END.search(body)) or any(len(line.split()) > _LONG_LINE for line in body.splitlines())


def _title_line(page: Page) -> Span | None:
    """The title where it already is the first line of the body."""
    line = page.body.partition("\n")[0]
    if page.title is None or " ".join(line.split()).casefold() != page.title.casefold():
        return None
    start = len(line) - len(line.lstrip())
    return Span(start, len(line.rstrip()))
