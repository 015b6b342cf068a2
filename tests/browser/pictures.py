"""Makes the pictures of docs/pictures.md, of the article and the collection that ship; needs chromium.

python tests/browser/pictures.py --out docs/pictures
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # tests/, as pytest has it

import newsgauge
from browser.chrome import Browser, launched
from newsgauge.checklist import checklist_html
from newsgauge.examples import example_path
from newsgauge.readers import read
from newsgauge.reliability import scorecard
from newsgauge.reliability.summary import summary
from newsgauge.report import html_page


def pages() -> Iterator[tuple[str, str]]:
    """Name and content of each page that is photographed."""
    about = summary(scorecard.load())
    (article,) = (replace(one, place="example.txt") for one in newsgauge.annotate_many(read([example_path()])))
    yield "article", html_page([article], about=about)
    yield "list", html_page(newsgauge.annotate_many(read([example_path("collection.jsonl")])), about=about)
    yield "checklist", checklist_html([article])


def pictures(browser: Browser, folder: Path, out: Path) -> Iterator[Path]:
    """Photograph every view; what is written."""

    def shoot(name: str, page: str, width: int, height: int, scheme: str = "light", mobile: bool = False) -> Path:
        browser.size(width, height, mobile)
        browser.prefer(scheme)
        browser.open(folder / f"{page}.html")
        if name.startswith("card"):
            words = next(one for one in browser.all(".text .m") if one.text == "Experts say")
            browser.hover(words)
            time.sleep(0.3)
            place = out / f"{name}.png"
            browser.driver.save_screenshot(str(place))
            return place
        place = out / f"{name}.png"
        place.write_bytes(browser.picture(height))
        return place

    yield shoot("article-light", "article", 1200, 1000)
    yield shoot("article-dark", "article", 1200, 1000, "dark")
    yield shoot("article-phone", "article", 390, 1400, mobile=True)
    yield shoot("card", "article", 1200, 620)
    yield shoot("list", "list", 1200, 640)
    yield shoot("checklist", "checklist", 900, 760)


def main() -> None:
    """Write the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("docs/pictures"))
    out = parser.parse_args().out
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        raise SystemExit("pictures need chromium and chromedriver on the PATH (Debian: chromium, chromium-driver)")
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room)
        for name, page in pages():
            (folder / f"{name}.html").write_text(page, encoding="utf-8")
        with launched(chromium, driver, folder / "profile") as browser:
            for place in pictures(browser, folder, out):
                sys.stdout.write(f"{place} {place.stat().st_size // 1024} KiB\n")


if __name__ == "__main__":
    main()
