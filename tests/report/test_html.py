"""The page: self-contained, escaped, linked."""

from __future__ import annotations

import base64
import builtins
import hashlib
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from newsgauge.article import LIMIT, ModelId, Source, Span
from newsgauge.errors import MissingExtraError
from newsgauge.report import html_page
from writers.samples import TEXT, abstained, bare, failed, finding, scored

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&lt;{{7*7}}{% raw %}"


class Page(HTMLParser):
    """Tags, attributes and the marked text of a page, as a browser would read them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.inside = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if ("class", "text") in attrs:
            self.inside = 1
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "div":
            self.inside = 0

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.texts[-1] += data


def test_the_page_shows_the_text_whole() -> None:
    """Marks cut the text in pieces; joined, they are the text."""
    assert Page(html_page([scored()])).texts == [TEXT]


def test_overlapping_and_zero_length_findings_lose_nothing() -> None:
    """Crossing spans, the same span twice and an empty one leave the text whole and all anchors in place."""
    text = "one two three four"
    found = [
        finding(text, "one two", "vagueness.crowd"),
        finding(text, "two three", "loaded_wording.epithet"),
        finding(text, "two three", "headline.bait", "quoted"),
        finding(text, "four", "residue.truncated")._replace(start=18, end=18, text=""),
    ]
    page = Page(html_page([bare(text, *found)]))
    assert page.texts == [text]
    ids = {value for name, value in page.attributes if name == "id"}
    assert {"a1-f1", "a1-f2", "a1-f3", "a1-f4"} <= ids


def test_nothing_hostile_comes_through() -> None:
    """Markup in text, title, place, id, note, reason, source, genre, unit or model stays text."""
    text = f"{EVIL}\n\nsad {EVIL}"
    first = finding(text, "sad", "loaded_wording.epithet", note=EVIL)
    nasty = scored(
        id=EVIL,
        place=EVIL,
        text=text,
        title=Span(0, len(EVIL)),
        findings=(first,),
        attributions=(
            scored().attributions[0]._replace(source=Source(0, 3, EVIL), source_name=EVIL, source_kind=EVIL),
        ),
        genre={EVIL: 1.0},
        unmeasured={EVIL: EVIL},
        contributions=(scored().contributions[0]._replace(feature=EVIL, unit=EVIL, item=EVIL, findings=(first.id,)),),
        model=ModelId(EVIL, EVIL, EVIL),
        notes=(EVIL,),
    )
    html = html_page([nasty, abstained(), scored(status="failed", reason=EVIL, place=EVIL, title=None)])
    page = Page(html)
    assert not {"script", "img"} & set(page.tags)
    assert not any(name.startswith("on") for name, _ in page.attributes)
    assert "49" not in page.texts[0]
    assert page.texts[0] == text


def test_hidden_characters_are_made_visible() -> None:
    """A bidirectional override can't reorder the page."""
    html = html_page([bare("a\u202eb\u2066c\x00d\x1b", place="\u202ep")])
    assert not set(html) & set("\u202e\u2066\x00\x1b")
    assert "⟨U+202E⟩" in html


def test_no_network_and_no_scripts() -> None:
    """The policy forbids everything but the page's own style sheet, whose hash it names."""
    html = html_page([scored()])
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(v for n, v in Page(html).attributes if n == "content" and v and "default-src" in v)
    assert "default-src 'none'" in policy
    assert f"'sha256-{digest}'" in policy
    assert not re.search(r"https?://|url\(|@import", html)
    assert " style=" not in html


def test_links_lead_to_anchors() -> None:
    """Every link of the page has its target in the page, with several articles too."""
    attributes = Page(html_page([scored(), scored(), abstained(), failed()])).attributes
    targets = [value for name, value in attributes if name == "id"]
    links = [value[1:] for name, value in attributes if name == "href" and value]
    assert links
    assert set(links) <= set(targets)
    assert len(targets) == len(set(targets))


def test_order_and_limit() -> None:
    """Items, then the score, then right away what the score says, then text and reasons."""
    html = html_page([scored()])
    places = [html.index(f"<h3>{title}") for title in ("Items", "Text", "What moved", "Sources", "Provenance")]
    assert places == sorted(places)
    assert re.search(rf"Score 42 of 100.*?</p>\s*<p class=\"limit\">{re.escape(LIMIT)}", html, re.DOTALL)


def test_families_differ_by_line_as_well_as_colour() -> None:
    """Loaded wording is wavy, vagueness dashed: told apart without colour."""
    html = html_page([scored()])
    assert re.search(r"\.f-loaded_wording\{text-decoration:underline wavy", html)
    assert re.search(r"\.f-vagueness\{text-decoration:underline dashed", html)


def test_line_ends_of_any_kind_are_shown_as_one() -> None:
    """CRLF and lone CR are displayed as line ends; offsets were used before."""
    text = "a\r\nsad\rb"
    assert Page(html_page([bare(text, finding(text, "sad", "vagueness.crowd"))])).texts == ["a\nsad\nb"]


def test_without_jinja_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install."""
    real = builtins.__import__

    def refuse(name: str, *rest: Any, **more: Any) -> Any:
        if name == "jinja2":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(MissingExtraError, match=r"newsgauge\[report\]"):
        html_page([scored()])
