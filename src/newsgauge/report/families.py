"""How families look in a page: a hue for light and one for dark, and a line that says the same without colour."""

from __future__ import annotations

from typing import Final, NamedTuple

from newsgauge.report.wording import FAMILY_STYLES

LANES: Final = 4  # underlines that can stand below each other; deeper overlaps share the last
_OFFSETS: Final = (0.16, 0.42, 0.68, 0.94)  # em below the letters, one for each lane


class Look(NamedTuple):
    """Colours of a family's line, each with 3:1 or more against its paper (WCAG 2.2, 1.4.11)."""

    light: str
    dark: str
    weighs: str


# After Okabe & Ito's palette for colour-blind readers, darkened for white paper and lightened for black.
LOOKS: Final = {
    "loaded_wording": Look("#c8401a", "#ff9166", "lowers the score in the author's voice"),
    "headline": Look("#9c3d77", "#ee9fcb", "lowers"),
    "vagueness": Look("#9a6700", "#f2b84b", "lowers"),
    "translation": Look("#0b7285", "#6fd3e3", "lowers from three findings on"),
    "consistency": Look("#b3123f", "#ff8fa9", "lowers"),
    "attribution": Look("#0b5cad", "#86bdff", "raises or lowers, by kind of source"),
    "calibration": Look("#00735a", "#5fd6b4", "raises, or lowers where it overclaims"),
    "accountability": Look("#2b6e1f", "#9bdc8b", "may raise"),
    "transparency": Look("#557000", "#c6d867", "may raise"),
    "residue": Look("#666666", "#b5b5b5", "0 points: how the text was scraped"),
    "genre": Look("#6b4a3a", "#d8b8a6", "tells what kind of text this is"),
}
OTHER: Final = "other"  # a family of the user's own
TINTED: Final = ("loaded_wording", "headline", "vagueness", "translation", "consistency", OTHER)


def known_family(family: str) -> str:
    """The family where it has a look of its own, else `OTHER`; a class name that nobody can smuggle markup into."""
    return family if family in LOOKS else OTHER


def family_css() -> str:
    """Rules of all families and lanes, for light and dark.

    Colours are custom properties, so that a page's or a notebook's dark theme only has to set them anew.
    """
    looks = {**LOOKS, OTHER: Look("#333333", "#dddddd", "")}
    light = "".join(f"--f-{family}:{look.light};" for family, look in looks.items())
    dark = "".join(f"--f-{family}:{look.dark};" for family, look in looks.items())
    rules = "".join(_rules(family) for family in looks)
    lanes = "".join(f".ng .l{lane}{{text-underline-offset:{offset}em}}" for lane, offset in enumerate(_OFFSETS))
    themes = '[data-jp-theme-light="false"] .ng,.vscode-dark .ng,.vscode-high-contrast .ng'
    return (
        f".ng{{{light}}}@media (prefers-color-scheme:dark){{.ng{{{dark}}}}}{themes}{{{dark}}}"
        f'[data-jp-theme-light="true"] .ng,.vscode-light .ng{{{light}}}{rules}{lanes}'
    )


def _rules(family: str) -> str:
    style = FAMILY_STYLES[family].underline if family in FAMILY_STYLES else "solid"
    line = f".ng .f-{family}{{text-decoration:underline {style} var(--f-{family}) 2px}}"
    tint = f".ng .t-{family}{{background:color-mix(in srgb,var(--f-{family}) 15%,transparent)}}"
    off = f".ng .off-{family} .f-{family}{{text-decoration:none}}.ng .off-{family} .t-{family}{{background:none}}"
    return line + (tint if family in TINTED else "") + off
