"""The table of many articles: what stands in its cells, and by what it is sorted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsgauge.article import ITEMS, Annotation
from newsgauge.report.article_view import View
from newsgauge.report.cells import cut_path
from newsgauge.report.visible import one_line
from newsgauge.report.wording import known, percent, spoken


class Column(NamedTuple):
    """A heading; what it means where it is short."""

    name: str
    numeric: bool
    title: str = ""


class Cell(NamedTuple):
    """What is read and what is sorted; an unknown number sorts as an empty string."""

    text: str
    sort: str
    numeric: bool


class TableRow(NamedTuple):
    """One article's line."""

    anchor: str
    name: str
    sub: str
    genre: str
    level: str
    cells: tuple[Cell, ...]


COLUMNS = (
    Column("Article", False),
    Column("Score", True, "0 to 100, compared within a genre"),
    Column("80 %", True, "80 % prediction interval of the score"),
    Column("Level", True, "1 to 5"),
    Column("P ≥ 4", True, "chance of level 4 or 5"),
    Column("Wording", True, "0 to 3, high is worse"),
    Column("Sourcing", True, "0 to 3, high is better"),
    Column("Language", True, "0 to 3, high is worse"),
    Column("Residue", True, "0 to 3, high is worse"),
    Column("Headline", True, "0 to 3, high is worse"),
    Column("Genre", False),
    Column("Words", True),
)
_LONGEST = 160
_PLACE = 44  # characters of a path below a title: its folders go first


def rows_of(annotations: Iterable[Annotation], views: Sequence[View]) -> list[TableRow]:
    """A row for each annotation; ``views`` are theirs, in the same order."""
    return [_row(a, view) for a, view in zip(annotations, views, strict=True)]


def _row(a: Annotation, view: View) -> TableRow:
    genre = spoken(max(a.genre, key=a.genre.__getitem__, default=""))
    name = view.title or view.place or "(no name)"
    sub = cut_path(view.place, _PLACE) if view.title and view.place else ""
    if a.status != "scored":
        sub = f"{sub} · {a.status}: {one_line(a.reason or 'no reason given')}".removeprefix(" · ")
    level = "" if a.level is None else str(a.level)
    low = None if a.interval is None else a.interval[0]
    return TableRow(
        view.anchor,
        name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…",
        sub if len(sub) <= 2 * _LONGEST else sub[: 2 * _LONGEST - 1] + "…",
        genre,
        level,
        (
            _number(a.score, "–" if a.score is None else f"{a.score:.0f}"),
            _number(low, view.interval_words or "–"),
            _number(a.level, level or "–"),
            _number(a.probability, "–" if a.probability is None else percent(a.probability)),
            *(_number(known(a.items.get(item)), _figure(known(a.items.get(item)))) for item in ITEMS),
            Cell(genre or "–", genre or "–", False),
            _number(a.n_words, f"{a.n_words:,}"),
        ),
    )


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"


def _number(value: float | None, text: str) -> Cell:
    return Cell(text, "" if value is None else f"{value:.6g}", True)
