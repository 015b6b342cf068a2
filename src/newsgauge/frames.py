"""Annotations as tables for pandas or polars, and a collection that shows itself in a notebook."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import nan
from typing import Any, Final, Literal, NamedTuple, get_args

from newsgauge.article import ITEMS, Annotation
from newsgauge.errors import ConfigError, MissingExtraError

What = Literal["articles", "findings", "attributions", "contributions"]
Library = Literal["pandas", "polars"]
TABLES: Final[tuple[str, ...]] = get_args(What)
LIBRARIES: Final[tuple[str, ...]] = get_args(Library)


class Annotations(tuple[Annotation, ...]):
    """Several annotations: a tuple that a notebook shows as a table and that becomes a data frame.

    Examples
    --------
    >>> import newsgauge
    >>> some = newsgauge.Annotations(newsgauge.annotate_many(["One text.", "Another."]))
    >>> len(some), some[0].status
    (2, 'abstained')
    """

    __slots__ = ()

    def to_frame(self, what: What = "articles", library: Library = "pandas") -> Any:
        """A table of articles, findings, attributions or contributions; see `to_frame`."""
        return to_frame(self, what, library)

    def _repr_html_(self) -> str:
        from newsgauge.report.notebook import notebook_html

        return notebook_html(self)


class Column(NamedTuple):
    """A column's name, type (str, int, float or bool) and values."""

    name: str
    type: type
    values: Sequence[object]


def to_frame(annotations: Iterable[Annotation], what: What = "articles", library: Library = "pandas") -> Any:
    """Make a data frame.

    Parameters
    ----------
    annotations : iterable of Annotation
    what : {"articles", "findings", "attributions", "contributions"}
        One row an article (score, items, every feature as ``feature_<name>``), or one row each of the others, with the
        article's ``id``.
    library : {"pandas", "polars"}

    Returns
    -------
    pandas.DataFrame or polars.DataFrame
        What is unknown is missing (NaN, <NA> or null), never 0.

    Raises
    ------
    MissingExtraError
        The library isn't installed.
    ConfigError
        An unknown table or library.
    """
    if what not in TABLES:
        raise ConfigError(f"to_frame: unknown table {what!r}; expected one of {', '.join(TABLES)}")
    if library not in LIBRARIES:
        raise ConfigError(f"to_frame: unknown library {library!r}; expected pandas or polars")
    columns = _TABLES[what](list(annotations))
    return _pandas(columns) if library == "pandas" else _polars(columns)


def _pandas(columns: Sequence[Column]) -> Any:
    try:
        import pandas
    except ImportError as error:
        raise MissingExtraError("notebook", "to_frame()") from error
    types = {str: "object", int: "Int64", float: "float64", bool: "bool"}
    return pandas.DataFrame(
        {
            column.name: pandas.Series(
                [nan if value is None else value for value in column.values] if column.type is float else column.values,
                dtype=types[column.type],
            )
            for column in columns
        }
    )


def _polars(columns: Sequence[Column]) -> Any:
    try:
        import polars
    except ImportError as error:
        raise MissingExtraError("polars", 'to_frame(library="polars")') from error
    types = {str: polars.String, int: polars.Int64, float: polars.Float64, bool: polars.Boolean}
    return polars.DataFrame(
        {column.name: polars.Series(column.name, column.values, dtype=types[column.type]) for column in columns}
    )


def _articles(annotations: Sequence[Annotation]) -> list[Column]:
    def column(name: str, of: type, value: Callable[[Annotation], object]) -> Column:
        return Column(name, of, [value(a) for a in annotations])

    features = dict.fromkeys(name for a in annotations for name in a.features)
    return [
        column("id", str, lambda a: a.id),
        column("place", str, lambda a: a.place),
        column("status", str, lambda a: a.status),
        column("reason", str, lambda a: a.reason),
        column("lang", str, lambda a: a.lang),
        column("n_words", int, lambda a: a.n_words),
        column("score", float, lambda a: a.score),
        column("interval_low", float, lambda a: a.interval[0] if a.interval else None),
        column("interval_high", float, lambda a: a.interval[1] if a.interval else None),
        column("probability", float, lambda a: a.probability),
        column("level", int, lambda a: a.level),
        column("confidence", float, lambda a: a.confidence),
        *(_item(annotations, item) for item in ITEMS),
        column("genre", str, lambda a: max(a.genre, key=a.genre.__getitem__, default=None)),
        column("findings", int, lambda a: len(a.findings)),
        column("attributions", int, lambda a: len(a.attributions)),
        *(Column(f"feature_{name}", float, [_known(a.features, name) for a in annotations]) for name in features),
    ]


def _item(annotations: Sequence[Annotation], item: str) -> Column:
    return Column(f"item_{item}", float, [_known(a.items, item) for a in annotations])


def _known(named: Mapping[str, float | None], name: str) -> float | None:
    value = named.get(name)
    return None if value is None or math.isnan(value) else value


def _columns(rows: Iterator[tuple[object, ...]], names: Sequence[tuple[str, type]]) -> list[Column]:
    found = list(rows)
    return [Column(name, of, [row[place] for row in found]) for place, (name, of) in enumerate(names)]


def _findings(annotations: Sequence[Annotation]) -> list[Column]:
    rows = (
        (a.id, f.id, f.family, f.kind, f.start, f.end, f.text, f.voice, f.weight, f.rule, f.note, _said(a, f.id))
        for a in annotations
        for f in a.findings
    )
    return _columns(
        rows,
        (
            ("id", str), ("finding", str), ("family", str), ("kind", str), ("start", int), ("end", int), ("text", str),
            ("voice", str), ("weight", float), ("rule", str), ("note", str), ("objections", str),
        ),
    )  # fmt: skip


def _said(a: Annotation, finding: str) -> str | None:
    """What was objected to a finding; missing where nothing was."""
    return "; ".join(one.words for one in a.objections if one.finding == finding) or None


def _attributions(annotations: Sequence[Annotation]) -> list[Column]:
    rows = (
        (
            a.id, one.source.text if one.source else None, one.source_kind, one.source_name,
            one.cue.text if one.cue else None, one.cue.stance if one.cue else None,
            " … ".join(a.text[start:end] for start, end in one.content), one.form, one.via.text if one.via else None,
            one.reason_given,
        )
        for a in annotations
        for one in a.attributions
    )  # fmt: skip
    return _columns(
        rows,
        (
            ("id", str), ("source", str), ("source_kind", str), ("source_name", str), ("cue", str), ("stance", str),
            ("content", str), ("form", str), ("via", str), ("reason_given", bool),
        ),
    )  # fmt: skip


def _contributions(annotations: Sequence[Annotation]) -> list[Column]:
    rows = (
        (a.id, c.feature, c.family, c.item, _known({"value": c.value}, "value"), c.unit, c.points, len(c.findings))
        for a in annotations
        for c in a.contributions
    )
    return _columns(
        rows,
        (
            ("id", str), ("feature", str), ("family", str), ("item", str), ("value", float), ("unit", str),
            ("points", float), ("findings", int),
        ),
    )  # fmt: skip


_TABLES: Final[Mapping[str, Callable[[Sequence[Annotation]], list[Column]]]] = {
    "articles": _articles,
    "findings": _findings,
    "attributions": _attributions,
    "contributions": _contributions,
}
