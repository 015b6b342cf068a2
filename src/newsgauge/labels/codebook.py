"""The codebook as a value, read from its TOML: what may be answered, and what an answer allows."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec

from newsgauge.errors import LabelsError

CURRENT: Final = "v2"
VERSIONS: Final = ("v0", "v1", "v2")


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something with a name, what it means, and an example of ours."""

    name: str
    what: str = ""
    example: str = ""


class Genre(_Entry, frozen=True, forbid_unknown_fields=True):
    """``reliability`` is "null" where the codebook forbids a value."""

    reliability: str = ""


class Label(_Entry, frozen=True, forbid_unknown_fields=True):
    """A kind of span, and the source kinds it may carry."""

    source_kinds: tuple[str, ...] = ()


class Anchor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one value of an item means."""

    value: int
    what: str
    example: str = ""


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question with a scale of whole numbers from ``low`` to ``high``."""

    name: str
    low: int
    high: int
    better: str
    nullable: bool = False
    question: str = ""
    notes: tuple[str, ...] = ()
    anchors: tuple[Anchor, ...] = ()


class Cap(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Highest reliability where items reach values (all of ``at_least``) in some genres."""

    name: str
    at_most: int
    at_least: dict[str, int] = {}
    not_if_at_least: dict[str, int] = {}
    genres: tuple[str, ...] = ()
    not_genres: tuple[str, ...] = ()

    def holds(self, genre: str, values: Mapping[str, float | None]) -> bool:
        """Whether the cap applies to a text judged so."""
        if (self.genres and genre not in self.genres) or genre in self.not_genres:
            return False
        spared = bool(self.not_if_at_least) and _reaches(values, self.not_if_at_least)
        return _reaches(values, self.at_least) and not spared


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was new in a version."""

    version: str
    what: tuple[str, ...]
    date: msgspec.UnsetType | object = msgspec.UNSET


class Exhaustive(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    what: str


class Codebook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of one version.

    Attributes
    ----------
    spans, words : int
        Most spans of a text that isn't marked exhaustively; longest span in words.
    """

    version: str
    title: str
    spans: int
    words: int
    genres: tuple[Genre, ...]
    items: tuple[Item, ...]
    labels: tuple[Label, ...]
    date: msgspec.UnsetType | object = msgspec.UNSET
    rules: tuple[str, ...] = ()
    caps: tuple[Cap, ...] = ()
    source_kinds: tuple[_Entry, ...] = ()
    stances: tuple[_Entry, ...] = ()
    exhaustive: Exhaustive | None = None
    changes: tuple[Change, ...] = ()

    def item(self, name: str) -> Item | None:
        return next((item for item in self.items if item.name == name), None)

    def genre(self, name: str) -> Genre | None:
        return next((genre for genre in self.genres if genre.name == name), None)

    def label(self, name: str) -> Label | None:
        return next((label for label in self.labels if label.name == name), None)

    def caps_broken(self, genre: str, values: Mapping[str, float | None]) -> list[Cap]:
        """Caps that a reliability exceeds."""
        given = values.get("reliability")
        return [cap for cap in self.caps if given is not None and given > cap.at_most and cap.holds(genre, values)]


def _reaches(values: Mapping[str, float | None], least: Mapping[str, int]) -> bool:
    found = ((values.get(name), value) for name, value in least.items())
    return all(given is not None and given >= value for given, value in found)


@cache
def codebook(version: str = CURRENT) -> Codebook:
    """A version of the codebook that ships.

    Raises
    ------
    LabelsError
        No such version.
    """
    if version not in VERSIONS:
        raise LabelsError(f"codebook {version!r}: expected one of {', '.join(VERSIONS)}{near(version, VERSIONS)}")
    return parse(source(version), f"codebooks/{version}.toml")


def source(version: str = CURRENT) -> str:
    """The TOML of a version, as it ships."""
    return (files("newsgauge.labels") / "codebooks" / f"{version}.toml").read_text("utf-8")


def parse(toml: str, place: str) -> Codebook:
    """A codebook from TOML.

    Raises
    ------
    LabelsError
        No TOML, a field is missing, unknown or of the wrong type, or a cap or label names what isn't there.
    """
    try:
        found = msgspec.convert(tomllib.loads(toml), Codebook)
    except tomllib.TOMLDecodeError as problem:
        raise LabelsError(f"{place}: not TOML ({problem})") from problem
    except msgspec.ValidationError as problem:
        raise LabelsError(f"{place}: {problem}; labels/codebook.toml shows the form") from problem
    _consistent(found, place)
    return found


def _consistent(book: Codebook, place: str) -> None:
    items = {item.name for item in book.items}
    kinds = {kind.name for kind in book.source_kinds}
    genres = {genre.name for genre in book.genres}
    named = [(cap.name, name, items) for cap in book.caps for name in (*cap.at_least, *cap.not_if_at_least)]
    named += [(cap.name, name, genres) for cap in book.caps for name in (*cap.genres, *cap.not_genres)]
    named += [(label.name, name, kinds) for label in book.labels for name in label.source_kinds]
    for owner, name, known in named:
        if name not in known:
            raise LabelsError(f"{place}: {owner!r} names {name!r}; expected one of {', '.join(sorted(known))}")
    for item in book.items:
        whole = list(range(item.low, item.high + 1))
        if item.anchors and sorted(anchor.value for anchor in item.anchors) != whole:
            raise LabelsError(f"{place}: item {item.name!r} needs one anchor for each of {whole}")


def near(name: str, known: tuple[str, ...] | list[str]) -> str:
    """The likeliest name that was meant, as a half sentence."""
    found = get_close_matches(name, known, 1)
    return f"; did you mean {found[0]!r}?" if found else ""
