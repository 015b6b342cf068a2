"""Texts of our own that tests of fairness and stress need: mirrored, edited non-native, and invented reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Final, NamedTuple

SIDES: Final = (
    ("Republicans", "Democrats"),
    ("Tories", "Whigs"),
    ("conservatives", "liberals"),
    ("Socialists", "Nationalists"),
    ("Muslims", "Christians"),
    ("Catholics", "Protestants"),
    ("Indians", "Pakistanis"),
    ("Russians", "Ukrainians"),
    ("Greens", "Liberals"),
    ("women", "men"),
)


class Pair(NamedTuple):
    """The same text about one side and about the other."""

    one: str
    other: str


def _parts(name: str) -> list[str]:
    text = files("newsgauge.evaluation").joinpath("texts", name).read_text("utf-8")
    return text.strip().split("\n---\n")


def mirrored() -> Iterator[Pair]:
    """Two hundred pairs: forty texts, sober and heated, each for every second pair of sides, in turn."""
    for number, text in enumerate(_parts("mirrored.txt")):
        for one, other in SIDES[number % 2 :: 2]:
            yield Pair(_told(text, one, other), _told(text, other, one))


def _told(text: str, one: str, other: str) -> str:
    """The text about these, with a capital where a line or sentence begins."""
    told = text.replace("{A}", one).replace("{B}", other)
    return re.sub(r"(^|[.!?]\s+|\n)([a-z])", lambda m: m[1] + m[2].upper(), told)


def non_native() -> Iterator[tuple[str, str]]:
    """Sixty short edited reports as (country, text), in the manner of five countries' newspapers."""
    for part in _parts("non_native.txt"):
        country, _, text = part.partition("\n")
        yield country, text


def invented() -> Iterator[str]:
    """A hundred fluent reports, a story each, whose facts and named sources are all invented."""
    yield from _parts("invented.txt")


class Failure(NamedTuple):
    """A text of our own that the score gets wrong: what it is, the level a reader would give, and why it is missed."""

    name: str
    level: int
    why: str
    text: str

    @property
    def title(self) -> str:
        return self.text.partition("\n")[0]


def failures() -> Iterator[Failure]:
    """Known failures, for the card: measured with every model, so that a mended one shows."""
    for part in _parts("failures.txt"):
        head, _, text = part.partition("\n")
        name, level, why = head.split(" | ")
        yield Failure(name, int(level), why, text)
