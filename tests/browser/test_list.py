"""The page of many articles in a real browser: sorted, filtered, opened, and left again."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import pytest

import newsgauge
from browser.chrome import Browser
from browser.test_article import serious
from newsgauge.article import Annotation
from newsgauge.examples import example_path
from newsgauge.readers import read
from newsgauge.report import html_page
from writers.samples import abstained, failed, scored

Open = Callable[[str], Browser]


@pytest.fixture(scope="module")
def page() -> str:
    """Thirty articles of known scores, one without a score and one that failed."""
    many = [
        scored(
            id=f"a{n}", place=f"news/{n:02}.txt", score=float(n * 37 % 100), raw=float(n * 37 % 100), level=n % 5 + 1
        )
        for n in range(30)
    ]
    return html_page([*many, abstained(), failed()])


def column(browser: Browser, number: int) -> list[str]:
    """What stands in a column, top to bottom, hidden rows left out."""
    script = "return [...document.querySelectorAll('#table tbody tr:not([hidden])')].map((r) => r.cells[arguments[0]].textContent)"
    return list(browser.run(script, number))


def test_sorting_by_score_both_ways(opened: Open, page: str) -> None:
    """A heading sorts upwards, again downwards; what has no score stays last; the state is told."""
    browser = opened(page)
    button = browser.all("#table thead button")[1]
    button.click()
    up = column(browser, 1)
    assert up[-2:] == ["–", "–"]
    assert [int(score) for score in up[:-2]] == sorted(int(score) for score in up[:-2])
    assert button.find_element("xpath", "..").get_attribute("aria-sort") == "ascending"
    button.click()
    down = column(browser, 1)
    assert down[:-2] == up[:-2][::-1]
    assert down[-2:] == ["–", "–"]


def test_filtering_by_words_level_and_genre(opened: Open, page: str) -> None:
    """Each filter narrows the rows, and how many are left is told."""
    browser = opened(page)
    browser.one("#filter-words").send_keys("news/1")
    assert browser.one("#shown").text == "10 of 32 shown"
    browser.run("const s = document.getElementById('filter-level'); s.value = '2'; s.dispatchEvent(new Event('input'))")
    assert set(column(browser, 3)) == {"2"}
    browser.one("#filter-words").clear()
    browser.run(
        "const s = document.getElementById('filter-level'); s.value = 'none'; s.dispatchEvent(new Event('input'))"
    )
    assert column(browser, 1) == ["–", "–"]
    assert "failed: no such file" in column(browser, 0)[1]


def test_a_row_opens_its_article_and_back(opened: Open, page: str) -> None:
    """The link shows that article alone; the browser's own way back shows the table again."""
    browser = opened(page)
    assert browser.one("#list").is_displayed()
    browser.all("#table tbody a")[4].click()
    time.sleep(0.2)
    assert not browser.one("#list").is_displayed()
    shown = [one.get_attribute("id") for one in browser.all("article.one") if one.is_displayed()]
    assert shown == ["a5"]
    browser.hover(browser.one("#a5 .text .m"))
    assert browser.one("#card").is_displayed()
    browser.one("#a5 a[data-show]").click()
    assert browser.all("#a5 .lit")
    browser.driver.back()
    time.sleep(0.2)
    assert browser.one("#list").is_displayed()
    assert not [one for one in browser.all("article.one") if one.is_displayed()]


def test_a_link_to_a_finding_opens_its_article(opened: Open, page: str) -> None:
    """An address that ends in a finding opens the article around it."""
    browser = opened(page)
    browser.run("location.hash = 'a7-f2'")
    time.sleep(0.2)
    assert browser.one("#a7").is_displayed()
    assert not browser.one("#list").is_displayed()


def test_nothing_serious_for_the_accessibility_checker(opened: Open, page: str, axe: str) -> None:
    """axe-core finds nothing serious in the table, nor in an article opened from it."""
    browser = opened(page)
    assert serious(browser, axe) == []
    browser.run("location.hash = 'a3'")
    time.sleep(0.2)
    assert serious(browser, axe) == []


def test_five_hundred_real_articles(opened: Open) -> None:
    """500 articles of the length of ours: below 30 MB, sorted within 100 ms."""
    (one,) = newsgauge.annotate_many(read([example_path()]))
    many: list[Annotation] = [
        replace(one, id=str(n), place=f"{n}.txt", score=float(n * 7919 % 1000) / 10) for n in range(500)
    ]
    page = html_page(many)
    assert len(page.encode()) < 30_000_000
    browser = opened(page)
    button = browser.all("#table thead button")[1]
    script = (
        "const t = performance.now(); arguments[0].click(); document.body.offsetHeight; return performance.now() - t"
    )
    assert min(browser.run(script, button) for _ in range(3)) < 100
