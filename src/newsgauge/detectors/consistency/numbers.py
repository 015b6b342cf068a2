"""Numbers in running text: in digits or spelt out, and whether two of them are the same."""

from __future__ import annotations

import re
from typing import Final

_ROUNDING: Final = 0.1  # "300" in a headline for 287 in the body is rounding
_UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_SPELT: Final = {
    **{word: float(value) for value, word in enumerate(_UNITS.split())},
    **{word: 10.0 * value for value, word in enumerate(_TENS.split(), 2)},
    "dozen": 12.0,
    "hundred": 100.0,
    "hundreds": 100.0,
    "half": 50.0,
    "third": 33.3,
    "quarter": 25.0,
    "score": 20.0,
}
PLAIN: Final = re.compile(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?|\d+(?:\.\d+)?")


def value_of(word: str) -> float | None:
    """The number a token stands for: 1,200 · 3.5 · twelve · twenty-five."""
    if word[0].isdigit() and PLAIN.fullmatch(word):
        return float(word.replace(",", ""))
    tens, hyphen, unit = word.partition("-")
    if hyphen:
        return _SPELT[tens] + _SPELT[unit] if tens in _SPELT and unit in _SPELT else None
    return _SPELT.get(word)


def near(value: float, other: float) -> bool:
    """Equal, rounded, or the same digits at another scale (1.5 million for 1,500,000)."""
    if other == 0:
        return False
    return any(abs(value * scale - other) <= _ROUNDING * other for scale in (1, 1e3, 1e6, 1e9, 1e-3, 1e-6, 1e-9))
