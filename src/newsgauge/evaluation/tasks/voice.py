"""Voice: 150 invented texts with hard quotations, spans marked in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Final, NamedTuple

from newsgauge.article import Span
from newsgauge.document import Document
from newsgauge.evaluation import overlap, resampling
from newsgauge.evaluation.task import Figure, Folders

FILE: Final = "voices.txt"
_MARK: Final = re.compile(r"\[\[|\]\]|\[|\]|[^\[\]]+")


class Quoted(NamedTuple):
    """A text, its outermost quotations, and the group it belongs to."""

    text: str
    spans: tuple[Span, ...]
    group: str


def unmarked(line: str) -> tuple[str, tuple[Span, ...]]:
    """Take the brackets out of a line, and say what they stood around; ``[[`` and ``]]`` are brackets themselves.

    >>> unmarked('"[Go,]" she said.')
    ('"Go," she said.', (Span(start=1, end=4),))
    """
    plain, spans, opened = "", [], 0
    for piece in _MARK.findall(line.replace("¶", "\n")):
        if piece == "[":
            opened = len(plain)
        elif piece == "]":
            spans.append(Span(opened, len(plain)))
        else:
            plain += piece[0] if piece in ("[[", "]]") else piece
    return plain, tuple(spans)


def texts() -> Iterator[Quoted]:
    """The texts that ship; a comment names the group of those below it."""
    group = ""
    for line in (files("newsgauge.evaluation") / FILE).read_text("utf-8").splitlines():
        if line.startswith("#"):
            group = line[2:]
        elif line:
            yield Quoted(*unmarked(line), group)


def found(text: str) -> set[Span]:
    """Outermost quotations of a text as the program reads it."""
    document = Document(text)
    document.settle()
    return {document.span(q.first, q.end) for q in document.quotations if q.depth == 0}


def figures(folders: Folders) -> Iterator[Figure]:
    """Exact F1 of quoted spans, and of each group of texts."""
    del folders
    read = list(texts())
    counts = [overlap.exact([(s,) for s in found(one.text)], [(s,) for s in one.spans]) for one in read]
    f1 = resampling.of_counts(counts, range(len(read)), resampling.f1)
    yield Figure.of("quotations", "span F1", f1, sum(count[2] for count in counts))
    right = [float(found(one.text) == set(one.spans)) for one in read]
    nan = float("nan")
    yield Figure("quotations", "texts without a mistake", sum(right) / len(read), nan, nan, len(read))
    for group in dict.fromkeys(one.group for one in read):
        own = [value for value, one in zip(right, read, strict=True) if one.group == group]
        yield Figure(group, "texts without a mistake", sum(own) / len(own), nan, nan, len(own), "")
