"""A summary as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsgauge.article import LIMIT
from newsgauge.summary.bands import LEAST, Group
from newsgauge.summary.queries import Listed, Summary

NO_LIST = (
    "No blacklist: means are given for at least "
    f"{LEAST} articles of one genre, with a 95 % interval for all rows of the genre together; rows of one band can't be told "
    "apart and stand in order of names. Articles of one outlet resemble each other, so true intervals are wider."
)
_BARS = " ▁▂▃▄▅▆▇█"


def summary_lines(one: Summary) -> Iterator[str]:
    """Give the whole summary, a section after the other."""
    yield f"{one.rows:,} rows: {one.scored:,} scored, {one.abstained:,} without a score, {one.failed:,} failed. Model: {one.model or '–'}"
    yield ""
    yield "Scores within a genre"
    yield f"  {'genre':<14}{'n':>9}  {'0 to 100':<12}{'quartiles':<16}"
    for each in one.distributions:
        yield f"  {each.genre:<14}{each.n:>9,}  {bars(each.tens):<12}{_quartiles(each.quartiles):<16}"
    for name, groups, few in (("outlet", one.outlets, one.unshown[0]), ("day", one.days, one.unshown[1])):
        yield ""
        yield from _groups(name, groups, few)
    yield ""
    yield "Kinds of findings"
    yield f"  {'kind':<34}{'author':>10}{'headline':>10}{'quoted':>10}{'articles':>10}"
    for kind in one.kinds:
        yield f"  {kind.kind:<34}{kind.author:>10,}{kind.headline:>10,}{kind.quoted:>10,}{kind.articles:>10,}"
    if one.reasons:
        yield ""
        yield "Why there is no score"
        yield from (f"  {n:>9,}  {why}" for why, n in one.reasons)
    yield ""
    yield NO_LIST
    yield LIMIT


def _groups(name: str, groups: Sequence[Group], few: int) -> Iterator[str]:
    yield f"By {name}, within a genre"
    if groups:
        yield f"  {'genre':<14}{'band':>4}  {name:<28}{'n':>7}{'mean':>6}  {'95 %':<9}{'quartiles':<14}most found, per 1,000 words"
    for one in groups:
        kinds = ", ".join(f"{kind} {rate:.1f}" for kind, rate in one.kinds[:3])
        band = "" if name == "day" else str(one.band)
        yield (
            f"  {one.genre:<14}{band:>4}  {one.name:<28}{one.n:>7,}{one.mean:>6.0f}  {one.low:.0f}–{one.high:<6.0f}"
            f"{_quartiles(one.quartiles):<14}{kinds}"
        ).rstrip()
    if few:
        yield f"  {few:,} with fewer than {LEAST} articles of one genre: no mean."
    if not groups and not few:
        yield f"  The input named no {name}."
    if groups:
        yield f"  To open a row: newsgauge summary OUT --{name} NAME --genre GENRE"


def article_lines(found: Iterable[Listed]) -> Iterator[str]:
    """Give the articles of a row with what was found in them."""
    for one in found:
        yield f"{one.score:3.0f} ({one.low:.0f}–{one.high:.0f})  {one.title or one.id}  {one.url or one.place}"
        yield from (f"      {kind:<32} {voice:<9} {text}" for kind, text, voice in one.findings)
    yield LIMIT


def bars(tens: Sequence[int]) -> str:
    """A histogram of ten characters."""
    most = max(tens, default=0)
    return "".join(_BARS[-(-count * 8 // most) if most else 0] for count in tens)


def _quartiles(three: Sequence[float]) -> str:
    return " · ".join(f"{value:.0f}" for value in three)
