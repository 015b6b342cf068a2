"""Objections into the labels: what people said against findings, checked against the texts and kept beside the judgements.

An upheld one is a label too: here nothing of this kind may be found. It is kept as `contest` writes it, by the text's
SHA-256 and offsets, so that ``newsgauge contest check`` reads the collected file as it reads anybody's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from newsgauge.article import Objection, Reader
from newsgauge.errors import LabelsError, ObjectionError
from newsgauge.labels.rows import write_whole
from newsgauge.labels.texts import Text, Texts
from newsgauge.objections import encode, read, settled


def objections_of(
    place: Path, texts: Texts | None = None, annotator: str = "", reader: Reader | None = None
) -> Iterator[Objection | LabelsError]:
    """The objections of a file, each checked against its text.

    Parameters
    ----------
    place : Path
        As ``newsgauge contest`` writes it.
    texts : Texts, optional
        The texts they are about; without them offsets are taken as they stand.
    annotator : str
        Stands in for an objection that says not whose it is.
    reader : {"human", "machine-assisted"}, optional
        What kind of annotator that was, where the file can't say.

    Raises
    ------
    LabelsError
        The file is none of objections, or has none.
    """
    try:
        found = read(place)
    except (OSError, ObjectionError) as problem:
        raise LabelsError(str(problem)) from problem
    if not found:
        raise LabelsError(f"{place}: no objection in it; newsgauge contest ID FILE --reason TEXT writes one")
    known = {text.sha256: text for text in texts.all} if texts is not None else None
    for one in found:
        problem_ = None if known is None else _problem(one, known.get(one.text_sha256))
        named = one._replace(by=one.by or annotator, reader=reader or one.reader)
        yield LabelsError(f"{place}: objection to {one.finding}: {problem_}") if problem_ else named


def _problem(one: Objection, text: Text | None) -> str:
    if text is None:
        return f"no text with SHA-256 {one.text_sha256[:10]}… was given; changed since, or another folder?"
    if not 0 <= one.start <= one.end <= len(text.text):
        return f"{one.start}–{one.end} lies outside {text.place or text.name}, which has {len(text.text)} characters"
    return ""


def collect(place: Path, objections: Sequence[Objection]) -> tuple[int, int]:
    """Add objections to a collected file, which is made if absent; later decisions overrule earlier ones.

    Returns
    -------
    tuple of int
        How many stand in the file now, and how many of them are upheld.
    """
    standing = settled([*(read(place) if place.exists() else ()), *objections])
    write_whole(place, (encode(one).decode() for one in standing))
    return len(standing), sum(1 for one in standing if one.verdict == "upheld")
