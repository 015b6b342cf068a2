"""What reports call things: items, levels, families, features, in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import isnan
from typing import NamedTuple

from newsgauge.article import Contribution


class Item(NamedTuple):
    """A codebook item: whether a high value is good, and what 0, 1, 2 and 3 mean."""

    name: str
    high_is: str
    says: tuple[str, str, str, str]


# After labels/codebook.md, shortened.
ITEM_WORDS = (
    Item("wording", "worse", ("neutral wording", "a few loaded words", "coloured wording", "loaded throughout")),
    Item(
        "sourcing",
        "better",
        ("no checkable source", "mostly vague or single", "mostly named sources", "several named sources"),
    ),
    Item("language", "worse", ("fluent and edited", "a slip or two", "several damaged phrases", "broken in places")),
    Item("residue", "worse", ("no leftovers", "one or two leftovers", "several leftovers", "full of leftovers")),
    Item("headline", "worse", ("states the news", "slightly teasing", "clickbait or shouting", "belies the text")),
)

LEVELS = {1: "unusable", 2: "weak", 3: "mixed", 4: "sound", 5: "professional"}

SOURCE_KINDS = {
    "named_person": "named person",
    "social_post": "social media post",
    "own_observation": "own observation",
    "outlet": "another outlet",
    "role": "role, no name",
    "pronoun": "pronoun",
    "none": "no source given",
}


class Style(NamedTuple):
    """How a family looks: SGR colour in a terminal, line style in a page."""

    colour: str
    underline: str


FAMILY_STYLES = {
    "loaded_wording": Style("31", "wavy"),
    "headline": Style("35", "double"),
    "vagueness": Style("33", "dashed"),
    "translation": Style("36", "dotted"),
    "consistency": Style("91", "double"),
    "attribution": Style("34", "solid"),
    "calibration": Style("32", "dotted"),
    "accountability": Style("32", "solid"),
    "transparency": Style("32", "dashed"),
    "residue": Style("90", "dotted"),
    "genre": Style("90", "dashed"),
}
PLAIN_STYLE = Style("1", "solid")


def style_of(family: str) -> Style:
    """Colour and underline of a family."""
    return FAMILY_STYLES.get(family, PLAIN_STYLE)


def spoken(name: str) -> str:
    """A dotted or underscored name in words: ``loaded_wording.name_calling`` is "loaded wording: name calling"."""
    return name.replace(".", ": ").replace("_", " ")


def feature_words(name: str) -> str:
    """A feature's name in words."""
    return name.replace("_", " ")


def source_kind_words(kind: str) -> str:
    """A source kind in words."""
    return SOURCE_KINDS.get(kind, spoken(kind))


def item_words(item: Item, value: float | None, titled: bool) -> str:
    """What a value of 0 to 3 says; halves go to the nearer whole as people round."""
    if value is None:
        return "no headline found" if item.name == "headline" and not titled else "not measured"
    return item.says[min(max(int(value + 0.5), 0), 3)]


def percent(share: float) -> str:
    """A share as whole percent, never 0 % or 100 % for something that is not certain."""
    if 0 < share < 0.01:
        return "<1 %"
    if 0.99 < share < 1:
        return ">99 %"
    return f"{share * 100:.0f} %"


def number(value: float) -> str:
    """A number to three digits, without exponent, with a true minus."""
    if value < 0:
        return f"−{number(-value)}"
    if abs(value) >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}"


def known(value: float | None) -> float | None:
    """A value, with NaN as None: both mean unknown."""
    return None if value is None or isnan(value) else value


def measured(value: float | None, unit: str) -> str:
    """A value with its unit."""
    value = known(value)
    if value is None:
        return "not measured"
    if unit in ("share", "probability"):
        return percent(value)
    if unit == "strength":  # a sum of weights; the feature's words say of what
        return number(value)
    return counted(value, unit)


def counted(value: float, unit: str) -> str:
    """A number with its unit, which loses its plural after 1: "1 source"."""
    return f"{number(value)} {unit.removesuffix('s') if value == 1 else unit}".rstrip()


def signed(points: float) -> str:
    """Points with their sign, one decimal, a true minus."""
    rounded = round(points, 1)
    return f"{'−' if rounded < 0 else '+' if rounded > 0 else ''}{abs(rounded):.1f}"


def contribution_words(one: Contribution) -> str:
    """A contribution's feature, as the catalogue describes it, and its value."""
    return f"{_described().get(one.feature) or feature_words(one.feature)}: {measured(one.value, one.unit)}"


@lru_cache(maxsize=1)
def _described() -> Mapping[str, str]:
    # Imported late: a report of lines or rows needs no catalogue, and the catalogue needs numpy.
    from newsgauge.features import CATALOGUE

    return {feature.name: feature.reads for feature in CATALOGUE}
