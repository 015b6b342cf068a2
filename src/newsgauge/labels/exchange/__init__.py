"""The road to and from labelling tools: every format is a file with `dump` and `load`, and a row here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from newsgauge.errors import LabelsError
from newsgauge.labels.exchange import brat, conll, doccano, label_studio, w3c
from newsgauge.labels.exchange.page import Loaded, Page
from newsgauge.labels.judgement import Judgement, judgement_of
from newsgauge.labels.texts import Text, Texts

__all__ = ["FORMATS", "Format", "Loaded", "Page", "judgements", "load"]


class Format(NamedTuple):
    """One tool's format.

    Attributes
    ----------
    dump : callable
        Pages -> files by name, relative to the target; a format of one file has one, named by its ending alone.
    load : callable
        A file or folder -> rows with their place and their text.
    folder : bool
        Whether the target is a folder.
    """

    dump: Callable[[Sequence[Page]], Mapping[str, str]]
    load: Callable[[Path], Iterator[Loaded]]
    folder: bool


FORMATS: Final[Mapping[str, Format]] = {
    "label-studio": Format(label_studio.dump, label_studio.load, True),
    "doccano": Format(doccano.dump, doccano.load, True),
    "brat": Format(brat.dump, brat.load, True),
    "conll": Format(conll.dump, conll.load, False),
    "w3c": Format(w3c.dump, w3c.load, False),
}


def load(name: str, place: Path) -> list[Loaded]:
    """What a tool's file says, unchecked.

    Raises
    ------
    LabelsError
        The file isn't of that format.
    """
    found = list(FORMATS[name].load(place))
    if not found:
        raise LabelsError(f"{place}: no judgement in it; expected an export of {name} with at least one annotation")
    return found


def judgements(loaded: Sequence[Loaded], texts: Texts | None = None) -> Iterator[Judgement | LabelsError]:
    """The judgements of a tool's file, each checked against the codebook, its text and its spans' words.

    Parameters
    ----------
    texts : Texts, optional
        The texts as they were given out; without them, those in the file are trusted.
    """
    seen: dict[tuple[str, str, str], str] = {}
    for one in loaded:
        try:
            within = texts if texts is not None else Texts([_text(one)])
            row = dict(one.row) | (
                {} if texts is None else {"id": within.find(str(one.row.get("id", "")), one.where).id}
            )
            found = judgement_of(row, one.where, within)
        except LabelsError as problem:
            yield problem
            continue
        key = (found.id, found.annotator, found.codebook)
        if key in seen:
            yield LabelsError(
                f"{one.where}: {found.annotator} judged {found.id} already in {seen[key]}; keep one of the two"
            )
            continue
        seen[key] = one.where
        yield found


def _text(one: Loaded) -> Text:
    from newsgauge.labels.texts import sha256

    digits = sha256(one.text)
    return Text(one.text, digits, str(one.row.get("id", digits[:10])), one.where)
