"""How large the pages are and how soon they can be used, in a real browser; needs chromium.

    python tests/browser/sizes.py [--corpora DIR]

With the folder of corpora the articles are real ones; otherwise they are the one that ships, over and over.
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # tests/, as pytest has it

import newsgauge
from browser.chrome import Browser, launched
from browser.test_article import many_findings
from newsgauge.article import Annotation, Article
from newsgauge.checklist import checklist_html
from newsgauge.examples import example_path
from newsgauge.report import html_page
from newsgauge.report.notebook import notebook_html
from writers.samples import bare, finding

MANY = 500
WORDS = range(950, 1_051)
LOADED = "document.body.offsetHeight; return performance.getEntriesByType('navigation')[0].loadEventEnd"
SORT = "const t = performance.now(); arguments[0].click(); document.body.offsetHeight; return performance.now() - t"


def articles(corpora: Path | None) -> Iterator[Article]:
    """Real articles in the order of the file, or ours."""
    if corpora is None:
        text = Path(example_path()).read_text(encoding="utf-8")
        yield from (Article(text if n else "\n\n".join([text, text, text]), id=str(n)) for n in range(MANY + 1))
        return
    with gzip.open(corpora / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, islice(lines, 0, None, 16)):  # from all over the file: its corpora stand in turn
            yield Article.of(row["text"], row.get("title") or None, id=str(row["id"]))


def pages(corpora: Path | None) -> Iterator[tuple[str, str]]:
    """What is measured, and the page."""
    several: list[Annotation] = list(newsgauge.annotate_many(islice(articles(corpora), MANY)))
    long = next((a for a in several if a.n_words in WORDS), several[0])
    yield f"one article of {long.n_words:,} words", html_page([long])
    yield f"the same in a notebook, {len(long.findings)} findings", notebook_html(long)
    yield "its checklist", checklist_html([long])
    words = sum(a.n_words for a in several) // len(several)
    yield f"{len(several)} articles of {words} words each, on the mean", html_page(several)
    text, found = many_findings()
    yield f"{len(found):,} findings that overlap", html_page([bare(text, *found)])
    endless = "word " * 1_000_000
    yield "a text of 5 MB", html_page([bare(endless, finding(endless, "word", "loaded_wording.epithet"))])


def measured(browser: Browser, page: str, place: Path) -> tuple[float, float, float | None]:
    """Kilobytes, milliseconds until it is laid out, and until its table is sorted, where it has one."""
    place.write_text(page, encoding="utf-8")
    browser.open(place)
    loaded = float(browser.run(LOADED))
    buttons = browser.all("#table thead button")
    # Ten clicks, on one column after another: the median, as other programs may be at work meanwhile.
    sort = statistics.median(float(browser.run(SORT, buttons[n])) for n in range(10)) if buttons else None
    return len(page.encode()) / 1_000, loaded, sort


def main() -> None:
    """Print a row a page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path)
    given = parser.parse_args()
    chromium, driver = shutil.which("chromium") or "chromium", shutil.which("chromedriver") or "chromedriver"
    with tempfile.TemporaryDirectory() as folder, launched(chromium, driver, Path(folder) / "profile") as browser:
        browser.size(1280, 900)
        for name, page in pages(given.corpora):
            size, loaded, sort = measured(browser, page, Path(folder) / "page.html")
            slowest = "" if sort is None else f"   sorted in {sort:3.0f} ms"
            print(f"{name:<48} {size:9,.0f} KB   open in {loaded:6,.0f} ms{slowest}", flush=True)


if __name__ == "__main__":
    main()
