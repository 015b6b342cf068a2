"""Finding the texts again: join title and text, cut, and check the fingerprint.

A text is looked for under its corpus and id first. What isn't there may stand in another file under another name, so every
remaining text is compared by its fingerprint at every length that is still missing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from newsgauge.labels.keys import RULES, Key
from newsgauge.labels.rows import read_rows
from newsgauge.labels.texts import Text, read_texts, sha256

Reason = Literal["no such corpus", "no such id", "another text"]
ENDINGS: Final = (".jsonl", ".jsonl.gz")


class Source(NamedTuple):
    """One article of a corpus, as its normalised file or its original download has it."""

    corpus: str
    id: str
    title: str
    text: str
    place: str = ""


class Missing(NamedTuple):
    """A text that wasn't found, and why."""

    key: Key
    reason: Reason


class Joined(NamedTuple):
    """Texts found, in the order of their keys; texts missing; how many of the found ones stood under another name."""

    texts: list[Text]
    missing: list[Missing]
    elsewhere: int


def join(keys: Sequence[Key], sources: Iterable[Source]) -> Joined:
    """Find the texts.

    Parameters
    ----------
    keys : sequence of Key
    sources : iterable of Source
        Read once; memory holds the articles that are asked for by name, and those found.
    """
    wanted = {(key.corpus, key.corpus_id): key for key in keys}
    left = {key.sha256: key for key in keys}
    words: dict[str, str] = {}
    corpora: set[str] = set()
    another: set[str] = set()
    elsewhere = 0
    lengths = _lengths(left.values())
    for source in sources:
        corpora.add(source.corpus)
        key = wanted.get((source.corpus, source.id))
        if key is not None and key.sha256 in left:
            if (found := _right(key, source)) is not None:
                words[key.sha256] = found
                del left[key.sha256]
                lengths = _lengths(left.values()) if key.length in lengths else lengths
                continue
            another.add(key.sha256)
        for digits, form in _fingerprints(source, lengths):
            if digits in left:
                words[digits] = form
                elsewhere += (left[digits].corpus, left[digits].corpus_id) != (source.corpus, source.id)
                del left[digits]
    missing = [Missing(key, _reason(key, corpora, another)) for key in keys if key.sha256 in left]
    return Joined([key.text(words[key.sha256]) for key in keys if key.sha256 in words], missing, elsewhere)


def forms(source: Source) -> Iterator[tuple[str, str]]:
    """The ways to join a title and a text: (rule, joined)."""
    title, text = source.title, source.text
    if title.strip():
        yield RULES[0], f"{title}\n\n{text}"
        if title != title.strip():
            yield RULES[0], f"{title.strip()}\n\n{text}"
    yield RULES[1], text
    if text != text.strip():
        yield RULES[1], text.strip()


def _right(key: Key, source: Source) -> str | None:
    cut = (form[: key.length] for rule, form in forms(source) if rule == key.title)
    return next((form for form in cut if sha256(form) == key.sha256), None)


def _reason(key: Key, corpora: set[str], another: set[str]) -> Reason:
    if key.sha256 in another:
        return "another text"
    return "no such id" if key.corpus in corpora else "no such corpus"


def _lengths(keys: Iterable[Key]) -> list[int]:
    return sorted({key.length for key in keys})


def _fingerprints(source: Source, lengths: Sequence[int]) -> Iterator[tuple[str, str]]:
    """Fingerprints of every form, cut at every length; hashed once from the start to the end."""
    for _, form in forms(source):
        hashed, done = hashlib.sha256(), 0
        for length in lengths:
            if length > len(form):
                break
            hashed.update(form[done:length].encode("utf-8", "surrogatepass"))
            done = length
            yield hashed.hexdigest(), form[:length]


def sources(paths: Sequence[Path]) -> Iterator[Source]:
    """Articles of folders and files: normalised JSON Lines (``corpus``, ``id``, ``title``, ``text``), and whatever else
    ``newsgauge`` reads (text files, pages, tables), looked for by fingerprint alone.

    Raises
    ------
    LabelsError
        A file that can't be read.
    """
    for path in paths:
        for place in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if place.name.endswith(ENDINGS):
                yield from _rows_of(place)
            elif place.suffix in (".txt", ".html", ".htm") and place.is_file():
                yield from (Source("", text.name, "", text.text, text.place) for text in read_texts([place]).all)


def _rows_of(place: Path) -> Iterator[Source]:
    for where, row in read_rows(place):
        text = row.get("text")
        if isinstance(text, str):
            yield Source(
                str(row.get("corpus") or row.get("kind") or ""), _id(row), str(row.get("title") or ""), text, where
            )


def _id(row: Any) -> str:
    """An article's id; the round trips have it in four fields."""
    if "id" not in row and {"label", "engine", "year", "doc"} <= row.keys():
        return f"{row['label']}-{row['engine']}-{row['year']}-{row['doc']}"
    return str(row.get("id", row.get("url", "")))
