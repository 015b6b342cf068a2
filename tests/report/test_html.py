"""The page: self-contained, escaped, linked."""

from __future__ import annotations

import base64
import builtins
import hashlib
import re
import time
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import newsgauge
from newsgauge.article import LIMIT, Article, ModelId, Source, Span
from newsgauge.errors import MissingExtraError
from newsgauge.examples import example_path
from newsgauge.objections import object_to, with_objections
from newsgauge.report import annotate_view, html_page
from newsgauge.report.article_view import TEXT as TEXT_LIMIT
from newsgauge.report.families import LOOKS
from newsgauge.report.html import templates
from newsgauge.report.wording import FAMILY_STYLES
from writers.samples import TEXT, abstained, bare, failed, finding, scored

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&lt;{{7*7}}{% raw %}"


class Page(HTMLParser):
    """Tags, attributes and the marked text of a page, as a browser would read them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.depth = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag == "div" and self.depth:
            self.depth += 1
        elif ("class", "text") in attrs or ("class", "text long") in attrs:
            self.depth = 1
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "div" and self.depth:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        if self.depth:
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
    assert page.tags.count("script") == 1  # the page's own
    assert "img" not in page.tags
    assert "alert" not in html.partition("<script>")[2].partition("</script>")[0]
    assert not any(name.startswith("on") for name, _ in page.attributes)
    assert "49" not in page.texts[0]
    assert page.texts[0] == text


def test_hidden_characters_are_made_visible() -> None:
    """A bidirectional override can't reorder the page."""
    html = html_page([bare("a\u202eb\u2066c\x00d\x1b", place="\u202ep")])
    assert not set(html) & set("\u202e\u2066\x00\x1b")
    assert "⟨U+202E⟩" in html


def test_nothing_is_loaded_and_nothing_else_runs() -> None:
    """The policy forbids everything but the page's own style sheet and script, whose hashes it names."""
    html = html_page([scored()])
    policy = next(v for n, v in Page(html).attributes if n == "content" and v and "default-src" in v)
    assert "default-src 'none'" in policy
    for tag in ("style", "script"):
        (code,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not re.search(r"https?://|url\(|@import|fetch\(|XMLHttp|WebSocket|sendBeacon|innerHTML|eval\(", html)
    assert " style=" not in html
    assert not re.search(r"<(?:link|img|iframe|object|embed|base)\b", html)


def test_links_lead_to_anchors() -> None:
    """Every link of the page has its target in the page, with several articles too."""
    attributes = Page(html_page([scored(), scored(), abstained(), failed()])).attributes
    targets = [value for name, value in attributes if name == "id"]
    links = [value[1:] for name, value in attributes if name == "href" and value]
    assert links
    assert set(links) <= set(targets)
    assert len(targets) == len(set(targets))


def test_order_and_limit() -> None:
    """Items, then the score, then right away what the score says, then reasons, text, sources and provenance."""
    html = html_page([scored()])
    titles = ("Items", "Score", "What moved", "Text", "Findings with", "Who is quoted", "Provenance", "What could not")
    places = [re.search(rf"<h2[^>]*>{title}", html).start() for title in titles]  # type: ignore[union-attr]  # found or fails
    assert places == sorted(places)
    assert re.search(
        rf"of 100, level 2.*?80 % interval 30–54.*?</p>\s*<p class=\"limit\">{re.escape(LIMIT)}", html, re.DOTALL
    )


def test_the_bars_add_up() -> None:
    """Steps start where the one before ended, from the base to the raw score."""
    html = html_page([scored()])
    bars = [
        (float(x), float(w))
        for x, w in re.findall(r'<rect class="(?:minus|plus)" x="([\d.]+)" y="0" width="([\d.]+)"', html)
    ]
    marks = [float(x) + 1 for x in re.findall(r'<rect class="mark" x="([\d.]+)"', html)]
    (fall, down), (rise, up) = bars
    assert marks[0] == pytest.approx(fall + down, abs=0.2)  # base 55, first step −16
    assert rise == pytest.approx(fall, abs=0.2)
    assert marks[1] == pytest.approx(rise + up, abs=0.2)
    assert down / up == pytest.approx(16 / 2.5, rel=0.01)


def test_a_bar_names_the_findings_behind_it() -> None:
    """The weakness of two loaded words shows both, by their numbers, and links to them."""
    html = html_page([scored()])
    assert 'data-show="2 3"' in html
    assert re.search(r'<a class="w" href="#a1-f2"><bdi>furious</bdi></a>, <a class="w" href="#a1-f3">', html)


def test_objections_stand_beside_their_finding() -> None:
    """An objection to this text's finding is printed; one to the same id in another text isn't."""
    a = scored()
    said = object_to(a, a.findings[1].id, "He <b>was</b> furious.", by="A. Reader", on=date(2026, 11, 25))
    other = said._replace(text_sha256="0" * 64, reason="elsewhere")
    (a,) = with_objections([a], [said, other])
    html = html_page([a])
    assert "Contested 2026-11-25 by A. Reader: He &lt;b&gt;was&lt;/b&gt; furious." in html
    assert "elsewhere" not in html
    assert "He <b>was</b> furious." in annotate_view(a, 80)


def test_the_foot_tells_about_the_model() -> None:
    """Name, version and hash, and the sentences the caller gives."""
    html = html_page([scored()], about=("It was fitted to 9 texts.",))
    assert re.search(r"Model default 1, SHA-256 abab.*It was fitted to 9 texts\.", html)


def test_long_texts_are_cut_and_say_so() -> None:
    """What a browser can't show is left out with a sentence; the figures stay those of the whole."""
    text = "word " * (TEXT_LIMIT // 5 + 10)
    html = html_page([bare(text, finding(text, "word", "vagueness.crowd"))])
    assert f"Only the first {TEXT_LIMIT:,} of {len(text):,} characters are shown" in html
    assert len(Page(html).texts[0]) == TEXT_LIMIT


def test_an_article_of_a_thousand_words_is_small() -> None:
    """The example, three times over, is well below 300 KB and made within a second."""
    (a,) = newsgauge.annotate_many([Article("\n\n".join([Path(example_path()).read_text("utf-8")] * 3))])
    began = time.process_time()
    html = html_page([a])
    assert time.process_time() - began < 1
    assert len(html.encode()) < 300_000


def test_families_differ_by_line_as_well_as_colour() -> None:
    """Loaded wording is wavy, vagueness dashed: told apart without colour."""
    html = html_page([scored()])
    assert re.search(r"\.f-loaded_wording\{text-decoration:underline wavy", html)
    assert re.search(r"\.f-vagueness\{text-decoration:underline dashed", html)
    lines = {(look.light, FAMILY_STYLES[family].underline) for family, look in LOOKS.items()}
    assert len(lines) == len(LOOKS)


def luminance(colour: str) -> float:
    """Relative luminance of a hex colour (WCAG 2.2)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("family", LOOKS)
def test_lines_are_seen_on_their_paper(family: str) -> None:
    """Three to one or more, on light and on dark (WCAG 2.2, 1.4.11)."""
    for colour, paper in ((LOOKS[family].light, "#fcfcf9"), (LOOKS[family].dark, "#151719")):
        high, low = sorted((luminance(colour), luminance(paper)), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 3


def test_a_family_of_the_users_own_has_a_look() -> None:
    """A house term's family can't smuggle a class name in; it is shown as other."""
    text = "tragic accident"
    html = html_page([bare(text, finding(text, "tragic", 'my"house.term'))])
    assert 'class="f-other l0"' in html


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

    templates.cache_clear()
    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(MissingExtraError, match=r"newsgauge\[report\]"):
        html_page([scored()])
