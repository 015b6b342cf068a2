"""What an HTML extractor finds: one value for both of them."""

from __future__ import annotations

from typing import NamedTuple


class Page(NamedTuple):
    """What a page says about itself."""

    body: str
    title: str | None
    byline: str | None
    published: str | None
    url: str | None
