"""The columns of a scored table: Arrow types with their meaning, written once and read by the code, the tests and the docs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from newsgauge.article import ITEMS, LIMIT
from newsgauge.errors import MissingExtraError
from newsgauge.features import CATALOGUE
from newsgauge.writers.table import FAMILIES

if TYPE_CHECKING:
    import pyarrow as pa

VERSION = "newsgauge/table/1"


class Column(NamedTuple):
    """A column: Arrow type as `pyarrow` prints it, and what stands in it."""

    name: str
    type: str
    meaning: str


_SPAN = "start: int32, end: int32, text: string"
_FINDING = "id: string, kind: string, start: int32, end: int32, text: string, voice: string, weight: double, rule: string, note: string"
_ATTRIBUTION = (
    f"source: struct<{_SPAN}>, source_kind: string, source_name: string, cue: struct<{_SPAN}, stance: string>, "
    f"content: list<item: struct<{_SPAN}>>, form: string, via: struct<{_SPAN}>, reason_given: bool"
)
_CONTRIBUTION = "feature: string, points: double, findings: list<item: string>"

ARTICLE = (
    Column("id", "string", "the input's identifier, or the start of the text's SHA-256"),
    Column(
        "place", "string", "file, file:line, file:row or file:record it came from; empty where the caller gave a batch"
    ),
    Column("url", "string", "address the input gave"),
    Column("outlet", "string", "host of the address without www.; null without an address"),
    Column("byline", "string", "byline the input gave"),
    Column("published", "string", "date the input gave, as it was written there"),
    Column("title", "string", "title given or found"),
)
RESULT = (
    Column("status", "string", "scored, abstained or failed"),
    Column("reason", "string", "why there is no score; null where there is one"),
    Column("lang", "string", "language code found"),
    Column("n_words", "int32", "words of the text; null where the input failed"),
    Column("text_sha256", "string", "SHA-256 of the text all offsets refer to"),
    Column("score", "double", "0 to 100, raw clipped; null without a score"),
    Column("raw", "double", "base plus all points"),
    Column("base", "double", "where the points start"),
    Column("probability", "double", "calibrated probability that the codebook's level is 4 or 5"),
    Column("level", "int8", "1 to 5"),
    Column("confidence", "double", "0.5 to 1, drawn towards one half outside the range of training"),
    Column("interval_low", "double", "80 % prediction interval of the score: low end"),
    Column("interval_high", "double", "80 % prediction interval of the score: high end"),
    *(Column(f"item_{item}", "double", "codebook item, 0 to 3") for item in ITEMS),
    Column("genre", "string", "likeliest genre"),
    Column("genre_probability", "double", "its probability"),
    *(Column(f"findings_{family}", "int32", f"number of {family} findings") for family in FAMILIES),
    *(Column(f"feature_{one.name}", "double", f"{one.unit}; null where it can't be measured") for one in CATALOGUE),
)
REASONS = (
    Column("findings", f"list<item: struct<{_FINDING}>>", "labelled spans, half-open code points"),
    Column("attributions", f"list<item: struct<{_ATTRIBUTION}>>", "who says what, by which words"),
    Column(
        "contributions",
        f"list<item: struct<{_CONTRIBUTION}>>",
        "points that aren't 0 and the findings behind them: base plus their sum is raw",
    ),
    Column("model", "string", "name of the model"),
    Column("model_version", "string", "its version"),
    Column("model_sha256", "string", "its SHA-256"),
    Column("notes", "list<item: string>", "what reading the input took"),
    Column("limit", "string", "what the score says: " + LIMIT),
)
TEXT = Column("text", "string", "the text all offsets refer to; only where asked for")
COLUMNS: tuple[Column, ...] = (*ARTICLE, *RESULT, *REASONS)


def schema(with_text: bool = False) -> pa.Schema:
    """Give the Arrow schema; each field's metadata holds its meaning.

    Raises
    ------
    MissingExtraError
        When pyarrow isn't installed.
    """
    try:
        import pyarrow as pa
    except ImportError as error:
        raise MissingExtraError("parquet", "Record batches and Parquet") from error
    columns = (*COLUMNS, TEXT) if with_text else COLUMNS
    fields = [pa.field(name, _types(pa)[kind], metadata={"meaning": meaning}) for name, kind, meaning in columns]
    return pa.schema(fields, metadata={"newsgauge": VERSION, "limit": LIMIT})


def _types(pa: Any) -> dict[str, Any]:
    """Arrow type by what `Column.type` says, nested ones included."""
    string, i32 = pa.string(), pa.int32()
    span = [("start", i32), ("end", i32), ("text", string)]
    finding = pa.struct([
        ("id", string), ("kind", string), *span, ("voice", string), ("weight", pa.float64()), ("rule", string), ("note", string),
    ])  # fmt: skip
    attribution = pa.struct([
        ("source", pa.struct(span)), ("source_kind", string), ("source_name", string),
        ("cue", pa.struct([*span, ("stance", string)])), ("content", pa.list_(pa.struct(span))), ("form", string),
        ("via", pa.struct(span)), ("reason_given", pa.bool_()),
    ])  # fmt: skip
    contribution = pa.struct([("feature", string), ("points", pa.float64()), ("findings", pa.list_(string))])
    plain = (string, i32, pa.int8(), pa.float64(), pa.list_(string))
    nested = (pa.list_(finding), pa.list_(attribution), pa.list_(contribution))
    return {str(kind): kind for kind in (*plain, *nested)}
