"""The notebook's view: no script, styles of its own, several on one page."""

from __future__ import annotations

import builtins
import re
from typing import Any

import pytest

from newsgauge.report.html import templates
from newsgauge.report.notebook import ROWS, notebook_html
from report.test_html import EVIL, Page
from writers.samples import TEXT, abstained, bare, failed, finding, scored


def test_the_text_is_whole_and_notes_are_tooltips() -> None:
    """Marks cut the text in pieces; each tells its note without a script."""
    shown = notebook_html(scored())
    assert Page(shown).texts == [TEXT]
    assert 'title="loaded wording: epithet: A feeling stated as a fact."' in shown
    assert "<script" not in shown
    assert "data-f=" not in shown


def test_styles_stay_in_the_cell() -> None:
    """Every selector begins with the view's own class, or with a theme in front of it."""
    (style,) = re.findall(r"<style>(.*?)</style>", notebook_html(scored()), re.DOTALL)
    bare_rules = re.sub(r"@media[^{]*\{", "", style)
    selectors = [
        one.strip() for group in re.findall(r"([^{}]+)\{", bare_rules) for one in group.split(",") if one.strip()
    ]
    outside = [
        one for one in selectors if not re.match(r"(?:\[data-jp-theme-light=\"\w+\"\] |\.vscode[\w-]* )?\.ng\b", one)
    ]
    assert outside == []


def test_several_on_one_page_share_no_id() -> None:
    """Shown twice, the same annotation has other ids, and its links stay within."""
    pages = [Page(notebook_html(scored())) for _ in range(2)]
    ids = [[value for name, value in page.attributes if name == "id"] for page in pages]
    assert not set(ids[0]) & set(ids[1])
    for page, own in zip(pages, ids, strict=True):
        links = {value[1:] for name, value in page.attributes if name == "href" and value}
        assert links
        assert links <= set(own)


def test_hostile_words_stay_words() -> None:
    """Markup in text, notes and places is shown."""
    text = f"{EVIL} and more"
    for shown in (
        notebook_html(bare(text, finding(text, EVIL, "vagueness.crowd", note=EVIL), place=EVIL)),
        notebook_html([scored(place=EVIL, title=None), failed()]),
    ):
        page = Page(shown)
        assert not {"script", "img"} & set(page.tags)
        assert not any(name.startswith("on") for name, _ in page.attributes)


def test_a_long_collection_is_cut_and_says_so() -> None:
    """The first hundred of them."""
    shown = notebook_html([abstained()] * (ROWS + 5))
    assert shown.count('<th scope="row">') == ROWS
    assert f"{ROWS + 5} articles</strong>, the first {ROWS} shown" in shown


def test_without_jinja_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence instead of a traceback in the cell."""
    real = builtins.__import__

    def refuse(name: str, *rest: Any, **more: Any) -> Any:
        if name == "jinja2":
            raise ImportError(name)
        return real(name, *rest, **more)

    templates.cache_clear()
    monkeypatch.setattr(builtins, "__import__", refuse)
    assert "newsgauge[report]" in notebook_html(scored())
