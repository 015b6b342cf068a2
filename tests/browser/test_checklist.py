"""The checklist's page in a real browser: ticking, hiding kinds, hostile words, accessibility."""

from __future__ import annotations

from collections.abc import Callable

import newsgauge
from browser.chrome import Browser
from browser.test_article import serious
from newsgauge.article import Article
from newsgauge.checklist import checklist, checklist_html
from newsgauge.examples import example_path
from newsgauge.readers import read

Open = Callable[[str], Browser]


def example() -> newsgauge.Annotation:
    (one,) = newsgauge.annotate_many(read([example_path()]))
    return one


def test_boxes_are_counted_and_kinds_hidden(opened: Open) -> None:
    """A ticked box is struck through and counted; a kind's box takes its rows away."""
    total = len(checklist(example()))
    browser = opened(checklist_html([example()]))
    assert browser.one("#done").text == f"0 of {total} checked"
    browser.one(".group li .w").click()  # the whole line is the box's label
    assert browser.one("#done").text == f"1 of {total} checked"
    assert "line-through" in browser.one(".group li .w").value_of_css_property("text-decoration")
    browser.one('[data-kind="name"]').click()
    assert not [row for row in browser.all(".k-name") if row.is_displayed()]
    assert browser.one(".k-figure").is_displayed()


def test_nothing_serious_for_the_accessibility_checker(opened: Open, axe: str) -> None:
    """axe-core finds nothing serious or critical, light and dark."""
    browser = opened(checklist_html([example()]))
    assert serious(browser, axe) == []
    browser.prefer("dark")
    assert serious(browser, axe) == []


def test_hostile_words_stay_words(opened: Open) -> None:
    """Markup is shown and does nothing; a phone scrolls one way."""
    text = "Mayor Ann Vale said 3 <script>window.hit=1</script> and <img src=x onerror=window.hit=2> “4 \u202eso” on Monday."
    browser = opened(checklist_html([newsgauge.annotate(Article(text, guess_title=False))]))
    browser.size(360, 740, mobile=True)
    assert browser.run("return window.hit") is None
    assert "<script>" in browser.one("main").text
    assert browser.run("return document.documentElement.scrollWidth") <= 360
