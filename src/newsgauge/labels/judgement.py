"""Judgements: one row per annotator and text, checked against the codebook it says it follows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, Literal, get_args

from newsgauge.errors import LabelsError
from newsgauge.labels.codebook import Codebook, codebook, near
from newsgauge.labels.marks import Mark, marks_of
from newsgauge.labels.rows import Row, read_rows, string
from newsgauge.labels.rows import field as needed
from newsgauge.labels.texts import SHORT, Text, Texts

By = Literal["human", "machine-assisted"]
BY: Final[tuple[By, ...]] = get_args(By)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one annotator says of one text.

    Attributes
    ----------
    id : str
        Start of the text's SHA-256; ``sha256`` is the whole of it, where the row has it.
    by : {"human", "machine-assisted"}
        Who judged; the two are never pooled.
    values : dict
        Item -> value, None for null.
    at : str
        When, in ISO 8601; empty where nobody noted it.
    leaning : str
        Where annotators place themselves, in their own words; empty where nobody said.
    exhaustive : bool
        Every span was marked, so that what isn't marked is a negative.
    place : str
        ``file:line``.
    """

    id: str
    annotator: str
    codebook: str
    genre: str
    values: dict[str, int | None]
    spans: tuple[Mark, ...] = ()
    why: str = ""
    by: By = "machine-assisted"
    at: str = ""
    exhaustive: bool = False
    leaning: str = ""
    sha256: str = ""
    place: str = field(default="", compare=False)

    def row(self) -> dict[str, Any]:
        """As a line of ``judgements.jsonl``, without text or the wording of spans."""
        row: dict[str, Any] = {"id": self.id}
        row |= {"sha256": self.sha256} if self.sha256 else {}
        row |= {"annotator": self.annotator, "by": self.by, "codebook": self.codebook, "genre": self.genre}
        row |= self.values
        row |= {"spans": [mark.row() for mark in self.spans]}
        row |= {"exhaustive": True} if self.exhaustive else {}
        row |= {"why": self.why} if self.why else {}
        row |= {"leaning": self.leaning} if self.leaning else {}
        return row | ({"at": self.at} if self.at else {})


KNOWN: Final = frozenset(
    (
        "id",
        "sha256",
        "annotator",
        "by",
        "codebook",
        "genre",
        "spans",
        "exhaustive",
        "why",
        "at",
        "leaning",
        "name",
        "text",
    )
)


def judgement_of(row: Row, where: str, texts: Texts | None = None) -> Judgement:
    """A checked judgement.

    Parameters
    ----------
    row : mapping
        ``id`` (or the text's name), annotator, codebook, genre, the items, spans; a span has ``start`` and ``end``, or
        the exact words as ``text`` where they occur once (``nth`` says which occurrence otherwise, from 1).
    texts : Texts, optional
        To check spans and fingerprints against; without them, offsets must be given.

    Raises
    ------
    LabelsError
        Whatever breaks the codebook, with its place and what to do.
    """
    book = codebook_of(row, where)
    values = _values(row, book, where)
    genre = _genre(row, book, values, where)
    text = texts.find(str(needed(row, "id", where)), where) if texts is not None else None
    by = string(row, "by", where, "machine-assisted")
    if by not in BY:
        raise LabelsError(f"{where}: 'by' must be one of {', '.join(BY)}, found {by!r}")
    exhaustive = row.get("exhaustive", False)
    if not isinstance(exhaustive, bool):
        raise LabelsError(f"{where}: 'exhaustive' must be true or false, found {exhaustive!r}")
    annotator = string(row, "annotator", where)
    if not annotator:
        raise LabelsError(f"{where}: 'annotator' is empty; every judgement needs somebody's name or number")
    return Judgement(
        text.id if text else str(needed(row, "id", where)),
        annotator,
        book.version,
        genre,
        values,
        marks_of(row, book, where, text, exhaustive),
        string(row, "why", where, ""),
        by,
        string(row, "at", where, ""),
        exhaustive,
        string(row, "leaning", where, ""),
        _fingerprint(row, where, text),
        where,
    )


def codebook_of(row: Row, where: str) -> Codebook:
    """The codebook a row says it follows."""
    try:
        return codebook(string(row, "codebook", where))
    except LabelsError as problem:
        raise LabelsError(str(problem) if str(problem).startswith(where) else f"{where}: {problem}") from problem


def _values(row: Row, book: Codebook, where: str) -> dict[str, int | None]:
    names = [item.name for item in book.items]
    for name in row:
        if name not in KNOWN and name not in names:
            raise LabelsError(
                f"{where}: unknown item {name!r}{near(name, names)}; codebook {book.version} asks for {', '.join(names)}"
            )
    values: dict[str, int | None] = {}
    for item in book.items:
        value = needed(row, item.name, where)
        null = " or null" if item.nullable else ""
        if value is None and item.nullable:
            values[item.name] = None
        elif isinstance(value, bool) or not isinstance(value, int) or not item.low <= value <= item.high:
            raise LabelsError(
                f"{where}: {item.name} must be a whole number from {item.low} to {item.high}{null}, found {value!r}"
            )
        else:
            values[item.name] = value
    return values


def _genre(row: Row, book: Codebook, values: dict[str, int | None], where: str) -> str:
    name = string(row, "genre", where)
    genre, names = book.genre(name), [genre.name for genre in book.genres]
    if genre is None:
        raise LabelsError(f"{where}: unknown genre {name!r}{near(name, names)}; expected one of {', '.join(names)}")
    if genre.reliability == "null" and values["reliability"] is not None:
        raise LabelsError(
            f"{where}: reliability must be null for {name} (codebook {book.version}), found {values['reliability']}"
        )
    if book.caps and values["reliability"] is None and genre.reliability != "null":
        raise LabelsError(
            f"{where}: reliability is null, which only satire, fabrication and not_news have; genre is {name}"
        )
    return name


def _fingerprint(row: Row, where: str, text: Text | None) -> str:
    told = string(row, "sha256", where, "")
    if text is not None and told and told != text.sha256:
        raise LabelsError(
            f"{where}: the text changed since it was judged: {told[:SHORT]}… then, {text.sha256[:SHORT]}… now ({text.place});"
            " restore the text, or judge it again"
        )
    return text.sha256 if text else told


def checked(
    paths: Iterable[Path], texts: Texts | None = None, wanted: Callable[[Row], bool] | None = None
) -> Iterator[Judgement | LabelsError]:
    """Judgements of files in order; a row that breaks the codebook, or says something twice, is its error.

    Parameters
    ----------
    wanted : callable, optional
        Which rows to look at at all; the texts of others needn't be there.

    Raises
    ------
    LabelsError
        A file can't be read or a line is no JSON.
    """
    seen: dict[tuple[str, str, str], str] = {}
    for path in paths:
        for where, row in read_rows(path):
            if wanted is not None and not wanted(row):
                continue
            try:
                one = judgement_of(row, where, texts)
            except LabelsError as problem:
                yield problem
                continue
            key = (one.id, one.annotator, one.codebook)
            if key in seen:
                yield LabelsError(
                    f"{where}: {one.annotator} judged {one.id} by {one.codebook} already in {seen[key]}; keep one of the two"
                )
                continue
            seen[key] = where
            yield one


def read_judgements(
    paths: Sequence[Path], texts: Texts | None = None, wanted: Callable[[Row], bool] | None = None
) -> list[Judgement]:
    """Judgements of files, all of them sound.

    Raises
    ------
    LabelsError
        The first problem, and how many more there are.
    """
    found = list(checked(paths, texts, wanted))
    problems = [one for one in found if isinstance(one, LabelsError)]
    if problems:
        more = f" (and {len(problems) - 1} more: newsgauge labels check lists them)" if len(problems) > 1 else ""
        raise LabelsError(f"{problems[0]}{more}")
    return [one for one in found if isinstance(one, Judgement)]


_REPEATED: Final = 3  # words in a row: fewer are names and idiom
_WORD: Final = re.compile(r"\w+")


def published(judgement: Judgement, text: Text) -> Judgement:
    """The judgement without a reason that repeats the text: three words in a row, or a marked span."""
    lowered = judgement.why.lower()
    spans = {text.text[mark.start : mark.end].lower() for mark in judgement.spans}
    repeats = bool(_runs(lowered) & _runs(text.text.lower())) or any(
        len(span) > 3 and span in lowered for span in spans
    )
    return replace(judgement, why="") if repeats else judgement


def _runs(words: str) -> set[tuple[str, ...]]:
    found = _WORD.findall(words.replace("’", "'"))
    return {tuple(found[at : at + _REPEATED]) for at in range(len(found) - _REPEATED + 1)}


def one_codebook(judgements: Sequence[Judgement], allowed: Sequence[str] = ()) -> list[Judgement]:
    """Judgements by one codebook, or by those named.

    Raises
    ------
    LabelsError
        Several versions and none named: their scales differ, so they are only mixed on demand.
    """
    if allowed:
        return [one for one in judgements if one.codebook in allowed]
    for one in judgements:
        if one.codebook != judgements[0].codebook:
            raise LabelsError(
                f"{one.place}: codebook {one.codebook}, but {judgements[0].codebook} in {judgements[0].place}; their scales"
                f" differ: choose with --codebook {judgements[0].codebook}, or name each to mix them knowingly"
            )
    return list(judgements)


def one_kind(judgements: Sequence[Judgement], by: str | None = None) -> list[Judgement]:
    """Judgements by humans or by machine-assisted annotators, never both.

    Raises
    ------
    LabelsError
        Both, and none asked for.
    """
    if by is not None:
        return [one for one in judgements if one.by == by]
    for one in judgements:
        if one.by != judgements[0].by:
            raise LabelsError(
                f"{one.place}: judged by {one.by}, but {judgements[0].place} by {judgements[0].by}; they aren't pooled:"
                " choose with --by human or --by machine-assisted"
            )
    return list(judgements)
