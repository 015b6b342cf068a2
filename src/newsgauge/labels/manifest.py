"""The public corpora behind labels and tables: what, where a user gets it, under which licence, and how it is split."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import msgspec

from newsgauge.errors import LabelsError
from newsgauge.labels.rows import read_rows

UNKNOWN: Final = "not checked: the normalised form isn't among the files at hand"


class Corpus(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One corpus.

    Attributes
    ----------
    name : str
        As in the field ``corpus`` of texts, or the name of its own file.
    what, where, licence, split : str
        Licence as stated there; ``split`` says what must not stand on both sides.
    file : str
        Normalised file that holds it; empty where none of ours does.
    rows : int
        Rows of the normalised form.
    sha256 : str
        `checksum` of the normalised rows; empty where none of ours does.
    original : str
        How ``newsgauge`` reads the download itself; empty where its format isn't documented.
    """

    name: str
    what: str
    where: str
    licence: str
    split: str
    file: str = ""
    rows: int = 0
    sha256: str = ""
    original: str = ""


class _Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    corpora: tuple[Corpus, ...]


@cache
def manifest() -> Mapping[str, Corpus]:
    """The manifest that ships, by name."""
    return {corpus.name: corpus for corpus in parse(source(), "corpora.toml")}


def source() -> str:
    """The TOML as it ships."""
    return (files("newsgauge.labels") / "corpora.toml").read_text("utf-8")


def parse(toml: str, place: str) -> tuple[Corpus, ...]:
    """A manifest from TOML.

    Raises
    ------
    LabelsError
        No TOML, or a field is missing, unknown or of the wrong type.
    """
    try:
        return msgspec.convert(tomllib.loads(toml), _Manifest).corpora
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as problem:
        raise LabelsError(f"{place}: {problem}") from problem


def checksum(rows: Iterable[Mapping[str, Any]]) -> tuple[int, str]:
    """How many rows, and a fingerprint that depends on their content alone, not on order, spacing or packing."""
    lines = sorted(json.dumps(row, sort_keys=True, ensure_ascii=True, separators=(",", ":")) for row in rows)
    hashed = hashlib.sha256()
    for line in lines:
        hashed.update(f"{line}\n".encode("ascii"))
    return len(lines), hashed.hexdigest()


def compared(folder: Path) -> list[tuple[Corpus, str]]:
    """Every corpus of the manifest with what is to be said of its normalised form in a folder."""
    by_file: dict[str, list[Corpus]] = defaultdict(list)
    for corpus in manifest().values():
        by_file[corpus.file].append(corpus)
    found = {}
    for name, corpora in by_file.items():
        rows: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        if name and (folder / name).is_file():
            for _, row in read_rows(folder / name):
                rows[str(row.get("corpus") or corpora[0].name) if len(corpora) > 1 else corpora[0].name].append(row)
        for corpus in corpora:
            found[corpus.name] = _said(corpus, rows.get(corpus.name))
    return [(corpus, found[corpus.name]) for corpus in manifest().values()]


def _said(corpus: Corpus, rows: list[Mapping[str, Any]] | None) -> str:
    if rows is None:
        return f"{corpus.file} isn't there" if corpus.file else UNKNOWN
    count, digits = checksum(rows)
    if digits == corpus.sha256:
        return f"{count} rows, as in the manifest"
    return f"DIFFERS: expected {corpus.rows} rows and {corpus.sha256[:12]}…, found {count} and {digits[:12]}…"
