"""Questions to the Parquet parts, answered by DuckDB: it reads only the columns asked for, and spills what doesn't fit."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from newsgauge.errors import ConfigError, MissingExtraError
from newsgauge.readers.stores import filesystem
from newsgauge.summary.bands import LEAST, Example, Group, banded

_EXAMPLES, _KINDS = 12, 6  # examples of a row, two of each of the most frequent kinds
_DAY = "regexp_extract(published, '^[0-9]{4}-[0-9]{2}-[0-9]{2}')"


class Distribution(NamedTuple):
    """Scores of one genre: a count for each ten points, and the quartiles."""

    genre: str
    n: int
    tens: tuple[int, ...]
    quartiles: tuple[float, float, float]


class Kind(NamedTuple):
    """How often a kind was found, by voice, and in how many articles."""

    kind: str
    author: int
    headline: int
    quoted: int
    articles: int


class Summary(NamedTuple):
    """What a table says; ``unshown`` counts the outlets and days with too few articles of any genre."""

    rows: int
    scored: int
    abstained: int
    failed: int
    model: str
    reasons: tuple[tuple[str, int], ...]
    distributions: tuple[Distribution, ...]
    outlets: tuple[Group, ...]
    days: tuple[Group, ...]
    kinds: tuple[Kind, ...]
    unshown: tuple[int, int]


class Listed(NamedTuple):
    """One article of a row, with its findings."""

    id: str
    place: str
    url: str | None
    title: str | None
    score: float
    low: float
    high: float
    findings: tuple[tuple[str, str, str], ...]


def parts(out: str) -> list[str]:
    """Parquet files of a run: its parts, or the one file; of a folder here or behind an address.

    Raises
    ------
    ConfigError
        When there are none.
    MissingExtraError
        For an address, when fsspec isn't installed.
    """
    if "://" in out:
        found = _behind_address(out)
    else:
        folder = os.path.join(out, "parts") if os.path.isdir(os.path.join(out, "parts")) else out
        if os.path.isdir(folder):
            found = sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".parquet"))
        else:
            found = [out] if os.path.isfile(out) and out.endswith(".parquet") else []
    if not found:
        raise ConfigError(
            f"{out}: expected Parquet that `newsgauge score --out` wrote, found none; name its folder or file"
        )
    return found


def _behind_address(out: str) -> list[str]:
    store, inside = filesystem(out)
    inside = inside.rstrip("/")
    names = store.glob(f"{inside}/parts/*.parquet") or store.glob(f"{inside}/*.parquet")
    if not names and inside.endswith(".parquet") and store.isfile(inside):
        names = [inside]
    return sorted(str(store.unstrip_protocol(name)) for name in names)


def summarise(out: str) -> Summary:
    """Ask everything.

    Raises
    ------
    ConfigError
        When there is no table, or it isn't one of ours.
    MissingExtraError
        When DuckDB isn't installed.
    """
    db = _opened(out)
    counts = dict(db.execute("SELECT status, count(*) FROM articles GROUP BY 1").fetchall())
    models = db.execute(
        "SELECT DISTINCT model || ' ' || model_version FROM articles WHERE model IS NOT NULL ORDER BY 1"
    ).fetchall()
    outlets, few_outlets = _groups(db, "outlet")
    days, few_days = _groups(db, _DAY)
    return Summary(
        sum(counts.values()),
        counts.get("scored", 0),
        counts.get("abstained", 0),
        counts.get("failed", 0),
        ", ".join(name for (name,) in models),
        tuple(_reasons(db)),
        tuple(_distributions(db)),
        tuple(outlets),
        tuple(sorted(days, key=lambda one: (one.genre, one.name))),
        tuple(_kinds(db)),
        (few_outlets, few_days),
    )


def _opened(out: str) -> Any:
    found = parts(out)
    try:
        import duckdb
    except ImportError as error:
        raise MissingExtraError("summary", "Summaries of large tables") from error
    db = duckdb.connect()
    db.execute("SET enable_progress_bar = false")
    try:
        if "://" in out:
            db.register_filesystem(filesystem(out)[0])  # whatever store it is: DuckDB reads through it
        db.read_parquet(found).create_view("articles")
        db.execute("SELECT status, outlet, published, genre, score, findings, interval_low FROM articles LIMIT 0")
    except duckdb.Error as error:
        problem = str(error).partition("\n")[0]
        raise ConfigError(f"{out}: expected a table that `newsgauge score --out` wrote ({problem})") from error
    return db


def _reasons(db: Any) -> list[tuple[str, int]]:
    """Why there is no score, without the numbers that differ from text to text."""
    words = "regexp_replace(split_part(coalesce(reason, ''), ':', 1), '[0-9]+ ?%', 'n %', 'g')"
    query = f"SELECT {words} AS why, count(*) AS n FROM articles WHERE status <> 'scored' GROUP BY 1 ORDER BY n DESC, why LIMIT 12"
    return [(str(why), int(n)) for why, n in db.execute(query).fetchall()]


def _distributions(db: Any) -> list[Distribution]:
    query = """
        SELECT genre, count(*), list(least(floor(score / 10), 9)::INT), quantile_cont(score, [0.25, 0.5, 0.75])
        FROM articles WHERE status = 'scored' GROUP BY genre ORDER BY count(*) DESC, genre"""
    return [
        Distribution(genre, n, tuple(tens.count(at) for at in range(10)), tuple(quartiles))
        for genre, n, tens, quartiles in db.execute(query).fetchall()
    ]


def _groups(db: Any, by: str) -> tuple[list[Group], int]:
    """Groups with enough articles of one genre, and how many names have none such."""
    query = f"""
        SELECT genre, {by} AS name, count(*) AS n, avg(score), stddev_samp(score), quantile_cont(score, [0.25, 0.5, 0.75])
        FROM articles WHERE status = 'scored' AND {by} <> '' GROUP BY ALL"""
    every = [
        Group(genre, name, n, mean, deviation or 0.0, tuple(quartiles))
        for genre, name, n, mean, deviation, quartiles in db.execute(query).fetchall()
    ]
    shown = banded(every)
    few = {one.name for one in every} - {one.name for one in shown}
    kinds, examples = _behind(db, by)
    filled = [
        one._replace(
            kinds=tuple(kinds[one.genre, one.name][:_KINDS]), examples=tuple(examples[one.genre, one.name][:_EXAMPLES])
        )
        for one in shown
    ]
    return filled, len(few)


_Kinds = dict[tuple[str, str], list[tuple[str, float]]]
_Examples = dict[tuple[str, str], list[Example]]


def _behind(db: Any, by: str) -> tuple[_Kinds, _Examples]:
    """Kinds most found in the author's and the headline's words, per 1,000 words, and two examples of each.

    Attributions are the text's craft and residue is the scraper's: neither is what a reader opens a row for.
    """
    query = f"""
        WITH enough AS (
            SELECT genre AS g, {by} AS name, sum(n_words) AS words FROM articles
            WHERE status = 'scored' AND {by} <> '' GROUP BY ALL HAVING count(*) >= {LEAST}),
        found AS (
            SELECT g, name, words, id, place, url, unnest(findings) AS f
            FROM articles JOIN enough ON genre = g AND {by} = name WHERE status = 'scored'),
        numbered AS (
            SELECT *, count(*) OVER kind AS n, row_number() OVER (kind ORDER BY f.weight DESC, id, f.start) AS nth
            FROM found WHERE f.voice <> 'quoted' AND split_part(f.kind, '.', 1) NOT IN ('attribution', 'residue')
            WINDOW kind AS (PARTITION BY g, name, f.kind))
        SELECT g, name, f.kind, 1000.0 * n / greatest(words, 1) AS rate, f.text, f.voice, id, place, url, nth
        FROM numbered WHERE nth <= 2 ORDER BY g, name, rate DESC, f.kind, nth"""
    kinds: _Kinds = defaultdict(list)
    examples: _Examples = defaultdict(list)
    for genre, name, kind, rate, text, voice, id_, place, url, nth in db.execute(query).fetchall():
        if nth == 1:
            kinds[genre, name].append((kind, rate))
        examples[genre, name].append(Example(kind, text, voice, id_, place, url))
    return kinds, examples


def _kinds(db: Any) -> list[Kind]:
    query = """
        WITH found AS (SELECT file_row, unnest(findings) AS f FROM (SELECT row_number() OVER () AS file_row, findings FROM articles))
        SELECT f.kind, count(*) FILTER (f.voice = 'author'), count(*) FILTER (f.voice = 'headline'),
               count(*) FILTER (f.voice = 'quoted'), count(DISTINCT file_row)
        FROM found GROUP BY 1 ORDER BY count(*) DESC, 1"""
    return [Kind(*row) for row in db.execute(query).fetchall()]


def articles_of(out: str, outlet: str | None, day: str | None, genre: str | None, limit: int = 50) -> list[Listed]:
    """Open a row: its articles with their findings, in the table's order.

    Raises
    ------
    ConfigError
        When there is no table.
    MissingExtraError
        When DuckDB isn't installed.
    """
    given = {"outlet": outlet, _DAY: day, "genre": genre}
    asked: Sequence[tuple[str, str]] = [(column, value) for column, value in given.items() if value is not None]
    where = " AND ".join(["status = 'scored'", *(f"{column} = ?" for column, _ in asked)])
    query = f"""
        SELECT id, place, url, title, score, interval_low, interval_high,
               [(f.kind, f.text, f.voice) FOR f IN findings IF NOT starts_with(f.kind, 'attribution.')]
        FROM articles WHERE {where} LIMIT {int(limit)}"""
    rows = _opened(out).execute(query, [value for _, value in asked]).fetchall()
    return [Listed._make((*row[:7], tuple(map(tuple, row[7])))) for row in rows]
