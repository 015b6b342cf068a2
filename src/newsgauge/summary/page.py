"""A summary as one HTML page without scripts: every row opens its findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from newsgauge.article import LIMIT
from newsgauge.summary.bands import LEAST, Example, Group
from newsgauge.summary.queries import Distribution, Summary
from newsgauge.summary.table import NO_LIST

_STYLE = """
:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% } th, td { padding: .2rem .6rem; text-align: left; vertical-align: top }
th { border-bottom: 1px solid } td.n, th.n { text-align: right; font-variant-numeric: tabular-nums }
tr + tr td { border-top: 1px solid #8884 } summary { cursor: pointer } .limit { border-left: 4px solid; padding-left: 1rem }
.tens { display: inline-flex; align-items: end; gap: 1px; height: 2rem } .tens i { width: .7rem; background: #4682b4 }
"""


def html_page(one: Summary, title: str = "newsgauge summary") -> str:
    """Give the page; nothing in it is loaded from elsewhere."""
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>",
            f"<h1>{escape(title)}</h1>",
            f'<p class="limit"><strong>{escape(LIMIT)}</strong> {escape(NO_LIST)}</p>',
            f"<p>{one.rows:,} rows: {one.scored:,} scored, {one.abstained:,} without a score, {one.failed:,} failed.",
            f"Model: {escape(one.model)}</p>",
            "<h2>Scores within a genre</h2>",
            *_distributions(one.distributions),
            "<h2>By outlet</h2>",
            *_groups("outlet", one.outlets, one.unshown[0], with_band=True),
            "<h2>By day</h2>",
            *_groups("day", one.days, one.unshown[1], with_band=False),
            "<h2>Kinds of findings</h2>",
            *_rows(
                ("kind", "author", "headline", "quoted", "articles"),
                ((escape(k.kind), *(f"{n:,}" for n in k[1:])) for k in one.kinds),
            ),
            "<h2>Why there is no score</h2>",
            *_rows(("reason", "articles"), ((escape(why), f"{n:,}") for why, n in one.reasons)),
            "</body></html>",
        )
    )


def _rows(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield "<table><thead><tr>" + "".join(_cell("th", at, name) for at, name in enumerate(head)) + "</tr></thead><tbody>"
    for row in rows:
        yield "<tr>" + "".join(_cell("td", at, value) for at, value in enumerate(row)) + "</tr>"
    yield "</tbody></table>"


def _cell(tag: str, at: int, value: str) -> str:
    return f'<{tag} class="n">{value}</{tag}>' if at else f"<{tag}>{value}</{tag}>"


def _distributions(found: Iterable[Distribution]) -> Iterator[str]:
    yield from _rows(
        ("genre", "articles", "score 0 to 100, in tens", "quartiles"),
        (
            (escape(one.genre), f"{one.n:,}", _bars(one.tens), " · ".join(f"{value:.0f}" for value in one.quartiles))
            for one in found
        ),
    )


def _bars(tens: Sequence[int]) -> str:
    most = max(*tens, 1)
    bars = "".join(
        f'<i style="height:{100 * n / most:.0f}%" title="{at * 10} to {at * 10 + 10}: {n:,}"></i>'
        for at, n in enumerate(tens)
    )
    return f'<span class="tens">{bars}</span>'


def _groups(name: str, groups: Iterable[Group], few: int, *, with_band: bool) -> Iterator[str]:
    head = (name, "genre", *(["band"] if with_band else []), "articles", "mean", "95 %", "quartiles")
    yield from _rows(
        head,
        (
            (
                f"<details><summary>{escape(one.name)}</summary>{_behind(one)}</details>",
                escape(one.genre),
                *([str(one.band)] if with_band else []),
                f"{one.n:,}",
                f"{one.mean:.0f}",
                f"{one.low:.0f} to {one.high:.0f}",
                " · ".join(f"{value:.0f}" for value in one.quartiles),
            )
            for one in groups
        ),
    )
    if few:
        yield f"<p>{few:,} with fewer than {LEAST} articles of one genre: no mean.</p>"


def _behind(one: Group) -> str:
    kinds = ", ".join(f"{escape(kind)} {rate:.1f}" for kind, rate in one.kinds)
    items = "".join(f"<li>{_example(each)}</li>" for each in one.examples)
    return f"<p>Found most, per 1,000 words in the author’s voice: {kinds or 'nothing'}</p><ul>{items}</ul>"


def _example(one: Example) -> str:
    where = escape(one.id or one.place)
    if one.url and one.url.startswith(("http://", "https://")):
        where = f'<a href="{escape(one.url)}" rel="noreferrer nofollow">{where}</a>'
    return f"<q>{escape(one.text)}</q> {escape(one.kind)}, {escape(one.voice)} ({where})"
