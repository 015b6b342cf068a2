"""The page of one article in a real browser: pointing, pressing, keys, print, narrow screens, hostile texts."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

import newsgauge
from browser.chrome import Browser
from newsgauge.article import Annotation, Finding
from newsgauge.examples import example_path
from newsgauge.readers import read
from newsgauge.report import html_page
from writers.samples import bare, finding

Open = Callable[[str], Browser]
VISIBLE = "const r = arguments[0].getBoundingClientRect(); return r.bottom > 0 && r.top < innerHeight"


@pytest.fixture(scope="module")
def annotation() -> Annotation:
    """The article that ships, really annotated."""
    (one,) = newsgauge.annotate_many(read([example_path()]))
    return one


@pytest.fixture(scope="module")
def page(annotation: Annotation) -> str:
    """Its page."""
    return html_page([annotation])


def mark(browser: Browser, words: str) -> Any:
    """The first highlight that reads so."""
    return next(one for one in browser.all(".text .m") if one.text == words)


def test_pointing_at_a_highlight_shows_rule_note_and_points(opened: Open, page: str) -> None:
    """The card names kind, voice, note, points, rule and the finding's id; it goes when the pointer goes."""
    browser = opened(page)
    card = browser.one("#card")
    assert not card.is_displayed()
    browser.hover(mark(browser, "disgraceful decision"))
    assert card.is_displayed()
    for said in (
        "loaded wording: epithet",
        "the author's words",
        "judges",
        "points",
        "loaded_wording.epithet:adjective",
    ):
        assert said in card.text
    browser.away()
    time.sleep(0.4)
    assert not card.is_displayed()


def test_overlapping_findings_are_all_told(opened: Open, page: str) -> None:
    """“Experts say” is a vague crowd and an attribution: two lines below it, two notes on its card."""
    browser = opened(page)
    words = mark(browser, "Experts say")
    browser.hover(words)
    shown = browser.one("#card").text
    assert "vagueness: weasel crowd" in shown
    assert "attribution: collective" in shown
    lines = browser.run("return [...arguments[0].querySelectorAll('span')].map((s) => s.className)", words)
    assert len({line.split()[1] for line in lines}) == len(lines) == 2


def test_the_card_stays_after_a_click_and_escape_puts_it_away(opened: Open, page: str) -> None:
    """A click pins it, so that its text can be copied; Escape closes it."""
    browser = opened(page)
    mark(browser, "disgraceful decision").click()
    browser.away()
    time.sleep(0.4)
    assert browser.one("#card").is_displayed()
    browser.press("\ue00c")
    assert not browser.one("#card").is_displayed()


def test_a_bar_leads_to_its_words(opened: Open, page: str) -> None:
    """A click on a bar lights its words, brings the first into view and focuses it; the next click goes on."""
    browser = opened(page)
    bar = next(one for one in browser.all("a[data-show]") if len(one.get_attribute("data-show").split()) > 1)
    wanted = bar.get_attribute("data-show").split()
    bar.click()
    lit = browser.all(".m.lit")
    numbers = {number for one in lit for number in one.get_attribute("data-f").split()}
    assert set(wanted) <= numbers
    first = browser.driver.switch_to.active_element
    assert wanted[0] in first.get_attribute("data-f").split()
    assert browser.run(VISIBLE, first)
    bar.click()
    assert wanted[1] in browser.driver.switch_to.active_element.get_attribute("data-f").split()


def test_every_bar_with_findings_has_its_words(annotation: Annotation, opened: Open, page: str) -> None:
    """Each bar's numbers are highlights of the text, as many as the contribution has findings."""
    browser = opened(page)
    counted = [one for one in annotation.contributions if abs(one.points) >= 0.15 and one.findings]
    bars = browser.all("a[data-show]")
    assert len(bars) == len(counted)
    for bar in bars:
        for number in bar.get_attribute("data-show").split():
            assert browser.all(f'.text [data-f~="{number}"]')


def test_a_family_can_be_hidden(opened: Open, page: str) -> None:
    """Pressing a family's button takes its lines away and says so to a screen reader."""
    browser = opened(page)
    button = browser.one('[data-family="attribution"]')
    line = browser.one(".text .f-attribution")
    assert "underline" in line.value_of_css_property("text-decoration")
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert "underline" not in line.value_of_css_property("text-decoration")


def test_keys_alone_are_enough(opened: Open, page: str) -> None:
    """Tab reaches a highlight and shows its card; Enter leads to the note; a link there leads back to the words."""
    browser = opened(page)
    for _ in range(200):
        browser.press("\ue004")
        if "m" in (browser.driver.switch_to.active_element.get_attribute("class") or "").split():
            break
    assert browser.one("#card").is_displayed()
    browser.press("\ue007")
    time.sleep(0.1)
    note = browser.driver.switch_to.active_element
    assert note.tag_name == "li"
    assert note.get_attribute("id").startswith("a1-n")
    back = note.find_element("css selector", "a.w")
    back.send_keys("\ue007")
    time.sleep(0.1)
    assert browser.driver.switch_to.active_element.get_attribute("href").endswith(note.get_attribute("id"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_serious_for_the_accessibility_checker(
    opened: Open, page: str, axe: str, scheme: str, width: int
) -> None:
    """axe-core finds nothing serious or critical, with a card open, in both themes and on a phone."""
    browser = opened(page)
    browser.size(width, 900)
    browser.prefer(scheme)
    browser.run("document.querySelector('.text .m').focus()")
    assert serious(browser, axe) == []


def serious(browser: Browser, axe: str) -> list[str]:
    """What axe-core calls serious or critical."""
    browser.run(axe)
    found = browser.driver.execute_async_script(
        "const done = arguments[arguments.length - 1]; axe.run(document).then((r) => done(r.violations))"
    )
    return [
        f"{one['id']}: {one['help']}: {[node['html'][:160] for node in one['nodes'][:3]]}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


def test_a_phone_scrolls_one_way(opened: Open, page: str) -> None:
    """At 360 pixels nothing stands over the edge."""
    browser = opened(page)
    browser.size(360, 740, mobile=True)
    assert browser.run("return document.documentElement.scrollWidth") <= 360


def test_print_shows_all_notes_and_numbers(opened: Open, page: str) -> None:
    """On paper highlights carry their note's number, controls are gone, and closed parts are open."""
    browser = opened(page)
    browser.prefer("light", "print")
    after = browser.run("return getComputedStyle(document.querySelector('.text .m'), '::after').content")
    assert after == '"1"'
    assert not browser.one(".skip").is_displayed()
    heights = browser.run(
        "return [...document.querySelectorAll('details > :not(summary)')].map(part => part.offsetHeight)"
    )
    assert heights
    assert all(heights)
    assert browser.pdf().startswith(b"%PDF")


def test_a_report_is_readable_within_a_second(opened: Open) -> None:
    """Of 1,200 words: below 300 KB, loaded and laid out within a second."""
    with open(example_path(), encoding="utf-8") as file:
        text = "\n\n".join([file.read()] * 3)
    page = html_page([newsgauge.annotate(text)])
    assert len(page.encode()) < 300_000
    browser = opened(page)
    script = "document.body.offsetHeight; return performance.getEntriesByType('navigation')[0].loadEventEnd"
    assert 0 < browser.run(script) < 1_000


def test_hostile_words_stay_words(opened: Open) -> None:
    """Script, image, template and bidi tricks are shown as text and do nothing."""
    evil = "<script>window.hit=1</script><img src=http://x.invalid/a onerror=window.hit=2>{{7*7}}\u202eabc\u2066 “so’"
    text = f"{evil}\n\nHe said: {evil} and left."
    found = [
        finding(text, evil, "loaded_wording.epithet", note=evil),
        finding(text, "He said", "residue.share_prompt", note=evil),
    ]
    browser = opened(html_page([bare(text, *found, place=evil)]))
    assert browser.run("return window.hit") is None
    assert browser.all("img") == []
    shown = browser.one(".text").text
    assert "<script>window.hit=1</script>" in shown
    assert "{{7*7}}" in shown
    assert "⟨U+202E⟩" in shown
    browser.hover(browser.one(".text .m"))
    assert "<script>" in browser.one("#card").text
    assert browser.run("return window.hit") is None


def test_three_thousand_findings_stay_usable(opened: Open) -> None:
    """3,000 findings that overlap: open within five seconds, a card within half a second of pointing."""
    text, found = many_findings()
    began = time.perf_counter()
    browser = opened(html_page([bare(text, *found)]))
    assert len(browser.all(".text .m")) >= 3_000
    assert time.perf_counter() - began < 15
    began = time.perf_counter()
    browser.hover(browser.all(".text .m")[1_500])
    assert browser.one("#card").is_displayed()
    assert time.perf_counter() - began < 3


def many_findings() -> tuple[str, list[Finding]]:
    """A text with 3,000 findings that overlap."""
    words = "The furious mayor slammed the plan again and again on that day. "
    text = "\n\n".join(words * 10 for _ in range(75))
    return text, [one for at in range(750) for one in _four(text, at * len(words) + at // 10 * 2)]


def _four(text: str, at: int) -> list[Finding]:
    places = ((4, 11, "loaded_wording.epithet"), (4, 17, "attribution.role"), (18, 25, "loaded_wording.emotive"))
    rest = ((26, 40, "vagueness.filler"),)
    return [
        Finding(f"{at}-{k}", kind, at + a, at + b, text[at + a : at + b], "author", 0.5, f"{kind}:x", f"Says {kind}.")
        for k, (a, b, kind) in enumerate(places + rest)
    ]


def test_five_megabytes_of_text(opened: Open) -> None:
    """A text of 5 MB without a line break is cut for display, says so, and opens."""
    text = "word " * 1_000_000
    browser = opened(html_page([bare(text, finding(text, "word", "loaded_wording.epithet"))]))
    assert "of 5,000,000 characters are shown" in browser.one("main").text[:2_000]
    browser.hover(browser.one(".text .m"))
    assert browser.one("#card").is_displayed()
