"""newsgauge: a source-quality and bias annotator for news.

``annotate`` reads one article, ``annotate_many`` a stream of them; what comes back are values of `newsgauge.article`.
Names are imported when first asked for, so that ``import newsgauge`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsgauge.article import Annotation, Article, Attribution, Contribution, Finding, Span
    from newsgauge.config import Config
    from newsgauge.core import annotate, annotate_many
    from newsgauge.errors import NewsgaugeError
    from newsgauge.frames import Annotations

__version__ = "0.1.0"

_HOMES = {
    "annotate": "core",
    "annotate_many": "core",
    "Annotation": "article",
    "Annotations": "frames",
    "Article": "article",
    "Attribution": "article",
    "Contribution": "article",
    "Finding": "article",
    "Span": "article",
    "Config": "config",
    "NewsgaugeError": "errors",
}
__all__ = [
    "Annotation",
    "Annotations",
    "Article",
    "Attribution",
    "Config",
    "Contribution",
    "Finding",
    "NewsgaugeError",
    "Span",
    "annotate",
    "annotate_many",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'newsgauge' has no attribute {name!r}")
    value = getattr(import_module(f"newsgauge.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
