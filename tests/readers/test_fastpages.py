"""The fast way to read HTML: the article, and what the page says about itself."""

from __future__ import annotations

import pytest

from newsgauge.article import Article
from newsgauge.readers import ReadOptions
from newsgauge.readers.fastpages import extract_fast
from newsgauge.readers.pages import read_page

pytest.importorskip("resiliparse")
BODY = "".join(
    f"<p>Officials in Harrowmere said on Monday that bridge {at} would stay closed until the spring.</p>"
    for at in range(6)
)


def page(head: str, body: str = BODY) -> str:
    return f"<html><head>{head}</head><body><nav><a href='/'>Home</a></nav><article>{body}</article></body></html>"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Bridge stays closed | The Vale Paper</title>", "Bridge stays closed"),
        (
            '<title>x</title><meta property="og:title" content="Bridge &amp; ferry  stay closed">',
            "Bridge & ferry stay closed",
        ),
        ("<meta content='Bridge stays closed' name='twitter:title'>", "Bridge stays closed"),
        ("", None),
    ],
)
def test_titles(head: str, title: str | None) -> None:
    """The page's own title, else <title> without the outlet."""
    found = extract_fast(page(head))
    assert found is not None
    assert found.title == title


@pytest.mark.parametrize(
    ("head", "byline", "published"),
    [
        (
            '<meta name="author" content="Tamsin Quill"><meta name="date" content="2026-03-04">',
            "Tamsin Quill",
            "2026-03-04",
        ),
        ('<meta property="article:author" content="https://social.example/quill">', None, None),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2026-03-04T05:06:07Z",'
            ' "author": [{"name": "Ann Vale"}, {"name": "Tamsin Quill"}]}]}</script>',
            "Ann Vale; Tamsin Quill",
            "2026-03-04",
        ),
        ('<script type="application/ld+json">{"@type": "NewsArticle", </script>', None, None),
        ('<meta name="date" content="yesterday">', None, None),
    ],
)
def test_bylines_and_dates(head: str, byline: str | None, published: str | None) -> None:
    """From <meta> and schema.org; an address is no name, and what is broken says nothing."""
    found = extract_fast(page(head))
    assert found is not None
    assert (found.byline, found.published) == (byline, published)


def test_paragraphs_are_lines_and_menus_are_left_out() -> None:
    """Offsets refer to the lines as extracted."""
    article = read_page(page("<title>Bridge stays closed</title>").encode(), "a.html", ReadOptions(html="fast"))
    assert isinstance(article, Article)
    assert article.text.splitlines()[0] == "Bridge stays closed"
    assert article.text.count("would stay closed") == 6
    assert "Home" not in article.text


def test_a_page_without_text_is_none() -> None:
    """No article, no page."""
    assert extract_fast("<html><body></body></html>") is None
