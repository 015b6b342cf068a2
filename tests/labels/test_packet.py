"""The packet: self-contained, silent about outlets and scores; and its page, played in a real browser."""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from labels.samples import WORDS, row, text
from labels.servers import Site, free_port, running, wait_for
from newsgauge.labels.codebook import codebook
from newsgauge.labels.judgement import read_judgements
from newsgauge.labels.marks import Mark
from newsgauge.labels.packet import packet
from newsgauge.labels.texts import Text, Texts, sha256

BOOK = codebook()
ODD = "😀 Ferry <Late>\r\n\r\nAnn & Bo said “so late”. A shameful day. </script><!-- <b>Rain</b> so late"
TEXTS = [
    text(outlet="penrowpost.example", corpus="penrow", corpus_id="17"),
    Text(ODD, sha256(ODD), "secret-outlet-name", outlet="other.example"),
]
DRIVER, BROWSER = shutil.which("chromedriver"), shutil.which("chromium") or shutil.which("google-chrome")


def data(page: str) -> Any:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_a_page_is_self_contained_and_silent() -> None:
    """No address, no outlet, no file name, no score; a policy forbids sending anything."""
    files = packet(TEXTS, BOOK, ["ann", "ben"], {TEXTS[1].id})
    page = files["ann.html"]
    assert "default-src 'none'" in page
    assert not re.search(r"https?://|//[a-z]+\.|\bimport\b|fetch\(|XMLHttpRequest", page)
    assert "penrowpost" not in page
    assert "secret-outlet-name" not in page
    assert page.count("</script>") == 2  # a text's own is escaped
    assert {one["text"]: one["exhaustive"] for one in data(page)["texts"]} == {WORDS: False, ODD: True}
    assert {
        "README.md",
        "codebook.md",
        "texts.jsonl",
        "label-studio/tasks.json",
        "label-studio/config.xml",
    } <= files.keys()


def test_everyone_has_an_order_of_their_own() -> None:
    """The same seed and person give the same order, another person another one."""
    many = [text(f"Title {n}\n\nBody {n}.") for n in range(12)]
    pages = packet(many, BOOK, ["ann", "ben"])
    orders = [[one["id"] for one in data(pages[f"{person}.html"])["texts"]] for person in ("ann", "ben")]
    assert sorted(orders[0]) == sorted(orders[1])
    assert orders[0] != orders[1]
    assert packet(many, BOOK, ["ann"])["ann.html"] == pages["ann.html"]


class Browser:
    """A browser by the WebDriver protocol (W3C), as much of it as is needed."""

    def __init__(self, site: Site, session: str) -> None:
        self.site, self.path = site, f"/session/{session}"

    def open(self, page: Path) -> None:
        self.site.call("POST", f"{self.path}/url", {"url": page.as_uri()})

    def run(self, script: str, *arguments: Any) -> Any:
        return self.site.call("POST", f"{self.path}/execute/sync", {"script": script, "args": arguments})["value"]


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    """A headless browser that saves into the test's folder."""
    port = free_port()
    site = Site(f"http://127.0.0.1:{port}", {})
    options = {
        "binary": BROWSER,
        "args": ["--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"],
        "prefs": {"download.default_directory": str(tmp_path)},
    }
    with running([str(DRIVER), f"--port={port}"], tmp_path, {}) as process:
        wait_for(site, "/status", process, 60)
        wanted = {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}}
        session = site.call("POST", "/session", wanted)["value"]["sessionId"]
        yield Browser(site, session)
        site.call("DELETE", f"/session/{session}")


CHOOSE = """document.querySelector(`input[name="${arguments[0]}"][value="${arguments[1]}"]`).click();"""
SELECT = """
const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
const range = document.createRange(), whole = document.getElementById("text").textContent;
const from = whole.indexOf(arguments[0]), to = from + arguments[0].length;
for (let node = walker.nextNode(), at = 0; node; at += node.data.length, node = walker.nextNode()) {
  if (at <= from && from < at + node.data.length) range.setStart(node, from - at);
  if (at < to && to <= at + node.data.length) range.setEnd(node, to - at);
}
getSelection().removeAllRanges(); getSelection().addRange(range);
for (const button of document.querySelectorAll("#labels button")) if (button.textContent === arguments[1]) button.click();
"""


def answer(browser: Browser, genre: str, **values: int | None) -> None:
    browser.run(CHOOSE, "genre", genre)
    for name, value in values.items():
        browser.run(CHOOSE, name, "null" if value is None else str(value))


def saved(folder: Path, name: str) -> Path:
    """The downloaded file, once it is there whole."""
    for _ in range(100):
        if (folder / name).is_file() and not list(folder.glob("*.crdownload")):
            return folder / name
        time.sleep(0.1)
    raise AssertionError(f"nothing was saved: {[path.name for path in folder.iterdir()]}")


def reopened(browser: Browser, page: Path) -> str:
    """What the page says of its state, opened anew; a browser under load takes a moment to write what it keeps."""
    for _ in range(20):
        browser.open(page)
        state = str(browser.run("return document.getElementById('state').textContent"))
        if not state.startswith("0"):
            break
        time.sleep(0.5)
    return state


@pytest.mark.slow
@pytest.mark.skipif(not (DRIVER and BROWSER), reason="needs chromium and chromedriver on the path")
def test_the_page_works_from_the_disk(browser: Browser, tmp_path: Path) -> None:
    """Answer, mark over another mark and behind an emoji, reload, save: the file passes the check, offsets are code points."""
    page = tmp_path / "ann.html"
    page.write_text(packet(TEXTS, BOOK, ["ann"], {TEXTS[1].id})["ann.html"], "utf-8")
    browser.open(page)
    rest = {"wording": 1, "sourcing": 2, "language": 0, "residue": 0}
    for _ in TEXTS:
        if browser.run("return packet.texts[at].text") == ODD:
            answer(browser, "satire", **rest, headline=None)
            browser.run(SELECT, "A shameful day", "loaded")
            browser.run(SELECT, " shameful ", "loaded")  # blanks at its ends are left out
            browser.run("document.getElementById('source_kind').value = 'named_person'")
            browser.run(SELECT, "Ann & Bo said", "named")
            assert browser.run("return document.getElementById('text').textContent") == ODD
        else:
            answer(browser, "report", **rest, headline=0, reliability=4)
            browser.run(
                "const why = document.getElementById('why'); why.value = 'Named.'; why.dispatchEvent(new Event('input'))"
            )
        browser.run("document.getElementById('next').click()")
    assert reopened(browser, page) == "2 of 2 complete"  # answers are kept by the browser
    browser.run(
        "const who = document.getElementById('leaning'); who.value = 'centre'; who.dispatchEvent(new Event('input'))"
    )
    browser.run("document.getElementById('save').click()")
    found = {one.id: one for one in read_judgements([saved(tmp_path, "ann.jsonl")], Texts(TEXTS))}
    plain, odd = found[TEXTS[0].id], found[TEXTS[1].id]
    assert (plain.annotator, plain.by, plain.leaning, plain.why) == ("ann", "human", "centre", "Named.")
    assert plain.values == {**rest, "headline": 0, "reliability": 4}
    assert (odd.values["headline"], odd.values["reliability"], odd.exhaustive) == (None, None, True)
    start = ODD.index("A shameful day")
    assert odd.spans == (
        Mark("named", ODD.index("Ann &"), ODD.index(" “so"), "named_person"),
        Mark("loaded", start, start + 14),
        Mark("loaded", start + 2, start + 10),
    )


@pytest.mark.slow
@pytest.mark.skipif(not (DRIVER and BROWSER), reason="needs chromium and chromedriver on the path")
def test_a_saved_file_is_read_back(browser: Browser, tmp_path: Path) -> None:
    """Another machine goes on where the file stops: answers, spans, name and leaning; a file of other texts gives nothing."""
    page = tmp_path / "ann.html"
    page.write_text(packet(TEXTS, BOOK, ["ann"])["ann.html"], "utf-8")
    mark = Mark("named", 45, 53, "named_person")
    rows = [
        row(id=one.id, sha256=one.sha256, annotator="bea", by="human", leaning="left", spans=[mark.row()], why="Why.")
        for one in TEXTS
    ]
    browser.open(page)
    browser.run("load(new File([arguments[0]], 'x.jsonl'))", json.dumps(row(id="0123456789", sha256="0" * 64)))
    browser.run("load(new File([arguments[0]], 'x.jsonl'))", "\n".join(map(json.dumps, rows)))
    for _ in range(50):
        if browser.run("return document.getElementById('annotator').value") == "bea":
            break
        time.sleep(0.1)
    browser.run("document.getElementById('save').click()")
    found = read_judgements([saved(tmp_path, "bea.jsonl")], Texts(TEXTS))
    assert sorted(one.id for one in found) == sorted(one.id for one in TEXTS)
    assert all((one.spans, one.why, one.leaning) == ((mark,), "Why.", "left") for one in found)


@pytest.mark.slow
@pytest.mark.skipif(not (DRIVER and BROWSER), reason="needs chromium and chromedriver on the path")
def test_an_open_question_is_shown(browser: Browser, tmp_path: Path) -> None:
    """Next names what is missing, and a file without complete texts holds none of them."""
    page = tmp_path / "ben.html"
    page.write_text(packet(TEXTS[:1], BOOK, ["ben"])["ben.html"], "utf-8")
    browser.open(page)
    answer(browser, "report", wording=0)
    browser.run("document.getElementById('next').click()")
    assert "sourcing, language, residue, headline, reliability" in browser.run(
        "return document.getElementById('state').textContent"
    )
    assert browser.run("return document.querySelectorAll('fieldset.open').length") == 5
    browser.run("document.getElementById('save').click()")
    assert saved(tmp_path, "ben.jsonl").read_text("utf-8") == ""
