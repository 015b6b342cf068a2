"""Many articles for a person at a terminal: one row each, in the order they came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsgauge.article import ITEMS, LIMIT, Annotation
from newsgauge.report.cells import cut, cut_path, fill, wrapped
from newsgauge.report.visible import one_line
from newsgauge.report.wording import known, spoken

_PLACE = 21
_WIDEST_PLACE = 90
_WITH_TITLE = 45  # columns from which the title stands beside the place
_PAGE = 50  # articles after which the headings stand again
# All columns but the place, with the spaces between them: fills 80 columns.
_FIGURES = 59
_NO = "–"
_HEADER = "score  80 %   lvl  P≥4 wrd src lng res hdl genre     words"
_LEGEND = (
    f"{LIMIT} 80 %: prediction interval. lvl: level 1–5. P≥4: chance of level 4 or 5. "
    "0–3, high is worse: wrd wording, lng language, res residue, hdl headline; 0–3, high is better: src sourcing. "
    "Scores are compared within a genre."
)
_GENRES = {"press_release": "press", "aggregation": "aggreg.", "fabrication": "fabric."}
_LEVEL_COLOURS = {1: "31", 2: "31", 3: "33", 4: "32", 5: "32"}


def score_table(annotations: Iterable[Annotation], width: int = 80, colour: bool = False) -> Iterator[str]:
    """Show annotations as a table, row by row as they come.

    Parameters
    ----------
    annotations : iterable of Annotation
    width : int
        Columns, at least 80; what is over widens the first column, and shows the title from 104 on.
    colour : bool
        Whether the level is coloured.

    Yields
    ------
    str
        Lines without line end: a header, one or two lines an article, and a legend with what the score says.
    """
    width = max(width, _PLACE + _FIGURES)
    place = min(width - _FIGURES, _WIDEST_PLACE)
    head = fill("place", _PLACE) + fill(" title", place - _PLACE) if place >= _WITH_TITLE else fill("place", place)
    line = "─" * (place + _FIGURES)
    yield from (f"{head} {_HEADER}", line)
    for number, annotation in enumerate(annotations):
        if number and not number % _PAGE:
            yield from ("", f"{head} {_HEADER}", line)
        yield from _article(annotation, place, width, colour)
    yield line
    yield from wrapped(_LEGEND, width)


def _article(a: Annotation, place: int, width: int, colour: bool) -> Iterator[str]:
    name = _name(a, place)
    why = f"{a.status}: {one_line(a.reason or 'no reason given')}"
    if a.status == "failed":
        yield from wrapped(why, width, first=f"{name} ", rest="    ")
        return
    yield f"{name} {_figures(a, colour)}".rstrip()
    if a.status == "abstained":
        yield from wrapped(why, width, first="  ", rest="    ")
    for note in a.notes:
        yield from wrapped(f"note: {one_line(note)}", width, first="  ", rest="    ")


def _name(a: Annotation, width: int) -> str:
    place = one_line(a.place or a.id)
    title = one_line(a.slice(a.title)) if a.title else ""
    if width < _WITH_TITLE or not title:
        return fill(cut_path(place, width), width)
    return f"{fill(cut_path(place, _PLACE), _PLACE)} {fill(title, width - _PLACE - 1)}"


def _figures(a: Annotation, colour: bool) -> str:
    interval = _NO if a.interval is None else f"{a.interval[0]:.0f}–{a.interval[1]:.0f}"
    level = f"{_NO if a.level is None else a.level!s:>3}"
    if colour and a.level is not None:
        level = f"\x1b[{_LEVEL_COLOURS.get(a.level, '0')}m{level}\x1b[0m"
    chance = _NO if a.probability is None else f"{a.probability:.2f}"
    items = " ".join(_item(a.items.get(item)) for item in ITEMS)
    score = _NO if a.score is None else f"{a.score:.0f}"
    return f"{score:>5} {fill(interval, 7)} {level} {chance:>4} {items} {_genre(a)} {a.n_words:>6}"


def _item(value: float | None) -> str:
    return f"{_NO:>3}" if known(value) is None else f"{value:3.1f}"


def _genre(a: Annotation) -> str:
    likely = max(a.genre, key=a.genre.__getitem__, default="")
    return fill(cut(_GENRES.get(likely, spoken(likely)), 8), 8)
