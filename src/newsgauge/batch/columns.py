"""Annotations to Arrow arrays, a column at a time: nested values as flat lists with offsets, never a dict a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

from newsgauge.article import ITEMS, LIMIT, Annotation, Article, Attribution
from newsgauge.batch.schema import TEXT
from newsgauge.features import CATALOGUE
from newsgauge.writers.table import FAMILIES

if TYPE_CHECKING:
    import pyarrow as pa


class Pair(Protocol):
    """An annotation and its article, as `newsgauge.batch.annotating.Row`."""

    @property
    def annotation(self) -> Annotation: ...
    @property
    def article(self) -> Article | None: ...


def arrays(rows: Sequence[Pair], schema: pa.Schema) -> list[pa.Array]:
    """Give one array a field of the schema, in its order."""
    columns = {**_article(rows), **_result([row.annotation for row in rows])}
    nested = _nested([row.annotation for row in rows], schema)
    return [nested[field.name] if field.name in nested else _array(columns[field.name], field.type) for field in schema]


def outlet_of(url: str | None) -> str | None:
    """Host of an address without ``www.``; None where there is none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:  # "http://[half": no address
        return None
    return host.removeprefix("www.") or None if host else None


def _article(rows: Sequence[Pair]) -> dict[str, list[Any]]:
    articles = [row.article for row in rows]
    found = [row.annotation for row in rows]
    return {
        "id": [a.id for a in found],
        "place": [a.place for a in found],
        "url": [one.url if one else None for one in articles],
        "outlet": [outlet_of(one.url) if one else None for one in articles],
        "byline": [one.byline if one else None for one in articles],
        "published": [one.published if one else None for one in articles],
        "title": [a.text[a.title.start : a.title.end] if a.title else None for a in found],
    }


def _result(found: Sequence[Annotation]) -> dict[str, list[Any]]:
    counts = [Counter(finding.kind.partition(".")[0] for finding in a.findings) for a in found]
    failed = [a.status == "failed" for a in found]
    genres = [max(a.genre, key=a.genre.__getitem__) if a.genre else None for a in found]
    return {
        **{
            name: [getattr(a, name) for a in found]
            for name in ("status", "reason", "lang", "score", "raw", "base", "probability", "level", "confidence")
        },
        "text_sha256": [a.text_sha256 or None for a in found],
        "n_words": [None if bad else a.n_words for a, bad in zip(found, failed, strict=True)],
        "interval_low": [a.interval[0] if a.interval else None for a in found],
        "interval_high": [a.interval[1] if a.interval else None for a in found],
        **{f"item_{item}": [a.items.get(item) for a in found] for item in ITEMS},
        "genre": genres,
        "genre_probability": [a.genre[genre] if genre else None for a, genre in zip(found, genres, strict=True)],
        **{
            f"findings_{family}": [None if bad else count[family] for count, bad in zip(counts, failed, strict=True)]
            for family in FAMILIES
        },
        **{f"feature_{one.name}": [a.features.get(one.name) for a in found] for one in CATALOGUE},
        "model": [a.model.name if a.model else None for a in found],
        "model_version": [a.model.version if a.model else None for a in found],
        "model_sha256": [a.model.sha256 if a.model else None for a in found],
        "notes": [list(a.notes) for a in found],
        "limit": [LIMIT] * len(found),
        TEXT.name: [a.text for a in found],
    }


def _array(values: Sequence[Any], kind: Any) -> pa.Array:
    import pyarrow as pa

    try:
        # NaN is unknown: null, as in every other format (law 4).
        return pa.array(values, kind, from_pandas=True)
    except UnicodeEncodeError:  # a lone surrogate has no UTF-8 form; one character takes the place of one
        return pa.array([_writable(value) for value in values], kind, from_pandas=True)


def _writable(value: Any) -> Any:
    if isinstance(value, list):
        return [_writable(one) for one in value]
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in value) if isinstance(value, str) else value


# -- nested columns --------------------------------------------------------------------------------------------------------


def _nested(found: Sequence[Annotation], schema: pa.Schema) -> dict[str, pa.Array]:
    points = [[one for one in a.contributions if one.points] for a in found]
    kinds = {name: schema.field(name).type for name in ("findings", "attributions", "contributions")}
    flat = list(chain.from_iterable(points))
    return {
        "findings": _lists(
            [a.findings for a in found],
            _struct(kinds["findings"].value_type, _transposed(chain.from_iterable(a.findings for a in found), 9)),
        ),
        "attributions": _lists([a.attributions for a in found], _attributions(found, kinds["attributions"].value_type)),
        "contributions": _lists(
            points,
            _struct(
                kinds["contributions"].value_type,
                [[one.feature for one in flat], [one.points for one in flat], [one.findings for one in flat]],
            ),
        ),
    }  # fmt: skip


def _lists(parts: Sequence[Sequence[Any]], values: pa.Array) -> pa.Array:
    import pyarrow as pa

    offsets = pa.array(accumulate(map(len, parts), initial=0), pa.int32())
    return pa.ListArray.from_arrays(offsets, values)


def _transposed(rows: Iterable[Sequence[Any]], width: int) -> list[Sequence[Any]]:
    held = list(rows)
    # zip(*rows) makes an iterator a row, which wakes the collector: three times as long.
    return [list(map(itemgetter(at), held)) for at in range(width)]


def _struct(kind: Any, columns: Sequence[Any], known: Sequence[bool] | None = None) -> pa.Array:
    """Struct array of columns; ``known`` is False where the whole is null."""
    import pyarrow as pa

    fields = [kind.field(at) for at in range(kind.num_fields)]
    children = [
        column if isinstance(column, pa.Array) else _array(column, field.type)
        for column, field in zip(columns, fields, strict=True)
    ]
    mask = None if known is None else pa.array([not one for one in known], pa.bool_())
    return pa.StructArray.from_arrays(children, fields=fields, mask=mask)


def _attributions(found: Sequence[Annotation], kind: Any) -> pa.Array:
    ones: list[Attribution] = [one for a in found for one in a.attributions]
    spans = [(start, end, a.text[start:end]) for a in found for one in a.attributions for start, end in one.content]
    content_kind = kind.field("content").type
    return _struct(
        kind,
        [
            _parts(kind.field("source").type, [one.source for one in ones]),
            [one.source_kind for one in ones],
            [one.source_name for one in ones],
            _parts(kind.field("cue").type, [one.cue for one in ones]),
            _lists([one.content for one in ones], _struct(content_kind.value_type, _transposed(spans, 3))),
            [one.form for one in ones],
            _parts(kind.field("via").type, [one.via for one in ones]),
            [one.reason_given for one in ones],
        ],
    )


def _parts(kind: Any, parts: Sequence[Sequence[Any] | None]) -> pa.Array:
    empty = (None,) * kind.num_fields
    filled = (part or empty for part in parts)
    return _struct(kind, _transposed(filled, kind.num_fields), [part is not None for part in parts])
