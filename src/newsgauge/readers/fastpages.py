"""HTML at speed: resiliparse's main content and the page's own metadata. Less clean than trafilatura, several times faster.

``tests/benchmarks/pages.py`` measures both on the same pages; docs/benchmarks.md has the figures.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from newsgauge.errors import MissingExtraError
from newsgauge.readers.page import Page

_TITLES = ("og:title", "twitter:title")
_BYLINES = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author")
_DATES = ("article:published_time", "datepublished", "pubdate", "date", "dc.date", "parsely-pub-date", "sailthru.date")
_META = re.compile(r"<meta\s([^<>]{1,4000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SITE = re.compile(r"\s+[|–—-]\s+[^|–—-]{2,40}$")  # "Headline | Outlet": where only <title> names it


def extract_fast(html: str) -> Page | None:
    """Run resiliparse on a page; None where it finds no text.

    Raises
    ------
    MissingExtraError
        When resiliparse isn't installed.
    """
    try:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.html import HTMLTree
    except ImportError as error:
        raise MissingExtraError("scale", "The fast way to read HTML") from error
    tree = HTMLTree.parse(html)
    body = extract_plain_text(tree, main_content=True, preserve_formatting=True, list_bullets=False, alt_texts=False)
    body = "\n".join(line for line in map(str.strip, body.splitlines()) if line)
    if not body:
        return None
    said = _metas(html)
    data = _linked_data(tree)
    return Page(
        body,
        _first(said, _TITLES) or _SITE.sub("", " ".join((tree.title or "").split())) or None,
        _byline(data) or _name(_first(said, _BYLINES)),
        _day(str(data.get("datePublished") or "")) or _day(_first(said, _DATES) or ""),
        _canonical(tree),
    )


def _metas(page: str) -> dict[str, str]:
    """What <meta> says by lower-case name or property; the first of a name counts.

    Read from the source: asking the parsed tree for its thirty elements costs five times as much as parsing the page.
    """
    said: dict[str, str] = {}
    for tag in _META.finditer(page):
        attributes = {
            name.lower(): double or single or bare for name, double, single, bare in _ATTRIBUTE.findall(tag[1])
        }
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        said.setdefault(name.lower(), " ".join(unescape(attributes.get("content", "")).split()))
    return said


def _first(said: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((said[name] for name in names if said.get(name)), None)


def _linked_data(tree: Any) -> dict[str, Any]:
    """The page's schema.org article, empty where there is none or it can't be read."""
    for node in tree.document.query_selector_all('script[type="application/ld+json"]'):
        try:
            data = json.loads(node.text)
        except (ValueError, RecursionError):
            continue
        for one in _things(data):
            kinds = one.get("@type")
            if any("Article" in str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                return one
    return {}


def _things(data: object) -> Iterator[dict[str, Any]]:
    many = data if isinstance(data, list) else [data]
    for one in many:
        if isinstance(one, dict):
            yield one
            graph = one.get("@graph")
            yield from (part for part in graph if isinstance(part, dict)) if isinstance(graph, list) else ()


def _byline(data: Mapping[str, Any]) -> str | None:
    author = data.get("author")
    many = author if isinstance(author, list) else [author]
    names = (one.get("name") if isinstance(one, dict) else one for one in many)
    return "; ".join(name.strip() for name in names if isinstance(name, str) and _name(name)) or None


def _name(said: str | None) -> str | None:
    """A name, no address of a profile."""
    return said if said and "://" not in said and len(said) < 120 else None


def _day(said: str) -> str | None:
    found = _DAY.match(said)
    return found[0] if found else None


def _canonical(tree: Any) -> str | None:
    node = tree.document.query_selector('link[rel="canonical"]')
    return (node.getattr("href") or None) if node is not None else None
