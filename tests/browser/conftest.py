"""A real browser, headless, over pages written to disk; skipped with a reason where there is none.

Chromium and chromedriver come from the system (Debian: chromium, chromium-driver), selenium from the extra `dev`, and
axe-core from npm: NEWSGAUGE_AXE names its axe.min.js.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from browser.chrome import Browser, launched

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")


@pytest.fixture(scope="session")
def _running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    pytest.importorskip("selenium", reason="needs selenium, which drives the browser: pip install selenium")
    if not CHROMIUM or not DRIVER:
        pytest.skip("needs chromium and chromedriver on the PATH (Debian: apt-get install chromium chromium-driver)")
    with launched(CHROMIUM, DRIVER, tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.fixture
def browser(_running: Browser) -> Iterator[Browser]:
    """The browser at 1280 × 900, light, as if freshly opened; afterwards nothing may stand in its console."""
    _running.size(1280, 900)
    _running.prefer("light")
    yield _running
    assert _running.problems() == []
    assert _running.requests() <= {"file", "data"}, "a page asked for something outside itself"


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Callable[[str], Browser]:
    """Write a page to disk and open it."""

    def show(page: str) -> Browser:
        place = tmp_path / "page.html"
        place.write_text(page, encoding="utf-8")
        browser.open(place)
        return browser

    return show


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility checker's script."""
    place = os.environ.get("NEWSGAUGE_AXE", "")
    if not place or not Path(place).is_file():
        pytest.skip("needs axe-core: npm install axe-core, then NEWSGAUGE_AXE=…/axe.min.js")
    return Path(place).read_text(encoding="utf-8")
