"""Output formats by name: what each makes of a stream of annotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsgauge.article import Annotation


def data(
    form: str,
    annotations: Iterable[Annotation],
    with_text: bool,
    model: str | None = None,
) -> Iterator[bytes]:
    """Give the formats that `score` and `annotate` share: json (an array), jsonl, csv, html, sarif.

    A page has a summary of the model at its foot; `model` is a name or a file.
    """
    from newsgauge import writers

    if form == "json":
        return writers.json_array(annotations, with_text)
    if form == "jsonl":
        return writers.json_lines(annotations, with_text)
    if form == "csv":
        return _csv(annotations, with_text)
    if form == "sarif":
        return iter((_sarif(annotations),))
    return _html(annotations, model)


def _html(annotations: Iterable[Annotation], model: str | None) -> Iterator[bytes]:
    from newsgauge.reliability import scorecard
    from newsgauge.reliability.summary import summary
    from newsgauge.report import html_page

    about = summary(scorecard.load(model) if model else scorecard.load())
    yield html_page(annotations, about).encode("utf-8", "replace")


def one_or_many(annotations: Iterable[Annotation], with_text: bool) -> Iterator[bytes]:
    """Give JSON for `annotate`: an object for one article, an array for several."""
    from newsgauge import writers

    stream = iter(annotations)
    first = next(stream, None)
    second = next(stream, None)
    if first is not None and second is None:
        yield writers.json_object(first, with_text)
        return
    yield from writers.json_array(chain((one for one in (first, second) if one is not None), stream), with_text)


def _csv(annotations: Iterable[Annotation], with_text: bool) -> Iterator[bytes]:
    from newsgauge.features import CATALOGUE
    from newsgauge.writers import csv_rows

    return csv_rows(annotations, tuple(feature.name for feature in CATALOGUE), with_text=with_text)


def _sarif(annotations: Iterable[Annotation]) -> bytes:
    from newsgauge import __version__, detectors
    from newsgauge.writers import sarif

    return sarif(annotations, __version__, {name: kind.explain for name, kind in detectors.kinds().items()})
