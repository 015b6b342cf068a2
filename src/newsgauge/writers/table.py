"""Annotations as CSV: one row per article, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import isnan

from newsgauge.article import ITEMS, LIMIT, Annotation

FAMILIES = (
    "loaded_wording",
    "attribution",
    "vagueness",
    "calibration",
    "accountability",
    "transparency",
    "translation",
    "residue",
    "headline",
    "consistency",
    "genre",
)

_LEADING = (
    "id",
    "place",
    "status",
    "reason",
    "lang",
    "n_words",
    "score",
    "interval_low",
    "interval_high",
    "probability",
    "level",
    "confidence",
)
_TRAILING = ("model", "model_version", "text_sha256", "notes", "objections", "limit")

# A spreadsheet reads a cell that starts so as a formula (OWASP, "CSV Injection"; the last four are full width).
_FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def csv_rows(
    annotations: Iterable[Annotation],
    features: Sequence[str],
    families: Sequence[str] = FAMILIES,
    with_text: bool = False,
) -> Iterator[bytes]:
    """Give a header and one row per article, as UTF-8 with ``\\r\\n`` line ends (RFC 4180).

    Parameters
    ----------
    annotations : iterable of Annotation
    features : sequence of str
        Names of the features, a column ``feature_<name>`` each; they are fixed before the first row, since a
        failed article knows none.
    families : sequence of str
        Families whose findings are counted, a column ``findings_<family>`` each.
    with_text : bool
        Whether a last column holds the text.

    Notes
    -----
    What is unknown is an empty cell. Text cells that a spreadsheet would run as a formula get a leading ``'``.
    """
    yield line_of(header(features, families, with_text))
    for annotation in annotations:
        yield line_of(_row(annotation, features, families, with_text))


def header(features: Sequence[str], families: Sequence[str] = FAMILIES, with_text: bool = False) -> list[str]:
    """Name the columns of `csv_rows`."""
    return [
        *_LEADING,
        *(f"item_{item}" for item in ITEMS),
        "genre",
        "genre_probability",
        *(f"findings_{family}" for family in families),
        "attributions",
        *(f"feature_{name}" for name in features),
        *_TRAILING,
        *(["text"] if with_text else []),
    ]


def line_of(row: Iterable[object]) -> bytes:
    """Encode one row; None is an empty cell."""
    line = io.StringIO()
    csv.writer(line).writerow(row)
    return line.getvalue().encode("utf-8", "backslashreplace")


def safe(cell: str) -> str:
    """Keep a spreadsheet from reading a text cell as a formula."""
    # "-" alone is the place of standard input and no formula.
    risky = cell != "-" and (cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA))
    return f"'{cell}" if risky else cell


def _row(a: Annotation, features: Sequence[str], families: Sequence[str], with_text: bool) -> list[str]:
    genre = max(a.genre, key=a.genre.__getitem__, default="")
    found = Counter(finding.family for finding in a.findings)
    failed = a.status == "failed"
    low, high = a.interval or (None, None)
    model = a.model
    return [
        *map(safe, (a.id, a.place, a.status, a.reason or "", a.lang or "")),
        "" if failed else str(a.n_words),
        *map(_number, (a.score, low, high, a.probability, a.level, a.confidence)),
        *(_number(a.items.get(item)) for item in ITEMS),
        safe(genre),
        _number(a.genre.get(genre)),
        *("" if failed else str(found[family]) for family in families),
        "" if failed else str(len(a.attributions)),
        *(_number(a.features.get(name)) for name in features),
        *map(safe, (model.name if model else "", model.version if model else "", a.text_sha256)),
        safe("; ".join(a.notes)),
        safe("; ".join(f"{one.finding} {one.kind}: {one.words}" for one in a.objections)),
        LIMIT,
        *([safe(a.text)] if with_text else []),
    ]


def _number(value: float | None) -> str:
    return "" if value is None or isnan(value) else repr(value)
